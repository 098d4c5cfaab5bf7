"""Campaigns among persons: the private texts beside the log, and the projections of persons."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _private_texts()
    _people()
    _rounds()
    _returns()


def _texts(names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names.split()]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _key_number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)


def _seq() -> sa.Column[Any]:
    return sa.Column("seq", sa.BigInteger, nullable=False)


def _private_texts() -> None:
    """A text may be erased, for persons have that right; it may not become another."""
    op.create_table(
        "private_texts",
        sa.Column("sha256", sa.String(64), nullable=False),
        *_texts("text"),
        sa.PrimaryKeyConstraint("sha256"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER private_texts_no_update BEFORE UPDATE ON private_texts "
            "BEGIN SELECT RAISE(ABORT, 'a private text is kept or erased, never changed'); END"
        )
        return
    op.execute(
        "CREATE TRIGGER private_texts_no_update BEFORE UPDATE ON private_texts "
        "FOR EACH ROW EXECUTE FUNCTION congvan_append_only()"
    )


def _people() -> None:
    op.create_table(
        "people",
        *_texts("directive person unit state group"),
        _number("round"),
        *_texts("outcome reasons decided_by decided_on record"),
        sa.PrimaryKeyConstraint("directive", "person"),
    )
    op.create_index("ix_people_unit", "people", ["directive", "unit", "state"])
    op.create_index("ix_people_group", "people", ["directive", "group", "state"])
    op.create_index("ix_people_state", "people", ["directive", "state"])
    op.create_table(
        "person_reasons",
        *_texts("directive person reason state"),
        sa.PrimaryKeyConstraint("directive", "person", "reason"),
    )
    op.create_index("ix_person_reasons_reason", "person_reasons", ["directive", "reason", "state"])


def _rounds() -> None:
    op.create_table(
        "rounds",
        *_texts("directive"),
        _key_number("round"),
        *_texts("on"),
        _number("people"),
        sa.PrimaryKeyConstraint("directive", "round"),
    )
    op.create_table(
        "round_people",
        *_texts("directive"),
        _key_number("round"),
        *_texts("person unit state record"),
        sa.PrimaryKeyConstraint("directive", "round", "person"),
    )
    op.create_index("ix_round_people_unit", "round_people", ["directive", "round", "unit"])


def _returns() -> None:
    op.create_table(
        "submissions",
        *_texts("directive sha256"),
        _seq(),
        *_texts("name unit"),
        _number("round"),
        *_texts("on at counts"),
        sa.PrimaryKeyConstraint("directive", "sha256"),
    )
    op.create_index("ix_submissions_unit", "submissions", ["directive", "unit"])
    op.create_table(
        "decisions",
        *_texts("directive submission"),
        _key_number("ordinal"),
        _seq(),
        *_texts("person unit outcome reasons form sheet cell says"),
        _number("round"),
        *_texts("on"),
        _number("superseded"),
        sa.PrimaryKeyConstraint("directive", "submission", "ordinal"),
    )
    op.create_index("ix_decisions_person", "decisions", ["directive", "person"])
    op.create_index("ix_decisions_unit", "decisions", ["directive", "unit"])
