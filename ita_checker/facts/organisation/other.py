"""Offices of classes without a list of their own (departments, institutes): read from the lines
they have to themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.organisation.mentions import mentions
from ita_checker.facts.organisation.own_place import as_own
from ita_checker.facts.organisation.run_on import (
    CLASS,
    FORMED,
    SHORTEST,
    name_alone,
    run,
)
from ita_checker.facts.organisation.words import NUMBERED, THAI, some
from ita_checker.facts.page import HEADING, SIGNATURE, Row, blocks, flow, rows
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.gazetteer import known_at
from ita_checker.text.patterns import pattern_of

NAME = r"[\u0e01-\u0e4ea-z\u0e50-\u0e590-9(). \-]{4,90}?"
LINE = pattern_of(lambda: f"({CLASS()}{NAME})(?:{some('organisation.unlisted.address')}.*)?")
OWNED = pattern_of(
    lambda: (
        f"{some('organisation.unlisted.labels')}({CLASS()}{NAME})"
        f"(?={some('organisation.unlisted.after_owner')}|{some('organisation.unlisted.numbered')}[0-9]|$)"
    )
)
MADE = pattern_of(
    lambda: rf"({CLASS()}[\u0e01-\u0e4e()]{{4,60}}?)(?={some('organisation.unlisted.made')})"
)
HEADED = pattern_of(lambda: f"{some('organisation.unlisted.headed')}({CLASS()}{THAI}{{4,60}})")
ENDS = pattern_of(lambda: f"({CLASS()}{THAI}{{4,60}})")
OPENING = pattern_of(lambda: CLASS())
LETTER = pattern_of(lambda: NUMBERED())
# a line of letters alone, as names are, and the words of a paper's title
FEWEST, A_PLACE = 4, 5  # letters of a class word that nobody knows, and of a place
UNTOLD = pattern_of(lambda: rf"{THAI}{{8,60}}(?:\({THAI}{{2,40}}\))?")
TITLE = pattern_of(lambda: some("organisation.titles", "organisation.unlisted.of_titles"))
# of a line: a cover's year, office and item may share one
PIECE = re.compile(r"[^|•·–—]+")
LEVEL = pattern_of(
    lambda: some("places.levels.subdistrict", "places.levels.district", "places.levels.province")
)
MOST_GAPS = 4  # spaces in a name, its legal form and short form with it: more are a sentence's
OFTEN = 2  # times a name stands that is its report's own though words lead to it in its line
LIKELY_OWN = 0.0  # nats: of those in sentences, which name others as often
FIRST_ROWS = 8  # a report without a cover names its office among these
NONE = pattern_of(
    lambda: (
        f"{some('organisation.unlisted.not_reporting')}|{some('organisation.unlisted.not_at_end')}$"
    )
)


def named(facts: Facts) -> tuple[int, int] | None:
    """Return the flow's letters of the office that has a line of the cover, a memo's or page's
    head to itself, or None.
    """
    text, lines = flow(facts).text, rows(facts)
    whole = [
        row for number, row in enumerate(lines.rows) if number == 0 or lines.rows[number - 1].ended
    ]
    on_cover = [row for row in lines.rows if row.end <= lines.opening]
    first = [row for row in lines.rows[:FIRST_ROWS] if row in whole]
    heads = [row for row in lines.rows if row not in on_cover and not row.inside]
    listed = [one.start for one in mentions(facts) if one.kind.family != "region"]
    stand = _alone(flow(facts), [*on_cover, *(row for row in whole if row.edge or row in first)])
    told = (_owned(text, on_cover), _owned(text, heads), _makers(flow(facts)))
    for found, by_place in (
        (stand, True),
        (_headed(flow(facts)), True),
        (_formed_at_head(flow(facts).text, first), True),
        (_repeated(flow(facts), lines.rows[:FIRST_ROWS]), True),
        *((one, False) for one in (*told, _of_legal_form(flow(facts)))),
        (_titled(facts), True),
    ):
        counts = {
            piece: text.count(text[slice(*piece)])
            for piece in found
            if not any(piece[0] <= start < piece[1] for start in listed)
            and sum(1 for _ in flow(facts).gaps(piece[0] + 1, piece[1])) <= MOST_GAPS
            and (by_place or as_own(facts, piece) >= LIKELY_OWN)
        }
        if counts:
            best = max(counts, key=lambda piece: (counts[piece], -piece[0]))
            return name_alone(flow(facts), best)
    return None


def perhaps(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield what may be the name of who reports, though nothing reads it as one: a phrase that
    begins as an office does in a heading of the first page, a signature or at a page's edge, a
    line of the cover or title that bears a place's name and no word of titles.
    """
    letters, lines, known = flow(facts), rows(facts), blocks(facts)
    told = [block for block in known if block.kind == HEADING and block.page == known[0].page]
    told += [block for block in known if block.zone == SIGNATURE]
    for number, row in enumerate(lines.rows):
        opens = row.end <= lines.opening and not row.inside
        if not (opens or row.edge or any(b.start <= row.start < b.end for b in told)):
            continue
        for start in (row.start, *letters.gaps(row.start + 1, row.end)):
            match = ENDS.match(letters.text, start, row.end)
            if match and not NONE.search(match[1]):
                yield match.span(1)
        said = letters.text[row.start : row.end]
        whole = row.ended and (number == 0 or lines.rows[number - 1].ended)
        untold = opens and whole and UNTOLD.fullmatch(said) and not TITLE.search(said)
        if untold and not any(letters.gaps(row.start + 1, row.end)) and _bears_a_place(said):
            yield row.start, row.end


