"""A scanned page read: picture, layout, letters, lines and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ita_checker.model import Line, Page, Source
from ita_checker.read.ocr.alone import with_numbers
from ita_checker.read.ocr.assembly import Assembly
from ita_checker.read.ocr.boxes import Corners, Place, boxes, with_boxes
from ita_checker.read.ocr.ends import with_ends
from ita_checker.read.ocr.fields import without_fields
from ita_checker.read.ocr.ink.crops import BESIDE, Crop, closeness, crop
from ita_checker.read.ocr.ink.layout import COARSE, Layout, layout
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import (
    FEW,
    Read,
    is_word,
    legible,
    numbers_in_line,
    outside_pictures,
    print_in,
)
from ita_checker.read.ocr.letters.letter import ROW, Letter
from ita_checker.read.ocr.letters.recogniser import HEIGHT, again, once, scaled, sure
from ita_checker.read.ocr.paper.limits import MOST_COLUMNS, GivenUp, within
from ita_checker.read.ocr.paper.picture import Picture, picture
from ita_checker.read.ocr.paper.places import put_back, zoomed
from ita_checker.read.ocr.paper.rings import doubted, without_rings
from ita_checker.read.ocr.paper.turning import sideways, turned
from ita_checker.read.ocr.pen import by_hand, with_ticks
from ita_checker.read.ocr.tall import apart, better, is_sure, met, stands_out, tall_print, unframed
from ita_checker.read.raster import Grey
from ita_checker.read.raster.fineness import enlarged
from ita_checker.read.raster.turning import turned_back

LEAST_LEGIBLE = 0.5  # of the strips' length: with less of it print, the page counts as unread
# of the strips' length: with less of it print, the page may lie on its side or its head
READABLE = 0.75
Lines = tuple[Line, ...]
MOST_LONE = 4  # lines of a letter or three: a page with no other and with more is no page of print
HOPELESS = 0.25  # of a sample is print: the whole page will not be half print
# columns of the reader from a letter to the next: those of narrow faces are drawn so wide, but no
# more times as wide as they are, and not at all for less. On 150 scans 1,307 letters were wrong, so
# 845; with 14 columns 886, with 17 839 and more of broad faces. Without letters enough to tell, it
# is so many body heights
COMFORTABLE, WIDEST_DRAWN, LEAST_DRAWN, ORDINARY = 15.0, 1.35, 1.08, 1.0
SAMPLE = 40  # strips by which a page is tried: many enough to tell which way it lies
LONG = 4.0  # body heights: a strip of a word is as long
# pixels per point: a coarser picture is made as fine as a page is rendered
COARSEST, FINE = 220 / 72, 300 / 72


def read_picture(
    grey: Grey,
    scale: float,
    number: int,
    on_white: bool = False,
    typed: bool = False,
    layers: Sequence[Grey] = (),
) -> Page | None:
    """Return the page as read off a grey picture (255 white) of so many pixels per point; None
    where its writing is no print. `on_white`: the colours it stood on were taken off; `typed`:
    nothing but letters is drawn there, so that no pen wrote anything; `layers`: ink of what may be
    print upon photographs.
    """
    if scale < COARSEST:
        layers = [enlarged(layer, FINE / scale) for layer in layers]
        grey, scale = enlarged(grey, FINE / scale), FINE
    level = picture(grey if on_white else without_fields(grey, scale), scale)
    ink, seals = without_rings(level.ink, scale)
    tried = _upright(replace(level, ink=ink, coloured=on_white, typed=typed))
    height, width = (side / scale for side in tried.level.ink.shape)
    found, upon = _with_layers(tried, layers) if layers else (tried.print, ())
    quality, blank = "doubtful" if upon else "ocr", tried.found.blank
    empty = Page(number, width, height, source=Source.OCR, quality=quality, blank=blank)
    if tried.legible < LEAST_LEGIBLE and len(tried.letters) > 2 and not upon:
        return None
    tall = _tall(tried, found)
    if not tried.letters and not tall and not upon:
        return put_back(empty, tried.level.quarters)
    read = apart(found, tall, scale / COARSE) if tall else found
    made = Assembly(tried.found, read, tried.level, (*tall, *upon)).page(empty)
    made = put_back(empty if _is_noise(made) else made, tried.level.quarters)
    return doubted(made, [level.box(*seal.sides) for seal in seals])


def _tall(tried: _Tried, found: Read) -> tuple[Line, ...]:
    """Return the lines of letters too tall for lines; `found`: what was read as print."""
    words = [strip for strip, (letters, _) in found.items() if is_word(letters)]
    scale = tried.level.scale / COARSE
    pieces = unframed(tried.found.outlines, tried.found.tables, scale)
    taken = tried.found.found.boxes[[each for strip in words for each in strip.pieces]]
    small = tall_print(tried.level, pieces, COARSE, words, taken)
    if small is None:
        return ()
    level, by = small
    more = _Trial(level).read()
    sure = better(more.print, found, by)
    height, width = (side / level.scale for side in level.ink.shape)
    page = Assembly(more.found, sure, level).page(Page(1, width, height))
    return tuple(line for line in zoomed(page, by).lines if line.text)  # cells may be empty


def _with_layers(tried: _Tried, layers: Sequence[Grey]) -> tuple[Read, Lines]:
    """Return what was read as print but for what is read more surely upon photographs, and the
    lines of that.
    """
    found, lines = tried.print, list[Line]()
    if tried.level.quarters or layers[0].shape != tried.level.ink.shape:
        return found, ()
    empty = Page(1, *(side / tried.level.scale for side in tried.level.ink.shape[::-1]))
    for layer in layers:
        ink = turned_back(layer, tried.level.skew) if tried.level.skew else layer
        try:
            more = _Trial(replace(tried.level, ink=ink)).read()
        except GivenUp:
            continue
        surer = {
            strip: read
            for strip, read in more.print.items()
            if is_sure(read[0]) and len(read[0]) > FEW and stands_out(strip, read[0], found)
        }
        found = {
            strip: read
            for strip, read in found.items()
            if not any(met(strip, each) for each in surer)
        }
        lines += Assembly(more.found, surer, more.level).page(empty).lines
    return found, tuple(lines)


def inks(grey: Grey, scale: float) -> list[Grey]:
    """Return the ink of each strip of a grey picture, as the recogniser is given it."""
    found = layout(picture(grey, scale))
    return [crop(found.ink, found.found, strip, COARSE).ink for strip in _strips(found)]


def _is_noise(page: Page) -> bool:
    """Tell whether nothing but lone letters was read here and there, as in a photograph."""
    lengths = [len(line.text.replace(" ", "")) for line in page.lines]
    return not page.tables and len(lengths) > MOST_LONE and max(lengths) <= FEW


@dataclass(frozen=True, slots=True)
class _Tried:
    """A picture with what was read in it."""

    level: Picture
    found: Layout
    letters: Read

    @property
    def legible(self) -> float:
        """Return which share of the strips, by their length, is print."""
        return legible(self.letters, self.level.coloured)

    @property
    def print(self) -> Read:
        """Return the strips that are print; in cells and beside print also lone letters that were
        read less surely; on coloured pages, where pieces of drawings stand beside print, numbers.
        """
        sure = print_in(self.letters)
        cells = {
            strip for table in self.found.cells for cell in table for row in cell for strip in row
        }
        beside = {
            strip for row in self.found.rows if any(other in sure for other in row) for strip in row
        }
        coloured, typed = self.level.coloured, self.level.typed
        if coloured:
            beside = set(numbers_in_line(self.letters, sure))
        found = print_in(self.letters, cells | beside, cells, coloured)
        found = with_ticks(found, self.letters, cells)
        found = outside_pictures(found, self.letters, cells, coloured)
        if typed:
            return found
        return by_hand(found, self.letters, cells, self.found.rows, alone=not coloured)


def _upright(level: Picture) -> _Tried:
    """Return the picture read the way it can be read: as it lies, else turned by a half or by
    quarters. A sample of the strips tells which way that is; only then all are read.
    """
    as_it_lies = _Trial(level)
    if as_it_lies.legible >= READABLE or not as_it_lies.strips:
        return as_it_lies.read()
    trials = [as_it_lies]
    for quarters in (1, 3, 2) if sideways(level.ink) or as_it_lies.short else (2,):
        trials.append(_Trial(turned(level, quarters)))
        if trials[-1].legible >= READABLE:
            break
    best = max(trials, key=lambda each: each.legible)
    return best.read() if best.legible >= HOPELESS else best.sampled()


class _Trial:
    """A picture turned one way, of which a sample of strips was read once."""

    def __init__(self, level: Picture) -> None:
        self.found = layout(level)
        self.level = self.found.picture
        self.strips = list(_strips(self.found))
        self.corners = Corners.of(self.found.found, self.found.body)
        within(sum(map(_columns, self.strips)), MOST_COLUMNS)
        of = [strip for strip in self.strips if strip.x1 - strip.x0 >= LONG * strip.body]
        of = of if level.coloured and of else self.strips  # pieces of photographs are short
        step = max(1, len(of) // SAMPLE)
        sample = of[:: step if len(of) > 2 * SAMPLE else 1]
        self.crops = {strip: self._crop(strip) for strip in sample}
        self.boxes: dict[Strip, list[Place]] = {}
        self.close = closeness(self.found.found, self.strips)
        self.pictures = {strip: self._scaled(strip) for strip in sample}
        looks = once(list(self.pictures.values()))
        self.looks = dict(zip(sample, looks, strict=True))
        self.letters = {
            strip: (self._signed(sure(read), strip, self.crops[strip]), self.crops[strip])
            for strip, read in self.looks.items()
        }
        self.legible = legible(self.letters, level.coloured)

    @property
    def short(self) -> bool:
        """Tell whether most strips hold a letter or two, as those of a page on its side do."""
        return sum(len(read) <= FEW for read, _ in self.letters.values()) > len(self.letters) / 2

    def _crop(self, strip: Strip) -> Crop:
        return crop(self.found.ink, self.found.found, strip, COARSE)

    def _scaled(self, strip: Strip) -> Grey:
        """Return a strip's ink as the reader is given it: letters of narrow faces drawn wider."""
        cut = self.crops[strip]
        step = self.close.get(strip, ORDINARY) * strip.body * HEIGHT * COARSE
        apart = step / max(1, cut.bottom - cut.top)
        by = min(WIDEST_DRAWN, COMFORTABLE / max(1.0, apart))
        return scaled(cut.ink, by if by >= LEAST_DRAWN else 1.0)

    def _signed(self, read: list[Letter], strip: Strip, cut: Crop) -> list[Letter]:
        """Return a strip's letters with the signs among them that their shapes tell: rows of dots
        and boxes.
        """
        if strip not in self.boxes:
            self.boxes[strip] = boxes(self.found.found, strip, self.corners)
        places = self.boxes[strip]
        letters = with_boxes(read, places, cut.x0 / COARSE, cut.wide / COARSE) if places else read
        return _dotted(letters, strip)

    def sampled(self) -> _Tried:
        """Return the picture with the sample of its strips."""
        return _Tried(self.level, self.found, self.letters)

    def read(self) -> _Tried:
        """Return the picture with all its strips read."""
        rest = [strip for strip in self.strips if strip not in self.crops]
        self.crops |= {strip: self._crop(strip) for strip in rest}
        self.pictures |= {strip: self._scaled(strip) for strip in rest}
        looks = once([self.pictures[strip] for strip in rest])
        self.looks |= dict(zip(rest, looks, strict=True))
        cuts = [self.crops[strip] for strip in self.strips]
        pictures = [self.pictures[strip] for strip in self.strips]
        letters = again(pictures, [self.looks[strip] for strip in self.strips])
        letters = with_ends(self.strips, cuts, pictures, letters)
        letters = with_numbers(self.strips, pictures, letters)
        read = {
            strip: (self._signed(each, strip, cut), cut)
            for strip, each, cut in zip(self.strips, letters, cuts, strict=True)
        }
        return _Tried(self.level, self.found, read)


def _columns(strip: Strip) -> int:
    """Return how long the strip is, in pixels at the reader's height."""
    return int((strip.x1 - strip.x0) * HEIGHT / max(1, strip.bottom - strip.top))


def _dotted(read: list[Letter], strip: Strip) -> list[Letter]:
    """Return the letters with the strip's rows of dots among them, as shares of the crop's
    width.
    """
    start, wide = strip.x0 - BESIDE * strip.body, strip.x1 - strip.x0 + 2 * BESIDE * strip.body
    rows = [Letter(ROW, (x0 - start) / wide, (x1 - start) / wide, 1.0, "") for x0, x1 in strip.dots]
    kept = [
        letter
        for letter in read
        if not any(row.x0 <= (letter.x0 + letter.x1) / 2 <= row.x1 for row in rows)
    ]
    return sorted([*kept, *rows], key=lambda letter: letter.x0 + letter.x1) if rows else read


def _strips(found: Layout) -> Iterator[Strip]:
    for row in found.rows:
        yield from row
    for table in found.cells:
        for cell in table:
            for row in cell:
                yield from row
