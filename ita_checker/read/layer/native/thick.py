"""Letters that are made bold by drawing: a font without a bold cut is filled, and a line is drawn
about each letter in the same colour, as Word and LibreOffice do.

What a font's descriptor says of its weight is not asked: on real papers ForceBold is never set,
and the weights that pdfium makes of StemV lie as high for regular cuts as for bold ones.
"""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.glyphs import Glyphs, Mask

FILLED_AND_STROKED = (2, 6)  # text render modes; the second clips, too
# of the letter size: Word draws lines of a thirty-fifth; a hairline is no bold, and lines wider
# than a fifteenth are outlines of ornamental letters, or measured in units that are not the page's
THINNEST, WIDEST = 0.015, 0.07


def stroked(glyphs: Glyphs) -> Mask:
    """Tell which of a page's text objects are made bold by a line about their letters."""
    bold: Mask = (glyphs.modes == FILLED_AND_STROKED[0]) | (glyphs.modes == FILLED_AND_STROKED[1])
    which = np.flatnonzero(bold)
    if not len(which):
        return bold
    texts = [glyphs.texts[at] for at in which.tolist()]
    sizes = glyphs.sizes(glyphs.firsts[glyphs.owned[which]].tolist())
    widths = native.stroke_widths(texts)
    same = (native.FILLS.of(texts) == native.STROKES.of(texts)).all(axis=1)
    bold[which] = same & (widths >= THINNEST * sizes) & (widths <= WIDEST * sizes)
    return bold
