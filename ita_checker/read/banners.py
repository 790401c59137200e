"""Pictures as low and wide as lines: which of them may hold words that nobody has read."""

from __future__ import annotations

import pypdfium2

from ita_checker.model import Line, Page
from ita_checker.read import sight
from ita_checker.read.layer.letters import Ink, Sheet


def written(sheet: Sheet, page: pypdfium2.PdfPage, text: Page, known: set[bytes]) -> list[Ink]:
    """Return the banners of a page in which a line is seen, but for those known: what stood on an
    earlier page is a letterhead; what stands behind text is its shadow.
    """
    boxes = [box for box in sheet.banners if not any(_on(line, box) for line in text.lines)]
    if not boxes:
        return []
    near, found = sight.pictures(page, sight.FINE), list[Ink]()
    for box in boxes:
        shown = near.shown(box)
        if shown not in known and near.is_written(box, sight.LINE):
            found.append(box)
        known.add(shown)
    return found


def _on(line: Line, picture: Ink) -> bool:
    """Tell whether the middle of a line of text stands on a picture."""
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.top + line.box.bottom) / 2
    within = picture.x0 <= x <= picture.x1 and picture.top <= y <= picture.bottom
    return within and bool(line.text.strip())
