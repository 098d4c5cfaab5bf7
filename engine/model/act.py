"""Legal bases and other documents that a directive cites or is linked to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from engine.model.base import Line, Slug, Written
from engine.model.dates import PartialDate

LinkKind = Literal["can-cu", "tra-loi", "kem-theo", "de-xuat", "thuc-hien", "chuyen-tiep", "thay-the", "sua-doi", "bai-bo", "dan-chieu"]
NAMED_ONLY = frozenset({"luat", "phap-lenh", "bo-luat", "hien-phap"})
"""Acts cited by type and name only (NĐ 30/2020, Phụ lục I, II.6a-b)."""


class Act(Written):
    """A cited document. `type` is a doctype's id, or luat, phap-lenh, nghi-dinh, thong-tu … of the normative acts.

    A basis is printed as a line of the căn cứ block, unless its `id` is cited in prose as [[id]] (then the tool
    prints the full citation at the first mention and the short one later, II.6b), or `as` says otherwise.
    """

    id: Slug | None = Field(None, title="Mã viện dẫn", description="Mã để viện dẫn trong lời văn: [[mã]].")
    act: Line | None = Field(None, title="Số, ký hiệu", description="Số, ký hiệu đầy đủ, ví dụ 395/KH-BHXH.")
    type: Slug | None = Field(None, title="Loại văn bản", description="ke-hoach, cong-van, quyet-dinh, luat, nghi-dinh, thong-tu …", json_schema_extra={"x-enum": "act-types"})
    title: Line | None = Field(None, title="Tên", description="Tên luật, pháp lệnh; hoặc tên gọi đặc biệt của văn bản.")
    date: PartialDate | None = Field(None, title="Ngày ban hành", description="Ngày, tháng, năm ban hành.")
    issuer: Line | None = Field(None, title="Cơ quan ban hành", description="Mã cơ quan trong danh bạ, hoặc tên cơ quan như in ra.")
    issuer_as: Line | None = Field(None, title="Cách gọi cơ quan", description="Tên cơ quan như in trong viện dẫn, nếu khác tên trong danh bạ.")
    about: Line | None = Field(None, title="Trích yếu", description="Trích yếu nội dung, bắt đầu bằng chữ thường: “về việc …” hoặc nội dung quyết định.")
    directive: Slug | None = Field(None, title="Chỉ đạo trong hệ thống", description="Mã chỉ đạo (tệp YAML) của chính văn bản này, để nối mạch văn bản.", json_schema_extra={"x-enum": "directives"})
    link: LinkKind | None = Field(None, title="Quan hệ", description="can-cu, tra-loi (trả lời), kem-theo, de-xuat (theo đề xuất), thuc-hien, chuyen-tiep, thay-the, sua-doi, bai-bo, dan-chieu.")
    lead: Line | None = Field(None, title="Chữ mở đầu", description="“Căn cứ” (mặc định), “Theo”, “Xét đề nghị của …”.")
    oral: Line | None = Field(None, title="Chỉ đạo bằng lời", description="Ý kiến chỉ đạo không có số, ký hiệu, ví dụ “chỉ đạo của Thủ tướng Chính phủ tại Hội nghị”.")
    as_: Literal["line", "text", "none"] | None = Field(None, alias="as", title="Cách in", description="line: một dòng căn cứ; text: chỉ viện dẫn trong lời văn; none: không in, chỉ lưu quan hệ.")
    text: Line | None = Field(None, title="Nguyên văn dòng căn cứ", description="Lời văn in nguyên cho dòng căn cứ này.")

    @model_validator(mode="after")
    def _identifies_something(self) -> Act:
        if not (self.act or self.title or self.directive or self.oral or self.text):
            raise ValueError("act-empty")
        return self


class Link(Written):
    """A relation to another directive or document that the letter need not print."""

    kind: LinkKind = Field(title="Quan hệ", description="tra-loi, can-cu, kem-theo, de-xuat, thuc-hien, chuyen-tiep, thay-the, sua-doi, bai-bo, dan-chieu.")
    directive: Slug | None = Field(None, title="Chỉ đạo", description="Mã chỉ đạo trong hệ thống.", json_schema_extra={"x-enum": "directives"})
    act: Line | None = Field(None, title="Văn bản", description="Mã viện dẫn hoặc số, ký hiệu văn bản.")
    note: Line | None = Field(None, title="Ghi chú", description="Ghi chú về quan hệ.")

    @model_validator(mode="after")
    def _has_an_end(self) -> Link:
        if self.directive is None and self.act is None:
            raise ValueError("link-empty")
        return self


class Amendment(Written):
    """What this document does to an earlier one: replaces, repeals or amends it."""

    act: Line | None = Field(None, title="Văn bản", description="Mã viện dẫn hoặc số, ký hiệu văn bản bị tác động.")
    directive: Slug | None = Field(None, title="Chỉ đạo", description="Mã chỉ đạo trong hệ thống bị tác động.", json_schema_extra={"x-enum": "directives"})
    changes: Line | None = Field(None, title="Nội dung sửa đổi", description="Nội dung được sửa đổi, bổ sung hoặc bãi bỏ.")

    @model_validator(mode="after")
    def _has_an_object(self) -> Amendment:
        if self.directive is None and self.act is None:
            raise ValueError("amendment-empty")
        return self


class Effect(Written):
    """When the document takes effect, and which earlier ones it ends or changes."""

    from_: PartialDate | None = Field(None, alias="from", title="Có hiệu lực từ", description="Ngày có hiệu lực; bỏ trống là ngày ký.")
    until: PartialDate | None = Field(None, title="Hết hiệu lực", description="Ngày hết hiệu lực, nếu biết.")
    replaces: tuple[Amendment, ...] = Field((), title="Thay thế", description="Văn bản bị thay thế.")
    repeals: tuple[Amendment, ...] = Field((), title="Bãi bỏ", description="Văn bản bị bãi bỏ.")
    amends: tuple[Amendment, ...] = Field((), title="Sửa đổi, bổ sung", description="Văn bản được sửa đổi, bổ sung.")
    print_: Literal["auto", "always", "never"] = Field("auto", alias="print", title="In ra", description="auto: in khi lời văn chưa nêu.")
