"""The loader keeps what the clerk wrote, knows where it stands, and never fails but by problems."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Problem
from engine.messages import all_codes
from engine.spec import yaml_source
from engine.spec.yaml_source import MAX_DEPTH, read_yaml, read_yaml_text

LETTER = """\
# thư của Kiến An
id: kien-an-2022
date: 2022-10
subject: triển khai “cập nhật, bổ sung” số ĐDCN/CCCD
tasks:
  - id: doi-chieu
    text: |
      Đơn vị căn cứ danh sách:
      + lưu ý một
    deadline: {before: 31/10/2022}
  - {id: luu-tru, lead: [a, b], done: false}
people: {cccd: 001077001234, bhxh: "0131234567", count: 6000, rate: 12.5}
"""


def codes(text: str | bytes) -> list[str]:
    return [p.code for p in read_yaml_text(text).problems]


def only_problem(text: str | bytes) -> Problem:
    (problem,) = read_yaml_text(text, "a.yaml").problems
    return problem


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "off", "07", "001077001234", "7:30", "2023-04-13", "0x1F", "0o17", "1_000",
     "1e3", ".5", "5.", "+5", "True", "NULL", "14.530", "1.234.567", "12345678901234567890", ".inf",
     "13/4/2023", "100%", "1,5"],
)  # fmt: skip
def test_what_yaml_would_change_stays_as_written(written: str) -> None:
    assert read_yaml_text(f"a: {written}\n").data == {"a": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("14530", 14530), ("0", 0),
     ("-3", -3), ("12.5", Decimal("12.5")), ("2.10", Decimal("2.10"))],
)  # fmt: skip
def test_only_booleans_nothing_and_plain_decimals_are_typed(written: str, value: object) -> None:
    (found,) = read_yaml_text(f"a: {written}\n").data.values()
    assert (found, type(found)) == (value, type(value))


def test_quoted_and_block_text_is_never_typed() -> None:
    assert read_yaml_text("a: 'true'\nb: \"12\"\nc: |-\n  12\n").data == {"a": "true", "b": "12", "c": "12"}


def test_every_key_and_value_has_its_place() -> None:
    letter = read_yaml_text(LETTER, "thu.yaml")
    assert (
        str(letter.where(("tasks", 0, "deadline", "before"))) == "thu.yaml:10:24 (tasks[0].deadline.before)"
    )
    assert (
        str(letter.where_key(("tasks", 0, "deadline", "before")))
        == "thu.yaml:10:16 (tasks[0].deadline.before)"
    )
    assert str(letter.where(("tasks", 1, "lead", 1))) == "thu.yaml:11:29 (tasks[1].lead[1])"
    assert (letter.where().line, letter.where().column) == (2, 1)
    every_path = set(_paths(letter.data))
    assert every_path == set(letter.values)


def test_a_missing_key_is_shown_at_the_item_that_lacks_it() -> None:
    assert (
        str(read_yaml_text(LETTER, "thu.yaml").where(("tasks", 1, "text"))) == "thu.yaml:11:5 (tasks[1].text)"
    )


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = 'a: 1\nb: &x [1]\na: 2\nc: *x\nd: !!str 5\n<<: {e: 1}\n? [k]\n: v\ntrue: 1\nz: "\\x01"\n'
    assert codes(text) == [
        "SPEC-ANCHOR", "SPEC-DUPLICATE-KEY", "SPEC-ALIAS", "SPEC-TAG", "SPEC-MERGE", "SPEC-KEY-NOT-TEXT",
        "SPEC-KEY-NOT-TEXT", "SPEC-CONTROL-CHAR",
    ]  # fmt: skip


def test_the_first_of_two_equal_keys_is_kept_and_named() -> None:
    located = read_yaml_text("a: {b: 1}\nc: 2\na: {b: [9, {d: 1}]}\ne: 3\n")
    assert located.data == {"a": {"b": 1}, "c": 2, "e": 3}
    assert located.problems[0].params["line"] == 1
    assert set(located.values) == set(_paths(located.data))


def test_keys_equal_but_for_unicode_form_are_duplicates() -> None:
    assert codes("tệp: 1\n" + "te\u0323\u0302p: 2\n") == ["SPEC-DUPLICATE-KEY"]


def test_text_is_normalised_to_one_unicode_form() -> None:
    assert read_yaml_text("a: Nguye\u0302\u0303n\n").data == {"a": "Nguyễn"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\t- b\n", "SPEC-TAB", 2, 1),
        ('x: 1\na: "chưa đóng\nb: 1\n', "SPEC-OPEN-QUOTE", 2, 4),
        ("a: 'x' y\n", "SPEC-AFTER-QUOTE", 1, 8),
        ("a: V/v: b\n", "SPEC-COLON-IN-TEXT", 1, 7),
        ("a\nb: 1\n", "SPEC-NO-COLON-BEFORE", 2, 2),
        ("b: 1\na\n", "SPEC-NO-COLON", 2, 1),
        ("a: @x\n", "SPEC-BAD-START", 1, 4),
        ("a: **Lưu ý**\n", "SPEC-BAD-START", 1, 5),
        ("a: %x\n", "SPEC-BAD-START", 1, 4),
        ("a: [1, 2\nb: 3\n", "SPEC-OPEN-BRACKET", 2, 2),
        ("a:\n  - b\n c: 1\n", "SPEC-INDENT", 3, 2),
        ('a: "\\q"\n', "SPEC-BAD-ESCAPE", 1, 5),
        ("a: > b\n c\n", "SPEC-BLOCK-TEXT", 1, 6),
        ("a: 1\n---\nb: 2\n", "SPEC-SECOND-DOCUMENT", 2, 1),
        ("a: 1\nb: \x07x\n", "SPEC-CONTROL-CHAR", 2, 4),
        ("a: Nguyễn\u202e Văn\n", "SPEC-INVISIBLE-CHAR", 1, 10),
        ('a: 1\nb: "Nguyễn \\u202eVăn"\n', "SPEC-INVISIBLE-CHAR", 2, 4),
        ('a: 1\nb: "danh\\u00ad sách"\n', "SPEC-INVISIBLE-CHAR", 2, 4),
        ('a: 1\nb: [x, "\\uFEFFy"]\n', "SPEC-INVISIBLE-CHAR", 2, 8),
        ('a: 1\n"b\\u200b": 1\n', "SPEC-INVISIBLE-CHAR", 2, 1),
        (b"a: 1\nb: Nguy\xea\xf1n\n", "SPEC-NOT-UTF8", 2, 8),
        ("a: 1\n".encode("utf-16"), "SPEC-NOT-UTF8", 1, 1),
        ("", "SPEC-EMPTY", 1, 1),
        ("[" * 40, "SPEC-TOO-DEEP", 1, MAX_DEPTH + 1),
        ("a: \ud800\n", "SPEC-CONTROL-CHAR", 1, 4),
        ("a: 1\x00\n", "SPEC-CONTROL-CHAR", 1, 5),
    ],
)
def test_a_fault_is_told_where_it_is(text: str | bytes, code: str, line: int, column: int) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.where.line, problem.where.column) == (code, line, column)


def test_every_tab_that_indents_is_told() -> None:
    assert codes("a:\n\t- b\n\t- c\n") == ["SPEC-TAB", "SPEC-TAB"]


def test_bombs_are_refused_quickly() -> None:
    assert codes("a: [" + "x, " * 150_000 + "]") == ["SPEC-TOO-MANY"]
    assert codes(b"#" * (2 * 1024 * 1024 + 1)) == ["SPEC-TOO-LARGE"]
    assert codes("[" * 1_000_000) == ["SPEC-TOO-DEEP"]
    assert codes("{a: " * 100_000) == ["SPEC-TOO-DEEP"]
    laughs = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert set(codes(laughs)) == {"SPEC-ANCHOR", "SPEC-ALIAS"}


def test_a_byte_order_mark_is_accepted() -> None:
    assert read_yaml_text("\ufeffa: 1\n".encode()).data == {"a": 1}


def test_a_missing_file_or_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert [p.code for p in read_yaml(tmp_path / "không có.yaml").problems] == ["SPEC-NO-FILE"]
    assert [p.code for p in read_yaml(tmp_path).problems] == ["SPEC-UNREADABLE"]
    assert [p.code for p in read_yaml(tmp_path / ("a" * 5000)).problems] == ["SPEC-UNREADABLE"]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_both_parsers_give_the_same_data(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_Loader", loader)
    located = read_yaml_text(LETTER)
    assert located.data["people"] == {
        "cccd": "001077001234",
        "bhxh": "0131234567",
        "count": 6000,
        "rate": Decimal("12.5"),
    }
    assert located.data["tasks"][0]["text"] == "Đơn vị căn cứ danh sách:\n+ lưu ý một\n"
    assert not located.problems


SPICES = [
    *"\t\n :-[]{}&*!|>'\"%@`#,?~<\\\0\x01\ufeff\u2028\ud800ệ",
    "<<: ", "!!python/object:os.system ", "&a ", "*a ", "---\n", "...\n", "%YAML 9.9\n", "? ",
    '"\\U00110000"', "[" * 40, "'", "é".encode("latin-1").decode("latin-1"), "- - - ", "? - : ", "|\n",
    ">9\n", "!<x> ", "\r", "\x85", "1" * 5000,
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = LETTER
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.sampled_from(SPICES)) + text[end:]
    return text


@settings(max_examples=2000, deadline=None)
@given(mutated())
def test_a_damaged_spec_gives_data_or_problems_and_nothing_else(text: str) -> None:
    _holds(text)


@settings(max_examples=1000, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_data_or_problems_and_nothing_else(raw: bytes) -> None:
    _holds(raw)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_the_slow_parser_is_as_safe(text: str) -> None:
    fast = yaml_source._Loader
    yaml_source._Loader = yaml.SafeLoader
    try:
        _holds(text)
    finally:
        yaml_source._Loader = fast


def _holds(source: str | bytes) -> None:
    located = read_yaml_text(source, "f.yaml")
    assert located.readable or located.problems
    assert {p.code for p in located.problems} <= all_codes()
    paths = list(_paths(located.data))
    for path in paths if located.readable else ():
        assert located.where(path).line > 0
    for problem in located.problems:
        assert problem.where.file == "f.yaml"


def _paths(value: object, path: tuple[str | int, ...] = ()):  # type: ignore[no-untyped-def]
    assert value is None or isinstance(value, dict | list | str | bool | int | Decimal)
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            assert isinstance(key, str)
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _paths(inner, (*path, position))
