"""The models → JSON Schema (draft 7) that editors' YAML language servers and our own checks both use.

Titles and descriptions are the models' Vietnamese ones. Shorthands (one value for a list, a plain text for a
whole object) are found by asking the models' own validators, so a schema never says less than they take.
Names of what exists (agencies, doctypes, forms …) become enums, each written once under `definitions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DRAFT = "http://json-schema.org/draft-07/schema#"
NAMES = "x-names"
"""Marks a schema whose values are names of what exists: agencies, parties, doctypes …"""

_SHORT, _MANY = "x-short", "x-many"
_REF = "#/definitions/"
_PROBE = "x"


class _Draft7(GenerateJsonSchema):
    """Pydantic's generator, told what the models' before-validators accept."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        read: Any = schema["function"]["function"]
        taken = read(_PROBE)
        if taken == (_PROBE,):
            return {_MANY: inner}
        if isinstance(taken, dict):
            (key,) = taken
            return {_SHORT: key, "of": inner}
        return inner


def schema_of(
    model: type[BaseModel], title: str, description: str, names: Mapping[str, Iterable[str]]
) -> dict[str, Any]:
    """The schema of one kind of file; `names` gives the names that exist for each `x-enum` of the models."""
    raw = model.model_json_schema(ref_template=_REF + "{model}", schema_generator=_Draft7)
    definitions = raw.pop("$defs", {})
    used: set[str] = set()
    shaped = {key: _shaped(value, definitions, used) for key, value in definitions.items()}
    root = _shaped(raw, definitions, used)
    for schema in (*shaped.values(), root):
        schema.pop("title", None)
        schema.pop("description", None)
    for kind in sorted(used):
        shaped[kind] = _names_schema(kind, tuple(names.get(kind, ())))
    return {"$schema": DRAFT, "title": title, "description": description, **root, "definitions": shaped}


def _names_schema(kind: str, names: tuple[str, ...]) -> dict[str, Any]:
    if kind in OPEN_NAMES or not names:
        free = {"type": "string", "pattern": OPEN_NAMES.get(kind, _SLUG)}
        return {NAMES: kind, "anyOf": [{"type": "string", "enum": sorted(names)}, free]} if names else free
    return {NAMES: kind, "type": "string", "enum": sorted(set(names))}


_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
OPEN_NAMES: Mapping[str, str] = {"directives": _SLUG, "rules": "^[A-Z]+-[0-9]+$"}
"""Kinds whose names an editor offers without refusing others: adding a directive or a rule costs one file only."""


def _shaped(schema: Any, definitions: Mapping[str, Any], used: set[str]) -> Any:
    if isinstance(schema, list):
        return [_shaped(item, definitions, used) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if _MANY in schema or _SHORT in schema:
        schema = _widened(schema, definitions)
    schema = {k: v for k, v in schema.items() if k not in ("default", "x-ref", "examples", "uniqueItems")}
    if "prefixItems" in schema:
        schema = _as_list(schema)
    kind = schema.pop("x-enum", None)
    if kind is not None:
        used.add(kind)
        schema = _pushed(schema, kind)
    shaped: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            shaped[key] = {name: _shaped(inner, definitions, used) for name, inner in value.items()}
        else:
            shaped[key] = _shaped(value, definitions, used)
    return _loose(_flat(shaped))


def _as_list(schema: dict[str, Any]) -> dict[str, Any]:
    """A pair of like things as draft 7 says it: a list of so many of them."""
    first, *others = schema["prefixItems"]
    assert all(other == first for other in others), "only lists of like things are written"
    return {**{k: v for k, v in schema.items() if k != "prefixItems"}, "items": first}


def _widened(schema: dict[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    about = {k: v for k, v in schema.items() if k not in (_MANY, _SHORT, "of")}
    if _MANY in schema:
        many = schema[_MANY]
        choices = [many.get("items", {}), many, {"type": "null"}]
        if many.get("minItems"):
            choices.pop()
        return {**about, "anyOf": choices}
    inner = schema["of"]
    named = _first_ref(inner)
    short = definitions[named]["properties"][schema[_SHORT]]
    choices = [choice for choice in _branches(_without_text(short)) if choice != {"type": "null"}]
    named_values = {k: v for k, v in short.items() if k == "x-enum"}
    return {**about, "anyOf": [*({**choice, **named_values} for choice in choices), *_branches(inner)]}


def _without_text(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        k: v for k, v in schema.items() if k not in ("title", "description", "default", "x-enum", "x-ref")
    }


def _branches(schema: dict[str, Any]) -> list[Any]:
    return list(schema["anyOf"]) if set(schema) == {"anyOf"} else [schema]


def _first_ref(schema: dict[str, Any]) -> str:
    ref = schema.get("$ref") or next(s["$ref"] for s in schema.get("anyOf", ()) if "$ref" in s)
    return str(ref).removeprefix(_REF)


def _pushed(schema: dict[str, Any], kind: str) -> dict[str, Any]:
    """The schema with its slugs, wherever they stand, replaced by a reference to the names that exist."""
    about = {k: schema[k] for k in ("title", "description") if k in schema}

    def names(inner: Any) -> Any:
        if isinstance(inner, list):
            return [names(item) for item in inner]
        if not isinstance(inner, dict):
            return inner
        if inner.get("type") == "string" and "pattern" in inner:
            return {"$ref": _REF + kind}
        return {k: names(v) if k in ("anyOf", "items", _MANY) else v for k, v in inner.items()}

    pushed = names({k: v for k, v in schema.items() if k not in about})
    return {**about, **({"allOf": [pushed]} if "$ref" in pushed else pushed)}


def _flat(schema: dict[str, Any]) -> dict[str, Any]:
    """`anyOf` within `anyOf` laid flat, doubles dropped; a `$ref` beside a title wrapped as draft 7 wants."""
    if "$ref" in schema and len(schema) > 1:
        about = {k: v for k, v in schema.items() if k != "$ref"}
        return {**about, "allOf": [{"$ref": schema["$ref"]}]}
    if "anyOf" not in schema:
        return schema
    choices: list[Any] = []
    for choice in schema["anyOf"]:
        choice = {k: v for k, v in choice.items() if k not in ("title", "description")}
        for one in choice["anyOf"] if set(choice) == {"anyOf"} else [choice]:
            if one not in choices:
                choices.append(one)
    about = {k: v for k, v in schema.items() if k != "anyOf"}
    return {**about, **choices[0]} if len(choices) == 1 else {**about, "anyOf": choices}


def _loose(schema: dict[str, Any]) -> dict[str, Any]:
    """Free text may look like a number in YAML (`name: 2023`): the models turn it back into text."""
    kinds = schema.get("type")
    if "enum" in schema or "const" in schema:
        return schema
    if kinds == "string":
        return {**schema, "type": ["string", "number"]}
    if isinstance(kinds, list) and "integer" in kinds and "string" in kinds:
        return {**schema, "type": [*(k for k in kinds if k != "integer"), "number"]}
    return schema
