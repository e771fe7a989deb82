"""The names in `vars` can be written between {{ and }}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def variables(script: Script, known: Known) -> Iterator[Problem]:
    """Names of letters, digits and _, not starting with a digit."""
    for name in script.lesson.vars:
        if not name.isidentifier():
            fit = re.sub(r"\W+", "_", name).strip("_")
            hint = f"Call it '{fit}'." if fit.isidentifier() else "Use letters, and _ between them."
            yield script.source.problem(("vars", name), f"'{name}' can't be the name of a var.", hint)
