"""Texts of what reading the rows of a list tells: cells that hold no value, repairs, contradictions, doubles.

Whole identifiers are never told.
"""

from engine.messages.catalogue import Text

_PAPERS = "Đối chiếu với giấy tờ của người đó rồi sửa chỗ sai."
_PAPERS_EN = "Compare with the person's papers and mend what is wrong."
_LOOK = "Đã tự sửa; xem lại, đúng thì không phải làm gì."
_LOOK_EN = "It was mended; look at it, nothing is to be done if it is right."
_RIGHT_ONE = "Đối chiếu với thẻ CCCD, sổ BHXH; sửa số ở dòng sai."
_RIGHT_ONE_EN = "Compare with card and book; mend the number of the row that is wrong."
_ONE_ROW = "Là một người thì giữ một dòng; là hai người thì giữ nguyên."
_ONE_ROW_EN = "Keep one row if it is one person; leave both if they are two."

_CELLS = {
    "PEOPLE-CELL-ERROR": Text(
        "Ô báo lỗi {text} của Excel, không có giá trị.",
        "Sửa công thức, hoặc gõ giá trị vào ô.",
        "The cell holds Excel's error {text} and no value.",
        "Mend the formula, or type the value.",
    ),
    "PEOPLE-CELL-FORMULA": Text(
        "Ô là công thức chưa có kết quả trong tệp.",
        "Mở tệp bằng Excel, lưu lại; hoặc chép rồi dán dạng giá trị (Paste Values).",
        "The cell is a formula whose result the file does not hold.",
        "Open the file in Excel and save it, or paste the cells as values.",
    ),
    "PEOPLE-CELL-DATE": Text(
        "Ô này Excel giữ là ngày, giờ hoặc TRUE/FALSE, không phải họ tên hay số giấy tờ.",
        "Định dạng ô là Text rồi gõ lại.",
        "Excel keeps this cell as a day, an hour or TRUE/FALSE: it is no name and no number.",
        "Format the cell as Text and type it anew.",
    ),
    "PEOPLE-PERHAPS": Text(
        "Có thể là {candidates}.",
        "Xác nhận rồi ghi lại vào ô; phần mềm chưa dùng giá trị nào.",
        "It may be {candidates}.",
        "Confirm it and write it into the cell; none of them is used yet.",
    ),
    "PEOPLE-CODE-UNKNOWN": Text(
        "“{text}” không có trong danh mục {list}; giữ nguyên lời, chưa dùng làm mã.",
        "Ghi đúng tên, mã trong specs/codes/{list}.yaml, hoặc thêm cách viết này vào synonyms.",
        "“{text}” is not in the list {list}; the words are kept, no code is taken.",
        "Write a name or code of specs/codes/{list}.yaml, or add this writing to its synonyms.",
    ),
    "PEOPLE-ANSWER-UNKNOWN": Text(
        "Không rõ “{text}” là Có hay Chưa.",
        "Ghi Có hoặc Chưa.",
        "“{text}” is neither Có nor Chưa.",
        "Write Có or Chưa.",
    ),
}

