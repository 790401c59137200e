"""Where lines stand on their page: the text's sides, its middle, how high its letters are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from ita_checker.facts.page.lines import Placed, lines, lines_of, outside
from ita_checker.model import Facts, Source

MARGINS, INDENT = (
    6.0,
    45.0,
)  # points: how far margins vary from page to page; a paragraph's first line is set in by less
SAME_WIDTH = 60.0  # points that pages of one paper differ by at most
SAME_PLACE = 3.0  # points by which lines that begin at one place differ at most
FEW = 4  # lines from which a page's text tells where it ends
MIDDLE, MIDDLE_SCANNED = 9.0, 15.0  # points a centred line may stand off the middle
SET_IN = 8.0  # points that a paragraph's lines may vary at the left
# a scanned line's letters are larger only from here on; sizes that differ by less are the same
AS_USUAL, AS_LARGE = 1.25, 0.4
FULL_LINES = 2  # lines set in that reach the text's right edge: paragraphs begin there
DEEP = 120.0  # points: a paragraph's first line is set in by less
A_PITCH = 20.0  # points from line to line where a page has one line only
A_LINE = 50  # letters of a line that fills most of the page
SOME = 0.1  # share of the letters of the place with most
SOME_LETTERS = 10  # of a line's letters: as many weigh one
TELLING = 20  # letters from which a line tells what height is usual


def usual_height(facts: Facts) -> float:
    """Return the height of most letters, those outside tables first: tables are often set
    smaller.
    """
    telling = [line for line in outside(facts) if line.end - line.start >= TELLING]
    heights = list[float]()
    for line in telling or lines(facts):
        if line.height:
            heights += [line.height] * -(-(line.end - line.start) // SOME_LETTERS)
    return median(heights or [1.0]) or 1.0


def line_pitch(own: Sequence[Placed]) -> float:
    steps = [
        below.box.top - above.box.top
        for above, below in pairwise(own)
        if not above.cell and not below.cell
    ]
    return median([step for step in steps if step > 0] or [A_PITCH])


def size_of(line: Placed, usual: float) -> float:
    return _size(line.height, line.scanned, usual)


@lru_cache(maxsize=1 << 8)  # most lines of a report are set in one of a few sizes
def _size(height: float, scanned: bool, usual: float) -> float:
    size = height / usual
    return round(size, 1) if not scanned or size >= AS_USUAL else 1.0


def same_size(one: Placed, other: Placed, usual: float) -> bool:
    if one.height == other.height and one.scanned == other.scanned:  # nearly always
        return True
    if one.scanned and not (one.height and other.height):
        return True
    return abs(size_of(one, usual) - size_of(other, usual)) <= (AS_LARGE if one.scanned else 0)


def sides(facts: Facts, page: int) -> tuple[float, float]:
    """Return where the text outside tables begins and ends across, in points, on a page and those
    as wide: an annex that lies on its side has longer lines.
    """
    return all_sides(facts)[page]


def all_sides(facts: Facts) -> Mapping[int, tuple[float, float]]:
    """Return the same of every page."""
    return facts.once(_sides)


def _sides(facts: Facts) -> dict[int, tuple[float, float]]:
    left, rights = facts.once(_margin), _rights(facts)
    return {page: (left, rights[width]) for page, width in facts.once(_widths).items()}


def _widths(facts: Facts) -> dict[int, int]:
    """Return how wide each page is, in steps of which scans of one paper differ by less."""
    return {page.number: round(page.width / SAME_WIDTH) for page in facts.document.pages}


def _rights(facts: Facts) -> dict[int, float]:
    """Return where text outside tables ends on pages of each width."""
    pages, widths = facts.once(_widths), dict[int, float]()
    for page in facts.document.pages:
        widths[pages[page.number]] = page.width
    ends = {width: list[float]() for width in widths}
    for line in outside(facts):
        ends[pages[line.page]].append(line.box.x1)
    left = facts.once(_margin)
    return {step: _right(own, widths[step], left) for step, own in ends.items()}


def _right(ends: Sequence[float], width: float, left: float) -> float:
    """Return where text ends across a page so wide, of where its lines do. A line that runs into
    the margin is no measure, nor are a few lines: then the margins are taken as alike.
    """
    inside = [end for end in ends if end <= width - left / 2]
    furthest = max(inside, default=0.0)
    as_set = len(inside) == len(ends) and len(ends) >= FEW
    return furthest if as_set else max(furthest, width - left)


def _margin(facts: Facts) -> float:
    """Return where the text begins, in points from the left: the leftmost place at which as many
    letters' lines do as about anywhere else, or at which several full ones do: where paragraphs
    and lists are set in, few lines come back to the margin.
    """
    letters, full = Counter[int](), Counter[int]()
    for line in outside(facts):
        place, long = round(line.box.x0 / MARGINS), line.end - line.start
        letters[place] += long
        if long >= A_LINE:
            full[place] += 1
    most = max(letters.values(), default=0)
    return MARGINS * min(
        (
            place
            for place, count in letters.items()
            if count >= most / 2 or (full[place] >= FEW and count >= most * SOME)
        ),
        default=0,
    )


def centred(facts: Facts) -> frozenset[int]:
    """Return where lines begin that stand in the page's middle, and not because they fill the page
    from margin to margin.
    """
    return facts.once(_centred)


def _centred(facts: Facts) -> frozenset[int]:
    left, indents = facts.once(_margin), facts.once(_indents)
    return frozenset(
        line.start
        for line in facts.once(_in_middle)
        if line.box.x0 > left + INDENT and _place(line) not in indents
    )


def _indents(facts: Facts) -> frozenset[int]:
    """Return where paragraphs are set in: several lines begin there and end anywhere, or some fill
    the page from there to the right, so one whose middle is the page's is no title.
    """
    left, ends, full = facts.once(_margin), dict[int, set[int]](), Counter[int]()
    every = all_sides(facts)
    for line in outside(facts):
        x0, x1 = line.box.x0, line.box.x1
        if x0 > left + SET_IN:
            place = _place(line)
            ends.setdefault(place, set()).add(round(x1 / MIDDLE))
            full[place] += x0 < left + DEEP and x1 > every[line.page][1] - SET_IN
    return frozenset(
        place for place, own in ends.items() if len(own) >= FEW or full[place] >= FULL_LINES
    )


def _place(line: Placed) -> int:
    return round(line.box.x0 / SAME_PLACE)


def middle(facts: Facts) -> frozenset[int]:
    """Return where lines begin whose middle is the page's or the text's."""
    return facts.once(_middle)


def set_in(facts: Facts, line: Placed) -> bool:
    """Tell whether a line is set in from both sides of the text, and its middle is the page's."""
    left, right = sides(facts, line.page)
    inside = line.box.x0 > left + SET_IN and line.box.x1 < right - SET_IN
    return inside and line.start in middle(facts)


def _middle(facts: Facts) -> frozenset[int]:
    return frozenset(line.start for line in facts.once(_in_middle))


def _in_middle(facts: Facts) -> list[Placed]:
    """Return the lines whose middle is the page's or the text's."""
    found = list[Placed]()
    for page in facts.document.pages:
        left, right = sides(facts, page.number)
        of_page, of_text = page.width / 2, (left + right) / 2
        near = MIDDLE_SCANNED if page.source is Source.OCR else MIDDLE
        for line in lines_of(facts, page.number):
            box = line.box
            middle = (box.x0 + box.x1) / 2
            if abs(middle - of_page) <= near or abs(middle - of_text) <= near:
                found.append(line)
    return found
