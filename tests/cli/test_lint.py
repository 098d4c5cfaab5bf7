"""Linting as a clerk does it: files in, findings with place and remedy out; exit codes; mending; explaining."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.bootstrap import shipped_specs
from tests.cli.conftest import Run
from tests.cli.lint_room import Here, grey, narrow


def test_a_right_letter_is_passed_in_silence(congvan: Run, letter: Callable[..., Path]) -> None:
    done = congvan("lint", letter())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Không thấy lỗi thể thức." in done.stdout
    assert "1 tệp: 0 lỗi, 0 cảnh báo." in done.stdout
    assert "Công văn · Số: 1186/UBND-VP" in done.stdout


def test_a_wrong_letter_is_told_with_rule_place_law_and_remedy(
    lint: Here, letter: Callable[..., Path]
) -> None:
    done = lint(letter("hong.docx", narrow), "--rule", "TT-04")
    assert done.returncode == 2
    assert "lỗi TT-04 · Trang giấy" in done.stdout
    assert "20 mm" in done.stdout
    assert "(NĐ 30/2020, Phụ lục I, " in done.stdout
    assert "Cách sửa: " in done.stdout
    assert "1 tệp: 1 lỗi" in done.stdout
    assert "\x1b" not in done.stdout


def test_both_languages_are_spoken(congvan: Run, letter: Callable[..., Path]) -> None:
    done = congvan("lint", letter("hong.docx", narrow), "--rule", "4", "--lang", "en")
    assert "error TT-04 · page" in done.stdout
    assert "1 file(s): 1 error(s), 0 warning(s)." in done.stdout


def test_folders_are_walked_and_what_word_leaves_behind_is_passed_over(
    lint: Here, letter: Callable[..., Path], tmp_path: Path
) -> None:
    letter("thu/b.docx"), letter("thu/a.DOCX"), letter("thu/~$a.docx"), letter("thu/.an.docx")
    (tmp_path / "thu" / "ghi-chu.txt").write_text("không phải thư", encoding="utf-8")
    done = lint("thu", "thu/b.docx", "--rule", "TT-04", "--format", "json")
    assert [f["file"] for f in json.loads(done.stdout)["files"]] == ["thu/a.DOCX", "thu/b.docx"]


def test_one_file_that_is_refused_stops_no_other(
    lint: Here, letter: Callable[..., Path], tmp_path: Path
) -> None:
    bad = tmp_path / "khong-phai.docx"
    bad.write_text("đây không phải tệp Word", encoding="utf-8")
    done = lint(bad, tmp_path / "khong-co.docx", letter(), "--rule", "TT-04", "--format", "json")
    refused, missing, fine = json.loads(done.stdout)["files"]
    assert done.returncode == 2
    assert not refused["judged"]
    assert refused["problems"][0]["code"].startswith("LINT-")
    assert missing["problems"][0]["code"] == "CLI-NO-SUCH-FILE"
    assert fine["judged"]
    assert fine["problems"] == fine["findings"] == []


def test_a_file_without_an_end_is_not_read_to_its_end(lint: Here) -> None:
    done = lint("/dev/zero", "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["files"][0]["problems"][0]["code"] == "CLI-NOT-A-FILE"


@pytest.mark.parametrize("words", [(), ("trong",)])
def test_nothing_to_lint_is_told(lint: Here, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "trong").mkdir()
    done = lint(*words)
    assert done.returncode == 2
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        (("--explain", "TT-2222"), "TT-"),
        (("--rule", "TT-xx", "x.docx"), ""),
        (("--profile", "nd30-2021", "--explain", "TT-01"), "nd30-2020"),
        (("x.docx", "--profile", "nd30-2021"), "nd30-2020"),
    ],
)
def test_unknown_rules_and_rule_sets_are_told_with_the_likely_one(
    lint: Here, letter: Callable[..., Path], tmp_path: Path, words: tuple[str, ...], likely: str
) -> None:
    letter("x.docx")
    done = lint(*words)
    assert done.returncode == 2
    assert likely in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_is_explained_without_a_file(lint: Here) -> None:
    for name in ("TT-04", "tt-4", "4"):
        done = lint("--explain", name)
        assert done.returncode == 0
        for words in (
            "TT-04. ",
            "Điều khoản: NĐ 30/2020, Phụ lục I, ",
            "Sai:",
            "Đúng:",
            "Cách sửa trong Word",
        ):
            assert words in done.stdout
    told = json.loads(lint("--explain", "4", "--format", "json").stdout)
    assert (told["rule"], told["severity"], told["fixable"]) == ("TT-04", "error", True)


def test_where_only_vietnamese_exists_an_english_page_says_so(congvan: Run) -> None:
    assert "(In Vietnamese only:) " in congvan("lint", "--explain", "TT-22", "--lang", "en").stdout


def test_rules_are_listed_with_what_cannot_be_checked(congvan: Run) -> None:
    done = congvan("list", "rules")
    assert done.returncode == 0
    assert done.stdout.startswith("NĐ 30/2020 (nd30-2020), từ 05/3/2020")
    assert "TT-04" in done.stdout
    assert "Không kiểm tra được trong tệp Word" in done.stdout
    data = json.loads(congvan("list", "rules", "--format", "json").stdout)
    assert data["rule_set"]["from"] == "2020-03-05"
    assert all(one["why"] for one in data["rule_set"]["not_checkable"])
    assert len({one["rule"] for one in data["rules"]}) == len(data["rules"]) > 0
    assert (
        json.loads(congvan("list", "rules", "--on", "2019-01-01", "--format", "json").stdout)["rule_set"]
        is None
    )


def test_sarif_and_github_come_from_the_same_findings(lint: Here, letter: Callable[..., Path]) -> None:
    words = (letter("hong.docx", narrow), "--rule", "TT-04", "--format")
    sarif = lint(*words, "sarif")
    (run,) = json.loads(sarif.stdout)["runs"]
    assert [r["ruleId"] for r in run["results"]] == ["TT-04"]
    github = lint(*words, "github")
    assert github.stdout.startswith("::error file=")
    assert sarif.returncode == github.returncode == 2


# Mending ------------------------------------------------------------------------------------------------------


def test_fix_writes_another_file_and_says_what_it_did(lint: Here, letter: Callable[..., Path]) -> None:
    source = letter("hong.docx", narrow)
    before, out = source.read_bytes(), source.with_name("sua.docx")
    done = lint(source, "--fix", out)
    assert done.returncode == 0, done.stdout + done.stderr
    assert source.read_bytes() == before
    assert "Đã sửa" in done.stdout
    assert "TT-04 · Trang giấy" in done.stdout
    assert "lề trái 30 mm" in done.stdout
    assert "Không thấy lỗi thể thức." in lint(out).stdout
    again = source.with_name("lai.docx")
    assert lint(out, "--fix", again).returncode == 0
    assert again.read_bytes() == out.read_bytes()


def test_fix_may_be_run_again_but_overwrites_nothing_else(lint: Here, letter: Callable[..., Path]) -> None:
    source = letter("hong.docx", narrow)
    out = source.with_name("sua.docx")
    assert lint(source, "--fix", out).returncode == 0
    assert lint(source, "--fix", out).returncode == 0, "its own result"
    other = b"somebody's own"
    out.write_bytes(other)
    refused = lint(source, "--fix", out)
    assert (refused.returncode, out.read_bytes()) == (2, other)
    assert "CLI-FIX-EXISTS" in refused.stderr
    assert lint(source, "--fix", out, "--force").returncode == 0
    assert out.read_bytes() != other


def test_fix_never_writes_over_the_letter_itself(
    lint: Here, letter: Callable[..., Path], tmp_path: Path
) -> None:
    source = letter("hong.docx", narrow)
    before = source.read_bytes()
    (tmp_path / "ten-khac.docx").symlink_to(source)
    for out in (source, tmp_path / "ten-khac.docx"):
        done = lint(source, "--fix", out, "--force")
        assert done.returncode == 2
        assert "CLI-FIX-SAME-FILE" in done.stderr
    assert source.read_bytes() == before


def test_fix_takes_one_file(lint: Here, letter: Callable[..., Path], tmp_path: Path) -> None:
    one, two = letter("a.docx"), letter("b.docx")
    assert "CLI-FIX-ONE-FILE" in lint(one, two, "--fix", tmp_path / "c.docx").stderr
    assert "CLI-FIX-ONE-FILE" in lint(tmp_path, "--fix", tmp_path / "c.docx").stderr


def test_fix_speaks_json(lint: Here, letter: Callable[..., Path]) -> None:
    source = letter("hong.docx", grey)
    done = lint(source, "--fix", source.with_name("sua.docx"), "--format", "json")
    told = json.loads(done.stdout)
    assert [one["rule"] for one in told["done"]] == ["TT-07"]
    assert told["done"][0]["changes"] == ["màu đen, bỏ nền"]
    assert told["left"] == []


# Register, start-up -------------------------------------------------------------------------------------------


def test_a_number_of_the_register_is_not_taken_twice(congvan: Run, letter: Callable[..., Path]) -> None:
    """TT-84: the register of the home knows 1186/UBND-VP of another letter."""
    spec = shipped_specs() / "directives/ubnd-huyen-an-lao/2021-07-16-vssid-hoc-sinh.yaml"
    assert congvan("issue", "--direct", spec).returncode == 0
    told = json.loads(congvan("lint", letter(), "--rule", "TT-84", "--format", "json").stdout)
    assert [f["rule"] for f in told["files"][0]["findings"]] == ["TT-84"]


def test_linting_makes_no_home(lint: Here, letter: Callable[..., Path], tmp_path: Path) -> None:
    lint(letter())
    assert [p.name for p in tmp_path.iterdir()] == ["thu.docx"]


def test_names_and_letters_of_strangers_cannot_steer_the_terminal(
    congvan: Run, letter: Callable[..., Path], tmp_path: Path
) -> None:
    source = letter(
        "lạ.docx", lambda docx: docx.p("Để học sinh").replace("Để", "\x9b31mĐể\u202e").look(colour="FF0000")
    )
    odd = tmp_path.joinpath("a\n::error ::b.docx")
    odd.write_bytes(source.read_bytes())
    done = congvan("lint", source, odd, "--rule", "TT-07")
    assert "TT-07" in done.stdout
    assert not set("\x9b\u202e") & set(done.stdout)
    assert not any(line.startswith("::") for line in done.stdout.splitlines())


def test_a_name_that_is_no_utf_8_is_still_a_file(
    lint: Here, letter: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "thu").mkdir()
    letter().rename(os.fsdecode(os.fsencode(tmp_path / "thu") + b"/th\xff.docx"))
    for format in ("text", "json", "sarif", "github"):
        done = lint(tmp_path / "thu", "--format", format)
        assert done.returncode == 0, done.stderr


def test_the_report_promises_just_what_fix_mends(lint: Here, tmp_path: Path) -> None:
    """A letter in Arial with a narrow margin, headed with tabs: what is offered is what is done."""
    from tests.corpus.samples import SAMPLES

    (sample,) = (s for s in SAMPLES if s.name == "nhieu-loi")
    (tmp_path / "thu.docx").write_bytes(sample.data())
    (judged,) = json.loads(lint("thu.docx", "--format", "json").stdout)["files"]
    offered = [f["rule"] for f in judged["findings"] if f["fixable"]]
    fixed = json.loads(lint("thu.docx", "--fix", "sua.docx", "--format", "json").stdout)
    assert offered == [f["rule"] for f in fixed["done"]] != []
