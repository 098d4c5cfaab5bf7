"""Citations: in full at the first mention, short afterwards; laws by name only (NĐ 30/2020, Phụ lục I,
II.6a-b)."""

from __future__ import annotations

from collections.abc import Mapping

from engine.model.act import NAMED_ONLY, Act
from engine.wording import dates


def type_name(act: Act, type_names: Mapping[str, str]) -> str:
    """The type with a capital, as a specific document is meant (Phụ lục II, V.6): "Công văn", "Kế hoạch"."""
    name = type_names.get(act.type or "", "") or "Văn bản"
    return name[:1].upper() + name[1:]


def full_citation(act: Act, issuer: str, type_names: Mapping[str, str]) -> str:
    """Type, number, date, issuer and trích yếu; laws by their name alone."""
    if act.oral:
        return act.oral
    kind = type_name(act, type_names)
    if act.type in NAMED_ONLY:
        title = act.title or act.about or ""
        return title if title.lower().startswith(kind.lower()) else f"{kind} {title}".strip()
    parts = [_named(act, kind)]
    if act.date is not None:
        parts.append(dates.on_day(act.date))
    if issuer:
        parts.append(f"của {issuer}")
    if act.about:
        parts.append(act.about)
    return " ".join(parts)


def short_citation(act: Act, type_names: Mapping[str, str]) -> str:
    """Later mentions: type and number only."""
    if act.oral:
        return act.oral
    if act.type in NAMED_ONLY:
        return full_citation(act, "", type_names)
    return _named(act, type_name(act, type_names))


def _named(act: Act, kind: str) -> str:
    if act.act:
        return f"{kind} số {act.act}"
    title = act.title or ""
    return title if title.lower().startswith(kind.lower()) else f"{kind} {title}".strip()


def basis_line(act: Act, issuer: str, type_names: Mapping[str, str]) -> str:
    """One line of the căn cứ block, without its closing mark: "Căn cứ Nghị định số … ngày … của … về …"."""
    if act.text is not None:
        return act.text.rstrip(" ;.")
    return f"{act.lead or 'Căn cứ'} {full_citation(act, issuer, type_names)}".rstrip(" ;.")
