"""Weights that were learned, and the signs that stand around a place in a text."""

from __future__ import annotations

from importlib.resources import files

import pytest

from ita_checker.text.around import clause, signs
from ita_checker.text.flow import Flow
from ita_checker.text.learned import FOLDER, Learned, read

WEIGHTS = [path.name for path in (files("ita_checker.text") / FOLDER).iterdir()]


def test_each_sign_says_its_weight_once_and_unknown_ones_say_nothing() -> None:
    model = Learned({"*": -1.0, "<1ของ": 2.5, "^": 0.25})
    assert model.nats(["<1ของ", "<1ของ", ">1ไม่เคยเห็น"]) == 1.5
    assert model.nats([]) == -1.0


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_are_written_as_they_are_read(name: str) -> None:
    text = (files("ita_checker.text") / FOLDER / name).read_text(encoding="utf-8")
    assert read(text).written() == text
    assert len(read(text).weights) > 50


def test_a_clause_ends_at_spaces_and_not_at_the_ends_of_lines() -> None:
    flow = Flow("ประชุมร่วมกัน โดยขอความ\nร่วมมือจาก อบต.บางใหญ่ ให้ช่วยงาน\nของตำบล และรายงานผล")
    start = flow.text.index("อบต.")
    end = start + len("อบต.บางใหญ่")
    begins, ends = clause(flow, start, end, 0, len(flow.text))
    assert flow.text[begins:start] == "โดยขอความร่วมมือจาก"
    assert flow.text[end:ends] == "ให้ช่วยงานของตำบล"


def test_signs_are_the_words_beside_those_of_the_clause_and_its_ends() -> None:
    flow = Flow("รับรางวัล ร่วมกับ อบต.บางใหญ่ จำนวน 12 ครั้ง")
    start = flow.text.index("อบต.")
    found = set(signs(flow, start, start + len("อบต.บางใหญ่"), 0, len(flow.text)))
    assert {"<1ร่วมกับ", ">1จำนวน", ">2จำนวน|#", "bร่วมกับ", "_<", "_>"} <= found
    assert not {"bรับรางวัล", "bรางวัล", "^", "$"} & found


def test_a_sign_at_the_ends_of_its_cell_says_so() -> None:
    flow = Flow("อบต.บางใหญ่")
    assert set(signs(flow, 0, len(flow.text), 0, len(flow.text))) == {"^", "$"}
