"""What the cells below a heading say they are: posts, dates, rounds, things to do, things done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

from ita_checker.facts.tables.fields import (
    MONITORING,
    NAME,
    NUMBER,
    OUTCOME,
    PERIOD,
    RESPONSIBLE,
    RESULT,
    SCORE,
    STEPS,
    TOPIC,
)
from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import fold
from ita_checker.text.months import FULL, SHORT, SPOKEN
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import kept, of_words, words_below, words_of

FEW = {1: 1.3, 2: 1.1}  # cells: as if there were so many times as many, for they say less
AN_OFFICE = 60  # letters: offices and posts are short, whoever does something takes a sentence
A_NAME = 120
BARE = " \t\f-–•*:()[].,/"
DIGIT = re.compile(r"\d")
RUNNING = re.compile(r"\(?\d{1,2}[.)]?")
PART_OF = re.compile(r"(\d{1,2})\.(\d{1,2})")
SCORED = re.compile(r"\d{1,3}\.\d{1,2}%?")
LISTED = re.compile(rf"[{BULLETS}]\w|\(?1[.)]\D")
WHEN = pattern_of(
    lambda: (
        "|".join(
            map(re.escape, sorted(map(fold, (*FULL(), *SPOKEN(), *SHORT())), key=len, reverse=True))
        )
        + f"|{any_of(words_of('fields.cells.times'))}"
    )
)


def _cells(key: str) -> str:
    return any_of(words_of(f"fields.cells.{key}"))


def _phrases(key: str) -> str:
    return spelled(words_of(f"fields.cells.{key}"))


OFFICE = pattern_of(lambda: _cells("offices"))
VERB = pattern_of(lambda: _cells("verbs"))
MEASURE = pattern_of(lambda: _cells("measures"))
WATCHES = pattern_of(lambda: _cells("reports"))
REPORTED_TO = pattern_of(
    lambda: f"{_cells('reports')}.{{0,4}}{_cells('reports_to')}|{_cells('by_then')}"
)
OFTEN = pattern_of(lambda: _cells("how_often"))
CHANGED = pattern_of(
    lambda: (
        rf"{_cells('changes')}|{_cells('from')}\D{{0,16}}\d[^\t\f]{{0,30}}?{_cells('to')}\D{{0,12}}\d"
    )
)
OF_YEAR = pattern_of(lambda: rf"{spelled(words_of('fields.rounds.of_year'))}?25\d\d")
HALVES = of_words(lambda: spelled(words_of("fields.rounds.halves")))
NO_LETTER = "[^ก-ฮa-z]"
NO_YEAR = r"(?<!25\d)"  # "2564 รายงาน…" counts nothing
DONE = pattern_of(
    lambda: (
        rf"{_cells('done')}|{_cells('obtained')}(?!{_cells('obtained_not')})|{NO_YEAR}\d{_cells('counted')}(?!{_cells('counted_not')})"
    )
)
REPORTS = pattern_of(lambda: f"{_cells('reports')}|{_cells('how_often')}|{_cells('joins')}")
ROUNDS = pattern_of(
    lambda: (
        rf"(?:{HALVES()}|{_phrases('rounds')}\d{{1,2}}|\d{{1,2}}{_phrases('months')}|{_phrases('quarters')}\d(?:-\d)?)"
    )
)
ONE_ROUND = pattern_of(
    lambda: f"(?:{_cells('reports')}|{_cells('joins')})*{ROUNDS.pattern}{_phrases('months')}?"
)
A_ROUND = pattern_of(
    lambda: (
        rf"{spelled(words_of('fields.rounds.halves'))}|{_phrases('quarters')}\d(?:-\d)?"
        rf"|{_phrases('rounds')}(?:\d{{1,2}}|{any_of(words_below('rounds.numbers'))}){_phrases('months')}"
    )
)
SEVERAL = pattern_of(
    lambda: (
        rf"{ROUNDS.pattern}{_phrases('months')}?(?:\([^()]{{1,40}}\)|{OF_YEAR.pattern})?"
        f"(?:{_cells('between_rounds')}|[,/-])+{ROUNDS.pattern}"
    )
)
COUNTED_ROUND = pattern_of(
    lambda: rf"{any_of(words_of('rounds.label.leads_numbered'))}\d{{1,2}}(?=\()"
)
# As `sub` would leave no letter of either: each place is taken as soon as it is met.
WHEN_ALONE = pattern_of(lambda: f"(?>{WHEN.pattern}|{NO_LETTER})*+")
ROUNDS_ALONE = pattern_of(lambda: f"(?>{ROUNDS.pattern}|{NO_LETTER})*+")
INDICATORS = of_words(lambda: spelled(words_below("indicators.names")))
WEAK_POINT = pattern_of(
    lambda: rf"(?:{_phrases('indicator')})?(?:{INDICATORS()})(?:\(?\d\d\.\d+\)?)?"
)
CALLED = pattern_of(lambda: rf"\(?(?:\d{{1,2}}[.)]?)?{_cells('measure')}")
IN_BRACKETS = re.compile(r"\([^()]*\)?$")  # "6 เดือน (ต.ค. 64 – มี.ค. 65)"


@kept(maxsize=1 << 12)
def look(text: str) -> str:
    """Return the field that a cell's text (folded) looks like, '' where it may be any."""
    bare = text.strip(BARE)
    if not bare:
        return ""
    if RUNNING.fullmatch(text.strip()):
        return NUMBER
    if SCORED.fullmatch(bare):
        return SCORE
    if WEAK_POINT.fullmatch(bare):
        return TOPIC
    counted = COUNTED_ROUND.match(bare)
    if counted and look(bare[counted.end() :]) in (MONITORING, PERIOD):
        return MONITORING  # "ครั้งที่ 1 (รอบ 6 เดือน)", "งวดที่ 2 (เม.ย. – ก.ย. 65)"
    round_alone = REPORTS.sub("", _without_months(bare))
    if ROUNDS_ALONE.fullmatch(round_alone) and ROUNDS.search(round_alone):
        return MONITORING
    if WHEN_ALONE.fullmatch(bare) and WHEN.search(bare):
        return PERIOD
    if OFFICE.match(bare) and len(bare) <= AN_OFFICE and not DIGIT.search(bare):
        return RESPONSIBLE
    return _told(bare)


