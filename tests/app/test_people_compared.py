"""A new comparison with the population database, told by the office's list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.app.people.importing import import_people
from engine.app.people.listing import addressed_units, compared_on, look_at_list
from engine.model.campaign import PersonState
from tests.app.people_office import DIRECTIVE, PeopleOffice, return_forms, write_list


def _states(office: PeopleOffice) -> list[PersonState]:
    return [one.state for one in office.bench().store.people.people(DIRECTIVE)]


def test_who_still_does_not_match_is_awaited_again_though_the_reasons_are_the_same(tmp_path: Path) -> None:
    office = PeopleOffice.at(tmp_path)
    path = write_list(tmp_path / "danh-sach.xlsx")
    office.import_list(path)
    office.issue()
    office.collect(return_forms(office.home / "out", tmp_path / "tra-ve"))
    before = _states(office)
    assert PersonState.ACCEPTED in before
    office.import_list(path)
    assert _states(office) == before, "the same list again is no new comparison"
    bench = office.bench()
    look = look_at_list(path, office._means(bench), addressed_units(bench.library, str(office.spec))[1])
    newer = compared_on(look, date(2022, 11, 20))
    import_people(bench, DIRECTIVE, newer.reading, newer.sorted)
    assert PersonState.ACCEPTED not in _states(office)
    assert replace(newer, sorted=look.sorted) == look
