"""The contract between a letter and its template: what every template may print, ready worded and broken.

Every field is a name in the templates (`{{ number }}`, `{%p for line in issuer_lines %}`). Text that
may be bold
or italic is a tuple of `Run` and is printed with `{{r … |runs }}`; all else is plain text. Lengths are
millimetres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from engine.render.docx import Properties
from engine.wording.inline import Run

BlockKind = Literal[
    "paragraph",
    "chapter",
    "chapter-title",
    "section",
    "subsection",
    "article",
    "clause-title",
    "clause",
    "point",
    "dash",
    "plus",
    "note",
    "caption",
    "picture",
    "table",
]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; `widths` of its columns, `centred` and `right` the ordinals (from 0) of columns so aligned; `closes`
    where it is the last of its text and `./.` stands below it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[float, ...]
    centred: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    closes: bool = False


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: `key` names its bytes in the document's media; `ordinal` is unique in the document,
    from 1."""

    key: str
    ordinal: int
    width: float
    height: float
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, picture or table of a text. `label` is its number with the blank after it: "1. ",
    "a) ", "- "."""

    kind: BlockKind
    text: tuple[Run, ...] = ()
    label: str = ""
    table: TableView | None = None
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp of urgency or secrecy, boxed 20, 30 or 40 × 8 mm: narrow, middle, wide (III.2)."""

    text: str
    size: Literal["narrow", "middle", "wide"]


@dataclass(frozen=True, slots=True)
class Signer:
    """Ô 7: lines of authority and post from the top; another title above the name; the name; above all the agency
    signed for, where several issue together. Empty parts print nothing."""

    authority: tuple[str, ...]
    name: str
    title: str = ""
    agency_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppendixView:
    """An appendix: "Phụ lục II", its title in lines, "(Kèm theo …)", and its text."""

    label: str
    title_lines: tuple[str, ...]
    attached_to: str
    rule: float
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class LetterView:
    """Everything a template prints. Groups follow the cells (ô) of NĐ 30/2020, Phụ lục I, Mục IV."""

    superior_lines: tuple[str, ...]
    issuer_lines: tuple[str, ...]
    issuer_rule: float
    motto_rule: float
    number: str
    symbol: str
    place: str
    date: str
    subject: str
    type_lines: tuple[str, ...] = ()
    subject_lines: tuple[str, ...] = ()
    subject_rule: float = 0
    addressees: tuple[str, ...] = ()
    sender: str = ""
    authority_lines: tuple[str, ...] = ()
    enacting: str = ""
    bases: tuple[tuple[Run, ...], ...] = ()
    blocks: tuple[Block, ...] = ()
    signers: tuple[Signer, ...] = ()
    signer_pairs: tuple[tuple[Signer, Signer], ...] = ()
    receivers: tuple[str, ...] = ()
    filing: str = ""
    drafter: str = ""
    stamps: tuple[Stamp, ...] = ()
    draft: str = ""
    top_marks: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()
    appendices: tuple[AppendixView, ...] = ()

    def context(self) -> dict[str, Any]:
        """The view as plain data, as the template sees it."""
        return asdict(self)


ALWAYS_USED = frozenset(
    {"issuer_lines", "number", "symbol", "place", "date", "blocks", "signers", "receivers", "filing"}
)
"""What every letter's template must print: ô 2, 3, 4, 6, 7, 9b."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A view with what is not printed by the template's words: size of text, properties, bytes of
    pictures."""

    view: LetterView
    size: Literal[13, 14]
    properties: Properties
    media: Mapping[str, bytes]


def view_variables(kind: type = LetterView, prefix: str = "") -> frozenset[str]:
    """Every name a template may use, with dots into parts: `subject`, `appendices.title_lines`,
    `blocks.kind`."""
    found: set[str] = set()
    hints = get_type_hints(kind)
    for entry in fields(kind):
        name = f"{prefix}{entry.name}"
        found.add(name)
        for inner in _dataclasses_in(hints[entry.name]):
            found |= view_variables(inner, f"{name}.")
    return frozenset(found)


def _dataclasses_in(hint: Any) -> tuple[type, ...]:
    if isinstance(hint, type) and is_dataclass(hint):
        return (hint,)
    if get_origin(hint) in (tuple, Union, UnionType):
        return tuple(inner for argument in get_args(hint) for inner in _dataclasses_in(argument))
    return ()
