"""A small specs folder of its own, and a letter that is sound, to be broken by each test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import Problem
from engine.spec.directives import check_text
from engine.spec.library import Library, load_library

AGENCIES = """\
agencies:
  - {id: bhxh-tp, kind: bhxh-tinh, name: Bảo hiểm xã hội thành phố, symbol: BHXH, seat: Hải Phòng}
  - id: bhxh-quan
    kind: bhxh-huyen
    name: Bảo hiểm xã hội quận Kiến An
    short: BHXH quận
    symbol: BHXH
    seat: Kiến An
    superior: bhxh-tp
    parent: ubnd-tp
    until: 2025-06-30
    successor: bhxh-co-so
    ended_by: Luật số 72/2025/QH15
  - {id: bhxh-co-so, kind: co-so, name: BHXH cơ sở Kiến An, symbol: BHXH, seat: Kiến An, from: 2025-07-01}
  - id: ubnd-tp
    kind: ubnd
    name: Ủy ban nhân dân thành phố
    short: UBND thành phố
    symbol: UBND
    seat: Hải Phòng
    collective: true
  - {id: vp-ubnd-tp, kind: vp, name: Văn phòng UBND thành phố, symbol: VP, seat: Hải Phòng, superior: ubnd-tp}
  - {id: benh-vien, kind: benh-vien, name: Bệnh viện, symbol: BV, seat: Kiến An, academic_titles: true}
  - {id: don-vi-a, kind: don-vi, name: Công ty A, parent: bhxh-quan}
  - {id: don-vi-b, kind: don-vi, name: Công ty B, parent: bhxh-quan, properties: {quy-mo: lon}}
groups:
  - {id: don-vi, name: Các đơn vị sử dụng lao động, kind: don-vi}
  - {id: da-het, name: Nhóm đã hết, members: bhxh-co-so}
"""
DOCTYPES = """\
doctypes:
  - {id: cong-van, name: công văn, shows_name: false, addressed: always, subject_style: v-v,
     requires: [recipients, sign], basis: NĐ 30/2020}
  - {id: ke-hoach, name: kế hoạch, abbreviation: KH, body: sections, requires: [sections], basis: NĐ 30/2020}
  - {id: quyet-dinh, name: quyết định, abbreviation: QĐ, body: articles, requires: bases, basis: NĐ 30/2020}
act_types:
  - {id: luat, name: Luật, named_only: true}
"""
FORM = """\
form: d02-lt
version: {version}
code: D02-LT
name: Danh sách lao động
basis: Quyết định {version}
from: {start}
until: {end}
"""
LETTER = """\
id: thu
type: cong-van
issuer: bhxh-quan
symbol: {unit: QLT}
date: 2022-10-03
subject: cập nhật số ĐDCN/CCCD
recipients: [don-vi]
bases:
  - {id: kh-1879, type: ke-hoach, act: 1879/KH-BHXH, date: 2022-08-31, issuer: bhxh-tp, about: cập nhật}
opening: Thực hiện [[kh-1879]], BHXH quận đề nghị các đơn vị thực hiện các nội dung sau.
tasks:
  - id: doi-chieu
    lead: all-recipients
    text: Đối chiếu danh sách, lập Mẫu D02-LT gửi cơ quan BHXH trước ngày 31/10/2022, đạt 100% người lao động.
    deadline: {before: 2022-10-31}
    targets: {id: xac-thuc, measure: người lao động được xác thực, value: 100%}
    forms: d02-lt
  - id: bao-cao
    lead: don-vi
    after: doi-chieu
    text: Tổng hợp kết quả theo Phụ lục I.
    deadline: 2022-11-15
appendices:
  - {id: mau, title: Mẫu tổng hợp, external: true}
report: {to: bhxh-quan}
sign: {authority: GIÁM ĐỐC, name: Nguyễn Anh Tú}
copies:
  - {to: BHXH thành phố, who: bhxh-tp, purpose: để b/c}
file: [VT, QLT]
"""


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("specs")
    files = {
        "agencies/a.yaml": AGENCIES,
        "doctypes/d.yaml": DOCTYPES,
        "forms/old.yaml": FORM.format(version="959-2015", start="2015-10-01", end="2020-08-31"),
        "forms/new.yaml": FORM.format(version="1040-2020", start="2020-09-01", end="2023-12-31"),
        "directives/khac.yaml": "# văn bản khác\nid: khac\n",
        "directives/hinh.png": "",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library, problems = load_library(root, ("folder",))
    assert problems == ()
    return library


@pytest.fixture(scope="session")
def problems_of(small_library: Library) -> Callable[[str], tuple[Problem, ...]]:
    """The problems of a letter that would stand in the small library."""

    def check(text: str) -> tuple[Problem, ...]:
        return check_text(text, small_library, small_library.root / "directives" / "thu.yaml")[1]

    return check
