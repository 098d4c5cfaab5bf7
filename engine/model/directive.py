"""The directive: one instruction as a clerk writes it, the one source of the language's schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from engine.model.act import Act, Effect, Link
from engine.model.appendix import Appendix, Contact
from engine.model.base import Line, OneOrMany, Prose, Slug, Written
from engine.model.closing import (
    Accepted,
    Conveyed,
    Copies,
    Drafting,
    Incoming,
    Questions,
    Recipients,
    ShortFiling,
    Signature,
    Source,
)
from engine.model.dates import PartialDate
from engine.model.deadline import Deadlines
from engine.model.target import Baseline, Population, Target
from engine.model.task import Forms, Numbering, PlacedTask, Report, Section, Task, walk


class Symbol(Written):
    """Parts of số, ký hiệu that the directory does not decide (NĐ 30/2020, Phụ lục I, II.3)."""

    unit: Line | None = Field(None, title="Đơn vị soạn thảo, lĩnh vực", description="Phần sau cơ quan trong ký hiệu công văn: VP, VX, QLT, TT&PTĐT.")
    agency: Line | None = Field(None, title="Viết tắt cơ quan", description="Viết tắt cơ quan, chức danh, nếu khác danh bạ.")
    number: int | None = Field(None, ge=1, title="Số đã cho", description="Số đã có sẵn (văn bản cũ, hoặc do hệ thống khác cấp); bỏ trống để lấy số từ sổ.")


class Directive(Written):
    """One directive: identity, addressees, legal bases, tasks, targets, reporting and signature."""

    id: Slug = Field(title="Mã chỉ đạo", description="Mã duy nhất của chỉ đạo, nên trùng tên tệp.")
    type: Slug = Field(title="Loại văn bản", description="Một trong 29 loại của Nghị định 30/2020/NĐ-CP: cong-van, ke-hoach, to-trinh, quyet-dinh …", json_schema_extra={"x-enum": "doctypes"})
    status: Literal["ready", "draft"] = Field("ready", title="Trạng thái", description="ready: sẵn sàng ban hành; draft: dự thảo, in dấu dự thảo, để trống số và ngày.")
    source: Source = Field(default_factory=Source, title="Nguồn", description="Nguồn của lời văn và những chỗ đã sửa.")
    issuer: Annotated[tuple[Slug, ...], OneOrMany] = Field(min_length=1, title="Cơ quan ban hành", description="Mã cơ quan ban hành trong danh bạ; nhiều mã là ban hành chung.", json_schema_extra={"x-enum": "agencies"})
    symbol: Symbol = Field(default_factory=Symbol, title="Số, ký hiệu", description="Các phần của số, ký hiệu.")
    date: PartialDate = Field(title="Ngày ban hành", description="Ngày ban hành; dự thảo được ghi đến tháng (2022-10).")
    place: Line | None = Field(None, title="Địa danh", description="Địa danh, nếu khác trụ sở trong danh bạ.")
    subject: Line = Field(title="Trích yếu", description="Trích yếu nội dung, không có “V/v”, không có dấu chấm cuối. Dưới tên loại: viết hoa chữ đầu thì in nguyên (“Kết luận của …”); viết thường thì thêm “Về việc” ở những loại có chữ này.")
    per: Literal["letter", "recipient"] = Field("letter", title="Số bản soạn", description="letter: một văn bản chung; recipient: mỗi nơi nhận một văn bản riêng.")
    medium: Literal["electronic", "paper"] = Field("electronic", title="Hình thức", description="electronic: văn bản điện tử; paper: văn bản giấy.")
    size: Literal[13, 14] = Field(14, title="Cỡ chữ", description="Cỡ chữ nội dung: 14 (cặp 13/14) hoặc 13 (cặp 12/13).")
    urgency: Literal["hoa-toc", "thuong-khan", "khan"] | None = Field(None, title="Độ khẩn", description="hoa-toc, thuong-khan, khan.")
    secrecy: Literal["tuyet-mat", "toi-mat", "mat"] | None = Field(None, title="Độ mật", description="tuyet-mat, toi-mat, mat (theo Luật Bảo vệ bí mật nhà nước).")
    circulation: Literal["xem-xong-tra-lai", "luu-hanh-noi-bo"] | None = Field(None, title="Chỉ dẫn lưu hành", description="xem-xong-tra-lai, luu-hanh-noi-bo.")
    recipients: Recipients = Field((), title="Kính gửi", description="Nơi nhận chính, theo thứ tự in; mỗi mục là một cơ quan hoặc một nhóm.")
    bases: tuple[Act, ...] = Field((), title="Căn cứ, viện dẫn", description="Văn bản căn cứ hoặc được viện dẫn.")
    links: tuple[Link, ...] = Field((), title="Liên kết", description="Quan hệ với văn bản khác mà văn bản này không cần in.")
    case_file: Line | None = Field(None, title="Hồ sơ", description="Mã hồ sơ công việc chứa văn bản này.")
    conveys: Conveyed | None = Field(None, title="Truyền đạt ý kiến", description="Ý kiến của lãnh đạo mà văn bản truyền đạt.")
    opening: Prose | None = Field(None, title="Mở đầu", description="Các đoạn mở đầu, cách nhau một dòng trống.")
    tasks: tuple[Task, ...] = Field((), title="Nhiệm vụ", description="Các nhiệm vụ, theo thứ tự in.")
    sections: tuple[Section, ...] = Field((), title="Các mục, điều", description="Các mục (I., II.) hoặc điều của văn bản dài; thay cho tasks.")
    numbering: Numbering | None = Field(None, title="Đánh số", description="Cách đánh số nhiệm vụ cấp 1: numbers (mặc định), none …")
    populations: tuple[Population, ...] = Field((), title="Nhóm đối tượng", description="Nhóm người mà chỉ tiêu, thời hạn nhắc tới.")
    targets: tuple[Target, ...] = Field((), title="Chỉ tiêu", description="Chỉ tiêu chung của văn bản.")
    figures: tuple[Baseline, ...] = Field((), title="Số liệu thực trạng", description="Số liệu mà văn bản nêu nhưng không giao thành chỉ tiêu, ví dụ 14.530 hồ sơ đến ngày 12/7/2021.")
    deadline: Deadlines = Field((), title="Thời hạn chung", description="Thời hạn chung cho mọi nhiệm vụ không có thời hạn riêng.")
    timing: Prose | None = Field(None, title="Lời văn thời hạn", description="Đoạn văn về thời gian thực hiện, in sau các nhiệm vụ.")
    forms: Forms = Field((), title="Biểu mẫu", description="Biểu mẫu chung của văn bản.")
    report: Report | None = Field(None, title="Báo cáo", description="Kênh báo cáo chung.")
    questions: Questions | None = Field(None, title="Vướng mắc", description="Nơi giải đáp vướng mắc.")
    closing: Prose | None = Field(None, title="Kết", description="Các đoạn kết, không ghi “./.” (được in tự động).")
    effect: Effect | None = Field(None, title="Hiệu lực", description="Hiệu lực; văn bản bị thay thế, bãi bỏ, sửa đổi.")
    sign: Annotated[tuple[Signature, ...], OneOrMany] = Field((), title="Ký", description="Quyền hạn, chức vụ, họ tên người ký; nhiều người khi ban hành chung.")
    copies: Copies = Field((), title="Nơi nhận", description="Các dòng Nơi nhận, trừ “Như trên” và “Lưu” (được in tự động).")
    file: ShortFiling | None = Field(None, title="Lưu", description="Đơn vị lưu: [VT, QLT].")
    drafting: Drafting | None = Field(None, title="Soạn thảo", description="Ký hiệu người soạn thảo và số lượng bản.")
    contacts: tuple[Contact, ...] = Field((), title="Liên hệ", description="Người liên hệ, in cuối nội dung.")
    footer_contact: bool = Field(False, title="In địa chỉ cơ quan", description="true: in địa chỉ, điện thoại cơ quan ở cuối trang 1 (ô số 13).")
    appendices: tuple[Appendix, ...] = Field((), title="Phụ lục", description="Phụ lục kèm theo, hoặc khai báo ở ngoài (external).")
    accept: tuple[Accepted, ...] = Field((), title="Cảnh báo đã chấp nhận", description="Những cảnh báo đã xem xét và giữ nguyên, kèm lý do.")
    incoming: Incoming | None = Field(None, title="Văn bản đến", description="Dấu đến và bảng chuyển, khi nhập văn bản cũ.")

    @model_validator(mode="after")
    def _tasks_or_sections(self) -> Directive:
        if self.tasks and self.sections:
            raise ValueError("directive-tasks-and-sections")
        return self

    def placed_tasks(self) -> Iterator[PlacedTask]:
        """Every task in reading order, those of sections under the section's ordinal."""
        yield from walk(self.tasks)
        yield from _walk_sections(self.sections)

    def pictures(self) -> tuple[str, ...]:
        """The paths of pictures as written, in the order of print, each once."""
        blocks = [block for appendix in self.appendices for block in appendix.body]
        found = (n for b in blocks for n in ([b.image] if b.image else [i for s in b.steps for i in s.images]))
        return tuple(dict.fromkeys(found))

    def all_targets(self) -> Iterator[Target]:
        """Targets of the directive and those written on tasks."""
        yield from self.targets
        for placed in self.placed_tasks():
            yield from (t for t in placed.task.targets if isinstance(t, Target))


def _walk_sections(
    sections: tuple[Section, ...], path: tuple[int, ...] = (), before: int = 0
) -> Iterator[PlacedTask]:
    """Sections inside a section are counted after its own tasks, so that no two tasks share a path."""
    for ordinal, section in enumerate(sections, before + 1):
        here = (*path, ordinal)
        yield from walk(section.tasks, (), here)
        yield from _walk_sections(section.sections, here, len(section.tasks))
