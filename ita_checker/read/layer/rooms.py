"""How much room letters take: as much as their font moves on after each. pdfium tells the wider of
that and the ink, and the ink of leaning letters, or of those set closer than they were made for,
reaches over the next one; a dot or a space under it would be lost.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ita_checker.read.layer import metrics
from ita_checker.read.layer.galley import LAST, codes_of
from ita_checker.read.layer.glyphs import Glyphs, Indexes, Mask, Numbers
from ita_checker.read.layer.letters import MARKS

_MARK = codes_of(MARKS)
OVER = 0.01  # of the letter size: what reaches no further over the next letter hides nothing
CODE = 21  # bits that a letter's code takes


def ends(
    glyphs: Glyphs, fonts: Indexes, addresses: Sequence[int], sizes: Numbers, which: Mask
) -> Numbers:
    """Return where each letter's room ends. Of those among `which` that reach over the next letter
    the font is asked; none ends before the next one begins. `addresses`: of the fonts, by their
    numbers.
    """
    found: Numbers = glyphs.rights.copy()
    letters = np.flatnonzero(which & ~_MARK[np.minimum(glyphs.codes, LAST)])
    here, starts = letters[:-1], glyphs.lefts[letters[1:]]
    over = found[here] - starts > OVER * sizes[here]
    over &= starts > glyphs.lefts[here]
    here, starts = here[over], starts[over]
    if not len(here):
        return found
    _, first, same = np.unique(
        fonts[here] << CODE | glyphs.codes[here], return_index=True, return_inverse=True
    )
    widths = np.array(
        [metrics.width(addresses[fonts[at]], int(glyphs.codes[at])) for at in here[first].tolist()]
    )[same]
    told = np.maximum(glyphs.lefts[here] + widths * sizes[here], starts)
    found[here] = np.where(widths > 0, np.minimum(found[here], told), found[here])
    return found
