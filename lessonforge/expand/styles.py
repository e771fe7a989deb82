"""Styles: folders of `templates/prompts/` with the prompt templates of a look and the colours of its cards.

    prompts/<style>/style.yaml     title, notes for authors, palette (colour role: "#rrggbb")
    prompts/<style>/prompt.j2      what a picture engine is told; its first line is the scene's own prompt
    prompts/<style>/negative.j2    what it is told to leave out

A project's own `templates/` folder is looked in before the built-in one. Folders whose name starts with `_` are for
inheriting from.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessonforge.errors import Problem, did_you_mean
from lessonforge.expand import templates

ROLES = ("paper", "surface", "ink", "muted", "accent", "accent2", "accent3", "accent4", "good", "bad")
"""What a palette gives a colour to: two backgrounds, then everything that is drawn or written on them."""
BACKGROUNDS = ROLES[:2]
MIN_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: the ratio that text needs against what it stands on."""
MAX_BYTES = 20_000
_KEYS = ("title", "notes", "palette")


@dataclass(frozen=True)
class Style:
    """A look: `palette` are (role, `#rrggbb`) in the order of ROLES; `notes` tell an author what it is good for."""

    name: str
    title: str
    notes: str
    palette: tuple[tuple[str, str], ...]
    folders: tuple[Path, ...] = field(repr=False)

    def prompt(self, data: Mapping[str, Any]) -> str:
        """The words for a picture engine; the first line is `data["prompt"]`. Raises TemplateMistake."""
        text = _tidy(templates.render(f"{self.name}/prompt.j2", data, self.folders))
        if text.split("\n")[0] != data["prompt"]:
            file = templates.find(f"{self.name}/prompt.j2", self.folders)
            raise templates.TemplateMistake(
                str(file), 1, "the first line of what it writes must be the scene's prompt.", "Start with {{ prompt }}."
            )
        return text

    def negative(self, data: Mapping[str, Any]) -> str:
        """The words for what to leave out. Raises TemplateMistake."""
        return " ".join(templates.render(f"{self.name}/negative.j2", data, self.folders).split())


def names(folders: Iterable[Path]) -> tuple[str, ...]:
    """The styles that the template folders (a project's own and the built-in one) have."""
    found = (style.parent.name for folder in folders for style in (folder / "prompts").glob("[!_.]*/style.yaml"))
    return tuple(sorted(set(found)))


def style(name: str, folders: Sequence[Path]) -> tuple[Style | None, tuple[Problem, ...]]:
    """The style of this name in the first folder that has it, or what is wrong with it: nothing, if none has it."""
    return _load(name, tuple(folder / "prompts" for folder in folders))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), 1 to 21, by WCAG 2.2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@functools.lru_cache(maxsize=64)
def _load(name: str, folders: tuple[Path, ...]) -> tuple[Style | None, tuple[Problem, ...]]:
    file = templates.find(f"{name}/style.yaml", folders)
    if file is None:
        return None, ()
    root, problems = _composed(file)
    fields, wrong = _fields(file, root, _KEYS) if not problems else ({}, [])
    palette, wrong_roles = _fields(file, fields["palette"], ROLES) if "palette" in fields else ({}, [])
    problems += wrong + wrong_roles
    problems += [
        _problem(file, fields[key], f"'{key}' must be a text.")
        for key in ("title", "notes")
        if key in fields and not isinstance(fields[key].value, str)
    ]
    problems += _colour_problems(file, palette)
    problems += [
        Problem(str(file.parent), 0, 0, f"the style '{name}' has no {part}.")
        for part in ("prompt.j2", "negative.j2")
        if templates.find(f"{name}/{part}", folders) is None
    ]
    if problems:
        return None, tuple(problems)
    colours = tuple((role, palette[role].value.lower()) for role in ROLES)
    return Style(name, fields["title"].value, " ".join(fields["notes"].value.split()), colours, folders), ()


def _composed(file: Path) -> tuple[Any, list[Problem]]:
    """The nodes of a style.yaml, which keep their lines."""
    import yaml

    if file.stat().st_size > MAX_BYTES:
        return None, [Problem(str(file), 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")]
    try:
        return yaml.compose(file.read_text("utf-8"), yaml.SafeLoader), []
    except UnicodeDecodeError:
        return None, [Problem(str(file), 0, 0, "the file isn't UTF-8.", "Save it as UTF-8.")]
    except RecursionError:
        return None, [Problem(str(file), 0, 0, "this is nested too deeply.")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place: tuple[int, int] = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
        return None, [Problem(str(file), *place, f"this isn't YAML: {said}.")]


def _problem(file: Path, node: Any, message: str, hint: str = "") -> Problem:
    mark = node.start_mark
    return Problem(str(file), mark.line + 1, mark.column + 1, message, hint)


def _fields(file: Path, node: Any, keys: Sequence[str]) -> tuple[dict[str, Any], list[Problem]]:
    """The value nodes of a group that must have exactly these keys."""
    pairs = node.value if node and isinstance(node.value, list) and node.id == "mapping" else []
    found = {str(key.value): value for key, value in pairs}
    unknown = [(key, str(key.value)) for key, _ in pairs if key.value not in keys]
    problems = [_problem(file, key, f"unknown key '{name}'.", did_you_mean(name, keys)) for key, name in unknown]
    problems += [
        _problem(file, key, f"'{key.value}' is written twice.", "Keep one of them.")
        for n, (key, _) in enumerate(pairs)
        if key.value in [other.value for other, _ in pairs[:n]]
    ]
    misspelt = {key for _, name in unknown for key in keys if did_you_mean(name, [key]).startswith("Did")}
    missing = [key for key in keys if key not in found and key not in misspelt]
    if missing:
        line = node.start_mark.line + 1 if node else 0
        problems.append(Problem(str(file), line, 1 if node else 0, f"missing: {', '.join(missing)}."))
    return {key: value for key, value in found.items() if key in keys}, problems


def _colour_problems(file: Path, palette: Mapping[str, Any]) -> list[Problem]:
    """Roles whose colour isn't one, and those that can't be read on the palette's backgrounds."""
    good = {role: node for role, node in palette.items() if re.fullmatch("#[0-9a-fA-F]{6}", str(node.value))}
    problems = [
        _problem(file, node, f"'{role}' must be a colour like \"#1b6ca8\", in quotes.")
        for role, node in palette.items()
        if role not in good
    ]
    grounds = [ground for ground in BACKGROUNDS if ground in good]
    for role in good.keys() - set(BACKGROUNDS) if grounds else ():
        ratio, ground = min((contrast(good[role].value, good[ground].value), ground) for ground in grounds)
        if ratio < MIN_CONTRAST:
            message = f"'{role}' {good[role].value} has a contrast of {ratio:.1f}:1 on '{ground}'."
            hint = f"Words need {MIN_CONTRAST}:1: make it darker or lighter."
            problems.append(_problem(file, good[role], message, hint))
    return problems


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tidy(text: str) -> str:
    """One statement a line: no blank lines, no spaces in a row."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
