"""A line read from a picture, mended by what is known: doubtful letters by words, known words by
themselves.

Every letter of the mended line knows which letter as read it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from ita_checker.model import Doubtful
from ita_checker.text.compare import ALIKE, MARKS, bare
from ita_checker.text.flow import AA, AM, fold
from ita_checker.text.readings import NOTHING, bent, strangeness
from ita_checker.text.sought import hits, skeleton
from ita_checker.text.tokens import known
from ita_checker.text.word_edges import FOLLOWING, LEADING

AROUND = 12  # letters on both sides by which a change is judged
APART = frozenset("/:()[],;")  # what stands between two words is no slip of one
# how much stranger than the known word letters must be that it does not merely add marks to: at
# all, or, where they are others, by one that is in no word (by a word more, 66 of 90,317 lines of
# right text were changed that are not)
SLIGHT, WON = 0.5, 2.5
REACH = 6  # letters further than a stretch in which a longer word of the dictionary may end
CLASS = re.compile("ตำบล|เทศบาล(?:เมือง|นคร)|โรงเรียน|โรงพยาบาล|ภูธร|วิทยาลัย|อำเภอ|จังหวัด")
NAME = (
    24  # letters after a class word in which a name stands: short words are left as they are there
)
SHORT = 7  # letters without marks
LONG_LABEL = 10


# Words too short to be known by themselves, where what stands around leaves no other: รอบ 6 ดือน,
# พ.ค. ๒๕๖๔.
COLON = re.compile(
    r"^[^ก-๎]*(?:ผู้รับผิดชอบ|(?:การ)?กำกับติดตาม|ระยะเวลา|แนวทางการปฏิบัติ|ผลการดำเนิน(?:งาน|การ)|ผลผลิต|ผลลัพธ์)\s?(?P<word>[.,;])(?=\s)"
)
# A box before a round, beside others, read as a letter or digit: ☐ รอบ 3 เดือน 7 รอบ 6 เดือน.
EMPTY, TICKED, HOLLOW = "☐", "☑", frozenset("oO0๐DQUuロ")
BOXES, BOX = (
    (EMPTY, TICKED),
    re.compile(r"(?:^|(?<=\s))(?P<word>[A-Za-z0-9๐-๙])(?=\s?รอบ\s?[0-9๐-๙])"),
)
DIGITS = "0-9๐-๙"
MONTH, IN_MONTHS = (
    "เดือน",
    re.compile(rf"(?<=[{DIGITS}])\s?(?P<word>[ก-๎]{{3,6}}?)(?=แรก|หลัง|[\s/(),-]|และ|$)"),
)
ROUND, BEFORE_NUMBERS = (
    "รอบ",
    re.compile(rf"(?<![ก-๎])(?P<run>[ก-๎]++)(?=\s?[{DIGITS}]{{1,2}}\s?(?:เดือน|/))"),
)
# The number of an item read with a zero, which is drawn as its letter is: ข้อ 025, (O42 - 043).
OF_ITEMS, AN_ITEM = "O", re.compile(r"(?<![A-Za-z])O[0-4][0-9](?![0-9])")
CALLED_ITEM = re.compile(r"(?:ข้อ(?:ที่)?\s?|\()(?P<word>0)(?=[0-4][0-9](?!\)?\s?[0-9.,/:-]))")
BESIDE_ITEM = re.compile(r"(?<![0-9A-Za-z.,/:])(?P<word>0)(?=[0-4][0-9](?![0-9.,/:]))")
ERA, READ_ERA = (
    "พ.ศ.",
    re.compile(rf"(?P<word>[พฟผฬ][.,:]?\s?[ศส][.,:]?)(?=\s?[2๒][5๕][{DIGITS}]{{2}})"),
)
BEFORE_YEARS = re.compile(
    rf"(?<![ก-๎])(?P<run>[ก-๎]+?)(?=\s?(?:[พฟผฬ][.,:]?\s?[ศส][.,:]?)?\s?[2๒][5๕][{DIGITS}]{{2}})"
)
ROUND_LONG, MONTH_LONG = range(3, 5), range(5, 9)  # letters that they are read as
LONGEST = 12  # letters of a word of the dictionary that ends there and is read right
NAMES_OF_MONTHS = ("มกราคม", "มีนาคม", "เมษายน", "กันยายน", "ตุลาคม", "ธันวาคม", "สิงหาคม")


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended line: its text, and for each letter the index of the letter as read that it comes
    from.
    """

    text: str
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    word: str


def mended(text: str, doubtful: Sequence[Doubtful]) -> Mended:
    """Return the line with doubtful letters bent to words and known words put right; no digit is
    touched but the zero that an item's letter was read as.
    """
    likelier = bent(text, doubtful)
    letters, origins = list[str](), list[int]()
    at = 0
    for change in _changes(likelier):
        letters += likelier[at : change.start]
        origins += range(at, change.start)
        letters += change.word
        origins += (
            change.start + index
            for index in _aligned(likelier[change.start : change.end], change.word)
        )
        at = change.end
    letters += likelier[at:]
    origins += range(at, len(likelier))
    kept = [
        (letter, origin)
        for letter, origin in zip(letters, origins, strict=True)
        if letter != NOTHING
    ]
    return Mended("".join(letter for letter, _ in kept), tuple(origin for _, origin in kept))


