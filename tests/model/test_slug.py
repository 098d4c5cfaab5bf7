"""Folder names: safe everywhere, distinct, and the same every time."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.slug import MAX_LENGTH, distinct_slugs, slug

SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ủy ban nhân dân xã Cẩm Hưng", "uy-ban-nhan-dan-xa-cam-hung"),
        ("Đảng ủy – ĐOÀN THỂ", "dang-uy-doan-the"),
        ("BHXH/TT&PTĐT", "bhxh-tt-ptdt"),
        ("  ..\\..//etc/passwd ", "etc-passwd"),
        ("CON", "con-x"),
        ("nul", "nul-x"),
        ("Com1", "com1-x"),
        ("①②", "12"),
    ],
)
def test_names_become_plain_letters(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_any_text_has_a_safe_name(text: str) -> None:
    name = slug(text)
    assert SAFE.fullmatch(name)
    assert len(name.encode()) <= MAX_LENGTH
    assert slug(name) == name


@given(st.text())
def test_the_way_accents_are_typed_makes_no_difference(text: str) -> None:
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


def test_long_names_stay_apart() -> None:
    long = "Trường Tiểu học và Trung học cơ sở " * 6
    assert slug(long + "A") != slug(long + "B")


@given(
    st.dictionaries(
        st.text(max_size=5), st.sampled_from(["Xã Cẩm Hưng", "xã cẩm-hưng", "Xã A", "?", "CON", "con x"])
    )
)
def test_recipients_of_one_name_get_folders_of_their_own(names: dict[str, str]) -> None:
    folders = distinct_slugs(names)
    assert folders.keys() == names.keys()
    assert len(set(folders.values())) == len(names)
    assert all(slug(folder) == folder for folder in folders.values())
    assert distinct_slugs(dict(reversed(names.items()))) == folders
