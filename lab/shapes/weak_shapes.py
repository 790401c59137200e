"""Measures reports composed from how they tell what is weak and how their measures answer it, by
several writers, with a fault or without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lab.shapes.answers import ANSWERS, Paired, called, paired
from lab.shapes.weak_voices import WeakVoice, weak_voices
from lab.shapes.weaknesses import COUNTED, OWN_TOPICS, WEAKNESSES
from lab.sheets import Kind, Piece, Sheet, Text
from lab.truth import Mistake, Truth

YEAR = 2565
FAULTS = ("none", "open", "who", "use")
OPEN, WITHOUT_WHO = 2, 1  # the weak point that nothing answers, the measure without an office
# A measure whose place alone says what it answers hides no other one; what nobody says is answered
# in own words is known to no one.
UNDECIDED = {("ordered", "open")}


@dataclass(frozen=True, slots=True)
class WeakShape:
    """One report: who writes, how it tells what is weak, how the measures answer, its fault."""

    voice: WeakVoice
    weak: str
    answers: str
    fault: str

    @property
    def name(self) -> str:
        """Return its name."""
        return f"{self.weak}>{self.answers} {self.fault} {self.voice.voice.name}"


def weak_shapes(neighbours: bool = False) -> Iterator[WeakShape]:
    """Yield every report; with `neighbours` each layout with one or two others alone."""
    for number, weak in enumerate(WEAKNESSES):
        for other, answers in enumerate(ANSWERS):
            if neighbours and (other - number) % len(ANSWERS) not in (0, 3):
                continue
            for voice in weak_voices():
                for fault in FAULTS:
                    if (answers, fault) not in UNDECIDED:
                        yield WeakShape(voice, weak, answers, fault)


def weak_sheet(shape: WeakShape) -> Sheet:
    """Return the report as a text of the lab."""
    voice = shape.voice
    use = [Text(Kind.HEADING, (f"2. {voice.use_heading}",)), Text(Kind.TEXT, (voice.use,))]
    pieces = [
        *_front(voice),
        Text(Kind.HEADING, (f"1. {voice.analysis}",)),
        *WEAKNESSES[shape.weak](voice),
        *(() if shape.fault == "use" else use),
        Text(Kind.HEADING, (f"3. {voice.voice.plan_heading}",)),
        *ANSWERS[shape.answers](voice, _measures(shape)),
        Text(Kind.SIGNATURE, ("(นายประสิทธิ์ ทองดี)", "ผู้รายงาน", "12 พฤศจิกายน 2564")),
    ]
    return Sheet(shape.fault, shape.name, shape.weak, _truth(shape), tuple(pieces))


def _measures(shape: WeakShape) -> list[Paired]:
    voice = shape.voice
    ms = paired(voice, shape.weak in OWN_TOPICS, shape.weak in COUNTED)
    if shape.fault == "open":
        ms[OPEN] = replace(ms[0], measure=voice.extra, who=voice.extra.who)
    if shape.fault == "who":
        ms[WITHOUT_WHO] = replace(ms[WITHOUT_WHO], who="")
    return ms


def _front(voice: WeakVoice) -> list[Piece]:
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    own = voice.voice
    return [
        Text(Kind.TITLE, (f"{title}\nประจำปีงบประมาณ พ.ศ. {YEAR}",)),
        Text(Kind.CENTRE, (own.organisation,)),
        Text(Kind.CENTRE, (f"อำเภอ{own.district} จังหวัด{own.province}",)),
    ]


def _truth(shape: WeakShape) -> Truth:
    point = shape.voice.points[OPEN]
    expected = {
        "none": (),
        "open": (Mistake("MEA006", called(point, shape.weak in OWN_TOPICS)),),
        "who": (Mistake("MEA004", shape.voice.points[WITHOUT_WHO].answer.name),),
        "use": (Mistake("SEC001", ""),),
    }[shape.fault]
    own = shape.voice.voice
    return Truth(YEAR, own.scheme, "O42", own.organisation, own.district, own.province, expected)
