"""Figures on a scan that stand where a year does and can be none: worn print loses their ends."""

from __future__ import annotations

import re

from ita_checker.read.ocr.letters.counted import FIGURES, less_sure, text_of
from ita_checker.read.ocr.letters.letter import Letter

# behind พ.ศ. or the end of a month's name: no two figures, as years may be short, and no four
NO_YEAR = re.compile(
    r"(?:พ\. ?ศ\. ?(?:\d|\d{3}|\d{5,})|(?:าคม|ายน|พันธ์) ?(?:\d{3}|\d{5,}))(?![.,/]?\d)"
)


def doubted(letters: list[Letter]) -> list[Letter]:
    """Return a strip's letters, unsure the figures of what should be a year and is none."""
    for found in NO_YEAR.finditer(text_of(letters)):
        for at in range(*found.span()):
            if letters[at].letter in FIGURES:
                letters[at : at + 1] = less_sure(letters[at : at + 1])
    return letters
