"""How much a workbook may hold, chosen so that reading the worst of files stays below 300 MB of memory.

A district's whole list has about 150,000 rows; a unit's, at most 20,000.
"""

from __future__ import annotations

MIB = 1024 * 1024
MOST_BYTES = 48 * MIB
"""The file as it is sent."""
MOST_PARTS = 5_000
MOST_UNPACKED = 384 * MIB
"""All parts as the zip declares them, pictures too; they are only unpacked when they are read."""
MOST_READ = 160 * MIB
"""What is really unpacked of one file."""
MOST_MARKUP = 14_000_000
"""Tags of one file: five or six for each cell that is allowed."""
MOST_SHEETS = 2_000
MOST_ROWS = 200_000
MOST_COLUMNS = 300
MOST_CELLS = 2_000_000
"""Cells with content in a file; the empty ones between them count half."""
MOST_LETTERS = 24_000_000
"""All texts of a file: four bytes a letter at the worst."""
MOST_SEEN_LETTERS = 150_000_000
"""The same where a text that cells share counts for every one of them: what a reader of the cells has to go through."""
MOST_AREAS = 100_000
"""Merged areas of a file."""
MOST_UNCALCULATED = 100_000
"""Formulas without a result."""
MOST_STYLES = 70_000
"""Excel itself knows 65,490."""
