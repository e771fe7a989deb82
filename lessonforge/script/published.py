"""How the lesson format is turned into the JSON Schema that editors read."""

from __future__ import annotations

import typing
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from lessonforge.lesson import BY_LEVEL, Scene, Visual, VisualKind

_RULES: dict[type, dict[str, Any]] = {
    Visual: {"oneOf": [{"required": [kind]} for kind in typing.get_args(VisualKind)]},
    Scene: {"oneOf": [{"required": ["quiz"]}, {"anyOf": [{"required": ["narration"]}, {"required": ["visual"]}]}]},
}


class LessonSchema(GenerateJsonSchema):
    """Texts may be any scalar, what may be left out may not be null, and no titles made from names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No: the keys speak for themselves."""
        return False

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        """A text, or a number or truth value, which editors see where the loader sees text."""
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """The value itself: a key that is left out is not written as `null`."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """A default only where it says something."""
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if key != "default" or value not in (None, [], {}, "")}

    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        """A noun, with the rules that a dataclass can't say."""
        made = {**super().dataclass_schema(schema), **_RULES.get(schema["cls"], {})}
        groups = {key: made["properties"].pop(f"{key}_at", None) for key in BY_LEVEL}
        variants = {f"^{key}@": _variant(group) for key, group in groups.items() if group}
        return made | ({"patternProperties": variants} if variants else {})


def _variant(group: JsonSchemaValue) -> JsonSchemaValue:
    """What stands at one level, from the group of all levels."""
    return {**group["additionalProperties"], "description": group.get("description", "")}
