import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonforge.blob import Blob
from lessonforge.model import Sentence, Voice
from lessonforge.narration.read import BETWEEN_PARAGRAPHS, BETWEEN_SENTENCES, recorded, utterances
from lessonforge.narration.spelling import unread
from lessonforge.narration.words import words


def voice(**kw) -> Voice:
    return Voice("narrator", "en", "espeak", "en-us", **kw)


def spoken(text: str, locale: str = "en", **lexicon: str) -> str:
    return " | ".join(one.utterance.text for one in utterances(text, voice(), locale, lexicon))


ENGLISH = {
    "The Moon is 384,400 km away.": "The Moon is 384,400 kilometers away.",
    "It is −5 °C or -1°C.": "It is minus 5 degrees Celsius or minus 1 degree Celsius.",
    "50% of 9.8 m/s² at 30 km/s": "50 percent of 9.8 meters per second squared at 30 kilometers per second",
    "Mars is 1.52 AU away; an AU": "Mars is 1.52 astronomical units away; an A U",
    "CO₂ and C₆H₁₂O₆": "C O 2 and C 6 H 12 O 6",
    "T² = a³, 10⁻⁷": "T squared equals a cubed, 10 to the power of minus 7",
    "½, 1½, 1/2 or 3/7": "one half, 1 and one half, one half or 3 over 7",
    "ages 8-11, 8–11 km": "ages 8 to 11, 8 to 11 kilometers",
    "2024-05-01, 12/25/2024": "May first, 2024, December twenty-fifth, 2024",
    "2024-13-01, 31/12/2024, 1.2.3": "2024-13-01, 31/12/2024, 1.2.3",
    "7 - 3 = 4, 7-3=4, 3 * 4": "7 minus 3 equals 4, 7 minus 3 equals 4, 3 times 4",
    "$5, €3.50, $2 million": "5 dollars, 3.50 euros, 2 million dollars",
    "e.g. near Mt. Fuji, see Fig. 3 etc.": "for example near Mount Fuji, see figure 3 et cetera.",
    "A → B and/or C": "A to B and or C",
    "In the 1990s, 4K in 5 K": "In the 1990s, 4K in 5 kelvins",
    "1\u202f984 people": "1,984 people",
    "\u2068Kepler\u2069 *knew* 🙂": "Kepler knew",
    "Class 5 A, well-known, 3:45": "Class 5 A, well-known, 3:45",
    "a nope. No. Fig trees": "a nope. | No. Fig trees",
}


@pytest.mark.parametrize("written", ENGLISH)
def test_english_is_read_out(written: str) -> None:
    assert spoken(written).strip() == ENGLISH[written]


OTHERS = [
    ("es", "p. ej. 5 km, 50 % y 20 °C", "por ejemplo 5 kilómetros, 50 por ciento y 20 grados Celsius"),
    ("es", "En EE. UU. hay 8-11 años y 3 × 4 = 12", "En Estados Unidos hay 8 a 11 años y 3 por 4 es igual a 12"),
    ("es-MX", "el 1.º de mayo, CO₂, 10³", "el primero de mayo, C O 2, 10 al cubo"),
    ("fr", "M. Dupont, p. ex. 50 %, 384 400 km", "Monsieur Dupont, par exemple 50 pour cent, 384400\u00a0kilomètres"),
    ("fr", "8-11 ans ; ½ ; n° 5", "8 à 11 ans ; un demi ; numéro 5"),
    ("de", "z. B. 1 km, z.B. 5 % bzw. 5 €", "zum Beispiel 1 Kilometer, zum Beispiel 5 Prozent beziehungsweise 5 Euro"),
    ("de", "8-11 Uhr, 3 × 4 = 12", "8 bis 11 Uhr, 3 mal 4 ist gleich 12"),
    ("ru", "1 км, 2 км, 5 км, т. е. 384 400", "1 километр, 2 километра, 5 километров, то есть 384400"),
    ("zh", "水在100°C沸腾，50%，5 km", "水在100摄氏度沸腾，百分之50，5公里"),
    ("ja", "みずは100°Cです", "みずはせっし 100 どです"),
    ("ko", "물은 100°C에서", "물은 섭씨 100도에서"),
    ("ar", "٥٠٪ و 5 كم", "50 بالمئة و 5 كيلومترات"),
    ("ur", "۲۵ فیصد", "25 فیصد"),
    ("sw", "Ni 5 km na 50%", "Ni kilomita 5 na asilimia 50"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "written", "expected"), OTHERS)
def test_other_languages_are_read_out(locale: str, written: str, expected: str) -> None:
    assert spoken(written, locale) == expected


def test_signs_without_words_are_left_for_the_engine_to_refuse() -> None:
    assert unread(spoken("3 × 4 = 12", "ta")) == "×="
    assert unread(spoken("3 × 4 = 12 → ½", "en")) == ""


