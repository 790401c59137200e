"""The measures: those the report plans and those it reports on, from tables and prose, and which
belongs to which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_checker.facts.measures.cards.in_cards import cards
from ita_checker.facts.measures.cards.in_labelled_cards import LabelledCard, labelled_cards
from ita_checker.facts.measures.naming.labels import CALLED, RESULTS
from ita_checker.facts.measures.naming.named_twice import told_twice
from ita_checker.facts.measures.naming.names import heads_a_part, nameless
from ita_checker.facts.measures.naming.record import Measure, filled, together
from ita_checker.facts.measures.paired.in_series import with_series
from ita_checker.facts.measures.paired.listed import listed_alone
from ita_checker.facts.measures.paired.measured import from_card, from_labelled, from_prose
from ita_checker.facts.measures.paired.pairing import A_WORD, SCANNED_WORD, Pair, pair
from ita_checker.facts.measures.paired.told_by_name import counted_results, set_again, told_by_name
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.measures.prose.levels import over, siblings
from ita_checker.facts.measures.prose.listed_steps import with_listed_steps
from ita_checker.facts.measures.prose.nested import with_nested
from ita_checker.facts.measures.prose.parted_lines import with_parted
from ita_checker.facts.measures.prose.planned_again import among, overlap, overlaps, without_plan
from ita_checker.facts.measures.prose.recurring import recurring
from ita_checker.facts.measures.prose.remarks import without_remarks
from ita_checker.facts.measures.prose.told_alike import told_alike
from ita_checker.facts.measures.prose.told_of_it import (
    gives,
    planned_too,
    tells_results,
    told_in_name,
)
from ita_checker.facts.measures.rows.by_name import by_name
from ita_checker.facts.measures.rows.by_number import by_number
from ita_checker.facts.measures.rows.in_tables import measures, plans, reports
from ita_checker.facts.measures.rows.told_across import told_across
from ita_checker.facts.page import flow, scanned
from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    MONITORING,
    OWN_FIELDS,
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    STEPS,
    Stretch,
    grids,
    look,
)
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.patterns import pattern_of

__all__ = [
    "Measure",
    "Pair",
    "filled",
    "pairs",
    "plan",
    "results",
]

MANY = 2  # names of posts that make a list of people, and of which half are
MEASURES = pattern_of(lambda: CALLED())


def plan(facts: Facts) -> tuple[Measure, ...]:
    """Return the measures the report sets, each once, in order."""
    return facts.once(_plan)


def results(facts: Facts) -> tuple[Measure, ...]:
    """Return what is reported done, row by row, in order."""
    return facts.once(_results)


def pairs(facts: Facts) -> tuple[Pair, ...]:
    """Return every planned measure with its results, then the results no plan fits; together the
    best there is.
    """
    return facts.once(_pairs)


def _in_cards(facts: Facts) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    """Return the measures of cards: those that plan, and those that report; a card may do both."""
    return facts.once(_of_cards)


def _of_cards(facts: Facts) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    runs = [[from_card(facts, card)] for card in cards(facts)]
    runs += [[from_labelled(facts, card) for card in run] for run in facts.once(_apart)]
    made = [one for run in runs for one in run]
    reported = tuple(
        one
        for run in runs
        for one in run
        if _tell_results(run) or not set(one.fields) & {STEPS, MONITORING, GUIDELINE}
    )
    planned = tuple(one for one in made if set(one.fields) & {STEPS, GUIDELINE, MONITORING})
    return planned, reported


def _tell_results(run: Sequence[Measure]) -> bool:
    """Tell whether most of the cards that belong together give results: what another lacks is
    missing, and it plans nothing.
    """
    given = sum(bool(set(one.fields) & set(RESULT_FIELDS)) for one in run)
    return 2 * given > len(run)


def _apart(facts: Facts) -> list[list[LabelledCard]]:
    """Return the cards of recurring labels that no other reading of the report has understood, or
    of which it has understood less, those together that belong together.
    """
    other = [one for one in told(facts) if set(one.fields) & OWN_FIELDS]
    framed = [one.name for one in cards(facts)]
    return [
        [card for card in run if card.known or 2 * sum(one.known for one in run) > len(run)]
        for run in labelled_cards(facts)
        if not any(_reaches(run, name) for name in framed)
        if _says_more(run, [one for one in other if _reaches(run, one.name)])
    ]


def _reaches(run: Sequence[LabelledCard], name: Stretch) -> bool:
    return run[0].name[0] <= name[0] < run[-1].end or run[0].name[0] < name[1] <= run[-1].end


def _says_more(run: Sequence[LabelledCard], other: Sequence[Told]) -> bool:
    """Tell whether cards give their measures more fields than another reading of the same ones, or
    hold labels that it took for what stands before them.
    """
    if not other:
        return True
    same = [one for one in other if any(overlap(one.name, card.name) for card in run)]
    own = {field for card in run for field in card.fields if field in OWN_FIELDS}
    known = {field for one in other for field in one.fields if field in OWN_FIELDS}
    unplaced = len(other) == len(run) and any(card.unplaced for card in run)
    return len(other) == len(same) and (known < own or (known == own and unplaced))


def _prose(facts: Facts) -> Sequence[Told]:
    """Return the measures told in prose that are none of the cards of recurring labels."""
    return facts.once(_told_in_prose)


def _told_in_prose(facts: Facts) -> Sequence[Told]:
    runs = facts.once(_apart)
    own = [(card.name[0], card.end) for run in runs for card in run]
    made = [
        one
        for one in without_remarks(facts, _of_lists(facts))
        if not any(start < one.name[1] and one.name[0] < end for start, end in own)
        if not any(one.end > card.name[0] > one.name[0] for run in runs for card in run[1:])
    ]
    return told_alike(facts, made)


def _of_lists(facts: Facts) -> list[Told]:
    """Return the measures told in prose with those of lists whose items are alike."""
    return with_nested(facts, with_parted(facts, told(facts)))


def _plan(facts: Facts) -> tuple[Measure, ...]:
    tables = [grid for grid in grids(facts) if plans(grid)]
    both = [grid for grid in tables if reports(grid)]
    own = [grid for grid in tables if grid not in both]
    planned, reported = _in_cards(facts)
    made = [measure for grid in own for measure in measures(facts, grid)]
    made += [one for one in planned if one not in reported]
    titled = [from_prose(facts, one) for one in _titled(facts)]
    own_cards = {one.name for one in reported}
    if not all(one.name in own_cards for one in titled):  # else a card's first row out of it
        made += titled
    over_results = [one.name for one in _prose(facts) if tells_results(one)]
    made = with_listed_steps(facts, with_series(facts, made, over_results), _prose(facts))
    if not any(measure.sure for measure in made):
        made += [measure for grid in both for measure in measures(facts, grid)]
        made += planned
        made += [from_prose(facts, one) for one in planned_too(_prose(facts))]
    if not any(measure.sure for measure in made):
        titles = {card.name for card in cards(facts)}
        made = [
            replace(from_prose(facts, one), listed=True)
            for one in _prose(facts)
            if one.name not in titles and one.mode != RESULTS and not gives(one) & OWN_FIELDS
        ]
    return _each_once(_surest(facts, made or _listed(facts)))


def _listed(facts: Facts) -> list[Measure]:
    """Return the measures that the report only lists, and names again over what was done."""
    return listed_alone(facts) or set_again(facts, facts.once(_read))


def _titled(facts: Facts) -> list[Told]:
    """Return the measures told in prose of which something planned is told, with those that the
    same section counts among them and sentences tell of.
    """
    made = [one for one in _prose(facts) if not tells_results(one)]
    own = [one for one in made if gives(one) & {STEPS, GUIDELINE, RESPONSIBLE, MONITORING}]
    text, names = flow(facts).text, [one.name[0] for one in own]
    beside = [
        one
        for one in made
        if one.mode != RESULTS and one.body and not gives(one)
        if any(siblings(text, one.name[0], name) for name in names)
    ]
    return [one for one in made if one in own or one in beside]


def _read(facts: Facts) -> tuple[Measure, ...]:
    """Return the results that tables, cards and prose tell by their layout, whatever the plan."""
    made = [
        measure for grid in grids(facts) if reports(grid) for measure in measures(facts, grid)
    ] + list(_in_cards(facts)[1])
    for one in _prose(facts):
        if tells_results(one):
            made.append(from_prose(facts, one))
            continue
        body = tuple(one.body) or told_in_name(facts, one)
        if body and one.mode == RESULTS and not set(one.fields) & OWN_FIELDS - {RESPONSIBLE}:
            measure = from_prose(facts, one)
            made.append(replace(measure, fields={ACTIVITY: body, RESULT: body}))
    return tuple(made)


def _results(facts: Facts) -> tuple[Measure, ...]:
    made, planned = list(facts.once(_read)), plan(facts)
    again = told_twice(facts, planned) or recurring(facts, planned)
    names = [one.name for one in planned]
    apart = [one for one in made if one.table or not overlaps(one, names)]
    known = [one for one in planned if among(one, apart)]
    rows = any(one.table and not one.labelled for one in made)
    if len(known) < len(planned) and not (known and rows):
        by_names = tuple(told_by_name(facts, planned))
        made = made if known or not by_names else []
        again = max(again, by_names, key=_names)
    made = without_plan(made, again, names)
    made += [one for one in again if not among(one, made)]
    made = made or told_across(facts, planned)
    made = made or ([] if planned else counted_results(facts))
    made = by_name(by_number(facts, made, planned), planned)
    return _numbered(_surest(facts, made))


def _names(told: Sequence[Measure]) -> tuple[int, int]:
    """Return of how many measures something is told, and in how many places."""
    return len({one.called for one in told}), len(told)


def _surest(facts: Facts, made: list[Measure]) -> list[Measure]:
    """Return those said to be measures, where there are none all; what heads a section is none."""
    made = _without_people([measure for measure in made if not nameless(measure.called)])
    text = flow(facts).text
    own = [measure for measure in made if not heads_a_part(text, measure.name[0])]
    made = own if len(own) > len(made) - len(own) else made
    names = [measure.name[0] for measure in made]
    made = [one for one in made if one.own or one.unplaced or not over(text, one.name[0], names)]
    return [measure for measure in made if measure.sure] or made


def _without_people(made: list[Measure]) -> list[Measure]:
    """Return them, those called measures alone where half or more are posts and offices: who came
    to a meeting.
    """
    people = [measure for measure in made if look(measure.called) == RESPONSIBLE]
    if len(people) < MANY or MANY * len(people) < len(made):
        return made
    return [measure for measure in made if MEASURES.match(measure.called)]


def _numbered(made: Iterable[Measure]) -> tuple[Measure, ...]:
    ordered = sorted(made, key=lambda measure: measure.name)
    return tuple(replace(measure, order=order) for order, measure in enumerate(ordered))


def _each_once(made: list[Measure]) -> tuple[Measure, ...]:
    """Return the measures in order; one that is named twice (a summary and its details) once, with
    the fields of both.
    """
    kept: list[Measure] = []
    for measure in sorted(made, key=lambda measure: measure.name):
        same = next((at for at, other in enumerate(kept) if other.called == measure.called), None)
        if same is None:
            kept.append(measure)
        else:
            kept[same] = replace(kept[same], fields=together(kept[same].fields, measure.fields))
    return _numbered(kept)


def _pairs(facts: Facts) -> tuple[Pair, ...]:
    return pair(plan(facts), results(facts), SCANNED_WORD if scanned(facts) else A_WORD)
