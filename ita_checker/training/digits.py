"""What digits look like in outline: makes `read/layer/native/digits.bin`.

python -m ita_checker.training.digits FOLDER... : every font below the folders that has the digits,
each digit as it is and a few times leaning, stretched, bolder or thinner.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.ttLib import TTFont, TTLibError

from ita_checker.read.layer.native import digits
from ita_checker.read.layer.native.digits import CURVE, DIGITS, SCALE, START, Indexes, Numbers

BREAKS = (TTLibError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
KINDS = (".ttf", ".otf", ".woff", ".woff2")
TIMES, LEAN, STRETCH, BOLDER = 4, 0.12, 0.12, 0.012  # each digit anew, and by how much it differs
STEPS, AT_ONCE, RATE, DECAY = 3000, 4096, 0.02, 2e-4
MOMENTS = 0.9, 0.999
LINE = 0
Points = list[tuple[float, float]]


def outlines(path: Path) -> dict[str, Numbers]:
    """Return the edges of the digits of a font."""
    font = TTFont(path, lazy=True)
    names, glyphs = font.getBestCmap() or {}, font.getGlyphSet()
    found = {}
    for digit in DIGITS:
        if ord(digit) in names:
            pen = DecomposingRecordingPen(glyphs)
            glyphs[names[ord(digit)]].draw(ReverseContourPen(pen))
            points, kinds = _path(pen.value)
            (sides,) = digits.edges([(np.array(points, float).reshape(-1, 2), bytes(kinds))])
            if sides is not None:
                found[digit] = sides
    return found


def _path(value: Sequence[tuple[str, Sequence[tuple[float, float]]]]) -> tuple[Points, list[int]]:
    """Return the points of a glyph and what leads to each, every curve as one of three points."""
    points: Points = []
    kinds: list[int] = []
    for what, held in value:
        if what in ("moveTo", "lineTo"):
            points.append(held[0])
            kinds.append(START if what == "moveTo" else LINE)
        elif what == "curveTo":
            points += held
            kinds += [CURVE] * len(held)
        elif what == "qCurveTo" and held[-1] is not None:
            for at, off in enumerate(held[:-1]):
                last = at == len(held) - 2
                end = held[-1] if last else _between(off, held[at + 1], 1 / 2)
                start = points[-1]
                points += [_between(start, off, 2 / 3), _between(end, off, 2 / 3), end]
                kinds += [CURVE] * 3
    return points, kinds


def _between(one: Sequence[float], other: Sequence[float], share: float) -> tuple[float, float]:
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def varied(edges: Numbers, random: np.random.Generator) -> Numbers:
    """Return an outline leaning, stretched, bolder or thinner."""
    made = edges.copy()
    made[:, ::2] += random.normal(0, LEAN) * made[:, 1::2]
    made[:, ::2] *= np.exp(random.normal(0, STRETCH))
    across = np.column_stack([edges[:, 3] - edges[:, 1], edges[:, 0] - edges[:, 2]])
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    across *= random.normal(0, BOLDER) * np.ptp(edges[:, 1::2])
    made[:, :2] += across
    made[:, 2:] += across
    return made


def learnt(seen: Numbers, said: Indexes, random: np.random.Generator) -> Numbers:
    """Return what each feature speaks for each digit (softmax regression, Adam)."""
    counts = np.bincount(said, minlength=len(DIGITS))
    share = (len(said) / len(DIGITS) / np.maximum(counts, 1))[said]
    weights, first, second = np.zeros((3, seen.shape[1], len(DIGITS)))
    truth = np.eye(len(DIGITS))[said]
    for step in range(1, STEPS + 1):
        rows = random.integers(0, len(seen), AT_ONCE)
        told = seen[rows] @ weights
        likely = np.exp(told - told.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = seen[rows].T @ ((likely - truth[rows]) * share[rows, None]) / AT_ONCE
        slope += DECAY * weights
        first = MOMENTS[0] * first + (1 - MOMENTS[0]) * slope
        second = MOMENTS[1] * second + (1 - MOMENTS[1]) * slope**2
        rate = RATE if step < 0.7 * STEPS else RATE / 5
        moved = first / (1 - MOMENTS[0] ** step)
        weights -= rate * moved / (np.sqrt(second / (1 - MOMENTS[1] ** step)) + 1e-8)
    return weights


def faces(folders: Sequence[str]) -> Iterator[dict[str, Numbers]]:
    """Yield the digits of each font below folders, those drawn alike once."""
    known: set[bytes] = set()
    for path in sorted(one for folder in folders for one in Path(folder).rglob("*")):
        if path.suffix not in KINDS:
            continue
        try:
            found = outlines(path)
        except BREAKS as error:
            print(path, error)
            continue
        key = b"".join(edges.tobytes() for edges in found.values())
        if len(found) >= len(DIGITS) // 2 and key not in known:
            known.add(key)
            yield found


def main(folders: Sequence[str]) -> None:
    """Learn from the fonts below folders, and write what is learnt."""
    random = np.random.default_rng(1)
    pairs = [pair for face in faces(folders) for pair in face.items()]
    drawn = [[one, *(varied(one, random) for _ in range(TIMES))] for _, one in pairs]
    seen = np.concatenate([digits.features(each) for each in drawn])
    said = np.repeat([DIGITS.index(digit) for digit, _ in pairs], 1 + TIMES)
    weights = learnt(seen, said, random)
    told = np.clip(np.round(weights * SCALE), -127, 127).astype(np.int8)
    told.tofile(Path(digits.__file__).with_name("digits.bin"))
    wrong = (seen[:: 1 + TIMES] @ weights).argmax(axis=1) % 10 != said[:: 1 + TIMES] % 10
    print(f"{len(pairs)} digits, {wrong.mean():.2%} held for another")


if __name__ == "__main__":
    main(sys.argv[1:])
