"""The composition root: from where things lie to the wired application."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from engine.app.pipeline import IssuePipeline, Options, Runner, ServingRunner
from engine.errors import InputError, Problem, RunError, Where, errors_only

if TYPE_CHECKING:
    from engine.app.lint_desk import LintDesk
    from engine.app.people.collecting import Collected
    from engine.app.people.completion import Figures
    from engine.app.people.files import Means
    from engine.app.people.filing import Filing
    from engine.app.people.filling import Filled
    from engine.app.people.importing import Imported
    from engine.app.people.listing import ListLook
    from engine.app.people.rounds import RoundReport
    from engine.app.workbench import Store, Workbench
    from engine.messages.catalogue import Lang
    from engine.model.campaign import PersonState
    from engine.model.export_layout import ExportLayout
    from engine.people.lists import Lists
    from engine.ports import Channel, PeopleBy
    from engine.spec.library import Library

RUNNERS = "congvan.runners"
"""Entry points that satisfy `ServingRunner`; the engine itself knows none of them."""

DATABASE = "CONGVAN_DATABASE"
ACTOR = "CONGVAN_ACTOR"
SPECS = "CONGVAN_SPECS"


@dataclass(frozen=True, slots=True)
class Places:
    """Where run data, specs and templates lie."""

    home: Path
    specs: Path

    @property
    def templates(self) -> Path:
        """The Word templates beside the specs."""
        return self.specs.parent / "templates" / "docx"

    @property
    def database(self) -> str:
        """The database's URL: CONGVAN_DATABASE, or SQLite in the home."""
        from engine.adapters.home import sqlite_url

        return os.environ.get(DATABASE) or sqlite_url(self.home)


def locate(home: Path, specs: Path | None = None, spec: Path | None = None) -> Places:
    """The specs folder is the one named, else CONGVAN_SPECS, else the one above the directive's file, else ours."""
    if specs is None and (named := os.environ.get(SPECS)):
        specs = Path(named)
    return Places(home, specs if specs is not None else _specs_above(spec))


def _specs_above(spec: Path | None) -> Path:
    starts = [Path(spec).absolute().parent] if spec is not None and Path(spec).exists() else []
    for start in (*starts, Path.cwd()):
        for folder in (start, *start.parents):
            for candidate in (folder, folder / "specs"):
                if (candidate / "agencies").is_dir() and (candidate / "doctypes").is_dir():
                    return candidate
    return shipped_specs()


def shipped_specs() -> Path:
    """The specs that come with the product: beside the source, or inside the installed package."""
    package = Path(__file__).parent
    beside = package.parent / "specs"
    return beside if beside.is_dir() else package / "_data" / "specs"


def open_library(places: Places, folders: frozenset[str] | None = None) -> Library:
    """The specs library, or some of its folders; InputError with all problems when one of them is an error.

    A specs folder without rule sets has those that come with the product: the decree holds everywhere.
    """
    from engine.channels import available
    from engine.spec.library import FOLDERS, load_library

    wanted = FOLDERS if folders is None else folders
    library, problems = load_library(places.specs, available(), wanted, rule_ids)
    if errors_only(problems):
        raise InputError(problems)
    if "rules" in wanted and not library.rule_sets:
        shipped, _ = load_library(shipped_specs(), folders=frozenset({"rules"}), rule_ids=rule_ids)
        return replace(library, rule_sets=shipped.rule_sets)
    return library


def rule_ids() -> tuple[str, ...]:
    """The ids of the linter's rules, which rule sets may name."""
    from engine.rules.registry import rules

    return tuple(rules())


def open_store(places: Places) -> Store:
    """The product's own database, migrated, and its blobs."""
    from engine.adapters.blobs import FolderBlobs
    from engine.adapters.clock import SystemClock
    from engine.adapters.database import open_store as open_database
    from engine.app.workbench import Store

    database = open_database(places.database, SystemClock())
    return Store(
        database.log,
        database.numbers,
        FolderBlobs(places.home / "blobs"),
        database.projections,
        people=database.people,
    )


def kept_store(places: Places) -> Store:
    """The store that is there; InputError where nothing was kept yet: looking must not make a home."""
    if (store := existing_store(places)) is not None:
        return store
    raise InputError(Problem("HOME-EMPTY", Where(str(places.home)), {"home": str(places.home)}))


