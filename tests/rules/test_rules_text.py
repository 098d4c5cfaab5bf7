"""The words of a text: capitals, spellings, dates, citations, from plain sentences."""

from __future__ import annotations

import pytest

from engine.errors import Severity
from engine.model.agency import Agency, Directory
from engine.rules import capitals
from engine.rules.capitals import goes_on
from engine.rules.written_names import fold, tone, written_names
from tests.rules.good_letters import good
from tests.rules.mutation import broken, findings

_NAMES = written_names(
    Directory.of(
        [
            Agency(id="a", kind="so", name="Sở Thông tin và Truyền thông thành phố Hải Phòng"),
            Agency(id="b", kind="so", name="Sở Y tế tỉnh Lào Cai", short="Sở Y tế"),
            Agency(id="c", kind="ubnd", name="Ủy ban nhân dân huyện An Lão", short="UBND huyện An Lão"),
        ]
    ),
    ("Thành phố Hồ Chí Minh",),
)


def sentence(words: str) -> list[tuple[str, str]]:
    """The rule and severity of what is said of a sentence in a right letter."""
    made = broken(good("cong-van"), lambda d: d.p("Yêu cầu các cơ quan").write(f"{words}./."))
    return [(f.rule, f.severity.value) for f in findings(made, only=[f"TT-{n}" for n in (85, 86, 87, 88)])]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("gửi Sở Thông tin và truyền thông", "Sở Thông tin và Truyền thông"),
        ("gửi Sở y tế", "Sở Y tế"),
        ("gửi sở Y tế", "Sở Y tế"),
        ("gửi Ủy Ban Nhân Dân huyện An Lão", "Ủy ban nhân dân huyện An Lão"),
        ("gửi Uỷ ban Nhân dân huyện An Lão", "Ủy ban nhân dân huyện An Lão"),
        ("tại thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ],
)
def test_names_in_other_capitals_are_found(text: str, right: str) -> None:
    (slip,) = capitals.agencies(text, _NAMES, ("Thành phố Hồ Chí Minh",))
    assert slip.right == right
    assert text[slip.start : slip.end] == slip.found


@pytest.mark.parametrize(
    "text",
    [
        "gửi Sở Thông tin và Truyền thông",
        "gửi Uỷ ban nhân dân huyện An Lão",
        "ỦY BAN NHÂN DÂN HUYỆN AN LÃO",
        "các sở y tế trên cả nước",
        "chính sách y tế",
        "các uỷ ban nhân dân huyện An Lão cũ",
    ],
)
def test_right_names_and_ordinary_words_are_left_alone(text: str) -> None:
    assert list(capitals.agencies(text, _NAMES)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo khoản 2 điều 5 của Luật", "điều 5"),
        ("theo Khoản 2 Điều 5", "Khoản 2"),
        ("quy định tại điều 12", "điều 12"),
        ("quy định tại Điểm đ khoản 2", "Điểm đ"),
        ("tại mục 2 Chương V Nghị định này", "mục 2"),
    ],
)
def test_parts_of_acts_have_the_capitals_of_the_decree(text: str, found: str) -> None:
    assert [s.found for s in capitals.parts_of_acts(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 2 Điều 5 được sửa đổi",
        "a) Khoản 2 Điều 5 được sửa đổi",
        "Bãi bỏ quy định sau. Khoản 3 giữ nguyên",
        "đạt 100 điểm, xếp thứ 5",
        "điều 10 người đi công tác",
        "điều 02 xe ô tô đón đoàn",
        "có mấy điểm a dua",
    ],
)
def test_what_begins_a_sentence_or_counts_is_no_citation(text: str) -> None:
    assert list(capitals.parts_of_acts(text)) == []


def test_folding_keeps_every_letter_in_its_place() -> None:
    for text in ("Uỷ ban", "HOÀ BÌNH", "hoàn toàn", "Khoẻ", "quý", "thuỷ lợi"):
        assert len(fold(text)) == len(text)
    assert tone("Uỷ ban khoẻ") == "Ủy ban khỏe"
    assert tone("hoàn toàn") == "hoàn toàn"


def test_a_word_goes_on_after_letters_and_commas_only() -> None:
    assert goes_on("theo Khoản 2", 5)
    assert not goes_on("1. Khoản 2", 3)
    assert not goes_on("(Khoản 2)", 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Ứng dụng VNeID và VNEID", [("TT-86", "warning")]),
        ("Dịch Covid-19 và COVID-19", [("TT-86", "warning")]),
        ("Gửi thư về vssid@bhxh.gov.vn, trang VssID.gov.vn", []),
        ("Thông báo KHẨN là thông báo khẩn", []),
        ("Công văn số 15/UBND-VX ngày 01/6/2021 của UBND huyện An Lão về việc khác", []),
        ("Khai cơ sở dữ liệu (CSDL) rồi dùng CSDL", []),
        ("Dùng CSDL rồi giải thích cơ sở dữ liệu (CSDL)", [("TT-86", "info")]),
        ("Các đơn vị báo cáo trước ngày 30/7/2021", []),
        ("Các đơn vị báo cáo trước ngày 15/7/2021", [("TT-87", "warning")]),
        ("Người tham gia trước ngày 01/01/2021 được cấp thẻ", []),
        ("Các đơn vị đã báo cáo trước ngày 15/7/2021", []),
        ("Đối với hồ sơ nộp trước ngày 15/7/2021: giải quyết theo quy định cũ", []),
        ("Văn bản gửi trước ngày 15/7/2021 vẫn có giá trị", []),
        ("Hoàn thành trước ngày 31/02/2021", [("TT-87", "warning")]),
        ("Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án", []),
        ("Thực hiện Nghị quyết số 01/NQ-CP ngày 01/01/2021 của Chính phủ về nhiệm vụ", []),
        ("Thực hiện Công văn số 12/PGD&ĐT ngày 01/6/2021 của Phòng Giáo dục và Đào tạo về việc", []),
        ("Thực hiện Thông báo số 12/TB-BCĐ ngày 01/6/2021 của Ban Chỉ đạo 35 về việc phân công", []),
        (
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 01/6/2021 của Chủ tịch UBND thành phố Hải Phòng về việc",
            [],
        ),
        (
            "Thực hiện Thông báo số 12/TB-VP ngày 01/6/2021 của UBND thành phố Hải Phòng về việc",
            [("TT-88", "warning")],
        ),
    ],
)
def test_sentences_and_what_is_said_of_them(words: str, said: list[tuple[str, str]]) -> None:
    assert sentence(words) == said


def test_a_draft_without_a_day_is_measured_by_its_month() -> None:
    def edit(docx) -> None:
        docx.p("An Lão, ngày").replace("16", "    ")
        docx.p("b) Tổng hợp").replace("15 tháng 8", "15 tháng 6")

    found = findings(broken(good("cong-van"), edit), only=["TT-87"])
    assert [f.severity for f in found] == [Severity.WARNING]
