"""Địa danh và thời gian (Phụ lục I, II.4): TT-27 … TT-32."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.agency_names import is_spelled
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, centre_faults, form_faults, unknown
from engine.rules.head_text import Field, PlaceDate, read_place_date
from engine.rules.letter import Letter, Part, PartName
from engine.rules.measuring import extent
from engine.rules.registry import rule
from engine.rules.size_sets import fitting_size
from engine.rules.told import is_issued_with
from engine.word.mends import SetText

_WORDS = ("ngày", "tháng", "năm")
_ONE_LINE = Said("số, ký hiệu và ngày tháng có cùng dòng không", "whether number and date stand on one line")
_UNITS = frozenset({"thành", "thị", "tỉnh", "quận", "huyện", "xã", "phường", "đặc"})
"""First syllables of names of units, of which the others are written small."""
_PADDED_MONTHS = 3
"""Months below this one get a zero."""


@rule(
    "TT-27",
    Severity.ERROR,
    "Phụ lục I, II.4c",
    asks=(
        "“<Địa danh>, ngày … tháng … năm …”: chữ in thường, cỡ {size.dia-danh-thoi-gian}, nghiêng.",
        "“<Place>, ngày … tháng … năm …”: {size.dia-danh-thoi-gian} pt, italic.",
    ),
    mend=(
        "Ghi theo mẫu “An Lão, ngày 05 tháng 01 năm 2021”; Home → Font: cỡ {size.dia-danh-thoi-gian}, Italic, bỏ Bold.",
        "Write “An Lão, ngày 05 tháng 01 năm 2021”; Home → Font: {size.dia-danh-thoi-gian} pt, Italic, no Bold.",
    ),
    wrong="An Lão, 16/7/2021",
    right="An Lão, ngày 16 tháng 7 năm 2021",
    why="Ngày, tháng để trống trong dự thảo là đúng; chỉ bị nhắc khi văn bản được khai báo là đã ban hành.",
)
def place_and_date(case: Case) -> Iterator[Fault]:
    part = case.letter.place_date
    if part is None:
        if not is_issued_with(case.letter):
            said = Said("không có địa danh, thời gian", "no place and date")
            yield Fault(nowhere(PartName.PLACE_DATE), said)
        return
    told = read_place_date(part.first)
    wrong = _shape_fault(case, told)
    if wrong is not None:
        yield Fault(at(part), Said(f"“{part.text}”: {wrong.vi}", f"“{part.text}”: {wrong.en}"))
    yield from form_faults(
        part, Form(case.law.size(part.name), bold=False, italic=True, size=fitting_size(case, part.name))
    )


def _shape_fault(case: Case, told: PlaceDate | None) -> Said | None:
    if told is None:
        return Said("không theo mẫu ngày … tháng … năm …", "not in the form ngày … tháng … năm …")
    if told.words != _WORDS:
        return Said("các từ ngày, tháng, năm viết thường", "the words ngày, tháng, năm are in small letters")
    if any(not f.is_blank and f.value is None for f in (told.day, told.month)):
        return Said("ngày, tháng phải là số", "day and month must be numbers")
    if told.year.value is None or len(told.year.text.strip()) != 4:
        return Said("năm phải ghi đủ bốn chữ số", "the year needs four digits")
    if told.tail:
        return Said("không có dấu chấm ở cuối", "no full stop at the end")
    if case.declared.status == "issued" and (told.day.is_blank or told.month.is_blank):
        return Said("đã ban hành mà ngày, tháng để trống", "issued, but day or month is blank")
    return None


def _told(letter: Letter) -> tuple[Part, PlaceDate] | None:
    part = letter.place_date
    told = read_place_date(part.first) if part is not None else None
    return (part, told) if part is not None and told is not None else None


@rule(
    "TT-28",
    Severity.ERROR,
    "Phụ lục I, II.4b",
    asks=(
        "Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước.",
        "Days below 10 and months 1 and 2 have a zero before them.",
    ),
    mend=("Thêm số 0: “ngày 05 tháng 02”.", "Add the zero: “ngày 05 tháng 02”."),
    wrong="ngày 5 tháng 2 năm 2021",
    right="ngày 05 tháng 02 năm 2021",
)
def days_are_padded(case: Case) -> Iterator[Fault]:
    found = _told(case.letter)
    if found is None:
        return
    part, told = found
    for field, below, vi, en in (
        (told.day, 10, "ngày", "day"),
        (told.month, _PADDED_MONTHS, "tháng", "month"),
    ):
        if field.value is not None and field.value < below and not field.text.strip().startswith("0"):
            asked = f"{field.value:02d}"
            said = Said(
                f"{vi} ghi “{field.text.strip()}”, phải là “{asked}”",
                f"{en} “{field.text.strip()}”, asked “{asked}”",
            )
            yield Fault(at(part), said, mends=_written(part, field, asked))


def _written(part: Part, field: Field, text: str) -> tuple[SetText, ...]:
    if field.start < 0:
        return ()
    start = field.start + len(field.text) - len(field.text.lstrip())
    return (SetText(part.first.paragraph.key, start, start + len(field.text.strip()), text),)


@rule(
    "TT-29",
    Severity.WARNING,
    "Phụ lục I, II.4b",
    asks=(
        "Chỉ tháng 1, 2 ghi thêm số 0; các tháng từ 3 trở đi ghi như trong Nghị định: tháng 3, tháng 6.",
        "Only months 1 and 2 have a zero; from March on as in the decree: tháng 3, tháng 6.",
    ),
    mend=("Bỏ số 0 trước tháng.", "Drop the zero before the month."),
    wrong="ngày 16 tháng 07 năm 2021",
    right="ngày 16 tháng 7 năm 2021",
    sure=False,
)
def later_months_are_not_padded(case: Case) -> Iterator[Fault]:
    found = _told(case.letter)
    if found is None:
        return
    part, told = found
    value, text = told.month.value, told.month.text.strip()
    if value is not None and _PADDED_MONTHS <= value < 10 and text != str(value):
        said = Said(f"tháng ghi “{text}”, phải là “{value}”", f"month “{text}”, asked “{value}”")
        mend = Said(f"Bỏ số 0: “tháng {value}”.", f"Drop the zero: “tháng {value}”.")
        yield Fault(at(part), said, mend, mends=_written(part, told.month, str(value)))


@rule(
    "TT-30",
    Severity.ERROR,
    "Phụ lục I, II.4a, II.4c",
    asks=(
        "Địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở, viết hoa, sau có dấu phẩy.",
        "The place is the official name of the unit where the agency has its seat, capitalised, with a comma.",
    ),
    mend=(
        "Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở, viết hoa, sau có dấu phẩy, trước chữ “ngày”.",
        "Write the name of the unit where the agency has its seat, capitalised, with a comma before “ngày”.",
    ),
    wrong="an lão ngày 16 tháng 7 năm 2021",
    right="An Lão, ngày 16 tháng 7 năm 2021",
    why="Địa danh được đối chiếu với trụ sở trong danh bạ khi danh bạ biết cơ quan ấy vào ngày của văn bản.",
)
def place_is_the_seat(case: Case) -> Iterator[Fault]:
    found = _told(case.letter)
    if found is None:
        return
    part, told = found
    name = " ".join(told.place.text.split())
    seats = list(dict.fromkeys(n.seat for _, n in case.issuers if n.seat))
    if told.place.is_blank:
        yield Fault(at(part), Said("thiếu địa danh", "no place"))
    elif not all(w[0].isupper() or not w[0].isalpha() for w in name.split()) and not _is_known(name, seats):
        yield Fault(
            at(part),
            Said(f"địa danh “{name}” không viết hoa", f"the place “{name}” is not capitalised"),
            _as_written(" ".join(w[:1].upper() + w[1:] for w in name.split())),
        )
    elif "," not in told.comma.text:
        mends = _comma(part, told)
        yield Fault(
            at(part),
            Said("thiếu dấu phẩy sau địa danh", "no comma after the place"),
            _as_written(name),
            mends=mends,
        )
    elif told.comma.text.strip() != told.comma.text.rstrip():
        mends = _comma(part, told)
        yield Fault(
            at(part),
            Said("có dấu cách trước dấu phẩy", "a blank before the comma"),
            _as_written(name),
            mends=mends,
        )
    elif seats and not is_spelled(name, seats):
        asked = " hoặc ".join(seats)
        said = Said(
            f"địa danh “{name}”, danh bạ ghi trụ sở là “{asked}”", f"place “{name}”, the seat is “{asked}”"
        )
        yield Fault(at(part), said, _as_written(asked))


def _is_known(name: str, seats: Sequence[str]) -> bool:
    """Written as the directory writes a seat: "Thành phố Hồ Chí Minh", "thị trấn …"."""
    return name[0].isupper() and (name in seats or name.split()[0].lower() in _UNITS)


def _as_written(place: str) -> Said:
    return Said(f"Ghi “{place}, ngày …”.", f"Write “{place}, ngày …”.")


def _comma(part: Part, told: PlaceDate) -> tuple[SetText, ...]:
    if told.comma.start < 0:
        return ()
    return (SetText(part.first.paragraph.key, told.comma.start, told.comma.end, ", "),)


@rule(
    "TT-31",
    Severity.ERROR,
    "Phụ lục I, II.4c",
    asks=(
        "Địa danh và thời gian ở cùng một dòng với số, ký hiệu, canh giữa dưới Quốc hiệu và Tiêu ngữ.",
        "Place and date stand on one line with number and symbol, centred below national name and motto.",
    ),
    mend=(
        "Đặt số, ký hiệu và địa danh, thời gian vào hai ô của cùng một hàng trong bảng đầu trang; Home → Center.",
        "Put number and date into two cells of one row of the heading's table; Home → Center.",
    ),
    wrong="Ngày tháng ở dòng dưới số, ký hiệu",
    right="Số, ký hiệu và ngày tháng trên cùng một hàng của bảng",
    why="Đầu trang đặt trong hộp chữ, hoặc số và ngày ở hai bảng khác nhau: không xác định được vị trí nên chỉ báo là "
    "chưa kiểm tra.",
)
def date_is_level_with_number(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if letter.place_date is None:
        return
    level = None if letter.number is None else _is_level(letter.number, letter.place_date)
    if letter.number is not None and level is None:
        yield unknown(letter.place_date.first, PartName.PLACE_DATE, _ONE_LINE)
    elif level is False:
        yield Fault(
            at(letter.place_date), Said("không cùng dòng với số, ký hiệu", "not on the line of the number")
        )
    elif letter.state is not None and _is_elsewhere(letter.state, letter.place_date):
        yield Fault(
            at(letter.place_date), Said("không ở cột của Quốc hiệu", "not in the national name's column")
        )
    else:
        yield from centre_faults(letter.place_date, letter.motto, letter.state)


def _is_level(number: Part, place_date: Part) -> bool | None:
    """Whether both stand on one line; None where it cannot be told."""
    left, right = number.first.paragraph, place_date.first.paragraph
    if left.frame.box is not None or right.frame.box is not None:
        return None
    if left.frame.cell is not None and right.frame.cell is not None:
        same = left.frame.cell.table == right.frame.cell.table
        return left.frame.cell.row == right.frame.cell.row if same else None
    if (left.frame.cell is None) != (right.frame.cell is None):
        return None
    return left.key == right.key


def _is_elsewhere(state: Part, place_date: Part) -> bool:
    """Wholly beside the column of Quốc hiệu."""
    above, below = extent(state.first), extent(place_date.first)
    if above is None or below is None:
        return False
    frames = (state.first.paragraph.frame, place_date.first.paragraph.frame)
    return all(f.box is None for f in frames) and (below.right <= above.left or below.left >= above.right)


@rule(
    "TT-32",
    Severity.ERROR,
    "Phụ lục I, II.4b",
    asks=(
        "Thời gian ban hành là ngày, tháng, năm văn bản được ban hành.",
        "The date is the day on which the document is issued.",
    ),
    mend=("Sửa lại ngày, tháng, năm.", "Correct the date."),
    wrong="ngày 31 tháng 4 năm 2021",
    right="ngày 30 tháng 4 năm 2021",
    why="Ngày ở tương lai so với ngày kiểm tra chỉ là cảnh báo.",
)
def date_is_real(case: Case) -> Iterator[Fault]:
    found = _told(case.letter)
    if found is None:
        return
    part, told = found
    day, month = told.day.value, told.month.value
    if told.date is not None:
        if told.date > case.today:
            said = Said(
                f"ngày ở tương lai (hôm nay là {case.today:%d/%m/%Y})",
                f"in the future (today is {case.today})",
            )
            yield Fault(at(part), said, severity=Severity.WARNING)
    elif (day is not None and month is not None and told.year.value) or not 1 <= (month or 1) <= 12:
        yield Fault(at(part), Said("không có ngày này trong lịch", "there is no such day"))
