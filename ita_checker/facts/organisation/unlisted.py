"""Names of an office of a class without a list, beside its own: its name with a slip of the pen,
and another office of its class where only the reporting one is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.organisation.other import CLASS, NONE
from ita_checker.facts.organisation.own_place import as_own
from ita_checker.facts.organisation.relations import Reporter
from ita_checker.facts.organisation.words import THAI, some
from ita_checker.facts.page import flow, scanned
from ita_checker.model import Facts
from ita_checker.text.compare import distance, lookalike
from ita_checker.text.flow import fold
from ita_checker.text.gazetteer import known as is_place
from ita_checker.text.names import Nearness, nearness
from ita_checker.text.patterns import pattern_of, places
from ita_checker.text.tokens import known, tokens
from ita_checker.words import words_of

SLIPS = 2  # letters by which a name may differ and be the own one with a slip
SHORTEST = 12  # letters of a name in which a slip is told from another name
LIKELY_OWN = 0.0  # nats
OPENING = pattern_of(CLASS)
# What only the office that reports does, behind its name: "… จึงกำหนดมาตรการ"
REPORTS = pattern_of(
    lambda: (
        rf"(?:\([^()]{{1,20}}\))?{some('organisation.unlisted.therefore')}{THAI}{{0,30}}{some('organisation.acts.objects')}"
    )
)
# "พนักงานและลูกจ้างขององค์การ… ทุกคน": whose staff is bound; no part of an office bears such a name
BINDS = pattern_of(
    lambda: (
        f"{some('organisation.staff.people')}{some('organisation.unlisted.whose')}"
        f"(?!{some('organisation.unlisted.also_parts')})({CLASS()}{THAI}{{4,60}}?)"
        f"{some('organisation.unlisted.all_staff')}"
    )
)
# What an office does goes on from its class word alone: "กรมได้มอบหมาย…" names none.
RUNS_ON = pattern_of(
    lambda: some(
        "organisation.acts.particles", "organisation.acts.modal", "organisation.acts.verbs"
    )
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A name beside the own one, as the flow's letters; `slip`: the own one, misspelt, `sure`
    where no other office can be meant.
    """

    start: int
    end: int
    slip: bool
    sure: bool = False


def beside(facts: Facts, own: Reporter) -> tuple[Beside, ...]:
    """Return such names in order; none for an office that is of a listed class, or that a picture's
    reader may have misread.
    """
    if own.letters is None or scanned(facts):
        return ()
    found = (*_slipped(facts, own), *_others(facts, own), *_bound(facts, own))
    return tuple(sorted(found, key=lambda one: one.start))


def _name(own: Reporter) -> str:
    """Return the own name without its legal form."""
    forms = (fold(form) for form in words_of("offices.legal_forms"))
    return next(
        (own.proper.removesuffix(one) for one in forms if own.proper.endswith(one)), own.proper
    )


def _head(own: Reporter) -> str:
    match = OPENING.match(own.proper)
    return match[0] if match else ""


def _slipped(facts: Facts, own: Reporter) -> Iterator[Beside]:
    """Yield where the own name stands with one or two letters wrong, which make no other word; or
    one, which makes another, where the own name belongs.
    """
    letters, name, head = flow(facts), _name(own), _head(own)
    text = letters.text
    if len(name) < SHORTEST or not head:
        return
    for at, _ in places(text, head):
        if text.startswith(name, at):
            continue
        ends = range(at + len(name) - SLIPS, at + len(name) + SLIPS + 1)
        # of ends that are as near, the one before a space
        slips, _, end = min(
            (distance(name, text[at:end]), not letters.gap(end), end) for end in ends
        )
        if slips > SLIPS or nearness(name, text[at:end]) is not Nearness.NEAR:
            continue
        sure = _is_slip(name, text[at:end])
        meant = slips == 1 and not _names_a_place(name, text[at:end])
        if sure or (meant and as_own(facts, (at, end)) >= LIKELY_OWN):
            yield Beside(at, end, True, sure)


def _is_slip(name: str, read: str) -> bool:
    return lookalike(name, read) or any(not known(word) for word in _strange(name, read))


def _strange(name: str, read: str) -> set[str]:
    return set(tokens(read)) - set(tokens(name))


def _names_a_place(name: str, read: str) -> bool:
    """Tell whether one letter makes the name of another place's office: ด่านศุลกากรระนอง."""
    return any(is_place(word) for word in _strange(name, read))


def _others(facts: Facts, own: Reporter) -> Iterator[Beside]:
    """Yield where another office of the same class is said to report: a phrase of its own before
    "จึงกำหนดมาตรการ…", not words that run on behind the class word.
    """
    letters, name, head = flow(facts), _name(own), _head(own)
    text = letters.text
    for at, _ in places(text, head) if head else ():
        if not letters.gap(at):
            continue
        end = next(iter(letters.gaps(at + 1, min(len(text), at + 90))), None)
        phrase = text[at:end] if end else ""
        runs_on = RUNS_ON.match(text, at + len(head))
        if end is None or runs_on or not _is_another(name, phrase) or not REPORTS.match(text, end):
            continue
        if as_own(facts, (at, end)) >= LIKELY_OWN:
            yield Beside(at, end, False)


def _bound(facts: Facts, own: Reporter) -> Iterator[Beside]:
    """Yield where a report binds all the staff of another office of the same class."""
    name, head = _name(own), _head(own)
    for match in BINDS.finditer(flow(facts).text):
        phrase = match[1]
        if phrase.startswith(head) and _is_another(name, phrase):
            yield Beside(*match.span(1), False)


def _is_another(name: str, phrase: str) -> bool:
    """Tell whether a phrase is long enough for a name, and neither the own one nor part of it."""
    own = name.startswith(phrase) or phrase.startswith(name) or distance(name, phrase) <= SLIPS
    return len(phrase) >= SHORTEST and not own and not NONE.search(phrase)
