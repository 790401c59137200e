"""The document's flow: where every fact looks."""

from __future__ import annotations

from ita_checker.model import Case, Span
from ita_checker.text.flow import Flow


def _flow(case: Case) -> Flow:
    return Flow(case.document.text)


def flow(case: Case) -> Flow:
    """Return the document's text as a flow, made once."""
    return case.once(_flow)


def span(case: Case, start: int, end: int) -> Span:
    """Return the document's piece that the flow's letters [start, end) stand for."""
    return case.document.span(*flow(case).original(start, end))
