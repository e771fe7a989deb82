# ruff: noqa: E501 - a table of words
"""The verbs of each deed in English, Spanish and French: infinitives with irregular forms behind slashes.

`~` stands for any article or possessive, or none.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from lessonforge.visuals.draw.words.forms import verb_forms

_TABLE = """
pour | pour, pour out | verter/vierte/vierten/vertiendo, echar | verser
water | water | regar/riega/riegan/regando, dar agua a | arroser
mix | mix, stir, whisk, blend | mezclar, remover/remueve/remueven/removiendo, batir | mélanger, remuer, touiller, fouetter
measure | measure | medir/mide/miden/midiendo | mesurer
take the temperature | take ~ temperature of, measure ~ temperature of, check ~ temperature of | tomar ~ temperatura a, tomar ~ temperatura de | prendre ~ température de/prend ~ température de/prennent ~ température de/prenant ~ température de, prendre ~ température d'/prend ~ température d'
peer | look through, look into, peer through, peer into, observe through | mirar por, mirar a través de, observar por | regarder dans, regarder à travers, observer au, regarder au
photograph | photograph, film, take ~ photo of/took ~ photo of, take ~ photo/took ~ photo, take ~ picture of/took ~ picture of, take ~ picture/took ~ picture, take ~ photos of, take ~ pictures of, take ~ photos, take ~ pictures, take ~ photograph of | fotografiar, filmar, sacar ~ foto a, sacar ~ foto de, sacar ~ foto, sacar ~ fotos, hacer ~ foto a/hace ~ foto a/hacen ~ foto a/haciendo ~ foto a, hacer ~ foto de/hace ~ foto de/hacen ~ foto de/haciendo ~ foto de, hacer ~ foto/hace ~ foto/hacen ~ foto/haciendo ~ foto, tomar ~ foto de, tomar ~ foto a, tomar ~ foto, tomar ~ fotos de | photographier, filmer, prendre ~ photo de/prend ~ photo de/prennent ~ photo de/prenant ~ photo de, prendre ~ photo/prend ~ photo/prennent ~ photo/prenant ~ photo, prendre en photo/prend en photo/prennent en photo/prenant en photo, faire ~ photo de/fait ~ photo de
phone | phone, telephone, talk on ~ phone, speak on ~ phone, call on ~ phone, make ~ phone call, answer ~ phone | telefonear, llamar por teléfono, hablar por teléfono, hablar por ~ móvil | téléphoner, parler au téléphone, appeler au téléphone/appelle au téléphone
hear the heart | listen to ~ heart of, listen to ~ heartbeat of, listen to ~ chest of, listen to ~ lungs of, check ~ heart of, hear ~ heart of | escuchar ~ corazón de, auscultar, auscultar a | écouter ~ cœur de, écouter ~ coeur de, écouter ~ cœur d', ausculter
examine | examine, inspect, check, treat, heal | examinar, examinar a, revisar, revisar a, curar, curar a, atender/atiende/atienden/atendiendo | examiner, soigner, inspecter
bandage an arm | bandage, bandage ~ arm of, bandage ~ hand of, bandage ~ head of | vendar, vendar a, vendar ~ brazo de, vendar ~ brazo a | bander, panser, bander ~ bras de
bandage | bandage ~ knee of, bandage ~ leg of, bandage ~ foot of, put ~ bandage on/putting ~ bandage on, put ~ plaster on/putting ~ plaster on | vendar ~ pierna de, vendar ~ rodilla de, vendar ~ pierna a, vendar ~ rodilla a | bander ~ genou de, bander ~ jambe de
vaccinate | vaccinate, inject, give ~ injection to/gives ~ injection to | vacunar, vacunar a, poner ~ inyección a/pone ~ inyección a | vacciner, piquer
brush teeth | brush ~ teeth, clean ~ teeth | cepillarse ~ dientes, lavarse ~ dientes, cepillar ~ dientes | brosser ~ dents, laver ~ dents
wash hands | wash ~ hands, wash ~ face, rinse ~ hands, do ~ dishes, wash ~ dishes, wash up | lavarse ~ manos, lavar ~ manos, lavarse ~ cara, lavar ~ platos, fregar/friega/friegan/fregando | laver ~ mains, laver ~ visage, laver ~ vaisselle, faire ~ vaisselle/fait ~ vaisselle/font ~ vaisselle
wash | wash, clean, scrub, polish, wipe, bathe | lavar, lavar a, limpiar, bañar, bañar a | laver, nettoyer, essuyer
comb | comb, brush, groom, comb ~ hair of, brush ~ hair of, braid ~ hair of, plait ~ hair of, cut ~ hair of, do ~ hair of | peinar, cepillar, cepillar a, peinar a, peinar ~ pelo de, peinar ~ pelo a | coiffer, peigner, brosser
stroke | stroke, pet, pat, caress | acariciar, acariciar a | caresser
cut food | slice | rebanar | trancher
cut | cut/cutting, cut up/cutting up, cut out/cutting out, snip | cortar, recortar | couper, découper
chop | chop, chop ~ wood, chop ~ firewood, chop down, fell, split ~ wood | talar, cortar ~ leña | abattre, fendre
knead | knead, roll out, make ~ dough, make ~ pottery | amasar | pétrir
pick | pick, pluck, harvest, pick up, gather | recoger/recoge/recogen/recogiendo, coger ~ fruta, cosechar | cueillir/cueille/cueillent/cueillant, récolter
plant | plant, sow | plantar, sembrar/siembra/siembran | planter, semer/sème/sèment
dig | dig, dig up, shovel, dig ~ hole in, dig ~ hole | cavar, excavar, cavar ~ hoyo, cavar ~ agujero | creuser, creuser ~ trou, bêcher
sweep | sweep/swept, sweep ~ floor, sweep up, mop, mop ~ floor | barrer, barrer ~ suelo, fregar ~ suelo/friega ~ suelo | balayer, balayer ~ sol
rake | rake, rake up, hoe | rastrillar | ratisser, râteler
milk | milk | ordeñar, ordeñar a | traire/trait/traient/trayant
feed | feed/fed | alimentar, alimentar a, dar de comer a/da de comer a/dan de comer a/dando de comer a | nourrir, donner à manger à, donner à manger aux, donner à manger au
row | row, row in, paddle | remar, remar en | ramer, ramer dans, ramer sur
skip with a rope | skip with ~ rope, skip rope, jump rope, jump ~ rope, skip over ~ rope, play with ~ skipping rope | saltar a ~ comba, saltar ~ comba, saltar ~ cuerda, saltar a ~ cuerda | sauter à ~ corde
play at a table | do ~ puzzle, solve ~ puzzle | |
play | play, practise, practice | tocar, jugar/juega/juegan, jugar a/juega a/juegan a, jugar al/juega al/juegan al, tocar el, tocar la | jouer, jouer de, jouer du, jouer de la, jouer à, jouer aux
read aloud | read ~ story, read ~ story to, read to, tell ~ story to/tells ~ story to, read aloud to, read stories to | leer ~ cuento a/lee ~ cuento a/leen ~ cuento a/leyendo ~ cuento a, leer a/lee a | lire ~ histoire à/lit ~ histoire à/lisant ~ histoire à, lire ~ conte à/lit ~ conte à
argue | argue, argue with, quarrel, quarrel with | discutir con, pelearse, reñir/riñe/riñen | se disputer, se disputent, se dispute, se querellent
shake hands | shake hands, shake hands with, shake ~ hand of | darse ~ mano, dar ~ mano a, estrechar ~ mano, se dan la mano, dándose la mano | serrer ~ main à, serrer ~ main de, se serrer la main, se serrent la main, se serrant la main
hug | hug, cuddle, embrace | abrazar, abrazar a | embrasser, serrer dans ses bras, câliner
help | help, assist | ayudar, ayudar a | aider
lift | lift, lift up, raise ~ barbell | levantar, alzar | soulever/soulève/soulèvent
cook | cook, bake | cocinar, guisar, hornear | cuisiner, cuire
build | build/built, construct | construir/construye/construyen/construyendo | construire/construit/construisent/construisant, bâtir
hammer | hammer, forge | martillar, martillear, forjar | marteler, forger
saw | saw | serrar/sierra/sierran, aserrar | scier
repair | repair, mend, fix | reparar, arreglar | réparer
paint | paint | pintar | peindre/peint/peignent/peignant
fish | fish, go fishing/goes fishing/going fishing/went fishing | pescar, ir de pesca/va de pesca/van de pesca | pêcher, aller à la pêche/va à la pêche/vont à la pêche
hunt | hunt | cazar | chasser
march | march, parade, march past | marchar, desfilar | défiler, marcher au pas
fight | fight/fought, fight with, fight against, wrestle, wrestle with | pelear, pelear con, luchar, luchar contra, luchar con | se battre, se battent, se bat, lutter, combattre/combat/combattent
pray | pray | rezar, orar | prier
vote | vote, cast ~ vote, cast ~ ballot, put ~ ballot in | votar | voter
give | give/gave, hand, hand over, offer, pass | dar/da/dan/dando, entregar, ofrecer/ofrece/ofrecen/ofreciendo | donner, offrir/offre/offrent/offrant, tendre/tend/tendent/tendant
sell | sell/sold, serve | vender | vendre/vend/vendent/vendant
show | show, hold up/held up | mostrar/muestra/muestran, enseñar | montrer
hide | hide/hidden, hide from | esconderse, escondido, escondida, escondidos | se cacher, se cache, se cachent, caché, cachée, cachés
laugh | laugh, giggle, laugh at | reír/ríe/ríen, reírse/se ríe/se ríen | rire/rit/rient
type | type, type on, work on ~ laptop, work on ~ computer | teclear | taper sur, taper à
"""
_ARTICLES: Mapping[str, tuple[str, ...]] = {
    "en": ("", "a", "an", "the", "his", "her", "their", "its", "some", "my"),
    "es": ("", "el", "la", "los", "las", "un", "una", "su", "sus", "unas"),
    "fr": ("", "le", "la", "les", "l'", "un", "une", "des", "son", "sa", "ses", "leurs"),
}


@functools.cache
def deeds(language: str) -> Mapping[str, str]:
    """Every form of a deed's verbs in a language, and the deed."""
    found: dict[str, str] = {}
    column = ("en", "es", "fr").index(language)
    for line in _TABLE.strip().splitlines():
        deed, *cells = (cell.strip() for cell in line.split("|"))
        for entry in cells[column].split(", "):
            for form in verb_forms(entry, language) if entry else ():
                found |= dict.fromkeys(_spoken(form, language), deed)
    return found


def _spoken(form: str, language: str) -> Iterator[str]:
    """A form with each article."""
    if "~" not in form:
        yield form
        return
    for article in _ARTICLES[language]:
        yield " ".join(form.replace("~", article).split())
