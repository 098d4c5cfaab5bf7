"""Texts of what can be wrong with a letter's form: identity, cited documents, signature, Nơi nhận."""

from __future__ import annotations

from engine.messages.catalogue import Text

_IDENTITY = {
    "SPEC-PART-MISSING": Text(
        "Loại văn bản “{type}” phải có “{key}”.",
        "Thêm khóa {key}.",
        "The type “{type}” needs “{key}”.",
        "Add the key {key}.",
    ),
    "SPEC-DAY-MISSING": Text(
        "Ngày ban hành “{date}” chưa đủ ngày, tháng, năm.",
        "Ghi đủ ngày, hoặc đặt status: draft để in dự thảo bỏ trống ngày.",
        "The date of issue “{date}” lacks its day.",
        "Give the whole date, or write status: draft to print a draft with a blank day.",
    ),
    "SPEC-SECONDARY-READY": Text(
        "Nội dung lấy từ tin bài (source.kind: secondary) thì không được ban hành.",
        "Đặt status: draft: lập kế hoạch được, không phát hành được.",
        "What is known only from the press (source.kind: secondary) is not issued.",
        "Write status: draft: it can be planned, not issued.",
    ),
    "SPEC-ISSUER-NO-SYMBOL": Text(
        "{name} chưa có chữ viết tắt để ghép số, ký hiệu.",
        "Thêm symbol cho cơ quan trong danh bạ, hoặc symbol: {{agency: …}} trong tệp này.",
        "{name} has no abbreviation for the symbol.",
        "Add symbol in the directory, or symbol: {{agency: …}} here.",
    ),
    "SPEC-ISSUER-NO-SEAT": Text(
        "{name} chưa có địa danh để ghi trước ngày tháng.",
        "Thêm seat cho cơ quan trong danh bạ, hoặc place trong tệp này.",
        "{name} has no seat to print before the date.",
        "Add seat in the directory, or place here.",
    ),
    "SPEC-SYMBOL-FORM": Text(
        "Phần ký hiệu “{symbol}” viết không đúng.",
        "Chỉ dùng chữ, số, dấu & và dấu gạch nối, không có dấu cách: QLT, TT&PTĐT.",
        "The symbol part “{symbol}” is not well formed.",
        "Letters, digits, & and hyphens only, no blanks: QLT, TT&PTĐT.",
    ),
    "SPEC-SYMBOL-NO-UNIT": Text(
        "Ký hiệu công văn thiếu đơn vị soạn thảo hoặc lĩnh vực.",
        "Thêm symbol: {{unit: VP}}.",
        "An official letter's symbol lacks its drafting unit or field.",
        "Add symbol: {{unit: VP}}.",
    ),
    "SPEC-SYMBOL-UNIT-UNUSED": Text(
        "Ký hiệu của {type} ghép loại và cơ quan, không có đơn vị soạn thảo.",
        "Bỏ symbol.unit nếu không cố ý.",
        "The symbol of {type} is its type and agency, without a drafting unit.",
        "Drop symbol.unit unless it is meant.",
    ),
    "SPEC-SUBJECT-END": Text(
        "Trích yếu có dấu câu ở cuối.",
        "Bỏ dấu câu cuối.",
        "The subject ends with a punctuation mark.",
        "Remove it.",
    ),
    "SPEC-SUBJECT-VV": Text(
        "Trích yếu đã có “V/v”, sẽ in hai lần.",
        "Bỏ “V/v”.",
        "The subject holds “V/v”, which would be printed twice.",
        "Remove it.",
    ),
    "SPEC-SUBJECT-CAPITALS": Text(
        "Trích yếu viết toàn chữ in hoa.",
        "Viết chữ thường.",
        "The subject is all in capitals.",
        "Write it in lower case.",
    ),
    "SPEC-METADATA-LENGTH": Text(
        "Nội dung dài {length} ký tự, vượt quá {limit}.",
        "Rút gọn để trao đổi được giữa các hệ thống văn bản.",
        "It has {length} characters, more than {limit}.",
        "Shorten it, so that document systems can exchange it.",
    ),
}

