"""The whole loop, against a simulated office and units that share no code with the product."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.app.verifying import verify_store
from engine.model.records import Stage
from tests.campaign.playing import DIRECTIVE, Campaign, outcomes_of, verdicts


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """A small campaign played to its end: dirty list, mended list, letter, rounds."""
    campaign = Campaign.of(tmp_path_factory.mktemp("campaign"), people=260, at=14, seed=7)
    _begin(campaign)
    campaign.outcomes = campaign.play()
    return campaign


def _begin(campaign: Campaign) -> None:
    dirty, _ = campaign.list("danh-sach.xlsx", dirt=0.15)
    campaign.take_in(campaign.look(dirty))
    mended, _ = campaign.list("danh-sach-da-sua.xlsx", dirt=0)
    campaign.take_in(campaign.look(mended))
    campaign.issue()


@pytest.mark.parametrize("seed", [3, 11])
@pytest.mark.parametrize("layout", ["sheets"])
def test_no_value_of_a_dirty_list_is_read_wrong_or_lost_without_a_word(
    tmp_path: Path, seed: int, layout: str
) -> None:
    campaign = Campaign.of(tmp_path, people=1500, at=60, seed=seed)
    path, expected = campaign.list("danh-sach.xlsx", dirt=0.15)
    found, silent = verdicts(campaign.look(path), expected)
    assert [(sheet, cell.cell, cell.field, cell.dirt) for sheet, cell in silent] == []
    assert found["right"] > 0.97 * found.total()


def test_the_same_list_again_changes_nothing_and_a_mended_one_names_what_changed(tmp_path: Path) -> None:
    campaign = Campaign.of(tmp_path, people=200, at=10, seed=5)
    dirty, _ = campaign.list("danh-sach.xlsx", dirt=0.15)
    first = campaign.take_in(campaign.look(dirty))
    events = campaign.store.log.verify().count
    again = campaign.take_in(campaign.look(dirty))
    assert (again.new, again.changed, again.same) == (0, 0, first.new)
    assert campaign.store.log.verify().count == events
    mended, _ = campaign.list("da-sua.xlsx", dirt=0)
    after = campaign.take_in(campaign.look(mended))
    assert after.new + after.changed + after.same == len(campaign.people)
    assert campaign.store.people.count(DIRECTIVE) == len(campaign.people)
    assert all(values for _, _, values in after.changes)


def test_the_final_records_are_the_truth(played: Campaign) -> None:
    assert played.differences() == []


def test_every_unit_has_done_its_task_when_nobody_is_awaited(played: Campaign) -> None:
    assert _is_complete(played)


def test_the_same_returns_again_change_nothing(played: Campaign) -> None:
    _collect_again(played, most_files=10_000)


def test_the_log_its_projections_and_the_documents_hold(played: Campaign) -> None:
    assert verify_store(played.store, rebuild=True).documents > 0


def test_no_identifier_stands_in_the_log(played: Campaign) -> None:
    told = "".join(str(dict(one.payload)) for one in played.store.log.read())
    numbers = {n for one in played.people for n in (one.citizen_id, one.social_number) if n}
    assert [number for number in numbers if number in told] == []


@pytest.mark.libreoffice
def test_a_district_of_320_units_and_12000_people_comes_to_its_end(tmp_path: Path) -> None:
    campaign = Campaign.of(tmp_path, people=12_000, at=320, seed=11)
    dirty, expected = campaign.list("danh-sach.xlsx", dirt=0.15)
    look = campaign.look(dirty)
    _, silent = verdicts(look, expected)
    assert [(sheet, cell.cell, cell.field, cell.dirt) for sheet, cell in silent] == []
    assert expected.dirty_share() > 0.14
    campaign.take_in(look)
    mended, _ = campaign.list("da-sua.xlsx", dirt=0)
    campaign.take_in(campaign.look(mended))
    campaign.issue()
    campaign.play(libreoffice=9)
    assert campaign.differences() == []
    assert _is_complete(campaign)
    assert verify_store(campaign.store).documents > 3000
    _collect_again(campaign, most_files=60)


def _is_complete(campaign: Campaign) -> bool:
    """Whether nobody is awaited and every unit's task is done."""
    tallies = campaign.store.people.tallies(DIRECTIVE, "unit")
    assert sum(one.total for one in tallies) == len(campaign.people)
    owed = campaign.store.projections.obligations(directive=DIRECTIVE, task="du-lieu-chua-khop")
    stages = {o.stage for o in owed if o.agency in {one.name for one in tallies}}
    return {one.percent for one in tallies} == {100} and stages == {Stage.COMPLETED}


def _collect_again(campaign: Campaign, most_files: int) -> None:
    """Some of the files that were decided once more: nothing is told of them."""
    events = campaign.store.log.verify().count
    files = sorted(one for one in (campaign.folder / "returned-1").rglob("*") if one.is_file())
    again = campaign.collect(files[:: max(1, len(files) // most_files)], 1)
    assert set(outcomes_of(again)) <= {"known", "unread"}
    assert campaign.store.log.verify().count == events
