"""A PDF made of what is none: pictures of scans page by page, office documents by LibreOffice. What
is found stands on a page of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ita_checker.errors import ReadError
from ita_checker.model import Words

PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp")
MOST_PIXELS = 200_000_000  # of one page: A3 at 1200 dpi
A4 = 595.0, 842.0  # points
LIKELY = 70, 1300  # dots an inch between which a picture's own word is believed
INCH = 72.0  # points
SECONDS = 110.0  # LibreOffice may take for one document; less than a file's own limit
TURNS = {3: 180, 6: 90, 8: 270}  # degrees by the orientation that cameras note
NOT_OPENED = Words("เปิดภาพนี้ไม่ได้", "the picture cannot be opened")
TOO_LARGE = Words("ภาพใหญ่เกินไป", "the picture is too large")
NOT_MADE = Words("LibreOffice แปลงเป็น PDF ไม่ได้", "LibreOffice made no PDF of it")
SAVE = Words("บันทึกเป็น PDF แล้วตรวจใหม่", "save it as PDF and check again")
# Where LibreOffice lies if it is on no path.
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# What LibreOffice may not do with a document that others wrote: run macros, fetch what it links to.
SAFE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def made(path: Path, target: Path) -> Path:
    """Return the PDF of a picture or document, `target`, made unless it is there; ReadError where
    none can be made.
    """
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.pdf")
        if path.suffix.lower() in PICTURES:
            _of_picture(path, draft)
        else:
            _of_document(path, Path(folder), draft)
        own = target.with_name(f".{target.name}.{os.getpid()}.part")
        shutil.copyfile(draft, own)
        own.replace(target)
    return target


def office() -> str | None:
    """Return LibreOffice's program, None where it is not installed."""
    known = shutil.which("soffice") or shutil.which("libreoffice")
    return known or next((place for place in PLACES if os.path.exists(place)), None)


def _of_picture(path: Path, draft: Path) -> None:
    import pikepdf
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(path) as picture, pikepdf.new() as pdf:
            for frame in _frames(picture):
                _page(pdf, frame, path)
            pdf.save(draft, deterministic_id=True)
    except Image.DecompressionBombError as error:
        raise ReadError("DOC005", TOO_LARGE, str(path), SAVE) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as error:
        raise ReadError("DOC001", NOT_OPENED, str(path), SAVE) from error


def _frames(picture: Any) -> Iterator[Any]:
    from PIL import ImageSequence

    yield from ImageSequence.Iterator(picture)


def _page(pdf: Any, frame: Any, path: Path) -> None:
    """Add a page that shows one picture; the bytes of a JPEG are taken as they are."""
    from pikepdf import Array, Dictionary, Name, Page, Stream

    width, height = frame.size
    if width * height > MOST_PIXELS:
        raise ReadError("DOC005", TOO_LARGE, str(path), SAVE)
    turn = TURNS.get(frame.getexif().get(0x0112, 1), 0)
    look = {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": width, "/Height": height}
    if frame.format == "JPEG" and frame.mode in ("L", "RGB"):
        data, filtered, grey = path.read_bytes(), Name.DCTDecode, frame.mode == "L"
    else:
        grey = frame.mode in ("1", "L", "I;16", "I", "F")
        flat = (
            frame.convert("RGBA")
            if "A" in frame.getbands() or "transparency" in frame.info
            else frame
        )
        plain = _on_white(flat).convert("L" if grey else "RGB")
        data, filtered = zlib.compress(plain.tobytes(), 6), Name.FlateDecode
    image = Stream(
        pdf,
        data,
        {
            **look,
            "/ColorSpace": Name.DeviceGray if grey else Name.DeviceRGB,
            "/BitsPerComponent": 8,
            "/Filter": filtered,
        },
    )
    wide, high = _size(frame)
    drawn = Stream(pdf, f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm /I Do Q".encode())
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(wide, 2), round(high, 2)]),
        Resources=Dictionary(XObject=Dictionary(I=pdf.make_indirect(image))),
        Contents=pdf.make_indirect(drawn),
        Rotate=turn,
    )
    pdf.pages.append(Page(pdf.make_indirect(page)))


def _on_white(frame: Any) -> Any:
    if frame.mode != "RGBA":
        return frame
    from PIL import Image

    sheet = Image.new("RGB", frame.size, "white")
    sheet.paste(frame, mask=frame.getchannel("A"))
    return sheet


def _size(frame: Any) -> tuple[float, float]:
    """Return a page's size in points: by the picture's own word where that can be, else A4."""
    width, height = frame.size
    dots = frame.info.get("dpi") or (0, 0)
    if all(LIKELY[0] < float(one) < LIKELY[1] for one in dots):
        return width * INCH / float(dots[0]), height * INCH / float(dots[1])
    short, long = A4 if width <= height else A4[::-1]
    scale = min(short / width, long / height)
    return width * scale, height * scale


def _of_document(path: Path, folder: Path, draft: Path) -> None:
    """Have LibreOffice write the PDF, in a home of its own and with nothing of the document run."""
    program = office()
    if program is None:
        raise ReadError("DOC010", NOT_MADE, str(path), SAVE)
    profile, out = folder / "profile", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(SAFE, encoding="utf-8")
    source = folder / f"document{path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(out),
        str(source),
    ]
    _alone(command, path)
    written = out / "document.pdf"
    if not written.exists():
        raise ReadError("DOC001", NOT_MADE, str(path), SAVE)
    written.replace(draft)


def _alone(command: list[str], path: Path) -> None:
    """Run a program in a group of its own, which ends as a whole when its time is over."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError("DOC005", NOT_MADE, str(path), SAVE) from error
    finally:
        if process.poll() is None:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
