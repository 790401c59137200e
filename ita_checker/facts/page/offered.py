"""Forms that a report encloses for others to fill in: a complaint's, a loan's, one for gifts. Their
slots are meant to be empty; a page of the report's own that was left unfilled is no such form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.page.blocks import block_at, blocks
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import Placed, lines, outside
from ita_checker.facts.page.pieces import CONTENTS, COVER, HEADING, SHORT_HEADING, Block
from ita_checker.facts.page.zones import SIGNED
from ita_checker.model import Facts
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("blanks")
# "ใบยืม", "ตัวอย่างใบยืม"; whatever it is called, brackets may say who fills it in
FOR_WHOM = r"[^(]+\({filled_by}{letter}+?{fill}\)"
TITLE = built(rf"{{sample}}?{{form}}|{FOR_WHOM}", WORDS)
SAYS_FOR_WHOM = built(FOR_WHOM, WORDS)
FIRST_LINES = 4  # of a page, among which a form's title stands; above it may stand an annex's
TWO_SIGNS = 2
SLOT = r"[.…_]{4,}+|…"
DOTS = re.compile(SLOT)
# Who fills it in speaks of themselves right before a slot, or is asked what no office has.
SPEAKS = built(f"{{speaks}}(?:{SLOT})", WORDS)
PRIVATE = built(f"({{private}})[:(]*(?:{SLOT})", WORDS)
# Who signs on a slot, told by what they do: ผู้ร้องเรียน, ผู้ยืม. Who reports signs a report.
SIGNS = built(rf"(?<![.…_])(?:{SLOT})[()]*+(?!{{reports}})({{does}}{{letter}}{{2,12}})", WORDS)


def offered(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the flow's stretches [start, end) of forms that somebody else fills in: under a form's
    title a person is asked.
    """
    return facts.once(_offered)


def _offered(facts: Facts) -> tuple[tuple[int, int], ...]:
    return tuple(
        (title.start, end)
        for title in _titles(facts)
        for end in (_end(facts, title),)
        if _asks_a_person(flow(facts).text, title.end, end)
    )


def _titles(facts: Facts) -> Iterator[Placed]:
    """Yield the lines that are a form's title: in a heading, or among the first of their page."""
    text = flow(facts).text
    for line in outside(facts):
        if (
            line.end - line.start <= SHORT_HEADING
            and TITLE.match(text, line.start, line.end)
            and not DOTS.search(text, line.start, line.end)
            and _stands_as_title(facts, line)
        ):
            yield line


def _stands_as_title(facts: Facts, line: Placed) -> bool:
    """Tell whether a line heads what is below it: a heading, one of the first of its page, or one
    that says who fills in what is below.
    """
    block = block_at(facts, line.start)
    if block is None or block.kind == CONTENTS or block.zone == COVER:
        return False
    told = SAYS_FOR_WHOM.fullmatch(flow(facts).text, line.start, line.end) is not None
    if told or block.kind == HEADING:
        return True
    first = [one.start for one in lines(facts) if one.page == line.page][:FIRST_LINES]
    return line.start in first


def _end(facts: Facts, title: Placed) -> int:
    """Return where a form ends: with its page, or those below that ask on; behind a signature with
    the next heading.
    """
    end, page, signed = title.end, title.page, False
    known = [block for block in blocks(facts) if block.end > title.end]
    for index, block in enumerate(known):
        if block.page != page and not _goes_on(facts, known[index:]):
            break
        if signed and block.kind == HEADING:
            break
        end, page = block.end, block.page
        signed = signed or SIGNED.search(flow(facts).text, block.start, block.end) is not None
    return end


def _goes_on(facts: Facts, rest: Sequence[Block]) -> bool:
    """Tell whether the page that the first of these pieces begins goes on with a form: it has slots
    and no heading above them.
    """
    first = rest[0]
    last = [block for block in rest if block.page == first.page][-1]
    asks = DOTS.search(flow(facts).text, first.start, last.end) is not None
    return asks and first.kind != HEADING and first.zone != COVER


def _asks_a_person(text: str, start: int, end: int) -> bool:
    """Tell whether two signs show that the slots of a form ask a person: one who speaks is as good
    as two.
    """
    if SPEAKS.search(text, start, end):
        return True
    told = (found[1] for sign in (PRIVATE, SIGNS) for found in sign.finditer(text, start, end))
    return len(set(told)) >= TWO_SIGNS
