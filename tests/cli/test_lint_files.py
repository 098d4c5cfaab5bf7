"""Files that cannot be read, places that cannot be written, folders with other texts; many letters mended at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from engine.cli.commands.word_files import find_word_files, read_bytes
from engine.errors import InputError
from engine.messages import describe
from tests.cli.lint_room import Here, narrow

Letter = Callable[..., Path]
NOBODY = 65534


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder in which `kín/` and `kín.docx` may be read by nobody but an administrator."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "kín").mkdir(mode=0o000)
        (folder / "kín.docx").write_bytes(b"PK")
        (folder / "kín.docx").chmod(0o000)
        yield folder
        (folder / "kín").chmod(0o700)


@contextmanager
def without_rights() -> Iterator[None]:
    """What is done inside is done by a person who is no administrator."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_file_or_folder_that_may_not_be_read_is_told_in_vietnamese(closed: Path) -> None:
    with without_rights():
        found = find_word_files([closed])
        with pytest.raises(InputError) as refused:
            read_bytes(found.paths[0].path)
    problems = (*refused.value.problems, *found.closed)
    assert [p.code for p in problems] == ["CLI-CANNOT-READ", "CLI-CANNOT-READ-FOLDER"]
    for problem in problems:
        assert describe(problem).endswith(": không có quyền.")


def test_a_file_that_cannot_be_read_stops_no_other(lint: Here, letter: Letter) -> None:
    Path("/proc/self/mem").exists() or pytest.skip("no file here that opens and cannot be read")
    done = lint("/proc/self/mem", letter(), "--rule", "TT-04")
    assert done.returncode == 2
    assert "CLI-CANNOT-READ: không đọc được tệp /proc/self/mem: lỗi đĩa" in done.stdout
    assert "Không thấy lỗi thể thức." in done.stdout
    assert "1 tệp không kiểm tra được" in done.stdout


def test_other_texts_in_a_folder_are_passed_over_and_told(lint: Here, letter: Letter, tmp_path: Path) -> None:
    letter("thu/a.docx")
    for name in ("cũ.doc", "b.DOCM", "c.rtf", "d.odt", "đ.doc", "~$e.doc", "g.txt"):
        (tmp_path / "thu" / name).write_bytes(b"x")
    done = lint("thu", "--rule", "TT-04")
    assert done.returncode == 0
    assert "lưu ý CLI-PASSED-OVER: bỏ qua 2 tệp .doc, 1 tệp .docm, 1 tệp .odt, 1 tệp .rtf" in done.stdout
    assert "cũ.doc" in done.stdout
    assert "1 tệp: 0 lỗi, 0 cảnh báo, 1 lưu ý." in done.stdout
    for form, key in (("json", "notes"), ("sarif", "runs")):
        told = json.loads(lint("thu", "--rule", "TT-04", "--format", form).stdout)
        assert "CLI-PASSED-OVER" in json.dumps(told[key])
    assert (
        "::notice file=thu,title=CLI-PASSED-OVER" in lint("thu", "--rule", "4", "--format", "github").stdout
    )


def test_a_folder_of_old_files_alone_is_no_silence(lint: Here, tmp_path: Path) -> None:
    (tmp_path / "thu").mkdir()
    (tmp_path / "thu" / "cũ.doc").write_bytes(b"x")
    done = lint("thu")
    assert done.returncode == 2
    assert "CLI-NO-WORD-FILES" in done.stderr
    assert "1 tệp .doc" in done.stderr


# Where --fix may write ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("out", "better"),
    [("ban.pdf", "ban.docx"), ("ban.doc", "ban.docx"), ("ban", "ban.docx"), ("b.v2", "b.v2.docx")],
)
def test_the_result_is_a_word_file_by_name(lint: Here, letter: Letter, out: str, better: str) -> None:
    done = lint(letter(), "--fix", out)
    assert done.returncode == 2
    assert "CLI-FIX-NOT-DOCX" in done.stderr
    assert f"“{better}”" in done.stderr
    assert not Path(out).exists()


