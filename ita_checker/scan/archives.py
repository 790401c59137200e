"""ZIP archives: their files taken out into a folder of this scan, within limits, under names of our
own, so that no name in an archive can lead anywhere.
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ita_checker.model import Words
from ita_checker.run import temporary
from ita_checker.scan.files import Inner
from ita_checker.scan.kinds import SYSTEM_FOLDERS, Kind, kind_of

MOST_FILES = 20_000  # in all archives of a scan
MOST_BYTES = 8 * 1024**3  # taken out in all
LARGEST = 1024**3  # bytes of one file
DEEPEST = 3  # archives within archives
ODD_RATIO = 1000  # times a file may grow: pictures and PDFs hardly do
SMALL = 10 * 1024**2  # bytes below which growing is no matter
UTF8 = 0x800  # flag of a name that is UTF-8
LOCKED = 0x1
UNPACK = Words("แตกไฟล์ลงโฟลเดอร์แล้วตรวจใหม่", "unpack it into the folder and check again")
TOO_MUCH = Words("เกินขนาดหรือจำนวนที่เปิดได้ในไฟล์ ZIP", "more than is opened of ZIP archives")
DAMAGED = Words("ไฟล์ ZIP เสียหาย", "a damaged ZIP archive")
CLOSED = Words("ไฟล์ใน ZIP ถูกล็อกด้วยรหัสผ่าน", "locked with a password in the ZIP archive")
TOO_DEEP = Words("ZIP ซ้อนกันหลายชั้นเกินไป", "archives within archives, too deep")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Archives:
    """What is taken out of archives in one scan; it lies until this process ends."""

    def __init__(self) -> None:
        self.files, self.bytes = 0, 0
        self._folder: Path | None = None

    def _place(self, suffix: str) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(dir=temporary.folder(), prefix="zip-"))
        return self._folder / f"{self.files:06}{suffix}"

    def opened(self, path: Path, within: str = "", depth: int = 1) -> Iterator[Inner]:
        """Yield the files of an archive: where each was put, or why it was not taken out."""
        try:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    yield from self._one(archive, info, within, depth)
        except BROKEN:
            yield Inner(within.rstrip("/"), None, DAMAGED, UNPACK)

    def _one(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, within: str, depth: int
    ) -> Iterator[Inner]:
        name = inner_name(info)
        if info.is_dir() or not name or _of_system(name):
            return
        shown = within + name
        suffix = PurePosixPath(name).suffix.lower()[:10]
        if info.flag_bits & LOCKED:
            yield Inner(shown, None, CLOSED, UNPACK)
            return
        if not self._fits(info):
            yield Inner(shown, None, TOO_MUCH, UNPACK)
            return
        self.files += 1
        place = self._place(suffix)
        try:
            if not self._taken(archive, info, place):
                yield Inner(shown, None, TOO_MUCH, UNPACK)
                return
        except BROKEN:
            yield Inner(shown, None, DAMAGED, UNPACK)
            return
        if kind_of(place) is not Kind.ARCHIVE:
            yield Inner(shown, place)
        elif depth >= DEEPEST:
            yield Inner(shown, None, TOO_DEEP, UNPACK)
        else:
            yield from self.opened(place, f"{shown}/", depth + 1)

    def _fits(self, info: zipfile.ZipInfo) -> bool:
        grows = info.file_size > max(SMALL, ODD_RATIO * max(1, info.compress_size))
        return (
            not grows
            and info.file_size <= LARGEST
            and self.files < MOST_FILES
            and self.bytes + info.file_size <= MOST_BYTES
        )

    def _taken(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path) -> bool:
        """Write one file; tell whether it held what its entry says: an entry may lie."""
        with archive.open(info) as source, place.open("wb") as target:
            left = info.file_size
            while part := source.read(min(1 << 20, left + 1)):
                left -= len(part)
                if left < 0:
                    break
                target.write(part)
                self.bytes += len(part)
        if left < 0:
            place.unlink()
        return left >= 0


def inner_name(info: zipfile.ZipInfo) -> str:
    """Return a file's path in its archive, as one that leads nowhere else. Names of old Thai
    archives are windows-874.
    """
    name = info.filename
    if not info.flag_bits & UTF8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp874"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and ":" not in part)


def _of_system(name: str) -> bool:
    return any(part.lower() in SYSTEM_FOLDERS for part in name.split("/")[:-1])
