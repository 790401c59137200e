"""Letters and drawn lines by pdfium: ten times as fast as pdfminer, and it heeds /ActualText."""

from __future__ import annotations

import ctypes
import functools
import math
import string
from collections.abc import Sequence
from contextlib import closing

import numpy as np
import pypdfium2

from ita_checker.read.layer.galley import Galley, codes_of
from ita_checker.read.layer.letters import MARKS, PLAIN, Letter, Sheet
from ita_checker.read.layer.marks import drawn_order, embedded, said_again, spaced, unread
from ita_checker.read.layer.marks.clusters import INK_AT_LEAST
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native import digits, metrics, pictures, rules, thick
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.glyphs import HALF, Glyphs, Indexes, Mask, Numbers
from ita_checker.read.layer.native.structure import MAY_HIDE, Hiding
from ita_checker.read.layer.runs import rooms, slanted
from ita_checker.read.layer.runs.unusual import Unusual
from ita_checker.read.layer.visible import patches, seen, spoken, watermark

_PLAIN, _MARK = codes_of(PLAIN), codes_of(MARKS)
_DISGUISE = codes_of(frozenset(string.ascii_letters + string.digits))  # some marks are called so
# of the letter size: a letter that begins so far before the end of the last one may be a mark
BACK = 0.05
FLAT = 0.01  # points: a font without height does not tell where its letters stand
SAME = 0.01  # points between two sides that are one


