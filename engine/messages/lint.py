"""Texts of what keeps a Word file from being checked, and of the checking itself."""

from engine.messages.catalogue import Text

_SAVE = "Mở bằng Word, chọn File → Save As, kiểu Word Document (*.docx), rồi kiểm tra tệp mới."
_SAVE_EN = "Open it in Word, choose File → Save As, type Word Document (*.docx), and check the new file."

TEXTS = {
    "LINT-EMPTY": Text(
        "tệp rỗng, không có nội dung.",
        "Kiểm tra lại tệp đã chọn; có thể việc tải về hoặc sao chép chưa xong.",
        "the file is empty.",
        "Check which file was chosen; a download or copy may not have finished.",
    ),
    "LINT-NOT-DOCX": Text(
        "không phải tệp Word .docx (nhận ra: {found}).",
        "Chỉ kiểm tra được tệp .docx. Nếu còn bản Word gốc, dùng bản ấy; nếu không: " + _SAVE,
        "is not a Word .docx file (recognised: {found}).",
        "Only .docx files can be checked. Use the original Word file if there is one; else: " + _SAVE_EN,
    ),
    "LINT-NOT-WORD": Text(
        "không phải tệp Word .docx (không nhận ra là loại tệp nào).",
        "Chỉ kiểm tra được tệp .docx. Nếu còn bản Word gốc, dùng bản ấy; nếu không: " + _SAVE,
        "is not a Word .docx file (of what kind it is was not recognised).",
        "Only .docx files can be checked. Use the original Word file if there is one; else: " + _SAVE_EN,
    ),
    "LINT-LEGACY-DOC": Text(
        "là tệp Word kiểu cũ (.doc, Word 97–2003).",
        _SAVE,
        "is a Word file of the old kind (.doc, Word 97–2003).",
        _SAVE_EN,
    ),
    "LINT-ENCRYPTED": Text(
        "tệp được bảo vệ bằng mật khẩu nên không đọc được.",
        "Mở bằng Word, vào File → Info → Protect Document → Encrypt with Password, xóa mật khẩu, lưu lại rồi kiểm tra.",
        "the file is protected by a password and cannot be read.",
        "Open it in Word, File → Info → Protect Document → Encrypt with Password, empty the password, save, check again.",
    ),
    "LINT-DAMAGED": Text(
        "tệp Word bị hỏng: không đọc được phần “{part}”.",
        "Mở bằng Word (File → Open → Open and Repair), lưu lại thành tệp mới; nếu không mở được, lấy lại tệp từ người gửi.",
        "the Word file is damaged in part “{part}”: {reason}",
        "Open it in Word (File → Open → Open and Repair) and save it anew; if that fails, ask the sender for the file again.",
    ),
    "LINT-NO-TEXT": Text(
        "trong tệp không tìm thấy phần văn bản chính của Word.",
        "Mở bằng Word (File → Open → Open and Repair), lưu lại thành tệp mới.",
        "the file holds no main Word text.",
        "Open it in Word (File → Open → Open and Repair) and save it anew.",
    ),
    "LINT-PART-NAME": Text(
        "tên phần “{part}” trong tệp lặp lại hoặc chỉ ra ngoài tệp.",
        "Không dùng tệp này. Nếu tin người gửi: " + _SAVE,
        "the name of part “{part}” is repeated or leads out of the file.",
        "Do not use this file. If the sender is trusted: " + _SAVE_EN,
    ),
    "LINT-TOO-LARGE": Text(
        "tệp giải nén ra quá lớn ({parts} phần, {size} MB), không giống một văn bản.",
        "Không mở tệp không rõ nguồn. Nếu là văn bản thật có nhiều ảnh: chọn Picture Format → Compress Pictures, lưu lại.",
        "the file unpacks to far too much ({parts} parts, {size} MB) for a letter.",
        "Do not open files of unknown origin. If it is a true letter with many pictures: Picture Format → Compress Pictures, save.",
    ),
    "LINT-TOO-LONG": Text(
        "văn bản quá dài để kiểm tra ({paragraphs} đoạn, {letters} chữ cái, {nodes} thành phần; nhiều nhất {most} đoạn, {most_letters} chữ cái, mỗi đoạn {most_in_one}, {most_nodes} thành phần).",
        "Tách các danh sách dài thành tệp phụ lục riêng (ví dụ Excel), rồi kiểm tra phần văn bản.",
        "the text is too long to be checked ({paragraphs} paragraphs, {letters} letters, {nodes} elements and attributes; at most {most}, {most_letters} with {most_in_one} in a paragraph, and {most_nodes}).",
        "Move long lists to an appendix file of their own (Excel, say), then check the letter.",
    ),
    "LINT-TOO-MANY-STYLES": Text(
        "tệp có {styles} kiểu (Styles), nhiều hơn Word có thể tạo ra (nhiều nhất {most}).",
        "Mở bằng Word, chép nội dung sang một tệp mới (Paste Special → Keep Text Only), rồi kiểm tra tệp mới.",
        "the file has {styles} styles, more than Word can make (at most {most}).",
        "Open it in Word, copy the text to a new file (Paste Special → Keep Text Only) and check that one.",
    ),
    "LINT-HARMFUL": Text(
        "phần “{part}” có khai báo DTD, thứ mà Word không bao giờ ghi và có thể gây hại.",
        "Không dùng tệp này. Nếu tin người gửi: " + _SAVE,
        "part “{part}” declares a DTD, which Word never writes and which can do harm.",
        "Do not use this file. If the sender is trusted: " + _SAVE_EN,
    ),
    "LINT-MACROS": Text(
        "tệp có macro (chương trình tự chạy): {target}.",
        "Lưu lại thành .docx không macro: File → Save As, kiểu Word Document (*.docx), chọn Yes khi Word hỏi bỏ macro.",
        "the file holds macros (programs that run by themselves): {target}.",
        "Save it without macros: File → Save As, type Word Document (*.docx), answer Yes when Word asks to drop them.",
    ),
    "LINT-EMBEDDED": Text(
        "phần “{part}” nhúng đối tượng hoặc lệnh tự chạy: {target}.",
        "Trong Word, xóa đối tượng nhúng hoặc thay bằng ảnh (Paste Special → Picture), chuyển trường thành chữ (Ctrl+Shift+F9), lưu lại.",
        "part “{part}” embeds an object or a command that can act: {target}.",
        "In Word, delete the object or replace it by a picture (Paste Special → Picture), turn fields into text (Ctrl+Shift+F9), save.",
    ),
    "LINT-EXTERNAL": Text(
        "phần “{part}” tải nội dung từ ngoài tệp: {target}.",
        "Trong Word: File → Info → Edit Links to Files → Break Link (ảnh: xóa rồi chèn lại bằng Insert → Pictures); "
        "mẫu gắn kèm: Developer → Document Template → Attach → Normal; "
        "trộn thư: Mailings → Start Mail Merge → Normal Word Document. Lưu lại.",
        "part “{part}” loads content from outside of the file: {target}.",
        "In Word: File → Info → Edit Links to Files → Break Link (pictures: delete, insert again with Insert → Pictures); "
        "attached template: Developer → Document Template → Attach → Normal; "
        "mail merge: Mailings → Start Mail Merge → Normal Word Document. Save.",
    ),
}
