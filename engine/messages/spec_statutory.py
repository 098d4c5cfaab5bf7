"""Texts of what can be wrong in the definition of a statutory form (specs/forms)."""

from engine.messages.catalogue import Text

TEXTS = {
    "SPEC-FORM-PERIOD-BACKWARDS": Text(
        "Ngày thôi dùng (until) đứng trước ngày bắt đầu dùng (from).",
        "Xem lại from và until của biểu mẫu.",
        "The last day (until) comes before the first day (from).",
        "Mend from and until of the form.",
    ),
    "SPEC-FORM-TWICE": Text(
        "Biểu mẫu {form}, phiên bản {version} đã có ở {file}:{line}.",
        "Mỗi phiên bản một tệp: bỏ một tệp, hoặc đổi version.",
        "The form {form}, version {version}, stands at {file}:{line} already.",
        "One file for each version: drop one, or change its version.",
    ),
    "SPEC-FORM-OVERLAP": Text(
        "Biểu mẫu {form} có hai phiên bản dùng cùng thời gian; phiên bản kia ({version}) ở {file}:{line}.",
        "Đặt until cho bản cũ là ngày trước from của bản mới; biểu riêng của một đợt thì ghi local: true.",
        "Two versions of the form {form} are in force together; the other ({version}) stands at {file}:{line}.",
        "Let the older end (until) the day before the newer begins (from); for a campaign's own layout write local: true.",
    ),
    "SPEC-FORM-NUMBER-TWICE": Text(
        "Số “{name}” đã dùng cho cột, ô ở dòng {line}.",
        "Mỗi cột, ô một số, đúng như in trên mẫu.",
        "The number “{name}” is used at line {line} already.",
        "One number for each column or box, as the form prints it.",
    ),
    "SPEC-FORM-KEY-TWICE": Text(
        "Trường “{name}” đã ghi vào cột, ô ở dòng {line}.",
        "Mỗi trường một chỗ trên một tờ; giá trị kê khai lại dùng new.…",
        "The field “{name}” is written at line {line} already.",
        "Each field has one place on a sheet; what is declared anew is new.…",
    ),
    "SPEC-FORM-GROUP-BROKEN": Text(
        "Tiêu đề nhóm “{group}” bị ngắt quãng: các cột của nhóm không đứng liền nhau.",
        "Xếp các cột của nhóm liền nhau; nhóm trong nhóm ghi từ ngoài vào trong.",
        "The columns under the head “{group}” do not stand side by side.",
        "Put them together; heads within heads are written from the outside in.",
    ),
    "SPEC-FORM-LINE-KEY": Text(
        "Không có trường “{name}” để ghi vào dòng này.",
        "Chỗ ghi viết {{unit.name}}, {{form.day}} …; các trường có ở docs/bieu-mau.md.",
        "There is no field “{name}” to write into this line.",
        "A blank is written {{unit.name}}, {{form.day}} …; the fields are listed in docs/bieu-mau.md.",
    ),
    "SPEC-FORM-NO-SUCH-BOX": Text(
        "Không có ô lớn (type: heading) mang số, tên “{name}” trong tờ này.",
        "Ghi within bằng đúng số in của ô lớn, hoặc tên khi ô ấy không có số.",
        "No box of type heading is numbered or called “{name}” on this sheet.",
        "Write in `within` the printed number of the box around it, or its label where it has none.",
    ),
    "SPEC-FORM-NO-SOURCE": Text(
        "Nguồn “{name}” chưa khai ở khóa sources.",
        "Thêm {name} vào sources của biểu mẫu, hoặc sửa lại mã.",
        "The source “{name}” is not told under sources.",
        "Add {name} to the form's sources, or mend it.",
    ),
    "SPEC-FORM-FIELD-KEY": Text(
        "Cột, ô ghi dữ liệu phải có key; tiêu đề, hướng dẫn, chỗ ký (heading, instruction, signature) thì không có.",
        "Thêm key (ví dụ person.name), hoặc sửa type.",
        "A column or box with data has a key; a heading, an instruction or a signature has none.",
        "Add key (e.g. person.name), or mend type.",
    ),
    "SPEC-FORM-FIELD-CHOICES": Text(
        "Kiểu choice phải có codes hoặc choices; kiểu khác thì không có.",
        "Thêm codes (một bảng mã) hoặc choices: [Có, Chưa]; hoặc đặt type: choice.",
        "The type choice needs codes or choices; other types take neither.",
        "Add codes (a code list) or choices: [Có, Chưa]; or write type: choice.",
    ),
}
