"""Catalogues of the languages that a lesson is only captioned in."""

from pathlib import Path

import courses

from lessonforge.cli import main

LESSON = "title: '1'\nsubtitles: [fr]\nbilingual: es\nscenes:\n- id: a\n  narration: {text}\n"


def test_they_are_begun_and_kept_up_to_date_while_their_texts_are_missing_or_stale(tmp_path: Path) -> None:
    for text in ("A cat.", "A black cat."):
        courses.write(tmp_path, {"c/l.yaml": LESSON.format(text=text)})
        assert main(["i18n", "update", str(tmp_path / "c")]) == 0
        for tag in ("fr", "es"):
            assert f'msgid "{text}"' in (tmp_path / f"c/locale/{tag}/l.po").read_text("utf-8")
    assert main(["i18n", "status", str(tmp_path / "c")]) == 0
    assert main(["i18n", "extract", str(tmp_path / "c")]) == 0
