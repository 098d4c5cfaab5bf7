"""Puts the recognised parts together: head, addressees, body, closing, appendices, marks, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.rules.case import Known
from engine.rules.letter import Letter, Part, PartName
from engine.rules.recognise.addressees import read_addressees
from engine.rules.recognise.appendices import read_appendices
from engine.rules.recognise.body import read_items
from engine.rules.recognise.closing import Closing, find_closing, read_closing
from engine.rules.recognise.contact import contact_below, contact_in_footer, head_of_first_page
from engine.rules.recognise.decoded import decoded
from engine.rules.recognise.head import Head, HeadReader
from engine.rules.recognise.kind import doctype_of
from engine.rules.recognise.lines import Lines, read_lines
from engine.rules.recognise.outside import outside_of
from engine.rules.recognise.pieces import Piece, pieces_of
from engine.rules.recognise.stamps import MARKS, read_stamps
from engine.rules.recognise.zones import HeadScan, is_anchor
from engine.word.values import Paragraph, WordFile


def recognise_letter(word: WordFile, known: Known) -> Letter:
    """See `engine.rules.recognise.recognise`."""
    paragraphs = decoded(word.paragraphs)
    stamps = read_stamps(word, paragraphs)
    flow = [q for i, q in enumerate(paragraphs) if i not in stamps.taken]
    band, above = _head_in_header(word)
    scan = HeadScan(word, flow, known.doctypes, above)
    head = HeadReader(scan.pieces, scan.salutation, known).read()
    head.parts = {**stamps.parts, **head.parts}
    body = min(scan.end, head.body_from if head.body_from is not None else scan.end)
    start, end = find_closing(word, flow, body)
    salutation: Part | None = None
    addressees: tuple[Part, ...] = ()
    if scan.salutation is not None:
        salutation, addressees, body = read_addressees(word, flow, scan.pieces[scan.salutation], start)
    closing = read_closing(word, flow, start, end)
    below, end = contact_below(word, flow, end)
    doctype = _doctype(head, salutation, known)
    letter = Letter(
        word=word,
        doctype=doctype,
        salutation=salutation,
        addressees=addressees,
        items=read_items(_without_blank_ends(flow[body:start]), doctype, word),
        contact=contact_in_footer(word) or stamps.parts.get(PartName.CONTACT) or below,
        appendices=read_appendices(flow[end:], word),
        anchors=_anchors(head, salutation, closing),
        others=(*_others(head), *closing.others),
    )
    _join_issuers(head, closing)
    outside = outside_of(head, scan.pieces, has_receivers=closing.receivers.label is not None)
    letter = replace(letter, outside=outside)
    lines = read_lines(word, [*band, *_without_note(flow[:body], head)], head, flow[body:start])
    return _with_closing(_with_head(letter, head, lines), closing)


def _without_note(paragraphs: Sequence[Paragraph], head: Head) -> Iterator[tuple[int, Paragraph]]:
    """The head's paragraphs; (Ban hành kèm theo …) is emptied, for the trích yếu's line stands below it (mẫu 1.3)."""
    note = head.parts.get(PartName.APPENDIX_NOTE)
    keys = {s.paragraph.key for s in note.strips} if note is not None else set()
    for index, paragraph in enumerate(paragraphs):
        yield index, replace(paragraph, text="", runs=()) if paragraph.key in keys else paragraph


def _join_issuers(head: Head, closing: Closing) -> None:
    """Two names in one look above two signatures issue together: none of them is the other's superior."""
    superior, issuer = head.parts.get(PartName.SUPERIOR), head.parts.get(PartName.ISSUER)
    if superior is None or issuer is None or len(closing.signatures) < 2:
        return
    if all(run.look.bold for run in superior.runs) and all(run.look.bold for run in issuer.runs):
        head.parts[PartName.ISSUER] = Part(PartName.ISSUER, (*superior.strips, *issuer.strips))
        del head.parts[PartName.SUPERIOR]


def _head_in_header(word: WordFile) -> tuple[list[tuple[int, Paragraph]], list[Piece]]:
    """The header of the first page, numbered from below 0, where it holds parts of the head or a mark."""
    if not word.sections:
        return [], []
    story = head_of_first_page(word.sections[0])
    band = [(n - len(story.paragraphs), q) for n, q in enumerate(decoded(story.paragraphs))]
    pieces = [q for q in pieces_of(word, band) if not all(r.field for r in q.strip.runs)]
    if any(is_anchor(q.folded) for q in pieces):
        return band, pieces
    return band, [q for q in pieces if any(test(q.folded) for test in MARKS.values())]


def _without_blank_ends(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The body without the blank lines that part it from head and closing."""
    full = [i for i, q in enumerate(paragraphs) if not q.is_blank or q.pictures]
    return paragraphs[full[0] : full[-1] + 1] if full else ()


def _others(head: Head) -> Iterator[Part]:
    """The dấu ĐẾN, and what was not recognised."""
    stamp = head.parts.get(PartName.STAMP)
    if stamp is not None:
        yield stamp
    yield from (Part(PartName.OTHER, (q.strip,)) for q in head.rest)


def _doctype(head: Head, salutation: Part | None, known: Known) -> str:
    """By the tên loại, else by V/v or the symbol; a Kính gửi without a tên loại makes a công văn."""
    told = doctype_of(
        head.parts.get(PartName.TYPE_NAME), head.parts.get(PartName.NUMBER), head.left_subject, known
    )
    if told or PartName.TYPE_NAME in head.parts or salutation is None:
        return told
    return "cong-van"


def _with_head(letter: Letter, head: Head, lines: Lines) -> Letter:
    get = head.parts.get
    return replace(
        letter,
        layout=head.layout,
        state=get(PartName.STATE),
        motto=get(PartName.MOTTO),
        superior=get(PartName.SUPERIOR),
        issuer=get(PartName.ISSUER),
        number=get(PartName.NUMBER),
        place_date=get(PartName.PLACE_DATE),
        type_name=get(PartName.TYPE_NAME),
        subject=get(PartName.SUBJECT),
        note=get(PartName.APPENDIX_NOTE),
        urgency=get(PartName.URGENCY),
        secrecy=get(PartName.SECRECY),
        circulation=get(PartName.CIRCULATION),
        motto_line=lines.motto,
        issuer_line=lines.issuer,
        subject_line=lines.subject,
    )


def _with_closing(letter: Letter, closing: Closing) -> Letter:
    receivers = closing.receivers
    return replace(
        letter,
        signatures=closing.signatures,
        receivers_label=receivers.label,
        receivers=receivers.items,
        file_line=receivers.file_line,
        drafter=receivers.drafter,
    )


_ANCHORS = (PartName.STATE, PartName.MOTTO, PartName.NUMBER, PartName.PLACE_DATE)


def _anchors(head: Head, salutation: Part | None, closing: Closing) -> int:
    """How many tell-tale parts there are: Quốc hiệu, Tiêu ngữ, số, day, Kính gửi, Nơi nhận, signature."""
    found = [name in head.parts for name in _ANCHORS]
    return (
        sum(found)
        + (salutation is not None)
        + (closing.receivers.label is not None)
        + bool(closing.signatures)
    )
