"""Which lines are running heads, feet and page numbers: what stands at the same place of several
pages, or a number alone at a page's edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from ita_checker.model import Line, Page, Table
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

EDGE = 0.13  # of the page's height, at top and bottom: where heads and feet stand
SAME_HEIGHT = 4.0  # points a running line may move from page to page
LINES = 4  # of a page's lines outside tables, from its top or bottom, that may be a head or foot
LARGE = 1.15  # times the usual height of lines: a title that pages repeat, no running head
COVER_LINES = 16  # at most
LONGEST = 120  # letters
FEWEST = 12  # letters of a table that is a running head
DIGIT = "[0-9๐-๙]"
PAGE_NUMBER = re.compile(
    r"^\W*[\d๐-๙]{1,3}(?![\d๐-๙])\W*|(?<!\W)\W*(?<![\d๐-๙])[\d๐-๙]{1,3}\W{0,120}$"
)  # beside the words
NUMBER = pattern_of(
    lambda: (
        rf"[-–(\[]*{any_of(words_of('layout.page'))}?{DIGIT}{{1,3}}"
        rf"(?:/{DIGIT}{{1,3}}|{any_of(words_of('layout.of'))}{DIGIT}{{1,3}})?[-–)\]]*"
    )
)


def running(pages: Sequence[Page]) -> frozenset[tuple[int, int]]:
    """Return the running lines as (index of the page, index of the line)."""
    usual = _usual_height(pages)
    seen: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for number, page in enumerate(pages):
        cover = number == 0 and _is_short(page)
        for index in _edge_lines(page):
            line = page.lines[index]
            bare = "".join(line.text.split())
            if NUMBER.fullmatch(bare):
                found.add((number, index))
            elif (
                not cover
                and len(bare) <= LONGEST
                and line.box.bottom - line.box.top <= LARGE * usual
            ):
                # its number is parted from a year before it by white space: "ITA 2569 1"
                words = PAGE_NUMBER.sub("", " ".join(line.text.split()))
                seen["".join(words.split())].append((number, index, line.box.top))
    for letters, places in seen.items():
        if letters:
            found.update(_repeated(pages, places))
    return frozenset(found | _repeated_tables(pages))


def _repeated_tables(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Return the lines of tables that hold nothing but a running head or foot: at a page's edge,
    saying what the one at that height of another page says, the page's number aside.
    """
    seen: dict[tuple[str, ...], list[tuple[int, int, float]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for table in page.tables:
            own = [at for cell in table.cells for at in range(cell.first, cell.last)]
            lines = [page.lines[at] for at in own]
            if not all(at_edge(page, line) for line in lines):
                continue
            said = ("".join(line.text.split()) for line in lines)
            words = tuple(bare for bare in said if bare and not NUMBER.fullmatch(bare))
            if sum(map(len, words)) >= FEWEST:
                seen[words] += [(number, at, table.box.top) for at in own]
    return set[tuple[int, int]]().union(*(_repeated(pages, own) for own in seen.values()))


def _is_short(page: Page) -> bool:
    """Tell whether a page may be a cover: its title may stand again over the text."""
    return not page.tables and sum(bool(line.text.strip()) for line in page.lines) <= COVER_LINES


def _usual_height(pages: Sequence[Page]) -> float:
    heights = [
        line.box.bottom - line.box.top for page in pages for line in page.lines if line.text.strip()
    ]
    return median(heights) if heights else 0.0


def _repeated(
    pages: Sequence[Page], places: Sequence[tuple[int, int, float]]
) -> set[tuple[int, int]]:
    """Return the lines that stand at one height of several pages; a head's first stays where it is:
    it may be the title that later pages repeat.
    """
    found: set[tuple[int, int]] = set()
    for number, index, top in places:
        others = [
            other
            for other, _, height in places
            if other != number and abs(height - top) <= SAME_HEIGHT
        ]
        if others and (min(others) < number or top > pages[number].height / 2):
            found.add((number, index))
    return found


def _edge_lines(page: Page) -> list[int]:
    """Return the indexes of the lines outside tables among the first or last of the page."""
    inside = inside_tables(page.tables)
    outside = [
        index for index, line in enumerate(page.lines) if index not in inside and line.text.strip()
    ]
    outside.sort(key=lambda index: page.lines[index].box.top)
    kept = set(outside[:LINES] + outside[-LINES:])
    return [index for index in outside if index in kept and at_edge(page, page.lines[index])]


def at_edge(page: Page, line: Line) -> bool:
    """Tell whether a line stands where running heads and feet do."""
    middle = (line.box.top + line.box.bottom) / 2
    return not EDGE * page.height < middle < (1 - EDGE) * page.height


def inside_tables(tables: Iterable[Table]) -> frozenset[int]:
    """Return the indexes of their page's lines that stand in tables."""
    cells = (cell for table in tables for cell in table.cells)
    return frozenset[int]().union(*(range(cell.first, cell.last) for cell in cells))
