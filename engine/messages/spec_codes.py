"""Texts of what can be wrong in a list of codes."""

from engine.messages.catalogue import Text

TEXTS = {
    "SPEC-CODES-REPEATED": Text(
        "Danh mục có mã ghi hai lần.",
        "Mỗi mã một dòng; cách viết khác ghi vào synonyms.",
        "A code stands twice in the list.",
        "One line for each code; other writings go into synonyms.",
    ),
    "SPEC-CODES-LIST-REPEATED": Text(
        "Danh mục “{id}” đã có ở {file}:{line}.",
        "Gộp hai tệp, hoặc dùng mã danh mục khác.",
        "The list of codes “{id}” stands at {file}:{line} already.",
        "Join the two files, or use another id.",
    ),
    "SPEC-CODES-UNKNOWN-LIST": Text(
        "Không có danh mục “{name}”.",
        "Xem các tệp trong specs/codes; id của tệp là mã danh mục.",
        "There is no list of codes “{name}”.",
        "See the files in specs/codes; a file's id is the list's.",
    ),
    "SPEC-CODES-UNKNOWN": Text(
        "Danh mục “{list}” không có mã “{name}”.",
        "Sửa mã, hoặc thêm mã vào danh mục ấy.",
        "The list “{list}” has no code “{name}”.",
        "Mend the code, or add it to that list.",
    ),
    "SPEC-CODES-PERIOD-BACKWARDS": Text(
        "Mã “{name}”: ngày cuối (until) đứng trước ngày đầu (from).",
        "Xem lại from và until của mã.",
        "Code “{name}”: its last day (until) comes before its first (from).",
        "Mend from and until of the code.",
    ),
}
