"""The pieces of a report: headings, paragraphs, table cells, lines of a table of contents, each in
its zone of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import Placed, every_line, lines
from ita_checker.facts.page.overleaf import dangles, full
from ita_checker.model import Facts, Page

HEADING, PARAGRAPH, CELL, CONTENTS = "heading", "paragraph", "cell", "contents"
RUNNING = "running"  # heads and feet that pages repeat, page numbers
COVER, TITLE, BODY, SIGNATURE = "cover", "title", "body", "signature"

COVER_LINES, COVER_LETTERS, COVER_PAGES = 16, 700, 4  # a cover says little, and stands early
SHORT_HEADING = 110  # letters without white space
TITLE_LINES = 5  # pieces at most that a title without any layout has
LARGE = 1.15  # a line this much higher than usual is a heading
FAR = 1.75  # line pitches; lines further apart are not one paragraph
MARGINS, INDENT = (
    6.0,
    45.0,
)  # points: how far margins vary from page to page; a paragraph's first line is set in by less
MIDDLE, MIDDLE_SCANNED = 9.0, 15.0  # points a centred line may stand off the middle
DEEP = 120.0  # points: a paragraph's first line is set in by less
SET_IN = 8.0  # points that a paragraph's lines may vary at the left

AS_USUAL, AS_LARGE = (
    1.25,
    0.4,
)  # a scanned line's letters are larger only from here on; sizes that differ by less are the same

LEADERS = re.compile(r"(?<![.…·_])[.…·_]{4,}(?:หน้า)?(?:\d{1,3}|[กขคงจ])$")
NUMBERED = re.compile(
    r"(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|ข้อที่|ข้อ)?(?:\d{1,2}(?:\.\d{1,2})*)[.)]?(?=\D)|\([\dก-ฮ]{1,2}\)|[ก-ฮ]\.|[-•*●▪➢✓✔☑☐□–]"
)
PARTS = re.compile(
    r"(?:ส่วนที่|บทที่|ตอนที่)\d|คำนำ|บทนำ|สารบัญ|ภาคผนวก|บทสรุป|หลักการและเหตุผล|วัตถุประสงค์|ภาพกิจกรรม|ปัญหา|ข้อเสนอแนะ|"
    r"การวิเคราะห์|ผลการวิเคราะห์|ผลการประเมิน|มาตรการ|แนวทาง|การกำกับ|ผลการดำเนิน|รายงานผล|ประเด็น|จุดอ่อน|ข้อบกพร่อง|สรุปผล"
)
OPENS = re.compile(r"ส่วนราชการ|เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|จึงเรียนมา|จึงประกาศ|ทั้งนี้ตั้งแต่")
ORNAMENT = re.compile(r"[-_=*~.…]{4,}")
PREFIX = r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่|ดร\.|ด\.ต\.|จ\.ส\.|จ่า|สิบ|ร้อย|พัน|พ\.[ตจอ]|ร\.[ตทอ]|ส\.[ตทอ]|ผศ|รศ|นพ\.|พญ\.|พระ|หม่อม|ม\.ล\.|ม\.ร\.ว)"
SIGNED = re.compile(rf"\(?ลงชื่อ|\(ลงนาม|(?:ประกาศ|สั่ง)ณวัน|ให้ไว้ณวัน|^\({PREFIX}|^\([.…_ ]{{6,}}\)$")
MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
DATED = re.compile(rf"(?:วันที่)?\d{{0,2}}(?:เดือน)?(?:{MONTHS})(?:พ\.ศ\.)?\d{{4}}")
SIGNATURE_LINES = 4  # name, post, office, date
SIGNATURE_LETTERS = 70


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the report: flow indexes [start, end), what it is, the zone it stands in.

    `size` is its letters' height against the usual (1.0); `cell` is (table of the page, row,
    column).
    """

    start: int
    end: int
    page: int
    kind: str
    zone: str
    size: float = 1.0
    centred: bool = False
    cell: tuple[int, int, int] | None = None
    indented: bool = False


def blocks(facts: Facts) -> tuple[Block, ...]:
    """Return the report's pieces in reading order; together they hold every letter."""
    return facts.once(_blocks)


def block_at(facts: Facts, at: int) -> Block | None:
    """Return the piece in which the flow's letter `at` stands."""
    known = blocks(facts)
    starts = facts.once(_starts)
    index = bisect_right(starts, at) - 1
    return known[index] if index >= 0 and at < known[index].end else None