_ACTS = {
    "SPEC-ACT-INCOMPLETE": Text(
        "Viện dẫn “{act}” còn thiếu: {missing}.",
        "Bổ sung để viện dẫn lần đầu đủ loại, số, ký hiệu, ngày, cơ quan; ý kiến miệng thì dùng oral.",
        "The citation of “{act}” lacks: {keys}.",
        "Add them, so that the first mention is whole; for spoken words use oral.",
    ),
    "SPEC-ACT-SYMBOL": Text(
        "Số, ký hiệu “{symbol}” viết không đúng dạng.",
        "Viết liền như 395/KH-BHXH, không có “Số” và dấu cách.",
        "The number and symbol “{symbol}” is not well formed.",
        "Write it like 395/KH-BHXH, without “Số” and blanks.",
    ),
    "SPEC-ACT-LATER": Text(
        "Văn bản viện dẫn {act} ngày {date} lại sau ngày ban hành {issued}.",
        "Kiểm tra lại hai ngày.",
        "The cited {act} of {date} is later than the date of issue {issued}.",
        "Check both dates.",
    ),
    "SPEC-ACT-ISSUER": Text(
        "Ký hiệu {act} không có “{symbol}” của {issuer}: có thể do cơ quan khác ban hành.",
        "Kiểm tra issuer; nếu bản gốc ghi như vậy thì dùng issuer_as cho cách gọi in ra.",
        "The symbol {act} does not hold “{symbol}” of {issuer}: another agency may have issued it.",
        "Check issuer; if the source words it so, use issuer_as for the printed name.",
    ),
}

