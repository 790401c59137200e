"""Clusters to lines: rows by base line, letters by x, white space by the gaps that are drawn."""

from __future__ import annotations

import itertools
import math
from array import array
from collections.abc import Collection, Sequence

from ita_checker.model import Box, Line
from ita_checker.read.layer.letters import AA, AM, DOUBLED, NIKHAHIT
from ita_checker.read.layer.marks.clusters import Cluster, in_order
from ita_checker.read.page import broken

# of the letter size: TH Sarabun's space is 0.23 wide, its letters stand 0.05 apart at most
SPACE = 0.17
# of the letter size: where most letters stand so close, what stands so far apart is two words
TIGHT, WORDS = 0.03, 0.145
NARROW = 0.1  # of the letter size: the narrowest gap that is a space where the file has one
ASCENT, DESCENT = 0.75, 0.25  # of the letter size: the height of a line's box
DOTS = frozenset("._\u2026")
E, AE = "\u0e40", "\u0e41"
NONE: frozenset[int] = frozenset()
JOINS = 0.5  # of the letter size: how near these stand then
JOINED = frozenset((AA, AM, E))  # what may be one letter with the one before it
BETWEEN = 1.0  # of the letter size: two words filled in on one blank stand no further apart
A_FEW = 4  # gaps from which one of the narrower is the usual
USUAL = 4  # of so many gaps one is narrower: in “๒๔ – ๒๘” half are spaces


def line(row: Sequence[Cluster], bold: frozenset[int] = NONE, after: str = "\n") -> Line:
    """Return a row as a line of repaired text; `bold` are the numbers of the bold fonts."""
    if not row:
        return Line("", box(row), array("f"), "", after)
    texts, x0s, x1s, ys, sizes, fonts, _, said = zip(*row, strict=True)
    printed = "".join(texts)
    raw = printed
    if any(said):
        raw = "".join([one or text for one, text in zip(said, texts, strict=True)])
    kept = row if DOTS.isdisjoint(printed) else _without_dots_under_letters(row)
    if len(kept) < len(row) or _may_be_doubled(texts, x0s, x1s):
        kept = _without_doubles(kept)
    if NIKHAHIT in printed or E + E in printed:
        kept = _whole(kept)
    if kept is not row:
        texts, x0s, x1s, ys, sizes, _, _, _ = zip(*kept, strict=True)
    pieces, edges = _spaced(kept, texts, x0s, x1s, sizes)
    if not pieces:
        return Line("", box(kept), array("f"), raw, after)
    text = "".join(pieces)
    whole, edges = broken.whole(text, edges)
    top, bottom = _reach(texts, ys, sizes)
    place = Box(min(edges[::2]), top, max(edges[1::2]), bottom)
    if whole != text:
        text, raw = whole, text  # as printed
    thick = bool(bold) and all(
        font in bold for font, (one, *_) in zip(fonts, row, strict=True) if one != " "
    )
    return Line(text, place, array("f", edges), raw, after, bold=thick)


