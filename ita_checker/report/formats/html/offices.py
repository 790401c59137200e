"""What the HTML report holds of offices: items by year, what is missing, pairs and passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_checker.model import Batch, Family, Passage, Span
from ita_checker.report.parts.offices import contradictions, copied, missing, notes, offices
from ita_checker.text.visible import visible


def offices_data(batch: Batch, lang: str) -> Mapping[str, Any]:
    """Return o offices and p pairs. An office: n name, a place, g how gathered, s spellings, y its
    items (year, code, title, numbers of reports, 1 where missing, why that cannot be told), m
    missing, c contradictions, t whose text, w notes, k numbers of pairs. A pair: c code, o offices,
    f numbers of its files, q passages (quote and page of both), x what the second has otherwise, d
    doubt.
    """
    number = {report.path: at for at, report in enumerate(batch.reports)}
    pair_number = {id(pair): at for at, pair in enumerate(batch.pairs)}
    return {
        "o": [
            {
                **_family(office.family, number, lang),
                "m": _all(missing(office.family, lang)),
                "c": _all(contradictions(office, lang)),
                "t": _all(copied(office, lang)),
                "w": _all(notes(office.family, lang)),
                "k": [pair_number[id(pair)] for pair in office.pairs],
            }
            for office in offices(batch)
        ],
        "p": [
            {
                "c": pair.code,
                "o": _all(pair.offices),
                "f": [number.get(pair.first, -1), number.get(pair.second, -1)],
                "q": [_passage(one) for one in pair.passages],
                "x": [_passage(one) for one in pair.changes],
                "d": visible(getattr(pair.doubt, lang)) if pair.doubt else "",
            }
            for pair in batch.pairs
        ],
    }


def _family(family: Family, number: Mapping[str, int], lang: str) -> Mapping[str, Any]:
    return {
        "n": visible(family.office),
        "a": visible(" ".join(part for part in (family.district, family.province) if part)),
        "g": _all(getattr(how, lang) for how in family.gathered),
        "s": _all(family.spellings),
        "r": [number[path] for path in family.paths if path in number],
        "y": [
            [
                held.fiscal_year,
                held.item,
                held.title,
                [number[path] for path in held.paths if path in number],
                int(held.missing),
                visible(getattr(held.why, lang)) if held.why else "",
            ]
            for held in family.items
        ],
    }


def _passage(passage: Passage) -> list[str | int]:
    return [*_piece(passage.first), *_piece(passage.second)]


def _piece(span: Span) -> tuple[str, int]:
    return visible(span.quote), span.places[0].page if span.places else 0


def _all(texts: Any) -> list[str]:
    return [visible(text) for text in texts]
