"""Which files a scan is about: every report below the paths, none twice, and every other file named
with the reason why it was not looked at.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan import remote
from ita_checker.scan.kinds import SYSTEM_FOLDERS, Kind, is_own, kind_of, not_looked_at

CHECK = Words("โปรดตรวจสอบตำแหน่งที่ระบุ", "check the path given")
SPECIAL = Words("ไฟล์พิเศษ (ไม่ใช่ไฟล์ธรรมดา)", "a special file")
CLOSED = Words("เปิดโฟลเดอร์ไม่ได้", "the folder cannot be opened")
TO_FOLDER = Words("ลิงก์ไปโฟลเดอร์อื่น", "a link to another folder")
LEADS_OUT = Words("ลิงก์ที่ชี้ออกนอกโฟลเดอร์", "a link that leads out of the folder")
NOWHERE = Words("ลิงก์ที่ชี้ไปไม่ถึงไฟล์ใด", "a link that leads to no file")
NOT_UTF8 = re.compile("[\udc80-\udcff]+")  # bytes of a name, as Python holds those it cannot read
THAI = "cp874"  # names out of old Thai archives
# What is passed over because nobody handed it in, and how that is told.
OWN, EXCLUDED, SYSTEM = "own", "excluded", "system"
PASSED = {
    OWN: Words("ข้ามไฟล์ที่โปรแกรมนี้เขียนเอง {n} ไฟล์", "{n} files written by this program passed over"),
    EXCLUDED: Words("ไม่ตรวจตาม --exclude {n} ไฟล์", "{n} files left out by --exclude"),
    SYSTEM: Words("ข้ามไฟล์ของระบบ {n} ไฟล์", "{n} files of the system passed over"),
}

Opener = Callable[[Path], Iterator["Inner"]]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, link or folder that is not opened, as it is shown in reports, why, and what to do."""

    path: str
    why: Words
    remedy: Words | None = None


@dataclass(frozen=True, slots=True)
class Inner:
    """A file out of an archive: its path there, where it was put, or why it was not taken out."""

    name: str
    place: Path | None
    why: Words | None = None
    remedy: Words | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Files as (path shown in reports, path on disk or URL), sorted by the first; what was not
    looked at; paths that were wrong. `named`: of files out of archives, the path that names their
    year and item; `passed`: what nobody handed in, counted.
    """

    files: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]
    wrong: tuple[UsageError, ...]
    named: Mapping[str, str] = field(default_factory=dict)
    passed: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What is taken of what lies below the paths: `exclude` holds patterns of paths, `ours` real
    paths of outputs; `office`: documents can be made PDFs of; `unpack` opens archives.
    """

    exclude: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    office: bool = False
    unpack: Opener | None = None