def _starts(facts: Facts) -> tuple[int, ...]:
    return tuple(block.start for block in blocks(facts))


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
    placed = lines(facts)
    usual = _usual(placed)
    found: list[Block] = []
    for page in facts.document.pages:
        own = [line for line in placed if line.page == page.number]
        found += _zoned(facts, page, [*_grouped(facts, page, own, usual)])
        found += [
            Block(line.start, line.end, line.page, RUNNING, BODY)
            for line in every_line(facts)
            if line.running and line.page == page.number
        ]
    return tuple(found)


def _usual(placed: Sequence[Placed]) -> float:
    """Return the height of most letters, those outside tables first: tables are often set smaller."""
    outside = [
        line for line in placed if line.cell is None and line.end - line.start >= 20
    ] or placed
    return (
        median(
            [
                line.height
                for line in outside
                if line.height
                for _ in range(0, line.end - line.start, 10)
            ]
            or [1.0]
        )
        or 1.0
    )


def _grouped(facts: Facts, page: Page, own: Sequence[Placed], usual: float) -> Iterator[Block]:
    """Yield a page's blocks: the lines of a cell together, other lines as headings, contents and
    paragraphs.
    """
    group: list[Placed] = []
    pitch = _pitch(own)
    for line in own:
        if group and not _goes_on(facts, page, group, line, pitch, usual):
            yield _block(facts, page, group, usual)
            group = []
        group.append(line)
    if group:
        yield _block(facts, page, group, usual)


def _pitch(own: Sequence[Placed]) -> float:
    steps = [
        below.box.top - above.box.top
        for above, below in pairwise(own)
        if not above.cell and not below.cell
    ]
    return median([step for step in steps if step > 0] or [20.0])


def _goes_on(
    facts: Facts, page: Page, group: Sequence[Placed], line: Placed, pitch: float, usual: float
) -> bool:
    """Tell whether a line goes on with the piece before it."""
    last = group[-1]
    if line.cell or last.cell:
        return line.cell == last.cell
    if line.overleaf:
        return True
    text = flow(facts).text
    large = _size(line, usual) >= LARGE
    if not _same_size(line, last, usual):
        return False
    full_above = _runs_on(facts, last, line) or _centred_on(facts, page, last, line)
    if not large and not full_above and _centred(facts, page, line) != _centred(facts, page, last):
        return False
    if (
        NUMBERED.match(text, line.start, line.end)
        or OPENS.match(text, line.start, line.end)
        or _leads(text, line)
        or _leads(text, last)
    ):
        return False
    if ORNAMENT.fullmatch(text, last.start, last.end):
        return False
    if any(SIGNED.search(text[one.start : one.end]) for one in (line, last)):
        return False
    near = 0 < line.box.top - last.box.top <= FAR * pitch
    return near and (large or full_above or _centred(facts, page, line))


def _runs_on(facts: Facts, last: Placed, line: Placed) -> bool:
    """Tell whether a line is full and the next one begins at the text's left edge: one paragraph."""
    left, right = facts.once(_sides)
    at_left = abs(line.box.x0 - left) <= SET_IN or line.box.x0 <= last.box.x0 + SET_IN
    if last.line is None or line.line is None or not at_left:
        return False
    return full(last.line, line.line, right) or dangles(last.line.text)


def _centred_on(facts: Facts, page: Page, last: Placed, line: Placed) -> bool:
    """Tell whether a centred line ends a title whose line above was full, and so seems not set in."""
    if last.line is None or line.line is None or not _centred(facts, page, line):
        return False
    left, right = facts.once(_sides)
    return (
        _in_middle(facts, page, last)
        and last.box.x0 > left + SET_IN / 2
        and full(last.line, line.line, right)
    )


def _sides(facts: Facts) -> tuple[float, float]:
    """Return where the text outside tables begins and ends across, in points."""
    own = [line.box for line in lines(facts) if line.cell is None]
    return facts.once(_margin), max((box.x1 for box in own), default=0.0)


def _block(facts: Facts, page: Page, group: Sequence[Placed], usual: float) -> Block:
    start, end, first = group[0].start, group[-1].end, group[0]
    text, size = flow(facts).text, _size(first, usual)
    centred = any(_centred(facts, page, line) for line in group) and all(
        _in_middle(facts, page, line) for line in group
    )
    if first.cell:
        kind = CELL
    elif _leads(text, first):
        kind = CONTENTS
    elif _is_heading(text[start:end], size, centred, len(group)):
        kind = HEADING
    else:
        kind = PARAGRAPH
    left = facts.once(_sides)[0]
    indented = first.cell is None and not centred and SET_IN < first.box.x0 - left < DEEP
    return Block(start, end, first.page, kind, BODY, size, centred, first.cell, indented)


def _is_heading(text: str, size: float, centred: bool, count: int) -> bool:
    if len(text) > SHORT_HEADING * (2 if size >= LARGE or centred else 1) or count > 6:
        return False
    numbered = NUMBERED.match(text)
    return size >= LARGE or centred or bool(PARTS.match(text, numbered.end() if numbered else 0))


