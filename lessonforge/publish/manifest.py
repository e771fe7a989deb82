"""Comes in: what a rendition was made of. Goes out: `manifest.json`, its open provenance.

It says for each part what was asked for, by which engine in which version, with which seed and under which
licence, and how long it lasts. It holds nothing of the clock or the machine: equal lessons give equal manifests.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessonforge import __version__
from lessonforge.blob import Blob


@dataclass(frozen=True)
class Part:
    """One thing a rendition is made of: `subject` says which, `seconds` how long it lasts (None for a picture)."""

    subject: str
    request: Any
    artifact: Any
    engine: str
    fingerprint: str
    licence: str = ""
    seconds: float | None = None


def manifest(facts: Mapping[str, Any], parts: Sequence[Part], files: Mapping[str, str]) -> str:
    """The text of `manifest.json`: `facts` of the rendition, its parts, and the SHA-256 of each file beside it."""
    engines = {part.engine: part.fingerprint for part in parts}
    body = {
        "lessonforge": __version__,
        **facts,
        "engines": engines,
        "parts": [_described(part) for part in parts],
        "files": dict(files),
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _described(part: Part) -> dict[str, Any]:
    described = {"part": part.subject, "engine": part.engine, "licence": part.licence, "seconds": part.seconds}
    kept = {name: value for name, value in described.items() if value not in ("", None)}
    return {**kept, "request": plain(part.request), "made": plain(part.artifact)}


def plain(value: Any) -> Any:
    """A request or artifact as JSON values: blobs by their hash, empty fields left out."""
    if isinstance(value, Blob):
        return value.sha256
    if dataclasses.is_dataclass(value):
        fields = {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {name: inner for name, inner in fields.items() if inner not in ("", None, [], {})}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return round(value, 6) if isinstance(value, float) else value
