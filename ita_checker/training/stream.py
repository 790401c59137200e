"""Endless batches of drawn and damaged lines, each of lines about as wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from ita_checker.read.ocr.letters.alphabet import encode
from ita_checker.training.damage import HEIGHT, Damage
from ita_checker.training.fonts import Face, faces
from ita_checker.training.lines import draw
from ita_checker.training.texts import text

STEP = 64  # widths are rounded up to it: few shapes, each prepared by the processor's library once
# columns of pixels in a batch: small ones, for what counts on a processor is the number of steps
ROOM = 5_000

Drawn = tuple[NDArray[np.uint8], str, str]  # picture, text, family


@dataclass(frozen=True)
class Batch:
    """Lines side by side: pictures (n, 1, HEIGHT, width), their texts and the width of each."""

    pictures: NDArray[np.uint8]
    texts: tuple[str, ...]
    widths: tuple[int, ...]
    families: tuple[str, ...]


LEAST_DAMAGE = 0.2  # of the worst: most scans are good ones
DRAWN_ONCE = 2  # times a drawn line is damaged: drawing costs more than damage


def samples(
    random: Random, damage: Damage, chosen: tuple[Face, ...], longest: int
) -> Iterator[Drawn]:
    """Yield for ever lines' pictures, their texts and the families they are drawn in; each line
    damaged more or less.
    """
    weights, worst = [face.weight for face in chosen], damage.strength
    while True:
        face = random.choices(chosen, weights)[0]
        written = text(random, longest)
        ink = draw(random, written, face, round(exp(random.uniform(log(20), log(56)))))
        for _ in range(DRAWN_ONCE):
            damage.strength = worst * random.uniform(LEAST_DAMAGE, 1.0)
            picture = damage(ink)
            if (
                damage.legible
                and 8 < picture.shape[1] < 26 * longest
                and enough_room(picture.shape[1], written)
            ):
                yield picture, written, face.family


def enough_room(width: int, written: str) -> bool:
    """Tell whether the network gives out more steps than the text has letters, twins counted
    twice.
    """
    return width // 2 > len(encode(written)) + sum(a == b for a, b in pairwise(written)) + 2


def batches(
    seed: int,
    folders: tuple[Path, ...],
    longest: int = 78,
    strength: float = 1.0,
    unseen: bool = False,
) -> Iterator[Batch]:
    """Yield batches for ever, the same ones for the same seed."""
    random = Random(seed)
    damage, chosen = Damage(random, strength), faces(folders, unseen)
    waiting: dict[int, list[Drawn]] = {}
    for drawn in samples(random, damage, chosen, longest):
        wide = -(-drawn[0].shape[1] // STEP) * STEP
        lines = waiting.setdefault(wide, [])
        lines.append(drawn)
        if len(lines) >= max(4, min(16, ROOM // wide)):
            yield together(waiting.pop(wide), wide)


def together(drawn: list[Drawn], wide: int) -> Batch:
    """Return the lines as one batch, the shorter ones followed by paper."""
    pictures = np.zeros((len(drawn), 1, HEIGHT, wide), np.uint8)
    for index, (picture, _, _) in enumerate(drawn):
        pictures[index, 0, :, : picture.shape[1]] = picture
    return Batch(
        pictures,
        tuple(d[1] for d in drawn),
        tuple(d[0].shape[1] for d in drawn),
        tuple(d[2] for d in drawn),
    )
