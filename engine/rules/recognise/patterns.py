"""What the parts say, as patterns over folded text (`fold`): accents, case and kinds of dashes do not matter."""

from __future__ import annotations

import re

from engine.rules.recognise.fold import bare, likeness

STATE = "CONG HOA XA HOI CHU NGHIA VIET NAM"
MOTTO = "DOC LAP - TU DO - HANH PHUC"

_OPEN = r"[\d .,…_]*"
_NUMBER = re.compile(rf"^SO ?[:.;,]|^SO ?{_OPEN}[A-Z]? ?/|^SO ?\d+ ?[-/A-Z]")
_PARTY_NUMBER = re.compile(rf"^SO ?[:.]? ?{_OPEN}- ?[A-Z]{{1,6}} ?/ ?[A-Z]")
_SYMBOL = re.compile(rf"^{_OPEN}[A-Z]? ?/ ?[A-Z][A-Z\d&.]*(?: ?- ?[A-Z][A-Z\d&.]*)*$")
_DAY = re.compile(rf"NGAY ?{_OPEN}THANG ?{_OPEN}NAM ?{_OPEN}[.;]?$")
_SHORT_DAY = re.compile(r"^[^\d]{2,50}(?:, ?|, ?NGAY |\bNGAY )\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}\.?$")
_PART_OF_DAY = re.compile(r"^[^\d]{2,50},.{0,12}(?:\b(?:NGAY|THANG|NAM)\b.*|\b20\d\d)$")
_NOT_A_PLACE = re.compile(r"^(CAN CU|THEO|\(|KEM THEO|THUC HIEN|NGAY NHAN|TU NGAY|- )")
_VV = re.compile(r"^V ?[/\\.,|] ?V\b|^VV\b ?[:.]?|^(?:V/V )?VE VIEC\b")
_NUMBERED = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)/]|[IVX]+[.)/-]|[A-Z][.)]|DIEU \d+|CHUONG [IVX\d]|PHAN (?:THU|[IVX\d])|MUC \d|BUOC \d|[-+*•])"
)
_BASIS = re.compile(r"^(CAN CU|THEO |THUC HIEN|XET DE NGHI|DE )")
_RECEIVERS = re.compile(r"^NOI ?NH?AN ?[:.;,]* ?(?P<tail>\(.{0,15}\))?$")
_RECEIVERS_INLINE = re.compile(r"^NOI ?NHAN ?[:.;] ?[-+•]? ?\S")
_FILE = re.compile(r"^[-+•*.]? ?LUU ?(?:[:.;,]|VT\b|VAN THU|TRU ?:)|^[-+•*] ?LUU\b")
_APPENDIX = re.compile(r"^PHU LUC(?: (?:SO )?[IVXLC\d]+[A-Z]?)?(?: ?[:.]?$| ?[:.\-(])")
_CONTACT = (
    re.compile(r"DIA CHI ?:|TRU SO ?:"),
    re.compile(r"\b(?:DT|DIEN THOAI|SDT|TEL|PHONE|HOTLINE) ?[:.]"),
    re.compile(r"\bFAX\b"),
    re.compile(r"\bE-?MAIL\b|[\w.]+@[\w.]+"),
    re.compile(r"\bWEBSITE\b|\bWEB ?:|TRANG THONG TIN|CONG THONG TIN|HTTPS?:|WWW\.|\.GOV\.VN"),
    re.compile(r"^SO \d+,? .*(?:DUONG|PHO|PHUONG|XA|QUAN|HUYEN|THI TRAN|THANH PHO|TINH)"),
)


def state_likeness(folded: str) -> float:
    """How much it is the Quốc hiệu."""
    return likeness(folded, STATE) if 12 <= len(folded) <= 60 else 0.0


def motto_likeness(folded: str) -> float:
    """How much it is the Tiêu ngữ."""
    return likeness(folded, MOTTO) if 6 <= len(folded) <= 50 else 0.0


def number_score(folded: str) -> float:
    """How much it is a số, ký hiệu: 3 with its label, 2 without; a blank number counts."""
    if len(folded) > 60:
        return 0.0
    return (
        3.0 if _NUMBER.match(folded) or _PARTY_NUMBER.match(folded) else 2.0 if _SYMBOL.match(folded) else 0.0
    )


def is_party_number(folded: str) -> bool:
    """The Party's form: "Số 12-KH/HU"."""
    return bool(_PARTY_NUMBER.match(folded))


def date_score(folded: str) -> float:
    """How much it is địa danh and day: 3 in full, 2 in figures, 1 where pieces of it are there."""
    if len(folded) > 90 or _NOT_A_PLACE.match(folded):
        return 0.0
    if _DAY.search(folded):
        return 3.0
    if _SHORT_DAY.match(folded):
        return 2.0 if "," in folded else 1.5
    return 1.0 if _PART_OF_DAY.match(folded) and len(folded) < 60 else 0.0


