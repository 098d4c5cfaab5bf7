"""Texts of what is wrong or doubtful in a returned declaration (TK1-TS as a Word file)."""

from engine.messages.catalogue import Text

_AGAIN = "Ghi lại vào đúng mục trên tờ khai rồi gửi lại."
_AGAIN_EN = "Write it into its box of the form and return it again."

TEXTS = {
    "INTAKE-DECLARATION-SCAN": Text(
        "Tệp chỉ có ảnh, không có chữ: đây là bản chụp hoặc bản quét của tờ khai.",
        "Gửi kèm tệp Word đã ghi, không chỉ ảnh; bản có chữ ký vẫn nộp theo hướng dẫn của cơ quan BHXH.",
        "The file holds pictures only: it is a photo or a scan of a declaration.",
        "Return the Word file that was filled in, too; the signed copy is handed in as the office asks.",
    ),
    "INTAKE-DECLARATION-EMPTY": Text(
        "Tệp không có chữ nào.",
        "Gửi lại tờ khai đã ghi.",
        "The file holds no text.",
        "Return the declaration that was filled in.",
    ),
    "INTAKE-DECLARATION-OTHER": Text(
        "Đây không phải tờ khai TK1-TS; tệp mở đầu là “{looks}”.",
        "Gửi tờ khai TK1-TS, hoặc gửi tệp này vào đúng việc của nó.",
        "This is no TK1-TS declaration; the file begins with “{looks}”.",
        "Return a TK1-TS declaration, or send this file where it belongs.",
    ),
    "INTAKE-DECLARATION-BLANK": Text(
        "Tờ khai chưa ghi gì về người kê khai.",
        "Ghi họ tên, mã số BHXH và nội dung đề nghị điều chỉnh rồi gửi lại.",
        "Nothing is written of the person who declares.",
        "Write name, social insurance number and what is to be changed, and return it again.",
    ),
    "INTAKE-DECLARATION-LABEL": Text(
        "Không hiểu mục “{label}” nên chưa đọc nội dung ghi ở đó.",
        "Giữ nguyên tên mục như mẫu TK1-TS. " + _AGAIN,
        "The box “{label}” is not understood, so what stands there was not read.",
        "Keep the names of the boxes as in the form. " + _AGAIN_EN,
    ),
    "INTAKE-DECLARATION-NEAR": Text(
        "Tên mục “{label}” viết khác mẫu; đã đọc theo mục gần giống nhất.",
        "Xem lại nội dung đã đọc của mục này.",
        "The box's name “{label}” differs from the form; it was read as the nearest one.",
        "Look at what was read of this box.",
    ),
    "INTAKE-DECLARATION-UNREAD": Text(
        "Dòng “{text}” không nằm trong mục nào nên chưa được đọc.",
        _AGAIN,
        "The line “{text}” stands in no box and was not read.",
        _AGAIN_EN,
    ),
    "INTAKE-DECLARATION-TWICE": Text(
        "Mục “{label}” ghi hai lần với nội dung khác nhau; chưa lấy nội dung nào.",
        "Chỉ ghi một lần, nội dung đúng.",
        "The box “{label}” is there twice and says two things; neither was taken.",
        "Write it once, as it is right.",
    ),
    "INTAKE-DECLARATION-CODE": Text(
        "“{text}” không có trong danh mục của mục này.",
        "Ghi tên theo danh mục (quốc tịch, dân tộc, quan hệ với chủ hộ …).",
        "“{text}” is not in the list of this box.",
        "Write a name of the list (nationality, ethnicity, relation …).",
    ),
    "INTAKE-DECLARATION-TRACKED": Text(
        "Tệp có thay đổi được theo dõi (Track Changes) chưa ai chấp nhận; phần đã xóa không được đọc.",
        "Chấp nhận hoặc từ chối các thay đổi rồi lưu lại.",
        "The file has tracked changes that nobody accepted; what was deleted there is not read.",
        "Accept or reject the changes and save the file again.",
    ),
    "INTAKE-DECLARATION-STRUCK": Text(
        "Tệp có chữ bị gạch ngang; chữ bị gạch không được đọc.",
        "Xem lại nội dung đã đọc; nên xóa hẳn chữ đã bỏ.",
        "The file has text that was struck out; it was not read.",
        "Look at what was read; better delete what no longer holds.",
    ),
}
