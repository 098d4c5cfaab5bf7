"""jsonschema's errors → problems: narrowed to what the clerk meant, placed, with the nearest spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from rapidfuzz import fuzz, process, utils

from engine.errors import Problem
from engine.model.dates import DATE_PATTERN, PERIOD_PATTERN
from engine.model.deadline import HOURS_PATTERN
from engine.model.slug import slug
from engine.model.target import QUANTITY_PATTERN
from engine.spec.json_schema import NAMES
from engine.spec.located import KeyPath, Located, problem_at
from engine.spec.shown_dates import meant_date
from engine.spec.slips import slip_of_key, slip_of_name, whole_number

_NEAR_ENOUGH = 72
_MOST_LISTED = 12

_PATTERN_CODES = {
    DATE_PATTERN: "SPEC-NOT-A-DATE",
    PERIOD_PATTERN: "SPEC-NOT-A-PERIOD",
    QUANTITY_PATTERN: "SPEC-NOT-A-QUANTITY",
    HOURS_PATTERN: "SPEC-NOT-HOURS",
    r"^[^\n]*$": "SPEC-NOT-ONE-LINE",
}
_NAME_CODES = {
    "agencies": "SPEC-UNKNOWN-AGENCY",
    "parties": "SPEC-UNKNOWN-AGENCY",
    "groups": "SPEC-UNKNOWN-GROUP",
    "doctypes": "SPEC-UNKNOWN-DOCTYPE",
    "act-types": "SPEC-UNKNOWN-DOCTYPE",
    "forms": "SPEC-UNKNOWN-FORM",
    "channels": "SPEC-UNKNOWN-CHANNEL",
}
_LIMIT_CODES = {
    "minLength": "SPEC-BLANK",
    "minItems": "SPEC-BLANK",
    "maxLength": "SPEC-TOO-LONG",
    "minimum": "SPEC-OUT-OF-RANGE",
    "maximum": "SPEC-OUT-OF-RANGE",
    "exclusiveMinimum": "SPEC-OUT-OF-RANGE",
    "exclusiveMaximum": "SPEC-OUT-OF-RANGE",
}
_KINDS = {
    "object": ("nhóm khóa", "a group of keys"),
    "array": ("danh sách", "a list"),
    "string": ("chữ", "text"),
    "number": ("số", "a number"),
    "integer": ("số nguyên", "a whole number"),
    "boolean": ("true hoặc false", "true or false"),
}


def schema_problems(validator: Any, located: Located) -> Iterator[Problem]:
    """Every fault that the schema finds in the data, none of them twice."""
    told: set[tuple[str, str]] = set()
    for error in validator.iter_errors(located.data):
        for problem in _problems(validator, error, located, ()):
            key = (problem.code, problem.where.path)
            if key not in told:
                told.add(key)
                yield problem


def _problems(validator: Any, error: Any, located: Located, base: KeyPath) -> Iterator[Problem]:
    path: KeyPath = (*base, *error.relative_path)
    if located.is_broken(path):
        return
    if error.validator in ("anyOf", "allOf"):
        yield from _narrowed(validator, error, located, path)
    elif error.validator == "additionalProperties":
        yield from _unknown_keys(error, located, path)
    elif error.validator == "required":
        yield from _missing_keys(error, located, path)
    else:
        yield _plain(error, located, path)


def _narrowed(validator: Any, error: Any, located: Located, path: KeyPath) -> Iterator[Problem]:
    """Only what is wrong with the branch that the value's shape points at."""
    branches: dict[int, list[Any]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    if NAMES in error.schema and isinstance(error.instance, str):
        yield _plain_names(error, located, path)
        return
    meant = [b for b in branches.values() if not _is_wrong_kind(b)]
    if not meant:
        yield _wrong_kind(error, located, path, [e for b in branches.values() for e in b])
        return
    for inner in min(meant, key=_distance):
        yield from _problems(validator, inner, located, path)


def _is_wrong_kind(errors: list[Any]) -> bool:
    return any(e.validator == "type" and not e.relative_path for e in errors) or any(
        e.validator in ("anyOf", "allOf") and not e.relative_path and not _kinds_fit(e) for e in errors
    )


def _kinds_fit(error: Any) -> bool:
    branches: dict[int, list[Any]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    return any(not _is_wrong_kind(b) for b in branches.values())


def _distance(errors: list[Any]) -> tuple[int, int]:
    """How far a value is from a branch: unknown keys weigh most, then the number of faults."""
    strange = sum(len(list(_extra_keys(e))) for e in errors if e.validator == "additionalProperties")
    return strange, len(errors)


def _extra_keys(error: Any) -> Iterator[str]:
    known = error.schema.get("properties", {})
    yield from (key for key in error.instance if key not in known)


def _unknown_keys(error: Any, located: Located, path: KeyPath) -> Iterator[Problem]:
    known: Mapping[str, Any] = error.schema.get("properties", {})
    free = {key: schema for key, schema in known.items() if key not in error.instance}
    for key in _extra_keys(error):
        slip = slip_of_key(error.instance, key, located, path)
        if slip is not None:
            yield slip
            continue
        place = located.where_key((*path, key))
        listed = ", ".join(sorted(known))
        yield problem_at(place, "SPEC-UNKNOWN-KEY", suggestion=_nearest_key(key, free), key=key, known=listed)


def _nearest_key(key: str, known: Mapping[str, Any]) -> str:
    """The key that was meant: by its own spelling, or by its Vietnamese title (`trich_yeu` → subject)."""
    words = {name: name for name in known}
    words.update({plain(str(schema.get("title", ""))): name for name, schema in known.items()})
    words.pop("", None)
    found = nearest(plain(key), words)
    return words.get(found, "")


def _missing_keys(error: Any, located: Located, path: KeyPath) -> Iterator[Problem]:
    properties = error.schema.get("properties", {})
    for key in error.validator_value:
        if key not in error.instance:
            title = properties.get(key, {}).get("title", key)
            yield problem_at(located.where((*path, key)), "SPEC-MISSING-KEY", key=key, title=title)


def _plain(error: Any, located: Located, path: KeyPath) -> Problem:
    rule, schema = error.validator, error.schema
    if rule == "type":
        return _wrong_kind(error, located, path, [error])
    if rule in ("enum", "const"):
        return _plain_names(error, located, path)
    place = located.where(path)
    shown = _shown(error.instance)
    if rule == "pattern":
        code = pattern_code(str(schema["pattern"]))
        suggestion = slug(str(error.instance)) if code == "SPEC-BAD-ID" else ""
        suggestion = meant_date(str(error.instance)) if code == "SPEC-NOT-A-DATE" else suggestion
        return problem_at(place, code, suggestion=suggestion, value=shown)
    code = _LIMIT_CODES.get(rule, "SPEC-INVALID")
    if rule in ("minItems", "maxItems") and schema.get("minItems") == schema.get("maxItems"):
        code = "SPEC-WRONG-COUNT"
    if rule == "minLength" and str(error.instance).strip() == "":
        code = "SPEC-BLANK"
    return problem_at(place, code, value=shown, limit=error.validator_value, detail=shown)


def _plain_names(error: Any, located: Located, path: KeyPath) -> Problem:
    schema = error.schema
    allowed = schema.get("enum") or [schema["const"]] if "anyOf" not in schema else schema["anyOf"][0]["enum"]
    words = [str(a) for a in allowed]
    near = nearest(str(error.instance), {w: w for w in words if w not in _unfit(located, path)})
    slip = slip_of_name(str(error.instance), located, path) if NAMES in schema else None
    if slip is not None:
        return slip
    if NAMES in schema:
        code = _NAME_CODES.get(schema[NAMES], "SPEC-NOT-ALLOWED")
        return problem_at(located.where(path), code, suggestion=near, name=_shown(error.instance))
    listed = ", ".join(words[:_MOST_LISTED]) + (" …" if len(words) > _MOST_LISTED else "")
    return problem_at(
        located.where(path), "SPEC-NOT-ALLOWED", suggestion=near, value=_shown(error.instance), allowed=listed
    )


def _unfit(located: Located, path: KeyPath) -> set[str]:
    """Names that are never meant here: a letter's issuer is not its recipient."""
    if path[:1] != ("recipients",):
        return set()
    issuers = located.at(("issuer",))
    return {"issuer", *(issuers if isinstance(issuers, list) else [str(issuers)])}


def _wrong_kind(error: Any, located: Located, path: KeyPath, errors: list[Any]) -> Problem:
    if error.instance is None:
        return problem_at(located.where(path), "SPEC-BLANK", value="", limit=1)
    wanted: list[str] = []
    for inner in [error] if error.validator == "type" else _type_errors(errors):
        kinds = inner.validator_value
        wanted.extend(kinds if isinstance(kinds, list) else [kinds])
    if "string" in wanted:
        wanted = [k for k in wanted if k not in ("number", "integer")]
    if "integer" in wanted and (number := whole_number(error.instance)):
        place = located.where(path)
        return problem_at(place, "SPEC-LEADING-ZEROS", suggestion=number, value=error.instance, number=number)
    named = [_KINDS[k] for k in dict.fromkeys(wanted) if k in _KINDS]
    found_vi, found_en = _kind_of(error.instance)
    return problem_at(
        located.where(path), "SPEC-WRONG-KIND", found=found_vi, found_en=found_en,
        expected=" hoặc ".join(vi for vi, _ in named), expected_en=" or ".join(en for _, en in named),
    )  # fmt: skip


def _type_errors(errors: list[Any]) -> Iterator[Any]:
    for error in errors:
        if error.validator == "type" and not error.relative_path:
            yield error
        elif error.validator in ("anyOf", "allOf"):
            yield from _type_errors(list(error.context or ()))


def _kind_of(value: Any) -> tuple[str, str]:
    if isinstance(value, bool):
        return "true/false", "true/false"
    if isinstance(value, dict):
        return "một nhóm khóa", "a group of keys"
    if isinstance(value, list):
        return "một danh sách", "a list"
    if isinstance(value, int | Decimal):
        return f"số {value}", f"the number {value}"
    return f"chữ “{_shown(value)}”", f"the text “{_shown(value)}”"


def _shown(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:60] + "…"


def pattern_code(pattern: str) -> str:
    """What is wrong with a text that a pattern of the models refuses."""
    return _PATTERN_CODES.get(pattern, "SPEC-BAD-ID")


def nearest(word: str, words: Mapping[str, str]) -> str:
    """The word that is spelt most alike; empty when none is near enough."""
    found = [
        process.extractOne(
            word, list(words), scorer=scorer, processor=utils.default_process, score_cutoff=_NEAR_ENOUGH
        )
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
    ]
    return max((f for f in found if f), key=lambda f: f[1], default=("", 0, ""))[0]


def plain(text: str) -> str:
    """Vietnamese text without its marks, in lower case: “Trích yếu” → `trich yeu`."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c)).strip()
