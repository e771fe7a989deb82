# ruff: noqa: E501 - tables of words
"""What to ask for in place of a word that can't be drawn: before `=` what can be drawn, after it what means nearly that."""

from __future__ import annotations

from collections.abc import Mapping

NEAR: Mapping[str, str] = {
    "en": """
rocket = starship, shuttle, missile, capsule
satellite = orbiter
dinosaur = reptile, godzilla
dragon = griffin, phoenix, gryphon, wyvern, beast
horse = zebu
deer = moose, elk, antelope, gazelle, caribou
dog = hyena, jackal, coyote
lion = panther, lynx
seal = manatee
whale = narwhal
bird = starling, magpie, thrush, cuckoo, kingfisher, puffin
hen = pheasant, quail, partridge, poultry
mouse = vole, rodent
lizard = skink
beetle = weevil
fish = cod, herring
soldier = general, officer, army, troops, commander
king = tsar, sultan, lord, duke, nobleman
queen = duchess
office worker = accountant, minister, mayor, clerk
builder = roofer, craftsman
doctor = paramedic, pharmacist, optician
scientist = physicist
shopkeeper = salesman
woman = housewife
man = guy, butler
sofa = futon
cupboard = sideboard, locker, cabinet
lorry = tanker, pickup
car = limousine, jeep, convertible
train = monorail
boat = speedboat, barge, vessel
castle = stronghold, citadel
tower block = hotel, bank, headquarters
house = bungalow, villa, hostel
shop = mall
temple = monastery, shrine, pantheon, synagogue, parthenon
carrot = celery
flower = orchid, lily, geranium, carnation
tree = beech, cedar, cypress, elm, poplar
hammer = mallet, chisel
guitar = bass
piano = synthesiser
drum = cymbals, bongo
book = comic, encyclopedia
ball = puck
heart, lungs = spleen, pancreas, bladder, oesophagus
""",
    "es": """
cohete = misil, cápsula, nave
dinosaurio = reptil
dragón = fénix, bestia
ciervo = alce, antílope, gacela
león = pantera, lince
pájaro = urraca
ratón = roedor
pez = atún, bacalao, anguila
soldado = general, ejército, tropas
rey = duque
oficinista = director, alcalde, ministro
médico = cirujano, farmacéutico
científica, científico = químico, biólogo, físico
mujer = novia, dama
hombre = esposo
sofá = diván
armario = aparador, taquilla
coche = limusina
barco = yate, lancha
casa = villa, hotel
pastel = bizcocho
flor = orquídea, lirio, clavel
árbol = haya, cedro, ciprés, olmo
martillo = cincel
""",
    "fr": """
fusée = navette, missile, capsule, vaisseau
dinosaure = reptile
dragon = griffon, phénix, bête
cerf = élan, antilope, gazelle
lion = panthère, lynx
souris = rongeur
poisson = thon, morue, anguille
soldat = général, armée, troupes
roi = seigneur, duc
médecin = pharmacien
scientifique = physicien, inventeur
canapé = banquette
armoire = buffet, casier
voiture = limousine
bateau = vedette, péniche
maison = villa, hôtel
gâteau = brioche
fleur = orchidée, lys, œillet
arbre = hêtre, cèdre, cyprès, orme
marteau = burin
""",
}
