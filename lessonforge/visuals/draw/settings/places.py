# ruff: noqa: E501 - tables of words
"""The places that a prompt can name, in English, Spanish and French, and how a scene's backdrop is laid from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from lessonforge.visuals.draw.palettes import LAND, LIGHTS
from lessonforge.visuals.draw.settings import beyond, indoor, town, views
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
    "sea": Place("sea, ocean, open sea, seawater, water surface, surface of the sea, bay", "mar, océano", "mer, océan"),
    "beach": Place("beach, shore, seashore, sandy beach, sand", "playa, orilla, arena", "plage, rivage, sable"),
    "coast": Place("coast, coastline, cliff, cliffs", "costa, acantilado", "côte, falaise"),
    "lake": Place("lake, pond, loch, reservoir, still water", "lago, estanque, laguna, embalse", "lac, étang, mare"),
    "river": Place("river, stream, spring, streams, brook, river valley, creek", "río, arroyo", "rivière, fleuve, ruisseau"),
    "mountain": Place("mountain, mountain range, peak, mountaintop, summit, alps", "montaña, cordillera, cumbre", "montagne, sommet"),
    "hill": Place("hill, hillside, valley, countryside, landscape, slope", "colina, cerro, valle, paisaje, campiña", "colline, vallée, paysage, campagne"),
    "field": Place("field, meadow, grassland, park, garden, pasture, ground, land, soil, earth's surface, playground, lawn, backyard", "campo, prado, jardín, parque, suelo, tierra firme", "champ, pré, prairie, jardin, parc, sol"),
    "forest": Place("forest, wood, woodland, woods", "bosque", "forêt, bois"),
    "jungle": Place("jungle, rainforest, tropical forest", "selva, jungla", "jungle, forêt tropicale"),
    "savanna": Place("savanna, savannah", "sabana", "savane"),
    "snow": Place("arctic, polar land", "ártico", "arctique"),
    "desert": Place("desert, dune, sand dune", "desierto, duna", "désert, dune"),
    "city": Place("city, street, downtown, town centre, road, pavement", "ciudad, calle, carretera", "ville, rue, route", town.city),
    "room": Place("room, living room, kitchen, bedroom, study, home interior, library, indoors, laboratory, lab, workshop, observatory, office room, wall, floor", "habitación, cocina, sala, laboratorio, biblioteca", "pièce, chambre, cuisine, salon, laboratoire, bibliothèque", indoor.room, True),
    "classroom": Place("classroom, lesson, class", "aula, clase", "salle de classe, classe", indoor.classroom, True),
    "space": Place("space, outer space, night space, cosmos, solar system, orbit, deep space, starry space", "espacio, sistema solar, órbita, cosmos", "espace, système solaire, orbite, cosmos", beyond.space),
    "moon": Place("on the moon, surface of the moon, moon surface, lunar surface, the moon's surface, on the surface of the moon", "en la luna, superficie lunar", "sur la lune, surface lunaire", beyond.moon_surface),
    "underground": Place("underground, groundwater, aquifer, cross-section, cross section, soil layer, layer of soil, underground layer, water table, rock layer", "subsuelo, agua subterránea, bajo tierra, acuífero", "sous-sol, eau souterraine, sous terre, nappe phréatique", beyond.underground),
    "underwater": Place("underwater, seabed, sea floor, ocean floor, coral reef, under the sea, under water", "bajo el agua, fondo del mar, bajo el mar", "sous l'eau, sous la mer, fond de la mer", beyond.under_water),
    "sky": Place("sky, air, atmosphere, open sky, heaven", "cielo, aire, atmósfera", "ciel, air, atmosphère"),
}  # fmt: skip


def lay(stage: Stage, places: Set[str], stands: Set[str]) -> None:
    """Lays the backdrop for the places named and for where the things stand (ground, water, ...)."""
    stage.places = frozenset(places)
    stage.season = next((name for name, land in LAND.items() if land is stage.canvas.land), "summer")
    whole = next((place for name, place in PLACES.items() if name in places and place.lay), None)
    if whole and whole.lay:
        stage.indoor = whole.indoor
        if whole.indoor and stage.canvas.light is LIGHTS["night"]:
            stage.canvas.light = LIGHTS["lamplight"]
        whole.lay(stage)
    elif places <= {"sky"} and not stands - {"sky", "air", "surface"} and ("sky" in places or (stands and not places)):
        beyond.open_sky(stage)
    elif stands and stands <= {"space", "sky"} and "space" in stands and not places:
        beyond.space(stage)
    elif places & {"sea", "beach"} or ("water" in stands and not places & {"lake", "river"}):
        views.seaside(stage, stands)
    else:
        views.inland(stage, stands)
    if "soil" in stands and "soil" not in stage.zones:
        stage.zones["soil"] = stage.zones["ground"]