SPLIT = [
    ("en", "Dr. Smith left. It rained at 5 p.m. and stopped.", ["Dr. Smith left.", "It rained at 5 p.m. and stopped."]),
    ("en", "“Yes.” He left… (Now.) Go!", None),
    ("en", "Cats, dogs, etc. They ran.", ["Cats, dogs, etc.", "They ran."]),
    ("fr", "M. Dupont arrive. Il part.", ["M. Dupont arrive.", "Il part."]),
    ("de", "Am 3. Mai regnet es. Ja.", ["Am 3. Mai regnet es.", "Ja."]),
    ("es", "¿Qué? ¡Sí! Hay p. ej. agua.", ["¿Qué?", "¡Sí!", "Hay p. ej. agua."]),
    ("hi", "पानी गर्म है। यह उठता है।", ["पानी गर्म है।", "यह उठता है।"]),
    ("zh", "水升上去。 云来了！下雨。", ["水升上去。", "云来了！", "下雨。"]),
    ("ar", "هل هذا ماء؟ نعم.", ["هل هذا ماء؟", "نعم."]),
]


@pytest.mark.parametrize(("locale", "text", "expected"), SPLIT)
def test_sentences_end_where_they_do(locale: str, text: str, expected: list[str] | None) -> None:
    found = [one.written for one in utterances(text, voice(), locale, {})]
    assert expected is None or found == expected
    assert bare("".join(found)) == bare(text)


def test_paragraphs_have_a_longer_pause_between_them() -> None:
    found = utterances("One. Two\nthree.\n\nFour.", voice(), "en", {})
    assert [one.written for one in found] == ["One.", "Two three.", "Four."]
    assert [one.pause for one in found] == [BETWEEN_SENTENCES, BETWEEN_PARAGRAPHS, BETWEEN_SENTENCES]


@pytest.mark.parametrize("text", ["", "  \n\n "])
def test_no_text_is_no_sentence(text: str) -> None:
    assert utterances(text, voice(), "en", {}) == ()


def test_punctuation_alone_stays_with_its_neighbour() -> None:
    assert [one.written for one in utterances("… Yes. — “…”", voice(), "en", {})] == ["… Yes. — “…”"]
    assert len(utterances("...", voice(), "en", {})) == 1
    assert [one.written for one in utterances("One.\n\n* * *\n\nTwo.", voice(), "en", {})] == ["One. * * *", "Two."]


def test_the_lexicon_respells_whole_words_the_longest_first() -> None:
    lexicon = {"Kepler": "Kep-ler", "sea": "see", "the Dead Sea": "the dead see"}
    assert spoken("Kepler, Keplers, KEPLER", **lexicon) == "Kep-ler, Keplers, KEPLER"
    assert spoken("The Sea and the Dead Sea, oversea", **lexicon) == "The see and the dead see, oversea"
    assert spoken("水がある", "ja", 水="みず") == "みずがある"
    assert spoken("케플러는", "ko", 케플러="케플레르") == "케플레르는"


def test_the_lessons_lexicon_goes_before_the_voices() -> None:
    talker = voice(lexicon=(("Io", "eye-oh"), ("Mars", "Marz")))
    (sentence,) = utterances("Io, Mars", talker, "en", {"Io": "ee-oh"})
    assert sentence.utterance.text == "ee-oh, Marz"


def test_a_recording_stays_one_sentence() -> None:
    blob = Blob.of(b"sound")
    sentence = recorded("One of 5 km. Two.\n\nThree?", blob, voice(), "en", {})
    assert sentence.written == "One of 5 km. Two. Three?"
    assert sentence.utterance.text == "One of 5 kilometers. Two. Three?"
    assert sentence.utterance.recording == blob


def bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def assert_mapped(sentence: Sentence) -> None:
    """Spans follow each other without a gap in both texts, and the words of each lie inside of them."""
    at, spoken_at = 0, 0
    for span in sentence.spans:
        assert (span.start, span.spoken_start) == (at, spoken_at)
        assert span.end > span.start and span.spoken_end >= span.spoken_start
        at, spoken_at = span.end, span.spoken_end
    assert (at, spoken_at) == (len(sentence.written), len(sentence.utterance.text))


PIECES = st.sampled_from(
    ["Dr.", "5 km", "−3 °C", "50%", "½", "CO₂", "10³", "e.g.", "etc.", "8-11", "→", "$5", "\u2068x\u2069", "水", "की",
     "🙂", "Hello", "world.", "No. 5", "a/b", "(see", "it)", "«Oui»", "\n\n", "…", "1,984", "٢٥", "e\u0301", "*b*"]
)  # fmt: skip


@settings(max_examples=300)
@given(
    pieces=st.lists(PIECES | st.text(max_size=6), max_size=12),
    locale=st.sampled_from(["en", "es", "fr", "de", "ja", "ar", "ta", "yo"]),
    lexicon=st.dictionaries(
        st.sampled_from(["Hello", "world", "5 km", "水", "x", "→"]), st.sampled_from(["hi", "み", "a b"])
    ),
)
def test_nothing_is_lost_and_everything_is_mapped(pieces: list[str], locale: str, lexicon: dict[str, str]) -> None:
    text = " ".join(pieces)
    found = utterances(text, voice(), locale, lexicon)
    assert bare("".join(one.written for one in found)) == bare(text)
    for sentence in found:
        assert_mapped(sentence)
    if len(found) > 1:
        assert all(words(one.written) for one in found)
