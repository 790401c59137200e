"""Names of an office of a class without a list, beside its own: its name with a slip of the pen,
and another office of its class where only the reporting one is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.organisation.addresses import Place
from ita_checker.facts.organisation.kinds import Kind
from ita_checker.facts.organisation.letters import FIRM, OF_A_NAME
from ita_checker.facts.organisation.mentions import Mention
from ita_checker.facts.organisation.other import NONE
from ita_checker.facts.organisation.own_place import as_own, bound
from ita_checker.facts.organisation.relations import Reporter
from ita_checker.facts.organisation.run_on import CLASS
from ita_checker.facts.organisation.standing import OTHER, TOPIC, stand
from ita_checker.facts.organisation.surroundings import POST
from ita_checker.facts.organisation.words import THAI, some
from ita_checker.facts.page import flow, scanned
from ita_checker.model import Facts
from ita_checker.text.compare import distance, lookalike
from ita_checker.text.flow import Flow, fold
from ita_checker.text.gazetteer import known as is_place
from ita_checker.text.names import Nearness, nearness
from ita_checker.text.patterns import any_of, pattern_of, places
from ita_checker.text.tokens import known, tokens
from ita_checker.words import of_words, words_below, words_of

OFTEN = 2  # times that a name is spelled otherwise than where it stands first
SLIPS = 2  # letters by which a name may differ and be the own one with a slip
SHORTEST = 12  # letters of a name in which a slip is told from another name
FEWEST = 4  # letters of a name behind its class word
LIKELY_OWN = 0.0  # nats: enough where the place says that it is the reporting one's
AS_OWN = 2.0  # and where only the words around do
LEAST_OF_TOPICS = {
    TOPIC: 3.0,
    OTHER: 3.5,
}  # what is spoken of makes it another's, or beside it
PLACES = frozenset(["cover", "title", "head", "sign", "running"])
NEAR = 12  # letters before a name
OPENING = pattern_of(CLASS)
# What only the office that reports does, behind its name: "… จึงกำหนดมาตรการ"
REPORTS = pattern_of(
    lambda: (
        rf"(?:\([^()]{{1,20}}\))?{some('organisation.unlisted.therefore')}{THAI}{{0,30}}{some('organisation.acts.objects')}"
    )
)
# What an office does goes on from its class word alone: "กรมได้มอบหมาย…" names none.
ACTS = tuple(f"organisation.acts.{name}" for name in ("particles", "modal", "verbs"))
RUNS_ON = pattern_of(
    lambda: (
        f"{some(*ACTS)}"
        f"|(?!{some('organisation.unlisted.begins_names')})"
        f"(?:{any_of(words_below('names.follows'))}|{some('names.perhaps')})"
    )
)
INSIDE = pattern_of(lambda: f"{some('organisation.unlisted.inside')}$")
ENDS = pattern_of(lambda: some("organisation.unlisted.ends"))
ENDS_ALONE = of_words(lambda: frozenset(map(fold, words_of("organisation.unlisted.ends_alone"))))
PARTS = pattern_of(lambda: f"{some('organisation.unlisted.also_parts')}")
LETTERS = pattern_of(lambda: f"{THAI}{{1,80}}")
APART = re.compile("[\t\f]")
FAMILY = "unlisted"


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
    found = (*_slipped(facts, own), *_others(facts, own))
    return tuple(sorted(found, key=lambda one: one.start))


def spelled_more(facts: Facts, own: Reporter) -> tuple[int, int] | None:
    """Return where the own name stands first as it is spelled more often, where it was read from
    the one place that spells it so; None where that is its usual spelling.
    """
    text = flow(facts).text
    if own.letters is None or scanned(facts) or text.count(_name(own)) > 1:
        return None
    found = [(one.start, one.end) for one in _slipped(facts, own) if one.sure]
    times = Counter(text[start:end] for start, end in found)
    return next((place for place in found if times[text[slice(*place)]] >= OFTEN), None)


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
        if APART.search(text, at, end):
            continue  # it goes on in another cell or on another page
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
    """Yield where another office of the own one's class has its part: the words around it are such
    as reports use of their own office, and nothing beside it makes it another's.
    """
    name, head = _name(own), _head(own)
    kind = Kind(head, FAMILY, FAMILY)
    parts, text = PARTS.fullmatch(head) is not None, flow(facts).text
    for one in stand(facts, tuple(_named(facts, name, kind)) if head else ()):
        start, end = one.mention.start, one.mention.end
        if not _is_another(name, text[start:end]) or head in one.mention.proper:
            continue
        if one.zone not in PLACES and text[end : end + 1].isdigit():
            continue  # "สถาบันพบเจ้าหน้าที่ 4 ศูนย์": what is counted is no name
        reports = REPORTS.match(text, end) is not None
        low = max(0, start - NEAR)
        led = INSIDE.search(text, low, start) or POST.search(text, low, start)
        surely = reports or led or one.zone in PLACES or OF_A_NAME.match(text, end)
        least = LIKELY_OWN if surely else AS_OWN
        least = LEAST_OF_TOPICS.get(one.zone, least)
        as_usual = as_own(facts, (start, end)) >= least
        phrase = len(tokens(one.mention.proper)) > 1  # "รายงานผู้อำนวยการสถาบันสิ้นปี"
        told = as_usual and (reports or (phrase and not parts))
        if told or (not parts and bound(facts, one.mention)):
            yield Beside(start, end, False)


def _named(facts: Facts, name: str, kind: Kind) -> Iterator[Mention]:
    """Yield what stands behind the class word as a name, up to white space or a word that goes on
    with the sentence; the own name is none.
    """
    letters = flow(facts)
    for at, begun in places(letters.text, kind.name):
        if RUNS_ON.match(letters.text, begun):
            continue
        end = _end(letters, begun)
        if end - begun >= FEWEST and not letters.text.startswith(name, at):
            proper = letters.text[begun:end]
            yield Mention(at, begun, end, kind, proper, False, FIRM, Place(end))


def _end(letters: Flow, begun: int) -> int:
    """Return where a name ends that begins at a letter."""
    run = LETTERS.match(letters.text, begun)
    high = run.end() if run else begun
    parted = (at for at in letters.gaps(begun, high) if letters.gap(at).strip("\r\n"))
    at, high = begun, next(parted, high)
    for token in tokens(letters.text[begun:high]):
        if token in ENDS_ALONE() or ENDS.match(letters.text, at):
            return at
        at += len(token)
    return high


def _is_another(name: str, phrase: str) -> bool:
    """Tell whether a phrase is no spelling of the own name or of its beginning."""
    near = min(distance(name[: len(phrase) + more], phrase) for more in range(-SLIPS, SLIPS + 1))
    own = phrase.startswith(name) or near <= SLIPS
    return not own and not NONE.search(phrase)
