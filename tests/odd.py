"""PDFs by people who were not thinking of parsers: damage with a fixed seed to good files, and
bombs made by hand.
"""

from __future__ import annotations

import random
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

Damage = Callable[[bytes, random.Random], bytes]
DEEP = 5000


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def _headless(data: bytes, dice: random.Random) -> bytes:
    return data[dice.randrange(1, 2000) :]


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice([1, 10, 100, 1000])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _holes(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + b"\0" * min(4096, len(data) - start) + data[start + 4096 :]


def _shuffled(data: bytes, dice: random.Random) -> bytes:
    blocks = [data[at : at + 512] for at in range(0, len(data), 512)]
    one, two = dice.randrange(len(blocks)), dice.randrange(len(blocks))
    blocks[one], blocks[two] = blocks[two], blocks[one]
    return b"".join(blocks)


def _no_xref(data: bytes, dice: random.Random) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % dice.randrange(10**9), data)


def _numbers(data: bytes, dice: random.Random) -> bytes:
    """Give some numbers outside streams a value no one thought of."""
    odd = (b"-1", b"0", b"99999999999", b"1e9", b"2147483648", b"-2147483649")
    return re.sub(
        rb"(?<=[ \[])\d+(?=[ \]\n/])",
        lambda hit: dice.choice(odd) if dice.random() < 0.02 else hit[0],
        data,
    )


def _references(data: bytes, dice: random.Random) -> bytes:
    """Have references lead elsewhere, also back to where they come from."""
    return re.sub(
        rb"\b\d+ 0 R",
        lambda hit: b"%d 0 R" % dice.randrange(1, 30) if dice.random() < 0.2 else hit[0],
        data,
    )


def _filters(data: bytes, dice: random.Random) -> bytes:
    names = (
        b"/LZWDecode",
        b"/DCTDecode",
        b"/JBIG2Decode",
        b"/CCITTFaxDecode",
        b"/ASCII85Decode",
        b"/NoSuchDecode",
        b"/Crypt",
        b"/JPXDecode",
    )
    return re.sub(
        rb"/FlateDecode", lambda hit: dice.choice(names) if dice.random() < 0.5 else hit[0], data
    )


def _keys(data: bytes, dice: random.Random) -> bytes:
    """Exchange names of a dictionary."""
    names = re.findall(rb"/[A-Z][A-Za-z]{3,}", data[:200000]) or [b"/Type"]
    return re.sub(
        rb"/[A-Z][A-Za-z]{3,}",
        lambda hit: dice.choice(names) if dice.random() < 0.03 else hit[0],
        data,
    )


def _locked(data: bytes, dice: random.Random) -> bytes:
    entry = b"/Encrypt <</Filter /Standard /V %d /R %d /Length 128 /P -4 /O <%s> /U <%s>>> " % (
        dice.choice([0, 1, 2, 4, 5, 9]), dice.choice([2, 3, 4, 6, 9]),
        b"00" * dice.choice([0, 16, 32, 48]), b"ff" * dice.choice([0, 32, 48]),
    )  # fmt: skip
    return (
        re.sub(rb"trailer\s*<<", lambda hit: hit[0] + entry, data, count=1)
        if b"trailer" in data
        else data.replace(b"/Root", entry + b"/Root", 1)
    )


def _noise(data: bytes, dice: random.Random) -> bytes:
    return b"%PDF-1.7\n" + dice.randbytes(dice.choice([0, 10, 1000, 100000]))


def _doubled(data: bytes, dice: random.Random) -> bytes:
    return data + data[dice.randrange(len(data)) :]


DAMAGES: tuple[Damage, ...] = (
    _cut, _headless, _flipped, _holes, _shuffled, _no_xref, _numbers, _references, _filters, _keys,
    _locked, _noise, _doubled,
)  # fmt: skip


def damaged(good: Sequence[Path], count: int, seed: int = 2568) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of so many damaged PDFs, the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        damage = DAMAGES[number % len(DAMAGES)]
        yield (
            f"{number:04}-{damage.__name__.strip('_')}.pdf",
            damage(good[dice.randrange(len(good))].read_bytes(), dice),
        )


