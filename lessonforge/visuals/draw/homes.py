# ruff: noqa: E501 - tables of words
"""Where things belong, as votes: what a scene without a place names says where it is."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

FIXED, USUAL, PERHAPS = 3, 2, 1
"""How surely a thing tells its place: it stands nowhere else, it usually is there, it may be there."""

HOMES = """
classroom = board whiteboard | teacher desk pupil | notebook ruler protractor calculator globe abacus
bedroom = bed bunk-bed wardrobe bedside-table cot chest-of-drawers | pyjamas sleeping +bedtime +medicin +médicament +fever +fiebre +fièvre | teddy-bear doll
hospital = hospital-bed | doctor nurse dentist +patient +pacient | syringe skeleton
lab = test-tube test-tube-rack microscope burner petri-dish pipette | scientist beaker flask funnel +experiment +expérien | goggles circuit battery balance thermometer prism
kitchen = fridge cooker | sink cook pan pot +cooking +cooks +cocin +cuisin +breakfast +dinner +supper +cenando +cenan +desayun +dîne +déjeun | baker teapot bread egg
bathroom = bathtub shower toilet | soap sink toothbrush +bathing +bathes +bañ | towel tap mirror +wash +lav
cafe = cafe-table | waiter | tray
library = | librarian
museum = display-case dinosaur-skeleton sarcophagus |
theatre = curtain | actor +actor +actriz +actress dancer singer |
courtroom = | judge gavel |
office = | office-worker |
shop = shopping-trolley | shopkeeper +buying +buys +compra +achèt +shopping | banknote
factory = | robot mechanic +blacksmith +herrero +forgeron +factor +welder |
room = sofa armchair fireplace television piano | clock lamp hanging-lamp floor-lamp mirror candle kettle pot glass book cushion +story +stories +cuento +homework +deberes +devoirs | teddy-bear newspaper
moon = lander |
mars = rover |
space = | astronaut satellite space-station |
egypt = pharaoh sphinx sarcophagus | egyptian-woman |
forum = gladiator colosseum triumphal-arch | roman-soldier roman-man roman-woman greek-man chariot aqueduct temple toga roman-helmet | column amphora
throne = throne | king queen | crown prince princess
castle = | knight king queen prince princess medieval-woman | sword shield lance
market = market-stall | +sell +vend +marchand +fruiter +stall |
station = railway-station | train steam-train high-speed-train tram underground-train | suitcase
pool = | swimmer swimming |
playground = slide climbing-frame sandpit swing | | skateboard
sports = goal basketball-hoop | footballer athlete trophy podium | football whistle
street = bus-stop traffic-light phone-box letter-box | police-officer mail-carrier | street-lamp bin recycling-bin
harbour = | anchor sailor ferry crane | fisherman net barrel
wheat = wheat combine-harvester | +combine +harvest +cosech +moisson | tractor sickle farmer
orchard = | fruit-tree | apple pear cherry farmer ladder
farm = barn farmhouse hay-bale | tractor plough farmer pitchfork hen rooster | cow calf horse pig sheep goat donkey goose cart
garden = lawnmower | gardener watering-can wheelbarrow greenhouse sunflower gardening +gardening | rake spade flower rose tulip hedge snail rabbit carrot tomato plant-pot butterfly
pond = | duck duckling swan frog froglet frogspawn tadpole water-lily reeds dragonfly kingfisher | fish stork
savanna = hyena | lion lioness giraffe zebra elephant rhinoceros hippo ostrich leopard acacia baobab antelope meerkat |
desert = | camel cactus scorpion pyramid obelisk | snake lizard palm
snow = | skier penguin +skat polar-bear iceberg igloo walrus glacier +polar | seal sledge
jungle = | monkey chimpanzee gorilla tiger parrot leopard sloth panther | explorer snake crocodile
forest = badger moose | fox deer doe bear wolf squirrel hedgehog owl mushroom beaver skunk weasel porcupine | bat acorn log fern pine-cone
mountain = | climber skier eagle cable-car | goat
underwater = | diver coral seaweed shark sea-turtle jellyfish octopus submarine sea-urchin swordfish |
beach = | sand-castle | crab starfish bucket
cave = | caveman cavewoman miner | bat crystal
"""
"""A line for each place, the first wins where the votes are equal: fixed things, usual ones and those that may be
there, with a bar between. A trait or a pose stands by its name, and after `+` how a word of the prompt begins.
"""

SEASONS: Mapping[str, str] = {
    "snowman": "winter", "snow-heap": "winter", "sledge": "winter", "skier": "winter", "snowflake": "winter",
    "leaf-pile": "autumn", "+sledg": "winter", "+luge": "winter", "+trineo": "winter", "+snowball": "winter",
}  # fmt: skip
"""What tells the season."""


@functools.cache
def votes() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The places that a thing speaks for, by its name, with the weight of its word."""
    found: dict[str, list[tuple[str, int]]] = {}
    for line in HOMES.strip().splitlines():
        place, _, told = line.partition(" =")
        for weight, names in zip((FIXED, USUAL, PERHAPS), told.split("|"), strict=False):
            for name in names.split():
                found.setdefault(name, []).append((place, weight))
    return {name: tuple(every) for name, every in found.items()}


def ranks() -> tuple[str, ...]:
    """The places of the table, the first one first."""
    return tuple(line.partition(" =")[0] for line in HOMES.strip().splitlines())


def hints(words: Iterable[str]) -> tuple[str, ...]:
    """The entries of the table for how words begin that these words speak for."""
    starts = [name for name in (*votes(), *SEASONS) if name.startswith("+")]
    spoken = [word for text in words for word in text.split(" ")]
    return tuple(start for start in starts if any(word.startswith(start[1:]) for word in spoken))
