"""What the page on forms tells a clerk to write fills the form that it names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engine.app.people.files import Means, read_file
from engine.app.people.filling import fill_form
from engine.people.lists import Lists
from engine.spec.library import load_library
from tests.docs.pages import DOCS, ROOT, examples


def test_the_data_on_the_page_fill_a_declaration_that_reads_back(tmp_path: Path) -> None:
    (block,) = (one for one in examples(DOCS / "bieu-mau.md") if one.language == "yml")
    data = tmp_path / "khai.yaml"
    data.write_text(block.text, encoding="utf-8")
    library, _ = load_library(ROOT / "specs", folders=frozenset({"forms", "codes"}))
    means = Means(library.forms, Lists(library.codes), date(2022, 10, 10))
    (file,) = fill_form(library, means, "tk1-ts@505-2020", data).files
    (one,) = read_file(file.data, "an.docx", means).people
    assert one.record.identifiers.social_number
    assert one.record.identifiers.social_number.value == "3120001234"
    assert one.changes.identifiers.citizen_id
    assert one.changes.identifiers.citizen_id.value == "031185001234"
    assert one.request == "Bổ sung số ĐDCN/CCCD"
