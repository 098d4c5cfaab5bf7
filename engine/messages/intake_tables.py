"""Texts of what is wrong or doubtful in the sheets and heads of a list of persons."""

from engine.messages.catalogue import Text

_RENAME = "Sửa tiêu đề cột cho rõ (hoặc ghi tiêu đề nhóm bên trên), hoặc bỏ bớt một cột, rồi nộp lại."
_RENAME_EN = "Make the head clear (or write a group head above it), or take a column away, and send it again."

TEXTS = {
    "INTAKE-NO-TABLE": Text(
        "Không tìm thấy bảng danh sách người nào trong tệp. Đã tìm các cột: {heads}.",
        "Ghi tiêu đề cột ở ngay trên danh sách, ít nhất có họ và tên cùng mã số BHXH hoặc số CCCD.",
        "No table of persons was found. Heads looked for: {heads}.",
        "Write heads above the list, at least the name and the social insurance or citizen's number.",
    ),
    "INTAKE-NO-ROWS": Text(
        "Có tiêu đề bảng nhưng không có dòng người nào bên dưới.",
        "Kiểm tra xem có nộp nhầm mẫu trắng không.",
        "There are heads of a table and no persons below.",
        "See whether an empty form was sent by mistake.",
    ),
    "INTAKE-NO-NAMES": Text(
        "Bảng này không có cột họ và tên đọc được.",
        "Ghi tiêu đề “Họ và tên” trên cột tên; nếu danh sách chỉ có số thì người được tìm theo số.",
        "This table has no column of names that can be read.",
        "Write the head “Họ và tên” above the names; persons are else found by their numbers alone.",
    ),
    "INTAKE-SHEET-HIDDEN": Text(
        "Trang tính này đang ẩn và có {rows} dòng người tham gia; các dòng ấy vẫn được đọc.",
        "Nếu không định nộp trang tính ẩn thì xóa nó khỏi tệp.",
        "This sheet is hidden and holds {rows} persons; they are read all the same.",
        "Delete the hidden sheet if it is not meant to be sent.",
    ),
    "INTAKE-ROWS-HIDDEN": Text(
        "Có {rows} dòng người tham gia đang ẩn (hoặc bị lọc); các dòng ấy vẫn được đọc.",
        "Bỏ lọc, bỏ ẩn để xem; nếu không định nộp thì xóa các dòng ấy.",
        "{rows} persons stand in hidden or filtered rows; they are read all the same.",
        "Unhide them to look; delete them if they are not meant to be sent.",
    ),
    "INTAKE-COLUMN-TWICE": Text(
        "Cột “{label}” và cột ở {cells} cùng là “{meaning}” nhưng ghi khác nhau, nên cột này không được đọc.",
        _RENAME,
        "Column “{label}” and that at {cells} both mean “{meaning}” and differ; this one is not read.",
        _RENAME_EN,
    ),
    "INTAKE-COLUMN-REPEATED": Text(
        "Cột “{label}” lặp lại cột ở {cells} (“{meaning}”), nội dung như nhau.",
        "Bỏ bớt một cột.",
        "Column “{label}” repeats that at {cells} (“{meaning}”).",
        "Take one of them away.",
    ),
    "INTAKE-COLUMN-DOUBTFUL": Text(
        "Không rõ cột “{label}” ({cells}) là gì: {meanings}. Cột này không được đọc.",
        _RENAME,
        "Column “{label}” ({cells}) may mean several things: {meanings}. It is not read.",
        _RENAME_EN,
    ),
    "INTAKE-HEAD-NEAR": Text(
        "Tiêu đề “{label}” được hiểu là “{meaning}”.",
        "Nếu hiểu sai thì sửa tiêu đề cột.",
        "The head “{label}” is taken for “{meaning}”.",
        "Mend the head if that is wrong.",
    ),
    "INTAKE-COLUMN-BY-CONTENT": Text(
        "Cột này không có tiêu đề rõ; theo nội dung thì là “{meaning}”.",
        "Kiểm tra lại và ghi tiêu đề cho cột.",
        "This column has no clear head; by its content it is “{meaning}”.",
        "Look at it and write its head.",
    ),
    "INTAKE-COLUMN-WITHOUT-HEAD": Text(
        "Cột này có nội dung mà không có tiêu đề, nên không được đọc.",
        "Ghi tiêu đề cho cột nếu cần đọc.",
        "This column holds something and has no head; it is not read.",
        "Write a head if it has to be read.",
    ),
    "INTAKE-NO-NUMBERS": Text(
        "Danh sách không có cột mã số BHXH, CCCD.",
        "Ghi tiêu đề “Mã số BHXH”, “Số CCCD” trên cột số; không có số thì chỉ tìm được người theo họ tên, ngày sinh.",
        "The list has no column of social insurance numbers or citizens' numbers.",
        "Write “Mã số BHXH”, “Số CCCD” above the numbers; persons are else found by name and birth alone.",
    ),
    "INTAKE-NUMBER-BY-CONTENT": Text(
        "Cột “{label}” không ghi rõ là số gì; theo nội dung thì là “{meaning}”.",
        "Nếu hiểu sai thì sửa tiêu đề cột.",
        "Column “{label}” does not say which number it is; by its content it is “{meaning}”.",
        "Mend the head if that is wrong.",
    ),
    "INTAKE-CITIZENS-UNREAD": Text(
        "Cột “{label}” chứa số có dạng số CCCD nhưng không được đọc.",
        "Đổi tiêu đề thành “Số CCCD” nếu là số của người trong danh sách.",
        "Column “{label}” holds what look like citizens' numbers and is not read.",
        "Name it “Số CCCD” if the numbers are those of the persons listed.",
    ),
    "INTAKE-COLUMNS-OF-POPULATION": Text(
        "Các cột này là thông tin bên CSDL dân cư, không đọc: {heads}. Thông tin đang quản lý đọc ở các cột cùng tên.",
        "Không phải làm gì; người tham gia kê khai lại thì ghi ở Mẫu 02.",
        "These columns hold what the population database says and are not read: {heads}. The record's are.",
        "Nothing is to be done; what participants declare anew belongs in Mẫu 02.",
    ),
    "INTAKE-NAME-PART-UNREAD": Text(
        "Giữa cột họ và cột tên có cột “{label}” không rõ là gì, nên không đọc họ tên.",
        "Ghi tiêu đề “Tên đệm” nếu là tên đệm, hoặc chuyển cột ấy ra chỗ khác.",
        "Between surname and given name stands a column “{label}” that is not understood; no name is read.",
        "Name it “Tên đệm” if it is the middle name, or move it elsewhere.",
    ),
    "INTAKE-HEADS-UNREAD": Text(
        "Các cột không được đọc vì chưa rõ là gì: {heads}.",
        "Không cần thì bỏ qua; cần thì đổi tiêu đề theo tên cột của biểu mẫu.",
        "Columns that are not read, for their heads are not known: {heads}.",
        "Pass over what is not needed; else name them as the forms do.",
    ),
}
