"""Texts of the use cases: issuing, previewing, status."""

from engine.messages.catalogue import Text

TEXTS = {
    "APP-NO-SUCH-DIRECTIVE": Text(
        "không có tệp hay chỉ đạo “{name}”.",
        "Ghi đường dẫn tệp YAML, hoặc một mã trong `congvan list directives`.",
        "there is no file or directive “{name}”.",
        "Give the path of a YAML file, or an id shown by `congvan list directives`.",
    ),
    "APP-NO-SPECS": Text(
        "không tìm thấy thư mục specs (danh bạ cơ quan, loại văn bản) cho {path}.",
        "Đặt tệp chỉ đạo trong specs/directives/, hoặc chỉ thư mục bằng --specs.",
        "no specs folder (agencies, doctypes) was found for {path}.",
        "Keep the directive under specs/directives/, or name the folder with --specs.",
    ),
    "ISSUE-DRAFT": Text(
        "chỉ đạo “{id}” còn là dự thảo (status: draft) nên chưa ban hành được.",
        "Xem trước bằng `congvan preview`; khi đã duyệt, bỏ dòng status: draft.",
        "directive “{id}” is still a draft (status: draft) and cannot be issued.",
        "Look at it with `congvan preview`; once approved, remove status: draft.",
    ),
    "ISSUE-SECONDARY": Text(
        "chỉ đạo “{id}” chỉ biết qua tin bài (source.kind: secondary) nên không ban hành được.",
        "Tìm bản chính và ghi lại nguồn, hoặc chỉ dùng `congvan plan`.",
        "directive “{id}” is known only from secondary sources and cannot be issued.",
        "Find the official text and record it as the source, or use `congvan plan` only.",
    ),
    "ISSUE-IN-FUTURE": Text(
        "ngày ban hành {date} ở sau hôm nay ({today}).",
        "Số được lấy khi ký; kiểm tra lại ngày, hoặc chờ đến ngày ấy hãy ban hành.",
        "the issue date {date} lies after today ({today}).",
        "A number is taken at signing; check the date, or issue on that day.",
    ),
    "ISSUE-BACKDATED": Text(
        "ngày ban hành {date} ở trước ngày {last} của số {number} đã cấp gần nhất trong sổ {register}.",
        "Số và ngày phải cùng tăng; kiểm tra lại ngày, hoặc ghi số đã cho ở symbol.number nếu là văn bản cũ.",
        "the issue date {date} lies before {last}, the date of number {number}, the last in register {register}.",
        "Numbers and dates grow together; check the date, or give the number of an old document in symbol.number.",
    ),
    "ISSUE-DAY-UNKNOWN": Text(
        "ngày ban hành “{date}” chưa có ngày cụ thể.",
        "Ghi đủ ngày, tháng, năm ở khóa date.",
        "the issue date “{date}” has no day.",
        "Write day, month and year under date.",
    ),
    "ISSUE-CHANGED": Text(
        "chỉ đạo “{id}” đã {stage} với nội dung khác. Khác ở: {changes}.",
        "Không sửa văn bản đã ban hành: soạn chỉ đạo mới thay thế hoặc đính chính (NĐ 30/2020, Điều 18.3). "
        "Nếu lần phát hành còn dở, trả lại nội dung cũ rồi chạy lại, hoặc hủy số bằng `congvan register void`.",
        "directive “{id}” was already {stage} with other content. It differs in: {changes}.",
        "An issued document is not edited: write a new directive that replaces or corrects it (Decree 30/2020, art. 18.3). "
        "If the issue was interrupted, restore the old content and run again, or void the number with `congvan register void`.",
    ),
    "ISSUE-NO-TEMPLATE": Text(
        "loại văn bản “{doctype}” chưa có mẫu Word nên chưa soạn được.",
        "Thêm tệp mẫu vào templates/docx và ghi tên ở khóa template của loại văn bản.",
        "document type “{doctype}” has no Word template yet.",
        "Add one to templates/docx and name it under the doctype's template key.",
    ),
    "ISSUE-NO-CHANNEL": Text(
        "không có kênh gửi “{channel}” (nơi nhận {agency}).",
        "Xem các kênh bằng `congvan list channels`.",
        "there is no delivery channel “{channel}” (recipient {agency}).",
        "`congvan list channels` shows them.",
    ),
    "ISSUE-VOIDED": Text(
        "số {number} của chỉ đạo “{id}” đã bị hủy nên không phát hành tiếp được.",
        "Soạn chỉ đạo mới với mã khác.",
        "number {number} of directive “{id}” was voided, so it cannot be issued.",
        "Write a new directive with another id.",
    ),
    "RUN-NO-RUNNER": Text(
        "không có bộ chạy “{name}”.",
        "Cài lại gói bằng `uv sync`, hoặc dùng --direct.",
        "there is no runner “{name}”.",
        "Install the package again with `uv sync`, or use --direct.",
    ),
    "MATERIAL-MISSING": Text(
        "không đọc được tệp “{path}” (mẫu Word hoặc hình ảnh).",
        "Kiểm tra tên tệp và thư mục; mẫu Word nằm trong templates/docx, hình tính từ tệp YAML.",
        "cannot read the file “{path}” (Word template or picture).",
        "Check its name and folder; templates lie in templates/docx, pictures beside the YAML file.",
    ),
    "MATERIAL-TOO-LARGE": Text(
        "tệp “{path}” lớn quá {limit} MB.",
        "Dùng tệp nhỏ hơn (nén hình).",
        "the file “{path}” is larger than {limit} MB.",
        "Use a smaller one (compress the picture).",
    ),
    "MATERIAL-OUTSIDE": Text(
        "hình “{path}” nằm ngoài thư mục của tệp chỉ đạo.",
        "Chép hình vào cạnh tệp YAML và ghi đường dẫn tương đối.",
        "the picture “{path}” lies outside the directive's folder.",
        "Copy it beside the YAML file and write a relative path.",
    ),
    "MATERIAL-NOT-A-PICTURE": Text(
        "“{path}” không phải hình png hoặc jpg.",
        "Đổi hình sang png hoặc jpg.",
        "“{path}” is not a png or jpg picture.",
        "Convert it to png or jpg.",
    ),
}
