"""Where a drawing stands on the page, told from what its file says of its anchor; millimetres from the left edge."""

from __future__ import annotations

from dataclasses import dataclass

from engine.word.values import TWIPS_PER_MM, Frame, Section, Shape


def column_left(section: Section, twips: int = 0) -> float:
    """Millimetres from the page's left edge of a place that is `twips` right of the page's left margin."""
    return (section.left + section.gutter + twips) / TWIPS_PER_MM


@dataclass(frozen=True, slots=True)
class Ground:
    """What a drawing is placed against: the page, the column or cell, and the paragraph that anchors it."""

    section: Section
    frame: Frame
    shape: Shape
    in_cell: bool = False
    """The drawing is laid out in the table cell that anchors it (`layoutInCell`): its margin is the cell's edge."""

    @property
    def column(self) -> float:
        """The width of the column or cell, mm."""
        return self.frame.width / TWIPS_PER_MM

    def area(self, relative: str) -> tuple[float, float] | None:
        """The left and right edges of what Word calls page, margin, column …; None for a single letter's place."""
        if relative == "margin" and self.in_cell and self.frame.cell is not None:
            relative = "column"
        page = self.section.width / TWIPS_PER_MM
        left = column_left(self.section)
        right = page - self.section.right / TWIPS_PER_MM
        areas = {
            "page": (0.0, page),
            "margin": (left, right),
            "column": (
                column_left(self.section, self.frame.left),
                column_left(self.section, self.frame.right),
            ),
            "leftMargin": (0.0, left),
            "insideMargin": (0.0, left),
            "rightMargin": (right, page),
            "outsideMargin": (right, page),
        }
        return areas.get(relative)

    def left(self, relative: str, align: str, offset: float, width: float) -> float | None:
        """The left edge of a drawing `width` wide: aligned in the area, or `offset` from its left edge."""
        area = self.area(relative)
        if area is None:
            return None
        if align == "center":
            return (area[0] + area[1] - width) / 2
        if align in ("right", "outside"):
            return area[1] - width
        return area[0] if align else area[0] + offset

    def inline(self, width: float) -> float | None:
        """The left edge of a drawing that stands in the line, taken to be alone on it."""
        start = column_left(self.section, self.frame.left + self.shape.left + self.shape.first)
        end = column_left(self.section, self.frame.right - self.shape.right)
        if self.shape.align == "center":
            return (start + end - width) / 2
        return end - width if self.shape.align == "right" else start
