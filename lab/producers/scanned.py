"""Pictures of Chromium's pages, as office scanners make them: dots per inch, skew, blur, grain,
JPEG.
"""

from __future__ import annotations

import importlib.util
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.producers import Job, chromium

WHITE = 255


@dataclass(frozen=True, slots=True)
class Scanner:
    """One way to scan: dots per inch, most skew (degrees), blur (pixels), grain (standard
    deviation of grey), JPEG quality.
    """

    dpi: int = 200
    skew: float = 0.6
    blur: float = 0.7
    grain: float = 8.0
    quality: int = 60


SCANNERS = {
    "scan": Scanner(),
    "scan-fine": Scanner(300, 0.3, 0.4, 4.0, 85),
    "scan-poor": Scanner(150, 1.2, 0.9, 12.0, 45),
}
PRODUCERS = tuple(SCANNERS)


def missing() -> str | None:
    """Return what is not installed, if anything."""
    absent = [name for name in ("PIL", "numpy", "pypdfium2") if not importlib.util.find_spec(name)]
    return chromium.missing() or (f"pip install {' '.join(absent)}" if absent else None)


def produce(jobs: Sequence[Job]) -> None:
    """Print and scan each page."""
    with tempfile.TemporaryDirectory() as folder:
        for number, job in enumerate(jobs):
            whole = Path(folder, f"{number}.pdf")
            chromium.print_page(job.page, whole)
            if whole.is_file():
                scan(whole, job.pdf, SCANNERS[job.producer], job.seed)


def scan(source: Path, target: Path, scanner: Scanner, seed: int) -> None:
    """Write a PDF of the pages' pictures."""
    import numpy as np
    import pypdfium2
    from PIL import Image, ImageFilter

    chance, grain, pictures = random.Random(seed), np.random.default_rng(seed), []
    with pypdfium2.PdfDocument(source) as pdf:
        for page in pdf:
            picture = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
            turn = chance.uniform(-scanner.skew, scanner.skew)
            picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=WHITE)
            picture = picture.filter(
                ImageFilter.GaussianBlur(chance.uniform(scanner.blur / 2, scanner.blur))
            )
            light = np.asarray(picture, dtype=np.float32) * chance.uniform(0.9, 1.0)
            spread = chance.uniform(scanner.grain / 4, scanner.grain)
            light += grain.normal(0, spread, light.shape)
            pictures.append(Image.fromarray(light.clip(0, WHITE).astype("uint8")))
    first, *rest = pictures
    first.save(
        target,
        "PDF",
        save_all=True,
        append_images=rest,
        resolution=scanner.dpi,
        quality=scanner.quality,
    )
