"""The numbers of every register, in the database: decided under the log's lock, told as events."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, not_, or_, select

from engine.adapters.database import chain
from engine.adapters.database.connection import Database
from engine.adapters.database.schema import events, numbers
from engine.errors import InputError, Problem, StoreError
from engine.model.events import Fact, NumberGiven, NumberTaken, NumberVoided, Recorded
from engine.model.records import NumberRecord
from engine.model.register import SECRET_SEQUENCE, is_secret
from engine.ports import Clock
from engine.registers.numbering import span_passed_over

_BASIS = "NĐ 30/2020, Điều 15.1"


class DatabaseNumbers:
    """Satisfies `NumberBook`.

    The next number follows the highest that the register has taken (voided ones too) or that was given to it.
    A given number tells that the book was kept outside up to there: the numbers it passes over are recorded
    with it as allotted outside, so they are no gaps, may be given later, and are never taken.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(self, register: str, year: int, key: str, *, issuer: str, symbol: str, actor: str) -> int:
        """The next number, from 1; the one that the key holds already, if any."""
        with self._database.writing() as connection:
            self._refuse_a_changed_book(connection, register, year)
            held = _first(connection, _held(register, year).where(numbers.c.holder == key))
            if held is not None:
                return held.number
            highest = _highest(connection, register, year)
            number = max(highest, _highest_elsewhere(connection, register, year, issuer, symbol)) + 1
            passed = span_passed_over(highest, number)
            fact = NumberTaken(register, year, number, key, issuer, symbol, *passed)
            once = f"number/{register}/{year}/{number}"
            if self._tell(connection, fact, actor, once).payload["holder"] != key:
                raise self._changed(register, year)
            return number

    def give(
        self, register: str, year: int, key: str, number: int, *, issuer: str, symbol: str, actor: str
    ) -> int:
        """Records a number allotted outside; again, nothing happens."""
        if number < 1:
            raise InputError(Problem("NUMBER-INVALID", params={"number": number}, basis=_BASIS))
        with self._database.writing() as connection:
            held = _first(connection, _held(register, year).where(numbers.c.holder == key))
            if held is not None:
                return _same_number(held, number)
            _refuse_used(connection, register, year, number, issuer, symbol)
            passed = span_passed_over(_highest(connection, register, year), number)
            fact = NumberGiven(register, year, number, key, issuer, symbol, *passed)
            self._tell(connection, fact, actor)
            return number

    def void(self, register: str, year: int, number: int, *, why: str, actor: str, symbol: str = "") -> None:
        """Cancels a number. One that was taken is lost for good; one that was given may be given anew."""
        with self._database.writing() as connection:
            query = select(numbers).where(numbers.c.register == register, numbers.c.year == year)
            query = query.where(numbers.c.number == number).order_by(numbers.c.entry)
            if symbol:
                query = query.where(numbers.c.symbol == symbol)
            entries = [_record(row) for row in connection.execute(query)]
            if not entries:
                params = {"register": register, "year": year, "number": number}
                raise InputError(Problem("NUMBER-UNKNOWN", params=params))
            for entry in entries:
                if not entry.voided:
                    self._tell(connection, NumberVoided(register, year, number, entry.entry, why), actor)

    def numbers(self, register: str, year: int) -> tuple[NumberRecord, ...]:
        """Every number of the register's year, voided ones too, in order."""
        query = select(numbers).where(numbers.c.register == register, numbers.c.year == year)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(numbers.c.number, numbers.c.entry))
            return tuple(_record(row) for row in rows)

    def _tell(self, connection: Connection, fact: Fact, actor: str, key: str = "") -> Recorded:
        stream = _stream(fact.payload()["register"], fact.payload()["year"])
        (recorded,) = chain.extend(connection, [fact.event(stream, actor, key)], self._clock.now())
        return recorded

    def _refuse_a_changed_book(self, connection: Connection, register: str, year: int) -> None:
        """The log has one entry for each row of the book: with a row gone, a number would be given again."""
        rows = select(func.count()).where(numbers.c.register == register, numbers.c.year == year)
        told = select(func.count()).where(
            events.c.stream == _stream(register, year),
            events.c.type.in_([NumberTaken.TYPE, NumberGiven.TYPE]),
        )
        if connection.execute(rows).scalar() != connection.execute(told).scalar():
            raise self._changed(register, year)

    def _changed(self, register: str, year: int) -> StoreError:
        params = {"place": self._database.place, "register": register, "year": year}
        return StoreError(Problem("STORE-NUMBERS-CHANGED", params=params))


def _stream(register: str, year: int) -> str:
    return f"{register}/{year}"


def _held(register: str, year: int) -> Select[Any]:
    return select(numbers).where(
        numbers.c.register == register, numbers.c.year == year, numbers.c.voided == 0
    )


def _highest(connection: Connection, register: str, year: int) -> int:
    query = select(func.max(numbers.c.number)).where(
        numbers.c.register == register,
        numbers.c.year == year,
        or_(numbers.c.origin == "taken", numbers.c.voided == 0),
    )
    return connection.execute(query).scalar() or 0


def _highest_elsewhere(connection: Connection, register: str, year: int, issuer: str, symbol: str) -> int:
    """The highest number with this ký hiệu in another book of the issuer: the two name one document.

    Books change when the agency's head decides on another way of numbering; secret documents are apart.
    """
    if is_secret(register):
        return 0
    query = select(func.max(numbers.c.number)).where(
        numbers.c.issuer == issuer,
        numbers.c.year == year,
        numbers.c.symbol == symbol,
        numbers.c.register != register,
        not_(numbers.c.register.endswith(f"/{SECRET_SEQUENCE}")),
        or_(numbers.c.origin == "taken", numbers.c.voided == 0),
    )
    return connection.execute(query).scalar() or 0


def _refuse_used(
    connection: Connection, register: str, year: int, number: int, issuer: str, symbol: str
) -> None:
    same = select(numbers).where(numbers.c.year == year, numbers.c.number == number)
    triple = same.where(numbers.c.issuer == issuer, numbers.c.symbol == symbol, numbers.c.voided == 0)
    taken = same.where(numbers.c.register == register, numbers.c.origin == "taken")
    used = _first(connection, triple) or _first(connection, taken)
    if used is not None:
        params = {"code": f"{number}/{used.symbol}", "year": year, "issuer": issuer, "holder": used.holder}
        raise InputError(Problem("NUMBER-USED", params=params, basis=_BASIS))


def _same_number(held: NumberRecord, number: int) -> int:
    if held.number == number:
        return number
    params = {"holder": held.holder, "held": held.number, "register": held.register, "year": held.year}
    raise InputError(Problem("NUMBER-HELD", params=params | {"number": number}, basis=_BASIS))


def _first(connection: Connection, query: Select[Any]) -> NumberRecord | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _record(row)


def _record(row: Any) -> NumberRecord:
    return NumberRecord(**dict(row._mapping) | {"voided": bool(row.voided)})
