"""The fonts lines are drawn in. Some families are never trained on: the figures that count are
measured on them.

All are free to use (OFL, or GPL with the font exception): Debian's fonts-thai-tlwg and npm's
@expo-google-fonts. None is shipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

# How often a family is drawn; official papers are set in Sarabun and its kin, the rest by how
# alike papers are to them.
WEIGHTS = {
    "Sarabun": 8.0,
    "Laksaman": 5.0,
    "Norasi": 3.0,
    "Garuda": 2.0,
    "Loma": 2.0,
    "Umpush": 2.0,
    "Waree": 1.0,
    "NotoSansThaiLooped": 2.0,
}
WEIGHTS |= {
    "Taviraj": 1.5,
    "Maitree": 1.2,
    "Pridi": 1.0,
    "NotoSansThai": 1.0,
    "IBMPlexSansThai": 0.8,
    "Athiti": 0.8,
    "Anuphan": 0.6,
}
WEIGHTS |= {
    "Kanit": 0.8,
    "Prompt": 0.8,
    "Mitr": 0.6,
    "ChakraPetch": 0.6,
    "KoHo": 0.5,
    "Kodchasan": 0.4,
    "Fahkwang": 0.4,
    "Mali": 0.4,
}
WEIGHTS |= {
    "TlwgTypist": 0.5,
    "TlwgTypewriter": 0.4,
    "TlwgMono": 0.3,
    "TlwgTypo": 0.4,
    "Purisa": 0.2,
    "Sawasdee": 0.3,
}
WEIGHTS |= {"Niramit": 1.5, "BaiJamjuree": 1.0, "K2D": 2.0}  # of the thirteen national fonts
UNSEEN = frozenset({"Trirong", "Kinnari", "IBMPlexSansThaiLooped"})
SLANTED = ("Italic", "Oblique")


@dataclass(frozen=True, slots=True)
class Face:
    """A font file, its family and how often it is drawn."""

    path: str
    family: str
    weight: float


def faces(folders: Iterable[Path], unseen: bool = False) -> tuple[Face, ...]:
    """Return the faces below the folders, those for training or those never trained on; an unknown
    family is not used.
    """
    files = sorted(
        (path for folder in folders for path in folder.rglob("*.ttf")), key=lambda path: path.name
    )
    found = [(path, path.stem.split("_")[0].split("-")[0]) for path in files]
    kept = [
        (path, family)
        for path, family in found
        if (family in UNSEEN if unseen else family in WEIGHTS)
    ]
    weights = [
        WEIGHTS.get(family, 1.0) * (0.25 if path.stem.endswith(SLANTED) else 1.0)
        for path, family in kept
    ]
    totals = {
        family: sum(w for w, (_, other) in zip(weights, kept, strict=True) if other == family)
        for _, family in kept
    }
    return tuple(
        Face(str(p), f, w * WEIGHTS.get(f, 1.0) / totals[f])
        for w, (p, f) in zip(weights, kept, strict=True)
    )


@cache
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the face at a size in pixels, shaped by raqm (Thai marks fall on each other without
    it).
    """
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@cache
def letters(path: str) -> frozenset[str]:
    """Return the letters the face can draw."""
    with TTFont(path, lazy=True) as face:
        return frozenset(map(chr, face.getBestCmap()))