_SIGNING = {
    "SPEC-NOT-SIGNED": Text(
        "Văn bản sẵn sàng ban hành nhưng chưa có người ký.",
        "Thêm sign: {{authority: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], name: …}}, hoặc đặt status: draft.",
        "The letter is ready but nobody signs it.",
        "Add sign: {{authority: […], name: …}}, or write status: draft.",
    ),
    "SPEC-SIGNER-NAME": Text(
        "Thiếu họ tên người ký.",
        "Thêm name, hoặc đặt status: draft.",
        "The signer's name is missing.",
        "Add name, or status: draft.",
    ),
    "SPEC-SIGNER-POST": Text(
        "Chỉ văn bản cũ (source.kind: scan, official) mới được thiếu chức vụ người ký.",
        "Thêm authority với chức vụ người ký.",
        "Only an old letter (source.kind: scan, official) may lack the signer's post.",
        "Add authority with the post.",
    ),
    "SPEC-SIGNATURE-COUNT": Text(
        "Có {issuers} cơ quan ban hành nhưng {signers} người ký.",
        "Mỗi cơ quan một người ký (sign là danh sách, ghi issuer cho từng người).",
        "There are {issuers} issuers but {signers} signers.",
        "One signer for each issuer (sign is a list; give each its issuer).",
    ),
    "SPEC-SIGNER-NOT-ISSUER": Text(
        "Người ký thay cho “{name}” nhưng cơ quan này không ban hành.",
        "Sửa issuer của người ký hoặc của văn bản.",
        "The signer stands for “{name}”, which is not an issuer.",
        "Mend the issuer of the signature or of the directive.",
    ),
    "SPEC-AUTHORITY-CAPITALS": Text(
        "Quyền hạn, chức vụ phải viết chữ in hoa.", "", "Authority and post are written in capitals.", ""
    ),
    "SPEC-AUTHORITY-FORM": Text(
        "Cách ghi quyền hạn “{line}” không đúng.",
        "Viết TM. / KT. / TL. / TUQ. / Q. với dấu chấm và một dấu cách.",
        "The authority “{line}” is not written well.",
        "Write TM. / KT. / TL. / TUQ. / Q. with a stop and one blank.",
    ),
    "SPEC-AUTHORITY-NO-POST": Text(
        "Sau dòng “{line}” phải có dòng chức vụ của người ký.",
        "Ví dụ: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC].",
        "The line “{line}” needs the signer's post below it.",
        "For example [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC].",
    ),
    "SPEC-TM-NOT-FIRST": Text(
        "Dòng TM. phải đứng đầu.",
        "Thứ tự: TM. tập thể, KT. người đứng đầu, chức vụ cấp phó.",
        "TM. comes first.",
        "Order: TM., KT., post.",
    ),
    "SPEC-KT-NEEDS-DEPUTY": Text(
        "Ký KT. thì dòng dưới phải là chức vụ cấp phó, không phải “{line}”.",
        "Ví dụ: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH].",
        "Below KT. stands a deputy's post, not “{line}”.",
        "For example [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH].",
    ),
    "SPEC-KT-OTHER-POST": Text(
        "“{below}” không phải cấp phó của “{line}”.",
        "Kiểm tra chức vụ.",
        "“{below}” is not the deputy of “{line}”.",
        "Check the post.",
    ),
    "SPEC-DEPUTY-WITHOUT-KT": Text(
        "Cấp phó “{line}” ký mà không có dòng KT.",
        "Thêm dòng KT. người đứng đầu ở trên.",
        "The deputy “{line}” signs without a KT. line.",
        "Add the line KT. with the head's post above.",
    ),
    "SPEC-TUQ-PASSED-ON": Text(
        "Người được ủy quyền (TUQ.) không được ủy quyền lại.",
        "Bỏ dòng KT./TL. sau TUQ.",
        "Who signs TUQ. may not pass the authority on.",
        "Remove the KT./TL. line below TUQ.",
    ),
    "SPEC-COLLECTIVE-WITHOUT-TM": Text(
        "{name} làm việc theo chế độ tập thể nhưng chữ ký không có TM.",
        "Nếu ký thay mặt tập thể, thêm dòng TM. ở đầu; nếu bản gốc như vậy thì giữ nguyên.",
        "{name} works collectively, but the signature has no TM.",
        "Add a TM. line if it is signed for the collective; keep it if the source has none.",
    ),
    "SPEC-TM-NOT-COLLECTIVE": Text(
        "{name} theo chế độ thủ trưởng nên không ký TM.",
        "Bỏ dòng TM., hoặc sửa collective trong danh bạ.",
        "{name} is led by its head and does not sign TM.",
        "Remove the TM. line, or mend collective in the directory.",
    ),
    "SPEC-TM-OTHER-HEAD": Text(
        "Dưới “{line}” là “{below}”: không phải người đứng đầu tập thể đó.",
        "Viết chức vụ {head}; cấp phó ký thì [TM. …, KT. {head}, PHÓ {head}].",
        "Below “{line}” stands “{below}”, who does not head that body.",
        "Write the post {head}; for a deputy [TM. …, KT. {head}, PHÓ {head}].",
    ),
    "SPEC-PASSED-TO-DEPUTY": Text(
        "“{line}” chỉ giao cho người đứng đầu đơn vị, không giao thẳng cho “{below}”.",
        "TL.: cấp phó ký thì thêm dòng KT. người đứng đầu đơn vị; TUQ.: người đứng đầu đơn vị tự ký.",
        "“{line}” passes to the head of a unit, not straight to “{below}”.",
        "TL.: for a deputy add a KT. line with the unit's head; TUQ.: the unit's head signs.",
    ),
    "SPEC-LETTERHEAD-OTHER": Text(
        "Ký “{line}” thì văn bản là của {owner}, nhưng cơ quan ban hành khai là {name}.",
        "Đổi thành issuer: {id} (thể thức, con dấu theo cơ quan đó), hoặc sửa dòng ký.",
        "Signed “{line}” it is a letter of {owner}, but the issuer is {name}.",
        "Write issuer: {id}, or mend the line.",
    ),
    "SPEC-SIGNER-TITLE": Text(
        "Trước họ tên người ký không ghi “{title}”.",
        "Chỉ ghi họ và tên.",
        "“{title}” is not written before the signer's name.",
        "Write the name only.",
    ),
}

