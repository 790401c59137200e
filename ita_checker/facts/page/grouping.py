"""Which lines of a page are one piece: a line goes on with those above it, or begins another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ita_checker.facts.page import layout
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.layout import SET_IN, same_size, size_of, usual_height
from ita_checker.facts.page.lines import Placed, outside
from ita_checker.facts.page.pieces import LARGE
from ita_checker.facts.page.run_on import dangles, full, runs_on
from ita_checker.facts.page.starts import A_BULLET, A_SCORE, BEGUN, CONSONANTS, OPENS
from ita_checker.facts.page.zones import SIGNED, signs
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import of_words, words_of

HANGING = 2.0  # of a line's height at most: how far a number stands before its text
FAR = 1.75  # line pitches; lines further apart are not one paragraph
LEADERS = pattern_of(
    lambda: (
        rf"[.…·_](?<![.…·_]{{2}})[.…·_]{{3,}}{any_of(words_of('layout.page'))}?"
        rf"(?:\d{{1,3}}|{any_of(words_of('blanks.page_letters'))})$"
    )
)
PAGE_LETTERS = of_words(lambda: frozenset(word[-1] for word in words_of("blanks.page_letters")))
NUMBERED = built(
    rf"{{of}}?(?!{A_SCORE})(?:\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?(?=\D)"
    rf"|\([\d{CONSONANTS}]{{1,2}}\)|{{consonant}}\.|{A_BULLET}",
    lambda: {"of": words_of("layout.numbered")},
)
A_DAY = 24  # letters: "วันที่ 20 กุมภาพันธ์ พ.ศ. 2566"
MANY = 3  # lines that begin with the same label: none of them has it by chance
LABEL = re.compile(r"[^:\n]{2,40}:")
ORNAMENT = re.compile(r"[-_=*~.…]{4,}")


@record(frozen=True)
class Setting:
    """How a document's lines are set, known before any is put to another: the usual height of its
    letters, the sides of each page's text, where lines begin that stand in the middle, and do not
    because they fill the page (`centred`), that are pieces of their own, that dots lead from, and
    the labels of many lines.
    """

    facts: Facts
    text: str
    usual: float
    sides: Mapping[int, tuple[float, float]]
    middle: frozenset[int]
    centred: frozenset[int]
    leading: frozenset[int]
    alone: frozenset[int]
    labels: frozenset[str]


def setting(facts: Facts) -> Setting:
    """Return how the document's lines are set."""
    text, leading = flow(facts).text, _leading(facts)
    return Setting(
        facts,
        text,
        usual_height(facts),
        layout.all_sides(facts),
        layout.middle(facts),
        layout.centred(facts),
        leading,
        leading.union(_signed(facts)),
        _labels(facts),
    )


def goes_on(of: Setting, group: Sequence[Placed], line: Placed, pitch: float) -> bool:
    """Tell whether a line outside tables goes on with the piece before it."""
    last = group[-1]
    if line.overleaf:
        return True
    near = 0 < line.box.top - last.box.top <= FAR * pitch
    if not near or not same_size(line, last, of.usual) or _parted(of, last, line):
        return False
    number = NUMBERED.match(of.text, line.start, line.end)
    if number and not number[0][-1].isdigit():
        return False
    runs_on = _runs_on(of, last, line)
    # a letter's word ("เรื่อง") may stand in the middle of a paragraph: the line above is full
    if not runs_on and OPENS.match(of.text, line.start, line.end):
        return False
    if runs_on or _centred_on(of, last, line):
        return not (number and _counts(of, group, line, number[0]))
    return not number and _set_alike(of, last, line)


def _set_alike(of: Setting, last: Placed, line: Placed) -> bool:
    """Tell whether a line below one that is not full is set like it, as those of a title are."""
    if bold(line) != bold(last):
        return False
    both_centred = line.start in of.centred and last.start in of.centred
    return both_centred or size_of(line, of.usual) >= LARGE


def _parted(of: Setting, last: Placed, line: Placed) -> bool:
    """Tell whether a line or the one above it is a piece of its own, however full that is."""
    return (
        line.start in of.alone
        or last.start in of.alone
        or BEGUN.match(of.text, line.start, line.end) is not None
        or (bool(of.labels) and _label(of.text, line) in of.labels)
        or ORNAMENT.fullmatch(of.text, last.start, last.end) is not None
    )


