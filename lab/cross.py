"""Do weights and thresholds set by hand hold for writers they were not set for? Fitted on all
authors but one, scored on that one; each author once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_checker.facts.tables import field
from ita_checker.facts.tables.likely import MARGIN, likeliest, votes_of
from ita_checker.text.flow import fold
from ita_checker.words import entry, lists_of
from lab.having import asked, weight, without
from lab.sheets import ABOVE, LEFT_OF, Sheet, Table

MEANINGS = ("analysis", "weak_points", "use", "measures", "results")
ANALYSES = ("analysis", "weak_points")  # the parts that a planted SEC001 of measures takes out
MARGINS = tuple(step / 20 for step in range(2, 31))


@dataclass(frozen=True, slots=True)
class Fold:
    """What was fitted without an author, and how that author's examples came out: by the fitted
    value, and by the one set by hand.
    """

    author: str
    fitted: float
    by_hand: float
    count: int
    right: int
    right_by_hand: int
    wrong: int
    wrong_by_hand: int


@dataclass(frozen=True, slots=True)
class Example:
    """How much speaks for a part in a text, and whether the text has it."""

    author: str
    weight: float
    there: bool


def parts(meaning: str, sheets: Sequence[Sheet]) -> Iterator[Fold]:
    """Yield for each author how the weight from which a part may be there (`some`) comes out."""
    examples = list(_examples(meaning, sheets))
    by_hand = float(entry(f"parts.{meaning}")["some"])
    for author in dict.fromkeys(one.author for one in examples):
        own = [one for one in examples if one.author == author]
        fitted = threshold([one for one in examples if one.author != author], by_hand)
        right, hand = (
            sum((one.weight >= least) is one.there for one in own) for least in (fitted, by_hand)
        )
        yield Fold(
            author, fitted, by_hand, len(own), right, hand, len(own) - right, len(own) - hand
        )


def threshold(examples: Sequence[Example], usual: float) -> float:
    """Return the weight that parts those that have from those that lack best, both sides counted
    alike; of several the one nearest to the usual.
    """
    sides = [[one.weight for one in examples if one.there is there] for there in (True, False)]
    if not all(sides):
        return usual
    having, lacking = sides
    weights = sorted({*having, *lacking})
    between = [(one + other) / 2 for one, other in pairwise(weights)]

    def told_apart(least: float) -> tuple[float, float]:
        had = sum(weight >= least for weight in having) / len(having)
        lacked = sum(weight < least for weight in lacking) / len(lacking)
        return had + lacked, -abs(least - usual)

    return max([*between, usual], key=told_apart)


def _examples(meaning: str, sheets: Sequence[Sheet]) -> Iterator[Example]:
    for sheet in sheets:
        kind = "results" if meaning == "results" else "measures"
        lacks = any(one.code == "SEC001" for one in sheet.truth.expected)
        if kind in asked(sheet) and (not lacks or meaning in ANALYSES):
            yield Example(sheet.author, weight(sheet, meaning), not lacks)
        for made in without(sheet, meaning):
            yield Example(sheet.author, weight(made, meaning), False)


def headings(sheets: Sequence[Sheet]) -> Iterator[Fold]:
    """Yield for each author how the likelihood of headings comes out on those of theirs that a
    list knows, learned without any heading that author prints: right, wrong, or nothing said.
    """
    printed = {
        author: _printed([one for one in sheets if one.author == author])
        for author in dict.fromkeys(one.author for one in sheets)
    }
    known = lists_of("headings")
    learned = {
        author: votes_of(
            {
                held: [word for word in words if fold(word) not in own] or list(words)
                for held, words in known.items()
            }
        )
        for author, own in printed.items()
    }
    outcomes = {
        (author, margin): [
            (held, likeliest(heading, learned[author], margin)) for heading, held in own.items()
        ]
        for author, own in printed.items()
        for margin in (*MARGINS, MARGIN)
    }
    for author, own in printed.items():
        others = [other for other in printed if other != author]
        fitted = max(
            MARGINS,
            key=lambda margin: (
                sum(_worth(outcomes[other, margin]) for other in others),
                -abs(margin - MARGIN),
            ),
        )
        right, wrong = _counted(outcomes[author, fitted])
        hand, amiss = _counted(outcomes[author, MARGIN])
        yield Fold(author, fitted, MARGIN, len(own), right, hand, wrong, amiss)


def _printed(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return the headings of tables (folded) that a list knows, with their fields."""
    cells = {
        fold(cell)
        for sheet in sheets
        for piece in sheet.pieces
        if isinstance(piece, Table)
        for row in piece.rows[: piece.heads]
        for cell in row
        if cell not in (LEFT_OF, ABOVE)
    }
    return {cell: held for cell in sorted(cells) if (held := field(cell))}


def _worth(outcomes: Sequence[tuple[str, str]]) -> float:
    """Return what a margin is worth: a wrong field harms three times as much as none."""
    right, wrong = _counted(outcomes)
    return right - 3.0 * wrong


def _counted(outcomes: Sequence[tuple[str, str]]) -> tuple[int, int]:
    right = sum(held == said for held, said in outcomes)
    return right, sum(bool(said) and said != held for held, said in outcomes)
