"""Rules register by being there: a decorated function in any module of `engine.rules.checks` is a rule."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from engine.errors import Severity
from engine.model.ruleset import RuleSet
from engine.rules.case import Case
from engine.rules.fields import check_fields, fill
from engine.rules.finding import Fault, Said

Check = Callable[[Case], Iterator[Fault]]
BundleCheck = Callable[[Sequence[Case]], Iterator[tuple[Case, Fault]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: stable id, severity, clause (`Phụ lục I, II.3c`), what the law asks and how to mend it in Word.

    `wrong` and `right` are the example of its page in the documentation. Just one of `check` and `bundle` is set:
    `bundle` compares several letters.
    """

    id: str
    severity: Severity
    clause: str
    asks: Said
    mend: Said
    wrong: str
    right: str
    why: str = ""
    """More for its page, in Vietnamese: what is looked at, what is left alone."""
    sure: bool = True
    """False where the rule is from practice or inference and not from the decree's letter."""
    check: Check | None = None
    bundle: BundleCheck | None = None

    def worded(self, law: RuleSet | None) -> Rule:
        """The rule with the law's numbers in its texts, as everybody is told it; "…" for each where no law is known."""
        return _worded(self, _Law(law))


class _Law:
    """A rule set as a key: the same object, not equal content."""

    def __init__(self, law: RuleSet | None) -> None:
        self.law = law

    def __hash__(self) -> int:
        return id(self.law)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Law) and other.law is self.law


@lru_cache(maxsize=512)
def _worded(rule: Rule, key: _Law) -> Rule:
    asks, mend = fill(rule.asks, key.law), fill(rule.mend, key.law)
    return replace(rule, asks=asks, mend=mend, why=fill(Said(rule.why, ""), key.law).vi)


_found: dict[str, Rule] = {}


def rule(
    id: str,
    severity: Severity,
    clause: str,
    *,
    asks: tuple[str, str],
    mend: tuple[str, str],
    wrong: str,
    right: str,
    why: str = "",
    sure: bool = True,
) -> Callable[[Check], Check]:
    """Registers a check of one letter. `asks` and `mend` are (Vietnamese, English).

    The law's numbers stand in them and in `why` as fields ("{size.noi-dung}"), see `engine.rules.fields`.
    """

    def register(check: Check) -> Check:
        _add(Rule(id, severity, clause, Said(*asks), Said(*mend), wrong, right, why, sure, check=check))
        return check

    return register


def bundle_rule(
    id: str,
    severity: Severity,
    clause: str,
    *,
    asks: tuple[str, str],
    mend: tuple[str, str],
    wrong: str,
    right: str,
    why: str = "",
    sure: bool = True,
) -> Callable[[BundleCheck], BundleCheck]:
    """Registers a check that compares the letters given together, and the register where it is known."""

    def register(check: BundleCheck) -> BundleCheck:
        _add(Rule(id, severity, clause, Said(*asks), Said(*mend), wrong, right, why, sure, bundle=check))
        return check

    return register


def _add(one: Rule) -> None:
    if one.id in _found:
        raise ValueError(f"two rules are called {one.id}")
    check_fields(one.id, *one.asks, *one.mend, one.why)
    _found[one.id] = one


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by id, in order."""
    import engine.rules.checks as package

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_found.items()))
