"""Which form a table is: by the sign or title above it, else by its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.intake.folding import plain, squeezed
from engine.model.form import FormSheet, FormVersion

_LEAST_SHARE = 0.8
_LEAST_SHARE_NAMED = 0.3
_LEAST_MARGIN = 0.1


def told_form(forms: Sequence[FormVersion], above: Iterable[str], keys: Iterable[str]) -> str:
    """The form ("d02-lt") that title and heads speak of; empty for a list of another make.

    A title alone is not enough: a third of the form's columns have to be there.
    """
    texts = [squeezed(plain(text)) for text in above]
    has = frozenset(keys)
    shares = {(f.form, f.version): _share(f, has) for f in forms if f.columns}
    named = {
        f.form: max(shares[(f.form, f.version)], 0.0) for f in forms if f.columns and _is_named(f, texts)
    }
    fit = {form: share for form, share in named.items() if share >= _LEAST_SHARE_NAMED}
    if fit:
        return max(fit, key=lambda form: fit[form])
    best: dict[str, float] = {}
    for (form, _), share in shares.items():
        best[form] = max(best.get(form, 0.0), share)
    ranked = sorted(best.items(), key=lambda one: -one[1])
    if not ranked or ranked[0][1] < _LEAST_SHARE:
        return ""
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - second >= _LEAST_MARGIN else ""


def is_annex(forms: Sequence[FormVersion], above: Iterable[str]) -> bool:
    """Whether the text above a table is the title of a form's annex: its rows are members of a household."""
    titles = {squeezed(plain(line.text)) for form in forms for annex in form.annexes for line in annex.title}
    titles |= {squeezed(plain(annex.name)) for form in forms for annex in form.annexes}
    return any(title and title in squeezed(plain(text)) for text in above for title in titles)


def _share(sheet: FormSheet, keys: frozenset[str]) -> float:
    """How much of form and table are the same: shared keys among all keys of both."""
    own = {column.key for column in sheet.columns if column.key}
    mine = {key for key in keys if not key.startswith("list.link")}
    return len(own & mine) / len(own | mine) if own else 0.0


def _is_named(form: FormVersion, texts: Sequence[str]) -> bool:
    code = squeezed(plain(form.code))
    titles = [squeezed(plain(line.text)) for line in form.title]
    return any(code in text or any(title and title in text for title in titles) for text in texts)
