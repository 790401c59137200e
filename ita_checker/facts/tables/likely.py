"""What a heading that no list knows is likely to stand over: the runs of letters it is made of,
held against headings whose columns are known ("ใครทำ" and "ผู้ทำ" share theirs with "ผู้รับผิดชอบ",
"ใครดำเนินการ").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from ita_checker.facts.tables.fields import MEASURE
from ita_checker.text.flow import fold
from ita_checker.words import kept, lists_of

SHORTEST, LONGEST = 2, 5  # letters of a run
KNOWN = 0.55  # of a heading's runs stand in known headings, else it is none of their kind
MARGIN = 1.0  # by which the likeliest field leads, in shares of a run's vote
UNSEEN = 0.002  # of a field's headings: what a run that none of them has is taken to be in
HEAD = 2.0  # times as much says what stands first: a Thai heading's head
DAMPED = 0.7  # runs overlap, so twice as many say less than twice as much
TRIMMED = ".:()-*•\t\f "


Votes = Mapping[str, Mapping[str, float]]


@kept(maxsize=1 << 12)
def likely_field(heading: str) -> str:
    """Return the field that a heading (folded) most likely stands over, '' where two come near or
    it is like none.
    """
    return _known().get(heading.strip(TRIMMED)) or likeliest(heading, _votes())


def likeliest(heading: str, votes: Votes, margin: float = MARGIN) -> str:
    """Return the field for which most of a heading's runs vote, '' where no field leads by the
    margin (in shares of a run's vote) or too few runs are known.
    """
    bare = heading.strip(TRIMMED)
    if not bare or bare.startswith(MEASURE()):
        return ""  # a measure's own name, whatever words are in it
    runs = _runs(bare)
    known = [run for run in runs if run in votes]
    if len(known) < KNOWN * len(runs):
        return ""
    cast = (
        [HEAD * vote for vote in votes[run].values()] if run[0] == "^" else votes[run].values()
        for run in known
    )
    sums = map(sum, zip(*cast, strict=True))
    (second, _), (most, first) = sorted(zip(sums, votes[known[0]], strict=True))[-2:]
    return first if most - second >= margin * len(runs) ** DAMPED else ""


def _runs(text: str) -> frozenset[str]:
    """Return the runs of letters of a heading, its beginning and end among them."""
    bounded = f"^{text}$"
    return frozenset(
        bounded[at : at + length]
        for length in range(SHORTEST, LONGEST + 1)
        for at in range(len(bounded) - length + 1)
    )


@kept(maxsize=None)
def _known() -> Mapping[str, str]:
    """Return the field of each heading that is known whole."""
    return {
        fold(word).strip(TRIMMED): held
        for held, words in lists_of("headings").items()
        for word in words
    }


@kept(maxsize=None)
def _votes() -> Votes:
    return votes_of(lists_of("headings"))


def votes_of(headings: Mapping[str, Sequence[str]]) -> Votes:
    """Return for each run how much it speaks for each field, in one order: the logarithm of how
    many times more often than by chance a heading with it stands over such a column.
    """
    examples = {
        held: [_runs(fold(word).strip(TRIMMED)) for word in words]
        for held, words in headings.items()
    }
    shares: dict[str, dict[str, float]] = {}
    for held, own in examples.items():
        for run, count in Counter(run for runs in own for run in runs).items():
            shares.setdefault(run, {})[held] = count / len(own)
    return {run: _vote(own, tuple(examples)) for run, own in shares.items()}


def _vote(shares: dict[str, float], fields: tuple[str, ...]) -> dict[str, float]:
    whole = sum(shares.values()) + UNSEEN * len(fields)
    seen = {
        held: math.log((share + UNSEEN) / whole * len(fields)) for held, share in shares.items()
    }
    return dict.fromkeys(fields, math.log(UNSEEN / whole * len(fields))) | seen
