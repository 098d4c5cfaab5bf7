"""Registers: which book a document is numbered in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.model.agency import NumberingPolicy

SECRET_BOOK = "mat"


def register_of(issuer: str, policy: NumberingPolicy, doctype: str, *, secret: bool = False) -> str:
    """The id of the register from which an issuer numbers a document of this type.

    One sequence for all types, one for each, or one for each group of types, as the head of the agency decided
    (NĐ 30/2020, Điều 15.1); types outside every group share the common sequence. Secret documents have a
    sequence of their own (Điều 15.2). Councils and boards that use the agency's seal number apart (Phụ lục I,
    II.3a): they are agencies of their own in the directory, so their register is their own too.
    """
    if secret:
        return f"{issuer}/{SECRET_BOOK}"
    if policy.scope == "type":
        return f"{issuer}/{doctype}"
    if policy.scope == "groups":
        group = next((g for g in policy.groups if doctype in g), None)
        return issuer if group is None else f"{issuer}/{'+'.join(sorted(group))}"
    return issuer
