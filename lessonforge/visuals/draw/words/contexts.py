# ruff: noqa: E501 - a table of words
"""Nouns of several things, told apart by the other words of the prompt: the net of a goal, of tennis, of fishermen.

A line is `language | the noun's forms | what it is | how words begin that tell it`; after `!` those that tell against
it. The first line that fits is taken; where none does, the noun is what it is called in the things' own names.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

_TABLE = """
en | caravan caravans | camels | camel desert dune oasis merchant trader silk
es | caravana caravanas | camels | camello desierto duna oasis mercader
fr | caravane caravanes | camels | chameau dromadaire désert dune oasis marchand
en | net nets | sports-net | tennis volleyball badminton racket
en | net nets | goal | goal football ball shoot score kick
en | net nets | fishing-net | fish trawl boat sailor sea
es | red redes | sports-net | tenis voleibol bádminton raqueta
es | red redes | goal | portero gol fútbol balón pelota
es | red redes | fishing-net | pesca peces pescado barc mar
fr | filet filets | sports-net | tennis volley badminton raquette
fr | filet filets | goal | gardien but foot ballon
fr | filet filets | fishing-net | pêch poisson barque bateau chalut mer
en | guard guards | roman-soldier | rome roman caesar emperor
en | guard guards | knight | king queen castle throne prince princess medieval knight drawbridge dungeon
en | guard guards | police-officer | bank museum shop airport prison
es | guardia guardias | roman-soldier | roma roman césar emperador
es | guardia guardias | knight | rey reina castillo trono príncipe princesa medieval
fr | garde gardes | roman-soldier | rome romain césar empereur
fr | garde gardes | knight | roi reine château trône prince princesse médiéval
en | bench benches | table | lab flask burner beaker test microscope bunsen carpenter workshop
es | banco bancos | tower-block | dinero cajer moned billete ahorr
en | mouse | computer-mouse | keyboard laptop screen computer
es | ratón | computer-mouse | teclado ordenador pantalla
fr | souris | computer-mouse | clavier ordinateur écran
en | crane cranes | stork | marsh wetland reed nest wings feather !building !harbour !port !load
fr | grue grues | stork | marais roseau nid ailes plumes !chantier !port
es | cometa cometas | kite | niñ viento playa vuela volando hilo parque prado colina campo !telescop !espacio !estrella !planeta !noche
es | globo globos | party-balloon | fiesta cumpleaños payaso tarta pastel regalo !aerost !cesta
es | pico picos | mountain-peak | neva montañ cumbre lejos fondo nube !miner !obrero !cav
es | hoja hojas | paper | lápi escrib cuaderno pupitre bolígrafo
fr | feuille feuilles | paper | crayon écri stylo cahier dessin
fr | pic pics | woodpecker | tronc arbre oiseau nid bec
fr | pic pics | mountain-peak | neig enneig montagn loin sommet nuage alp
"""


@dataclass(frozen=True)
class Context:
    """What a noun is when a word of the prompt begins so, and none begins as one of `against` does."""

    thing: str
    told: tuple[str, ...]
    against: tuple[str, ...]


@functools.cache
def contexts(language: str) -> Mapping[str, tuple[Context, ...]]:
    """What the forms of a noun may be, the first one first."""
    found: dict[str, tuple[Context, ...]] = {}
    for line in _TABLE.strip().splitlines():
        spoken, forms, thing, cues = line.split(" | ")
        against = tuple(cue[1:] for cue in cues.split() if cue[0] == "!")
        context = Context(thing, tuple(cue for cue in cues.split() if cue[0] != "!"), against)
        for form in forms.split() if spoken == language else ():
            found[form] = (*found.get(form, ()), context)
    return found
