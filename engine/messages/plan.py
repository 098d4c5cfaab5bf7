"""Texts of what stops a plan: parties that stand for nobody, days that cannot be counted."""

from __future__ import annotations

from engine.messages.catalogue import Text

TEXTS = {
    "PLAN-CALENDAR-YEAR": Text(
        "Lịch làm việc không có năm {year} nên không tính được ngày làm việc.",
        "Kiểm tra lại năm trong thời hạn; nếu đúng, thêm lịch năm {year} vào specs/calendars.",
        "The working calendar does not hold the year {year}, so working days cannot be counted.",
        "Check the year of the deadline; if it is right, add the calendar of {year} to specs/calendars.",
    ),
    "PLAN-UNKNOWN-PARTY": Text(
        "Danh bạ không có cơ quan hay nhóm “{party}”.",
        "Sửa mã, thêm cơ quan vào specs/agencies, hoặc viết {{outside: tên}} nếu chỉ cần in tên.",
        "The directory has no agency or group “{party}”.",
        "Mend the id, add the agency to specs/agencies, or write {{outside: name}} if it need only be printed.",
    ),
    "PLAN-AGENCY-NOT-THEN": Text(
        "Cơ quan “{party}” ({name}) không hoạt động vào ngày {day}.",
        "Dùng cơ quan có thẩm quyền vào ngày đó; cơ quan kế thừa: {successor}.",
        "The agency “{party}” ({name}) does not exist on {day}.",
        "Use the agency that is competent on that day; its successor: {successor}.",
    ),
    "PLAN-NOT-A-MEMBER": Text(
        "“{member}” không phải thành viên của “{party}” vào ngày {day}.",
        "Sửa mã trong named/without, hoặc bổ sung thành viên vào nhóm.",
        "“{member}” is not a member of “{party}” on {day}.",
        "Mend the id under named/without, or add the member to the group.",
    ),
    "PLAN-NOBODY": Text(
        "“{party}” không có cơ quan nào vào ngày {day}.",
        "Kiểm tra thành viên của nhóm và các điều kiện named, without, where.",
        "“{party}” stands for no agency on {day}.",
        "Check the group's members and the conditions named, without, where.",
    ),
    "PLAN-UNKNOWN-DOCTYPE": Text(
        "Không có loại văn bản “{doctype}”.",
        "Dùng một trong các loại do congvan list doctypes liệt kê.",
        "There is no document type “{doctype}”.",
        "Use one of those that congvan list doctypes shows.",
    ),
    "PLAN-NO-SYMBOL": Text(
        "Cơ quan ban hành “{agency}” chưa có chữ viết tắt để ghi ký hiệu.",
        "Thêm symbol cho cơ quan trong danh bạ, hoặc ghi symbol.agency trong chỉ đạo.",
        "The issuer “{agency}” has no abbreviation for the document's symbol.",
        "Give the agency a symbol in the directory, or write symbol.agency in the directive.",
    ),
    "PLAN-DOUBLE-KEY": Text(
        "Hai nhiệm vụ cùng có mã “{key}”.",
        "Đặt id khác nhau cho từng nhiệm vụ.",
        "Two tasks share the key “{key}”.",
        "Give each task its own id.",
    ),
    "PLAN-UNKNOWN-TARGET": Text(
        "Nhiệm vụ nhắc tới chỉ tiêu “{target}” chưa được khai.",
        "Khai chỉ tiêu ở targets hoặc sửa mã.",
        "A task names the target “{target}”, which is not declared.",
        "Declare it under targets, or mend its id.",
    ),
}
