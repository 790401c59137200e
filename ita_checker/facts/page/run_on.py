"""Do a line's words go on in the next one? Told by how full it is, by its last word, by a bracket
left open, by how the next begins.
"""

from __future__ import annotations

import re

from ita_checker.model import Line
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.text.tokens import first, tokens
from ita_checker.words import lists_of, of_words, words_of

SAME = 3.0  # points between things that stand at one place
A_SPACE = 0.15  # of a line's height: how wide a space is at least
BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("“", "”"))
LONGEST_WORD = 24  # letters looked at for the first word
STAYS = re.compile(r"[)\]}>”’\"']*")  # no line begins with these: they go with the word before
A_COUNT = 5  # letters of a number in brackets: "(12)"
LAST_COUNT = re.compile(r"[\u0e01-\u0e4e]\s+(?:\(?\d{1,2}[.)]|\([\u0e01-\u0e2e]\))\s*$")
# "รอบ 12 เดือน", "5 มาตรการ": counted by a number before it, such a word ends a sentence well.
COUNTED = pattern_of(lambda: rf"(?<!\d)\d{{1,2}}{any_of(words_of('joins.counted'))}$")
A_ROUND = built(r"{round}\d{1,2}{month}", lambda: lists_of("rounds.label"))
DANGLING = of_words(lambda: frozenset(words_of("joins.dangling")))
ENDINGS = of_words(lambda: tuple(DANGLING()))
JOINED = pattern_of(lambda: any_of(words_of("layout.joins")))


def width_of_first_word(line: Line) -> float:
    """Return how wide the first word of a line is, in points."""
    return _width_of_word(line, *_begun(line))


def _width_of_word(line: Line, at: int, piece: str) -> float:
    """Return the same where the line's letters begin at a place, with these up to a space."""
    word = len(first(piece) or piece)
    stays = STAYS.match(piece, word)
    return _width(line, at, stays.end() if stays else word)


def _begun(line: Line) -> tuple[int, str]:
    """Return where a line's letters begin, and the first of them up to a space."""
    text = line.text.lstrip()
    return len(line.text) - len(text), text.split(" ", 1)[0][:LONGEST_WORD]


def _width(line: Line, at: int, letters: int) -> float:
    last = min(at + max(letters, 1), len(line.edges) // 2) - 1
    return line.edges[2 * last + 1] - line.edges[2 * at] if last >= at else 0.0


def full(line: Line, after: Line, right: float) -> bool:
    """Tell whether the line is full: the first word after it, and the space that stood between,
    would not have fitted before `right`.
    """
    end, limit = line.box.x1, right - SAME - A_SPACE * (line.box.bottom - line.box.top)
    if end > limit:
        return True
    at, piece = _begun(after)
    ends = after.edges[2 * at + 1 : 2 * (at + max(len(piece), 1)) : 2]
    widest = max(ends) - after.edges[2 * at] if ends else 0.0
    # Where the word ends is asked only where it matters.
    return end + widest > limit and end + _width_of_word(after, at, piece) > limit


def runs_on(last: Line, line: Line, right: float) -> bool:
    """Tell whether a line's words go on in the next: it is full, a word or a bracket asks for more
    or the next line begins amid a sentence.
    """
    return full(last, line, right) or asks_for_more(last, line)


def asks_for_more(last: Line, line: Line) -> bool:
    """Tell whether the words themselves go on in the next line, however full the first one is."""
    return dangles(last.text) or joins(line.text) or bracket_cut(last.text, line.text)


def dangles(text: str) -> bool:
    """Tell whether a line ends with a word that no Thai sentence ends with (การ, ของ, และ …), or
    with the count of what the next line tells: "… และ (3)".
    """
    end = text[-LONGEST_WORD:]
    if LAST_COUNT.search(end) and not _closes_a_bracket(text.rstrip()):
        return True
    folded = fold(end).rstrip()
    if not folded.endswith(ENDINGS()) or COUNTED.search(folded):
        return False
    return tokens(end)[-1] in DANGLING()


def _closes_a_bracket(text: str) -> bool:
    """Tell whether a line's last bracket closes one opened before words: "(พึงพอใจร้อยละ 94)"."""
    return text.endswith(")") and text.rfind(")", 0, -1) < text.rfind("(") < len(text) - A_COUNT


def joins(text: str) -> bool:
    """Tell whether a line begins with a word with which no paragraph begins."""
    return JOINED.match(fold(text[:LONGEST_WORD])) is not None


def bracket_cut(above: str, below: str) -> bool:
    """Tell whether a bracket opened in a cell or line is closed in the one below it."""
    return any(
        opens in above
        and above.rfind(opens) > above.rfind(closes)
        and 0 <= below.find(closes) < (below.find(opens) % (len(below) + 1))
        for opens, closes in BRACKETS
    )


def words_cut(above: str, below: str) -> bool:
    """Tell whether what a cell or line began ends in the one below it, for sure."""
    return bracket_cut(above, below) or _round_cut(above, below)


def _round_cut(above: str, below: str) -> bool:
    """Tell whether a round begun in a cell or line ends in the one below: "รอบ 12" over "เดือน"."""
    tail, head = fold(above[-LONGEST_WORD:]).rstrip(), fold(below[:LONGEST_WORD]).lstrip()
    hits = A_ROUND.finditer(tail + head)
    return any(hit.start() < len(tail) < hit.end() for hit in hits)