class _Letters:
    """The letters of one page, read once. Fonts are numbered in the order in which they come."""

    def __init__(
        self,
        page: pypdfium2.PdfPage,
        glyphs: Glyphs,
        frame: Frame,
        drawing: rules.Drawing,
        *,
        hides: Hiding,
    ) -> None:
        self.frame, self.drawing, self.glyphs = frame, drawing, glyphs
        self.addresses: list[int] = []
        self.names: list[str] = []
        self.leans: list[float] = []
        self.thick: set[int] = set()
        self.fonts = self._numbered()
        self.unmapped = unread.told_apart(glyphs, self.glyphs.each(self.fonts))
        self.drawn = glyphs.each(self.fonts >= 0)
        self.drawn &= glyphs.codes != ord(HALF)
        spaces = np.flatnonzero((glyphs.codes == ord(" ")) & self.drawn).tolist()
        self.drawn[spaces] &= ~glyphs.generated(spaces)
        self.looks = seen.looks(page, glyphs, frame, drawing, hides)
        unseen = self.drawn & self.looks.unseen
        hidden = self.behind = unseen & ~self.looks.cut
        self.hidden = sum(not glyphs.text[at].isspace() for at in np.flatnonzero(hidden).tolist())
        self.unseen = self._said(hidden) if self.hidden else ""
        self.drawn &= ~self.looks.unseen
        self.shown = patches.on_page(glyphs, self.drawn)
        self.mixed = bool(self.hidden) and patches.mixed(glyphs, hidden, self.drawn)
        self.unusual = Unusual(
            glyphs, frame, drawing, self.drawn, self.fonts.tolist(), self.leans, self.addresses
        )
        self.apart: Sequence[Letter] = ()

    def _said(self, letters: Mask) -> str:
        """Return what some letters say, with the spaces and line ends that stand among them."""
        text = zip(self.glyphs.text, letters.tolist(), strict=True)
        said = "".join(letter if one else " " for letter, one in text if one or letter.isspace())
        return " ".join(said.split())

    def _numbered(self) -> Indexes:
        """Return the number of the font of each text object; -1 for what pdfium adds itself. What
        is made bold by drawing is a font of its own, as a bold cut is.
        """
        found = np.full(len(self.glyphs.owners), -1, np.int64)
        addresses, bold = native.fonts(self.glyphs.texts), thick.stroked(self.glyphs)
        keys = addresses * 2 + bold  # addresses stay far below half of what a number holds
        fonts, first, told = np.unique(keys, return_index=True, return_inverse=True)
        order = np.argsort(first)
        self.thick.update(np.flatnonzero(bold[first[order]]).tolist())
        for font in addresses[first[order]].tolist():
            buffer = ctypes.create_string_buffer(128)
            self.addresses.append(font)
            native.font_name(font, ctypes.addressof(buffer), 128)
            self.names.append(buffer.value.decode("latin-1"))
            self.leans.append(math.tan(math.radians(metrics.slope(font, self.names[-1]))))
        numbers = np.empty(len(fonts), np.int64)
        numbers[order] = np.arange(len(fonts))
        found[self.glyphs.owned] = numbers[told]
        return found

    def letters(self, *, closely: bool) -> Galley:
        """Return the letters in the order in which the file draws them, pdfium's own spaces and
        line ends left out; `closely`: with the ink of all.
        """
        glyphs, left, ground = self.glyphs, self.frame.left, self.frame.top
        if not glyphs.count:
            return Galley.of(())
        each = glyphs.each
        odd, stretched = self._odd()
        lines, sizes = self._lines(~odd, stretched)
        its_line, its_size = each(lines), each(sizes)
        its_font, is_odd = each(self.fonts), each(odd)
        spaced.mend(glyphs, self.drawn, its_size)
        again = said_again.leave_out(glyphs, self.drawn, ground - its_line, its_size, is_odd)
        looked = (self.drawn if closely else self._looked_at(its_size)) & ~is_odd & ~again.heads
        inks = np.full((glyphs.count, 4), np.nan)
        inked, drawn_at = self._inks(np.flatnonzero(looked), its_line, its_size)
        inks[inked] = drawn_at[:, (0, 3, 1, 2)] * (1, -1, 1, -1) - (left, -ground, left, -ground)
        plain = self.drawn & ~is_odd
        ends = rooms.ends(glyphs, its_font, self.addresses, its_size, plain)
        starts = rooms.starts(glyphs, ends, its_size, plain)
        sides = starts - left, ends - left, its_line, its_size
        found = Galley(list(glyphs.text), np.stack(sides), its_font, inks)
        behind = watermark.behind(glyphs, self.frame, self.looks, self.drawn, sizes)
        aside = self.drawn & each(behind & ~odd)
        kept: Mask = self.drawn & ~each(behind)
        marked = np.logical_or.reduceat(looked, glyphs.firsts)
        unusual, stand = self.unusual.set_in(found, odd, marked, sizes)
        for at, end in again.ends.items():
            found.x1[at] = max(found.x1[at], end - left)
        if unusual.any():
            shown = each(np.logical_or.reduceat(kept, glyphs.firsts))
            theirs = each(unusual)
            aside[theirs], kept[theirs] = (stand & ~shown)[theirs], (stand & shown)[theirs]
            rooms.cut(found, kept, theirs)
        rooms.part_ligatures(found, kept, glyphs.of)
        self.apart = found.take(aside) if aside.any() else ()
        return found.ordered(drawn_order.rows(glyphs, self.drawing, kept, sizes))

    def _inks(self, letters: Indexes, lines: Numbers, sizes: Numbers) -> tuple[Indexes, Numbers]:
        """Return which of some letters have ink, and where: left, right, bottom, top. Spaces seldom
        have; where their boxes are flat nobody need look at them.
        """
        inks = self.glyphs.inks(letters.tolist())
        flat = inks[:, 3] - inks[:, 2] <= INK_AT_LEAST * sizes[letters]
        shown = ~(flat & (self.glyphs.codes[letters] == ord(" ")))
        letters, inks = letters[shown], inks[shown]
        self._set_upright(inks, lines[letters], letters)
        return letters, inks

    def _set_upright(self, inks: Numbers, lines: Numbers, letters: Indexes) -> None:
        """Move the ink of letters of leaning fonts to where upright ones would have it: marks lean
        over the next letter.
        """
        if not any(self.leans):
            return
        leans = np.array([*self.leans, 0.0])[self.fonts[self.glyphs.of[letters]]]
        shift = leans * (inks[:, 2:].mean(axis=1) - (self.frame.top - lines))
        inks[:, 0] -= shift
        inks[:, 1] -= shift

    def _odd(self) -> tuple[Mask, Mask]:
        """Tell of which text objects the letters need not stand where pdfium says, and of which
        the room is higher than the font's.

        The former are those of turned pages, of fonts without height, and those whose room is
        their ink: so pdfium spreads the letters
        of an /ActualText over what they stand for. The latter hold ink that reaches out of the
        room, as marks on marks may.
        """
        glyphs, firsts = self.glyphs, self.glyphs.firsts
        left, _, bottom, top = glyphs.first_inks.T
        highs, lows = glyphs.tops[firsts], glyphs.bottoms[firsts]
        at_top, at_bottom = abs(highs - top) < SAME, abs(lows - bottom) < SAME
        inked = at_top & at_bottom & (abs(glyphs.lefts[firsts] - left) < SAME)
        odd: Mask = inked | (highs - lows <= FLAT) | (self.frame.turn != 0)
        odd[np.searchsorted(firsts, glyphs.shared, "right") - 1] = True
        lasts = firsts + glyphs.lengths - 1
        climbs = (abs(glyphs.bottoms[lasts] - lows) > FLAT).any()
        if climbs or slanted.climbs_one_by_one(glyphs, lows, FLAT):  # others may climb, too
            _, climb, *_ = glyphs.first_matrices(np.arange(len(firsts))).T
            odd |= abs(climb) > FLAT
        return odd & (self.fonts >= 0), at_top | at_bottom

    def _lines(self, plain: Mask, stretched: Mask) -> tuple[Numbers, Numbers]:
        """Return the base line and the size of the letters of each text object; a font tells both
        as shares of its height.
        """
        glyphs, plain = self.glyphs, plain & (self.fonts >= 0)
        lows = glyphs.bottoms[glyphs.firsts]
        highs = glyphs.tops[glyphs.firsts] - lows
        runs = np.flatnonzero(plain & ~stretched)
        fonts, first = np.unique(self.fonts[runs], return_index=True)
        rises, scales = np.zeros((2, len(self.names) + 1))
        bases, sizes = self._told(runs[first])
        rises[fonts] = (bases - lows[runs[first]]) / highs[runs[first]]
        scales[fonts] = sizes / highs[runs[first]]
        lines, shown = lows + rises[self.fonts] * highs, scales[self.fonts] * highs
        alone = np.flatnonzero(plain & stretched)
        lines[alone], shown[alone] = self._told(alone)
        return self.frame.top - lines, shown

    def _told(self, objects: Indexes) -> tuple[Numbers, Numbers]:
        """Return what the file says of the base line and the size of text objects."""
        letters = self.glyphs.firsts[objects].tolist()
        return self.glyphs.origins(letters)[:, 1], self.glyphs.sizes(letters)

    def _looked_at(self, sizes: Numbers) -> Mask:
        """Tell which letters are looked at more closely: those that may not be what the
        file says.
        """
        glyphs = self.glyphs
        back = glyphs.among(_DISGUISE)
        back[0] = False
        # a mark set by itself, which pdfium sorts elsewhere with a space before it
        apart = (self.fonts < 0)[glyphs.of[:-1]] & (glyphs.lengths == 1)[glyphs.of[1:]]
        near = glyphs.lefts[1:] < glyphs.rights[:-1] - BACK * sizes[1:]
        back[1:] &= near | (apart & (glyphs.codes[:-1] == ord(" ")))
        looked: Mask = (back | ~glyphs.among(_PLAIN)) & self.drawn
        return looked


