"""Whole pages to measure the reader on: a report's heading, paragraphs and a ruled table in one
font, then scanned.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ita_checker.read.ocr.letters.alphabet import SPELT_AS
from ita_checker.training.figures import date, year
from ita_checker.training.fonts import font, letters
from ita_checker.training.texts import fill, office, person, phrase, words_line

WIDTH, HEIGHT = 8.27, 11.69  # inches of A4
MARGIN = 1.0
SIZES = {
    "Sarabun": 13,
    "Laksaman": 16,
    "Niramit": 13,
}  # points; Thai fonts differ in how much of the em they fill
USUAL = 13
NOISE = {
    "clean": (0.0, 0.0, 95),
    "noisy": (0.5, 8.0, 60),
    "poor": (0.9, 16.0, 30),
}  # blur (200 dpi pixels), grain, JPEG quality


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page drawn: grey (255 white) at so many pixels per point, and the text of its lines from
    top to bottom, cells in row order.
    """

    grey: NDArray[np.uint8]
    scale: float
    lines: tuple[str, ...]


def sheet(seed: int, path: str, family: str, dpi: int, noise: str, skew: float) -> Sheet:
    """Return a page of the font, scanned; the same text for the same seed."""
    random = Random(seed)
    page = _Page(path, SIZES.get(family, USUAL), dpi)
    page.heading("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม")
    page.heading(f"ประจำปีงบประมาณ พ.ศ. {year(random)}")
    page.heading(office(random).split(" ")[0])
    for _ in range(6):
        page.paragraph(" ".join((phrase(random), date(random), words_line(random), phrase(random))))
    page.table(
        [
            ["มาตรการ", "ระยะเวลา", "ผลการดำเนินการ"],
            *([phrase(random)[:30], date(random), words_line(random)[:40]] for _ in range(4)),
        ]
    )
    page.paragraph(fill(random, "ข้อมูล ณ {d} รอบ {i} เดือน จำนวน {n} บาท"))
    page.heading(person(random))
    return Sheet(
        scanned(np.asarray(page.image, np.uint8), dpi, noise, skew, seed),
        dpi / 72,
        tuple(page.lines),
    )


class _Page:
    """Draws from top to bottom."""

    def __init__(self, path: str, points: float, dpi: int) -> None:
        self.image = Image.new("L", (round(WIDTH * dpi), round(HEIGHT * dpi)), 255)
        self.pen = ImageDraw.Draw(self.image)
        self.size = round(points * dpi / 72)
        self.font, self.have = font(path, self.size), letters(path)
        self.step, self.left, self.right = (
            round(self.size * 1.5),
            round(MARGIN * dpi),
            round((WIDTH - MARGIN) * dpi),
        )
        self.y, self.lines = round(MARGIN * dpi), list[str]()

    def known(self, text: str) -> str:
        """Return the text without what the font has not."""
        return " ".join(
            "".join(
                letter
                for letter in text.translate(SPELT_AS).replace("…", "")
                if letter in self.have
            ).split()
        )

    def write(self, x: float, text: str) -> None:
        if self.y + 2 * self.size > self.image.height:
            return
        self.pen.text((x, self.y + self.size), text, font=self.font, fill=0, anchor="ls")
        self.lines.append(text)

    def heading(self, text: str) -> None:
        text = self.known(text)
        self.write((self.left + self.right - self.font.getlength(text)) / 2, text)
        self.y += self.step

    def wrapped(self, text: str, width: float) -> list[str]:
        """Return the text in lines no wider than so many pixels, broken between letters, never
        before a mark.
        """
        made, rest = list[str](), self.known(text)
        while rest:
            end = len(rest)
            while self.font.getlength(rest[:end]) > width:
                end -= max(1, end // 20)
            while 0 < end < len(rest) and (rest[end] in "ัิีึืฺุู็่้๊๋์ํำ" or rest[end] == " "):
                end -= 1
            made.append(rest[: max(1, end)].strip())
            rest = rest[max(1, end) :].strip()
        return made

    def paragraph(self, text: str) -> None:
        for line in self.wrapped(text, self.right - self.left):
            self.write(self.left, line)
            self.y += self.step

    def table(self, rows: list[list[str]]) -> None:
        shares, thick = (0.0, 0.36, 0.62, 1.0), max(1, self.size // 24)
        stops = [self.left + share * (self.right - self.left) for share in shares]
        top = first = self.y
        for row in rows:
            below = top
            for text, x0, x1 in zip(row, stops, stops[1:], strict=False):
                self.y = top + self.step // 6
                for line in self.wrapped(text, x1 - x0 - self.size):
                    self.write(x0 + self.size * 0.4, line)
                    self.y += self.step
                below = max(below, self.y)
            self.pen.line((self.left, top, self.right, top), fill=0, width=thick)
            top = below + self.step // 6
        self.pen.line((self.left, top, self.right, top), fill=0, width=thick)
        for x in stops:
            self.pen.line((x, first, x, top), fill=0, width=thick)
        self.y = top + self.step // 2


def scanned(
    page: NDArray[np.uint8], dpi: int, noise: str, skew: float, seed: int
) -> NDArray[np.uint8]:
    """Return the page as a scanner hands it on: turned, blurred, on grey paper, grainy, JPEG."""
    blur, grain, quality = NOISE[noise]
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0)
    made = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    if blur:
        made = cv2.GaussianBlur(made, (0, 0), blur * dpi / 200)
    if grain:
        made = np.clip(
            made * 0.82 + 40 + np.random.default_rng(seed).normal(0, grain, made.shape), 0, 255
        ).astype(np.uint8)
    _, code = cv2.imencode(".jpg", np.asarray(made, np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(code, cv2.IMREAD_GRAYSCALE), np.uint8)
