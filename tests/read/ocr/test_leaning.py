"""How the drawn lines of a photographed table lean, and what tells nothing of it."""

from __future__ import annotations

import numpy as np

from ita_checker.read.ocr.paper.leaning import leaning
from ita_checker.read.raster import Mask

HIGH, WIDE = 900, 700
Box = tuple[int, int, int, int]


def _lines(places: list[tuple[int, float]], start: int, end: int) -> tuple[Mask, list[Box]]:
    """Return level strokes two pixels thick, each by its middle row and how far it falls, and
    their rectangles.
    """
    found, boxes = np.zeros((HIGH, WIDE), np.uint8), []
    columns = np.arange(start, end)
    for at, falls in places:
        rows = np.rint(at + falls * (columns - WIDE / 2)).astype(int)
        for thick in (0, 1):
            found[rows + thick, columns] = 255
        boxes.append((start, int(rows.min()), end - start, int(np.ptp(rows)) + 2))
    return found, boxes


def test_lines_that_run_together_lean() -> None:
    level = _lines([(at, 0.02 + (at - 450) * 2e-5) for at in (200, 350, 500, 650)], 100, 600)
    upright = _lines([(at, 0.0) for at in (200, 350, 500)], 100, 600)
    lean = leaning(level, upright, 1.0)
    assert lean is not None and abs(lean.falls - 0.02) < 0.002 and abs(lean.leans) < 0.002


def test_the_shadow_of_the_glass_s_edge_tells_no_lean_of_a_level_table() -> None:
    level = _lines([(at, 0.0) for at in (200, 300, 400, 500)], 100, 500)
    upright, boxes = _lines([(at, 0.0) for at in (250, 350, 450, 550, 650)], 100, 400)
    shadow, edge = _lines([(30, 0.012)], 5, 695)
    assert leaning(level, (upright | shadow, [*boxes, *edge]), 1.0) is None