def test_a_missing_folder_a_folder_as_name_and_a_closed_place_are_told(lint: Here, letter: Letter) -> None:
    source = letter()
    missing = lint(source, "--fix", "moi/thu/x.docx")
    assert "CLI-FIX-NO-FOLDER: thư mục moi/thu không có" in missing.stderr
    Path("kho.docx").mkdir()
    assert "CLI-FIX-FOLDER: kho.docx là thư mục" in lint(source, "--fix", "kho.docx").stderr
    closed = lint(source, "--fix", "/sys/x.docx")
    assert closed.returncode == 1
    assert "CLI-CANNOT-WRITE" in closed.stderr
    assert "không có quyền" in closed.stderr
    assert "--home" not in closed.stderr
    assert "Cơ sở dữ liệu" not in missing.stderr + closed.stderr


# Many letters -------------------------------------------------------------------------------------------------


def test_many_letters_are_mended_into_a_folder_a_line_each(
    lint: Here, letter: Letter, tmp_path: Path
) -> None:
    (tmp_path / "thu" / "con").mkdir(parents=True)
    letter("thu/a.docx", narrow), letter("thu/con/b.docx", narrow)
    (tmp_path / "thu" / "hong.docx").write_bytes(b"x")
    before = (tmp_path / "thu" / "a.docx").read_bytes()
    done = lint("thu", "--fix-to", "sua", "--rule", "TT-04")
    assert done.returncode == 2
    assert "thu/a.docx → sua/a.docx: sửa 1, còn 0" in done.stdout
    assert "thu/con/b.docx → sua/con/b.docx: sửa 1, còn 0" in done.stdout
    assert "LINT-NOT-WORD" in done.stdout
    assert (tmp_path / "thu" / "a.docx").read_bytes() == before
    assert sorted(p.name for p in Path("sua").rglob("*.docx")) == ["a.docx", "b.docx"]
    assert lint("sua", "--rule", "TT-04").returncode == 0


def test_many_are_mended_without_overwriting_originals_others_or_each_other(
    lint: Here, letter: Letter, tmp_path: Path
) -> None:
    one, two = letter("a/x.docx", narrow), letter("b/x.docx", narrow)
    before = one.read_bytes()
    done = lint(one, two, "--fix-to", "a", "--force", "--rule", "4", "--format", "json")
    told = json.loads(done.stdout)["files"]
    assert [f["problems"][0]["code"] for f in told] == ["CLI-FIX-SAME-FILE", "CLI-FIX-SAME-NAME"]
    assert one.read_bytes() == before
    (tmp_path / "sua").mkdir()
    (tmp_path / "sua" / "x.docx").write_bytes(b"own")
    assert "CLI-FIX-EXISTS" in lint(one, "--fix-to", "sua", "--rule", "4").stdout
    assert (tmp_path / "sua" / "x.docx").read_bytes() == b"own"
    assert "CLI-FIX-TWICE" in lint(one, "--fix-to", "sua", "--fix", "y.docx").stderr
    assert "CLI-FIX-NO-FOLDER" in lint(one, "--fix-to", two).stderr


def test_a_damaged_file_is_told_in_one_language(lint: Here, letter: Letter, tmp_path: Path) -> None:
    (tmp_path / "cut.docx").write_bytes(letter().read_bytes()[:900])
    done = lint("cut.docx")
    assert "bị hỏng" in done.stdout
    assert "File is not" not in done.stdout


def test_what_is_said_of_a_file_counts_in_the_total(lint: Here, letter: Letter) -> None:
    old = letter("xưa.docx", lambda docx: docx.p("ngày").replace("năm 2021", "năm 1990"))
    done = lint(old, "--rule", "TT-04")
    assert "cảnh báo LINT-BEFORE-THE-RULES" in done.stdout
    assert "1 tệp: 0 lỗi, 1 cảnh báo." in done.stdout
    told = json.loads(lint(old, "--rule", "TT-04", "--format", "json").stdout)
    assert told["summary"]["warnings"] == 1
