"""The tree of tasks: wording, owners and roles, deadlines, targets, forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Prose, Slug, Written
from engine.model.deadline import Deadlines
from engine.model.form import FormGiven
from engine.model.party import Parties, ShortParty
from engine.model.target import TargetRefs

Role = Literal["direct", "lead", "cooperate", "standing", "assign"]
ROLES: tuple[Role, ...] = ("direct", "lead", "cooperate", "standing", "assign")
"""chỉ đạo, chủ trì, phối hợp, thường trực, giao lại."""

OWNING_ROLES: tuple[Role, ...] = ("lead", "standing", "assign")
"""Roles whose holders owe the result; a task with none of them inherits its parent's lead."""

Numbering = Literal["numbers", "letters", "dash", "plus", "none", "roman"]


class Report(Written):
    """Who hears of results: `to`, passing `through` an intermediary; a cascade sets earlier dates below."""

    to: ShortParty = Field(title="Gửi đến", description="Cơ quan nhận báo cáo, phản ánh.")
    through: ShortParty | None = Field(None, title="Qua", description="Cơ quan đầu mối tiếp nhận, tổng hợp (“qua Bảo hiểm xã hội huyện”).")
    also: Parties = Field((), title="Đồng thời gửi", description="Những nơi khác cùng nhận báo cáo này.")
    by: Parties = Field((), title="Người báo cáo", description="Cơ quan phải báo cáo; bỏ trống là mọi cơ quan được giao việc.")
    deadline: Deadlines = Field((), title="Thời hạn báo cáo", description="Một hoặc nhiều thời hạn.")
    channel: Line | None = Field(None, title="Hình thức", description="Văn bản, thư điện tử, phần mềm …")
    form: Slug | None = Field(None, title="Mẫu báo cáo", description="Mã biểu mẫu.", json_schema_extra={"x-enum": "forms"})
    text: Prose | None = Field(None, title="Lời văn", description="Lời văn in ra thay cho lời văn tự động.")
    print_: Literal["auto", "always", "never"] = Field("auto", alias="print", title="In ra", description="auto: in khi lời văn chưa nêu.")


class Produces(Written):
    """Something a task makes and hands on, e.g. the lists that the insurance office sends to each unit."""

    what: Line = Field(title="Sản phẩm", description="Danh sách, kế hoạch, báo cáo …")
    form: Slug | None = Field(None, title="Biểu mẫu", description="Mã biểu mẫu, nếu có.", json_schema_extra={"x-enum": "forms"})
    to: Parties = Field((), title="Chuyển cho", description="Cơ quan nhận sản phẩm.")


class FormUse(Written):
    """A form that a task asks for; a plain text stands for `form`."""

    form: Slug = Field(title="Biểu mẫu", description="Mã biểu mẫu: d02-lt, d03-ts, tk1-ts, mau-01 …", json_schema_extra={"x-enum": "forms"})
    version: Line | None = Field(None, title="Phiên bản", description="Phiên bản pháp lý, ví dụ 505-2020; bỏ trống là bản có hiệu lực vào ngày ban hành.")
    fill: Parties = Field((), title="Người kê khai", description="Ai điền; bỏ trống là cơ quan được giao việc.")
    send_to: ShortParty | None = Field(None, title="Gửi đến", description="Cơ quan nhận biểu mẫu đã điền.")
    channel: Line | None = Field(None, title="Cách gửi", description="Giao dịch điện tử, bưu chính công ích …")
    per: Literal["agency", "person"] = Field("agency", title="Lập cho", description="agency: mỗi cơ quan một bản; person: mỗi người một bản.")
    when: Line | None = Field(None, title="Trường hợp", description="Điều kiện phải lập biểu mẫu này.")
    given: Annotated[tuple[FormGiven, ...], OneOrMany] = Field((), title="Lập cho ai", description="Những người được lập biểu mẫu này khi ban hành kèm danh sách; bỏ trống là theo tệp biểu mẫu.")


def _read_form(value: Any) -> Any:
    return {"form": value} if isinstance(value, str) else value


Forms = Annotated[tuple[Annotated[FormUse, BeforeValidator(_read_form)], ...], OneOrMany]


class Case(Written):
    """A state of data or people that a task answers to, when tasks are keyed by case rather than by agency."""

    id: Slug = Field(title="Mã trường hợp", description="Mã ngắn.")
    text: Line = Field(title="Trường hợp", description="Mô tả: “dữ liệu xác thực đúng”, “cha mẹ học sinh chưa cài đặt VssID”.")


