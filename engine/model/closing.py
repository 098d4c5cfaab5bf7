"""How a letter ends: signature, nơi nhận, lưu; and what a leader said, who drafted it, how it came in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate
from engine.model.party import Parties, Party, ShortParty


class Signature(Written):
    """Who signs and by which authority (NĐ 30/2020, Điều 13; Phụ lục I, II.7).

    `authority` holds the printed lines from the top: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
    """

    authority: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Quyền hạn, chức vụ", description="Các dòng quyền hạn và chức vụ: TM. …, KT. …, TL. …, TUQ. …, Q. …; chữ in hoa.")
    name: Line | None = Field(None, title="Họ tên", description="Họ và tên người ký; không ghi học hàm, học vị (II.7c).")
    title: Line | None = Field(None, title="Chức danh khác", description="Chức danh khác in ngay trên họ tên, nếu cần.")
    issuer: Slug | None = Field(None, title="Ký cho cơ quan", description="Khi nhiều cơ quan cùng ban hành: mã cơ quan mà người này đại diện.", json_schema_extra={"x-enum": "agencies"})
    missing: bool = Field(False, title="Thiếu chức vụ", description="true: bản gốc không có chức vụ (chỉ khi nhập văn bản cũ).")

    @model_validator(mode="after")
    def _somebody_signs(self) -> Signature:
        if not self.authority and not self.missing:
            raise ValueError("signature-authority")
        return self


class Copy(Written):
    """One line of Nơi nhận; a plain text stands for `to`. `agency` makes it a real recipient of a copy."""

    to: Line | None = Field(None, title="Nơi nhận", description="Tên in ra, không có dấu gạch đầu dòng và dấu chấm phẩy.")
    who: Parties = Field((), title="Cơ quan nhận bản sao", description="Một hoặc nhiều cơ quan, nhóm trong danh bạ thực sự được gửi bản này.")
    purpose: Line | None = Field(None, title="Mục đích", description="để b/c, để biết, để phối hợp …")

    @model_validator(mode="after")
    def _names_somebody(self) -> Copy:
        if self.to is None and not self.who:
            raise ValueError("copy-empty")
        return self


def _read_copy(value: Any) -> Any:
    return {"to": value} if isinstance(value, str) else value


Copies = Annotated[tuple[Annotated[Copy, BeforeValidator(_read_copy)], ...], OneOrMany]


class Filing(Written):
    """The last line of Nơi nhận: “Lưu: VT, QLT (2).”; a list of units stands for `units`."""

    units: Annotated[tuple[Line, ...], OneOrMany] = Field(("VT",), title="Đơn vị lưu", description="VT và đơn vị soạn thảo: [VT, QLT].")
    copies: int | None = Field(None, ge=1, le=99, title="Số bản lưu", description="Số bản lưu, nếu cần ghi.")
    code: Line | None = Field(None, title="Hồ sơ", description="Số và ký hiệu hồ sơ lưu, ví dụ 01.TCCB.")


def _read_filing(value: Any) -> Any:
    return {"units": value} if isinstance(value, str | list | tuple) else value


ShortFiling = Annotated[Filing, BeforeValidator(_read_filing)]


class Drafting(Written):
    """Ô số 12: drafter's initials and the number of copies issued, “PL.(300)” (III.3)."""

    initials: Line | None = Field(None, title="Ký hiệu người soạn thảo", description="Chữ viết tắt tên người soạn thảo.")
    copies: int | None = Field(None, ge=1, title="Số lượng bản", description="Số lượng bản phát hành.")


class Conveyed(Written):
    """The opinion of a leader that the letter conveys (“Phó Chủ tịch … có ý kiến như sau”)."""

    leader: Line = Field(title="Lãnh đạo", description="Chức vụ và họ tên người cho ý kiến.")
    of: Slug | None = Field(None, title="Của cơ quan", description="Cơ quan của người cho ý kiến.", json_schema_extra={"x-enum": "agencies"})
    date: PartialDate | None = Field(None, title="Ngày", description="Ngày cho ý kiến.")
    at: Line | None = Field(None, title="Tại", description="Cuộc họp, hội nghị nơi ý kiến được nêu.")


