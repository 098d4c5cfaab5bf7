"""The page on forms lists every field that a form may ask for, as the code has them."""

from __future__ import annotations

import re

from engine.model.form_keys import KEYS
from tests.docs.pages import DOCS

_ROW = re.compile(r"^\| `([a-z_]+\.[a-z_]+)` \| (.+?) \|$", re.MULTILINE)


def test_the_page_on_forms_lists_every_field() -> None:
    assert dict(_ROW.findall((DOCS / "bieu-mau.md").read_text(encoding="utf-8"))) == dict(KEYS)
