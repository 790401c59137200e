"""Does a report tell of an office named that it is the reporting one: the own name behind it in
brackets, or its former body by the own name? Then another name there was left in from a template.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.organisation.mentions import Mention
from ita_checker.facts.organisation.relations import Relation, Reporter, relation
from ita_checker.facts.organisation.standing import standings
from ita_checker.facts.organisation.words import THAI, some
from ita_checker.facts.page import block_at, flow
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

FAR = 110  # letters of a history between an office and its former body
OPENS, CLOSES = "(", ")"
OWN = (Relation.OWN, Relation.SLIP)
# "X ยกฐานะจากสภาตำบล…", "X เดิมคือสุขาภิบาล…": what stands behind is what X was
WAS = pattern_of(
    lambda: (
        f"{some('organisation.raised.verb')}{some('organisation.raised.from')}"
        f"|{some('organisation.raised.was')}"
    )
)
# "สภาตำบล… ต่อมายกฐานะเป็น X": what stands before is what X was
BECAME = pattern_of(
    lambda: f"{some('organisation.raised.verb')}{some('organisation.raised.into')}$"
)


# "ให้ยกเลิกประกาศ X เรื่อง …": a paper that is repealed bears what the office was called then
REPEALED = pattern_of(
    lambda: (
        f"{some('organisation.repealed.verb')}{some('organisation.repealed.papers')}(?:{THAI}{{0,12}}{some('organisation.models.whose')})?$"
    )
)


# "ประกาศ X (ชื่อเดิมก่อนเปลี่ยนชื่อ พ.ศ. 2554)", "ประกาศของ X ที่ออกก่อนยกฐานะ": what it was called then
CALLED_THEN = pattern_of(
    lambda: (
        rf"\({some('organisation.raised.former')}[^()]*\)"
        f"|{THAI}{{0,20}}?{some('organisation.raised.before')}"
    )
)


def told_same(facts: Facts, own: Reporter, mention: Mention) -> bool:
    """Tell whether the letters around an office say that it is the reporting one."""
    return _in_brackets(facts, own, mention) or _former(facts, own, mention)


def became(facts: Facts, mention: Mention) -> bool:
    """Tell whether the words before an office say that something became it."""
    low = max(0, mention.start - FAR)
    return BECAME.search(flow(facts).text, low, mention.start) is not None


def repealed(facts: Facts, mention: Mention) -> bool:
    """Tell whether an office is that of a paper that is repealed."""
    low = max(0, mention.start - FAR)
    return REPEALED.search(flow(facts).text, low, mention.start) is not None


def former_name(facts: Facts, mention: Mention) -> bool:
    """Tell whether what is right behind an office says that it was called so once, and names no
    other.
    """
    told = CALLED_THEN.match(flow(facts).text, mention.place.end)
    return told is not None and not any(
        told.start() < one.mention.start < told.end() for one in standings(facts)
    )


def _in_brackets(facts: Facts, own: Reporter, mention: Mention) -> bool:
    text, at = flow(facts).text, mention.place.end
    if not text.startswith(OPENS, at):
        return False
    inside = (one.mention for one in standings(facts) if one.mention.start == at + 1)
    return any(
        relation(own, one) in OWN and text.startswith(CLOSES, one.place.end) for one in inside
    )


def _former(facts: Facts, own: Reporter, mention: Mention) -> bool:
    """Tell whether the body that an office was raised from bears the reporting one's name."""
    piece, text = block_at(facts, mention.start), flow(facts).text
    if piece is None:
        return False
    low, high = max(piece.start, mention.start - FAR), min(piece.end, mention.place.end + FAR)
    for at in _bodies(facts, own, low, high):
        if at >= mention.place.end:
            told = WAS.search(text, mention.place.end, at)
            subject = (mention.place.end, told.start()) if told else (at, at)
        else:
            told = BECAME.search(text, at, mention.start)
            subject = (at + len(own.proper), mention.start)
        if told and not _other_between(facts, subject):
            return True
    return False


def _bodies(facts: Facts, own: Reporter, low: int, high: int) -> Iterator[int]:
    """Yield where the own name stands within [low, high) without being the own office's."""
    text, at = flow(facts).text, low - 1
    while (at := text.find(own.proper, at + 1, high)) >= 0:
        around = (one.mention for one in standings(facts))
        taken = (one for one in around if one.start <= at < one.end)
        if not any(relation(own, one) in OWN for one in taken):
            yield at


def _other_between(facts: Facts, stretch: tuple[int, int]) -> bool:
    """Tell whether another office is named in between, of which it may be told."""
    return any(
        stretch[0] <= one.mention.start < stretch[1] and one.mention.kind.family != "region"
        for one in standings(facts)
    )
