"""Code maps that Ghostscript 9.56 to 10.0 wrote wrongly, set right: of the first letter of a range
it laid the high byte over the low one, so that 0E01 is said to be 0F, and counted on from there.

The number of a letter's glyph tells which it is: fonts number their Thai letters in the order of
the codes. What is not told so is said to have no reading, and its page is doubted.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MAKER = b"Ghostscript"
LINE = re.compile(rb"<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*<([0-9a-f]+)>", re.IGNORECASE)
BLOCKS = re.compile(rb"\d+ beginbf(?:range|char).*endbf(?:range|char)", re.DOTALL)
LAID_OVER = 0x200  # lower codes may be two bytes in one
SEEN, PLAIN = range(0x20, 0x7F), range(28, 33)  # by how much more they are than their glyphs
THAI = range(0xE01, 0xE3B), range(0xE3F, 0xE5C)
SHIFTED, DASHES = range(0xF700, 0xF71B), (0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D)
LOWERED = 0xF70A  # the mai ek of a font that lowers tones: its mai tho is the next
UNASSIGNED = 4  # codes between the two parts of the Thai block: glyphs are numbered on
LONGEST = 60  # letters of a range before the first that the file holds
AGREEING = 3  # ranges that one numbering of glyphs explains, at least
SURE, SHARE = 9, 0.25  # what a letter of no range counts; and least, of the most that one explains
LOST, NO_READING, MOST = -LAID_OVER, "FFFD", 100  # letters in a block of a code map
Run = tuple[int, int, int]  # the first glyph, what it is said to be, how many there are


def mended(content: bytes) -> bytes:
    """Return a file with such code maps set right; any other as it is."""
    if MAKER not in content:
        return content
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            streams = list(_maps(pdf))
            said = [stream.read_bytes() for stream in streams]
            told = all_right([_letters(one) for one in said])
            for stream, one, letters in zip(streams, said, told, strict=True):
                if letters is not None:
                    stream.write(_with(one, letters))
            made = io.BytesIO()
            if any(told):
                pdf.save(made)
            return made.getvalue() or content
    except (pikepdf.PasswordError, pikepdf.PdfError, ValueError, RuntimeError, TypeError):
        return content


def _maps(pdf: Any) -> Iterator[Any]:
    """Yield the code maps of fonts whose codes are numbers of glyphs."""
    import pikepdf

    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Encoding") == "/Identity-H":
            said = one.get("/ToUnicode")
            if isinstance(said, pikepdf.Stream):
                yield said


def _letters(said: bytes) -> dict[int, str]:
    """Return what a code map says of each glyph, in hexadecimal."""
    return {int(first, 16): text.decode() for first, _, text in LINE.findall(said)}


def _with(said: bytes, letters: Mapping[int, str]) -> bytes:
    """Return a code map that says other letters."""
    lines = [f"<{glyph:04x}> <{text}>" for glyph, text in sorted(letters.items())]
    parts = [lines[at : at + MOST] for at in range(0, len(lines), MOST)]
    blocks = ["\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in parts]
    return BLOCKS.sub(lambda _: "\n".join(blocks).encode(), said, count=1)


def all_right(maps: Sequence[Mapping[int, str]]) -> list[dict[int, str] | None]:
    """Return what each glyph stands for by what the code maps of a file say; None of maps that are
    not wrong in this way. Those of too few letters have the numbering of others, if any.
    """
    votes = [_votes(letters) for letters in maps]
    usual = Counter(each.most_common(1)[0][0] for each in votes if each)
    if not usual:
        return [None] * len(maps)
    known = Counter({usual.most_common(1)[0][0]: AGREEING})
    return [_right(letters, each or known) for letters, each in zip(maps, votes, strict=True)]


def _votes(letters: Mapping[int, str]) -> Counter[int]:
    """Return how many ranges each numbering of glyphs explains; nothing where none explains
    several.
    """
    runs = list(_runs(letters))
    votes = Counter(_offset(run[0], code) for run in runs for code in _may_be(run, *THAI))
    if max(votes.values(), default=0) < AGREEING:
        return Counter()
    for glyph, text in letters.items():
        code = int(text, 16)
        if _is_thai(code) or code in SHIFTED:  # of no range: it is right
            votes[_offset(glyph, code)] += SURE
    (_, most), *others = votes.most_common(2)
    if others and others[0][1] == most:
        return Counter()
    least = most * SHARE
    return Counter({offset: count for offset, count in votes.items() if count >= least})


def _right(letters: Mapping[int, str], votes: Counter[int]) -> dict[int, str] | None:
    """Return what each glyph stands for by a code map and the numbering of its glyphs; None where
    nothing is wrong.
    """
    told: dict[int, int] = {}
    for run in _runs(letters):
        first = _first(run, votes)
        if first is not None:
            told |= {run[0] + step: first + step for step in range(run[2])}
    usual = votes.most_common(1)[0][0]
    by_usual = {code for glyph, code in told.items() if _offset(glyph, code) == usual}
    for glyph, code in told.items():
        if code in by_usual and _offset(glyph, code) != usual:
            told[glyph] = LOST  # another shape of some letter, and no one knows of which
    if all(code < LAID_OVER for code in told.values()):
        return None
    new = {g: f"{code:04x}" if code >= LAID_OVER else NO_READING for g, code in told.items()}
    return {**letters, **new}


def _runs(letters: Mapping[int, str]) -> Iterator[Run]:
    """Yield stretches of glyphs, one after the other, of letters one after the other whose codes
    may be two bytes in one.
    """
    run: Run | None = None
    for glyph, text in sorted(letters.items()):
        code = int(text, 16)
        if code >= LAID_OVER:
            continue
        if run and glyph == run[0] + run[2] and code == run[1] + run[2]:
            run = run[0], run[1], run[2] + 1
            continue
        if run:
            yield run
        run = glyph, code, 1
    if run:
        yield run


def _may_be(run: Run, *blocks: Sequence[int], back: int = 0) -> list[int]:
    """Return the letters of some blocks that the first of a run may be: those whose two bytes laid
    over each other are what is said, or of which those of a letter up to so many before them are.
    """
    _, said, count = run
    return [
        code
        for block in blocks
        for code in block
        if code + count - 1 in block
        and any(
            (code - step >> 8 | code - step & 0xFF) == said - step and code - step in block
            for step in range(back + 1)
        )
    ]


def _first(run: Run, votes: Mapping[int, int]) -> int | None:
    """Return the letter that the numbering of most glyphs has the first of a run be, LOST where
    that does not tell; None where it is what is said.
    """
    glyph, said, count = run
    if said in SEEN and said - glyph in PLAIN:
        return None
    may_be = _may_be(run, *THAI, SHIFTED, back=LONGEST)
    most = max((votes[_offset(glyph, code)] for code in may_be), default=0)
    told = [code for code in may_be if votes[_offset(glyph, code)] == most >= AGREEING]
    if len(told) == 1:
        return told[0]
    if count > 1 and LOWERED in _may_be(run, SHIFTED):
        return LOWERED
    dashes = _may_be(run, DASHES)
    if dashes:
        return dashes[0] if len(dashes) == 1 else LOST
    if said == ord(" "):
        return None
    likeliest = max(votes, key=lambda offset: votes[offset])
    expected = any(_offset(glyph, code) == likeliest for block in THAI for code in block)
    return LOST if may_be or expected else None


def _is_thai(code: int) -> bool:
    return any(code in part for part in THAI)


def _offset(glyph: int, code: int) -> int:
    """Return by how much a letter's code is more than its glyph's number, codes that stand for
    nothing left out; letters of other blocks are numbered by themselves.
    """
    return code - glyph - UNASSIGNED * (code in THAI[1])
