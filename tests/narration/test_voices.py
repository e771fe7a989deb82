from pathlib import Path

import pytest

from lessonforge.errors import ScriptError
from lessonforge.model import Voice
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.voices import locales, named
from lessonforge.settings import built_in

BUILT_IN = built_in("voices")


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_at_least_25_languages_speak_with_the_same_names() -> None:
    tags = locales([BUILT_IN])
    assert len({tag.split("-")[0] for tag in tags}) >= 25
    for tag in tags:
        voices = named(tag, [BUILT_IN])
        assert next(iter(voices)) == "narrator"
        assert {"narrator", "amina", "leo"} <= voices.keys()
        assert all(voice.licence for voice in voices.values())
        assert all(voice.note for voice in voices.values() if voice.status != "good")


def test_every_shipped_voice_is_known_to_its_engine() -> None:
    engine = Espeak()
    models = {voice.model for tag in locales([BUILT_IN]) for voice in named(tag, [BUILT_IN]).values()}
    assert {model: problems for model in models if (problems := engine.check_model(model))} == {}


def test_a_locale_speaks_with_its_parents_voice() -> None:
    mexican = named("es-MX", [BUILT_IN])["narrator"]
    assert (mexican.locale, mexican.model) == ("es-419", "es-419")
    assert named("zh-TW", [BUILT_IN])["narrator"].locale == "zh-Hant"


@pytest.mark.parametrize("tag", ["yo", "km", "nonsense"])
def test_a_language_without_voices_has_none(tag: str) -> None:
    assert named(tag, [BUILT_IN]) == {}


def test_a_projects_own_voices_come_first(tmp_path: Path) -> None:
    own = write(tmp_path / "voices", "en.yaml", "voices: {narrator: {engine: espeak, model: en-gb, pitch: 60}}")
    voices = named("en", [own, BUILT_IN])
    assert voices["narrator"] == Voice("narrator", "en", "espeak", "en-gb", pitch=60)
    assert voices["amina"].model == "en-us+f3"


def test_a_lexicon_reaches_every_voice_and_the_nearest_entry_wins(tmp_path: Path) -> None:
    write(tmp_path, "es.yaml", "lexicon: {Kepler: Quépler, Io: Ío}")
    write(tmp_path, "es-MX.yaml", "lexicon: {Kepler: Képler}")
    voice = named("es-MX", [tmp_path, BUILT_IN])["leo"]
    assert dict(voice.lexicon) == {"Kepler": "Képler", "Io": "Ío"}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "en.yaml", "voices: {a: {engine: espeak, model: en}}")
    assert list(named("en", [tmp_path])) == ["a"]
    write(tmp_path, "en.yaml", "voices: {bertha: {engine: espeak, model: en}}")
    assert list(named("en", [tmp_path])) == ["bertha"]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("voices:\n  a: {engine: espeak, modell: en}\n", (2, 31), "no setting 'modell'. Did you mean 'model'?"),
        ("voices:\n  a: {engine: espeak}\n", (2, 6), "voice 'a' has no 'model'"),
        ("voices:\n  a: {model: en}\n", (2, 6), "voice 'a' has no 'engine'"),
        ("engine: espeak\nvoices:\n  a: {model: en, rate: fast}\n", (3, 24), "'rate' should be a number"),
        ("engine: espeak\nvoices:\n  a: {model: en, pitch: 101}\n", (3, 25), "'pitch' should be a whole number"),
        ("status: fine\n", (1, 9), "'status' should be one of good, poor, needs-frontend, but is 'fine'"),
        ("voices: [a]\n", (1, 9), "'voices' should be names"),
        ("voices:\n  no: {model: en}\n", (2, 3), "the name of a voice should be a text"),
        ("voices: {a: en}\n", (1, 13), "voice 'a' should have settings, but is 'en'"),
        ("lexicon: {CO2: 5}\n", (1, 16), "'CO2' should be respelled with a text, but is 5"),
        ("lexicon: word\n", (1, 10), "'lexicon' should be words"),
        ("- a\n", (1, 1), "a voice file has 'voices:'"),
        ("voices: {a\n", (2, 1), "is not YAML"),
        ("\t- a\n", (1, 1), "is not YAML"),
        ("[" * 5000, (0, 0), "is not YAML"),
        ("#" * 300_000, (0, 0), "at most 200,000"),
    ],
)
def test_a_wrong_file_says_where_and_what(tmp_path: Path, text: str, place: tuple[int, int], says: str) -> None:
    write(tmp_path, "en.yaml", text)
    with pytest.raises(ScriptError) as raised:
        named("en", [tmp_path])
    assert says in str(raised.value)
    assert place in {(problem.line, problem.column) for problem in raised.value.problems}
