"""A small office of its own: three communes, one letter, obligations of every role."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.bootstrap import Places, shipped_specs

AGENCIES = """
agencies:
  - {id: ubnd-huyen-mau, name: Ủy ban nhân dân huyện Mẫu, short: UBND huyện Mẫu, kind: ubnd-huyen, collective: true,
     header: [ỦY BAN NHÂN DÂN, HUYỆN MẪU], symbol: UBND, seat: Mẫu, synthetic: true}
  - {id: phong-mau, name: Phòng Nội vụ huyện Mẫu, short: Phòng Nội vụ, kind: phong,
     parent: ubnd-huyen-mau, synthetic: true}
  - {id: xa-mot, name: Ủy ban nhân dân xã Một, short: UBND xã Một, kind: ubnd-xa,
     parent: ubnd-huyen-mau, synthetic: true}
  - {id: xa-hai, name: Ủy ban nhân dân xã Hai, short: UBND xã Hai, kind: ubnd-xa,
     parent: ubnd-huyen-mau, synthetic: true}
  - {id: xa-ba, name: Ủy ban nhân dân xã Ba, short: UBND xã Ba, kind: ubnd-xa,
     parent: ubnd-huyen-mau, synthetic: true}
groups:
  - {id: cac-xa-mau, name: Ủy ban nhân dân các xã, kind: ubnd-xa, parent: ubnd-huyen-mau}
"""

DIRECTIVE = """
id: mau-2023
type: cong-van
issuer: ubnd-huyen-mau
symbol: {unit: VP}
date: 2023-04-13
subject: rà soát danh sách
recipients:
  - phong-mau
  - {who: cac-xa-mau, as: Ủy ban nhân dân các xã}
opening: Ủy ban nhân dân huyện yêu cầu các cơ quan thực hiện các nội dung sau
tasks:
  - text: Phòng Nội vụ chủ trì, phối hợp với Ủy ban nhân dân các xã rà soát danh sách trước ngày 31/10/2023.
    lead: phong-mau
    cooperate: cac-xa-mau
    deadline: {before: 2023-10-31}
  - text: Ủy ban nhân dân các xã báo cáo kết quả chậm nhất đến 30/11/2023.
    lead: cac-xa-mau
    deadline: 2023-11-30
closing: Yêu cầu các cơ quan nghiêm túc thực hiện
sign: {authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], name: Nguyễn Văn Mẫu}
file: [VT]
"""


@pytest.fixture
def office(tmp_path: Path) -> Places:
    """Specs of the small office beside the product's own document types and templates."""
    specs = tmp_path / "specs"
    (specs / "agencies").mkdir(parents=True)
    (specs / "directives").mkdir()
    (specs / "agencies" / "mau.yaml").write_text(AGENCIES, encoding="utf-8")
    (specs / "directives" / "mau-2023.yaml").write_text(DIRECTIVE, encoding="utf-8")
    (specs / "doctypes").symlink_to(shipped_specs() / "doctypes")
    (tmp_path / "templates").symlink_to(shipped_specs().parent / "templates")
    return Places(tmp_path / "home", specs)


@pytest.fixture
def spec(office: Places) -> Path:
    """The office's one directive."""
    return office.specs / "directives" / "mau-2023.yaml"
