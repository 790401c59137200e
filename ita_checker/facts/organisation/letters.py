"""The letters of a document as names are read in them: how each is parted from the one before, what
words stand at it, and what it costs a name to run on over it. Found once for each place at which
a name may begin, whatever is known of other names.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from ita_checker.facts.page import flow, folios, rows
from ita_checker.model import Facts
from ita_checker.text.flow import Flow, fold
from ita_checker.text.gazetteer import known_at
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.text.starts import Starts
from ita_checker.text.tokens import known as in_dictionary
from ita_checker.text.tokens import tokens
from ita_checker.words import of_words, words_below, words_of

LONGEST = 42
SHORTEST = 4  # letters of a place that is known
BEYOND = 20  # letters past the longest name up to which words are cut
NAME = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")
OF_NAMES = frozenset(letter for letter in map(chr, range(0x0E01, 0x0E5C)) if NAME.match(letter))
NAMES_LETTERS = re.compile(f"{NAME.pattern}*")
CANNOT_BEGIN = frozenset(
    map(chr, (0x0E2F, 0x0E30, 0x0E31, *range(0x0E32, 0x0E3B), *range(0x0E45, 0x0E4E)))
)  # vowels and marks that follow a consonant, and the signs of repeating and leaving out
CANNOT_END = frozenset(map(chr, range(0x0E40, 0x0E45)))  # vowels that stand before one
FIRM, BROKEN, SPACED, WRAPPED = 3.0, 3.0, 2.0, 0.4
FOLLOWED, PERHAPS_FOLLOWED, KNOWN = 3.0, 1.5, 3.0
OVER_SPACE, OVER_BREAK, OVER_WORD, OVER_PERHAPS = 1.5, 3.0, 2.5, 0.8
ALWAYS = of_words(lambda: frozenset(map(fold, words_of("names.always"))))
# "(องค์การมหาชน)": stands right behind a name, and nowhere else
OF_A_NAME = pattern_of(lambda: any_of(map(fold, words_of("offices.legal_forms"))))
LONG_WORD = 6  # letters from which a following word is not a part of a name by chance
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # white space that parts nothing


# Where a name may end, the name, and what speaks for it alone or where others agree on it.
Ending = tuple[int, str, float, float]


# A place at which a name may end: how it is parted from the next letter, the plain signs that it
# ends here, what it costs to run on, whether the dictionary cuts here, whether a name may end so.
# A report has thousands of them.
Step = tuple[int, float, float, float, bool, bool]


@dataclass(frozen=True, slots=True)
class Reach:
    """What stands from a place on at which a name may begin: what speaks against any, and the
    places at which it may end.
    """

    against: float
    steps: tuple[Step, ...]


NOTHING = Reach(0.0, ())


class Letters:
    """The flow of a document, the letters before which a line was ended on purpose, and those at
    which the number of a page begins.
    """

    def __init__(
        self, flow: Flow, broken: frozenset[int], folios: frozenset[int] = frozenset()
    ) -> None:
        self.flow = flow
        self.broken = broken
        self.folios = folios
        self._following, self._perhaps = following(), perhaps()
        self._reaches: dict[int, Reach] = {}
        self.ends: dict[Hashable, list[Ending]] = {}  # of names, kept by who looks for them

    def reach(self, start: int) -> Reach:
        """Return what stands from a place on; nothing where no name begins."""
        if start not in self._reaches:
            self._reaches[start] = self._reach(start)
        return self._reaches[start]

    def gap(self, at: int) -> float:
        """Return how firmly the letter at a place is parted from the one before."""
        text = self.flow.text
        if at >= len(text) or text[at] not in OF_NAMES:
            return FIRM
        gap = self.flow.gap(at)
        if not gap:
            return 0.0
        if "\n" in gap:
            return BROKEN if at in self.broken else WRAPPED
        return SPACED if gap.strip(UNSEEN) != gap or " " in gap else 0.0

    def _reach(self, start: int) -> Reach:
        text = self.flow.text
        if start >= len(text) or not NAME.match(text, start) or text[start] in CANNOT_BEGIN:
            return NOTHING
        cuts = self._cuts(start)
        return Reach(self._against(start, cuts), tuple(self._steps(start, cuts)))

    def _cuts(self, start: int) -> frozenset[int]:
        """Return where words begin in the letters from `start` on, as the dictionary sees them."""
        text = self.flow.text
        stop = end_of_letters(text, start, start + LONGEST + BEYOND)
        found = {start, stop, *accumulate(map(len, tokens(text[start:stop])), initial=start)}
        at = _longest_known(text, start, stop)
        if at and at not in found:  # the dictionary may cut into a place: บึงกอ|กว่า
            found.update(accumulate(map(len, tokens(text[at:stop])), initial=at))
        return frozenset(found)

    def _steps(self, start: int, cuts: frozenset[int]) -> Iterator[Step]:
        """Yield the places at which a name that begins at `start` may end, or runs on at a cost: of
        one where nothing parts the letters, no long word follows and the dictionary sees no word
        begin, nothing says either.
        """
        text, first = self.flow.text, FIRST()
        stop = end_of_letters(text, start, start + LONGEST)
        parted = {stop, *self.flow.gaps(start + 1, stop)}
        long = {*long_words(text, start + 1, stop)}
        for at in sorted([at for at in {*parted, *cuts, *long} if start < at <= stop]):
            letter = text[at : at + 1]
            may_end = text[at - 1] not in CANNOT_END and letter not in CANNOT_BEGIN
            gap, cut = self.gap(at) if at in parted else 0.0, at in cuts
            followed = FOLLOWED if at in long else 0.0
            if not followed and letter in first and (cut or gap >= SPACED or at == stop):
                followed = self._followed(at, cuts)
            sign = cost = 0.0
            if gap or followed:
                sign = max(gap, followed) + 0.5 * min(gap, followed)
                cost = OVER_BREAK if gap == BROKEN else OVER_SPACE if gap == SPACED else 0.0
            if followed:
                cost += OVER_WORD if followed == FOLLOWED and cut else OVER_PERHAPS
            if at == stop and OF_A_NAME.match(text, at):
                sign += KNOWN
            yield at, gap, sign, cost, cut, may_end

    def _followed(self, at: int, cuts: frozenset[int]) -> float:
        """Return what the words at `at` say: a long one stands for itself, a short one where the
        dictionary cuts on both sides.
        """
        text = self.flow.text
        for word in self._following.prefixes(text, at):
            if len(word) >= LONG_WORD or self._cut_out(at, word, cuts):
                return FOLLOWED
        return PERHAPS_FOLLOWED if at in cuts and self._perhaps.prefixes(text, at) else 0.0

    def _cut_out(self, at: int, word: str, cuts: frozenset[int]) -> bool:
        end = at + len(word)
        if not (end in cuts or word in ALWAYS()) or not (at in cuts or self.gap(at) >= SPACED):
            return False
        return not any(" " in self.flow.gap(index) for index in self.flow.gaps(at + 1, end))

    def _against(self, start: int, cuts: frozenset[int]) -> float:
        """Return what speaks against any name here: a class word is often followed by a verb, not
        by a name.
        """
        if self._followed(start, cuts) == FOLLOWED:
            return FOLLOWED + KNOWN
        perhaps_begun = self._perhaps.prefixes(self.flow.text, start)
        if any(start + len(word) in cuts for word in perhaps_begun):
            return FOLLOWED + PERHAPS_FOLLOWED
        return OVER_BREAK if start in self.broken else 0.0


def letters(facts: Facts) -> Letters:
    """Return the document's letters, looked at once."""
    return facts.once(_letters)


