"""Texts of what can be wrong with a spec as a file: its bytes, its YAML."""

from __future__ import annotations

from engine.messages.catalogue import Text

_FILE = {
    "SPEC-NO-FILE": Text(
        "Không tìm thấy tệp.",
        "Kiểm tra lại đường dẫn và tên tệp.",
        "There is no such file.",
        "Check the path and the name.",
    ),
    "SPEC-UNREADABLE": Text(
        "Không đọc được tệp ({reason}).",
        "Kiểm tra quyền đọc và bảo đảm đây là một tệp chứ không phải thư mục.",
        "The file cannot be read ({reason}).",
        "Check its permissions, and that it is a file, not a folder.",
    ),
    "SPEC-TOO-LARGE": Text(
        "Tệp quá lớn: vượt quá {limit} byte.",
        "Đưa danh sách, bảng dài ra tệp đính kèm riêng.",
        "The file is too large: over {limit} bytes.",
        "Move long lists and tables to separate attachments.",
    ),
    "SPEC-NOT-UTF8": Text(
        "Tệp không được lưu bằng mã UTF-8 (gặp {byte}).",
        "Mở bằng trình soạn thảo và lưu lại với mã hóa UTF-8 (Unicode, không dùng TCVN3, VNI, UTF-16).",
        "The file is not UTF-8 (found {byte}).",
        "Open it in an editor and save it again as UTF-8.",
    ),
    "SPEC-EMPTY": Text(
        "Tệp trống, chưa có nội dung.",
        "Tạo tệp mẫu bằng lệnh congvan new.",
        "The file is empty.",
        "Make a starter with congvan new.",
    ),
    "SPEC-CONTROL-CHAR": Text(
        "Có ký tự điều khiển {char} mà văn bản không in được.",
        "Xóa ký tự đó (thường do chép từ tệp PDF hoặc phần mềm khác) và gõ lại.",
        "There is a control character {char} that a document cannot hold.",
        "Delete it (it often comes from copying out of a PDF) and type the text again.",
    ),
    "SPEC-INVISIBLE-CHAR": Text(
        "Có ký tự vô hình {char}: chữ nhìn thấy khác với chữ được in.",
        "Xóa đoạn chữ quanh cột này và gõ lại bằng tay.",
        "There is an invisible character {char}: what is seen is not what is printed.",
        "Delete the text around this column and type it again by hand.",
    ),
    "SPEC-TOO-DEEP": Text(
        "Các mục lồng nhau quá {limit} cấp.",
        "Bớt số cấp lồng nhau; thường là do thừa dấu [ hoặc {{.",
        "Items are nested more than {limit} deep.",
        "Nest less; a stray [ or {{ is the usual cause.",
    ),
    "SPEC-TOO-MANY": Text(
        "Tệp có quá nhiều mục (hơn {limit}).",
        "Chia thành nhiều tệp, hoặc dùng nhóm trong danh bạ thay cho liệt kê từng cơ quan.",
        "The file has too many entries (over {limit}).",
        "Split it, or use a group of the directory instead of naming each agency.",
    ),
}

