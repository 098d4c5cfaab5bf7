"""What the components are called, in words that a clerk knows, and places told with them."""

from __future__ import annotations

from engine.rules.finding import Place, Said
from engine.rules.letter import PartName

PART_NAMES: dict[PartName, Said] = {
    PartName.STATE: Said("Quốc hiệu (ô 1)", "national name (box 1)"),
    PartName.MOTTO: Said("Tiêu ngữ (ô 1)", "national motto (box 1)"),
    PartName.SUPERIOR: Said("Tên cơ quan chủ quản (ô 2)", "superior agency (box 2)"),
    PartName.ISSUER: Said("Tên cơ quan ban hành (ô 2)", "issuing agency (box 2)"),
    PartName.NUMBER: Said("Số, ký hiệu (ô 3)", "number and symbol (box 3)"),
    PartName.PLACE_DATE: Said("Địa danh và thời gian (ô 4)", "place and date (box 4)"),
    PartName.TYPE_NAME: Said("Tên loại (ô 5a)", "document type (box 5a)"),
    PartName.SUBJECT: Said("Trích yếu (ô 5)", "subject (box 5)"),
    PartName.SALUTATION: Said("Kính gửi (ô 9a)", "salutation (box 9a)"),
    PartName.ADDRESSEE: Said("Nơi nhận ở Kính gửi (ô 9a)", "addressee (box 9a)"),
    PartName.BASIS: Said("Căn cứ ban hành (ô 6)", "legal basis (box 6)"),
    PartName.BODY: Said("Nội dung (ô 6)", "body (box 6)"),
    PartName.AUTHORITY: Said("Quyền hạn, chức vụ (ô 7a)", "authority and title (box 7a)"),
    PartName.SIGNER: Said("Họ tên người ký (ô 7b)", "signer's name (box 7b)"),
    PartName.OTHER_TITLE: Said("Chức danh khác của người ký (ô 7b)", "signer's other title (box 7b)"),
    PartName.RECEIVERS_LABEL: Said("Từ “Nơi nhận” (ô 9b)", "label “Nơi nhận” (box 9b)"),
    PartName.RECEIVER: Said("Danh sách nơi nhận (ô 9b)", "recipients (box 9b)"),
    PartName.FILE_LINE: Said("Dòng “Lưu” (ô 9b)", "line “Lưu” (box 9b)"),
    PartName.DRAFTER: Said("Người soạn thảo, số bản (ô 12)", "drafter and copies (box 12)"),
    PartName.CONTACT: Said("Địa chỉ liên hệ (ô 13)", "contact line (box 13)"),
    PartName.URGENCY: Said("Dấu chỉ độ khẩn (ô 10b)", "urgency mark (box 10b)"),
    PartName.SECRECY: Said("Dấu chỉ độ mật (ô 10a)", "secrecy mark (box 10a)"),
    PartName.CIRCULATION: Said("Chỉ dẫn phạm vi lưu hành (ô 11)", "circulation mark (box 11)"),
    PartName.STAMP: Said("Dấu “ĐẾN”", "incoming stamp"),
    PartName.PAGE: Said("Trang giấy", "page"),
    PartName.PAGE_NUMBER: Said("Số trang", "page number"),
    PartName.APPENDIX_LABEL: Said("Từ “Phụ lục”", "label “Phụ lục”"),
    PartName.APPENDIX_TITLE: Said("Tên phụ lục", "appendix title"),
    PartName.APPENDIX_NOTE: Said("Dòng “Kèm theo” của phụ lục", "line “Kèm theo” of the appendix"),
    PartName.APPENDIX_BODY: Said("Nội dung phụ lục", "appendix body"),
    PartName.OTHER: Said("Phần khác", "other part"),
}
"""By component; ô số are those of the diagram in NĐ 30/2020, Phụ lục I, IV."""

_STORIES = {
    "header": Said("đầu trang", "header"),
    "footer": Said("chân trang", "footer"),
    "box": Said("hộp chữ", "text box"),
    "note": Said("chú thích", "footnote"),
}


def place_words(place: Place) -> Said:
    """ "Số, ký hiệu (ô 3), bảng 1 hàng 2 ô 1, đoạn 5: “Số: 5/QĐ-BNV”". Sections are told from the second on."""
    name = PART_NAMES[place.part]
    vi, en = [name.vi], [name.en]
    if place.section > 1 or (place.section and not place.paragraph):
        vi.append(f"phần trang (section) {place.section}")
        en.append(f"section {place.section}")
    if place.story in _STORIES:
        vi.append(_STORIES[place.story].vi)
        en.append(_STORIES[place.story].en)
    if place.cell is not None:
        table, row, column = place.cell.table + 1, place.cell.row + 1, place.cell.column + 1
        vi.append(f"bảng {table} hàng {row} ô {column}")
        en.append(f"table {table} row {row} cell {column}")
    if place.paragraph:
        vi.append(f"đoạn {place.paragraph}")
        en.append(f"paragraph {place.paragraph}")
    words = f": “{place.words}”" if place.words else ""
    return Said(", ".join(vi) + words, ", ".join(en) + words)
