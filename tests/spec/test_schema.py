"""The schemas that editors load say what the models say, in Vietnamese, and take every sound spec."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from engine.channels import available
from engine.spec.library import Library, load_library, yaml_files
from engine.spec.schema_files import KINDS, schema_texts, stale_schemas, write_schemas
from engine.spec.yaml_source import read_yaml

SPECS = Path(__file__).parents[2] / "specs"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SPECS, available())[0]


@pytest.fixture(scope="module")
def schemas(library: Library) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in schema_texts(library).items()}


def test_the_committed_schemas_are_current(library: Library) -> None:
    """When this fails: `congvan schema`, or write_schemas(load_library(Path("specs"))[0])."""
    assert stale_schemas(library) == ()


def test_a_changed_directory_makes_the_schemas_stale(library: Library, tmp_path: Path) -> None:
    assert len(write_schemas(library, tmp_path)) == len(KINDS)
    assert write_schemas(library, tmp_path) == ()
    other = Library(tmp_path.parent, channels=("thu",))
    assert "directive.schema.json" in stale_schemas(other)


def test_they_are_draft_7_without_what_editors_fail_on(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
        text = json.dumps(schema)
        for word in (
            "$defs",
            "prefixItems",
            "discriminator",
            "unevaluated",
            "x-enum",
            "x-ref",
            "x-many",
            "x-short",
        ):
            assert f'"{word}' not in text


def test_every_key_is_explained_in_vietnamese(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        for where, key, value in _properties(schema):
            assert value.get("title"), (where, key)
            assert value.get("description"), (where, key)


def test_no_object_takes_unknown_keys(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        for one in (schema, *schema["definitions"].values()):
            if "properties" in one:
                assert one["additionalProperties"] is False


def test_every_reference_leads_somewhere(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        for reference in _references(schema):
            assert reference.removeprefix("#/definitions/") in schema["definitions"]


def test_enums_hold_what_exists(schemas: dict[str, Any], library: Library) -> None:
    names = schemas["directive.schema.json"]["definitions"]
    assert set(names["parties"]["enum"]) == {
        *library.directory.agencies,
        *library.directory.groups,
        "issuer",
        "all-recipients",
    }
    assert set(names["doctypes"]["enum"]) == set(library.doctypes)
    assert set(names["forms"]["enum"]) == library.form_ids
    assert set(names["directives"]["anyOf"][0]["enum"]) == set(library.directive_paths)
    assert names["channels"]["enum"] == ["folder"]


def test_every_spec_is_valid_as_an_editor_sees_it(schemas: dict[str, Any]) -> None:
    for name, kind in KINDS.items():
        validator = jsonschema.Draft7Validator(schemas[f"{name}.schema.json"])
        for path in yaml_files(SPECS / kind.folder):
            faults = [
                f"{path.name}: {e.json_path} {e.message[:200]}"
                for e in validator.iter_errors(_as_editor(read_yaml(path).data))
            ]
            assert faults == []


def test_every_spec_names_its_schema() -> None:
    for name, kind in KINDS.items():
        for path in yaml_files(SPECS / kind.folder):
            first = path.read_text(encoding="utf-8").splitlines()[0]
            up = "../" * len(path.relative_to(SPECS).parent.parts)
            assert first == f"# yaml-language-server: $schema={up}schema/{name}.schema.json", path


def _as_editor(value: Any) -> Any:
    """The data as a YAML 1.2 editor has it: decimals are floats."""
    if isinstance(value, dict):
        return {k: _as_editor(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_as_editor(v) for v in value]
    return float(value) if isinstance(value, Decimal) else value


def _properties(schema: Any, where: str = "") -> Iterator[tuple[str, str, Any]]:
    for name, one in ((where, schema), *schema.get("definitions", {}).items()):
        for key, value in one.get("properties", {}).items():
            yield name, key, value


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
