"""Reports composed from what is said and how it is laid out: every layout of the plan beside every
layout of the results, by several writers, with a fault or without. Two sets, each made at one time
by who knew no reader of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lab.shapes.fifth_plans import FIFTH_PLANS
from lab.shapes.fifth_results import FIFTH_RESULTS
from lab.shapes.fourth_plans import FOURTH_PLANS
from lab.shapes.fourth_results import FOURTH_RESULTS
from lab.shapes.further_plans import FURTHER_PLANS
from lab.shapes.further_results import FURTHER_RESULTS
from lab.shapes.plans import PLANS, Plan
from lab.shapes.results import RESULTS, Told
from lab.shapes.third_plans import THIRD_PLANS
from lab.shapes.third_results import THIRD_RESULTS
from lab.shapes.voices import Voice, voices
from lab.sheets import Kind, Piece, Sheet, Text
from lab.truth import Mistake, Truth

YEAR = 2565
LATE, EARLY = "15 ตุลาคม 2565", "20 เมษายน 2565"
BOTH, FIRST = (6, 12), (6,)
FAULTS = ("none", "early", "measure", "round")
MISSED = 1  # the measure without a result


SETS: dict[str, tuple[dict[str, Plan], dict[str, Told]]] = {
    "first": (PLANS, RESULTS),
    "second": (FURTHER_PLANS, FURTHER_RESULTS),
    "third": (THIRD_PLANS, THIRD_RESULTS),
    "fourth": (FOURTH_PLANS, FOURTH_RESULTS),
    "fifth": (FIFTH_PLANS, FIFTH_RESULTS),
}


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


def shapes(neighbours: bool = False, sets: Iterable[str] = SETS) -> Iterator[Shape]:
    """Yield every report of the sets asked for; with `neighbours` each layout with one other."""
    for name in sets:
        plans, results = SETS[name]
        for number, plan in enumerate(plans):
            for other, told in enumerate(results):
                if neighbours and other % len(plans) != number:
                    continue
                for voice in voices(name):
                    yield from (Shape(voice, plan, told, fault) for fault in FAULTS)


def sheet(shape: Shape) -> Sheet:
    """Return the report as a text of the lab."""
    voice = shape.voice
    rounds = BOTH if shape.fault in ("none", "measure") else FIRST
    ms = [m for at, m in enumerate(voice.measures) if shape.fault != "measure" or at != MISSED]
    pieces = [
        *_front(voice),
        Text(Kind.HEADING, (voice.plan_heading,)),
        *next(plans[shape.plan] for plans, _ in SETS.values() if shape.plan in plans)(voice, BOTH),
        *next(told[shape.results] for _, told in SETS.values() if shape.results in told)(
            voice, ms, rounds
        ),
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
