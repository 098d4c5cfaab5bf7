"""An agency and its names, by the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.agency import Agency, Directory, Group, has_properties

DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))
IDS = ["a", "b", "c", "d", "e"]


def agency(agency_id: str = "x", **keys: Any) -> Agency:
    return Agency.model_validate({"id": agency_id, "kind": "so", "name": f"Sở {agency_id}", **keys})


def test_an_agency_without_dates_always_exists() -> None:
    assert agency().exists_on(date(1990, 1, 1))
    assert agency().exists_on(date(2090, 1, 1))


def test_the_first_and_the_last_day_both_count() -> None:
    one = agency(**{"from": "2024-12-01", "until": "2025-06-30"})
    assert [one.exists_on(d) for d in (date(2024, 11, 30), date(2024, 12, 1))] == [False, True]
    assert [one.exists_on(d) for d in (date(2025, 6, 30), date(2025, 7, 1))] == [True, False]


def test_a_date_known_to_the_month_ends_with_the_month() -> None:
    assert agency(until="2025-06").exists_on(date(2025, 6, 30))
    assert not agency(until="2025-06").exists_on(date(2025, 7, 1))


def test_a_renamed_agency_existed_under_its_old_name() -> None:
    dates: dict[str, Any] = {"from": "2022-07-01"}
    one = agency(**dates, former_names=[{"name": "Tên cũ", "until": "2022-06-30"}])
    assert one.exists_on(date(2010, 1, 1))
    assert one.short_on(date(2022, 6, 30)) == "Tên cũ"
    assert one.short_on(date(2022, 7, 1)) == "Sở x"


def test_a_former_name_must_say_when_it_ended() -> None:
    with pytest.raises(ValueError, match="agency-former-name-undated"):
        agency(former_names=[{"name": "Tên cũ"}])


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="agency-period-backwards"):
        agency(**{"from": "2025-07-01", "until": "2025-06-30"})


@given(DAYS, DAYS, DAYS)
def test_a_name_in_use_covers_its_day(first: date, second: date, day: date) -> None:
    changed, ended = min(first, second), max(first, second)
    eve = date.fromordinal(changed.toordinal() - 1).isoformat()
    dates: dict[str, Any] = {"from": changed.isoformat(), "until": ended.isoformat()}
    one = agency(**dates, former_names=[{"name": "Tên cũ", "until": eve}])
    assert one.named_on(day).name == ("Tên cũ" if day < changed else "Sở x")
    assert one.exists_on(day) == (day <= ended)


def test_heirs_are_followed_through_agencies_that_ended_too() -> None:
    chain = Directory.of(
        [
            agency("a", until="2024-12-31", successor="b"),
            agency("b", until="2025-06-30", successor=["c", "d"]),
            agency("c"),
            agency("d", **{"from": "2026-01-01"}),
        ]
    )
    assert chain.heirs("a", date(2025, 3, 1)) == ("b",)
    assert chain.heirs("a", date(2025, 8, 1)) == ("c",)
    assert chain.heirs("a", date(2026, 8, 1)) == ("c", "d")


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3)))
def test_cycles_of_successors_end(links: dict[str, list[str]]) -> None:
    all_agencies = [agency(i, until="2020-12-31", successor=links.get(i, [])) for i in IDS]
    assert Directory.of(all_agencies).heirs("a", date(2026, 1, 1)) == ()


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3)))
def test_cycles_of_groups_and_parents_end(links: dict[str, list[str]]) -> None:
    agencies = [agency(i, parent=next(iter(links.get(i, [])), None)) for i in IDS]
    groups = [
        Group.model_validate(
            {"id": f"g-{i}", "name": i, "members": [i], "groups": [f"g-{j}" for j in links.get(i, [])]}
        )
        for i in IDS
    ]
    directory = Directory.of(agencies, groups)
    members = directory.members("g-a", date(2024, 1, 1))
    assert [m.id for m in members] == sorted({m.id for m in members})
    assert "a" in {m.id for m in members}
    assert all(len(directory.lineage(a)) <= len(IDS) for a in agencies)


def test_a_group_selects_by_parent_kind_and_properties_and_may_leave_some_out() -> None:
    directory = Directory.of(
        [
            agency("phong", kind="phong"),
            agency("mn-1", kind="truong", parent="phong", properties={"cap": "mam-non"}),
            agency("mn-2", kind="truong", parent="phong", properties={"cap": "mam-non"}),
            agency("th-1", kind="truong", parent="phong", properties={"cap": "tieu-hoc"}),
            agency("mn-3", kind="truong", properties={"cap": "mam-non"}),
        ],
        [
            Group.model_validate(
                {
                    "id": "g",
                    "name": "g",
                    "kind": "truong",
                    "parent": "phong",
                    "where": {"cap": "mam-non"},
                    "without": "mn-2",
                }
            )
        ],
    )
    assert [m.id for m in directory.members("g", date(2024, 1, 1))] == ["mn-1"]
    assert has_properties(directory.agency("mn-3"), {"kind": "truong", "cap": "mam-non"})


def test_a_group_that_selects_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="group-empty"):
        Group.model_validate({"id": "g", "name": "g", "without": ["a"]})
