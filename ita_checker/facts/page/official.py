"""Announcements (ประกาศ), orders (คำสั่ง) and memos (บันทึกข้อความ), alone or inside a report, with
their date and signer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ita_checker.facts.page.blocks import blocks
from ita_checker.facts.page.edges import rows
from ita_checker.facts.page.flow import flow, span
from ita_checker.facts.page.pieces import CONTENTS, COVER, SIGNATURE, Block
from ita_checker.facts.page.zones import PERSON as ANYONE
from ita_checker.model import PEN, Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, built, loose, pattern_of, source_of, spelled
from ita_checker.words import lists_of, of_words, word_of, words_below, words_of

PAPERS = lists_of("papers")
ANNOUNCEMENT, ORDER, MEMO = (
    word_of(f"papers.{kind}") for kind in ("announcement", "order", "memo")
)
FIRST_LINES = 4  # above a document's own first line stand an emblem, a number, a running title
HEAD = 400  # letters: a memo's head, where its date stands
CLOSING = 300  # letters at most from the words that close a paper to its date below who signs
SAYS = built("{says}", PAPERS)
ITSELF = built("{kinds}{this}", PAPERS)  # "ประกาศนี้ให้ยกเลิก…" begins a paragraph, and names none
CLOSES = built("{closes}", PAPERS)
OTHER_PART = built("{other_parts}", PAPERS)
HEAD_DATE = built("{date}", PAPERS)
SUBJECT = built("{subject}", PAPERS)
MONTH = of_words(
    lambda: f"(?:{any_of(words_below('months.full'))}|{loose(words_below('months.short'))}\\.?)"
)
DATE = pattern_of(
    lambda: (
        rf"(?:\d{{1,2}})?{any_of(PAPERS['month'])}?{MONTH()}(?:{loose(PAPERS['era'])}\.?)?\d{{2,4}}"
        r"|\d{1,2}/\d{1,2}/\d{2,4}"
    )
)
BY_HAND = re.compile(rf"[.…_]*{PEN}")
GIVEN = built("{given}{on_day}", PAPERS)
POST = of_words(
    lambda: f"(?!{spelled(PAPERS['posts'])})"
)  # a mayor's title is a post, not who holds it
FIRST = of_words(lambda: any_of(words_of("papers.rank_letters.first")))
LAST = of_words(lambda: any_of(words_of("papers.rank_letters.last")))
PERSON = of_words(
    lambda: (
        rf"(?:{any_of(PAPERS['mister'])}{POST()}|{any_of(PAPERS['persons'])}|{FIRST()}\.{LAST()}\.)"
    )
)
SIGNS = of_words(lambda: any_of(PAPERS["signed"]))
NAME = pattern_of(
    lambda: source_of(rf"\(?(?:{SIGNS()}[.…_]*)?\(?{PERSON()}(?:{{letter}}|\.){{2,}}", {})
)
NAMED = pattern_of(lambda: source_of(rf"\({ANYONE()}{POST()}\.?{{letter}}{{2,}}[^)]*\)", {}))
IN_BRACKETS = built(r"\((?:{letter}|\.){6,45}\)")
SIGNED = built(r"(?:{signed}\)?|\({signed_in_brackets}\))[.…_]*{letter}{4,}", PAPERS)
# On a scan a stamp or a stroke of the pen spoils title and brackets: letters before a post, or
# after a bracket.
SMUDGED = built(r"\(?(?!{heads})(?:{letter}|\.){6,}?{heads}|\((?:{letter}|\.){6,}", PAPERS)
BARE_NAME, HEADS = built(r"(?!{heads})(?:{letter}\.?){8,40}", PAPERS), built("{heads}", PAPERS)
NAME_OVER = built(r"(?!{heads})(?:{letter}\.?){8,40}?(?={heads})", PAPERS)
WORDS = built("{letter}{12,}")
# a school's memo says its own kind, which ends so, before it salutes anyone
SALUTATION = built("{<!not_to}{to}", PAPERS)
LARGER = 1.1  # times the usual height from which a line is set large
WORDS_FROM, LONGEST_SIGNER = 3, 160  # letters: above a number or sign; who signs and as what


@dataclass(frozen=True, slots=True)
class Part:
    """One official document: its kind, flow indexes, page; whether date and signer are there, where
    a blank for the date is, where a memo's head ends (0: no memo), and the letters of the line that
    names it and of the words that close it.
    """

    kind: str
    start: int
    end: int
    page: int
    dated: bool
    signed: bool
    date_at: int | None = None
    head: int = 0
    named: tuple[int, int] = (0, 0)
    closing: tuple[int, int] | None = None

    def dated_by(self, at: int) -> bool:
        """Tell whether a place is the blank after ประกาศ ณ วันที่ or a memo's วันที่."""
        return (
            self.date_at is not None
            and self.start <= at < self.end
            and self.date_at <= at < self.date_at + 40
        )