_ROWS = {
    "PEOPLE-ROW-NOBODY": Text(
        "Dòng không có họ tên, cũng không có số nào để biết là ai.",
        "Ghi họ tên và mã số BHXH hoặc số ĐDCN/CCCD, hoặc xóa dòng.",
        "The row has neither a name nor a number: nobody knows who it is.",
        "Write the name and a number, or delete the row.",
    ),
    "PEOPLE-NAME-MISSING": Text(
        "Thiếu họ tên.",
        "Ghi họ tên như trên giấy tờ.",
        "The name is missing.",
        "Write the name as in the papers.",
    ),
    "PEOPLE-BIRTH-MISSING": Text(
        "Thiếu ngày sinh.",
        "Ghi ngày/tháng/năm; chỉ biết tháng, năm hoặc năm thì ghi như vậy.",
        "The birth is missing.",
        "Write day/month/year, or the month and year, or the year, as far as known.",
    ),
    "PEOPLE-BIRTH-WITHOUT-YEAR": Text(
        "Có ngày, tháng sinh nhưng thiếu năm sinh.",
        "Ghi năm sinh.",
        "Day or month of birth are there, but no year.",
        "Write the year of birth.",
    ),
    "PEOPLE-BIRTH-TWO-YEARS": Text(
        "Cột năm sinh ghi {year}, ngày sinh cùng dòng là năm {whole}.",
        _PAPERS,
        "The column of years says {year}, the birth in the same row {whole}.",
        _PAPERS_EN,
    ),
    "PEOPLE-BIRTH-FLAG": Text(
        "Loại ngày sinh ghi {flag} không hợp với ngày sinh {birth}.",
        "0: đủ ngày tháng năm; 1: chỉ tháng, năm (ghi ngày 01); 2: chỉ năm (ghi 01/01).",
        "The kind of birth {flag} does not go with the birth {birth}.",
        "0: the whole day; 1: month and year (day 01); 2: only the year (01/01).",
    ),
    "PEOPLE-BIRTH-FLAG-UNKNOWN": Text(
        "Loại ngày sinh “{text}” không phải 0, 1 hay 2.",
        "0: đủ ngày tháng năm; 1: chỉ tháng, năm; 2: chỉ năm.",
        "The kind of birth “{text}” is not 0, 1 or 2.",
        "0: the whole day; 1: month and year; 2: only the year.",
    ),
    "PEOPLE-GENDER-MISSING": Text(
        "Thiếu giới tính.",
        "Ghi Nam hoặc Nữ; cột chỉ đánh dấu x cho Nữ thì ghi cả Nam.",
        "The gender is missing.",
        "Write Nam or Nữ; where the column only marks women, write Nam too.",
    ),
    "PEOPLE-GENDER-TWICE": Text(
        "Hai chỗ trong dòng ghi giới tính khác nhau.",
        "Giữ lại chỗ đúng.",
        "Two cells of the row say different genders.",
        "Keep the right one.",
    ),
    "PEOPLE-AGE-WORK": Text(
        "Người lao động mới {age} tuổi.",
        "Kiểm tra lại ngày sinh; người lao động phải đủ 15 tuổi.",
        "The worker is {age} years old.",
        "Look at the birth again; workers are 15 or older.",
    ),
    "PEOPLE-CARD-OF-ANOTHER": Text(
        "Mười số cuối của mã thẻ BHYT khác mã số BHXH cùng dòng.",
        _PAPERS,
        "The last ten digits of the health card differ from the social insurance number of the row.",
        _PAPERS_EN,
    ),
    "PEOPLE-SOCIAL-CITIZEN-DIFFER": Text(
        "Mã số BHXH 12 số khác số ĐDCN/CCCD cùng dòng.",
        _PAPERS,
        "The social insurance number of 12 digits differs from the citizen's number of the row.",
        _PAPERS_EN,
    ),
    "PEOPLE-NUMBERS-DIFFER": Text(
        "Số này khác số cùng loại ở ô {other}.",
        _PAPERS,
        "This number differs from that of the same kind in {other}.",
        _PAPERS_EN,
    ),
    "PEOPLE-UNIT-CODE-LETTERS": Text(
        "Mã đơn vị này chỉ khác một mã dùng nhiều hơn trong cột ở chữ cái gõ thay chữ số (O và 0, I và 1 …).",
        "Sửa theo mã do cơ quan BHXH cấp.",
        "This unit's code differs from a more frequent one of the column only by letters typed for digits.",
        "Mend it after the code that the insurance office gave.",
    ),
    "PEOPLE-MEMBERS-LEFT": Text(
        "Bảng thành viên hộ gia đình có {count} dòng, không tính là người tham gia của danh sách.",
        "Không phải làm gì.",
        "The table of household members has {count} rows; they are no participants of the list.",
        "Nothing is to be done.",
    ),
    "PEOPLE-EMAIL-SHARED": Text(
        "Một địa chỉ email ghi cho {count} người.",
        "Có lẽ là email của người lập danh sách; ghi email riêng của từng người hoặc bỏ trống.",
        "One e-mail address stands for {count} persons.",
        "Perhaps it is the clerk's; write each person's own or leave it empty.",
    ),
}

