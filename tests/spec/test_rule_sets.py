"""Rule sets are specs as any other: read, checked, dated, known by day or by name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from engine.messages import describe, hint
from engine.spec.kinds import check_file, kind_of
from engine.spec.library import Library, load_library

RULES = ("TT-01", "TT-22", "TT-23")
SHIPPED = Path(__file__).parents[2] / "specs" / "rules" / "nd30-2020.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "specs" / "rules"
    folder.mkdir(parents=True)
    shutil.copy(SHIPPED, folder)
    return tmp_path / "specs"


def loaded(root: Path) -> Library:
    return load_library(root, rule_ids=lambda: RULES)[0]


def found(root: Path) -> list[tuple[str, str, str]]:
    return [(p.code, p.where.path, p.suggestion) for p in load_library(root, rule_ids=lambda: RULES)[1]]


def write(root: Path, name: str, *changes: tuple[str, str]) -> Path:
    """A rule set made of the shipped one, each change to be found in it once."""
    text = SHIPPED.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = root / "rules" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_rule_set_is_sound_and_known(root: Path) -> None:
    assert found(root) == []
    (rule_set,) = loaded(root).rule_sets
    assert rule_set.short == "NĐ 30/2020"
    assert rule_set.page.left == (30, 35)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("  top: [20, 25]", "  top: [25, 20]", "SPEC-RULESET-LIMITS-BACKWARDS", "page.top"),
        ("  top: [20, 25]", "  top: [20]", "SPEC-WRONG-COUNT", "page.top"),
        ("  top: [20, 25]", "  top: [20, 22, 25]", "SPEC-WRONG-COUNT", "page.top"),
        ("  top: [20, 25]", "  top: hai mươi", "SPEC-WRONG-KIND", "page.top"),
        ("  top: [20, 25]", "  topp: [20, 25]", "SPEC-UNKNOWN-KEY", "page.topp"),
        ("from: 2020-03-05", "from: 2020-03-05\nuntil: 2019-12-31", "SPEC-RULESET-PERIOD-BACKWARDS", ""),
        ("from: 2020-03-05", "from: 2020-02-30", "SPEC-IMPOSSIBLE-DATE", "from"),
    ],
)
def test_a_mistake_in_a_rule_set_is_named_in_its_place(
    root: Path, old: str, new: str, code: str, path: str
) -> None:
    file = write(root, "nd30-2020.yaml", (old, new))
    (problem,) = check_file(file, loaded(root))
    assert (problem.code, problem.where.path) == (code, path)
    assert problem.where.line
    assert problem.code not in describe(problem)
    assert hint(problem)


ADJUSTED = ("subject_gap: 6\n", "subject_gap: 6\nadjusted:\n  - {rule: TT-2, severity: 'off', why: thử}\n")


def test_a_rule_that_does_not_exist_is_told_with_the_likely_one(root: Path) -> None:
    write(root, "nd30-2020.yaml", ADJUSTED)
    ((code, path, suggestion),) = found(root)
    assert (code, path) == ("SPEC-UNKNOWN-RULE", "adjusted[0].rule")
    assert suggestion in RULES
    assert load_library(root)[1] == (), "who knows no rules compares none"


def test_all_mistakes_of_a_rule_set_are_told_at_once(root: Path) -> None:
    write(
        root,
        "nd30-2020.yaml",
        ADJUSTED,
        ("  top: [20, 25]", "  top: [25, 20]"),
        ("bottom: [20", "bottom: [30"),
    )
    assert [(code, path) for code, path, _ in found(root)] == [
        ("SPEC-RULESET-LIMITS-BACKWARDS", "page.top"),
        ("SPEC-RULESET-LIMITS-BACKWARDS", "page.bottom"),
        ("SPEC-UNKNOWN-RULE", "adjusted[0].rule"),
    ]


def test_a_rule_set_outside_of_the_library_is_checked_the_same(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "moi.yaml"
    shutil.move(write(root, "x.yaml", ADJUSTED), file)
    library = loaded(root)
    assert kind_of(file, library) == "rules"
    (problem,) = check_file(file, library)
    assert (problem.code, problem.where.path) == ("SPEC-UNKNOWN-RULE", "adjusted[0].rule")


def test_two_sets_of_one_name_may_follow_each_other_but_not_overlap(root: Path) -> None:
    write(root, "sau.yaml", ("from: 2020-03-05", "from: 2027-01-01"))
    assert found(root) == [("SPEC-RULESET-OVERLAP", "from", "")]
    write(root, "nd30-2020.yaml", ("from: 2020-03-05", "from: 2020-03-05\nuntil: 2026-12-31"))
    assert found(root) == []


def test_the_rule_set_is_that_of_the_day_or_the_one_that_is_named(root: Path) -> None:
    write(root, "nd30-2020.yaml", ("from: 2020-03-05", "from: 2020-03-05\nuntil: 2026-12-31"))
    write(
        root, "moi.yaml", ("id: nd30-2020", "id: nd99-2027"), ("short: NĐ 30/2020", "short: NĐ 99/2027"),
        ("from: 2020-03-05", "from: 2027-01-01"),
    )  # fmt: skip
    library = loaded(root)

    def short(day: date, profile: str = "") -> str:
        rule_set = library.rule_set_for(day, profile)
        return rule_set.short if rule_set else ""

    assert short(date(2023, 4, 13)) == "NĐ 30/2020"
    assert short(date(2026, 12, 31)) == "NĐ 30/2020"
    assert short(date(2027, 1, 1)) == "NĐ 99/2027"
    assert short(date(2019, 1, 1)) == ""
    assert short(date(2027, 6, 1), "nd30-2020") == "NĐ 30/2020"
    assert short(date(2019, 1, 1), "nd30-2020") == "NĐ 30/2020"
    assert short(date(2027, 6, 1), "nd01-1999") == ""
