"""Texts of the problems of Word templates, pictures and PDFs."""

from __future__ import annotations

from engine.messages.catalogue import Text

_TEMPLATE_HINT = "Mở tệp mẫu bằng Word, sửa, lưu dạng .docx; hoặc lấy lại mẫu gốc trong templates/docx."
_TEMPLATE_HINT_EN = (
    "Mend the template in Word and save it as .docx, or take the original one from templates/docx."
)

TEXTS = {
    "RENDER-TEMPLATE-MISSING": Text(
        "Không đọc được mẫu Word ({reason}).",
        "Kiểm tra khóa template của loại văn bản và thư mục templates/docx.",
        "The Word template cannot be read ({reason}).",
        "Check the doctype's template key and the folder templates/docx.",
    ),
    "RENDER-TEMPLATE-NOT-DOCX": Text(
        "Tệp mẫu không phải là văn bản Word (.docx) dùng được: {reason}.",
        _TEMPLATE_HINT,
        "The template is not a usable Word document (.docx): {reason}.",
        _TEMPLATE_HINT_EN,
    ),
    "RENDER-TEMPLATE-BOMB": Text(
        "Tệp mẫu bung ra quá lớn ({parts} phần, {size} byte): có thể là tệp phá hoại.",
        "Không dùng tệp này; lấy mẫu từ nguồn tin cậy.",
        "The template unpacks to too much ({parts} parts, {size} bytes): it may be a zip bomb.",
        "Do not use this file; take a template you trust.",
    ),
    "RENDER-TEMPLATE-PART": Text(
        "Tệp mẫu có phần mang tên không hợp lệ, trùng lặp hoặc bị mã hóa: {part}.",
        _TEMPLATE_HINT,
        "The template has a part with a bad, repeated or encrypted name: {part}.",
        _TEMPLATE_HINT_EN,
    ),
    "RENDER-TEMPLATE-ACTIVE": Text(
        "Tệp mẫu chứa macro hoặc thành phần chạy được: {part}.",
        "Bỏ macro, đối tượng nhúng rồi lưu lại dạng .docx.",
        "The template holds macros or active content: {part}.",
        "Remove macros and embedded objects and save it as .docx.",
    ),
    "RENDER-TEMPLATE-EXTERNAL": Text(
        "Tệp mẫu liên kết ra ngoài ({part}).",
        "Nhúng hình vào tệp thay cho liên kết; bỏ mẫu gắn kèm (attached template).",
        "The template links to something outside ({part}).",
        "Embed pictures instead of linking them; detach the attached template.",
    ),
    "RENDER-TEMPLATE-FIELD": Text(
        "Tệp mẫu có trường (field) không được phép ở {part}: “{field}”.",
        "Chỉ dùng PAGE, NUMPAGES, SECTION, SECTIONPAGES, SEQ, REF, PAGEREF, STYLEREF; xem mã trường bằng Alt+F9.",
        "The template has a field that is not allowed in {part}: “{field}”.",
        "Use only PAGE, NUMPAGES, SECTION, SECTIONPAGES, SEQ, REF, PAGEREF, STYLEREF; Alt+F9 shows field codes.",
    ),
    "RENDER-TEMPLATE-SYNTAX": Text(
        "Lệnh trong mẫu sai cú pháp ({reason}), gần “{near}”.",
        "Mỗi {{%p for … %}} cần {{%p endfor %}}, mỗi {{%p if … %}} cần {{%p endif %}}.",
        "A statement of the template is wrong ({reason}), near “{near}”.",
        "Each {{%p for … %}} needs {{%p endfor %}}, each {{%p if … %}} needs {{%p endif %}}.",
    ),
    "RENDER-TEMPLATE-UNKNOWN": Text(
        "Mẫu dùng tên “{name}” mà loại văn bản này không cung cấp.",
        "Xem các tên dùng được trong tài liệu về mẫu Word.",
        "The template uses the name “{name}”, which this document type does not provide.",
        "See the documentation of templates for the names that may be used.",
    ),
    "RENDER-TEMPLATE-UNUSED": Text(
        "Mẫu không in “{name}”, phần bắt buộc của văn bản.",
        "Thêm {{{{ {name} }}}} vào đúng chỗ trong mẫu.",
        "The template never prints “{name}”, a required part of the document.",
        "Put {{{{ {name} }}}} in its place in the template.",
    ),
    "RENDER-TEMPLATE-CALL": Text(
        "Mẫu gọi hàm hoặc chạm vào phần bên trong của chương trình: “{name}”.",
        "Mẫu chỉ được in dữ liệu, lặp, rẽ nhánh và dùng bộ lọc; bỏ lời gọi này.",
        "The template calls a function or reaches into the program: “{name}”.",
        "A template may only print, loop, branch and filter; remove the call.",
    ),
    "RENDER-TEMPLATE-SWELLS": Text(
        "Mẫu có lệnh có thể phình ra vô hạn: “{name}”.",
        "Bỏ lũy thừa, phép nhân chữ, set ghép chữ, vòng lặp lồng nhau trên cùng dữ liệu hoặc trên chữ viết sẵn.",
        "A statement of the template may swell without measure: “{name}”.",
        "Remove powers, multiplied texts, set that joins texts, loops multiplied with each other or over a text.",
    ),
    "RENDER-TEMPLATE-FAILED": Text(
        "Không điền được mẫu: {reason}.",
        "Chạy congvan check để biết mẫu sai ở đâu.",
        "The template could not be filled: {reason}.",
        "Run congvan check to see what is wrong with it.",
    ),
    "RENDER-ILLEGAL-CHARACTER": Text(
        "Nội dung có ký tự điều khiển {code} mà Word không mở được, ở {field}.",
        "Xóa ký tự này trong tệp YAML (thường do dán từ tệp khác).",
        "The text holds the control character {code}, which Word cannot open, in {field}.",
        "Delete it from the YAML file (it usually comes from pasting).",
    ),
    "RENDER-CITATION-UNKNOWN": Text(
        "Văn bản viện dẫn chỉ đạo “{directive}” nhưng chưa biết số, ký hiệu của chỉ đạo đó.",
        "Ban hành chỉ đạo đó trước; hoặc ghi act (số, ký hiệu), type, date, issuer ngay trong viện dẫn.",
        "The directive “{directive}” is cited, but its number is not known.",
        "Issue that directive first; or write act (its number), type, date and issuer in the citation itself.",
    ),
    "RENDER-PICTURE-MISSING": Text(
        "Không có tệp hình {picture}.",
        "Đặt tệp hình cạnh tệp YAML đúng tên đã ghi, hoặc ghi lost_image: true.",
        "There is no picture {picture}.",
        "Put the picture beside the YAML file under that name, or write lost_image: true.",
    ),
    "RENDER-PICTURE-UNREADABLE": Text(
        "Tệp hình {picture} không phải ảnh PNG hoặc JPEG dùng được ({reason}).",
        "Lưu lại hình dạng .png hoặc .jpg.",
        "The picture {picture} is not a usable PNG or JPEG ({reason}).",
        "Save it again as .png or .jpg.",
    ),
    "RENDER-PDF-NO-OFFICE": Text(
        "Chưa có LibreOffice nên không tạo được PDF; tệp Word vẫn tạo bình thường.",
        "Cài đặt: apt-get install libreoffice-writer-nogui fonts-liberation2, hoặc tải từ libreoffice.org.",
        "LibreOffice is not installed, so no PDF can be made; Word files are made as usual.",
        "Install it: apt-get install libreoffice-writer-nogui fonts-liberation2, or from libreoffice.org.",
    ),
    "RENDER-PDF-FONT": Text(
        "Máy thay Times New Roman bằng “{font}”, rộng hẹp khác: PDF sẽ ngắt trang sai.",
        "Cài Times New Roman hoặc phông tương đương: apt-get install fonts-liberation2.",
        "This machine shows “{font}” for Times New Roman, of other widths: pages would break wrongly.",
        "Install Times New Roman or its equal: apt-get install fonts-liberation2.",
    ),
    "RENDER-PDF-FAILED": Text(
        "LibreOffice không chuyển được sang PDF: {documents}.",
        "Mở tệp Word xem có hỏng không; chạy congvan doctor.",
        "LibreOffice could not convert: {documents}.",
        "Open the Word file to see whether it is damaged; run congvan doctor.",
    ),
    "RENDER-PDF-TIMEOUT": Text(
        "LibreOffice không xong trong {seconds} giây nên bị dừng.",
        "Thử lại; nếu vẫn vậy, đóng bớt chương trình khác.",
        "LibreOffice was stopped after {seconds} seconds.",
        "Try again; if it stays so, close other programs.",
    ),
}
