"""Known words in a line read from a picture, letters without marks: whole, by look-alikes, by what
is left without vowels and tones, or with a letter or two wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from ita_checker.text.compare import ALIKE, bare
from ita_checker.text.flow import ABOVE_OR_BELOW, fold
from ita_checker.text.lexicon import EXACT_BUT_FOR_MARKS, WORDS
from ita_checker.words import kept

# letters without marks from which a known word may also have another letter, or one lost or added
LONG = 7
ALONE = 5  # … where it has its line to itself, as the headings of columns have
VERY_LONG = 14  # … or two
LONG_ENOUGH_FOR_ALIKES = 5
ALIKE_SLIP, SKELETON_SLIP = 0.5, 1.0
SLIP = 1.5  # a wrong letter counts against a word like so many of its letters


def hits(seen: str) -> list[tuple[int, int, str]]:
    """Return where known words stand in letters without marks, long and nearly right ones first;
    they may overlap.
    """
    slips = dict.fromkeys(_whole(seen, _pattern(plainly=True)), 0.0)
    for hit in _whole(seen.translate(ALIKE), _pattern(plainly=False)):
        slips.setdefault(hit, ALIKE_SLIP)
    for hit in _byskeleton(seen):
        slips.setdefault(hit, SKELETON_SLIP)
    for low, high, word, wrong in _nearly(seen):
        slips[low, high, word] = min(wrong, slips.get((low, high, word), wrong))
    return sorted(slips, key=lambda hit: (SLIP * slips[hit] - (hit[1] - hit[0]), hit))


def skeleton(text: str) -> str:
    """Return a folded text without anything that stands above or below its letters: what a coarse
    picture loses first.
    """
    return "".join(letter for letter in bare(text) if letter not in ABOVE_OR_BELOW)


def _whole(
    seen: str, words: tuple[re.Pattern[str], dict[str, str]]
) -> Iterator[tuple[int, int, str]]:
    """Yield where a known word stands whole: from, to, the word."""
    for match in words[0].finditer(seen):
        yield match.start(), match.end(), words[1][match[0]]


def _byskeleton(seen: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a long known word stands as far as its letters go, look-alikes taken for each
    other: ซอมาตรการ, ชื่อมาตรการ.
    """
    at = [index for index, letter in enumerate(seen) if letter not in ABOVE_OR_BELOW]
    at.append(len(seen))
    for low, high, word in _whole(
        "".join(seen[index] for index in at[:-1]).translate(ALIKE), _skeletons()
    ):
        yield at[low], at[high], word


def _nearly(seen: str) -> Iterator[tuple[int, int, str, float]]:
    """Yield where a long known word stands with a letter or two wrong, and how many."""
    pattern, owners = _pieces()
    for match in pattern.finditer(seen):
        for piece in _begun(match[1], owners):
            for word, offset in owners[piece]:
                hit = _hit(seen, match.start() - offset, word)
                if hit:
                    yield hit


def _begun(longest: str, owners: dict[str, list[tuple[str, int]]]) -> Iterator[str]:
    return (longest[:length] for length in range(len(longest), 0, -1) if longest[:length] in owners)


def _hit(seen: str, start: int, word: str) -> tuple[int, int, str, float] | None:
    """Return the stretch around a place that is nearest to a word, if it is near enough: from, to,
    word, slips.
    """
    wanted = bare(fold(word))
    most = 2 if len(wanted) >= VERY_LONG else 1
    best: tuple[int, int, int, int] | None = None
    for low in range(max(0, start - most), start + most + 1):
        for high in range(low + len(wanted) - most, min(len(seen), low + len(wanted) + most) + 1):
            piece = seen[low:high]
            slips = Levenshtein.distance(wanted, piece, score_cutoff=most)
            alone = not low and high == len(seen)
            if (
                not piece
                or slips > most
                or (len(wanted) < LONG and not alone)
                or any(letter.isdigit() or letter == "." for letter in piece)
            ):
                continue
            first, last = piece[0] != wanted[0], piece[-1] != wanted[-1]
            if (first and not low) or (last and high == len(seen)):
                continue  # the letter missing may stand on the line before or after
            ends = first + last
            if best is None or (slips, ends) < best[:2]:
                best = (slips, ends, low, high)
    return (best[2], best[3], word, best[0]) if best else None


@kept(maxsize=None)
def _pattern(plainly: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern of all known words without marks, longest first, and the word of each;
    else of those known by look-alikes.
    """
    words = {bare(fold(word)): word for word in WORDS()}
    if not plainly:
        words = {
            letters.translate(ALIKE): word
            for letters, word in words.items()
            if len(letters) >= LONG_ENOUGH_FOR_ALIKES and word not in EXACT_BUT_FOR_MARKS()
        }
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), words


@kept(maxsize=None)
def _skeletons() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern of the skeletons of long known words, look-alikes taken for each other,
    and the word of each.
    """
    words = {
        skeleton(fold(word)).translate(ALIKE): word
        for word in WORDS()
        if word not in EXACT_BUT_FOR_MARKS()
    }
    words = {letters: word for letters, word in words.items() if len(letters) >= LONG}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), words


@kept(maxsize=None)
def _pieces() -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
    """Return a pattern of the pieces of long words of which one is whole where few letters are
    wrong, and whose each is.
    """
    owners: dict[str, list[tuple[str, int]]] = {}
    for word in WORDS():
        wanted = bare(fold(word))
        if len(wanted) < ALONE or word in EXACT_BUT_FOR_MARKS():
            continue
        parts = 3 if len(wanted) >= VERY_LONG else 2
        for low, high in pairwise(len(wanted) * part // parts for part in range(parts + 1)):
            owners.setdefault(wanted[low:high], []).append((word, low))
    return (
        re.compile(f"(?=({'|'.join(map(re.escape, sorted(owners, key=len, reverse=True)))}))"),
        owners,
    )
