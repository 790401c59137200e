"""Rows in the frame of a table that are none of it: what heads the pieces below it."""

from __future__ import annotations

import re

from ita_checker.facts.tables import Grid, Row, said
from ita_checker.facts.years.written import WORDS
from ita_checker.model import Facts
from ita_checker.text.patterns import built

RESULTS = built("{opens_results}", WORDS)
FOOT = re.compile(r"[^:]{3,40}:.{16}")  # a label, and what it labels
LONGEST = 60  # letters of a heading in a frame


def is_banner(grid: Grid, index: int) -> bool:
    """Tell whether a row is a frame around a heading: the table's only one, or its last, one cell
    over all columns or set as a table of its own, which heads what follows.
    """
    if len(grid.rows) == 1 and not any(grid.columns):
        return True
    own = [slot for slot in grid.rows[index].slots if slot.filled]
    if index + 1 < len(grid.rows) or len(own) != 1 or not index:
        return False
    above = grid.rows[index - 1].slots[0].origin
    return own[0].across * 2 > len(grid.columns) or own[0].origin[:2] != above[:2]


def is_foot(facts: Facts, row: Row) -> bool:
    """Tell whether a plan's last row says something of all of it, behind a label of its own or in a
    sentence ("การรายงาน : ฝ่ายเสนอผล งวดที่ 1 และงวดที่ 2"), and heads nothing.
    """
    text = "".join(said(facts, slot.parts) for slot in row.slots)
    tells = FOOT.match(text) or len(text) > LONGEST
    return bool(tells) and not RESULTS.match(text)
