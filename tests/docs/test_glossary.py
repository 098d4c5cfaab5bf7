"""The glossary names every key of the language as the editor does, and no key that is gone."""

from __future__ import annotations

import re

from tests.docs.language import models, own_titles
from tests.docs.pages import DOCS

_HEADING = re.compile(r"^### .*?: `(\w+)`")
_ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \|")


def _written() -> dict[str, dict[str, tuple[str, str]]]:
    found: dict[str, dict[str, tuple[str, str]]] = {}
    part = ""
    for line in (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines():
        if heading := _HEADING.match(line):
            part = heading[1]
            found[part] = {}
        elif part and (row := _ROW.match(line)):
            assert row[1] not in found[part], f"{part}.{row[1]} stands twice"
            found[part][row[1]] = (row[2], row[3])
    return found


def test_every_part_of_the_language_is_in_the_glossary_and_no_other() -> None:
    assert set(_written()) == {model.__name__ for model in models() if own_titles(model)}


def test_every_key_has_the_vietnamese_title_that_the_editor_shows() -> None:
    written = _written()
    for model in models():
        if titles := own_titles(model):
            assert {key: vi for key, (vi, _) in written[model.__name__].items()} == titles, model.__name__


def test_every_key_has_an_english_name() -> None:
    assert all(en.strip() for part in _written().values() for _, en in part.values())
