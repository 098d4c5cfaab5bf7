"""What lists, imports, rounds and returned forms gave, as a clerk reads it. Identifiers are not printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli import show
from engine.cli.language import LANG, say
from engine.cli.options import Format
from engine.errors import Problem, Severity
from engine.messages import describe
from engine.messages.campaign import OUTCOMES, STANDINGS, VALUES

if TYPE_CHECKING:
    from engine.app.people.collecting import Collected
    from engine.app.people.importing import Imported
    from engine.app.people.listing import ListLook
    from engine.app.people.rounds import RoundReport
    from engine.intake.values import Table

_LEAST_CHANGES = 20
"""Changed persons that an import tells at least."""

_COUNTED = (
    (Severity.ERROR, ("lỗi", "errors")),
    (Severity.WARNING, ("cảnh báo", "warnings")),
    (Severity.INFO, ("lưu ý", "notes")),
)


def show_look(
    look: ListLook, copy: Path | None, limit: int, format: Format, *, with_columns: bool = False
) -> None:
    """A list that was looked at."""
    if format is Format.JSON:
        show.as_json(_look_data(look, copy))
        return
    for table in look.reading.tables:
        _show_table(table, with_columns)
    placed, aside = len(look.sorted.placed), len(look.sorted.aside)
    show.line(
        say(
            f"{placed + aside} người; xếp được vào đơn vị: {placed} ({look.units} đơn vị); chưa xếp được: {aside}.",
            f"{placed + aside} persons; placed: {placed} ({look.units} units); not placed: {aside}.",
        )
    )
    standing = ", ".join(f"{say(*STANDINGS[name])}: {count}" for name, count in look.by_standing.items())
    if standing:
        show.line(say(f"Đối chiếu với CSDL quốc gia về dân cư: {standing}.", f"Standing: {standing}."))
    show_problems(look.problems, limit)
    _show_copy(copy)


def show_imported(imported: Imported, copy: Path | None, limit: int, format: Format) -> None:
    """An import: what is new, what changed."""
    if format is Format.JSON:
        show.as_json(
            {
                "new": imported.new,
                "changed": imported.changed,
                "same": imported.same,
                "aside": imported.aside,
                "units": imported.units,
                "changes": [
                    {"person": person, "name": name, "values": list(values)}
                    for person, name, values in imported.changes
                ],
                "problems": [show.problem_data(p) for p in imported.problems],
                "copy": str(copy or ""),
            }
        )
        return
    show_problems(imported.problems, limit)
    if imported.changes:
        most = max(limit, _LEAST_CHANGES) if limit else None
        rows = [
            (person, name, ", ".join(say(*VALUES.get(value, (value, value))) for value in values))
            for person, name, values in imported.changes[:most]
        ]
        show.table((say("Mã", "Id"), say("Họ và tên", "Name"), say("Điều đã đổi", "What changed")), rows)
        if more := len(imported.changes) - len(rows):
            show.line(say(f"… và {more} người khác (--limit 0: tất cả)", f"… and {more} more (--limit 0)"))
    told = say(
        f"Mới: {imported.new}; thay đổi: {imported.changed}; như cũ: {imported.same}; "
        f"để riêng: {imported.aside}; số đơn vị: {imported.units}.",
        f"New: {imported.new}; changed: {imported.changed}; as before: {imported.same}; "
        f"set aside: {imported.aside}; units: {imported.units}.",
    )
    show.line(told, "green")
    _show_copy(copy)


def show_round(report: RoundReport, format: Format) -> None:
    """A round that was sent."""
    if format is Format.JSON:
        rows = [{"unit": name, "people": people, "files": files} for name, people, files in report.units]
        show.as_json(
            {
                "round": report.round.round,
                "people": report.round.people,
                "units": rows,
                "folder": report.folder,
            }
        )
        return
    show.table((say("Đơn vị", "Unit"), say("Người", "People"), say("Tệp", "Files")), report.units)
    show.line(
        say(
            f"Đợt {report.round.round}: {sum(u[1] for u in report.units)} người ở {len(report.units)} đơn vị.",
            f"Round {report.round.round}: {sum(u[1] for u in report.units)} persons in {len(report.units)} units.",
        ),
        "green",
    )
    if report.unprinted:
        told = say(
            f"{report.unprinted} người chưa rõ khớp hay chưa khớp nên không có trong biểu nào: "
            "bổ sung cột “Kết quả đối chiếu” rồi nhập lại danh sách.",
            f"{report.unprinted} persons are in no form: nobody said whether they match.",
        )
        show.line(told, "yellow")
    show.line(say(f"Biểu mẫu: {report.folder}", f"Forms: {report.folder}"))


def show_collected(collected: Sequence[Collected], answers: Path | None, limit: int, format: Format) -> None:
    """Returned files and what was decided."""
    if format is Format.JSON:
        show.as_json({"files": [collected_data(one) for one in collected], "answers": str(answers or "")})
        return
    heads = (say("Tệp", "File"), say("Đơn vị", "Unit"), say("Kết quả", "Outcome"))
    rows = [(Path(one.name).name, one.unit_name, _outcome(one)) for one in collected]
    show.table(heads, rows[: limit or None])
    if limit and len(rows) > limit:
        show.line(say(f"… {limit}/{len(rows)} tệp (--limit 0: tất cả)", f"… {limit} of {len(rows)} files"))
    _show_back(collected, limit)
    unread = [p for one in collected if one.state == "unread" for p in one.problems]
    show_problems(unread, limit)
    from engine.app.people.collecting import totals

    words = [f"{say(*OUTCOMES[name])}: {count}" for name, count in totals(collected).items()]
    show.line("; ".join(words) or say("Không có gì mới.", "Nothing new."), "green")
    if answers is not None:
        show.line(say(f"Trả lời cho đơn vị: {answers}", f"Answers for the units: {answers}"))


def _show_back(collected: Sequence[Collected], limit: int) -> None:
    """Who goes back to the units, and why."""
    from engine.app.people.collecting import BACK

    rows = [
        (one.unit_name, decided.says, say(*OUTCOMES[decided.outcome.value]), _why(decided.reasons))
        for one in collected
        if one.state == "decided"
        for decided in one.decided
        if decided.outcome in BACK
    ]
    if not rows:
        return
    show.line()
    heads = (say("Đơn vị", "Unit"), say("Họ và tên", "Name"), say("Kết quả", "Outcome"), say("Vì sao", "Why"))
    show.table(heads, rows[: limit or None])
    if limit and len(rows) > limit:
        show.line(
            say(f"… {limit}/{len(rows)} người (--limit 0: tất cả)", f"… {limit} of {len(rows)} persons")
        )
    show.line()


def _why(reasons: Iterable[str]) -> str:
    return "; ".join(describe(Problem(code), LANG).rstrip(".") for code in reasons)


def collected_data(one: Collected) -> dict[str, Any]:
    """One returned file as JSON data."""
    return {
        "file": one.name,
        "sha256": one.sha256,
        "state": one.state,
        "directive": one.directive,
        "unit": one.unit,
        "unit_name": one.unit_name,
        "counts": dict(one.counts),
        "people": [
            {
                "person": d.person,
                "outcome": d.outcome.value,
                "reasons": list(d.reasons),
                "sheet": d.sheet,
                "cell": d.cell,
                "form": d.form,
                "says": d.says,
            }
            for d in one.decided
        ],
        "problems": [show.problem_data(p) for p in one.problems],
    }


def show_problems(problems: Sequence[Problem], limit: int) -> None:
    """Each kind of problem by its first cell, errors first; `limit` cells of each kind, 0 for all of them."""
    found: dict[tuple[int, str], list[Problem]] = {}
    order = list(Severity)
    for problem in problems:
        found.setdefault((order.index(problem.severity), problem.code), []).append(problem)
    for _, same in sorted(found.items(), key=lambda one: (one[0][0], -len(one[1]), one[0][1])):
        shown = same[: limit or None]
        show.problems(shown)
        if more := len(same) - len(shown):
            show.line(say(f"    … và {more} ô khác như vậy", f"    … and {more} more cells like this"), "dim")
    counts = [(say(*words), sum(p.severity is severity for p in problems)) for severity, words in _COUNTED]
    show.line(", ".join(f"{count} {word}" for word, count in counts if count))


def _show_table(table: Table, with_columns: bool) -> None:
    from engine.intake.values import INTAKE_KEYS
    from engine.model.form_keys import KEYS

    names = {**KEYS, **INTAKE_KEYS}
    form = f", {say('biểu', 'form')} {table.form}" if table.form else ""
    show.line(
        say(
            f"Trang “{table.sheet}”: {len(table.rows)} người, đọc được {len(table.columns)} cột, "
            f"bỏ qua {table.skipped} dòng khác{form}.",
            f"Sheet “{table.sheet}”: {len(table.rows)} persons, {len(table.columns)} columns read, "
            f"{table.skipped} other rows passed over{form}.",
        )
    )
    shown = [c for c in table.columns if with_columns or c.how != "label"]
    for column in shown:
        show.line(f"    {column.label} → {names.get(column.key, column.key)}")
    if table.unread:
        heads = ", ".join(table.unread)
        show.line(say(f"    Không dùng các cột: {heads}", f"    Columns not used: {heads}"))


def _show_copy(copy: Path | None) -> None:
    if copy is not None:
        show.line(say(f"Bản đánh dấu chỗ sai: {copy}", f"Annotated copy: {copy}"))


def _outcome(one: Collected) -> str:
    if one.state == "known":
        return say("đã nhận trước đây, không đổi gì", "received before, nothing changed")
    if one.state == "unread":
        return say("không đọc được", "cannot be read")
    return _listed(f"{say(*OUTCOMES[name])}: {count}" for name, count in one.counts.items())


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words) or say("không có người nào", "nobody in it")


def _look_data(look: ListLook, copy: Path | None) -> dict[str, Any]:
    return {
        "file": str(look.path),
        "sha256": look.reading.sha256,
        "tables": [
            {
                "sheet": t.sheet,
                "form": t.form,
                "rows": len(t.rows),
                "skipped": t.skipped,
                "columns": [{"label": c.label, "key": c.key, "how": c.how} for c in t.columns],
                "unread": list(t.unread),
            }
            for t in look.reading.tables
        ],
        "placed": len(look.sorted.placed),
        "aside": len(look.sorted.aside),
        "units": look.units,
        "standing": dict(look.by_standing),
        "hidden_rows": look.reading.hidden_rows,
        "problems": [show.problem_data(p) for p in look.problems],
        "copy": str(copy or ""),
    }
