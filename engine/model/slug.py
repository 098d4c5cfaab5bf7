"""Names of folders and files made from Vietnamese names: safe on every system, the same every time."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from engine.model.canonical import digest_of_text

MAX_LENGTH = 100
"""In bytes, which are letters here."""

_SUFFIX = 8
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin", "conout", "clock"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_WITHOUT_DECOMPOSITION = str.maketrans(
    {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "ss", "æ": "ae", "Æ": "ae"}
)


def slug(text: str) -> str:
    """The text in [a-z0-9-]: đ is d, diacritics are gone, all else is a hyphen; never empty, at most 100 bytes.

    Names that Windows keeps for devices (CON, NUL, COM1 …) get a mark; a text without any Latin letter or
    digit is named by its hash. The way in which the accents were typed (NFC, NFD) makes no difference.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_WITHOUT_DECOMPOSITION)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_WITHOUT_DECOMPOSITION)
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not name:
        return f"x-{_mark(unicodedata.normalize('NFC', text))}"
    if name in _RESERVED:
        name = f"{name}-x"
    return name if len(name) <= MAX_LENGTH else _shortened(name, name)


def distinct_slugs(names: Mapping[str, str]) -> dict[str, str]:
    """A slug for each id, by its name; names with equal slugs all get a suffix made from their ids.

    The suffix depends on nothing else, so the order of the names does not matter.
    """
    found = {key: slug(name) for key, name in names.items()}
    attempt = 0
    while crowded := [name for name, count in Counter(found.values()).items() if count > 1]:
        attempt += 1
        for key in [key for key, name in found.items() if name in crowded]:
            found[key] = _shortened(slug(names[key]), key if attempt == 1 else f"{key} {attempt}")
    return found


def _shortened(name: str, source: str) -> str:
    return f"{name[: MAX_LENGTH - _SUFFIX - 1].rstrip('-')}-{_mark(source)}"


def _mark(source: str) -> str:
    return digest_of_text(source.encode("utf-8", "backslashreplace").decode("utf-8"))[:_SUFFIX]
