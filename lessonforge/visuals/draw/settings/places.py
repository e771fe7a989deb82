# ruff: noqa: E501 - tables of words
"""The places that a prompt can name, in English, Spanish and French, and how a scene's backdrop is laid from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace

from lessonforge.visuals.draw.palettes import LAND, LIGHTS, Light
from lessonforge.visuals.draw.settings import (
    afar,
    below,
    beyond,
    castle,
    cave,
    country,
    duty,
    green,
    grown,
    halls,
    home,
    inside,
    kitchen,
    learning,
    market,
    old,
    play,
    pond,
    public,
    sheets,
    solemn,
    still,
    town,
    travel,
    views,
    work,
)
from lessonforge.visuals.draw.settings.stage import Stage


@dataclass(frozen=True)
class Place:
    """A place: its names by language, and what lays the whole of it (None: it is a part of an outdoor view)."""

    en: str
    es: str
    fr: str
    lay: Callable[[Stage], None] | None = None
    indoor: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in all languages."""
        return tuple(name for language in ("en", "es", "fr") for name in self.named(language))

    def named(self, language: str) -> tuple[str, ...]:
        """Its names in one of `en`, `es`, `fr`."""
        written: str = getattr(self, language)
        return tuple(name.strip() for name in written.split(","))


PLACES: Mapping[str, Place] = {
    "classroom": Place(
        "classroom, art room, kindergarten, lesson, class, schoolroom, in class, at school, in a school, in the school",
        "aula, clase, salón de clases, en la escuela, en el colegio",
        "salle de classe, classe, à l'école", learning.classroom, True),
    "lab": Place(
        "lab, laboratory, science lab, in a laboratory, chemistry lab, research lab, science room",
        "laboratorio, en el laboratorio, laboratorio de ciencias", "laboratoire, au laboratoire, labo, salle de sciences", learning.lab, True),
    "hospital": Place(
        "hospital, in a hospital, in the hospital, hospital ward, hospital room, ward, operating room, operating theatre, dentist's, at the dentist, dental surgery, clinic, doctor's office, surgery, doctor's surgery",
        "hospital, en el hospital, quirófano, en el dentista, clínica, sala de hospital, consultorio", "hôpital, à l'hôpital, bloc opératoire, chez le dentiste, cabinet du dentiste, clinique, chambre d'hôpital, cabinet médical", work.ward, True),
    "office": Place(
        "office, in an office, office room, at work, meeting room, bank, in a bank, computer room, in the post office, at the post office", "oficina, en la oficina, despacho, sala de ordenadores, en correos, en la oficina de correos", "bureau d'entreprise, au bureau, salle de réunion, banque, salle informatique, à la poste", work.office, True),
    "factory": Place(
        "factory, workshop, in a factory, factory hall, assembly line, works, in a workshop, garage",
        "fábrica, taller, garaje, en una fábrica, cadena de montaje", "usine, atelier, dans une usine, chaîne de montage", halls.workshop, True),
    "kitchen": Place(
        "kitchen, kitchen counter, kitchenette", "cocina, encimera", "cuisine, plan de travail", kitchen.kitchen, True),
    "bedroom": Place(
        "bedroom, bed room, children's room, nursery, hotel, hotel room",
        "dormitorio, habitación de los niños, alcoba, hotel", "chambre, chambre à coucher, chambre d'enfant, hôtel", home.bedroom, True),
    "cafe": Place(
        "café, cafe, coffee shop, coffee house, restaurant, bar, bistro, tea room, in a café, in a cafe, at a café, canteen, cafeteria",
        "cafetería, restaurante, bar, en un café, comedor", "café, restaurant, bistrot, bistro, au café, dans un café, cantine", public.cafe, True),
    "shop": Place(
        "shop, store, grocery, grocery store, supermarket, in a shop, in the shop, bakery, greengrocer's, pharmacy, chemist's, drugstore, butcher's, hairdresser's, corner shop, toy shop, bookshop",
        "tienda, supermercado, panadería, farmacia, peluquería, carnicería, frutería, en una tienda", "magasin, boutique, épicerie, supermarché, boulangerie, pharmacie, salon de coiffure, boucherie, dans un magasin", public.shop, True),
    "library": Place(
        "library, in a library, in the library, school library, reading room, archive",
        "biblioteca, en la biblioteca, sala de lectura", "bibliothèque, à la bibliothèque, salle de lecture, médiathèque", public.library, True),
    "museum": Place(
        "museum, in a museum, in the museum, gallery, art gallery, exhibition, museum hall, hall",
        "museo, en un museo, en el museo, galería de arte, exposición", "musée, au musée, dans un musée, galerie d'art, exposition", halls.museum, True),
    "theatre": Place(
        "theatre, theater, theatre stage, on stage, on a stage, stage, school play, theatre play, concert hall, opera",
        "teatro, escenario, en el escenario, obra de teatro", "théâtre, scène, sur scène, pièce de théâtre", halls.theatre, True),
    "throne": Place("throne room, castle hall, great hall, banquet hall, palace, in a palace, in the palace, inside a palace, royal hall",
        "sala del trono, salón del trono, palacio, en el palacio, en un palacio", "salle du trône, grande salle, palais, dans le palais, dans un palais", solemn.throne_room, True),
    "church": Place("church, cathedral, in a church, in the church, inside a church, inside the church, in a cathedral, in the cathedral, chapel, in a monastery, monastery",
        "iglesia, catedral, en la iglesia, en una iglesia, dentro de la iglesia, en la catedral, capilla, monasterio",
        "église, cathédrale, dans l' église, dans une église, à l' église, dans la cathédrale, chapelle, monastère", solemn.church, True),
    "courtroom": Place("courtroom, court room, law court, court of law, in court, parliament, trial",
        "tribunal, sala del tribunal, juzgado, parlamento, juicio", "tribunal, salle d'audience, au tribunal, parlement, procès", solemn.courtroom, True),
    "cinema": Place("in a cinema, in the cinema, at the cinema, movie theater, movie theatre, inside a cinema",
        "en el cine, en un cine, sala de cine", "au cinéma, dans un cinéma, dans le cinéma, salle de cinéma", solemn.cinema, True),
    "bathroom": Place("bathroom, washroom, restroom, bathhouse, laundry room, shower room, in the bath, toilets",
        "cuarto de baño, baño, aseo", "salle de bain, salle de bains, salle d'eau", duty.bathroom, True),
    "gym": Place("gym, gymnasium, sports hall, school gym, gym hall, indoor court, in the gym",
        "gimnasio, polideportivo, pabellón", "gymnase, salle de sport, salle de gym", duty.gym, True),
    "stable": Place("stable, barn, in a stable, in the stable, stables, inside a stable, cowshed, in a barn, in the barn, inside a barn, inside the barn, horse stable",
        "establo, granero, en el establo, en un establo, en el granero, en un granero, cuadra, dentro del establo",
        "étable, écurie, grange, dans l' étable, dans une étable, dans l' écurie, dans une écurie, dans la grange, dans une grange, à l' écurie", duty.stable, True),
    "pool": Place("swimming pool, pool, swimming baths, indoor pool, swimming lesson",
        "piscina, en la piscina, alberca", "piscine, à la piscine, bassin de natation", pond.pool, True),
    "circus": Place("circus, circus tent, circus ring, big top", "circo, carpa de circo, pista de circo",
        "cirque, chapiteau, piste de cirque", afar.circus),
    "room": Place(
        "room, living room, sitting room, lounge, study, home interior, indoors, observatory, dining room, waiting room, music room, corridor, hallway, cloakroom, changing room, attic, cellar, basement, staffroom, at home, inside a house, in the house, wall, floor",
        "habitación, sala, sala de estar, comedor de casa, pasillo de casa, desván, sótano, sala de música, sala de espera, salón, cuarto, en casa, dentro de casa",
        "pièce, salon, salle de séjour, séjour, salle à manger, couloir, grenier, salle de musique, salle d'attente, à la maison, dans la maison", home.living_room, True),
    "tabletop": Place(
        "tabletop, table top, on a table top, still life", "sobremesa, bodegón", "dessus de table, nature morte",
        still.tabletop, True),
    "space": Place(
        "space, outer space, night space, cosmos, solar system, in orbit, deep space, starry space",
        "espacio, espacio exterior, sistema solar, en órbita, cosmos, universo, en la estación espacial",
        "espace, système solaire, en orbite, cosmos, univers", beyond.space),
    "moon": Place(
        "on the moon, surface of the moon, moon surface, lunar surface, the moon's surface, on the surface of the moon",
        "en la luna, superficie lunar, superficie de la luna",
        "sur la lune, surface lunaire, surface de la lune", beyond.moon_surface),
    "cell": Place(
        "inside a cell, in a cell, inside the cell, in the cell, cytoplasm, within a cell",
        "dentro de una célula, en una célula, en la célula, dentro de la célula, citoplasma",
        "dans une cellule, dans la cellule, à l'intérieur d'une cellule, cytoplasme", inside.cell),
    "blood": Place(
        "bloodstream, blood vessel, inside the body, inside a blood vessel, in the blood, in the bloodstream, vein, artery, inside a vein, in the body",
        "torrente sanguíneo, vaso sanguíneo, dentro del cuerpo, en la sangre, vena, arteria",
        "circulation sanguine, vaisseau sanguin, dans le corps, dans le sang, veine, artère", inside.blood),
    "mars": Place(
        "on mars, surface of mars, mars surface, martian surface, on the surface of mars, martian desert, martian landscape",
        "en marte, superficie de marte, superficie marciana", "sur mars, surface de mars, surface martienne, paysage martien", beyond.mars_surface),
    "map": Place(
        "on a map, on the map, atlas, atlas page, old map, treasure map, map background, parchment, map of an island",
        "en un mapa, en el mapa, atlas, mapa antiguo, pergamino", "sur une carte, sur la carte, atlas, carte ancienne, parchemin", sheets.atlas),
    "page": Place(
        "page, plain page, sheet of paper, plain background, blank page, white background, paper background, on paper, plain paper",
        "página, hoja de papel, fondo liso, fondo blanco", "page, feuille de papier, fond uni, fond blanc, page blanche", sheets.page),
    "cave": Place(
        "in a cave, mine, in a mine, dungeon, inside a cave, in the cave, cavern, grotto, prison, jail, prison cell, dark cell, tomb, burial chamber, inside the cave, cave interior",
        "en una cueva, mina, mazmorra, cárcel, prisión, celda, tumba, dentro de una cueva, en la cueva, caverna, gruta", "dans une grotte, mine, cachot, prison, tombeau, tombe, dans la grotte, caverne, dans une caverne", cave.cave),
    "underground": Place(
        "underground, groundwater, aquifer, cross-section, cross section, soil layer, layer of soil, underground layer, water table, rock layer",
        "subsuelo, agua subterránea, bajo tierra, acuífero, capa de suelo",
        "sous-sol, eau souterraine, sous terre, nappe phréatique, couche de terre", below.underground),
    "underwater": Place(
        "underwater, seabed, sea floor, ocean floor, coral reef, under the sea, under water, reef",
        "bajo el agua, fondo del mar, bajo el mar, fondo marino, arrecife, arrecife de coral",
        "sous l'eau, sous la mer, fond de la mer, fond marin, récif, récif corallien", below.under_water),
    "station": Place("station, railway platform, train platform, station platform, platform, in a station, in the station, at the station, train station, railway station, at the train station, at the railway station, on the platform, subway station, metro station",
        "estación, andén, en el andén, en la estación, estación de tren, en una estación, estación de metro",
        "gare, quai de gare, quai de la gare, à la gare, dans la gare, dans une gare, sur le quai de la gare, station de métro", travel.station),
    "deck": Place("ship's deck, ship deck, boat deck, on the ship's deck, on a ship's deck, deck, deck of a ship, deck of the ship, on deck, on board, on board a ship, aboard a ship, on the deck",
        "cubierta, cubierta de un barco, cubierta del barco, a bordo, a bordo de un barco",
        "pont du bateau, pont d' un bateau, pont du navire, pont d' un navire, à bord, à bord d' un bateau", afar.deck),
    "site": Place("building site, landfill, rubbish dump, scaffolding, construction site, construction work, building work, quarry",
        "obra, obras, vertedero, andamio, en una obra, en construcción, cantera", "chantier, décharge, échafaudage, chantier de construction, carrière", afar.site),
    "camp": Place("campsite, camp, tent camp, camping, campground, in a camp",
        "campamento, camping, acampada", "camping, campement, camp", afar.camp),
    "wheat": Place("wheat field, cornfield, corn field, field of wheat, wheat fields, barley field, field of corn, grain field, ripe field, harvest field, golden field",
        "trigal, campo de trigo, campo de maíz, campos de trigo, trigales", "champ de blé, champ de maïs, champs de blé, blés", grown.wheat),
    "orchard": Place("orchard, apple orchard, fruit orchard, orange grove, olive grove",
        "huerto de manzanos, manzanar, huerta de frutales, naranjal, olivar, campo de olivos", "verger, verger de pommiers, oliveraie", grown.orchard),
    "vineyard": Place("vineyard, vineyards, in the vines, in a vineyard, in the vineyard", "viñedo, viña, viñedos, en el viñedo, en un viñedo", "vignoble, vignes, dans les vignes, dans le vignoble, dans un vignoble, dans la vigne", grown.vineyard),
    "terraces": Place("rice terraces, rice terrace, rice paddy, rice paddies, rice field, rice fields, paddy field, terraced fields",
        "arrozal, arrozales, terrazas de arroz, campo de arroz, campos de arroz", "rizière, rizières, rizières en terrasses, terrasses de riz", grown.terraces),
    "pond": Place("pond, duck pond, garden pond, village pond, marsh, wetland, swamp, bog",
        "estanque, charca, pantano, laguna, ciénaga", "étang, mare, marais, marécage", pond.pond),
    "egypt": Place(
        "ancient egypt, egypt, in egypt, land of the pharaohs, by the nile",
        "antiguo egipto, egipto, tierra de los faraones",
        "égypte ancienne, égypte antique, égypte, pays des pharaons", old.egypt),
    "forum": Place(
        "ancient rome, roman forum, forum, ancient city, roman city, roman town, roman street, roman market, ancient greece, "
        "agora, acropolis",
        "antigua roma, roma antigua, foro romano, foro, ciudad antigua, ciudad romana, calle romana, antigua grecia, ágora",
        "rome antique, forum romain, forum, ville antique, cité antique, ville romaine, rue romaine, grèce antique, agora",
        old.forum),
    "castle": Place(
        "castle courtyard, courtyard of a castle, courtyard of the castle, in a castle, in the castle, inside a castle, inside the castle, castle yard, medieval castle yard, bailey, courtyard",
        "patio del castillo, en un castillo, en el castillo, patio de armas, patio",
        "cour du château, cour d'un château, dans un château, dans le château, cour", castle.courtyard),
    "market": Place(
        "market, marketplace, market place, market square, farmers' market, bazaar, market stalls, at the market, street market",
        "mercado, plaza del mercado, mercadillo, bazar",
        "marché, place du marché, bazar, halles", market.market),
    "harbour": Place(
        "harbour, harbor, port, quay, dock, docks, marina, fishing port, in the harbour, wharf",
        "puerto, puerto pesquero",
        "port, quai, port de pêche, marina", market.harbour),
    "playground": Place(
        "playground, play area, play park, schoolyard, school yard, recess",
        "parque infantil, patio de recreo, patio de la escuela, recreo, zona de juegos",
        "aire de jeux, cour de récréation, cour de l'école, récréation", play.playground),
    "sports": Place(
        "sports field, football field, football pitch, soccer field, pitch, playing field, in a stadium, in the stadium, football match, sports ground, tennis court, basketball court, racetrack",
        "campo de fútbol, campo de deportes, cancha, pista de tenis, en el estadio, partido de fútbol",
        "terrain de football, terrain de sport, terrain de foot, court de tennis, au stade, match de football", play.sports_field),
    "farm": Place(
        "farm, farmyard, on a farm, on the farm, farmland, barnyard, ranch",
        "granja, en la granja, corral, finca, rancho",
        "ferme, à la ferme, cour de ferme, cour de la ferme, basse-cour", country.farm),
    "garden": Place(
        "garden, terrace, veranda, courtyard garden, flower garden, back garden, backyard, in the garden, vegetable garden, flower bed, kitchen garden, yard",
        "jardín, terraza, huerto, jardín de flores",
        "jardin, terrasse, potager, parterre, jardin fleuri", green.garden),
    "park": Place(
        "park, city park, public park, zoo, amusement park, funfair, in the park, public garden, fairground, graveyard, cemetery",
        "parque, jardín público, zoo, zoológico, feria, recinto ferial, cementerio, camposanto, parque de atracciones, en el parque",
        "parc, jardin public, zoo, fête foraine, cimetière, parc d'attractions, au parc, parc public", green.park),
    "village": Place(
        "in a village, in the village, village square, village street, village green, through the village, through a village",
        "en un pueblo, en el pueblo, plaza del pueblo, calle del pueblo",
        "dans un village, dans le village, place du village, rue du village", town.village),
    "street": Place(
        "street, alley, crossroads, zebra crossing, crosswalk, car park, shopping street, high street, main street, pavement, sidewalk, busy street, town street, street corner, town centre, town center",
        "calle, callejón, cruce, paso de cebra, aparcamiento, acera, calle comercial, avenida",
        "rue, ruelle, carrefour, passage piéton, parking, trottoir, rue commerçante, avenue, centre-ville", town.street),
    "city": Place(
        "city, in a town, in the town, downtown, city square, skyline, metropolis, big city, cityscape, plaza, town square, in the square, on the square, main square, square in the city",
        "ciudad, plaza, gran ciudad, metrópolis, centro de la ciudad",
        "ville, grande ville, métropole, place de la ville", town.city),
    "path": Place("path, footpath, dirt road, dirt track, trail, track, hiking trail, mountain path, forest path, country path",
        "sendero, senda, camino de tierra, camino de montaña, camino rural, camino", "sentier, chemin de terre, chemin de montagne, chemin", country.lane),
    "road": Place(
        "road, country road, highway, motorway, roadside, lane, country lane",
        "carretera, autopista, carretera rural",
        "route, route de campagne, autoroute", country.road),
    "sea": Place(
        "sea, ocean, open sea, gulf, strait, fjord, lagoon, archipelago, estuary, seawater, water surface, surface of the sea, bay, calm waters, open waters",
        "mar, océano, alta mar, bahía, golfo, estrecho, fiordo, archipiélago, estuario", "mer, océan, haute mer, golfe, détroit, fjord, lagune, archipel, estuaire, baie"),
    "beach": Place(
        "beach, shore, seashore, sandy beach, sand, seaside, tropical beach",
        "playa, orilla, arena, orilla del mar", "plage, rivage, sable, bord de mer"),
    "cliff": Place("cliff, cliffs, sea cliff, cliff top", "acantilado", "falaise"),
    "coast": Place("coast, coastline, headland, cove, cape cod, peninsula", "costa, litoral, cala, península", "côte, littoral, crique, péninsule"),
    "lake": Place(
        "lake, loch, reservoir, still water, lakeside",
        "lago, embalse", "lac, bord du lac"),
    "river": Place(
        "river, stream, spring, canal, moat, river delta, delta, ditch, streams, brook, river valley, creek, riverbank, river bank",
        "río, arroyo, canal, foso, acequia, delta, zanja, orilla del río", "rivière, fleuve, canal, delta, fossé, douves, ruisseau, bord de la rivière"),
    "mountain": Place(
        "mountain, mountain range, ridge, gorge, ravine, mountain pass, peak, mountaintop, summit, alps, mountainside, high mountains, mountain landscape",
        "montaña, cordillera, cumbre, sierra, desfiladero, barranco, cresta, cima, alpes", "montagne, sommet, gorge, ravin, crête, col de montagne, chaîne de montagnes, alpes"),
    "jungle": Place(
        "jungle, rainforest, rain forest, tropical forest, amazon",
        "selva, jungla, selva tropical, bosque tropical, amazonas", "jungle, forêt tropicale, forêt vierge, amazonie"),
    "forest": Place("forest, wood, woodland, woods, clearing, grove, thicket, forest floor, on the forest floor", "bosque, arboleda, espesura, pinar, claro del bosque", "forêt, bois, clairière, sous-bois, bosquet"),
    "savanna": Place(
        "savanna, savannah, african plain, african grassland, serengeti, bush land, african plains",
        "sabana, llanura africana", "savane, plaine africaine"),
    "snow": Place(
        "arctic, antarctic, antarctica, polar land, polar region, polar ice, ice field, tundra, snowfield, snow field, snowy field, north pole, south pole, ice rink, skating rink, ski slope, polar landscape, snowy landscape",
        "ártico, antártida, antártico, tierra polar, polo norte, polo sur, tundra, pista de hielo, pista de esquí, paisaje nevado, campo nevado",
        "arctique, antarctique, terre polaire, pôle nord, pôle sud, toundra, patinoire, piste de ski, paysage enneigé, champ enneigé"),
    "desert": Place("desert, dune, sand dune, sahara, oasis, canyon", "desierto, duna, sáhara, oasis, cañón", "désert, dune, sahara, oasis, canyon"),
    "hill": Place(
        "hill, hillside, hilltop, slope", "colina, cerro, ladera, loma", "colline, butte"),
    "country": Place("valley, countryside, landscape", "valle, paisaje, campiña", "vallée, paysage, campagne"),
    "field": Place(
        "field, meadow, grassland, pasture, ground, land, soil, earth's surface, lawn, grass field, crop field, prairie, plain, plains, steppe, battlefield, trench, trenches",
        "campo, prado, pradera, suelo, tierra firme, llanura, estepa, campo de batalla, trinchera, trincheras", "champ, pré, prairie, pelouse, pâturage, plaine, steppe, champ de bataille, tranchée, tranchées"),
    "sky": Place("sky, air, atmosphere, open sky, heaven", "cielo, aire, atmósfera", "ciel, air, atmosphère"),
}  # fmt: skip
"""The most particular first: of two whole places in one scene, the first one is laid, with the other behind it."""

