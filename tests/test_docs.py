from pathlib import Path

import pytest

from lessonforge.cli import VERBS
from lessonforge.script.reference import reference

ROOT = Path(__file__).parents[1]


def test_the_format_page_is_what_the_schema_says() -> None:
    assert (ROOT / "docs" / "lesson-format.md").read_text("utf-8") == reference(), (
        "run: python -m lessonforge.script.reference docs/lesson-format.md"
    )


@pytest.mark.parametrize("verb", VERBS)
def test_the_readme_names_every_verb(verb: str) -> None:
    assert f"lessonforge {verb}" in (ROOT / "README.md").read_text("utf-8")
