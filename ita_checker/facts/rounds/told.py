"""What is told of the rounds named: something done, or only that a report is made in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ita_checker.facts.page import flow, rows
from ita_checker.facts.rounds.calls import calls
from ita_checker.facts.rounds.doing import DONE, ITS_MONTHS, TO_COME, tells_what_was_done
from ita_checker.facts.rounds.in_place import NOT_YET
from ita_checker.facts.rounds.labels import labels
from ita_checker.facts.rounds.mood import Mood, mood
from ita_checker.facts.rounds.named import Round, between, in_one_breath, spans_of
from ita_checker.facts.rounds.sides import HEADS
from ita_checker.facts.rounds.spans import hardened
from ita_checker.facts.tables import ACTIVITY, RESULT_FIELDS, Stretch, grids, said
from ita_checker.facts.years import Kind, Place, place, places
from ita_checker.model import Facts
from ita_checker.text.dates import find
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import built
from ita_checker.words import kept, lists_of

AGAIN = lists_of("rounds.repeated")

WORDS_OF_ITS_OWN = 6  # letters: "ดำเนินการแล้ว" has more, a dash or a remark like "(ถ้ามี)" fewer
REPEATED = built("{report}?{result}?{act}?{doing}?{by}?{measure}?", AGAIN)
SAYS_A_REPORT, TELLS = built("{opens}", AGAIN), built(r"{told}|\d", AGAIN)
SOON = 60  # letters behind a round in which it is said to be still to come
TITLED = 160  # letters below a title in which it tells what came of it
NUMBERING = "0123456789.()- "
SAID = 110  # letters at most in a phrase that only says that a report is made
# letters enough for words of one's own, as many as are asked for and no more
ENOUGH = re.compile(rf"(?:[^\u0e01-\u0e2e]*+[\u0e01-\u0e2e]){{{WORDS_OF_ITS_OWN}}}")
CONSONANT, LETTER = built("{consonant}", AGAIN), built("{consonant}|[a-z]", AGAIN)


def over(facts: Facts, parts: Iterable[Stretch]) -> tuple[int, ...]:
    """Return the months of the rounds that the headings over these cells name, of cells in which
    something stands.
    """
    found: list[int] = []
    text = flow(facts).text
    for start, end in parts:
        if text[start:end].strip("\t\f-.–"):
            found += _named_in(place(facts, start).heading, spans_of(facts))
    return tuple(dict.fromkeys(found))


@kept(maxsize=1 << 10)  # a heading stands over all cells of its column
def _named_in(heading: str, names: frozenset[str]) -> tuple[int, ...]:
    """Return the months of the rounds that a heading names; "by quarter" over several columns names
    none of them, an empty box none beside it.
    """
    said = Flow(heading)
    found = hardened(said.text, labels(said, find(said)), calls(said), names)
    named = [label for label in found if not label.soft and label.ticked is not False]
    at = Counter(label.start for label in named)
    return tuple(label.months for label in named if at[label.start] == 1)


def claims(facts: Facts, one: Round) -> bool:
    """Tell whether a round reported comes with something done: words of its own after it, a verb
    before it, or a row or title it heads.
    """
    own, text = place(facts, one.start), flow(facts).text
    there = between(facts, own.start, own.end)
    several = sum(other.meant and not other.soft for other in there) > 1
    if several and not one.title and repeats(facts, [(own.start, own.end)]):
        return False
    if own.grid < 0 and _comes(text[one.end : own.end]):
        return False
    if one.title:
        return _something_told(facts, one.end)
    if own.grid >= 0 and own.field not in (*RESULT_FIELDS, ACTIVITY):
        return True
    others = [other.start for other in there if not other.soft]
    following = next((start for start in others if start >= one.end), own.end)
    first = not any(start < one.start for start in others)
    told = ENOUGH.match(text, one.end, following) is not None
    if own.grid >= 0 and (own.start, own.end) == (one.start, one.end):
        return told_below(facts, own)
    return told or (first and bool(DONE.search(text, own.start, one.start)))


def _comes(behind: str) -> bool:
    """Tell whether what a piece says behind a round will be done, and tells of nothing before that:
    "รอบ 12 เดือน เมื่อสิ้นเดือนกันยายนแล้วจะเขียนมาอีก".
    """
    months = ITS_MONTHS.match(behind)
    said = behind[months.end() if months else 0 :]
    modal = TO_COME.search(said, 0, SOON)
    return modal is not None and not tells_what_was_done(said[: modal.start()])


def says_only_when(facts: Facts, one: Round) -> bool:
    """Tell whether running text names a round in one breath with others and nothing done before or
    behind them: "รายงานผลรอบ 6 เดือน และรอบ 12 เดือน" says when reports are made. A line of its own
    that begins with words of telling is the title of what is told below it.
    """
    together, own, text = in_one_breath(facts, one), place(facts, one.start), flow(facts).text
    first, last = together[0], together[-1]
    if own.field or len({other.months for other in together}) == 1:
        return False
    if own.grid >= 0:
        own = _in_its_line(facts, own, first, last)
    leads = text[own.start : first.start].lstrip(NUMBERING)
    return not (
        (own.is_heading and HEADS.match(leads))
        or mood(flow(facts), own.start, first.start) is Mood.DONE
        or tells_what_was_done(text[last.end : own.end])
    )


def _in_its_line(facts: Facts, own: Place, first: Round, last: Round) -> Place:
    """Return the lines of a cell, of a table in which no column says what it holds, that name
    rounds: what its other lines tell they tell of something else.
    """
    known = rows(facts)
    begins, ends = (known.rows[known.at(at)] for at in (first.start, last.start))
    return replace(own, start=max(own.start, begins.start), end=min(own.end, ends.end))


def told_below(facts: Facts, own: Place) -> bool:
    """Tell whether something is told in the cell under one that a round alone heads."""
    rows = grids(facts)[own.grid].rows[own.row :]
    column = next(
        (at for at, slot in enumerate(rows[0].slots) if (own.start, own.end) in slot.parts), None
    )
    below = rows[1].slots[column] if column is not None and len(rows) > 1 else None
    told = said(facts, below.parts) if below else ""
    return ENOUGH.match(told) is not None and not NOT_YET.match(told)


def _something_told(facts: Facts, after: int) -> bool:
    """Tell whether anything is reported below a title: a cell of results, a verb of something
    done, or right below it what changed or how much came of it.
    """
    text = flow(facts).text
    done = DONE.search(text, after) or tells_what_was_done(text[after : after + TITLED])
    return bool(done) or any(
        own.start >= after and own.kind is Kind.RESULT and own.row >= 0 for own in places(facts)
    )


def repeats(facts: Facts, parts: Iterable[Stretch]) -> bool:
    """Tell whether what stands there is nothing but round labels and the words that a report is
    made in those rounds.
    """
    for start, end in parts:
        own = [label for label in between(facts, start, end) if not label.soft]
        if not own:
            continue
        text = flow(facts).text
        beside = _bare(text[start : own[0].start]) + "".join(_between(text, own, end))
        if not LETTER.search(beside):
            return True
    return False


def _between(text: str, own: list[Round], end: int) -> Iterable[str]:
    for one, following in zip(own, [*own[1:], None], strict=True):
        yield text[one.end : max(one.end, following.start)] if following else text[one.end : end]


def _bare(text: str) -> str:
    """Return what stands before the first label, a phrase like
    "รายงานผลการดำเนินงานตามมาตรการเผยแพร่ข้อมูล" taken away.
    """
    if SAYS_A_REPORT.match(text) and len(text) < SAID and not TELLS.search(text):
        return ""
    return REPEATED.sub("", text)
