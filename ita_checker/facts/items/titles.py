"""What a report calls itself: its titles, the kind of report they name, and the item numbers
printed on it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from ita_checker.facts.items.by_number import (
    COUNTED,
    OWN_LETTERS,
    labelled,
    lone_number,
    numbered_heads,
    numbered_title,
)
from ita_checker.facts.items.leads import CODE, MEASURES, RESULTS, Told, told_items
from ita_checker.facts.page import (
    BODY,
    CELL,
    CONTENTS,
    COVER,
    HEADING,
    MEMO,
    PARAGRAPH,
    TITLE,
    Block,
    blocks,
    flow,
    lines,
    parts,
    within,
)
from ita_checker.model import Facts, Item
from ita_checker.text.compare import distance
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.text.phrases import Hit, Searched
from ita_checker.text.tokens import tokens
from ita_checker.words import lists_of, words_of

PAGE, START = attrgetter("page"), attrgetter("start")
FRONT = 4  # pages: cover, memo, announcement, preface; a title stands on one of them
SUBJECT_WORDS = lists_of("items.subject")
TELLING = lists_of("items.sentence")
SUBJECT = pattern_of(
    lambda: (
        f"(?:{any_of(SUBJECT_WORDS['papers'])}.{{0,80}}?)?{any_of(SUBJECT_WORDS['word'])}:?"
        f"(?!{any_of(SUBJECT_WORDS['not_before'])})"
    )
)
CITES = lists_of("items.cites")
CITES_IT = pattern_of(
    lambda: f"{any_of(CITES['by'])}{any_of(CITES['papers'])}.{{0,40}}?{any_of(CITES['of'])}"
)
CITED = pattern_of(lambda: rf"\(?{CITES_IT.pattern}")  # another's paper under which a form stands
LONGEST_TITLE = 320
AROUND = 300  # letters beside it: some times what a title is long
LONGEST_LINE = 130  # letters of a title that stands within the report
SENTENCE = pattern_of(
    lambda: (
        f"{any_of(TELLING['obtained'])}(?!{any_of(TELLING['obtained_not'])})|{any_of(TELLING['so'])}"
    )
)
# how a first sentence begins that looks like a heading
OPENS = pattern_of(lambda: any_of(words_of("items.opens")))
LONG_TITLE = 30  # letters from which a title is none by chance
CUT = 2  # digits of a number that may stand on the next line
EXACT = 100.0  # the score of a title found letter for letter
TITLE_LINES = 2  # of a title set like the text
LED_BY = pattern_of(lambda: f"{any_of(words_of('items.number_led'))}$")  # "ข้อ O27" is quoted whole


@dataclass(frozen=True, slots=True)
class Named:
    """A title, as the flow's letters [start, end), the item it names, and the pack's words for it
    (`phrase`), which the printed ones may miss by a letter.
    """

    start: int
    end: int
    item: Item
    score: float = 100.0
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item number printed on the report (O43), and where."""

    start: int
    end: int
    code: str


