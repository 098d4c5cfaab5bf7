"""Letters made in many ways are judged as a văn thư officer foretold."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from engine.app.linting import LintOptions, known_from, lint_files
from engine.bootstrap import shipped_specs
from engine.errors import Severity
from engine.spec.library import load_library
from tests.corpus.samples import SAMPLES, Sample

TODAY = date(2026, 11, 22)
AS_MADE = [s for s in SAMPLES if not s.through]
AGAIN = [s for s in SAMPLES if s.through]


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files that LibreOffice opened and saved, by name."""
    folder = tmp_path_factory.mktemp("again")
    for sample in AGAIN:
        (folder / f"{sample.name}.docx").write_bytes(sample.data())
    _convert(folder, [s for s in AGAIN if s.through == "odt"], "docx", "odt", folder / "odt")
    _convert(folder / "odt", [s for s in AGAIN if s.through == "odt"], "odt", "docx", folder / "back")
    _convert(folder, [s for s in AGAIN if s.through == "docx"], "docx", "docx", folder / "back")
    return {s.name: (folder / "back" / f"{s.name}.docx").read_bytes() for s in AGAIN}


def _convert(folder: Path, samples: list[Sample], source: str, target: str, into: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed for this test"
    files = [str(folder / f"{s.name}.{source}") for s in samples]
    profile = f"-env:UserInstallation=file://{into}-profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", target, "--outdir", str(into), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )


def _found(name: str, data: bytes) -> frozenset[str]:
    library, _ = load_library(shipped_specs())
    report = lint_files(
        [(f"{name}.docx", data)], library.rule_sets, known_from(library), TODAY, LintOptions()
    )
    return frozenset(f.rule for f in report.findings if f.severity is not Severity.INFO)


@pytest.mark.parametrize("sample", AS_MADE, ids=lambda s: s.name)
def test_a_file_as_made_has_the_findings_that_were_foretold(sample: Sample) -> None:
    assert _found(sample.name, sample.data()) == sample.expected


@pytest.mark.libreoffice
@pytest.mark.parametrize("sample", AGAIN, ids=lambda s: s.name)
def test_a_file_saved_again_has_the_findings_that_were_foretold(
    sample: Sample, saved_again: Mapping[str, bytes]
) -> None:
    assert _found(sample.name, saved_again[sample.name]) == sample.expected


def test_the_corpus_is_large_and_its_names_are_its_own() -> None:
    assert len(SAMPLES) >= 40
    assert len({s.name for s in SAMPLES}) == len(SAMPLES)
