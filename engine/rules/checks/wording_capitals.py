"""Capital letters in the text (Phụ lục II)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from engine.errors import Severity
from engine.rules import capitals
from engine.rules.capitals import first_of_each
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.registry import rule
from engine.rules.told import Text
from engine.rules.written_names import written_names


@rule(
    "TT-85",
    Severity.WARNING,
    "Phụ lục II",
    asks=(
        "Viết hoa đúng Phụ lục II: “Điều 5”, “khoản 2”, “điểm a”; “Công văn số …”; “Nhân dân”, “Nhà nước”; "
        "tên cơ quan như “Sở Thông "
        "tin và Truyền thông”; “thành phố Hải Phòng”, “Quận 1”, “Thành phố Hồ Chí Minh”.",
        "Capitals follow Appendix II: “Điều 5”, “khoản 2”, “điểm a”; “Công văn số …”; names of agencies as "
        "registered; “thành phố Hải "
        "Phòng”, “Quận 1”, “Thành phố Hồ Chí Minh”.",
    ),
    mend=(
        "Sửa chữ hoa, chữ thường như đã chỉ; Ctrl+H để thay cả văn bản, chọn Match case.",
        "Change the capitals as told; Ctrl+H with Match case replaces them all.",
    ),
    wrong="tại Khoản 2 điều 5; công văn số 4218/VP-VX; Sở Thông tin và truyền thông",
    right="tại khoản 2 Điều 5; Công văn số 4218/VP-VX; Sở Thông tin và Truyền thông",
    why="Chỉ báo chỗ chắc chắn: viện dẫn điều, khoản, điểm; loại văn bản có số; tên cơ quan có trong danh bạ "
    "hoặc bộ quy tắc; tỉnh, thành "
    "phố kèm tên riêng; “nhân dân”, “nhà nước” dùng như danh từ riêng. Chữ in hoa toàn bộ (tiêu đề) được bỏ "
    "qua; “quản lý nhà nước”, "
    "“ngân sách nhà nước” viết thường là đúng. Không xét chữ đầu câu, chữ viết hoa tu từ, đơn vị hành chính "
    "đặt theo tên người.",
)
def capital_letters(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str], list[Text]] = {}
    types, laws = _types(case)
    listed = frozenset(case.law.capitals.values())
    names = written_names(case.known.directory, case.law.capitals.values())
    for text in case.texts:
        if text.words.isupper():
            continue
        words = text.words
        finders = (
            partial(capitals.parts_of_acts, words),
            partial(capitals.specific_acts, words, types, laws),
            partial(capitals.people_and_state, words),
            partial(capitals.units, words),
            partial(capitals.agencies, words, names, listed),
        )
        for slip in first_of_each(finders):
            seen.setdefault((slip.found, slip.right), []).append(text)
    for (found, right), where in seen.items():
        more = Said("", "") if len(where) == 1 else Said(f" ({len(where)} chỗ)", f" ({len(where)} times)")
        said = Said(f"“{found}”, phải là “{right}”{more.vi}", f"“{found}” instead of “{right}”{more.en}")
        yield Fault(at(where[0].strip, where[0].part), said)


def _types(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of types in small letters: those cited by number, and laws, cited by name."""
    known = [t.name.lower() for t in case.known.doctypes.values()]
    known += [t.name.lower() for t in case.known.act_types.values() if not t.named_only]
    laws = [t.name.lower() for t in case.known.act_types.values() if t.named_only]
    return tuple(known), tuple(laws)
