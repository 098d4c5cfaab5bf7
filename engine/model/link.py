"""The signed link that a form carries, so that its return is recognised even under another name.

It names ids only, never a person's data. A link is a hint that spares guessing: what a form says is read from its
labels, and a link that contradicts them is told.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Literal

PROPERTY = "congvan"
"""The user-defined document property that holds the link (docProps/custom.xml, OOXML Part 1, 15.2.12.2)."""

ROW_HEAD = "congvan:dòng"
"""The head of the hidden column of a list whose cells hold each row's own link."""

_MAC_LETTERS = 20
_TEXT = re.compile(r"congvan:1:([\w.~-]*):(\d{1,6}):([\w.~-]*):([\w@.~-]*):([\w.~-]*):([0-9a-f]{20})")


@dataclass(frozen=True, slots=True)
class Link:
    """Which directive, round, unit (agency's id), form ("d02-lt@1040-2020") and person (id) a form belongs to.

    `person` is empty for a list; a row's own link names it, with the same other parts.
    """

    directive: str
    round: int
    unit: str
    form: str
    person: str = ""

    def signed(self, secret: bytes) -> str:
        """The link as text, sealed with HMAC-SHA256 (RFC 2104), truncated to 80 bits."""
        return f"{self._body()}:{_mac(self._body(), secret)}"

    def _body(self) -> str:
        return f"congvan:1:{self.directive}:{self.round}:{self.unit}:{self.form}:{self.person}"


@dataclass(frozen=True, slots=True)
class FoundLink:
    """What a returned file carries: the link, and whether this home sealed it ("sealed", "foreign")."""

    link: Link
    seal: Literal["sealed", "foreign"]


def read_link(text: str, secret: bytes) -> FoundLink | None:
    """The link that the text is; None for any other text."""
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        return None
    directive, round_, unit, form, person, mac = found.groups()
    link = Link(directive, int(round_), unit, form, person)
    right = hmac.compare_digest(mac, _mac(link._body(), secret))
    return FoundLink(link, "sealed" if right else "foreign")


def salt(secret: bytes, key: str) -> str:
    """What is mixed into the private text of the event with this key: the same again, and known to this home only."""
    return hmac.new(secret, b"salt:" + key.encode(), hashlib.sha256).hexdigest()[:32]


def _mac(body: str, secret: bytes) -> str:
    return hmac.new(secret, body.encode(), hashlib.sha256).hexdigest()[:_MAC_LETTERS]