def existing_store(places: Places) -> Store | None:
    """The store, where there is one already: looking must not make a home."""
    from engine.adapters.home import DATABASE_FILE

    there = os.environ.get(DATABASE) or (places.home / DATABASE_FILE).is_file()
    return open_store(places) if there else None


def open_channels(places: Places, store: Store) -> Mapping[str, Channel]:
    """Every way of delivery, by name."""
    from engine.channels import available

    return {name: kind.open(places.home, store.blobs) for name, kind in available().items()}


def open_workbench(places: Places) -> Workbench:
    """Everything an issue needs."""
    from engine.adapters.clock import SystemClock
    from engine.adapters.secret import home_secret
    from engine.app.workbench import Workbench

    store = open_store(places)
    return Workbench(
        library=open_library(places),
        store=store,
        channels=open_channels(places, store),
        clock=SystemClock(),
        actor=who_acts(),
        home=places.home,
        templates=places.templates,
        lists=cache(lambda: open_lists(places)),
        secret=lambda: home_secret(places.home),
    )


def open_lists(places: Places) -> Lists:
    """The lists of codes; those that come with the product where the specs folder has none."""
    from engine.people.lists import Lists
    from engine.spec.library import load_library

    library, problems = load_library(places.specs, folders=frozenset({"codes"}))
    if errors_only(problems):
        raise InputError(problems)
    if not library.codes:
        library, _ = load_library(shipped_specs(), folders=frozenset({"codes"}))
    return Lists(library.codes)


def open_lint_desk(places: Places) -> LintDesk:
    """What linting needs; the register is known where there is one already."""
    from engine.adapters.clock import SystemClock
    from engine.app.lint_desk import LintDesk
    from engine.app.linting import known_from, register_entries

    library = open_library(places, frozenset({"agencies", "doctypes", "rules"}))
    store = existing_store(places)
    entries = register_entries(store.projections, library) if store is not None else ()
    return LintDesk(library, known_from(library, entries), SystemClock().today())


def who_acts() -> str:
    """Who signs the events: CONGVAN_ACTOR, or the name of the account at work, or its number where it has none."""
    try:
        name = os.environ.get(ACTOR) or getpass.getuser()
    except (KeyError, OSError):
        name = f"uid-{os.getuid()}"
    return name.encode("utf-8", "replace").decode()


def build_pipeline(spec: str, home: str, options: Options) -> IssuePipeline:
    """The pipeline that issues the directive file `spec` in `home`."""
    from engine.app.issue import IssueRun

    specs = options.get("specs")
    places = locate(Path(home), Path(specs) if specs else None, Path(spec))
    return IssueRun(open_workbench(places), spec, options)


def direct_runner() -> Runner:
    """Runs without Prefect."""
    from engine.app.direct import DirectRunner

    return DirectRunner(build_pipeline)


def runner(name: str = "prefect") -> ServingRunner:
    """The runner of that entry point; RunError when it is not installed."""
    for entry in metadata.entry_points(group=RUNNERS, name=name):
        found: ServingRunner = entry.load()()
        return found
    raise RunError(Problem("RUN-NO-RUNNER", Where(), {"name": name}))


def reading_means(places: Places, library: Library, secret: bytes) -> Means:
    """What reading lists and returned forms needs."""
    from engine.adapters.clock import SystemClock
    from engine.app.people.files import Means

    return Means(library.forms, open_lists(places), SystemClock().today(), secret)


def look_at_people(places: Places, path: Path, directive: str = "") -> ListLook:
    """A list looked at: its units are the recipients of the directive, else all of the directory."""
    from engine.adapters.secret import known_secret
    from engine.app.people.groups import GroupBook
    from engine.app.people.listing import addressed_units, all_units, look_at_list

    library = open_library(places)
    means = reading_means(places, library, known_secret(places.home))
    if not directive:
        return look_at_list(path, means, all_units(library.directory.agencies.values(), means.day))
    written, units = addressed_units(library, directive)
    return look_at_list(path, means, units, GroupBook.of(written.populations))


def import_people(places: Places, look: ListLook, directive: str) -> Imported:
    """The list's persons told to the store; its bytes are kept."""
    from engine.app.people.importing import about_directive
    from engine.app.people.importing import import_people as tell
    from engine.app.reading import find_spec, read_directive

    bench = open_workbench(places)
    checked = read_directive(bench.library, find_spec(bench.library, directive))
    bench.store.blobs.put(look.data)
    imported = tell(bench, checked.directive.id, look.reading, look.sorted)
    told = about_directive(bench, checked.directive, Where(str(checked.path)))
    return replace(imported, problems=(*imported.problems, *told))


