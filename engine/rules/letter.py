"""A letter as its reader sees it: the components of NĐ 30/2020 found in a Word file, whoever made it.

A part that was not found is None or empty; nothing is guessed into being.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from engine.word.values import Paragraph, Run, Stroke, WordFile

FEWEST_ANCHORS = 3
"""With fewer tell-tale parts a file is no letter."""
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@lru_cache(maxsize=256)  # Rules ask for the text of one paragraph many times.
def plain(text: str) -> str:
    """As a reader reads it: NFC, one blank for any blanks, nothing invisible, no blanks around."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return " ".join(_INVISIBLE.sub("", text).split())


class PartName(StrEnum):
    """The components, named as their rules name them (ô số of Phụ lục I, Mục IV in `engine.rules.names`)."""

    STATE = "quoc-hieu"
    MOTTO = "tieu-ngu"
    SUPERIOR = "co-quan-chu-quan"
    ISSUER = "co-quan-ban-hanh"
    NUMBER = "so-ky-hieu"
    PLACE_DATE = "dia-danh-thoi-gian"
    TYPE_NAME = "ten-loai"
    SUBJECT = "trich-yeu"
    SALUTATION = "kinh-gui"
    ADDRESSEE = "noi-nhan-kinh-gui"
    BASIS = "can-cu"
    BODY = "noi-dung"
    AUTHORITY = "quyen-han-chuc-vu"
    SIGNER = "ho-ten"
    OTHER_TITLE = "chuc-danh-khac"
    RECEIVERS_LABEL = "noi-nhan"
    RECEIVER = "noi-nhan-muc"
    FILE_LINE = "luu"
    DRAFTER = "nguoi-soan-thao"
    CONTACT = "lien-he"
    URGENCY = "do-khan"
    SECRECY = "do-mat"
    CIRCULATION = "chi-dan-luu-hanh"
    STAMP = "dau-den"
    PAGE = "trang"
    PAGE_NUMBER = "so-trang"
    APPENDIX_LABEL = "phu-luc"
    APPENDIX_TITLE = "ten-phu-luc"
    APPENDIX_NOTE = "kem-theo"
    APPENDIX_BODY = "noi-dung-phu-luc"
    OTHER = "phan-khac"


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a paragraph: `paragraph.text[start:end]`. A line of a header set with tabs holds two."""

    paragraph: Paragraph
    start: int
    end: int

    @classmethod
    def whole(cls, paragraph: Paragraph) -> Strip:
        """All of the paragraph, blanks at both ends left out."""
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        return cls(paragraph, start, max(start, len(text.rstrip())))

    @property
    def raw(self) -> str:
        """As found in the file."""
        return self.paragraph.text[self.start : self.end]

    @property
    def text(self) -> str:
        """As read, with the automatic number if the piece begins its paragraph."""
        text = plain(self.raw)
        before = self.paragraph.text[: self.start]
        return (
            f"{self.paragraph.label} {text}".strip() if self.paragraph.label and not before.strip() else text
        )

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs with visible letters inside of the piece, cut to it."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Run]:
        for run in self.paragraph.runs:
            start, end = max(run.start, self.start), min(run.end, self.end)
            text = run.text[start - run.start : end - run.start]
            if start < end and text.strip() and not run.look.hidden:
                yield Run(text, run.look, start, run.ordinal, run.field, run.inserted)


@dataclass(frozen=True, slots=True)
class Part:
    """A component: one piece a line as typed; an issuer's name may take several."""

    name: PartName
    strips: tuple[Strip, ...]

    @property
    def text(self) -> str:
        """The lines joined by a blank, as read."""
        return " ".join(s.text for s in self.strips)

    @property
    def first(self) -> Strip:
        return self.strips[0]

    @property
    def last(self) -> Strip:
        return self.strips[-1]

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for strip in self.strips for run in strip.runs)


