"""When a document takes effect and what it ends or changes, where no paragraph says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.model.act import Act, Amendment
from engine.model.dates import PartialDate
from engine.render.citing import cited_directive, code
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.wording import dates, mentions
from engine.wording.citations import full_citation

_VERBS = {
    "replaces": ("thay thế", r"thay thế|thay cho"),
    "repeals": ("bãi bỏ", r"bãi bỏ|hủy bỏ|hết hiệu lực"),
    "amends": ("sửa đổi, bổ sung", r"sửa đổi|bổ sung|điều chỉnh"),
}


class EffectWords:
    """The sentence on effect of one document."""

    def __init__(self, sources: Sources, prose: Prose):
        self._sources = sources
        self._prose = prose
        self._effect = sources.directive.effect

    def sentence(self, text: str) -> str:
        """ "Quyết định này có hiệu lực thi hành kể từ ngày … và thay thế Quyết định số …."; empty where `text`, the
        letter's wording with blank lines between paragraphs, says it all."""
        if self._effect is None or self._effect.print_ == "never":
            return ""
        changes = tuple(self._changes(text))
        clauses = tuple(c for c in (self._start(text, bool(changes)), *changes) if c)
        if not clauses:
            return ""
        *first, last = clauses
        name = self._sources.doctype.name
        return f"{name[:1].upper()}{name[1:]} này {' và '.join(c for c in (', '.join(first), last) if c)}."

    def _start(self, text: str, changes: bool) -> str:
        effect = self._effect
        assert effect is not None
        said = re.search(r"có hiệu lực|hiệu lực (?:thi hành|kể từ|từ)", mentions.flat(text)) is not None
        said = said and (effect.from_ is None or mentions.says_date(text, effect.from_))
        decides = changes and self._sources.doctype.body == "articles"
        if not (effect.from_ or effect.until or decides) or (effect.print_ == "auto" and said):
            return ""
        start = f"kể từ {_day(effect.from_)}" if effect.from_ else "kể từ ngày ký ban hành"
        until = f" đến hết {_day(effect.until)}" if effect.until else ""
        return f"có hiệu lực thi hành {start}{until}"

    def _changes(self, text: str) -> Iterator[str]:
        effect = self._effect
        assert effect is not None
        for key, (verb, spoken) in _VERBS.items():
            amendments: tuple[Amendment, ...] = getattr(effect, key)
            names = [
                (f"{a.changes} của " if a.changes else "") + self._citation(a)
                for a in amendments
                if effect.print_ == "always" or not self._says(text, spoken, a)
            ]
            if names:
                yield f"{verb} {', '.join(names)}"

    def _says(self, text: str, spoken: str, amendment: Amendment) -> bool:
        """Whether one paragraph has the verb and the other document's number or reference."""
        act = self._act(amendment)
        known = self._sources.known.get(amendment.directive or "")
        number = (act.act if act else None) or amendment.act
        if number is None and known is not None and known.number is not None:
            number = code(known)
        marks = [m for m in (number, f"[[{act.id}]]" if act and act.id else None) if m]
        return any(
            re.search(spoken, part) is not None and any(mentions.flat(mark) in part for mark in marks)
            for part in map(mentions.flat, text.split("\n\n"))
        )

    def _act(self, amendment: Amendment) -> Act | None:
        """The basis that is meant."""
        for act in self._sources.directive.bases:
            if (amendment.act and amendment.act in (act.id, act.act)) or (
                amendment.directive and amendment.directive == act.directive
            ):
                return act
        return None

    def _citation(self, amendment: Amendment) -> str:
        """In full, or short where it was cited before; else the number as written, of this type if its symbol is."""
        act = self._act(amendment)
        if act is not None:
            return self._prose.cite(act)
        if amendment.directive is not None and (amendment.act is None or self._knows(amendment.directive)):
            known = cited_directive(amendment.directive, self._sources)
            return full_citation(known, self._prose.issuer(known), self._sources.type_names)
        doctype = self._sources.doctype
        own = doctype.abbreviation and re.search(rf"/{doctype.abbreviation}-", amendment.act or "")
        name = doctype.name if own else "văn bản"
        return f"{name[:1].upper()}{name[1:]} số {amendment.act}"

    def _knows(self, directive: str) -> bool:
        known = self._sources.known.get(directive)
        return known is not None and known.number is not None


def _day(day: PartialDate) -> str:
    return dates.long_date(day) if day.is_full and not day.clock else dates.on_day(day)
