"""The lesson format as checks and as a JSON Schema, both derived from the nouns of `lessonforge.lesson`.

`python -m lessonforge.script.schema` writes the schemas that editors read.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import json
from typing import Any, Literal, TypeVar

from lessonforge import cards
from lessonforge import lesson as nouns
from lessonforge.errors import Problem
from lessonforge.lesson import Course, Glossary, Lesson, Path, Source
from lessonforge.script import values, variants, wording
from lessonforge.script.reader import Node

Kind = Literal["lesson", "course"]
Noun = TypeVar("Noun", Lesson, Course, Glossary)

MAX_PROBLEMS = 100
"""More than these are not told of one file: whoever sees them knows that it is no lesson."""

STAND_IN = "-"
"""The narration of a scene of which nothing could be kept but its id."""
_REQUIRED: dict[type, tuple[str, ...]] = {Lesson: ("title", "scenes"), Course: (), Glossary: ("terms",)}
"""Keys that a file must have although the noun has a default for them, because it inherits defaults."""


def parse(root: Node, noun: type[Noun], path: str) -> tuple[Noun | None, Source, list[Problem]]:
    """A file's tree as a lesson or course, its marks, and what the format has against it.

    When there are problems, the noun is what is left without the wrong values, so that more can be found in it.
    """
    from pydantic import ValidationError

    tree, as_groups = variants.gathered(root, path)
    data, source = values.plain(tree, path)
    file = wording.Written(data, source, tree, noun)
    adapter = _adapter(file.noun)
    errors = []
    try:
        result = adapter.validate_python(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found = list(itertools.islice(wording.faults(errors, file, list(values.empty(data))), MAX_PROBLEMS))
    if isinstance(data, dict):
        unknown = data.keys() - wording.fields_of(file.noun).keys()
        missing = (key for key in _REQUIRED[noun] if key not in data and not wording.misspelt(key, unknown))
        found += [((key,), source.problem((), f"'{key}' is missing.")) for key in missing]
    if found:
        result = _salvaged(data, {at for at, _ in found}, adapter)
    return result, source, sorted(as_groups + [problem for _, problem in found])


def _salvaged(data: Any, wrong: set[Path], adapter: Any) -> Any:
    """The noun without its wrong keys and those of its scenes; None when too much is wrong."""
    from pydantic import ValidationError

    if not isinstance(data, dict):
        return None
    inside: dict[Any, set[Any]] = {}
    for at in wrong:
        if at[0] == "scenes" and len(at) > 1:
            inside.setdefault(at[1], set()).update(at[2:3] or ("id",))
    gone = {at[0] for at in wrong if at[0] != "scenes" or len(at) == 1}
    kept = {key: value for key, value in data.items() if key not in gone}
    if inside and "scenes" in kept:
        scenes = enumerate(kept["scenes"])
        kept["scenes"] = [_left(scene, n, inside[n]) if n in inside else scene for n, scene in scenes]
    try:
        return adapter.validate_python(kept)
    except ValidationError:
        return None


def _left(scene: Any, n: int, wrong: set[Any]) -> dict[str, Any]:
    """A scene without its wrong keys, or a stand-in when it can't do without them."""
    kept = {key: value for key, value in scene.items() if key not in wrong} if isinstance(scene, dict) else {}
    return kept if "id" in kept and ("narration" in kept or "quiz" in kept) else _stand_in(scene, n)


def _stand_in(scene: Any, n: int) -> dict[str, str]:
    name = scene.get("id") if isinstance(scene, dict) else None
    right = isinstance(name, str) and 0 < len(name.strip()) <= 64
    return {"id": str(name) if right else f"scene-{n + 1}", "narration": STAND_IN}


@functools.cache
def _adapter(noun: type, docstrings: bool = False) -> Any:
    """The pydantic adapter of a noun. Reading the docstrings takes time and is only of use to the JSON Schema."""
    from pydantic import ConfigDict, TypeAdapter

    for cls in (*vars(nouns).values(), *vars(cards).values()):
        if dataclasses.is_dataclass(cls) and cls.__module__ in (nouns.__name__, cards.__name__):
            config = ConfigDict(extra="forbid", allow_inf_nan=False, use_attribute_docstrings=docstrings)
            config["str_strip_whitespace"] = cls is not cards.Code
            cls.__pydantic_config__ = config  # type: ignore[union-attr]
    return TypeAdapter(noun)


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a lesson file or a `course.yaml`, for editors.

    Where the format wants a text it takes a number or `true` as well, because an editor types what the loader reads
    as text: `date: 1609`.
    """
    from lessonforge.script.published import LessonSchema

    noun: type = {"lesson": Lesson, "course": Course}[kind]
    schema = _adapter(noun, docstrings=True).json_schema(schema_generator=LessonSchema)
    for own, cls in ((schema, noun), *((one, getattr(nouns, name, None)) for name, one in schema["$defs"].items())):
        for base in cls.__mro__[1:-1] if cls else ():  # pydantic reads only the docstrings of a class's own keys
            inherited = _adapter(base, docstrings=True).json_schema(schema_generator=LessonSchema)["properties"]
            for key, value in inherited.items():
                told = {"description": value["description"]} if "description" in value else {}
                own["properties"][key] = told | own["properties"][key]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:lessonforge:schema:{kind}",
        "title": f"LessonForge {kind}",
    }
    required = {"required": list(_REQUIRED[noun])} if _REQUIRED[noun] else {}
    return {**head, **{k: v for k, v in schema.items() if k != "title"}, **required}


def write(folder: Any) -> None:
    """Write `lesson.schema.json` and `course.schema.json` into a folder."""
    for kind in ("lesson", "course"):
        text = json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"  # type: ignore[arg-type]
        (folder / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    from lessonforge.settings import built_in

    write(built_in("lessons"))
