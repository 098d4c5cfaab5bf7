"""What a manager reads about a run."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engine.app.pipeline import DeliveryState, RunDescription, Summary, SummaryRow
from engine.errors import Problem, RunError
from flows import words

ROWS = tuple(
    SummaryRow(f"Đơn vị {n}", "12/UBND", 1, 2, date(2022, 8, 31), DeliveryState.DELIVERED) for n in range(80)
)
REFUSED = SummaryRow("Đơn vị hỏng", "12/UBND", 1, 2, None, DeliveryState.FAILED, "hộp thư đầy")
SUMMARY = Summary("kien-an", (*ROWS, REFUSED), ("12/UBND",), "/nhà/văn bản")


def test_the_table_is_short_and_begins_with_the_failures() -> None:
    rows = words.table_rows(SUMMARY)
    assert len(rows) == words.MOST_ROWS
    assert rows[0]["Cơ quan, đơn vị"] == "Đơn vị hỏng"
    assert rows[0]["Tình trạng"] == "LỖI: hộp thư đầy"
    assert rows[1]["Hạn gần nhất"] == "31/08/2022"
    assert (
        words.table_caption(SUMMARY) == "Kết quả phát hành: 50/81 cơ quan, đơn vị, 1 bị lỗi (xếp trên cùng)"
    )


def test_the_report_says_where_the_documents_lie_and_who_was_not_served() -> None:
    page = words.report(RunDescription("kien-an", "Tăng cường thu"), SUMMARY)
    assert "`/nhà/văn bản`" in page
    assert "80/81 cơ quan" in page
    assert "| Bị lỗi | Đơn vị hỏng |" in page


def test_hostile_names_stay_text_in_their_cell() -> None:
    row = SummaryRow("<script>x</script> | [y](javascript:z)\n# to", delivery=DeliveryState.FAILED)
    page = words.report(RunDescription("a", "b\n| c"), Summary("a", (row,)))
    (line,) = [line for line in page.splitlines() if "Bị lỗi" in line]
    assert line == r"| Bị lỗi | &lt;script>x&lt;/script> / \[y](javascript:z) # to |"
    assert page.splitlines()[0] == "# B / c"


def test_many_failures_are_told_in_one_short_line() -> None:
    names = [f"Đơn vị {n}" for n in range(300)]
    problems = [Problem("FLOW-PART-FAILED", params={"part": n, "failed": 300, "total": 300}) for n in names]
    message = words.failure_message(RunError([Problem("AAA"), *problems]))
    assert message.startswith("Chưa phát hành được cho “Đơn vị 0”")
    assert message.endswith("… và 291 lỗi khác")


def test_a_step_says_what_it_did_and_what_it_left_alone() -> None:
    counts = {"done": 2, "kept": 3, "note": ""}
    line = "Soạn văn bản: Xã A: làm xong 2, giữ nguyên 3 đã có từ trước"
    assert words.step_line("render", "Xã A", counts) == line
    assert words.step_line("plan", "", dict.fromkeys(counts, 0)).endswith("không có gì phải làm")


def test_a_failure_is_told_in_the_catalogue_s_words() -> None:
    problem = Problem("FLOW-PART-FAILED", params={"part": "Xã A", "failed": 1, "total": 4})
    assert words.failure_message(RunError(problem)) == "Chưa phát hành được cho “Xã A” (1/4 phần bị lỗi)"


@given(st.text(min_size=1))
def test_every_directive_has_keys_that_prefect_takes(directive: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", words.artifact_key(directive, "tien-do"))
