"""Who: an agency, a group's members, a unit inside agencies, or somebody outside the directory."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written

KEYWORDS = ("issuer", "all-recipients")
"""Words that stand for agencies of the directive itself: its issuer(s), all its recipients."""


class Party(Written):
    """A selection of agencies; a plain text stands for `who`.

    `who` names an agency, a group or a keyword (`issuer`, `all-recipients`); `where`, `named` and `without`
    narrow a group; `unit` names a unit or a post inside each selected agency, which then owes the work through it;
    `outside` names somebody the directory does not hold, who is printed but not tracked.
    """

    who: Slug | None = Field(None, title="Cơ quan hoặc nhóm", description="Mã cơ quan, mã nhóm trong danh bạ, hoặc từ khóa issuer (cơ quan ban hành), all-recipients (mọi nơi nhận).", json_schema_extra={"x-enum": "parties"})
    outside: Line | None = Field(None, title="Ngoài danh bạ", description="Tên đối tượng không có trong danh bạ: được in ra, không theo dõi.")
    unit: Line | None = Field(None, title="Bộ phận, chức danh bên trong", description="Đơn vị hoặc chức danh bên trong cơ quan chịu trách nhiệm, ví dụ “Phòng Truyền thông và phát triển đối tượng”.")
    named: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Chỉ các thành viên", description="Chỉ lấy những thành viên này của nhóm.", json_schema_extra={"x-enum": "agencies"})
    without: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Trừ các thành viên", description="Lấy cả nhóm, trừ những thành viên này.", json_schema_extra={"x-enum": "agencies"})
    where: dict[str, str | bool | int] = Field(default_factory=dict, title="Có thuộc tính", description="Chỉ lấy thành viên có các thuộc tính này, ví dụ {cap: tieu-hoc}.")
    as_: Line | None = Field(None, alias="as", title="Tên in ra", description="Cách gọi được in trong văn bản, ví dụ “Ủy ban nhân dân các xã, thị trấn”.")

    @model_validator(mode="after")
    def _names_somebody(self) -> Party:
        if (self.who is None) == (self.outside is None):
            raise ValueError("party-needs-who-or-outside")
        if self.outside is not None and (self.named or self.without or self.where):
            raise ValueError("party-outside-has-no-members")
        return self


def _read_party(value: Any) -> Any:
    return {"who": value} if isinstance(value, str) else value


ShortParty = Annotated[Party, BeforeValidator(_read_party)]
"""A party, or a plain text standing for `{who: text}`."""

Parties = Annotated[tuple[ShortParty, ...], OneOrMany]
"""One party or several."""