def open_next_round(places: Places, directive: str) -> RoundReport:
    """The next round of a directive, made and sent."""
    from engine.app.people.rounds import next_round
    from engine.app.reading import find_spec, read_directive

    bench = open_workbench(places)
    return next_round(bench, read_directive(bench.library, find_spec(bench.library, directive)).directive)


def collect_returned(
    places: Places, paths: Sequence[Path], directive: str, out: Path | None, on: date | None, lang: Lang
) -> tuple[tuple[Collected, ...], Path | None]:
    """Returned files decided, and where the answers to the units lie."""
    from engine.app.people.answers import write_answers
    from engine.app.people.collecting import collect

    kept_store(places)
    bench = open_workbench(places)
    means = reading_means(places, bench.library, bench.secret())
    means = replace(means, day=on or means.day)
    collected = collect(bench, paths, means, directive, on)
    return collected, write_answers(collected, out or places.home / "tra-lai", lang)


def fill_form(places: Places, form: str, data: Path) -> Filled:
    """One form filled by hand."""
    from engine.app.people.filling import fill_form as fill

    library = open_library(places, frozenset({"forms"}))
    return fill(library, reading_means(places, library, b""), form, data)


def people_figures(
    places: Places, directive: str, unit: str, by: PeopleBy, whole: bool, xlsx: Path | None, today: date
) -> Figures:
    """Persons counted on the day, or those of one unit; whole identifiers and files that leave are told in the log."""
    from engine.app.people.completion import campaign_figures, unit_figures
    from engine.app.people.exporting import figures_workbook, tell_export
    from engine.disk import write_atomically

    store = kept_store(places)
    library = open_library(places, frozenset({"agencies", "codes"}))
    agencies, lists = library.directory.agencies, open_lists(places)
    if unit:
        names = {**_names_of(lists, "reason"), **_names_of(lists, "group")}
        figures = unit_figures(store, directive, unit, agencies, names, today, whole=whole)
    else:
        figures = campaign_figures(store, directive, by, agencies, _names_of(lists, by), today)
    data = figures_workbook(figures, who_acts(), today, whole=whole) if xlsx is not None else b""
    if xlsx is not None or (whole and unit):
        tell_export(store, who_acts(), figures, data, whole=whole)
    if xlsx is not None:
        write_atomically(xlsx, data)
    return figures


def open_layouts(places: Places) -> Mapping[str, ExportLayout]:
    """The import workbooks of filing software; those that come with the product where the specs folder has none."""
    folder = frozenset({"exports"})
    return (
        open_library(places, folder).exports
        or open_library(Places(places.home, shipped_specs()), folder).exports
    )


def export_people(
    places: Places,
    directive: str,
    layout: str,
    out: Path | None,
    *,
    unit: str = "",
    states: Sequence[PersonState] = (),
    whole: bool = True,
) -> tuple[Filing, tuple[Path, ...]]:
    """A campaign's persons written for filing software, told in the log, and where the files lie."""
    from engine.app.people.filing import TO_FILE, filing_places, find_layout, make_filing, tell_filing
    from engine.disk import refusals, write_atomically

    found = find_layout(open_layouts(places), layout)
    store = kept_store(places)
    library = open_library(places)
    named = _directive_id(library, directive)
    agencies, lists = library.directory.agencies, open_lists(places)
    filing = make_filing(
        store, named, found, agencies, lists, unit=unit, states=states or TO_FILE, whole=whole
    )
    paths = filing_places(filing, out or places.home / "xuat" / named)
    tell_filing(store, who_acts(), filing)
    for path, file in zip(paths, filing.files, strict=True):
        with refusals(path, RunError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, file.data)
    return filing, paths


def _directive_id(library: Library, named: str) -> str:
    """The id of a directive that is named by its file, else the name itself."""
    from engine.app.reading import read_directive

    path = Path(named)
    return read_directive(library, path).directive.id if path.is_file() else named


def _names_of(lists: Lists, by: PeopleBy) -> Mapping[str, str]:
    listed = {"group": "doi-tuong-bhyt", "reason": "ly-do-chua-khop"}.get(by, "")
    return {code: lists.name(listed, code) for code in lists.known(listed)}
