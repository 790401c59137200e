"""The document's flow: where every fact looks."""

from __future__ import annotations

from collections.abc import Mapping

from ita_checker.model import Case, Doubtful, Source, Span
from ita_checker.text.flow import Flow


def _flow(case: Case) -> Flow:
    return Flow(case.document.text)


def flow(case: Case) -> Flow:
    """Return the document's text as a flow, made once."""
    return case.once(_flow)


def span(case: Case, start: int, end: int) -> Span:
    """Return the document's piece that the flow's letters [start, end) stand for."""
    return case.document.span(*flow(case).original(start, end))


def _unsure(case: Case) -> Mapping[int, Doubtful]:
    document, letters = case.document, flow(case)
    return {letters.index(at): one for at, one in document.unsure(0, len(document.text))}


def unsure(case: Case) -> Mapping[int, Doubtful]:
    """Return the flow's letters that were read from a picture without certainty, by index; none in
    text layers.
    """
    return case.once(_unsure)


def scanned(case: Case) -> bool:
    """Tell whether a page was read from a picture."""
    return any(page.source is Source.OCR for page in case.document.pages)
