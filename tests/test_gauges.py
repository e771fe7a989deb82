"""`lessonforge levels`: numbers that are counted, each where it says something of the language."""

import json
from pathlib import Path

import courses
import pytest

from lessonforge import gauges, pipeline
from lessonforge.cli import main
from lessonforge.pipeline import Order

# Eight words in two sentences, three of them of more than six letters: LIX 8/2 + 100 * 3/8, RIX 3/2.
ENGLISH = "The children visited the enormous market. They ate."


def gauge(folder: Path, text: str, language: str, **files: str) -> gauges.Gauge:
    scene = f"id: a\n  narration: {json.dumps(text, ensure_ascii=False)}\n  visual: {{slide: {{title: '1'}}}}"
    head = f"title: '1'\nlanguage: {language}\n" + ("wordlist: words.txt\n" if files else "")
    lists = {f"c/{name}.txt": words for name, words in files.items()}
    courses.write(folder, {"c/l.yaml": courses.lesson(scene, head=head), **lists})
    [job] = pipeline.prepare(Order(folder / "c"))
    return gauges.gauge(job.script, job.storyboard)


def test_lix_and_rix_are_as_their_authors_count_them(tmp_path: Path) -> None:
    found = gauge(tmp_path, ENGLISH, "en")
    assert (found.sentences, found.words, found.words_a_sentence) == (2, 8, 4.0)
    assert (found.lix, found.rix) == (41.5, 1.5)


@pytest.mark.parametrize(
    "language, text, spaced",
    [
        ("zh", "太阳照在海面上。水变成了云。", False),
        ("th", "น้ำระเหยขึ้นไปบนฟ้า", False),
        ("ar", "الشمس تدفئ البحر.", True),
        ("hi", "सूरज समुद्र को गरम करता है।", True),
    ],
)
def test_other_scripts_have_no_lix(tmp_path: Path, language: str, text: str, spaced: bool) -> None:
    found = gauge(tmp_path, text, language)
    assert found.lix is None and found.rix is None
    assert (found.words_a_sentence is not None) is spaced
    assert found.characters_a_sentence > 4 and found.words > 2 and found.words_a_minute > 0


def test_cyrillic_has(tmp_path: Path) -> None:
    assert gauge(tmp_path, "Солнце согревает море.", "ru").lix == 3 + 100 / 3 // 0.1 / 10


def test_words_are_counted_that_the_authors_list_lacks(tmp_path: Path) -> None:
    found = gauge(tmp_path, "L'addition, s'il vous plaît ! Un thé.", "fr", words="l'\nAddition\nvous\nplaît\nun\n")
    assert found.unlisted == pytest.approx(2 / 6, abs=0.001)  # s'il, thé


def test_without_a_list_nothing_is_counted(tmp_path: Path) -> None:
    assert gauge(tmp_path, ENGLISH, "en").unlisted is None


@pytest.mark.parametrize(
    "content, message",
    [(b"", "is empty"), (b"\xff\xfe\x00", "isn't UTF-8"), (b"1\n2\n", "has no words"), (None, "does not exist")],
)
def test_a_list_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, message: str
) -> None:
    head = "title: T\nwordlist: words.txt\n"
    courses.write(tmp_path, {"c/l.yaml": courses.lesson("id: a\n  narration: x", head=head)})
    if content is not None:
        (tmp_path / "c/words.txt").write_bytes(content)
    assert main(["check", str(tmp_path / "c")]) == 3
    told = capsys.readouterr().err
    assert "l.yaml:2:11: " in told and message in told


def test_the_table_has_a_row_for_each_level_and_claims_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = f"id: a\n  narration: {ENGLISH}\n  narration@A1: We eat."
    courses.write(tmp_path, {"c/l.yaml": courses.lesson(scene, head="title: T\nlevels: [A1, B1]\n")})
    assert main(["levels", str(tmp_path / "c")]) == 0
    header, easy, hard = capsys.readouterr().out.strip().splitlines()
    assert "LIX" in header and easy.split()[2:5] == ["A1", "1", "2"] and hard.split()[2:5] == ["B1", "2", "8"]
    assert main(["levels", str(tmp_path / "c"), "--level", "A1", "--json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row["level"] == "A1" and row["lix"] == 2.0 and row["unlisted"] is None
    assert main(["levels", "--help"]) == 0
    assert "No formula can tell the level" in " ".join(capsys.readouterr().out.split())


def test_the_estimated_speed_is_near_what_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / "store"))
    found = gauge(tmp_path, "The sun warms the sea. Tiny drops of water rise into the air, and clouds form.", "en")
    order = Order(tmp_path / "c", profile="audio")
    jobs = pipeline.prepare(order)
    with pipeline.workshop(order, 1) as workshop:
        from lessonforge.assemble.profiles import named

        [timeline] = pipeline.make_timelines(jobs, named("audio"), workshop).values()
    assert found.words_a_minute == pytest.approx(60 * found.words / timeline.seconds, rel=0.15)
