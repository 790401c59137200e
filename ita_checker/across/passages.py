"""What two reports have in common, and what one has otherwise, letter for letter, with places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from ita_checker.across.shingles import SHORT, Hashes, shingles
from ita_checker.model import Body, Box, Passage, Place, Span, unwrapped
from ita_checker.text.flow import Flow, fold

SHOWN = 5  # passages of one pair
LEAST, MOST = 40, 400  # letters of a passage
GAP = 30  # letters that differ inside a passage: a name, a number, a word put otherwise
CHANGES = 6
WIDER = 30  # letters at most by which a passage is widened to whole words


@dataclass(frozen=True, slots=True)
class Paper:
    """A report's text laid out to be compared."""

    body: Body
    flow: Flow
    hashes: Hashes
    at: npt.NDArray[np.intp]


def paper(body: Body) -> Paper:
    """Return the text of a body with its shingles."""
    flow = Flow(body.text)
    bits = np.unpackbits(np.frombuffer(body.compared, np.uint8))[: len(flow.text)].astype(bool)
    return Paper(body, flow, *shingles(flow.text, bits, SHORT))


def passages(first: Paper, second: Paper) -> tuple[Passage, ...]:
    """Return the longest passages that two reports have in common, in the order of the second."""
    found = sorted(_runs(first, second), key=lambda run: (run[2] - run[3], run[2]))[:SHOWN]
    return tuple(
        Passage(_span(first, run[0], run[1]), _span(second, run[2], run[3]))
        for run in sorted(found, key=lambda run: run[2])
    )


def _runs(first: Paper, second: Paper) -> Iterator[tuple[int, int, int, int]]:
    """Yield the flows' letters [start, end) of what is the same, in the first and the second."""
    order = np.argsort(first.hashes, kind="stable")
    known = first.hashes[order]
    where = np.searchsorted(known, second.hashes)
    hit = where < len(known)
    hit[hit] = known[where[hit]] == second.hashes[hit]
    here = np.flatnonzero(hit)
    if not len(here):
        return
    there = order[where[here]]
    breaks = np.flatnonzero((np.diff(here) > GAP) | (np.diff(there) > GAP) | (np.diff(there) < 1))
    for start, end in zip([0, *(breaks + 1)], [*breaks, len(here) - 1], strict=True):
        ours = _stretch(second, int(here[start]), int(here[end]))
        theirs = _stretch(first, int(there[start]), int(there[end]))
        if ours[1] - ours[0] >= LEAST:
            yield *theirs, *ours


def _stretch(paper: Paper, first: int, last: int) -> tuple[int, int]:
    start = int(paper.at[first])
    after = min(last + SHORT, len(paper.at) - 1)
    return start, min(int(paper.at[after]), start + MOST)


def _span(paper: Paper, start: int, end: int) -> Span:
    """Return the piece, widened to where a line or a word with white space around it begins and
    ends.
    """
    text, (first, last) = paper.body.text, paper.flow.original(start, end)
    least, most = max(0, first - WIDER), min(len(text), last + WIDER)
    while first > least and not text[first - 1].isspace():
        first -= 1
    while last < most and not text[last].isspace():
        last += 1
    return span(paper.body, first, last)


def span(body: Body, start: int, end: int) -> Span:
    """Return the piece of a body's text with the lines it stands on."""
    starts = np.frombuffer(body.starts, "<u4")
    first = max(0, int(np.searchsorted(starts, start, side="right")) - 1)
    last = int(np.searchsorted(starts, end, side="left"))
    return Span(start, end, unwrapped(body.text[start:end]), tuple(_places(body, first, last)))


def _places(body: Body, first: int, last: int) -> Iterator[Place]:
    pages, boxes = np.frombuffer(body.pages, "<u2"), np.frombuffer(body.boxes, "<f4")
    for line in range(first, last):
        x0, top, x1, bottom = (round(float(side), 1) for side in boxes[4 * line : 4 * line + 4])
        yield Place(int(pages[line]), Box(x0, top, x1, bottom))


def changes(first: Paper, second: Paper) -> tuple[Passage, ...]:
    """Return the first lines that the second report has otherwise than the first."""
    ours, theirs = list(_lines(second.body)), list(_lines(first.body))
    match = SequenceMatcher(
        None,
        [fold(second.body.text[start:end]) for start, end in ours],
        [fold(first.body.text[start:end]) for start, end in theirs],
        autojunk=False,
    )
    found = []
    for kind, start, end, other, other_end in match.get_opcodes():
        if kind == "equal" or start == end:
            continue
        for at in range(start, end):
            beside = theirs[min(other + at - start, other_end - 1)] if other_end > other else None
            found.append(
                Passage(
                    span(first.body, *beside) if beside else Span(0, 0, ""),
                    span(second.body, *ours[at]),
                )
            )
    return tuple(found[:CHANGES])


def _lines(body: Body) -> Iterator[tuple[int, int]]:
    starts = np.frombuffer(body.starts, "<u4")
    ends = [*starts[1:], len(body.text)]
    for start, end in zip(starts, ends, strict=True):
        text = body.text[int(start) : int(end)].rstrip("\n\t\f ")
        if text.strip():
            yield int(start), int(start) + len(text)
