"""Who can speak a locale: the voices of `voices/<locale>.yaml`, the project's own before the built-in ones.

    engine: espeak            # this and status, note, licence hold for all voices of the file
    status: good              # good, poor or needs-frontend (texts need preparing before it can read them)
    voices:
      narrator: {model: en-us, rate: 0.95, pitch: 50}
    lexicon: {Kepler: Kep-ler}

A voice that can't read its own script has a `frontend` (`frontends/`), which prepares its texts.

The first voice is the one that speaks when a lesson names none.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from lessonforge.errors import Problem, ScriptError, did_you_mean
from lessonforge.locales import chain
from lessonforge.model import Voice, VoiceStatus
from lessonforge.narration import frontends

_LIMIT = 200_000
_COMMON = ("engine", "status", "note", "licence", "frontend")
_KEYS = {(): (*_COMMON, "voices", "lexicon"), ("voices",): (*_COMMON, "model", "rate", "pitch")}
_RATE, _PITCH = (0.4, 2.5), (0, 100)

_Place = tuple[str, ...]
_Wrong = Iterator[tuple[_Place, str, str]]
"""(place of a value in its file, what is wrong with it, a hint)"""


def named(locale: str, folders: Sequence[Path]) -> dict[str, Voice]:
    """The voices of a locale by name: those of its own file, then of its parents' (`es-MX`, `es-419`, `es`).

    Every one carries the lexicon of all these files. Empty when the locale has no file. Raises ScriptError with
    the problems of a file that is wrong.
    """
    voices: dict[str, Voice] = {}
    lexicon: dict[str, str] = {}
    for tag in _chain(locale):
        for folder in folders:
            for name, voice in _load(folder / f"{tag}.yaml").items():
                voices.setdefault(name, voice)
            lexicon = {**_lexicon(folder / f"{tag}.yaml"), **lexicon}
    entries = tuple(sorted(lexicon.items()))
    return {name: replace(voice, lexicon=entries) for name, voice in voices.items()}


def locales(folders: Sequence[Path]) -> tuple[str, ...]:
    """The locales that have a file of their own, in order."""
    return tuple(sorted({file.stem for folder in folders for file in folder.glob("*.yaml")}))


def problem(voice: Voice, key: str, folders: Sequence[Path], message: str) -> Problem:
    """A problem of a voice of these folders, at `key` (`model` or `engine`) in the file that it comes from."""
    import yaml

    files = (folder / f"{voice.locale}.yaml" for folder in folders)
    path = next(file for file in files if voice.name in _content(file).get("voices", {}))
    own = key in _content(path)["voices"][voice.name]
    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    return _problem(path, root, ("voices", voice.name, key) if own else (key,), message, "")


def _chain(locale: str) -> tuple[str, ...]:
    try:
        return chain(locale)
    except ValueError:
        return ()


def _load(path: Path) -> dict[str, Voice]:
    content = _content(path)
    common = {key: content[key] for key in _COMMON if key in content}
    given = {name: {**common, **entry} for name, entry in content.get("voices", {}).items()}
    return {name: Voice(name=name, locale=path.stem, **entry) for name, entry in given.items()}


def _lexicon(path: Path) -> dict[str, str]:
    return dict(_content(path).get("lexicon", {}))


def _content(path: Path) -> Mapping[str, Any]:
    """What a file says, checked; nothing where there is no file."""
    try:
        state = path.stat()
    except OSError:
        return {}
    content, problems = _checked(path, state.st_mtime_ns, state.st_size)
    if problems:
        raise ScriptError(problems)
    return content


@functools.cache
def _checked(path: Path, _changed: int, size: int) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    import yaml

    if size > _LIMIT:
        return {}, (Problem(str(path), 0, 0, f"the file is {size:,} bytes long; at most {_LIMIT:,} are read."),)
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, yaml.SafeLoader)
        content = yaml.constructor.SafeConstructor().construct_document(root) if root else None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place: tuple[int, int] = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is nested too deeply"
        return {}, (Problem(str(path), *place, f"this is not YAML: {said}."),)
    return content or {}, (*(_problem(path, root, *one) for one in _wrong(content)), *_twice(path, root))


def _twice(path: Path, node: Any) -> Iterator[Problem]:
    """Keys that are there twice, of which YAML takes the last without a word."""
    pairs = node.value if node is not None and node.id == "mapping" else ()
    for n, (key, value) in enumerate(pairs):
        if key.value in [other.value for other, _ in pairs[:n]]:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            yield Problem(str(path), *place, f"'{key.value}' is written twice.", "Keep one of them.")
        if key.value in ("voices", "lexicon"):
            yield from _twice(path, value)


def _problem(path: Path, node: Any, place: _Place, message: str, hint: str) -> Problem:
    """The problem at a value, or at the nearest thing around it."""
    for key in place:
        node = next((value for name, value in getattr(node, "value", ()) if name.value == key), node)
    return Problem(str(path), node.start_mark.line + 1, node.start_mark.column + 1, message, hint)


def _wrong(content: Any) -> _Wrong:
    if content is None:
        return
    if not isinstance(content, dict):
        yield (), "a voice file has 'voices:' and names below it.", ""
        return
    yield from _unknown(content, ())
    yield from _wrong_values({key: content[key] for key in _COMMON if key in content}, ())
    yield from _wrong_lexicon(content.get("lexicon", {}))
    voices = content.get("voices", {})
    if not isinstance(voices, dict):
        yield ("voices",), "'voices' should be names with their settings.", "Write 'narrator: {model: en-us}' below it."
        return
    for name, entry in voices.items():
        yield from _wrong_voice(name, entry, content)


def _wrong_voice(name: Any, entry: Any, content: Mapping[str, Any]) -> _Wrong:
    place = ("voices", name)
    if not isinstance(name, str):
        yield place[:1], f"the name of a voice should be a text, but is {name!r}.", "Write it in quotes."
        return
    if not isinstance(entry, dict):
        yield place, f"voice '{name}' should have settings, but is {entry!r}.", "Write '{model: en-us}'."
        return
    yield from _unknown(entry, place)
    yield from _wrong_values(entry, place)
    unknown = [str(key) for key in (*entry, *content) if key not in (*_KEYS[()], *_KEYS[place[:1]])]
    for key, example in (("engine", "espeak"), ("model", "en-us")):
        given = key in entry or (key == "engine" and key in content)
        if not given and not any(did_you_mean(one, [key]).startswith("Did") for one in unknown):
            yield place, f"voice '{name}' has no '{key}'.", f"Write '{key}: {example}'."


def _wrong_values(entry: Mapping[str, Any], place: _Place) -> _Wrong:
    for key, value in entry.items():
        wish = _wish(str(key), value)
        if wish:
            yield (*place, str(key)), f"'{key}' should be {wish}, but is {value!r}.", ""


def _wish(key: str, value: Any) -> str:
    """What a value should be, or nothing when it is."""
    if key == "rate":
        return (
            ""
            if isinstance(value, int | float) and _RATE[0] <= value <= _RATE[1]
            else "a number from 0.4 to 2.5 (1 is normal)"
        )
    if key == "pitch":
        return (
            ""
            if isinstance(value, int) and _PITCH[0] <= value <= _PITCH[1]
            else "a whole number from 0 to 100 (50 is normal)"
        )
    if key == "status":
        return "" if value in get_args(VoiceStatus) else f"one of {', '.join(get_args(VoiceStatus))}"
    if key == "frontend":
        return "" if value in frontends.names() else f"one of {', '.join(frontends.names())}"
    return "" if isinstance(value, str) and value else "a text"


def _wrong_lexicon(lexicon: Any) -> _Wrong:
    if not isinstance(lexicon, dict):
        yield ("lexicon",), "'lexicon' should be words with their respelling.", "Write 'Kepler: Kep-ler' below it."
        return
    for word, respelling in lexicon.items():
        if not isinstance(word, str) or not isinstance(respelling, str) or not word.strip():
            yield ("lexicon", str(word)), f"'{word}' should be respelled with a text, but is {respelling!r}.", ""


def _unknown(entry: Iterable[Any], place: _Place) -> _Wrong:
    known = _KEYS[place[:1]]
    for key in entry:
        if key not in known:
            yield (*place, str(key)), f"there is no setting '{key}'.", did_you_mean(str(key), known)
