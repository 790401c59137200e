"""Which files a scan is about: every PDF below the paths, none twice, and what was passed over,
said.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan import remote

CHECK = Words("โปรดตรวจสอบตำแหน่งที่ระบุ", "check the path given")
SPECIAL = Words("ไฟล์พิเศษ (ไม่ใช่ไฟล์ธรรมดา)", "a special file")
CLOSED = Words("เปิดโฟลเดอร์ไม่ได้", "the folder cannot be opened")
TO_FOLDER = Words("ลิงก์ไปโฟลเดอร์อื่น", "a link to another folder")
LEADS_OUT = Words("ลิงก์ที่ชี้ออกนอกโฟลเดอร์", "a link that leads out of the folder")
NOWHERE = Words("ลิงก์ที่ชี้ไปไม่ถึงไฟล์ใด", "a link that leads to no file")
NOT_UTF8 = re.compile("[\udc80-\udcff]+")  # bytes of a name, as Python holds those it cannot read
SUFFIX = ".pdf"
THAI = "cp874"  # names out of old Thai archives


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, link or folder that is not opened, as it is shown in reports, and why."""

    path: str
    why: Words

    def error(self) -> UsageError:
        """Return it as a complaint."""
        return UsageError(Words(f"ข้าม: {self.why.th}", f"skipped: {self.why.en}"), self.path)


@dataclass(frozen=True, slots=True)
class Found:
    """Files as (path shown in reports, path on disk or URL), sorted by the first; what was passed
    over; paths that were wrong.
    """

    files: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]
    wrong: tuple[UsageError, ...]


def find(paths: Sequence[Path | str]) -> Found:
    """Return the PDFs below the paths and URLs.

    A file is shown as given, a folder's files relative to it (with it, if there are several
    paths). Two names of one file are two files: each was handed in. UsageError for a URL that
    cannot be reached.
    """
    finding = _Finding(alone=len(paths) == 1)
    wrong: list[UsageError] = []
    for start in paths:
        before = len(finding.seen) + len(finding.skipped)
        if isinstance(start, str):
            finding.away(start)
        elif not os.path.lexists(start):
            what = Words("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder")
            wrong.append(UsageError(what, readable(str(start)), CHECK))
            continue
        else:
            finding.here(start)
        empty = len(finding.seen) + len(finding.skipped) == before
        if empty and (isinstance(start, str) or start.is_dir()):
            what = Words("ไม่มีไฟล์ PDF ในโฟลเดอร์นี้", "no PDF in this folder")
            wrong.append(UsageError(what, readable(str(start)), CHECK))
    return Found(tuple(sorted(finding.shown.items())), tuple(finding.skipped), tuple(wrong))


def readable(path: str) -> str:
    """Return a path as valid text: bytes that are no UTF-8 as the Thai letters they are in old
    archives, else as \\xb5.
    """

    def said(hit: re.Match[str]) -> str:
        raw = os.fsencode(hit[0])
        try:
            return raw.decode(THAI)
        except UnicodeDecodeError:
            return raw.decode("ascii", "backslashreplace")

    return NOT_UTF8.sub(said, path)


class _Finding:
    """What was found so far: paths shown with their places, what was seen, what was passed over."""

    def __init__(self, alone: bool) -> None:
        self.alone = alone
        self.shown: dict[str, str] = {}
        self.seen: set[str] = set()
        self.skipped: list[Skipped] = []

    def away(self, url: str) -> None:
        """Take what lies below a URL."""
        for inner, place in remote.below(url):
            self._take(inner if self.alone and inner else place, place, place)

    def here(self, start: Path) -> None:
        """Take a file, or what lies below a folder."""
        if start.is_dir():
            for path in self._below(start):
                self._one(path, start)
        elif start.is_file():
            self._one(start, start)
        else:
            why = NOWHERE if start.is_symlink() and not start.exists() else SPECIAL
            self.skipped.append(Skipped(self._name(start, start), why))

    def _one(self, path: Path, start: Path) -> None:
        place = os.path.join(os.path.realpath(path.parent), path.name)
        self._take(self._name(path, start), str(path), place)

    def _take(self, name: str, path: str, place: str) -> None:
        if place in self.seen:
            return
        self.seen.add(place)
        shown, number = name, 1
        while shown in self.shown:  # two names that read alike, or one given in two ways
            number += 1
            shown = name[: -len(SUFFIX)] + f" ({number}){name[-len(SUFFIX) :]}"
        self.shown[shown] = path

    def _name(self, path: Path, start: Path) -> str:
        inner = path.relative_to(start) if self.alone and path != start else path
        return readable(inner.as_posix())

    def _below(self, start: Path) -> Iterator[Path]:
        """Yield each PDF below a folder; links that lead out of it, special files and closed
        folders are noted.
        """
        root = os.path.realpath(start)

        def closed(error: OSError) -> None:
            self.skipped.append(Skipped(self._name(Path(error.filename), start), CLOSED))

        for folder, folders, names in os.walk(start, onerror=closed):
            folders.sort()
            for name in [*folders, *sorted(names)]:
                path = Path(folder, name)
                if name in folders:
                    why = TO_FOLDER if path.is_symlink() else None
                elif path.suffix.lower() == SUFFIX:
                    why = _barred(path, root)
                    if why is None:
                        yield path
                else:
                    continue
                if why:
                    self.skipped.append(Skipped(self._name(path, start), why))


def _barred(path: Path, root: str) -> Words | None:
    """Return why a path is not to be opened, or None. `root` is the folder it may not leave."""
    if path.is_symlink():
        real = os.path.realpath(path)
        if not os.path.exists(real):
            return NOWHERE
        if os.path.commonpath([real, root]) != root:
            return LEADS_OUT
    return None if path.is_file() or not path.exists() else SPECIAL
