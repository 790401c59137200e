"""Letters whose codes the file does not tell, read by their glyphs: wherever a font sets one glyph
it is one letter. What the picture was read as at all its places decides about each of them, and
what no place shows stays as it was read.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from ita_checker.model import Doubtful, Line, Page
from ita_checker.read.layer.letters import AA, AM, MARKS, NIKHAHIT, Letter, Sheet
from ita_checker.read.layer.marks.known_shapes import shape
from ita_checker.read.ocr.letters.alike import RINGS
from ita_checker.read.ocr.letters.letter import ROW as DOTS

FEWEST = 4  # places at which a glyph must have been read
SURE = 0.85  # share of them, by how sure the reader was, that must be one letter
# share of them at which it may have been read as another without a doubt: more are of two glyphs
# that the file says alike
ASTRAY = 0.03
CERTAIN = 0.95  # from here on nothing is doubted of a letter
APART = 3  # letters between two of which one was only drawn out of order
ALIKE = 0.75  # share of a row's glyphs that must be read as their letters: else they are not its
SHORT = 4  # glyphs: of fewer rows as long as they are theirs
ROUNDS = 3  # in which a page's rows are aligned by what is known of glyphs
ABOVE, UNDER, ASIDE = 0.45, 0.2, 2.0  # where letters of a row stand: heights, heights, points
FINE = 100  # parts of the letter size that tell shapes of glyphs apart
Glyph = tuple[str, str, int, int, int]  # font, code, shape of the ink
Spelt = Sequence[tuple[str, int]]  # letters of a line, and their places in it
THAI_ZERO = "๐"
PARTS = {AM: (NIKHAHIT, AA)}
Pair = tuple[int | None, int | None]  # of a glyph and a letter; None: the other has none


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page, by its number, and the letters that the file draws there, in its order."""

    line: int
    letters: Sequence[Letter]
    glyphs: Sequence[Glyph]


@dataclass(slots=True)
class _Seen:
    """As what a glyph was read, by how sure the reader was, and how often without a doubt."""

    letters: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    surely: Counter[str] = field(default_factory=Counter)

    def take(self, other: _Seen) -> None:
        """Add what it was read as elsewhere."""
        for letter, count in other.letters.items():
            self.letters[letter] += count
        self.surely.update(other.surely)

    @property
    def most(self) -> str:
        """Return the letter it was read as most."""
        return max(self.letters, key=self.letters.__getitem__)

    @property
    def letter(self) -> tuple[str, float] | None:
        """Return what it stands for, and how sure that is; None where too little tells."""
        letter, count, total = self.most, self.surely.total(), sum(self.letters.values())
        share = self.letters[letter] / total
        if total < FEWEST or share < SURE or count - self.surely[letter] > max(1, ASTRAY * count):
            return None
        return letter, share


@dataclass(frozen=True, slots=True)
class Cipher:
    """What the glyphs of a file's fonts were read as so far, page by page."""

    seen: dict[Glyph, _Seen] = field(default_factory=lambda: defaultdict(_Seen))

    def read(self, sheet: Sheet, page: Page) -> Page:
        """Return a page that was read off its picture as its glyphs say; `sheet`: where they
        stand, with letters that mean nothing.
        """
        rows = list(_rows(sheet, page))
        likely = {glyph: seen.most for glyph, seen in self.seen.items()}
        told: dict[Glyph, _Seen] = {}
        for _ in range(ROUNDS):
            told = _told(rows, page, likely)
            likely |= {glyph: seen.most for glyph, seen in told.items()}
        for glyph, seen in told.items():
            self.seen[glyph].take(seen)
        lines = list(page.lines)
        for row in rows:
            lines[row.line] = _deciphered(lines[row.line], row, self.seen)
        return replace(page, lines=tuple(lines))


def _rows(sheet: Sheet, page: Page) -> Iterator[_Row]:
    """Yield the lines of a page with the letters that the file draws there, in its order; none
    with a row of dots, which nobody counts.
    """
    drawn = [letter for letter in sheet.letters if letter.ink or letter.text.strip()]
    if not drawn:
        return
    x = np.array([(letter.x0 + letter.x1) / 2 for letter in drawn])
    y = np.array([letter.y for letter in drawn])
    for at, line in enumerate(page.lines):
        box, high = line.box, line.box.bottom - line.box.top
        inside = (x > box.x0 - ASIDE) & (x < box.x1 + ASIDE)
        inside &= (y > box.top + ABOVE * high) & (y < box.bottom + UNDER * high)
        letters = [drawn[each] for each in np.flatnonzero(inside).tolist()]
        if line.text and letters and DOTS not in line.text:
            yield _Row(at, letters, [_glyph(sheet, letter) for letter in letters])


def _glyph(sheet: Sheet, letter: Letter) -> Glyph:
    """Return what tells a letter from those of other glyphs that the file says alike."""
    wide, high, up = (round(FINE * side) for side in shape(letter))
    return sheet.fonts[letter.font], letter.text, wide, high, up


