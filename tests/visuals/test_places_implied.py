"""Where a scene is: what belongs somewhere says so, and every place that lessons name is known."""

import pytest

from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.homes import SEASONS, ranks, votes
from lessonforge.visuals.draw.settings.places import PLACES
from lessonforge.visuals.draw.things import listed
from lessonforge.visuals.draw.whereabouts import whereabouts


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a scientist with two test tubes", "lab"),
        ("a girl in pyjamas and her teddy bear", "bedroom"),
        ("a doctor and a patient", "hospital"),
        ("three ducks and a frog", "pond"),
        ("una rana y tres patos", "pond"),
        ("a lion and three zebras", "savanna"),
        ("a gardener with a watering can", "garden"),
        ("deux tournesols et un arrosoir", "garden"),
        ("Roman soldiers in front of a temple", "forum"),
        ("a knight and a dragon", "castle"),
        ("a king on his throne", "throne"),
        ("a polar explorer", "snow"),
        ("a diver among corals", "underwater"),
        ("a woman selling tomatoes", "market"),
        ("a teacher at the blackboard", "classroom"),
        ("a cook with a pot", "kitchen"),
        ("three camels in front of a pyramid", "desert"),
        ("a farmer and two cows", "farm"),
        ("a boy with soap and a towel", "bathroom"),
        ("a judge with a gavel", "courtroom"),
        ("a fox and an owl", "forest"),
        ("a mechanic and a car", "factory"),
        ("a boy washing his hands with soap", "bathroom"),
        ("a sick girl drinking medicine", "bedroom"),
        ("un herrero con un martillo", "factory"),
        ("a man buying bread", "shop"),
        ("the heart and the lungs", "page"),
    ],
)
def test_things_say_where_they_are(prompt, place):
    assert place in whereabouts(read(prompt))


@pytest.mark.parametrize("prompt", ["a scientist and a volcano", "a doctor in the rain", "a sofa under a tree"])
def test_what_is_only_outdoors_keeps_a_scene_out_of_rooms(prompt):
    assert not any(PLACES[place].indoor for place in whereabouts(read(prompt)))


@pytest.mark.parametrize("prompt", ["a lion in the kitchen", "a doctor in the park", "two ducks in the street"])
def test_a_place_that_is_named_wins(prompt):
    assert whereabouts(read(prompt)) == set(read(prompt).places)


def test_a_land_is_added_to_a_river():
    assert whereabouts(read("a lion and two zebras at the river")) == {"river", "savanna"}


NAMED = {
    "in the pond": "pond", "in the swamp": "pond", "in the wheat field": "wheat", "in an orchard": "orchard",
    "in a vineyard": "vineyard", "on the rice terraces": "terraces", "on the station platform": "station",
    "at the station": "station", "in the swimming pool": "pool", "in the gym": "gym", "in the bathroom": "bathroom",
    "in the stable": "stable", "in the barn": "stable", "on the deck of a ship": "deck", "on a ship's deck": "deck",
    "at a construction site": "site", "in a tent camp": "camp", "at the circus": "circus", "in the church": "church",
    "in the courtroom": "courtroom", "in the cinema": "cinema", "in the throne room": "throne",
    "in the palace": "throne", "in the pharmacy": "shop", "at the dentist's": "hospital", "in the attic": "room",
    "in the zoo": "park", "in the mine": "cave", "on the battlefield": "field", "in the bank": "office",
    "en el estanque": "pond", "en el trigal": "wheat", "en la piscina": "pool", "en el gimnasio": "gym",
    "en el andén": "station", "en la estación": "station", "en el establo": "stable",
    "en el cuarto de baño": "bathroom",
    "dans l'étang": "pond", "dans le champ de blé": "wheat", "dans le verger": "orchard", "à la piscine": "pool",
    "au gymnase": "gym", "dans la gare": "station", "dans l'étable": "stable", "dans la salle de bain": "bathroom",
}  # fmt: skip


@pytest.mark.parametrize("words", NAMED)
def test_a_place_that_lessons_name_is_known(words):
    who = {"en ": "dos niñas", "da": "deux filles", "à ": "deux filles", "au": "deux filles"}
    two = next((text for start, text in who.items() if words.startswith(start)), "two girls")
    scene = read(f"{two} {words}")
    assert scene.unknown == () and NAMED[words] in whereabouts(scene)


def test_the_table_of_homes_names_things_and_places_that_there_are():
    poses = {"pyjamas", "sleeping", "swimming", "toga", "gardening"}
    known = set(listed()) | poses
    assert [place for place in ranks() if place not in PLACES] == []
    missing = [name for name in (*votes(), *SEASONS) if not name.startswith("+") and name not in known]
    assert missing == []
