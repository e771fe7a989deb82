"""Words that are explained to learners, under the caption where they are said first."""

from pathlib import Path

import courses
import pytest

from lessonforge import pipeline
from lessonforge.assemble.profiles import named
from lessonforge.expand.glosses import glossed
from lessonforge.lesson import Gloss
from lessonforge.model import Panel, Sentence, Shot, Storyboard, Utterance, Voice
from lessonforge.pipeline import Order

VOICE = Voice("narrator", "fr", "espeak", "fr")
BREAD = Gloss("croissant", "un petit pain")


def board(locale: str, *texts: str) -> Storyboard:
    sentences = (Sentence(text, Utterance(text, VOICE), (), locale) for text in texts)
    panels = (Panel(str(n), (), Shot("slide", 64, 64), (one,)) for n, one in enumerate(sentences))
    return Storyboard("l", locale, "L", tuple(panels))


def explained(locale: str, *texts: str, words: tuple[Gloss, ...] = (BREAD,)) -> list[tuple[tuple[int, str], ...]]:
    return [panel.sentences[0].glosses for panel in glossed(board(locale, *texts), words).panels]


def test_a_word_is_explained_once_where_it_is_said_first() -> None:
    line = "croissant – un petit pain"
    assert explained("fr", "Bonjour.", "Deux croissants !", "Un croissant.") == [(), ((5, line),), ()]


@pytest.mark.parametrize(
    "word, text, found",
    [
        ("thé", "Le thé.", True), ("Thé", "Le thé.", True),
        ("thé", "Le théâtre.", False), ("thé", "La théière.", False),
        ("croissant", "croissance", False), ("eau", "L'eau.", True), ("s'il vous plaît", "Oui, s'il vous plaît.", True),
    ],
)  # fmt: skip
def test_a_word_is_a_whole_one_with_its_ending(word: str, text: str, found: bool) -> None:
    assert bool(explained("fr", text, words=(Gloss(word, "x"),))[0]) is found


def test_languages_without_spaces() -> None:
    assert explained("zh", "他喝咖啡。", words=(Gloss("咖啡", "一种饮料"),)) == [((2, "咖啡 – 一种饮料"),)]


def test_what_is_said_in_another_language_is_not_explained() -> None:
    assert glossed(board("fr", "Un croissant."), (BREAD,)) != board("fr", "Un croissant.")
    mixed = Storyboard("l", "fr", "L", board("en", "A croissant.").panels)
    assert glossed(mixed, (BREAD,)) == mixed


SCENE = "id: a\n  narration: Un café. Je voudrais un croissant et un thé, s'il vous plaît, avec du lait et du sucre."
HEAD = "title: '1'\nlanguage: fr\nglosses: [{word: croissant, meaning: un pain}, {word: sucre, meaning: c'est doux}]\n"


def cues(folder: Path, head: str, monkeypatch: pytest.MonkeyPatch, **files: str) -> list[tuple[str, str, str]]:
    monkeypatch.setenv("LESSONFORGE_CACHE", str(folder / "store"))
    courses.write(folder, {"c/l.yaml": courses.lesson(SCENE, head=head)} | files)
    order = Order(folder / "c", ("fr",), profile="720p")
    jobs = pipeline.prepare(order)
    with pipeline.workshop(order, 1) as workshop:
        [timeline] = pipeline.make_timelines(jobs, named("720p"), workshop).values()
    return [(" ".join(cue.lines), cue.under, cue.under_locale) for cue in timeline.cues]


def test_the_caption_with_the_word_has_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = cues(tmp_path, HEAD, monkeypatch)
    assert found[0] == ("Un café.", "", "")
    for text, under, locale in found[1:]:
        lines = [
            f"{word} – {meaning}"
            for word, meaning in (("croissant", "un pain"), ("sucre", "c'est doux"))
            if word in text
        ]
        assert under == " · ".join(lines) and locale == ("fr" if lines else "")


def test_what_is_bilingual_goes_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "Un café. Je voudrais un croissant et un thé, s'il vous plaît, avec du lait et du sucre."
    words = courses.catalogue(
        "l",
        title=("1", "1"),
        a__narration=(source, "A coffee. I would like a croissant and a tea, please, with milk and sugar."),
        glosses__0__word=("croissant", "croissant"), glosses__0__meaning=("un pain", "a kind of bread"),
        glosses__1__word=("sucre", "sugar"), glosses__1__meaning=("c'est doux", "it is sweet"),
    )  # fmt: skip
    found = cues(tmp_path, f"{HEAD}bilingual: en\n", monkeypatch, **{"c/locale/en/l.po": words})
    assert {locale for _, _, locale in found} == {"en"} and not any("croissant –" in under for _, under, _ in found)
    assert not any("un pain" in text for text, *_ in found)


def test_further_subtitles_have_no_glosses_of_the_narration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / "store"))
    scene = "id: a\n  narration: Un croissant."
    head = "title: '1'\nlanguage: fr\nsubtitles: [en]\nglosses: [{word: croissant, meaning: un pain}]\n"
    words = courses.catalogue(
        "l", title=("1", "1"), a__narration=("Un croissant.", "A croissant."),
        glosses__0__word=("croissant", "croissant"), glosses__0__meaning=("un pain", "a kind of bread"),
    )  # fmt: skip
    courses.write(tmp_path, {"c/l.yaml": courses.lesson(scene, head=head), "c/locale/en/l.po": words})
    order = Order(tmp_path / "c", ("fr",), profile="720p")
    with pipeline.workshop(order, 1) as workshop:
        [timeline] = pipeline.make_timelines(pipeline.prepare(order), named("720p"), workshop).values()
    assert [cue.under for cue in timeline.cues] == ["croissant – un pain"]
    assert [cue.under for cue in timeline.subtitles["en"]] == [""]
