"""Names of synthetic people: common words put together by chance, so none of them is meant to be anybody."""

from __future__ import annotations

import unicodedata
from random import Random

_SURNAMES = {
    "Nguyễn": 38, "Trần": 12, "Lê": 9, "Phạm": 8, "Hoàng": 4, "Phan": 4, "Vũ": 5, "Võ": 2, "Đặng": 3, "Bùi": 3,
    "Đỗ": 3, "Hồ": 1, "Ngô": 2, "Dương": 1, "Lý": 1, "Đào": 1, "Đinh": 1, "Lương": 1, "Mai": 1, "Tô": 1, "Ứng": 1,
}  # fmt: skip
_MIDDLES = {
    "nam": "Văn Văn Văn Hữu Đức Công Quang Minh Xuân Đình Ngọc Thanh Tuấn Trọng Viết Bá Duy Anh Gia Khắc",
    "nu": "Thị Thị Thị Thị Thu Ngọc Thanh Hồng Kim Mỹ Phương Thùy Thuỳ Khánh Diệu Ánh Ái Bích Hoài",
}
_GIVEN = {
    "nam": (
        "Anh Bình Cường Chiến Dũng Duy Đạt Đức Giang Hải Hiếu Hòa Hoà Hoàng Hùng Hưng Huy Khánh Khoa Kiên Lâm Long "
        "Mạnh Minh Nam Nghĩa Phong Phúc Quân Quý Sơn Tài Thái Thành Thắng Thịnh Tiến Toàn Trung Tuấn Tùng Việt Vinh"
    ),
    "nu": (
        "Anh Ánh Bích Châu Chi Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hòa Hoà Hồng Huế Huệ Hương Lan Liên Linh "
        "Loan Mai My Nga Ngân Ngọc Nhung Oanh Phương Quỳnh Thảo Thoa Thu Thúy Thuý Thủy Thuỷ Trang Trinh Tuyết Vân Yến"
    ),
}
_OTHERS = {
    "nam": ("Y Bhiông Niê", "K'Brôih", "Y Moan Êban", "Vàng A Páo", "Sùng A Chứ", "Lò Văn Ơn", "Rơ Châm Hyơi"),
    "nu": ("H'Hen Niê", "H'Lim Kbuôr", "Ka Să K'Thủy", "Giàng Thị Mỷ", "H'Bia Mlô", "Lò Thị Ín", "Y Bắc Xơ-đăng"),
}  # fmt: skip


def name_of(gender: str, random: Random) -> str:
    """A person's name: mostly Kinh, of two to four words, some of other peoples."""
    if random.random() < 0.02:
        return random.choice(_OTHERS[gender])
    surname = random.choices(list(_SURNAMES), weights=list(_SURNAMES.values()))[0]
    if gender == "nu" and random.random() < 0.3:
        middle = ["Thị", random.choice([one for one in _MIDDLES["nu"].split() if one != "Thị"])]
    elif random.random() < 0.04:
        middle = []
    else:
        middle = [random.choice(_MIDDLES[gender].split())]
    last = middle[-1] if middle else surname
    return " ".join([surname, *middle, random.choice([one for one in _GIVEN[gender].split() if one != last])])


def twin_name(name: str, gender: str, random: Random) -> str:
    """A brother's or sister's name: only the given name is another."""
    *before, given = name.split()
    return " ".join(
        [*before, random.choice([one for one in _GIVEN[gender].split() if one not in (given, *before)])]
    )


def wrong_name(name: str, random: Random) -> str:
    """The name as an office wrote it wrongly: a tone lost, a word left out, đ for d, i for y."""
    ways = [_tone_lost, _word_left_out, _letter_changed]
    random.shuffle(ways)
    for way in ways:
        if (wrong := way(name, random)) != name and len(wrong.split()) >= 2:
            return wrong
    return f"{name} Anh" if not name.endswith("Anh") else f"{name} Minh"


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def without_tone(word: str) -> str:
    """The word without its tone; its letters stay: "Hải" is "Hai", "Lương" stays."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES)
    return unicodedata.normalize("NFC", bare)


def _tone_lost(name: str, random: Random) -> str:
    words = name.split()
    toned = [n for n, word in enumerate(words) if without_tone(word) != word]
    if toned:
        n = random.choice(toned)
        words[n] = without_tone(words[n])
    return " ".join(words)


def _word_left_out(name: str, random: Random) -> str:
    words = name.split()
    if len(words) > 2:
        del words[random.randrange(1, len(words) - 1)]
    return " ".join(words)


def _letter_changed(name: str, _: Random) -> str:
    for right, wrong in (
        ("Đ", "D"),
        ("Thúy", "Thúi"),
        ("Quý", "Quí"),
        ("Thị", "Thi"),
        ("Vũ", "Võ"),
        ("ơ", "o"),
    ):
        if right in name:
            return name.replace(right, wrong, 1)
    return name
