"""Text layers as old word processors leave them: Chromium's page, its codes made to lie.

lost-am: the nikhahit of ำ reads as a space (half of all Thai text layers). pua: marks in the
private use area (one in six). cid: marks without any code (one in ten). swapped: letters that read
as others that are as likely, which only a dictionary can tell. The picture stays right.
"""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lab.producers import Job, chromium

AM, NIKHAHIT, AA = "\u0e33", "\u0e4d", "\u0e32"
# The private-use codes of Windows fonts for marks in their plain places.
PRIVATE = {
    0x0E48: 0xF70A, 0x0E49: 0xF70B, 0x0E4A: 0xF70C, 0x0E4B: 0xF70D, 0x0E4C: 0xF70E,
    0x0E34: 0xF701, 0x0E35: 0xF702, 0x0E31: 0xF710, 0x0E47: 0xF712,
}  # fmt: skip
NO_CODE = (0x0E48, 0x0E49, 0x0E4C)
# Each letter of a pair reads as the other: ด and ต, น and บ, ี and ื.
PAIRS = ((0x0E14, 0x0E15), (0x0E19, 0x0E1A), (0x0E35, 0x0E37))
DAMAGE: Mapping[str, Mapping[int, int | None]] = {
    "lost-am": {0x0E4D: 0x20},
    "pua": PRIVATE,
    "cid": dict.fromkeys(NO_CODE),
    "swapped": {one: other for pair in PAIRS for one, other in (pair, pair[::-1])},
}
PRODUCERS = tuple(DAMAGE)
RANGES = re.compile(rb"\d+\s+beginbfrange\s(.*?)endbfrange", re.DOTALL)
RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>")
SINGLES = re.compile(rb"\d+\s+beginbfchar\s(.*?)endbfchar", re.DOTALL)
SINGLE = re.compile(rb"<(\w+)>\s*<(\w+)>")


def missing() -> str | None:
    """Return what is not installed, if anything."""
    return chromium.missing() or (
        None if importlib.util.find_spec("pikepdf") else "pip install pikepdf"
    )


def produce(jobs: Sequence[Job]) -> None:
    """Print each page and damage it."""
    with tempfile.TemporaryDirectory() as folder:
        whole = [Path(folder, f"{number}.pdf") for number in range(len(jobs))]
        chromium.produce(
            [
                Job("chromium", job.page, path, job.seed)
                for job, path in zip(jobs, whole, strict=True)
            ]
        )
        for job, path in zip(jobs, whole, strict=True):
            if path.is_file():
                damage(path, job.pdf, DAMAGE[job.producer])


def damage(source: Path, target: Path, codes: Mapping[int, int | None]) -> None:
    """Copy a PDF whose letters read as `codes` says: another letter, or none at all."""
    import pikepdf

    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents.write(_spans(page, lambda text: _lie(text, codes)))
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                thing.ToUnicode.write(_map(thing.ToUnicode.read_bytes(), codes))
        pdf.save(target)


def _lie(text: str, codes: Mapping[int, int | None]) -> str | None:
    """Return what a text reads as; None where a letter of it has no code."""
    if 0x0E4D in codes:
        text = text.replace(AM, NIKHAHIT + AA)
    read = [codes.get(ord(letter), ord(letter)) for letter in text]
    return None if None in read else "".join(chr(code) for code in read if code is not None)


def _spans(page: Any, lie: Callable[[str], str | None]) -> bytes:
    """Return the page's drawing with its /ActualText lying, or left out where it has no code."""
    import pikepdf

    drawing: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        if str(operator) == "BDC" and len(operands) == 2 and "/ActualText" in operands[1]:
            text = lie(str(operands[1].ActualText))
            if text is None:
                del operands[1]["/ActualText"]
            else:
                operands[1].ActualText = pikepdf.String(text)
        drawing.append(instruction)
    return pikepdf.unparse_content_stream(drawing)


def _map(data: bytes, codes: Mapping[int, int | None]) -> bytes:
    """Return a ToUnicode map of single glyphs whose letters lie; a letter without code is left
    out.
    """
    data = RANGES.sub(lambda match: _glyphs(_spread(match[1]), codes), data)
    return SINGLES.sub(lambda match: _glyphs(SINGLE.findall(match[1]), codes), data)


def _spread(ranges: bytes) -> list[tuple[bytes, bytes]]:
    """Return ranges of glyphs as single ones."""
    glyphs = []
    for first, last, start in RANGE.findall(ranges):
        letter = int(start, 16)
        for glyph in range(int(first, 16), int(last, 16) + 1):
            glyphs.append((b"%04X" % glyph, b"%04X" % (letter + glyph - int(first, 16))))
    return glyphs


def _glyphs(glyphs: Sequence[tuple[bytes, bytes]], codes: Mapping[int, int | None]) -> bytes:
    lines = []
    for glyph, letters in glyphs:
        text = _lie(bytes.fromhex(letters.decode()).decode("utf-16-be"), codes)
        if text is not None:
            lines.append(b"<%s> <%s>" % (glyph, text.encode("utf-16-be").hex().upper().encode()))
    return b"%d beginbfchar\n%s\nendbfchar" % (len(lines), b"\n".join(lines))
