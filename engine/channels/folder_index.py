"""The index of a delivered directive: who got which files, for people and for spreadsheets."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Mapping, Sequence

from engine.ports import Delivery

Rows = Sequence[tuple[Delivery, Mapping[str, str]]]
"""Each delivery with the digests of its files by the names under which they lie in its folder."""

COLUMNS = ("STT", "Nơi nhận", "Mã cơ quan", "Thư mục", "Tệp", "SHA-256")

_STYLE = (
    'body{font:12pt/1.4 "Times New Roman",serif;margin:2em;color:#000}h1{font-size:15pt;margin:0 0 .3em}'
    "table{border-collapse:collapse}td,th{border:1px solid #666;padding:.3em .6em;text-align:left;"
    "vertical-align:top}th{background:#eee}"
    "code{font-size:8pt;word-break:break-all}@media print{body{margin:0}}"
)


def index_csv(rows: Rows) -> bytes:
    """One line for each file, in UTF-8 with the mark that Excel needs to see it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, (delivery, files) in enumerate(rows, start=1):
        for name, digest in files.items():
            cells = (delivery.recipient_name, delivery.recipient, delivery.folder, name, digest)
            writer.writerow([number, *(_never_a_formula(cell) for cell in cells)])
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def index_html(heading: str, rows: Rows) -> bytes:
    """A page that opens anywhere, without scripts and without anything from elsewhere."""
    title = html.escape(heading)
    heads = "".join(f"<th>{column}</th>" for column in COLUMNS if column != "Thư mục")
    lines = [
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{title}</h1>\n<p>Danh mục nơi nhận và văn bản đã gửi: {len(rows)} nơi nhận.</p>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>",
        *(_html_row(number, *row) for number, row in enumerate(rows, start=1)),
        "</tbody></table></body></html>\n",
    ]
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def _html_row(number: int, delivery: Delivery, files: Mapping[str, str]) -> str:
    """A row for each file, under the recipient's own cells, which span them."""
    span = f' rowspan="{len(files)}"' if len(files) > 1 else ""
    cells = (str(number), html.escape(delivery.recipient_name), html.escape(delivery.recipient))
    recipient = "".join(f"<td{span}>{cell}</td>" for cell in cells)
    listed = [_html_file(delivery.folder, name, digest) for name, digest in files.items()]
    return f"<tr>{recipient}" + "</tr>\n<tr>".join(listed or ["<td></td><td></td>"]) + "</tr>"


def _html_file(folder: str, name: str, digest: str) -> str:
    link = f'<a href="{folder}/{name}">{name}</a>'
    return f"<td>{link}</td><td><code>{html.escape(digest)}</code></td>"


def _never_a_formula(text: str) -> str:
    """Spreadsheets run a cell that begins like a formula: an apostrophe keeps it text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
