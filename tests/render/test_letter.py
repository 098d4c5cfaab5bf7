"""A directive becomes a letter's words: everything stated stands in it, once, in the order of the
law's model."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import RenderError
from engine.model.plan import Addressee
from engine.render.letter import compose, render_sources
from engine.render.view import Block, LetterView
from engine.wording.inline import plain_text
from tests.render.making import DECISION, OFFICIAL_LETTER, PLAN_TYPE, TELEGRAM, directive, sources, template


def _view(doctype: Any = OFFICIAL_LETTER, **changes: Any) -> LetterView:
    return compose(sources(directive(**changes), doctype)).view


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    return [b.label + plain_text(b.text) for b in blocks]


def _one(**task: Any) -> str:
    """The line of the first of two tasks."""
    lines = _lines(_view(tasks=[{"text": "Triển khai cài đặt."} | task, {"text": "Việc khác."}]).blocks)
    return next(line for line in lines if line.startswith("1. "))


def test_the_heading_names_issuer_number_place_and_day() -> None:
    view = _view()
    assert view.issuer_lines == ("ỦY BAN NHÂN DÂN", "HUYỆN AN LÃO")
    assert (view.number, view.symbol, view.place) == ("1186", "UBND-VP", "An Lão")
    assert view.date == "ngày 16 tháng 7 năm 2021"
    assert view.superior_lines == ()


def test_a_managing_agency_stands_above_the_issuer() -> None:
    view = _view(issuer="bhxh")
    assert view.superior_lines == ("BẢO HIỂM XÃ HỘI", "THÀNH PHỐ HẢI PHÒNG")
    assert view.issuer_lines == ("BẢO HIỂM XÃ HỘI", "HUYỆN AN LÃO")


def test_a_draft_is_marked_and_leaves_number_and_day_to_the_pen() -> None:
    view = compose(sources(directive(), number=None)).view
    assert view.draft == "DỰ THẢO"
    assert view.number.strip() == ""
    assert view.date == "ngày      tháng 7 năm 2021"
    assert _view().draft == ""


def test_a_number_below_ten_is_padded() -> None:
    assert compose(sources(directive(), number=7)).view.number == "07"


def test_the_pair_drops_to_twelve_where_the_date_would_not_fit() -> None:
    assert compose(sources(directive(issuer="hcm", date="2026-12-29"))).size == 13
    assert compose(sources(directive())).size == 14


def test_one_addressee_has_no_mark_and_several_end_with_a_full_stop() -> None:
    assert _view(recipients=["phong"]).addressees == ("Phòng Giáo dục và Đào tạo huyện An Lão",)
    assert _view(recipients=["phong", {"who": "xa", "as": "các xã"}]).addressees == (
        "Phòng Giáo dục và Đào tạo huyện An Lão;",
        "Các xã.",
    )


def test_the_text_ends_once() -> None:
    lines = _lines(_view(closing="Yêu cầu thực hiện./.").blocks)
    assert [line for line in lines if "./." in line] == ["Yêu cầu thực hiện./."]


def test_tasks_are_numbered_to_four_levels() -> None:
    tree = {
        "title": "Giao Sở:",
        "tasks": [{"text": "A:", "tasks": [{"text": "B:", "tasks": [{"text": "C."}]}]}, {"text": "D."}],
    }
    blocks = _view(tasks=[tree, {"text": "E."}]).blocks
    assert [(b.kind, b.label) for b in blocks[1:-1]] == [
        ("clause-title", "1. "),
        ("point", "a) "),
        ("dash", "- "),
        ("plus", "+ "),
        ("point", "b) "),
        ("clause", "2. "),
    ]


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"deadline": {"before": "2021-08-15"}}, "Thời hạn hoàn thành: trước ngày 15/8/2021."),
        ({"deadline": {"every": {"each": "month", "day": 25}}}, "Định kỳ thực hiện: ngày 25 hằng tháng."),
        ({"targets": [{"id": "c", "measure": "học sinh", "value": "100%"}]}, "Chỉ tiêu: 100% học sinh."),
        (
            {"report": {"to": "ubnd", "through": "bhxh", "deadline": "2021-08-15"}},
            "Kết quả thực hiện báo cáo về Ủy ban nhân dân huyện An Lão (qua Bảo hiểm xã hội huyện An Lão), "
            "chậm nhất ngày 15/8/2021.",
        ),
        ({"adds_to_report": "báo cáo tháng"}, "Nội dung này được bổ sung vào báo cáo tháng."),
    ],
)
def test_what_only_the_structure_states_is_put_into_words(stated: dict[str, Any], sentence: str) -> None:
    assert _one(**stated) == f"1. Triển khai cài đặt. {sentence}"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Xong trước ngày 15/8/2021.", {"deadline": {"before": "2021-08-15"}}),
        ("Đạt 100% học sinh.", {"targets": [{"id": "c", "measure": "học sinh", "value": "100%"}]}),
        (
            "Báo cáo UBND huyện trước 15/8/2021.",
            {"report": {"to": "ubnd", "deadline": {"before": "2021-08-15"}}},
        ),
        ("Không in.", {"deadline": {"before": "2021-08-15", "print": "never"}}),
    ],
)
def test_what_the_words_already_say_is_not_said_twice(text: str, stated: dict[str, Any]) -> None:
    assert _one(text=text, **stated) == f"1. {text}"


def test_always_says_it_all_the_same() -> None:
    text = "Xong trước ngày 15/8/2021."
    deadline = {"before": "2021-08-15", "print": "always", "bold": True}
    assert _one(text=text, deadline=deadline).endswith("Thời hạn hoàn thành: trước ngày 15/8/2021.")


def test_a_deadline_after_another_task_names_its_place() -> None:
    tasks = [
        {"id": "lap", "text": "Lập danh sách."},
        {"text": "Rà soát.", "deadline": {"offset": {"days": 3, "after": "task", "task": "lap"}}},
    ]
    assert (
        "trong thời hạn 03 ngày làm việc kể từ ngày hoàn thành nhiệm vụ tại khoản 1."
        in _lines(_view(tasks=tasks).blocks)[2]
    )


def test_an_act_is_cited_in_full_once_and_then_short() -> None:
    act = {
        "id": "cv",
        "act": "4218/VP-VX",
        "type": "cong-van",
        "date": "2020-12-07",
        "issuer": "ubnd",
        "about": "về việc tuyên truyền",
    }
    view = _view(
        bases=[act], opening="Thực hiện [[cv]], yêu cầu:", tasks=[{"text": "Theo [[cv]]."}, {"text": "B."}]
    )
    lines = _lines(view.blocks)
    assert lines[0].startswith(
        "Thực hiện Công văn số 4218/VP-VX ngày 07/12/2020 của Ủy ban nhân dân huyện An Lão về việc"
    )
    assert lines[1] == "1. Theo Công văn số 4218/VP-VX."
    assert view.bases == ()


def test_uncited_bases_form_the_block_and_count_as_the_first_mention() -> None:
    acts = [
        {"title": "Bảo hiểm xã hội", "type": "luat"},
        {"id": "cv", "act": "4218/VP-VX", "type": "cong-van", "as": "line"},
    ]
    view = _view(bases=acts, opening="Theo [[cv]]:")
    assert [plain_text(line) for line in view.bases] == [
        "Căn cứ Luật Bảo hiểm xã hội;",
        "Căn cứ Công văn số 4218/VP-VX.",
    ]
    assert _lines(view.blocks)[0] == "Theo Công văn số 4218/VP-VX:"


def test_a_letter_for_one_recipient_names_it_its_lines_and_its_share() -> None:
    target = {
        "id": "ct",
        "measure": "người",
        "value": "100%",
        "table": [{"of": "phong", "value": "95%"}, {"of": "bhxh", "value": "90%"}],
    }
    spec = directive(per="recipient", targets=[target], opening="Kính gửi [[recipient]] chỉ tiêu [[ct]]:")
    phong = Addressee("phong", "Phòng Giáo dục", "PGD", 1, "folder", lines=("Riêng đơn vị có 12 người.",))
    view = compose(sources(spec, addressee=phong)).view
    assert view.addressees == ("Phòng Giáo dục",)
    assert _lines(view.blocks)[:2] == ["Riêng đơn vị có 12 người.", "Kính gửi Phòng Giáo dục chỉ tiêu 95%:"]
    assert not any(b.kind == "table" for b in view.blocks)
    assert any(b.kind == "table" for b in compose(sources(directive(targets=[target]))).view.blocks)


def test_a_named_type_prints_its_name_subject_and_roman_sections() -> None:
    sections = [
        {"heading": "Mục đích", "tasks": [{"text": "A."}]},
        {
            "heading": "Nhiệm vụ",
            "sections": [{"heading": "Chung", "tasks": [{"text": "B."}, {"text": "C."}]}],
        },
    ]
    view = _view(PLAN_TYPE, type="ke-hoach", tasks=[], sections=sections, closing=None, recipients=[])
    assert view.type_lines == ("KẾ HOẠCH",)
    assert view.subject_lines == ("Triển khai VssID cho học sinh",)
    assert _lines(view.blocks)[1:] == ["I. MỤC ĐÍCH", "A.", "II. NHIỆM VỤ", "1. Chung", "a) B.", "b) C./."]
    assert "Như trên;" not in view.receivers


def test_deep_sections_and_roman_tasks_keep_their_rank() -> None:
    deep = {
        "heading": "A",
        "sections": [{"heading": "b", "sections": [{"heading": "c", "tasks": [{"text": "D."}]}]}],
    }
    view = _view(PLAN_TYPE, type="ke-hoach", tasks=[], sections=[deep], opening=None, closing=None)
    assert _lines(view.blocks) == ["I. A", "1. b", "a) c", "- D./."]
    act = {"id": "cv", "act": "4/VP", "type": "cong-van"}
    tasks = [{"title": "Theo [[cv]]", "tasks": [{"text": "Một."}]}, {"text": "Hai."}]
    roman = _view(numbering="roman", tasks=tasks, bases=[act], opening=None, closing=None).blocks
    assert [(b.kind, b.label) for b in roman] == [("section", "I. "), ("clause", ""), ("clause", "II. ")]
    assert plain_text(roman[0].text) == "THEO CÔNG VĂN SỐ 4/VP"


def test_a_decision_has_its_authority_and_bold_articles() -> None:
    sections = [{"heading": "Thành lập tổ", "text": "Thành lập."}, {"text": "Chánh Văn phòng thi hành."}]
    sign = {"authority": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": "A"}
    view = _view(
        DECISION,
        type="quyet-dinh",
        issuer="bhxh",
        tasks=[],
        sections=sections,
        opening=None,
        closing=None,
        sign=sign,
    )
    assert view.authority_lines == ("GIÁM ĐỐC BẢO HIỂM XÃ HỘI HUYỆN AN LÃO",)
    assert view.enacting == "QUYẾT ĐỊNH:"
    assert view.subject_lines == ("Về việc triển khai VssID cho học sinh",)
    assert _lines(view.blocks) == [
        "Điều 1. Thành lập tổ",
        "Thành lập.",
        "Điều 2. Chánh Văn phòng thi hành./.",
    ]
    assert view.blocks[0].text[0].bold
    assert not view.blocks[2].text[-1].bold


def test_receivers_purposes_filing_and_drafter() -> None:
    copies = ["BHXH thành phố;", {"to": "Chủ tịch", "purpose": "để b/c"}]
    view = _view(
        copies=copies, file={"units": ["VT", "QLT"], "copies": 2}, drafting={"initials": "PL", "copies": 300}
    )
    assert view.receivers == ("Như trên;", "BHXH thành phố;", "Chủ tịch (để b/c);")
    assert (view.filing, view.drafter) == ("Lưu: VT, QLT (2).", "PL.(300)")


def test_appendices_are_numbered_in_roman_and_end_on_their_own() -> None:
    appendices = [
        {
            "id": "a",
            "title": "Hướng dẫn",
            "kind": "Hướng dẫn",
            "body": [{"heading": "Một"}, {"steps": [{"text": "Mở."}, {"text": "- Ảnh."}]}],
        },
        {
            "id": "b",
            "title": "Danh sách",
            "body": [{"table": {"columns": ["TT", "Tên"], "rows": [["1", "A"]]}}],
        },
        {"id": "c", "title": "Ngoài", "external": True},
    ]
    view = _view(appendices=appendices, medium="paper")
    assert [a.label for a in view.appendices] == ["Phụ lục I", "Phụ lục II"]
    assert _lines(view.appendices[0].blocks) == ["Một", "Bước 1: Mở.", "Bước 2:", "- Ảnh./."]
    closing = view.appendices[1].blocks[-1].table
    assert closing is not None
    assert closing.closes
    assert view.appendices[0].attached_to == (
        "(Kèm theo Công văn số 1186/UBND-VP ngày 16 tháng 7 năm 2021 của Ủy ban nhân dân huyện An Lão)"
    )
    assert "1186" not in _view(appendices=appendices).appendices[0].attached_to


def test_pictures_are_carried_in_the_file_and_a_lost_one_is_a_problem() -> None:
    target = io.BytesIO()
    Image.new("RGB", (600, 1200), "white").save(target, "PNG")
    appendix = {"id": "a", "title": "H", "body": [{"steps": [{"text": "Mở.", "images": ["a&b.png"]}]}]}
    spec = directive(appendices=[appendix])
    made = render_sources(sources(spec, pictures={"a&b.png": target.getvalue()}), template("cong-van"))
    document = Document(io.BytesIO(made))
    assert len(document.inline_shapes) == 1
    assert document.inline_shapes[0].height.mm <= 170.1
    with pytest.raises(RenderError):
        render_sources(sources(spec), template("cong-van"))


@pytest.mark.parametrize("doctype", [OFFICIAL_LETTER, PLAN_TYPE, DECISION, TELEGRAM])
def test_every_template_prints_every_word_of_the_view(doctype: Any) -> None:
    spec = directive(type=doctype.id, contacts=[{"name": "Bà Nguyễn & Trần", "phone": "0979 <1>"}])
    source = sources(spec, doctype)
    made = render_sources(source, template(doctype.template))
    assert made == render_sources(source, template(doctype.template))
    text = "\n".join(p.text for p in Document(io.BytesIO(made)).paragraphs)
    for block in compose(source).view.blocks:
        assert plain_text(block.text) in text


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [("urgency", "hoa-toc", "HỎA TỐC"), ("secrecy", "mat", "MẬT")],
)
def test_stamps_are_boxed_in_red(key: str, value: str, printed: str) -> None:
    view = _view(**{key: value})
    assert [s.text for s in view.stamps] == [printed]
    assert _view(circulation="luu-hanh-noi-bo").top_marks == ("LƯU HÀNH NỘI BỘ",)


def test_the_contact_line_is_printed_on_request() -> None:
    assert _view().contact_lines == ()
    assert _view(footer_contact=True).contact_lines[0].startswith("Địa chỉ: Số 17")


def test_a_telegram_names_its_addressees_once() -> None:
    view = _view(TELEGRAM, type="cong-dien")
    assert len(view.addressees) == 2
    assert view.receivers == ("Như trên;", "BHXH thành phố;")


def test_a_plan_without_kinh_gui_lists_its_recipients_among_the_receivers() -> None:
    view = _view(PLAN_TYPE, type="ke-hoach", recipients=["phong"])
    assert view.addressees == ()
    assert view.receivers == ("Phòng Giáo dục và Đào tạo huyện An Lão;", "BHXH thành phố;")


def test_a_target_given_to_some_names_them() -> None:
    target = {"id": "c", "measure": "hộ được cấp thẻ", "value": ">= 90%", "for": "xa"}
    lines = _lines(_view(targets=[target]).blocks)
    assert "Chỉ tiêu giao Ủy ban nhân dân các xã, thị trấn: ít nhất 90% hộ được cấp thẻ." in lines


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=60
)


@given(_TEXT, _TEXT)
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_can_be_opened_and_read_again(opening: str, title: str) -> None:
    """Markup, quotes, braces and rare letters neither break the file nor run as a template."""
    spec = directive(
        opening=f"a{opening}z", tasks=[{"title": f"a{title}z", "text": "x"}], subject="s {{ 7*7 }} & <b>"
    )
    source = sources(spec)
    made = Document(io.BytesIO(render_sources(source, template("cong-van"))))
    text = "\n".join(p.text for p in made.paragraphs)
    for block in compose(source).view.blocks:
        assert unicodedata.normalize("NFC", plain_text(block.text)) in text
    assert any("{{ 7*7 }} & <b>" in cell.text for row in made.tables[0].rows for cell in row.cells)