def _aligned(seen: str, word: str) -> Iterator[int]:
    """Yield for each letter of a word the index of the letter seen that it stands for, or of the
    one before it.
    """
    for code in Levenshtein.opcodes(seen, word):
        for step in range(code.dest_end - code.dest_start):
            yield min(max(0, code.src_end - 1), code.src_start + step)


def _changes(text: str) -> list[_Change]:
    """Return the stretches that are a known word not quite read, in order, none overlapping
    another.
    """
    at = [
        index
        for index, letter in enumerate(text)
        if letter not in MARKS and not letter.isspace() and letter != NOTHING
    ]
    seen = "".join(text[index] for index in at).replace(AM, AA)
    at.append(len(text))
    taken: set[int] = set()
    found: list[_Change] = []
    named = [(match.end(), match.end() + NAME) for match in CLASS.finditer(seen)]
    for change in _beside_numbers(text):
        taken |= {
            index for index, place in enumerate(at[:-1]) if change.start <= place < change.end
        }
        found.append(change)
    for low, high, word in hits(seen):
        own = set(range(low, high))
        start, end = at[low], _end(text, at[high - 1], at[high])
        in_name = len(bare(fold(word))) <= SHORT and any(
            first <= low < last for first, last in named
        )
        right = fold(text[start:end]) == fold(word)
        if taken & own or (not right and (in_name or _another(text, start, end, word))):
            continue
        taken |= own
        if not right:
            found.append(_Change(start, end, word))
    return sorted(found, key=lambda change: change.start)


def _beside_numbers(text: str) -> Iterator[_Change]:
    """Yield the short words that stand by a number and are not quite read."""
    for match in IN_MONTHS.finditer(text):
        if match["word"] != MONTH and _one_off(match["word"], MONTH) and not _known(match["word"]):
            yield _Change(*match.span("word"), MONTH)
    for match in BEFORE_NUMBERS.finditer(text):
        yield from _at_the_end(match, (ROUND,), ROUND_LONG)
    for match in (BESIDE_ITEM if AN_ITEM.search(text) else CALLED_ITEM).finditer(text):
        yield _Change(*match.span("word"), OF_ITEMS)
    for match in READ_ERA.finditer(text):
        if not match["word"].replace(" ", "").startswith("พ.ศ"):
            yield _Change(*match.span("word"), ERA)
    for match in BEFORE_YEARS.finditer(text):
        yield from _at_the_end(match, NAMES_OF_MONTHS, MONTH_LONG)
    if any(box in text for box in BOXES):
        for match in BOX.finditer(text):
            yield _Change(*match.span("word"), EMPTY if match["word"] in HOLLOW else TICKED)
    for match in COLON.finditer(text):
        yield _Change(*match.span("word"), ":")


def _at_the_end(match: re.Match[str], words: Sequence[str], long: range) -> Iterator[_Change]:
    """Yield the one of some words with which a run of letters ends, where it is not quite read and
    no word of the dictionary: what stands before it, as in และรอบ, is none of it.
    """
    run, end = match["run"], match.end("run")
    ends = [run[-size:] for size in range(long.start, min(len(run), LONGEST) + 1)]
    if run.endswith(tuple(words)) or any(map(_known, ends)):
        return
    for seen in ends[: len(long)]:
        near = [word for word in words if _one_off(seen, word)]
        if len(near) == 1:
            yield _Change(end - len(seen), end, near[0])
            return


def _known(word: str) -> bool:
    return known(fold(word))


def _one_off(seen: str, word: str) -> bool:
    return Levenshtein.distance(bare(fold(seen)), bare(fold(word)), score_cutoff=1) == 1 or bare(
        fold(seen)
    ) == bare(fold(word))


def _end(text: str, last: int, following: int) -> int:
    """Return where a stretch ends: its last letter with the marks on it."""
    end = last + 1
    while end < following and text[end] in MARKS:
        end += 1
    return end


def _another(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether the letters are, or belong to, other words than the known one, by what stands
    around them.
    """
    if text[start : start + 1] in FOLLOWING or text[start - 1 : start] in LEADING:
        return True
    stretch, before, after = (
        fold(text[start:end]),
        text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
    )
    gained = strangeness(fold(before + text[start:end] + after)) - strangeness(
        fold(before + word + after)
    )
    if not APART.isdisjoint(stretch):
        return True
    if bare(stretch) != bare(fold(word)):
        sure = skeleton(stretch).translate(ALIKE) == skeleton(fold(word)).translate(ALIKE) or (
            len(word) >= LONG_LABEL and _labels(text, start, end)
        )
        return gained < (0 if sure else WON)
    longer = (fold(text[start : end + more]) for more in range(1, REACH))
    earlier = (fold(text[max(0, start - more) : end]) for more in range(1, REACH))
    return gained < (0 if _holds(fold(word), stretch) else SLIGHT) or any(
        piece != stretch and known(piece) for piece in (*longer, *earlier)
    )


def _holds(word: str, letters: str) -> bool:
    """Tell whether a word holds some letters in their order: only marks of it were lost."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _labels(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is a label: it begins its line, its number aside, and a colon or
    nothing follows it.
    """
    return not text[:start].strip(" .)0123456789๐๑๒๓๔๕๖๗๘๙-•") and text[end : end + 3].strip()[
        :1
    ] in ("", ":")
