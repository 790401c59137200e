"""Was a line of dots written on? Words that are no label of the form stand on it, before or between
its dots.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import lines
from ita_checker.facts.page.pieces import Block
from ita_checker.facts.page.zones import PERSON
from ita_checker.model import Facts
from ita_checker.text.patterns import built, pattern_of, source_of, spelled
from ita_checker.words import lists_of, of_words

WORDS = lists_of("blanks")
OFFICE = of_words(lambda: spelled(WORDS["offices"]))
# Words a form prints between its slots: what stands between two dotted runs and is none of these
# was filled in.
LABEL = pattern_of(
    lambda: source_of(rf"[\s:()/,.-]*(?:{{labels}}|{OFFICE()}){{1,3}}[\s:()/,.-]*", WORDS)
)
BEFORE = pattern_of(lambda: source_of(rf"(?:{{labels}}|{OFFICE()})[\s:()/,.-]*$", WORDS))
LONGEST = 60  # letters of what is written on a line
DOTS = built(r"[.…]{2,}|…")
OPENER = built(r"\.{2,4}|…")  # dots before an answer that touches them
FARTHEST = 600  # letters of an answer over several lines
NOTHING = built("[-–—]{1,3}")  # a dash on the dots says that there is none
FEW_DOTS = built(
    r"(?:(?<!\.)\.{2,}+|(?<![…_])[…_]++)([^.…_\t\f]{1,60})$", dict
)  # too few before a name to be a slot
# A number, an address of mail, a person's name: the dots behind it are the rest of its line.
VALUE = pattern_of(
    lambda: source_of(
        rf"(?:\d[\d-]{{3,40}}|@[a-z0-9.-]{{1,60}}\.[a-z]{{2,20}}|(?!{{no_person}}){PERSON()}(?={{initial}}){{letter}}{{5,40}})$",
        WORDS,
    )
)
PAUSE = built("{speech}$", WORDS)  # one who speaks falls silent: ยกมือครับ......ขอบคุณครับ


def filled(facts: Facts, block: Block, runs: list[tuple[int, int]], index: int) -> bool:
    """Tell whether a dotted run is the line under words written on it, or a pause in speech: words
    that are no label stand between it and the next run, or a value right before it.
    """
    text, (start, end) = flow(facts).text, runs[index]
    if text[start] in "([<{" or "x" in text[start:end]:
        return False
    if any(_written(facts, low, high) for low, high in _beside(text, block, runs, index)):
        return True
    if _opened(facts, runs[index - 1][1] if index else 0, start):
        return True
    if OPENER.fullmatch(text, start, end) and end < block.end and not flow(facts).gap(end):
        return True  # it opens an answer itself
    led = text[max(block.start, start - LONGEST) : start]
    return bool(VALUE.search(led) or PAUSE.search(led))


def _opened(facts: Facts, low: int, start: int) -> bool:
    """Tell whether the dots are the rest of an answer that a few dots open ("label ...answer.....",
    however long): the answer touches both.
    """
    text = flow(facts)
    low = max(low, start - FARTHEST, *(text.text.rfind(stop, 0, start) + 1 for stop in "\t\f"))
    dots = [hit.span() for hit in DOTS.finditer(text.text, low, start)]
    if not dots or text.gap(start).strip("\n"):
        return False
    first, last = dots[-1]
    opens = OPENER.fullmatch(text.text, first, last)
    return bool(opens and text.gap(first) and not text.gap(last))


def _beside(
    text: str, block: Block, runs: list[tuple[int, int]], index: int
) -> Iterator[tuple[int, int]]:
    """Yield the letters between a run and those beside it, be they too few dots for a slot."""
    start, end = runs[index]
    if index:
        yield runs[index - 1][1], start
    if index + 1 < len(runs):
        yield end, runs[index + 1][0]
    few = FEW_DOTS.search(text, max(block.start, start - LONGEST - 5), start)
    if few:
        yield few.start(1), start


def _written(facts: Facts, low: int, high: int) -> bool:
    text, letters = flow(facts), flow(facts).text[low:high]
    if not 0 < len(letters) <= LONGEST or any("\n" in text.gap(at) for at in range(low + 1, high)):
        return False
    if NOTHING.fullmatch(letters):
        return "\n" not in text.gap(low) + text.gap(high)
    return any(letter.isalnum() for letter in letters) and not LABEL.fullmatch(letters)


def in_a_form(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a blank stands amid its line, parted from both words, or a label of the form
    beside it.
    """
    text, letters = flow(facts).text, flow(facts)
    line = next((one for one in lines(facts) if one.start <= start < one.end), None)
    low, high = (line.start, line.end) if line else (start, end)
    if low < start and end < high and letters.gap(start) and letters.gap(end):
        return True
    return bool(BEFORE.search(text, low, start) or LABEL.match(text, end, max(end, high)))
