"""The pieces of a report: headings, paragraphs, table cells, lines of a table of contents, each in
its zone of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ita_checker.facts.page.contents import listed_contents
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.layout import (
    DEEP,
    SET_IN,
    all_centred,
    in_middle,
    is_centred,
    line_pitch,
    same_size,
    sides,
    size_of,
    usual_height,
)
from ita_checker.facts.page.lines import Placed, lines, lines_of
from ita_checker.facts.page.pieces import (
    BODY,
    CELL,
    CONTENTS,
    COVER,
    HEADING,
    LARGE,
    PARAGRAPH,
    RUNNING,
    SHORT_HEADING,
    Block,
)
from ita_checker.facts.page.run_on import dangles, full, runs_on
from ita_checker.facts.page.starts import A_BULLET, A_SCORE, BEGUN, CONSONANTS, OPENS
from ita_checker.facts.page.zones import SIGNED, signs, zoned
from ita_checker.model import Facts, Page
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import words_of

HANGING = 2.0  # of a line's height at most: how far a number stands before its text
FAR = 1.75  # line pitches; lines further apart are not one paragraph
LONGEST_HEADING = 6  # lines
LEADERS = pattern_of(
    lambda: (
        rf"[.…·_](?<![.…·_]{{2}})[.…·_]{{3,}}{any_of(words_of('layout.page'))}?"
        rf"(?:\d{{1,3}}|{any_of(words_of('blanks.page_letters'))})$"
    )
)
NUMBERED = built(
    rf"{{of}}?(?!{A_SCORE})(?:\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?(?=\D)"
    rf"|\([\d{CONSONANTS}]{{1,2}}\)|{{consonant}}\.|{A_BULLET}",
    lambda: {"of": words_of("layout.numbered")},
)
PARTS = built(
    r"{numbered_parts}\d|{parts}",
    lambda: {name: words_of(f"layout.{name}") for name in ("numbered_parts", "parts")},
)
A_DAY = 24  # letters: "วันที่ 20 กุมภาพันธ์ พ.ศ. 2566"
MANY = 3  # lines that begin with the same label: none of them has it by chance
LABEL = re.compile(r"[^:\n]{2,40}:")
ORNAMENT = re.compile(r"[-_=*~.…]{4,}")


def blocks(facts: Facts) -> tuple[Block, ...]:
    """Return the report's pieces in reading order; together they hold every letter."""
    return facts.once(_blocks)


def block_at(facts: Facts, at: int) -> Block | None:
    """Return the piece in which the flow's letter `at` stands."""
    return facts.once(pieces_at)(at)


def pieces_at(facts: Facts) -> Callable[[int], Block | None]:
    """Return what tells the piece in which a letter of the flow stands. It holds no facts, so that
    what is kept of them may hold it: a report's facts go with the report, no cycle keeps them.
    """
    known = blocks(facts)
    starts = [block.start for block in known]

    def at(place: int) -> Block | None:
        index = bisect_right(starts, place) - 1
        return known[index] if index >= 0 and place < known[index].end else None

    return at


def cover(facts: Facts) -> tuple[int, int]:
    """Return the flow's stretch of the cover, the first page with letters where it is one; (0, 0)
    where the report has none: every wing means this by a cover.
    """
    return facts.once(_cover)


def _cover(facts: Facts) -> tuple[int, int]:
    known = blocks(facts)
    own = [block for block in known if block.zone == COVER and block.page == known[0].page]
    return (own[0].start, own[-1].end) if own else (0, 0)


def headings(facts: Facts) -> tuple[Block, ...]:
    """Return headings, covers' and titles' lines."""
    return tuple(block for block in blocks(facts) if block.kind == HEADING)


def _blocks(facts: Facts) -> tuple[Block, ...]:
    usual = usual_height(lines(facts))
    found: list[Block] = []
    for page in facts.document.pages:
        every = lines_of(facts, page.number)
        own = [line for line in every if not line.running]
        found += zoned(facts, page, [*_grouped(facts, page, own, usual)])
        found += [
            Block(line.start, line.end, line.page, RUNNING, BODY) for line in every if line.running
        ]
    return tuple(listed_contents(flow(facts).text, found))


def _grouped(facts: Facts, page: Page, own: Sequence[Placed], usual: float) -> Iterator[Block]:
    """Yield a page's blocks: the lines of a cell together, other lines as headings, contents and
    paragraphs.
    """
    group: list[Placed] = []
    pitch = line_pitch(own)
    for line in own:
        if group and not _goes_on(facts, page, group, line, pitch, usual):
            yield _block(facts, page, group, usual)
            group = []
        group.append(line)
    if group:
        yield _block(facts, page, group, usual)


def _goes_on(
    facts: Facts, page: Page, group: Sequence[Placed], line: Placed, pitch: float, usual: float
) -> bool:
    """Tell whether a line goes on with the piece before it."""
    last = group[-1]
    if line.cell or last.cell:
        return line.cell == last.cell
    if line.overleaf:
        return True
    near = 0 < line.box.top - last.box.top <= FAR * pitch
    if not near or not same_size(line, last, usual):
        return False
    text, large = flow(facts).text, size_of(line, usual) >= LARGE
    full_above = _runs_on(facts, last, line) or _centred_on(facts, page, last, line)
    if not full_above and _bold(line) != _bold(last):
        return False
    if not large and not full_above and is_centred(facts, line) != is_centred(facts, last):
        return False
    if (
        _is_counted(facts, group, line, full_above)
        or (OPENS.match(text, line.start, line.end) and not _goes_mid(facts, last, line))
        or ((known := facts.once(_labels)) and _label(text, line) in known)
        or ORNAMENT.fullmatch(text, last.start, last.end)
        or not facts.once(_alone).isdisjoint((line.start, last.start))
    ):
        return False
    return large or full_above or is_centred(facts, line)


