# ruff: noqa: E501 - a table of words
"""The verbs that ask for a pose, in English, Spanish and French."""

from __future__ import annotations

from collections.abc import Mapping

_TABLE = """
standing | stand, wait | standing up, waiting for | de pie, esperando, espera, esperan, parado, parada | debout, attendant, attend, attendent
walking | walk, stroll, march, hike, wander, rolling | going for a walk, on her way, on his way, out for a walk | camina, caminan, caminando, anda, andan, andando, pasea, pasean, paseando, marchando | marche, marchent, marchant, se promène, se promènent, se promenant
running | run, jog, race, sprint, hurry, chase | | corre, corren, corriendo | court, courent, courant
jumping | jump, leap, hop, skip | jumping up | salta, saltan, saltando, brinca, brincando | saute, sautent, sautant, bondit, bondissant
sitting | sit, ride | seated, sitting down, sitting on a chair | sentado, sentada, sentados, sentadas, sienta, se sienta | assis, assise, assises, s'assoit
sitting on the ground | crouch, squat, meditate, picnic | cross-legged, sitting cross-legged, sitting on the ground, sitting on the floor, sitting on the grass, sitting in a circle, on the floor, having a picnic | sentado en el suelo, sentada en el suelo, sentados en el suelo, en el suelo, en cuclillas | assis par terre, assise par terre, en tailleur, accroupi, accroupie
kneeling | kneel, pray | kneeling down, on her knees, on his knees | arrodillado, arrodillada, de rodillas, rezando | à genoux, agenouillé, agenouillée, priant
crawling | crawl | on all fours | gatea, gatean, gateando, a gatas | rampe, rampant, à quatre pattes
lying | lie, rest, sunbathe, lie down | lying down, lying, relaxing | tumbado, tumbada, acostado, acostada, descansando | allongé, allongée, couché, couchée, se repose
sleeping | sleep, nap, dream, snooze | asleep, fast asleep | duerme, duermen, durmiendo, dormido, dormida, soñando | dort, dorment, dormant, endormi, endormie
pointing | point, show, choose | pointing at, pointing to | señala, señalan, señalando, apunta, apuntando, muestra, mostrando | montre, montrent, montrant, indique, pointe, pointant, désigne
waving | wave, greet | saying hello, saying goodbye, waving hello, waving goodbye | saluda, saludan, saludando | salue, saluent, saluant, fait signe, faisant signe
raising a hand | volunteer, vote | raising a hand, raising her hand, raising his hand, raises a hand, raises her hand, raises his hand, hand up, hand raised, hands up, with a hand up, raising hands, raising their hands, asking a question, answering a question | levanta la mano, levantando la mano, levantan la mano, con la mano levantada | lève la main, lèvent la main, levant la main, la main levée
cheering | cheer, celebrate, win, rejoice | arms up, arms in the air, arms raised | celebra, celebran, celebrando, animando, gana, ganando | acclame, fête, célèbre, célébrant, gagne, bras levés
clapping | clap, applaud | | aplaude, aplauden, aplaudiendo | applaudit, applaudissent, applaudissant
reading | read, study | reading a book, reads a book, read a book, reading books, reading a letter, reading a newspaper, doing homework | lee, leen, leyendo, leyendo un libro, estudia, estudian, estudiando | lit, lisent, lisant, lit un livre, lisant un livre, étudie, étudient, étudiant un livre
writing | write, draw, note, record, sketch, measure | taking notes, writing in a notebook, drawing a picture, writing a letter | escribe, escriben, escribiendo, dibuja, dibujan, dibujando, anota, anotando | écrit, écrivent, écrivant, dessine, dessinent, dessinant, note, notant
painting | paint, conduct | painting a picture, painting a wall | pinta, pintan, pintando | peint, peignent, peignant
holding | hold, mix, stir, pour, cook, bake, knead | holding something | sostiene, sostienen, sosteniendo, cocina, cocinan, cocinando | tient, tiennent, tenant, cuisine, cuisinent, cuisinant
carrying | carry, bring, deliver, fetch | | lleva, llevan, llevando, trae, carga, cargando | porte, portent, portant, apporte, apportant
giving | give, offer, sell, hand, pay, buy, serve, feed | handing over | da, dando, ofrece, ofreciendo, vende, vendiendo, entrega, compra, comprando, paga | donne, donnent, donnant, offre, offrant, vend, vendant, achète, achetant, sert, paie
pushing | push, shove | | empuja, empujan, empujando | pousse, poussent, poussant
pulling | pull, drag, tug | | tira, tiran, tirando, arrastra, jala, jalando | tire, tirent, tirant, traîne
thinking | think, wonder, decide, imagine, ponder, guess | thoughtful, lost in thought | piensa, piensan, pensando, imagina, imaginando, se pregunta | pense, pensent, pensant, réfléchit, réfléchissent, réfléchissant, imagine
talking | talk, speak, chat, say, tell, ask, answer, discuss, argue, converse, order | talking to, talking with, speaking to, in conversation | habla, hablan, hablando, charla, charlan, charlando, conversa, conversando, dice, pregunta, preguntando | parle, parlent, parlant, discute, discutent, discutant, bavarde, bavardent, dit, demande
explaining | explain, teach, present, lecture, demonstrate, shrug, welcome | giving a talk, giving a lesson | explica, explican, explicando, enseña, enseñan, enseñando, presenta, presentando | explique, expliquent, expliquant, enseigne, enseignant une leçon, présente, présentant
listening | listen, hear | listening to, hand to the ear | escucha, escuchan, escuchando, oye, oyendo | écoute, écoutent, écoutant, entend
singing | sing | singing a song | canta, cantan, cantando | chante, chantent, chantant
shouting | shout, call, yell, scream | calling out | grita, gritan, gritando, llama, llamando | crie, crient, criant, appelle, appelant
looking | look, watch, see, observe, search, stare, gaze, explore, peer | looking at, looking up, looking for, looking into the distance | mira, miran, mirando, observa, observan, observando, busca, buscando, contempla | regarde, regardent, regardant, observe, observent, observant, cherche, cherchant, contemple
eating | eat, bite, taste | having lunch, having breakfast, having dinner, eating an apple | come, comen, comiendo, desayuna, desayunando, cena, almuerza | mange, mangent, mangeant, goûte, déjeune, dîne
drinking | drink, sip | drinking water, having a drink | bebe, beben, bebiendo, toma, tomando | boit, boivent, buvant
signing | sign, gesture | using sign language, speaking in sign language, in sign language, talking in sign language | habla en lengua de signos, hablando en lengua de signos, en lengua de signos, en lengua de señas | parle en langue des signes, parlant en langue des signes, en langue des signes, signe, signant
digging | dig, plant, rake, hoe, sweep, mine, shovel, garden | digging a hole, working in the garden, working in the field, planting seeds, planting a tree | cava, cavan, cavando, planta un árbol, plantando, barre, barriendo, trabaja en el campo | creuse, creusent, creusant, plante un arbre, plantant, balaie, jardine, jardinant, bêche
throwing | throw, bowl, toss | throwing a ball, playing ball, playing with a ball | lanza, lanzan, lanzando, tira una pelota, juega a la pelota, jugando a la pelota | lance, lancent, lançant, jette, joue au ballon, jouant au ballon, joue à la balle
catching | catch, reach | catching a ball | atrapa, atrapan, atrapando, coge, cogiendo | attrape, attrapent, attrapant
kicking | kick | kicking a ball, playing football, plays football, playing soccer | patea, chuta, chutando, juega al fútbol, juegan al fútbol, jugando al fútbol | joue au foot, jouent au foot, jouant au foot, joue au football, jouent au football, jouant au football, tape dans un ballon
dancing | dance, play, twirl | playing together | baila, bailan, bailando, juega, juegan, jugando | danse, dansent, dansant, joue, jouent, jouant
hugging | hug, cuddle, embrace | giving a hug | abraza, abrazan, abrazando, se abrazan | embrasse, enlace, serre dans ses bras, câline
holding hands | | holding hands, hand in hand | de la mano, cogidos de la mano, tomados de la mano | main dans la main, se tenant la main, se tiennent la main
bowing | bow, bend | bending down, taking a bow | se inclina, inclinado, inclinada, haciendo una reverencia | s'incline, penché, penchée, fait une révérence
climbing | climb | climbing up | trepa, trepan, trepando, escala, escalan, escalando | grimpe, grimpent, grimpant, escalade, escaladent, escaladant
swimming | swim, float, dive, snorkel | | nada, nadan, nadando, bucea, buceando, flota, flotando | nage, nagent, nageant, plonge, plongeant, flotte, flottant
crying | cry, weep | in tears | llora, lloran, llorando | pleure, pleurent, pleurant
cycling | cycle, pedal, bike | riding a bike, riding a bicycle, rides a bike, rides a bicycle, ride a bike, on a bike, on a bicycle, riding bikes, riding her bike, riding his bike | en bicicleta, en bici, monta en bicicleta, montando en bicicleta, montan en bicicleta, pedaleando | à vélo, à bicyclette, fait du vélo, font du vélo, faisant du vélo, pédale, pédalant
skiing | ski | | esquía, esquían, esquiando | skie, skient, skiant, fait du ski, à ski
playing music | strum | playing music, playing the guitar, plays the guitar, playing a guitar, playing an instrument | toca la guitarra, tocando la guitarra, toca música, tocando | joue de la guitare, jouant de la guitare, joue de la musique, jouant de la musique
"""
_DOUBLED = frozenset(
    [
        "run",
        "skip",
        "hop",
        "jog",
        "hug",
        "stir",
        "shrug",
        "chat",
        "sit",
        "nap",
        "dig",
        "tug",
        "swim",
        "drag",
        "clap",
        "win",
    ]
)
_IRREGULAR = {
    "lie": "lying",
    "lie down": "lying down",
    "rolling": "rolling",
    "ski": "skiing",
    "see": "seeing",
    "hoe": "hoeing",
}


def _forms(verb: str) -> tuple[str, ...]:
    """An English verb, its third person and its -ing form."""
    ends_in_s = verb.endswith(("s", "sh", "ch", "x", "o"))
    third = f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeo" else f"{verb}{'es' if ends_in_s else 's'}"
    if verb in _IRREGULAR:
        going = _IRREGULAR[verb]
    elif verb in _DOUBLED:
        going = f"{verb}{verb[-1]}ing"
    else:
        going = f"{verb[:-1] if verb.endswith('e') else verb}ing"
    return verb, third, going


def _read() -> dict[str, dict[str, tuple[str, ...]]]:
    found = {}
    for line in _TABLE.strip().splitlines():
        name, verbs, phrases, spanish, french = (cell.strip() for cell in line.split("|"))
        english = [form for verb in verbs.split(", ") if verb for form in _forms(verb)]
        english += [phrase for phrase in phrases.split(", ") if phrase]
        found[name] = {
            "en": tuple(dict.fromkeys(english)), "es": tuple(spanish.split(", ")), "fr": tuple(french.split(", "))
        }  # fmt: skip
    return found


POSE_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = _read()
