"""A column whose heading names two fields ("มาตรการ/ขั้นตอนเรียงตามลำดับ") holds both."""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.tables import field, grids
from ita_checker.model import Facts

BETWEEN = re.compile(r"[/|()]")  # what parts the fields that one heading names


def headed_together(facts: Facts, measure: Measure, wanted: str) -> bool:
    """Tell whether the heading over a measure's name names a field beside the name."""
    return any(
        field(piece) == wanted
        for grid in grids(facts)
        if grid.start <= measure.name[0] < grid.end
        for row in grid.rows
        for heading, slot in zip(grid.headings, row.slots, strict=True)
        if any(start <= measure.name[0] < end for start, end in slot.parts)
        for piece in BETWEEN.split(heading)
    )