def regions(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return where a report names itself: cover, headings over the first paragraph, and what
    follows เรื่อง; on the front pages.
    """
    return facts.once(_regions)


def named(facts: Facts, items: tuple[Item, ...]) -> tuple[Named, ...]:
    """Return the items that the front pages' titles name, in order. A title of measures after
    ผลการดำเนินการ… names the results.
    """
    known = facts.once(_known)
    found = next((titles for own, titles in known if own == items), None)
    if found is None:
        found = tuple(_named(facts, items))
        known.append((items, found))
    return found


def _known(facts: Facts) -> list[tuple[tuple[Item, ...], tuple[Named, ...]]]:
    return []  # a few packs' items are soon held against each other, and long to hash


def _named(facts: Facts, items: tuple[Item, ...]) -> Iterator[Named]:
    text = flow(facts)
    by_kind = {kind: [item for item in items if item.kind == kind] for kind in (MEASURES, RESULTS)}
    meant = {title: item for item in items for title in (item.title, *item.titles)}
    numbers = frozenset(one.code for one in numbered(facts))
    above = min((one.start for one in numbered(facts)), default=len(text.text))
    for hit in facts.once(_fronts).find(meant):
        middle = (hit.start + hit.end) / 2
        around = (at for at in regions(facts) if at[0] <= hit.start and middle <= at[1])
        region = next(around, None)
        counted = region and region[0] > above and COUNTED.match(text.text, region[0])
        if region and not counted and _headed(text.text, hit):
            told = Told(*region, hit.start, hit.end, meant[hit.phrase])
            for item in told_items(facts, told, by_kind, numbers):
                yield Named(hit.start, hit.end, item, hit.score, hit.phrase)


def _fronts(facts: Facts) -> Searched:
    """Return where titles are looked for: where a report names itself, and around, since a better
    hit beside may be what stands there.
    """
    around = list[tuple[int, int]]()
    for start, end in sorted(regions(facts)):
        low, high = max(0, start - AROUND), end + AROUND
        if around and low <= around[-1][1]:
            low, high = around[-1][0], max(high, around.pop()[1])
        around.append((low, high))
    return within(facts, around)


def _headed(text: str, hit: Hit) -> bool:
    """Tell whether a title nearly found begins with the word that says what paper it is, but for a
    letter: ในการจัดซื้อจัดจ้าง is no แผนการจัดซื้อจัดจ้าง. A long title tells itself without.
    """
    head = next(iter(tokens(fold(hit.phrase))), "")
    lengths = range(max(1, len(head) - 1), len(head) + 2)
    whole = hit.score >= EXACT or hit.end - hit.start >= LONG_TITLE
    return whole or any(
        distance(text[hit.start : hit.start + length], head) <= 1 for length in lengths
    )


def numbered(facts: Facts) -> tuple[Numbered, ...]:
    """Return the item numbers on cover and titles. A bare 043 counts only where it begins or ends
    its line.
    """
    return facts.once(_numbered)


def own_numbers(facts: Facts) -> frozenset[str]:
    """Return the item numbers on cover and titles, else the only one of one scheme's letters."""
    printed = frozenset(one.code for one in numbered(facts))
    alone = None if printed else facts.once(lone_number)
    return frozenset({alone}) if alone else printed


def _front(facts: Facts) -> tuple[Block, ...]:
    """Return the pieces of the front pages."""
    first = facts.document.pages[0].number if facts.document.pages else 1
    every = blocks(facts)
    return every[: bisect_left(every, first + FRONT, key=PAGE)]


def _regions(facts: Facts) -> tuple[tuple[int, int], ...]:
    text, told, front = flow(facts).text, 0, _front(facts)
    last = front[-1].end if front else 0
    found = [*labelled(facts, last), *_opening(facts), *numbered_heads(facts, last)]
    subjects, cited = dict(_subjects(facts, front)), False
    cites = CITES_IT.search(text, 0, last) is not None  # another's paper: few do
    for block in front:
        subject = subjects.get(block.start)
        ends = _before_cited(facts, block.start, block.end) if cites else block.end
        if block.kind == CELL and block.zone == BODY and not (subject or cites):
            continue  # it names nothing
        if block.kind == CONTENTS or ends == block.start or (cited and subject):
            cited = block.kind != CONTENTS
            continue
        cited = ends < block.end
        if block.zone == TITLE and (
            OPENS.match(text, block.start)
            or (block.kind != HEADING and SENTENCE.search(text, block.start, block.end))
        ):
            told = block.page  # the text has begun
        if (block.zone in (COVER, TITLE) and block.page != told) or (
            block.kind == HEADING and block.zone == BODY and _first_heading(facts, block)
        ):
            found.append((block.start, min(block.end, block.start + LONGEST_TITLE)))
        elif subject:
            found.append((subject, min(block.end, block.start + LONGEST_TITLE)))
        elif block.end - block.start <= LONGEST_LINE and numbered_title(text, block):
            found.append((block.start, block.end))
        if subject and block.kind != HEADING:
            told = block.page  # what a letter is about stands over its text
    if not cites:
        return tuple(found)
    return tuple((start, _before_cited(facts, start, end)) for start, end in found)


def _subjects(facts: Facts, front: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where the pieces begin that open with the word for the subject, and where the title
    behind it does; in a memo's head, and in the first two pieces of the report where no sentence
    opens them, also in a line of its own, under that of number and date, or of a place.
    """
    text = flow(facts).text
    heads, own = [(one.start, one.head) for one in parts(facts) if one.kind == MEMO], lines(facts)
    for number, block in enumerate(front):
        begins = [block.start]
        follows_first = number < 2 and not OPENS.match(text, block.start)
        in_head = heads and any(start <= block.start < head for start, head in heads)
        if follows_first or in_head:
            second = bisect_right(own, block.start, key=START)
            begins += [one.start for one in own[second : bisect_left(own, block.end, key=START)]]
        for at in begins:
            if match := SUBJECT.match(text, at, block.end):
                yield block.start, match.end()
                break


def _before_cited(facts: Facts, start: int, end: int) -> int:
    """Return where a title ends: before another's paper that a line of it cites."""
    letters = flow(facts)
    cited = (hit.start() for hit in CITED.finditer(letters.text, start, end))
    return next((at for at in cited if at == start or "\n" in letters.gap(at)), end)


def _opening(facts: Facts) -> list[tuple[int, int]]:
    """Return the first lines of a report whose title is set like the text and runs into it, all of
    them where they are centred: no sentence has begun there.
    """
    first = next(iter(blocks(facts)), None)
    if first is None or first.kind != PARAGRAPH or first.zone != BODY:
        return []
    own = [line for line in lines(facts) if first.start <= line.start < first.end]
    text, start = flow(facts).text, first.start
    if not first.centred or SENTENCE.search(text, start, first.end):
        own = own[:TITLE_LINES]
    end = own[-1].end if own else start
    if OPENS.match(text, start) or SENTENCE.search(text, start, end):
        return []
    return [(start, end)]


def _first_heading(facts: Facts, block: Block) -> bool:
    """Tell whether a heading is among the first pieces of the whole report."""
    return block in blocks(facts)[:6]


def _numbered(facts: Facts) -> tuple[Numbered, ...]:
    text, found = flow(facts).text, []
    for start, end in regions(facts):
        # a line's end may cut a number: "(O42 O|43)"
        cut = CODE.match(text, end - 1, end + CUT)
        for hit in (*CODE.finditer(text, start, end), *((cut,) if cut else ())):
            if not hit["bare"] or _alone(facts, hit.start(), hit.end(), start, end):
                letters = hit["letters"] if hit["letters"] in OWN_LETTERS else "o"
                numbers = [
                    number for number in (hit["number"], hit["second"], hit["bare"]) if number
                ]
                led = LED_BY.search(text, start, hit.start())
                begins = led.start() if led else hit.start()
                found += [
                    Numbered(begins, hit.end(), f"{letters.upper()}{int(number)}")
                    for number in numbers
                ]
    return tuple(dict.fromkeys(found))


def _alone(facts: Facts, start: int, end: int, first: int, last: int) -> bool:
    """Tell whether a bare number such as 043 stands as an item's number does: at the ends of a
    line or title, or in brackets.
    """
    text = flow(facts)
    return (
        start == first
        or end == last
        or text.text[start - 1] == "("
        or "\n" in text.gap(start) + text.gap(end)
    )
