"""What Jinja's own complaints mean to someone who writes lessons: the words and the remedy."""

from __future__ import annotations

import re
from collections.abc import Collection

from lessonforge.errors import did_you_mean

_BRACES = "A var is written with two braces on each side: '{{{{ sea }}}}'."
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (r"got '(end of) print statement'", "there is no name between '{{{{' and '}}}}'", "Write the name of a var there."),
    (r"expected '(end of) print statement'", "'{{{{' is never closed", "Write '}}}}' after the name."),
    (r"got '(end of) statement block'", "something is missing before '%}}'", "Write it like '{{% if sea %}}'."),
    (r"expected '(end of) statement block'|(tag name) expected", "'{{%' is never closed", "Write '%}}' at its end."),
    (r"needs to be closed is '(\w+)'", "'{{% {0} %}}' is never closed", "Write '{{% end{0} %}}' where it ends."),
    (
        r"'end of print statement', got '(.+)'",
        "'{0}' does not belong in '{{{{ }}}}'",
        "Write a name without blanks.",
    ),
    (r"unknown tag '(else|elif|end\w+)'", "'{{% {0} %}}' has nothing that it belongs to", "Remove it."),
    (r"unknown tag '(.+)'", "there is no '{{% {0} %}}'", "There are if and for; in styles block and include too."),
    (r"unexpected '(.+?)'", "'{0}' does not belong there", _BRACES),
    (r"unexpected char ['\"](.+)['\"] at", "'{0}' does not belong there", _BRACES),
    (r"expected (name) or number", "a {0} is missing after '.'", "A var has no '.' in its name."),
    (r"object' has no attribute '(.+)'", "there is nothing called '{0}' in this var", ""),
)


def plain(said: str, filters: Collection[str]) -> tuple[str, str]:
    """The message and the hint for what Jinja said."""
    if missing := re.search(r"No filter named '(.+)'", said):
        return f"there is no filter '{missing[1]}'", did_you_mean(missing[1], filters)
    for pattern, message, hint in _KNOWN:
        if found := re.search(pattern, said):
            return message.format(*filter(None, found.groups())), hint.format(*filter(None, found.groups()))
    return said, ""
