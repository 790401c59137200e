"""When are two measures one? Names without their numbering, tags and years, compared nearly; what
they are about compared first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_checker.facts.measures.naming.labels import number_soon
from ita_checker.facts.tables import PERIOD, SCORE, look
from ita_checker.text.bullets import BULLETS
from ita_checker.text.compare import plain, score
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import kept, lists_of, of_words, words_below, words_of

SAME = 75.0  # names of one measure differ by a word or two; neighbours (สินบน, ทุจริต) lie below 65
SURELY = 90.0
CONTAINED, ONE_SUBJECT, OTHER_SUBJECT = 88.0, 80.0, 40.0
SHORTEST = 8  # letters a name must have to be recognised inside another
TAG = re.compile(r"</?[a-z][^<>]{0,80}>")
NUMBERING = pattern_of(
    lambda: (
        rf"^({number_soon(10)}[\u0e01-\u0e4e]{{2,10}}(?:{any_of(words_of('measures.counts'))}\d{{1,2}}[.:)-]?"
        rf"|\d{{1,2}}[:)])(?={any_of(words_of('measures.called'))})|"
        # whatever an office counts its measures by: "เรื่องที่ 2 กำกับการใช้รถ"
        rf"{number_soon(10)}(?!{any_of(words_of('measures.no_measures'))})[\u0e01-\u0e4e]{{2,10}}?"
        rf"{any_of(words_of('measures.counts'))}\d{{1,2}}[.:)-]?(?=[\u0e01-\u0e4e]{{{SHORTEST}}})|"
        r"(?:[ก-ญ][.)]|[a-z][.):]?)(?=[\u0e01-\u0e4e]{5})|\(?\d{1,2}(\.\d{1,2}){0,9}[.)]?(?!\d)"
        rf"|[{BULLETS}])"
    )
)
NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
BEFORE = lists_of("measures.before_names")
MEASURE = pattern_of(
    lambda: (
        f"^(?:{spelled(BEFORE['numbered'])}{NUMBER}[.:)-]?"
        f"|{spelled(BEFORE['spelled'])}{any_of(words_below('measures.ordinals'))}[.:)-]?"
        f"|{spelled(BEFORE['titled'])}:?)"
    )
)
AFTER = lists_of("measures.after_names")
WHO = of_words(lambda: spelled(AFTER["who"]))
TO = of_words(lambda: any_of(words_of("measures.gives_to.to")))
TAIL = pattern_of(
    lambda: (
        f"{spelled(AFTER['orders'])}(?:(?!{TO()}).){{2,80}}{spelled(AFTER['responsible'])}"
        f"|\\(?{WHO()}{spelled(AFTER['mainly'])}:|\\({WHO()}|{spelled(AFTER['follows'])}"
        f"|{spelled(AFTER['as_below'])}$"
    )
)
ERA = of_words(lambda: any_of(words_of("measures.era")))
YEAR = pattern_of(
    lambda: (
        f"{spelled(words_of('measures.year'))}(?:25\\d\\d|\\.{{3,}})"
        f"|{spelled(words_of('measures.year_alone'))}$|\\(?{ERA()}\\.?25\\d\\d\\)?"
    )
)
USUAL = pattern_of(lambda: "^" + spelled(words_of("measures.usual_starts")))
EVERYWHERE = pattern_of(lambda: any_of(words_of("measures.everywhere")))
TITLE = lists_of("measures.umbrella")
# A bad text layer garbles the middle of the word: up to three letters of it may be anything.
UMBRELLA = pattern_of(
    lambda: (
        f"{spelled(TITLE['virtues'])}.?{any_of(TITLE['fair'])}.{{1,3}}{any_of(TITLE['inside'])}.{{1,3}}(?:{any_of(TITLE['goes_on'])}|$)"
        f"|{spelled(TITLE['moving'])}"
    )
)
# Words with which no name ends: the rest stands on the next page.
RUNS_ON = of_words(lambda: tuple(map(fold, words_of("measures.runs_on"))))
PART = pattern_of(lambda: rf"{any_of(words_of('layout.numbered_parts'))}\d")
CLASS_WORD = pattern_of(lambda: f"{any_of(words_of('measures.called'))}[:.]*")
# What offices call the same measure in many ways: the word that tells it from all others.
SUBJECTS = of_words(
    lambda: {key: re.compile(any_of(words)) for key, words in lists_of("measures.subjects").items()}
)


def ends(name: str) -> int:
    """Return how many letters of a folded line are the measure's name: the rest says who is
    responsible or that steps follow.
    """
    tail = TAIL.search(name)
    return tail.start() if tail and tail.start() >= SHORTEST else len(name)


@kept(maxsize=1 << 12)  # each name of a plan is held against each of the results
def core(name: str) -> str:
    """Return what a measure is called, folded: without tags, numbering, the word มาตรการ and the
    year.
    """
    text = TAG.sub("", plain(name)).strip("\"'“”:.-* ")
    text = text[: ends(text)]
    before = None
    while text != before:
        before = text
        text = MEASURE.sub("", NUMBERING.sub("", text)).lstrip("\"':.-–* )")
    return YEAR.sub("", text).strip("\"':;,. ") or plain(name)


def bare(name: str) -> str:
    """Return a folded name without what is added to it in brackets: "คุมการยืม (การใช้ทรัพย์สิน)"."""
    cut = name[: name.rfind("(")] if name.endswith(")") else ""
    return cut if len(cut) >= SHORTEST else name


def umbrella(name: str) -> bool:
    """Tell whether a name is the title of all measures together, not one of them."""
    return UMBRELLA.match(core(name)) is not None


POINTS = pattern_of(lambda: rf"{any_of(words_of('measures.points'))}(?:\d{{1,2}}|$)")


def nameless(name: str) -> bool:
    """Tell whether a name is the word for a measure alone, numbered or not ("3. มาตรการ"): what
    heads a section or a column, and names none; nor does a month, a score, or what speaks of
    others by their numbers ("ให้ผู้รับผิดชอบตามข้อ 1 ถึงข้อ 4 …").
    """
    text = plain(name)
    number = NUMBERING.match(text)
    alone = CLASS_WORD.fullmatch(YEAR.sub("", text[number.end() :] if number else text))
    return bool(alone or POINTS.search(text)) or look(text) in (PERIOD, SCORE)


def heads_a_part(text: str, at: int) -> bool:
    """Tell whether a name is numbered as parts of a report are ("ตอนที่ 3 มาตรการตามมิติ"), in the
    flow's text where it begins.
    """
    return PART.match(text, at) is not None


@kept(maxsize=1 << 12)
def subject(name: str) -> str | None:
    """Return the key of what a measure is about, None where we know none."""
    text = YEAR.sub("", plain(name))
    return next((key for key, words in SUBJECTS().items() if words.search(text)), None)


@kept(maxsize=1 << 12)  # the same measures stand in many reports
def alike(one: str, other: str) -> float:
    """Return 0 to 100: how surely two names are of one measure."""
    first, second = core(one), core(other)
    if first == second:
        return 100.0
    about = {subject(one), subject(other)}
    if None not in about and len(about) == 2:
        return OTHER_SUBJECT
    best = score(first, second)
    short, long = sorted((USUAL.sub("", first), USUAL.sub("", second)), key=len)
    if USUAL.match(first) and USUAL.match(second):
        best = min(best, score(short, long))
    if len(short) >= SHORTEST and short in long:
        best = max(best, CONTAINED)
    if None not in about or _cut_off(first, second):
        best = max(best, ONE_SUBJECT)
    return best


def shared(one: str, other: str) -> int:
    """Return how many letters in a row two names share, words that stand in every measure's name
    aside.
    """
    return len(common(one, other))


def common(one: str, other: str) -> str:
    """Return the letters in a row that two names share at most, words that stand in every
    measure's name aside.
    """
    first, second = (EVERYWHERE.sub("|", core(name)) for name in (one, other))
    runs = (first[at : at + _run(first[at:], second)] for at in range(len(first)))
    return max(runs, key=len, default="")


def _run(text: str, other: str) -> int:
    """Return the length of the longest beginning of a text that stands in the other."""
    length = 0
    while length < len(text) and text[length] != "|" and text[: length + 1] in other:
        length += 1
    return length


def _cut_off(one: str, other: str) -> bool:
    """Tell whether the shorter name is the longer one's beginning and stops where no name ends:
    the rest was lost with its page.
    """
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and short.endswith(RUNS_ON())


def assign(worth: Sequence[Sequence[float]]) -> tuple[int | None, ...]:
    """Return for each row the column given to it so that the whole worth is greatest; a pair below
    SAME is none.

    The Hungarian method over a square of costs; rows and columns that are left over meet one of no
    worth.
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    size = max(rows, columns)
    cost = [
        [
            -(worth[r][c] if r < rows and c < columns and worth[r][c] >= SAME else 0.0)
            for c in range(size)
        ]
        for r in range(size)
    ]
    match = _hungarian(cost)
    return tuple(
        match[row] if match[row] < columns and worth[row][match[row]] >= SAME else None
        for row in range(rows)
    )


def _hungarian(cost: list[list[float]]) -> dict[int, int]:
    size = len(cost)
    row_price, column_price, taken = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        taken[0], column = row, 0
        least, way, seen = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while True:
            seen[column] = True
            own, step, following = taken[column], float("inf"), 0
            for other in range(1, size + 1):
                if seen[other]:
                    continue
                price = cost[own - 1][other - 1] - row_price[own] - column_price[other]
                if price < least[other]:
                    least[other], way[other] = price, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if seen[other]:
                    row_price[taken[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
            if not taken[column]:
                break
        while column:
            taken[column], column = taken[way[column]], way[column]
    return {taken[column] - 1: column - 1 for column in range(1, size + 1)}
