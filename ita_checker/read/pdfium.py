"""Letters and drawn lines by pdfium: ten times as fast as pdfminer, and it heeds /ActualText."""

from __future__ import annotations

import ctypes
import functools
import re
from collections.abc import Iterator, Sequence
from itertools import compress

import pypdfium2

from ita_checker.read import _native as native
from ita_checker.read import rules
from ita_checker.read.frame import Frame, upright
from ita_checker.read.glyphs import Glyphs
from ita_checker.read.letters import AM, MARKS, Ink, Letter, Picture, Sheet

# Letters whose ink is not asked for: no font misuses their codes for a mark.
PLAIN = frozenset(map(chr, (*range(0x0E01, 0x0E5C), *range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))) - MARKS - {AM}
_ODD = re.compile(f"[^{''.join(sorted(PLAIN))}]")
_DISGUISE = re.compile("[0-9A-Za-z]")  # Ghostscript calls some marks so
PIXELS = 24  # the height of a picture of a mark: strokes are 2 or more wide
_NEW = tuple.__new__  # a third faster than Letter(...), and there are thousands


class _Letters:
    """The letters of one page, read once. Fonts are numbered in the order in which they come."""

    def __init__(self, page: pypdfium2.PdfPage, frame: Frame) -> None:
        self.frame = frame
        self.glyphs = glyphs = Glyphs(page)
        self.text = text = glyphs.text
        self.fonts: dict[int, int] = {}
        self.names: list[str] = []
        self.shape: dict[int, tuple[float, float]] = {}
        self.known: dict[int, set[str]] = {}
        self.unmapped: set[tuple[int, str]] = set()
        self.page = native.address(page)
        self.said: set[tuple[int, str]] = set()
        self.marked: dict[int, list[Ink]] | None = None
        self.turned: dict[int, list[Letter]] = {}
        self.objects = glyphs.objects()
        self.odd = [found.start() for found in _ODD.finditer(text)]
        self.back = [i for i in (found.start() for found in _DISGUISE.finditer(text)) if i and glyphs.lefts[i] < glyphs.rights[i - 1]]
        self.made = glyphs.generated([index for index in self.odd if text[index] == " "])
        firsts = [first for first, _, _ in self.objects]
        self.inks = glyphs.inks([*self.odd, *self.back, *firsts])
        self.leans = {first: c / d for first, (_, b, c, d) in glyphs.matrices(firsts) if b == 0 and d and abs(c) > 0.05 * abs(d)}
        self.places: list[tuple[float, float, int]] = [(0.0, 0.0, 0)] * glyphs.count  # base line, size and font of each letter

    def letters(self) -> list[Letter]:
        """Return the letters in the order in which the file draws them, pdfium's own spaces and line ends left out."""
        glyphs, left = self.glyphs, self.frame.left
        lefts, rights = ([x - left for x in sides] if left else sides for sides in (glyphs.lefts, glyphs.rights))
        special = self._place()
        inks: list[Ink | None] = [None] * glyphs.count
        for index in self._looked_at():
            inks[index] = self._ink(index)
        parts = zip(self.text, lefts, rights, self.places, inks, strict=True)
        found = [_NEW(Letter, (letter, x0, x1, y, size, font, ink, "")) for letter, x0, x1, (y, size, font), ink in parts]
        drawn = bytearray(glyphs.count)
        for first, last, _ in self.objects:
            drawn[first:last] = b"\1" * (last - first)
        for index in self.made:
            drawn[index] = 0
        if not special:
            return list(compress(found, drawn))
        kept: list[Letter] = []
        for first, last, _ in self.objects:
            kept.extend(special[first] if first in special else compress(found[first:last], drawn[first:last]))
        return kept

    def _place(self) -> dict[int, list[Letter]]:
        """Note base line, size and font of every letter; return, by their first, the letters of text objects that need more."""
        glyphs, turned, ground = self.glyphs, self.frame.turn, self.frame.top
        special = {}
        for first, last, handle in self.objects:
            font = self._font(handle)
            self._note_unmapped(first, last, font)
            low = glyphs.bottoms[first]
            high = glyphs.tops[first] - low
            if high <= 0.01 or turned or self._said(first):
                special[first] = list(self._slowly(first, last, font, handle))
                continue
            if self._stretched(first):
                base, size = glyphs.origin(first)[1], glyphs.size(first)
            else:
                base, size = self._shape(font, first, high)
                base, size = low + base * high, size * high
            self.places[first:last] = [(ground - base, size, font)] * (last - first)
            if first in self.leans and self._marked_within(first, last, size):  # only marks stand elsewhere when a text leans
                special[first] = list(self._leaning(first, last, font, size, self.leans[first]))
        return special

    def _looked_at(self) -> list[int]:
        """Return which letters are looked at more closely: those that may not be what the file says."""
        lefts, rights = self.glyphs.lefts, self.glyphs.rights
        return [*self.odd, *(index for index in self.back if lefts[index] < rights[index - 1] - 0.05 * self.places[index][1])]

    def _marked_within(self, first: int, last: int, size: float) -> bool:
        """Tell whether a text object holds a letter that is looked at more closely."""
        lefts, rights = self.glyphs.lefts, self.glyphs.rights
        odd = (index not in self.made for index in self.odd if first <= index < last)
        return any(odd) or any(first <= index < last and lefts[index] < rights[index - 1] - 0.05 * size for index in self.back)

    def _leaning(self, first: int, last: int, font: int, size: float, lean: float) -> Iterator[Letter]:
        """Yield the letters of a leaning text as if they stood upright."""
        places = [(self.frame.point(*self.glyphs.origin(index)), self._ink(index)) for index in range(first, last)]
        for offset, ((x, y), ink) in enumerate(places):
            letter = self.text[first + offset]
            if first + offset in self.made:
                continue
            shift = lean * (y - ink.bottom)
            straight = Ink(ink.x0 - shift, ink.top, ink.x1 - shift - lean * (ink.bottom - ink.top), ink.bottom)
            after = [origin[0] for origin, _ in places[offset + 1 :] if origin[0] > x]
            x1 = after[0] if after else straight.x1 + 0.05 * size
            yield Letter(letter, x, x if letter in MARKS else max(x1, x), y, size, font, None if letter in PLAIN else straight)

    def _note_unmapped(self, first: int, last: int, font: int) -> None:
        """Remember the letters of a font for which the file has no reading; each is asked for once."""
        known = self.known.setdefault(font, set())
        new = set(self.text[first:last]) - known
        if new:
            known |= new
            self.unmapped |= {(font, letter) for letter in new if self.glyphs.unmapped(self.text.index(letter, first))}

    def _font(self, handle: int) -> int:
        font = native.text_font(handle) or 0
        if font not in self.fonts:
            buffer = ctypes.create_string_buffer(128)
            native.font_name(font, ctypes.addressof(buffer), 128)
            self.fonts[font] = len(self.names)
            self.names.append(buffer.value.decode("latin-1"))
        return self.fonts[font]

    def _shape(self, font: int, index: int, high: float) -> tuple[float, float]:
        """Return where a font's base line runs in its room and how large it is, both as shares of the room's height."""
        if font not in self.shape:
            _x, y = self.glyphs.origin(index)
            self.shape[font] = (y - self.glyphs.bottoms[index]) / high, self.glyphs.size(index) / high
        return self.shape[font]

    def _ink(self, index: int) -> Ink:
        left, right, bottom, top = self.inks.get(index) or self.glyphs.ink(index)
        frame = self.frame
        if frame.turn:
            return frame.box(left, bottom, right, top)
        return _NEW(Ink, (left - frame.left, frame.top - top, right - frame.left, frame.top - bottom))

    def _said(self, index: int) -> bool:
        """Tell whether a letter's room is its ink: so pdfium spreads the letters of an /ActualText over what they stand for."""
        left, _, bottom, top = self.inks[index]
        glyphs = self.glyphs
        return (
            abs(glyphs.tops[index] - top) < 0.01 and abs(glyphs.bottoms[index] - bottom) < 0.01 and abs(glyphs.lefts[index] - left) < 0.01
        )

    def _stretched(self, index: int) -> bool:
        """Tell whether a letter's ink reaches out of its font's room, as that of marks on marks may: the room is larger then."""
        _, _, bottom, top = self.inks[index]
        glyphs = self.glyphs
        return abs(glyphs.tops[index] - top) < 0.01 or abs(glyphs.bottoms[index] - bottom) < 0.01

    def _slowly(self, first: int, last: int, font: int, handle: int) -> Iterator[Letter]:
        """Yield the letters of a text object that is spoken for by /ActualText, or of a font without height; keep turned ones aside."""
        turn = self.frame.quarter(*self.glyphs.matrix(first)[:2])
        size = self.glyphs.size(first) or 1.0
        text, marks = self.text, native.count_marks(handle)
        places = [
            (upright(*self.frame.point(*self.glyphs.origin(index)), turn), self._upright_ink(index, turn)) for index in range(first, last)
        ]
        one_origin = len(places) > 1 and len({origin for origin, _ in places}) == 1
        if marks > 0 and one_origin and text[first] not in MARKS:  # so pdfium lays out the letters of an /ActualText
            mark = native.object_mark(handle, marks - 1)
            said = self._spoken(text[first:last], mark, places, size, font, turn)
            if turn:
                self.turned.setdefault(turn, []).extend(said)
            else:
                yield from said
            return
        made = []
        for offset, (origin, ink) in enumerate(places):
            letter = text[first + offset]
            if first + offset in self.made:
                continue
            after = places[offset + 1][0][0] if offset + 1 < len(places) else ink.x1
            x1 = origin[0] if letter in MARKS else max(after, ink.x1)
            made.append(Letter(letter, origin[0], x1, origin[1], size, font, None if letter in PLAIN else ink))
        if turn:
            self.turned.setdefault(turn, []).extend(made)
        else:
            yield from made

    def _spoken(
        self, text: str, mark: int, places: Sequence[tuple[tuple[float, float], Ink]], size: float, font: int, turn: int
    ) -> Iterator[Letter]:
        """Yield the letters of an /ActualText over all that it stands for; pdfium gives them again where two objects share it."""
        if (mark, text) in self.said:
            return
        self.said.add((mark, text))
        boxes = [box for box in self._marked().get(mark, ()) if abs(box.bottom - self._marked()[mark][0].bottom) < 2 * size]
        inks = [self._straight(box, turn) for box in boxes] or [ink for _, ink in places]
        x0, x1 = min(ink.x0 for ink in inks), max(ink.x1 for ink in inks)
        bases = max(1, sum(letter not in MARKS for letter in text))
        step, at = (x1 - x0) / bases, -1
        for letter in text:
            at += letter not in MARKS
            yield Letter(letter, x0 + at * step, x0 + (at + 1) * step, places[0][0][1], size, font)

    def _marked(self) -> dict[int, list[Ink]]:
        """Return where the texts under each mark of the page are drawn."""
        if self.marked is None:
            self.marked = {}
            corners = (ctypes.c_float * 4)()
            at = ctypes.addressof(corners)
            for index in range(native.count_objects(self.page)):
                handle = native.page_object(self.page, index)
                marks = native.count_marks(handle)
                if marks > 0 and native.object_bounds(handle, at, at + 4, at + 8, at + 12):
                    left, bottom, right, top = corners
                    self.marked.setdefault(native.object_mark(handle, marks - 1), []).append(self.frame.box(left, bottom, right, top))
        return self.marked

    def _upright_ink(self, index: int, turn: int) -> Ink:
        return self._straight(self._ink(index), turn)

    @staticmethod
    def _straight(box: Ink, turn: int) -> Ink:
        (xa, ya), (xb, yb) = upright(box.x0, box.top, turn), upright(box.x1, box.bottom, turn)
        return Ink(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    def close(self) -> None:
        """Give the text page back."""
        self.glyphs.close()


def sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    """Return the page's letters and drawn lines."""
    frame = Frame(page)
    reader = _Letters(page, frame)
    try:
        letters = tuple(reader.letters())
    finally:
        reader.close()
    drawing = rules.drawing(page, frame)
    turned = {turn: tuple(found) for turn, found in sorted(reader.turned.items())}
    drawn = drawing.drawn or bool(letters or turned)
    return Sheet(
        number,
        frame.width,
        frame.height,
        letters,
        drawing.rules,
        tuple(reader.names),
        turned,
        frozenset(reader.unmapped),
        drawing.pictures,
        drawn,
        None if frame.turn else functools.partial(_picture, page, frame),
    )


def _picture(page: pypdfium2.PdfPage, frame: Frame, ink: Ink) -> Picture:
    """Return a place on an upright page as it is drawn, in grey, PIXELS high."""
    scale = PIXELS / max(0.1, ink.bottom - ink.top)
    crop = (max(0.0, ink.x0), max(0.0, frame.height - ink.bottom), max(0.0, frame.width - ink.x1), max(0.0, ink.top))
    picture: Picture = page.render(scale=scale, crop=crop, grayscale=True).to_numpy()
    return picture
