"""Which files a scan is about: every PDF below the paths, none twice, and what was passed over,
said.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan import remote

CHECK = Words("โปรดตรวจสอบตำแหน่งที่ระบุ", "check the path given")

SPECIAL = Words("ข้ามไฟล์พิเศษ (ไม่ใช่ไฟล์ธรรมดา)", "skipped: a special file")


@dataclass(frozen=True, slots=True)
class Found:
    """Files as (path shown in reports, path on disk or URL), sorted by the first; what was passed
    over; paths that were wrong.
    """

    files: tuple[tuple[str, str], ...]
    skipped: tuple[UsageError, ...]
    wrong: tuple[UsageError, ...]


def find(paths: Sequence[Path | str]) -> Found:
    """Return the PDFs below the paths and URLs.

    A file is shown as given, a folder's files relative to it (with it, if there are several
    paths). UsageError for a URL
    that cannot be reached.
    """
    shown: dict[str, str] = {}
    seen: set[str] = set()
    skipped: list[UsageError] = []
    wrong: list[UsageError] = []
    for start in paths:
        files = list(
            _away(start, len(paths) == 1)
            if isinstance(start, str)
            else _here(start, len(paths) == 1, skipped)
        )
        for name, path, real in files:
            if real not in seen:
                seen.add(real)
                shown[name] = path
        if isinstance(start, Path) and not start.exists():
            wrong.append(
                UsageError(Words("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder"), str(start), CHECK)
            )
            shown.pop(start.as_posix(), None)
        elif not files and not (isinstance(start, Path) and not start.is_dir()):
            wrong.append(
                UsageError(
                    Words("ไม่มีไฟล์ PDF ในโฟลเดอร์นี้", "no PDF in this folder"), str(start), CHECK
                )
            )
    return Found(tuple(sorted(shown.items())), tuple(skipped), tuple(wrong))


def _away(url: str, alone: bool) -> Iterator[tuple[str, str, str]]:
    for inner, place in remote.below(url):
        yield inner if alone and inner else place, place, place


def _here(start: Path, alone: bool, skipped: list[UsageError]) -> Iterator[tuple[str, str, str]]:
    """Yield (path shown, path, what tells it from others) of each file."""
    if start.exists() and not start.is_dir() and not start.is_file():
        skipped.append(UsageError(SPECIAL, str(start)))
        return
    for path in _below(start, skipped) if start.is_dir() else [start]:
        yield _shown(path, start, alone), str(path), os.path.realpath(path)


def _shown(path: Path, start: Path, alone: bool) -> str:
    return path.relative_to(start).as_posix() if alone and path != start else path.as_posix()


def _below(start: Path, skipped: list[UsageError]) -> Iterator[Path]:
    """Yield each PDF below a folder; links that lead out of it, special files and closed folders
    are noted.
    """
    root = start.resolve()

    def closed(error: OSError) -> None:
        skipped.append(
            UsageError(
                Words("เปิดโฟลเดอร์ไม่ได้ จึงข้าม", "skipped: the folder cannot be opened"),
                str(error.filename),
            )
        )

    for folder, folders, names in os.walk(start, onerror=closed):
        folders.sort()
        for name in [*folders, *sorted(names)]:
            path = Path(folder, name)
            if name in folders and path.is_symlink():
                skipped.append(
                    UsageError(
                        Words("ข้ามลิงก์ไปโฟลเดอร์อื่น", "skipped: a link to another folder"), str(path)
                    )
                )
            elif name not in folders and path.suffix.lower() == ".pdf":
                why = _barred(path, root)
                if why:
                    skipped.append(UsageError(why, str(path)))
                else:
                    yield path


def _barred(path: Path, root: Path) -> Words | None:
    """Return why a path is not to be opened, or None."""
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return Words("ข้ามลิงก์ที่ชี้ออกนอกโฟลเดอร์", "skipped: a link that leads out of the folder")
    if not path.is_file() and path.exists():
        return SPECIAL
    return None
