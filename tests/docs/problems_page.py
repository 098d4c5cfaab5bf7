"""Makes docs/problems.md from the catalogue: `python -m tests.docs.problems_page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from engine.errors import Problem
from engine.messages import all_codes, describe, hint
from tests.docs.pages import DOCS

PAGE = DOCS / "problems.md"
_HEAD = """# Danh mục lỗi · Problem codes

Mỗi lỗi, cảnh báo có một mã không đổi. “…” là chỗ được điền khi báo lỗi. `--lang en` in tiếng Anh.
Trang này được tạo từ mã nguồn (`engine/messages`) bằng `uv run python -m tests.docs.problems_page`.
"""
_AREAS = {
    "SPEC": "Tệp chỉ đạo, danh bạ, loại văn bản",
    "PLAN": "Lập kế hoạch",
    "ISSUE": "Ban hành",
    "RENDER": "Soạn văn bản",
    "TEMPLATE": "Mẫu Word",
    "NUMBER": "Số và sổ",
    "STORE": "Cơ sở dữ liệu, đĩa",
    "BLOB": "Kho tệp",
    "REGISTER": "Sổ đăng ký văn bản đi",
    "MATERIAL": "Mẫu Word, hình ảnh",
    "LOG": "Nhật ký sự kiện",
    "DELIVERY": "Giao văn bản",
    "OBLIGATION": "Nghĩa vụ",
    "FLOW": "Lượt chạy, máy chủ theo dõi",
    "RUN": "Bộ chạy",
    "NEW": "Lệnh new",
    "STATUS": "Lệnh status",
    "CLI": "Tham số dòng lệnh",
    "LINT": "Lệnh lint: tệp Word không kiểm tra được",
    "TT": "Thể thức, kỹ thuật trình bày (các quy tắc của lệnh lint)",
    "PEOPLE": "Danh sách người tham gia",
    "APP": "Chung",
}


def page() -> str:
    """The page as it should be now."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    for area, codes in groupby(sorted(all_codes()), key=_area):
        title = f"{_AREAS[area]} (`{area}-`)" if area in _AREAS else f"`{area}-`"
        yield f"\n## {title}\n\n| mã | nghĩa | cách sửa |\n|---|---|---|\n"
        yield from (_row(code) for code in codes)


def _area(code: str) -> str:
    return code.partition("-")[0]


def _row(code: str) -> str:
    problem = Problem(code)
    shown = f"{code}…" if code.endswith("-") else code
    return f"| `{shown}` | {_cell(describe(problem))} | {_cell(hint(problem))} |\n".replace("|  |", "| |")


def _cell(text: str) -> str:
    return re.sub(r"([*_|<])", r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
