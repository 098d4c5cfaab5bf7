"""Texts of what can be wrong with a spec's keys and values, each by itself."""

from __future__ import annotations

from engine.messages.catalogue import Text

_KEYS = {
    "SPEC-UNKNOWN-KEY": Text(
        "Không có khóa “{key}” ở đây.",
        "Các khóa dùng được: {known}.",
        "There is no key “{key}” here.",
        "Keys that can be used: {known}.",
    ),
    "SPEC-COMMA-SPLITS": Text(
        "Dấu phẩy cắt “{text}” ra khỏi {key}: chữ có dấu phẩy phải đặt trong dấu nháy.",
        "Viết {key}: \"{value}, {text}\" (đặt trong dấu nháy kép).",
        "A comma cuts “{text}” off from {key}: text with a comma must be quoted.",
        "Write {key}: \"{value}, {text}\" (in double quotes).",
    ),
    "SPEC-MISSING-KEY": Text(
        "Thiếu khóa “{key}” ({title}).",
        "Thêm dòng “{key}: …”.",
        "The key “{key}” is missing.",
        "Add a line “{key}: …”.",
    ),
    "SPEC-WRONG-KIND": Text(
        "Ở đây cần {expected}, nhưng đang là {found}.",
        "Xem mô tả của khóa này trong trình soạn thảo (rê chuột) hoặc trong tệp mẫu (congvan new).",
        "This needs {expected_en}, but it is {found_en}.",
        "See the key's description in the editor, or a starter (congvan new).",
    ),
    "SPEC-LEADING-ZEROS": Text(
        "Số “{value}” viết thừa số 0 ở đầu.",
        "Viết {number}; số 0 đứng trước được in tự động khi cần.",
        "The number “{value}” has zeros before it.",
        "Write {number}; a leading zero is printed where it is needed.",
    ),
    "SPEC-NOT-ALLOWED": Text(
        "Giá trị “{value}” không dùng được.",
        "Chọn một trong: {allowed}.",
        "The value “{value}” cannot be used.",
        "Choose one of: {allowed}.",
    ),
    "SPEC-BLANK": Text(
        "Giá trị bị bỏ trống.",
        "Điền giá trị, hoặc xóa cả khóa này.",
        "The value is blank.",
        "Fill it in, or delete the key.",
    ),
    "SPEC-TOO-LONG": Text(
        "Nội dung dài quá {limit} ký tự.",
        "Rút gọn lại.",
        "The text is longer than {limit} characters.",
        "Shorten it.",
    ),
    "SPEC-OUT-OF-RANGE": Text(
        "Số {value} nằm ngoài giới hạn (giới hạn {limit}).",
        "Kiểm tra lại con số.",
        "The number {value} is out of range (limit {limit}).",
        "Check the number.",
    ),
    "SPEC-BAD-ID": Text(
        "“{value}” không dùng làm mã được.",
        "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: doi-chieu-danh-sach.",
        "“{value}” cannot be an identifier.",
        "Use lower-case unaccented letters, digits and hyphens, for example: doi-chieu-danh-sach.",
    ),
    "SPEC-NOT-ONE-LINE": Text(
        "Giá trị này phải viết trên một dòng.",
        "Bỏ dấu | và xuống dòng.",
        "This must be one line.",
        "Remove | and line breaks.",
    ),
    "SPEC-INVALID": Text(
        "Giá trị không hợp lệ: {detail}",
        "Xem mô tả của khóa này.",
        "The value is not valid: {detail}",
        "See the key's description.",
    ),
}

_QUANTITIES = {
    "SPEC-NOT-A-DATE": Text(
        "“{value}” không phải là ngày tháng.",
        "Viết 2023-04-13 hoặc 13/4/2023; chỉ biết tháng: 2023-04; chỉ biết năm: 2023; có giờ: 2023-04-13 17:00.",
        "“{value}” is not a date.",
        "Write 2023-04-13 or 13/4/2023; only the month: 2023-04; the year: 2023; with an hour: 2023-04-13 17:00.",
    ),
    "SPEC-IMPOSSIBLE-DATE": Text(
        "Ngày “{value}” không có trên lịch.",
        "Viết theo thứ tự ngày/tháng/năm; kiểm tra số ngày của tháng (tháng 2 có 28 hoặc 29 ngày) và giờ.",
        "There is no such day as “{value}”.",
        "Write day/month/year; check the days of the month and the hour.",
    ),
    "SPEC-NOT-A-PERIOD": Text(
        "“{value}” không phải là khoảng thời gian.",
        "Viết 2023-Q1 (quý I), 2023-03 (tháng 3), 2023-H1 (6 tháng đầu), 2023-cuoi (cuối năm), 2023.",
        "“{value}” is not a period.",
        "Write 2023-Q1, 2023-03, 2023-H1, 2023-cuoi (end of the year), 2023.",
    ),
    "SPEC-NOT-A-QUANTITY": Text(
        "“{value}” không phải là chỉ tiêu.",
        "Viết 100%, “>= 90%”, 90%..100%, 14530, 14.530 hoặc +10%.",
        "“{value}” is not a quantity.",
        "Write 100%, “>= 90%”, 90%..100%, 14530, 14.530 or +10%.",
    ),
    "SPEC-NOT-HOURS": Text(
        "“{value}” không phải là khung giờ.",
        "Viết 8:00-17:00.",
        "“{value}” is not a span of hours.",
        "Write 8:00-17:00.",
    ),
    "SPEC-RANGE-BACKWARDS": Text(
        "Khoảng “{value}” viết ngược: số đầu lớn hơn số cuối.",
        "Viết số nhỏ trước.",
        "The range “{value}” runs backwards.",
        "Write the smaller number first.",
    ),
}

