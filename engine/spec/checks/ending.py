"""Nơi nhận, Kính gửi and the marks that the tool prints itself (II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.closing import Copy, Recipient
from engine.spec.dossier import Dossier
from engine.spec.naming import normal_name
from engine.wording.names import Names

_BASIS = "NĐ 30/2020, Phụ lục I, II.9"
_PURPOSE = re.compile(r"\s*\(\s*(để\s+[^)]*?|b/c|báo cáo|phối hợp|thực hiện)\s*\)\s*$", re.IGNORECASE)
_BY_ARTICLE = re.compile(r"-?\s*như điều\s+\d", re.IGNORECASE)
# Types whose first receiver is “Như Điều …”: those whom that article charges (NĐ 30/2020, Mẫu 1.1–1.3).
DECIDING = frozenset({"nghi-quyet", "quyet-dinh"})
_WEB = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>\n]{0,200})?/?>|&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{1,6});"
)
_TWICE = re.compile(r"\b(\w+(?: \w+){1,4}) \1\b", re.IGNORECASE)


def check_copies_leave_out_what_is_printed(dossier: Dossier) -> Iterator[Problem]:
    """“Lưu” is printed by the tool, and “Như trên” where there is a Kính gửi."""
    doctype = dossier.doctype
    addressed = doctype is not None and doctype.addressed != "never" and dossier.directive.recipients
    printed = r"-?\s*(lưu\s*(:|vt\b)" + (r"|như trên\b)" if addressed else ")")
    for path, copy in dossier.all(Copy):
        if re.match(printed, copy.to or "", re.IGNORECASE):
            yield dossier.error((*path, "to"), "SPEC-COPY-PRINTED", basis=_BASIS, line=copy.to)


def check_a_decision_is_sent_by_its_article(dossier: Dossier) -> Iterator[Problem]:
    """The first receivers of a decision are those whom one of its articles charges."""
    directive = dossier.directive
    if directive.type not in DECIDING or (dossier.doctype and dossier.doctype.copies_line):
        return
    first = directive.copies[0].to if directive.copies else None
    if not _BY_ARTICLE.match(first or ""):
        article = len(directive.sections) or "…"
        yield dossier.warning(
            ("copies",), "SPEC-NO-ARTICLE-LINE", basis="NĐ 30/2020, Phụ lục III, mẫu 1.1–1.3", article=article
        )


def check_lines_leave_out_dashes_and_stops(dossier: Dossier) -> Iterator[Problem]:
    """The dash before and the semicolon after a line are printed by the tool."""
    lines = [((*path, "to"), copy.to) for path, copy in dossier.all(Copy)]
    lines += [((*path, "as"), one.as_) for path, one in dossier.all(Recipient)]
    lines += [((*path, "outside"), one.outside) for path, one in dossier.all(Recipient)]
    for path, line in lines:
        if line and (
            re.match(r"[-–+•]\s", line) or (line.endswith((";", ".", ",")) and not line.endswith("..."))
        ):
            good = re.sub(r"^[-–+•]\s*", "", line).rstrip(" ;.,")
            yield dossier.error(path, "SPEC-LINE-MARKS", basis=_BASIS, suggestion=good, line=line)


def check_purposes_have_their_key(dossier: Dossier) -> Iterator[Problem]:
    """“(để b/c)” belongs in `purpose`, so that it stands before the semicolon."""
    for path, copy in dossier.all(Copy):
        found = _PURPOSE.search(copy.to or "")
        if found:
            yield dossier.warning((*path, "to"), "SPEC-COPY-PURPOSE", basis=_BASIS, purpose=found.group(1))
        if copy.purpose and copy.purpose.startswith("("):
            yield dossier.error(
                (*path, "purpose"),
                "SPEC-LINE-MARKS",
                basis=_BASIS,
                suggestion=copy.purpose.strip("()"),
                line=copy.purpose,
            )


def check_copies_are_named_once(dossier: Dossier) -> Iterator[Problem]:
    """The same line of Nơi nhận twice is a slip."""
    seen: set[str] = set()
    for position, copy in enumerate(dossier.directive.copies):
        key = (copy.to or " ".join(p.who or p.outside or "" for p in copy.who)).lower()
        if key and key in seen:
            yield dossier.warning(("copies", position), "SPEC-REPEATED-COPY", line=copy.to or key)
        seen.add(key)


def check_copies_leave_out_recipients(dossier: Dossier) -> Iterator[Problem]:
    """A recipient is at Kính gửi, or first in Nơi nhận: a line that names it again prints it twice."""
    names = Names(dossier.library.directory, dossier.directive.date.last(), dossier.directive.issuer)
    printed = {
        normal_name(name): names.party(one)
        for one in dossier.directive.recipients
        for name in (names.party(one), names.party(one, short=True))
    }
    for position, copy in enumerate(dossier.directive.copies):
        same = [normal_name(copy.to)] if copy.to else [normal_name(names.party(p)) for p in copy.who]
        for name in same:
            if name in printed:
                yield dossier.warning(
                    ("copies", position), "SPEC-COPY-IS-RECIPIENT", basis=_BASIS, line=printed[name]
                )


def check_the_letter_is_filed(dossier: Dossier) -> Iterator[Problem]:
    """The last line is Lưu: the clerical office first, then the drafting unit."""
    file = dossier.directive.file
    if file is None:
        if dossier.directive.status == "ready":
            yield dossier.warning(("file",), "SPEC-NOT-FILED", basis="NĐ 30/2020, Phụ lục I, II.9d")
    elif file.units and not file.units[0].startswith("VT"):
        yield dossier.warning(
            ("file",), "SPEC-FILED-ELSEWHERE", basis="NĐ 30/2020, Phụ lục I, II.9d", unit=file.units[0]
        )


def check_the_final_mark_is_left_out(dossier: Dossier) -> Iterator[Problem]:
    """`./.` is printed by the tool, once, where the text ends."""
    for path, text in dossier.texts:
        if "./." in text:
            yield dossier.error(path, "SPEC-FINAL-MARK", basis="NĐ 30/2020, Phụ lục III", suggestion="")


def check_marks_in_prose_are_closed(dossier: Dossier) -> Iterator[Problem]:
    """A [[citation]] is closed where it is opened."""
    for path, text in dossier.all(str):
        if text.count("[[") != text.count("]]"):
            yield dossier.error(path, "SPEC-PROSE-MARKS")


def check_prose_has_no_web_marks(dossier: Dossier) -> Iterator[Problem]:
    """Tags and entities of a web page would be printed as they stand."""
    for path, text in dossier.all(str):
        found = _WEB.search(text)
        if found:
            yield dossier.warning(path, "SPEC-WEB-MARKS", words=found.group()[:40])


def check_initials_are_capitals(dossier: Dossier) -> Iterator[Problem]:
    """The drafter's initials (ô 12) are capitals; a given name that stands for them begins with one."""
    drafting = dossier.directive.drafting
    if drafting is not None and drafting.initials and drafting.initials[0].islower():
        yield dossier.warning(
            ("drafting", "initials"), "SPEC-INITIALS-CAPITALS", basis="NĐ 30/2020, Phụ lục I, III.3",
            suggestion=drafting.initials.upper(), initials=drafting.initials,
        )  # fmt: skip


def check_no_words_are_doubled(dossier: Dossier) -> Iterator[Problem]:
    """“tham gia tham gia” is a slip of the source."""
    for path, text in dossier.texts:
        for found in _TWICE.finditer(" ".join(text.split())):
            yield dossier.warning(path, "SPEC-DOUBLED-WORDS", words=found.group())


def check_the_number_of_copies_is_enough(dossier: Dossier) -> Iterator[Problem]:
    """The number of copies printed is at least that of the lines that get one (Điều 17.1a)."""
    drafting = dossier.directive.drafting
    if drafting is None or drafting.copies is None:
        return
    needed = len(dossier.directive.recipients) + len(dossier.directive.copies) + 1
    if drafting.copies < needed:
        yield dossier.warning(
            ("drafting", "copies"),
            "SPEC-TOO-FEW-COPIES",
            basis="NĐ 30/2020, Điều 17.1a",
            copies=drafting.copies,
            needed=needed,
        )
