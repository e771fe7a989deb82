"""Which engine makes what: the makers that a build hands to its workers, by request."""

from __future__ import annotations

from lessonforge.build.work import Maker
from lessonforge.model import Shot, Utterance


def _assembler(name: str, makes: str, timeout_s: float = 1800) -> Maker:
    return Maker("lessonforge.assemble.engines:load", name, "make", (makes,), timeout_s)


CLIPS = _assembler("clips", "lessonforge.assemble.requests:Clip")
POSTERS = _assembler("posters", "lessonforge.assemble.requests:Poster", 600)
SOUND = _assembler("sound", "lessonforge.assemble.requests:Sound")
RENDITIONS = _assembler("renditions", "lessonforge.model:Rendition")


def picture(shot: Shot, engine: str) -> Maker:
    """Who makes a shot; `engine` draws the prompts."""
    from lessonforge.visuals.registry import for_kind

    makes = ("lessonforge.model:Still", "lessonforge.model:Footage")
    return Maker("lessonforge.visuals.registry:load", for_kind(shot.kind, engine), "render", makes, 900)


def speech(utterance: Utterance) -> Maker:
    """Who speaks an utterance, joins what several voices say of it, or cuts its recording."""
    name = "recorded" if utterance.recording else "mixed" if utterance.inserts else utterance.voice.engine
    return Maker("lessonforge.narration.registry:load", name, "speak", ("lessonforge.model:Speech",), 300)
