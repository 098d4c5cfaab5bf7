"""Agencies by their Vietnamese names: the same name however it is written, and the id that a name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, process

from engine.errors import Problem
from engine.model.agency import Agency, Directory
from engine.model.dates import PartialDate
from engine.spec.located import Located

_NEAR_ENOUGH = 88
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


def with_ids(problems: Iterable[Problem], located: Located, directory: Directory) -> tuple[Problem, ...]:
    """The problems; agencies written by their Vietnamese name get the id of that name as the suggestion."""
    return tuple(_with_id(problem, located, directory) for problem in problems)


def _with_id(problem: Problem, located: Located, directory: Directory) -> Problem:
    name = str(problem.params.get("name", ""))
    if problem.code != "SPEC-UNKNOWN-AGENCY" or name == name.lower().replace(" ", ""):
        return problem
    issuers = located.at(("issuer",))
    issuing = [str(i) for i in (issuers if isinstance(issuers, list) else [issuers])]
    barred = set(issuing) if problem.where.path.startswith("recipients") else set()
    found = id_of_name(name, directory, _day(located), issuing, barred)
    return replace(problem, suggestion=found) if found else problem


def id_of_name(
    name: str, directory: Directory, day: date | None, near: Iterable[str] = (), barred: Iterable[str] = ()
) -> str:
    """The id of the agency or group called so on the day (any day when None); empty when none is.

    Where several have the name, that with most relations in common with the agencies in `near`.
    """
    by_name: dict[str, list[str]] = {}
    for called, one_id in _names(directory, day):
        if one_id not in barred:
            by_name.setdefault(normal_name(called), []).append(one_id)
    key = normal_name(name)
    if key not in by_name:
        found = process.extractOne(key, list(by_name), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
        if found is None:
            return ""
        key = found[0]
    circle = {one for agency in near for one in _relations(directory, agency)}
    return max(by_name[key], key=lambda one: len(circle & _relations(directory, one)))


def _names(directory: Directory, day: date | None) -> Iterator[tuple[str, str]]:
    for agency in directory.agencies.values():
        if day is None or agency.exists_on(day):
            period = agency if day is None else agency.named_on(day)
            yield from ((name, agency.id) for name in (period.name, period.short) if name)
    yield from ((group.name, group.id) for group in directory.groups.values())


def _relations(directory: Directory, agency_id: str) -> set[str]:
    agency: Agency | None = directory.agencies.get(agency_id)
    if agency is None:
        return set()
    return {agency.id, *directory.lineage(agency), *([agency.superior] if agency.superior else [])}


def _day(located: Located) -> date | None:
    try:
        return PartialDate.parse(str(located.at(("date",)))).last()
    except ValueError:
        return None
