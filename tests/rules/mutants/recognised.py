"""What stands beside the parts of a letter, and slips that hide none of them."""

from __future__ import annotations

from lxml import etree

from tests.rules.mutation import Docx, Mutant, Variant
from tests.rules.wordmade import c, table
from tests.word.making import SPACES

_LONG = (
    "Về việc thành lập Tổ công tác triển khai ứng dụng VssID trên địa bàn huyện An Lão, thành phố Hải Phòng và kiện "
    "toàn Tổ giúp việc của Tổ công tác"
)


def _draft(docx: Docx) -> None:
    """A small table "DỰ THẢO" between the head and the tên loại."""
    made = etree.fromstring(f"<d {SPACES}>{table((c('DỰ THẢO', 'b'),), widths=(1700,))}<w:p/></d>")
    for element in made:
        docx.p("QUYẾT ĐỊNH").element.addprevious(element)


def _long(docx: Docx) -> None:
    docx.p("Về việc thành lập").write(_LONG).shape(align="both")


VARIANTS = (Variant("quyet-dinh", "bảng dự thảo trên tên loại", _draft),)
MUTANTS = (Mutant("TT-35", "quyet-dinh", "trích yếu dài canh đều", _long),)
