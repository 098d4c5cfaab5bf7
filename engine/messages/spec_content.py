"""Texts of what can be wrong across a directive: who, what, by when, with which forms and appendices."""

from __future__ import annotations

from engine.messages.catalogue import Text

_PARTIES = {
    "SPEC-AGENCY-ENDED": Text(
        "{name} đã kết thúc ngày {until}, trước ngày ban hành {date}.",
        "Cơ quan kế thừa: {heirs}. Dùng mã của cơ quan kế thừa, hoặc sửa ngày ban hành.",
        "{name} ended on {until}, before the date of issue {date}.",
        "Its successors: {heirs}. Use a successor's id, or mend the date.",
    ),
    "SPEC-AGENCY-NOT-YET": Text(
        "{name} chưa thành lập vào ngày {date}.",
        "Kiểm tra ngày ban hành, hoặc ngày bắt đầu (from) của cơ quan trong danh bạ.",
        "{name} did not exist yet on {date}.",
        "Check the date, or the agency's `from` in the directory.",
    ),
    "SPEC-NOT-A-MEMBER": Text(
        "“{name}” không thuộc nhóm “{group}” vào ngày ban hành.",
        "Xem thành viên bằng lệnh congvan list agencies.",
        "“{name}” is not a member of “{group}” on the date of issue.",
        "See the members with congvan list agencies.",
    ),
    "SPEC-SELECTS-NOBODY": Text(
        "Nhóm “{group}” không còn thành viên nào vào ngày {date} với điều kiện này.",
        "Kiểm tra named, without, where và ngày tồn tại của các thành viên.",
        "The group “{group}” has no member on {date} under these conditions.",
        "Check named, without, where, and when the members exist.",
    ),
    "SPEC-NOT-A-GROUP": Text(
        "“{name}” là một cơ quan, không phải nhóm, nên không chọn thành viên được.",
        "Bỏ named, without, where; hoặc dùng mã nhóm.",
        "“{name}” is one agency, not a group: it has no members to choose.",
        "Drop named, without, where; or use a group.",
    ),
    "SPEC-NO-RECIPIENTS": Text(
        "Dùng all-recipients nhưng văn bản chưa có nơi nhận.",
        "Thêm recipients (Kính gửi).",
        "all-recipients is used, but there are no recipients.",
        "Add recipients.",
    ),
    "SPEC-ISSUER-IS-RECIPIENT": Text(
        "Nơi nhận “{name}” là chính cơ quan ban hành.",
        "Bỏ mục này; nếu gửi một bộ phận bên trong thì ghi thêm unit.",
        "The recipient “{name}” is the issuer itself.",
        "Remove it; for a unit inside it, add unit.",
    ),
    "SPEC-NOT-REACHED": Text(
        "Được giao việc nhưng không có trong nơi nhận ({count} cơ quan): {names}.",
        "Thêm vào recipients, hoặc một dòng copies có who: mã cơ quan.",
        "Given work, but neither a recipient nor sent a copy ({count}): {names}.",
        "Add it to recipients, or to a line of copies with who: id.",
    ),
    "SPEC-REPEATED-RECIPIENT": Text(
        "Nơi nhận “{name}” viết hai lần.",
        "Bỏ một dòng.",
        "The recipient “{name}” is written twice.",
        "Remove one.",
    ),
}

