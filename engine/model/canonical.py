"""One text for one value: the JSON that is hashed, signed and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

ALGORITHM = "sha256"
DIGEST_LENGTH = 64


def canonical_json(value: Any) -> str:
    """JSON with sorted keys, no blanks and letters as they are; equal values give equal text everywhere.

    Tuples become lists. Raises ValueError for what has no single text: floats (their digits differ between
    programs), keys that are not text, half surrogate pairs and NUL (which databases refuse).
    """
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of_text(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal."""
    return digest_of_bytes(text.encode("utf-8"))


def digest_of_bytes(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal: the name of a document."""
    return hashlib.sha256(data).hexdigest()


def is_digest(text: str) -> bool:
    """Whether the text can be a SHA-256 in lower-case hexadecimal."""
    return len(text) == DIGEST_LENGTH and not set(text) - set("0123456789abcdef")


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_plain(item) for item in value]
    raise ValueError(f"{type(value).__name__} has no canonical JSON")


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise ValueError(f"a key of canonical JSON is text, not {type(key).__name__}")
    return _text(key)


def _text(text: str) -> str:
    if "\0" in text:
        raise ValueError("canonical JSON holds no NUL")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("canonical JSON holds no half surrogate pair") from error
    return str(text)
