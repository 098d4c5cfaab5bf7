"""Makes docs/quy-tac, a page a rule and an index, from the rules themselves: `python -m tests.docs.rule_pages`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from engine.errors import Severity
from engine.model.ruleset import RuleSet
from engine.rules.mendable import can_mend
from engine.rules.registry import Rule, rules
from engine.spec.library import load_library
from tests.docs.pages import DOCS, ROOT

FOLDER = DOCS / "quy-tac"
INDEX = "README.md"
_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
_PARTS: Mapping[str, str] = {
    "I": "Trang giấy, phông chữ, số trang",
    "II.1": "Quốc hiệu và Tiêu ngữ",
    "II.2": "Tên cơ quan, tổ chức ban hành văn bản",
    "II.3": "Số, ký hiệu của văn bản",
    "II.4": "Địa danh và thời gian ban hành văn bản",
    "II.5": "Tên loại và trích yếu nội dung văn bản",
    "II.6": "Nội dung văn bản",
    "II.7": "Chức vụ, họ tên và chữ ký của người có thẩm quyền",
    "II.8": "Dấu, chữ ký số của cơ quan",
    "II.9": "Nơi nhận",
    "III.1": "Phụ lục",
    "III.2": "Dấu chỉ độ mật, độ khẩn, phạm vi lưu hành",
    "III.3": "Ký hiệu người soạn thảo, số lượng bản",
    "III.4": "Địa chỉ liên hệ",
    "V": "Mẫu chữ và chi tiết trình bày",
}
_ELSEWHERE: Mapping[str, str] = {
    "Điều 13": _PARTS["II.7"],
    "Phụ lục II": "Viết hoa",
    "Phụ lục III": "Mẫu trình bày",
}
"""Where a clause does not lie in Phụ lục I: by how it begins."""
_OTHER = "Điều khoản khác và thông lệ soạn thảo"
_CLAUSE = re.compile(r"\b(?P<part>III|II|I|V)(?:\.(?P<number>\d+))?(?=[^\w]|[a-zđ]|$)")
_NOTHING = "(không ghi gì)"
_APPENDIX = "Phụ lục I,"
_FIRST_PART = re.compile(r"Phần I\b,?")
_HEAD = """# Các quy tắc thể thức · Layout rules

{count} quy tắc của `congvan lint`, theo thứ tự Phụ lục I của {name}.
Trên dòng lệnh: `congvan list rules`, `congvan lint --explain TT-22`. Cách dùng:
[Kiểm tra thể thức tệp Word](../kiem-tra-the-thuc.md).

**Mức**: lỗi là trái quy định, cảnh báo là chỗ cần xem lại, lưu ý để biết. **Nguồn** “thông lệ” là suy luận hoặc thói
quen soạn thảo, không phải chữ của Nghị định. **--fix** “có”: máy sửa được phần hình thức của lỗi, không đổi chữ nào.
Các trang này được tạo từ mã nguồn (`engine/rules/checks`) bằng `uv run python -m tests.docs.rule_pages`.
"""


def law() -> RuleSet:
    """The rule set that the project ships."""
    (found,) = load_library(ROOT / "specs", folders=frozenset({"rules"}))[0].rule_sets
    return found


def pages(every: Sequence[Rule] | None = None) -> dict[str, str]:
    """The text of each page by its file's name, the index among them."""
    shipped = law()
    chosen = tuple(one.worded(shipped) for one in (rules().values() if every is None else every))
    return {
        **{f"{rule.id}.md": "".join(_page(rule, shipped)) for rule in chosen},
        INDEX: "".join(_index(chosen, shipped)),
    }


def part_of(rule: Rule) -> str:
    """The part of the decree's appendix that the rule's clause lies in, by its heading there."""
    clause = rule.clause.partition(_APPENDIX)[2]
    found = _CLAUSE.search(_FIRST_PART.sub("", clause))
    if found is None:
        begin = re.split(r"[,.;]", rule.clause)[0].strip()
        return _ELSEWHERE.get(begin, _OTHER)
    part = found["part"]
    return _PARTS.get(part if part in ("I", "V") else f"{part}.{found['number']}", _OTHER)


def _page(rule: Rule, shipped: RuleSet) -> Iterator[str]:
    yield f"# {rule.id}: {part_of(rule)}\n\n{_text(rule.asks.vi)}\n\n*{_text(rule.asks.en)}*\n\n"
    yield "| | |\n|---|---|\n"
    yield f"| mức | {_SEVERITIES[rule.severity]} |\n"
    yield f"| điều khoản | {_cell(f'{shipped.short}, {rule.clause}')} |\n"
    yield f"| nguồn | {'chữ của Nghị định' if rule.sure else 'thông lệ hoặc suy luận'} |\n"
    if rule.bundle is not None:
        yield "| phạm vi | so các tệp được kiểm tra cùng nhau và sổ văn bản đi |\n"
    yield f"| `--fix` | {'máy sửa được phần hình thức, không đổi chữ' if can_mend(rule) else 'phải sửa tay'} |\n"
    yield f"\nSai:\n\n```text\n{rule.wrong.strip()}\n```\n\nĐúng:\n\n```text\n{rule.right.strip() or _NOTHING}\n```\n"
    yield f"\n## Cách sửa trong Word\n\n{_text(rule.mend.vi)}\n"
    if rule.why:
        yield f"\n## Nói thêm\n\n{_text(rule.why)}\n"
    yield f"\n[Các quy tắc]({INDEX})\n"


def _index(every: Sequence[Rule], shipped: RuleSet) -> Iterator[str]:
    yield _HEAD.format(count=len(every), name=shipped.name)
    for part in dict.fromkeys((*_PARTS.values(), *_ELSEWHERE.values(), _OTHER)):
        group = [rule for rule in every if part_of(rule) == part]
        if group:
            yield f"\n## {part}\n\n| quy tắc | mức | yêu cầu | điều khoản | nguồn | --fix |\n{'|---' * 6}|\n"
            yield from (_row(rule) for rule in group)
    yield "\n## Không kiểm tra được trong tệp Word\n\n| yêu cầu | điều khoản | lý do |\n|---|---|---|\n"
    yield from (f"| {_cell(n.what)} | {_cell(n.clause)} | {_cell(n.why)} |\n" for n in shipped.not_checkable)


def _row(rule: Rule) -> str:
    source = "Nghị định" if rule.sure else "thông lệ"
    fix = "có" if can_mend(rule) else " "
    row = (
        f"[{rule.id}]({rule.id}.md)",
        _SEVERITIES[rule.severity],
        _cell(rule.asks.vi),
        _cell(rule.clause),
        source,
        fix,
    )
    return f"| {' | '.join(row)} |\n".replace("|   |", "| |")


def _text(text: str) -> str:
    return re.sub(r"([*_<])", r"\\\1", text.strip())


def _cell(text: str) -> str:
    return re.sub(r"([*_|<])", r"\\\1", " ".join(text.split()))


def write() -> None:
    """Writes every page and takes away those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
