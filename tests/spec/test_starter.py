"""A starter of any document type passes the checks, today and in the years of the seeds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.channels import available
from engine.spec.directives import check_text
from engine.spec.library import Library, load_library, yaml_files
from engine.spec.starter import starter
from engine.spec.yaml_source import read_yaml

SPECS = Path(__file__).parents[2] / "specs"
TYPES = sorted(
    doctype["id"]
    for path in yaml_files(SPECS / "doctypes")
    for doctype in read_yaml(path).data.get("doctypes", ())
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SPECS, available())[0]


def test_all_29_types_of_the_decree_are_there() -> None:
    assert len(TYPES) == 29


@pytest.mark.parametrize("doctype", TYPES)
@pytest.mark.parametrize("day", [date(2021, 7, 16), date(2026, 11, 22)])
def test_a_starter_passes_check(library: Library, doctype: str, day: date) -> None:
    text = starter("chi-dao-moi", doctype, library, day)
    directive, problems = check_text(text, library, SPECS / "directives" / "moi" / "chi-dao-moi.yaml")
    assert problems == ()
    assert directive is not None
    assert (directive.id, directive.type, directive.status) == ("chi-dao-moi", doctype, "draft")


def test_a_starter_explains_every_key(library: Library) -> None:
    text = starter("moi", "cong-van", library, date(2026, 11, 22))
    for key in ("targets", "populations", "appendices", "contacts", "effect"):
        assert f"# {key}: …  # " in text


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (None, "../schema/directive.schema.json"),
        (SPECS / "directives" / "moi.yaml", "../schema/directive.schema.json"),
        (SPECS / "directives" / "so-y-te" / "moi.yaml", "../../schema/directive.schema.json"),
        (SPECS.parent / "moi.yaml", "specs/schema/directive.schema.json"),
    ],
)
def test_editors_find_the_schema_from_the_file(library: Library, path: Path | None, schema: str) -> None:
    text = starter("moi", "cong-van", library, date(2026, 11, 22), path)
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={schema}"


def test_a_plan_tells_that_recipients_are_printed_without_copies(library: Library) -> None:
    text = starter("moi", "ke-hoach", library, date(2026, 11, 22))
    assert "in ở đầu Nơi nhận: không ghi lại trong copies" in text
    assert "Như trên" not in text


def test_a_decision_begins_its_receivers_with_its_article(library: Library) -> None:
    assert "  - Như Điều 2  # " in starter("moi", "quyet-dinh", library, date(2026, 11, 22))


def test_an_unknown_type_is_refused(library: Library) -> None:
    with pytest.raises(KeyError):
        starter("moi", "khong-co", library, date(2026, 11, 22))
