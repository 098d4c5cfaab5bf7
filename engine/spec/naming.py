"""Agencies by their Vietnamese names: the same name however it is written, and the id that a name means."""

from __future__ import annotations

import re

_SHORT_FORMS = (
    ("uỷ", "ủy"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("bhxh", "bảo hiểm xã hội"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("tp.", "thành phố"),
)


def normal_name(name: str) -> str:
    """A name in one form: lower case, usual abbreviations written out, no marks around it."""
    text = " ".join(name.lower().split())
    for short, long in _SHORT_FORMS:
        text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, text)
    return text.replace("uỷ", "ủy").strip(" .;,-–")