def is_vv(folded: str) -> bool:
    """Begins as the trích yếu of a công văn does: V/v, v.v, Về việc."""
    return bool(_VV.match(folded))


def is_salutation(folded: str) -> bool:
    """Begins with "Kính gửi", however it is spelt."""
    if folded.startswith(("KINH GUI", "KINHGUI", "KINH GOI", "KINH TRINH")):
        return True
    label = folded.split(":")[0] if ":" in folded[:14] else ""
    return bool(label) and likeness(label, "KINH GUI") >= 0.8


def is_numbered(folded: str) -> bool:
    """Begins with the number of a heading, a khoản, a điểm or with a dash."""
    return bool(_NUMBERED.match(folded))


def begins_body(folded: str) -> bool:
    """Begins as căn cứ and openings do."""
    return bool(_BASIS.match(folded))


def is_receivers_label(folded: str) -> bool:
    """The words "Nơi nhận:" alone; a number of copies or a drafter in brackets may follow."""
    if len(folded) > 30:
        return False
    return bool(_RECEIVERS.match(folded)) or (folded.endswith(":") and likeness(folded, "NOI NHAN") >= 0.85)


def is_receivers_inline(folded: str) -> bool:
    """ "Nơi nhận:" with the first item on the same line."""
    return bool(_RECEIVERS_INLINE.match(folded))


def is_file_line(folded: str) -> bool:
    """The Lưu line: "- Lưu: VT, …"."""
    return len(folded) < 120 and bool(_FILE.match(folded))


def is_appendix_label(folded: str) -> bool:
    """ "Phụ lục", "PHỤ LỤC II", "Phụ lục 1:" as a line of its own."""
    return len(folded) < 200 and bool(_APPENDIX.match(folded))


def contact_score(folded: str) -> int:
    """How many marks of an address line it holds: địa chỉ, điện thoại, fax, thư điện tử, trang thông tin."""
    return sum(1 for pattern in _CONTACT if pattern.search(folded))


_CHAPTER = re.compile(r"^(?:CHUONG|PHAN)(?: THU)? (?:[IVX]+|\d+|NHAT|HAI|BA)\b|^DIEU 1\b")
_ENACTED = re.compile(r"^\(? ?(?:DUOC )?(?:BAN HANH |PHE DUYET )?(?:DINH )?KEM THEO\b")


def opens_chapter(folded: str) -> bool:
    """The label of a phần, a chương or the first điều: the body has begun."""
    return bool(_CHAPTER.match(folded))


def is_enacted_note(folded: str) -> bool:
    """ "(Ban hành kèm theo Quyết định số …"."""
    return bool(_ENACTED.match(folded))


_DRAFT = re.compile(r"^\W*(?:BAN )?DU THAO\b(?P<more>.*)$")
_OF_DRAFT = re.compile(r"\b(?:LAN|NGAY|LAY|XIN|TRINH|GUI|HOP|SO|V)\b")


def is_draft(folded: str) -> bool:
    """The mark of a draft alone: "DỰ THẢO", "(Dự thảo lần 2)", "Dự thảo ngày 12/3"."""
    found = _DRAFT.match(folded) if len(folded) <= 60 else None
    if found is None:
        return False
    more = found["more"].strip(" .,:;()[]*_-")
    return not more or more[0].isdigit() or bool(_OF_DRAFT.match(more))


_URGENCY = ("HOA TOC", "THUONG KHAN", "KHAN", "HOA TOC HEN GIO")
_SECRECY = ("MAT", "TOI MAT", "TUYET MAT")
_CIRCULATION = ("XEM XONG TRA LAI", "LUU HANH NOI BO", "TAI LIEU THU HOI", "THU HOI")


def is_urgency(folded: str) -> bool:
    """A dấu chỉ độ khẩn; what stands beside the words is for the rules."""
    words = bare(folded)
    exact = {bare(w) for w in _URGENCY}
    return words in exact or (
        len(folded) <= 24 and folded.startswith(("HOA TOC", "THUONG KHAN", "KHAN CAP", "RAT KHAN"))
    )


def is_secrecy(folded: str) -> bool:
    """A dấu chỉ độ mật."""
    return bare(folded) in {bare(w) for w in _SECRECY}


def is_circulation(folded: str) -> bool:
    """A chỉ dẫn phạm vi lưu hành."""
    return len(folded) <= 30 and any(likeness(folded, w) >= 0.85 for w in _CIRCULATION)
