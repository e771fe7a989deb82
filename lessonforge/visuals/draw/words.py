# ruff: noqa: E501, SIM905 - tables of words
"""The words of the grammar that are no things and no places, in English, Spanish and French."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "single": 1, "lone": 1, "un": 1, "una": 1, "une": 1,
    "two": 2, "pair of": 2, "a pair of": 2, "both": 2, "dos": 2, "deux": 2, "three": 3, "tres": 3, "trois": 3,
    "four": 4, "cuatro": 4, "quatre": 4, "five": 5, "cinco": 5, "cinq": 5, "six": 6, "seis": 6,
    "seven": 7, "siete": 7, "sept": 7, "eight": 8, "ocho": 8, "huit": 8, "nine": 9, "nueve": 9, "neuf": 9,
    "ten": 10, "diez": 10, "dix": 10, "a few": 3, "few": 3, "some": 3, "a couple of": 2, "unos": 3, "unas": 3, "quelques": 3,
    "several": 4, "varios": 4, "varias": 4, "plusieurs": 4, "many": 7, "lots of": 7, "a lot of": 7, "muchos": 7, "muchas": 7,
    "beaucoup de": 7, "a flock of": 6, "flock of": 6, "a herd of": 5, "herd of": 5, "a school of": 6, "a shoal of": 6,
    "shoal of": 6, "a group of": 4, "group of": 4, "a row of": 4, "row of": 4, "a family of": 4, "a crowd of": 7, "crowd of": 7,
}  # fmt: skip
SIZES: Mapping[str, float] = {
    "tiny": 0.6, "small": 0.75, "little": 0.75, "short": 0.85, "big": 1.3, "large": 1.3, "tall": 1.25, "huge": 1.55,
    "giant": 1.55, "enormous": 1.55, "pequeño": 0.75, "pequeña": 0.75, "grande": 1.3, "grand": 1.3, "petit": 0.75,
    "petite": 0.75, "pequeños": 0.75, "pequeñas": 0.75, "grandes": 1.3, "grands": 1.3, "petits": 0.75, "petites": 0.75,
}  # fmt: skip
COLOURS: Mapping[str, str] = {
    "red": "#d9473a", "orange": "#ee8f35", "yellow": "#f5c84b", "green": "#5f9f52", "blue": "#3f80c4", "purple": "#7d62b0",
    "violet": "#7d62b0", "pink": "#ea8aa0", "white": "#fbfaf6", "black": "#3a3a46", "grey": "#8f9aa8", "gray": "#8f9aa8",
    "brown": "#97663f", "golden": "#e3b23f", "gold": "#e3b23f", "silver": "#c3cbd4", "turquoise": "#3fb0ac",
    "rojo": "#d9473a", "roja": "#d9473a", "amarillo": "#f5c84b", "amarilla": "#f5c84b", "verde": "#5f9f52", "azul": "#3f80c4",
    "blanco": "#fbfaf6", "blanca": "#fbfaf6", "negro": "#3a3a46", "negra": "#3a3a46", "rojos": "#d9473a", "rojas": "#d9473a",
    "rouge": "#d9473a", "jaune": "#f5c84b", "vert": "#5f9f52", "verte": "#5f9f52", "bleu": "#3f80c4", "bleue": "#3f80c4",
    "blanc": "#fbfaf6", "blanche": "#fbfaf6", "noir": "#3a3a46", "noire": "#3a3a46", "rouges": "#d9473a", "bleus": "#3f80c4",
}  # fmt: skip
SPOTS: Mapping[str, str] = {
    phrase: spot
    for spot, phrases in {
        "left": "on the left, at the left, to the left, on the left side, left, at left, a la izquierda, à gauche",
        "right": "on the right, at the right, to the right, on the right side, right, at right, a la derecha, à droite",
        "centre": "in the centre, in the center, in the middle, at the centre, at the center, centre, center, middle, "
        "en el centro, au centre, au milieu",
        "far": "in the distance, far away, in the background, at the back, distant, on the horizon, far off, at the horizon, "
        "a lo lejos, al fondo, au loin, à l'arrière-plan, faraway",
        "near": "in the foreground, in front, up close, close up, close-up, nearby, en primer plano, au premier plan",
        "high": "high up, high, at the top, overhead, high above, en lo alto, en haut",
        "low": "low, at the bottom, low down, abajo, en bas",
    }.items()
    for phrase in phrases.split(", ")
}
RELATIONS: Mapping[str, str] = {
    phrase: relation
    for relation, phrases in {
        "above": "over, above, high over, high above, encima de, por encima de, au-dessus de",
        "under": "under, below, beneath, underneath, debajo de, bajo, sous, au-dessous de",
        "on": "on, upon, on top of, onto, crossing, sobre, sur, on the side of",
        "in": "in, inside, into, within, en, dans, among, surrounded by",
        "behind": "behind, beyond, detrás de, derrière",
        "front": "in front of, before, delante de, devant",
        "beside": "beside, next to, near, by, alongside, close to, at, against, through, junto a, al lado de, cerca de, à côté de, près de",
        "between": "between, entre",
        "around": "around, round, orbiting, circling, revolving around, orbits, orbit around, in orbit around, going around, "
        "moving around, travelling around, traveling around, circles, alrededor de, autour de, orbits around, orbiting around, "
        "revolve around, revolves around, in an orbit around, in orbits around, on orbits around, on its orbit around, "
        "on an orbit around, in its orbit around, on their orbits around, in their orbits around, orbitando",
        "to": "to, from, across, along, towards, toward, out of, off, down to, up to, for, desde, hacia, hasta, depuis, vers",
        "of": "of, de, del, du, des, d'",
        "with": "with, con, avec, holding, carrying",
    }.items()
    for phrase in phrases.split(", ")
}
TIMES: Mapping[str, str] = {
    phrase: time
    for time, phrases in {
        "day": "day, daytime, noon, midday, afternoon, daylight, de día, jour",
        "dawn": "dawn, sunrise, morning, early morning, daybreak, amanecer, alba, aube, lever du soleil",
        "sunset": "sunset, dusk, evening, twilight, atardecer, puesta de sol, coucher de soleil, crépuscule, setting sun",
        "night": "night, midnight, nighttime, night-time, night sky, starry sky, starry night, starry, noche, nuit, at night, "
        "the dark, moonlit",
    }.items()
    for phrase in phrases.split(", ")
}
WEATHER: Mapping[str, str] = {
    phrase: weather
    for weather, phrases in {
        "rain": "rain, raining, rainy, rainfall, drizzle, shower, downpour, lluvia, lloviendo, pluie, rains, raindrops falling, "
        "wet weather",
        "storm": "storm, stormy, thunderstorm, tormenta, orage, tempête",
        "snow": "snow, snowing, snowy, snowfall, snows, nieve, nevando, neige, snow-covered, snow covered, blizzard, "
        "snow-capped, snowcapped, snow-topped",
        "grey": "cloudy, overcast, nublado, nuageux",
        "sunny": "sunny, sunlit, soleado, ensoleillé, bright sunshine",
    }.items()
    for phrase in phrases.split(", ")
}
SEASONS: Mapping[str, str] = {
    phrase: season
    for season, phrases in {
        "autumn": "autumn, autumnal, otoño, automne",
        "winter": "winter, wintry, invierno, hiver, icy, frozen",
        "summer": "summer, summery, springtime, in spring, verano, primavera, été, printemps",
    }.items()
    for phrase in phrases.split(", ")
}
DIAGRAMS: Mapping[str, str] = {
    "water cycle": "water cycle", "the water cycle": "water cycle", "ciclo del agua": "water cycle", "cycle de l'eau": "water cycle",
    "solar system": "orbits", "sistema solar": "orbits", "système solaire": "orbits", "orbit": "orbits", "orbits": "orbits",
    "orbital path": "orbits", "orbital paths": "orbits", "órbita": "orbits", "órbitas": "orbits", "orbite": "orbits", "orbites": "orbits",
    "ellipse": "ellipse", "elliptical": "ellipse", "ellipses": "ellipse", "oval": "ellipse", "elliptical orbit": "ellipse",
    "elliptical orbits": "ellipse", "oval orbit": "ellipse", "stretched orbit": "ellipse", "elipse": "ellipse", "elíptica": "ellipse",
    "elliptique": "ellipse", "elongated": "ellipse", "long orbit": "ellipse",
}  # fmt: skip
GROUPS: Mapping[str, tuple[str, ...]] = {
    "planets": ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune"),
    "inner planets": ("mercury", "venus", "earth", "mars"),
    "rocky planets": ("mercury", "venus", "earth", "mars"),
    "outer planets": ("jupiter", "saturn", "uranus", "neptune"),
    "gas giants": ("jupiter", "saturn", "uranus", "neptune"),
    "giant planets": ("jupiter", "saturn", "uranus", "neptune"),
    "children": ("girl", "boy", "girl"),
    "kids": ("girl", "boy", "girl"),
    "pupils": ("girl", "boy", "girl", "boy"),
    "students": ("girl", "boy", "girl", "boy"),
    "schoolchildren": ("girl", "boy", "girl", "boy"),
    "boys and girls": ("girl", "boy", "girl", "boy"),
    "people": ("woman", "man", "woman"),
    "niños": ("girl", "boy", "girl"),
    "alumnos": ("girl", "boy", "girl", "boy"),
    "enfants": ("girl", "boy", "girl"),
    "élèves": ("girl", "boy", "girl", "boy"),
    "gente": ("woman", "man", "woman"),
    "family": ("man", "woman", "girl"),
    "farm animals": ("cow", "sheep", "duck"),
    "planetas": ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune"),
    "planètes": ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune"),
}
FLYING = frozenset("fly flies flying flew hover hovering hovers soar soaring volando volant".split())
"""Verbs that put what they follow into the air."""
HARMLESS = frozenset(
    """
    and or then while as where which that who whose it its their his her this these those there here is are be being been
    was were has have having the all each every other another same own very more most so too also just only not no new old
    again side sides part parts piece edge surface top bottom view scene picture image illustration showing shown show shows
    seen looking look looks look at watching watches watch facing end back up down away out off toward together alone apart
    still slowly quickly gently softly fast faster slow slower high higher low lower deep deeper wide narrow long short near
    calm quiet peaceful beautiful pretty lovely nice happy smiling friendly curious busy warm hot cold cool fresh clean clear
    bright brighter dark soft thick thin heavy gentle strong empty full round flat smooth rough steep rocky sandy grassy green
    leafy misty foggy hazy shiny glowing golden colourful colorful simple cosy cozy tidy young old ancient modern wooden
    lush rolling wild great distant dry wet muddy salty liquid solid gas invisible visible natural real typical main whole
    half quarter first second third last next different similar several kind kinds type size sizes order line lines row
    shape distance light lights ray rays beam beams shade shadow colour colors colors heat warmth energy time year years
    water drops covered surrounded filled made called named labelled labeled large-scale shining shine shines
    el la los las lo le les l' d' un' y e et o ou que qui con se su sus son sa ses leur en al au aux a à por par para pour muy
    très calmo tranquila tranquilo calme cálido cálida chaud chaude brillante brillant subiendo sube monte montant cayendo cae tombant tombe
    flotando flottant navegando brilla brille suben montent caen tombent fluye coule hay está están est sont
    water agua eau ring rings crater craters roof roofs door doors window windows wheel wheels trunk branch branches tail
    tails bark petals stem stems sails deck flag wing wings nose hat coat dress shirt pole poles equator atmosphere continents
    one's 's across through along for to from of into by per than like between closest closer furthest farthest nearest far
    """.split()
)
VERBS = frozenset(
    """
    rise fall float flow shine drift glow sparkle gather form stand sit lie lean grow hang move turn spin rotate travel go come
    pass run walk climb swim sail dive jump play work study read write draw point wave hold carry look watch see observe gaze
    explain teach learn listen talk speak smile think measure drink eat pour drip drop boil melt freeze evaporate condense
    cool warm heat soak sink seep collect absorb return change become make turn send pull push attract tug fall blow bend
    sway sleep rest graze land launch start fly leave enter reach cross follow lead wind snake meander cover fill surround hide
    peek show orbit circle revolve loop race speed slow splash pelt trickle rush tumble spray swirl spread stretch reflect
    catch bring take give let keep stay live wait help discover invent explore visit use build feed plant water pick lift drag
    light lit set illuminate brighten darken steam burn line dot frame tower loom rain snow roll break crash bubble share open
    close curve arc pour begin end form fetch bark sing buzz hop swing ride drive park stop
    """.split()
)


def verb_forms() -> frozenset[str]:
    """All forms of the verbs: rise, rises, rising, risen is left out; run, runs, running."""
    forms = set()
    for verb in VERBS:
        stem = verb.removesuffix("e")
        forms |= {
            verb,
            f"{verb}s",
            f"{verb}es",
            f"{stem}ing",
            f"{stem}ed",
            f"{verb}{verb[-1]}ing",
            f"{verb}{verb[-1]}ed",
            f"{verb}ing",
        }
        forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"} if verb.endswith("y") else set()
    irregular = "fell rose rising flown blown grown seen shown drawn written taken given made held stood sat lay lying frozen melted bent spun swept wound"
    return frozenset(forms | set(irregular.split()))
