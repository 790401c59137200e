"""A line of text drawn as ink on nothing: letters of the face, boxes and ticks by hand, dots in
rows, letter spacing.
"""

from __future__ import annotations

from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ita_checker.read.ocr.letters.alphabet import ABOVE, BELOW
from ita_checker.training.fonts import Face, font, letters

Ink = NDArray[np.uint8]  # 0 where there is none, 255 where it is black
DRAWN = frozenset("☐☑✓…•")
VARIANTS = {'"': '"“”', "'": "'‘’", "-": "-–", "•": "•●▪"}


def draw(random: Random, text: str, face: Face, size: int) -> Ink:
    """Return the line's ink, with an em of room above and half an em below and around."""
    margin = size // 2
    pieces = runs(random, text, face, size)
    width = sum(piece[1] for piece in pieces) + 2 * margin
    image = Image.new("L", (max(8, int(width) + 1), int(size * 2.1)))
    pen = ImageDraw.Draw(image)
    x, baseline = float(margin), size * 1.4
    for shown, reach, drawn in pieces:
        if drawn:
            sign(random, pen, shown, x, reach, baseline, size)
        elif shown.strip():
            pen.text((x, baseline), shown, font=font(face.path, size), fill=255, anchor="ls")
        x += reach
    return np.asarray(image)


def runs(random: Random, text: str, face: Face, size: int) -> list[tuple[str, float, bool]]:
    """Return the pieces of the text with their advances: whole stretches, or single letters where
    the line is spaced out.
    """
    spaced = random.uniform(0.02, 0.28) * size if random.random() < 0.12 else 0.0
    space = random.choice((1.0, 1.0, 1.0, 1.4, 2.0, 2.8)) * size * 0.26
    have, drawer = letters(face.path), font(face.path, size)
    pieces: list[tuple[str, float, bool]] = []
    for stretch in clusters(text) if spaced else stretches(text):
        if stretch == " ":
            pieces.append((" ", space * random.uniform(0.8, 1.2), False))
        elif stretch in DRAWN and (
            stretch not in have or stretch in "☐☑✓…" or random.random() < 0.5
        ):
            pieces.append((stretch, advance(random, stretch, size), True))
        else:
            shown = "".join(variant(random, letter, have) for letter in stretch)
            pieces.append((shown, drawer.getlength(shown) + spaced, False))
    return pieces


def variant(random: Random, letter: str, have: frozenset[str]) -> str:
    """Return a letter that is read as this one."""
    shown = (
        random.choice(VARIANTS[letter]) if letter in VARIANTS and random.random() < 0.5 else letter
    )
    return shown if shown in have else letter


def stretches(text: str) -> list[str]:
    """Return the text cut at spaces and signs drawn by hand, these standing alone."""
    made: list[str] = []
    for letter in text:
        if letter == " " or letter in DRAWN or not made or made[-1] == " " or made[-1] in DRAWN:
            made.append(letter)
        else:
            made[-1] += letter
    return made


def clusters(text: str) -> list[str]:
    """Return the text letter by letter, marks with the letter that bears them."""
    made: list[str] = []
    for letter in text:
        if made and (letter in ABOVE or letter in BELOW) and made[-1] != " ":
            made[-1] += letter
        else:
            made.append(letter)
    return made


def advance(random: Random, letter: str, size: int) -> float:
    """Return how far a sign drawn by hand reaches."""
    return size * (
        random.uniform(1.6, 7.0)
        if letter == "…"
        else 0.45
        if letter == "•"
        else random.uniform(0.6, 0.85)
    )


def _dots(
    random: Random, pen: ImageDraw.ImageDraw, x: float, reach: float, baseline: float, size: int
) -> None:
    """Draw a row of dots."""
    pitch, radius = size * random.uniform(0.12, 0.32), size * random.uniform(0.02, 0.05)
    at = x + pitch / 2
    while at < x + reach - pitch / 2:
        pen.ellipse((at - radius, baseline - 2 * radius, at + radius, baseline), fill=255)
        at += pitch


def sign(
    random: Random,
    pen: ImageDraw.ImageDraw,
    letter: str,
    x: float,
    reach: float,
    baseline: float,
    size: int,
) -> None:
    """Draw a box, a tick, a bullet or a row of dots."""
    thick = max(1, round(size * random.uniform(0.03, 0.07)))
    if letter == "…":
        _dots(random, pen, x, reach, baseline, size)
        return
    side = size * random.uniform(0.38, 0.5)
    left, top = x + 0.06 * size, baseline - side * random.uniform(0.95, 1.1)
    if letter == "•":
        radius, middle = size * random.uniform(0.06, 0.13), baseline - 0.25 * size
        bullet = (x + 0.1 * size, x + 0.1 * size + 2 * radius)
        pen.ellipse((bullet[0], middle - radius, bullet[1], middle + radius), fill=255)
        return
    if letter in "☐☑":
        pen.rectangle((left, top, left + side, top + side), outline=255, width=thick)
    if letter in "☑✓":
        jog = [random.uniform(-0.08, 0.08) * side for _ in range(6)]
        tick = [
            (left + 0.12 * side + jog[0], top + 0.55 * side + jog[1]),
            (left + 0.4 * side + jog[2], top + 0.88 * side + jog[3]),
        ]
        pen.line(
            [*tick, (left + random.uniform(0.85, 1.2) * side + jog[4], top + 0.08 * side + jog[5])],
            fill=255,
            width=thick,
        )
