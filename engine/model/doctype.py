"""The 29 document types of NĐ 30/2020 (Điều 7) as data, and the acts that may be cited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate


class Doctype(Written):
    """One document type: its abbreviation, template and the parts that its layout prints."""

    id: Slug = Field(title="Mã loại", description="cong-van, ke-hoach, to-trinh …")
    name: Line = Field(title="Tên loại", description="Tên loại, chữ thường: “kế hoạch”.")
    abbreviation: Line | None = Field(None, title="Chữ viết tắt", description="Chữ viết tắt trong ký hiệu (Phụ lục III, Mục I); công văn và thư công không có.")
    template: Line | None = Field(None, title="Mẫu Word", description="Tên tệp mẫu trong templates/docx; bỏ trống là chưa có mẫu, chỉ lập kế hoạch được.")
    model: Line | None = Field(None, title="Mẫu của Nghị định", description="Mẫu 1.1 … 1.10 của Phụ lục III.")
    shows_name: bool = Field(True, title="In tên loại", description="false với công văn.")
    addressed: Literal["always", "upward", "never"] = Field("never", title="Kính gửi", description="always: luôn có; upward: khi trình, báo cáo cấp trên; never: không có.")
    subject_style: Literal["v-v", "named"] = Field("named", title="Kiểu trích yếu", description="v-v: “V/v …” dưới số, ký hiệu; named: dưới tên loại, in đậm.")
    bases_block: bool = Field(True, title="Khối căn cứ", description="true: căn cứ in thành khối ở đầu.")
    body: Literal["tasks", "sections", "articles"] = Field("tasks", title="Bố cục", description="tasks: khoản; sections: mục I., II.; articles: Điều 1, Điều 2.")
    copies_line: Line | None = Field(None, title="Dòng đầu Nơi nhận", description="“Như trên”, “Như Điều 2” …")
    requires: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Thành phần bắt buộc", description="Các khóa bắt buộc phải có: recipients, bases, sign …")
    basis: Line = Field(title="Căn cứ pháp lý", description="Điều khoản quy định.")
    note: Line | None = Field(None, title="Ghi chú", description="Mức chắc chắn, nguồn.")


class ActType(Written):
    """A type of act that may be cited though this office does not issue it (luật, nghị định, thông tư …)."""

    id: Slug = Field(title="Mã loại", description="luat, nghi-dinh, thong-tu …")
    name: Line = Field(title="Tên loại", description="Tên loại, viết hoa chữ đầu khi viện dẫn: “Nghị định”.")
    named_only: bool = Field(False, title="Chỉ ghi tên", description="true: luật, pháp lệnh, chỉ ghi tên loại và tên luật (II.6a).")


class DoctypeFile(Written):
    """One file of specs/doctypes."""

    doctypes: tuple[Doctype, ...] = Field((), title="Loại văn bản", description="Các loại văn bản.")
    act_types: tuple[ActType, ...] = Field((), title="Loại văn bản được viện dẫn", description="Luật, nghị định, thông tư …")


class Calendar(Written):
    """Holidays and swap days that the general calendar does not know."""

    name: Line = Field(title="Tên lịch", description="Ví dụ “Lịch nghỉ lễ, Tết năm 2023”.")
    basis: Line = Field(title="Căn cứ", description="Thông báo, quyết định về lịch nghỉ.")
    holidays: tuple[PartialDate, ...] = Field((), title="Ngày nghỉ", description="Ngày nghỉ thêm (nghỉ bù, hoán đổi).")
    working: tuple[PartialDate, ...] = Field((), title="Ngày làm bù", description="Thứ bảy, Chủ nhật phải đi làm.")
