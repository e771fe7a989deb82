"""Numbers, dates, times, ordinals and Roman numerals in the words and the order of each language."""

from pathlib import Path

import pytest
import yaml

from lessonforge.narration.spelling import spell
from lessonforge.narration.spellout import spelled

_TABLE = yaml.safe_load(Path(__file__).with_name("numbers.yaml").read_text(encoding="utf-8"))
SPOKEN = [
    (locale, written, spoken)
    for locale, texts in _TABLE.items()
    for written, spoken in zip(texts[::2], texts[1::2], strict=True)
]


@pytest.mark.parametrize(("locale", "written", "spoken"), SPOKEN)
def test_it_is_read_out(locale: str, written: str, spoken: str) -> None:
    assert spell(written, locale, {})[0] == spoken


MODELS = {
    "en": "gmw/en-US", "es": "roa/es", "fr": "roa/fr", "pt-BR": "roa/pt-BR", "sw": "bnt/sw", "hi": "inc/hi",
    "ar": "sem/ar", "zh": "sit/cmn", "ru": "zle/ru", "de": "gmw/de", "it": "roa/it", "nl": "gmw/nl", "pl": "zlw/pl",
    "uk": "zle/uk", "tr": "trk/tr", "vi": "aav/vi", "id": "poz/id", "ko": "ko",
}  # fmt: skip


def test_voices_read_it_in_their_own_language(phonemes) -> None:
    """Roman numerals, units and signs that are left over are what voices read as English letters."""
    texts = [(MODELS[tag], spoken) for tag, _, spoken in SPOKEN if tag in MODELS]
    assert [(text, said) for text, said in zip(texts, phonemes(texts), strict=True) if "(en)" in said] == []


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en", "XX and XY, I said, a CD, at 3:45, the ratio 16:9, I, Claudius"),
        ("es", "escala 1:50, la raza 2.5.1, DVD, MIX, 30/02/2024, 2024-02-30"),
        ("fr", "1:20, CD, il y va, XX"),
        ("de", "Es waren 12. Und 1:10 verlor er."),
        ("ru", "2 года, 5 год, в тексте, 25:61"),
        ("yo", "2024-03-12, 14:30, 1.º"),
        ("zh", "3年级, 192.168.1.10"),
    ],
)
def test_what_is_nothing_of_the_kind_stays(locale: str, written: str) -> None:
    assert spell(written, locale, {})[0] == written


def test_a_language_without_a_rule_set_says_its_usual_number() -> None:
    assert spelled(12, "spellout-ordinal-feminine", "uk") == "дванадцять"
