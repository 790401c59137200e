"""Pieces of a document that nobody looks at are never made spans."""

from array import array
from typing import Any

import pytest

from ita_checker.facts.page import Spans
from ita_checker.model import Document, Facts, Line, Page, Submission
from ita_checker.model.pages import Box


def facts_of(text: str) -> Facts:
    edges = array("f", [float(at // 2) for at in range(2 * len(text))])
    line = Line(text, Box(0, 0, len(text), 10), edges, text)
    return Facts(Document("a.pdf", "0", (Page(1, 595, 842, (line,)),)), Submission("a.pdf"))


def test_spans_are_made_when_somebody_looks_at_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    real = Document.span
    monkeypatch.setattr(Document, "span", lambda *told: made.append(told) or real(*told))
    seen = Spans(facts_of("มาตรการที่หนึ่ง"), [(0, 7), (7, 15)])
    assert (len(seen), bool(seen), made) == (2, True, [])
    assert [span.quote for span in seen[1:]] == ["ที่หนึ่ง"]
    assert seen[0].quote == "มาตรการ"
    assert len(made) == 2


def test_no_places_are_no_evidence() -> None:
    assert not Spans(facts_of("มาตรการ"), [])
