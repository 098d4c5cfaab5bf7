"""Texts of what keeps a workbook from being read."""

from engine.messages.catalogue import Text

_SAVE = "Mở bằng Excel, chọn File → Save As, kiểu Excel Workbook (*.xlsx), rồi dùng tệp mới."
_SAVE_EN = "Open it in Excel, choose File → Save As, type Excel Workbook (*.xlsx), and use the new file."
_SPLIT = "Nếu là danh sách thật: chia thành nhiều tệp nhỏ hơn, xóa các dòng, cột và sheet không dùng."
_SPLIT_EN = (
    "If it is a true list: split it into smaller files; delete rows, columns and sheets that are not used."
)
_UNKNOWN_SENDER = "Không mở tệp không rõ nguồn. "

TEXTS = {
    "BOOK-EMPTY": Text(
        "tệp rỗng, không có nội dung.",
        "Kiểm tra lại tệp đã chọn; có thể việc tải về hoặc sao chép chưa xong.",
        "the file is empty.",
        "Check which file was chosen; a download or copy may not have finished.",
    ),
    "BOOK-PDF": Text(
        "là tệp PDF, không phải bảng tính.",
        "Cần tệp Excel (.xlsx, .xls, .xlsb), .ods hoặc .csv. Xin người gửi tệp Excel gốc; không đọc số liệu từ bản PDF.",
        "is a PDF file, not a workbook.",
        "An Excel file (.xlsx, .xls, .xlsb), .ods or .csv is needed. Ask the sender for the original workbook.",
    ),
    "BOOK-WORD": Text(
        "là văn bản {found}, không phải bảng tính.",
        "Nếu danh sách nằm trong một bảng của Word: chép bảng sang Excel (định dạng các ô số là Text trước khi dán), lưu thành .xlsx.",
        "is a text document ({found}), not a workbook.",
        "If the list is a table in it: copy the table into Excel (format the cells as Text before pasting), save as .xlsx.",
    ),
    "BOOK-PICTURE": Text(
        "là ảnh ({found}), không phải bảng tính.",
        "Cần tệp Excel (.xlsx, .xls, .xlsb), .ods hoặc .csv. Xin người gửi tệp gốc, không gửi ảnh chụp.",
        "is a picture ({found}), not a workbook.",
        "An Excel file (.xlsx, .xls, .xlsb), .ods or .csv is needed. Ask the sender for the original, not a photo.",
    ),
    "BOOK-OTHER": Text(
        "không phải bảng tính (nhận ra: {found}).",
        "Cần tệp Excel (.xlsx, .xls, .xlsb), .ods hoặc .csv. Kiểm tra lại tệp đã chọn.",
        "is not a workbook (recognised: {found}).",
        "An Excel file (.xlsx, .xls, .xlsb), .ods or .csv is needed. Check which file was chosen.",
    ),
    "BOOK-WEB-PAGE": Text(
        "mang đuôi bảng tính nhưng bên trong là {found}, kiểu tệp mà một số phần mềm xuất ra.",
        _SAVE + " Trước khi lưu, kiểm tra các số CCCD, mã số BHXH còn đủ số 0 ở đầu.",
        "is {found} inside, as some programs export it, not a workbook.",
        _SAVE_EN + " Check before saving that numbers still have their leading zeros.",
    ),
    "BOOK-ARCHIVE": Text(
        "là tệp nén (.zip), bên trong không phải một bảng tính.",
        "Giải nén rồi dùng từng tệp Excel ở bên trong.",
        "is a zip archive that is no workbook.",
        "Unpack it and use the workbooks in it one by one.",
    ),
    "BOOK-UNKNOWN": Text(
        "không phải bảng tính (không nhận ra là loại tệp nào).",
        "Cần tệp Excel (.xlsx, .xls, .xlsb), .ods hoặc .csv. Nếu Excel vẫn mở được tệp này: " + _SAVE,
        "is not a workbook (of what kind it is was not recognised).",
        "An Excel file (.xlsx, .xls, .xlsb), .ods or .csv is needed. If Excel can open it: " + _SAVE_EN,
    ),
    "BOOK-NO-COLUMNS": Text(
        "là tệp văn bản không chia thành cột (không thấy dấu phẩy, chấm phẩy, tab hay gạch đứng ngăn cách).",
        "Nếu là danh sách: mở bằng Excel (Data → From Text), chia cột, để kiểu Text cho các cột số, lưu thành .xlsx.",
        "is text without columns (no comma, semicolon, tab or bar parts its lines).",
        "If it is a list: open it in Excel (Data → From Text), part the columns, type Text for numbers, save as .xlsx.",
    ),
    "BOOK-ENCRYPTED": Text(
        "tệp được bảo vệ bằng mật khẩu nên không đọc được.",
        "Mở bằng Excel, vào File → Info → Protect Workbook → Encrypt with Password, xóa mật khẩu, lưu lại rồi dùng tệp mới.",
        "the file is protected by a password and cannot be read.",
        "Open it in Excel, File → Info → Protect Workbook → Encrypt with Password, empty the password, save, use the new file.",
    ),
    "BOOK-DAMAGED": Text(
        "bảng tính bị hỏng: không đọc được phần “{part}”.",
        "Mở bằng Excel (File → Open → Open and Repair), lưu lại thành tệp .xlsx mới; nếu không mở được, lấy lại tệp từ người gửi.",
        "the workbook is damaged in part “{part}”.",
        "Open it in Excel (File → Open → Open and Repair) and save it as a new .xlsx; if that fails, ask the sender for it again.",
    ),
    "BOOK-HARMFUL": Text(
        "bên trong tệp có khai báo (DTD) mà Excel không bao giờ ghi ra; có thể là tệp phá hoại.",
        _UNKNOWN_SENDER + "Báo lại người gửi; nếu tin được tệp: " + _SAVE,
        "holds declarations (a DTD) that Excel never writes; it may be meant to do harm.",
        "Do not open files of unknown origin. Ask the sender; if the file can be trusted: " + _SAVE_EN,
    ),
    "BOOK-TOO-LARGE": Text(
        "tệp quá lớn ({size} MB khi giải nén), không giống một danh sách.",
        _UNKNOWN_SENDER + _SPLIT,
        "the file is too large ({size} MB unpacked) for a list.",
        "Do not open files of unknown origin. " + _SPLIT_EN,
    ),
    "BOOK-TOO-MANY-SHEETS": Text(
        "bảng tính có quá nhiều sheet (nhiều nhất {most}).",
        _SPLIT,
        "the workbook has too many sheets (at most {most}).",
        _SPLIT_EN,
    ),
    "BOOK-TOO-MANY-ROWS": Text(
        "sheet “{sheet}” có nội dung ở quá nhiều dòng (đọc được nhiều nhất {most} dòng).",
        "Xóa nội dung thừa ở cuối sheet (nhấn Ctrl+End để xem ô cuối cùng), hoặc chia thành nhiều tệp nhỏ hơn.",
        "sheet “{sheet}” has content in too many rows (at most {most} can be read).",
        "Delete what is left over at its end (Ctrl+End shows the last cell), or split it into smaller files.",
    ),
    "BOOK-TOO-MANY-COLUMNS": Text(
        "sheet “{sheet}” có nội dung ở quá nhiều cột (đọc được nhiều nhất {most} cột).",
        "Xóa nội dung thừa ở bên phải bảng (nhấn Ctrl+End để xem ô cuối cùng), lưu lại rồi dùng tệp mới.",
        "sheet “{sheet}” has content in too many columns (at most {most} can be read).",
        "Delete what is left over to the right of the table (Ctrl+End shows the last cell), save, use the new file.",
    ),
    "BOOK-TOO-MANY-CELLS": Text(
        "bảng tính có quá nhiều ô (đọc được nhiều nhất {most} ô có nội dung).",
        _SPLIT,
        "the workbook has too many cells (at most {most} with content can be read).",
        _SPLIT_EN,
    ),
    "BOOK-TOO-MUCH-TEXT": Text(
        "bảng tính chứa quá nhiều chữ (hơn {most} triệu ký tự), không giống một danh sách.",
        _UNKNOWN_SENDER + _SPLIT,
        "the workbook holds too much text (more than {most} million letters) for a list.",
        "Do not open files of unknown origin. " + _SPLIT_EN,
    ),
    "BOOK-UNCALCULATED": Text(
        "bảng tính có rất nhiều công thức chưa được tính kết quả.",
        "Mở bằng Excel, nhấn F9 để tính lại, lưu rồi dùng tệp mới.",
        "the workbook has very many formulas without a result.",
        "Open it in Excel, press F9 to calculate, save, and use the new file.",
    ),
    "BOOK-NO-SHEETS": Text(
        "bảng tính không có sheet dữ liệu nào.",
        "Mở bằng Excel xem tệp còn dữ liệu không; lấy lại tệp từ người gửi.",
        "the workbook has no sheet with data.",
        "Look at it in Excel; ask the sender for the file again.",
    ),
}