_SYNTAX = {
    "SPEC-TAB": Text(
        "Dòng này thụt vào bằng phím Tab.",
        "Thay Tab bằng dấu cách (mỗi cấp 2 dấu cách).",
        "This line is indented with a tab.",
        "Use spaces instead (two for each level).",
    ),
    "SPEC-OPEN-QUOTE": Text(
        "Dấu nháy mở ở đây không được đóng lại.",
        "Thêm dấu nháy đóng ở cuối đoạn chữ; nếu dấu nháy là một phần của chữ, dùng “ ” hoặc viết sau dấu |.",
        "The quote opened here is never closed.",
        "Close it at the end of the text; if the quote belongs to the text, use “ ” or write the text after |.",
    ),
    "SPEC-AFTER-QUOTE": Text(
        "Còn chữ đứng sau dấu nháy đóng: {text}",
        "Đặt cả đoạn chữ trong một cặp dấu nháy, hoặc bỏ dấu nháy và dùng “ ”.",
        "There is text after the closing quote: {text}",
        "Put the whole text in one pair of quotes, or drop the quotes and use “ ”.",
    ),
    "SPEC-COLON-IN-TEXT": Text(
        "Dấu hai chấm trong đoạn chữ bị hiểu là khóa mới: {text}",
        "Đặt cả đoạn chữ trong dấu nháy kép, hoặc xuống dòng sau dấu |.",
        "A colon inside the text is taken for a new key: {text}",
        "Put the whole text in double quotes, or write it on the lines after |.",
    ),
    "SPEC-NO-COLON-BEFORE": Text(
        "Dòng này không khớp với dòng trên: {text}",
        "Kiểm tra dòng trên có thiếu dấu hai chấm sau tên khóa, và dòng này thụt vào đúng bằng các khóa cùng cấp.",
        "This line does not fit the one above it: {text}",
        "See whether the line above lacks the colon after its key, and whether this one is indented like its siblings.",
    ),
    "SPEC-NO-COLON": Text(
        "Thiếu dấu hai chấm sau tên khóa: {text}",
        "Viết “khóa: giá trị”, có một dấu cách sau dấu hai chấm.",
        "The colon after a key is missing: {text}",
        "Write “key: value”, with a blank after the colon.",
    ),
    "SPEC-DASH-NO-BLANK": Text(
        "Thiếu dấu cách sau dấu gạch đầu dòng: {text}",
        "Viết “- ” (gạch, dấu cách) rồi đến nội dung; mỗi mục một dòng, thẳng cột.",
        "The blank after the dash is missing: {text}",
        "Write “- ” (dash, blank) and then the item; one item on each line, aligned.",
    ),
    "SPEC-COLON-NO-BLANK": Text(
        "Thiếu dấu cách sau dấu hai chấm: {text}",
        "Viết “khóa: giá trị”, có một dấu cách sau dấu hai chấm.",
        "The blank after the colon is missing: {text}",
        "Write “key: value”, with a blank after the colon.",
    ),
    "SPEC-RUNS-ON": Text(
        "Dòng này thụt vào quá sâu nên dính vào dòng trên: {text}",
        "Mục của danh sách thì đặt dấu “- ” thẳng cột với mục trên; nếu là một đoạn chữ nhiều dòng thì viết sau dấu |.",
        "This line is indented too far and was taken into the line above: {text}",
        "Align the “- ” of a list with the item above; write a text of several lines after |.",
    ),
    "SPEC-BAD-START": Text(
        "Giá trị bắt đầu bằng ký tự đặc biệt (* & % @ ` !): {text}",
        "Đặt cả đoạn chữ trong dấu nháy kép, hoặc viết sau dấu |.",
        "The value begins with a special character (* & % @ ` !): {text}",
        "Put the whole text in double quotes, or write it after |.",
    ),
    "SPEC-BAD-ESCAPE": Text(
        "Dấu \\ trong dấu nháy kép không đúng cách viết: {text}",
        "Dùng dấu nháy đơn thay dấu nháy kép, hoặc viết \\\\ cho một dấu \\.",
        "A backslash in double quotes is wrong: {text}",
        "Use single quotes instead, or write \\\\ for one backslash.",
    ),
    "SPEC-OPEN-BRACKET": Text(
        "Danh sách [ … ] hoặc nhóm {{ … }} chưa đóng, hoặc thiếu dấu phẩy: {text}",
        "Thêm dấu ] hoặc }} còn thiếu, ngăn các mục bằng dấu phẩy; chữ có dấu phẩy, hai chấm thì đặt trong dấu nháy.",
        "A list [ … ] or group {{ … }} is not closed, or a comma is missing: {text}",
        "Add the missing ] or }}, separate items by commas, and quote text that has commas or colons.",
    ),
    "SPEC-BLOCK-TEXT": Text(
        "Đoạn văn sau dấu | hoặc > viết chưa đúng: {text}",
        "Để trống sau dấu | rồi xuống dòng; mọi dòng của đoạn thụt vào như nhau.",
        "The text after | or > is not written well: {text}",
        "Leave nothing after |, go to the next line, and indent all lines of the text alike.",
    ),
    "SPEC-INDENT": Text(
        "Thụt dòng không đúng: {text}",
        "Các khóa cùng cấp phải thẳng cột; mỗi cấp thụt vào 2 dấu cách; mục của danh sách bắt đầu bằng “- ”.",
        "The indentation is wrong: {text}",
        "Align keys of one level; indent each level by two blanks; begin list items with “- ”.",
    ),
    "SPEC-SYNTAX": Text(
        "Không hiểu được cách viết ở đây: {text}",
        "So với tệp mẫu (congvan new); đặt chữ có ký hiệu lạ trong dấu nháy kép.",
        "This cannot be understood: {text}",
        "Compare with a starter (congvan new); put text with odd characters in double quotes.",
    ),
}

_YAML = {
    "SPEC-DUPLICATE-KEY": Text(
        "Khóa “{key}” viết hai lần (lần đầu ở dòng {line}).",
        "Giữ lại một; nếu có nhiều giá trị, viết thành danh sách.",
        "The key “{key}” is written twice (first on line {line}).",
        "Keep one; write several values as a list.",
    ),
    "SPEC-KEY-NOT-TEXT": Text(
        "Tên khóa “{key}” không phải là chữ.",
        "Tên khóa phải là một từ; đặt trong dấu nháy nếu cần.",
        "The key “{key}” is not text.",
        "A key must be a word; quote it if need be.",
    ),
    "SPEC-ANCHOR": Text(
        "Không dùng dấu & (neo “{name}”).",
        "Viết đầy đủ nội dung; nếu là chữ thì đặt trong dấu nháy.",
        "Anchors (&{name}) are not used.",
        "Write the content out; quote it if it is text.",
    ),
    "SPEC-ALIAS": Text(
        "Không dùng dấu * (tham chiếu “{name}”).",
        "Viết lại đầy đủ nội dung; nếu là chữ thì đặt trong dấu nháy.",
        "Aliases (*{name}) are not used.",
        "Write the content out; quote it if it is text.",
    ),
    "SPEC-TAG": Text(
        "Không dùng dấu ! (nhãn “{tag}”).",
        "Bỏ nhãn; nếu là chữ thì đặt trong dấu nháy.",
        "Tags ({tag}) are not used.",
        "Drop the tag; quote it if it is text.",
    ),
    "SPEC-MERGE": Text(
        "Không dùng khóa gộp <<.",
        "Viết đầy đủ các khóa.",
        "Merge keys (<<) are not used.",
        "Write the keys out.",
    ),
    "SPEC-SECOND-DOCUMENT": Text(
        "Tệp chứa nhiều hơn một văn bản (dấu --- ở đây).",
        "Mỗi văn bản một tệp; bỏ dấu --- ở giữa tệp.",
        "The file holds more than one document (--- here).",
        "One file for each; remove the --- in the middle.",
    ),
}

TEXTS = {**_FILE, **_SYNTAX, **_YAML}
