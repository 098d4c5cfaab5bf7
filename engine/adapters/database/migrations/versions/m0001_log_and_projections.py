"""The log, which refuses change, and the first projections."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _log()
    _directives()
    _documents()
    _obligations()
    _numbers()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _texts(names: str) -> list[sa.Column[Any]]:
    return [_text(name) for name in names.split()]


def _log() -> None:
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=False),
        *_texts("stream type at actor"),
        sa.Column("key", sa.Text, nullable=True),
        _text("payload"),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("previous"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_events_stream", "events", ["stream", "seq"])


def _directives() -> None:
    op.create_table(
        "directives",
        *_texts("id stage issuer doctype subject date plan_hash code register"),
        _number("year"),
        _number("number"),
        *_texts("planned_at issued_at"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_directives_issuer", "directives", ["issuer", "stage"])


def _documents() -> None:
    op.create_table(
        "documents",
        *_texts("directive document recipient media name sha256"),
        sa.Column("size", sa.BigInteger, nullable=False),
        _text("at"),
        sa.PrimaryKeyConstraint("directive", "document", "recipient", "media"),
    )
    op.create_table(
        "deliveries",
        *_texts("directive recipient channel recipient_name place files at"),
        sa.PrimaryKeyConstraint("directive", "recipient", "channel"),
    )


def _obligations() -> None:
    op.create_table(
        "obligations",
        *_texts("id directive task agency role period title target due due_time first_due stage"),
        sa.Column("done", sa.BigInteger),
        sa.Column("total", sa.BigInteger),
        *_texts("reported_on completed_on reason details"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_obligations_directive", "obligations", ["directive", "stage", "due"])
    op.create_index("ix_obligations_agency", "obligations", ["agency", "stage", "due"])
    op.create_index("ix_obligations_task", "obligations", ["task", "directive"])
    op.create_index("ix_obligations_due", "obligations", ["stage", "due"])


def _numbers() -> None:
    op.create_table(
        "numbers",
        sa.Column("entry", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=False),
        _text("register"),
        _number("year"),
        _number("number"),
        *_texts("symbol issuer holder origin"),
        _number("voided"),
        _text("reason"),
        _number("outside_from"),
        _number("outside_to"),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("ix_numbers_register", "numbers", ["register", "year", "number"])
    _unique_where("uq_numbers_taken", ["register", "year", "number"], "origin = 'taken'")
    _unique_where("uq_numbers_document", ["register", "year", "number", "symbol", "issuer"], "voided = 0")
    _unique_where("uq_numbers_holder", ["register", "year", "holder"], "voided = 0")
    op.create_table(
        "register_entries",
        _text("register"),
        _number("year"),
        *_texts("code directive issuer"),
        _number("number"),
        *_texts("date doctype doctype_title subject signer recipients keeper"),
        _number("copies"),
        *_texts("dispatched note"),
        sa.PrimaryKeyConstraint("register", "year", "code"),
    )
    op.create_index("ix_register_entries_directive", "register_entries", ["directive"])


def _unique_where(name: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "numbers", columns, unique=True, sqlite_where=where, postgresql_where=where)


def _guard_sqlite() -> None:
    """Nothing may be changed, deleted, put out of order or in another's place (INSERT OR REPLACE)."""
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER events_no_{verb.lower()} BEFORE {verb} ON events "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
        )
    op.execute(
        "CREATE TRIGGER events_in_order BEFORE INSERT ON events "
        "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events) "
        "OR EXISTS (SELECT 1 FROM events WHERE key = NEW.key) "
        "OR EXISTS (SELECT 1 FROM events WHERE hash = NEW.hash) "
        "OR EXISTS (SELECT 1 FROM events WHERE previous = NEW.previous) "
        "BEGIN SELECT RAISE(ABORT, 'the event log is append-only: out of order'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION congvan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'the event log is append-only' USING ERRCODE = '23000'; END $$"
    )
    op.execute(
        "CREATE FUNCTION congvan_in_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events) THEN "
        "RAISE EXCEPTION 'the event log is append-only: out of order' USING ERRCODE = '23000'; "
        "END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER events_no_change BEFORE UPDATE OR DELETE ON events "
        "FOR EACH ROW EXECUTE FUNCTION congvan_append_only()"
    )
    op.execute(
        "CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events "
        "FOR EACH STATEMENT EXECUTE FUNCTION congvan_append_only()"
    )
    op.execute(
        "CREATE TRIGGER events_in_order BEFORE INSERT ON events "
        "FOR EACH ROW EXECUTE FUNCTION congvan_in_order()"
    )
