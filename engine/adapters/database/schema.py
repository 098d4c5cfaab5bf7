"""The tables: the log with its private texts, which are the truth, and the projections, which are made from it.

Days and moments are ISO texts, structured values canonical JSON. The columns of a projection are the fields
of its record in `engine.model.records` and `engine.model.campaign`. The migrations build these tables; a test
compares the two. What only the database enforces (guards of the log, partial unique indexes of the numbers)
stands in the migrations alone: naming a dialect's options here would import every driver of PostgreSQL at each
start.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _key_number(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _seq(name: str) -> Column[int]:
    big = BigInteger().with_variant(Integer, "sqlite")
    return Column(name, big, primary_key=True, autoincrement=False)


events = Table(
    "events",
    metadata,
    _seq("seq"),
    _text("stream"),
    _text("type"),
    _text("at"),
    _text("actor"),
    Column("key", Text, nullable=True, unique=True),
    _text("payload"),
    Column("previous", String(64), nullable=False, unique=True),
    Column("hash", String(64), nullable=False, unique=True),
    Index("ix_events_stream", "stream", "seq"),
)

directives = Table(
    "directives",
    metadata,
    _text("id", primary_key=True),
    _text("stage"),
    _text("issuer"),
    _text("doctype"),
    _text("subject"),
    _text("date"),
    _text("plan_hash"),
    _text("code"),
    _text("register"),
    _number("year"),
    _number("number"),
    _text("planned_at"),
    _text("issued_at"),
    Index("ix_directives_issuer", "issuer", "stage"),
)

documents = Table(
    "documents",
    metadata,
    _text("directive", primary_key=True),
    _text("document", primary_key=True),
    _text("recipient", primary_key=True),
    _text("media", primary_key=True),
    _text("name"),
    _text("sha256"),
    Column("size", BigInteger, nullable=False),
    _text("at"),
)

deliveries = Table(
    "deliveries",
    metadata,
    _text("directive", primary_key=True),
    _text("recipient", primary_key=True),
    _text("channel", primary_key=True),
    _text("recipient_name"),
    _text("place"),
    _text("files"),
    _text("at"),
)

obligations = Table(
    "obligations",
    metadata,
    _text("id", primary_key=True),
    _text("directive"),
    _text("task"),
    _text("agency"),
    _text("role"),
    _text("period"),
    _text("title"),
    _text("target"),
    _text("due"),
    _text("due_time"),
    _text("first_due"),
    _text("stage"),
    Column("done", BigInteger),
    Column("total", BigInteger),
    _text("reported_on"),
    _text("completed_on"),
    _text("reason"),
    _text("details"),
    Index("ix_obligations_directive", "directive", "stage", "due"),
    Index("ix_obligations_agency", "agency", "stage", "due"),
    Index("ix_obligations_task", "task", "directive"),
    Index("ix_obligations_due", "stage", "due"),
)

numbers = Table(
    "numbers",
    metadata,
    _seq("entry"),
    _text("register"),
    _number("year"),
    _number("number"),
    _text("symbol"),
    _text("issuer"),
    _text("holder"),
    _text("origin"),
    _number("voided"),
    _text("reason"),
    _number("outside_from"),
    _number("outside_to"),
    Index("ix_numbers_register", "register", "year", "number"),
)

register_entries = Table(
    "register_entries",
    metadata,
    _text("register", primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    _text("code", primary_key=True),
    _text("directive"),
    _text("issuer"),
    _number("number"),
    _text("date"),
    _text("doctype"),
    _text("doctype_title"),
    _text("subject"),
    _text("signer"),
    _text("recipients"),
    _text("keeper"),
    _number("copies"),
    _text("dispatched"),
    _text("note"),
    Index("ix_register_entries_directive", "directive"),
)

private_texts = Table(
    "private_texts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    _text("text"),
)
"""What events tell of persons, by the digest in their payload: truth like the events, but it may be erased."""

people = Table(
    "people",
    metadata,
    _text("directive", primary_key=True),
    _text("person", primary_key=True),
    _text("unit"),
    _text("state"),
    _text("group"),
    _number("round"),
    _text("outcome"),
    _text("reasons"),
    _text("decided_by"),
    _text("decided_on"),
    _text("record"),
    Index("ix_people_unit", "directive", "unit", "state"),
    Index("ix_people_group", "directive", "group", "state"),
    Index("ix_people_state", "directive", "state"),
)

person_reasons = Table(
    "person_reasons",
    metadata,
    _text("directive", primary_key=True),
    _text("person", primary_key=True),
    _text("reason", primary_key=True),
    _text("state"),
    Index("ix_person_reasons_reason", "directive", "reason", "state"),
)
"""The reasons of each person's standing, with their state beside them: counted without looking at persons."""

rounds = Table(
    "rounds",
    metadata,
    _text("directive", primary_key=True),
    _key_number("round"),
    _text("on"),
    _number("people"),
)

round_people = Table(
    "round_people",
    metadata,
    _text("directive", primary_key=True),
    _key_number("round"),
    _text("person", primary_key=True),
    _text("unit"),
    _text("state"),
    _text("record"),
    Index("ix_round_people_unit", "directive", "round", "unit"),
)

submissions = Table(
    "submissions",
    metadata,
    _text("directive", primary_key=True),
    _text("sha256", primary_key=True),
    Column("seq", BigInteger, nullable=False),
    _text("name"),
    _text("unit"),
    _number("round"),
    _text("on"),
    _text("at"),
    _text("counts"),
    Index("ix_submissions_unit", "directive", "unit"),
)

decisions = Table(
    "decisions",
    metadata,
    _text("directive", primary_key=True),
    _text("submission", primary_key=True),
    _key_number("ordinal"),
    Column("seq", BigInteger, nullable=False),
    _text("person"),
    _text("unit"),
    _text("outcome"),
    _text("reasons"),
    _text("form"),
    _text("sheet"),
    _text("cell"),
    _text("says"),
    _number("round"),
    _text("on"),
    _number("superseded"),
    Index("ix_decisions_person", "directive", "person"),
    Index("ix_decisions_unit", "directive", "unit"),
)

projections = (
    directives,
    documents,
    deliveries,
    obligations,
    numbers,
    register_entries,
    people,
    person_reasons,
    rounds,
    round_people,
    submissions,
    decisions,
)
"""All that `rebuild_projections` makes anew."""
