"""Writes small PDFs whose fonts say what a test wants them to say: every glyph is a rectangle,
every code map is chosen.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

BODY = (50, 0, 450, 450)  # the ink of a letter, in thousandths of its size: x0, y0, x1, y1
INK = {  # the ink of marks as TH Sarabun draws them, to the left of where they are set
    "่": (-60, 480, -20, 630),
    "้": (-260, 480, -10, 670),
    "์": (-190, 470, -15, 670),
    "^": (-390, 900, -15, 1100),  # a mark raised over another
    "ํ": (-170, 460, -20, 620),
    "ั": (-300, 460, -20, 620),
    "ิ": (-310, 455, -15, 615),
    "ี": (-310, 455, -15, 650),
    "ุ": (-130, -230, -20, -50),
    " ": (0, 0, 0, 0),
    "ำ": (-170, 0, 450, 640),
}


@dataclass(frozen=True)
class Glyph:
    """A glyph: what is drawn (a key of INK, or any letter), what the file says it reads as, and
    how wide it is.
    """

    drawn: str
    says: str
    width: int

    @property
    def ink(self) -> tuple[int, int, int, int]:
        return INK.get(self.drawn, BODY)


def glyph(drawn: str, says: str | None = None) -> Glyph:
    """Return the glyph of a letter; marks take no room."""
    return Glyph(
        drawn,
        drawn if says is None else says,
        0 if drawn in INK and drawn not in " ำ" else 250 if drawn == " " else 500,
    )


def spelt(text: str, lies: Mapping[str, str] | None = None) -> list[Glyph]:
    """Return the glyphs of a text; `lies` tells what the file says instead of some letters."""
    return [glyph(letter, (lies or {}).get(letter)) for letter in text]


@dataclass
class Paper:
    """One page, written letter by letter."""

    width: float = 400
    height: float = 300
    rotate: int = 0
    size: float = 20
    glyphs: list[Glyph] = field(default_factory=list)
    content: list[str] = field(default_factory=list)

    def write(
        self, text: str | Sequence[Glyph], x: float, top: float, matrix: str = "1 0 0 1"
    ) -> Paper:
        """Set glyphs from a point `top` points below the page's top."""
        codes = "".join(
            f"{self._code(one):02x}" for one in (spelt(text) if isinstance(text, str) else text)
        )
        self.content.append(
            f"BT /F {self.size} Tf {matrix} {x} {self.height - top} Tm <{codes}> Tj ET"
        )
        return self

    def say(self, text: str, drawn: str, x: float, top: float) -> Paper:
        """Set glyphs under an /ActualText."""
        self.content.append(f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC")
        self.write([glyph(letter, "X") for letter in drawn], x, top)
        self.content.append("EMC")
        return self

    def line(self, x0: float, top: float, x1: float, bottom: float) -> Paper:
        """Draw a line."""
        self.content.append(f"0.5 w {x0} {self.height - top} m {x1} {self.height - bottom} l S")
        return self

    def grid(self, xs: Sequence[float], tops: Sequence[float]) -> Paper:
        """Draw a full grid."""
        for x in xs:
            self.line(x, tops[0], x, tops[-1])
        for top in tops:
            self.line(xs[0], top, xs[-1], top)
        return self

    def rounded(
        self, x0: float, top: float, x1: float, bottom: float, round_by: float, shade: float = 0
    ) -> Paper:
        """Draw a box with round corners: its line, or the area in a grey."""
        low, high, by = self.height - bottom, self.height - top, 0.55 * round_by
        self.content.append(
            f"q 0.5 w {shade} g {x0} {low + round_by} m {x0} {high - round_by} l"
            f" {x0} {high - by} {x0 + by} {high} {x0 + round_by} {high} c"
            f" {x1 - round_by} {high} l"
            f" {x1 - by} {high} {x1} {high - by} {x1} {high - round_by} c"
            f" {x1} {low + round_by} l"
            f" {x1} {low + by} {x1 - by} {low} {x1 - round_by} {low} c"
            f" {x0 + round_by} {low} l"
            f" {x0 + by} {low} {x0} {low + by} {x0} {low + round_by} c {'f' if shade else 'S'} Q"
        )
        return self

    def _code(self, wanted: Glyph) -> int:
        if wanted not in self.glyphs:
            self.glyphs.append(wanted)
        return self.glyphs.index(wanted) + 33

    def bytes(self, pages: int = 1) -> bytes:
        """Return the PDF, its page repeated."""
        objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
        stream = zlib.compress("\n".join(self.content).encode())
        bodies: list[bytes] = []
        procs, widths, maps = [], [], []
        number = 5 + 1
        for code, one in enumerate(self.glyphs, 33):
            x0, y0, x1, y1 = one.ink
            procs.append(
                (number, f"{one.width} 0 {x0} {y0} {x1} {y1} d1 {x0} {y0} {x1 - x0} {y1 - y0} re f")
            )
            widths.append(str(one.width))
            if one.says:
                maps.append(f"<{code:02x}> <{one.says.encode('utf-16-be').hex()}>")
            number += 1
        cmap = (
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
            " endcodespacerange\n"
        )
        cmap += f"{len(maps)} beginbfchar\n" + "\n".join(maps) + "\nendbfchar endcmap end"
        names = " ".join(f"/g{code}" for code in range(33, 33 + len(self.glyphs)))
        refs = " ".join(f"/g{code} {ref} 0 R" for code, (ref, _) in enumerate(procs, 33))
        font = (
            "<</Type/Font/Subtype/Type3/FontBBox[-400 -300 1000 1000]/FontMatrix[.001 0 0 .001 0"
            f" 0]/CharProcs<<{refs}>>/Encoding<</Type/Encoding/Differences[33 {names}]>>/FirstChar"
            f" 33/LastChar {32 + len(self.glyphs)}/Widths[{' '.join(widths)}]/ToUnicode 5 0"
            " R/Resources<<>>>>"
        )
        first = number
        kids = " ".join(f"{first + index} 0 R" for index in range(pages))
        objects[1] = f"<</Type/Pages/Count {pages}/Kids[{kids}]>>"
        bodies = [
            objects[0].encode(),
            objects[1].encode(),
            _stream(stream, "/Filter/FlateDecode"),
            font.encode(),
            _stream(cmap.encode()),
        ]
        bodies += [_stream(proc.encode()) for _, proc in procs]
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.width} {self.height}]/Rotate"
            f" {self.rotate}"
        )
        page += "/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
        bodies += [page.encode()] * pages
        return _file(bodies)

    def save(self, path: Path, pages: int = 1) -> Path:
        """Write the PDF and return its path."""
        path.write_bytes(self.bytes(pages))
        return path


def _stream(content: bytes, more: str = "") -> bytes:
    return f"<</Length {len(content)}{more}>>stream\n".encode() + content + b"\nendstream"


def _file(bodies: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode()