class Task(Written):
    """One numbered piece of a directive and what hangs below it.

    `kind` says whether it is tracked: only a `task` opens obligations; a `rule` or `prohibition` binds without being
    tracked, a `note` (Lưu ý) explains. Leaves are owed by their own lead, or their nearest ancestor's.
    """

    id: Slug | None = Field(None, title="Mã nhiệm vụ", description="Mã ngắn, cần khi có chỗ khác nhắc tới nhiệm vụ này.")
    kind: Literal["task", "rule", "prohibition", "note"] = Field("task", title="Loại", description="task: việc phải làm, được theo dõi; rule: quy định; prohibition: điều cấm; note: lưu ý.")
    title: Line | None = Field(None, title="Tiêu đề", description="Dòng tiêu đề của khoản, ví dụ “Giao Sở Y tế:”.")
    text: Prose | None = Field(None, title="Nội dung", description="Lời văn của nhiệm vụ; được dùng **đậm**, *nghiêng*, [[mã viện dẫn]].")
    lead: Parties = Field((), title="Chủ trì", description="Cơ quan chủ trì hoặc được giao; nhiều cơ quan là đồng chủ trì.")
    cooperate: Parties = Field((), title="Phối hợp", description="Cơ quan phối hợp.")
    direct: Parties = Field((), title="Chỉ đạo", description="Cơ quan, người chỉ đạo.")
    standing: Parties = Field((), title="Thường trực", description="Cơ quan thường trực.")
    assign: Parties = Field((), title="Giao lại cho", description="Cơ quan, đơn vị được giao lại để thực hiện.")
    case: Case | None = Field(None, title="Trường hợp", description="Trường hợp dữ liệu, đối tượng mà nhiệm vụ này áp dụng.")
    deadline: Deadlines = Field((), title="Thời hạn", description="Một ngày (đến hết ngày), hoặc by/before/from/within/offset/every/open; có thể nhiều hạn.")
    targets: TargetRefs = Field((), title="Chỉ tiêu", description="Mã chỉ tiêu, hoặc chỉ tiêu viết tại chỗ.")
    forms: Forms = Field((), title="Biểu mẫu", description="Biểu mẫu phải lập.")
    produces: Annotated[tuple[Produces, ...], OneOrMany] = Field((), title="Sản phẩm", description="Sản phẩm tạo ra và chuyển cho ai.")
    after: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Sau nhiệm vụ", description="Mã nhiệm vụ phải xong trước.", json_schema_extra={"x-ref": "tasks"})
    report: Report | None = Field(None, title="Báo cáo", description="Kênh báo cáo riêng của nhiệm vụ này.")
    adds_to_report: Line | None = Field(None, title="Ghép vào báo cáo", description="Nội dung bổ sung vào một báo cáo đã có, ví dụ “báo cáo tháng theo Công văn 123/…”.")
    numbering: Numbering | None = Field(None, title="Đánh số mục con", description="Cách đánh số các mục con: numbers 1., letters a), dash -, plus +, roman I., none.")
    mark: Line | None = Field(None, title="Ký hiệu đầu dòng", description="Ký hiệu riêng của mục này thay cho số tự động; none: không có.")
    tasks: tuple[Task, ...] = Field((), title="Mục con", description="Các nhiệm vụ, điểm bên trong.")
    closing: Prose | None = Field(None, title="Đoạn sau mục con", description="Lời văn đứng sau các mục con.")

    @model_validator(mode="after")
    def _says_something(self) -> Task:
        if self.title is None and self.text is None:
            raise ValueError("task-without-words")
        return self

    def parties(self, role: Role) -> Parties:
        """Those written for a role on this task itself."""
        return getattr(self, role)  # type: ignore[no-any-return]


class Section(Written):
    """A titled part of a longer document: a Roman section (I., II.) or an Điều of a decision."""

    id: Slug | None = Field(None, title="Mã mục", description="Mã ngắn.")
    heading: Line | None = Field(None, title="Tiêu đề", description="Tiêu đề mục (“MỤC ĐÍCH, YÊU CẦU”) hoặc tên điều.")
    text: Prose | None = Field(None, title="Lời văn", description="Đoạn văn dưới tiêu đề.")
    tasks: tuple[Task, ...] = Field((), title="Nhiệm vụ", description="Các khoản trong mục.")
    numbering: Numbering | None = Field(None, title="Đánh số", description="Cách đánh số các khoản trong mục.")
    sections: tuple[Section, ...] = Field((), title="Mục nhỏ", description="Các mục nhỏ bên trong.")
    closing: Prose | None = Field(None, title="Đoạn cuối mục", description="Lời văn đứng sau các khoản.")

    @model_validator(mode="after")
    def _says_something(self) -> Section:
        if not (self.heading or self.text or self.tasks or self.sections):
            raise ValueError("section-empty")
        return self


class PlacedTask(Written):
    """A task with its place in the tree: its key (own id or the path of ordinals, `2-1`) and its ancestors."""

    key: str
    task: Task
    ancestors: tuple[Task, ...]
    path: tuple[int, ...]

    @property
    def is_leaf(self) -> bool:
        """Whether nothing that is tracked hangs below it."""
        return not any(_tracked_below(child) for child in self.task.tasks)

    @property
    def is_tracked(self) -> bool:
        """Whether it opens obligations: a leaf of kind `task`."""
        return self.task.kind == "task" and self.is_leaf


def _tracked_below(task: Task) -> bool:
    return task.kind == "task" or any(_tracked_below(child) for child in task.tasks)


def walk(tasks: tuple[Task, ...], ancestors: tuple[Task, ...] = (), path: tuple[int, ...] = ()) -> Iterator[PlacedTask]:
    """Every task of the tree in reading order."""
    for ordinal, task in enumerate(tasks, 1):
        here = (*path, ordinal)
        key = task.id or "-".join(map(str, here))
        yield PlacedTask.model_construct(key=key, task=task, ancestors=ancestors, path=here)
        yield from walk(task.tasks, (*ancestors, task), here)
