"""The synthetic part of the directory: made again, it is the same; and it can be made larger."""

from __future__ import annotations

from engine.model.agency import Agency
from tests.directory.conftest import SPECS
from tests.synthetic.employers import employers
from tests.synthetic.generate import KIEN_AN, files


def test_the_committed_files_are_what_the_generator_writes() -> None:
    folder = SPECS / "agencies" / "du-lieu-mau"
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*")} == files()


def test_ten_thousand_employers_have_ten_thousand_names_and_codes() -> None:
    made = [Agency.model_validate(r) for r in employers(KIEN_AN, living=10_000, gone=0, later=0, seed=1)]
    assert len({a.name for a in made}) == 10_000
    assert len({a.codes["ma-don-vi"] for a in made}) == 10_000
    assert all(a.synthetic for a in made)


def test_names_are_as_awkward_as_real_ones() -> None:
    names = [r["name"] for r in employers(KIEN_AN, living=320, gone=0, later=0, seed=2022)]
    assert max(map(len, names)) > 120
    assert all(any(c in n for n in names) for c in '&<"“/:,()')
