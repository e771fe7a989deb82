# ruff: noqa: E501 - tables of words
"""What to ask for in place of a word that can't be drawn: before `=` what can be drawn, after it what means nearly that."""

from __future__ import annotations

from collections.abc import Mapping

NEAR: Mapping[str, str] = {
    "en": """
rocket = starship, shuttle, missile, capsule
satellite = orbiter
dinosaur = monster, reptile, godzilla, fossil
dragon = griffin, phoenix, gryphon, wyvern, unicorn, creature, beast
horse = zebu
cow = bison, buffalo, yak
deer = moose, elk, antelope, gazelle, caribou
dog = hyena, jackal, coyote
lion = panther, lynx
seal = manatee
whale = narwhal
bird = starling, magpie, thrush, cuckoo, kingfisher, woodpecker, pelican, puffin
hen = turkey, pheasant, quail, partridge, poultry
mouse = rat, hamster, gerbil, vole, rodent
lizard = chameleon, newt, salamander, skink
beetle = weevil
fish = cod, eel, herring
soldier = general, officer, army, troops, commander
king = tsar, sultan, lord, duke, nobleman
queen = duchess
office worker = secretary, accountant, minister, mayor, clerk
builder = carpenter, roofer, blacksmith, craftsman
doctor = paramedic, pharmacist, optician
scientist = physicist
shopkeeper = cashier, butcher, salesman
woman = housewife, bride
man = guy, butler
sofa = futon
cupboard = sideboard, locker, cabinet
bag = purse, sack, handbag
lorry = tanker, pickup, bulldozer
car = limousine, jeep, convertible
train = monorail
boat = speedboat, barge, vessel
castle = stronghold, citadel
tower block = hotel, bank, headquarters
house = bungalow, villa, hostel
shop = mall
temple = monastery, shrine, pantheon, synagogue, parthenon
cake = tart, muffin, cupcake, doughnut, pancake
bread = toast
cheese = butter, yoghurt, yogurt
pizza = pasta, spaghetti, noodles, hamburger, burger, sausage, chips
apple = peach, plum, apricot, mango, kiwi, fig
carrot = cucumber, cabbage, spinach, courgette, celery, turnip, beetroot
flower = orchid, lily, geranium, carnation
tree = maple, beech, cedar, cypress, elm, poplar
hammer = mallet, chisel, pliers, drill
computer = printer
guitar = ukulele, banjo, cello, lute, mandolin, bass
trumpet = trombone, clarinet, tuba, oboe
piano = synthesiser
drum = cymbals, bongo
book = dictionary, comic, encyclopedia
ball = puck
heart, lungs = spleen, pancreas, bladder, oesophagus
""",
    "es": """
cohete = misil, cápsula, nave
dinosaurio = monstruo, fósil, reptil
dragón = fénix, unicornio, bestia
vaca = bisonte, búfalo
ciervo = alce, antílope, gacela
león = pantera, lince
pájaro = colibrí, urraca
ratón = rata, hámster, cobaya, roedor
pez = atún, bacalao, anguila
soldado = general, ejército, tropas
rey = duque
oficinista = director, secretaria, alcalde, ministro
obrero, albañil = carpintero, herrero
médico = cirujano, farmacéutico
científica, científico = químico, biólogo, físico
mujer = novia, dama
hombre = esposo, novio
sofá = diván
armario = aparador, taquilla
mochila = saco
coche = limusina
barco = yate, lancha, góndola
casa = villa, hotel
pastel = galleta, bizcocho, magdalena
pan = tostada
pizza = espaguetis, hamburguesa, salchicha
manzana = melocotón, ciruela, kiwi
zanahoria = pepino, repollo, espinacas
flor = orquídea, lirio, clavel
árbol = arce, haya, cedro, ciprés, olmo
martillo = cincel, alicates, taladro
guitarra = violonchelo, laúd
""",
    "fr": """
fusée = navette, missile, capsule, vaisseau
dinosaure = monstre, fossile, reptile
dragon = griffon, phénix, licorne, créature, bête
vache = bison, buffle
cerf = élan, antilope, gazelle
lion = panthère, lynx
oiseau = colibri
souris = rat, hamster, rongeur
poisson = thon, morue, anguille
soldat = général, armée, troupes
roi = président, seigneur, duc
médecin = pharmacien
ouvrier = charpentier, menuisier, forgeron
scientifique = physicien, inventeur
femme = mariée
homme = marié
canapé = banquette
armoire = buffet, casier
voiture = limousine
bateau = vedette, gondole, péniche
maison = villa, hôtel
gâteau = madeleine, brioche
pain = tartine
pizza = pâtes, spaghettis, hamburger, saucisse
pomme = prune, mangue, kiwi
carotte = concombre, chou, épinards
fleur = orchidée, lys, œillet
arbre = érable, hêtre, cèdre, cyprès, orme
marteau = burin, pince, perceuse
guitare = violoncelle, luth, ukulélé
""",
}
