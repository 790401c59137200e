"""Does a row head the ones below it? Asked of each of its cells against those under it: what it is
called or likely means, whether it is one of them; one decision over the whole row, with a margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ita_checker.facts.tables.contents import look
from ita_checker.facts.tables.fields import (
    LONGEST,
    MEASURE,
    NAME,
    NUMBER,
    PROJECT,
    RESULT,
    TOPIC,
    begins_with_head,
    field,
)
from ita_checker.facts.tables.grid import Row, Slot, said
from ita_checker.facts.tables.likely import likely_field
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import words_below, words_of

FEWEST_COLUMNS = 3  # of a row that heads a table by its form: cards have two
LISTED = 1.5  # a heading that the vocabulary has
IN_PASSING = 0.5  # one that only holds a listed word: "การเปิดเผยการใช้จ่ายงบประมาณ" is a name
LIKELY = 1.0  # one that is likely to be, or a round
AMONG = -2.0  # the same words stand under it
ALIKE = -1.5  # the same kind of words do
ALIKE_YET_LIKELY = -1.0  # they do, though it is likely a heading: "กลุ่มงาน" over "กลุ่มงานเภสัชกรรม"
A_MEASURE = -2.0  # it names a measure, as those under it do
APART = 0.5  # what stands under it shows a kind of its own, and it does not
LONGER = -1.0  # it is longer than what stands under it
ENOUGH = 0.7  # of the cells' mean
TWO = 2
SHORT = 24  # letters of a heading without a name in it
ASKS = pattern_of(lambda: any_of(words_of("fields.asks")) + "$")
A_ROUND = pattern_of(
    lambda: (
        f"{any_of(words_of('fields.rounds.result'))}?\\(?{spelled(words_of('fields.rounds.of'))}"
        f"(?:\\d{{1,2}}(?:-\\d)?{any_of(words_of('fields.rounds.months'))}?"
        f"|{any_of(words_below('rounds.numbers'))}{any_of(words_of('fields.rounds.months'))})"
        f"|{any_of(words_of('fields.rounds.result'))}?{spelled(words_of('fields.rounds.halves'))}"
    )
)
NO_ROLE = frozenset({NUMBER, PROJECT, TOPIC})


def heads_a_round(facts: Facts, row: Row) -> bool:
    """Tell whether a row is one cell over all columns that names a round: the rows below are of
    it.
    """
    first = row.slots[0]
    alone = sum(slot.filled for slot in row.slots) == 1 and first.across == len(row.slots) >= TWO
    return alone and A_ROUND.search(said(facts, first.parts)) is not None


def set_off(facts: Facts, rows: Sequence[tuple[Slot, ...]], first: int) -> bool:
    """Tell whether a row heads the ones below: most of its cells say what stands under them and are
    none of it.
    """
    row = rows[first]
    texts = {column: said(facts, slot.parts) for column, slot in enumerate(row) if slot.filled}
    below = [
        other
        for other in rows[first + 1 :]
        if _filled(other) > 1
        if any(said(facts, other[column].parts) != text for column, text in texts.items())
    ]  # not where it is said again
    named = any(NAME in (field(text), likely_field(text)) for text in texts.values())
    fewest = TWO if named else FEWEST_COLUMNS
    if len(texts) < fewest or not below or max(map(len, texts.values())) > LONGEST:
        return False
    under = {
        column: [
            said(facts, other[column].parts)
            for other in below
            if other[column].origin != row[column].origin
        ]
        for column in texts
    }
    fields = {held for text in texts.values() if (held := meant(text))}
    if len(fields) < TWO and not _calls_them(texts, under):
        return False
    weight = sum(speaks(text, under[column]) for column, text in texts.items())
    return weight >= ENOUGH * len(texts) and bool(fields - NO_ROLE or _calls_them(texts, under))


def meant(text: str) -> str:
    """Return the field that a heading stands over as far as it says: under a round stands what was
    done in it.
    """
    return field(text) or likely_field(text) or (RESULT if A_ROUND.match(text) else "")


def speaks(text: str, below: Sequence[str]) -> float:
    """Return how much says that a cell heads those under it."""
    found = 0.0
    listed, likely = field(text), likely_field(text)
    if ASKS.search(text) or (listed and is_of_head(text)) or A_ROUND.fullmatch(text):
        found += LISTED
    elif listed:
        found += IN_PASSING
    elif likely or A_ROUND.match(text):
        found += LIKELY
    filled = [other for other in below if other]
    if text in below:
        found += AMONG
    looks = [look(other) for other in filled]
    own = "" if listed in (NAME, NUMBER) or ASKS.search(text) else look(text)
    if own and 2 * looks.count(own) >= len(looks) > 0:
        found += ALIKE_YET_LIKELY if likely else ALIKE
    elif not own and any(looks):
        found += APART
    if text.startswith(MEASURE()) and not listed and _measures(filled):
        found += A_MEASURE
    longer = filled and len(text) > sum(map(len, filled)) / len(filled)
    if longer and not (listed or likely):
        found += LONGER
    return found


def is_of_head(text: str) -> bool:
    """Tell whether a field's word is what a heading is about: it stands first, or the heading is
    short and as a whole like those of its field.
    """
    likely = likely_field(text)
    whole = len(text) <= SHORT and likely and field(text) in ("", likely)
    return begins_with_head(text) or bool(whole)


def _measures(texts: Iterable[str]) -> bool:
    called = [text.startswith(MEASURE()) for text in texts]
    return bool(called) and 2 * sum(called) >= len(called)


def _calls_them(texts: Mapping[int, str], under: Mapping[int, Sequence[str]]) -> bool:
    """Tell whether most columns show by their cells alone what they hold, one of them measures'
    names, under words that are shorter and none of these.
    """
    apart = [column for column in texts if any(map(look, under[column]))]
    named = any(_measures([one for one in under[column] if one]) for column in texts)
    usual = sum(sum(map(len, cells)) / len(cells) for cells in under.values() if cells)
    shorter = sum(map(len, texts.values())) < usual
    several = max(map(len, under.values())) > 1
    return several and named and shorter and 2 * len(apart) >= len(texts)


def _filled(row: Sequence[Slot]) -> int:
    return sum(slot.filled for slot in row)
