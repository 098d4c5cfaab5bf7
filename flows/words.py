"""The Vietnamese words of a run that managers read in Prefect's pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.app.pipeline import DeliveryState, RunDescription, Summary, SummaryRow
from engine.errors import CongvanError
from engine.messages import describe

PAGES = "/v2"
MOST_NAMED = 10
"""Problems or agencies named in one line."""
MOST_ROWS = 50
"""Rows of the table that a page shows at once; failures are always among them."""

STATES = {
    DeliveryState.WAITING: "Chưa làm",
    DeliveryState.RENDERED: "Đã soạn, chưa giao",
    DeliveryState.DELIVERED: "Đã giao",
    DeliveryState.FAILED: "LỖI",
}


def run_name(description: RunDescription) -> str:
    """The run's name: the directive and what is done with it."""
    return f"{description.directive_id} - phát hành"


def artifact_key(directive_id: str, kind: str) -> str:
    """A key that Prefect takes (a-z, 0-9, dashes), the same for each run of a directive."""
    return re.sub(r"[^a-z0-9]+", "-", f"{directive_id}-{kind}".lower()).strip("-")


def failure_message(error: CongvanError) -> str:
    """What went wrong, in a line that a clerk understands; the failed parts come first."""
    problems = sorted(error.problems, key=lambda problem: problem.code != "FLOW-PART-FAILED")
    return shortened([describe(problem).rstrip(".") for problem in problems], "; ", "lỗi khác")


def shortened(names: list[str], between: str, others: str) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return between.join(names[:MOST_NAMED] + ([f"… và {more} {others}"] if more > 0 else []))


def heading(text: str) -> str:
    """A subject as it stands at the top of a page: with a capital letter."""
    return text[:1].upper() + text[1:]


def run_address(server: str, run_id: str) -> str:
    """The run's page, in the server's newer pages: the graph of the older ones drops Vietnamese letters."""
    return f"{server}{PAGES}/runs/flow-run/{run_id}"


STEPS = {
    "check": "Kiểm tra văn bản chỉ đạo",
    "plan": "Lập kế hoạch",
    "number": "Cấp số văn bản",
    "render": "Soạn văn bản",
    "deliver": "Giao văn bản",
    "record": "Ghi sổ và giao việc theo dõi",
}


def step_line(step: str, part: str, counts: Mapping[str, Any]) -> str:
    """What a step did, as a line of the run's log."""
    name = f"{STEPS[step]}: {part}" if part else STEPS[step]
    done = [f"làm xong {counts['done']}"] if counts["done"] else []
    kept = [f"giữ nguyên {counts['kept']} đã có từ trước"] if counts["kept"] else []
    note = [counts["note"]] if counts["note"] else []
    return f"{name}: {', '.join(done + kept + note) or 'không có gì phải làm'}"


def opening_line(description: RunDescription) -> str:
    """What the run is about, as the first line of its log."""
    counts = ", ".join(f"{count} {what}" for what, count in description.counts.items())
    title = heading(description.title)
    return f"{title} ({counts})" if counts else title


def table_rows(summary: Summary) -> list[dict[str, Any]]:
    """The summary's first rows, failures before all others."""
    failed = list(summary.failed)
    others = [row for row in summary.rows if row not in failed]
    return [_row(row) for row in (failed + others)[:MOST_ROWS]]


def _row(row: SummaryRow) -> dict[str, Any]:
    return {
        "Cơ quan, đơn vị": row.agency,
        "Tình trạng": STATES[row.delivery] + (f": {row.failure}" if row.failure else ""),
        "Số, ký hiệu": row.letter or "—",
        "Hạn gần nhất": f"{row.deadline:%d/%m/%Y}" if row.deadline else "—",
        "Văn bản": row.documents,
        "Việc phải làm": row.obligations,
    }


def table_caption(summary: Summary) -> str:
    """What the table shows, and of how many."""
    shown = min(len(summary.rows), MOST_ROWS)
    failed = f", {len(summary.failed)} bị lỗi (xếp trên cùng)" if summary.failed else ", không có lỗi"
    return f"Kết quả phát hành: {shown}/{len(summary.rows)} cơ quan, đơn vị{failed}"


def report(description: RunDescription, summary: Summary) -> str:
    """The page (Markdown) that says what was issued and where the documents lie."""
    delivered = sum(row.delivery is DeliveryState.DELIVERED for row in summary.rows)
    obligations = sum(row.obligations for row in summary.rows)
    facts = [
        ("Văn bản chỉ đạo", _code(description.directive_id)),
        ("Số, ký hiệu", _plain(", ".join(summary.letters)) or "chưa cấp số"),
        ("Đã giao", f"{delivered}/{len(summary.rows)} cơ quan, đơn vị"),
        ("Số việc phải theo dõi", str(obligations)),
        ("Bị lỗi", _plain(shortened([row.agency for row in summary.failed], ", ", "nơi khác")) or "không"),
        ("Thư mục văn bản", _code(summary.folder) if summary.folder else "chưa có"),
    ]
    lines = [f"# {_plain(heading(description.title))}", "", "| Mục | Nội dung |", "|---|---|"]
    return "\n".join(lines + [f"| {name} | {text} |" for name, text in facts])


def _code(text: str) -> str:
    return f"`{' '.join(text.split()).replace('|', '/').replace('`', chr(39))}`"


def _plain(text: str) -> str:
    """Text that stays within its cell and is not read as markup."""
    return (
        " ".join(text.split())
        .replace("|", "/")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("[", "\\[")
    )
