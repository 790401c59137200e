"""How well and how fast scans are read, per font, dpi and noise, Tesseract beside ours where it is
installed.

python tests/benchmarks/ocr_reader.py --fonts FOLDER [--pages N] [--few N] [--all]   (needs the
extra `training`)

Both read the same pictures of pages one after the other on one core with one thread, finding lines
included; counted are seconds of
the processor, so that a busy machine changes nothing.
"""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from ita_checker.model import Page
from ita_checker.read.ocr import page as own
from ita_checker.read.ocr import tesseract
from ita_checker.training.fonts import Face, faces
from ita_checker.training.measure import Score, score, total
from ita_checker.training.pages import NOISE, Sheet, sheet

DPIS = (150, 200, 300)
Reader = Callable[..., Page | None]


def main() -> None:
    """Print the errors by font, dpi and noise, and pages per second."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", action="append", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=1, help="per font, dpi and noise")
    parser.add_argument("--few", type=int, help="so many pages in all, drawn from all the kinds")
    parser.add_argument("--all", action="store_true", help="fonts trained on, too")
    asked = parser.parse_args()
    readers: dict[str, Reader] = {"ours": own.read_picture}
    if shutil.which("tesseract"):
        readers["tesseract"] = tesseract.read_picture
    chosen = _regular(faces(asked.fonts, unseen=True)) + (
        _regular(faces(asked.fonts)) if asked.all else ()
    )
    scores: dict[tuple[str, str], list[Score]] = defaultdict(list)
    seconds: dict[str, float] = defaultdict(float)
    count = 0
    _one_core()
    for about, draw in _pages(chosen, asked.pages, asked.few):
        page = draw()
        count += 1
        for name, reader in readers.items():
            if count == 1:
                reader(page.grey, page.scale, 1)  # what is loaded once counts for neither
            began = _processor()
            read = reader(page.grey, page.scale, 1)
            seconds[name] += _processor() - began
            found = measured(page, read)
            for key in (*about, "everything"):
                scores[key, name].append(found)
    for key, name in sorted(scores):
        print(f"{key:24} {name:10} {total(scores[key, name])}")
    for name, taken in seconds.items():
        print(f"{name}: {count / taken:.2f} pages per second of one core")
    if "tesseract" in seconds:
        print(
            f"ours reads {seconds['tesseract'] / seconds['ours']:.1f} times as many pages as"
            " tesseract"
        )


def _one_core() -> None:
    """Keep us and the programs we start to one core and one thread."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])


def _processor() -> float:
    """Return the seconds of processor time that we and the programs we started have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def measured(page: Sheet, read: Page | None) -> Score:
    """Return how well a page was read: its lines in one row, white space left out."""
    text = "".join(line.text for line in read.lines) if read else ""
    return score("".join("".join(page.lines).split()), "".join(text.split()))


def _regular(found: tuple[Face, ...]) -> tuple[Face, ...]:
    """Return one upright face of ordinary weight per family."""
    by_family = {
        face.family: face
        for face in reversed(found)
        if not any(word in face.path for word in ("Bold", "Italic", "Oblique", "Light", "Medium"))
    }
    return tuple(by_family[family] for family in sorted(by_family))


def _pages(
    chosen: tuple[Face, ...], pages: int, few: int | None
) -> Iterator[tuple[tuple[str, ...], Callable[[], Sheet]]]:
    """Yield what a page is counted under (font, dpi, noise), and what draws it."""
    random = Random(7)
    kinds = [
        (face, dpi, noise)
        for face in chosen
        for dpi in DPIS
        for noise in NOISE
        for _ in range(pages)
    ]
    for face, dpi, noise in random.sample(kinds, min(few, len(kinds))) if few else kinds:
        draw = partial(
            sheet,
            random.randrange(10**6),
            face.path,
            face.family,
            dpi,
            noise,
            random.uniform(-1, 1),
        )
        yield (face.family, f"{dpi} dpi", noise), draw


if __name__ == "__main__":
    main()
