# ruff: noqa: E501 - tables of words
"""Phrases that ask for a diagram, in all languages, and what diagrams name in their own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

PHRASES = {
    "water cycle": "water cycle, the water cycle, ciclo del agua, el ciclo del agua, cycle de l' eau, le cycle de l' eau",
    "gas cycle": "oxygen cycle, carbon cycle, oxygen and carbon cycle, carbon dioxide and oxygen cycle, carbon and oxygen cycle, gas exchange, ciclo del oxígeno, ciclo del carbono, el ciclo del oxígeno, el ciclo del carbono, intercambio de gases, cycle de l' oxygène, le cycle de l' oxygène, cycle du carbone, le cycle du carbone, échange de gaz, échanges gazeux",
    "solar system": "solar system, sistema solar, système solaire",
    "orbits": "orbit, orbits, orbital path, orbital paths, órbita, órbitas, orbite, orbites",
    "ellipse": "ellipse, elliptical, ellipses, oval, elliptical orbit, elliptical orbits, oval orbit, stretched orbit, elipse, elíptica, elliptique, elongated, long orbit",
    "phases": "phases of the moon, moon phases, lunar phases, the moon's phases, moon's phases, the phases of the moon, fases de la luna, fases lunares, phases de la lune, phases lunaires",
    "solar eclipse": "diagram of a solar eclipse, solar eclipse diagram, how a solar eclipse happens, diagram of an eclipse, eclipse diagram, diagram of an eclipse of the sun, diagrama de un eclipse solar, diagrama de un eclipse, cómo ocurre un eclipse solar, schéma d'une éclipse solaire, schéma d'une éclipse de soleil, schéma d'une éclipse",
    "lunar eclipse": "lunar eclipse, eclipse of the moon, diagram of a lunar eclipse, how a lunar eclipse happens, diagram of an eclipse of the moon, eclipse lunar, eclipse de luna, diagrama de un eclipse lunar, diagrama de un eclipse de luna, éclipse lunaire, éclipse de lune, schéma d'une éclipse lunaire, schéma d'une éclipse de lune",
    "cycle": "life cycle, life-cycle, life cycles, cycle of life, cycle of, a cycle, cycle diagram, the cycle, stages in the life, stages of life, the life cycle, a life cycle, the cell cycle, a cycle of, the cycle of, the cycle of life, ciclo de vida, ciclo vital, un ciclo, el ciclo, el ciclo de vida, un ciclo de vida, el ciclo vital, el ciclo celular, el ciclo de, un ciclo de, cycle de vie, cycle de la vie, le cycle de vie, un cycle de vie, le cycle de la vie, le cycle cellulaire, le cycle de, un cycle de, un cycle, le cycle, cell cycle, ciclo celular, cycle cellulaire",
    "section": "cross-section of, cross section of, cross-section through, cross section through, section through, a section of, cut-away of, cutaway of, cut-away view of, cutaway view of, cut-away, cutaway, layers of, the layers of, layers inside, the layers inside, three layers of, four layers of, the three layers of, the four layers of, structure of, the structure of, interior of, the inside of, inside of, anatomy of, parts of, the parts of, in cross-section, in cross section, cut open, cut in half, "
    "corte de, un corte de, sección de, corte transversal de, capas de, las capas de, tres capas de, las tres capas de, cuatro capas de, estructura de, la estructura de, interior de, el interior de, anatomía de, partes de, las partes de, en corte, cortado por la mitad, cortada por la mitad, "
    "coupe de, coupe d', une coupe de, vue en coupe de, coupe transversale de, couches de, les couches de, trois couches de, les trois couches de, quatre couches de, structure d', la structure de, intérieur de, l'intérieur de, anatomie de, parties de, les parties de, en coupe, coupé en deux, coupée en deux",
    "section earth": "inside the earth, inside of the earth, the inside of the earth, interior of the earth, the interior of the earth, dentro de la tierra, el interior de la tierra, interior de la tierra, à l' intérieur de la terre, l' intérieur de la terre, intérieur de la terre",
    "chain": "food chain, a food chain, food chains, cadena alimentaria, cadena alimenticia, cadena trófica, chaîne alimentaire",
    "route": "map with a route, map with the route, map with route, map of a route, map of the route, map showing a route, map showing the route, map of a journey, map of the journey, map with a path, route map, route on a map, route across a map, map with a dotted line, treasure map with a route, map of the way, map showing the way, "
    "mapa con una ruta, mapa con la ruta, mapa de una ruta, mapa de la ruta, mapa con un camino, mapa del camino, mapa del viaje, mapa de un viaje, "
    "carte avec un itinéraire, carte avec une route, carte avec un chemin, carte d'un itinéraire, carte d'un voyage, carte du voyage, carte avec un trajet, carte avec un parcours",
    "before after": "before and after, before-and-after, before and after picture, before :, antes y después, antes :, avant et après, avant-après, avant :",
    "sizes": "sizes of, the sizes of, size comparison, comparison of sizes, size comparison of, comparing the sizes of, compare the sizes of, sizes compared, scale of sizes, scale of, relative sizes of, how big are, heights of, the heights of, tamaños de, los tamaños de, comparación de tamaños, comparación de tamaño, escala de tamaños, alturas de, tailles de, les tailles de, comparaison de tailles, comparaison des tailles, échelle des tailles, hauteurs de",
    "rising sizes": "from smallest to largest, from smallest to biggest, from the smallest to the largest, from the smallest to the biggest, from small to large, in order of size, smallest to largest, ordered by size, del más pequeño al más grande, de menor a mayor, por tamaño, du plus petit au plus grand, par taille, par ordre de taille",
    "sequence": "steps :, the steps :, stages :, the stages :, sequence, a sequence, sequence of, in sequence, step by step, steps in order, stages of growth, stages of growth of, stages of, the stages of, growth stages of, stages in the growth of, the growth of, growth of, etapas de, las etapas de, etapas del crecimiento de, crecimiento de, el crecimiento de, étapes de, les étapes de, étapes de la croissance de, croissance de, la croissance de, timeline, timeline of, pasos :, los pasos :, etapas :, las etapas :, secuencia, paso a paso, línea de tiempo, línea del tiempo, étapes :, les étapes :, séquence, suite d'étapes, étape par étape, frise chronologique",
}
"""By diagram."""
NAMED = {
    "section": "crust mantle core outer inner magma chamber vent crater lava ash cloud layers layer cuticle epidermis upper lower palisade spongy cells cell vein stoma stomata enamel dentine dentin pulp gum gums root roots nerve "
    "topsoil subsoil bedrock humus rings ring bark heartwood sapwood pith petal sepal stamen anther pistil stigma ovary ovule lens iris retina cornea pupil dermis hair sweat gland fat shelf slope trench ridge abyssal plain labels label labelled labeled etiquetas étiquettes named simple diagram jaw bone "
    "corteza manto núcleo externo interno cámara magmática chimenea cráter ceniza capas cutícula epidermis parénquima haz estoma esmalte dentina pulpa encía raíz nervio subsuelo anillos madera "
    "croûte manteau noyau externe interne chambre magmatique cheminée cratère cendres couches cuticule épiderme palissade lacuneux nervure stomate émail dentine pulpe gencive racine nerf sous-sol anneaux écorce",
    "water cycle": "evaporation condensation precipitation runoff groundwater collection infiltration evaporación condensación precipitación escorrentía évaporation précipitations ruissellement",
    "gas cycle": "photosynthesis respiration breathing gases fotosíntesis respiración photosynthèse respiration",
    "phases": "new full crescent gibbous quarter first last third waxing waning nueva llena creciente menguante cuarto nouvelle pleine croissant premier dernier quartier eight different",
    "solar eclipse": "shadow umbra penumbra line sombra penumbra ombre pénombre",
    "lunar eclipse": "shadow umbra penumbra line sombra penumbra ombre pénombre",
    "sizes": "compared comparison compare size sizes scale comparados comparadas comparación tamaño comparés comparées taille",
    "rising sizes": "compared comparison compare size sizes scale comparados comparadas tamaño comparés comparées taille",
    "chain": "eaten eats energy producer consumer",
    "cycle": "adult adults adulto adulta adultos adulte adultes joven jeune young newborn grown fully stages stage phase phases back again mitosis",
    "sequence": "step steps stage stages first second last finally grows into",
    "route": "dashed dotted marked winding red showing passing past over via between them stops stop named compass pasando pasa passant passe entre par pin way journey voyage route path past",
}
"""Words that need not be drawn: the diagram shows them anyhow."""
LANDMARKS = {
    "harbour": "jetty", "sea": "sailing-ship", "beach": "palm", "coast": "lighthouse", "lake": "water-lily",
    "river": "bridge", "mountain": "mountain-peak", "jungle": "palm", "forest": "pine", "savanna": "acacia",
    "snow": "igloo", "desert": "cactus", "hill": "tree", "field": "wheat", "village": "village", "city": "village",
    "street": "house", "market": "market-stall", "farm": "barn", "garden": "flower", "park": "tree", "castle": "castle",
    "egypt": "pyramid", "forum": "temple", "museum": "museum", "hospital": "hospital", "library": "library",
    "theatre": "theatre", "shop": "shop", "cafe": "cafe", "factory": "factory", "playground": "slide", "road": "signpost",
    "underground": "cave", "classroom": "school", "room": "house",
}  # fmt: skip
"""What stands for a place on a map."""


CUT = {
    "section soil": "soil, the soil, ground, the ground, suelo, el suelo, tierra de cultivo, sol, le sol",
    "section skin": "skin, the skin, human skin, the human skin, piel, la piel, peau, la peau",
    "section ocean": "ocean floor, the ocean floor, the seabed, seabed, the sea floor, sea floor, the ocean, ocean, the sea, océano, fondo del mar, fondo marino, fondo oceánico, océan, l' océan, fond marin, fonds marins, fond de l' océan",
    "section trunk": "tree trunk, a tree trunk, trunk, a trunk, the trunk of a tree, tronco, un tronco, tronco de árbol, tronc, un tronc, tronc d' arbre",
}
"""What is cut open and is no thing: it stands after the phrases of `section`."""


WAYS = (
    (
        "map with, map showing, map of, treasure map with, old map with, treasure map showing, old map showing",
        "a, the, ",
        "dashed, dotted, red, winding, marked, ",
        "route, path, line, trail, journey, way",
    ),
    (
        "mapa con, mapa de, mapa del tesoro con, mapa antiguo con",
        "una, un, la, el, ",
        "",
        "ruta, camino, línea, recorrido, viaje",
    ),
    (
        "carte avec, carte d', carte montrant, carte au trésor avec, vieille carte avec",
        "un, une, la, le, l', ",
        "",
        "itinéraire, route, chemin, ligne, parcours, trajet, voyage",
    ),
)
"""What a map of a route is called: sheets, articles, adjectives, ways."""
DASHED = "ligne pointillée, ligne en pointillés, itinéraire en pointillés, route en pointillés, línea de puntos, línea discontinua, línea punteada, ruta punteada, ruta de puntos, ruta discontinua, dotted line, dashed line, dotted route, dashed route, dashed path, dotted path, dotted trail, dashed trail"


def _ways() -> Iterator[str]:
    """Phrases for maps of routes."""
    for texts in WAYS:
        for words in product(*(text.split(", ") for text in texts)):
            yield " ".join(" ".join(words).split())
    yield from DASHED.split(", ")


def table() -> Mapping[str, str]:
    """From each phrase to its diagram; `de` also as it melts with an article."""
    found = {phrase.strip(): name for name, text in PHRASES.items() for phrase in text.split(", ")}
    found |= dict.fromkeys(_ways(), "route")
    melted = {phrase.removesuffix("de") + form: name for phrase, name in found.items() if phrase.endswith(" de")
              for form in ("d'", "del", "du", "des")}  # fmt: skip
    heads = [phrase for phrase, name in (found | melted).items() if name == "section"]
    cut = {f"{head} {topic}": name for head in heads for name, text in CUT.items() for topic in text.split(", ")}
    return {_apart(phrase): name for phrase, name in (cut | melted | found).items()}


def _apart(phrase: str) -> str:
    """As words are read: `d'une` is two."""
    return " ".join(phrase.replace("d'", "d' ").replace("l'", "l' ").split())
