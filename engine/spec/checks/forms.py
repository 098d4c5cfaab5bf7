"""Forms that are asked for exist and are in force on the day of the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.form import FormVersion
from engine.model.task import FormUse, Produces, Report
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath
from engine.spec.shown_dates import shown_date


def check_forms_are_in_force(dossier: Dossier) -> Iterator[Problem]:
    """The version that is named, or some version, is in force on the day of issue."""
    for path, form, version in _uses(dossier):
        versions = [v for v in dossier.library.forms if v.form == form]
        if not versions:
            continue
        valid = [v for v in versions if v.is_in_force(dossier.directive.date)]
        if version is not None and version not in {v.version for v in versions}:
            shown = ", ".join(v.version for v in versions)
            yield dossier.error(
                (*path, "version"), "SPEC-UNKNOWN-FORM-VERSION", form=form, name=version, known=shown
            )
        elif not valid or (version is not None and version not in {v.version for v in valid}):
            yield _not_in_force(dossier, path, form, version, valid)


def check_forms_in_words_are_declared(dossier: Dossier) -> Iterator[Problem]:
    """A form named in a task's words is asked for in its fields, so that it is enclosed and followed."""
    declared = {form for _, form, _ in _uses(dossier)}
    codes = {v.code: v.form for v in dossier.library.forms if v.form not in declared}
    for path, text in dossier.texts:
        for code, form in sorted(codes.items()):
            if re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text):
                yield dossier.warning(path, "SPEC-FORM-ONLY-IN-TEXT", printed=code, form=form)


def _uses(dossier: Dossier) -> Iterator[tuple[KeyPath, str, str | None]]:
    for path, use in dossier.all(FormUse):
        yield path, use.form, use.version
    for kind in (Produces, Report):
        for path, one in dossier.all(kind):
            if (form := one.form) is not None:  # type: ignore[attr-defined]
                yield (*path, "form"), form, None


def _not_in_force(
    dossier: Dossier, path: KeyPath, form: str, version: str | None, valid: list[FormVersion]
) -> Problem:
    return dossier.error(
        (*path, "version") if version else path, "SPEC-FORM-NOT-IN-FORCE",
        suggestion=valid[0].version if len(valid) == 1 else "",
        form=form, version=version or "…", date=shown_date(dossier.directive.date),
        valid=", ".join(v.version for v in valid) or "…",
    )  # fmt: skip
