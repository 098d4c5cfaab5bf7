"""The groups that the letters address, on the days of the letters."""

from __future__ import annotations

from datetime import date

import pytest

from engine.model.agency import Directory

CAM_GIANG = date(2023, 4, 13)
KIEN_AN = date(2022, 10, 20)
AN_LAO = date(2021, 7, 16)
CITY = date(2020, 12, 7)
NATION = date(2020, 11, 20)


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("xa-thi-tran-cam-giang", CAM_GIANG, 17),
        ("cong-an-xa-thi-tran-cam-giang", CAM_GIANG, 17),
        ("truong-hoc-cam-giang", CAM_GIANG, 51),
        ("don-vi-su-dung-lao-dong-cam-giang", CAM_GIANG, 120),
        ("don-vi-su-dung-lao-dong-kien-an", KIEN_AN, 320),
        ("cong-an-phuong-kien-an", KIEN_AN, 10),
        ("truong-mam-non-an-lao", AN_LAO, 17),
        ("truong-tieu-hoc-an-lao", AN_LAO, 17),
        ("truong-thcs-an-lao", AN_LAO, 17),
        ("nhom-lop-mam-non-tu-thuc-an-lao", AN_LAO, 20),
        ("truong-hoc-an-lao", AN_LAO, 71),
        ("xa-thi-tran-an-lao", AN_LAO, 17),
        ("phong-ban-nganh-an-lao", AN_LAO, 14),
        ("to-chuc-chinh-tri-xa-hoi-an-lao", AN_LAO, 6),
        ("so-ban-nganh-doan-the-hai-phong", CITY, 32),
        ("ubnd-quan-huyen-hai-phong", CITY, 15),
        ("co-quan-truyen-thong-hai-phong", CITY, 4),
        ("co-so-kcb-hai-phong", CITY, 40),
        ("don-vi-truc-thuoc-bhxh-vn", NATION, 21),
        ("bhxh-cac-tinh", NATION, 63),
        ("bhxh-10-tinh-bao-lu-2020", NATION, 10),
        ("ubnd-cac-tinh", NATION, 63),
    ],
)
def test_a_recipient_line_expands_to_every_agency_of_its_day(
    directory: Directory, group: str, day: date, count: int
) -> None:
    members = directory.members(group, day)
    assert len(members) == count
    assert len({m.name for m in members}) == count


@pytest.mark.parametrize(
    ("group", "before", "after"),
    [
        ("xa-thi-tran-cam-giang", 17, 0),
        ("ubnd-quan-huyen-hai-phong", 15, 0),
        ("bhxh-cac-tinh", 63, 34),
        ("so-ban-nganh-doan-the-hai-phong", 32, 25),
        ("don-vi-su-dung-lao-dong-kien-an", 320, 326),
    ],
)
def test_the_same_line_means_others_after_the_reform(
    directory: Directory, group: str, before: int, after: int
) -> None:
    assert len(directory.members(group, KIEN_AN)) == before
    assert len(directory.members(group, date(2025, 7, 1))) == after


def test_between_two_reforms_the_communes_of_cam_giang_are_fifteen(directory: Directory) -> None:
    found = {a.id for a in directory.members("xa-thi-tran-cam-giang", date(2024, 12, 1))}
    assert len(found) == 15
    assert "ubnd-xa-phuc-dien-cam-giang" in found
    assert "ubnd-xa-thach-loi-cam-giang" not in found


def test_every_group_has_members_on_some_day_of_the_letters(directory: Directory) -> None:
    days = (NATION, AN_LAO, KIEN_AN, CAM_GIANG)
    assert [g for g in directory.groups if not any(directory.members(g, d) for d in days)] == []


def test_the_ten_provinces_of_the_flood_can_be_named_one_by_one(directory: Directory) -> None:
    seats = {a.named_on(NATION).seat for a in directory.members("bhxh-10-tinh-bao-lu-2020", NATION)}
    north = {"Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Đà Nẵng"}
    assert seats == north | {"Phú Yên", "Bình Định", "Quảng Nam", "Quảng Ngãi", "Kon Tum"}


def test_employers_can_be_chosen_by_their_type(directory: Directory) -> None:
    kinds = {a.properties["loai-hinh"] for a in directory.members("don-vi-su-dung-lao-dong-kien-an", KIEN_AN)}
    assert {"doanh-nghiep", "doanh-nghiep-nuoc-ngoai", "truong-hoc", "hop-tac-xa", "ho-kinh-doanh"} <= kinds