def _bears_a_place(name: str) -> bool:
    """Tell whether a place's name stands behind the first letters: ท่าอากาศยาน|หนองหาน|ใต้."""
    begins = range(FEWEST, len(name))
    return any(len(place) >= A_PLACE for at in begins for place in known_at(name, at))


def _repeated(letters: Flow, first: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the names with which one of the first lines begins, up to white space or a bracket, and
    which come again; or behind white space in it, with the office's place behind them or often.
    """
    for row in first:
        for start in (row.start, *letters.gaps(row.start + 1, row.end)):
            match, end = OPENING.match(letters.text, start, row.end), run(letters, start)
            name = letters.text[start:end]
            if match is None or end - match.end() < SHORTEST or NONE.search(name):
                continue
            there, times = LEVEL.match(letters.text, end) is not None, letters.text.count(name)
            if there or times > (1 if start == row.start else OFTEN):
                yield start, end


def _alone(letters: Flow, wanted: list[Row]) -> Iterator[tuple[int, int]]:
    """Yield the lines that are an office, perhaps with its address, behind a letter's number."""
    text = letters.text
    for row in wanted:
        number = LETTER.match(text, row.start, row.end)
        for piece in PIECE.finditer(text, number.end() if number else row.start, row.end):
            match = LINE.fullmatch(text, *piece.span())
            if match and not NONE.search(match[1]):
                yield match.start(1), _with_place(letters, match.end(1), piece.end())


def _formed_at_head(text: str, first: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the names that their legal form ends in the first lines, whatever stands before them:
    "จดหมายข่าวสถาบัน… (องค์การมหาชน)".
    """
    for row in first:
        for match in FORMED.finditer(text, row.start, row.end):
            if not NONE.search(match[0]):
                yield match.span()


def _with_place(letters: Flow, end: int, last: int) -> int:
    """Return where a name ends to which a place is written without a space, as to that of an office
    of a district or a court: ศูนย์ส่งเสริมการเรียนรู้อำเภอ…. One behind a space is its address.
    """
    if end == last or letters.gap(end) or not LEVEL.match(letters.text, end):
        return end
    return next(iter(letters.gaps(end + 1, last)), last)


def _headed(letters: Flow) -> Iterator[tuple[int, int]]:
    """Yield the offices that announce something, or whose head signs, up to the next space."""
    for match in HEADED.finditer(letters.text):
        start, end = match.span(1)
        end = next((at for at in range(start + 1, end) if letters.gap(at)), end)
        whole = end - start >= SHORTEST and (letters.gap(match.start()) or match.start() == 0)
        if whole and not NONE.search(letters.text, start, end):
            yield start, end


def _titled(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield the offices with which a line of the first page's headings ends, behind a space:
    "รายงานการประชุมคณะทำงาน ITA กรม…".
    """
    letters, known, lines = flow(facts), blocks(facts), rows(facts)
    for block in known:
        if block.page != known[0].page or block.kind != HEADING:
            continue
        for at in letters.gaps(block.start + 1, block.end):
            match = ENDS.fullmatch(letters.text, at, lines.rows[lines.at(at)].end)
            if match and not NONE.search(match[1]):
                yield match.span(1)
                break


def _owned(text: str, wanted: list[Row]) -> Iterator[tuple[int, int]]:
    matches = ((row, OWNED.search(text, row.start, row.end)) for row in wanted)
    return (
        match.span(1)
        for row, match in matches
        if match and (row.ended or match.end(1) < row.end) and not NONE.search(match[1])
    )  # at the end of a line that runs on the name does too


def _makers(letters: Flow) -> Iterator[tuple[int, int]]:
    """Yield the offices that the text says made something, each the last class word before the
    verb.
    """
    for match in MADE.finditer(letters.text):
        if letters.gap(match.start(1)) and not NONE.search(match[1]):
            yield match.span(1)


def _of_legal_form(letters: Flow) -> Iterator[tuple[int, int]]:
    """Yield what its legal form shows to be an office's name: สำนักงาน… (องค์การมหาชน)."""
    for match in FORMED.finditer(letters.text):
        if letters.gap(match.start()) or match.start() == 0:
            yield match.span()
