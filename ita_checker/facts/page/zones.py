"""The zones of a page: a whole cover, the title above the first paragraph, signatures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ita_checker.facts.page.contents import contents_end, heads_contents
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.layout import DEEP, SET_IN, sides
from ita_checker.facts.page.lines import lines_of
from ita_checker.facts.page.pieces import (
    BODY,
    CELL,
    CONTENTS,
    COVER,
    HEADING,
    LARGE,
    PARAGRAPH,
    SHORT_HEADING,
    SIGNATURE,
    TITLE,
    Block,
)
from ita_checker.model import Facts, Page
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import any_of, built, pattern_of, places, source_of
from ita_checker.words import lists_of, of_words, words_below, words_of

COVER_LINES, COVER_LETTERS, COVER_PAGES = 16, 700, 4  # a cover says little, and stands early
TITLE_LINES = 5  # pieces at most that a title without any layout has
SIGNATURE_LINES = 4  # name, post, office, date
SIGNATURE_LETTERS = 70
LAST = 3  # pieces of a page among which a month alone dates it
A_LINE = 10  # letters: what is shorter under the heading of contents is a page's number
# How a person's name begins: a title, or two letters of a rank.
PERSON = of_words(lambda: any_of((*words_of("layout.persons"), *words_of("layout.ranks"))))
SIGNED = pattern_of(
    lambda: source_of(
        rf"\(?{{signed}}|\({{in_brackets}}|{{given}}{{on_day}}|{{given_too}}{{on_day}}"
        rf"|^\({PERSON()}|^\([.…_ ]{{6,}}\)$",
        {
            "signed": words_of("layout.opens.signed"),
            "in_brackets": words_of("layout.opens.in_brackets"),
            "given": words_of("layout.given"),
            "given_too": words_of("layout.given_too"),
            "on_day": words_of("layout.on_day"),
        },
    )
)
IN_SIGNATURES = of_words(
    lambda: (
        "(",
        *map(fold, words_of("layout.opens.signed")),
        *map(fold, words_of("layout.on_day")),
    )
)
SIGNING = of_words(lambda: tuple(map(fold, words_of("layout.opens.signed"))))
WHO_SIGNS = pattern_of(lambda: f"{PERSON()}|{any_of(words_of('blanks.does'))}")
SLOT_BEHIND = re.compile(r"[\u0e01-\u0e4e]{0,30}(?:[.…_]{3,}|:)")  # a line to sign on
LETTER = re.compile(r"[\u0e01-\u0e4e]")
DATED = built(
    r"{day}?\d{0,2}{month}?{months}{era}?\d{4}",
    lambda: {**lists_of("layout.dated"), "months": words_below("months.full")},
)
NO_COVER = built("{papers}", lambda: {"papers": words_of("layout.no_cover")})


def signs(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a line or piece is a signature's. Amid words it is none: "ผู้ยืมลงชื่อรับและ", and
    the line below that goes on with "ลงชื่อคืน".
    """
    near = facts.once(_signing)
    at = bisect_left(near, start)
    if at == len(near) or near[at] >= end:  # nearly always
        return False
    letters = flow(facts)
    for hit in SIGNED.finditer(letters.text[start:end]):
        if _signs_there(letters, (start, end), start + hit.start(), start + hit.end()):
            return True
    return False


def _signing(facts: Facts) -> list[int]:
    """Return where the letters stand without which no line is a signature's, in order."""
    text = flow(facts).text
    return sorted(at for word in IN_SIGNATURES() for at, _ in places(text, word))


def _signs_there(letters: Flow, line: tuple[int, int], at: int, after: int) -> bool:
    text, (start, end) = letters.text, line
    if text[at] == "(" or not text.endswith(SIGNING(), at, after):
        return True
    if SLOT_BEHIND.match(text, after, end):
        return True
    begins = at == start or letters.gap(at) or not LETTER.match(text, at - 1)
    apart = after >= end or letters.gap(after) or not LETTER.match(text, after)
    return bool(begins and (apart or WHO_SIGNS.match(text, after, end)))


def zoned(facts: Facts, page: Page, found: list[Block]) -> list[Block]:
    """Return a page's blocks with their zones: a whole cover, the title above the first paragraph,
    signatures.
    """
    text = flow(facts).text
    if _is_cover(facts, page, found):
        return [block.seen_as(HEADING, COVER) for block in found]
    if any(heads_contents(text, block) for block in found[:4]):
        listed = contents_end(text, found)
        found = [
            block.seen_as(CONTENTS, block.zone)
            if at < listed and block.kind != CELL and block.end - block.start >= A_LINE
            else block
            for at, block in enumerate(found)
        ]
    first = page.number == facts.document.pages[0].number
    found = _framed(found) if first else found
    title = next(
        (
            index
            for index, block in enumerate(found)
            if not _titles(block, first and index < TITLE_LINES)
        ),
        len(found),
    )
    above = (block.seen_as(block.kind, TITLE) for block in found[:title])
    found = [*above, *found[title:]]
    signed = set(_signatures(facts, page, found))
    if not signed:
        return found
    return [
        block.seen_as(PARAGRAPH, SIGNATURE) if index in signed else block
        for index, block in enumerate(found)
    ]


