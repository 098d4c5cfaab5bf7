"""What all written values share: frozen, strict about keys, explained in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80),
]
"""An identifier that a clerk types: lower-case ASCII letters, digits and single hyphens."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\n]*$")]
"""One line of Vietnamese text."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
"""Paragraphs separated by blank lines; may hold **bold**, *italic* and [[references]]."""


class Written(BaseModel):
    """A value that a clerk writes in YAML. Unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True, coerce_numbers_to_str=True)


def as_tuple(value: Any) -> Any:
    """One value where a list is expected stands for a list of one."""
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable) or isinstance(value, dict):
        return (value,)
    return tuple(value)


OneOrMany = BeforeValidator(as_tuple)
"""Marks a tuple field that may be written as a single value."""