FLAT = frozenset({"cell", "blood", "map", "page"})
"""No hour changes these, and no weather."""
INDOOR = frozenset(name for name, place in PLACES.items() if place.indoor)
"""Rooms: lamps are lit in the dark, and the weather stays outside."""


def _inside(light: Light) -> Light:
    """The light in a room: lamps in the dark; what is grey outside is only seen through the window."""
    if light.dark:
        return replace(LIGHTS["lamplight"], ambient="#e8caa6")
    return replace(LIGHTS["day"], sky=light.sky, glow=light.glow) if light is LIGHTS["grey"] else light


def lay(stage: Stage, places: Set[str], stands: Set[str]) -> None:
    """Lays the backdrop for the places named and for where the things stand (ground, water, ...)."""
    stage.places = frozenset(places)
    stage.season = next((name for name, land in LAND.items() if land is stage.canvas.land), "summer")
    whole = next((place for name, place in PLACES.items() if name in places and place.lay), None)
    if whole and whole.lay:
        stage.indoor = whole.indoor or bool(stage.places & {*FLAT, "cave"})
        if whole.indoor:
            stage.canvas.light = _inside(stage.canvas.light)
        elif stage.places & FLAT:
            stage.canvas.light = LIGHTS["day"]
        whole.lay(stage)
    elif places <= {"sky"} and not stands - {"sky", "air", "surface"} and ("sky" in places or (stands and not places)):
        beyond.open_sky(stage)
    elif stands and stands <= {"space", "sky"} and "space" in stands and not places:
        beyond.space(stage)
    elif places & views.SEA or ("water" in stands and not places & {"lake", "river"}):
        views.seaside(stage, stands)
    else:
        views.inland(stage, stands)
    if "soil" in stands and "soil" not in stage.zones:
        stage.zones["soil"] = stage.zones["ground"]