def _told(rows: Iterable[_Row], page: Page, likely: Mapping[Glyph, str]) -> dict[Glyph, _Seen]:
    """Return as what the glyphs of a page were read."""
    found: dict[Glyph, _Seen] = defaultdict(_Seen)
    for row in rows:
        line = page.lines[row.line]
        said = _spelt(line.text, len(row.glyphs))
        sure = {one.index: one.confidence for one in line.doubtful}
        for glyph, at in _pairs([likely.get(each) for each in row.glyphs], said):
            if glyph is not None and at is not None:
                letter, place = said[at]
                seen = found[row.glyphs[glyph]]
                seen.letters[letter] += sure.get(place, 1.0)
                seen.surely[letter] += place not in sure
    return found


def _spelt(text: str, count: int) -> Spelt:
    """Return the letters of a line without spaces, each with its place; ำ as its two parts where
    the letters are nearer to the count of glyphs then.
    """
    letters = [(letter, at) for at, letter in enumerate(text) if letter != " "]
    if 2 * (count - len(letters)) <= text.count(AM):
        return letters
    return [(part, at) for letter, at in letters for part in PARTS.get(letter, (letter,))]


def _pairs(read: Sequence[str | None], said: Spelt) -> list[Pair]:
    """Return which glyph of a row stands for which letter; nothing where too little of it agrees.
    `read`: the letters of the glyphs that are known.
    """
    spelt = [letter for letter, _ in said]
    if len(read) == len(spelt):
        agree = sum(one in (None, other) for one, other in zip(read, spelt, strict=True))
        if len(read) < SHORT or agree >= ALIKE * len(read):
            return [(at, at) for at in range(len(read))]
    steps = Levenshtein.opcodes(read, spelt)
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if same < ALIKE * len(read):
        return []
    pairs: list[Pair] = []
    for step in steps:
        glyphs, letters = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "insert":
            pairs += [(None, letter) for letter in letters]
        elif step.tag == "delete":
            pairs += [(glyph, None) for glyph in glyphs]
        else:
            pairs += zip(glyphs, letters, strict=True)
    return pairs


def _deciphered(line: Line, row: _Row, known: Mapping[Glyph, _Seen]) -> Line:
    """Return a line with the letters that its glyphs are known to stand for."""
    seen = [known.get(glyph) for glyph in row.glyphs]
    spelt = [None if one is None else one.most for one in seen]
    told = [None if one is None else one.letter for one in seen]
    said = _spelt(line.text, len(told))
    pairs = _pairs(spelt, said)
    agreed = [
        glyph is None or at is None or spelt[glyph] in (None, said[at][0]) for glyph, at in pairs
    ]
    parts = Counter(place for _, place in said)
    unseen = [at for glyph, at in pairs if glyph is None and at is not None]
    letters = _letters(line)
    ahead, behind = len(letters), len(said)
    for index, (glyph, at) in reversed([*enumerate(pairs)]):
        if at is not None:
            ahead, behind = said[at][1], at
        new = told[glyph] if glyph is not None else None
        if glyph is None or new is None or new[0] in PARTS[AM]:
            continue
        if at is None:
            if new[0] not in {said[one][0] for one in unseen if abs(one - behind) <= APART}:
                drawn = row.letters[glyph]
                letters.insert(ahead, _Read(new[0], drawn.x0, drawn.x1, _doubt(new)))
        elif parts[ahead] == 1 and _differs(new[0], said, at):
            beside = agreed[max(0, index - 1) : index] + agreed[index + 1 : index + 2]
            if len(told) == len(said) or all(beside):
                was = letters[ahead]
                letters[ahead] = _Read(new[0], was.x0, was.x1, _doubt(new, was.letter))
    return _line(line, letters)


def _differs(letter: str, said: Spelt, at: int) -> bool:
    """Tell whether a letter is another than the one read there; one that was read beside it, or a
    mark for a letter, only stands in another order; a zero is told by its digits.
    """
    read = said[at][0]
    beside = [one for one, _ in said[max(0, at - 1) : at + 2]]
    ring = {letter, read} <= RINGS and THAI_ZERO in (letter, read)
    return letter not in beside and not ring and (letter in MARKS) == (read in MARKS)


def _doubt(told: tuple[str, float], others: str = "") -> Doubtful | None:
    """Return the doubt of a letter that its glyph tells; none where that is certain."""
    return Doubtful(0, round(told[1], 3), others) if told[1] < CERTAIN else None


class _Read(NamedTuple):
    """A letter of a line, from x0 to x1, and what is doubted of it."""

    letter: str
    x0: float
    x1: float
    doubt: Doubtful | None


def _letters(line: Line) -> list[_Read]:
    doubts = {one.index: one for one in line.doubtful}
    return [
        _Read(letter, line.edges[2 * at], line.edges[2 * at + 1], doubts.get(at))
        for at, letter in enumerate(line.text)
    ]


def _line(line: Line, letters: Sequence[_Read]) -> Line:
    """Return a line with other letters."""
    text = "".join(one.letter for one in letters)
    edges = array("f", [edge for one in letters for edge in (one.x0, one.x1)])
    doubtful = tuple(
        replace(one.doubt, index=at) for at, one in enumerate(letters) if one.doubt is not None
    )
    return replace(line, text=text, raw=text, edges=edges, doubtful=doubtful)
