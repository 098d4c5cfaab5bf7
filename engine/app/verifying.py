"""Whether what is kept can be believed: the chain of events, what is derived from it, the documents' bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.app.workbench import Store
from engine.errors import Problem, StoreError


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and found whole: events, the hash of the last one, documents and returned files.

    `erased` are the events whose private text is kept no more.
    """

    events: int
    head: str
    documents: int
    erased: int = 0


def verify_store(store: Store, rebuild: bool = False) -> Verified:
    """Follows the chain, compares the projections with it (or makes them anew), reads every file that is kept.

    Raises StoreError with everything that is not as it was told.
    """
    verdict = store.log.verify()
    if not verdict.is_whole:
        code = "LOG-PRIVATE-CHANGED" if verdict.why == "private" else "LOG-BROKEN"
        raise StoreError(Problem(code, params={"seq": verdict.bad_seq, "why": verdict.why}))
    if rebuild:
        store.log.rebuild_projections()
    if differing := store.log.check_projections():
        raise StoreError(Problem("LOG-PROJECTIONS-DIFFER", params={"tables": ", ".join(differing)}))
    digests = {
        digest for directive in store.projections.directives() for digest in _files(store, directive.id)
    }
    if problems := tuple(_damaged(store, digests)):
        raise StoreError(problems)
    return Verified(verdict.count, verdict.head, len(digests), verdict.erased)


def _files(store: Store, directive: str) -> Iterator[str]:
    """The digests of what was sent and of what came back."""
    yield from (document.sha256 for document in store.projections.documents(directive))
    yield from (submission.sha256 for submission in store.people.submissions(directive))


def _damaged(store: Store, digests: set[str]) -> Iterator[Problem]:
    for digest in sorted(digests):
        try:
            store.blobs.get(digest)
        except StoreError as error:
            yield from error.problems
