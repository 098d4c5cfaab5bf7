"""Texts of campaigns among persons: lists placed in units, rounds, returned files; and the words for states."""

from engine.messages.catalogue import Text

STANDINGS = {
    "matched": ("khớp", "matched"),
    "mismatched": ("chưa khớp", "mismatched"),
    "no-number": ("chưa có số", "without number"),
    "unchecked": ("chưa đối chiếu", "not compared"),
}

STATES = {
    "matched": ("đã khớp", "matched"),
    "open": ("chờ đơn vị", "awaited"),
    "accepted": ("đã nhận", "accepted"),
    "refused": ("trả lại", "sent back"),
    "at-police": ("chờ công an", "at the police"),
    "left": ("đã rời đơn vị", "left the unit"),
}

OUTCOMES = {
    "accepted": ("chấp nhận", "accepted"),
    "accepted-with-warning": ("chấp nhận, có lưu ý", "accepted with a warning"),
    "refused": ("trả lại", "sent back"),
    "unknown-person": ("không có trong danh sách", "unknown person"),
    "not-in-unit": ("thuộc đơn vị khác", "of another unit"),
    "at-police": ("chờ công an", "at the police"),
    "left-unit": ("đã rời đơn vị", "left the unit"),
}

REACHED = {
    True: ("đạt", "reached"),
    False: ("chưa đạt", "not reached"),
    None: ("chưa tính được", "cannot be told"),
}

REASONS_OVERLAP = (
    "Người có nhiều lý do được đếm ở từng lý do, nên cộng các dòng có thể lớn hơn tổng số.",
    "A person with several reasons counts under each, so the rows may add up to more than all.",
)

VALUES = {
    "name": ("họ tên", "name"),
    "birth": ("ngày sinh", "birth"),
    "gender": ("giới tính", "gender"),
    "identifiers.citizen_id": ("số ĐDCN/CCCD", "citizen id"),
    "identifiers.old_card": ("số CMND", "old card"),
    "identifiers.passport": ("hộ chiếu", "passport"),
    "identifiers.social_number": ("mã số BHXH", "social number"),
    "identifiers.health_card": ("thẻ BHYT", "health card"),
    "identifiers.household": ("mã số hộ gia đình", "household"),
    "identifiers.tax_code": ("mã số thuế", "tax code"),
    "nationality": ("quốc tịch", "nationality"),
    "ethnicity": ("dân tộc", "ethnicity"),
    "birthplace": ("nơi khai sinh", "birthplace"),
    "residence": ("nơi ở", "residence"),
    "contact.phone": ("điện thoại", "phone"),
    "contact.email": ("email", "email"),
    "contact.address": ("địa chỉ", "address"),
    "relation": ("quan hệ với chủ hộ", "relation"),
    "unit": ("đơn vị", "unit"),
    "group": ("nhóm đối tượng", "group"),
    "note": ("ghi chú", "note"),
    "standing": ("kết quả đối chiếu", "standing"),
    "vssid": ("VssID", "VssID"),
    "has_email": ("email trong VssID", "e-mail in VssID"),
}

