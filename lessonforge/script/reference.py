"""`docs/lesson-format.md`, made from the same schema that checks the files; a test keeps it in step.

python -m lessonforge.script.reference docs/lesson-format.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lessonforge.script.schema import json_schema

INTRODUCTION = """# The lesson format

A lesson is a YAML file; a course is a folder of lessons with a `course.yaml`. Both are data: nothing in them is run.
This page is made from the schema that LessonForge checks the files with. Put

```yaml
# yaml-language-server: $schema=lesson.schema.json
```

on top of a lesson, and an editor with YAML support completes and checks it as you type; `lessonforge new` puts
`lesson.schema.json` into the course folder. Times are in seconds.
Texts may use `{{ name }}` for a value of `vars`.
"""


def reference() -> str:
    """The page, in Markdown."""
    return "\n".join([INTRODUCTION, *_file("course"), *_file("lesson"), *_nouns(json_schema("lesson")["$defs"])])


def _file(kind: Any) -> Iterator[str]:
    schema = json_schema(kind)
    yield f"## A {kind} file\n\n{schema['description']}\n"
    yield from _keys(schema)


def _nouns(nouns: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(nouns, key=lambda name: (name not in ("Scene", "Visual"), name)):
        yield f"## {name}\n\n{nouns[name]['description']}\n"
        yield from _keys(nouns[name])


def _keys(schema: Mapping[str, Any]) -> Iterator[str]:
    needed = schema.get("required", ())
    yield "| key | value | |\n|---|---|---|"
    variants = {f"{key.strip('^')}LEVEL": value for key, value in schema.get("patternProperties", {}).items()}
    for key, value in {**schema["properties"], **variants}.items():
        yield f"| `{key}`{' (needed)' if key in needed else ''} | {_kind(value)} | {_told(value)} |"
    yield ""


def _told(value: Mapping[str, Any]) -> str:
    text = value.get("description", "").replace("|", "\\|").replace("\n", " ")
    default = value.get("default")
    shown = "" if default in (None, "", [], {}, False) else f" Without it: `{default}`."
    return text + shown


def _kind(value: Mapping[str, Any]) -> str:
    """What a value may be, in an author's words."""
    if "$ref" in value:
        noun = value["$ref"].rsplit("/", 1)[-1]
        return f"[{noun}](#{noun.lower()})"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "anyOf" in value:
        return " or ".join(_kind(one) for one in value["anyOf"])
    if value.get("type") == "array":
        items = value.get("items") or {}
        return f"list of {_kind(items)}" if items else ", ".join(_kind(one) for one in value.get("prefixItems", ()))
    words = {"object": "names and values", "boolean": "true or false", "number": "number", "integer": "whole number"}
    return words.get(str(value.get("type")), "text")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