def sheet(
    page: pypdfium2.PdfPage, number: int, *, hides: Hiding = MAY_HIDE, closely: bool = False
) -> Sheet:
    """Return letters and drawn lines; `hides`: what may hide any, `closely`: with all ink."""
    frame, glyphs = Frame(page), Glyphs(page)
    drawing = rules.drawing(page, frame, glyphs.owners)
    reader, letters = _read(page, glyphs, frame, drawing, hides, closely)
    said, contradicted = spoken.worth_a_look(reader.unusual.said), 0
    if said:
        marked = reader.unusual.marked or rules.Marked(frame, drawing)
        contradicted = spoken.silenced(page, marked, said)
    if contradicted:
        reader, letters = _read(page, Glyphs(page), frame, drawing, hides, closely)
    turned = {turn: tuple(found) for turn, found in sorted(reader.unusual.turned.items())}
    return Sheet(
        number,
        *(frame.width, frame.height),
        letters,
        drawing.rules,
        tuple(reader.names),
        turned,
        reader.unmapped,
        drawing.pictures,
        drawing.drawn or bool(letters or turned or reader.apart or reader.unusual.slanted),
        None if frame.turn else functools.partial(pictures.shown, page, frame),
        functools.cache(functools.partial(embedded.marks, reader.addresses)),
        functools.partial(digits.misdrawn, reader.addresses),
        shades=drawing.shades,
        leans=tuple(reader.leans),
        thick=frozenset(reader.thick),
        hidden=reader.hidden,
        contradicted=contradicted,
        unseen=reader.unseen,
        mixed=reader.mixed,
        apart=reader.apart,
        slanted={slope: tuple(found) for slope, found in sorted(reader.unusual.slanted.items())},
        shaped=drawing.shaped,
        small=drawing.small,
        banners=drawing.banners,
    )


def _read(
    page: pypdfium2.PdfPage,
    glyphs: Glyphs,
    frame: Frame,
    drawing: rules.Drawing,
    hides: Hiding,
    closely: bool,
    first: _Letters | None = None,
) -> tuple[_Letters, Galley]:
    """Return the reader of a page, and its letters; `first`: what read it with hidden texts."""
    with closing(glyphs):
        if drawing.forms:
            glyphs.put_pieces_in_place()
        reader = _Letters(page, glyphs, frame, drawing, hides=hides)
        if first:
            reader.hidden, reader.unseen, reader.mixed = first.hidden, first.unseen, first.mixed
        elif moved := patches.moved_away(glyphs, reader.behind, drawing):
            again = _read(page, Glyphs(page), frame, drawing, hides, closely, reader)
            if again[0].shown > reader.shown:
                return again
            patches.put_back(moved)
        return reader, reader.letters(closely=closely)
