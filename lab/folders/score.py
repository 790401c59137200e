"""How much of what is planted in composed folders is found, and what is said falsely.

python -m lab.folders.score 1 2 3        # seeds
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from ita_checker.across.side_by_side import Beside, side_by_side
from ita_checker.across.sketching import sketch
from ita_checker.judge.identify import identify
from ita_checker.model import Body, Certainty, Finding, Pack, Sketch, Submission
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document
from ita_checker.rulebook.phrases import teach
from lab.folders.change import scanned
from lab.folders.compose import Folder, Paper, folder
from lab.likeness import plain, touches

CODES = ("SET001", "SET002", "SET003", "SET004", "DOC008")


def beside(made: Folder, packs: tuple[Pack, ...]) -> Beside:
    """Return what the reports of a folder show side by side."""
    bodies: list[Body] = []
    sketches: list[Sketch] = []

    def keep(body: object) -> bytes:
        assert isinstance(body, Body)
        bodies.append(body)
        return b""

    for path in sorted(made.papers):
        sketches.append(_sketch(made.papers[path], packs, keep))
    return side_by_side(sketches, bodies.__getitem__, packs, lambda one: True)


def _sketch(paper: Paper, packs: tuple[Pack, ...], keep: Callable[[object], bytes]) -> Sketch:
    asked = Submission(
        paper.path, paper.year, "nacc", paper.items, folders=tuple(paper.path.split("/")[-2::-1])
    )
    text = paper.text
    if paper.scanned:
        text = scanned(random.Random(paper.path), text, paper.scanned)
    content = hashlib.sha256(text.encode()).hexdigest()
    read = replace(document(text, paper.path), sha256=content)
    return sketch(identify(read, asked, packs), keep)


def score(made: Folder, found: dict[str, tuple[Finding, ...]]) -> tuple[Counter[str], list[str]]:
    """Return counts (planted, found, false, by code) and a line for each miss and each
    falsehood.
    """
    counts: Counter[str] = Counter()
    lines: list[str] = []
    said = {(path, one.code, one.subject): one for path, own in found.items() for one in own}
    told: set[tuple[str, str, str]] = set()
    for planted in made.planted:
        hits = [
            key
            for key in said
            if key[1] == planted.code
            and key[0] in planted.paths
            and (not planted.subject or _same(planted.subject, key[2]))
        ]
        counts[f"{planted.code} planted"] += 1
        counts[f"{planted.code} found"] += bool(hits)
        told |= set(hits)
        if not hits:
            lines.append(f"missed {planted.code} {planted.paths} {planted.subject}")
    for (path, code, subject), finding in said.items():
        if code in CODES and (path, code, subject) not in told and (code, path) not in made.fair:
            counts[f"{code} false"] += 1
            counts[f"{code} false and sure"] += finding.certainty is Certainty.SURE
            lines.append(f"false {code} {finding.certainty} {path} {subject} {finding.found}")
    return counts, lines


def _same(planted: str, told: str) -> bool:
    """Tell whether two names are one measure's: a few letters may differ on scans."""
    one, other = plain(planted), plain(told)
    return touches(one, other, near=True) or touches(other, one, near=True)


def main(seeds: Iterable[str]) -> None:
    """Print the figures of the folders of these seeds."""
    packs = load(())
    teach(packs)
    total: Counter[str] = Counter()
    for seed in seeds:
        made = folder(int(seed))
        started = time.monotonic()
        counts, lines = score(made, dict(beside(made, packs).findings))
        total += counts
        print(
            f"seed {seed}: {len(made.papers)} files, {time.monotonic() - started:.0f} s",
            *lines,
            sep="\n  ",
        )
    print(figures(total))


def figures(total: Counter[str]) -> str:
    """Return the counts as lines, one a code."""
    return "\n".join(
        f"{code}: planted {total[f'{code} planted']}, found {total[f'{code} found']}, false"
        f" {total[f'{code} false']} (sure {total[f'{code} false and sure']})"
        for code in CODES
    )


if __name__ == "__main__":
    main(sys.argv[1:])
