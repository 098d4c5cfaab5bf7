"""The shipped directory: sound as a whole, and true to the letters of 2020–2023 and to the reform of 2025."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

import pytest

from engine.errors import Problem
from engine.model.agency import Agency, Directory, NamePeriod
from engine.spec.library import Library

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
TODAY = date(2026, 11, 1)


def names_of(agency: Agency) -> tuple[NamePeriod, ...]:
    return (*agency.former_names, agency)


def test_it_is_read_without_a_problem(loaded: tuple[Library, tuple[Problem, ...]]) -> None:
    assert [str(p) for p in loaded[1]] == []


def test_every_name_it_refers_to_exists(directory: Directory) -> None:
    known = set(directory.agencies)
    for agency in directory.agencies.values():
        assert {*agency.successor, agency.parent or agency.id, agency.superior or agency.id} <= known, (
            agency.id
        )
    for group in directory.groups.values():
        assert {*group.members, *group.without, *([group.parent] if group.parent else [])} <= known, group.id
        assert set(group.groups) <= set(directory.groups), group.id
    assert not known & set(directory.groups)


@pytest.mark.parametrize("link", ["parent", "superior", "successor"])
def test_no_chain_of_agencies_returns_to_its_beginning(directory: Directory, link: str) -> None:
    def beyond(agency_id: str) -> list[str]:
        value = getattr(directory.agency(agency_id), link)
        return [value] if isinstance(value, str) else list(value or ())

    for start in directory.agencies:
        seen, waiting = set[str](), beyond(start)
        while waiting:
            one = waiting.pop()
            assert one != start, start
            waiting += [] if one in seen else beyond(one)
            seen.add(one)


def test_an_agency_that_ended_says_who_took_over_and_they_are_there_the_next_day(
    directory: Directory,
) -> None:
    heirless = {"hdnd-huyen-an-lao", "huyen-uy-an-lao"}
    for agency in directory.agencies.values():
        if agency.until and not agency.synthetic and agency.id not in heirless:
            next_day = date.fromordinal(agency.until.last().toordinal() + 1)
            assert directory.heirs(agency.id, next_day), agency.id


def test_periods_run_forward_and_leave_no_gap(directory: Directory) -> None:
    for agency in directory.agencies.values():
        periods = names_of(agency)
        for one in periods:
            assert not (one.from_ and one.until) or one.from_.first() <= one.until.last(), agency.id
        for before, after in pairwise(periods):
            assert before.until is not None, agency.id
            assert after.from_ is not None, agency.id
            assert (after.from_.first() - before.until.last()).days == 1, agency.id


def test_texts_are_composed_unicode_and_header_lines_are_capitals(directory: Directory) -> None:
    for agency in directory.agencies.values():
        for period in names_of(agency):
            lines = (*period.header, *(period.superior_header or ()))
            assert all(line == line.upper() for line in lines), agency.id
            assert all(unicodedata.is_normalized("NFC", t) for t in (period.name, period.seat or "", *lines))


def test_nothing_invented_can_reach_a_real_mailbox(directory: Directory) -> None:
    for agency in directory.agencies.values():
        if agency.synthetic:
            assert agency.email is not None, agency.id
            assert agency.email.endswith(".example"), agency.id
        else:
            assert agency.email is None, agency.id


@pytest.mark.parametrize(
    ("agency_id", "day", "superior", "own", "seat"),
    [
        ("ubnd-huyen-an-lao", date(2021, 7, 16), (), ("ỦY BAN NHÂN DÂN", "HUYỆN AN LÃO"), "An Lão"),
        ("ubnd-huyen-cam-giang", date(2023, 4, 13), (), ("ỦY BAN NHÂN DÂN", "HUYỆN CẨM GIÀNG"), "Cẩm Giàng"),
        ("ubnd-tp-hai-phong", date(2021, 6, 3), (), ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"), "Hải Phòng"),
        (
            "vp-ubnd-tp-hai-phong",
            date(2020, 12, 7),
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"),
            ("VĂN PHÒNG",),
            "Hải Phòng",
        ),
        (
            "bhxh-huyen-an-lao",
            date(2021, 7, 15),
            ("BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG"),
            ("BẢO HIỂM XÃ HỘI", "HUYỆN AN LÃO"),
            "An Lão",
        ),
        (
            "bhxh-quan-kien-an",
            date(2022, 10, 20),
            ("BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG"),
            ("BẢO HIỂM XÃ HỘI", "QUẬN KIẾN AN"),
            "Kiến An",
        ),
        (
            "bhxh-tp-hai-phong",
            date(2020, 12, 3),
            ("BẢO HIỂM XÃ HỘI", "VIỆT NAM"),
            ("BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG"),
            "Hải Phòng",
        ),
        ("bhxh-viet-nam", date(2020, 11, 20), (), ("BẢO HIỂM XÃ HỘI", "VIỆT NAM"), "Hà Nội"),
    ],
)
def test_the_letters_of_the_time_carry_the_names_of_the_time(
    directory: Directory,
    agency_id: str,
    day: date,
    superior: tuple[str, ...],
    own: tuple[str, ...],
    seat: str,
) -> None:
    agency = directory.agency(agency_id)
    names = agency.named_on(day)
    above = names.superior_header
    if above is None:
        above = directory.agency(agency.superior).named_on(day).header if agency.superior else ()
    assert (above, names.header, names.seat) == (superior, own, seat)
    assert agency.exists_on(day)


def test_social_insurance_of_vietnam_stands_under_the_ministry_of_finance_from_march_2025(
    directory: Directory,
) -> None:
    agency = directory.agency("bhxh-viet-nam")
    assert agency.superior == "bo-tai-chinh"
    assert agency.named_on(date(2025, 2, 28)).superior_header == ()
    assert agency.named_on(date(2025, 3, 1)).superior_header is None


def test_no_district_outlives_june_2025(directory: Directory) -> None:
    districts = [a for a in directory.agencies.values() if a.kind == "ubnd-huyen"]
    assert len(districts) == 16
    assert all(a.exists_on(LAST_DAY_OF_DISTRICTS) and not a.exists_on(date(2025, 7, 1)) for a in districts)


def test_sixty_three_provinces_become_thirty_four(directory: Directory) -> None:
    for group in ("ubnd-cac-tinh", "bhxh-cac-tinh"):
        assert len(directory.members(group, LAST_DAY_OF_DISTRICTS)) == 63
        assert len(directory.members(group, date(2025, 7, 1))) == 34
    assert directory.heirs("ubnd-tinh-hai-duong", TODAY) == ("ubnd-tp-hai-phong",)
    assert directory.heirs("bhxh-tinh-hai-duong", TODAY) == ("bhxh-tp-hai-phong",)


@pytest.mark.parametrize(
    ("ended", "heirs"),
    [
        ("so-tttt-hai-phong", ("so-khcn-hai-phong",)),
        ("so-ldtbxh-hai-phong", ("so-noi-vu-hai-phong",)),
        ("bhxh-huyen-cam-giang", ("bhxh-co-so-cam-giang",)),
        ("ubnd-tt-cam-giang", ("ubnd-xa-cam-giang-10888",)),
        ("ubnd-xa-ngoc-lien-cam-giang", ("ubnd-xa-cam-giang-10903",)),
        ("ubnd-xa-bat-trang-an-lao", ("ubnd-xa-an-truong-hai-phong",)),
    ],
)
def test_after_the_reform_its_heirs_are_found(
    directory: Directory, ended: str, heirs: tuple[str, ...]
) -> None:
    assert not directory.agency(ended).exists_on(TODAY)
    assert directory.heirs(ended, TODAY) == heirs


def test_the_labour_office_of_a_district_went_to_home_affairs_first_and_then_to_the_communes(
    directory: Directory,
) -> None:
    assert directory.heirs("phong-ldtbxh-cam-giang", date(2025, 4, 1)) == ("phong-noi-vu-cam-giang",)
    assert len(directory.heirs("phong-ldtbxh-cam-giang", TODAY)) == 6


def test_an_office_that_kept_its_work_kept_its_id_under_a_new_name(directory: Directory) -> None:
    office = directory.agency("bhxh-huyen-an-lao")
    assert office.short_on(date(2021, 7, 15)) == "BHXH huyện An Lão"
    assert office.short_on(TODAY) == "BHXH cơ sở An Lão"
    assert directory.agency("ubnd-tinh-thua-thien-hue").short_on(TODAY) == "UBND thành phố Huế"
