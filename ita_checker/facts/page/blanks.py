"""Slots of a template that were never filled in, and what belongs in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from ita_checker.facts.page.blocks import blocks
from ita_checker.facts.page.filled import OFFICE, filled
from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.layout import set_in
from ita_checker.facts.page.lines import lines
from ita_checker.facts.page.offered import offered
from ita_checker.facts.page.pieces import CONTENTS, HEADING, SIGNATURE, Block
from ita_checker.facts.page.ticks import not_chosen
from ita_checker.facts.page.zones import SIGNED
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import built, pattern_of, source_of
from ita_checker.words import lists_of, of_words

ORGANISATION, DATE, SIGNED_BY, OTHER = "organisation", "date", "signature", "other"
OFFERED = "offered"
DOTS = r"(?:[.]{5,}|…[.…]*(?:…|\.{2,})|_{4,}|…)"
WORDS = lists_of("blanks")
IN_BRACKETS = "|".join(
    (
        r"(?<![(\[<{])[(\[<{]+{please}?{fill}[^()\[\]<>{}\t\f]{0,60}[)\]>}]+",
        r"(?<![(\[<{])[\[<{(]+{name_of}{named}[)\]>}]+",
        r"\[{asked}[^\]\t\f]{0,40}\]",
    )
)
SLOT = pattern_of(
    lambda: (
        DOTS
        + r"|(?<=[.])\.{3,}"  # after the era's two dots
        + r"|(?<![a-z0-9-])(?:25)?x{2,}(?:[.,/]x{2,})*(?![a-z0-9-])|(?<=25)x{2}(?![a-z0-9-])|"
        + source_of(IN_BRACKETS, WORDS)
    )
)
FEW = re.compile(
    r"…|\.{1,4}"
)  # that little is an ellipsis in prose, but a blank after the words below
BEFORE_OFFICE = pattern_of(lambda: source_of(f"(?:{OFFICE()}|{{heads}})$", WORDS))
BEFORE_DATE = built(r"(?:{before_date}|{<!not_year}{year}|{day}[.…/_]+|/)$", WORDS)
BEFORE_NUMBER = built(r"(?:^|[\n\t]){before_number}[^\n]{0,20}$", WORDS)
# "(ระบุหน่วยงาน)", "(ใส่ชื่อเต็มของโรงเรียน)"; not what else is asked of an office:
# "(ระบุช่องทางของหน่วยงาน)".
SAYS_OFFICE = built(r"^[(\[<{]+(?:{please}?{fill})?(?:{name_of}{full_of}*)?{says_office}", WORDS)
SAYS_HOW = built(
    r"[(\[<{]+{please}?{fill}(?:{how}|[^()\[\]]{0,24}{of_the_form}(?!{of_the_form_not}))", WORDS
)
EXPLAINED, XX = built(r"(?<!x)(x{2,}+){explains}", WORDS), "xx"
SAYS_DATE = built("{says_date}", WORDS)
ERA = of_words(lambda: tuple(map(fold, WORDS["era"])))
ERA_DOTTED = of_words(lambda: tuple(f"{era}." for era in ERA()))
NAMED = built("{persons}{letter}{2,}", WORDS)  # a name after the dots: who signs on the line
DRAFT = built("{draft}.{0,160}$", WORDS)
ELSE = built(r"{others}[\n.…_]*$", WORDS)  # a remark need not be made
PAGE_NUMBER = built(r"[\t\f]*{page}?[(\[-]?(?:\d{1,3}|{page_letters}(?!{letter}))[)\]-]?", WORDS)
# of the page's width: a line of dots to write an answer on; a shorter one parts a title from its
# text
ANSWER = 0.5
NEXT_SLOT = 25  # letters between a blank office and the blank district beside it
NEAR = 100  # letters behind a blank in which the box stands that was ticked instead
LEADERS = 4  # dots from which they may lead to a page number


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot never filled in, as the flow's letters [start, end); `kind` says what belongs there,
    or that it stands in a form that somebody else fills in (OFFERED).
    """

    start: int
    end: int
    kind: str


def blanks(facts: Facts) -> tuple[Blank, ...]:
    """Return the blanks in order; leader dots, the line for a signature, filled rows and ellipses
    are none.
    """
    return facts.once(_blanks)


def _blanks(facts: Facts) -> tuple[Blank, ...]:
    found: list[Blank] = []
    text, pieces = flow(facts).text, blocks(facts)
    for index, block in enumerate(pieces):
        if block.kind != CONTENTS and SLOT.search(text, block.start, block.end):
            following = pieces[index + 1 : index + 4]
            found += _slots(facts, block, following)
    forms = offered(facts)
    return tuple(
        replace(one, kind=OFFERED)
        if one.kind != ORGANISATION and any(start <= one.start < end for start, end in forms)
        else one
        for one in _beside(found)
    )


