"""The command line: builds the verbs, prints problems instead of tracebacks, returns exit codes 0, 1 and 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from itertools import pairwise

import typer

from engine.cli import show
from engine.cli.commands import forms, people, register
from engine.cli.commands.check import check
from engine.cli.commands.collecting import collect
from engine.cli.commands.issue import issue, preview
from engine.cli.commands.linting import lint
from engine.cli.commands.listing import list_
from engine.cli.commands.marking import mark
from engine.cli.commands.new import new, schema
from engine.cli.commands.planning import plan
from engine.cli.commands.serving import doctor, serve, verify
from engine.cli.commands.status import status
from engine.cli.language import say
from engine.cli.usage import carry_out
from engine.errors import CongvanError, InputError, Problem

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=say(
        "congvan: từ tệp YAML của văn thư đến văn bản ban hành và nghĩa vụ được theo dõi.",
        "congvan: from a clerk's YAML to issued letters and tracked obligations.",
    ),
)

_VERBS: dict[str, tuple[Callable[..., None], str, str]] = {
    "check": (
        check,
        "Kiểm tra tệp chỉ đạo: mọi lỗi, kèm dòng, cách sửa, căn cứ.",
        "Every problem of a spec, with line, hint and legal basis.",
    ),
    "plan": (
        plan,
        "Ai nhận gì, ai phải làm gì, khi nào; không ghi gì.",
        "Who gets what, who owes what by when; writes nothing.",
    ),
    "preview": (
        preview,
        "Soạn dự thảo để xem; không lấy số, không gửi.",
        "Drafts to look at; nothing is numbered or sent.",
    ),
    "issue": (issue, "Ban hành: lấy số, soạn, gửi, ghi sổ.", "Numbers, renders, delivers and records."),
    "collect": (
        collect,
        "Nhận biểu mẫu trả về: đọc, xét từng người, trả lời, cập nhật nghĩa vụ.",
        "Returned forms read back and decided, person by person.",
    ),
    "status": (
        status,
        "Từng cơ quan, từng nhiệm vụ: thời hạn, quá hạn, hoàn thành.",
        "Agency by task: deadline, overdue, completion.",
    ),
    "lint": (
        lint,
        "Kiểm tra thể thức tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP; sửa phần máy móc.",
        "Any Word file against Decree 30/2020 on layout; mends what is mechanical.",
    ),
    "mark": (
        mark,
        "Ghi nhận tiến độ: đã báo cáo, hoàn thành, gia hạn …",
        "Records progress by hand: reported, completed, extended …",
    ),
    "list": (
        list_,
        "Liệt kê chỉ đạo, cơ quan, nhóm, loại văn bản, biểu mẫu, tệp nhập, kênh gửi, quy tắc thể thức.",
        "Directives, agencies, groups, doctypes, forms, import workbooks, channels, rules of layout.",
    ),
    "new": (new, "Tạo tệp chỉ đạo mẫu có chú giải.", "A commented starter spec."),
    "schema": (schema, "Ghi lại lược đồ cho trình soạn thảo.", "Writes the schemas that editors load."),
    "serve": (serve, "Mở trang theo dõi Prefect trên máy này.", "Prefect server and UI on this machine."),
    "doctor": (
        doctor,
        "Máy này có gì, thiếu gì, cách bổ sung.",
        "What is installed, what is missing, how to get it.",
    ),
    "verify": (verify, "Kiểm tra chuỗi nhật ký sự kiện.", "Checks the chain of the event log."),
}
for _name, (_verb, _vi, _en) in _VERBS.items():
    app.command(_name, help=say(_vi, _en))(_verb)
app.add_typer(people.app, name="people")
app.add_typer(forms.app, name="form")
app.add_typer(register.app, name="register")


def run() -> None:
    """The console script."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123 - closed by the caller (>&-)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Vietnamese must survive LANG=C and Windows code pages
            stream.reconfigure(encoding="utf-8")
    try:
        _stand_somewhere()
        sys.exit(carry_out(app))
    except CongvanError as error:
        if _wants("github", sys.argv[1:]):
            from engine.cli.reports.github import problem_annotations

            for annotation in problem_annotations(error.problems):
                print(annotation)
        elif _wants("json", sys.argv[1:]):
            show.as_json({"problems": [show.problem_data(p) for p in error.problems]})
        else:
            show.problems(error.problems, stderr=True)
        sys.exit(error.exit_code)


def _stand_somewhere() -> None:
    try:
        os.getcwd()  # noqa: PTH109 - asked only whether there is one
    except FileNotFoundError as error:
        raise InputError(Problem("CLI-NO-FOLDER")) from error


def _wants(format: str, words: list[str]) -> bool:
    """Whether the report was asked for in this format: then its problems are told so too."""
    return f"--format={format}" in words or any(pair == ("--format", format) for pair in pairwise(words))