_ENDING = {
    "SPEC-COPY-PRINTED": Text(
        "Dòng “{line}” được in tự động.",
        "Bỏ dòng này; nơi lưu ghi ở khóa file.",
        "The line “{line}” is printed by itself.",
        "Remove it; filing is written in `file`.",
    ),
    "SPEC-NO-ARTICLE-LINE": Text(
        "Dòng đầu của Nơi nhận phải là “Như Điều …” (điều giao trách nhiệm thi hành).",
        "Thêm “Như Điều {article}” vào đầu copies.",
        "The first line of Nơi nhận is “Như Điều …” (the article that charges those who carry it out).",
        "Put “Như Điều {article}” first in copies.",
    ),
    "SPEC-COPY-IS-RECIPIENT": Text(
        "“{line}” đã là nơi nhận ở recipients, không ghi lại trong copies.",
        "Bỏ dòng này: recipients đã được in ở Kính gửi hoặc ở đầu Nơi nhận.",
        "“{line}” is already among the recipients.",
        "Remove the line: recipients are printed at Kính gửi or first in Nơi nhận.",
    ),
    "SPEC-LINE-MARKS": Text(
        "Dấu gạch đầu dòng, dấu câu cuối và dấu ngoặc của “{line}” được in tự động.",
        "Chỉ ghi tên.",
        "The dash, the final mark and the brackets of “{line}” are printed by themselves.",
        "Write the name only.",
    ),
    "SPEC-COPY-PURPOSE": Text(
        "Mục đích “({purpose})” nên ghi ở khóa purpose.",
        "Viết {{to: …, purpose: {purpose}}}.",
        "The purpose “({purpose})” belongs in the key purpose.",
        "Write {{to: …, purpose: {purpose}}}.",
    ),
    "SPEC-ACCEPTED-NOTHING": Text(
        "Đã chấp nhận cảnh báo {accepted} nhưng tệp này không có cảnh báo đó.",
        "Bỏ mục này khỏi accept, hoặc sửa mã cảnh báo.",
        "The warning {accepted} is accepted, but this file does not have it.",
        "Remove the entry from accept, or mend its code.",
    ),
    "SPEC-REPEATED-COPY": Text(
        "Dòng “{line}” viết hai lần.", "Bỏ một dòng.", "The line “{line}” is written twice.", "Remove one."
    ),
    "SPEC-NOT-FILED": Text(
        "Chưa ghi nơi lưu.",
        "Thêm file: [VT, đơn vị soạn thảo].",
        "It is not said where it is filed.",
        "Add file: [VT, unit].",
    ),
    "SPEC-FILED-ELSEWHERE": Text(
        "Dòng Lưu bắt đầu bằng “{unit}”, không phải VT.",
        "Bản gốc lưu tại Văn thư: [VT, …].",
        "Filing begins with “{unit}”, not VT.",
        "The original is kept by the clerical office: [VT, …].",
    ),
    "SPEC-FINAL-MARK": Text(
        "Dấu “./.” được in tự động.",
        "Bỏ “./.” khỏi lời văn.",
        "“./.” is printed by itself.",
        "Remove it from the text.",
    ),
    "SPEC-PROSE-MARKS": Text(
        "Dấu [[ … ]] chưa đóng hoặc chưa mở.",
        "Viết [[mã]].",
        "A [[ … ]] is not closed or not opened.",
        "Write [[id]].",
    ),
    "SPEC-WEB-MARKS": Text(
        "Lời văn có mã trang web “{words}” (chép từ trang web?): sẽ được in nguyên như vậy.",
        "Xóa mã đó; chữ đậm viết **…**, chữ nghiêng viết *…*.",
        "The text holds web code “{words}” (copied from a web page?), which would be printed as it is.",
        "Remove it; bold is written **…**, italics *…*.",
    ),
    "SPEC-INITIALS-CAPITALS": Text(
        "Ký hiệu người soạn thảo “{initials}” phải viết chữ in hoa.",
        "Ví dụ: PL.",
        "The drafter's initials “{initials}” are written in capitals.",
        "For example PL.",
    ),
    "SPEC-DOUBLED-WORDS": Text(
        "Lặp từ: “{words}”.",
        "Bỏ phần lặp nếu là lỗi.",
        "Doubled words: “{words}”.",
        "Remove one if it is a slip.",
    ),
    "SPEC-TOO-FEW-COPIES": Text(
        "Số lượng bản {copies} ít hơn số nơi nhận và bản lưu ({needed}).",
        "Kiểm tra drafting.copies.",
        "{copies} copies are fewer than the recipients and the file copy ({needed}).",
        "Check drafting.copies.",
    ),
}

TEXTS = {**_IDENTITY, **_ACTS, **_SIGNING, **_ENDING}
