"""Reports of every layout, with a fault and without: what is wrong is found, nothing is said of
what is right. The share that is judged right is a floor that only rises; no report accuses more.
"""

from __future__ import annotations

from collections import Counter

from lab.cli.shapes import outcome
from lab.shapes import (
    FURTHER_PLANS,
    FURTHER_RESULTS,
    PLANS,
    RESULTS,
    Shape,
    further_voices,
    shapes,
    voices,
)
from lab.shapes.answers import ANSWERS
from lab.shapes.weak_shapes import weak_shapes
from lab.shapes.weaknesses import WEAKNESSES

RIGHT_AT_LEAST, FALSE_AT_MOST = 0.98, 0.01
# Layouts and writers made when no reader knew them: the first run was 59 % right, 15 % accused.
FURTHER_RIGHT_AT_LEAST, FURTHER_FALSE_AT_MOST = 0.92, 0.03
WEAK_RIGHT_AT_LEAST, WEAK_FALSE_AT_MOST = 0.65, 0.01


def test_reports_of_many_layouts_are_judged_right_and_ever_fewer_accused() -> None:
    ways = Counter(outcome(shape)[0] for shape in shapes(neighbours=True, second=False))
    assert ways["right"] / ways.total() >= RIGHT_AT_LEAST, ways
    assert ways["false"] / ways.total() <= FALSE_AT_MOST, ways


def test_further_layouts_by_further_writers_are_judged_right_ever_more_often() -> None:
    ways = Counter(outcome(shape)[0] for shape in shapes(neighbours=True, first=False))
    assert ways["right"] / ways.total() >= FURTHER_RIGHT_AT_LEAST, ways
    assert ways["false"] / ways.total() <= FURTHER_FALSE_AT_MOST, ways


def test_every_layout_and_every_writer_is_among_those_tried() -> None:
    tried = list(shapes(neighbours=True))
    assert {shape.plan for shape in tried} == {*PLANS, *FURTHER_PLANS}
    assert {shape.results for shape in tried} == {*RESULTS, *FURTHER_RESULTS}
    writers = {voice.name for voice in (*voices(), *further_voices())}
    assert {shape.voice.name for shape in tried} == writers


def test_usual_tables_hide_no_fault_from_any_writer() -> None:
    for voice in voices():
        for fault in ("none", "early", "measure", "round"):
            assert outcome(Shape(voice, "rows", "headed", fault))[0] == "right", (voice.name, fault)


def test_what_is_weak_and_what_answers_it_is_judged_right_ever_more_often() -> None:
    ways = Counter(outcome(shape)[0] for shape in weak_shapes(neighbours=True))
    assert ways["right"] / ways.total() >= WEAK_RIGHT_AT_LEAST, ways
    assert ways["false"] / ways.total() <= WEAK_FALSE_AT_MOST, ways


def test_every_way_to_tell_what_is_weak_and_what_answers_it_is_among_those_tried() -> None:
    tried = list(weak_shapes(neighbours=True))
    assert {shape.weak for shape in tried} == set(WEAKNESSES)
    assert {shape.answers for shape in tried} == set(ANSWERS)