_REFERENCES = {
    "SPEC-REPEATED-ID": Text(
        "Mã “{id}” đã dùng ở dòng {line}.",
        "Đổi một trong hai mã.",
        "The id “{id}” is already used on line {line}.",
        "Change one.",
    ),
    "SPEC-UNKNOWN-REFERENCE": Text(
        "Không có mã “{name}” trong {kind} của văn bản này.",
        "Thêm mục có mã đó, hoặc sửa lại mã.",
        "There is no “{name}” among this directive's {kind}.",
        "Write it, or mend the id.",
    ),
    "SPEC-UNKNOWN-CITATION": Text(
        "Lời văn viện dẫn [[{name}]] nhưng không có mã này.",
        "Đặt id: {name} cho văn bản trong bases, hay sửa lại mã; cũng dùng được mã chỉ tiêu và [[recipient]].",
        "The prose cites [[{name}]], which is not there.",
        "Give a basis this id, or mend it; ids of targets and [[recipient]] serve too.",
    ),
    "SPEC-UNKNOWN-DIRECTIVE": Text(
        "Không có chỉ đạo “{name}” trong specs/directives.",
        "Xem mã bằng lệnh congvan list directives; văn bản ngoài hệ thống thì dùng act.",
        "There is no directive “{name}” in specs/directives.",
        "See congvan list directives; for a document kept elsewhere use act.",
    ),
    "SPEC-LINK-TO-ITSELF": Text(
        "Văn bản liên kết tới chính nó.",
        "Sửa lại mã chỉ đạo.",
        "The directive is linked to itself.",
        "Mend the id.",
    ),
    "SPEC-CYCLE": Text(
        "Các nhiệm vụ chờ lẫn nhau thành vòng: {circle}.",
        "Bỏ một khóa after (hoặc offset.task) trong vòng này; nhiệm vụ lớn xong khi các mục con xong.",
        "Tasks wait for each other in a circle: {circle}.",
        "Drop one `after` (or offset.task); a task is done when its parts are.",
    ),
}

_DEADLINES = {
    "SPEC-DUE-BEFORE-PREDECESSOR": Text(
        "Hạn {own} sớm hơn hạn {other} của nhiệm vụ “{name}” phải xong trước.",
        "Lùi hạn của nhiệm vụ này, hoặc bỏ after.",
        "It is due on {own}, before {other}, when “{name}” is due, which comes first.",
        "Move this deadline, or drop `after`.",
    ),
    "SPEC-DEADLINE-BEFORE-ISSUE": Text(
        "Ngày cuối cùng kịp hạn ({last}) đứng trước ngày ban hành {issued}.",
        "Kiểm tra năm, tháng của thời hạn và ngày ban hành.",
        "The last day in time ({last}) comes before the date of issue {issued}.",
        "Check the year and month of both.",
    ),
    "SPEC-START-BEFORE-ISSUE": Text(
        "Ngày bắt đầu {start} đứng trước ngày ban hành {issued}.",
        "Nếu đúng như bản gốc thì giữ nguyên.",
        "The start {start} comes before the date of issue {issued}.",
        "Keep it if the source says so.",
    ),
    "SPEC-DEADLINE-BACKWARDS": Text(
        "Bắt đầu {start} sau khi đã kết thúc {last}.",
        "Đổi lại hai ngày.",
        "It begins on {start}, after it ends on {last}.",
        "Swap them.",
    ),
    "SPEC-HOURS-BACKWARDS": Text(
        "Khung giờ {hours} kết thúc trước khi bắt đầu.",
        "Viết 8:00-17:00.",
        "The hours {hours} end before they begin.",
        "Write 8:00-17:00.",
    ),
    "SPEC-RECURRENCE-MISFIT": Text(
        "Khóa “{key}” không hợp với chu kỳ each: {each}.",
        "week dùng weekday; month, quarter, half, year dùng day; month chỉ dùng cho quarter (1–3), half (1–6), year.",
        "The key “{key}” does not fit each: {each}.",
        "week has weekday; month, quarter, half, year have day; month is for quarter (1–3), half (1–6), year.",
    ),
    "SPEC-DATE-DISAGREES": Text(
        "Lời văn ghi “{words}” nhưng thời hạn khai là {deadlines}.",
        "Sửa cho lời văn và deadline khớp nhau.",
        "The wording says “{words}”, the deadline {deadlines}.",
        "Make the wording and the deadline agree.",
    ),
    "SPEC-HOUR-DISAGREES": Text(
        "Lời văn ghi giờ “{words}” nhưng thời hạn khai là {hours}.",
        "Sửa cho giờ trong lời văn và trong deadline khớp nhau.",
        "The wording gives the hour “{words}”, the deadline {hours}.",
        "Make the hours agree.",
    ),
    "SPEC-BY-OR-BEFORE": Text(
        "Lời văn ghi “{words}” nhưng khai {key}: {date}, lệch nhau một ngày.",
        "“trước ngày” là before (không kể ngày đó), “đến ngày, chậm nhất ngày” là by (kể cả ngày đó): đổi thành {other}.",
        "The wording says “{words}”, but the field is {key}: {date}: one day apart.",
        "“trước” is before (that day not counted), “đến, chậm nhất” is by: use {other}.",
    ),
    "SPEC-DATE-ONLY-IN-TEXT": Text(
        "Lời văn có thời hạn “{words}” nhưng không có khóa deadline nào ghi ngày này: sẽ không được theo dõi.",
        "Thêm deadline: {{before: …}} hoặc {{by: …}} vào nhiệm vụ.",
        "The wording sets “{words}”, but no deadline holds that day: it will not be followed.",
        "Add deadline: {{before: …}} or {{by: …}} to the task.",
    ),
}

