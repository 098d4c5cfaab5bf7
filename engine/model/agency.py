"""Agencies and groups, dated: who exists when, under whom, how they are named and how they sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate


class NamePeriod(Written):
    """The names of an agency during a period; a change of name is a new period of the same agency."""

    name: Line = Field(title="Tên đầy đủ", description="Tên chính thức, đầy đủ.")
    short: Line | None = Field(None, title="Tên ngắn", description="Cách gọi ngắn trong văn bản, ví dụ “UBND huyện Cẩm Giàng”.")
    header: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Dòng tên ở đầu văn bản", description="Các dòng tên cơ quan ở ô số 2; bỏ trống là tên đầy đủ, tự ngắt dòng.")
    superior_header: Annotated[tuple[Line, ...], OneOrMany] | None = Field(None, title="Dòng cơ quan chủ quản", description="0–2 dòng cơ quan chủ quản in ở đầu; bỏ trống là lấy theo superior; [] là không in.")
    symbol: Line | None = Field(None, title="Viết tắt trong ký hiệu", description="Viết tắt cơ quan trong số, ký hiệu: UBND, BHXH, VP.")
    seat: Line | None = Field(None, title="Địa danh", description="Địa danh ghi trước ngày tháng, ví dụ “Cẩm Giàng”.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ ngày", description="Bắt đầu dùng tên này.")
    until: PartialDate | None = Field(None, title="Đến hết ngày", description="Ngày cuối cùng dùng tên này.")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.from_ and self.until and self.from_.first() > self.until.last():
            raise ValueError("agency-period-backwards")
        return self


class NumberingPolicy(Written):
    """How an agency numbers its documents in a year (NĐ 30/2020, Điều 15.1; decided by its head)."""

    scope: Literal["all", "type", "groups"] = Field("all", title="Cách đánh số", description="all: một dãy số chung; type: mỗi loại văn bản một dãy; groups: theo nhóm loại.")
    groups: tuple[tuple[Slug, ...], ...] = Field((), title="Nhóm loại", description="Các nhóm loại văn bản có dãy số riêng; loại còn lại dùng dãy chung.")


class Agency(NamePeriod):
    """One agency. `superior` is the managing agency whose name is printed above its own (ô số 2)."""

    id: Slug = Field(title="Mã cơ quan", description="Mã ngắn, không đổi khi cơ quan đổi tên.")
    kind: Slug = Field(title="Loại cơ quan", description="ubnd-huyen, ubnd-xa, bhxh-huyen, so, phong, truong, don-vi-su-dung-lao-dong …")
    parent: Slug | None = Field(None, title="Thuộc", description="Cơ quan hoặc địa phương cấp trên (thứ bậc).", json_schema_extra={"x-enum": "agencies"})
    superior: Slug | None = Field(None, title="Cơ quan chủ quản", description="Cơ quan chủ quản trực tiếp in ở đầu văn bản.", json_schema_extra={"x-enum": "agencies"})
    collective: bool = Field(False, title="Chế độ tập thể", description="true: làm việc theo chế độ tập thể (UBND, HĐND …), ký TM.")
    state_title: bool = Field(False, title="Chức danh nhà nước", description="true: văn bản do một chức danh nhà nước ban hành (Thủ tướng, Chủ tịch UBND).")
    email: Line | None = Field(None, title="Thư điện tử", description="Địa chỉ thư điện tử nhận văn bản.")
    phone: Line | None = Field(None, title="Điện thoại", description="Điện thoại cơ quan.")
    fax: Line | None = Field(None, title="Fax", description="Số fax.")
    website: Line | None = Field(None, title="Trang thông tin", description="Địa chỉ trang thông tin điện tử.")
    address: Line | None = Field(None, title="Địa chỉ", description="Địa chỉ cơ quan.")
    codes: dict[str, str] = Field(default_factory=dict, title="Mã định danh", description="Mã định danh điện tử, mã đơn vị BHXH, mã số thuế …")
    properties: dict[str, str | bool | int] = Field(default_factory=dict, title="Thuộc tính", description="Thuộc tính để chọn thành viên nhóm: {cap: thcs, loai-hinh: cong-lap}.")
    former_names: tuple[NamePeriod, ...] = Field((), title="Tên cũ", description="Các tên trước đây, mỗi tên có from/until.")
    successor: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Cơ quan kế thừa", description="Cơ quan nhận chức năng sau khi cơ quan này kết thúc.", json_schema_extra={"x-enum": "agencies"})
    ended_by: Line | None = Field(None, title="Kết thúc theo", description="Văn bản chấm dứt, sáp nhập, ví dụ “Luật số 72/2025/QH15”.")
    numbering: NumberingPolicy = Field(default_factory=NumberingPolicy, title="Sổ, cách đánh số", description="Cách đánh số văn bản đi trong năm.")
    academic_titles: bool = Field(False, title="Ngành cho phép ghi học hàm", description="true: ngành cho phép ghi học hàm, học vị trước họ tên (II.7c).")
    channel: Slug | None = Field(None, title="Kênh gửi", description="Kênh gửi mặc định.", json_schema_extra={"x-enum": "channels"})
    synthetic: bool = Field(False, title="Dữ liệu mẫu", description="true: cơ quan do máy tạo để thử nghiệm, không có thật.")
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn.")

    @model_validator(mode="after")
    def _former_names_are_dated(self) -> Agency:
        if any(n.until is None for n in self.former_names):
            raise ValueError("agency-former-name-undated")
        return self

    def exists_on(self, day: date) -> bool:
        """Whether it exists on the day (both ends included)."""
        starts = min((n.from_.first() for n in (*self.former_names, self) if n.from_), default=None)
        undated_start = any(n.from_ is None for n in (self.former_names or (self,)))
        if starts is not None and not undated_start and day < starts:
            return False
        return self.until is None or day <= self.until.last()

    def named_on(self, day: date) -> NamePeriod:
        """The names in use on the day."""
        for period in self.former_names:
            assert period.until is not None
            if day <= period.until.last() and (period.from_ is None or day >= period.from_.first()):
                return period
        return self

    def short_on(self, day: date) -> str:
        """The short name on the day, or the full one."""
        names = self.named_on(day)
        return names.short or names.name


class Group(Written):
    """A named set of agencies. Members are listed, selected by properties, or both."""

    id: Slug = Field(title="Mã nhóm", description="Mã ngắn.")
    name: Line = Field(title="Tên nhóm", description="Cách gọi nhóm trong văn bản: “Ủy ban nhân dân các xã, thị trấn”.")
    members: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Thành viên", description="Mã các cơ quan thành viên.", json_schema_extra={"x-enum": "agencies"})
    groups: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Nhóm con", description="Mã các nhóm được gộp vào.", json_schema_extra={"x-enum": "groups"})
    parent: Slug | None = Field(None, title="Thuộc", description="Chọn mọi cơ quan thuộc cơ quan này.", json_schema_extra={"x-enum": "agencies"})
    kind: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Loại cơ quan", description="Chọn theo loại cơ quan.")
    where: dict[str, str | bool | int] = Field(default_factory=dict, title="Có thuộc tính", description="Chọn theo thuộc tính.")
    without: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Trừ", description="Những cơ quan không tính.", json_schema_extra={"x-enum": "agencies"})

    @model_validator(mode="after")
    def _selects_something(self) -> Group:
        if not (self.members or self.groups or self.parent or self.kind or self.where):
            raise ValueError("group-empty")
        return self


class DirectoryFile(Written):
    """One file of specs/agencies."""

    agencies: tuple[Agency, ...] = Field((), title="Cơ quan", description="Các cơ quan.")
    groups: tuple[Group, ...] = Field((), title="Nhóm", description="Các nhóm cơ quan.")


@dataclass(frozen=True)
class Directory:
    """All agencies and groups, by id."""

    agencies: Mapping[str, Agency]
    groups: Mapping[str, Group]

    @classmethod
    def of(cls, agencies: Iterable[Agency], groups: Iterable[Group] = ()) -> Directory:
        return cls(MappingProxyType({a.id: a for a in agencies}), MappingProxyType({g.id: g for g in groups}))

    def agency(self, agency_id: str) -> Agency:
        """KeyError for an id that is not there."""
        return self.agencies[agency_id]

    def members(self, group_id: str, on: date) -> tuple[Agency, ...]:
        """The members of a group that exist on the day, by id, each once. Cycles of groups are cut."""
        found = {a.id: a for a in self._members(self.groups[group_id], frozenset()) if a.exists_on(on)}
        return tuple(found[i] for i in sorted(found))

    def _members(self, group: Group, seen: frozenset[str]) -> Iterator[Agency]:
        if group.id in seen:
            return
        seen = seen | {group.id}
        listed = (self.agencies[i] for i in group.members if i in self.agencies)
        nested = (a for g in group.groups if g in self.groups for a in self._members(self.groups[g], seen))
        selected = (a for a in self.agencies.values() if self._is_selected(a, group))
        yield from (a for source in (listed, nested, selected) for a in source if a.id not in group.without)

    def _is_selected(self, agency: Agency, group: Group) -> bool:
        if not (group.parent or group.kind or group.where):
            return False
        return (
            (group.parent is None or group.parent in self.lineage(agency))
            and (not group.kind or agency.kind in group.kind)
            and has_properties(agency, group.where)
        )

    def heirs(self, agency_id: str, on: date) -> tuple[str, ...]:
        """The ids that exist on the day and took over its work, through agencies that ended too; cycles are cut."""
        seen: set[str] = {agency_id}
        alive: dict[str, None] = {}
        waiting = list(self.agencies[agency_id].successor)
        while waiting:
            one = waiting.pop(0)
            if one in seen or one not in self.agencies:
                continue
            seen.add(one)
            if self.agencies[one].exists_on(on):
                alive[one] = None
            else:
                waiting.extend(self.agencies[one].successor)
        return tuple(alive)

    def lineage(self, agency: Agency) -> tuple[str, ...]:
        """The ids above it, nearest first; a cycle of parents is cut."""
        above: list[str] = []
        parent = agency.parent
        while parent is not None and parent not in above:
            above.append(parent)
            parent = self.agencies[parent].parent if parent in self.agencies else None
        return tuple(above)


def has_properties(agency: Agency, wanted: Mapping[str, str | bool | int]) -> bool:
    """Whether the agency has all of these properties; `kind` counts as one of them."""
    return all((agency.kind if k == "kind" else agency.properties.get(k)) == v for k, v in wanted.items())
