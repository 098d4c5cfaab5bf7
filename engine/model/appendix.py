"""What follows the main text: appendices made of steps, pictures, tables, lists and contacts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from engine.model.base import Line, Prose, Slug, Written


class Contact(Written):
    """A person or an office to ask. `private` marks a private person's number, which other outputs mask."""

    name: Line = Field(title="Tên", description="Họ tên hoặc tên bộ phận.")
    phone: Line | None = Field(None, title="Điện thoại", description="Số điện thoại như in ra.")
    email: Line | None = Field(None, title="Thư điện tử", description="Địa chỉ thư điện tử.")
    role: Line | None = Field(None, title="Chức vụ", description="Chức vụ hoặc phạm vi phụ trách.")
    private: bool = Field(False, title="Thông tin cá nhân", description="true: số riêng của cá nhân, được che ở nơi không cần.")


class Step(Written):
    """One step of a procedure, with its pictures."""

    label: Line | None = Field(None, title="Nhãn", description="Nhãn in ra thay cho “Bước n”.")
    text: Prose = Field(title="Nội dung", description="Việc phải làm ở bước này.")
    images: tuple[Line, ...] = Field((), title="Hình ảnh", description="Đường dẫn tệp ảnh (png, jpg) tính từ tệp YAML.")
    lost_image: bool = Field(False, title="Hình đã mất", description="true: bản gốc có hình nhưng hình bị mất.")
    note: Prose | None = Field(None, title="Ghi chú", description="Ghi chú dưới bước.")


class Table(Written):
    """A table with a heading row."""

    columns: tuple[Line, ...] = Field(min_length=1, title="Cột", description="Tiêu đề các cột.")
    rows: tuple[tuple[str, ...], ...] = Field((), title="Dòng", description="Các dòng, mỗi dòng đủ số cột.")
    widths: tuple[int, ...] = Field((), title="Độ rộng", description="Tỷ lệ độ rộng các cột.")

    @model_validator(mode="after")
    def _rows_fit(self) -> Table:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("table-row-length")
        if self.widths and len(self.widths) != len(self.columns):
            raise ValueError("table-widths-length")
        return self


class Block(Written):
    """One piece of an appendix: exactly one of its keys."""

    heading: Line | None = Field(None, title="Tiêu đề", description="Tiêu đề mục trong phụ lục.")
    text: Prose | None = Field(None, title="Đoạn văn", description="Một hoặc nhiều đoạn văn.")
    items: tuple[Prose, ...] = Field((), title="Gạch đầu dòng", description="Các ý, mỗi ý một gạch đầu dòng.")
    steps: tuple[Step, ...] = Field((), title="Các bước", description="Các bước của một quy trình.")
    table: Table | None = Field(None, title="Bảng", description="Một bảng.")
    image: Line | None = Field(None, title="Hình", description="Đường dẫn tệp ảnh tính từ tệp YAML.")
    contacts: tuple[Contact, ...] = Field((), title="Liên hệ", description="Danh sách người liên hệ, được đánh số.")

    @model_validator(mode="after")
    def _one_thing(self) -> Block:
        given = [k for k in ("heading", "text", "items", "steps", "table", "image", "contacts") if getattr(self, k)]
        if len(given) != 1:
            raise ValueError("block-one-thing")
        return self


class Appendix(Written):
    """An appendix. `external` ones are cited but kept elsewhere (or lost); `label: none` prints no “Phụ lục n”."""

    id: Slug = Field(title="Mã phụ lục", description="Mã ngắn.")
    title: Line = Field(title="Tên phụ lục", description="Tên phụ lục; in hoa khi in.")
    label: Literal["auto", "none"] = Field("auto", title="Nhãn", description="auto: “Phụ lục”, “Phụ lục I”…; none: không in nhãn.")
    kind: Line | None = Field(None, title="Loại", description="Tên loại in trên tên phụ lục, ví dụ HƯỚNG DẪN.")
    external: bool = Field(False, title="Ở ngoài", description="true: phụ lục nằm ở tệp riêng hoặc không có ở đây.")
    landscape: bool = Field(False, title="Khổ ngang", description="true: in khổ ngang (bảng rộng).")
    body: tuple[Block, ...] = Field((), title="Nội dung", description="Các khối nội dung theo thứ tự.")

    @model_validator(mode="after")
    def _external_has_no_body(self) -> Appendix:
        if self.external == bool(self.body):
            raise ValueError("appendix-body")
        return self
