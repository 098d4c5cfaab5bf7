"""Texts of exports into workbooks of filing software."""

from engine.messages.catalogue import Text

TEXTS = {
    "EXPORT-UNKNOWN": Text(
        "Không có bố cục “{id}” (đang có: {known}).",
        "Xem: congvan list exports",
        "There is no layout “{id}” (there are: {known}).",
        "See: congvan list exports",
    ),
    "EXPORT-NOBODY": Text(
        "Không có ai để ghi vào {layout}: tệp này chỉ dành cho người thuộc biểu {form}, ở trạng thái đang chọn "
        "({others} người thuộc biểu khác).",
        "Chọn bố cục khác (congvan list exports), hoặc trạng thái khác: --state.",
        "Nobody is to be written into {layout}: it is for persons of the form {form} in the chosen state "
        "({others} are of another form).",
        "Choose another layout (congvan list exports), or another state: --state.",
    ),
    "EXPORT-ONE-FILE": Text(
        "Có {files} tệp phải ghi, mà {path} chỉ là một tệp.",
        "Ghi vào một thư mục: -o THƯ-MỤC; hoặc chọn một đơn vị: --unit.",
        "There are {files} files to write, and {path} is a single one.",
        "Write into a folder: -o FOLDER; or choose one unit: --unit.",
    ),
    "EXPORT-WRONG-KIND": Text(
        "{path} không phải tệp Excel mới: phần mềm kê khai nhận tệp .xlsx.",
        "Đặt tên tệp có đuôi .xlsx, hoặc ghi vào một thư mục.",
        "{path} is no new Excel file: filing software takes .xlsx.",
        "Name the file .xlsx, or write into a folder.",
    ),
    "LIST-FORM-ONLY": Text(
        "--form chỉ dùng khi liệt kê biểu mẫu.",
        "Viết: congvan list forms --form {form}",
        "--form goes with the list of forms only.",
        "Write: congvan list forms --form {form}",
    ),
}
