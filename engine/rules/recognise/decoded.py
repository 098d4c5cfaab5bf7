"""Paragraphs typed in TCVN3 or VNI, read as Unicode, so that their parts are recognised and judged by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from engine.word.values import Paragraph, Run
from engine.wording.legacy_encodings import Encoding, decode, encoding_of

_FILLER = "\u200b"
"""Invisible; it keeps every letter where it stands in the file."""


def decoded(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The same paragraphs, those in old codes with their text in Unicode; fonts and places are kept."""
    return [_decoded(q) if any(_is_old(r) for r in q.runs) else q for q in paragraphs]


@lru_cache(maxsize=256)
def _encoding(font: str) -> Encoding:
    return encoding_of(font)


def _is_old(run: Run) -> bool:
    return _encoding(run.look.hansi) is not Encoding.UNICODE


def _decoded(paragraph: Paragraph) -> Paragraph:
    text = list(paragraph.text)
    runs = []
    for run in paragraph.runs:
        read = decode(run.text, _encoding(run.look.hansi), filler=_FILLER)
        text[run.start : run.end] = read
        runs.append(replace(run, text=read))
    return replace(paragraph, text="".join(text), runs=tuple(runs))