TEXTS = {
    "PEOPLE-FILE-MISSING": Text(
        "Không có tệp {path}.",
        "Kiểm tra lại đường dẫn và tên tệp.",
        "There is no file {path}.",
        "Check the path and the name.",
    ),
    "PEOPLE-FILE-LARGE": Text(
        "Tệp quá lớn ({size} MB, nhiều nhất {most} MB).",
        "Chia danh sách thành nhiều tệp.",
        "The file is too large ({size} MB, at most {most} MB).",
        "Divide the list into several files.",
    ),
    "PEOPLE-UNIT-MISSING": Text(
        "Dòng này không cho biết người tham gia thuộc đơn vị nào.",
        "Thêm cột “Mã đơn vị” hoặc ghi “Mã đơn vị: …” phía trên bảng.",
        "The row does not say which unit the person belongs to.",
        "Add a column “Mã đơn vị”, or write “Mã đơn vị: …” above the table.",
    ),
    "PEOPLE-UNIT-UNKNOWN": Text(
        "Không có đơn vị “{said}” trong số nơi nhận.",
        "Sửa mã đơn vị, hoặc thêm đơn vị vào danh bạ (specs/agencies) và nơi nhận của chỉ đạo.",
        "“{said}” is no unit among the recipients.",
        "Mend the code, or add the unit to the directory and to the recipients.",
    ),
    "PEOPLE-UNIT-CODE-AND-NAME": Text(
        "Mã đơn vị là của “{found}”, còn tên ghi là “{name}”.",
        "Người được xếp theo mã; kiểm tra xem mã hay tên đúng.",
        "The unit's code is that of “{found}”, the name is “{name}”.",
        "The person is placed by the code; check which of them is right.",
    ),
    "PEOPLE-ROW-NAMELESS": Text(
        "Dòng này chưa được nhập vì không có họ tên đọc được.",
        "Ghi họ và tên rồi nhập lại.",
        "The row was left out: it has no name that can be read.",
        "Write the name and import again.",
    ),
    "PEOPLE-ROW-TWICE": Text(
        "Người này đã có ở {first}.",
        "Dòng sau không được nhập; nếu là hai người khác nhau, ghi số giấy tờ của từng người.",
        "This person stands at {first} already.",
        "The later row is left out; if they are two, write the number of each.",
    ),
    "PEOPLE-ROWS-ASIDE": Text(
        "{rows} dòng không xếp được vào đơn vị nào, hoặc trùng, hoặc thiếu họ tên; chưa nhập gì.",
        "Sửa theo bản đánh dấu rồi chạy lại; hoặc thêm --leave-out để nhập phần còn lại và để riêng các dòng này.",
        "{rows} rows have no place (no unit, no name, or twice); nothing was imported.",
        "Mend them by the annotated copy; or --leave-out imports the others.",
    ),
    "PEOPLE-COPY-OVER-LIST": Text(
        "Bản đánh dấu không được ghi đè lên chính danh sách.",
        "Chọn tên khác ở --out.",
        "The annotated copy may not replace the list itself.",
        "Choose another name with --out.",
    ),
    "PEOPLE-IMPORT-RACE": Text(
        "Có người khác đang nhập danh sách vào chỉ đạo {id} cùng lúc.",
        "Chạy lại lệnh.",
        "Somebody else imports into the directive {id} at the same time.",
        "Run the command again.",
    ),
    "PEOPLE-NONE": Text(
        "Chỉ đạo {id} chưa có danh sách người tham gia.",
        "Nhập trước: congvan people import DANH-SÁCH --directive {id}",
        "The directive {id} has no list of participants.",
        "First: congvan people import LIST --directive {id}",
    ),
    "PEOPLE-ROUND-NOBODY": Text(
        "Chỉ đạo {id} không còn ai phải bổ sung: không cần đợt mới.",
        "",
        "Nobody of the directive {id} is awaited any more: no round is needed.",
        "",
    ),
    "PEOPLE-NO-FORMS": Text(
        "Chỉ đạo {id} không nêu biểu mẫu nào để lập cho người tham gia.",
        "Ghi forms: hoặc produces: {{form: …}} ở nhiệm vụ trong tệp chỉ đạo.",
        "The directive {id} names no form for its people.",
        "Name forms: or produces: {{form: …}} at a task of the spec.",
    ),
    "PEOPLE-GROUP-CODE": Text(
        "Nhóm “{group}” của chỉ đạo ghi mã đối tượng {code}, mã này không có trong danh mục doi-tuong-bhyt.",
        "Sửa groups: của nhóm trong tệp chỉ đạo, hoặc thêm mã vào specs/codes/doi-tuong-bhyt.yaml.",
        "The population “{group}” names the code {code}, which the list doi-tuong-bhyt does not have.",
        "Mend groups: of the population, or add the code to specs/codes/doi-tuong-bhyt.yaml.",
    ),
    "PEOPLE-UNIT-NOBODY": Text(
        "Không có người nào của “{unit}” trong chỉ đạo {id}.",
        "Xem các đơn vị: congvan status {id} --by unit",
        "Nobody of “{unit}” is in the directive {id}.",
        "See the units: congvan status {id} --by unit",
    ),
    "COLLECT-MANY": Text(
        "Quá nhiều tệp một lúc (nhiều nhất {most}).",
        "Nhận từng thư mục nhỏ hơn.",
        "Too many files at once (at most {most}).",
        "Collect smaller folders.",
    ),
    "COLLECT-ZIP-IN-ZIP": Text(
        "Tệp nén nằm trong tệp nén.",
        "Giải nén một lớp rồi nhận lại.",
        "A zip inside a zip.",
        "Unpack one layer and collect again.",
    ),
    "COLLECT-ZIP-PASSWORD": Text(
        "Tệp nén có mật khẩu.",
        "Giải nén bằng mật khẩu rồi nhận các tệp bên trong.",
        "The zip has a password.",
        "Unpack it with the password and collect what is inside.",
    ),
    "COLLECT-ZIP-DAMAGED": Text(
        "Tệp nén hỏng.",
        "Đề nghị đơn vị gửi lại.",
        "The zip is damaged.",
        "Ask the unit to send it again.",
    ),
    "COLLECT-NOBODY": Text(
        "Tệp này không có người nào.",
        "Công văn, giấy tờ kèm theo thì lưu riêng; biểu mẫu thì đề nghị đơn vị gửi lại.",
        "Nobody stands in this file.",
        "Keep covering letters apart; ask the unit for the form again.",
    ),
    "COLLECT-WHICH-DIRECTIVE": Text(
        "Không biết tệp này trả lời chỉ đạo nào.",
        "Ghi rõ: congvan collect … --directive MÃ",
        "It is not known which directive this file answers.",
        "Say it: congvan collect … --directive ID",
    ),
    "COLLECT-WHICH-UNIT": Text(
        "Không biết tệp này của đơn vị nào; xét theo từng người.",
        "Đề nghị đơn vị ghi “Tên đơn vị”, “Mã đơn vị” ở đầu biểu.",
        "It is not known which unit's file this is; each person was judged alone.",
        "Ask the unit to write its name and code at the head.",
    ),
    "FORM-UNKNOWN": Text(
        "Không có biểu mẫu {name}.",
        "Xem các biểu: congvan list forms",
        "There is no form {name}.",
        "See the forms: congvan list forms",
    ),
    "FORM-NOT-WHOLE": Text(
        "Biểu {name} mới có phần đầu, chưa có các cột, các ô: chưa lập được.",
        "Bổ sung tệp specs/forms của biểu này khi có bản gốc của quyết định.",
        "Only the head of the form {name} is known: it cannot be filled.",
        "Complete its file in specs/forms when the decision's text is at hand.",
    ),
    "FORM-DATA": Text(
        "Tệp dữ liệu không đọc được: {why}.",
        "Dùng một danh sách (xlsx, csv …), hoặc tệp YAML/JSON ghi “khóa: giá trị”, ví dụ person.name: Nguyễn Văn A.",
        "The data cannot be read: {why}.",
        "Use a list (xlsx, csv …) or a YAML/JSON file of “key: value”, e.g. person.name: …",
    ),
    "FORM-DATA-KEY": Text(
        "Không có trường {key} trong biểu mẫu.",
        "Các trường của biểu: congvan list forms --form {form}",
        "The form has no field {key}.",
        "Its fields: congvan list forms --form {form}",
    ),
}
