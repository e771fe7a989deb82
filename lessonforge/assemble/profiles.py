"""Output profiles by name: those of `profiles.yaml` here, and a project's own `profiles.yaml`.

A project's entry says what differs from the built-in profile of its name, or from `1080p` if there is none.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from lessonforge.errors import Problem, ScriptError, SettingsError, did_you_mean
from lessonforge.model import Profile

FILE = "profiles.yaml"


def named(name: str, project: Path | None = None) -> Profile:
    """The profile of a name. Raises SettingsError when there is none, ScriptError when the project's file is wrong."""
    profiles = known(project)
    if name not in profiles:
        raise SettingsError(f"There is no profile '{name}'. {did_you_mean(name, profiles)}")
    return profiles[name]


@functools.cache
def known(project: Path | None = None) -> dict[str, Profile]:
    """All profiles by name. Raises ScriptError when the project's file is wrong."""
    built_in = _read(Path(__file__).parent / FILE)
    own = _read(project / FILE) if project and (project / FILE).is_file() else {}
    changed = {name: {**built_in.get(name, built_in["1080p"]), **settings} for name, settings in own.items()}
    path = str(project / FILE) if project else FILE
    return {name: _profile(name, settings, path) for name, settings in {**built_in, **changed}.items()}


def _read(path: Path) -> dict[str, dict[str, Any]]:
    import yaml

    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ScriptError([Problem(str(path), line, column, "this isn't YAML in UTF-8.")]) from error
    if not isinstance(entries, dict) or not all(isinstance(one, dict) for one in entries.values()):
        hint = "Write it like this: {1080p: {captions: closed}}"
        raise ScriptError([Problem(str(path), 0, 0, "this isn't a list of profiles with their settings.", hint)])
    return {str(name): settings for name, settings in entries.items()}


def _profile(name: str, settings: dict[str, Any], path: str) -> Profile:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Profile, config=None).validate_python({"name": name, **settings}, extra="forbid")
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise ScriptError([Problem(path, 0, 0, f"profile '{name}': {one}.") for one in wrong]) from error
