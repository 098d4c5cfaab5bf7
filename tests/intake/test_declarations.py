"""A declaration is read whoever typed it; what is not understood is told and never guessed."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from engine.intake.declarations import read_declaration
from engine.intake.values import Declared, FileReading
from engine.messages.catalogue import describe, is_code
from engine.model.person import Person
from engine.word.reading import read_word

from .declared_people import DAY, SECRET, library, shipped_lists
from .retyped import Piece, scanned, typed

PART_I = "I. Áp dụng đối với người tham gia tra cứu không thấy mã số BHXH do cơ quan BHXH cấp"
PART_II = "II. Áp dụng đối với người tham gia đã có mã số BHXH đề nghị đăng ký, điều chỉnh thông tin"
HOA = {
    "name": "NGUYỄN THỊ HOÀ",
    "birth": "1985-03-07",
    "gender": "nu",
    "identifiers.citizen_id": "031185000123",
    "identifiers.social_number": "3109876543",
}
NEW_ID = {"identifiers.citizen_id": "031185000999"}


def read(data: bytes) -> FileReading:
    word = read_word(data, "to-khai.docx")
    return read_declaration(word, {}, library().forms, shipped_lists(), DAY, SECRET)


def retyped(*pieces: Piece, **how: Any) -> Declared:
    """The one declaration that is read without any doubt."""
    reading = read(typed(pieces, **how))
    assert [p.code for p in reading.problems] == []
    assert len(reading.people) == 1
    return reading.people[0]


def told(person: Person) -> dict[str, str]:
    return {path: str(value.value) for path, value in person.told().items()}


def codes(reading: FileReading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_labels_without_brackets_and_several_on_a_line() -> None:
    found = retyped(
        "TỜ KHAI",
        PART_I,
        "Họ và tên: NGUYỄN THỊ HOÀ   Giới tính: Nữ",
        "Ngày tháng năm sinh: 7/3/1985 Số CCCD: 031185000123",
        PART_II,
        "Mã số BHXH: 3109876543",
        "Họ và tên:",
        "Số CMND/CCCD/Hộ chiếu: 031185000999",
        "Nội dung thay đổi, yêu cầu khác: Bổ sung số CCCD: 031185000999, ngày sinh: 7/3/1985",
        "Hồ sơ kèm theo: Bản sao CCCD",
        "Kiến An, ngày 5 tháng 10 năm 2022",
        "NGƯỜI KÊ KHAI",
        "Nguyễn Thị Hoà",
    )
    assert told(found.record) == HOA
    assert told(found.changes) == NEW_ID
    assert found.request == "Bổ sung số CCCD: 031185000999, ngày sinh: 7/3/1985"
    assert found.more == {"change.attachments": "Bản sao CCCD"}


@pytest.mark.parametrize("torn", [1, 3, 7])
def test_runs_cut_anywhere_are_one_text(torn: int) -> None:
    found = retyped(
        "TỜ KHAI",
        "[01]. Họ và tên (viết chữ in hoa):.......NGUYỄN THỊ HOÀ.......[02]. Giới tính: Nữ",
        "[03]. Ngày, tháng, năm sinh: 07/03/1985....[06]. Số CMND/CCCD/Hộ chiếu: 031185000123……",
        "[13]. Mã số BHXH: __3109876543__ [14]. Điều chỉnh thông tin cá nhân:",
        "[14.1]. Họ và tên:……………… [14.5]. Số CMND/CCCD/Hộ chiếu:…………031185000999",
        torn=torn,
    )
    assert told(found.record) == HOA
    assert told(found.changes) == NEW_ID


def test_the_second_numbering_of_2023_is_read_by_its_names() -> None:
    found = retyped(
        "TỜ KHAI",
        "[01]. Họ và tên (viết chữ in hoa): NGUYỄN THỊ HOÀ.....[02]. Giới tính: Nữ",
        "[06]. Số CCCD/ĐDCN/Hộ chiếu: .........",
        "[11]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:",
        "[12]. Số nhà, đường/phố, thôn/xóm: Số 5",
        "[13]. Xã: An Dương [14]. Huyện: Thuỷ Nguyên [15]. Tỉnh: Hải Phòng",
        "[16]. Kê khai Phụ lục Thành viên hộ gia đình (phụ lục kèm theo) đối với người tham gia",
        PART_II,
        "[17]. Mã số BHXH: 3109876543",
        "[18]. Điều chỉnh thông tin cá nhân:",
        "[18.4]. Nơi đăng ký khai sinh: Xã: Nam Sơn, Huyện: Kiến An, Tỉnh: Hải Phòng",
        "[18.5]. Số CCCD/ĐDCN/Hộ chiếu: 031185000999…………",
        "[22]. Nội dung thay đổi, yêu cầu khác:",
        "Bổ sung số ĐDCN",
        "Đổi nơi khai sinh",
    )
    address = found.record.contact.address
    assert address is not None
    assert address.value.detail == "Số 5"
    assert address.value.district is not None
    assert address.value.district.name == "Thuỷ Nguyên"
    birthplace = found.changes.birthplace
    assert birthplace is not None
    assert birthplace.value.commune is not None
    assert birthplace.value.commune.name == "Nam Sơn"
    assert found.changes.identifiers.citizen_id is not None
    assert found.record.identifiers.citizen_id is None
    assert found.request == "Bổ sung số ĐDCN Đổi nơi khai sinh"


def test_values_in_cells_beside_their_labels() -> None:
    found = retyped(
        "TỜ KHAI THAM GIA",
        [
            ["[01] Họ và tên", "NGUYỄN THỊ HOÀ", "[02] Giới tính", "☐ Nam ☑ Nữ"],
            ["[03] Ngày sinh", "07/03/1985", "[06] Số CMND/CCCD/Hộ chiếu", "031185000123"],
            ["[13] Mã số BHXH", "3 1 0 9 8 7 6 5 4 3", "", ""],
            ["[14] Điều chỉnh thông tin cá nhân", "", "", ""],
            ["[14.1] Họ và tên", "", "[14.2] Giới tính", ""],
            ["[14.5] Số CCCD/ĐDCN/Hộ chiếu", "031185000999", "", ""],
        ],
    )
    assert told(found.record) == HOA
    assert told(found.changes) == NEW_ID


def test_values_in_cells_below_their_labels() -> None:
    found = retyped(
        "TỜ KHAI",
        [
            ["Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Số CCCD", "Mã số BHXH"],
            ["NGUYỄN THỊ HOÀ", "Nữ", "07/03/1985", "031185000123", "3109876543"],
        ],
        "Điều chỉnh thông tin cá nhân:",
        [["Họ và tên", "Số CMND/CCCD/Hộ chiếu"], ["", "031185000999"]],
    )
    assert told(found.record) == HOA
    assert told(found.changes) == NEW_ID


def test_letters_of_an_old_font_are_read() -> None:
    lines = (
        "Tê KHAI",
        "[01]. Hä vµ tªn: NguyÔn ThÞ Hoµ........[02]. Giíi tÝnh: N÷",
        "[03]. Ngµy, th¸ng, n¨m sinh: 07/03/1985 [06]. Sè CMND/CCCD/Hé chiÕu: 031185000123",
        "[13]. M· sè BHXH: 3109876543 [14]. §iÒu chØnh th«ng tin c¸ nh©n:",
        "[14.5]. Sè CMND/CCCD/Hé chiÕu: 031185000999",
    )
    for font in (".VnTime", ""):
        found = retyped(*lines, font=font)
        assert told(found.record) == HOA | {"name": "Nguyễn Thị Hoà"}
        assert told(found.changes) == NEW_ID
        assert found.record.name is not None
        assert found.record.name.repairs


def test_names_with_slips_are_read_and_told() -> None:
    reading = read(
        typed(
            [
                "TO KHAI",
                "[01] Ho va ten (viet chu in hoa): NGUYEN THI HOA.... [02] Goi tinh: Nu",
                "[03] Ngay, thang nam sinh: 07/3/1985 [06] Số CMDN/CCCD/Hộ chiếu 031185000123",
                "[13] Mã sô BHXH 3109876543 [14] Điều chình thông tin cá nhân",
                "[14.5] Số CMNDCCCD/Hộ chíêu: 031185000999",
            ]
        )
    )
    assert told(reading.people[0].record) == HOA | {"name": "NGUYEN THI HOA"}
    assert told(reading.people[0].changes) == NEW_ID
    assert set(codes(reading)) == {"INTAKE-DECLARATION-NEAR"}


def test_a_declaration_without_a_second_part_declares_what_it_says() -> None:
    found = retyped(
        "TỜ KHAI", "Họ tên: Nguyễn Thị Hoà", "Giới tính: Nữ", "Ngày sinh: 1985", "Số CMND: 031185000123"
    )
    assert told(found.changes) == told(found.record)


def test_with_a_second_part_left_blank_nothing_is_declared_anew() -> None:
    found = retyped(
        "TỜ KHAI", "[01] Họ và tên: NGUYỄN THỊ HOÀ", "[13] Mã số BHXH: 3109876543", "[14] Điều chỉnh thông tin cá nhân",
        "[14.1] Họ và tên:……", "[14.5] Số CMND/CCCD/Hộ chiếu:…………",
    )  # fmt: skip
    assert found.changes == Person()


def test_several_declarations_in_one_file_are_told_apart() -> None:
    one = ["[01] Họ và tên: NGUYỄN THỊ HOÀ", "Ngày sinh: 1985", "Giới tính: Nữ", "Mã số BHXH: 3109876543"]
    two = [
        "[01] Họ và tên: TRẦN VĂN BA",
        "Ngày sinh: 32/1/1990",
        "Giới tính: x Nam   Nữ",
        "Mã số BHXH: 0109876543",
    ]
    heads = [
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "TỜ KHAI",
        "THAM GIA, ĐIỀU CHỈNH THÔNG TIN",
    ]
    reading = read(typed([*heads, *one, "XÁC NHẬN CỦA ĐƠN VỊ", *heads, *two]))
    names = [told(person.record)["name"] for person in reading.people]
    assert names == ["NGUYỄN THỊ HOÀ", "TRẦN VĂN BA"]
    assert told(reading.people[1].record)["gender"] == "nam"
    assert [p.where.path for p in reading.problems] == ["Tờ khai 2, Ngày sinh"]


def test_the_household_is_read_from_its_table() -> None:
    heads = [
        "Stt",
        "Họ và tên",
        "Mã số BHXH",
        "Ngày tháng năm sinh",
        "Giới tính",
        "Mối quan hệ với chủ hộ",
        "Số CCCD",
    ]
    found = retyped(
        "TỜ KHAI", "Họ và tên: NGUYỄN THỊ HOÀ", "Giới tính: Nữ", "Ngày sinh: 1985", "Số CMND: 031185000123",
        "Phụ lục Thành viên hộ gia đình", "Họ và tên chủ hộ: Trần Văn Ba",
        [heads, ["A", "B", "1", "2", "3", "7", "8"], ["1", "Trần Văn Ba", "", "1/2/1980", "Nam", "Chủ hộ", ""],
         ["2", "Nguyễn Thị Hoà", "", "1985", "Nữ", "Vợ", ""], ["", "", "", "", "", "", ""]],
    )  # fmt: skip
    assert told(found.record)["name"] == "NGUYỄN THỊ HOÀ"
    assert found.more["household.head"] == "Trần Văn Ba"
    assert found.more["member.name#1"] == "Trần Văn Ba"
    assert found.more["member.relation#2"] == "Vợ"
    assert "member.name#3" not in found.more


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("[14.5]. Số CMND/CCCD/Hộ chiếu: 03118500012", "PEOPLE"),
        ("[99]. Cái gì đó: 123456789", "INTAKE-DECLARATION-LABEL"),
        ("một dòng lạ 012345678901", "INTAKE-DECLARATION-UNREAD"),
        ("[05]. Dân tộc: Sao Hoả", "INTAKE-DECLARATION-CODE"),
        ("[01]. Họ và tên: TRẦN VĂN BA", "INTAKE-DECLARATION-TWICE"),
    ],
)
def test_what_cannot_be_read_is_told_without_its_numbers(line: str, code: str) -> None:
    start = ["TỜ KHAI", "[01]. Họ và tên: NGUYỄN THỊ HOÀ", "[14.1]. Họ và tên: NGUYỄN THỊ HÒA"]
    reading = read(typed([*start, "[13]. Mã số BHXH: 3109876543", "[07]. Điện thoại: 0912345678", line]))
    found = [problem for problem in reading.problems if problem.code.startswith(code)]
    assert found
    for problem in found:
        assert is_code(problem.code)
        said = describe(problem) + str(problem.where)
        assert not any(number in said for number in ("03118500012", "123456789", "012345678901"))


def test_a_birth_without_its_day_keeps_its_precision() -> None:
    found = retyped(
        "TỜ KHAI", "Họ tên: Trần Văn Ba", "Ngày sinh: ..../5/1990", "Giới tính: Nam", "Số CMND: 012345678"
    )
    assert told(found.record)["birth"] == "1990-05"


def test_what_was_struck_out_is_not_read_and_told() -> None:
    document = docx.Document(
        io.BytesIO(typed(["TỜ KHAI", "Họ tên: Trần Văn Ba", "Giới tính: Nam", "Ngày sinh: 1990"]))
    )
    paragraph = document.add_paragraph("Số CCCD: ")
    paragraph.add_run("031185000123").font.strike = True
    paragraph.add_run(" 031090000999")
    target = io.BytesIO()
    document.save(target)
    reading = read(target.getvalue())
    assert codes(reading) == ["INTAKE-DECLARATION-STRUCK"]
    assert told(reading.people[0].record)["identifiers.citizen_id"] == "031090000999"


def test_what_word_writes_into_an_emptied_box_is_no_value() -> None:
    found = retyped(
        "TỜ KHAI",
        "Họ tên: Trần Văn Ba",
        "Ngày sinh: 1990",
        "Điện thoại: Click or tap here to enter text.",
        "Email: Bấm hoặc gõ nhẹ vào đây để nhập văn bản.",
    )
    assert found.record.contact.phone is None
    assert found.record.contact.email is None


def test_a_scan_is_told() -> None:
    assert codes(read(scanned())) == ["INTAKE-DECLARATION-SCAN"]


def test_another_paper_is_told_by_what_it_is() -> None:
    reading = read(typed(["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BIÊN BẢN HỌP", "Nội dung: họp"]))
    assert codes(reading) == ["INTAKE-DECLARATION-OTHER"]
    assert reading.problems[0].params["looks"] == "BIÊN BẢN HỌP"
    listed = read(typed(["Mẫu D02-LT", "BÁO CÁO TÌNH HÌNH SỬ DỤNG LAO ĐỘNG", "Nội dung: danh sách"]))
    assert listed.problems[0].params["looks"].startswith("D02-LT")


def test_an_empty_file_is_told() -> None:
    assert codes(read(typed([""]))) == ["INTAKE-DECLARATION-EMPTY"]
