"""Puts the recognised parts together: head, addressees, body, closing, appendices, marks, lines."""

from __future__ import annotations

from dataclasses import replace

from engine.rules.case import Known
from engine.rules.letter import Letter, Part, PartName
from engine.rules.recognise.addressees import read_addressees
from engine.rules.recognise.appendices import read_appendices
from engine.rules.recognise.body import read_items
from engine.rules.recognise.closing import Closing, find_closing, read_closing
from engine.rules.recognise.head import Head, HeadReader
from engine.rules.recognise.kind import doctype_of
from engine.rules.recognise.lines import Lines, read_lines
from engine.rules.recognise.zones import HeadScan
from engine.word.values import WordFile


def recognise_letter(word: WordFile, known: Known) -> Letter:
    """See `engine.rules.recognise.recognise`."""
    paragraphs = word.paragraphs
    scan = HeadScan(word, paragraphs, known.doctypes)
    head = HeadReader(scan.pieces, scan.salutation, known).read()
    start, end = find_closing(word, paragraphs, min(scan.end, head.body_from or scan.end))
    salutation: Part | None = None
    addressees: tuple[Part, ...] = ()
    body = min(scan.end, head.body_from or scan.end)
    if scan.salutation is not None:
        label = scan.pieces[scan.salutation]
        salutation, addressees, body = read_addressees(word, paragraphs, label, start)
    closing = read_closing(word, paragraphs, start, end)
    lines = read_lines(word, paragraphs[:body], head)
    doctype = _doctype(head, salutation, known)
    letter = Letter(
        word=word,
        doctype=doctype,
        salutation=salutation,
        addressees=addressees,
        items=read_items(paragraphs[body:start], doctype),
        appendices=read_appendices(paragraphs[end:], word),
        anchors=_anchors(head, salutation, closing),
        others=(*(Part(PartName.OTHER, (q.strip,)) for q in head.rest), *closing.others),
    )
    return _with_closing(_with_head(letter, head, lines), closing)


def _doctype(head: Head, salutation: Part | None, known: Known) -> str:
    """By the tên loại, else by V/v or the symbol; a number and a Kính gửi without a tên loại make a công văn."""
    told = doctype_of(
        head.parts.get(PartName.TYPE_NAME), head.parts.get(PartName.NUMBER), head.left_subject, known
    )
    if told or PartName.TYPE_NAME in head.parts or salutation is None or PartName.NUMBER not in head.parts:
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
