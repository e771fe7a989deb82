# ruff: noqa: E501 - tables of words
"""Phrases that ask for a diagram, in all languages, and what diagrams name in their own way."""

from __future__ import annotations

PHRASES = {
    "water cycle": "water cycle, ciclo del agua, cycle de l'eau",
    "gas cycle": "oxygen cycle, carbon cycle, oxygen and carbon cycle, carbon dioxide and oxygen cycle, carbon and oxygen cycle, gas exchange, ciclo del oxígeno, ciclo del carbono, intercambio de gases, cycle de l'oxygène, cycle du carbone, échange de gaz, échanges gazeux",
    "solar system": "solar system, sistema solar, système solaire",
    "orbits": "orbit, orbits, orbital path, orbital paths, órbita, órbitas, orbite, orbites",
    "ellipse": "ellipse, elliptical, ellipses, oval, elliptical orbit, elliptical orbits, oval orbit, stretched orbit, elipse, elíptica, elliptique, elongated, long orbit",
    "phases": "phases of the moon, moon phases, lunar phases, moon's phases, fases de la luna, fases lunares, phases de la lune, phases lunaires",
    "solar eclipse": "diagram of a solar eclipse, solar eclipse diagram, how a solar eclipse happens, diagram of an eclipse, eclipse diagram, diagram of an eclipse of the sun, diagrama de un eclipse solar, diagrama de un eclipse, cómo ocurre un eclipse solar, schéma d'une éclipse solaire, schéma d'une éclipse de soleil, schéma d'une éclipse",
    "lunar eclipse": "lunar eclipse, eclipse of the moon, diagram of a lunar eclipse, how a lunar eclipse happens, diagram of an eclipse of the moon, eclipse lunar, eclipse de luna, diagrama de un eclipse lunar, diagrama de un eclipse de luna, éclipse lunaire, éclipse de lune, schéma d'une éclipse lunaire, schéma d'une éclipse de lune",
    "cycle": "life cycle, life-cycle, life cycles, cycle of life, cycle of, a cycle, cycle diagram, the cycle, stages in the life, stages of life, ciclo de vida, ciclo vital, un ciclo, el ciclo, ciclo de, cycle de vie, cycle de, un cycle, le cycle, growth cycle, cycle diagram, stages of the life cycle of, diagram of the life cycle",
    "section": "cross-section of, cross section of, cross-section through, cross section through, section through, section of, cut-away of, cutaway of, cut-away view of, cutaway view of, cut-away, cutaway, layers of, layers inside, three layers of, four layers of, structure of, interior of, inside of, anatomy of, parts of, in cross-section, in cross section, cut open, cut in half, corte de, sección de, corte transversal de, capas de, tres capas de, cuatro capas de, estructura de, interior de, anatomía de, partes de, en corte, cortado por la mitad, cortada por la mitad, coupe de, vue en coupe de, coupe transversale de, couches de, trois couches de, quatre couches de, structure d', intérieur de, anatomie de, parties de, en coupe, coupé en deux, coupée en deux, labelled diagram of, diagram of the parts of, layers that make up, five layers of, sliced open, sliced in half, inside view of, sección transversal de, esquema de las partes de, schéma des parties de, five parts of, abierto por la mitad, section of",
    "section earth": "inside the earth, inside of the earth, interior of the earth, dentro de la tierra, interior de la tierra, à l'intérieur de la terre, intérieur de la terre",
    "chain": "food chain, food chains, cadena alimentaria, cadena alimenticia, cadena trófica, chaîne alimentaire",
    "route": "ligne pointillée, ligne en pointillés, itinéraire en pointillés, route en pointillés, línea de puntos, línea discontinua, línea punteada, ruta punteada, ruta de puntos, ruta discontinua, dotted line, dashed line, dotted route, dashed route, dashed path, dotted path, dotted trail, dashed trail",
    "before after": "before and after, before-and-after, before and after picture, before :, antes y después, antes :, avant et après, avant-après, avant :, same place before and after",
    "sizes": "sizes of, size comparison, comparison of sizes, size comparison of, comparing the sizes of, compare the sizes of, sizes compared, scale of sizes, scale of, relative sizes of, how big are, heights of, tamaños de, comparación de tamaños, comparación de tamaño, escala de tamaños, alturas de, tailles de, comparaison de tailles, échelle des tailles, hauteurs de",
    "rising sizes": "from smallest to largest, from smallest to biggest, from small to large, in order of size, smallest to largest, ordered by size, del más pequeño al más grande, de menor a mayor, por tamaño, du plus petit au plus grand, par taille, par ordre de taille",
    "sequence": "steps :, stages :, sequence, a sequence, sequence of, in sequence, step by step, steps in order, stages of growth, stages of growth of, stages of, growth stages of, stages in the growth of, growth of, etapas de, etapas del crecimiento de, crecimiento de, étapes de, étapes de la croissance de, croissance de, timeline, timeline of, pasos :, etapas :, secuencia, paso a paso, línea de tiempo, étapes :, suite d'étapes, étape par étape, frise chronologique, how to grow, growing from, grow from, comment pousse, steps in the growth of, steps of, four steps :, process of, the process :, proceso de, growth stages",
    "cycle cell": "cell cycle, ciclo celular, cycle cellulaire, stages of mitosis, phases of mitosis, mitosis, fases de la mitosis, phases de la mitose, mitose",
    "cycle human": "human life cycle, life cycle of a human, life cycle of a person, life cycle of human beings, stages of human life, human growth, ages of man, ciclo de vida humano, ciclo de vida del ser humano, ciclo de vida de una persona, etapas de la vida humana, cycle de vie humain, cycle de vie de l'être humain, cycle de la vie humaine, âges de la vie, étapes de la vie humaine",
    "cycle rock": "rock cycle, cycle of rocks, ciclo de las rocas, cycle des roches",
    "cycle nitrogen": "nitrogen cycle, ciclo del nitrógeno, cycle de l'azote",
    "cycle recycling": "recycling cycle, recycling process, cycle of recycling, recycling loop, ciclo del reciclaje, proceso de reciclaje, cycle du recyclage",
    "seasons": "cycle of the seasons, four seasons, seasons of the year, the seasons, ciclo de las estaciones, cuatro estaciones, estaciones del año, quatre saisons, saisons de l'année, cycle des saisons, les saisons, las estaciones",
    "day and night": "cycle of day and night, day and night cycle, day-night cycle, how day and night happen, why day and night happen, why we have day and night, day and night on earth, diagram of day and night, ciclo del día y la noche, día y noche en la tierra, por qué hay día y noche, alternance du jour et de la nuit, cycle du jour et de la nuit, jour et nuit sur la terre",
    "web": "food web, food webs, red trófica, red alimentaria, réseau trophique, réseau alimentaire, toile alimentaire",
    "pyramid": "food pyramid, energy pyramid, ecological pyramid, pyramid of numbers, trophic pyramid, pirámide alimenticia, pirámide alimentaria, pirámide ecológica, pirámide trófica, pirámide de energía, pyramide alimentaire, pyramide écologique, pyramide des âges, pyramide d'énergie",
    "cell plant": "plant cell with, plant cell showing, leaf cell with, célula vegetal con, cellule végétale avec",
    "cell animal": "animal cell with, animal cell showing, human cell with, cell with, célula animal con, célula con, cellule animale avec, cellule avec",
    "body": "human body, body outline, outline of a body, outline of a person, outline of a human, body diagram, organs of the body, cuerpo humano, silueta humana, silueta del cuerpo, órganos del cuerpo, corps humain, silhouette humaine, organes du corps, silhouette du corps",
}
"""By diagram, each phrase once: articles and forms of `de` make no difference."""
NAMED = {
    "pyramid": "pyramid producers producer consumers consumer predators predator base level levels top bottom energy productores consumidores producteurs consommateurs food",
    "seasons": "seasons season year spring summer autumn winter estaciones saisons changing changes through",
    "day and night": "axis spinning rotation turns sunlight rays light eje rotación axe day night half",
    "before after": "fire wildfire burnt burned incendio incendie brûlé brûlée quemado quemada flood flooded flooding floods storm earthquake drought melted melting melts thaw dried cut felled logging deforestation clean-up cleaned dirty clean polluted pollution full renovation restoration change changed "
    "inundación inundado tormenta terremoto sequía derretido derrite limpio limpia sucio sucia deforestación inondation tempête séisme sécheresse fondu fondue fonte propre sale pollué polluée déforestation nettoyage limpieza glace ice down cortados talados abattus coupés",
    "body": "head chest belly outline inside organs organ visible places place cabeza pecho órganos tête poitrine ventre organes bladder",
    "cell": "membrane cytoplasm wall vacuole golgi reticulum lysosome lysosomes organelles nucleolus inside membrana citoplasma pared vacuola paroi cytoplasme orgánulos organites",
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
    "web": "eaten eats energy producer consumer producers consumers",
    "chain": "eaten eats energy producer consumer",
    "cycle": "adult adults adulto adulta adultos adulte adultes joven jeune young newborn grown fully stages stage phase phases back again mitosis",
    "sequence": "step steps stage stages first second last finally grows into",
    "map": "north south east west norte sur este oeste nord sud est ouest northern southern eastern western north-east north-west south-east south-west northeast northwest southeast southwest "
    "dashed dotted marked route path line trail symbols symbol key legend x marks spot treasure old leading leads compass shore coast tip side corner camino ruta tesoro trésor",
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
    "section soil": "soil, ground, suelo, tierra de cultivo, sol",
    "section skin": "skin, human skin, piel, peau",
    "section ocean": "ocean floor, seabed, sea floor, ocean, sea, océano, fondo del mar, fondo marino, fondo oceánico, fond marin, fonds marins, fond de l'océan",
    "section trunk": "tree trunk, trunk, trunk of a tree, tronco, tronco de árbol, tronc, tronc d'arbre",
}
"""What is cut open and is no thing: it stands after the phrases of `section`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHEETS = _words("map mapa carte plan")
SHOWING = _words("with showing con mostrando que muestra avec montrant")
WAYS = _words(
    "route path line trail journey way voyage ruta camino línea recorrido viaje itinéraire chemin ligne parcours trajet"
)
WAY_WORDS = _words(
    "dashed dotted marked winding red blue black green yellow orange purple white discontinua punteada roja azul negra de puntos rouge bleu bleue noir noire pointillée pointillés en"
)
BEFORE_MAP = _words(
    "draw make show dibuja dessine our my their notre mon nuestro mi treasure old pirate hand-drawn drawn simple illustrated picture colourful big large small road tourist antiguo viejo tesoro del sencillo vieille ancienne trésor au of de drawing diagram"
)
MAPPED = _words("island isla île ile country país pays kingdom reino royaume")
"""A map with a way across it: its sheets, words between, the ways; and the lands that a map shows."""
APPARATUS = _words(
    "arrow arrows flecha flechas flèche flèches label labels labelled labeled etiquetas étiquettes them ellos ellas eux elles each next cada chaque "
    "connecting linking joining connected linked joined connects link joined going pointing stage stages step steps phase phases etapa etapas fase fases étape étapes paso pasos "
    "diagram diagrama schéma esquema poster affiche chart drawing dibujo dessin showing shows numbered"
)
"""What a diagram has anyway, or is: no things."""
STAGES = _words(
    "stage stages step steps phase phases etapa etapas fase fases paso pasos étape étapes levels level niveles niveaux"
)
BETWEEN = _words("between entre")
LINES = WAYS | _words("arrow arrows flecha flechas flèche flèches line lines")
DOTTED = _words("dotted dashed discontinua punteada pointillée pointillés puntos pointillé punteado")
"""Words for the lines of a diagram, and how they are."""
HOW = _words("how cómo comment")
GROWS = _words(
    "grow grows develops develop becomes become turns crece crecen desarrolla convierte hatch hatches nace nacen éclot naît pousse poussent grandit devient deviennent"
)
"""`How a seed grows` is a sequence."""
DIRECTIONS = {
    "north": "north", "south": "south", "east": "east", "west": "west", "norte": "north", "sur": "south",
    "este": "east", "oeste": "west", "nord": "north", "sud": "south", "est": "east", "ouest": "west",
    "northern": "north", "southern": "south", "eastern": "east", "western": "west",
    "north-east": "north-east", "north-west": "north-west", "south-east": "south-east", "south-west": "south-west",
    "northeast": "north-east", "northwest": "north-west", "southeast": "south-east", "southwest": "south-west",
    "middle": "centre", "centre": "centre", "center": "centre", "centro": "centre",
}  # fmt: skip
"""Sides of a map."""
CHANGES = {
    "dirty": _words("dirty polluted rubbish litter pollution sucio sucia contaminado contaminada sale pollué polluée"),
    "clean": _words("clean cleaned clean-up cleaning limpio limpia limpieza limpiar propre nettoyage nettoyé nettoyée"),
    "burn": _words("burnt burned burning fire wildfire quemado quemada incendio brûlé brûlée incendie"),
    "cut": _words(
        "cut felled logging deforestation deforested chopped logged cortados talados talado deforestación coupés abattus déforestation"
    ),
    "melt": _words(
        "melt melts melted melting thaw thawed warming derretido derretirse derrite derritió fondu fondue fond fonte fondre"
    ),
    "dry": _words("dry dried drought sequía seco seca sécheresse sec sèche asséché asséchée"),
    "flood": _words("flood flooded flooding floods inundación inundado inundada inondation inondé inondée"),
    "grow": _words("grown grew growth bigger crecido creció grandi urbanisation urbanization development"),
    "quake": _words(
        "earthquake destroyed ruined bombed war terremoto destruido destruida séisme tremblement détruit détruite guerra guerre"
    ),
}
"""What happens between a picture and the next."""
STUMPS = dict.fromkeys(("tree", "pine", "oak", "birch", "palm", "fruit-tree"), "tree-stump")
THINGS_AFTER = {
    "burn": STUMPS,
    "cut": STUMPS,
    "melt": {
        "glacier": "mountain-peak",
        "snowman": "puddle",
        "ice-cube": "puddle",
        "iceberg": "puddle",
        "igloo": "puddle",
        "snow-heap": "puddle",
        "ice-cream": "puddle",
        "icicle": "puddle",
        "snowflake": "drop",
    },
    "dry": {"fish": "", "boat": "", "duck": "", "puddle": "", "water-lily": ""},
    "quake": {
        "house": "ruin",
        "village": "ruin",
        "church": "ruin",
        "temple": "ruin",
        "castle": "ruin",
        "cottage": "ruin",
        "school": "ruin",
    },
}
"""What each change makes of a thing; empty: it is gone."""
PLACES_AFTER = {
    "melt": {"snow": "country"},
    "dry": {"river": "desert", "lake": "desert", "pond": "desert", "field": "desert"},
    "grow": {"village": "city", "field": "city", "country": "city"},
    "flood": {"street": "street"},
}
"""And of a place."""
SIGNS = {"plus": "plus", "+": "plus", "más": "plus", "minus": "minus", "menos": "minus", "moins": "minus"}
EQUALS = _words("= equals equal makes make igual iguales son égale égal égalent font fait")
COUNTS = _words(
    "one two three four five six seven eight nine ten uno un una dos tres cuatro cinco seis siete ocho nueve diez une deux trois quatre cinq sept huit neuf dix"
)
"""A sum: signs between counted things."""