def parts(facts: Facts) -> tuple[Part, ...]:
    """Return the official documents in order."""
    return facts.once(_parts)


def _parts(facts: Facts) -> tuple[Part, ...]:
    pages: dict[int, list[Block]] = {}
    for block in blocks(facts):
        pages.setdefault(block.page, []).append(block)
    begun: list[tuple[str, Block, int, int]] = []
    stops: list[int] = []
    for page, own in pages.items():
        kind = _kind(facts, own)
        if kind:
            begun.append((*kind, own[0].start, page))
        if kind or (page > 1 and _another(facts, own)):
            stops.append(own[0].start)
    last = len(flow(facts).text)
    return tuple(
        replace(
            _part(facts, kind, start, end, page),
            named=(block.start, block.end),
            closing=_closing(facts, start, end),
        )
        for kind, block, start, page in begun
        for end in (min([stop for stop in stops if stop > start] or [last]),)
    )


def _kind(facts: Facts, own: Sequence[Block]) -> tuple[str, Block] | None:
    """Return what official document begins on a page, and the piece that says so, one of its first:
    it speaks as such documents do.
    """
    text = flow(facts).text
    whole = text[own[0].start : own[-1].end]
    for index, block in enumerate(own[:FIRST_LINES]):
        if block.cell or block.kind == CONTENTS or block.zone == COVER:
            return None
        if text.startswith(fold(MEMO), block.start, block.end) and SUBJECT.search(whole):
            return MEMO, block
        for at in _first_lines(facts, block):
            if (
                text.startswith((fold(ANNOUNCEMENT), fold(ORDER)), at)
                and not GIVEN.match(text, at)  # "ประกาศ ณ วันที่" closes one
                and not ITSELF.match(text, at)
                and (_set_as_title(index, block, at) or _names_its_subject(facts, at))
                and SUBJECT.search(whole, at - own[0].start, HEAD)
                and _speaks(whole)
            ):
                said = text.startswith(fold(ANNOUNCEMENT), at)
                return (ANNOUNCEMENT if said else ORDER), replace(block, start=at)
    return None


def _first_lines(facts: Facts, block: Block) -> Iterator[int]:
    """Yield where each of a piece's first lines begins: a number or an emblem's name may stand in
    one piece with the title.
    """
    lines = rows(facts)
    first = lines.at(block.start)
    for row in lines.rows[first : first + FIRST_LINES]:
        if row.start < block.end:
            yield max(row.start, block.start)


def _set_as_title(index: int, block: Block, at: int) -> bool:
    """Tell whether a piece that begins at a place stands as a title does: in the middle, or on top
    of its page, not set in as a paragraph's first line.
    """
    return at == block.start and ((index == 0 and not block.indented) or block.centred)


def _names_its_subject(facts: Facts, at: int) -> bool:
    """Tell whether the line below the one at a place says what a paper is about: so its title
    stands, wherever it is set.
    """
    lines = rows(facts).rows[rows(facts).at(at) + 1 :][:1]
    return bool(lines) and SUBJECT.match(flow(facts).text, lines[0].start) is not None


def _speaks(whole: str) -> bool:
    return SAYS.search(whole) is not None


