"""The words of the text: TT-85 … TT-88."""

from __future__ import annotations

from collections.abc import Callable

from tests.rules.mutation import Docx, Mutant, Variant

_Edit = Callable[[Docx], object]
_HOUSE, _TYPED, _PROPOSAL = "cong-van", "tay", "to-trinh"
_CLOSING = "Yêu cầu các cơ quan"
_LAST = "nghiêm túc triển khai thực hiện"
_CITED = "Công văn số 15/UBND-VX ngày 01 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Hải Phòng về việc triển khai"


def _ends(words: str, letter: str = _CLOSING) -> _Edit:
    """The closing sentence asks for something else."""
    return lambda d: d.p(letter).replace(_LAST, words)


def _first(text: str) -> _Edit:
    """The first numbered paragraph of the typed letter says this."""
    return lambda d: d.p("1. Bảo hiểm").write(f"1. {text}")


_CAPITALS = tuple(
    Mutant("TT-85", _HOUSE, what, _ends(words))
    for what, words in (
        ("an article", "thực hiện theo điều 5 của Quy chế làm việc"),
        ("a clause", "thực hiện theo quy định tại Khoản 2 Điều 5 của Quy chế làm việc"),
        ("a point", "thực hiện theo quy định tại Điểm a khoản 2 Điều 5 của Quy chế làm việc"),
        ("the state", "thực hiện chủ trương của Đảng và nhà nước"),
        ("the people", "phổ biến đến mọi tầng lớp nhân dân"),
        ("a city", "thực hiện trên địa bàn Thành phố Hải Phòng"),
        ("the special city", "học tập kinh nghiệm của thành phố Hồ Chí Minh"),
        ("the capital", "học tập kinh nghiệm của thủ đô Hà Nội"),
        ("a numbered ward", "thực hiện thí điểm tại phường 5"),
        ("an agency of the directory", "gửi kết quả về Phòng Tài chính - kế hoạch huyện An Lão"),
        ("its name without its place", "gửi kết quả về Phòng tài chính - Kế hoạch huyện"),
        ("a common name", "gửi kết quả về Sở Thông tin và truyền thông"),
        ("a small type word", "gửi kết quả về phòng Giáo dục và Đào tạo huyện An Lão"),
        ("a law", "thực hiện theo luật Bảo hiểm y tế"),
        ("a prime minister", "thực hiện chỉ đạo của thủ tướng Chính phủ"),
    )
)
MUTANTS = (
    *_CAPITALS,
    Mutant(
        "TT-85",
        _HOUSE,
        "a letter with its number",
        _ends(f"thực hiện c{_CITED[1:]} ứng dụng VssID"),
    ),
    Mutant("TT-85", _HOUSE, "an addressee", lambda d: d.p("- Phòng Giáo dục").replace("Đào tạo", "đào tạo")),
    Mutant("TT-86", _HOUSE, "a hyphen", _ends("cài đặt ứng dụng Vss-ID")),
    Mutant("TT-86", _HOUSE, "other capitals", _ends("cài đặt ứng dụng VSSID")),
    Mutant("TT-86", _HOUSE, "a blank", _ends("cài đặt ứng dụng Vss ID")),
    Mutant("TT-86", _HOUSE, "in the subject", lambda d: d.p("V/v").replace("VssID", "VSSID")),
    Mutant("TT-86", _HOUSE, "an abbreviation", _ends("báo cáo Sở LĐTBXH và Phòng LĐ-TBXH")),
    Mutant(
        "TT-86",
        _HOUSE,
        "explained late",
        lambda d: (
            d.p("Để học sinh").replace("thẻ bảo hiểm y tế", "thẻ BHYT"),
            _ends("tham gia bảo hiểm y tế (BHYT)")(d),
        ),
    ),
    Mutant(
        "TT-87", _HOUSE, "a deadline in the past", lambda d: d.p("b) Tổng hợp").replace("tháng 8", "tháng 6")
    ),
    Mutant("TT-87", _TYPED, "at the latest", _ends("thực hiện, chậm nhất ngày 01/02/2021 hoàn thành")),
    Mutant("TT-87", _TYPED, "to be done by", _ends("triển khai, hoàn thành trước ngày 31/01/2021")),
    Mutant(
        "TT-87",
        _TYPED,
        "a start in the past",
        _first("Từ ngày 01/01/2021, các trường học rà soát danh sách học sinh."),
    ),
    Mutant(
        "TT-87",
        _TYPED,
        "carried out from",
        _first("Bảo hiểm xã hội huyện thực hiện từ ngày 15 tháng 01 năm 2021."),
    ),
    Mutant(
        "TT-88",
        _HOUSE,
        "an office's symbol",
        _ends(f"thực hiện {_CITED} ứng dụng VssID".replace("15/UBND-VX", "15/VP-VX")),
    ),
    Mutant(
        "TT-88",
        _HOUSE,
        "another agency's symbol",
        _ends(f"thực hiện {_CITED} ứng dụng VssID".replace("15/UBND-VX", "15/BHXH-TST")),
    ),
    Mutant(
        "TT-88",
        _HOUSE,
        "a plan of another agency",
        _ends(
            f"thực hiện {_CITED} ứng dụng VssID".replace("Công văn số 15/UBND-VX", "Kế hoạch số 15/KH-BHXH")
        ),
    ),
)
_RIGHT = (
    "thực hiện theo điểm a khoản 2 Điều 5 Mục 1 Chương II của Quy chế làm việc",
    "thực hiện công tác quản lý nhà nước, quyết toán ngân sách nhà nước theo quy định",
    "báo cáo Hội đồng nhân dân, Ủy ban nhân dân thành phố Hải Phòng",
    "học tập kinh nghiệm của Thành phố Hồ Chí Minh, Thủ đô Hà Nội, Quận 1 và Phường 5",
    "gửi kết quả về Phòng Tài chính - Kế hoạch huyện An Lão và Sở Thông tin và Truyền thông",
    "chấp hành pháp luật Việt Nam và Luật Bảo hiểm y tế",
    "cài đặt ứng dụng VNeID và VssID",
    "thực hiện chính sách bảo hiểm xã hội đối với công an xã, thị trấn",
    f"thực hiện {_CITED} ứng dụng VssID",
    f"thực hiện {_CITED} ứng dụng VssID".replace("15/UBND-VX", "15/STTTT-VT").replace(
        "Ủy ban nhân dân thành phố", "Sở Thông tin và Truyền thông thành phố"
    ),
    "rà soát các hợp đồng đã ký trước ngày 01/01/2020",
    "tổng hợp số liệu từ ngày 01/01/2021 đến ngày 30/6/2021",
)
_BOUND = (
    "góp phần vào tiến bộ khoa học và công nghệ của huyện",
    "bồi dưỡng cán bộ giáo dục và đào tạo",
    "áp dụng đồng bộ khoa học và công nghệ",
    "giao Trưởng phòng Giáo dục và Đào tạo huyện An Lão theo dõi",
    "giao Phó Trưởng phòng Tài chính - Kế hoạch huyện An Lão theo dõi",
    "báo cáo trên cơ sở giáo dục và đào tạo đã có",
)
"""A name's first word is part of another word."""
VARIANTS = (
    *(Variant(_HOUSE, words[:60], _ends(words)) for words in _BOUND),
    *(Variant(_HOUSE, words[:60], _ends(words)) for words in _RIGHT),
    Variant(
        _TYPED,
        "a sentence begins",
        _first("Khoản 2 Điều 5 của Quy chế được áp dụng. Điểm a khoản 1 không áp dụng."),
    ),
    Variant(
        _TYPED,
        "a fact of the past",
        _first("Từ ngày 01/01/2021, các trường học đã rà soát danh sách học sinh."),
    ),
    Variant(_TYPED, "no day yet", lambda d: d.p("An Lão, ngày").replace("05", "  ")),
)
