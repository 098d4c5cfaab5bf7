"""Typed anew in any of the ways of clerks, a declaration says the same, or what is not read is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.intake.declarations import read_declaration
from engine.model.person import Person
from engine.word.reading import read_word

from .declared_people import DAY, SECRET, library, shipped_lists
from .retyped import Piece, typed

RECORD = {
    "name": ("[01]", "Họ và tên (viết chữ in hoa)"),
    "gender": ("[02]", "Giới tính"),
    "birth": ("[03]", "Ngày, tháng, năm sinh"),
    "ethnicity": ("[05]", "Dân tộc"),
    "identifiers.citizen_id": ("[06]", "Số CMND/CCCD/Hộ chiếu"),
    "contact.phone": ("[07]", "Điện thoại"),
    "contact.email": ("[08]", "Email (nếu có)"),
}
ANEW = {
    "name": ("[14.1]", "Họ và tên (viết chữ in hoa)"),
    "gender": ("[14.2]", "Giới tính"),
    "birth": ("[14.3]", "Ngày, tháng, năm sinh"),
    "identifiers.citizen_id": ("[14.5]", "Số CMND/CCCD/Hộ chiếu"),
}
SOCIAL = ("[13]", "Mã số BHXH")
VALUES = {
    "name": st.sampled_from(["Trần Văn Ba", "Y Bhiông Niê", "Nguyễn Thị Hoà", "Lê Mỹ Xã"]),
    "gender": st.sampled_from(["Nam", "Nữ"]),
    "birth": st.sampled_from(["07/03/1985", "03/1990", "2001", "7/3/1985", "7-3-1985"]),
    "ethnicity": st.sampled_from(["Kinh", "Ê-đê", "Xơ-đăng"]),
    "identifiers.citizen_id": st.sampled_from(["031185000123", "001090000456", "012345678"]),
    "contact.phone": st.sampled_from(["0912345678", "0912.345.678", "+84 912 345 678"]),
    "contact.email": st.sampled_from(["ba@example.vn", "hoa.nguyen@bhxh.gov.vn"]),
}
MEANT = {
    "Nam": "nam", "Nữ": "nu", "07/03/1985": "1985-03-07", "7/3/1985": "1985-03-07", "7-3-1985": "1985-03-07",
    "03/1990": "1990-03", "Kinh": "01", "Ê-đê": "12", "Xơ-đăng": "14", "0912.345.678": "0912345678",
    "+84 912 345 678": "0912345678",
}  # fmt: skip
Box = tuple[str, str, str]
"""Number, name, what stands there."""


@dataclass(frozen=True)
class Hand:
    """How somebody types."""

    numbers: bool
    accents: bool
    hints: bool
    colon: str
    around: str
    layout: str
    headings: bool

    def label(self, number: str, name: str) -> str:
        shown = name if self.hints else name.split(" (")[0]
        shown = shown if self.accents else _plain(shown)
        return f"{number}. {shown}" if self.numbers else shown

    def heading(self, text: str) -> list[Piece]:
        return [text if self.accents else _plain(text)] if self.headings else []

    def boxes(self, boxes: list[Box]) -> list[Piece]:
        if self.layout == "beside":
            return [[[self.label(number, name), value] for number, name, value in boxes]]
        if self.layout == "below" and len(boxes) > 1 and all(value for _, _, value in boxes):
            return [[[self.label(n, name) for n, name, _ in boxes], [value for _, _, value in boxes]]]
        lines = [
            f"{self.label(n, name)}{self.colon}{self.around}{value}{self.around}" for n, name, value in boxes
        ]
        if self.layout == "two":
            return ["   ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
        return list(lines)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).replace("Đ", "D").replace("đ", "d")
    return "".join(c for c in letters if not unicodedata.combining(c))


HANDS = st.builds(
    Hand,
    numbers=st.booleans(),
    accents=st.booleans(),
    hints=st.booleans(),
    colon=st.sampled_from([":", ": ", " : "]),
    around=st.sampled_from(["", " ", "......", "………", "____", "\t"]),
    layout=st.sampled_from(["line", "two", "beside", "below"]),
    headings=st.booleans(),
)


def _filled(names: Mapping[str, tuple[str, str]]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({key: st.just("") | VALUES[key] for key in names})


def _told(person: Person) -> dict[str, str]:
    found = {path: str(value.value) for path, value in person.told().items()}
    card = found.pop("identifiers.old_card", "")
    return found | ({"identifiers.citizen_id": card} if card else {})


def _meant(values: Mapping[str, str]) -> dict[str, str]:
    return {key: MEANT.get(text, text) for key, text in values.items() if text}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hand=HANDS, record=_filled(RECORD), anew=_filled(ANEW), torn=st.sampled_from([0, 0, 2, 5]))
def test_it_says_the_same(hand: Hand, record: dict[str, str], anew: dict[str, str], torn: int) -> None:
    pieces: list[Piece] = [
        "TỜ KHAI",
        *hand.heading("I. Áp dụng đối với người tham gia tra cứu không thấy mã số BHXH"),
    ]
    pieces += hand.boxes([(*RECORD[key], text) for key, text in record.items()])
    pieces += hand.heading("II. Áp dụng đối với người tham gia đã có mã số BHXH đề nghị đăng ký, điều chỉnh")
    pieces += hand.boxes([(*SOCIAL, "0109876543")])
    pieces += hand.boxes([(*ANEW[key], text) for key, text in anew.items()])
    word = read_word(typed(pieces, torn=torn), "x.docx")
    reading = read_declaration(word, {}, library().forms, shipped_lists(), DAY, SECRET)
    assert len(reading.people) == 1
    found = reading.people[0]
    assert _told(found.record) == _meant(record) | {"identifiers.social_number": "0109876543"}
    assert _told(found.changes) == _meant(anew)