def _another(facts: Facts, own: Sequence[Block]) -> bool:
    """Tell whether a page begins another part of the file: a cover, an annex, a report."""
    text = flow(facts).text
    first = next((block for block in own if block.end - block.start > WORDS_FROM), own[0])
    return first.zone == COVER or (
        first.cell is None
        and (first.centred or first.size > LARGER)
        and bool(OTHER_PART.match(text, first.start))
    )


def _part(facts: Facts, kind: str, start: int, end: int, page: int) -> Part:
    text = flow(facts).text
    head = 0
    if kind == MEMO:
        salutation = next(
            (hit.start() for hit in SALUTATION.finditer(text, start, end)), start + HEAD
        )
        head = min(end, salutation, start + HEAD)
        given = [hit.end() for hit in HEAD_DATE.finditer(text, start, head)]
        dated = _memo_dated(text, given, start, head)
    else:
        given = [hit.end() for hit in GIVEN.finditer(text, start, end)]
        dated = any(_date(text, at, end) for at in given) or (
            not given and _dated_at_end(facts, start, end)
        )
    return Part(
        kind,
        start,
        end,
        page,
        dated,
        _signed(facts, start, end),
        None if dated or not given else given[0],
        head,
    )


def _memo_dated(text: str, given: Sequence[int], start: int, head: int) -> bool:
    """Tell whether a memo's head is dated: behind "วันที่" where that stands, whose number may look
    like a date ("ที่ พย 0033" is no November), else anywhere in it.
    """
    if given:
        return any(_date(text, at, head) for at in given)
    return DATE.search(text, start, head) is not None


def _date(text: str, at: int, end: int) -> bool:
    """Tell whether a date stands right after ณ วันที่, if only a pen's; dots of a form may stand
    between.
    """
    if BY_HAND.match(text, at, end):
        return True
    hit = DATE.search(text, at, min(end, at + 60))
    return hit is not None and not WORDS.search(text, at, hit.start())


def _dated_at_end(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a date stands below what closes a paper, in none of the tables of its annex."""
    text = flow(facts).text
    closing = [hit.end() for hit in CLOSES.finditer(text, start, end)]
    if not closing:
        return False
    cells = [(one.start, one.end) for one in blocks(facts) if one.cell is not None]
    hits = DATE.finditer(text, closing[-1], min(end, closing[-1] + CLOSING))
    return any(not any(low <= hit.start() < high for low, high in cells) for hit in hits)


def _closing(facts: Facts, start: int, end: int) -> tuple[int, int] | None:
    """Return the words that close a paper to their line's end; date and signer belong below."""
    hits = list(CLOSES.finditer(flow(facts).text, start, end))
    lines = rows(facts)
    return (hits[-1].start(), lines.rows[lines.at(hits[-1].start())].end) if hits else None


def _signed(facts: Facts, start: int, end: int) -> bool:
    """Tell whether who signs is named: in brackets, after ลงชื่อ, on a line of its own."""
    text = flow(facts).text
    own = [
        one
        for one in blocks(facts)
        if start <= one.start < end and one.end - one.start <= LONGEST_SIGNER
    ]
    for block, below in zip_longest(own, own[1:]):
        said = text[block.start : block.end]
        if (
            NAME.match(said)
            or IN_BRACKETS.fullmatch(said)
            or SIGNED.search(said)
            or NAMED.search(said)
            or (block.zone == SIGNATURE and _over_post(facts, block, below))
            or (block.zone == SIGNATURE and _smudged(facts, block))
        ):
            return True
    return False


def _over_post(facts: Facts, block: Block, below: Block | None) -> bool:
    """Tell whether a signature's line of letters alone is a name: a post stands below it."""
    text = flow(facts)
    two = NAME_OVER.match(text.text, block.start, block.end)
    if two and "\n" in text.gap(two.end()):
        return True
    return (
        below is not None
        and below.zone == SIGNATURE
        and BARE_NAME.fullmatch(text.text, block.start, block.end) is not None
        and HEADS.match(text.text, below.start) is not None
    )


def _smudged(facts: Facts, block: Block) -> bool:
    said = flow(facts).text[block.start : block.end]
    return SMUDGED.match(said) is not None and span(facts, block.start, block.end).ocr
