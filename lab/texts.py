"""The texts: YAML files and HTML cases by author, in `texts/` or wherever they are delivered."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from lab import from_html, sheets
from lab.cases import cases
from lab.sheets import Sheet

HOME = Path(__file__).parent / "texts"


def texts(folder: Path = HOME) -> tuple[Sheet, ...]:
    """Return every text below a folder by author and name: NAME.yaml, or NAME/doc.html beside
    truth.json. ValueError names a broken one.
    """
    return tuple(sorted(_texts(folder), key=lambda sheet: (sheet.author, sheet.name)))


def _texts(folder: Path) -> Iterator[Sheet]:
    for path in sorted(folder.rglob("*.yaml")):
        yield sheets.load(path)
    for inner in sorted({path.parent.parent for path in folder.rglob("truth.json")}):
        if any(inner.glob("*/doc.html")):
            outer = inner.parent if inner.name == "cases" else inner
            yield from (from_html.sheet(case) for case in cases(inner, outer.resolve().name))


def take_in(folder: Path, author: str, home: Path = HOME, as_html: bool = False) -> int:
    """Take the cases of a folder into the stock under an author's name, as YAML or (layout and
    all) as they are; return how many.
    """
    found = cases(folder, author)
    for case in found:
        if as_html:
            shutil.copytree(case.page.parent, home / author / case.name, dirs_exist_ok=True)
        else:
            sheets.dump(from_html.sheet(case), home / author / f"{case.name}.yaml")
    return len(found)