def _slots(facts: Facts, block: Block, following: tuple[Block, ...]) -> Iterator[Blank]:
    """Yield the blanks of one piece of the report."""
    text = flow(facts).text
    runs = [
        (hit.start() + text.endswith(ERA(), 0, hit.start()), hit.end())
        for hit in SLOT.finditer(text, block.start, block.end)
    ]
    for index, (start, end) in enumerate(runs):
        before = _printed(facts, start)
        kind = _kind(before, text[start:end], block)
        few = FEW.fullmatch(text, start, end) and not text.endswith(ERA_DOTTED(), 0, start)
        if (
            (few and kind not in (ORGANISATION, DATE))
            or ELSE.search(before)
            or (kind == DATE and DRAFT.search(before))
            or SAYS_HOW.match(text, start, end)
            or text[start:end] in facts.once(_explained)
            or not_chosen(before, text[end : end + NEAR])
        ):
            continue
        if few and kind == DATE and not BEFORE_DATE.search(before[-12:]):
            continue
        if (
            filled(facts, block, runs, index)
            or _leads(facts, block, start, end)
            or _ornament(facts, block, start, end)
        ):
            continue
        if (
            _signed_on(facts, block, start)
            or NAMED.match(text, end)
            or (end == block.end and _over_name(facts, following))
        ):
            kind = SIGNED_BY
        yield Blank(start, end, kind)


def _explained(facts: Facts) -> frozenset[str]:
    """Return the letters that the report says stand for something: "ช-XX (XX คืออักษรย่อ…)"."""
    text = flow(facts).text
    return frozenset(hit[1] for hit in EXPLAINED.finditer(text)) if XX in text else frozenset()


def _signed_on(facts: Facts, block: Block, end: int) -> bool:
    """Tell whether a word for a signature leads to a blank: it begins a line, or stands after
    another blank or a mark. Inside a sentence ("สมุดลงชื่ออยู่ที่แฟ้ม (ระบุเลขที่แฟ้ม)") it is of
    something else.
    """
    text = flow(facts)
    return any(
        hit.start() in (0, block.start)
        or "\n" in text.gap(hit.start())
        or not text.text[hit.start() - 1].isalpha()
        for hit in SIGNED.finditer(text.text, block.start, end)
    )


def _printed(facts: Facts, end: int) -> str:
    """Return the flow's letters before a place, in its cell or on its page, with a line break
    where one stands in the page.
    """
    text = flow(facts)
    low = max(0, end - 200)
    start = max(low, *(text.text.rfind(stop, low, end) + 1 for stop in "\t\f"))
    breaks = (at for at in text.gaps(start, end) if "\n" in text.gap(at))
    pieces = pairwise([start, *breaks, end])
    return "\n".join(text.text[first:last] for first, last in pieces)


def _kind(before: str, slot: str, block: Block) -> str:
    said = before.replace("\n", "")
    if slot[0] in "([<{":
        return (
            ORGANISATION if SAYS_OFFICE.search(slot) else DATE if SAYS_DATE.search(slot) else OTHER
        )
    if BEFORE_OFFICE.search(said):
        return ORGANISATION
    if block.zone == SIGNATURE or BEFORE_NUMBER.search(before):
        return SIGNED_BY
    if BEFORE_DATE.search(said) or slot.startswith("25"):
        return DATE
    return OTHER


def _leads(facts: Facts, block: Block, start: int, end: int) -> bool:
    """Tell whether dots lead to a page number, in the same line, the next cell or the next line;
    they may open a cell beside the name that they lead from.
    """
    text = flow(facts)
    stop = PAGE_NUMBER.match(text.text, end)
    opens = start == block.start and (block.cell is None or end == block.end)
    if not stop or end - start < LEADERS or opens:
        return False
    return (
        stop.end() >= len(text.text)
        or "\n" in text.gap(stop.end())
        or text.text[stop.end()] in "\t\f"
    )


def _ornament(facts: Facts, block: Block, start: int, end: int) -> bool:
    """Tell whether dots alone on a line, below a heading, short on its own or set in from both
    sides alike, only part a title from its text.
    """
    own = lines(facts)
    line = own[max(0, bisect_right(own, start, key=attrgetter("start")) - 1)]
    if (line.start, line.end) != (start, end) or block.cell:
        return False
    width = next((page.width for page in facts.document.pages if page.number == line.page), 0.0)
    alone = (start, end) == (block.start, block.end)
    short = line.box.x1 - line.box.x0 < ANSWER * width  # too short to be written on
    return (
        block.centred
        or block.kind == HEADING
        or (alone and (short or set_in(facts, line) or flow(facts).text[start] == "_"))
    )


def _over_name(facts: Facts, following: tuple[Block, ...]) -> bool:
    """Tell whether the next line is the name of who signs."""
    text = flow(facts).text
    return any(
        text[one.start] == "(" and SIGNED.search(text[one.start : one.end]) for one in following[:1]
    )


def _beside(found: list[Blank]) -> Iterator[Blank]:
    """Yield the blanks, a blank district beside a blank office counted to the office."""
    last: Blank | None = None
    for blank in found:
        if (
            last
            and last.kind == ORGANISATION
            and blank.kind == OTHER
            and blank.start - last.end <= NEXT_SLOT
        ):
            blank = replace(blank, kind=ORGANISATION)
        last = blank
        yield blank