_TARGETS = {
    "SPEC-PERCENT-DISAGREES": Text(
        "Lời văn ghi {words} nhưng chỉ tiêu khai là {targets}.",
        "Sửa cho lời văn và chỉ tiêu khớp nhau.",
        "The wording says {words}, the target {targets}.",
        "Make them agree.",
    ),
    "SPEC-PERCENT-ONLY-IN-TEXT": Text(
        "Lời văn ghi {words} nhưng không có chỉ tiêu (targets) nào như vậy: sẽ không được theo dõi.",
        "Thêm chỉ tiêu vào targets nếu cần theo dõi.",
        "The wording says {words}, but there is no such target: it will not be followed.",
        "Add it to targets if it is to be followed.",
    ),
    "SPEC-PERCENT-OVER-100": Text(
        "Tỷ lệ {value} vượt quá 100%.",
        "Sửa lại; nếu là so với kế hoạch, cùng kỳ thì ghi rõ trong measure.",
        "The share {value} is more than 100%.",
        "Mend it; if it is compared with a plan or an earlier year, say so in measure.",
    ),
    "SPEC-PART-OF-ITSELF": Text(
        "Chỉ tiêu “{id}” là phần của chính nó.",
        "Sửa part_of.",
        "The target “{id}” is part of itself.",
        "Mend part_of.",
    ),
    "SPEC-PART-OVER-WHOLE": Text(
        "Phần “trong đó” ({value}) lớn hơn chỉ tiêu “{id}” ({whole}).",
        "Kiểm tra lại hai con số.",
        "The part ({value}) is more than its whole “{id}” ({whole}).",
        "Check both numbers.",
    ),
    "SPEC-TASKS-TOO-DEEP": Text(
        "Nhiệm vụ lồng nhau quá {limit} cấp: dấu đầu dòng của các cấp không còn phân biệt được.",
        "Gộp bớt cấp, hoặc đưa phần chi tiết vào phụ lục.",
        "Tasks are nested more than {limit} deep: their marks cannot be told apart.",
        "Nest less, or move the detail to an appendix.",
    ),
    "SPEC-PERCENT-UNIT": Text(
        "Chỉ tiêu {value} đã là tỷ lệ, unit: \"%\" sẽ in dấu % hai lần.",
        "Bỏ unit, hoặc ghi đơn vị được đếm (người, hộ …).",
        "The target {value} is a share already: unit: \"%\" would print it twice.",
        "Drop unit, or write what is counted.",
    ),
    "SPEC-NO-OWNER": Text(
        "Nhiệm vụ chưa giao cho ai: “{words}”.",
        "Thêm lead: mã-cơ-quan (hoặc lead: all-recipients) vào nhiệm vụ này hay nhiệm vụ chứa nó; nếu chỉ là lưu ý thì ghi kind: note.",
        "The task is nobody's: “{words}”.",
        "Add lead: (an agency, or all-recipients) to it or to the task around it; a mere note is kind: note.",
    ),
}

