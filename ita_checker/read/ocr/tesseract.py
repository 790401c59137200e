"""A second reader, for comparison, where Tesseract is installed (Debian: tesseract-ocr,
tesseract-ocr-tha).

Its Thai model has no ๔ ๖ ๗ ๘ ๙ in its alphabet
(https://github.com/tesseract-ocr/langdata_lstm/issues/42): every digit it reads is doubted.
"""

from __future__ import annotations

import contextlib
import csv
import os
import shutil
import subprocess
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

import numpy as np

from ita_checker.errors import UsageError
from ita_checker.model import Doubtful, Line, Page, Source, Words
from ita_checker.read.ocr.paper.picture import Picture, picture
from ita_checker.read.ocr.writing import DIGITS, DOUBTED
from ita_checker.read.raster import Grey
from ita_checker.read.raster.coding import png

SURE_OF_DIGITS = 0.5  # how sure one may be, at most, of a digit it reads
LONGEST = 60  # seconds for a page
PROGRAM = "tesseract"
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # many files are read at once
INSTALL = Words(
    "ติดตั้ง tesseract-ocr และ tesseract-ocr-tha (ชื่อใน Debian) หรือใช้ตัวอ่านของโปรแกรมเอง"
    " (--ocr-engine own)",
    "Install tesseract-ocr and tesseract-ocr-tha (their names in Debian), or use our own reader"
    " (--ocr-engine own).",
)
WORD = "5"  # the level of words in its table


@dataclass(frozen=True, slots=True)
class Word:
    """A word as Tesseract tells it: which line, the place in pixels, how sure (0 to 1)."""

    line: tuple[str, str, str]
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    text: str


def read_picture(grey: Grey, scale: float, number: int, *_: object) -> Page | None:
    """Return the page's lines as Tesseract reads them, no tables; None where it reads nothing."""
    level = picture(grey, scale)
    height, width = level.ink.shape
    lines = tuple(
        line(list(words), level)
        for _, words in groupby(words(asked(level.ink, scale)), key=lambda word: word.line)
    )
    if not lines:
        return None
    return Page(
        number, width / scale, height / scale, lines, source=Source.OCR, quality="tesseract"
    )


@cache
def version() -> str:
    """Return the version of the Tesseract installed here; UsageError where there is none, or it
    has no Thai.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise UsageError(
            Words("ไม่พบโปรแกรม tesseract ในเครื่องนี้", "tesseract is not installed here"),
            "--ocr-engine tesseract",
            INSTALL,
        )
    told = [
        subprocess.run([program, asked], capture_output=True, text=True, check=False).stdout
        for asked in ("--version", "--list-langs")
    ]
    lacking = " ".join(sorted({"tha", "eng"} - set(told[1].split())))
    if lacking:
        what = Words(
            f"tesseract ในเครื่องนี้ไม่มีภาษา {lacking}",
            f"the tesseract installed here lacks the language {lacking}",
        )
        raise UsageError(what, "--ocr-engine tesseract", INSTALL)
    return told[0].split("\n")[0]


def asked(ink: Grey, scale: float) -> str:
    """Return Tesseract's table of words; nothing where it takes too long."""
    command = [PROGRAM, "-", "-", "-l", "tha+eng", "--dpi", str(round(72 * scale)), "tsv"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            command,
            input=png(np.invert(ink)),
            capture_output=True,
            timeout=LONGEST,
            check=False,
            env=os.environ | ONE_THREAD,
        )
        return done.stdout.decode("utf-8", "replace")
    return ""


def words(table: str) -> Iterator[Word]:
    """Yield the words of the table."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] == WORD and text:
            x0, top = float(row["left"]), float(row["top"])
            place = x0, top, x0 + float(row["width"]), top + float(row["height"])
            yield Word(
                (row["block_num"], row["par_num"], row["line_num"]),
                *place,
                max(0.0, float(row["conf"]) / 100),
                text,
            )


def line(found: list[Word], level: Picture) -> Line:
    """Return words as a line; letters share a word's width evenly, which is all Tesseract tells."""
    text, edges, doubtful = "", array("f"), []
    for word in found:
        if text:
            edges.extend((edges[-1], level.point(word.x0, word.top)[0]))
            text += " "
        stops = [
            level.point(word.x0 + (word.x1 - word.x0) * i / len(word.text), word.bottom)[0]
            for i in range(len(word.text) + 1)
        ]
        for letter, (x0, x1) in zip(word.text, pairwise(stops), strict=True):
            sure = min(word.confidence, SURE_OF_DIGITS) if letter in DIGITS else word.confidence
            if sure < DOUBTED:
                doubtful.append(Doubtful(len(text), round(sure, 3)))
            text += letter
            edges.extend((x0, x1))
    sides = (
        min(w.x0 for w in found),
        min(w.top for w in found),
        max(w.x1 for w in found),
        max(w.bottom for w in found),
    )
    return Line(text, level.box(*sides), edges, text, doubtful=tuple(doubtful))
