"""Values that the render tests start from: directives read from text, and plans with no more than a
letter needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from engine.model.agency import Agency, Directory, Group
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.lineage import CitedDirective
from engine.model.plan import Addressee, Plan, PlannedDocument
from engine.render.sources import Sources

TEMPLATES = Path(__file__).parents[2] / "templates" / "docx"
TYPE_NAMES = {
    "cong-van": "công văn",
    "ke-hoach": "kế hoạch",
    "quyet-dinh": "quyết định",
    "nghi-dinh": "Nghị định",
    "luat": "Luật",
}
OFFICIAL_LETTER = Doctype(
    id="cong-van",
    name="công văn",
    template="cong-van",
    addressed="always",
    subject_style="v-v",
    bases_block=False,
    copies_line="Như trên",
    shows_name=False,
    basis="Mẫu 1.5",
)
PLAN_TYPE = Doctype(
    id="ke-hoach", name="kế hoạch", abbreviation="KH", template="ten-loai", body="sections", basis="Mẫu 1.4"
)
DECISION = Doctype(
    id="quyet-dinh",
    name="quyết định",
    abbreviation="QĐ",
    template="quyet-dinh",
    body="articles",
    basis="Mẫu 1.2",
)
TELEGRAM = Doctype(id="cong-dien", name="công điện", abbreviation="CĐ", template="cong-dien", basis="Mẫu 1.6")
DIRECTORY = Directory.of(
    [
        Agency(
            id="ubnd",
            kind="ubnd-huyen",
            name="Ủy ban nhân dân huyện An Lão",
            short="UBND huyện An Lão",
            seat="An Lão",
            symbol="UBND",
            header=("Ủy ban nhân dân", "huyện An Lão"),
            collective=True,
            address="Số 17 Nguyễn Văn Trỗi, thị trấn An Lão",
            phone="0225.3872.123",
            email="ubnd@anlao.gov.vn",
        ),
        Agency(id="bhxh-tp", kind="bhxh-tinh", name="Bảo hiểm xã hội thành phố Hải Phòng", symbol="BHXH"),
        Agency(
            id="bhxh",
            kind="bhxh-huyen",
            name="Bảo hiểm xã hội huyện An Lão",
            short="BHXH huyện An Lão",
            seat="An Lão",
            symbol="BHXH",
            superior="bhxh-tp",
        ),
        Agency(id="phong", kind="phong", name="Phòng Giáo dục và Đào tạo huyện An Lão"),
        Agency(
            id="hcm",
            kind="ubnd-tinh",
            name="Ủy ban nhân dân Thành phố Hồ Chí Minh",
            seat="Thành phố Hồ Chí Minh",
        ),
    ],
    [Group(id="xa", name="Ủy ban nhân dân các xã, thị trấn", members=("bhxh",))],
)


def directive(**changes: Any) -> Directive:
    """A small công văn, with these keys changed."""
    fields: dict[str, Any] = {
        "id": "thu",
        "type": "cong-van",
        "issuer": "ubnd",
        "date": "2021-07-16",
        "subject": "triển khai VssID cho học sinh",
        "recipients": ["phong", "bhxh"],
        "opening": "Ủy ban nhân dân huyện có ý kiến như sau:",
        "tasks": [{"text": "Triển khai cài đặt."}],
        "closing": "Yêu cầu các đơn vị thực hiện.",
        "sign": {
            "authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "name": "Nguyễn Mạnh Thắng",
        },
        "copies": ["BHXH thành phố"],
        "file": ["VT"],
    }
    return Directive.model_validate(fields | changes)


def sources(
    spec: Directive,
    doctype: Doctype = OFFICIAL_LETTER,
    *,
    number: int | None = 1186,
    addressee: Addressee | None = None,
    pictures: Mapping[str, bytes] | None = None,
    directory: Directory = DIRECTORY,
    symbol: str = "UBND-VP",
    known: Mapping[str, CitedDirective] | None = None,
) -> Sources:
    """What a letter is made from, planned by hand."""
    document = PlannedDocument(
        "thu", "letter", doctype.id, doctype.template or "", addressee.agency if addressee else ""
    )
    return Sources(
        spec,
        plan_of(spec, document, addressee, symbol),
        document,
        directory,
        doctype,
        number,
        TYPE_NAMES,
        pictures or {},
        known=known or {},
    )


def plan_of(spec: Directive, document: PlannedDocument, addressee: Addressee | None, symbol: str) -> Plan:
    """The least plan that names the issuers, the day and the one addressee."""
    day: date | None = spec.date.exact() if spec.date.is_full else None
    return Plan(
        directive=spec.id,
        spec_sha256="0" * 64,
        doctype=spec.type,
        issuers=tuple(spec.issuer),
        symbol=symbol,
        given_number=None,
        register="",
        issued_on=day,
        date_text="",
        subject=spec.subject,
        draft=spec.status == "draft",
        issuable=True,
        per=spec.per,
        addressees=(addressee,) if addressee else (),
        documents=(document,),
        deliveries=(),
        tasks=(),
        obligations=(),
        targets=(),
        lineage=(),
        counts={},
    )


def template(name: str) -> bytes:
    """The committed template's bytes."""
    return (TEMPLATES / f"{name}.docx").read_bytes()
