"""Texts for the database, the blob store, the registers, the tracking and the delivery channels."""

from engine.messages.catalogue import Text

STAGES = {
    "open": ("đang thực hiện", "open"),
    "reported": ("đã báo cáo", "reported"),
    "accepted": ("báo cáo được chấp nhận", "accepted"),
    "refused": ("báo cáo bị trả lại", "sent back"),
    "completed": ("hoàn thành", "completed"),
    "cancelled": ("đã hủy", "cancelled"),
}
"""Where an obligation can stand, in Vietnamese and English."""

STEPS = {
    "obligation.reported": ("báo cáo", "report"),
    "obligation.accepted": ("chấp nhận báo cáo", "accept the report"),
    "obligation.refused": ("trả lại báo cáo", "send the report back"),
    "obligation.completed": ("hoàn thành", "complete"),
    "obligation.cancelled": ("hủy", "cancel"),
    "obligation.extended": ("gia hạn", "extend"),
}
"""What can be done with an obligation, in Vietnamese and English."""

TEXTS = {
    "STORE-SECRET": Text(
        "Khóa đóng dấu biểu mẫu {place} không nguyên vẹn ({size} byte, phải là {want}).",
        "Chép lại tệp ấy từ bản sao lưu; không có thì đổi tên nó đi, khóa mới sẽ được tạo: biểu đã gửi vẫn đọc được, chỉ mất dấu xác nhận.",
        "The key that seals forms, {place}, is not whole ({size} bytes, not {want}).",
        "Restore it from a backup; else rename it, and a new one is made: forms sent before are read, without their seal.",
    ),
    "STORE-LOCKED": Text(
        "Cơ sở dữ liệu đang bận: một lệnh khác đang ghi vào {place}.",
        "Đợi lệnh kia xong rồi chạy lại; không có gì bị mất.",
        "The database is busy: another command is writing to {place}.",
        "Wait for it to end and run again; nothing is lost.",
    ),
    "STORE-UNREACHABLE": Text(
        "Không kết nối được cơ sở dữ liệu {place}: {detail}",
        "Kiểm tra máy chủ PostgreSQL có đang chạy không và địa chỉ trong CONGVAN_DATABASE.",
        "The database {place} cannot be reached: {detail}",
        "Check that the PostgreSQL server runs, and the address in CONGVAN_DATABASE.",
    ),
    "STORE-REFUSED": Text(
        "Cơ sở dữ liệu {place} từ chối đăng nhập: {detail}",
        "Kiểm tra tên cơ sở dữ liệu, người dùng, mật khẩu và quyền trong CONGVAN_DATABASE.",
        "The database {place} refuses the login: {detail}",
        "Check the database, user, password and rights in CONGVAN_DATABASE.",
    ),
    "STORE-NO-DRIVER": Text(
        "Không dùng được {place}: {detail}",
        "Địa chỉ có dạng sqlite:///tệp hoặc postgresql+psycopg://…; PostgreSQL cần cài thêm: "
        "pip install 'congvan[postgres]'.",
        "{place} cannot be used: {detail}",
        "The address is sqlite:///file or postgresql+psycopg://…; PostgreSQL needs: "
        "pip install 'congvan[postgres]'.",
    ),
    "STORE-IN-MEMORY": Text(
        "{place} không phải là một tệp SQLite trên đĩa: số đã cấp và nhật ký sẽ mất khi lệnh kết thúc.",
        "Ghi địa chỉ dạng sqlite:///đường-dẫn/congvan.db vào CONGVAN_DATABASE, không kèm tùy chọn; "
        "hoặc bỏ CONGVAN_DATABASE để dùng thư mục --home.",
        "{place} is no SQLite file on disk: its numbers and its log would be lost when the command ends.",
        "Write sqlite:///path/congvan.db into CONGVAN_DATABASE, without options; "
        "or unset it to use the --home folder.",
    ),
    "STORE-ENCODING": Text(
        "Cơ sở dữ liệu {place} dùng bảng mã {found}, không giữ được tiếng Việt.",
        "Tạo cơ sở dữ liệu khác với bảng mã UTF8: createdb --encoding=UTF8 --template=template0 tên.",
        "The database {place} is encoded in {found}, which does not keep Vietnamese.",
        "Create another one in UTF8: createdb --encoding=UTF8 --template=template0 name.",
    ),
    "STORE-READ-ONLY": Text(
        "Không ghi được vào {place}: {detail}",
        "Kiểm tra quyền ghi thư mục, hoặc chọn thư mục khác bằng --home (CONGVAN_HOME).",
        "{place} cannot be written: {detail}",
        "Check the folder's permissions, or choose another with --home (CONGVAN_HOME).",
    ),
    "STORE-DISK-FULL": Text(
        "Hết chỗ trên đĩa khi ghi {place}: {detail}",
        "Dọn bớt đĩa hoặc hạn mức rồi chạy lại; những gì đã ghi vẫn còn nguyên.",
        "No space is left to write {place}: {detail}",
        "Free some space or quota and run again; what was written is still whole.",
    ),
    "STORE-DAMAGED": Text(
        "{place} không phải là cơ sở dữ liệu của congvan hoặc đã hỏng: {detail}",
        "Khôi phục từ bản sao lưu; đừng sửa tệp bằng tay.",
        "{place} is not a database of congvan, or is damaged: {detail}",
        "Restore it from a backup; do not mend the file by hand.",
    ),
    "STORE-NEWER": Text(
        "Cơ sở dữ liệu {place} do một bản congvan mới hơn tạo ra (lược đồ {found}, bản này biết đến {known}).",
        "Nâng cấp congvan rồi chạy lại.",
        "The database {place} was made by a newer congvan (schema {found}; this one knows up to {known}).",
        "Upgrade congvan and run again.",
    ),
    "STORE-CONFLICT": Text(
        "Cơ sở dữ liệu từ chối ghi vì trùng hoặc sai quy tắc: {detail}",
        "Xem lại dữ liệu vừa ghi; nhật ký sự kiện chỉ được ghi thêm, không được sửa hay xóa.",
        "The database refuses a repetition or a breach of its rules: {detail}",
        "Look at what was written; the event log can only be added to, never changed or deleted.",
    ),
    "STORE-NUMBERS-CHANGED": Text(
        "Bảng số của sổ {register} năm {year} trong {place} không khớp nhật ký: có người đã sửa bằng tay.",
        "Không cấp số nào cho đến khi bảng được dựng lại từ nhật ký: congvan verify --rebuild.",
        "The numbers of register {register} of {year} in {place} are not those of the log: they were changed.",
        "No number is given until they are made anew from the log: congvan verify --rebuild.",
    ),
    "LOG-PRIVATE-CHANGED": Text(
        "dữ liệu cá nhân kèm sự kiện {seq} đã bị sửa: không còn đúng như lúc ghi.",
        "Khôi phục cơ sở dữ liệu từ bản sao lưu; xóa hẳn dữ liệu đó thì được, sửa thì không.",
        "the personal data of event {seq} were changed: they are not those that were told.",
        "Restore the database from a backup; they may be erased, but never changed.",
    ),
    "STORE-FAILED": Text(
        "Cơ sở dữ liệu {place} gặp lỗi: {detail}",
        "Chạy lại; nếu vẫn lỗi, gửi nội dung này cho người quản trị.",
        "The database {place} failed: {detail}",
        "Run again; if it fails still, send this text to the administrator.",
    ),
    "BLOB-MISSING": Text(
        "Không tìm thấy nội dung của tài liệu {digest} trong kho.",
        "Chạy lại lệnh phát hành để dựng lại tài liệu, hoặc khôi phục thư mục {place} từ bản sao lưu.",
        "The content of document {digest} is not in the store.",
        "Issue again to make the document anew, or restore {place} from a backup.",
    ),
    "BLOB-DAMAGED": Text(
        "Nội dung tài liệu {digest} trong kho đã bị thay đổi (giá trị băm hiện nay là {found}).",
        "Khôi phục tệp {place} từ bản sao lưu, hoặc xóa nó rồi chạy lại lệnh phát hành.",
        "The content of document {digest} was changed in the store (its hash is now {found}).",
        "Restore {place} from a backup, or delete it and issue again.",
    ),
    "NUMBER-USED": Text(
        "Số {code} năm {year} của {issuer} đã được cấp cho văn bản “{holder}”.",
        "Mỗi số chỉ dùng cho một văn bản trong năm: chọn số khác, hoặc bỏ trống để congvan cấp số tiếp theo.",
        "Number {code} of {year} of {issuer} belongs to the document “{holder}”.",
        "A number names one document of the year: choose another, or leave it out to get the next one.",
    ),
    "NUMBER-HELD": Text(
        "Văn bản “{holder}” đã có số {held} trong sổ {register} năm {year}, không thể nhận thêm số {number}.",
        "Hủy số cũ (có ghi lý do) trước khi cấp số khác.",
        "The document “{holder}” holds number {held} of register {register} of {year}; it cannot get {number} too.",
        "Void the old number, with its reason, before another is given.",
    ),
    "NUMBER-UNKNOWN": Text(
        "Sổ {register} năm {year} không có số {number} nào để hủy.",
        "Xem các số đã cấp trong sổ đăng ký văn bản đi.",
        "Register {register} of {year} holds no number {number} to void.",
        "See the numbers in the register of outgoing documents.",
    ),
    "NUMBER-INVALID": Text(
        "Số {number} không hợp lệ: số văn bản là số nguyên từ 1 trở lên.",
        "Sửa lại số trong văn bản.",
        "Number {number} is not valid: a document's number is a whole number from 1.",
        "Mend the number in the document.",
    ),
    "OBLIGATION-STEP": Text(
        "Nhiệm vụ {id} đang ở trạng thái “{stage_vi}”, không thể ghi nhận “{step_vi}”.",
        "Xem trạng thái bằng congvan status.",
        "Obligation {id} is at stage “{stage}”; it cannot take the step “{step}”.",
        "See its state with congvan status.",
    ),
    "OBLIGATION-UNKNOWN": Text(
        "Không có nhiệm vụ {id}.",
        "Xem các nhiệm vụ bằng congvan status.",
        "There is no obligation {id}.",
        "See the obligations with congvan status.",
    ),
    "DELIVERY-FILE-NAMES": Text(
        "Hai tệp gửi cho “{recipient}” trùng tên “{name}”.",
        "Đặt tên khác nhau cho các tệp của cùng một nơi nhận.",
        "Two files for “{recipient}” are both called “{name}”.",
        "Give the files of a recipient different names.",
    ),
    "DELIVERY-FOLDER": Text(
        "Tên thư mục “{folder}” của “{recipient}” không an toàn.",
        "Đây là lỗi của chương trình; báo cho người phát triển.",
        "The folder name “{folder}” of “{recipient}” is not safe.",
        "This is a fault of the program; tell its developers.",
    ),
}
