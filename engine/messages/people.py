"""Texts of what is wrong or doubtful in the cells of a list of persons. Whole identifiers are never told."""

from engine.messages.catalogue import Text

_CARD = "Đối chiếu với thẻ CCCD, sổ BHXH của người đó; định dạng ô là Text trước khi gõ lại."
_CARD_EN = "Compare with the person's card or book; format the cell as Text before typing it anew."
_ASK = "Hỏi lại người tham gia hoặc đối chiếu giấy tờ rồi ghi lại cho đúng."
_ASK_EN = "Ask the participant or look at the papers, then write it anew."

TEXTS = {
    "PEOPLE-CITIZEN-ID-FORM": Text(
        "Số ĐDCN/CCCD phải có đúng 12 chữ số; ô này có {length} ký tự.",
        _CARD,
        "A citizen's number has exactly 12 digits; this cell has {length} characters.",
        _CARD_EN,
    ),
    "PEOPLE-ID-NINE": Text(
        "Đây là số CMND 9 số, chưa phải số ĐDCN/CCCD.",
        "Ghi số ĐDCN/CCCD 12 số; chưa biết số thì đến Công an cấp xã để được cấp, xác nhận.",
        "This is an old card's number of 9 digits, not a citizen's number.",
        "Write the number of 12 digits; who has none asks the commune police.",
    ),
    "PEOPLE-CITIZEN-ID-PROVINCE": Text(
        "Ba số đầu {province} không phải mã tỉnh, thành phố nào đã biết.",
        "Đối chiếu với thẻ CCCD; người khai sinh ở nước ngoài có thể có mã khác.",
        "The first three digits {province} are no known province.",
        "Compare with the card; who was registered abroad may have another code.",
    ),
    "PEOPLE-CITIZEN-ID-YEAR": Text(
        "Năm sinh trong số ĐDCN/CCCD là {number}, năm sinh ghi trong danh sách là {told}.",
        "Một trong hai chỗ sai: đối chiếu với thẻ CCCD.",
        "The citizen's number says born in {number}, the list says {told}.",
        "One of them is wrong: compare with the card.",
    ),
    "PEOPLE-CITIZEN-ID-GENDER": Text(
        "Giới tính trong số ĐDCN/CCCD khác giới tính ghi trong danh sách.",
        "Một trong hai chỗ sai: đối chiếu với thẻ CCCD.",
        "The gender in the citizen's number differs from that of the list.",
        "One of them is wrong: compare with the card.",
    ),
    "PEOPLE-OLD-CARD-FORM": Text(
        "Số CMND phải có 9 chữ số; ô này có {length} ký tự.",
        _CARD,
        "An old card's number has 9 digits; this cell has {length} characters.",
        _CARD_EN,
    ),
    "PEOPLE-OLD-CARD-TWELVE": Text(
        "Số CMND này có 12 chữ số nên có thể là số CCCD.",
        "Nếu là CCCD, ghi vào cột số ĐDCN/CCCD.",
        "This old card's number has 12 digits and may be a citizen's number.",
        "If it is one, write it into the column for citizens' numbers.",
    ),
    "PEOPLE-PASSPORT-FORM": Text(
        "Số hộ chiếu không đúng cấu trúc ({length} ký tự).",
        _ASK,
        "The passport's number is not in form ({length} characters).",
        _ASK_EN,
    ),
    "PEOPLE-PASSPORT-FOREIGN": Text(
        "Số này không theo cấu trúc hộ chiếu Việt Nam (một chữ cái và 7 hoặc 8 số).",
        "Nếu là hộ chiếu nước ngoài thì giữ nguyên; nếu không, kiểm tra lại.",
        "This is not in the form of a Vietnamese passport (a letter and 7 or 8 digits).",
        "Keep it if the passport is a foreign one; else look again.",
    ),
    "PEOPLE-IDENTITY-FORM": Text(
        "Ô này có {length} ký tự, không phải số CCCD (12 số), CMND (9 số) hay hộ chiếu.",
        _CARD,
        "This cell has {length} characters: no citizen's number (12), old card (9) or passport.",
        _CARD_EN,
    ),
    "PEOPLE-IDENTITY-LETTERS": Text(
        "Trong số có chữ cái gõ thay chữ số (O và 0, I và 1 …).",
        _CARD,
        "Letters stand where digits were meant (O for 0, I for 1 …).",
        _CARD_EN,
    ),
    "PEOPLE-SOCIAL-NUMBER-FORM": Text(
        "Mã số BHXH không đúng số chữ số; ô này có {length} ký tự.",
        "Mã số BHXH có 10 chữ số; từ 01/9/2026 có thể là số ĐDCN 12 số. " + _CARD,
        "The social insurance number has a wrong count of digits; this cell has {length} characters.",
        "It has 10 digits; since 01/9/2026 it may be the citizen's number of 12. " + _CARD_EN,
    ),
    "PEOPLE-HEALTH-CARD-FORM": Text(
        "Mã thẻ BHYT phải có 15 ký tự (2 chữ, 13 số) hoặc 10 số; ô này có {length} ký tự.",
        "Đối chiếu với thẻ BHYT hoặc ứng dụng VssID.",
        "A health card has 15 characters (2 letters, 13 digits) or 10 digits; this cell has {length} characters.",
        "Compare with the card or with VssID.",
    ),
    "PEOPLE-HEALTH-CARD-OBJECT": Text(
        "Mã đối tượng {object} trong mã thẻ BHYT không có trong danh mục.",
        "Đối chiếu với thẻ; mã mới thì thêm vào specs/codes/doi-tuong-bhyt.yaml.",
        "The object code {object} of the health card is in no list.",
        "Compare with the card; add a new code to specs/codes/doi-tuong-bhyt.yaml.",
    ),
    "PEOPLE-UNIT-CODE-FORM": Text(
        "Mã đơn vị chỉ gồm chữ và số; ô này không đúng.",
        "Ghi mã đơn vị do cơ quan BHXH cấp.",
        "A unit's code has letters and digits only; this cell does not.",
        "Write the code that the insurance office gave.",
    ),
    "PEOPLE-UNIT-CODE-UNUSUAL": Text(
        "Mã đơn vị không theo cấu trúc thường gặp.",
        "Đối chiếu với mã do cơ quan BHXH cấp; đúng thì giữ nguyên.",
        "The unit's code is not in the usual form.",
        "Compare with the code that the insurance office gave; keep it if it is right.",
    ),
    "PEOPLE-TAX-CODE-FORM": Text(
        "Mã số thuế phải có 10 chữ số, hoặc 10 số, gạch nối và 3 số; ô này có {length} ký tự.",
        "Đối chiếu với đăng ký thuế của đơn vị.",
        "A tax code has 10 digits, or 10, a hyphen and 3; this cell has {length} characters.",
        "Compare with the unit's tax registration.",
    ),
    "PEOPLE-TAX-CODE-CHECK-DIGIT": Text(
        "Mã số thuế sai: chữ số thứ mười không khớp chín chữ số đầu.",
        "Có chữ số gõ nhầm: đối chiếu với đăng ký thuế của đơn vị.",
        "The tax code is wrong: its tenth digit does not follow from the first nine.",
        "A digit was mistyped: compare with the unit's tax registration.",
    ),
    "PEOPLE-HOUSEHOLD-FORM": Text(
        "Mã số hộ gia đình chỉ gồm chữ số.", _ASK, "A household's number has digits only.", _ASK_EN
    ),
    "PEOPLE-DIGITS-LOST": Text(
        "Excel đã đổi số này thành dạng mũ (E+) hoặc làm tròn, các chữ số cuối mất hẳn.",
        "Lấy lại số từ danh sách gốc hoặc giấy tờ; định dạng ô là Text trước khi gõ.",
        "Excel has written this number with E+ or rounded it; its last digits are gone.",
        "Take it from the original list or the papers; format the cell as Text before typing.",
    ),
    "PEOPLE-ZEROS-MAYBE-LOST": Text(
        "Ô là số, nên các số 0 ở đầu có thể đã mất.",
        _CARD,
        "The cell is a number, so zeros at its beginning may be lost.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-NO-FACTS": Text(
        "Số này có thể mất số 0 ở đầu, nhưng thiếu ngày sinh hoặc giới tính để xác nhận.",
        "Bổ sung ngày sinh, giới tính, hoặc gõ lại số vào ô định dạng Text.",
        "Leading zeros may be lost, and birth or gender are missing to prove it.",
        "Add birth and gender, or type the number anew into a cell formatted as Text.",
    ),
    "PEOPLE-ZEROS-FACTS-DISAGREE": Text(
        "Thêm số 0 vào đầu thì thành số ĐDCN/CCCD, nhưng không khớp ngày sinh hoặc giới tính.",
        _CARD,
        "With its zeros it would be a citizen's number, but birth or gender do not agree.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-NO-SUCH-PROVINCE": Text(
        "Thêm số 0 vào đầu cũng không thành số ĐDCN/CCCD của tỉnh, thành phố nào.",
        _CARD,
        "Even with zeros it is no citizen's number of any province.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-IS-PHONE": Text(
        "Đây là số điện thoại, không phải số CCCD.",
        "Ghi số CCCD 12 số; số điện thoại ghi ở cột điện thoại.",
        "This is a telephone number, not a citizen's number.",
        "Write the citizen's number of 12 digits; the telephone number has its own column.",
    ),
    "PEOPLE-ZEROS-DIGIT-MISSING": Text(
        "Thiếu một chữ số (mới có 11); số đã bắt đầu bằng 0 nên không phải mất số 0 ở đầu.",
        _CARD,
        "One digit is missing (there are 11); the number begins with its zero, so none was lost before it.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-DIGITS-MISSING": Text(
        "Mới có 10 chữ số và đã bắt đầu bằng 0: không phải số CCCD 12 số bị mất số 0.",
        "Xem có ghi nhầm mã số BHXH vào cột này không; ghi đủ 12 số của số CCCD.",
        "There are 10 digits and a zero at the beginning: this is no citizen's number that lost its zeros.",
        "See whether the social insurance number was written here; write all 12 digits.",
    ),
    "PEOPLE-ZEROS-COLLISION": Text(
        "Số này có thể là số khác bị mất số 0 ở đầu (CCCD, mã số BHXH và CMND lẫn nhau).",
        _CARD,
        "This may be another number without its leading zeros (CCCD, mã số BHXH and CMND look alike).",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-NO-STRUCTURE": Text(
        "Số này thiếu chữ số, có thể mất số 0 ở đầu; không có cách nào xác nhận.",
        _CARD,
        "Digits are missing, perhaps zeros at the beginning; nothing can prove it.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-HEALTH-CARD-DIFFERS": Text(
        "Thêm số 0 vào đầu mã số BHXH thì không khớp mã thẻ BHYT cùng dòng.",
        _CARD,
        "With its zeros the number does not agree with the health card of the row.",
        _CARD_EN,
    ),
    "PEOPLE-ZEROS-NO-SUCH-PREFIX": Text(
        "Thêm số 0 vào đầu cũng không thành số điện thoại.",
        _ASK,
        "Even with a zero it is no telephone number.",
        _ASK_EN,
    ),
    "PEOPLE-ZEROS-UNKNOWN-CODE": Text(
        "Thêm số 0 vào đầu cũng không thành mã nào trong danh mục.",
        "Tra lại mã trong danh mục của thời điểm lập danh sách.",
        "Even with zeros it is no code of the list.",
        "Look the code up in the list of that time.",
    ),
    "PEOPLE-BIRTH-UNREADABLE": Text(
        "Không đọc được ngày sinh “{text}”.",
        "Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm: 05/12/1990, 12/1990, 1990.",
        "The birth date “{text}” cannot be read.",
        "Write day/month/year, month/year or the year: 05/12/1990, 12/1990, 1990.",
    ),
    "PEOPLE-BIRTH-IMPOSSIBLE": Text("Không có ngày “{text}”.", _ASK, "There is no day “{text}”.", _ASK_EN),
    "PEOPLE-BIRTH-TURNED": Text(
        "Ngày sinh “{text}” có tháng lớn hơn 12, có lẽ ngày và tháng đảo chỗ ({proposed}).",
        "Xác nhận rồi ghi lại theo thứ tự ngày/tháng/năm.",
        "The birth date “{text}” has a month above 12; day and month may be turned round ({proposed}).",
        "Confirm it and write day/month/year.",
    ),
    "PEOPLE-BIRTH-PERHAPS-TURNED": Text(
        "Ngày sinh {read} có lẽ bị Excel đảo ngày và tháng, đúng ra là {proposed}.",
        "Đối chiếu vài người với thẻ CCCD; đúng là bị đảo thì sửa cả cột.",
        "Excel may have turned day and month of {read} round; {proposed} was meant.",
        "Compare some persons with their cards; if it is so, mend the whole column.",
    ),
    "PEOPLE-BIRTH-CENTURY": Text(
        "Năm sinh trong “{text}” chỉ có hai chữ số, chưa rõ 19.. hay 20…",
        "Ghi đủ bốn chữ số của năm.",
        "The year of “{text}” has two digits: 19.. or 20.. is not clear.",
        "Write all four digits of the year.",
    ),
    "PEOPLE-BIRTH-SMALL-NUMBER": Text(
        "Ô ngày sinh là số {text}: theo cách đếm của Excel là trước năm 1906.",
        _ASK,
        "The birth is the number {text}: as Excel counts, before 1906.",
        _ASK_EN,
    ),
    "PEOPLE-BIRTH-HOUR": Text(
        "Ô ngày sinh có cả giờ; phần mềm đổi múi giờ có thể làm lệch một ngày.",
        "Đối chiếu ngày sinh với giấy tờ.",
        "The birth has an hour; a change of time zones may have moved the day.",
        "Compare the birth with the papers.",
    ),
    "PEOPLE-BIRTH-FUTURE": Text(
        "Ngày sinh {text} ở sau ngày hôm nay.", _ASK, "The birth {text} lies in the future.", _ASK_EN
    ),
    "PEOPLE-BIRTH-TOO-OLD": Text(
        "Ngày sinh {text} ở trước năm 1900.", _ASK, "The birth {text} lies before 1900.", _ASK_EN
    ),
    "PEOPLE-GENDER-UNKNOWN": Text(
        "Không rõ “{text}” là Nam hay Nữ.",
        "Ghi Nam hoặc Nữ.",
        "Whether “{text}” is male or female is not known.",
        "Write Nam or Nữ.",
    ),
    "PEOPLE-NAME-FORBIDDEN": Text(
        "Họ tên có ký tự không được dùng: {signs}",
        "Bỏ các ký tự đó; dấu lược trong tên dùng dấu '.",
        "The name has signs that are not allowed: {signs}",
        "Take them out; the apostrophe of names is '.",
    ),
    "PEOPLE-NAME-DIGITS": Text(
        "Họ tên có chữ số.",
        "Bỏ chữ số; số thứ tự ghi ở cột STT.",
        "The name has digits.",
        "Take them out; running numbers go into their own column.",
    ),
    "PEOPLE-NAME-SIGNS": Text(
        "Họ tên có ký tự lạ: {signs}",
        "Nếu là chữ bị lỗi phông, gõ lại bằng Unicode.",
        "The name has odd signs: {signs}",
        "If a font has broken the letters, type them anew in Unicode.",
    ),
    "PEOPLE-NAME-LONG": Text(
        "Họ tên dài {length} ký tự, nhiều nhất là {most}.",
        "Kiểm tra xem ô có lẫn nội dung khác không.",
        "The name has {length} characters, {most} at most.",
        "See whether something else stands in the cell.",
    ),
    "PEOPLE-NAME-ONE-WORD": Text(
        "Họ tên chỉ có một từ.",
        "Ghi đủ họ, chữ đệm và tên như trên giấy tờ.",
        "The name is a single word.",
        "Write the whole name as in the papers.",
    ),
    "PEOPLE-NAME-TITLE": Text(
        "“{title}” ở đầu có thể là danh xưng, cũng có thể là họ.",
        "Nếu là danh xưng thì bỏ.",
        "“{title}” at the beginning may be a title or a family name.",
        "Take it out if it is a title.",
    ),
    "PEOPLE-PHONE-FORM": Text(
        "Số điện thoại không đúng ({length} chữ số).",
        "Số di động có 10 chữ số, đầu 03, 05, 07, 08, 09; số cố định có 11 chữ số, đầu 02.",
        "This is no telephone number ({length} digits).",
        "Mobile numbers have 10 digits (03, 05, 07, 08, 09), others 11 (02).",
    ),
    "PEOPLE-PHONE-PREFIX": Text(
        "Đầu số {prefix} chưa có trong danh mục nhà mạng.",
        "Đối chiếu lại; đúng thì giữ nguyên.",
        "The prefix {prefix} is in no list of networks.",
        "Look again; keep it if it is right.",
    ),
    "PEOPLE-PHONE-SEVERAL": Text(
        "Ô có {count} số điện thoại.",
        "Giữ lại một số.",
        "The cell has {count} telephone numbers.",
        "Keep one.",
    ),
    "PEOPLE-EMAIL-FORM": Text(
        "Địa chỉ email không đúng cấu trúc.",
        "Ghi dạng ten@mien.vn, không dấu, không khoảng trắng.",
        "The e-mail address is not in form.",
        "Write name@domain.vn without accents and blanks.",
    ),
    "PEOPLE-TEXT-GARBLED": Text(
        "Chữ bị lỗi bảng mã (kiểu “Nguyá»…n”), không khôi phục được chắc chắn.",
        "Mở lại tệp gốc với bảng mã UTF-8, hoặc gõ lại.",
        "The letters were read in a wrong encoding, and cannot be restored for sure.",
        "Open the original as UTF-8, or type it anew.",
    ),
    "PEOPLE-TEXT-OLD-FONT": Text(
        "Chữ có thể gõ bằng phông cũ ({encoding}), nếu vậy là “{other}”; chưa đủ căn cứ để tự chuyển.",
        "Chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6), hoặc gõ lại.",
        "The letters may be typed in an old font ({encoding}), then they are “{other}”; there is not enough proof to change them.",
        "Change them to Unicode (Unikey, Ctrl+Shift+F6), or type them anew.",
    ),
    "PEOPLE-TEXT-FOREIGN-LETTERS": Text(
        "Có chữ cái Nga, Hy Lạp trông giống chữ Latinh.",
        "Gõ lại bằng bộ gõ tiếng Việt Unicode.",
        "There are Cyrillic or Greek letters that look like Latin ones.",
        "Type it anew with a Vietnamese keyboard in Unicode.",
    ),
    "PEOPLE-REASON-UNKNOWN": Text(
        "Chưa rõ lý do “{text}” thuộc loại nào; tạm ghi là lý do khác.",
        "Thêm cách viết này vào synonyms của mã đúng trong specs/codes/ly-do-chua-khop.yaml.",
        "The reason “{text}” is of no known kind; it is kept as another one.",
        "Add the writing to the synonyms of its code in specs/codes/ly-do-chua-khop.yaml.",
    ),
}
