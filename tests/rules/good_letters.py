"""Letters that are right in everything, each of its own kind: what the linter must be silent about.

All but one are made by our own generator; "tay" is typed with python-docx alone, all of its format direct, so that
nothing rests on the names of our styles.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from engine.model.agency import Agency, Directory
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.plan import PlannedDocument
from engine.render.letter import render_sources
from engine.render.sources import Sources
from engine.rules.case import Known
from engine.spec.library import load_library
from tests.render.making import plan_of, template
from tests.rules.typed_letter import typed_letter

TODAY = date(2021, 8, 1)
_SPECS = Path(__file__).parents[2] / "specs"
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
            address="Số 17 Nguyễn Văn Trỗi, thị trấn An Lão, huyện An Lão",
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
        Agency(id="thue", kind="phong", name="Chi cục Thuế huyện An Lão", symbol="CCT", seat="An Lão"),
        Agency(id="phong-tc", kind="phong", name="Phòng Tài chính - Kế hoạch huyện An Lão"),
    ]
)
_SIGN = {"authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Nguyễn Mạnh Thắng"}
_TASKS = [
    {
        "title": "Bảo hiểm xã hội huyện:",
        "tasks": [
            {
                "text": "Chủ trì, phối hợp với các trường học rà soát danh sách học sinh tham gia bảo hiểm y tế;"
            },
            {"text": "Tổng hợp kết quả, báo cáo Ủy ban nhân dân huyện trước ngày 15 tháng 8 năm 2021."},
        ],
    },
    {
        "text": "Phòng Giáo dục và Đào tạo huyện chỉ đạo các trường học thông báo đến phụ huynh học sinh về cách cài "
        "đặt và sử dụng ứng dụng VssID trên điện thoại thông minh."
    },
]
_LETTER: Mapping[str, Any] = {
    "id": "thu",
    "type": "cong-van",
    "issuer": "ubnd",
    "date": "2021-07-16",
    "subject": "triển khai ứng dụng VssID cho học sinh",
    "recipients": ["phong", "bhxh"],
    "opening": "Để học sinh trên địa bàn huyện được sử dụng hình ảnh thẻ bảo hiểm y tế khi khám bệnh, chữa bệnh, Ủy "
    "ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:",
    "tasks": _TASKS,
    "closing": "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện.",
    "sign": _SIGN,
    "copies": [{"to": "Chủ tịch Ủy ban nhân dân huyện", "purpose": "để b/c"}],
    "file": ["VT", "VX"],
}
_SECTIONS = [
    {
        "heading": "Mục đích, yêu cầu",
        "tasks": [
            {"text": "Nâng cao tỷ lệ học sinh được cấp tài khoản VssID trên địa bàn huyện."},
            {"text": "Việc triển khai phải đúng tiến độ, đúng đối tượng và bảo đảm an toàn thông tin."},
        ],
    },
    {
        "heading": "Tổ chức thực hiện",
        "tasks": [
            {"text": "Bảo hiểm xã hội huyện chủ trì, hướng dẫn các trường học cài đặt ứng dụng."},
            {"text": "Phòng Giáo dục và Đào tạo huyện chỉ đạo các trường học phối hợp thực hiện."},
        ],
    },
]
_ARTICLES = [
    {
        "heading": "Phê duyệt danh sách tổ công tác",
        "text": "Phê duyệt danh sách Tổ công tác triển khai ứng dụng VssID trên địa bàn huyện An Lão.",
    },
    {
        "heading": "Trách nhiệm thi hành",
        "text": "Chánh Văn phòng Ủy ban nhân dân huyện, Giám đốc Bảo hiểm xã hội huyện và Thủ trưởng các cơ quan, "
        "đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",
    },
]
_BASES = [
    {"title": "Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "type": "luat", "as": "line"},
    {
        "act": "505/QĐ-BHXH",
        "type": "quyet-dinh",
        "date": "2020-03-27",
        "issuer_as": "Bảo hiểm xã hội Việt Nam",
        "about": "ban hành Quy trình thu bảo hiểm xã hội, bảo hiểm y tế",
        "as": "line",
    },
]
_APPENDICES = [
    {
        "id": "huong-dan",
        "title": "Hướng dẫn cài đặt ứng dụng VssID",
        "body": [{"text": "Mở kho ứng dụng trên điện thoại, tìm ứng dụng VssID và chọn cài đặt."}],
    },
    {
        "id": "dau-moi",
        "title": "Danh sách đầu mối hỗ trợ",
        "body": [
            {
                "table": {
                    "columns": ["TT", "Đơn vị"],
                    "rows": [["1", "Bảo hiểm xã hội huyện"]],
                    "widths": [1, 5],
                }
            },
            {"text": "Các đầu mối hỗ trợ trong giờ hành chính."},
        ],
    },
]
_KINDS: Mapping[str, Mapping[str, Any]] = {
    "cong-van": {},
    "cong-van-mot-noi": {"recipients": ["bhxh"]},
    "cong-van-phu-luc": {
        "appendices": _APPENDICES,
        "closing": "Hướng dẫn cài đặt và danh sách đầu mối hỗ trợ tại Phụ lục I và Phụ lục II kèm theo.",
    },
    "ke-hoach": {
        "type": "ke-hoach",
        "recipients": [],
        "tasks": [],
        "sections": _SECTIONS,
        "closing": None,
        "opening": "Ủy ban nhân dân huyện ban hành Kế hoạch triển khai ứng dụng VssID cho học sinh như sau:",
    },
    "quyet-dinh": {
        "type": "quyet-dinh",
        "recipients": [],
        "tasks": [],
        "opening": None,
        "closing": None,
        "sections": _ARTICLES,
        "bases": _BASES,
        "subject": "thành lập Tổ công tác triển khai ứng dụng VssID",
    },
    "to-trinh": {
        "type": "to-trinh",
        "issuer": "bhxh",
        "recipients": ["ubnd"],
        "bases": _BASES,
        "subject": "triển khai sử dụng dịch vụ trên ứng dụng VssID",
        "opening": "Bảo hiểm xã hội huyện kính trình Ủy ban nhân dân huyện xem xét một số nội dung sau:",
        "tasks": [
            {"text": "Chỉ đạo các trường học tuyên truyền, hướng dẫn cài đặt và sử dụng ứng dụng VssID."},
            {"text": "Giao Phòng Giáo dục và Đào tạo huyện phối hợp với Bảo hiểm xã hội huyện thực hiện."},
        ],
        "closing": "Bảo hiểm xã hội huyện kính trình Ủy ban nhân dân huyện xem xét, chỉ đạo.",
        "sign": {"authority": ["GIÁM ĐỐC"], "name": "Nguyễn Thị Thúy"},
        "copies": [{"to": "Bảo hiểm xã hội thành phố Hải Phòng", "purpose": "để b/c"}],
        "file": ["VT"],
    },
    "cong-dien": {"type": "cong-dien", "subject": "ứng phó với bão số 3"},
    "lien-tich": {
        "issuer": ["bhxh", "thue"],
        "sign": [
            {"issuer": "bhxh", "authority": ["GIÁM ĐỐC"], "name": "Nguyễn Văn An"},
            {"issuer": "thue", "authority": ["CHI CỤC TRƯỞNG"], "name": "Trần Văn Bình"},
        ],
        "opening": "Để học sinh trên địa bàn huyện được cấp thẻ bảo hiểm y tế kịp thời, hai cơ quan đề nghị các đơn vị "
        "thực hiện một số nội dung sau:",
        "recipients": ["phong"],
    },
    "khan": {"urgency": "khan", "circulation": "luu-hanh-noi-bo"},
    "lien-he": {"footer_contact": True},
}
_SYMBOLS = {
    "cong-van": "UBND-VP",
    "ke-hoach": "KH-UBND",
    "quyet-dinh": "QĐ-UBND",
    "to-trinh": "TTr-BHXH",
    "cong-dien": "CĐ-UBND",
}
NAMES = (*_KINDS, "tay")


@cache
def doctypes() -> tuple[Mapping[str, Doctype], Mapping[str, Any]]:
    """The 29 types and the acts that may be cited, as the project ships them."""
    library, problems = load_library(_SPECS, folders=frozenset({"doctypes"}))
    assert not problems
    return library.doctypes, library.act_types


@cache
def known() -> Known:
    """What the linter knows beside these letters."""
    kinds, acts = doctypes()
    return Known(DIRECTORY, kinds, acts)


@cache
def good(name: str) -> bytes:
    """The bytes of a right letter; KeyError for a name that is not among `NAMES`."""
    return typed_letter() if name == "tay" else _rendered(_KINDS[name])


def _rendered(changes: Mapping[str, Any]) -> bytes:
    kinds, acts = doctypes()
    spec = Directive.model_validate({**_LETTER, **changes})
    kind = kinds[spec.type]
    document = PlannedDocument("thu", "letter", kind.id, kind.template or "", "")
    names = {key: one.name for types in (kinds, acts) for key, one in types.items()}
    plan = plan_of(spec, document, None, _SYMBOLS[spec.type])
    sources = Sources(spec, plan, document, DIRECTORY, kind, 1186, names)
    return render_sources(sources, template(kind.template or ""))
