"""What printing, signing, stamping and scanning do to a line. Measured on real scans: marks cut
off, rules left in, ink spread.
"""

from __future__ import annotations

from collections import deque
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from ita_checker.training.lines import Ink

HEIGHT = 40
FAINTEST = 0.55  # correlation with the clean line below which no eye would read it
Grey = NDArray[np.uint8]


class Damage:
    """Damages lines one after the other; remembers the last few, whose ink intrudes into
    the next.
    """

    def __init__(self, random: Random, strength: float = 1.0) -> None:
        self.random, self.strength = random, strength
        self.noise = np.random.default_rng(random.getrandbits(32))
        self.neighbours: deque[Ink] = deque(maxlen=40)
        self.legible = True  # of the last line

    def chance(self, probability: float) -> bool:
        """Return True with the probability, less often while the strength is small."""
        return self.random.random() < probability * self.strength

    def __call__(self, ink: Ink) -> Grey:
        """Return the line as cut out of a scan: HEIGHT pixels high, 0 paper, 255 ink."""
        text = self.warped(ink)
        rows = np.flatnonzero(text.max(axis=1) > 90)
        columns = np.flatnonzero(text.max(axis=0) > 90)
        if not len(rows) or not len(columns):
            return np.zeros((HEIGHT, HEIGHT), np.uint8)
        top, bottom, left, right = (
            int(rows[0]),
            int(rows[-1]) + 1,
            int(columns[0]),
            int(columns[-1]) + 1,
        )
        page = self.surrounded(text, top, bottom, left, right)
        y0, y1, x0, x1 = self.cut(top, bottom, left, right)
        page = padded(page, y0, y1, x0, x1)
        self.neighbours.append(text[top:bottom, left:right])
        made = self.scaled(self.scanned(self.inked(page)))
        self.legible = alike(to_height(page), made) > FAINTEST
        return made

    def warped(self, ink: Ink) -> Ink:
        """Return the line turned, slanted and stretched a little."""
        height, width = ink.shape
        most = min(1.6, 16.0 * height / width) * self.strength
        angle = (
            self.random.gauss(0, 0.2)
            if self.random.random() < 0.7
            else self.random.uniform(-most, most)
        )
        slant = self.random.gauss(0, 0.04) * self.strength
        stretch = self.random.uniform(1 - 0.14 * self.strength, 1 + 0.14 * self.strength)
        rise = float(np.tan(np.radians(angle)))
        matrix = np.array(
            [[stretch, slant, -slant * height / 2], [-rise, 1, rise * width / 2]], np.float32
        )
        return np.asarray(
            cv2.warpAffine(ink, matrix, (int(width * stretch) + 4, height), flags=cv2.INTER_LINEAR),
            np.uint8,
        )

    def surrounded(self, text: Ink, top: int, bottom: int, left: int, right: int) -> Ink:
        """Return the line with what else stands there: rules, dotted lines, neighbours, a stamp or
        a signature.
        """
        page, tall = text.copy(), bottom - top
        if self.chance(0.10):
            self.underline(page, top + int(tall * self.random.uniform(0.72, 1.02)), left, right)
        if self.chance(0.12):
            self.dots_below(page, top + int(tall * self.random.uniform(0.74, 0.92)), left, right)
        if self.chance(0.10):
            self.table_rules(page, top, bottom, left, right)
        if self.chance(0.35) and self.neighbours:
            self.intrude(page, top, bottom)
        if self.chance(0.08):
            self.scrawl(page, tall)
        return page

    def underline(self, page: Ink, y: int, left: int, right: int) -> None:
        """Draw a rule under all or part of the line."""
        start, end = sorted(
            (self.random.randint(0, right), self.random.randint(left, page.shape[1]))
        )
        whole = self.random.random() < 0.5
        cv2.line(
            page,
            (0 if whole else start, y),
            (page.shape[1] if whole else end, y),
            self.random.randint(120, 255),
            self.random.choice((1, 1, 2, 3)),
        )

    def dots_below(self, page: Ink, y: int, left: int, right: int) -> None:
        """Draw the dotted line of a form under the text."""
        pitch = self.random.randint(3, 8)
        for x in range(self.random.randint(0, left + 1), right, pitch):
            cv2.circle(
                page,
                (x, y),
                0 if self.random.random() < 0.5 else 1,
                self.random.randint(130, 255),
                -1,
            )

    def table_rules(self, page: Ink, top: int, bottom: int, left: int, right: int) -> None:
        """Draw what remains of a table's rules: at the edges, whole or in pieces."""
        for _ in range(self.random.randint(1, 2)):
            thick, tone, gap = (
                self.random.choice((1, 1, 2, 3)),
                self.random.randint(110, 255),
                self.random.randint(1, 6),
            )
            if self.random.random() < 0.5:
                y = self.random.choice((top - gap - thick, bottom + gap))
                x = self.random.randint(0, right)
                cv2.line(page, (x, y), (x + self.random.randint(10, right + 10), y), tone, thick)
            else:
                x = self.random.choice((left - gap - thick - 2, right + gap + 2))
                cv2.line(page, (x, 0), (x, page.shape[0]), tone, thick)

    def intrude(self, page: Ink, top: int, bottom: int) -> None:
        """Let the marks of the line below, or the feet of the line above, reach into this one."""
        other = self.random.choice(self.neighbours)
        tall, wide = bottom - top, page.shape[1]
        scale = tall / other.shape[0] * self.random.uniform(0.85, 1.1)
        other = np.asarray(
            cv2.resize(
                other, (max(1, int(other.shape[1] * scale)), max(1, int(other.shape[0] * scale)))
            ),
            np.uint8,
        )
        gap = int(tall * self.random.uniform(-0.12, 0.25))
        y = bottom + gap if self.random.random() < 0.5 else top - gap - other.shape[0]
        x = self.random.randint(-min(other.shape[1], wide) // 3, max(1, wide // 2))
        a, b, c, d = (
            max(0, y),
            min(page.shape[0], y + other.shape[0]),
            max(0, x),
            min(wide, x + other.shape[1]),
        )
        if a < b and c < d:
            page[a:b, c:d] = np.maximum(page[a:b, c:d], other[a - y : b - y, c - x : d - x])

    def scrawl(self, page: Ink, tall: int) -> None:
        """Draw strokes of a pen or a piece of a stamp's ring across a part of the line, paler than
        print.
        """
        x, y, tone = (
            self.random.randint(0, page.shape[1]),
            page.shape[0] // 2,
            self.random.randint(40, 170),
        )
        if self.random.random() < 0.5:
            radius = int(tall * self.random.uniform(0.8, 2.5))
            cv2.ellipse(
                page,
                (x, y + self.random.randint(-radius, radius)),
                (radius, radius),
                0,
                0,
                360,
                tone,
                self.random.choice((1, 2, 3)),
            )
            return
        steps = [
            (self.random.randint(-tall, tall), self.random.randint(-tall // 2, tall // 2))
            for _ in range(self.random.randint(3, 7))
        ]
        points = np.cumsum(np.array([(x, y), *steps], np.int32), axis=0)
        stroke = np.zeros_like(page)
        cv2.polylines(
            stroke, [points.astype(np.int32)], False, tone, self.random.choice((1, 2)), cv2.LINE_AA
        )
        np.maximum(page, stroke, out=page)

    def cut(self, top: int, bottom: int, left: int, right: int) -> tuple[int, int, int, int]:
        """Return the rows and columns cut out: now and then too close, so that marks above and
        below lose their edge.
        """
        tall = bottom - top
        if self.random.random() < 0.65:
            above, below = self.random.uniform(-0.05, 0.16), self.random.uniform(-0.05, 0.16)
        else:
            above, below = self.random.uniform(0, 0.6), self.random.uniform(0, 0.45)
        side = max(2, tall // 8)
        return (
            top - int(above * tall),
            bottom + int(below * tall),
            left - self.random.randint(1, 4 * side),
            right + self.random.randint(1, 4 * side),
        )

    def inked(self, page: Ink) -> Ink:
        """Return the line with ink spread or thin: blurred, then drawn to a threshold more or less
        sharply.
        """
        if not self.chance(0.75):
            return page
        sigma = self.random.uniform(0.3, 0.3 + page.shape[0] / 55)
        soft = cv2.GaussianBlur(page, (0, 0), sigma).astype(np.float32)
        if self.random.random() < 0.6:
            middle, sharp = self.random.uniform(60, 165), self.random.uniform(0.015, 0.08)
            soft = 255 / (1 + np.exp(-(soft - middle) * sharp))
            soft = (soft - soft.min()) * (255 / max(1.0, float(soft.max() - soft.min())))
        return np.clip(soft, 0, 255).astype(np.uint8)

    def scanned(self, ink: Ink) -> Grey:
        """Return the picture a scanner makes: contrast, paper's shade, noise, JPEG; 0 paper, 255
        ink again.
        """
        grey = ink.astype(np.float32) * self.random.uniform(1 - 0.55 * self.strength, 1.0)
        shape = grey.shape
        if self.chance(0.2):
            grey += np.linspace(
                self.random.uniform(0, 50), self.random.uniform(0, 50), shape[1], dtype=np.float32
            )[None, :]
        if self.chance(0.55):
            grey += self.noise.normal(0, self.random.uniform(2, 26), shape).astype(np.float32)
        if self.chance(0.12):
            specks = self.noise.random(shape, np.float32)
            grey[specks < self.random.uniform(0.0005, 0.01)] = 230
            grey[specks > 1 - self.random.uniform(0.0005, 0.01)] = 0
        made = np.clip(grey, 0, 255).astype(np.uint8)
        if self.chance(0.4):
            _, code = cv2.imencode(
                ".jpg", 255 - made, [cv2.IMWRITE_JPEG_QUALITY, self.random.randint(18, 90)]
            )
            made = (255 - np.asarray(cv2.imdecode(code, cv2.IMREAD_GRAYSCALE))).astype(np.uint8)
        if self.chance(0.12):
            made = np.where(made > self.random.randint(80, 150), 255, 0).astype(np.uint8)
        return np.asarray(made, np.uint8)

    def scaled(self, line: Grey) -> Grey:
        """Return the line HEIGHT pixels high, its tones stretched as the reader stretches them."""
        return stretched(to_height(line))


def alike(clean: Ink, made: Grey) -> float:
    """Return the correlation of the damaged line with the clean one."""
    a, b = clean.astype(np.float32) - clean.mean(), made.astype(np.float32) - made.mean()
    return float((a * b).sum() / max(1.0, float(np.sqrt((a * a).sum() * (b * b).sum()))))


def padded(page: Ink, y0: int, y1: int, x0: int, x1: int) -> Ink:
    """Return the rows and columns, empty where they lie outside the picture."""
    y1, x1 = max(y1, y0 + 4), max(x1, x0 + 4)
    height, width = page.shape
    around = np.pad(page, ((max(0, -y0), max(0, y1 - height)), (max(0, -x0), max(0, x1 - width))))
    y0, y1, x0, x1 = y0 + max(0, -y0), y1 + max(0, -y0), x0 + max(0, -x0), x1 + max(0, -x0)
    return around[y0:y1, x0:x1]


def to_height(line: Grey) -> Grey:
    """Return the line HEIGHT pixels high, its shape kept."""
    height, width = line.shape
    wide = max(8, round(width * HEIGHT / height))
    return np.asarray(
        cv2.resize(
            line,
            (wide, HEIGHT),
            interpolation=cv2.INTER_AREA if height > HEIGHT else cv2.INTER_LINEAR,
        ),
        np.uint8,
    )


def stretched(line: Grey) -> Grey:
    """Return the line with its paper at 0 and its darkest ink at 255."""
    low, high = float(np.percentile(line, 30)), float(np.percentile(line, 99.5))
    return np.asarray(
        np.clip((line.astype(np.float32) - low) * (255 / max(40.0, high - low)), 0, 255), np.uint8
    )