def _is_counted(facts: Facts, group: Sequence[Placed], line: Placed, full_above: bool) -> bool:
    """Tell whether a number begins a line; one that no mark closes is part of a paragraph whose
    first line is full and set in, where its other lines are not ("… ส่วนรอบ" over "12 เดือน จะ…"),
    or below a full line where no line counts up to it or on from it ("… เมื่อวันที่" over "27 มิถุนายน
    2565 มี…"; not the day alone on which somebody signs, unless the line above asks for it).
    """
    hit = NUMBERED.match(flow(facts).text, line.start, line.end)
    if hit is None or not (full_above and hit[0][-1].isdigit()):
        return hit is not None
    if group[0].box.x0 > line.box.x0 + SET_IN:
        return False
    above = group[-1].line
    a_day = line.end - line.start <= A_DAY and not (above and dangles(above.text))
    return a_day or not facts.once(_numbers).isdisjoint(_beside(hit[0]))


def _numbers(facts: Facts) -> frozenset[str]:
    """Return the numbers with which lines outside tables begin."""
    text = flow(facts).text
    own = (line for line in lines(facts) if line.cell is None)
    hits = (NUMBERED.match(text, line.start, line.end) for line in own)
    return frozenset(hit[0].rstrip(".)") for hit in hits if hit)


def _beside(number: str) -> tuple[str, str]:
    """Return the numbers that a count has before one and behind it: of "2.1" "2" and "2.2"."""
    at = len(number.rstrip("0123456789"))
    lead, count = number[:at], int(number[at:])
    return f"{lead}{count - 1}" if count > 1 else lead.rstrip("."), f"{lead}{count + 1}"


def _alone(facts: Facts) -> frozenset[int]:
    """Return where lines outside tables begin that are pieces of their own: they lead to a page's
    number, or somebody signs there.
    """
    own = (line for line in lines(facts) if line.cell is None)
    leading = facts.once(_leading)
    return leading.union(line.start for line in own if signs(flow(facts), line.start, line.end))


def _leading(facts: Facts) -> frozenset[int]:
    """Return where lines outside tables begin whose dots lead to a page's number."""
    text = flow(facts).text
    own = (line for line in lines(facts) if line.cell is None)
    return frozenset(line.start for line in own if _leads(text, line))


def _labels(facts: Facts) -> frozenset[str]:
    """Return the words before a colon with which many lines begin: each begins a piece, however
    full the line above is.
    """
    text = flow(facts).text
    begun = Counter(_label(text, line) for line in lines(facts) if line.cell is None)
    return frozenset(label for label, count in begun.items() if label and count >= MANY)


def _label(text: str, line: Placed) -> str:
    """Return the words before a colon with which a line begins, "" where it begins with none."""
    hit = LABEL.match(text, line.start, line.end)
    return hit[0] if hit else ""


def _bold(line: Placed) -> bool:
    return line.line is not None and line.line.bold


def _goes_mid(facts: Facts, last: Placed, line: Placed) -> bool:
    """Tell whether a line that begins with a letter's word ("เรื่อง") stands in the middle of a
    paragraph: the one above is full, and it names no paper itself.
    """
    begun = BEGUN.match(flow(facts).text, line.start, line.end)
    return begun is None and _runs_on(facts, last, line)


def _runs_on(facts: Facts, last: Placed, line: Placed) -> bool:
    """Tell whether a line is full and the next one begins at the text's left edge: one
    paragraph.
    """
    left, right = sides(facts, line.page)
    set_in = line.box.x0 - last.box.x0
    at_left = abs(line.box.x0 - left) <= SET_IN or set_in <= SET_IN
    if not at_left and set_in <= HANGING * last.height:  # under the words behind a number
        at_left = NUMBERED.match(flow(facts).text, last.start, last.end) is not None
    if last.line is None or line.line is None or not at_left or last.box.x0 > (left + right) / 2:
        return False  # a number at the right margin is no paragraph's line
    return runs_on(last.line, line.line, right)


def _centred_on(facts: Facts, page: Page, last: Placed, line: Placed) -> bool:
    """Tell whether a centred line ends a title whose line above was full, and so seems not
    set in.
    """
    if last.line is None or line.line is None or not is_centred(facts, line):
        return False
    left, right = sides(facts, page.number)
    return (
        in_middle(facts, last)
        and last.box.x0 > left + SET_IN / 2
        and full(last.line, line.line, right)
    )


def _block(facts: Facts, page: Page, group: Sequence[Placed], usual: float) -> Block:
    start, end, first = group[0].start, group[-1].end, group[0]
    text, size = flow(facts).text, size_of(first, usual)
    centred = all_centred(facts, group)
    if first.cell:
        kind = CELL
    elif first.start in facts.once(_leading):
        kind = CONTENTS
    elif _is_heading(text[start:end], size, centred or all(map(_bold, group)), len(group)):
        kind = HEADING
    else:
        kind = PARAGRAPH
    left = sides(facts, first.page)[0]
    indented = first.cell is None and not centred and SET_IN < first.box.x0 - left < DEEP
    return Block(start, end, first.page, kind, BODY, size, centred, first.cell, indented)


def _is_heading(text: str, size: float, centred: bool, count: int) -> bool:
    if (
        len(text) > SHORT_HEADING * (2 if size >= LARGE or centred else 1)
        or count > LONGEST_HEADING
    ):
        return False
    numbered = NUMBERED.match(text)
    return size >= LARGE or centred or bool(PARTS.match(text, numbered.end() if numbered else 0))


def _leads(text: str, line: Placed) -> bool:
    said = text[line.start : line.end]
    return bool(LEADERS.search(said)) and not SIGNED.search(said)
