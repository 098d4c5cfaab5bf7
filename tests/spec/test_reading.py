"""A wrong key or value is told in the clerk's words, narrowed to what was meant, with its remedy."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine.model
from engine.errors import Problem
from engine.messages import all_codes, describe
from engine.spec.directives import check_text, load_directive
from engine.spec.library import Library, load_library

from .conftest import LETTER

ProblemsOf = Callable[[str], tuple[Problem, ...]]


@pytest.mark.parametrize(
    ("found", "instead", "code", "path", "suggestion"),
    [
        ("subject:", "subjet:", "SPEC-UNKNOWN-KEY", "subjet", "subject"),
        ("subject:", "trich_yeu:", "SPEC-UNKNOWN-KEY", "trich_yeu", "subject"),
        ("recipients:", "Kính gửi:", "SPEC-UNKNOWN-KEY", "Kính gửi", "recipients"),
        ("    lead:", "    leed:", "SPEC-UNKNOWN-KEY", "tasks[0].leed", "lead"),
        ("{before:", "{befor:", "SPEC-UNKNOWN-KEY", "tasks[0].deadline.befor", "before"),
        ("measure:", "meazure:", "SPEC-UNKNOWN-KEY", "tasks[0].targets.meazure", "measure"),
        ("subject: cập nhật số ĐDCN/CCCD\n", "", "SPEC-MISSING-KEY", "subject", ""),
        ("[don-vi]", "5", "SPEC-WRONG-KIND", "recipients", ""),
        ("[don-vi]", "[5]", "SPEC-WRONG-KIND", "recipients[0]", ""),
        ("[don-vi]", "[{who: don-vii}]", "SPEC-UNKNOWN-AGENCY", "recipients[0].who", "don-vi"),
        ("issuer: bhxh-quan\n", "issuer: quan-bhxh\n", "SPEC-UNKNOWN-AGENCY", "issuer", "bhxh-quan"),
        ("issuer: bhxh-quan\n", "issuer: don-vi\n", "SPEC-UNKNOWN-AGENCY", "issuer", "don-vi-a"),
        ("type: cong-van", "type: congvan", "SPEC-UNKNOWN-DOCTYPE", "type", "cong-van"),
        ("file: [VT, QLT]", "per: recipents", "SPEC-NOT-ALLOWED", "per", "recipient"),
        ("id: thu\n", "id: Thư Kiến An\n", "SPEC-BAD-ID", "id", "thu-kien-an"),
        ("date: 2022-10-03", "date: 3 tháng 10", "SPEC-NOT-A-DATE", "date", ""),
        ("date: 2022-10-03", "date: 0222-10-03", "SPEC-IMPOSSIBLE-DATE", "date", ""),
        ("date: 2022-10-03", "date: 2022-02-30", "SPEC-IMPOSSIBLE-DATE", "date", ""),
        ("value: 100%", "value: tất cả", "SPEC-NOT-A-QUANTITY", "tasks[0].targets.value", ""),
        ("value: 100%", "value: 90%..80%", "SPEC-RANGE-BACKWARDS", "tasks[0].targets.value", ""),
        ("{before: 2022-10-31}", "{within: quý I}", "SPEC-NOT-A-PERIOD", "tasks[0].deadline.within", ""),
        ("{before: 2022-10-31}", "{by: 2022-11-1, hours: 8}", "SPEC-NOT-HOURS",
         "tasks[0].deadline.hours", ""),
        ("{before: 2022-10-31}", "{before: 2022-10-31, by: 2022-11-01}", "SPEC-DEADLINE-SEVERAL-KINDS",
         "tasks[0].deadline", ""),
        ("{before: 2022-10-31}", "{}", "SPEC-DEADLINE-EMPTY", "tasks[0].deadline", ""),
        ("subject: cập nhật số ĐDCN/CCCD", "subject:", "SPEC-BLANK", "subject", ""),
        ("subject: cập nhật số ĐDCN/CCCD", "subject: |\n  a\n  b\n", "SPEC-NOT-ONE-LINE", "subject", ""),
        ("unit: QLT", "unit: QLT, number: 0", "SPEC-OUT-OF-RANGE", "symbol.number", ""),
        ("unit: QLT", "unit: QLT, number: '01'", "SPEC-LEADING-ZEROS", "symbol.number", "1"),
        ("unit: QLT", "unit: QLT, number: một", "SPEC-WRONG-KIND", "symbol.number", ""),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_with_its_remedy(
    problems_of: ProblemsOf, found: str, instead: str, code: str, path: str, suggestion: str
) -> None:
    assert found in LETTER
    told = [p for p in problems_of(LETTER.replace(found, instead, 1)) if p.where.path == path]
    assert [(p.code, p.suggestion) for p in told] == [(code, suggestion)]
    assert describe(told[0])


def test_a_key_misspelt_is_not_also_missing(problems_of: ProblemsOf) -> None:
    assert [p.code for p in problems_of(LETTER.replace("subject:", "subjet:"))] == ["SPEC-UNKNOWN-KEY"]


def test_text_that_looks_like_a_number_is_text(small_library: Library) -> None:
    text = LETTER.replace(
        "title: Mẫu tổng hợp, external: true",
        "title: 2022, body: [{table: {columns: [1, a], rows: [[1.50, 07]]}}]",
    )
    directive, problems = check_text(text, small_library)
    assert problems == ()
    assert directive is not None
    (appendix,) = directive.appendices
    assert appendix.title == "2022"
    assert appendix.body[0].table is not None
    assert appendix.body[0].table.rows == (("1.50", "07"),)


def test_every_fault_that_the_models_tell_has_a_text() -> None:
    package = Path(str(engine.model.__file__)).parent
    for module in (
        "act",
        "agency",
        "appendix",
        "closing",
        "deadline",
        "directive",
        "doctype",
        "party",
        "target",
        "task",
    ):
        for node in ast.walk(ast.parse((package / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                said = node.exc.args[0]
                if isinstance(said, ast.Constant) and "-" in str(said.value):
                    assert "SPEC-" + str(said.value).upper() in all_codes()


def test_a_library_keeps_what_is_sound_and_tells_the_rest(tmp_path: Path) -> None:
    (tmp_path / "agencies").mkdir()
    (tmp_path / "agencies" / "a.yaml").write_text(
        "agencies: [{id: a, kind: x, name: A, parent: z}]\n", encoding="utf-8"
    )
    (tmp_path / "agencies" / "b.yaml").write_text("agencies: [{id: a, kind: x, name: B}]\n", encoding="utf-8")
    (tmp_path / "agencies" / "c.yaml").write_text("agencies: [{id: c}\n", encoding="utf-8")
    library, problems = load_library(tmp_path)
    assert [a.name for a in library.directory.agencies.values()] == ["A"]
    assert [(Path(p.where.file).name, p.code) for p in problems] == [
        ("a.yaml", "SPEC-UNKNOWN-AGENCY"),
        ("b.yaml", "SPEC-DUPLICATE-ID"),
        ("c.yaml", "SPEC-OPEN-BRACKET"),
    ]
    assert [p.code for p in load_library(tmp_path / "không có")[1]] == ["SPEC-NO-FOLDER"]


def test_a_directory_that_contradicts_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "agencies").mkdir()
    (tmp_path / "agencies" / "a.yaml").write_text(
        "agencies:\n- {id: a, kind: x, name: A, parent: b}\n- {id: b, kind: x, name: B, parent: a}\n"
        "- {id: c, kind: x, name: C, superior: c}\n"
        "groups:\n- {id: a, name: Nhóm, members: a}\n- {id: g, name: Nhóm, groups: h}\n",
        encoding="utf-8",
    )
    assert [(p.where.line, p.code) for p in load_library(tmp_path)[1]] == [
        (2, "SPEC-AGENCY-CIRCLE"),
        (3, "SPEC-AGENCY-CIRCLE"),
        (4, "SPEC-AGENCY-CIRCLE"),
        (6, "SPEC-DUPLICATE-ID"),
        (7, "SPEC-UNKNOWN-GROUP"),
    ]


def test_directives_are_known_by_their_heads(small_library: Library) -> None:
    assert set(small_library.directive_paths) == {"khac"}
    path = small_library.path_of("khac")
    assert path is not None
    directive, problems = load_directive(path, small_library)
    assert directive is None
    assert {p.code for p in problems} == {"SPEC-MISSING-KEY"}


WORDS = [
    "{}", "[]", "null", "true", "5", "x", "a: b", "'", "[1, {who: 2}]", "{by: 1}", "who",
    "2022-13-01", "99999%", "- ", "{every: {each: week}}", "[[x]]", "1e9", "-1", "0000-00-00", "~",
    "\n", "tasks:", "9999-12-31", "0001-01-01", "{table: {columns: [a], rows: [[]]}}",
    "{before: 0001-01-01}", "{within: 2199-Q4-cuoi}", "trước ngày 31/2/2022",
    "{before: 1900-01-01}", "{from: 2199-12-31}", "đến ngày 99/99/9999", "90%..10%",
    "{where: {a: []}}",
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> str:
    lines = LETTER.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, rest = lines[at].partition(": ")
        word = draw(st.sampled_from(WORDS))
        lines[at] = draw(
            st.sampled_from([key + colon + word, word + colon + rest, "  " + lines[at], "", lines[at] + word])
        )
    return "\n".join(lines)


@settings(max_examples=1500, deadline=None)
@given(mangled())
def test_a_mangled_letter_gives_a_directive_or_problems_and_nothing_else(
    small_library: Library, text: str
) -> None:
    directive, problems = check_text(text, small_library)
    assert directive is not None or problems
    assert {p.code for p in problems} <= all_codes()
    assert all(describe(p) and p.where.file for p in problems)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("06/20/2026", "20/06/2026"), ("20-6-2026", "20/06/2026"), ("20.6.2026", "20/06/2026"), ("31/02/2026", ""),
     ("20/6", ""), ("hết tháng 6", "")],
)  # fmt: skip
def test_a_date_of_another_country_is_offered_as_ours(
    problems_of: ProblemsOf, written: str, meant: str
) -> None:
    (problem,) = problems_of(LETTER.replace("deadline: 2022-11-15", f"deadline: {written}"))
    assert (problem.where.path, problem.suggestion) == ("tasks[1].deadline", meant)


@pytest.mark.parametrize("written", ["2021-11-15", "15/11/2021"])
def test_messages_show_dates_in_one_form(problems_of: ProblemsOf, written: str) -> None:
    told = problems_of(
        LETTER.replace("deadline: 2022-11-15", f"deadline: {{from: {written}, by: 2022-11-15}}")
    )
    assert [dict(p.params) for p in told] == [{"start": "15/11/2021", "issued": "03/10/2022"}]
