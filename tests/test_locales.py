import subprocess
import sys

import pytest

from lessonforge import locales


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es", ("es",)),
        ("es-MX", ("es-MX", "es-419", "es")),
        ("pt-AO", ("pt-AO", "pt-PT", "pt")),
        ("en-GB", ("en-GB", "en-001", "en")),
        ("zh-TW", ("zh-TW", "zh-Hant-TW", "zh-Hant")),
        ("zh-Hant-HK", ("zh-Hant-HK", "zh-Hant")),
        ("zh-Hans", ("zh-Hans", "zh")),
        ("sr-Latn-RS", ("sr-Latn-RS", "sr-Latn")),
        ("hi-Latn", ("hi-Latn",)),
        ("en-XA", ("en-XA", "en")),
    ],
)
def test_chain_goes_by_cldr_parents_and_never_changes_script_or_language(tag, expected):
    assert locales.chain(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("EN", "en"),
        ("pt_br", "pt-BR"),
        ("ger", "de"),
        ("iw", "he"),
        ("sh", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ca-VALENCIA", "ca-valencia"),
        (" ar-xb ", "ar-XB"),
    ],
)
def test_canonical_spelling(tag, expected):
    assert locales.canonical(tag) == expected
    assert locales.canonical(expected) == expected


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("english", "Did you mean 'en'?"),
        ("español", "Did you mean 'es'?"),
        ("jp", "Did you mean 'ja'?"),
        ("en-UK", "Did you mean 'en-GB'?"),
        ("zz", "Write it like"),
        ("", "Write it like"),
        ("../en", "Write it like"),
        ("zh-Xxxx", "no script 'Xxxx'"),
    ],
)
def test_wrong_tags_come_with_a_suggestion(tag, message):
    with pytest.raises(ValueError, match="'") as wrong:
        locales.canonical(tag)
    assert message in str(wrong.value)


def test_direction_follows_the_script():
    assert [t for t in ("ar", "he", "fa", "ur", "ckb", "pa-PK", "az-Arab", "ar-XB") if not locales.is_rtl(t)] == []
    assert [t for t in ("en", "pa", "hi", "zh-Hant", "az-Latn", "fil", "ku") if locales.is_rtl(t)] == []


def test_three_letter_codes_for_media():
    tags = ("es-MX", "zh-Hans", "de", "fil", "sr-Latn", "iw")
    assert [locales.iso639_2(tag) for tag in tags] == ["spa", "zho", "deu", "fil", "srp", "heb"]


def test_names():
    assert locales.display_name("es") == "Spanish"
    assert locales.display_name("pt-BR", "es-MX") == "portugués de Brasil"
    assert locales.display_name("zh-Hant-HK").startswith("Traditional Chinese (Hong Kong")
    assert locales.display_name("sr-Latn-RS") == "Serbian (Latin, Serbia)"


def test_plain_tags_do_not_import_babel():
    code = (
        "import sys; from lessonforge import locales as l;"
        "l.canonical('ES'), l.chain('es'), l.is_rtl('ar'), l.iso639_2('es'), l.language('pt-BR');"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
