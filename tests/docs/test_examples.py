"""Documentation under test: what the pages tell clerks to write is right, and prints what they say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import create_model

from engine.errors import Severity
from engine.messages import describe
from engine.model.agency import Agency, DirectoryFile
from engine.model.base import Written
from engine.model.deadline import Deadline
from engine.model.directive import Directive
from engine.model.export_layout import ExportLayout
from engine.model.form import FormVersion
from engine.model.ruleset import RuleSet
from engine.spec.directives import check_text
from engine.spec.library import Library, load_library
from engine.spec.reading import read_model
from engine.spec.yaml_source import read_yaml_text
from engine.wording.deadlines import deadline_phrase
from tests.docs.pages import DOCS, ROOT, Example, examples, pages

BLOCKS = [block for page in pages() for block in examples(page) if block.language == "yaml"]
WHOLE = [block for block in BLOCKS if not block.mark]
FRAGMENTS = [block for block in BLOCKS if block.mark.startswith("key: ")]
_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
_PRINTED = re.compile(
    r"^<!-- key: deadline -->\n```yaml\n(?P<text>.*?)^```\nIn ra: “(?P<words>.*?)”$", re.MULTILINE | re.DOTALL
)

_HOMES: dict[str, tuple[type[Written], ...]] = {
    "bieu-mau.md": (FormVersion, ExportLayout),
    "danh-ba.md": (DirectoryFile, Agency),
    "kiem-tra-the-thuc.md": (RuleSet,),
}


@cache
def _library() -> Library:
    library, problems = load_library(ROOT / "specs", ("folder",))
    assert not problems
    return library


def _home(page: str, key: str) -> type[Written]:
    """The model that a key of a page belongs to: that of the page's subject, else a directive's."""
    return next(model for model in _HOMES.get(page, (Directive,)) if key in model.model_fields)


def _part(page: str, mark: str) -> type[Written]:
    """A model with the keys that a block is marked with."""
    assert mark.startswith("key: "), mark
    fields: dict[str, Any] = {}
    for key in mark.removeprefix("key: ").split(", "):
        info = _home(page, key).model_fields[key]
        fields[key] = (info.annotation, info)
    return create_model("Fragment", __base__=Written, **fields)


def _ids(blocks: list[Example]) -> list[str]:
    return [block.place for block in blocks]


def test_the_guides_show_whole_directives_and_fragments() -> None:
    assert WHOLE
    assert len(FRAGMENTS) > 30


@pytest.mark.parametrize("block", WHOLE, ids=_ids(WHOLE))
def test_a_whole_directive_on_a_page_passes_check(block: Example) -> None:
    place = _library().root / "directives" / "docs" / "example.yaml"
    directive, problems = check_text(block.text, _library(), place)
    assert [f"{p.where} {describe(p)}" for p in problems] == []
    assert directive is not None


@pytest.mark.parametrize("block", FRAGMENTS, ids=_ids(FRAGMENTS))
def test_a_fragment_on_a_page_is_what_its_key_takes(block: Example) -> None:
    located = read_yaml_text(block.text, block.place)
    value, problems = read_model(located, _part(block.place.partition(":")[0], block.mark), _library().names)
    assert [f"{p.where} {describe(p)}" for p in problems] == []
    assert value is not None


def test_no_example_escapes_the_tests() -> None:
    rest = [block for block in BLOCKS if block not in (*WHOLE, *FRAGMENTS)]
    assert {block.mark for block in rest} == {"check"}, rest


def test_check_finds_what_the_first_page_shows() -> None:
    written, shown = _faulty()
    _, problems = check_text(written, _library(), Path("ra-soat-truong-hoc.yaml"))
    told = "".join(f"{p.where}: {_SEVERITIES[p.severity]} {p.code}: {describe(p)}\n" for p in problems)
    assert [line for line in shown.splitlines() if not line.startswith(" ")][:-1] == told.splitlines()


def _faulty() -> tuple[str, str]:
    """The spec with faults on the first page, and what check is said to print about it."""
    blocks = list(examples(DOCS / "bat-dau.md"))
    position = next(n for n, block in enumerate(blocks) if block.mark == "check")
    return blocks[position].text, blocks[position + 1].text


def test_deadlines_are_printed_as_the_guide_says() -> None:
    guide = (DOCS / "ngon-ngu-chi-dao.md").read_text(encoding="utf-8")
    shown = list(_PRINTED.finditer(guide))
    assert len(shown) > 10
    for found in shown:
        written = read_yaml_text(found["text"]).data["deadline"]
        deadline = Deadline.model_validate(written if isinstance(written, dict) else {"by": written})
        assert deadline_phrase(deadline) == found["words"]


def test_every_kind_of_deadline_has_an_example() -> None:
    guide = (DOCS / "ngon-ngu-chi-dao.md").read_text(encoding="utf-8")
    text = " ".join(block.text for block in FRAGMENTS)
    missing = [n for n, f in Deadline.model_fields.items() if f"{f.alias or n}" not in guide + text]
    assert missing == []


_LINK = re.compile(r"\]\((?P<page>[\w./-]*)(?:#(?P<anchor>[^)]+))?\)")


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in _LINK.finditer(page.read_text(encoding="utf-8")):
        target = (page.parent / link["page"]) if link["page"] else page
        assert target.exists(), link[0]
        if link["anchor"]:
            assert link["anchor"] in _anchors(target), link[0]