_ENCLOSED = {
    "SPEC-UNKNOWN-FORM-VERSION": Text(
        "Biểu mẫu {form} không có phiên bản “{name}”.",
        "Các phiên bản có: {known}.",
        "The form {form} has no version “{name}”.",
        "Versions: {known}.",
    ),
    "SPEC-FORM-NOT-IN-FORCE": Text(
        "Biểu mẫu {form} (phiên bản {version}) không có hiệu lực vào ngày {date}.",
        "Phiên bản có hiệu lực: {valid}.",
        "The form {form} (version {version}) is not in force on {date}.",
        "In force: {valid}.",
    ),
    "SPEC-FORM-ONLY-IN-TEXT": Text(
        "Lời văn nhắc tới mẫu {printed} nhưng khóa forms không khai mẫu này.",
        "Thêm forms: [{form}] vào nhiệm vụ nếu các đơn vị phải lập mẫu này.",
        "The wording names the form {printed}, which no `forms` declares.",
        "Add forms: [{form}] to the task if units must fill it.",
    ),
    "SPEC-APPENDIX-MISSING": Text(
        "Lời văn nhắc tới “{name}” nhưng văn bản không có phụ lục đó.",
        "Thêm vào appendices; nếu phụ lục ở tệp khác hoặc đã mất thì khai external: true.",
        "The wording names “{name}”, which the directive does not have.",
        "Add it to appendices; if it is kept elsewhere or lost, declare it external: true.",
    ),
    "SPEC-APPENDIX-NOT-MENTIONED": Text(
        "Phụ lục “{title}” đi kèm nhưng lời văn không nhắc tới.",
        "Nhắc tới trong lời văn: “(Phụ lục I kèm theo)”, “theo phụ lục đính kèm”.",
        "The appendix “{title}” is enclosed but the text does not mention it.",
        "Mention it: “(Phụ lục I kèm theo)”, “theo phụ lục đính kèm”.",
    ),
    "SPEC-ENCLOSURE-MISSING": Text(
        "Lời văn ghi “{words}” nhưng văn bản không có phụ lục nào.",
        "Thêm vào appendices; nếu ở tệp khác thì khai external: true; nếu không gửi kèm thì sửa lời văn.",
        "The wording says “{words}”, but the directive encloses nothing.",
        "Add it to appendices (external: true when kept elsewhere), or mend the wording.",
    ),
    "SPEC-APPENDIX-ORDER": Text(
        "“{name}” được nhắc tới sau một phụ lục có số lớn hơn.",
        "Nên đánh số phụ lục theo thứ tự được nhắc tới.",
        "“{name}” is mentioned after an appendix of a higher number.",
        "Number the appendices in the order of their mention.",
    ),
    "SPEC-APPENDIX-TITLE": Text(
        "Tên phụ lục “{title}” đã có chữ “Phụ lục”, sẽ in hai lần.",
        "Bỏ “Phụ lục …” khỏi title; số thứ tự được in tự động.",
        "The appendix title “{title}” holds its label, which would be printed twice.",
        "Drop “Phụ lục …” from the title; it is printed by itself.",
    ),
    "SPEC-PICTURE-MISSING": Text(
        "Không thấy tệp hình “{name}”.",
        "Đường dẫn tính từ tệp YAML này; hình đã mất thì dùng lost_image: true.",
        "There is no picture “{name}”.",
        "The path is taken from this YAML file; for a lost picture write lost_image: true.",
    ),
    "SPEC-PICTURE-OUTSIDE": Text(
        "Đường dẫn hình “{name}” ra ngoài thư mục specs.",
        "Chép hình vào cạnh tệp YAML và ghi đường dẫn tương đối.",
        "The picture's path “{name}” leads out of the specs folder.",
        "Copy the picture beside the YAML file and give a relative path.",
    ),
}

TEXTS = {**_PARTIES, **_REFERENCES, **_DEADLINES, **_TARGETS, **_ENCLOSED}
