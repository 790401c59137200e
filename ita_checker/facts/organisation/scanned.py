"""Names read from pictures: is a name unlike the reporting office's another one, or that one not
quite read?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ita_checker.facts.organisation.mentions import Mention, mentions
from ita_checker.facts.page import flow, span, unsure
from ita_checker.model import Doubtful, Facts
from ita_checker.text.compare import MARKS
from ita_checker.text.flow import ABOVE_OR_BELOW, AM, HOOKED, TONES
from ita_checker.text.gazetteer import known
from ita_checker.text.names import Slip, alike, slips

OFTEN = 3  # times that a name must have been read rightly for one other reading to be the reader's
# of a name's letters: with more of them unlike, it is another name, however unsure they are
MOST = 0.4


def seen_as(facts: Facts, proper: str, mention: Mention) -> Mention:
    """Return the mention under the name `proper` where the picture leaves room for it, else as it
    was read.
    """
    if (
        not facts.document.scanned
        or mention.proper == proper
        or flow(facts).text[mention.name_start : mention.end] != mention.proper
    ):
        return mention
    return (
        replace(mention, proper=proper)
        if _explained(mention, proper, unsure(facts)) or _once(facts, proper, mention)
        else mention
    )


def _once(facts: Facts, proper: str, mention: Mention) -> bool:
    """Tell whether a name was read rightly often, and here, less often, otherwise by one vowel
    above or below, or once without a letter that the picture lost; or rightly more than once, and
    here once with one mark for another (ห้วย, หัวย), or without several letters
    in a row: a pen loses one; or less often without a tone over ำ, which the ring above it hides.
    """
    counts = Counter(other.proper for other in mentions(facts))
    if counts[mention.proper] >= counts[proper] or not span(facts, mention.start, mention.end).ocr:
        return False
    found = slips(mention.proper, proper)
    if all(_tone_over_am(mention.proper, slip) for slip in found):
        return True
    if len(found) > 1 and counts[mention.proper] == 1:
        lost = len({slip.at for slip in found}) == 1 and not any(slip.read for slip in found)
        return lost and not known(mention.proper)
    often = counts[proper] >= OFTEN
    if counts[mention.proper] == 1 < counts[proper]:
        often |= all(slip.read and slip.right for slip in found)  # one for another, none lost
    return (
        often
        and len(found) == 1
        and all(
            set(slip.read + slip.right) <= ABOVE_OR_BELOW
            or {slip.read, slip.right} == HOOKED
            or (not slip.read and counts[mention.proper] == 1)
            for slip in found
        )
    )


def _tone_over_am(read: str, slip: Slip) -> bool:
    """Tell whether a slip is a tone lost before ำ ("ห้วยนำใส")."""
    return not slip.read and slip.right in TONES and read.startswith(AM, slip.at)


def _explained(mention: Mention, proper: str, letters: Mapping[int, Doubtful]) -> bool:
    """Tell whether every letter by which a name read differs from another may be that name's:
    unsure, or beside one that is.
    """
    found = slips(mention.proper, proper)
    if not any(mention.start <= at < mention.end for at in letters) or len(found) > max(
        1, MOST * len(proper)
    ):
        return False
    return all(
        _likely(
            slip,
            letters.get(mention.name_start + slip.at),
            letters.get(mention.name_start + slip.at - 1),
        )
        for slip in found
    )


def _likely(slip: Slip, own: Doubtful | None, before: Doubtful | None) -> bool:
    """Tell whether a slip may be the reader's, by what it says of the letter and of the one before
    it.
    """
    if slip.read and slip.right:
        return own is not None and (
            not own.others or slip.right in own.others or alike(slip.read, slip.right)
        )
    # A tone is lost without a trace; of any other letter lost or put in the reader was unsure
    # there.
    return own is not None or before is not None or slip.right in MARKS
