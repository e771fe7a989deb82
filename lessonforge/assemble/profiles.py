"""Output profiles by name, from `profiles.yaml`."""

from __future__ import annotations

import functools
from pathlib import Path

from lessonforge.errors import SettingsError, did_you_mean
from lessonforge.model import Profile


def named(name: str) -> Profile:
    """The profile of a name. Raises SettingsError with a suggestion when there is none."""
    profiles = known()
    if name not in profiles:
        raise SettingsError(f"there is no profile '{name}'. {did_you_mean(name, profiles)}")
    return profiles[name]


@functools.cache
def known() -> dict[str, Profile]:
    """All profiles by name."""
    import yaml

    text = (Path(__file__).parent / "profiles.yaml").read_text(encoding="utf-8")
    return {str(name): Profile(name=str(name), **settings) for name, settings in yaml.safe_load(text).items()}
