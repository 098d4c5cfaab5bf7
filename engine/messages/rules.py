"""Texts of the linter: what is said for a whole family of rules, and of files that cannot be judged."""

from engine.messages.catalogue import Text

FAMILIES = {
    "TT-": Text(
        "{place_vi}: {found_vi}. {source_vi}: {asked_vi}",
        "{mend_vi}",
        "{place_en}: {found_en}. {source_en}: {asked_en}",
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
    "LINT-OTHER-TYPE": Text(
        "tên loại “{title}” không thuộc 29 loại văn bản hành chính (NĐ 30/2020, Điều 7) nên không kiểm tra.",
        "Nếu là văn bản hành chính, đặt đúng một trong 29 tên loại (congvan list doctypes), công văn thì bỏ tên loại; "
        "biểu mẫu nội bộ thì trình bày theo quy định của cơ quan.",
        "the type “{title}” is none of the 29 types of administrative letters (Decree 30/2020, Article 7), so it was "
        "not checked.",
        "If it is one, use the name of one of the 29 types (congvan list doctypes); an official letter has none; an "
        "internal form follows the agency's own rules.",
    ),
    "LINT-NORMATIVE": Text(
        "“{title}” là văn bản quy phạm pháp luật, không theo thể thức của Nghị định 30/2020/NĐ-CP nên không kiểm tra.",
        "Trình bày theo quy định về ban hành văn bản quy phạm pháp luật. Nếu là văn bản hành chính (quyết định, nghị "
        "quyết cá biệt), bỏ năm khỏi số, ký hiệu rồi kiểm tra lại.",
        "“{title}” is a normative act, whose layout Decree 30/2020 does not rule, so it was not checked.",
        "Follow the rules for normative acts. If it is an administrative letter (an individual decision or "
        "resolution), take the year out of its symbol and check again.",
    ),
    "LINT-PARTY": Text(
        "“{title}” là văn bản của Đảng hoặc đoàn thể (tiêu đề “Đảng Cộng sản Việt Nam” hoặc số dạng “12-KH/HU”), không "
        "theo thể thức của Nghị định 30/2020/NĐ-CP nên không kiểm tra.",
        "Trình bày theo quy định, hướng dẫn của Đảng về thể thức văn bản. Nếu là văn bản của cơ quan nhà nước, thêm "
        "Quốc hiệu, Tiêu ngữ và sửa số, ký hiệu rồi kiểm tra lại.",
        "“{title}” is a text of the Party or of a mass organisation (its title or its number “12-KH/HU” tells), whose "
        "layout Decree 30/2020 does not rule, so it was not checked.",
        "Follow the Party's rules. If a state agency issues it, add the national name and motto, correct the number "
        "and check again.",
    ),
    "LINT-PERSONAL": Text(
        "“{title}” là đơn, tờ khai của cá nhân, tổ chức, không theo thể thức của Nghị định 30/2020/NĐ-CP nên không kiểm "
        "tra.",
        "Trình bày theo mẫu của thủ tục hành chính. Nếu là văn bản của cơ quan, ghi tên cơ quan, số, ký hiệu và nơi "
        "nhận rồi kiểm tra lại.",
        "“{title}” is a citizen's application or declaration, whose layout Decree 30/2020 does not rule, so it was not "
        "checked.",
        "Follow the form of the procedure. If an agency issues it, give issuer, number and recipients and check again.",
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
    "LINT-ACCEPTED-ERROR": Text(
        "{accepted} là lỗi, không chấp nhận được; chỉ cảnh báo mới chấp nhận được.",
        "Sửa lỗi ấy rồi bỏ mục này khỏi accept.",
        "{accepted} is an error and cannot be accepted; only warnings can.",
        "Mend it, then remove this from accept.",
    ),
    "LINT-ACCEPTED-UNKNOWN": Text(
        "không có mã {accepted}.",
        "Xem các quy tắc: congvan list rules.",
        "there is no code {accepted}.",
        "See the rules: congvan list rules.",
    ),
}