class Questions(Written):
    """Where questions go, apart from the reports."""

    to: ShortParty = Field(title="Hỏi đáp", description="Cơ quan giải đáp vướng mắc.")
    through: ShortParty | None = Field(None, title="Qua", description="Cơ quan đầu mối.")
    by: Parties = Field((), title="Người hỏi", description="Ai hỏi: cơ quan, hoặc {outside: phụ huynh, học sinh}.")


class Stamp(Written):
    """The ĐẾN stamp of the agency that received it (NĐ 30/2020, Phụ lục IV)."""

    agency: Line = Field(title="Cơ quan nhận", description="Tên cơ quan trên dấu ĐẾN.")
    number: Line | None = Field(None, title="Số đến", description="Số đến.")
    date: PartialDate | None = Field(None, title="Ngày đến", description="Ngày đến.")
    forward: Line | None = Field(None, title="Chuyển", description="Nơi được chuyển.")
    case_file: Line | None = Field(None, title="Số và ký hiệu HS", description="Số và ký hiệu hồ sơ.")


class Routing(Written):
    """One row of the routing grid of an incoming document."""

    unit: Line = Field(title="Đơn vị, người", description="Đơn vị hoặc người trong bảng chuyển.")
    role: Line | None = Field(None, title="Vai trò", description="Chủ trì, phối hợp, để biết …")
    marked: bool = Field(False, title="Được đánh dấu", description="true: ô được đánh dấu X.")


class Incoming(Written):
    """The incoming side of a document, kept for the case file; never printed on our own letters."""

    stamp: Stamp = Field(title="Dấu đến", description="Nội dung dấu ĐẾN.")
    routing: tuple[Routing, ...] = Field((), title="Bảng chuyển", description="Các dòng của bảng chuyển văn bản.")


class Correction(Written):
    """A fault of the source that the spec mends, and why."""

    found: Line = Field(title="Trong bản gốc", description="Chữ trong bản gốc.")
    mended: str = Field("", title="Sửa thành", description="Chữ đúng; bỏ trống là bỏ đi.")
    why: Line = Field(title="Lý do", description="Lỗi quét, lặp từ, sai chính tả …")


class Accepted(Written):
    """A warning that was looked at and is left standing, and why: it is still shown, but asks for nothing."""

    code: Line = Field(title="Mã cảnh báo", description="Mã của cảnh báo, ví dụ SPEC-START-BEFORE-ISSUE, TT-63.")
    why: Line = Field(title="Lý do", description="Vì sao giữ nguyên.")


class Source(Written):
    """Where the wording comes from and what is doubtful about it."""

    kind: Literal["official", "scan", "secondary", "authored"] = Field("authored", title="Loại nguồn", description="official: bản chính; scan: bản quét, OCR; secondary: tin bài, không phải văn bản; authored: soạn mới.")
    file: Line | None = Field(None, title="Tệp", description="Tên tệp nguồn.")
    note: Line | None = Field(None, title="Ghi chú", description="Ghi chú về nguồn.")
    lost: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Phần bị mất", description="Những phần của bản gốc không còn.")
    doubts: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Nghi vấn", description="Chỗ nghi ngờ do quét hoặc chép.")
    corrections: tuple[Correction, ...] = Field((), title="Chỗ đã sửa", description="Lỗi của bản gốc được sửa trong tệp này.")


class Recipient(Party):
    """An addressee (Kính gửi). `lines` are its own lines in a letter made `per: recipient`."""

    lines: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Dòng riêng", description="Những dòng chỉ in trong văn bản gửi nơi nhận này (per: recipient).")
    purpose: Line | None = Field(None, title="Mục đích", description="để thực hiện, để b/c …")
    channel: Slug | None = Field(None, title="Kênh gửi", description="Cách gửi: folder …", json_schema_extra={"x-enum": "channels"})


def _read_recipient(value: Any) -> Any:
    return {"who": value} if isinstance(value, str) else value


Recipients = Annotated[tuple[Annotated[Recipient, BeforeValidator(_read_recipient)], ...], OneOrMany]
