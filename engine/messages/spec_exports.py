"""Texts of what can be wrong in the layout of an import workbook."""

from engine.messages.catalogue import Text

TEXTS = {
    "SPEC-EXPORT-REPEATED": Text(
        "Bố cục “{id}” đã có ở {file}:{line}.",
        "Dùng mã khác, hoặc bỏ một trong hai tệp.",
        "The layout “{id}” stands at {file}:{line} already.",
        "Use another id, or take one of the files away.",
    ),
    "SPEC-EXPORT-SHEET-TWICE": Text(
        "Trang “{name}” ghi hai lần.",
        "Mỗi trang một tên; Excel không phân biệt chữ hoa, chữ thường.",
        "The sheet “{name}” stands twice.",
        "One name for each sheet; Excel does not tell capitals from small letters.",
    ),
    "SPEC-EXPORT-ROWS": Text(
        "Dòng {row} trùng dòng đầu bảng khác, hoặc nằm trong phần dữ liệu.",
        "hint_row, label_row, name_row khác nhau và đứng trước first_row.",
        "Row {row} is another head row's, or lies among the data.",
        "hint_row, label_row and name_row differ and stand before first_row.",
    ),
    "SPEC-EXPORT-COLUMN-ORDER": Text(
        "Cột {at} không đứng sau cột ghi trước nó.",
        "Xếp các cột từ trái sang phải; bỏ at nếu cột đứng ngay sau cột trước.",
        "The column {at} does not stand after the one before it.",
        "Order the columns from left to right; leave out at where a column is the next.",
    ),
    "SPEC-EXPORT-CONSTANT-KEY": Text(
        "Một cột chỉ ghi một thứ: constant hoặc key.",
        "Bỏ một trong hai khóa.",
        "A column holds one thing: constant or key.",
        "Take one of the two keys away.",
    ),
}
