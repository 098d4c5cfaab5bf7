"""Texts of the command line's own complaints."""

from engine.messages.catalogue import Text

TEXTS = {
    "CLI-NOT-A-DAY": Text(
        "“{value}” không phải một ngày.",
        "Viết 2023-04-13 hoặc 13/4/2023.",
        "“{value}” is not a day.",
        "Write 2023-04-13 or 13/4/2023.",
    ),
    "HOME-EMPTY": Text(
        "thư mục dữ liệu {home} chưa có gì.",
        "Kiểm tra --home (hoặc CONGVAN_HOME); dữ liệu có sau lần congvan issue đầu tiên.",
        "the home {home} holds nothing yet.",
        "Check --home (or CONGVAN_HOME); data come with the first congvan issue.",
    ),
    "CLI-NO-FILES": Text(
        "không có tệp YAML nào trong {place}.",
        "Chỉ đúng tệp hoặc thư mục, ví dụ specs/directives.",
        "there is no YAML file in {place}.",
        "Name a file or a folder that holds some, e.g. specs/directives.",
    ),
    "CLI-NO-WORD-FILES": Text(
        "không có tệp Word (.docx) nào trong {place}.",
        "Chỉ đúng tệp hoặc thư mục; tệp .doc phải lưu lại thành .docx trước.",
        "there is no Word file (.docx) in {place}.",
        "Name a file or a folder that holds some; a .doc has to be saved as .docx first.",
    ),
    "CLI-LINT-NOTHING": Text(
        "chưa chỉ tệp nào để kiểm tra.",
        "Viết: congvan lint TỆP.docx; hoặc congvan lint --explain TT-22 để đọc một quy tắc.",
        "no file was named.",
        "Write: congvan lint FILE.docx; or congvan lint --explain TT-22 to read a rule.",
    ),
    "CLI-NO-SUCH-FILE": Text(
        "không có tệp {path}.",
        "Kiểm tra tên tệp và thư mục đang đứng.",
        "there is no file {path}.",
        "Check the name and the current folder.",
    ),
    "CLI-CANNOT-READ": Text(
        "không đọc được tệp {path}: {detail}.",
        "Kiểm tra tên tệp, thư mục và quyền đọc.",
        "the file {path} cannot be read: {detail}.",
        "Check the name, the folder and the right to read.",
    ),
    "CLI-FILE-TOO-BIG": Text(
        "tệp lớn hơn {limit} MB nên không mở.",
        "Nén ảnh trong Word (Picture Format → Compress Pictures) rồi lưu lại.",
        "the file is larger than {limit} MB and is not opened.",
        "Compress its pictures in Word (Picture Format → Compress Pictures) and save it.",
    ),
    "CLI-UNKNOWN-RULE": Text(
        "không có quy tắc “{value}”.",
        "Xem các quy tắc: congvan list rules.",
        "there is no rule “{value}”.",
        "See the rules: congvan list rules.",
    ),
    "CLI-FIX-ONE-FILE": Text(
        "--fix sửa mỗi lần đúng một tệp Word.",
        "Viết: congvan lint TỆP.docx --fix TỆP-MỚI.docx",
        "--fix mends exactly one Word file at a time.",
        "Write: congvan lint FILE.docx --fix NEW.docx",
    ),
    "CLI-FIX-SAME-FILE": Text(
        "{path} là chính tệp gốc; bản sửa phải ghi ra tệp khác.",
        "Đặt tên khác sau --fix; so hai tệp rồi mới thay.",
        "{path} is the original itself; the result goes to another file.",
        "Give another name after --fix; compare the two before replacing.",
    ),
    "CLI-FIX-EXISTS": Text(
        "tệp {path} đã có và khác bản sửa này; không ghi đè.",
        "Đặt tên khác sau --fix, hoặc thêm --force nếu muốn ghi đè.",
        "{path} exists, differs from this result, and is not overwritten.",
        "Give another name after --fix, or add --force to overwrite.",
    ),
    "CLI-NO-FOLDER": Text(
        "thư mục đang đứng không còn nữa.",
        "Chuyển sang thư mục khác (cd) rồi chạy lại.",
        "the current folder no longer exists.",
        "Change to another folder and run again.",
    ),
    "CLI-UNKNOWN-ID": Text(
        "không có {what} “{value}” ở đây.",
        "Xem các mã: congvan list agencies, congvan status CHỈ-ĐẠO --format json.",
        "there is no {what} “{value}” here.",
        "See the ids: congvan list agencies, congvan status DIRECTIVE --format json.",
    ),
    "CLI-BAD-CHOICE": Text(
        "không nhận giá trị “{value}”.",
        "Chọn một trong: {choices}.",
        "“{value}” is not a choice.",
        "Choose one of: {choices}.",
    ),
    "NEW-BAD-SLUG": Text(
        "“{slug}” không dùng làm mã được.",
        "Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ ke-hoach-2026.",
        "“{slug}” cannot be an id.",
        "Use lower-case letters, digits and hyphens only, e.g. ke-hoach-2026.",
    ),
    "NEW-NO-DOCTYPE": Text(
        "không có loại văn bản “{doctype}”.",
        "Xem: congvan list doctypes.",
        "there is no document type “{doctype}”.",
        "See: congvan list doctypes.",
    ),
    "NEW-EXISTS": Text(
        "tệp {path} đã có; không ghi đè.",
        "Chọn mã khác hoặc chỉ tệp khác bằng --out.",
        "{path} exists and is not overwritten.",
        "Choose another id, or another file with --out.",
    ),
    "STATUS-NO-DIRECTIVE": Text(
        "chưa có chỉ đạo “{id}” trong thư mục dữ liệu này.",
        "Xem: congvan status; kiểm tra --home.",
        "directive “{id}” was not issued in this home.",
        "See: congvan status; check --home.",
    ),
    "MARK-NOTHING": Text(
        "không có nghĩa vụ nào của cơ quan {agency}, nhiệm vụ {task}.",
        "Xem mã cơ quan, mã nhiệm vụ: congvan status CHỈ-ĐẠO --format json.",
        "no obligation of agency {agency}, task {task}.",
        "See their ids: congvan status DIRECTIVE --format json.",
    ),
    "MARK-NEEDS-REASON": Text(
        "bước “{step}” cần lý do.",
        "Ghi lý do bằng --why.",
        "the step “{step}” needs a reason.",
        "Give it with --why.",
    ),
    "MARK-NEEDS-DUE": Text(
        "gia hạn cần hạn mới.",
        "Ghi hạn mới bằng --due, ví dụ --due 2023-12-31.",
        "an extension needs a new deadline.",
        "Give it with --due, e.g. --due 2023-12-31.",
    ),
    "REGISTER-ISSUED": Text(
        "số {number} đã phát hành cho chỉ đạo “{directive}” nên không hủy được.",
        "Văn bản đã phát hành chỉ được thu hồi, thay thế hoặc đính chính bằng văn bản khác (Điều 18.3).",
        "number {number} was issued for directive “{directive}” and cannot be voided.",
        "An issued document is recalled, replaced or corrected by another one (art. 18.3).",
    ),
    "LOG-PROJECTIONS-DIFFER": Text(
        "các bảng {tables} không khớp với nhật ký (bị sửa ngoài congvan?).",
        "Dựng lại từ nhật ký: congvan verify --rebuild; tìm xem ai đã sửa cơ sở dữ liệu.",
        "the tables {tables} do not agree with the log (changed by hand?).",
        "Rebuild them from the log: congvan verify --rebuild; find out who changed the database.",
    ),
    "LOG-BROKEN": Text(
        "nhật ký bị sửa hoặc hỏng từ sự kiện {seq} ({why}).",
        "Khôi phục cơ sở dữ liệu từ bản sao lưu; không phát hành tiếp trên dữ liệu này.",
        "the log was changed or damaged from event {seq} on ({why}).",
        "Restore the database from a backup; do not issue on this data.",
    ),
    "REGISTER-EMPTY": Text(
        "sổ “{register}” năm {year} chưa có số nào.",
        "Các sổ đang có: {known}.",
        "register “{register}” of {year} holds no number.",
        "Registers that exist: {known}.",
    ),
}
