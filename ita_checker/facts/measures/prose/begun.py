"""How a measure begins in prose: its name over one line or two, an article that gives it to
somebody, a paragraph that labels its parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_checker.facts.measures.naming.behind_names import behind
from ita_checker.facts.measures.naming.heading import Given, inlined, rest, without_who
from ita_checker.facts.measures.naming.labels import (
    ARTICLES,
    CALLED,
    COUNTED_SO,
    COUNTS,
    NUMBERED,
    name_label,
    unnumbered,
)
from ita_checker.facts.measures.naming.names import SHORTEST, ends
from ita_checker.facts.measures.naming.own_counts import own_counts
from ita_checker.facts.measures.naming.record import number_in
from ita_checker.facts.measures.prose.indented import indented
from ita_checker.facts.measures.prose.labelled import FULL, line_text
from ita_checker.facts.page import flow
from ita_checker.facts.tables import BULLET, Prose, Stretch, label
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, of_words

LONGEST_NAME = 160
ARTICLE = pattern_of(lambda: ARTICLES() + r"\d")
GIVES = lists_of("measures.gives_to")
TO = of_words(lambda: any_of(GIVES["to"]))
ORDERS, CALLED_SO = pattern_of(lambda: TO()), pattern_of(lambda: f"^{CALLED()}")
GIVEN_TO = pattern_of(lambda: f"{TO()}(?:(?!{TO()}).){{2,80}}{spelled(GIVES['responsible'])}")


@dataclass
class Told:
    """One measure told in prose while it is being gathered."""

    name: Stretch
    mode: str
    fields: dict[str, list[Stretch]] = field(default_factory=dict)
    body: list[Stretch] = field(default_factory=list)
    end: int = 0
    given: Given = ()  # fields that the heading itself gives
    number: int | None = None  # where a label parts it from the name, or a line before bears it
    marked: bool = False  # a count or a label opens its line


def begun(facts: Facts, lines: tuple[Prose, ...], index: int, mode: str) -> tuple[Told, int]:
    """Return the measure that a line names, with what the heading itself gives, and the index after
    its last line.
    """
    made, after = _opened(facts, lines, index, mode)
    text = line_text(facts, lines[index])
    counted = own_counts(facts).get(lines[index].start)
    if name_label(text):
        made.number = _number(facts, lines, index)
    elif counted:
        made.number = counted.number
    opens = counted or NUMBERED.match(text) or COUNTED_SO.match(text)
    made.marked = name_label(text) > 0 or bool(opens)
    return made, after


def _own_count(facts: Facts, line: Prose, text: str) -> int:
    """Return how many letters of a line count the measure in the office's own words."""
    if NUMBERED.match(text):
        return 0
    counted, hit = own_counts(facts).get(line.start), COUNTED_SO.match(text)
    return counted.length if counted else hit.end() if hit else 0


def _number(facts: Facts, lines: tuple[Prose, ...], index: int) -> int | None:
    """Return the number of a measure whose name is labelled: before the label, or alone on the
    line above.
    """
    above = line_text(facts, lines[index - 1]) if index else ""
    own = number_in(line_text(facts, lines[index]))
    return number_in(above) if own is None and COUNTS.fullmatch(above) else own


def _opened(facts: Facts, lines: tuple[Prose, ...], index: int, mode: str) -> tuple[Told, int]:
    start = lines[index].start + name_label(line_text(facts, lines[index]))
    after = _end_of_paragraph(facts, lines, index)
    if parted := inlined(facts, (start, lines[after - 1].end)):
        return Told(parted[0], mode, given=parted[1]), after
    after = _end_of_name(facts, lines, index)
    end = lines[after - 1].end
    text = flow(facts).text[start:end]
    start += _own_count(facts, lines[index], text)
    cut = start + ends(flow(facts).text[start:end])
    if article(facts, lines, index):
        cut = min(cut, _order(facts, (start, end)))
    given = rest(facts, (cut, end))
    told = behind(facts, (start, cut))
    body = [] if told is None or told[1] else [(told[0], cut)]  # a round opens what is told of it
    if told:
        cut, given = told[0], (*told[1], *given)
    name, who = without_who(facts, (start, cut))
    return Told(name, mode, body=body, given=(*who, *given)), after


def _end_of_paragraph(facts: Facts, lines: tuple[Prose, ...], index: int) -> int:
    """Return the index after the paragraph that a line begins."""
    after = index + 1
    while (
        after < len(lines)
        and lines[after - 1].right >= FULL
        and lines[after].page == lines[index].page
        and not NUMBERED.match(line_text(facts, lines[after]))
        and not label(facts, lines[after])
        and lines[after].start not in indented(facts)
    ):
        after += 1
    return after


def article(facts: Facts, lines: tuple[Prose, ...], index: int) -> int:
    """Return the index after the line that ends an article's opening, one that names a measure and
    gives it to someone; 0 for none.

    So it says: 'ข้อ 2 … ให้กองคลังเป็นผู้รับผิดชอบ'.
    """
    text = line_text(facts, lines[index])
    if not ARTICLE.match(text):
        return 0
    for after, line in enumerate([*lines[index + 1 : index + 4], None], start=index + 1):
        if GIVEN_TO.search(text, SHORTEST, LONGEST_NAME):
            return after
        if line is None or NUMBERED.match(line_text(facts, line)):
            return 0
        text += line_text(facts, line)
    return 0


def _order(facts: Facts, part: Stretch) -> int:
    """Return where an article's order begins, after white space behind a name ("ข้อ 2 มาตรการใช้รถ
    ให้ลงเวลาทุกครั้ง โดยให้…"); its end where there is none.
    """
    text, (start, end) = flow(facts), part
    for at in text.gaps(start + SHORTEST, end):
        named = CALLED_SO.sub("", unnumbered(text.text[start:at]))
        if len(named) >= SHORTEST and ORDERS.match(text.text, at):
            return at
    return end


def _end_of_name(facts: Facts, lines: tuple[Prose, ...], index: int) -> int:
    """Return the index after the name's last line: a name that fills its line may run on in the
    next.
    """
    if given := article(facts, lines, index):
        return given
    text = flow(facts).text[lines[index].start : lines[index].end]
    after = index + 1
    bare_number = NUMBERED.fullmatch(text) is not None
    runs_on = lines[index].right >= FULL or bare_number
    if (
        not runs_on
        or after >= len(lines)
        or lines[after].page != lines[index].page
        or label(facts, lines[after])
        or (lines[after].start in indented(facts) and not bare_number)
    ):
        return after
    following = flow(facts).text[lines[after].start : lines[after].end]
    bulleted = BULLET.match(following)
    if (
        (bulleted and bulleted.end())
        or NUMBERED.match(following)
        or (lines[after].right >= FULL and not bare_number)
    ):
        return after
    return after + 1