_STANDING = {
    "PEOPLE-STANDING-UNKNOWN": Text(
        "Không rõ kết quả đối chiếu “{text}” là khớp hay chưa khớp.",
        "Thêm cách viết này vào synonyms trong specs/codes/ket-qua-doi-chieu.yaml, hoặc ghi Khớp, Chưa khớp.",
        "Whether “{text}” means matched or not is not clear.",
        "Add the writing to specs/codes/ket-qua-doi-chieu.yaml, or write Khớp or Chưa khớp.",
    ),
    "PEOPLE-STANDING-CONTRADICTS": Text(
        "Ghi là khớp nhưng lại có lý do chưa khớp.",
        "Hỏi lại cơ quan BHXH kết quả đối chiếu của người này.",
        "It says matched and gives a reason for not matching.",
        "Ask the insurance office how this person stands.",
    ),
    "PEOPLE-STANDING-OF-FORM": Text(
        "Kết quả đối chiếu của dòng trái với danh sách đang ghi ({form}).",
        "Mẫu 01 là người đã khớp, Mẫu 02 là người chưa khớp hoặc chưa có số: chuyển dòng sang mẫu đúng.",
        "The outcome of the row contradicts the list in which it stands ({form}).",
        "Mẫu 01 lists the matched, Mẫu 02 the others: move the row.",
    ),
    "PEOPLE-STANDING-NO-NUMBER": Text(
        "Không có số ĐDCN/CCCD, cũng không ghi kết quả đối chiếu: hiểu là chưa có số.",
        "Có số thì ghi vào ô; không thì không phải làm gì.",
        "There is neither a citizen's number nor an outcome: the person is taken to have no number.",
        "Write the number if there is one; else nothing is to be done.",
    ),
    "PEOPLE-UNCHECKED": Text(
        "{count} người chưa rõ khớp hay chưa khớp với CSDL dân cư: sẽ không có trong Mẫu 01, Mẫu 02.",
        "Ô trống nghĩa là khớp thì thêm cột “Kết quả đối chiếu” ghi Khớp.",
        "Of {count} persons nothing says whether they match: they will stand in neither Mẫu 01 nor Mẫu 02.",
        "If an empty cell means matched, add a column “Kết quả đối chiếu” that says Khớp.",
    ),
    "PEOPLE-STANDING-HAS-NUMBER": Text(
        "Ghi là chưa có số nhưng dòng có số ĐDCN/CCCD.",
        "Đối chiếu lại: số mới bổ sung, hay kết quả ghi nhầm.",
        "It says that there is no number, and the row has one.",
        "Look whether the number is new or the outcome wrong.",
    ),
    "PEOPLE-STANDING-WITHOUT-NUMBER": Text(
        "Ghi là khớp nhưng dòng không có số ĐDCN/CCCD.",
        "Bổ sung số, hoặc hỏi lại kết quả đối chiếu.",
        "It says matched, and the row has no citizen's number.",
        "Add the number, or ask for the outcome again.",
    ),
}

