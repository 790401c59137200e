"""Reports composed from what is said and how it is laid out: every layout of the plan beside every
layout of the results, by several writers, with a fault or without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lab.shapes.plans import PLANS
from lab.shapes.results import RESULTS
from lab.shapes.voices import Voice, voices
from lab.sheets import Kind, Piece, Sheet, Text
from lab.truth import Mistake, Truth

YEAR = 2565
LATE, EARLY = "15 ตุลาคม 2565", "20 เมษายน 2565"
BOTH, FIRST = (6, 12), (6,)
FAULTS = ("none", "early", "measure", "round")
MISSED = 1  # the measure without a result


@dataclass(frozen=True, slots=True)
class Shape:
    """One report: who writes, how the plan and the results are laid out, what is wrong with it."""

    voice: Voice
    plan: str
    results: str
    fault: str

    @property
    def name(self) -> str:
        """Return its name."""
        return f"{self.plan}+{self.results} {self.fault} {self.voice.name}"


def shapes(neighbours: bool = False) -> Iterator[Shape]:
    """Yield every report; with `neighbours` each layout with one or two others alone."""
    for number, plan in enumerate(PLANS):
        for other, told in enumerate(RESULTS):
            if neighbours and (other - number) % len(RESULTS) not in (0, 4):
                continue
            for voice in voices():
                yield from (Shape(voice, plan, told, fault) for fault in FAULTS)


def sheet(shape: Shape) -> Sheet:
    """Return the report as a text of the lab."""
    voice = shape.voice
    rounds = BOTH if shape.fault in ("none", "measure") else FIRST
    ms = [m for at, m in enumerate(voice.measures) if shape.fault != "measure" or at != MISSED]
    pieces = [
        *_front(voice),
        Text(Kind.HEADING, (voice.plan_heading,)),
        *PLANS[shape.plan](voice, BOTH),
        *RESULTS[shape.results](voice, ms, rounds),
        *_end(voice, EARLY if shape.fault == "early" else LATE),
    ]
    return Sheet(shape.fault, shape.name, shape.plan, _truth(shape), tuple(pieces))


def _front(voice: Voice) -> list[Piece]:
    title = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    return [
        Text(Kind.TITLE, (f"{title}\nประจำปีงบประมาณ พ.ศ. {YEAR}",)),
        Text(Kind.CENTRE, (voice.organisation,)),
        Text(Kind.CENTRE, (f"อำเภอ{voice.district} จังหวัด{voice.province}",)),
    ]


def _end(voice: Voice, date: str) -> list[Piece]:
    return [Text(Kind.SIGNATURE, ("(นายประสิทธิ์ ทองดี)", "ผู้รายงาน", date))]


def _truth(shape: Shape) -> Truth:
    expected: tuple[Mistake, ...] = ()
    if shape.fault == "measure":
        expected = (Mistake("MEA002", shape.voice.measures[MISSED].name),)
    if shape.fault == "round":
        expected = (Mistake("RND003", ""),)
    voice = shape.voice
    return Truth(
        YEAR,
        voice.scheme,
        "O43",
        voice.organisation,
        voice.district,
        voice.province,
        expected,
    )
