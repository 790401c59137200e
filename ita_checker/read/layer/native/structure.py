"""What a file's objects tell that no engine for letters tells: pages whose drawing ends too early,
layers that are off.

A stream that is cut short or has a hole is drawn as far as it goes, and without a word: half a
page would count as a page.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ita_checker.read.layer.native.code_maps import Doubtful, doubtful

NOTHING = Doubtful()
DEEPEST = 3  # forms within forms
PLAIN = "/Normal", "/Compatible"  # how drawn things are not mixed with what is under them
REBUILT = "reconstruct"  # what qpdf says when it has to search for a file's objects
_TAG = re.compile(r"^[A-Z]{6}\+")
CHECKSUM = 4  # bytes after the compressed data; some writers leave them out


class Hiding(NamedTuple):
    """What may hide letters of a page: layers that are off, things drawn see-through or mixed."""

    layers: bool
    mixed: bool


MAY_HIDE = Hiding(layers=False, mixed=True)  # as far as nobody looked


class Structure:
    """One file's objects, looked at when first asked for. What cannot be opened tells nothing;
    no content: it is not to be opened.
    """

    def __init__(self, content: bytes | None) -> None:
        self.content = content
        self._known: dict[tuple[int, int], bool] = {}  # which forms are whole, for pages share them
        self._maps: dict[tuple[int, int], Doubtful] = {}  # what code maps say of digits

    @cached_property
    def _pdf(self) -> Any:
        import pikepdf

        if self.content is None:
            return None
        try:
            return pikepdf.open(io.BytesIO(self.content))
        except (pikepdf.PasswordError, pikepdf.PdfError, ValueError, RuntimeError):
            return None

    @cached_property
    def _pages(self) -> Any:
        import pikepdf

        try:
            return () if self._pdf is None else tuple(self._pdf.pages)
        except (pikepdf.PdfError, ValueError, RuntimeError):
            return ()

    @property
    def count(self) -> int | None:
        """Return how many pages are in the file's list of them, those that are lost too; None where
        nobody can tell.
        """
        import pikepdf

        if not self._pages:
            return None
        try:
            return max(len(self._pages), int(self._pdf.Root.Pages.get("/Count", 0)))
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return len(self._pages)

    @cached_property
    def rebuilt(self) -> bool:
        """Tell whether the file's list of objects is lost, so that they had to be searched for: no
        one tells which of them are gone.
        """
        return bool(self._pages) and any(REBUILT in str(said) for said in self._pdf.get_warnings())

    def damaged(self, number: int) -> bool | None:
        """Tell whether what a page (from 1) draws does not decode to its end; None of a page that
        is not known here.
        """
        import pikepdf

        if number > len(self._pages):
            return None
        page = self._pages[number - 1].obj
        try:
            return not all(map(self._is_whole, _streams(page)))
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return False  # objects of the wrong kind are the engines' to judge

    def _is_whole(self, stream: Any) -> bool:
        """Tell whether a stream decodes to its end; what pages share is looked at once."""
        place = stream.objgen
        if place == (0, 0):
            return _is_whole(stream)
        if place not in self._known:
            self._known[place] = _is_whole(stream)
        return self._known[place]

    def fonts(self, number: int) -> tuple[Any, ...]:
        """Return the fonts of a page (from 1) and of the forms it may use."""
        import pikepdf

        if number > len(self._pages):
            return ()
        try:
            return tuple(_fonts(self._pages[number - 1].obj.get("/Resources")))
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return ()

    def doubtful_digits(self, number: int) -> dict[str, Doubtful]:
        """Return of which digits the code maps of a page's fonts may not be right, by the names of
        the fonts.
        """
        import pikepdf

        found: dict[str, Doubtful] = {}
        try:
            for font in self.fonts(number):
                told = self._doubtful_digits(font.get("/ToUnicode"))
                if told.twice or told.unordered:
                    found |= {name: told | found.get(name, NOTHING) for name in _names(font)}
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return found
        return found

    def _doubtful_digits(self, said: Any) -> Doubtful:
        """Return what a code map says of digits; what pages share is looked at once."""
        import pikepdf

        if not isinstance(said, pikepdf.Stream):
            return NOTHING
        place = said.objgen
        if place not in self._maps or place == (0, 0):
            self._maps[place] = doubtful(said.read_bytes())
        return self._maps[place]

    def hides(self, number: int) -> Hiding:
        """Return what may hide letters of a page (from 1)."""
        return Hiding(self.hides_layers, self._mixes(number))

    def _mixes(self, number: int) -> bool:
        """Tell whether a page, or a form on it, draws anything through a mask, see-through or mixed
        with what is under it; or nobody can tell.
        """
        import pikepdf

        if number > len(self._pages):
            return True
        try:
            return any(map(_mixes, _held(self._pages[number - 1].obj.get("/Resources"))))
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return True

    @cached_property
    def hides_layers(self) -> bool:
        """Tell whether the file has layers that are off when it is opened, or nobody can tell."""
        import pikepdf

        if self._pdf is None:
            return True
        try:
            layers = self._pdf.Root.get("/OCProperties")
            shown = layers.get("/D") if layers is not None else None
            if shown is None:
                return False
            return str(shown.get("/BaseState", "/ON")) != "/ON" or bool(len(shown.get("/OFF", ())))
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError):
            return True  # layers that nobody understands: the picture decides

    def close(self) -> None:
        """Give the file back."""
        if "_pdf" in self.__dict__ and self._pdf is not None:
            self._pdf.close()


def _streams(page: Any) -> Iterator[Any]:
    """Yield the streams that draw a page: its contents, and the forms they may use."""
    import pikepdf

    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        yield from contents
    elif contents is not None:
        yield contents
    yield from _forms(page.get("/Resources"), 0)


def _forms(resources: Any, depth: int) -> Iterator[Any]:
    """Yield the forms among a page's resources, and those within them."""
    import pikepdf

    held = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(held, pikepdf.Dictionary):
        return
    for _, form in held.items():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
            yield form
            if depth < DEEPEST:
                yield from _forms(form.get("/Resources"), depth + 1)


