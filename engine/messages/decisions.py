"""Texts of what was decided of a returned row: read by a unit's clerk beside the row. Nobody else's data is told."""

from engine.messages.catalogue import Text

_CARD = "Đối chiếu thẻ CCCD (hoặc VNeID) của người đó, ghi lại cho đúng rồi gửi lại; định dạng ô là Text trước khi gõ."
_CARD_EN = (
    "Look at the person's card, write it rightly and send it again; format the cell as Text before typing."
)
_BOTH = "Đối chiếu thẻ CCCD; sửa chỗ sai ở mẫu gửi lại và khai trên TK1-TS."
_BOTH_EN = "Look at the card; mend what is wrong in the form, and declare it on TK1-TS."
_CONFIRM = "Ghi thông tin mới theo thẻ CCCD; nếu thông tin cũ đã đúng thì ghi “Thông tin đúng theo CCCD” vào cột Ghi chú."
_CONFIRM_EN = (
    "Write what the card says; if the old data are right, write “Thông tin đúng theo CCCD” into the note."
)
_NOTHING = "Đơn vị không phải làm gì thêm."
_NOTHING_EN = "Nothing more is asked of the unit."
_NEXT = "Nếu không đúng, báo lại cơ quan BHXH."
_NEXT_EN = "If that is wrong, tell the insurance office."

