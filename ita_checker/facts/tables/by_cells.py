"""How likely each field is for a column, by what stands in its cells alone: the words they begin
with, hold and end with, how long they are, what looks like a date, a round, something done. What
each of these says was learned from reports whose columns are known (`python -m lab learn columns`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ita_checker.facts.tables.contents import A_ROUND, BARE, DONE, WHEN, look
from ita_checker.facts.tables.fields import (
    ACTIVITY,
    MONITORING,
    NAME,
    PERIOD,
    RESPONSIBLE,
    RESULT,
    STEPS,
    TOPIC,
)
from ita_checker.text.around import NUMBER, general
from ita_checker.text.learned import learned_of_each
from ita_checker.text.tokens import tokens
from ita_checker.words import kept

WEIGHTS = "columns"
# what a table tells of a measure; guidelines count as steps, outputs and outcomes as results
ELSE = ""  # what else tables tell: what was found, what is hoped for, where the proof lies
FIELDS = (NAME, TOPIC, STEPS, RESPONSIBLE, MONITORING, PERIOD, ACTIVITY, RESULT, ELSE)
HEAD, TAIL = 40, 16  # letters of a cell whose words are looked at
CELLS = 6  # of a column that are looked at: more say the same once more
ALONE = 0.5  # cells that a column is taken to lack: one cell alone says less
LENGTHS, DIGITS = 14, 6  # classes of length, and digits that are counted, at most
NOTHING = (0.0,) * len(FIELDS)
LEADING = frozenset("#.()-•*/ ")


@kept(maxsize=1 << 12)
def cell_signs(text: str) -> frozenset[str]:
    """Return what a cell (folded) shows: its words, length, digits, and what it looks like."""
    return frozenset(_signs(text))


def _signs(text: str) -> Iterator[str]:
    words = [general(word) for word in tokens(text[:HEAD])]
    first = next((at for at, word in enumerate(words) if word not in LEADING), len(words))
    own = words[first:]
    if first:
        yield "numbered" if NUMBER in words[:first] else "marked"
    if own:
        yield f"^{own[0]}"
        yield from (f"_{word}" for word in own)
    if len(own) > 1:
        yield f"^{own[0]}|{own[1]}"
    last = [general(word) for word in tokens(text[-TAIL:])]
    if len(text) > HEAD:
        yield from (f"_{word}" for word in last)
    yield from (f"${word}" for word in last[-1:])
    yield f"long {min(int(2 * math.log2(max(len(text), 1))), LENGTHS)}"
    yield f"digits {min(len(re.findall(r'[0-9]', text)), DIGITS)}"
    yield f"looks {look(text)}"
    shown = {"when": WHEN, "round": A_ROUND, "done": DONE}
    yield from (name for name, pattern in shown.items() if pattern.search(text))


def of_field(field: str, signs: Iterable[str]) -> Iterator[str]:
    """Yield signs as they are learned: what each says for one field."""
    yield f"{field}:"
    yield from (f"{field}:{sign}" for sign in signs)


def _shares(text: str) -> tuple[float, ...]:
    """Return how likely each field is by one cell, in nats."""
    weights = learned_of_each(WEIGHTS, FIELDS)
    said = (weights[sign] for sign in ("", *cell_signs(text)) if sign in weights)
    return _parted([math.fsum(own) for own in zip(NOTHING, *said, strict=True)])


def _parted(nats: Sequence[float]) -> tuple[float, ...]:
    """Return nats of alternatives of which one is right, their odds summing up to 1."""
    most = max(nats)
    whole = most + math.log(math.fsum(math.exp(one - most) for one in nats))
    return tuple(one - whole for one in nats)


def by_cells(texts: Iterable[str]) -> Mapping[str, float]:
    """Return for each field how likely it is by a column's cells, 0 to 1 ('' for none of them);
    nothing where all are empty. Cells of one column are alike: four say twice as much as one.
    """
    own = [text for text in dict.fromkeys(texts) if text.strip(BARE)][:CELLS]
    if not own:
        return {}
    alike = math.sqrt(len(own)) * (len(own) + ALONE)
    columns = zip(*map(_shares, own), strict=True)
    sums = [math.fsum(column) * len(own) / alike for column in columns]
    return {field: math.exp(one) for field, one in zip(FIELDS, _parted(sums), strict=True)}
