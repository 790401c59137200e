"""Boxes by a round's label, ticked or empty."""

from __future__ import annotations

import re

from ita_checker.facts.page import EMPTY, TICKED

HOLLOW = "○◯\uf0a1"  # a bullet, unless a filled one stands beside it
FILLED = "●◉"
YES = rf"[\[(][/x{TICKED}][\])]|[{TICKED}]"
NO = rf"\(\)|\[\]|\(-\)|[\[(][_.…]+[\])]|[{EMPTY}{HOLLOW}]"
A_BOX = f"(?:{YES})|(?:{NO})"
BOX = re.compile(f"(?P<yes>{YES})|(?P<no>{NO})")
BESIDE = 60  # letters within which another bullet tells what a hollow one means


def last_box(text: str, low: int, high: int) -> re.Match[str] | None:
    """Return the last box between two places."""
    boxes = list(BOX.finditer(text, low, high))
    return boxes[-1] if boxes else None


def ticked(text: str, box: re.Match[str]) -> bool | None:
    """Tell whether a box is ticked; None where it is a bullet."""
    if box["yes"]:
        return True
    beside = text[max(0, box.start() - BESIDE) : box.end() + BESIDE]
    return None if box[0] in HOLLOW and not any(letter in beside for letter in FILLED) else False
