"""Writes specs/agencies/du-lieu-mau, the same bytes every time.

Run `python -m tests.synthetic.generate` in the project's folder.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.synthetic.employers import District, Record, employers
from tests.synthetic.schools import LEVELS, clinics, nursery_groups, schools
from tests.synthetic.words import WARDS

SEED = 2022
FOLDER = Path("specs/agencies/du-lieu-mau")

CAM_GIANG = District("cam-giang", "Cẩm Giàng", "ubnd-huyen-cam-giang", "CG", tuple(WARDS["cam-giang"]))
KIEN_AN = District("kien-an", "Kiến An", "ubnd-quan-kien-an", "KA", tuple(WARDS["kien-an"]))
AN_LAO = District("an-lao", "An Lão", "ubnd-huyen-an-lao", "AL", tuple(WARDS["an-lao"]))


def files() -> dict[str, str]:
    """Each file's name with its text."""
    employers_name = "Các đơn vị sử dụng lao động trên địa bàn {}"
    return {
        "don-vi-kien-an.yaml": _text(
            "Đơn vị sử dụng lao động trên địa bàn quận Kiến An",
            employers(KIEN_AN, living=320, gone=4, later=6, seed=SEED),
            [_employers_group(KIEN_AN, employers_name.format("quận"))],
        ),
        "don-vi-cam-giang.yaml": _text(
            "Cơ quan, đơn vị sử dụng lao động trên địa bàn huyện Cẩm Giàng",
            employers(CAM_GIANG, living=120, gone=3, later=3, seed=SEED),
            [_employers_group(CAM_GIANG, "Các cơ quan, đơn vị sử dụng lao động")],
        ),
        "truong-cam-giang.yaml": _text(
            "Trường mầm non, tiểu học, THCS huyện Cẩm Giàng",
            schools(CAM_GIANG, "phong-gddt-cam-giang"),
            _school_groups(CAM_GIANG, "phong-gddt-cam-giang"),
        ),
        "truong-an-lao.yaml": _text(
            "Trường mầm non, tiểu học, THCS và nhóm lớp mầm non tư thục huyện An Lão",
            schools(AN_LAO, "phong-gddt-an-lao") + nursery_groups(AN_LAO, "phong-gddt-an-lao", 20, SEED),
            _school_groups(AN_LAO, "phong-gddt-an-lao", nurseries=True),
        ),
        "co-so-kcb-hai-phong.yaml": _text(
            "Phòng khám, bệnh viện tư nhân ở Hải Phòng", clinics("so-y-te-hai-phong", 30, SEED), []
        ),
    }


def _employers_group(district: District, name: str) -> Record:
    kind = "don-vi-su-dung-lao-dong"
    return {"id": f"{kind}-{district.slug}", "name": name, "kind": kind, "parent": district.parent}


def _school_groups(district: District, office: str, nurseries: bool = False) -> list[Record]:
    """A group for each level, and one of all: their names stand in the letters."""
    groups = [_level_group(district, office, level, title) for level, _, title in LEVELS]
    name = "Các trường Mầm non, Tiểu học, Trung học cơ sở"
    if nurseries:
        name += " và nhóm lớp Mầm non tư thục"
        groups.append(
            {
                "id": f"nhom-lop-mam-non-tu-thuc-{district.slug}",
                "name": "Các nhóm lớp Mầm non tư thục",
                "kind": "nhom-lop-mam-non",
                "parent": office,
            }
        )
    groups.append({"id": f"truong-hoc-{district.slug}", "name": name, "groups": [g["id"] for g in groups]})
    return groups


def _level_group(district: District, office: str, level: str, title: str) -> Record:
    return {
        "id": f"truong-{level}-{district.slug}",
        "name": title.replace("Trường", "Các trường"),
        "kind": "truong",
        "parent": office,
        "where": {"cap": level},
    }


def _text(title: str, agencies: Iterable[Record], groups: Iterable[Record]) -> str:
    """The YAML of one file, one agency or group a line."""
    lines = [
        "# yaml-language-server: $schema=../../schema/agencies.schema.json",
        f"# {title}.",
        "# Dữ liệu mẫu do máy tạo, không có thật (synthetic: true); trùng tên nếu có là ngẫu nhiên.",
        "# Không sửa tay: chạy python -m tests.synthetic.generate.",
    ]
    for key, records in (("agencies", agencies), ("groups", groups)):
        if written := [f"  - {_flow(record)}" for record in records]:
            lines += [f"{key}:", *written]
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    plain = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9-]*|\d{4}-\d\d-\d\d", value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Writes every file under the project that is the working folder."""
    if not FOLDER.parent.is_dir():
        sys.exit(f"{FOLDER.parent} is not here: run this from the project's folder")
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
