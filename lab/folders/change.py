"""What people do to a text that is not theirs: other names on it, other words, a new cover,
a scan.
"""

from __future__ import annotations

import random
import re

from lab.folders.offices import Office
from lab.folders.words import words

TONES = "่้๊๋็์"
ALIKE = {
    "ด": "ค",
    "ต": "ด",
    "ถ": "ภ",
    "บ": "ป",
    "ผ": "ฝ",
    "พ": "ฟ",
    "ข": "ช",
    "ล": "ส",
    "ิ": "ี",
    "ุ": "ู",
}
YEAR = re.compile(r"25\d\d")


def renamed(text: str, source: Office, target: Office) -> str:
    """Return the text with another office's name, place and head on it."""
    for old, new in (
        (source.name, target.name),
        (source.proper, target.proper),
        (source.kind, target.kind),
        (f"อำเภอ{source.district}", f"อำเภอ{target.district}"),
        (f"จังหวัด{source.province}", f"จังหวัด{target.province}"),
        (source.head, target.head),
    ):
        text = text.replace(old, new)
    return text


def reworded(chance: random.Random, text: str, share: float) -> str:
    """Return the text with a share of its sentences put otherwise: other words, pieces turned
    about, a lead-in.
    """
    pieces = re.split(r"( \| | // |\n)", text)
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        if (
            len(piece) > 20
            and not piece.startswith(("#", "->", "มาตรการ", "---"))
            and chance.random() < share
        ):
            pieces[at] = _otherwise(chance, piece)
    return "".join(pieces)


def _otherwise(chance: random.Random, piece: str) -> str:
    bullet = re.match(r"(- |\d\. )?", piece)
    lead = bullet[0] if bullet else ""
    body = piece[len(lead) :]
    for old, new in words()["reword"]:
        body = body.replace(old, new)
    clauses = body.split(" ")
    if len(clauses) > 3:
        turn = chance.randrange(1, len(clauses) - 1)
        clauses = clauses[turn:] + clauses[:turn]
    opener: str = chance.choice(words()["openers"])
    return lead + opener + " ".join(clauses)


def with_cover_of(text: str, later: int, everywhere: bool) -> str:
    """Return last year's report with the years of its cover and preface, or of all of it, moved."""
    pages = text.split("---page---")
    count = len(pages) if everywhere else 2
    moved = [YEAR.sub(lambda hit: str(int(hit[0]) + later), page) for page in pages[:count]]
    return "---page---".join([*moved, *pages[count:]])


def scanned(chance: random.Random, text: str, wrong: float) -> str:
    """Return the text as a scan of it is read: some letters lost or mistaken, pages marked as read
    from pictures.
    """
    letters = []
    for letter in text:
        if letter in TONES and chance.random() < 2 * wrong:
            continue
        if letter in ALIKE and chance.random() < wrong:
            letter = ALIKE[letter]
        letters.append(letter)
    pages = "".join(letters).split("---page---")
    return "---page---".join(
        f"\n(ocr)\n{page.lstrip(chr(10))}" if page.strip() else page for page in pages
    ).lstrip("\n")
