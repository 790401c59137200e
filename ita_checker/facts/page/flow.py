"""The document's flow: where every fact looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from ita_checker.model import Doubtful, Facts, Span, unwrapped
from ita_checker.text.flow import Flow
from ita_checker.text.phrases import Hit, Searched


def _flow(facts: Facts) -> Flow:
    return Flow(facts.document.text)


def flow(facts: Facts) -> Flow:
    """Return the document's text as a flow, made once; every fact asks for it many times."""
    try:
        known: Flow = facts.kept[_flow]
    except KeyError:
        return facts.once(_flow)
    return known


def _searched(facts: Facts) -> Searched:
    return Searched(flow(facts))


def find(facts: Facts, phrases: Iterable[str]) -> list[Hit]:
    """Return where phrases stand in the document, or nearly, in order, none overlapping another;
    each phrase is looked for once.
    """
    return facts.once(_searched).find(phrases)


def each(facts: Facts, phrases: Iterable[str]) -> Iterator[Hit]:
    """Yield where each of the phrases stands in the document, or nearly, looked for only when it is
    asked for; hits may overlap.
    """
    return facts.once(_searched).each(phrases)


def stands(facts: Facts, phrases: Iterable[str]) -> bool:
    """Tell whether one of the phrases stands in the document, or nearly."""
    return next(each(facts, phrases), None) is not None


def within(facts: Facts, stretches: Iterable[tuple[int, int]]) -> Searched:
    """Return stretches of the document, in order and apart, to look for phrases in them alone."""
    return facts.once(_searched).within(stretches)


def span(facts: Facts, start: int, end: int) -> Span:
    """Return the document's piece that the flow's letters [start, end) stand for, made once: many
    checks show the same.
    """
    known = facts.once(_spans)
    if (start, end) not in known:
        known[start, end] = facts.document.span(*flow(facts).original(start, end))
    return known[start, end]


def quote(facts: Facts, start: int, end: int) -> str:
    """Return what such a piece says, for who need not know where it stands."""
    return unwrapped(facts.document.text[slice(*flow(facts).original(start, end))])


def _spans(facts: Facts) -> dict[tuple[int, int], Span]:
    return {}


class Spans(Sequence[Span]):
    """Pieces of the document that are made when somebody looks at them: of what a check saw right
    hardly anybody does.
    """

    def __init__(self, facts: Facts, places: Iterable[tuple[int, int]]) -> None:
        self._facts = facts
        self._places = tuple(places)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self._facts, self._places[index])
        return span(self._facts, *self._places[index])


def _unsure(facts: Facts) -> Mapping[int, Doubtful]:
    document, letters = facts.document, flow(facts)
    if not any(line.doubtful for page in document.pages for line in page.lines):
        return {}
    return {letters.index(at): one for at, one in document.unsure(0, len(document.text))}


def unsure(facts: Facts) -> Mapping[int, Doubtful]:
    """Return the flow's letters that were read from a picture without certainty, by index; none in
    text layers.
    """
    return facts.once(_unsure)


def scanned(facts: Facts) -> bool:
    """Tell whether a page was read from a picture."""
    return facts.document.scanned
