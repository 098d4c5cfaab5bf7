"""The directives of the archive are planned with the counts that a reader finds in the letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from engine.model.directive import Directive
from engine.model.lineage import LineageSource, links_of
from engine.model.plan import Plan
from engine.plan.calendar import build_calendar
from engine.plan.planner import plan
from engine.plan.written_deadlines import years_needed
from engine.spec.directives import load_directive
from engine.spec.library import load_library

LIBRARY, _ = load_library(Path(__file__).parents[2] / "specs", channels=("folder",))

# Recipient lines, top-level tasks, tracked leaves, deadlines, cited acts, forms, appendices.
COUNTS = {
    "cam-giang-2023-dinh-danh": (7, 7, 7, 2, 2, 1, 0),  # Mẫu 02: the lists, which the letter does not call so
    "kien-an-2022-dinh-danh": (1, 3, 5, 1, 2, 5, 2),
    "an-lao-1186-vssid-hoc-sinh": (3, 3, 4, 1, 0, 0, 1),
    "an-lao-255-vssid": (1, 1, 1, 0, 2, 0, 0),
    "hai-phong-4218-vssid": (3, 2, 2, 0, 1, 0, 0),
    "bhxh-hai-phong-2559-vssid": (1, 1, 1, 0, 1, 0, 0),
    "hai-phong-3569-the-bhyt": (3, 3, 9, 1, 1, 0, 0),
    "bhxh-vn-2020-vssid": (2, 5, 11, 1, 1, 0, 1),
    "bhxh-vn-2022-ke-hoach-vssid": (0, 2, 2, 1, 1, 0, 0),
}
SYMBOLS = {
    "an-lao-1186-vssid-hoc-sinh": "UBND-VP",
    "an-lao-255-vssid": "TTr-BHXH",
    "hai-phong-4218-vssid": "VP-VX",
    "bhxh-hai-phong-2559-vssid": "BHXH-TT&PTĐT",
    "hai-phong-3569-the-bhyt": "UBND-VX",
    "kien-an-2022-dinh-danh": "BHXH-QLT",
    "bhxh-vn-2020-vssid": "BHXH-CNTT",
}
KINDS = ("recipients_lines", "tasks_top", "tasks_leaves", "deadlines", "bases", "forms", "appendices")


@cache
def seed(name: str) -> Plan:
    directive = _directive(name)
    calendar = build_calendar(years_needed(directive), LIBRARY.calendars)
    sources = {
        d: LineageSource(d, str(_directive(d).date), links_of(_directive(d))) for d in LIBRARY.directive_paths
    }
    return plan(directive, LIBRARY.directory, LIBRARY.doctypes, calendar, "0" * 64, sources)


@cache
def _directive(name: str) -> Directive:
    path = LIBRARY.path_of(name)
    assert path is not None
    directive, problems = load_directive(path, LIBRARY)
    assert directive is not None, problems
    return directive


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_the_counts_are_those_of_the_letter(name: str) -> None:
    counts = seed(name).counts
    assert tuple(counts[kind] for kind in KINDS) == COUNTS[name]
    assert counts["agencies"] == sum(a.via > 0 for a in seed(name).addressees)
    assert counts["obligations"] == len(seed(name).obligations)


@pytest.mark.parametrize("name", sorted(SYMBOLS))
def test_the_symbol_is_that_of_the_letter(name: str) -> None:
    assert seed(name).symbol == SYMBOLS[name]


def test_what_is_known_from_the_news_only_cannot_be_issued() -> None:
    assert {"draft", "secondary"} <= set(seed("bhxh-vn-2022-ke-hoach-vssid").withheld)


def test_cam_giangs_two_deadlines_fall_on_their_last_days() -> None:
    days = {str(o.due.day) for o in seed("cam-giang-2023-dinh-danh").obligations}
    assert days == {"2023-12-31", "2023-06-29"}


def test_an_laos_letter_stands_at_the_end_of_its_chain() -> None:
    steps = seed("an-lao-1186-vssid-hoc-sinh").lineage
    assert list(dict.fromkeys(s.directive for s in steps)) == [
        "bhxh-hai-phong-2559-vssid",
        "hai-phong-4218-vssid",
        "hai-phong-3569-the-bhyt",
        "an-lao-255-vssid",
        "an-lao-1186-vssid-hoc-sinh",
    ]


def test_the_sub_owners_of_so_y_te_owe_what_is_handed_down_to_them() -> None:
    roles = {o.role for o in seed("hai-phong-3569-the-bhyt").obligations if o.task == "tiep-nhan-nguoi-benh"}
    assert "assign" in roles
