"""Words beside little boxes of which one is ticked: “☐ Nam ☑ Nữ”, “Nam [x] Nữ [ ]”."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"[☐□▢❏❑○◯]|[☑☒✓✔✗✘■▣⊠●◉\uf0fe\uf0fd\uf0fc]|[\[(][ _.]*[\])]|[\[(]\s*[xX✓vV]\s*[\])]|(?<!\w)[xX](?!\w)"
)
_EMPTY = re.compile(r"[☐□▢❏❑○◯]|[\[(][ _.]*[\])]")


def marked(text: str) -> str:
    """The word whose box is ticked, empty where none is; the text itself without boxes, or with several ticked."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return text
    leads = not text[: marks[0].start()].strip(" ,;:")
    edges = [*(m.start() for m in marks[1:]), len(text)] if leads else [0, *(m.end() for m in marks[:-1])]
    words = []
    for mark, edge in zip(marks, edges, strict=True):
        if _EMPTY.fullmatch(mark[0]):
            continue
        words.append(text[mark.end() : edge] if leads else text[edge : mark.start()])
    chosen = [(word.split() or [""])[0 if leads else -1].strip(",;:/") for word in words]
    if not chosen:
        return "" if any(_EMPTY.fullmatch(m[0]) for m in marks) else text
    return chosen[0] if len(chosen) == 1 and chosen[0] else text
