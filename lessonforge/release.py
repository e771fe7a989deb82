"""A finished rendition as the files that a teacher gets: the film, its captions, transcript, poster and manifest."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from lessonforge.assemble.requests import Poster
from lessonforge.blob import Blob
from lessonforge.build.work import Maker
from lessonforge.captions import FORMATS, transcript
from lessonforge.model import Footage, Profile, Rendition, Script, Still, Utterance
from lessonforge.publish.manifest import Part, manifest, plain
from lessonforge.timelines import Timeline


def files_of(timeline: Timeline, rendition: Rendition, poster: Poster, stem: str, ending: str) -> dict[str, Blob]:
    """The files by name, the film itself first."""
    texts = {name: write(timeline.cues, timeline.storyboard.locale) for name, write in FORMATS.items()}
    texts["txt"] = transcript.write(timeline)
    files = {f"{stem}.{ending}": rendition.video}
    files |= {f"{stem}.{name}": Blob.of(text.encode()) for name, text in texts.items()}
    for tag, cues in ((tag, cues) for tag, cues in timeline.subtitles.items() if cues):
        files |= {f"{stem}.{tag}.{name}": Blob.of(write(cues, tag).encode()) for name, write in FORMATS.items()}
    return files | {f"{stem}.jpg": poster.image}


def manifest_of(
    script: Script,
    rendition: Rendition,
    profile: Profile,
    parts: Sequence[tuple[str, Any, Any, Maker]],
    files: Mapping[str, Blob],
) -> str:
    """The text of `manifest.json`; `parts` are (subject, request, artifact, who made it), in film order."""
    lesson = script.lesson
    facts = {
        "lesson": script.name,
        "title": lesson.title,
        "locale": script.locale,
        "level": script.level or None,
        "author": lesson.author,
        "licence": lesson.licence,
        "music": lesson.music and plain(lesson.music),
        "profile": plain(profile),
        "seconds": round(rendition.seconds, 3),
        "loudness_lufs": round(rendition.loudness, 2),
        "peak_dbtp": round(rendition.peak, 2),
    }
    described = [
        Part(subject, request, _told(made), by.name, by.engine().fingerprint(), _licence(request), _seconds(made))
        for subject, request, made, by in parts
    ]
    known = {name: fact for name, fact in facts.items() if fact is not None}
    return manifest(known, described, {name: blob.sha256 for name, blob in files.items()})


def _told(made: Any) -> Any:
    """What is made, without where its parts lie: that is nothing of its origin."""
    return dataclasses.replace(made, parts=()) if isinstance(made, Still | Footage) else made


def _licence(request: Any) -> str:
    """What a voice's sound may be used for; a recording is its author's."""
    return request.voice.licence if isinstance(request, Utterance) and not request.recording else ""


def _seconds(made: Any) -> float | None:
    return getattr(made, "seconds", None)
