"""A starter for a clerk: a commented spec of any document type that passes the checks as a draft."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from engine.model.agency import Agency
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.spec.checks.ending import DECIDING
from engine.spec.library import Library

_SCHEMA = "schema/directive.schema.json"
_LAW = "luat"
_USED = frozenset(
    {"id", "type", "status", "issuer", "symbol", "date", "subject", "recipients", "bases", "opening", "tasks"}
    | {"sections", "report", "sign", "copies", "file"}
)


def starter(slug: str, doctype: str, library: Library, day: date, path: Path | None = None) -> str:
    """The text of a new spec, whose editors find the schema from `path` (specs/directives/SLUG.yaml).

    KeyError for a document type that the library does not have.
    """
    kind = library.doctypes[doctype]
    issuer, recipient = _agencies(library, day)
    parts = (
        _head(slug, kind, issuer, day, _schema_from(library, path)),
        _recipients(kind, recipient),
        _bases(kind, library),
        _body(kind, recipient, day),
        _ending(kind, issuer),
        _more_keys(),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _schema_from(library: Library, path: Path | None) -> str:
    """Where the schema is, as seen from the file; as a whole address when on another drive."""
    schema = (library.root / _SCHEMA).resolve()
    folder = path.parent if path is not None else library.root / "directives"
    try:
        return Path(os.path.relpath(schema, folder.resolve())).as_posix()
    except ValueError:
        return schema.as_uri()


def _head(slug: str, kind: Doctype, issuer: str, day: date, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield f"# {kind.name[:1].upper()}{kind.name[1:]}: sửa các dòng dưới đây rồi chạy congvan check <tệp này>"
    yield f"# Căn cứ: {kind.basis}"
    yield f"id: {slug}"
    yield f"type: {kind.id}"
    yield "status: draft  # dự thảo; xong thì đổi thành ready"
    yield f"issuer: {issuer}  # mã cơ quan ban hành: congvan list agencies"
    if kind.subject_style == "v-v":
        yield "symbol: {unit: VP}  # đơn vị soạn thảo, lĩnh vực trong ký hiệu; số được cấp khi ban hành"
    else:
        yield "# symbol: {number: 12}  # chỉ khi số đã có sẵn; bình thường số được cấp khi ban hành"
    yield f"date: {day.isoformat()}"
    yield "subject: trích yếu nội dung văn bản  # không ghi “V/v”, không có dấu chấm cuối"


def _recipients(kind: Doctype, recipient: str) -> Iterator[str]:
    yield "recipients:  # nơi nhận: mã cơ quan hoặc mã nhóm, theo thứ tự in"
    yield f"  - {recipient}"
    yield "  # - {who: mã-nhóm, as: Ủy ban nhân dân các xã, thị trấn}"
    if kind.addressed == "never":
        yield "  # loại văn bản này không in Kính gửi; danh sách trên để gửi và giao việc,"
        yield "  # và in ở đầu Nơi nhận: không ghi lại trong copies"


def _bases(kind: Doctype, library: Library) -> Iterator[str]:
    if "bases" not in kind.requires:
        yield "# bases:  # văn bản căn cứ; viện dẫn trong lời văn bằng [[mã]]"
        yield "#   - {id: kh-395, type: ke-hoach, act: 395/KH-BHXH, date: 2023-03-17, issuer: mã, about: …}"
        return
    yield "bases:  # văn bản căn cứ"
    if _LAW in library.act_types:
        yield f"  - {{type: {_LAW}, title: Luật Tổ chức chính quyền địa phương}}"
    else:
        yield "  - {text: Căn cứ Luật Tổ chức chính quyền địa phương}"


def _body(kind: Doctype, recipient: str, day: date) -> Iterator[str]:
    yield "opening: |"
    yield "  Đoạn mở đầu: lý do, mục đích của văn bản. Các đoạn cách nhau một dòng trống."
    if kind.body == "tasks":
        yield "tasks:  # mỗi nhiệm vụ: lời văn, ai làm, hạn nào"
        yield from _task(recipient, day, "")
        return
    by_article = kind.body == "articles"
    yield "sections:  # " + ("các điều" if by_article else "các mục I., II.")
    yield "  - heading: " + ("Phạm vi" if by_article else "Mục đích, yêu cầu")
    yield "    text: Lời văn của phần này."
    yield "  - heading: Tổ chức thực hiện"
    yield "    tasks:"
    yield from _task(recipient, day, "    ")


def _task(recipient: str, day: date, indent: str) -> Iterator[str]:
    due = (day + timedelta(days=30)).isoformat()
    yield f"{indent}  - id: nhiem-vu-1"
    yield f"{indent}    lead: {recipient}  # chủ trì; thêm cooperate (phối hợp), assign (giao lại)"
    yield f"{indent}    text: nêu rõ việc phải làm và kết quả cần đạt."
    yield f"{indent}    deadline: {{by: {due}}}  # đến hết ngày; before: trước ngày; every: định kỳ"


def _ending(kind: Doctype, issuer: str) -> Iterator[str]:
    yield f"report: {{to: {issuer}}}  # báo cáo kết quả cho ai; qua ai: through"
    yield "sign:"
    yield "  # ký thay: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]; tập thể: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]"
    yield "  authority: [CHỨC VỤ NGƯỜI KÝ]"
    yield "  name: Nguyễn Văn A"
    yield from _copies(kind)
    yield "file: [VT, VP]  # Lưu: văn thư, đơn vị soạn thảo"


def _copies(kind: Doctype) -> Iterator[str]:
    if kind.addressed != "never":
        yield "copies:  # Nơi nhận; “Như trên” và “Lưu” được in tự động"
    else:
        yield "copies:  # Nơi nhận khác; recipients và “Lưu” được in tự động, không ghi lại ở đây"
    if kind.id in DECIDING:
        yield "  - Như Điều 2  # điều giao trách nhiệm thi hành"
    yield "  - {to: Lãnh đạo cơ quan, purpose: để b/c}"


def _more_keys() -> Iterator[str]:
    """The keys that the starter does not use, each with what the schema says of it."""
    yield ""
    yield "# Các khóa khác, dùng khi cần:"
    for name, field in Directive.model_fields.items():
        if name not in _USED:
            yield f"# {field.alias or name}: …  # {field.title}: {field.description}"


def _agencies(library: Library, day: date) -> tuple[str, str]:
    """An issuer that can issue on the day, and somebody else to write to, real ones first."""
    there = [a for a in library.directory.agencies.values() if a.exists_on(day)]
    there.sort(key=lambda a: (a.synthetic, a.collective))
    able = [a for a in there if a.named_on(day).symbol and a.named_on(day).seat] or there
    issuer = able[0].id if able else "ma-co-quan"
    return issuer, next((a.id for a in _beside(there, issuer)), issuer)


def _beside(agencies: list[Agency], issuer: str) -> list[Agency]:
    near = [a for a in agencies if a.id != issuer and issuer in (a.parent, a.superior)]
    return near or [a for a in agencies if a.id != issuer]