def _size(line: Placed, usual: float) -> float:
    size = line.height / usual
    return round(size, 1) if not line.scanned or size >= AS_USUAL else 1.0


def _same_size(one: Placed, other: Placed, usual: float) -> bool:
    if one.scanned and not (one.height and other.height):
        return True
    return abs(_size(one, usual) - _size(other, usual)) <= (AS_LARGE if one.scanned else 0)


def _centred(facts: Facts, page: Page, line: Placed) -> bool:
    """Tell whether a line stands in the page's middle, and not because it fills the page from
    margin to margin.
    """
    left = facts.once(_sides)[0]
    return line.box.x0 > left + INDENT and _in_middle(facts, page, line)


def _in_middle(facts: Facts, page: Page, line: Placed) -> bool:
    """Tell whether a line's middle is the page's or the text's."""
    middle = (line.box.x0 + line.box.x1) / 2
    left, right = facts.once(_sides)
    off = min(abs(middle - page.width / 2), abs(middle - (left + right) / 2))
    return off <= (MIDDLE_SCANNED if line.scanned else MIDDLE)


def _margin(facts: Facts) -> float:
    """Return where most letters' lines begin, in points from the left."""
    letters: Counter[int] = Counter()
    for line in lines(facts):
        if line.cell is None:
            letters[round(line.box.x0 / MARGINS)] += line.end - line.start
    most = max(letters.values(), default=0)
    return MARGINS * min(
        (place for place, count in letters.items() if count >= most / 2), default=0
    )


def _leads(text: str, line: Placed) -> bool:
    return bool(LEADERS.search(text[line.start : line.end])) and not SIGNED.search(
        text[line.start : line.end]
    )


def _zoned(facts: Facts, page: Page, found: list[Block]) -> list[Block]:
    """Return a page's blocks with their zones: a whole cover, the title above the first paragraph,
    signatures.
    """
    text = flow(facts).text
    if _is_cover(facts, page, found):
        return [replace(block, zone=COVER, kind=HEADING) for block in found]
    if any(
        text.startswith("สารบัญ", block.start) and block.end - block.start < 20
        for block in found[:4]
    ):
        found = [
            replace(block, kind=CONTENTS)
            if block.kind != CELL and block.end - block.start >= 10
            else block
            for block in found
        ]
    first = page.number == facts.document.pages[0].number
    title = next(
        (
            index
            for index, block in enumerate(found)
            if not _titles(block, first and index < TITLE_LINES)
        ),
        len(found),
    )
    found = [
        replace(block, zone=TITLE) if index < title else block for index, block in enumerate(found)
    ]
    signed = set(_signatures(text, found))
    return [
        replace(block, zone=SIGNATURE, kind=PARAGRAPH) if index in signed else block
        for index, block in enumerate(found)
    ]


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
    letters = sum(block.end - block.start for block in found)
    first = facts.document.pages[0].number
    if (
        not found
        or page.tables
        or len(found) > COVER_LINES
        or letters > COVER_LETTERS
        or page.number >= first + COVER_PAGES
    ):
        return False
    text = flow(facts).text
    if any(
        SIGNED.search(text[block.start : block.end]) or block.kind == CONTENTS for block in found
    ):
        return False
    if re.match(
        r"บันทึกข้อความ|ประกาศ|คำสั่ง|คำนำ|สารบัญ|ภาคผนวก|ภาพ", text[found[0].start : found[0].end]
    ):
        return False
    centred = sum(
        block.end - block.start for block in found if block.centred or block.size >= LARGE
    )
    longest = max(
        (block.end - block.start for block in found if block.kind == PARAGRAPH), default=0
    )
    sparse = letters < COVER_LETTERS / 3 and page.number == first and len(facts.document.pages) > 1
    return longest <= SHORT_HEADING and (centred >= letters * 0.5 or sparse)


def _signatures(text: str, found: Sequence[Block]) -> Iterator[int]:
    """Yield the indexes of blocks of a signature: from ลงชื่อ or a name in brackets the next short
    lines; a preface's office and date.
    """
    left = 0
    for index, block in enumerate(found):
        said = text[block.start : block.end]
        if block.cell or not _short(block):
            left = 0
            continue
        if SIGNED.search(said):
            left = SIGNATURE_LINES + 1
        elif DATED.fullmatch(said) and block.zone == BODY:
            yield from (near for near in (index - 1, index) if near >= 0 and _short(found[near]))
        if left:
            left -= 1
            yield index


def _short(block: Block) -> bool:
    return block.end - block.start <= SIGNATURE_LETTERS