def _held(resources: Any) -> list[Any]:
    """Return the resources of a page and of the forms it may use."""
    return [resources, *(form.get("/Resources") for form in _forms(resources, 0))]


def _mixes(resources: Any) -> bool:
    """Tell whether any of the states in which things are drawn is a mask, see-through or mixed."""
    import pikepdf

    states = resources.get("/ExtGState") if isinstance(resources, pikepdf.Dictionary) else None
    return any(
        str(state.get("/SMask", "/None")) != "/None"
        or str(state.get("/BM", "/Normal")) not in PLAIN
        or min(float(state.get(alpha, 1)) for alpha in ("/ca", "/CA")) < 1
        for _, state in (states.items() if isinstance(states, pikepdf.Dictionary) else ())
    )


def _fonts(resources: Any) -> Iterator[Any]:
    """Yield the fonts of a page and of the forms it may use."""
    import pikepdf

    for one in _held(resources):
        fonts = one.get("/Font") if isinstance(one, pikepdf.Dictionary) else None
        if isinstance(fonts, pikepdf.Dictionary):
            yield from (font for _, font in fonts.items() if isinstance(font, pikepdf.Dictionary))


def _names(font: Any) -> list[str]:
    """Return the names under which engines may know a font."""
    held = [font, *(font.get("/DescendantFonts") or ())]
    return [bare_name(str(one.get("/BaseFont"))[1:]) for one in held]


def bare_name(name: str) -> str:
    """Return what of a font's name engines agree upon: not the tag of a part of it."""
    return _TAG.sub("", name.encode("ascii", "ignore").decode())


def _is_whole(stream: Any) -> bool:
    """Tell whether a stream decodes to its end."""
    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        return False
    coded = stream.get("/Filter")
    if isinstance(coded, pikepdf.Array) and len(coded) == 1:
        coded = coded[0]
    if coded == "/FlateDecode":
        data = stream.read_raw_bytes()
        return not data or _inflates(data)
    try:
        stream.read_bytes()
    except pikepdf.PdfError:
        return False
    return True


def _inflates(data: bytes) -> bool:
    """Tell whether compressed data ends where it says, and is what it was when its checksum was
    taken.
    """
    whole = zlib.decompressobj()
    try:
        whole.decompress(data)
    except zlib.error:
        return False
    if whole.eof:
        return True
    bare = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        bare.decompress(data[2:])
    except zlib.error:
        return False
    return bare.eof and len(bare.unused_data) < CHECKSUM
