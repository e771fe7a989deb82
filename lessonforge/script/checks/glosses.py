"""Glosses explain words that are said, in a line that fits under a caption."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.lesson_texts import texts
from lessonforge.model import Script
from lessonforge.script.checks.known import Known

MAX_CHARACTERS = 60


def glosses(script: Script, known: Known) -> Iterator[Problem]:
    """Each word is in a text that is spoken, at one level at least; word and meaning are short."""
    said = " ".join(text for _, how, text in texts(script.lesson) if how == "spoken")
    values = " ".join(map(str, script.lesson.vars.values()))
    spoken = " ".join(f"{said} {values}".casefold().split())
    for n, gloss in enumerate(script.lesson.glosses):
        if " ".join(gloss.word.casefold().split()) not in spoken and "{{" not in gloss.word:
            message = f"the gloss explains '{gloss.word}', which nobody says."
            yield script.source.problem(("glosses", n, "word"), message, "Write it as it is said in a narration.")
        if len(gloss.word) + len(gloss.meaning) > MAX_CHARACTERS:
            message = f"the gloss of '{gloss.word}' has {len(gloss.word) + len(gloss.meaning)} characters."
            hint = f"At most {MAX_CHARACTERS} fit under a caption: explain it in fewer words."
            yield script.source.problem(("glosses", n, "meaning"), message, hint)
