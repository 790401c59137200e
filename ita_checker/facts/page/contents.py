"""Lines of a table of contents whose page numbers are not in the text (drawn, cut off, left out),
or stand on the next line behind the rest of the dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from ita_checker.facts.page.pieces import (
    CELL,
    CONTENTS,
    HEADING,
    PARAGRAPH,
    RUNNING,
    SIGNATURE,
    Block,
)
from ita_checker.text.firsts import compiled
from ita_checker.text.flow import fold
from ita_checker.words import of_words, words_of

CONTENTS_HEADING = 20  # letters at most of the heading of a table of contents
OF_CONTENTS = of_words(lambda: tuple(map(fold, words_of("layout.contents"))))
DOTS = ".…·_"
LEADERS = 8  # dots from which they lead somewhere, or are to be written on
NUMBERED = compiled(
    rf"(?<![{DOTS}])[{DOTS}]{{{LEADERS},}}+\d{{1,3}}(?!\d)"
)  # a page's number behind leaders
DOTTED = compiled(f"[{DOTS}]{{{LEADERS},}}")
A_PARAGRAPH = 240  # letters: no entry of contents is as long, over how many lines it may run
LONGEST_ENTRY = 60  # letters of a piece between two with leaders: what is longer ends the contents
BESIDE = 2  # lines with leaders side by side: contents are a list
A_NUMBER = 3  # letters that a heading may have besides its name
A_NAME = 5  # letters from which what stands before the leaders names a part of the report


def heads_contents(text: str, block: Block) -> bool:
    """Tell whether a piece is the heading of a table of contents."""
    short = block.end - block.start < CONTENTS_HEADING
    return short and text.startswith(OF_CONTENTS(), block.start)


def contents_end(text: str, found: Sequence[Block]) -> int:
    """Return the index of the piece of a page at which the contents that it begins with end: what
    one of them names is told there, or a paragraph says more than any entry; as many as there are
    where the page holds nothing else.
    """
    entries = list[str]()
    for at, block in enumerate(found):
        said = text[block.start : block.end]
        again = len(said) >= A_NAME and any(one.startswith(said) for one in entries)
        if again or (block.kind == PARAGRAPH and len(said) > A_PARAGRAPH):
            return at
        entries.append(said)
    return len(found)


def listed_contents(text: str, found: Sequence[Block]) -> list[Block]:
    """Return the report's pieces, those contents that dots lead from: under a heading of contents,
    or side by side where each names a part that the report has further on.
    """
    found = _below_headings(text, found)
    lists = [
        run
        for leads, group in groupby(found, key=partial(_leads, text))
        if leads and (run := list(group))
    ]
    if not lists:
        return list(found)
    above = dict(zip((block.start for block in found[1:]), found, strict=False))
    listed = {
        block.start
        for run in lists
        if ((head := above.get(run[0].start)) and heads_contents(text, head))
        or (len(run) >= BESIDE and all(_told_further_on(text, found, run)))
        for block in run
    }
    return [one.seen_as(CONTENTS, one.zone) if one.start in listed else one for one in found]


def _below_headings(text: str, found: Sequence[Block]) -> list[Block]:
    """Return the pieces, those contents from a heading of contents to the last with leaders, among
    which nothing is long: a line that wraps has its dots or its name on lines alone. On the next
    page a number must end them, or they lead from what heads a part further on: dots there may be
    a form's.
    """
    made, last = list(found), -1
    if not any(word in text for word in OF_CONTENTS()):  # nearly always
        return made
    for head, block in enumerate(found):
        if head <= last or not heads_contents(text, block):
            continue
        for at, one in enumerate(found[head + 1 :], head + 1):
            ends = any(near.kind == CONTENTS for near in found[at : at + BESIDE])
            if one.kind == CELL:
                break
            if one.page > block.page and not (ends or all(_told_further_on(text, found, [one]))):
                break
            if DOTTED.search(text, one.start, one.end):
                last = at
            elif one.end - one.start > LONGEST_ENTRY:
                break
        made[head + 1 : last + 1] = [
            one.seen_as(CONTENTS, one.zone) for one in found[head + 1 : last + 1]
        ]
    return made


def _leads(text: str, block: Block) -> bool:
    """Tell whether a line of words ends with dots, or dots in it lead to numbers more than once."""
    if block.kind in (CELL, CONTENTS, RUNNING) or block.zone == SIGNATURE:
        return False
    dotted = text[block.end - 1] in DOTS
    ends = dotted and LEADERS <= block.end - _name_end(text, block) < block.end - block.start
    return ends or len(NUMBERED.findall(text, block.start, block.end)) >= BESIDE


def _name_end(text: str, block: Block) -> int:
    """Return where what stands before a line's last dots ends."""
    end = block.end
    while end > block.start and text[end - 1] in DOTS:
        end -= 1
    return end


def _told_further_on(text: str, found: Sequence[Block], run: Sequence[Block]) -> Iterator[bool]:
    """Yield whether each line names what heads a part of the report; a form that comes again with
    the same slots is no such part.
    """
    heads = [one for one in found if one.kind != CELL and one not in run and not _leads(text, one)]
    for block in run:
        dots = DOTTED.search(text, block.start, block.end)
        name = text[block.start : dots.start() if dots else _name_end(text, block)]
        yield len(name) >= A_NAME and any(
            text.startswith(name, one.start)
            for one in heads
            if one.kind == HEADING or one.end - one.start <= len(name) + A_NUMBER
        )