_REPAIRS = {
    "PEOPLE-REPAIRED-ZEROS-CITIZEN": Text(
        "Đã thêm lại số 0 ở đầu số ĐDCN/CCCD ({after}): đúng mã tỉnh, khớp năm sinh và giới tính.",
        _LOOK,
        "Leading zeros of the citizen's number were put back ({after}): province, year of birth and gender agree.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-ZEROS-CARD": Text(
        "Đã thêm lại số 0 ở đầu mã số BHXH ({after}): khớp mã thẻ BHYT.",
        _LOOK,
        "Leading zeros of the social insurance number were put back ({after}): the health card agrees.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-ZEROS-PHONE": Text(
        "Đã thêm lại số 0 ở đầu số điện thoại ({after}): đúng đầu số nhà mạng.",
        _LOOK,
        "The leading zero of the telephone number was put back ({after}): the prefix exists.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-YEAR-CITIZEN": Text(
        "Năm sinh hai chữ số “{before}” hiểu là {after}, theo số ĐDCN/CCCD.",
        _LOOK,
        "The two-digit year “{before}” is taken for {after}, as the citizen's number says.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-YEAR-CENTURY": Text(
        "Năm sinh hai chữ số “{before}” hiểu là {after}: thế kỷ kia là ngày chưa đến.",
        _LOOK,
        "The two-digit year “{before}” is taken for {after}: the other century lies ahead.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-SERIAL": Text(
        "Ô ngày là số {before} của Excel, hiểu là {after}.",
        _LOOK,
        "The cell holds Excel's number {before}, taken for {after}.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-PREFIX-2018": Text(
        "Số điện thoại 11 số đã đổi sang đầu số mới năm 2018 ({after}).",
        _LOOK,
        "The telephone number of 11 digits was changed to its prefix of 2018 ({after}).",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-SCIENTIFIC": Text(
        "Số ở dạng mũ (E+) còn đủ chữ số, đã viết lại ({after}).",
        _LOOK,
        "The number with E+ still had all its digits and was written out ({after}).",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-ENCODING-FONT": Text(
        "Chữ gõ bằng phông cũ ({encoding}) “{before}” đã chuyển thành “{after}”, theo phông của ô.",
        _LOOK,
        "“{before}”, typed in an old font ({encoding}), was changed to “{after}”, as the cell's font says.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-ENCODING-COLUMN": Text(
        "Chữ gõ bằng phông cũ ({encoding}) “{before}” đã chuyển thành “{after}”, theo cả cột.",
        _LOOK,
        "“{before}”, typed in an old font ({encoding}), was changed to “{after}”, as the whole column shows.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-UTF8": Text(
        "Chữ bị lỗi bảng mã “{before}” đã khôi phục thành “{after}”.",
        _LOOK,
        "“{before}”, read in a wrong encoding, was restored to “{after}”.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-LOOKALIKES": Text(
        "Có chữ cái của bảng chữ khác trông giống chữ Latinh, đã đổi thành “{after}”.",
        _LOOK,
        "Letters of another script that look like Latin ones were changed: “{after}”.",
        _LOOK_EN,
    ),
    "PEOPLE-REPAIRED-TITLE": Text(
        "Đã bỏ danh xưng trước họ tên: “{before}” thành “{after}”.",
        _LOOK,
        "The title before the name was taken out: “{before}” is “{after}”.",
        _LOOK_EN,
    ),
}


def _number(vi: str, en: str) -> tuple[Text, Text, Text]:
    """Told of a number that two rows share: by one person, by several, by one with two other numbers."""
    return (
        Text(
            f"{vi} này đã có ở ô {{other}}, có lẽ cùng một người ghi hai lần.",
            _ONE_ROW,
            f"This {en} stands in {{other}} already; perhaps one person was written twice.",
            _ONE_ROW_EN,
        ),
        Text(
            f"{vi} này trùng với ô {{other}} của người khác.",
            _RIGHT_ONE,
            f"Another person has this {en} in {{other}}.",
            _RIGHT_ONE_EN,
        ),
        Text(
            f"{vi} này trùng với ô {{other}} nhưng số còn lại của hai dòng (mã số BHXH hoặc ĐDCN/CCCD) khác nhau.",
            "Một người chỉ có một mã số BHXH, một số ĐDCN: đối chiếu, sửa hoặc đề nghị gộp mã số BHXH.",
            f"This {en} stands in {{other}} too, but the other number of the two rows differs.",
            "A person has one number of each kind: compare, mend, or ask for the numbers to be joined.",
        ),
    )


_SHARED = {
    "PEOPLE-SAME-CITIZEN-ID": ("Số ĐDCN/CCCD", "citizen's number"),
    "PEOPLE-SAME-SOCIAL-NUMBER": ("Mã số BHXH", "social insurance number"),
    "PEOPLE-SAME-OLD-CARD": ("Số CMND", "old card's number"),
    "PEOPLE-SAME-PASSPORT": ("Số hộ chiếu", "passport's number"),
}
_DOUBLES = {
    f"{code}{ending}": text
    for code, words in _SHARED.items()
    for ending, text in zip(("", "-OF-OTHERS", "-TWO-NUMBERS"), _number(*words), strict=True)
}
_DOUBLES |= {
    "PEOPLE-SAME-ROW": Text(
        "Dòng này giống hệt dòng ở ô {other}.",
        "Xóa một dòng.",
        "This row is the same as that of {other}.",
        "Delete one of them.",
    ),
    "PEOPLE-SAME-PERSON": Text(
        "Họ tên và ngày sinh trùng với ô {other}.",
        _ONE_ROW,
        "Name and birth are those of {other}.",
        _ONE_ROW_EN,
    ),
    "PEOPLE-NEAR-PERSON": Text(
        "Cùng ngày sinh, họ tên gần giống ô {other}: có thể một người ghi hai cách.",
        _ONE_ROW,
        "The birth is the same and the name nearly that of {other}: perhaps one person.",
        _ONE_ROW_EN,
    ),
}

TEXTS = {**_CELLS, **_ROWS, **_STANDING, **_REPAIRS, **_DOUBLES}
