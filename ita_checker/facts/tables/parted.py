"""Lines outside tables, parted where a label stands inside them: "ขั้นตอน: … ผู้รับผิดชอบ: … ติดตาม: …"
is three lines to all who ask for labels, wherever the paper happens to wrap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ita_checker.facts.page import flow
from ita_checker.facts.tables.fields import field
from ita_checker.facts.tables.grid import Prose, prose
from ita_checker.facts.tables.label_words import (
    BULLET,
    BY_LABEL,
    LABELLED,
    LONGEST_LABEL,
    SIGNS,
)
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

COLONS = (":", "=")
CLOSES = pattern_of(lambda: any_of((*COLONS, *words_of("measures.label_closes"))))
NAMED = pattern_of(lambda: rf"[\d\W]*{any_of(words_of('measures.called'))}")
SETS_OFF = ("-", ";", "|", "•")  # before a label, as a colon after it: it parts the line
WORDS = re.compile(rf"[\u0e01-\u0e4e/]{{3,{LONGEST_LABEL}}}")


def parted(facts: Facts) -> tuple[Prose, ...]:
    """Return the lines outside tables in order, each label that a colon, or a word for one,
    closes at a line's head;
    a label that wraps begins its line where its first letter stands.
    """
    return facts.once(_parted)


def _parted(facts: Facts) -> tuple[Prose, ...]:
    made: list[Prose] = []
    text, labelled = flow(facts), False
    for line in prose(facts):
        if not CLOSES.search(text.text, line.start, line.end):  # nearly always
            made.append(line)
            labelled = False
            continue
        before = made[-1] if made and _wraps(made[-1], line) else None
        cuts, labelled = _cuts(text, line, before, sure=labelled and before is not None)
        if not cuts:
            made.append(line)
            continue
        if before and cuts[0] < line.start:
            made[-1] = _piece(before, before.start, cuts[0])
        starts = [*([] if cuts[0] <= line.start else [line.start]), *cuts]
        ends = [_without_marks(text, own, at) for own, at in pairwise(starts)]
        made += [
            _piece(line, start, end) for start, end in zip(starts, [*ends, line.end], strict=True)
        ]
    return tuple(made)


def _wraps(before: Prose, line: Prose) -> bool:
    return before.end == line.start and before.page == line.page


def _without_marks(text: Flow, start: int, end: int) -> int:
    """Return where a piece ends without the dash or semicolon that parts it from the next."""
    return start + max(len(text.text[start:end].rstrip("".join(SETS_OFF) + ",")), 1)


def _piece(line: Prose, start: int, end: int) -> Prose:
    """Return a part of a line, as far across the page as its letters are in it."""
    if (start, end) == (line.start, line.end):
        return line
    each = (line.right - line.left) / max(line.end - line.start, 1)
    left = line.left + each * max(start - line.start, 0)
    right = line.right - each * (line.end - end)
    return replace(line, start=start, end=end, left=left, right=right)


def _cuts(text: Flow, line: Prose, before: Prose | None, *, sure: bool) -> tuple[list[int], bool]:
    """Return where labels begin that a colon in a line closes, and whether one of them is known: a
    known one may begin in the line before, a likely one stands after it in this line or the next.
    """
    own, known, cuts = line.start, False, []
    for close in CLOSES.finditer(text.text, line.start, line.end):
        end, colon = close.start(), close[0] in COLONS  # behind a word, only a known label is one
        first = before.start + 1 if before and own == line.start else own
        starts = text.gaps(max(first, end - LONGEST_LABEL), end)
        heads = [(before.start if before and at < line.start else line.start) for at in starts]
        exact = [
            at
            for at, head in zip(starts, heads, strict=True)
            if text.text[at:end] in BY_LABEL() or _round_of(text, head, at, end)
        ]
        at_head = own == line.start and BULLET.sub("", text.text[own:end]) in BY_LABEL()
        if at_head and not (exact and exact[0] < own):
            own, known = close.end(), known or colon  # it heads the line already
            continue
        trusted = sure or known
        known = known or (colon and bool(exact))
        likely = _likely_start(text, line.start, starts, end, trusted) if colon else None
        if at := exact[0] if exact else likely:
            own = close.end()
            cuts.append(at)
    return cuts, known


def _round_of(text: Flow, head: int, at: int, end: int) -> bool:
    """Tell whether a round labels what stands behind it, and nothing but a measure's name before it
    in its line: "มาตรการคุมรถ  รอบ 6 เดือน: …".
    """
    named = NAMED.match(text.text, head, at)
    return named is not None and A_ROUND.fullmatch(text.text, at, end) is not None


def _likely_start(
    text: Flow, line: int, starts: Sequence[int], end: int, trusted: bool
) -> int | None:
    """Return where words of the office's own begin that are likely to label what stands behind the
    colon, None where they head the line; set off by a mark before them if not `trusted`.
    """
    near = (at for at in reversed(starts) if trusted or text.text[at - 1 : at] in SETS_OFF)
    at = next((at for at in near if _likely(text, at, end)), None)
    return None if at is None or (line <= at and not BULLET.sub("", text.text[line:at])) else at


def _likely(text: Flow, at: int, end: int) -> bool:
    """Tell whether words of the office's own before a colon are likely to label a field."""
    words = text.text[at:end]
    counted = text.text[at - 1].isdigit()  # "รอบ 6 เดือน:"
    if counted or not WORDS.fullmatch(words) or SIGNS.match(words):
        return False
    return (field(words) or likely_field(words)) in LABELLED()
