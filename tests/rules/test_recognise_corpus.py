"""Every part of every letter of the corpus is found, with its own words, however the letter is laid out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence

import pytest

from engine.rules.letter import Letter, Part, plain
from engine.rules.recognise import recognise
from engine.word.reading import read_word
from tests.corpus.samples import SAMPLES, Sample
from tests.corpus.texts import Words
from tests.rules.good_letters import known

AGAIN = [s for s in SAMPLES if s.through]


def _said(part: Part | None) -> str:
    return part.text if part is not None else ""


def _joined(texts: Sequence[str]) -> str:
    return plain(" ".join(texts))


def _addressees(words: Words) -> list[str]:
    if len(words.to) < 2:
        return [plain(t) for t in words.to]
    last = len(words.to) - 1
    return [
        plain(f"- {t if t[-1] in '.;,' else t + ('.' if n == last else ';')}") for n, t in enumerate(words.to)
    ]


def _found(letter: Letter) -> dict[str, object]:
    return {
        "state": _said(letter.state),
        "motto": _said(letter.motto),
        "superior": _said(letter.superior),
        "issuer": _said(letter.issuer),
        "number": _said(letter.number),
        "place_date": _said(letter.place_date),
        "type_name": _said(letter.type_name),
        "subject": _said(letter.subject),
        "to": [a.text for a in letter.addressees],
        "authority": [a.text for s in letter.signatures for a in s.authority],
        "name": [_said(s.name) for s in letter.signatures],
        "copies": [r.text for r in letter.receivers],
        "label": _said(letter.receivers_label),
        "contact": _said(letter.contact),
        "others": [o.text for o in letter.others],
    }


def _told(words: Words) -> dict[str, object]:
    return {
        "state": plain(words.state),
        "motto": plain(words.motto),
        "superior": _joined(words.superior),
        "issuer": _joined(words.issuer),
        "number": plain(words.number),
        "place_date": plain(words.place_date),
        "type_name": words.type_name,
        "subject": plain(words.subject),
        "to": _addressees(words),
        "authority": [plain(a) for a in words.authority],
        "name": [plain(words.name)],
        "copies": [plain(f"- {c}") for c in words.copies],
        "label": words.receivers_label,
        "contact": plain(words.contact),
        "others": [],
    }


@pytest.mark.parametrize("sample", [s for s in SAMPLES if not s.through], ids=lambda s: s.name)
def test_the_parts_of_a_letter_are_those_that_were_written(sample: Sample) -> None:
    letter = recognise(read_word(sample.data(), sample.name), known())

    assert _found(letter) == _told(sample.words)
    assert len(letter.items) == len(sample.words.body) + len(sample.words.bases) + bool(sample.words.power)
    assert len(letter.appendices) == bool(sample.words.appendix)


@pytest.mark.parametrize("sample", [s for s in SAMPLES if not s.through], ids=lambda s: s.name)
def test_the_lines_of_a_letter_are_those_that_were_drawn(sample: Sample) -> None:
    letter = recognise(read_word(sample.data(), sample.name), known())

    drawn = sample.way.rule not in ("none", "underline")
    assert (letter.motto_line is not None) == drawn
    assert (letter.issuer_line is not None) == drawn
    assert (letter.subject_line is not None) == (drawn and bool(sample.words.type_name))


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files that LibreOffice opened and saved as .docx, by name."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed for this test"
    folder = tmp_path_factory.mktemp("again")
    files = []
    for sample in AGAIN:
        files.append(folder / f"{sample.name}.docx")
        files[-1].write_bytes(sample.data())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "back"),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {s.name: (folder / "back" / f"{s.name}.docx").read_bytes() for s in AGAIN}


@pytest.mark.libreoffice
@pytest.mark.parametrize("sample", AGAIN, ids=lambda s: s.name)
def test_the_parts_of_a_letter_saved_by_libreoffice_are_the_same(
    sample: Sample, saved_again: Mapping[str, bytes]
) -> None:
    letter = recognise(read_word(saved_again[sample.name], sample.name), known())

    assert _found(letter) == _told(sample.words)
    drawn = sample.way.rule not in ("none", "underline")
    assert (letter.motto_line is not None, letter.issuer_line is not None) == (drawn, drawn)
