"""What the databases' own errors mean to a clerk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from engine.errors import Problem, RunError, StoreError, TransientError

_SQLITE = {
    "SQLITE_BUSY": "STORE-LOCKED",
    "SQLITE_LOCKED": "STORE-LOCKED",
    "SQLITE_READONLY": "STORE-READ-ONLY",
    "SQLITE_CANTOPEN": "STORE-READ-ONLY",
    "SQLITE_PERM": "STORE-READ-ONLY",
    "SQLITE_AUTH": "STORE-READ-ONLY",
    "SQLITE_FULL": "STORE-DISK-FULL",
    "SQLITE_CORRUPT": "STORE-DAMAGED",
    "SQLITE_NOTADB": "STORE-DAMAGED",
    "SQLITE_CONSTRAINT": "STORE-CONFLICT",
}
"""By SQLite's primary result code; an extended code begins with it."""

_POSTGRESQL = {
    "08": "STORE-UNREACHABLE",
    "57P": "STORE-UNREACHABLE",
    "53300": "STORE-UNREACHABLE",
    "40": "STORE-LOCKED",
    "55P03": "STORE-LOCKED",
    "53100": "STORE-DISK-FULL",
    "25006": "STORE-READ-ONLY",
    "28": "STORE-REFUSED",
    "3D": "STORE-REFUSED",
    "42501": "STORE-REFUSED",
    "23": "STORE-CONFLICT",
    "XX": "STORE-DAMAGED",
}
"""By SQLSTATE, or its class."""

_TRANSIENT = frozenset({"STORE-LOCKED", "STORE-UNREACHABLE"})


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turns SQLAlchemy's errors inside into StoreError, or TransientError where trying again may help."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(_code(error), place, error.orig) from error
    except PoolTimeoutError as error:
        raise _meaning("STORE-LOCKED", place, error) from error
    except SQLAlchemyError as error:
        raise _meaning("STORE-FAILED", place, error) from error


def _meaning(code: str, place: str, cause: BaseException | None) -> RunError:
    lines = str(cause).strip().splitlines()
    problem = Problem(code, params={"place": place, "detail": lines[0] if lines else ""})
    return TransientError(problem) if code in _TRANSIENT else StoreError(problem)


def _code(error: DBAPIError) -> str:
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return _by_prefix(_SQLITE, name)
    state = getattr(error.orig, "sqlstate", None)
    return _without_state(error) if state is None else _by_prefix(_POSTGRESQL, state)


def _by_prefix(codes: Mapping[str, str], name: str) -> str:
    return next((code for prefix, code in codes.items() if name.startswith(prefix)), "STORE-FAILED")


def _without_state(error: DBAPIError) -> str:
    """psycopg tells no SQLSTATE when the connection itself fails: only the server's words are left."""
    if type(error.orig).__module__.partition(".")[0] != "psycopg":
        return "STORE-FAILED"
    words = str(error.orig)
    refused = ("password authentication", "does not exist", "no pg_hba.conf", "permission denied")
    return "STORE-REFUSED" if any(w in words for w in refused) else "STORE-UNREACHABLE"
