"""The parts of a report, found by words in headings or prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_checker.facts.measures import plan, results
from ita_checker.facts.page import CONTENTS, COVER, blocks, each, find
from ita_checker.model import Facts

FAR = 2  # times its letters that a phrase's hit may be long at most, tones and signs among them


def parts_of(facts: Facts, phrases: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where one of the phrases stands in a heading or in prose; covers, contents and the
    cells of measures are left out.
    """
    left_out = facts.once(_left_out)
    found = find(facts, phrases)
    return tuple(
        (hit.start, hit.end)
        for hit in found
        if not any(start <= hit.start < end for start, end in left_out)
    )


def part_of(facts: Facts, phrases: Sequence[str]) -> tuple[int, int] | None:
    """Return one of the places where phrases stand in a heading or in prose, None where there is
    none: the first that is found suffices where nothing left out stands so near that a better hit
    may begin there.
    """
    left_out, far = facts.once(_left_out), FAR * max(map(len, phrases), default=0)
    for hit in each(facts, phrases):
        if not any(start < hit.end and hit.start - far < end for start, end in left_out):
            return hit.start, hit.end
    return next(iter(parts_of(facts, phrases)), None)


def says_of_itself(facts: Facts, phrases: Iterable[str]) -> bool:
    """Tell whether one of the phrases stands anywhere but in a measure's row."""
    rows = facts.once(_rows)
    return any(
        not any(start <= hit.start < end for start, end in rows) for hit in each(facts, phrases)
    )


def _left_out(facts: Facts) -> tuple[tuple[int, int], ...]:
    front = [
        (block.start, block.end)
        for block in blocks(facts)
        if block.zone == COVER or block.kind == CONTENTS
    ]
    return (*front, *facts.once(_rows))


def _rows(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the measures' own rows: what they say (… วิเคราะห์ผลการจัดซื้อจัดจ้าง …) is no part of
    the report.
    """
    return tuple(
        stretch
        for measure in (*plan(facts), *results(facts))
        if measure.table
        for stretch in measure.own
    )
