"""What is kept about persons is verified too: their texts, and the files that came back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from engine.adapters.home import DATABASE_FILE
from engine.app.verifying import verify_store
from engine.app.workbench import Store
from engine.bootstrap import locate, open_store
from engine.errors import StoreError
from engine.messages import all_codes, describe
from engine.model.events import DirectivePlanned, SubmissionDecided
from tests.adapters import people_story as story


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(locate(tmp_path))
    planned = DirectivePlanned(story.DIRECTIVE, "ab" * 32, "bhxh-kien-an", "cong-van", "định danh")
    opened.log.append([planned.event(story.DIRECTIVE, "x", "planned"), story.first_list()])
    return opened


def _problem(store: Store) -> str:
    with pytest.raises(StoreError) as caught:
        verify_store(store)
    problem = caught.value.problems[0]
    assert problem.code in all_codes()
    assert "…" not in describe(problem), "every field of the text is filled"
    return problem.code


def _by_hand(home: Path, statement: str) -> None:
    with sqlite3.connect(home / DATABASE_FILE) as connection:
        connection.execute("DROP TRIGGER private_texts_no_update")
        connection.execute(statement)


def test_personal_data_changed_by_hand_are_told(store: Store, tmp_path: Path) -> None:
    assert verify_store(store).erased == 0
    _by_hand(tmp_path, "UPDATE private_texts SET text = replace(text, 'SỐ 1', 'SỐ 9')")
    assert _problem(store) == "LOG-PRIVATE-CHANGED"


def test_erased_personal_data_are_no_fault_once_the_tables_are_made_anew(
    store: Store, tmp_path: Path
) -> None:
    _by_hand(tmp_path, "DELETE FROM private_texts")
    assert _problem(store) == "LOG-PROJECTIONS-DIFFER", "the tables still tell of the persons"
    assert verify_store(store, rebuild=True).erased == 1
    assert store.people.count(story.DIRECTIVE) == 0
    assert verify_store(store).events == 2


def _returned(store: Store, sha256: str) -> None:
    fact = SubmissionDecided(directive=story.DIRECTIVE, sha256=sha256, on="2022-10-12")
    store.log.append([fact.told(story.DIRECTIVE, "x", sha256, {"name": "a.xlsx", "people": []})])


def test_a_returned_file_that_is_gone_is_told(store: Store) -> None:
    _returned(store, store.blobs.put("tệp trả về".encode()))
    assert verify_store(store).documents == 1
    _returned(store, "cd" * 32)
    assert _problem(store) == "BLOB-MISSING"
