# ruff: noqa: E501 - a table of words
"""What may be said of a person: garments, hair, age, abilities, moods, in English, Spanish and French."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Trait:
    """A trait: the fields of a look that it sets, the slot that a colour before it is for ("a red hat")."""

    name: str
    sets: tuple[tuple[str, str], ...]
    slot: str = ""


_TABLE = """
dress | top=dress | top | dress, frock, summer dress | vestido, vestida de | robe
gown | top=gown | top | gown, ball gown, long dress, evening dress | vestido largo, vestido de noche | robe longue, longue robe, robe de soirée
tee | top=tee | top | t-shirt, tee shirt, tee, tshirt, top | camiseta, playera | t-shirt, tee-shirt
shirt | top=shirt | top | shirt, buttoned shirt | camisa | chemise
polo | top=polo | top | polo shirt, polo | polo | polo
blouse | top=blouse | top | blouse | blusa | chemisier, blouse
jumper | top=jumper | top | jumper, sweater, pullover, jersey, sweatshirt | jersey, suéter, sudadera | pull, pull-over, chandail
striped | top=striped | top | striped shirt, striped t-shirt, stripy shirt, striped jumper, stripes | camiseta de rayas, camisa de rayas, rayas | marinière, t-shirt rayé, pull rayé, rayures
hoodie | top=hoodie | top | hoodie, hooded top, hood | sudadera con capucha | sweat à capuche
cardigan | top=cardigan | top | cardigan | chaqueta de punto, rebeca | gilet, cardigan
tank | top=tank | top | vest, tank top, sleeveless shirt | camiseta sin mangas | débardeur
tracksuit | top=hoodie bottom=trousers | top | tracksuit, track suit | chándal | survêtement, jogging
leotard | top=swimsuit | top | leotard, gym suit, bikini | maillot de gimnasia, bikini, leotardo | justaucorps, bikini
nightdress | top=gown | top | nightdress, nightgown, nightie | camisón | chemise de nuit
poncho | cape=cape | coat | poncho, shawl | poncho, chal | poncho, châle
kit | top=jersey bottom=shorts shoes=socks | top | football jersey, sports jersey, bib, football kit, sports kit, football shirt, team shirt, sports clothes, kit | equipación, maillot, camiseta de fútbol, ropa deportiva | maillot, maillot de foot, tenue de sport
school uniform | top=polo | top | school uniform | uniforme escolar | uniforme scolaire
uniform | top=uniform | top | uniform | uniforme | uniforme
scrubs | top=scrubs | top | scrubs | pijama sanitario | tenue de bloc
overall | top=overall | top | boiler suit, overall, jumpsuit | mono | combinaison, bleu de travail
dungarees | bottom=dungarees | bottom | dungarees, overalls, bib overalls | peto, pantalón de peto | salopette
tunic | top=tunic shoes=sandal | top | tunic, roman tunic | túnica | tunique
toga | top=toga shoes=sandal | top | toga, roman toga | toga | toge
lorica | top=lorica hat=roman-helmet shoes=caligae | top | roman armour, roman armor | armadura romana | armure romaine
armour | top=tabard hat=knight-helmet | top | armour, armor, suit of armour | armadura | armure
kimono | top=kimono shoes=sandal | top | kimono | kimono, quimono | kimono
sari | top=sari shoes=sandal | top | sari, saree | sari | sari
thobe | top=thobe shoes=sandal | top | thobe, kandura, djellaba, kaftan | chilaba, caftán | djellaba, caftan
robes | top=robe | top | long robe, robes, scholar's robe, wizard's robe, bathrobe, dressing gown | toga de juez, bata larga, albornoz | toge de juge, robe de chambre, peignoir
fur | top=fur shoes=bare | top | fur, furs, animal skins, animal skin | pieles, pieles de animales | fourrure, peaux de bêtes, peau de bête
tutu | top=tutu | top | tutu, ballet dress | tutú | tutu
pyjamas | top=pyjamas shoes=slipper | top | pyjamas, pajamas, nightclothes | pijama | pyjama
swimsuit | top=swimsuit shoes=bare | top | swimsuit, bathing suit, swimming costume | bañador, traje de baño | maillot de bain
trunks | top=bare bottom=trunks shoes=bare | bottom | swimming trunks, trunks, swim shorts | bañador corto | slip de bain, short de bain
wetsuit | top=wetsuit | top | wetsuit | traje de neopreno | combinaison de plongée
space suit | top=space+suit hat=space-helmet shoes=space+boots extras=life-support | top | space suit, spacesuit | traje espacial | combinaison spatiale, scaphandre
trousers | bottom=trousers | bottom | trousers, pants, jeans, long trousers | pantalón, pantalones, vaqueros | pantalon, jean
shorts | bottom=shorts | bottom | shorts, short trousers | pantalón corto, pantalones cortos | short, culotte courte
skirt | bottom=skirt | bottom | skirt, kilt | falda | jupe
long skirt | bottom=long+skirt | bottom | long skirt | falda larga | jupe longue
leggings | bottom=leggings | bottom | leggings, tights | mallas, medias | leggings, collants
coat | coat=coat | coat | coat, overcoat, long coat | abrigo | manteau
raincoat | coat=raincoat shoes=wellies | coat | raincoat, rain coat, mac, waterproof | impermeable, chubasquero | imperméable, ciré
parka | coat=parka hat=beanie extras=scarf | coat | winter coat, winter clothes, warm clothes, parka, anorak, ski jacket | ropa de abrigo, anorak, abrigo de invierno | manteau d'hiver, vêtements chauds, anorak, doudoune
jacket | coat=jacket top=shirt | coat | suit, jacket, blazer, business suit | traje, chaqueta, americana | costume, veste, tailleur
lab coat | coat=lab+coat | coat | lab coat, white coat, laboratory coat, doctor's coat | bata, bata blanca, bata de laboratorio | blouse blanche, blouse de laboratoire
hi-vis | coat=hi-vis | coat | hi-vis vest, high-visibility vest, safety vest, yellow vest, reflective vest | chaleco reflectante, chaleco de seguridad | gilet fluo, gilet de sécurité, gilet jaune
cape | cape=cape | coat | cape, cloak | capa | cape, cape longue
apron | extras=apron | apron | apron | delantal | tablier
scarf | extras=scarf | scarf | scarf, woolly scarf | bufanda | écharpe
waistcoat | coat=jacket top=shirt | coat | waistcoat, tuxedo | chaleco, esmoquin | gilet de costume, smoking
tie | extras=tie | scarf | tie, necktie | corbata | cravate
bow tie | extras=bow-tie | scarf | bow tie | pajarita | nœud papillon
sash | extras=sash | scarf | sash | banda | écharpe de cérémonie
backpack | extras=backpack | bag | backpack, rucksack, schoolbag, school bag | mochila | sac à dos, cartable
satchel | extras=satchel | bag | satchel, shoulder bag, bag | bolso, bandolera | sacoche, besace, sac
necklace | extras=necklace | | necklace | collar | collier
earrings | extras=earrings | | earrings, earring | pendientes, aretes | boucles d'oreilles
medal | extras=medal | | medal, gold medal | medalla | médaille
stethoscope | extras=stethoscope | | stethoscope | estetoscopio | stéthoscope
camera | extras=camera | | camera around the neck | cámara al cuello | appareil photo autour du cou
tool belt | extras=tool-belt | | tool belt | cinturón de herramientas | ceinture à outils
shoes | shoes=shoe | shoes | shoes, shoe | zapatos | chaussures
trainers | shoes=trainer | shoes | trainers, sneakers, running shoes | zapatillas, zapatillas de deporte | baskets, tennis
boots | shoes=boot | shoes | boots | botas | bottes, bottines
wellies | shoes=wellies | shoes | wellies, wellington boots, rubber boots, rain boots | botas de agua, botas de goma | bottes en caoutchouc, bottes de pluie
sandals | shoes=sandal | shoes | sandals | sandalias | sandales
slippers | shoes=slipper | shoes | slippers, ballet shoes, high heels, heels | pantuflas, tacones, zapatillas de ballet | ballerines, talons hauts, chaussons, pantoufles
socks | shoes=socks | shoes | socks, long socks | calcetines | chaussettes
barefoot | shoes=bare | | barefoot, bare feet, bare foot | descalzo, descalza, pies descalzos | pieds nus, pieds-nus
hat | hat=explorer-hat | hat | hat, wide-brimmed hat | sombrero | chapeau
straw hat | hat=straw | hat | straw hat, sun hat, sunhat | sombrero de paja | chapeau de paille
cap | hat=cap | hat | cap, baseball cap | gorra | casquette
beanie | hat=beanie | hat | beanie, woolly hat, winter hat, bobble hat | gorro, gorro de lana | bonnet
helmet | hat=hard-hat | hat | helmet, hard hat, safety helmet | casco, casco de obra | casque, casque de chantier
bike helmet | hat=bike-helmet | hat | bike helmet, bicycle helmet, cycle helmet | casco de bicicleta | casque de vélo
crown | hat=crown | hat | crown | corona | couronne
tiara | hat=tiara | hat | tiara | tiara, diadema | diadème
laurel | hat=laurel | hat | laurel wreath, laurel crown | corona de laurel | couronne de laurier
hijab | hat=hijab | hat | hijab, head scarf, headscarf, veil | hiyab, velo, pañuelo en la cabeza | hijab, foulard, voile
turban | hat=turban | hat | turban | turbante | turban
keffiyeh | hat=keffiyeh | hat | keffiyeh, ghutra | kufiya | keffieh
beret | hat=beret | hat | beret | boina | béret
top hat | hat=top-hat | hat | top hat | sombrero de copa, chistera | haut-de-forme
chef's hat | hat=chef | hat | chef's hat, chef hat, cook's hat | gorro de cocinero | toque
headband | hat=headband | hat | headband | cinta del pelo | bandeau
bandana | hat=bandana | hat | bandana | pañuelo, bandana | bandana
hair bow | hat=bow | hat | hair bow, bow in her hair, ribbon in her hair, ribbon | lazo, lazo en el pelo | nœud dans les cheveux, ruban
flowers in hair | hat=flowers | hat | flowers in her hair, flower crown | flores en el pelo, corona de flores | fleurs dans les cheveux, couronne de fleurs
mortarboard | hat=mortarboard | hat | mortarboard, graduation cap | birrete | toque universitaire
glasses | extras=glasses | | glasses, spectacles, eyeglasses | gafas, lentes, anteojos | lunettes
sunglasses | extras=sunglasses | | sunglasses, dark glasses | gafas de sol | lunettes de soleil, lunettes noires
goggles | extras=goggles | | goggles, safety goggles, safety glasses | gafas de protección, gafas protectoras | lunettes de protection
mask | extras=mask | | mask, face mask, surgical mask | mascarilla | masque, masque chirurgical
headphones | extras=headphones | | headphones, earphones | auriculares, cascos | casque audio, écouteurs
hearing aid | extras=hearing-aid | | hearing aid, hearing aids | audífono, audífonos | appareil auditif, prothèse auditive
beard | extras=beard | hair | beard, bearded | barba, barbudo | barbe, barbu
long beard | extras=long-beard | hair | long beard | barba larga | longue barbe
moustache | extras=moustache | hair | moustache, mustache | bigote | moustache
freckles | extras=freckles | | freckles, freckled | pecas, pecoso, pecosa | taches de rousseur
long hair | hair=long | hair | long hair, long-haired | pelo largo, cabello largo | cheveux longs, longs cheveux
short hair | hair=short | hair | short hair, short-haired | pelo corto, cabello corto | cheveux courts
curly hair | hair=curly | hair | curly hair, curly-haired, curls, curly | pelo rizado, cabello rizado, rizos, rizado | cheveux bouclés, cheveux frisés, boucles, bouclés, frisés
wavy hair | hair=wavy | hair | wavy hair | pelo ondulado | cheveux ondulés
braids | hair=braids | hair | braids, plaits, braided hair | trenzas | tresses, nattes
locs | hair=locs | hair | locs, dreadlocks | rastas | dreadlocks, locks
afro | hair=afro | hair | afro | pelo afro, afro | coupe afro, afro
ponytail | hair=ponytail | hair | ponytail, pony tail | coleta, cola de caballo | queue de cheval
pigtails | hair=pigtails | hair | pigtails, bunches | coletas, dos coletas | couettes
bun | hair=bun | hair | bun, hair bun, hair in a bun | moño | chignon
bob | hair=bob | hair | bob | media melena | carré
messy hair | hair=messy | hair | messy hair, spiky hair | pelo despeinado, pelo de punta | cheveux en bataille, cheveux ébouriffés
bald | hair=bald | | bald, bald-headed | calvo, calva | chauve
blond | colour=#d9a84e | hair | blond, blonde, fair-haired, blond hair, blonde hair, fair hair, yellow hair | rubio, rubia, pelo rubio | blond, blonde, cheveux blonds
ginger | colour=#b9562f | hair | ginger, red-haired, red hair, ginger hair, redhead | pelirrojo, pelirroja | roux, rousse, cheveux roux
dark-haired | colour=#332b33 | hair | dark-haired, black-haired, black hair, dark hair | pelo negro, moreno, morena, pelo oscuro | cheveux noirs, cheveux bruns, brun, brune
brown-haired | colour=#5a3d2e | hair | brown-haired, brown hair | pelo castaño | cheveux châtains
grey-haired | colour=#cfcac2 | hair | grey-haired, gray-haired, white-haired, grey hair, gray hair, white hair | canoso, canosa, pelo gris, pelo blanco, canas | cheveux gris, cheveux blancs
dark skin | colour=#734d38 | skin | dark-skinned, dark skin, black skin | de piel oscura, piel oscura, piel negra | à la peau noire, peau noire, peau foncée
brown skin | colour=#a86f49 | skin | brown-skinned, brown skin | piel morena | peau brune, peau mate
light skin | colour=#f4d0b2 | skin | light-skinned, light skin, pale skin, fair skin, fair-skinned | piel clara | peau claire, peau pâle
old | | | old, elderly, aged | viejo, vieja, anciano, anciana, mayor | vieux, vieil, vieille, âgé, âgée
young | | | young | joven | jeune
female | | | female | de sexo femenino | de sexe féminin
male | | | male | de sexo masculino | de sexe masculin
wheelchair | mount=wheelchair | gear | wheelchair, in a wheelchair, wheelchair-using, using a wheelchair | silla de ruedas, en silla de ruedas | fauteuil roulant, en fauteuil roulant
crutches | extras=crutches | | crutches, on crutches, crutch | muletas, con muletas | béquilles
cane | extras=cane | | cane, walking stick, stick | bastón | canne
white cane | extras=white-cane extras=sunglasses | | white cane, blind, visually impaired | bastón blanco, ciego, ciega, invidente | canne blanche, aveugle, malvoyant, malvoyante
deaf | extras=hearing-aid | | deaf, hard of hearing | sordo, sorda | sourd, sourde, malentendant, malentendante
prosthetic leg | extras=prosthesis bottom=shorts | | prosthetic leg, artificial leg, leg prosthesis, prosthesis | prótesis, pierna ortopédica, pierna artificial | prothèse, prothèse de jambe, jambe artificielle
happy | face=smile | | happy, smiling, cheerful, glad | feliz, contento, contenta, alegre, sonriente | heureux, heureuse, content, contente, souriant, souriante, joyeux
laughing | face=laugh | | laughing | riendo, riéndose | riant
sad | face=sad | | sad, unhappy, upset | triste | triste, malheureux, malheureuse
angry | face=angry | | angry, furious, annoyed | enfadado, enfadada, enojado, enojada, furioso, furiosa | fâché, fâchée, en colère, furieux, furieuse
surprised | face=surprised | | surprised, amazed, astonished, shocked | sorprendido, sorprendida, asombrado, asombrada | surpris, surprise, étonné, étonnée
tired | face=tired | | tired, sleepy, bored, exhausted | cansado, cansada, aburrido, aburrida | fatigué, fatiguée, ennuyé, ennuyée
worried | face=worried | | worried, scared, afraid, nervous, frightened, anxious, ill, sick, confused | preocupado, preocupada, asustado, asustada, nervioso, nerviosa, enfermo, enferma | inquiet, inquiète, effrayé, effrayée, nerveux, nerveuse, malade
on a seat | mount=seat | | | |
on a chair | mount=chair | | | |
at a desk | mount=desk | | | |
astride | mount=astride | | | |
in bed | mount=bed | | | |
at the board | mount=board | | | |
in both hands | mount=both | | | |
free hands | mount=free | | | |
a hand up | mount=up | | | |
calm | face=calm | | calm, serious, thoughtful, quiet | tranquilo, tranquila, serio, seria | calme, sérieux, sérieuse
"""


@functools.cache
def spoken(language: str) -> Mapping[str, Trait]:
    """The traits by the words of one language, `en`, `es` or `fr`."""
    column = 3 + ("en", "es", "fr").index(language)
    cells = ([cell.strip() for cell in line.split("|")] for line in reversed(_TABLE.strip().splitlines()))
    return {phrase: NAMED[row[0]] for row in cells for phrase in row[column].split(", ") if phrase}


def _read() -> tuple[dict[str, Trait], dict[str, Trait]]:
    """The traits by name, and by phrase (those without one follow from what the figure sits on or holds): of a phrase
    with two meanings, the first in English, Spanish, French.
    """
    named: dict[str, Trait] = {}
    spoken: list[dict[str, Trait]] = [{}, {}, {}]
    for line in _TABLE.strip().splitlines():
        name, sets, slot, *phrases = (cell.strip() for cell in line.split("|"))
        pairs = (pair.partition("=")[::2] for pair in sets.split())
        trait = Trait(name, tuple((field, value.replace("+", " ")) for field, value in pairs), slot)
        named[name] = trait
        for words, cell in zip(spoken, phrases, strict=True):
            for phrase in filter(None, cell.split(", ")):
                words.setdefault(phrase, trait)
    return named, spoken[2] | spoken[1] | spoken[0]


NAMED, TRAITS = _read()
"""Traits by name; and by the words for them, as in "a girl in a yellow **dress**", "an **old** man with a **beard**"."""
