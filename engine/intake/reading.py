"""A workbook of persons read whole: tables found, columns learned, every row told, doubles grouped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.intake.persons import people_of_tables
from engine.intake.tables import find_tables
from engine.intake.values import FileReading
from engine.model.form import FormVersion
from engine.model.link import PROPERTY, read_link
from engine.people.lists import Lists
from engine.workbook.values import Workbook


def read_people(
    workbook: Workbook, forms: Sequence[FormVersion], lists: Lists, day: date, secret: bytes
) -> FileReading:
    """All that a workbook tells of persons. `secret` is the home's, which seals links; `day` bounds births."""
    tables, problems = find_tables(workbook, forms, lists)
    read = people_of_tables(workbook, tables, lists, day, secret)
    link = workbook.properties.get(PROPERTY, "")
    return FileReading(
        workbook.name,
        workbook.sha256,
        read.people,
        (*problems, *read.problems),
        read.groups,
        tables,
        tuple(dict.fromkeys(table.form for table in tables if table.form)),
        read_link(link, secret) if link else None,
        next((table.lines for table in tables if table.lines), {}),
        read.hidden_rows,
    )