_NAMES = {
    "SPEC-UNKNOWN-AGENCY": Text(
        "Danh bạ không có cơ quan hoặc nhóm “{name}”.",
        "Xem mã bằng lệnh congvan list agencies; thêm vào specs/agencies; hoặc viết {{outside: Tên}} nếu không theo dõi.",
        "The directory has no agency or group “{name}”.",
        "See congvan list agencies; add it to specs/agencies; or write {{outside: name}} if it is not followed.",
    ),
    "SPEC-SEVERAL-IN-ONE": Text(
        "Nhiều mã viết chung một mục: “{value}”.",
        "Mỗi mã một dòng bắt đầu bằng “- ”, hoặc viết [{parts}].",
        "Several ids in one item: “{value}”.",
        "Write each on a line of its own after “- ”, or [{parts}].",
    ),
    "SPEC-HEADER-COMMA": Text(
        "Dòng tên ở đầu văn bản mất dấu phẩy so với tên “{name}”.",
        "Trong [ … ] dấu phẩy ngăn các dòng: đặt dòng có dấu phẩy trong dấu nháy kép.",
        "The header lines lack a comma of the name “{name}”.",
        "Within [ … ] a comma separates lines: put a line with a comma in double quotes.",
    ),
    "SPEC-HEADER-DIFFERS": Text(
        "Các dòng tên ở đầu văn bản “{header}” khác tên “{name}”.",
        "Sửa header hoặc name cho khớp nhau; bỏ header thì tên được tự ngắt dòng.",
        "The header lines “{header}” differ from the name “{name}”.",
        "Make header and name agree; without header the name is broken into lines by itself.",
    ),
    "SPEC-UNKNOWN-GROUP": Text(
        "Danh bạ không có nhóm “{name}”.",
        "Xem mã bằng lệnh congvan list agencies, hoặc thêm nhóm vào specs/agencies.",
        "The directory has no group “{name}”.",
        "See congvan list agencies, or add the group to specs/agencies.",
    ),
    "SPEC-UNKNOWN-DOCTYPE": Text(
        "Không có loại văn bản “{name}”.",
        "Xem mã bằng lệnh congvan list doctypes.",
        "There is no document type “{name}”.",
        "See congvan list doctypes.",
    ),
    "SPEC-UNKNOWN-FORM": Text(
        "Không có biểu mẫu “{name}”.",
        "Thêm biểu mẫu vào specs/forms, hoặc sửa lại mã.",
        "There is no form “{name}”.",
        "Add it to specs/forms, or mend the code.",
    ),
    "SPEC-UNKNOWN-CHANNEL": Text(
        "Không có kênh gửi “{name}”.",
        "Xem các kênh bằng lệnh congvan list channels.",
        "There is no delivery channel “{name}”.",
        "See congvan list channels.",
    ),
    "SPEC-DUPLICATE-ID": Text(
        "Mã “{id}” đã dùng ở {file} dòng {line}.",
        "Mỗi mã chỉ dùng một lần; đổi một trong hai.",
        "The id “{id}” is already used at {file} line {line}.",
        "Each id is used once; change one of them.",
    ),
    "SPEC-AGENCY-CIRCLE": Text(
        "Cơ quan “{name}” đứng trên chính nó (qua khóa {key}).",
        "Sửa {key} của một cơ quan trong vòng này.",
        "The agency “{name}” stands above itself (through {key}).",
        "Mend {key} of one agency of the circle.",
    ),
    "SPEC-NO-FOLDER": Text(
        "Không có thư mục specs ở đây.",
        "Chạy lệnh trong thư mục của dự án, hoặc chỉ đường dẫn tới thư mục specs.",
        "There is no specs folder here.",
        "Run the command in the project's folder, or give the path of specs.",
    ),
}

