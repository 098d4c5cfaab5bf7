"""True numbers of persons, made by another road than the one that reads them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from engine.model.person import Gender

from .conftest import shipped

PROVINCES = sorted(shipped().known("tinh-khai-sinh"))


@dataclass(frozen=True)
class Citizen:
    """A citizen's number with what it tells."""

    number: str
    year: int
    gender: Gender


@st.composite
def citizens(draw: st.DrawFn) -> Citizen:
    """Numbers of citizens born from 1900 to 2026 in any of the 63 provinces."""
    province = draw(st.sampled_from(PROVINCES))
    year = draw(st.integers(1900, 2026))
    gender = draw(st.sampled_from(Gender))
    digit = 2 * (year // 100 - 19) + (gender is Gender.FEMALE)
    return Citizen(f"{province}{digit}{year % 100:02d}{draw(digits(6))}", year, gender)


def digits(length: int) -> st.SearchStrategy[str]:
    """Texts of so many digits."""
    return st.text("0123456789", min_size=length, max_size=length)
