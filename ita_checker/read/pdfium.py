"""Letters and drawn lines by pdfium: ten times as fast as pdfminer, and it heeds /ActualText."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read import _native as native
from ita_checker.read import rules
from ita_checker.read.frame import Frame, upright
from ita_checker.read.letters import AM, MARKS, Ink, Letter, Sheet

# Letters whose ink is not asked for: no font misuses their codes for a mark.
PLAIN = frozenset(map(chr, (*range(0x0E01, 0x0E5C), *range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))) - MARKS - {AM}
DISGUISE = frozenset(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))))  # Ghostscript calls some marks so
SURROGATE = re.compile("[\U00010000-\U0010ffff\ufffd\x00]")
STRIDE = 8  # letters skipped while they belong to one object
BREAKS = ("\x02", "\ufffe")  # pdfium's own signs for a hyphen at the end of a line


class _Letters:
    """The letters of one page, read once. Fonts are numbered in the order in which they come."""

    def __init__(self, page: pypdfium2.PdfPage, frame: Frame) -> None:
        self.frame = frame
        self.textpage = page.get_textpage()
        self.at = native.address(self.textpage)
        self.count = max(0, native.count_letters(self.at))
        self.fonts: dict[int, int] = {}
        self.names: list[str] = []
        self.four = array("d", bytes(32))
        self.four_at = self.four.buffer_info()[0]
        self.six = array("f", bytes(24))
        self.six_at = self.six.buffer_info()[0]
        self.shape: dict[int, tuple[float, float]] = {}
        self.known: dict[int, set[str]] = {}
        self.unmapped: set[tuple[int, str]] = set()
        self.page = native.address(page)
        self.said: set[tuple[int, str]] = set()
        self.marked: dict[int, list[Ink]] | None = None
        self.turned: dict[int, list[Letter]] = {}

    def letters(self) -> list[Letter]:
        """Return the letters in the order in which the file draws them, pdfium's own spaces and line ends left out."""
        rooms = array("f", bytes(16 * max(1, self.count)))
        start, at, room = rooms.buffer_info()[0], self.at, native.letter_room
        for index in range(self.count):
            room(at, index, start + 16 * index)
        text = self._text()
        found: list[Letter] = []
        left, top, new = self.frame.left, self.frame.top, tuple.__new__  # a third faster than Letter(...), and there are thousands
        for first, last, font, handle in self._objects():
            self._note_unmapped(first, last, font, text)
            high = rooms[4 * first + 1] - rooms[4 * first + 3]
            if high <= 0.01 or self.frame.turn or self._said(first, rooms):
                found.extend(self._slowly(first, last, text, font, handle))
                continue
            base, size = self._shape(font, first, high)
            y, size = top - rooms[4 * first + 3] - base * high, size * high
            start, inked = len(found), False
            for index in range(first, last):
                letter = text[index]
                if letter == " " and native.letter_generated(self.at, index):
                    continue
                plain = letter in PLAIN and not (letter in DISGUISE and index and rooms[4 * index] < rooms[4 * index - 2] - 0.05 * size)
                ink = None if plain else self._ink(index)
                inked = inked or ink is not None
                found.append(new(Letter, (letter, rooms[4 * index] - left, rooms[4 * index + 2] - left, y, size, font, ink, "")))
            if inked and (lean := self._lean(first)):  # only marks stand elsewhere when a text leans
                found[start:] = self._leaning(first, last, text, font, size, lean)
        return found

    def _text(self) -> list[str]:
        """Return the letters that pdfium tells, one for each; in one call where each is one UTF-16 unit."""
        units = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium_c.FPDFText_GetText(self.textpage, 0, self.count, units) if self.count else 0
        text = bytes(units).decode("utf-16-le", "replace")[: self.count]
        if written == self.count + 1 and len(text) == self.count and not SURROGATE.search(text):
            letters = list(text)
        else:
            letters = [chr(native.letter_code(self.at, index)) for index in range(self.count)]
        for index, letter in enumerate(letters):
            if letter in BREAKS and native.letter_hyphen(self.at, index):
                letters[index] = "-"
        return letters

    def _lean(self, index: int) -> float:
        """Return how far a text leans to the right for each point of height: italics made of upright letters."""
        _, b, c, d = self._matrix(index)
        return c / d if b == 0 and d and abs(c) > 0.05 * abs(d) else 0.0

    def _leaning(self, first: int, last: int, text: list[str], font: int, size: float, lean: float) -> Iterator[Letter]:
        """Yield the letters of a leaning text as if they stood upright."""
        places = [(self.frame.point(*self._origin(index)), self._ink(index)) for index in range(first, last)]
        for offset, ((x, y), ink) in enumerate(places):
            letter = text[first + offset]
            if letter == " " and native.letter_generated(self.at, first + offset):
                continue
            shift = lean * (y - ink.bottom)
            straight = Ink(ink.x0 - shift, ink.top, ink.x1 - shift - lean * (ink.bottom - ink.top), ink.bottom)
            after = [origin[0] for origin, _ in places[offset + 1 :] if origin[0] > x]
            x1 = after[0] if after else straight.x1 + 0.05 * size
            yield Letter(letter, x, x if letter in MARKS else max(x1, x), y, size, font, None if letter in PLAIN else straight)

    def _note_unmapped(self, first: int, last: int, font: int, text: list[str]) -> None:
        """Remember the letters of a font for which the file has no reading; each is asked for once."""
        known = self.known.setdefault(font, set())
        for index in range(first, last):
            letter = text[index]
            if letter not in known:
                known.add(letter)
                if native.letter_unmapped(self.at, index) == 1:
                    self.unmapped.add((font, letter))

    def _objects(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield [first, last) of each text object, its font's number and its address."""
        at, owner, count = self.at, native.letter_object, self.count
        index = 0
        while index < count:
            handle, first = owner(at, index), index
            index += 1
            while handle and index + STRIDE < count and owner(at, index + STRIDE) == handle:  # an object's letters stand together
                index += STRIDE
            while index < count and owner(at, index) == handle:
                index += 1
            if handle:
                yield first, index, self._font(handle), handle

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
            rect = (ctypes.c_float * 4)()
            native.letter_room(self.at, index, ctypes.addressof(rect))
            _x, y = self._origin(index)
            self.shape[font] = (y - rect[3]) / high, self._size(index) / high
        return self.shape[font]

    def _origin(self, index: int) -> tuple[float, float]:
        native.letter_origin(self.at, index, self.four_at, self.four_at + 8)
        return self.four[0], self.four[1]

    def _matrix(self, index: int) -> tuple[float, float, float, float]:
        matrix = self.six
        native.letter_matrix(self.at, index, self.six_at)
        return matrix[0], matrix[1], matrix[2], matrix[3]

    def _size(self, index: int) -> float:
        a, b, _, _ = self._matrix(index)
        return float(native.letter_size(self.at, index)) * math.hypot(a, b)

    def _ink(self, index: int) -> Ink:
        four, at = self.four, self.four_at
        native.letter_ink(self.at, index, at, at + 8, at + 16, at + 24)  # left, right, bottom, top
        frame = self.frame
        if frame.turn:
            return frame.box(four[0], four[2], four[1], four[3])
        return tuple.__new__(Ink, (four[0] - frame.left, frame.top - four[3], four[1] - frame.left, frame.top - four[2]))

    def _said(self, index: int, rooms: array[float]) -> bool:
        """Tell whether a letter's room is its ink: so pdfium spreads the letters of an /ActualText over what they stand for."""
        four, at = self.four, self.four_at
        native.letter_ink(self.at, index, at, at + 8, at + 16, at + 24)  # left, right, bottom, top
        at = 4 * index  # left, top, right, bottom
        return abs(rooms[at + 1] - four[3]) < 0.01 and abs(rooms[at + 3] - four[2]) < 0.01 and abs(rooms[at] - four[0]) < 0.01

    def _slowly(self, first: int, last: int, text: list[str], font: int, handle: int) -> Iterator[Letter]:
        """Yield the letters of a text object that is spoken for by /ActualText, or of a font without height; keep turned ones aside."""
        turn = self.frame.quarter(*self._matrix(first)[:2])
        size = self._size(first) or 1.0
        marks = native.count_marks(handle)
        places = [(upright(*self.frame.point(*self._origin(index)), turn), self._upright_ink(index, turn)) for index in range(first, last)]
        one_origin = len(places) > 1 and len({origin for origin, _ in places}) == 1
        if marks > 0 and one_origin and text[first] not in MARKS:  # so pdfium lays out the letters of an /ActualText
            mark = native.object_mark(handle, marks - 1)
            said = self._spoken("".join(text[first:last]), mark, places, size, font, turn)
            if turn:
                self.turned.setdefault(turn, []).extend(said)
            else:
                yield from said
            return
        made = []
        for offset, (origin, ink) in enumerate(places):
            letter = text[first + offset]
            if letter == " " and native.letter_generated(self.at, first + offset):
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
        self.textpage.close()


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
    )
