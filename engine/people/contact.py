"""Telephone numbers, with the change of 2018 from eleven digits to ten, and e-mail addresses by their syntax."""

from __future__ import annotations

import re

from engine.model.provenance import Repair
from engine.people.bare import Cell, bare
from engine.people.finding import Reading, error, warning
from engine.people.lists import Lists

_ABROAD = re.compile(r"^(?:\+|00)840?")
_LONG_ABROAD = re.compile(r"^84(?=\d{9}$)")
_SEVERAL = re.compile(r"[/;,]|\s-\s|\bhoặc\b", re.IGNORECASE)
_AROUND = re.compile(r"[\s\u00a0.\-()·]+")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(
    rf"(?=.{{3,254}}$)[\w.!#$%&'*+/=?^`{{|}}~-]{{1,64}}@(?:{_LABEL}\.)+[a-z]{{2,63}}",
    re.ASCII | re.IGNORECASE,
)


def read_phone(cell: Cell, lists: Lists) -> Reading[str]:
    """A telephone number as the digits that are dialled within the country.

    An old mobile number of eleven digits is changed as in 2018; a zero that was lost is put back where the prefix
    then is one that exists. Several numbers in one cell are candidates.
    """
    if isinstance(cell, str) and len(parts := _parts(cell)) > 1:
        read = [read_phone(part, lists) for part in parts]
        if all(one.value for one in read):
            numbers = tuple(one.value for one in read if one.value)
            return Reading(findings=(warning("PEOPLE-PHONE-SEVERAL", count=len(parts)),), candidates=numbers)
    found = bare(cell if isinstance(cell, float | None) else _national(str(cell)))
    if not found.text:
        return Reading()
    if found.is_lost:
        return Reading(findings=(error("PEOPLE-DIGITS-LOST"),))
    written, repairs = str(cell).strip(), []
    digits = found.text
    if digits.isdigit() and not digits.startswith("0") and is_phone("0" + digits, lists):
        repairs.append(Repair("zeros", digits, "0" + digits, "prefix-exists"))
        digits = "0" + digits
    elif digits != written:
        repairs.append(Repair("writing", written, digits, "digits-kept"))
    return _changed(digits, tuple(repairs), lists)


def is_phone(digits: str, lists: Lists) -> bool:
    """Whether the digits are a number of a known network, a landline's, or an old one that has a new one."""
    if _new(digits, lists) is not None:
        return True
    return _length(digits, lists) == len(digits) and _is_known(digits, lists)


def read_email(cell: Cell) -> Reading[str]:
    """An e-mail address, judged by its syntax alone; its domain in small letters."""
    text = str(cell or "").strip().removeprefix("mailto:")
    if not text:
        return Reading()
    if not _EMAIL.fullmatch(text) or ".." in text or text.startswith(".") or ".@" in text:
        return Reading(findings=(error("PEOPLE-EMAIL-FORM"),))
    name, _, domain = text.rpartition("@")
    return Reading(f"{name}@{domain.lower()}")


def _parts(text: str) -> list[str]:
    return [part for part in (p.strip() for p in _SEVERAL.split(text)) if part]


def _national(text: str) -> str:
    close = _AROUND.sub("", text.strip("'\u2018\u2019 "))
    return _LONG_ABROAD.sub("0", _ABROAD.sub("0", close, count=1), count=1)


def _changed(digits: str, repairs: tuple[Repair, ...], lists: Lists) -> Reading[str]:
    new = _new(digits, lists)
    if new is not None:
        return Reading(new, (), (*repairs, Repair("prefix-2018", digits, new, digits[:4])))
    if not digits.isdigit() or _length(digits, lists) != len(digits):
        return Reading(findings=(error("PEOPLE-PHONE-FORM", length=len(digits)),))
    findings = () if _is_known(digits, lists) else (warning("PEOPLE-PHONE-PREFIX", prefix=digits[:3]),)
    return Reading(digits, findings, repairs)


def _is_known(digits: str, lists: Lists) -> bool:
    return digits.startswith("02") or digits[:3] in lists.known("dau-so-dien-thoai")


def _length(digits: str, lists: Lists) -> int:
    """How many digits a number of this prefix has; 0 for a prefix that does not exist."""
    for width in (3, 2):
        if given := lists.gives("dau-so-dien-thoai", digits[:width]):
            return int(given["length"])
    return 0


def _new(digits: str, lists: Lists) -> str | None:
    prefix = lists.becomes("dau-so-2018").get(digits[:4]) if len(digits) == 11 and digits.isdigit() else None
    return prefix + digits[4:] if prefix else None
