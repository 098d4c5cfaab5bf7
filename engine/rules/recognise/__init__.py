"""Recognises the components of an administrative letter in any Word file, by geometry, words, look and order."""

from __future__ import annotations

from engine.rules.case import Known
from engine.rules.letter import Letter
from engine.rules.recognise.whole import recognise_letter
from engine.word.values import WordFile


def recognise(word: WordFile, known: Known) -> Letter:
    """The letter in the file. What was not found is None or empty; see `Letter.is_letter`."""
    return recognise_letter(word, known)
