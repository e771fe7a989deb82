import pytest

from lessonforge import locales
from lessonforge.text import bidi


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("العنصر H₂O يغلي عند 100 °C (212 °F) في كتاب.", "العنصر ⟪H₂O⟫ يغلي عند ⟪100 °C (212 °F)⟫ في كتاب."),
        ('פתחו "DNA replication" – 3 דקות', 'פתחו ⟪"DNA replication"⟫ – 3 דקות'),
        ("70% ממנו (NASA) ESA.", "70% ממנו ⟪(NASA)⟫ ⟪ESA⟫."),
        ("0.39 AU", "⟪0.39 AU⟫"),
        ("اقرأ الصفحة 12-15!", "اقرأ الصفحة 12-15!"),
        ("كذا \u2068x\u2069", "كذا ⟪x⟫"),
        ("المَسافَةُ a ثم", "المَسافَةُ ⟪a⟫ ثم"),
        ("كِتابُ NASA الجديدُ (ESA)", "كِتابُ ⟪NASA⟫ الجديدُ ⟪(ESA)⟫"),
        ("الحرارة -5 °C ليلًا", "الحرارة ⟪-5 °C⟫ ليلًا"),
        ("بين −10 و+20 درجة (-5)", "بين ⟪−10⟫ و⟪+20⟫ درجة ⟪(-5)⟫"),
        ("كوفيد-19 من 3-5 أيام", "كوفيد-19 من 3-5 أيام"),
    ],
)
def test_left_to_right_runs_are_isolated(text, shown):
    assert bidi.isolate(text, "ar").replace("\u2068", "⟪").replace("\u2069", "⟫") == shown


def test_isolating_twice_changes_nothing_more():
    once = bidi.isolate("في كتاب Physics 101", "ar")
    assert bidi.isolate(once, "ar") == once
    assert bidi.strip(once) == "في كتاب Physics 101"


def test_other_locales_are_left_alone():
    assert bidi.isolate("The word שלום", "en") == "The word שלום"


@pytest.mark.parametrize(
    ("locale", "script"), [("en", "Latn"), ("sr", "Cyrl"), ("sr-Latn", "Latn"), ("zh-TW", "Hant"), ("pa-PK", "Arab")]
)
def test_the_script_of_a_locale(locale, script):
    assert locales.script(locale) == script
