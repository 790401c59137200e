"""What labels of an office's own words mean, where each stands over several values: what most of
the values look like, then what the words are likely to say, then what no other label holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ita_checker.facts.measures.naming.indicator_names import NAMES
from ita_checker.facts.tables import (
    ACTIVITY,
    BY_LABEL,
    MONITORING,
    NAME,
    NUMBER,
    OUTCOME,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    STEPS,
    TOPIC,
    Stretch,
    by_cells,
    field,
    likely_field,
    look,
    said,
    tells_of_done,
    watches,
)
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.months import FULL, SHORT
from ita_checker.text.patterns import any_of, pattern_of

SURELY = 0.9  # what values taken together are likely to be
TWO = 2
SHORT_TOPIC = 60  # letters that say which indicator a measure is about
DATED = pattern_of(lambda: rf"\d(?:{any_of((*map(fold, FULL()), *map(fold, SHORT())))})")
BY_CELLS = frozenset({RESPONSIBLE, MONITORING, STEPS, TOPIC})
MOST = 0.6  # of a label's values say what it labels
TOLD = frozenset({OUTCOME, RESULT})
BY_VALUES = frozenset({RESPONSIBLE, MONITORING, PERIOD, *TOLD})  # what values can tell


def meant(
    facts: Facts, values: Mapping[str, Sequence[Sequence[Stretch]]], of_rounds: str
) -> dict[str, str]:
    """Return the field that each label means, '' where nothing tells; `values`: for each label what
    stands behind it in each card; `of_rounds`: the label that stands for all rounds.
    """
    texts = {
        label: [text for parts in own if (text := said(facts, parts))]
        for label, own in values.items()
    }
    found = {label: _meant(label, told) for label, told in texts.items()}
    found = _by_values(found, texts)
    if of_rounds in found:  # what was done in it, or how it is watched
        others = {held for label, held in found.items() if label != of_rounds}
        done = ACTIVITY if others & set(RESULT_FIELDS) else RESULT
        found[of_rounds] = MONITORING if found[of_rounds] == MONITORING else done
    watched = [label for label, held in found.items() if held == MONITORING]
    if len(watched) > 1 and STEPS not in found.values() and watched[0] not in BY_LABEL():
        found[watched[0]] = ""  # what is done again and again is watched by what stands below it
    if found.get(of_rounds) in (ACTIVITY, RESULT):  # what is told below the rounds came of them
        came = [label for label, told in texts.items() if any(look(one) in TOLD for one in told)]
        below = [label for label in came if not found[label]]
        found |= dict.fromkeys(below, OUTCOME) | ({of_rounds: ACTIVITY} if below else {})
    fields = set(found.values())
    open_ones = [label for label, held in found.items() if not held]
    plans = {RESPONSIBLE, MONITORING} <= fields and not fields & set(RESULT_FIELDS)
    if plans and STEPS not in fields and len(open_ones) == 1 and not _done(texts[open_ones[0]]):
        found[open_ones[0]] = STEPS  # of a card that says who and when, what is left says how
    return found


def _done(values: Sequence[str]) -> bool:
    """Tell whether most values tell of something done, and when: "แจกบัตร 9 แผนก 21 ตุลาคม"."""
    told = sum(tells_of_done(one) and DATED.search(one) is not None for one in values)
    return TWO * told > len(values)


def _by_values(found: dict[str, str], texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what labels mean with those of which neither words nor looks said it: what their
    values taken together are, where that is likely enough and no other label holds it.
    """
    made = dict(found)
    for label, told in texts.items():
        about = sum(len(one) <= SHORT_TOPIC and NAMES.search(one) is not None for one in told)
        if not made[label] and TOPIC not in made.values() and TWO * about > len(told) > 1:
            made[label] = TOPIC
    reported = any(held in RESULT_FIELDS for held in found.values())
    for label, told in texts.items():
        odds = dict(by_cells(told)) if not made[label] else {}
        odds[TOPIC] = odds.get(TOPIC, 0.0) + odds.pop(NAME, 0.0)  # the card has its name already
        if not reported and not _done(told):
            odds[STEPS] = odds.get(STEPS, 0.0) + odds.pop(ACTIVITY, 0.0)
        held = max(odds, key=lambda one: odds[one])
        if held in BY_CELLS and odds[held] >= SURELY and held not in made.values():
            made[label] = held
    return _planned(made, texts)


def _planned(found: dict[str, str], texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what labels mean where they say who does it and how it is watched, and one alone looks
    like what came of it, by no word of its own: if that was at no time, it is how it is done.
    """
    fields = set(found.values())
    came = [label for label, held in found.items() if held in RESULT_FIELDS]
    plans = {RESPONSIBLE, MONITORING} <= fields and STEPS not in fields
    if not plans or len(came) != 1 or _done(texts[came[0]]):
        return found
    by_words = BY_LABEL().get(came[0]) or field(came[0]) or likely_field(came[0])
    return found if by_words in RESULT_FIELDS else {**found, came[0]: STEPS}


def _meant(label: str, values: Sequence[str]) -> str:
    """Return what a label means by its own words or by what most of its values look like."""
    if known := BY_LABEL().get(label) or field(label):
        return "" if known in (NAME, NUMBER) else known
    looks = Counter(map(_look, values))
    held, times = looks.most_common(1)[0] if looks else ("", 0)
    likely = likely_field(label)
    if held == MONITORING and likely in RESULT_FIELDS and TOLD & looks.keys():
        return likely  # an outcome that repeats the rounds looks like what watches
    if held in BY_VALUES and times >= MOST * len(values):
        of_it = held in TOLD and likely in (ACTIVITY, *RESULT_FIELDS)  # its words say what of it
        return likely if of_it else held
    if likely not in OWN_FIELDS or likely in (RESPONSIBLE, MONITORING):
        return ""
    offices = by_cells(values).get(RESPONSIBLE, 0.0) if likely != RESPONSIBLE else 0.0
    return RESPONSIBLE if offices >= SURELY else likely


def _look(value: str) -> str:
    """Return what a value looks like; an office that looks after something again and again watches
    it, whoever it is.
    """
    return MONITORING if watches(value) and not tells_of_done(value) else look(value)