TEXTS = {
    "DECIDE-ACCEPTED": Text("Đã nhận, thông tin hợp lệ.", _NOTHING, "Taken: all is well.", _NOTHING_EN),
    "DECIDE-AT-POLICE": Text(
        "Đơn vị báo người này đang chờ công an cấp hoặc xác nhận số ĐDCN/CCCD.",
        "Khi có số thì ghi vào danh sách đợt sau.",
        "The unit says that the police is at work on the person's number.",
        "Write the number into the next round's list.",
    ),
    "DECIDE-LEFT-UNIT": Text(
        "Đơn vị báo người này đã rời đơn vị (nghỉ việc, chuyển đi, nghỉ hưu, đã chết).",
        "Nếu chưa báo giảm thì lập hồ sơ báo giảm theo quy định.",
        "The unit says that the person has left it.",
        "If the reduction was not declared yet, declare it.",
    ),
    "DECIDE-ROW-REPEATED": Text(
        "Người này có nhiều dòng trong tệp; các dòng được xét chung.",
        "Lần sau ghi mỗi người một dòng.",
        "The person has several rows in the file; they were judged together.",
        "Write each person once.",
    ),
    "DECIDE-UNKNOWN-PERSON": Text(
        "Không tìm thấy người này trong danh sách của đợt rà soát.",
        "Kiểm tra mã số BHXH, họ tên, ngày sinh so với danh sách đã nhận; người mới thì làm hồ sơ tăng mới riêng.",
        "Nobody of the campaign's lists is this person.",
        "Compare number, name and birth with the list that was sent; declare a newcomer apart.",
    ),
    "DECIDE-NEW-PERSON": Text(
        "Dòng khai tăng người mới, không thuộc danh sách của đợt rà soát.",
        "Hồ sơ tăng mới được giải quyết riêng; không cần gửi lại trong đợt này.",
        "The row tells of a newcomer who is not in the campaign's lists.",
        "Newcomers are dealt with apart; the row need not be sent again.",
    ),
    "DECIDE-CLUES-DISAGREE": Text(
        "Mã số và họ tên, ngày sinh ở dòng này chỉ về những người khác nhau trong danh sách.",
        "Kiểm tra xem có gõ sai một chữ số, lệch dòng hoặc đổi chỗ hai người; chép lại mã số BHXH từ danh sách đã nhận.",
        "The numbers and the name and birth of this row point at different persons of the list.",
        "Look for a wrong digit, a shifted row or two persons exchanged; copy the number from the list that was sent.",
    ),
    "DECIDE-SEVERAL-PERSONS": Text(
        "Có nhiều người trong danh sách trùng họ tên và ngày sinh như dòng này.",
        "Ghi thêm mã số BHXH để biết là người nào.",
        "Several persons of the list have this name and birth.",
        "Add the social insurance number.",
    ),
    "DECIDE-NOT-IN-UNIT": Text(
        "Người này không thuộc danh sách của đơn vị.",
        "Bỏ dòng này; nếu người đó đang làm việc tại đơn vị thì báo cơ quan BHXH để kiểm tra.",
        "The person is not on this unit's list.",
        "Leave the row out; if the person does work here, tell the insurance office.",
    ),
    "DECIDE-WEAK-MATCH": Text(
        "Dòng này chỉ có họ tên hoặc năm sinh, chưa đủ để chắc chắn là người trong danh sách.",
        "Ghi thêm mã số BHXH hoặc ngày sinh đầy đủ.",
        "The row has only a name or a year: too little to be sure who it is.",
        "Add the social insurance number or the full day of birth.",
    ),
    "DECIDE-ROWS-DISAGREE": Text(
        "Các dòng của người này trong tệp ghi thông tin khác nhau.",
        "Giữ lại một dòng đúng theo thẻ CCCD, bỏ dòng kia.",
        "The rows of this person tell different things.",
        "Keep the one that the card proves, leave the other out.",
    ),
    "DECIDE-NUMBER-UNREAD": Text(
        "Số ĐDCN/CCCD không đọc được chắc chắn (sai số chữ số, mất số 0 hoặc mất chữ số).",
        _CARD,
        "The citizen's number cannot be read for sure (count of digits, zeros or digits lost).",
        _CARD_EN,
    ),
    "DECIDE-NAME-UNREAD": Text(
        "Họ và tên không đọc được chắc chắn.", _CARD, "The name cannot be read for sure.", _CARD_EN
    ),
    "DECIDE-BIRTH-UNREAD": Text(
        "Ngày sinh không đọc được chắc chắn.",
        "Ghi theo dạng ngày/tháng/năm, ví dụ 05/03/1985, đúng theo thẻ CCCD.",
        "The birth date cannot be read for sure.",
        "Write day/month/year as on the card: 05/03/1985.",
    ),
    "DECIDE-GENDER-UNREAD": Text(
        "Giới tính không đọc được chắc chắn.",
        "Ghi “Nam” hoặc “Nữ”.",
        "The gender cannot be read for sure.",
        "Write “Nam” or “Nữ”.",
    ),
    "DECIDE-SOCIAL-NUMBER-UNREAD": Text(
        "Mã số BHXH không đọc được chắc chắn, trong khi người này có nhiều mã số BHXH.",
        "Chép lại đủ 10 chữ số từ sổ BHXH, thẻ BHYT; định dạng ô là Text trước khi gõ.",
        "The social insurance number cannot be read for sure, and the person has several.",
        "Copy all 10 digits from the book or card; format the cell as Text before typing.",
    ),
    "DECIDE-NUMBER-FORM": Text(
        "Số ĐDCN/CCCD không đúng 12 chữ số.",
        _CARD,
        "The citizen's number has not exactly 12 digits.",
        _CARD_EN,
    ),
    "DECIDE-NUMBER-YEAR": Text(
        "Năm sinh trong số ĐDCN/CCCD khác năm sinh của người này.",
        _BOTH,
        "The year in the citizen's number is not the person's year of birth.",
        _BOTH_EN,
    ),
    "DECIDE-NUMBER-GENDER": Text(
        "Giới tính trong số ĐDCN/CCCD khác giới tính của người này.",
        _BOTH,
        "The gender in the citizen's number is not the person's.",
        _BOTH_EN,
    ),
    "DECIDE-NUMBER-OF-ANOTHER": Text(
        "Số ĐDCN/CCCD này đang là số của một người khác.",
        "Đối chiếu thẻ CCCD; nếu số đúng là của người này thì gửi kèm bản chụp thẻ để cơ quan BHXH kiểm tra.",
        "This citizen's number is another person's.",
        "Look at the card; if the number is this person's, send a copy of the card.",
    ),
    "DECIDE-NUMBER-TWICE": Text(
        "Số ĐDCN/CCCD này được ghi cho nhiều người trong cùng tệp.",
        "Đối chiếu thẻ CCCD của từng người, ghi lại cho đúng.",
        "The file gives this citizen's number to several persons.",
        "Look at each person's card and write the numbers rightly.",
    ),
    "DECIDE-NUMBER-MISSING": Text(
        "Chưa có số ĐDCN/CCCD.",
        "Ghi số ĐDCN/CCCD 12 số; người chưa có thì đến công an cấp xã và ghi “chờ cấp CCCD” vào cột Ghi chú.",
        "There is no citizen's number.",
        "Write the number of 12 digits; who has none goes to the commune police: write “chờ cấp CCCD” into the note.",
    ),
    "DECIDE-NUMBER-NINE": Text(
        "Mới có số CMND 9 số, chưa có số ĐDCN/CCCD.",
        "Ghi số ĐDCN/CCCD 12 số; chưa biết số thì đến công an cấp xã để được xác nhận.",
        "Only an old card's number of 9 digits is given.",
        "Write the number of 12 digits; the commune police tells it.",
    ),
    "DECIDE-NUMBER-UNCHANGED": Text(
        "Số ĐDCN/CCCD vẫn như cũ, trong khi số này không tìm thấy hoặc sai cấu trúc.",
        "Đối chiếu thẻ CCCD; nếu số đúng như thẻ thì người đó đến công an cấp xã để kiểm tra.",
        "The citizen's number that was not found or misshapen is sent back as it was.",
        "Look at the card; if the number is right, the person has to ask the commune police.",
    ),
    "DECIDE-NAME-UNANSWERED": Text(
        "Họ tên khác CSDL quốc gia về dân cư nhưng gửi lại vẫn như cũ.",
        _CONFIRM,
        "The name differs from the population database and is sent back as it was.",
        _CONFIRM_EN,
    ),
    "DECIDE-BIRTH-UNANSWERED": Text(
        "Ngày sinh khác CSDL quốc gia về dân cư nhưng gửi lại vẫn như cũ.",
        _CONFIRM,
        "The birth differs from the population database and is sent back as it was.",
        _CONFIRM_EN,
    ),
    "DECIDE-GENDER-UNANSWERED": Text(
        "Giới tính khác CSDL quốc gia về dân cư nhưng gửi lại vẫn như cũ.",
        _CONFIRM,
        "The gender differs from the population database and is sent back as it was.",
        _CONFIRM_EN,
    ),
    "DECIDE-OTHER-UNANSWERED": Text(
        "Dòng này chưa được đơn vị bổ sung hoặc xác nhận.",
        _CONFIRM,
        "The unit has neither added to this row nor confirmed it.",
        _CONFIRM_EN,
    ),
    "DECIDE-DOUBLE-UNANSWERED": Text(
        "Số ĐDCN/CCCD đang dùng cho nhiều mã số BHXH, dòng này chưa cho biết số đúng.",
        "Ghi số đúng theo thẻ CCCD; nếu số này đúng là của người đó thì ghi “Đúng theo CCCD” vào cột Ghi chú.",
        "The citizen's number stands under several social insurance numbers; the row does not say which is right.",
        "Write the card's number; if it is this one, write “Đúng theo CCCD” into the note.",
    ),
    "DECIDE-BOOKS-UNANSWERED": Text(
        "Người này có nhiều mã số BHXH, dòng này chưa cho biết giữ mã số nào.",
        "Ghi “Đề nghị gộp sổ” vào cột Ghi chú và gửi kèm các sổ BHXH.",
        "The person has several social insurance numbers; the row does not say which is to stay.",
        "Write “Đề nghị gộp sổ” into the note and send the books along.",
    ),
    "DECIDE-DECEASED-UNANSWERED": Text(
        "CSDL quốc gia về dân cư ghi người này đã chết hoặc số đã hủy; dòng này chưa trả lời.",
        "Ghi “Đã chết” hoặc “Còn làm việc” vào cột Ghi chú; có số mới thì ghi số mới.",
        "The population database says the person is dead or the number cancelled; the row does not answer.",
        "Write “Đã chết” or “Còn làm việc” into the note, or the new number.",
    ),
    "DECIDE-BIRTH-FUTURE": Text(
        "Ngày sinh sau ngày nhận hồ sơ.",
        "Đối chiếu thẻ CCCD, ghi lại ngày sinh.",
        "The birth is later than the day of receipt.",
        "Look at the card and write the birth anew.",
    ),
    "DECIDE-NUMBER-PROVINCE": Text(
        "Đã nhận; ba số đầu của số ĐDCN/CCCD không phải mã tỉnh đã biết.",
        "Đối chiếu lại thẻ CCCD.",
        "Taken; the first three digits of the citizen's number are no known province.",
        "Look at the card once more.",
    ),
    "DECIDE-NUMBER-UNCOMPARED": Text(
        "Đã nhận; thiếu ngày sinh hoặc giới tính nên chưa đối chiếu được số ĐDCN/CCCD.",
        "Bổ sung ngày sinh, giới tính ở đợt sau.",
        "Taken; without birth or gender the citizen's number could not be compared.",
        "Add birth and gender in the next round.",
    ),
    "DECIDE-NUMBER-DOUBLE": Text(
        "Đã nhận theo xác nhận của đơn vị; số ĐDCN/CCCD này còn đứng tên người khác.",
        "Cơ quan BHXH kiểm tra người kia; đơn vị giữ bản chụp thẻ CCCD.",
        "Taken as the unit confirms; the citizen's number still stands under another person.",
        "The insurance office looks at the other one; the unit keeps a copy of the card.",
    ),
    "DECIDE-PERSON-TWICE": Text(
        "Đã nhận; người này có nhiều mã số BHXH.",
        "Nộp hồ sơ gộp sổ BHXH.",
        "Taken; the person has several social insurance numbers.",
        "Ask for the books to be made one.",
    ),
    "DECIDE-FOREIGNER": Text(
        "Đã nhận; người nước ngoài dùng hộ chiếu, không có số ĐDCN/CCCD.",
        "Gửi kèm bản chụp hộ chiếu.",
        "Taken; a foreigner with a passport has no citizen's number.",
        "Send a copy of the passport.",
    ),
    "DECIDE-CONFIRMED": Text(
        "Đã nhận; đơn vị xác nhận thông tin giữ nguyên.",
        "Đợt đối chiếu sau còn lệch thì người đó đến công an cấp xã.",
        "Taken; the unit confirms the data as they are.",
        "If they still differ after the next comparison, the person has to ask the commune police.",
    ),
    "DECIDE-ANSWERED-BY-NUMBER": Text(
        "Đã nhận số ĐDCN/CCCD mới; họ tên, ngày sinh, giới tính giữ nguyên.",
        "Nếu họ tên, ngày sinh hoặc giới tính cũng sai thì khai thêm trên TK1-TS.",
        "The new citizen's number was taken; name, birth and gender stay.",
        "If one of these is wrong too, declare it on TK1-TS.",
    ),
    "DECIDE-NAME-NEARLY-SAME": Text(
        "Đã nhận; họ tên chỉ khác dấu hoặc cách đặt dấu so với danh sách.",
        "Cách viết trong danh sách được giữ, trừ khi đơn vị khai sửa họ tên; kiểm tra theo thẻ CCCD.",
        "Taken; the name differs from the list only in its accents.",
        "The list's writing stays unless the unit declares another name; look at the card.",
    ),
    "DECIDE-BIRTH-YEAR-ONLY": Text(
        "Đã nhận; chưa có đủ ngày, tháng sinh.",
        "Bổ sung ngày, tháng sinh theo thẻ CCCD.",
        "Taken; the day of birth is not fully known.",
        "Add day and month from the card.",
    ),
    "DECIDE-DIFFERS-NAME": Text(
        "Đã nhận; họ tên khác danh sách dù họ tên không phải điều cần sửa.",
        _NEXT,
        "Taken; the name differs from the list though it was not complained about.",
        _NEXT_EN,
    ),
    "DECIDE-DIFFERS-BIRTH": Text(
        "Đã nhận; ngày sinh khác danh sách dù ngày sinh không phải điều cần sửa.",
        _NEXT,
        "Taken; the birth differs from the list though it was not complained about.",
        _NEXT_EN,
    ),
    "DECIDE-DIFFERS-GENDER": Text(
        "Đã nhận; giới tính khác danh sách dù giới tính không phải điều cần sửa.",
        _NEXT,
        "Taken; the gender differs from the list though it was not complained about.",
        _NEXT_EN,
    ),
    "DECIDE-DIFFERS-NUMBER": Text(
        "Đã nhận; số ĐDCN/CCCD khác danh sách dù số cũ không bị báo sai.",
        _NEXT,
        "Taken; the citizen's number differs from the list though it was not complained about.",
        _NEXT_EN,
    ),
    "DECIDE-MATCHED-CHANGED": Text(
        "Đã nhận; người này đã khớp CSDL quốc gia về dân cư nhưng đơn vị gửi thông tin khác.",
        "Kiểm tra lại thẻ CCCD; gửi lại nếu ghi nhầm.",
        "Taken; the person had matched the population database, and the unit sends other data.",
        "Look at the card again; send anew what was mistaken.",
    ),
    "DECIDE-KEPT-UNREAD": Text(
        "Người này đã được xác nhận; ô không đọc được ở dòng này được bỏ qua, thông tin cũ giữ nguyên.",
        "Nếu định sửa thông tin thì ghi lại ô đó và gửi lại.",
        "The person is verified; the cell that cannot be read was passed over, the data stay.",
        "To change something, write the cell anew and send it again.",
    ),
    "DECIDE-NO-DECLARATION": Text(
        "Thông tin định danh thay đổi nhưng thiếu TK1-TS của người này.",
        "Gửi bổ sung TK1-TS có chữ ký, bản chụp CCCD và D02-LT (hoặc D03-TS) của đơn vị.",
        "Identity data change, and the person's TK1-TS is missing.",
        "Send the signed TK1-TS, a copy of the card and the unit's D02-LT (or D03-TS).",
    ),
    "DECIDE-NOTE-DOUBTFUL": Text(
        "Ghi chú ở dòng này chưa rõ người này đã rời đơn vị, đang chờ công an hay vẫn ở đơn vị.",
        "Nếu đã rời đơn vị thì chỉ ghi “Đã nghỉ việc từ ngày …” (hoặc “Đã chuyển đơn vị”, “Đã chết”); còn làm việc thì "
        "ghi số ĐDCN/CCCD, thông tin đúng; chờ công an thì ghi “chờ cấp CCCD”.",
        "The row's note does not make clear whether the person left, waits for the police or is still with the unit.",
        "Who left: write “Đã nghỉ việc từ ngày …” alone; who is still there: the right data; who waits: “chờ cấp CCCD”.",
    ),
    "DECIDE-LEFT-BUT-DATA": Text(
        "Đã nhận thông tin mới; tuy nhiên ghi chú lại báo người này đã rời đơn vị.",
        "Nếu người này đã rời đơn vị thật thì báo lại cơ quan BHXH và lập hồ sơ báo giảm.",
        "The new data were taken, though the note says that the person has left the unit.",
        "If the person did leave, tell the insurance office and declare the reduction.",
    ),
    "DECIDE-WAS-LEFT": Text(
        "Đã nhận; trước đó đơn vị báo người này đã rời đơn vị.",
        "Xác nhận lại người này còn ở đơn vị hay không; ghi nhầm thì báo cơ quan BHXH.",
        "Taken; the unit had said before that the person had left.",
        "Say again whether the person is still with the unit; tell the insurance office of a mistake.",
    ),
    "DECIDE-NUMBER-GIVEN-WRONGLY": Text(
        "Đã nhận; số ĐDCN/CCCD này còn được ghi cho người khác trong cùng tệp, nhưng chỉ hợp năm sinh, giới tính của "
        "người này.",
        "Đối chiếu lại thẻ CCCD; sửa số ở dòng của người kia.",
        "Taken; the file gives this citizen's number to somebody else too, but it fits only this person's year and gender.",
        "Look at the card once more; mend the number in the other one's row.",
    ),
    "DECIDE-CONTACT-UNREAD": Text(
        "Đã nhận; số điện thoại hoặc email không đọc được nên không ghi.",
        "Ghi lại số điện thoại, email ở đợt sau.",
        "Taken; the telephone or e-mail cannot be read and was left out.",
        "Write it anew in the next round.",
    ),
    "DECIDE-LINK-FOREIGN": Text(
        "Mã nhận dạng ẩn của dòng không do nơi này cấp; dòng được nhận ra theo mã số, họ tên.",
        "Dùng tệp mà cơ quan BHXH đã gửi cho đơn vị.",
        "The row's hidden link was not made here; the row was recognised by number and name.",
        "Use the file that the insurance office sent.",
    ),
    "DECIDE-LINK-OTHER-PERSON": Text(
        "Mã nhận dạng ẩn của dòng là của dòng khác (dòng được chép); dòng được nhận ra theo mã số, họ tên.",
        "Khi thêm dòng, đừng chép cả dòng có sẵn.",
        "The row's hidden link is another row's (the row was copied); it was recognised by number and name.",
        "Do not copy whole rows when adding one.",
    ),
    "DECIDE-SOCIAL-NUMBER-DIFFERS": Text(
        "Dòng được nhận ra theo họ tên, ngày sinh; mã số BHXH ở dòng này khác danh sách.",
        "Kiểm tra lại mã số BHXH; mã số trong danh sách được giữ.",
        "Recognised by name and birth; the social insurance number is not the list's.",
        "Look at the number; the list's stays.",
    ),
    "DECIDE-SOCIAL-NUMBER-PASSED": Text(
        "Mã số BHXH ở dòng này không đọc được nên bỏ qua; mã số trong danh sách được giữ.",
        "Chép lại mã số BHXH từ danh sách đã nhận; định dạng ô là Text.",
        "The social insurance number cannot be read and was passed over; the list's stays.",
        "Copy it from the list that was sent; format the cell as Text.",
    ),
    "DECIDE-OLD-CARD-OF-ANOTHER": Text(
        "Số CMND ở dòng này là của người khác trong danh sách.",
        "Kiểm tra lại số CMND cũ.",
        "The old card's number is another person's of the list.",
        "Look at the old card's number.",
    ),
    "DECIDE-MATCHED-BY-NAME": Text(
        "Dòng được nhận ra theo họ tên hoặc năm sinh, không có mã số.",
        "Ghi mã số BHXH ở các lần gửi sau.",
        "The row was recognised by name or year alone.",
        "Write the social insurance number next time.",
    ),
}
