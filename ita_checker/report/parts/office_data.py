"""Offices and pairs as the JSON contract has them: keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_checker.model import Compared, Family, Pair, Passage
from ita_checker.model.contract import box_data


def family_data(family: Family, lang: str) -> Mapping[str, Any]:
    """Return an office with its files: its items by year, what is missing (`why`: why that cannot
    be told), what was compared.
    """
    return {
        "office": family.office or None,
        "district": family.district,
        "province": family.province,
        "gathered_by": [getattr(how, lang) for how in family.gathered],
        "spellings": list(family.spellings),
        "paths": list(family.paths),
        "items": [
            {
                "fiscal_year": held.fiscal_year,
                "item": held.item,
                "title": held.title or None,
                "covers": held.fiscal_year + held.covers,
                "paths": list(held.paths),
                "missing": held.missing if held.why is None else None,
                "why": getattr(held.why, lang) if held.why else None,
            }
            for held in family.items
        ],
        "compared": [_compared(one, lang) for one in family.compared],
        "notes": [_compared(one, lang) for one in family.notes],
    }


def _compared(one: Compared, lang: str) -> Mapping[str, Any]:
    return {
        "about": one.code,
        "fiscal_year": one.fiscal_year,
        "verdict": one.verdict,
        "note": getattr(one.note, lang),
        "paths": list(one.paths),
    }


def pair_data(pair: Pair, lang: str) -> Mapping[str, Any]:
    """Return two files that belong beside each other: why, how much is the same (0 to 1), what, and
    what the second has otherwise.
    """
    return {
        "code": pair.code,
        "paths": [pair.first, pair.second],
        "offices": list(pair.offices),
        "share": pair.share,
        "same_details": pair.details[0],
        "details": pair.details[1],
        "passages": [_passage(one) for one in pair.passages],
        "changes": [_passage(one) for one in pair.changes],
        "certainty": "likely" if pair.doubt else "sure",
        "doubt": getattr(pair.doubt, lang) if pair.doubt else None,
    }


def _passage(passage: Passage) -> list[Mapping[str, Any]]:
    return [
        {
            "quote": span.quote or None,
            "places": [{"page": place.page, "box": box_data(place.box)} for place in span.places],
        }
        for span in (passage.first, passage.second)
    ]