def _framed(found: list[Block]) -> list[Block]:
    """Return a first page's blocks, those of the frame that opens it as headings: the first short
    cells of a table, one to a row, are no table but a title with lines around.
    """
    table = found[0].cell[0] if found and found[0].cell else None
    own = [block.cell[1] for block in found if block.cell and block.cell[0] == table]
    title = [*takewhile(lambda block: _in_frame(block, table, own), found)]
    if len(title) > TITLE_LINES:  # a form's lines, its title centred above
        title = [*takewhile(lambda block: block.centred, title)]
    starts = {block.start for block in title[:TITLE_LINES]}
    return [
        block.seen_as(HEADING, block.zone) if block.start in starts else block for block in found
    ]


def _in_frame(block: Block, table: int | None, rows: Sequence[int]) -> bool:
    """Tell whether a short cell has a row of the first table to itself."""
    alone = block.cell is not None and block.cell[0] == table and rows.count(block.cell[1]) == 1
    return alone and block.end - block.start <= 2 * SHORT_HEADING


def _titles(block: Block, early: bool) -> bool:
    """A title above the first paragraph; at the top of the first page also one set like the text,
    at the left margin.
    """
    return block.kind == HEADING or (
        early
        and block.kind == PARAGRAPH
        and not block.indented
        and block.end - block.start <= 2 * SHORT_HEADING
    )


def _is_cover(facts: Facts, page: Page, found: Sequence[Block]) -> bool:
    """A cover: an early page of a few short lines and no table; a page with a signature, or a
    memo's or order's, is none.
    """
    first = facts.document.pages[0].number
    early = page.number < first + COVER_PAGES
    if not found or not early or page.tables or len(found) > COVER_LINES:
        return False
    letters = sum(block.end - block.start for block in found)
    if letters > COVER_LETTERS:
        return False
    text = flow(facts).text
    if any(signs(facts, block.start, block.end) or block.kind == CONTENTS for block in found):
        return False
    if NO_COVER.match(text, found[0].start, found[0].end):
        return False
    centred = sum(
        block.end - block.start for block in found if block.centred or block.size >= LARGE
    )
    longest = max(
        (block.end - block.start for block in found if block.kind == PARAGRAPH), default=0
    )
    sparse = letters < COVER_LETTERS / 3 and page.number == first and len(facts.document.pages) > 1
    return longest <= SHORT_HEADING and (centred >= letters * 0.5 or sparse)


def _signatures(facts: Facts, page: Page, found: Sequence[Block]) -> Iterator[int]:
    """Yield the indexes of blocks of a signature: from ลงชื่อ or a name in brackets the next short
    lines, of one that is set far in those that do not stand where the text does; a preface's
    office and date.
    """
    letters, edge = flow(facts), sides(facts, page.number)[0]
    left, far_in = 0, False

    def set_in(block: Block) -> float:
        own = lines_of(facts, page.number)
        return next(line.box.x0 for line in own if line.start == block.start) - edge

    for index, block in enumerate(found):
        if block.cell or not _short(block):
            left = 0
            continue
        if signs(facts, block.start, block.end):
            left, far_in = SIGNATURE_LINES + 1, set_in(block) > DEEP
        elif _dates_it(letters, found, index):
            yield from (near for near in (index - 1, index) if near >= 0 and _short(found[near]))
        elif far_in and set_in(block) < SET_IN:
            left = 0
        if left:
            left -= 1
            yield index


def _dates_it(letters: Flow, found: Sequence[Block], index: int) -> bool:
    """Tell whether a piece is the date of what stands above it: no month that goes on with the day
    of a line above ("… วันที่ 9" over "ธันวาคม 2566"), and none without a day amid a page.
    """
    block = found[index]
    said = letters.text[block.start : block.end]
    if block.zone != BODY or not DATED.fullmatch(said):
        return False
    before = letters.text[max(0, block.start - 1) : block.start]
    of_a_day = said[0].isdigit() or any(map(str.isdigit, said[:-4]))
    return of_a_day or not (before.isdigit() or index < len(found) - LAST)


def _short(block: Block) -> bool:
    return block.end - block.start <= SIGNATURE_LETTERS
