"""Registers: one book of numbers for a year, named "issuer/sequence", secret ones "issuer/sequence/mat"."""

from __future__ import annotations

SECRET_SEQUENCE = "mat"
"""Secret documents are numbered apart (NĐ 30/2020, Điều 15.2)."""


def is_secret(register: str) -> bool:
    """Whether the register numbers secret documents."""
    return register.endswith(f"/{SECRET_SEQUENCE}")
