"""Are a page's pictures whole? A picture that is cut short, or cannot be decoded, is drawn white
and without a word: the page would count as read, and empty.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read.layer.letters import Ink
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.pieces import IMAGE, LITTLE, pieces

MOST_PIXELS = 150e6  # four times an A4 page at 600 dpi: a larger picture takes a gigabyte
PIECE = 1 << 14  # bytes that are decompressed at a time, to a thousand times as many at most
# bits a pixel, from which on a picture's data say more than one even shade: JPEG takes 0.3 for one,
# the other codings nearly nothing
TELLING = {"DCTDecode": 0.5, "JPXDecode": 0.5, "JBIG2Decode": 0.1, "CCITTFaxDecode": 0.1}
TELLING["FlateDecode"] = 0.1
TRAILING = 64  # bytes after a picture's end that mean nothing
CUT = 0.25  # of a fax's rows, white to its foot, in data without an end: it was cut there
END_OF_BLOCK = "000000000001" * 2  # of the groups 3 and 4 of T.4 and T.6
TAIL = 512  # bytes: programs leave behind a fax's end what their own files went on with
_MARKER = re.compile(rb"\xff+([^\xff\x00\xd0-\xd7])")
_START_OF_SCAN, _END_OF_IMAGE, _START, _END = 0xDA, 0xD9, b"\xff\xd8", b"\xff\xd9"
ENOUGH = 1 << 20  # bytes beyond what the pixels take: what comes after is nothing of the picture
PACKED = "FlateDecode"
DEPTHS = (1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64)  # bits a pixel: 1 to 4 inks of 1 to 16 bits
LINE_END = 2  # bytes
UNKNOWN_LENGTH = 0xFFFFFFFF  # of the data of a segment of JBIG2
# JBIG2 (ITU-T T.88, 7.2.4 and 7.2.5): the count that says that a long form follows; up to these
# numbers a segment is referred to by one byte, by two
LONG_FORM, ONE_BYTE, TWO_BYTES = 7, 256, 65536


@dataclass(frozen=True, slots=True)
class Damage:
    """`broken`: the share of the page under pictures that do not decode to their end, `huge`: under
    pictures too large to be decoded. `telling`: whether the data of any say more than one shade.
    """

    broken: float = 0.0
    huge: float = 0.0
    telling: bool = False

    @property
    def any(self) -> bool:
        """Tell whether more than an ornament is lost."""
        return self.broken + self.huge > LITTLE


Told = dict[tuple[str, int, int, int], bool]  # which pictures of a file are whole, by their data


def damage(page: pypdfium2.PdfPage, told: Told) -> Damage:
    """Return which share of a page is under pictures that cannot be shown whole; `told` keeps what
    was found of each picture of the file: slides show the same ones again and again.
    """
    broken = huge = 0.0
    telling = False
    frame = Frame(page)
    for piece in pieces(page):
        if piece.kind != IMAGE or (share := _share(piece.box(frame), frame)) <= LITTLE:
            continue
        raw = ctypes.cast(piece.handle, pdfium_c.FPDF_PAGEOBJECT)
        image = pypdfium2.PdfImage(raw, page=page)
        columns, rows = image.get_px_size()
        if columns * rows > MOST_PIXELS:
            huge += share
            continue
        coding, data = _data(image)
        if data is None or not _is_whole(image, coding, data, told):
            broken += share
            continue
        least = TELLING.get(coding, math.inf) * columns * rows
        telling = telling or 8 * len(data) > least
    return Damage(min(1.0, broken), min(1.0, huge), telling)


def _share(box: Ink, frame: Frame) -> float:
    """Return which share of the page a box takes."""
    wide = min(box.x1, frame.width) - max(box.x0, 0.0)
    high = min(box.bottom, frame.height) - max(box.top, 0.0)
    return max(0.0, wide) * max(0.0, high) / max(1.0, frame.width * frame.height)


def _data(image: pypdfium2.PdfImage) -> tuple[str, bytes | None]:
    """Return a picture's coding, none for bare pixels, and its data in it; no data where they
    cannot be had.
    """
    try:
        filters = list(image.get_filters())
        packed = filters == [PACKED]
        data = bytes(image.get_data(decode_simple=not packed))
    except pypdfium2.PdfiumError:
        return "", None
    return PACKED if packed else filters[-1] if filters and filters[-1] != PACKED else "", data


def _is_whole(image: pypdfium2.PdfImage, coding: str, data: bytes, told: Told) -> bool:
    """Tell whether a picture's data decode to its last row."""
    asked = _asked(image)
    key = coding, len(data), zlib.crc32(data), asked
    if key not in told:
        told[key] = _ends(image, coding, data, asked)
    return told[key]


