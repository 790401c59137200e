"""What is right about one report: what must be found, what may be said, what must not be said."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ITEM = re.compile(r"([A-Za-z]+)\s*([0-9]+)")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A planted mistake: the code that must be said of it, what its evidence has to touch ("" for
    what is absent), and other codes that describe it as fairly.
    """

    code: str
    quote: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A code with the place it is meant for; without a quote, wherever it stands."""

    code: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is known of one report. `fair`: neither asked for nor wrong. `forbidden`: tempting
    false alarms.
    """

    fiscal_year: int
    scheme: str
    item: str
    organisation: str
    district: str = ""
    province: str = ""
    expected: tuple[Mistake, ...] = ()
    fair: tuple[Mark, ...] = ()
    forbidden: tuple[Mark, ...] = ()
    why: str = ""

    @property
    def clean(self) -> bool:
        """Tell whether nothing at all is wrong with the report."""
        return not self.expected

    @property
    def items(self) -> tuple[str, ...]:
        """Return the item codes handed in for; `O42-O48` is seven of them."""
        named = ITEM.findall(self.item)
        if "-" in self.item and len(named) == 2 and named[0][0] == named[1][0]:
            (letters, first), (_, last) = named
            return tuple(f"{letters}{number}" for number in range(int(first), int(last) + 1))
        return tuple(f"{letters}{number}" for letters, number in named)

    def with_mistakes(self, *mistakes: Mistake, fair: tuple[Mark, ...] = ()) -> Truth:
        """Return the truth of the same report with further mistakes planted; a forbidden code that
        is now planted is forbidden no longer.
        """
        planted = {code for mistake in mistakes for code in (mistake.code, *mistake.also)}
        return replace(
            self,
            expected=(*self.expected, *mistakes),
            fair=(*self.fair, *fair),
            forbidden=tuple(mark for mark in self.forbidden if mark.code not in planted),
        )


def from_json(data: Mapping[str, Any]) -> Truth:
    """Return the truth that a truth.json holds; KeyError names what it lacks."""
    given = data["submitted_for"]
    return Truth(
        int(given["fiscal_year"]),
        given.get("scheme") or "nacc",
        str(given.get("item") or ""),
        data.get("organisation") or "",
        data.get("district") or "",
        data.get("province") or "",
        tuple(
            Mistake(one["code"], one.get("quote") or "", tuple(one.get("also") or ()))
            for one in data.get("expected") or ()
        ),
        _marks(data.get("fair")),
        _marks(data.get("forbidden")),
        data.get("why") or "",
    )


def _marks(data: Any) -> tuple[Mark, ...]:
    return tuple(
        Mark(one, "") if isinstance(one, str) else Mark(one["code"], one.get("quote") or "")
        for one in data or ()
    )


def to_json(truth: Truth) -> dict[str, Any]:
    """Return the truth as truth.json writes it."""
    return {
        "submitted_for": {
            "fiscal_year": truth.fiscal_year,
            "scheme": truth.scheme,
            "item": truth.item,
        },
        "organisation": truth.organisation,
        "district": truth.district,
        "province": truth.province,
        "expected": [
            {"code": one.code, "quote": one.quote, "also": list(one.also)} for one in truth.expected
        ],
        "fair": [_mark(one) for one in truth.fair],
        "forbidden": [_mark(one) for one in truth.forbidden],
        "why": truth.why,
    }


def _mark(mark: Mark) -> dict[str, str]:
    return {"code": mark.code, **({"quote": mark.quote} if mark.quote else {})}


def load(path: Path) -> dict[str, Any]:
    """Return a truth.json as it is written."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
