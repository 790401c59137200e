"""What fonts tell of their letters: how far they lean, and how far they move on after each."""

from __future__ import annotations

import ctypes
import re

from ita_checker.read.layer.native import _native as native

LEANING, USUAL_SLOPE = re.compile("Italic|Oblique", re.IGNORECASE), 12.0  # degrees
STEEPEST = 30  # degrees: no font leans further, whatever it says


def slope(font: int, name: str) -> float:
    """Return by how many degrees the letters of a font of that name lean to the right."""
    angle = ctypes.c_int()
    told = font and native.italic_angle(font, ctypes.addressof(angle))
    if told and -STEEPEST < angle.value < 0:
        return float(-angle.value)
    return USUAL_SLOPE if LEANING.search(name) else 0.0


def width(font: int, letter: int) -> float:
    """Return how far a font moves on after a letter, as a share of its size; 0 where it does not
    tell.
    """
    told = ctypes.c_float()
    native.glyph_width(font, letter, 1.0, ctypes.addressof(told))
    return told.value
