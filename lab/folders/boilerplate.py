"""Write the texts that circulate among offices, and their hashes, into the program.

python -m lab.folders.boilerplate

The texts: what two or more of our samples say alike (each is another invented office), and what
circulating.txt beside this file holds: prefaces, laws and steps met in reports of many offices.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ita_checker.across.rarity import boiled
from ita_checker.text.flow import fold

ROOT = Path(__file__).parents[2]
HOME = ROOT / "ita_checker" / "across"
SHORTEST = 25  # letters of a sentence worth keeping
NUMBER = re.compile(r"[0-9๐-๙]+")


def main() -> None:
    """Write both files."""
    texts = [*_circulating(), *_shared()]
    text = "\n".join(dict.fromkeys(texts)) + "\n"
    (HOME / "boilerplate.txt").write_text(text, encoding="utf-8")
    (HOME / "boilerplate.bin").write_bytes(boiled(text))


def _circulating() -> Iterator[str]:
    text = Path(__file__).with_name("circulating.txt").read_text(encoding="utf-8")
    yield from (line for line in text.split("\n") if line and not line.startswith("#"))


def _shared() -> Iterator[str]:
    """Yield the sentences that samples of two offices or more share, their numbers aside."""
    counts: Counter[str] = Counter()
    said: dict[str, str] = {}
    for path in sorted((ROOT / "samples" / "texts").rglob("*.txt")):
        pieces = re.split(r"[|\n]|<br>", path.read_text(encoding="utf-8"))
        for piece in {NUMBER.sub("", piece).strip(" -•.#=>~") for piece in pieces}:
            key = fold(piece)
            if len(key) >= SHORTEST:
                counts[key] += 1
                said.setdefault(key, piece)
    yield from (said[key] for key in sorted(counts) if counts[key] > 1)


if __name__ == "__main__":
    main()