class Role(StrEnum):
    """What a paragraph of the body is (NĐ 30/2020, Phụ lục I, II.6)."""

    BASIS = "can-cu"
    ORDER = "lenh"
    """The line of command: QUYẾT ĐỊNH:, NGHỊ QUYẾT:."""
    PROSE = "van-xuoi"
    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu-muc"
    TITLE = "tieu-de"
    """The title line below Phần, Chương, Mục, Tiểu mục."""
    SECTION = "muc-la-ma"
    """`I. TIÊU ĐỀ` in texts without điều."""
    DIEU = "dieu"
    KHOAN = "khoan"
    DIEM = "diem"
    DECIMAL = "thap-phan"
    """1.1, 1.1.1"""
    DASH = "gach"
    PLUS = "cong"
    """A level below điểm: "+", or "(1)", its mark whatever the number, in a text whose khoản are written otherwise."""
    NOTE = "ghi-chu"
    """Lưu ý, Ghi chú, lines that begin with asterisks, footnotes set as text."""
    TABLE = "bang"
    """A paragraph in a table of the body."""
    SPACER = "dong-trong"
    """An empty paragraph between others."""
    PICTURE = "hinh"
    END = "het"
    """A line that holds nothing but ./."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the body or of an appendix. `mark` is its number as read: "I", "1", "a", "1.1", "-".

    `punctuation` is what follows the mark: ".", ")", "/", "" … `automatic` tells Word's own numbering. `title` is the
    text after the mark.
    """

    strip: Strip
    role: Role
    mark: str = ""
    punctuation: str = ""
    automatic: bool = False
    title: str = ""

    @property
    def text(self) -> str:
        return self.strip.text

    @property
    def paragraph(self) -> Paragraph:
        return self.strip.paragraph


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer's block (ô số 7): TM./KT. lines and title, then the name. `room` is what lies between, in mm."""

    authority: tuple[Part, ...]
    name: Part | None
    other_titles: tuple[Part, ...] = ()
    room: float | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix inside the same file. `label` is "Phụ lục I" (None when it begins by its title)."""

    label: Part | None
    title: Part | None
    note: Part | None
    items: tuple[Item, ...]
    section: int
    own_section: bool
    """Begins with a section of its own."""
    numeral: str = ""
    """I, II …, "" when the label has no number."""


class Outside(StrEnum):
    """Texts that NĐ 30/2020 does not rule, though they have parts of a letter (Điều 1, Điều 3, Điều 7)."""

    OTHER_TYPE = "loai-khac"
    """Its name is none of the 29 types."""
    NORMATIVE = "quy-pham-phap-luat"
    PARTY = "dang"
    """Of the Party, or of a body that writes as the Party does."""
    PERSONAL = "don-to-khai"
    """A citizen's đơn or tờ khai."""


class Layout(StrEnum):
    """How the head is laid out."""

    TABLE = "table"
    TABS = "tabs"
    BOXES = "boxes"
    LINES = "lines"
    """One thing below the other."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The recognised letter. `doctype` is the type's id ("cong-van", "ke-hoach" …), "" where it is not told."""

    word: WordFile
    doctype: str = ""
    layout: Layout = Layout.TABLE
    state: Part | None = None
    motto: Part | None = None
    superior: Part | None = None
    issuer: Part | None = None
    number: Part | None = None
    place_date: Part | None = None
    type_name: Part | None = None
    subject: Part | None = None
    motto_line: Stroke | None = None
    issuer_line: Stroke | None = None
    subject_line: Stroke | None = None
    note: Part | None = None
    """(Ban hành kèm theo …) below the title of a text that an act enacts, in a file of its own (mẫu 1.3)."""
    salutation: Part | None = None
    """The words "Kính gửi:" alone."""
    addressees: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    """The body from the first paragraph after the head to the signature, căn cứ included."""
    signatures: tuple[Signature, ...] = ()
    receivers_label: Part | None = None
    receivers: tuple[Part, ...] = ()
    """Every item below "Nơi nhận:", the Lưu line included, a drafter's tail excluded."""
    file_line: Part | None = None
    drafter: Part | None = None
    contact: Part | None = None
    urgency: Part | None = None
    secrecy: Part | None = None
    circulation: Part | None = None
    appendices: tuple[Appendix, ...] = ()
    others: tuple[Part, ...] = ()
    """What stands in the head or the closing and was not recognised."""
    anchors: int = 0
    """How many of the tell-tale parts were found: Quốc hiệu, Tiêu ngữ, số, date, Kính gửi, Nơi nhận, signature."""

    outside: Outside | None = None
    """What it is where the decree does not rule it."""

    @property
    def name(self) -> str:
        return self.word.name

    @property
    def is_letter(self) -> bool:
        """Enough was found to speak of a letter at all, and the decree rules it."""
        own = any(part is not None for part in (self.issuer, self.number, self.receivers_label, self.note))
        return self.outside is None and own and self.anchors >= FEWEST_ANCHORS

    def bases(self) -> tuple[Item, ...]:
        return tuple(i for i in self.items if i.role is Role.BASIS)

    def prose(self) -> tuple[Item, ...]:
        """The paragraphs that the decree wants justified and indented: text of every level, no titles, no tables."""
        roles = {Role.PROSE, Role.DIEU, Role.KHOAN, Role.DIEM, Role.DECIMAL, Role.DASH, Role.PLUS, Role.BASIS}
        return tuple(i for i in self.items if i.role in roles)


@dataclass(frozen=True, slots=True)
class Declared:
    """What the file itself cannot tell, where somebody knows it. "" is unknown."""

    status: str = ""
    """draft or issued: a blank number and day are right in a draft only."""
    medium: str = ""
    """paper or electronic."""
    issuer: str = ""
    """The issuer's id in the directory."""
    secret: bool = False
    """The register knows it as secret."""
    external_appendices: bool = False
    """Appendices that are named are sent as files of their own."""
    copies: int | None = None
    """How many copies are issued."""
    argued: frozenset[str] = field(default_factory=frozenset)