def promises(text: str) -> bool:
    """Tell whether words (folded) say of rounds that they are to be reported, and name nothing:
    what leads to the first round speaks of reporting, and the whole looks like how a measure is
    watched.
    """
    first = ROUNDS.search(text)
    return bool(first and WATCHES.search(text, 0, first.start())) and look(text) == MONITORING


def _without_months(bare: str) -> str:
    """Return a text without the months that a bracket at its end gives its round."""
    found = IN_BRACKETS.search(bare)
    months = found and WHEN_ALONE.fullmatch(found[0]) and WHEN.search(found[0])
    return bare[: found.start()] if found and months else bare


def _told(bare: str) -> str:
    """Return what a cell of words looks like: what came of it, what was done, how it is watched,
    a name, or what is to be done.
    """
    if WATCHES.match(bare) and OFTEN.search(bare):
        return MONITORING
    rounds, changed, done = ROUNDS.search(bare), CHANGED.search(bare), DONE.search(bare)
    if rounds and REPORTED_TO.search(bare):
        return MONITORING
    if rounds and not done and not changed and SEVERAL.search(bare, rounds.start()):
        return MONITORING  # of several rounds only plans speak in one breath
    if changed:
        return OUTCOME
    if MEASURE.match(bare) and len(bare) <= A_NAME:
        return NAME
    if done:
        return RESULT
    return STEPS if VERB.match(bare) or LISTED.match(bare) else ""


def _one_round(text: str) -> bool:
    """Tell whether a cell (folded) names one round and at most its months, in brackets."""
    return ONE_ROUND.fullmatch(IN_BRACKETS.sub("", text.strip(BARE))) is not None


def one_round_each(texts: Sequence[str]) -> bool:
    """Tell whether each cell of a column that says anything names one round alone; a page's end may
    have cut a cell in two.
    """
    own = [text for text in texts if text]
    whole = [_one_round(text) for text in own]
    cut = [_one_round(above + below) for above, below in pairwise(own)]
    return all(alone or any(cut[max(0, at - 1) : at + 1]) for at, alone in enumerate(whole))


def names_a_round(text: str) -> bool:
    """Tell whether a piece of a sentence (folded) names a round."""
    return A_ROUND.search(text) is not None or bool(OFTEN.search(text) and ROUNDS.search(text))


def watches(text: str) -> bool:
    """Tell whether a piece of a sentence (folded) says that something is looked at again and
    again, or in a round.
    """
    return names_a_round(text) or OFTEN.search(text) is not None


def tells_of_done(text: str) -> bool:
    """Tell whether a text (folded) tells of something done: what changed, or how much came of it
    and when.
    """
    return bool(CHANGED.search(text) or (DONE.search(text) and DIGIT.search(text)))


def shares(texts: Iterable[str]) -> Mapping[str, float]:
    """Return for each field the share of the filled cells that look like it, less where there are
    few; a cell over several rows is one.
    """
    return _shares(tuple(dict.fromkeys(text for text in texts if text.strip(BARE))))


@kept(maxsize=1 << 6)  # each step that weighs a table's columns asks
def _shares(filled: tuple[str, ...]) -> Mapping[str, float]:
    counted = Counter({NUMBER: len(filled)} if _count_on(filled) else map(look, filled))
    of = max(len(filled), 1) * FEW.get(len(filled), 1.0)
    return {held: count / of for held, count in counted.items() if held}


def _count_on(texts: Sequence[str]) -> bool:
    """Tell whether cells hold the numbers of a list with parts, one after the other: "1.1", "1.2",
    "2.1".
    """
    numbers = (PART_OF.fullmatch(text.strip(BARE)) for text in texts)
    counts = [(int(one[1]), int(one[2])) for one in takewhile(bool, numbers) if one]
    return len(counts) == len(texts) > 1 and all(
        after in ((one[0], one[1] + 1), (one[0] + 1, 1)) for one, after in pairwise(counts)
    )


def calls_itself(texts: Iterable[str]) -> bool:
    """Tell whether most filled cells begin with the word for a measure, numbered or not."""
    filled = [text for text in texts if text.strip(BARE)]
    called = sum(CALLED.match(text) is not None for text in filled)
    return bool(filled) and 2 * called > len(filled)
