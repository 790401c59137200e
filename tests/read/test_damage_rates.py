"""The findings on a damaged text layer are those on the clean one: every damage of the list, put
on a report of samples/.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from ita_checker.judge.judge import judge
from ita_checker.model import Finding, Submission
from ita_checker.read import Options, read
from ita_checker.read.layer import pdfium
from ita_checker.read.layer.letters import AA, AM, CONSONANTS, MARKS, NIKHAHIT, Ink, Letter, Sheet
from ita_checker.read.layer.marks.rings import whole_sara_ams
from ita_checker.read.layer.native.structure import Hiding
from ita_checker.rulebook import load

REPORT = Path(__file__).parents[2] / "samples/2565/khlong-lamchiak/O43.pdf"
Damage = Callable[[list[Letter]], Iterator[Letter]]
CLEAN = pdfium.sheet


def _parted(ring: str, width: float = 0.17, ink: bool = True) -> Damage:
    """Return the damage that says `ring` for the ring of every sara am, and sara aa for the rest
    of it.
    """

    def damage(letters: list[Letter]) -> Iterator[Letter]:
        for letter in letters:
            if letter.text != AM or letter.ink is None:
                yield letter
                continue
            end = letter.ink.x0 + 0.17 * letter.size
            box = Ink(letter.ink.x0, letter.ink.top, end, letter.ink.top + 0.17 * letter.size)
            if ring:
                yield letter._replace(
                    text=ring, x0=end - width * letter.size, x1=end, ink=box if ink else None
                )
            yield letter._replace(text=AA, x0=end, ink=None)

    return damage


def _coded(codes: dict[str, str], every: int = 1) -> Damage:
    """Return the damage that says other codes for letters, or for one of so many of them."""

    def damage(letters: list[Letter]) -> Iterator[Letter]:
        seen = 0
        for letter in letters:
            seen += letter.text in codes
            yield (
                letter._replace(text=codes[letter.text])
                if letter.text in codes and seen % every == 0
                else letter
            )

    return damage


def _with_zero_width_spaces(letters: list[Letter]) -> Iterator[Letter]:
    """Yield a space without width before every consonant: before sara aa it would stand for a lost
    ring.
    """
    for letter in letters:
        if letter.text in CONSONANTS:
            yield letter._replace(text="\u200b", x1=letter.x0, ink=None)
        yield letter


def _doubled(letters: list[Letter]) -> Iterator[Letter]:
    for letter in letters:
        yield letter
        yield letter._replace(x0=letter.x0 + 0.3, x1=letter.x1 + 0.3)


def _late(letters: list[Letter]) -> Iterator[Letter]:
    """Yield every mark after the letter that follows its own."""
    waiting: list[Letter] = []
    for letter in letters:
        if letter.text in MARKS:
            waiting.append(letter)
            continue
        yield letter
        yield from waiting
        waiting = []
    yield from waiting


def _aa_as_am(letters: list[Letter]) -> Iterator[Letter]:
    for letter in letters:
        low = Ink(letter.x0, letter.y - 0.5 * letter.size, letter.x1, letter.y)
        yield letter._replace(text=AM, ink=low) if letter.text == AA else letter


ELAAS = dict(zip("่้๊๋์", map(chr, range(917, 922)), strict=True))
PRINTED = dict(zip("่้๊๋์", map(chr, range(201, 206)), strict=True))
PRIVATE = dict(
    zip(
        "่้๊๋์ัิีึื็ุู",
        "\uf70a\uf70b\uf70c\uf70d\uf70e\uf710\uf701\uf702\uf703\uf704\uf712\uf718\uf719",
        strict=True,
    )
)
DAMAGES: dict[str, Damage] = {
    "sara am parted": _parted(NIKHAHIT),
    "its ring a space": _parted(" "),
    "its ring a space without width or ink": _parted(" ", width=0.0, ink=False),
    "its ring unknown": _parted("\ufffd"),
    "its ring a control code": _parted("\x11"),
    "private-use marks": _coded(PRIVATE),
    "zero-width spaces": _with_zero_width_spaces,
    "letters drawn twice": _doubled,
    "marks late": _late,
    "sara am for sara aa": _aa_as_am,
    "e-LAAS": _coded(ELAAS),
    "Print To PDF": _coded(PRINTED),
    "control codes for some tones": _coded(dict(zip("่้", "\x1e\x1f", strict=True)), every=3),
    "digits for some tones": _coded(dict(zip("่้", "34", strict=True)), every=3),
}
BARE = {*ELAAS.values(), *PRINTED.values()}


def _intact(letters: Sequence[Letter]) -> Iterator[Letter]:
    """Yield the letters with each sara am as one letter: fpdf2 draws its ring and the rest of it
    apart.
    """
    whole = whole_sara_ams(letters)
    rings = iter([letter.ink for letter in letters if letter.text == AM])
    for letter in whole:
        ring = next(rings) if letter.text == AM else None
        yield (
            letter
            if ring is None
            else letter._replace(ink=Ink(ring.x0, ring.top, letter.x1, letter.y), raw="")
        )


def _sheet(damage: Damage, page: pypdfium2.PdfPage, number: int, *, hides: Hiding) -> Sheet:
    sheet = CLEAN(page, number, hides=hides)
    letters = tuple(damage(list(_intact(sheet.letters))))
    bare = frozenset((letter.font, letter.text) for letter in letters if letter.text in BARE)
    return replace(sheet, letters=letters, unmapped=sheet.unmapped | bare)


@functools.cache
def _clean() -> tuple[str, tuple[Finding, ...]]:
    return _checked()


def _checked() -> tuple[str, tuple[Finding, ...]]:
    """Return the text of the report and what is found in it."""
    document = read(REPORT, Options(ocr="never", engine="pdfium"))
    return document.text, judge(document, Submission("report.pdf"), load(())).findings


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_text_layer_is_read_and_judged_like_a_clean_one(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, findings = _clean()
    monkeypatch.setattr(pdfium, "sheet", functools.partial(_sheet, DAMAGES[name]))
    damaged, found = _checked()
    assert damaged == text
    assert [(one.code, one.subject, one.found, one.expected) for one in found] == [
        (one.code, one.subject, one.found, one.expected) for one in findings
    ]


def test_a_sara_am_without_any_trace_of_its_ring_loses_no_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, findings = _clean()
    monkeypatch.setattr(pdfium, "sheet", functools.partial(_sheet, _parted("")))
    text, found = _checked()
    assert "ดาเนินการ" in text
    assert [(one.code, one.found, one.expected) for one in found] == [
        (one.code, one.found, one.expected) for one in findings
    ]
