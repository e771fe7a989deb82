import subprocess
import sys
import time

import pytest
from script_samples import LINES

from lessonforge.text import coverage, fonts


@pytest.mark.parametrize("locale", LINES)
def test_every_promised_script_can_be_drawn(locale):
    assert coverage.missing(LINES[locale], locale) == []


def test_the_script_of_a_locale_leads_its_stack():
    assert fonts.stack("ar").families[0] == "Noto Sans Arabic"
    assert fonts.stack("zh-Hant").families[0] == "Noto Sans CJK JP"
    assert fonts.stack("sr-Latn").families[0] == "Noto Sans"
    assert fonts.stack("en", mono=True).families[0] == "Fira Mono"


def test_a_stack_is_the_same_set_of_fonts_in_another_order():
    english, arabic = fonts.stack("en"), fonts.stack("ar")
    assert set(english.files) == set(arabic.files)
    assert english.digest != arabic.digest
    assert all(path.is_file() for path in english.files)


def test_typst_has_every_family_of_every_stack():
    known = set(fonts.typst_fonts().families())
    assert known >= set(fonts.stack("en", mono=True).families)


def test_what_no_font_has_is_named():
    found = coverage.missing("ab ৰ c আমি ৰ", "en")
    assert found == ["ৰ", "আ", "মি"]
    assert coverage.describe(found, most=2) == (
        "'ৰ' (U+09F0 BENGALI LETTER RA WITH MIDDLE DIAGONAL), 'আ' (U+0986 BENGALI LETTER AA) and 1 more"
    )


def test_a_cluster_must_come_from_one_font():
    assert coverage.missing("あ ก้", "ja") == []
    assert coverage.missing("あ\u0e49", "ja") == ["あ\u0e49"]  # a Thai mark on a Japanese letter


def test_marks_that_show_nothing_are_not_missing():
    assert coverage.missing("a\u2060b\u200b \u2068x\u2069 \u00adé\ufe0f", "en") == []


def test_a_course_is_checked_in_no_time():
    texts = [LINES[locale] * 40 for locale in ("en", "ru", "hi", "zh")]
    coverage.missing("".join(texts), "en")
    start = time.process_time()
    for _ in range(10):
        for text in texts:
            coverage.missing(text, "en")
    assert sum(map(len, texts)) * 10 > 80_000
    assert time.process_time() - start < 0.4


def test_finding_fonts_imports_none_of_their_packages():
    code = (
        "import sys; from lessonforge.text import fonts; fonts.stack('ja').digest\n"
        "print([m for m in ('matplotlib', 'notojp_matplotlib', 'typst', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
