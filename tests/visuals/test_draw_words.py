"""Small words, near meanings, and nouns that mean what is drawn already."""

import pytest

from lessonforge.visuals.draw import vocabulary
from lessonforge.visuals.draw.grammar import lexicon, read
from lessonforge.visuals.draw.grammar.lexer import phrases
from lessonforge.visuals.draw.words.near import NEAR

SMALL = {
    "en": "others either both enough such certain everyone nobody although whereas besides despite via never already "
    "perhaps forwards sideways upstairs shallow noisy ugly shy polite weird fantastic prehistoric polar hollow rotten "
    "twinkling galloping yawning scattered moored largest smallest fewer photo season",
    "es": "debajo detrás enfrente encima alguna todos cualquier durante según sin aunque también nunca todavía quizás "
    "sucio estrecha pesados débil tibia tímido raro mágico humano podrido hueco abandonada último segundo rodeado "
    "representa protege vierte pasa",
    "fr": "sale sales dessous autour selon malgré lorsque enfin jamais souvent partout notre votre étroite lourd léger "
    "dure timide étrange magique polaires préhistorique cassée carrée dernier caché féroce posés accroché partage "
    "représente protègent morceau",
}


@pytest.mark.parametrize("language", SMALL)
def test_small_words_are_no_reason_to_refuse(language):
    words = SMALL[language].split()
    assert [word for word in words if any(t.has("unknown") for t in phrases([word], language, {}))] == []


def things(prompt: str) -> list[str]:
    scene = read(prompt)
    assert not scene.unknown
    return [item.thing for item in scene.items]


@pytest.mark.parametrize(
    ("prompt", "named"),
    [
        ("a temple with columns", ["temple"]),
        ("a house with a red door and a chimney", ["house"]),
        ("chloroplasts in a plant cell", ["plant-cell"]),
        ("the wheels of the cart", ["cart"]),
        ("a sunflower in a pot, the flower is yellow", ["sunflower", "pot"]),
        ("a farmer feeding hens, the animals are hungry", ["farmer", "hen"]),
        ("a boy and a girl, the children hold hands", ["boy", "girl"]),
        ("a castle with a red flag on the tower", ["castle"]),
        ("sheep on the grass", ["sheep"]),
        ("children dancing to the music", ["girl", "boy", "girl"]),
        ("une balle par terre", ["ball"]),
        ("una pelota en el suelo", ["ball"]),
        ("a bowl on a table", ["bowl", "table"]),
        ("des soldats romains devant un temple", ["roman-soldier", "temple"]),
        ("a museum beside a hospital", ["museum", "hospital"]),
        ("a girl at a museum", ["girl"]),
        ("a victorious fox and a joyless bear", ["fox", "bear"]),
        ("a book on the shelf", ["book", "shelf"]),
        ("un libro en el estante", ["book", "shelf"]),
        ("un livre sur l'étagère", ["book", "shelf"]),
        ("a boat above the horizon", ["boat"]),
        ("le soleil au-dessus de l'horizon", ["sun"]),
        ("a knight with a lance", ["knight", "lance"]),
        ("a soldier with a spear", ["soldier", "spear"]),
        ("a sailor with two oars", ["sailor", "oar"]),
        ("a farmer with a pitchfork", ["farmer", "pitchfork"]),
        ("un granjero con una horca", ["farmer", "pitchfork"]),
        ("un fermier avec une fourche", ["farmer", "pitchfork"]),
        ("a fisherman with a net", ["fisherman", "fishing-net"]),
        ("una campana y un ancla", ["bell", "anchor"]),
        ("a jug and a biscuit on a table", ["jug", "biscuit", "table"]),
        ("trois tonneaux et une cruche", ["barrel", "jug"]),
    ],
)
def test_a_noun_that_means_what_is_there_is_not_drawn_again(prompt, named):
    assert things(prompt) == named


def test_at_a_museum_is_the_place_and_a_spring_is_water_unless_flowers_follow():
    assert read("a girl at a museum").places == ("museum",)
    assert read("a spring").places == ("river",)
    assert (read("a red spring flower").season, read("a red spring flower").places) == ("spring", ())


def test_snow_that_lies_does_not_fall():
    assert (read("mountains with snow").weather, read("mountains with snow").season) == ((), "winter")


def test_things_cannot_sit_and_people_do_not_fit_into_small_things():
    assert read("a ball on the floor").items[0].pose == ""
    assert read("a woman putting her vote in a ballot box").items[0].relation == "beside"


def test_the_doctor_is_not_in_the_bed():
    doctor, child, _ = read("un médecin examine un enfant malade dans son lit").items
    assert doctor.relation == "" and child.relation == "in"


def test_an_unknown_noun_stays_unknown():
    assert read("a victorious frint").unknown == ("frint",)
    assert read("un frintement").unknown == ("frintement",)


@pytest.mark.parametrize("language", NEAR)
def test_what_is_suggested_by_meaning_can_be_drawn(language):
    offered = [near for line in NEAR[language].strip().splitlines() for near in line.split(" = ")[0].split(", ")]
    assert [near for near in offered if near not in lexicon(language)] == []


def test_a_word_gets_the_nearest_in_meaning_or_in_spelling_but_no_silly_one():
    assert vocabulary.hint("phoenix", "en").startswith("Near in meaning: dragon")
    assert vocabulary.hint("mountan", "en") == "Did you mean 'mountain'?"
    assert "Did you mean" not in vocabulary.hint("pulp", "en")


def test_another_one_is_of_the_same_kind_and_looks_belong_to_the_noun_that_follows():
    assert [item.thing for item in read("a red ball and a blue one").items] == ["ball", "ball"]
    doctor, child, _ = read("a doctor examines a sick child in a bed").items
    assert (doctor.traits, child.traits) == ((), ("worried",))
    assert read("a pupil holds up her hand").items[0].pose == "raising a hand"
