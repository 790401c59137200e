"""Pictures of the places findings speak of, drawn by workers that can be killed, and no more of
them than a file can carry.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_checker.model import Batch, Box, Finding, Report, Severity
from ita_checker.read.pictures import Crop, crops
from ita_checker.run import sources
from ita_checker.run.cache import Cache, key
from ita_checker.run.outcomes import Done, Limits
from ita_checker.run.workers import run

MOST = 2000  # pictures in a file: some 30 MB, opened within seconds
MOST_BYTES = 32 * 10**6
LIMITS = Limits(seconds=60.0, memory=2 * 1024**3)
LEFT, FAILED = "left", "failed"

Pictures = Mapping[
    int, object
]  # by the finding's number in its report: a picture, or why there is none


@dataclass(frozen=True, slots=True)
class Task:
    """A file and the places to draw: (page, boxes) each; `numbers` are the findings' in their
    report.
    """

    path: str
    places: tuple[tuple[int, tuple[Box, ...]], ...]
    numbers: tuple[int, ...]


def drawn(batch: Batch, shares: Sequence[int]) -> Iterator[Pictures]:
    """Yield the pictures of each report, in order; `shares` says how many each may have. Beyond
    MOST_BYTES all are left out. What was drawn before comes out of the cache.
    """
    done: dict[int, Pictures] = {}
    wanted = [
        task(report, share, batch.pdf(report.path))
        for report, share in zip(batch.reports, shares, strict=True)
    ]
    keys = [_key(report, one) for report, one in zip(batch.reports, wanted, strict=True)]
    cache = Cache(Path(batch.cache)) if batch.cache else None
    at_work: list[int] = []

    def fresh() -> Iterator[Task]:
        for number, (name, one) in enumerate(zip(keys, wanted, strict=True)):
            kept = cache.get(name, dict[int, Any]) if cache and name else None
            if kept is not None or not one.places:
                done[number] = kept or {}
            else:
                at_work.append(number)
                yield one

    following = _Following(done)
    jobs = max(1, (os.cpu_count() or 2) // 2)
    for place, outcome in run(draw, fresh(), jobs, LIMITS, dict[int, Any]):
        number = at_work[place]
        done[number] = outcome.value if isinstance(outcome, Done) else {-1: FAILED}
        if cache and keys[number] and isinstance(outcome, Done):
            cache.put("crops", [(keys[number], outcome.value)])
        yield from following
    yield from following


class _Following:
    """The pictures that are there, each as soon as all before it are."""

    def __init__(self, done: dict[int, Pictures]) -> None:
        self.done, self.number, self.spent = done, 0, 0

    def __iter__(self) -> Iterator[Pictures]:
        while self.number in self.done:
            pictures = self.done.pop(self.number)
            self.spent += sum(
                len(str(picture[0])) for picture in pictures.values() if isinstance(picture, list)
            )
            self.number += 1
            yield pictures if self.spent <= MOST_BYTES else {-1: LEFT}


def _key(report: Report, wanted: Task) -> str:
    """Return what the pictures are kept under; nothing for a file whose content is not known."""
    if not report.sha256:
        return ""
    return key("crops", report.sha256, wanted.places, wanted.numbers, sources.of_all())


def shared(batch: Batch) -> tuple[list[int], int]:
    """Return how many pictures each report may have, as even as can be, and how many there would
    be to draw.
    """
    wanted = [sum(bool(_place(finding)) for finding in _all(report)) for report in batch.reports]
    each = max(wanted, default=0)
    while each and sum(min(each, count) for count in wanted) > MOST:
        each -= 1
    return [min(each, count) for count in wanted], sum(wanted)


def task(report: Report, share: int, place: str) -> Task:
    """Return what to draw of a report: what would score 0 comes first."""
    placed = [(number, finding) for number, finding in enumerate(_all(report)) if _place(finding)]
    first = sorted(placed, key=lambda pair: (pair[1].severity is not Severity.ZERO, pair[0]))[
        :share
    ]
    return Task(
        place,
        tuple(_place(finding)[0] for _, finding in first),
        tuple(number for number, _ in first),
    )


def draw(asked: Task) -> Pictures:
    """Return the pictures by the findings' numbers."""
    if not asked.places:
        return {}
    return {
        number: _coded(crop)
        for number, crop in zip(asked.numbers, crops(Path(asked.path), asked.places), strict=True)
    }


def _coded(crop: Crop | None) -> object:
    """Return [data, width, height, [[x, y, width, height], ...]]; the boxes are shares of the
    picture.
    """
    if crop is None:
        return FAILED
    boxes = [
        [box.x0, box.top, round(box.x1 - box.x0, 4), round(box.bottom - box.top, 4)]
        for box in crop.boxes
    ]
    return [base64.b64encode(crop.picture).decode(), crop.width, crop.height, boxes]


def _all(report: Report) -> Iterable[Finding]:
    return (*report.findings, *report.dismissed)


def _place(finding: Finding) -> tuple[tuple[int, tuple[Box, ...]], ...]:
    """Return the first page the finding stands on with its boxes there, alone in a tuple; () if it
    stands nowhere.
    """
    places = [place for span in finding.spans for place in span.places]
    if not places:
        return ()
    page = places[0].page
    return ((page, tuple(place.box for place in places if place.page == page)),)