def _counts(of: Setting, group: Sequence[Placed], line: Placed, number: str) -> bool:
    """Tell whether a number that no mark closes counts the line below a full one that it begins.
    It is part of a paragraph whose first line is set in, where its other lines are not ("… ส่วนรอบ"
    over "12 เดือน จะ…"), or where no line counts up to it or on from it ("… เมื่อวันที่" over "27 มิถุนายน
    2565 มี…"; not the day alone on which somebody signs, unless the line above asks for it).
    """
    if group[0].box.x0 > line.box.x0 + SET_IN:
        return False
    above = group[-1].line
    a_day = line.end - line.start <= A_DAY and not (above and dangles(above.text))
    return a_day or not of.facts.once(_numbers).isdisjoint(_beside(number))


def _numbers(facts: Facts) -> frozenset[str]:
    """Return the numbers with which lines outside tables begin."""
    text = flow(facts).text
    hits = (NUMBERED.match(text, line.start, line.end) for line in outside(facts))
    return frozenset(hit[0].rstrip(".)") for hit in hits if hit)


def _beside(number: str) -> tuple[str, str]:
    """Return the numbers that a count has before one and behind it: of "2.1" "2" and "2.2"."""
    at = len(number.rstrip("0123456789"))
    lead, count = number[:at], int(number[at:])
    return f"{lead}{count - 1}" if count > 1 else lead.rstrip("."), f"{lead}{count + 1}"


def _leading(facts: Facts) -> frozenset[int]:
    """Return where lines outside tables begin whose dots lead to a page's number."""
    text = flow(facts).text
    return frozenset(line.start for line in outside(facts) if _leads(text, line))


def _signed(facts: Facts) -> frozenset[int]:
    """Return where lines outside tables begin in which somebody signs."""
    own = outside(facts)
    return frozenset(line.start for line in own if signs(facts, line.start, line.end))


def _labels(facts: Facts) -> frozenset[str]:
    """Return the words before a colon with which many lines begin: each begins a piece, however
    full the line above is.
    """
    text = flow(facts).text
    begun = Counter(_label(text, line) for line in outside(facts))
    return frozenset(label for label, count in begun.items() if label and count >= MANY)


def _label(text: str, line: Placed) -> str:
    """Return the words before a colon with which a line begins, "" where it begins with none."""
    closed = text.find(":", line.start, line.end) >= 0
    hit = LABEL.match(text, line.start, line.end) if closed else None
    return hit[0] if hit else ""


def bold(line: Placed) -> bool:
    """Tell whether a line is set in bold letters."""
    return line.line is not None and line.line.bold


def _runs_on(of: Setting, last: Placed, line: Placed) -> bool:
    """Tell whether a line is full and the next one begins at the text's left edge: one
    paragraph.
    """
    left, right = of.sides[line.page]
    set_in = line.box.x0 - last.box.x0
    at_left = abs(line.box.x0 - left) <= SET_IN or set_in <= SET_IN
    if not at_left and set_in <= HANGING * last.height:  # under the words behind a number
        at_left = NUMBERED.match(of.text, last.start, last.end) is not None
    if last.line is None or line.line is None or not at_left or last.box.x0 > (left + right) / 2:
        return False  # a number at the right margin is no paragraph's line
    return runs_on(last.line, line.line, right)


def _centred_on(of: Setting, last: Placed, line: Placed) -> bool:
    """Tell whether a centred line ends a title whose line above was full, and so seems not
    set in.
    """
    if last.line is None or line.line is None or line.start not in of.centred:
        return False
    left, right = of.sides[line.page]
    return (
        last.start in of.middle
        and last.box.x0 > left + SET_IN / 2
        and full(last.line, line.line, right)
    )


def _leads(text: str, line: Placed) -> bool:
    last = text[line.end - 1]
    if not (last.isdecimal() or last in PAGE_LETTERS()):  # nearly always
        return False
    said = text[line.start : line.end]
    return bool(LEADERS.search(said)) and not SIGNED.search(said)