def find(paths: Sequence[Path | str], choice: Choice = Choice()) -> Found:
    """Return the reports below the paths and URLs.

    A file is shown as given, a folder's files relative to it (with it, if there are several
    paths). Two names of one file are two files: each was handed in. UsageError for a URL that
    cannot be reached.
    """
    finding = _Finding(len(paths) == 1, choice)
    wrong: list[UsageError] = []
    for start in paths:
        before = finding.met()
        if isinstance(start, str):
            finding.away(start)
        elif not os.path.lexists(start):
            what = Words("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder")
            wrong.append(UsageError(what, readable(str(start)), CHECK))
            continue
        else:
            finding.here(start)
        if finding.met() == before and (isinstance(start, str) or start.is_dir()):
            what = Words("ไม่มีไฟล์ที่ตรวจได้ในโฟลเดอร์นี้", "no PDF in this folder")
            wrong.append(UsageError(what, readable(str(start)), CHECK))
    passed = (
        Words(PASSED[why].th.format(n=count), PASSED[why].en.format(n=count))
        for why, count in sorted(finding.passed.items())
    )
    return Found(
        tuple(sorted(finding.shown.items())),
        tuple(finding.skipped),
        tuple(wrong),
        finding.named,
        tuple(passed),
    )


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

    def __init__(self, alone: bool, choice: Choice) -> None:
        self.alone, self.choice = alone, choice
        self.shown: dict[str, str] = {}
        self.seen: set[str] = set()
        self.skipped: list[Skipped] = []
        self.named: dict[str, str] = {}
        self.passed: Counter[str] = Counter()

    def met(self) -> int:
        """Return how many files were met, whatever became of them."""
        return len(self.seen) + len(self.skipped)

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
        """Take a file as what it is."""
        place = os.path.join(os.path.realpath(path.parent), path.name)
        self._sorted(path, self._name(path, start), place, named=path == start)

    def _sorted(self, path: Path, name: str, place: str, named: bool = False) -> None:
        """Take a file, or note why not. `named`: it was given by its own name."""
        kind = kind_of(path)
        if place in self.choice.ours or any(
            place.startswith(ours + os.sep) for ours in self.choice.ours
        ):
            self.passed[OWN] += 1
        elif self._excluded(name):
            self.passed[EXCLUDED] += 1
        elif kind is Kind.SYSTEM and not named:
            self.passed[SYSTEM] += 1
        elif not named and is_own(path):
            self.passed[OWN] += 1
        elif kind is Kind.ARCHIVE and self.choice.unpack:
            self._opened(path, name, place)
        elif kind in (Kind.PDF, Kind.PICTURE) or (kind is Kind.OFFICE and self.choice.office):
            self._take(name, str(path), place)
        elif named and kind is Kind.OTHER:
            self._take(name, str(path), place)  # asked for by name: the reader says what it is
        elif place not in self.seen:
            self.seen.add(place)
            self.skipped.append(Skipped(name, *not_looked_at(path)))

    def _excluded(self, name: str) -> bool:
        parts = name.split("/")
        tails = ["/".join(parts[start:]) for start in range(len(parts))]
        return any(
            fnmatch(tail, pattern.strip("/")) or fnmatch(tail, f"{pattern.strip('/')}/*")
            for pattern in self.choice.exclude
            for tail in tails
        )

    def _opened(self, path: Path, name: str, place: str) -> None:
        """Take the files of an archive, each shown below the archive's name."""
        assert self.choice.unpack
        if place in self.seen:
            return
        self.seen.add(place)
        for inner in self.choice.unpack(path):
            shown = f"{name}/{inner.name}" if inner.name else name
            if inner.place is None:
                self.skipped.append(Skipped(shown, inner.why or SPECIAL, inner.remedy))
            else:
                self.named[str(inner.place)] = f"{place}/{inner.name}"
                self._sorted(inner.place, shown, f"{place}/{inner.name}")

    def _take(self, name: str, path: str, place: str) -> None:
        if place in self.seen:
            return
        self.seen.add(place)
        shown, number = name, 1
        stem, suffix = os.path.splitext(name)
        while shown in self.shown:  # two names that read alike, or one given in two ways
            number += 1
            shown = f"{stem} ({number}){suffix}"
        self.shown[shown] = path

    def _name(self, path: Path, start: Path) -> str:
        inner = path.relative_to(start) if self.alone and path != start else path
        return readable(inner.as_posix())

    def _below(self, start: Path) -> Iterator[Path]:
        """Yield each file below a folder; links that lead out of it, special files and closed
        folders are noted.
        """
        root = os.path.realpath(start)

        def closed(error: OSError) -> None:
            self.skipped.append(Skipped(self._name(Path(error.filename), start), CLOSED))

        for folder, folders, names in os.walk(start, onerror=closed):
            folders[:] = sorted(name for name in folders if name.lower() not in SYSTEM_FOLDERS)
            for name in [*folders, *sorted(names)]:
                path = Path(folder, name)
                if name in folders:
                    why = TO_FOLDER if path.is_symlink() else None
                else:
                    why = _barred(path, root)
                    if why is None:
                        yield path
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
