"""The quick verbs never load Prefect, nor the parts that they do not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.good_letters import good

PROBE = """
import sys
sys.argv = ["congvan", *{words!r}]
from engine.cli.main import run
try:
    run()
except SystemExit as end:
    assert not end.code, end.code
loaded = sorted({{m.split(".")[0] for m in sys.modules}} & {{"prefect", "flows", *{heavy!r}}})
print("LOADED", *loaded)
"""


def loaded(words: list[str], heavy: list[str], cwd: Path | None = None) -> list[str]:
    """Which of the heavy packages a verb has loaded by its end."""
    code = PROBE.format(words=words, heavy=heavy)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1].split()[1:]


def a_seed() -> str:
    return str(sorted(Path("specs/directives").rglob("*.yaml"))[0])


@pytest.mark.parametrize("words", [["--help"], ["list", "doctypes"], ["list", "channels"]])
def test_help_and_list_load_neither_prefect_nor_the_database(words: list[str]) -> None:
    assert loaded(words, ["sqlalchemy", "alembic"]) == []


@pytest.mark.parametrize("verb", ["check", "plan"])
def test_check_and_plan_load_neither_prefect_nor_the_database(verb: str) -> None:
    assert loaded([verb, a_seed()], ["sqlalchemy", "alembic"]) == []


def test_status_loads_no_prefect_and_no_word_processor(tmp_path: Path) -> None:
    assert loaded(["status", "--home", str(tmp_path)], ["docx", "docxtpl", "openpyxl"]) == []


def test_lint_loads_neither_prefect_nor_the_database_nor_other_word_libraries(tmp_path: Path) -> None:
    letter = tmp_path / "thu.docx"
    letter.write_bytes(good("cong-van"))
    heavy = ["sqlalchemy", "alembic", "docx", "docxtpl", "openpyxl", "jinja2"]
    assert loaded(["lint", str(letter), "--home", str(tmp_path / "home")], heavy) == []


@pytest.mark.parametrize("words", [["lint", "--explain", "TT-01"], ["list", "rules"]])
def test_rules_are_shown_without_what_reads_word_files(words: list[str]) -> None:
    assert loaded(words, ["sqlalchemy", "alembic", "lxml", "docx"]) == []
