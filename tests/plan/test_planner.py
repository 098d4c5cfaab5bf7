"""What a plan holds: who owes what by when, targets, places, and that order changes nothing."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InputError
from engine.model.canonical import canonical_json, digest_of_text
from engine.model.plan import as_data
from tests.plan.small import AGENCIES, DOCTYPES, GROUPS, directive, directory, owed, plan_of, planned

LEAD_ALL = {"id": "viec", "text": "Thực hiện.", "lead": "all-recipients"}


def test_a_group_that_leads_owes_member_by_member() -> None:
    found = planned(tasks=[{"id": "viec", "text": "Rà soát.", "lead": "cac-xa", "cooperate": "bhxh-huyen"}])
    assert owed(found) == [
        ("viec", "xa-an", "lead"),
        ("viec", "xa-binh", "lead"),
        ("viec", "bhxh-huyen", "cooperate"),
    ]
    assert [o.key for o in found.obligations] == ["viec/xa-an", "viec/xa-binh", "viec/bhxh-huyen"]


def test_joint_leads_all_owe_it() -> None:
    found = planned(tasks=[{"id": "viec", "text": "Làm.", "lead": ["bhxh-huyen", "phong-gddt"]}])
    assert owed(found) == [("viec", "bhxh-huyen", "lead"), ("viec", "phong-gddt", "lead")]


def test_an_agency_with_two_roles_owes_once_and_leads_first() -> None:
    task = {"id": "viec", "text": "Làm.", "lead": "xa-an", "cooperate": "all-recipients"}
    assert owed(planned(tasks=[task])) == [
        ("viec", "xa-an", "lead"),
        ("viec", "bhxh-huyen", "cooperate"),
        ("viec", "xa-binh", "cooperate"),
    ]


def test_whoever_is_assigned_owes_it_and_a_unit_inside_the_lead_is_kept() -> None:
    assign = [{"who": "phong-gddt", "unit": "Tổ Tiểu học"}, {"who": "cac-truong", "unit": "Hiệu trưởng"}]
    found = planned(tasks=[{"id": "viec", "text": "Làm.", "lead": "phong-gddt", "assign": assign}])
    assert [(o.agency, o.role, o.unit) for o in found.obligations] == [
        ("phong-gddt", "lead", "Tổ Tiểu học"),
        ("truong-mn", "assign", "Hiệu trưởng"),
        ("truong-th", "assign", "Hiệu trưởng"),
    ]


def test_leaves_inherit_the_nearest_owners_unless_they_have_their_own() -> None:
    tree = {
        "id": "goc",
        "title": "Giao BHXH huyện",
        "lead": "bhxh-huyen",
        "cooperate": "phong-gddt",
        "tasks": [
            {"id": "mot", "text": "Một."},
            {"id": "hai", "text": "Hai.", "tasks": [{"id": "hai-a", "text": "A.", "assign": "cac-truong"}]},
            {"id": "ba", "text": "Ba.", "standing": "xa-an", "cooperate": "bhxh-huyen"},
        ],
    }
    assert owed(planned(tasks=[tree])) == [
        ("mot", "bhxh-huyen", "lead"),
        ("mot", "phong-gddt", "cooperate"),
        ("hai-a", "truong-mn", "assign"),
        ("hai-a", "truong-th", "assign"),
        ("hai-a", "phong-gddt", "cooperate"),
        ("ba", "xa-an", "standing"),
        ("ba", "bhxh-huyen", "cooperate"),
    ]


@pytest.mark.parametrize("kind", ["rule", "prohibition", "note"])
def test_rules_prohibitions_and_notes_bind_without_being_tracked(kind: str) -> None:
    found = planned(tasks=[{"id": "dieu", "kind": kind, "text": "Không được …", "lead": "cac-xa"}])
    assert not found.obligations
    assert not found.tasks[0].tracked


def test_marks_are_those_of_the_letter() -> None:
    leaves = [{"text": f"Điểm {n}."} for n in range(6)]
    dashes = {
        "text": "Khoản.",
        "numbering": "dash",
        "tasks": [{"text": "Gạch.", "tasks": [{"text": "Cộng."}]}],
    }
    note = {"kind": "note", "text": "Lưu ý."}
    found = planned(
        tasks=[{"text": "Khoản.", "lead": "xa-an", "tasks": leaves}, note, dashes | {"lead": "xa-an"}]
    )
    assert [t.mark for t in found.tasks] == ["1.", "a)", "b)", "c)", "d)", "đ)", "e)", "", "2.", "-", "+"]
    assert [t.depth for t in found.tasks] == [0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 2]


def test_a_scoped_deadline_sets_the_general_one_aside_for_its_agencies() -> None:
    deadline = ["2023-12-31", {"before": "2023-07-01", "scope": "cac-xa"}]
    found = planned(tasks=[LEAD_ALL | {"deadline": deadline}])
    assert {o.agency: str(o.due.day) for o in found.obligations} == {
        "bhxh-huyen": "2023-12-31",
        "xa-an": "2023-06-30",
        "xa-binh": "2023-06-30",
    }


def test_a_deadline_for_one_population_is_owed_beside_the_general_one() -> None:
    found = planned(
        populations=[{"id": "ho-ngheo", "name": "hộ nghèo"}],
        deadline=["2023-12-31", {"before": "2023-06-30", "population": "ho-ngheo"}],
        tasks=[{"id": "viec", "text": "Làm.", "lead": "xa-an"}],
    )
    assert [(o.key, str(o.due.day)) for o in found.obligations] == [
        ("viec/xa-an", "2023-12-31"),
        ("viec/xa-an#ho-ngheo", "2023-06-29"),
    ]
    assert found.counts["deadlines"] == 2


def test_a_task_with_a_deadline_for_one_population_takes_the_general_one_from_the_letter() -> None:
    deadline = [{"before": "2023-06-30", "population": "ho-ngheo"}]
    found = planned(
        populations=[{"id": "ho-ngheo", "name": "hộ nghèo"}],
        deadline="2023-12-31",
        tasks=[{"id": "viec", "text": "Làm.", "lead": "xa-an", "deadline": deadline}],
    )
    assert {o.due.population: str(o.due.day) for o in found.obligations} == {
        "": "2023-12-31",
        "ho-ngheo": "2023-06-29",
    }


def test_a_start_written_beside_an_end_makes_one_span() -> None:
    task = {"id": "viec", "text": "Làm.", "lead": "xa-an", "deadline": [{"from": "2023-06-01"}, "2023-06-30"]}
    (found,) = planned(tasks=[task]).obligations
    assert (str(found.due.start), str(found.due.day)) == ("2023-06-01", "2023-06-30")


def test_the_nearest_deadline_wins_and_a_target_lends_its_own() -> None:
    found = planned(
        deadline="2023-12-31",
        targets=[{"id": "dich", "measure": "người", "value": "100%", "by": "2023-09-30"}],
        tasks=[
            {"id": "cha", "text": "Cha.", "lead": "xa-an", "deadline": "2023-08-31", "tasks": [
                {"id": "rieng", "text": "Riêng.", "deadline": "2023-05-31"},
                {"id": "chung", "text": "Theo cha."},
            ]},
            {"id": "theo-dich", "text": "Theo đích.", "lead": "xa-an", "targets": "dich"},
            {"id": "theo-thu", "text": "Theo văn bản.", "lead": "xa-an"},
        ],
    )  # fmt: skip
    assert {o.task: str(o.due.day) for o in found.obligations} == {
        "rieng": "2023-05-31",
        "chung": "2023-08-31",
        "theo-dich": "2023-09-30",
        "theo-thu": "2023-12-31",
    }


def test_a_quarterly_report_replaces_the_months_where_it_is_owed() -> None:
    month = {"every": {"each": "month", "day": 25}, "until": "2023-12-31"}
    quarter = {"every": {"each": "quarter", "day": 28, "replaces": "thang"}, "until": "2023-12-31"}
    found = planned(
        tasks=[
            {"id": "thang", "text": "Báo cáo tháng.", "lead": ["xa-an", "bhxh-huyen"], "deadline": month},
            {"id": "quy", "text": "Báo cáo quý.", "lead": "xa-an", "deadline": quarter},
        ]
    )
    periods = {a: [o.period for o in found.obligations if o.agency == a] for a in ("xa-an", "bhxh-huyen")}
    assert periods["xa-an"] == [
        *("2023-04", "2023-05", "2023-07", "2023-08", "2023-10", "2023-11"),
        *("2023-Q2", "2023-Q3", "2023-Q4"),
    ]
    assert len(periods["bhxh-huyen"]) == 9


def test_a_report_with_a_deadline_is_owed_by_whoever_works() -> None:
    report = {"to": "ubnd-huyen", "through": "bhxh-huyen", "deadline": {"before": "2023-08-15"}}
    tasks = [{"id": "viec", "text": "Làm.", "lead": ["bhxh-huyen", "xa-an"], "cooperate": "phong-gddt"}]
    found = planned(tasks=tasks, report=report)
    assert [(o.key, o.report_to, o.report_through) for o in found.obligations] == [
        ("viec/bhxh-huyen", "ubnd-huyen", ""),
        ("viec/xa-an", "ubnd-huyen", "bhxh-huyen"),
        ("viec/phong-gddt", "ubnd-huyen", "bhxh-huyen"),
        ("@report/bhxh-huyen", "ubnd-huyen", ""),
        ("@report/xa-an", "ubnd-huyen", "bhxh-huyen"),
    ]


def test_a_cascade_of_reports_has_earlier_days_below() -> None:
    deadline = [{"by": "2023-06-25"}, {"by": "2023-06-20", "scope": "cac-xa"}]
    report = {"to": {"outside": "UBND tỉnh"}, "by": ["bhxh-huyen", "cac-xa"], "deadline": deadline}
    found = planned(report=report)
    assert {o.agency: str(o.due.day) for o in found.obligations} == {
        "bhxh-huyen": "2023-06-25",
        "xa-an": "2023-06-20",
        "xa-binh": "2023-06-20",
    }


def test_cases_forms_and_what_comes_before_are_on_the_obligation() -> None:
    found = planned(
        tasks=[
            {"id": "lap", "text": "Lập danh sách.", "lead": "bhxh-huyen"},
            {
                "id": "kiem", "text": "Kiểm.", "lead": "cac-xa", "cooperate": "phong-gddt",
                "case": {"id": "sai", "text": "dữ liệu sai"},
                "forms": ["mau-02", {"form": "tk1-ts", "fill": "xa-an"}],
                "deadline": {"offset": {"days": 5, "after": "task", "task": "lap"}},
            },
        ]
    )  # fmt: skip
    an, binh, phong = (o for o in found.obligations if o.task == "kiem")
    assert (an.case, an.after, an.due.waits_for) == ("sai", ("lap",), "task:lap")
    assert (an.forms, binh.forms, phong.forms) == (("mau-02", "tk1-ts"), ("mau-02",), ())
    assert found.counts["forms"] == 2


def test_targets_are_shared_out_by_owner_table_and_year() -> None:
    found = planned(
        targets=[
            {"id": "chung", "measure": "người", "value": "100%", "by": "2023-12-31"},
            {"id": "xa", "measure": "người", "value": ">= 90%", "for": "cac-xa", "part_of": "chung",
             "table": [{"of": "cac-xa", "value": "92%"}, {"of": "xa-binh", "value": "+10%"}]},
            {"id": "nam", "measure": "hồ sơ", "years": {2024: "90%", 2023: "80%"}},
        ]
    )  # fmt: skip
    assert [(t.target, t.agency, t.value, t.year) for t in found.targets] == [
        ("chung", "", "100%", None),
        ("xa", "xa-an", "92%", None),
        ("xa", "xa-binh", "+10%", None),
        ("nam", "", "80%", 2023),
        ("nam", "", "90%", 2024),
    ]
    assert found.targets[1].part_of == "chung"


def test_a_target_for_somebody_outside_is_not_lost() -> None:
    target = {"id": "dich", "measure": "người", "value": "100%", "for": {"outside": "người dân"}}
    assert [(t.target, t.agency) for t in planned(targets=[target]).targets] == [("dich", "")]


def test_several_days_of_one_task_are_owed_one_by_one() -> None:
    found = planned(
        tasks=[{"id": "viec", "text": "Làm.", "lead": "xa-an", "deadline": ["2023-06-30", "2023-12-31"]}]
    )
    assert [o.key for o in found.obligations] == ["viec/xa-an/2023-06-30", "viec/xa-an/2023-12-31"]


def test_two_days_of_one_week_are_two_periods() -> None:
    twice = [{"every": {"each": "week", "weekday": day}, "until": "2023-04-21"} for day in (2, 6)]
    found = planned(tasks=[{"id": "viec", "text": "Làm.", "lead": "xa-an", "deadline": twice}])
    assert [o.period for o in found.obligations] == ["2023-W16/2023-04-17", "2023-W15", "2023-W16/2023-04-21"]


def test_tasks_inside_sections_have_their_place_too() -> None:
    found = planned(
        sections=[
            {"heading": "MỤC ĐÍCH", "text": "Để làm."},
            {
                "heading": "NHIỆM VỤ",
                "tasks": [{"text": "Một.", "lead": "xa-an"}, {"text": "Hai.", "lead": "xa-an"}],
            },
        ]
    )
    assert [(t.key, t.mark) for t in found.tasks] == [("2-1", "1."), ("2-2", "2.")]
    assert found.counts["tasks_top"] == 2


def test_all_problems_are_told_at_once_at_their_places() -> None:
    with pytest.raises(InputError) as caught:
        planned(
            recipients=["khong-co"],
            tasks=[{"text": "Làm.", "lead": "xa-cu", "tasks": [{"text": "A.", "cooperate": "la"}]}],
        )
    assert [(p.code, p.where.path) for p in caught.value.problems] == [
        ("PLAN-UNKNOWN-PARTY", "recipients[0]"),
        ("PLAN-AGENCY-NOT-THEN", "tasks[0].lead[0]"),
        ("PLAN-UNKNOWN-PARTY", "tasks[0].tasks[0].cooperate[0]"),
    ]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({"type": "khong-co"}, "PLAN-UNKNOWN-DOCTYPE"),
        ({"issuer": "xa-an"}, "PLAN-NO-SYMBOL"),
        ({"tasks": [{"text": "Làm.", "lead": "xa-an", "targets": "khong-co"}]}, "PLAN-UNKNOWN-TARGET"),
        ({"tasks": [{"id": "a", "text": "A."}, {"id": "a", "text": "B."}]}, "PLAN-DOUBLE-KEY"),
    ],
)
def test_what_cannot_be_planned_is_a_problem(written: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as caught:
        planned(**written)
    assert code in {p.code for p in caught.value.problems}


RICH: dict[str, Any] = {
    "recipients": ["bhxh-huyen", "xa-va-truong"],
    "report": {"to": "ubnd-huyen", "by": "cac-xa", "deadline": {"every": {"each": "month", "day": 25}}},
    "targets": [{"id": "dich", "measure": "người", "value": "100%", "for": "xa-va-truong"}],
    "tasks": [
        {"id": "mot", "text": "Một.", "lead": "cac-xa", "cooperate": "all-recipients", "targets": "dich"},
        {"id": "hai", "text": "Hai.", "assign": {"who": "cac-truong", "where": {"cap": "tieu-hoc"}}},
    ],
}


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_plan_does_not_depend_on_the_order_of_the_directory(shuffle: random.Random) -> None:
    agencies = [
        dict(shuffle.sample(list(a.items()), len(a))) for a in shuffle.sample(AGENCIES, len(AGENCIES))
    ]
    groups = [
        {k: shuffle.sample(v, len(v)) if isinstance(v, list) else v for k, v in g.items()}
        for g in shuffle.sample(GROUPS, len(GROUPS))
    ]
    written = dict(shuffle.sample(list(RICH.items()), len(RICH)))
    found = plan_of(directive(**written), directory(tuple(agencies), tuple(groups)))
    expected = planned(**RICH)
    assert found == expected
    assert found.digest == expected.digest


def test_the_digest_is_that_of_the_plans_canonical_json() -> None:
    found = planned(**RICH)
    assert found.digest == digest_of_text(canonical_json(as_data(found)))
    assert found.digest != planned(**RICH, closing="Khác.", subject="việc khác").digest
    assert set(DOCTYPES) == {"cong-van", "to-trinh", "hop-dong"}


def test_ten_thousand_agencies_owe_task_by_task() -> None:
    many = [{"id": f"dv-{n}", "kind": "don-vi", "name": f"Đơn vị {n}"} for n in range(10_000)]
    group = {"id": "cac-don-vi", "name": "Các đơn vị", "kind": "don-vi"}
    agencies = directory((*AGENCIES, *many), (*GROUPS, group))
    tasks = [
        {"id": f"viec-{n}", "text": "Làm.", "lead": "cac-don-vi", "cooperate": "all-recipients"}
        for n in range(4)
    ]
    found = plan_of(directive(recipients=["cac-don-vi"], tasks=tasks), agencies)
    assert len(found.obligations) == 40_000
    assert found.digest


def test_every_obligation_has_a_key_of_its_own() -> None:
    keys = [o.key for o in planned(**RICH).obligations]
    assert len(set(keys)) == len(keys)
