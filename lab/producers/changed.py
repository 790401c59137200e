"""Chromium's pages as they pass through other hands: distilled again by Ghostscript, taken apart
and merged, with a watermark behind, a stamp over, text that nobody sees, shaded cells.

What is printed stays; what is added must not be read into it.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lab.producers import Job, chromium
from lab.producers.report_lab import FONTS

WATERMARK, STAMP = "สำเนา", "รับที่ 1187 เวลา 09.41 น."
UNSEEN = "ช่องนี้ระบบกรอกให้อัตโนมัติ XXXXXXXX"
SHADING = "<style>th,td{background:#e8eef7}tr:nth-child(even) td{background:#f6f6f6}</style>"
SECONDS = 120
HEIGHT, SIDE = 842, 595  # points: A4


def missing() -> str | None:
    """Return what is not installed, if anything."""
    absent = [name for name in ("pikepdf", "reportlab") if not importlib.util.find_spec(name)]
    return chromium.missing() or (f"pip install {' '.join(absent)}" if absent else None)


def produce(jobs: Sequence[Job]) -> None:
    """Print each page and pass it on."""
    with tempfile.TemporaryDirectory() as folder:
        for number, job in enumerate(jobs):
            page, whole = job.page, Path(folder, f"{number}.pdf")
            if job.producer == "shaded":
                page = Path(folder, f"{number}.html")
                text = job.page.read_text(encoding="utf-8").replace(
                    "</style>", f"</style>{SHADING}", 1
                )
                page.write_text(text, encoding="utf-8")
            chromium.print_page(page, whole)
            if whole.is_file():
                CHANGES[job.producer](whole, job.pdf)


def _distilled(source: Path, target: Path) -> None:
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={target}"]
    subprocess.run([*command, str(source)], check=False, capture_output=True, timeout=SECONDS)


def _merged(source: Path, target: Path) -> None:
    """Take the file apart page by page and put it together again."""
    import pikepdf

    whole = pikepdf.new()
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            single = pikepdf.new()
            single.pages.append(page)
            data = io.BytesIO()
            single.save(data)
            data.seek(0)
            with pikepdf.open(data) as again:
                whole.pages.extend(again.pages)
        whole.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _as_it_is(source: Path, target: Path) -> None:
    shutil.copy(source, target)


def _laid(draw: Callable[[Any], None], under: bool) -> Callable[[Path, Path], None]:
    """Return what lays a drawing under or over every page."""

    def lay(source: Path, target: Path) -> None:
        import pikepdf
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(TTFont("Sarabun", FONTS / "Sarabun-Regular.ttf"))
        data = io.BytesIO()
        canvas = Canvas(data, pagesize=(SIDE, HEIGHT), invariant=True)
        draw(canvas)
        canvas.save()
        data.seek(0)
        with pikepdf.open(source) as pdf, pikepdf.open(data) as drawing:
            for page in pdf.pages:
                whole = pikepdf.Rectangle(0, 0, SIDE, HEIGHT)
                if under:
                    page.add_underlay(drawing.pages[0], whole)
                else:
                    page.add_overlay(drawing.pages[0], whole)
            pdf.save(target)

    return lay


def _watermark(canvas: Any) -> None:
    canvas.setFont("Sarabun", 120)
    canvas.setFillGray(0.88)
    canvas.translate(SIDE / 2, HEIGHT / 2)
    canvas.rotate(50)
    canvas.drawCentredString(0, -30, WATERMARK)


def _stamp(canvas: Any) -> None:
    canvas.setFont("Sarabun", 9)
    canvas.setFillColorRGB(0.1, 0.1, 0.7)
    canvas.drawRightString(SIDE - 12, HEIGHT - 14, STAMP)


def _unseen(canvas: Any) -> None:
    """Write a white line and one without ink across the print."""
    canvas.setFont("Sarabun", 12)
    canvas.setFillGray(1)
    canvas.drawString(90, HEIGHT - 200, UNSEEN)
    text = canvas.beginText(90, HEIGHT - 320)
    text.setTextRenderMode(3)
    text.textOut(UNSEEN)
    canvas.drawText(text)


CHANGES: dict[str, Callable[[Path, Path], None]] = {
    "merged": _merged,
    "shaded": _as_it_is,
    "stamped": _laid(_stamp, under=False),
    "unseen": _laid(_unseen, under=True),
    "watermark": _laid(_watermark, under=True),
}
if shutil.which("gs"):
    CHANGES["ghostscript"] = _distilled
PRODUCERS = tuple(CHANGES)