def _may_be_all(count: int, image: pypdfium2.PdfImage) -> bool:
    """Tell whether so many bytes are all of a picture's rows, of whatever depth: pdfium tells that
    of the shades it draws, 8 bits for what the file writes in 2 or 4, 24 for three inks or one in
    16. Before each row may stand how it is packed, behind them all an end of line.
    """
    columns, rows = image.get_px_size()
    sizes = (
        int(rows) * (-(-int(columns) * bits // 8) + more) for bits in DEPTHS for more in (0, 1)
    )
    return any(0 <= count - size <= LINE_END for size in sizes)


def _ends(image: pypdfium2.PdfImage, coding: str, data: bytes, asked: int) -> bool:
    if coding == PACKED:
        return _inflates(data, asked, image)
    if coding not in _ENDS:
        enough = len(data) >= asked or _may_be_all(len(data), image)
        return enough and _shown(image) is not None
    if not _ENDS[coding](data):
        return False
    if coding == "JBIG2Decode":
        return _shown(image) is not None
    if coding == "CCITTFaxDecode":
        return asked > 0 and _fax_ends(data, image)
    return asked > 0 or coding == "DCTDecode"


def _shown(image: pypdfium2.PdfImage) -> pypdfium2.PdfBitmap | None:
    """Return the picture as pdfium decodes it; None where it cannot."""
    with contextlib.suppress(pypdfium2.PdfiumError):
        return image.get_bitmap()
    return None


def _asked(image: pypdfium2.PdfImage) -> int:
    """Return how many bytes the pixels of a picture without a coding of its own take; 0 where the
    file does not tell or pdfium cannot decode it: that of a fax it begins to decode, and all of a
    JPEG 2000.
    """
    told = pdfium_c.FPDF_IMAGEOBJ_METADATA()
    columns, rows = image.get_px_size()
    if not pdfium_c.FPDFImageObj_GetImageMetadata(image, image.page, ctypes.byref(told)):
        return 0
    return int(rows) * -(-int(columns) * int(told.bits_per_pixel) // 8)


def _inflates(data: bytes, asked: int, image: pypdfium2.PdfImage) -> bool:
    """Tell whether compressed data run to their end without an error, and give as many bytes as
    are asked for, or all of its rows in another depth; what comes after those is not looked at.
    """
    whole, at, count = zlib.decompressobj(), 0, 0
    try:
        while at < len(data) and not whole.eof and count <= 2 * asked + ENOUGH:
            count += len(whole.decompress(data[at : at + PIECE]))
            at += PIECE
    except zlib.error:
        return False
    if count < asked:
        return whole.eof and _may_be_all(count, image)
    return whole.eof or at < len(data)


def _jpeg_ends(data: bytes) -> bool:
    """Tell whether a JPEG runs to its end mark, and nothing of it stands behind that."""
    start = data.find(_START)
    if start < 0:
        return False
    at = start + len(_START)
    scans = 0
    if _ends_once(data, at):
        return True
    while True:
        found = _MARKER.search(data, at)
        if found is None:
            return bool(scans) and _fills(data[start:])
        kind, at = found.group(1)[0], found.end()
        if kind == _END_OF_IMAGE:
            rest = data[at:].strip(b"\x00\xff\r\n \t")
            return bool(scans) and (len(rest) < TRAILING or _START in rest[:TRAILING])
        if at + 2 > len(data):
            return False
        scans += kind == _START_OF_SCAN
        at += int.from_bytes(data[at : at + 2], "big")


def _ends_once(data: bytes, at: int) -> bool:
    """Tell whether the segments of a JPEG follow each other from a place to where its rows begin,
    and from there on its end mark stands at the end of the data alone: so nearly all do.
    """
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == _START_OF_SCAN:
            return data.find(_END, at) == len(data.rstrip(b"\x00\r\n \t")) - len(_END)
        at += 2 + length
    return False


def _fills(data: bytes) -> bool:
    """Tell whether a JPEG that lacks its end mark holds all its rows all the same: then it shows
    the same picture whatever comes after.
    """
    from ita_checker.read.raster.coding import decoded

    first, second = (decoded(data + more + _END) for more in (b"", b"\x55\xaa" * 4096))
    return first is not None and second is not None and bool((first == second).all())


def _jpx_ends(data: bytes) -> bool:
    """Tell whether a JPEG 2000 holds the mark at its end; within its data no two bytes are such."""
    return data.rfind(b"\xff\xd9") > 0


def _jbig2_ends(data: bytes) -> bool:
    """Tell whether the segments of a JBIG2 follow each other to the end of the data."""
    at = 0
    while at < len(data):
        if not data[at:].strip(b"\x00\r\n"):
            return at > 0
        header = _segment(data, at)
        if header is None:
            return False
        start, length = header
        if length == UNKNOWN_LENGTH:
            return True
        at = start + length
    return at == len(data) > 0


def _segment(data: bytes, at: int) -> tuple[int, int] | None:
    """Return where the data of the segment at a place begin, and how long they are."""
    if at + 6 > len(data):
        return None
    number, flags, referred = struct.unpack_from(">IBB", data, at)
    count, at = referred >> 5, at + 6
    if count == LONG_FORM:
        (count,) = struct.unpack_from(">I", data, at - 1) if at + 3 <= len(data) else (0,)
        count &= 0x1FFFFFFF
        at += 3 + (count + 8) // 8
    at += count * (1 if number <= ONE_BYTE else 2 if number <= TWO_BYTES else 4)
    at += 4 if flags & 0x40 else 1
    if at + 4 > len(data):
        return None
    (length,) = struct.unpack_from(">I", data, at)
    return at + 4, length


def _fax_ends(data: bytes, image: pypdfium2.PdfImage) -> bool:
    """Tell whether a fax has its end mark, or is drawn to its foot without one."""
    tail = f"{int.from_bytes(b'1' + data[-TAIL:], 'big'):b}"
    if END_OF_BLOCK in tail:
        return True
    shown = _shown(image)
    if shown is None:
        return False
    rows = shown.to_numpy()
    rows = rows.reshape(rows.shape[0], -1)
    foot = rows[-max(1, int(CUT * len(rows))) :]
    return bool(foot.min() != foot.max())


_ENDS: dict[str, Callable[[bytes], bool]] = {
    "DCTDecode": _jpeg_ends,
    "JPXDecode": _jpx_ends,
    "JBIG2Decode": _jbig2_ends,
    "CCITTFaxDecode": bool,
}