# Said by the models' own validators: `raise ValueError("deadline-empty")` is SPEC-DEADLINE-EMPTY.
_TOGETHER = {
    "SPEC-OFFSET-TASK": Text(
        "after: task và khóa task phải đi cùng nhau.",
        "Ghi cả hai: {{days: 5, after: task, task: mã-nhiệm-vụ}}.",
        "after: task and the key task go together.",
        "Write both: {{days: 5, after: task, task: id}}.",
    ),
    "SPEC-OFFSET-EVENT": Text(
        "after: event và khóa event phải đi cùng nhau.",
        "Ghi cả hai: {{days: 5, after: event, event: khi có thông báo}}.",
        "after: event and the key event go together.",
        "Write both: {{days: 5, after: event, event: …}}.",
    ),
    "SPEC-RECURRENCE-DAY": Text(
        "Ngày trong tháng phải từ 1 đến 31.",
        "Ngày cuối tháng viết day: last.",
        "A day of the month is 1 to 31.",
        "For the last day write day: last.",
    ),
    "SPEC-RECURRENCE-MONTH": Text(
        "Tháng phải từ 1 đến 12.",
        "Hoặc first, last, next.",
        "A month is 1 to 12.",
        "Or first, last, next.",
    ),
    "SPEC-RECURRENCE-WEEK-NEEDS-WEEKDAY": Text(
        "Việc hằng tuần phải ghi thứ mấy.",
        "Thêm weekday: 2 (thứ Hai) … 7 (thứ Bảy), 8 (Chủ nhật).",
        "A weekly duty needs a weekday.",
        "Add weekday: 2 (Monday) … 7 (Saturday), 8 (Sunday).",
    ),
    "SPEC-RECURRENCE-NEEDS-DAY": Text(
        "Việc định kỳ theo tháng, quý, nửa năm, năm phải ghi ngày đến hạn.",
        "Thêm day: 25 hoặc day: last.",
        "A monthly, quarterly, half-yearly or yearly duty needs a day.",
        "Add day: 25 or day: last.",
    ),
    "SPEC-DEADLINE-SEVERAL-KINDS": Text(
        "Một thời hạn chỉ dùng một trong by, before, within, offset, every, open.",
        "Tách thành nhiều thời hạn trong danh sách, mỗi thời hạn ghi rõ phạm vi (scope, population).",
        "A deadline has only one of by, before, within, offset, every, open.",
        "Write several deadlines in a list, each with its scope or population.",
    ),
    "SPEC-DEADLINE-EMPTY": Text(
        "Thời hạn chưa nói là khi nào.",
        "Thêm by, before, from, within, offset, every hoặc open.",
        "The deadline does not say when.",
        "Add by, before, from, within, offset, every or open.",
    ),
    "SPEC-DEADLINE-UNTIL-NEEDS-EVERY": Text(
        "until chỉ dùng với việc định kỳ (every).",
        "Hạn một lần thì dùng by.",
        "until is for recurring work (every).",
        "For a single deadline use by.",
    ),
    "SPEC-PARTY-NEEDS-WHO-OR-OUTSIDE": Text(
        "Phải có đúng một trong hai: who (mã trong danh bạ) hoặc outside (tên ngoài danh bạ).",
        "Ví dụ: {{who: bhxh-huyen-an-lao}} hoặc {{outside: cha mẹ học sinh}}.",
        "Exactly one of who (in the directory) and outside (not in it) is needed.",
        "For example {{who: bhxh-huyen-an-lao}} or {{outside: cha mẹ học sinh}}.",
    ),
    "SPEC-PARTY-OUTSIDE-HAS-NO-MEMBERS": Text(
        "Đối tượng ngoài danh bạ (outside) không chọn được thành viên (named, without, where).",
        "Lập nhóm trong specs/agencies nếu cần chọn thành viên.",
        "Somebody outside the directory has no members to choose (named, without, where).",
        "Make a group in specs/agencies to choose members.",
    ),
    "SPEC-TARGET-NEEDS-VALUE": Text(
        "Chỉ tiêu chưa có giá trị.",
        "Thêm value, hoặc bảng giao (table), hoặc theo năm (years).",
        "The target has no value.",
        "Add value, table or years.",
    ),
    "SPEC-TARGET-SEVERAL-DEADLINES": Text(
        "Chỉ tiêu có nhiều thời hạn.",
        "Chỉ dùng một trong deadline, by, before, within; tách thành hai chỉ tiêu nếu khác đối tượng.",
        "The target has several deadlines.",
        "Use one of deadline, by, before, within; write two targets for two groups.",
    ),
    "SPEC-ACT-EMPTY": Text(
        "Văn bản viện dẫn chưa có số, ký hiệu (act), tên (title), ý kiến (oral) hay lời văn (text).",
        "Ví dụ: {{act: 395/KH-BHXH, type: ke-hoach, date: 2023-03-17, issuer: bhxh-tinh-hai-duong}}.",
        "The cited document has no symbol (act), title, oral or text.",
        "For example {{act: 395/KH-BHXH, type: ke-hoach, date: 2023-03-17, issuer: bhxh-tinh-hai-duong}}.",
    ),
    "SPEC-LINK-EMPTY": Text(
        "Liên kết chưa nói tới văn bản nào.",
        "Thêm directive hoặc act.",
        "The link names no document.",
        "Add directive or act.",
    ),
    "SPEC-AMENDMENT-EMPTY": Text(
        "Chưa nói văn bản nào bị thay thế, bãi bỏ, sửa đổi.",
        "Thêm directive hoặc act.",
        "It is not said which document is replaced, repealed or amended.",
        "Add directive or act.",
    ),
    "SPEC-TABLE-ROW-LENGTH": Text(
        "Có dòng của bảng không đủ hoặc thừa cột.",
        "Mỗi dòng phải có đúng số ô bằng số cột.",
        "A row of the table has too few or too many cells.",
        "Each row has as many cells as there are columns.",
    ),
    "SPEC-TABLE-WIDTHS-LENGTH": Text(
        "Số độ rộng (widths) khác số cột.",
        "Ghi mỗi cột một số, hoặc bỏ widths.",
        "widths does not have one number for each column.",
        "Give one for each column, or drop widths.",
    ),
    "SPEC-BLOCK-ONE-THING": Text(
        "Mỗi khối của phụ lục chỉ chứa một loại nội dung.",
        "Tách thành nhiều khối: heading, text, items, steps, table, image, contacts.",
        "Each block of an appendix holds one kind of content.",
        "Split it into blocks: heading, text, items, steps, table, image, contacts.",
    ),
    "SPEC-APPENDIX-BODY": Text(
        "Phụ lục phải có nội dung (body), hoặc khai là ở ngoài (external: true), không cả hai.",
        "Thêm body; nếu phụ lục ở tệp khác hoặc đã mất thì ghi external: true.",
        "An appendix has a body or is external: true, not both.",
        "Add body, or write external: true when it is kept elsewhere or lost.",
    ),
    "SPEC-SIGNATURE-AUTHORITY": Text(
        "Thiếu quyền hạn, chức vụ của người ký.",
        "Thêm authority: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]; văn bản cũ mất chức vụ thì ghi missing: true.",
        "The signer's authority and post are missing.",
        "Add authority: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]; for an old letter that lost it write missing: true.",
    ),
    "SPEC-COPY-EMPTY": Text(
        "Dòng Nơi nhận chưa ghi nhận là ai.",
        "Thêm to hoặc who.",
        "A line of Nơi nhận names nobody.",
        "Add to or who.",
    ),
    "SPEC-DIRECTIVE-TASKS-AND-SECTIONS": Text(
        "Chỉ dùng tasks hoặc sections, không dùng cả hai.",
        "Đưa các nhiệm vụ vào trong sections.",
        "Use tasks or sections, not both.",
        "Move the tasks into sections.",
    ),
    "SPEC-TASK-WITHOUT-WORDS": Text(
        "Nhiệm vụ chưa có nội dung.", "Thêm text hoặc title.", "The task says nothing.", "Add text or title."
    ),
    "SPEC-SECTION-EMPTY": Text(
        "Mục chưa có nội dung.",
        "Thêm heading, text hoặc tasks.",
        "The section says nothing.",
        "Add heading, text or tasks.",
    ),
    "SPEC-AGENCY-FORMER-NAME-UNDATED": Text(
        "Tên cũ phải ghi ngày cuối cùng dùng tên đó.",
        "Thêm until vào từng mục của former_names.",
        "A former name needs the last day of its use.",
        "Add until to each of former_names.",
    ),
    "SPEC-AGENCY-PERIOD-BACKWARDS": Text(
        "Ngày kết thúc (until) đứng trước ngày bắt đầu (from).",
        "Xem lại from và until của cơ quan hoặc của tên cũ.",
        "The last day (until) comes before the first day (from).",
        "Mend from and until of the agency or of its former name.",
    ),
    "SPEC-GROUP-EMPTY": Text(
        "Nhóm chưa chọn thành viên nào.",
        "Thêm members, groups, parent, kind hoặc where.",
        "The group selects nobody.",
        "Add members, groups, parent, kind or where.",
    ),
}

TEXTS = {**_KEYS, **_QUANTITIES, **_NAMES, **_TOGETHER}