def _spaced(
    row: Sequence[Cluster],
    texts: Sequence[str],
    x0s: Sequence[float],
    x1s: Sequence[float],
    sizes: Sequence[float],
) -> tuple[list[str], list[float]]:
    """Return the letters of a row with spaces where gaps are drawn, and left and right of each."""
    pieces: list[str] = []
    edges: list[float] = []
    least = WORDS * sizes[len(sizes) // 2]
    gap, end, spaced = 0.0, math.inf, False
    for text, x0, x1, size in zip(texts, x0s, x1s, sizes, strict=True):
        if text == " ":
            spaced = spaced or x1 - x0 > NARROW * size
            continue
        if x0 - end > (NARROW * size if spaced else least):
            gap = gap or _space(row)
            if spaced or x0 - end > gap:
                pieces.append(" ")
                edges += (end, x0)
        spaced = False
        pieces.append(text)
        edges += (x0, x1) if len(text) == 1 else (x0, x1) * len(text)
        if x1 > end or end == math.inf:
            end = x1
    return pieces, edges


def _reach(
    texts: Sequence[str], ys: Sequence[float], sizes: Sequence[float]
) -> tuple[float, float]:
    """Return how far up and down the letters of a row reach that are no spaces."""
    if ys.count(ys[0]) == sizes.count(sizes[0]) == len(ys):
        return ys[0] - ASCENT * sizes[0], ys[0] + DESCENT * sizes[0]
    heights = set(zip(ys, sizes, strict=True))
    if " " in texts:
        shown = zip(texts, ys, sizes, strict=True)
        heights = {(y, size) for text, y, size in shown if text != " "}
    return (
        min([y - ASCENT * size for y, size in heights]),
        max([y + DESCENT * size for y, size in heights]),
    )


def _space(row: Sequence[Cluster]) -> float:
    """Return the gap from which on two letters of a row are two words: wider than usual, in a row
    that is spread out.
    """
    if not row:
        return 0.0
    gaps = sorted([b[1] - a[2] for a, b in itertools.pairwise(row) if a[0] != " " and b[0] != " "])
    size = row[len(row) // 2].size
    if len(gaps) < A_FEW:
        return SPACE * size
    tight = gaps[-1 - len(gaps) // USUAL] <= TIGHT * size
    return max((WORDS if tight else SPACE) * size, 2 * gaps[len(gaps) // USUAL] + 0.05 * size)


def box(row: Sequence[Cluster]) -> Box:
    """Return the box around letters; an empty one where there are none."""
    shown = [cluster for cluster in row if cluster[0] != " "] or row
    if not shown:
        return Box(0.0, 0.0, 0.0, 0.0)
    heights = {one[3:5] for one in shown}
    return Box(
        min([one[1] for one in shown]),
        min([y - ASCENT * size for y, size in heights]),
        max([one[2] for one in shown]),
        max([y + DESCENT * size for y, size in heights]),
    )


def _without_dots_under_letters(row: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the row without the dots of a form on which something was filled in: they stand under
    its letters, and would be woven into it.
    """
    kept: list[Cluster] = []
    fonts: set[int] = set()  # of such dots
    reach = -math.inf  # how far to the right the letters reach that are no dots
    ahead = [one for one in row if one[0] not in DOTS and one[0] != " "]
    at = 0
    for one in row:
        if one[0] not in DOTS:
            kept.append(one)
            if one[0] != " ":
                reach, at = max(reach, one[2]), at + 1
            continue
        middle = (one[1] + one[2]) / 2
        if middle >= reach and (at == len(ahead) or ahead[at][1] >= middle):
            kept.append(one)
        else:
            fonts.add(one[5])
    return _without_dots_between_words(kept, fonts) if fonts else kept


def _without_dots_between_words(
    row: Sequence[Cluster], fonts: Collection[int]
) -> Sequence[Cluster]:
    """Return the row without the dots of a form that show between the words filled in; `fonts`:
    those of its dots. What is filled in has a font of its own, and so have its points.
    """
    kept: list[Cluster] = []
    last, dots = -1, False  # where in `kept` the last letter filled in is; whether dots come after
    for one in row:
        form = one[5] in fonts
        if form and one[0] in DOTS:
            dots = True
        elif not form and one[0] not in DOTS and one[0] != " ":
            if dots and last >= 0 and one[1] - kept[last][2] < BETWEEN * one[4]:
                shown = [each for each in kept[last + 1 :] if each[5] not in fonts]
                kept[last + 1 :] = shown
            last, dots = len(kept), False
        elif form and one[0] != " ":
            last = -1
        kept.append(one)
    return kept


def _may_be_doubled(texts: Sequence[str], x0s: Sequence[float], x1s: Sequence[float]) -> bool:
    """Tell whether any letter of a row may be drawn twice in one place."""
    before, at = -math.inf, 0
    for x0, x1 in zip(x0s, x1s, strict=True):
        if x0 - before < DOUBLED * (x1 - x0) and texts[at][0] in (
            texts[at - 1][0],
            texts[at - 2][0],
        ):
            return True
        before, at = x0, at + 1
    return False


def _without_doubles(row: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the row without letters drawn twice in one place."""
    kept: list[Cluster] = []
    for cluster in row:
        for index in range(len(kept) - 1, max(-1, len(kept) - 3), -1):
            other = kept[index]
            if other.text[0] == cluster.text[0] and abs(cluster.x0 - other.x0) < DOUBLED * (
                cluster.x1 - cluster.x0
            ):
                marks = other.text[1:] + cluster.text[1:]
                kept[index] = (
                    other._replace(text=other.text[0] + in_order(marks)) if marks else other
                )
                break
        else:
            kept.append(cluster)
    return kept


def _whole(row: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the row with ํา as ำ and เเ as แ."""
    text = "".join([cluster[0] for cluster in row])
    if NIKHAHIT not in text and E + E not in text:
        return row
    kept: list[Cluster] = []
    for cluster in row:
        text = cluster[0]
        if kept and text[0] in JOINED and cluster[1] - kept[-1][2] < JOINS * cluster[4]:
            before = kept[-1]
            if text == E == before.text:
                kept[-1] = before._replace(text=AE, x1=cluster.x1)
                continue
            if text[0] != E and NIKHAHIT in before.text:
                kept[-1] = before._replace(text=before.text.replace(NIKHAHIT, ""))
                cluster = cluster._replace(text=AM + text[1:])
        kept.append(cluster)
    return kept