def _letters(facts: Facts) -> Letters:
    return Letters(flow(facts), rows(facts).broken, folios(facts))


def end_of_letters(text: str, start: int, limit: int) -> int:
    """Return where letters of which names are made end, from a place on, not after `limit`."""
    match = NAMES_LETTERS.match(text, start, min(limit, len(text)))
    return match.end() if match else start


def long_words(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where long words that follow names stand in [start, stop), one begun in another too."""
    last = stop + MOST_FOLLOWING()
    found = LONG_FOLLOWING.search(text, start, last)
    while found and found.start() < stop:
        yield found.start()
        found = LONG_FOLLOWING.search(text, found.start() + 1, last)


def _longest_known(text: str, start: int, stop: int) -> int:
    """Return where the longest known place that begins here and is no word ends, 0 without one."""
    longest = min(stop - start, LONGEST)
    named = (name for name in known_at(text, start) if SHORTEST <= len(name) <= longest)
    return max((start + len(name) for name in named if not in_dictionary(name)), default=0)


# words that follow names and are none, and those that follow names or are part of them
following = of_words(lambda: Starts(map(fold, words_below("names.follows"))))
perhaps = of_words(lambda: Starts(map(fold, words_of("names.perhaps"))))
FIRST = of_words(lambda: frozenset(word[0] for word in (*following().words, *perhaps().words)))
MOST_FOLLOWING = of_words(lambda: max(map(len, following().words)))
LONG_FOLLOWING = pattern_of(
    lambda: any_of(word for word in following().words if len(word) >= LONG_WORD)
)