def pdf(objects: Sequence[bytes], root: int = 1, extra: bytes = b"") -> bytes:
    """Return a PDF of numbered objects."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    return bytes(
        out
        + b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, root, extra, start)
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content: bytes = b"4 0 R", box: bytes = b"0 0 595 842", more: bytes = b"") -> bytes:
    """Return a page object that hangs below object 2."""
    return b"<</Type /Page /Parent 2 0 R /MediaBox [%s] /Contents %s %s>>" % (box, content, more)


CATALOG, ONE_PAGE = b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
WORDS = stream(b"BT /F1 12 Tf 72 700 Td (report) Tj ET")


def bombs() -> dict[str, bytes]:
    """Return PDFs that are small to store and endless to read, by name."""
    zeros = zlib.compress(b"\0" * 50_000_000, 9)
    twice = zlib.compress(zeros, 9)
    flate = b"/Filter /FlateDecode"
    rules = zlib.compress(b"0 0 10 10 re f\n" * 2_000_000, 9)
    letters = zlib.compress(b"BT /F1 1 Tf 10 10 Td " + b"(x) Tj " * 1_000_000 + b"ET", 9)
    font = b"/Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>> >>"
    forms = b"/Resources <</XObject <</X 4 0 R>> >>"
    nest = (
        b"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 4 0 R>> >>"
        b" /Length 4>>\nstream\n/X Do\nendstream"
    )
    kids = [
        b"<</Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1>>" % (number + 1, number + 3)
        for number in range(DEEP)
    ]
    return {
        "page-tree-cycle.pdf": pdf([CATALOG, b"<</Type /Pages /Kids [2 0 R] /Count 1>>"]),
        "page-tree-two-step-cycle.pdf": pdf([CATALOG, ONE_PAGE,
        b"<</Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9>>"]),
        "page-tree-deep.pdf": pdf([CATALOG, *kids, page()]),
        "count-lies.pdf": pdf([CATALOG, b"<</Type /Pages /Kids [3 0 R] /Count 2000000000>>", page(),
        WORDS]),
        "count-negative.pdf": pdf([CATALOG, b"<</Type /Pages /Kids [3 0 R] /Count -5>>", page(),
        WORDS]),
        "no-pages.pdf": pdf([CATALOG, b"<</Type /Pages /Kids [] /Count 0>>"]),
        "outline-cycle.pdf": pdf([b"<</Type /Catalog /Pages 2 0 R /Outlines 5 0 R>>", ONE_PAGE,
        page(), WORDS,
                                  b"<</First 6 0 R /Last 6 0 R /Count 1>>",
                                  b"<</Title (a) /Parent 5 0 R /Next 6 0 R /First 6 0 R>>"]),
        "many-pages.pdf": pdf([CATALOG,
        b"<</Type /Pages /Kids [%s] /Count 5000>>"
            % b" ".join(b"%d 0 R" % (at + 4) for at in range(5000)),
                               WORDS, *[page(b"3 0 R")] * 5000]),
        "box-giant.pdf": pdf([CATALOG, ONE_PAGE, page(box=b"0 0 1e9 1e9"), WORDS]),
        "box-zero.pdf": pdf([CATALOG, ONE_PAGE, page(box=b"0 0 0 0"), WORDS]),
        "box-upside-down.pdf": pdf([CATALOG, ONE_PAGE, page(box=b"595 842 0 0"), WORDS]),
        "box-words.pdf": pdf([CATALOG, ONE_PAGE, page(box=b"/a (b) null [1]"), WORDS]),
        "rotate-odd.pdf": pdf([CATALOG, ONE_PAGE, page(more=b"/Rotate 45"), WORDS]),
        "zip-bomb.pdf": pdf([CATALOG, ONE_PAGE, page(), stream(zeros, flate)]),
        "zip-bomb-twice.pdf": pdf([CATALOG, ONE_PAGE, page(), stream(twice,
        b"/Filter [/FlateDecode /FlateDecode]")]),
        "rules-bomb.pdf": pdf([CATALOG, ONE_PAGE, page(), stream(rules, flate)]),
        "letters-bomb.pdf": pdf([CATALOG, ONE_PAGE, page(more=font), stream(letters, flate)]),
        "form-in-itself.pdf": pdf([CATALOG, ONE_PAGE, page(b"5 0 R", more=forms), nest,
        stream(b"/X Do")]),
        "brackets-deep.pdf": pdf([CATALOG, ONE_PAGE, page(), stream(b"[" * 100_000)]),
        "dictionaries-deep.pdf": pdf([CATALOG, ONE_PAGE,
        page(more=b"/A " + b"<</A " * 20_000 + b"1" + b">>" * 20_000), WORDS]),
        "length-refers-to-itself.pdf": pdf([CATALOG, ONE_PAGE, page(),
        b"<</Length 4 0 R>>\nstream\nBT ET\nendstream"]),
        "previous-xref-cycle.pdf": pdf([CATALOG, ONE_PAGE, page(), WORDS], extra=b"/Prev 9"),
        "picture-giant.pdf": pdf([CATALOG, ONE_PAGE, page(b"5 0 R", more=forms), stream(
            zeros,
            flate + b" /Type /XObject /Subtype /Image /Width 60000 /Height 60000"
            b" /BitsPerComponent 8 /ColorSpace /DeviceRGB"),
            stream(b"595 0 0 842 0 0 cm /X Do")]),
        "empty.pdf": b"",
        "blank.pdf": b" \n" * 1000,
        "page.pdf": b"<!doctype html><html><body>404</body></html>",
        "zip.pdf": b"PK\x03\x04" + bytes(500),
    }  # fmt: skip


def forms_that_double(deep: int) -> BytesIO:
    """Return a PDF whose page draws a form that draws another twice, and so on so many deep."""
    own = b"/Resources <</XObject <</X %d 0 R>> >>"
    objects = [CATALOG, ONE_PAGE, page(more=own % 5), stream(b"/X Do")]
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 900]"
    for number in range(6, 6 + deep):
        draws = b"/X Do /X Do" if number < 5 + deep else b"0 0 9 9 re f"
        objects.append(stream(draws, form + own % number))
    return BytesIO(pdf(objects))


if __name__ == "__main__":
    target, number = Path(sys.argv[1]), int(sys.argv[2])
    target.mkdir(parents=True)
    samples = sorted((Path(__file__).parent.parent / "samples").rglob("*.pdf"))
    for name, content in [*damaged(samples, number), *bombs().items()]:
        (target / name).write_bytes(content)
