"""Rings of sara ams that a file calls sara i: `สิานักงาน`, สำนักงาน. No Thai word holds a sara i
before a sara aa.
"""

from __future__ import annotations

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import AA, AM, NIKHAHIT
from ita_checker.read.layer.marks.over_vowels import BESIDE
from ita_checker.read.strangers import strange

SARA_I = "\u0e34"
FEW = 3  # pairs, from which they are no slip
NEAR = 0.5  # of the letter size


def mended(found: Galley) -> Galley:
    """Return clusters with such pairs as sara ams, if the page has no others and more of its words
    are known then.
    """
    texts = found.texts
    whole = "".join(texts)
    if SARA_I not in whole or AM in whole or NIKHAHIT in whole:
        return found
    x0, x1, y, size = found.lists
    pairs = [
        at
        for at in range(len(texts) - 1)
        if SARA_I in texts[at]
        and texts[at + 1][0] == AA
        and abs(x0[at + 1] - x1[at]) < NEAR * size[at]
        and abs(y[at + 1] - y[at]) < BESIDE * size[at]
    ]
    if len(pairs) < FEW:
        return found
    told = {at: texts[at].replace(SARA_I, "") for at in pairs}
    told |= {at + 1: AM + texts[at + 1][1:] for at in pairs}
    made = found.read_as(told)
    return made if strange(made.texts) < strange(texts) else found
