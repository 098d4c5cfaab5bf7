"""Letters given together: TT-84 and TT-88."""

from __future__ import annotations

from collections.abc import Callable

from engine.rules.case import Entry, Known
from tests.rules.good_letters import known
from tests.rules.mutation import BundleMutant, Docx

_Edit = Callable[[Docx], object]
_HOUSE, _PROPOSAL = "cong-van", "to-trinh"
_LAST = "nghiêm túc triển khai thực hiện"
_CITED = (
    "Tờ trình số 1186/TTr-BHXH ngày 16 tháng 7 năm 2021 của Bảo hiểm xã hội huyện An Lão về việc triển khai "
    "sử dụng "
    "dịch vụ trên ứng dụng VssID"
)


def _same(docx: Docx) -> None:
    """Left as it is."""


def _cites(old: str = "", new: str = "") -> _Edit:
    """The closing sentence cites the proposal, with one thing of the citation changed."""
    return lambda d: d.p("Yêu cầu các cơ quan").replace(_LAST, f"thực hiện {_CITED.replace(old, new)}")


def _register(number: int, symbol: str, issuer: str, day: str, subject: str) -> Known:
    return Known(
        known().directory, known().doctypes, known().act_types, (Entry(number, symbol, issuer, day, subject),)
    )


_OURS, _THEIRS = "Ủy ban nhân dân huyện An Lão", "Bảo hiểm xã hội huyện An Lão"


def _subject(docx: Docx) -> None:
    docx.p("V/v").replace("triển khai ứng dụng VssID cho học sinh", "kiểm tra công tác văn thư")


BUNDLES = (
    BundleMutant("TT-84", "one number, two subjects", ((_HOUSE, _same), (_HOUSE, _subject))),
    BundleMutant(
        "TT-84",
        "one number, two days",
        ((_HOUSE, _same), (_HOUSE, lambda d: d.p("An Lão, ngày").replace("16", "17"))),
    ),
    BundleMutant(
        "TT-84",
        "the register has another letter",
        ((_HOUSE, _same),),
        known=_register(1186, "UBND-VP", _OURS, "2021-07-15", "kiểm tra công tác văn thư"),
    ),
    BundleMutant("TT-88", "another day", ((_HOUSE, _cites("16 tháng 7", "15 tháng 7")), (_PROPOSAL, _same))),
    BundleMutant(
        "TT-88",
        "another issuer",
        ((_HOUSE, _cites("huyện An Lão", "thành phố Hải Phòng")), (_PROPOSAL, _same)),
    ),
    BundleMutant(
        "TT-88",
        "another subject",
        (
            (
                _HOUSE,
                _cites("triển khai sử dụng dịch vụ trên ứng dụng VssID", "cấp kinh phí sửa chữa trụ sở"),
            ),
            (_PROPOSAL, _same),
        ),
    ),
    BundleMutant("TT-88", "another number", ((_HOUSE, _cites("1186", "1168")), (_PROPOSAL, _same))),
    BundleMutant(
        "TT-88",
        "the register says another day",
        ((_HOUSE, _cites()),),
        known=_register(
            1186, "TTr-BHXH", _THEIRS, "2021-07-14", "triển khai sử dụng dịch vụ trên ứng dụng VssID"
        ),
    ),
)
