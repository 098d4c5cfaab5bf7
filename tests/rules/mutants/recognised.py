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
_NOTE = (
    "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 16 tháng 7 năm 2021 của Ủy ban nhân dân huyện An Lão)"
)


def _draft(docx: Docx) -> None:
    """A small table "DỰ THẢO" between the head and the tên loại."""
    made = etree.fromstring(f"<d {SPACES}>{table((c('DỰ THẢO', 'b'),), widths=(1700,))}<w:p/></d>")
    for element in made:
        docx.p("QUYẾT ĐỊNH").element.addprevious(element)


def _long(docx: Docx) -> None:
    docx.p("Về việc thành lập").write(_LONG).shape(align="both")


def _enacted(docx: Docx) -> None:
    """The quy chế that a quyết định enacts, in a file of its own (mẫu 1.3)."""
    docx.p("QUYẾT ĐỊNH:").delete()
    docx.p("QUYẾT ĐỊNH").write("QUY CHẾ")
    subject = docx.p("Về việc thành lập").write("Hoạt động của Tổ công tác triển khai ứng dụng VssID")
    subject.copy_after(_NOTE).look(bold=False, italic=True)
    for words in ("Số:", "An Lão, ngày"):
        docx.p(words).write("")
    for above in docx.all_between("ỦY BAN NHÂN DÂN HUYỆN AN LÃO", "Căn cứ Quyết định"):
        above.delete()
    for words in ("Nơi nhận:", "- Chủ tịch", "- Lưu"):
        docx.p(words).write("")


VARIANTS = (
    Variant("quyet-dinh", "bảng dự thảo trên tên loại", _draft),
    Variant("quyet-dinh", "quy chế ban hành kèm theo, tệp riêng", _enacted),
)
MUTANTS = (Mutant("TT-35", "quyet-dinh", "trích yếu dài canh đều", _long),)
