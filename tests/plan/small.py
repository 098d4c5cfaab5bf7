"""A small district to plan for: an issuer, an insurance office, communes, schools, employers."""

from __future__ import annotations

from typing import Any

from engine.model.agency import Agency, Directory, Group
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.plan import Plan
from engine.plan.calendar import build_calendar
from engine.plan.planner import plan
from engine.plan.written_deadlines import years_needed

AGENCIES: tuple[dict[str, Any], ...] = (
    {
        "id": "ubnd-huyen",
        "kind": "ubnd-huyen",
        "name": "Ủy ban nhân dân huyện A",
        "short": "UBND huyện A",
        "symbol": "UBND",
    },
    {"id": "bhxh-huyen", "kind": "bhxh-huyen", "name": "Bảo hiểm xã hội huyện A", "symbol": "BHXH"},
    {"id": "phong-gddt", "kind": "phong", "name": "Phòng Giáo dục và Đào tạo", "symbol": "PGDĐT"},
    {"id": "xa-binh", "kind": "ubnd-xa", "name": "Ủy ban nhân dân xã Bình", "parent": "ubnd-huyen"},
    {"id": "xa-an", "kind": "ubnd-xa", "name": "Ủy ban nhân dân xã An", "parent": "ubnd-huyen"},
    {
        "id": "xa-cu",
        "kind": "ubnd-xa",
        "name": "Ủy ban nhân dân xã Cũ",
        "parent": "ubnd-huyen",
        "until": "2020-12-31",
        "successor": "xa-an",
    },
    {
        "id": "truong-mn",
        "kind": "truong",
        "name": "Trường Mầm non",
        "parent": "phong-gddt",
        "properties": {"cap": "mam-non"},
    },
    {
        "id": "truong-th",
        "kind": "truong",
        "name": "Trường Tiểu học",
        "parent": "phong-gddt",
        "properties": {"cap": "tieu-hoc"},
    },
)
GROUPS: tuple[dict[str, Any], ...] = (
    {"id": "cac-xa", "name": "Ủy ban nhân dân các xã", "kind": "ubnd-xa", "parent": "ubnd-huyen"},
    {"id": "cac-truong", "name": "Các trường học", "members": ["truong-th", "truong-mn"]},
    {"id": "xa-va-truong", "name": "Các xã và các trường", "groups": ["cac-truong", "cac-xa"]},
    {"id": "nhom-rong", "name": "Nhóm không còn ai", "members": ["xa-cu"]},
)
DOCTYPES = {
    "cong-van": Doctype(id="cong-van", name="công văn", template="cong-van.docx", basis="NĐ 30/2020"),
    "to-trinh": Doctype(
        id="to-trinh", name="tờ trình", abbreviation="TTr", template="t.docx", basis="NĐ 30/2020"
    ),
    "hop-dong": Doctype(id="hop-dong", name="hợp đồng", abbreviation="HĐ", basis="NĐ 30/2020"),
}


def directory(
    agencies: tuple[dict[str, Any], ...] = AGENCIES, groups: tuple[dict[str, Any], ...] = GROUPS
) -> Directory:
    """The district's agencies and groups."""
    return Directory.of(
        (Agency.model_validate(a) for a in agencies), (Group.model_validate(g) for g in groups)
    )


def directive(**written: Any) -> Directive:
    """A letter of the district, with what the test writes over it."""
    start: dict[str, Any] = {
        "id": "thu",
        "type": "cong-van",
        "issuer": "ubnd-huyen",
        "symbol": {"unit": "VP"},
        "date": "2023-04-13",
        "subject": "triển khai công việc",
        "recipients": ["bhxh-huyen", "cac-xa"],
    }
    return Directive.model_validate(start | written)


def planned(**written: Any) -> Plan:
    """The plan of that letter."""
    return plan_of(directive(**written), directory())


def plan_of(letter: Directive, agencies: Directory) -> Plan:
    """The plan of a letter for other agencies."""
    return plan(letter, agencies, DOCTYPES, build_calendar(years_needed(letter)), "0" * 64)


def owed(found: Plan) -> list[tuple[str, str, str]]:
    """Task, agency and role of every obligation."""
    return [(o.task, o.agency, o.role) for o in found.obligations]
