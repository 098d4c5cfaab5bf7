"""Texts of the linter: what is said for a whole family of rules, and of files that cannot be judged."""

from engine.messages.catalogue import Text

FAMILIES = {
    "TT-": Text(
        "{place_vi}: {found_vi}. Quy định: {asked_vi}",
        "{mend_vi}",
        "{place_en}: {found_en}. The decree asks: {asked_en}",
        "{mend_en}",
    ),
}
"""By the beginning of the code: a rule's own words live with the rule (`congvan list rules`) and fill these."""

TEXTS = {
    "LINT-NOT-A-LETTER": Text(
        "không nhận ra văn bản hành chính trong tệp “{name}” (thấy {anchors} trong các phần: Quốc hiệu, Tiêu ngữ, "
        "số, ngày, Kính gửi, Nơi nhận, chữ ký) nên không kiểm tra.",
        "Chọn tệp của văn bản; nếu đúng là văn bản, kiểm tra các phần nói trên có là chữ (không phải hình) trong tệp.",
        "no administrative letter was recognised in “{name}” ({anchors} of these were found: national name, motto, "
        "number, date, salutation, recipients, signature), so it was not checked.",
        "Choose the letter's file; if it is one, see that those parts are text (and not pictures) in it.",
    ),
    "LINT-NO-PROFILE": Text(
        "không có bộ quy tắc “{profile}”. Đang có: {known}.",
        "Ghi một trong các mã ấy ở --profile, hoặc bỏ --profile để chọn theo ngày của văn bản.",
        "there is no rule set “{profile}”. There are: {known}.",
        "Give one of them to --profile, or leave --profile out to choose by the letter's date.",
    ),
    "LINT-NO-RULE-SETS": Text(
        "không có bộ quy tắc thể thức nào trong thư mục specs/rules.",
        "Thêm tệp bộ quy tắc (nd30-2020.yaml), hoặc chỉ thư mục specs bằng --specs.",
        "there is no rule set of layout in the folder specs/rules.",
        "Add the file of one (nd30-2020.yaml), or name the specs folder with --specs.",
    ),
    "LINT-BEFORE-THE-RULES": Text(
        "văn bản ghi ngày {date}, ngoài thời gian có hiệu lực của mọi bộ quy tắc đang có; đã kiểm tra theo {law}.",
        "Kiểm tra lại ngày của văn bản, hoặc chọn bộ quy tắc bằng --profile.",
        "the letter is dated {date}, when none of the known rule sets was in force; it was judged by {law}.",
        "Check the letter's date, or choose a rule set with --profile.",
    ),
    "LINT-FIX-WORDS": Text(
        "không ghi bản sửa của “{name}” vì chữ của văn bản sẽ đổi ở: “{words}”.",
        "Đây là lỗi của phần mềm: báo lại kèm tệp; sửa tay theo các kết quả kiểm tra.",
        "the mended “{name}” was not written, because its words would change at: “{words}”.",
        "This is a fault of the program: report it with the file; mend by hand as the findings say.",
    ),
}
