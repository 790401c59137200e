"""What was done already: documents read and reports judged, by content, in the user's cache folder.

A document is kept under the PDF's sha256 and what changes reading; a report under that, all our
sources, the packs and what the file was handed in as: an entry can be missing, never stale (see
sources). SQLite makes it safe for several scans at once and against a kill. An entry holds data
and no code (packing), sealed to its key: damaged, or put under another key, it is no entry. The
folder is the user's alone; one that others can write to is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.run.packing import pack, unpack

Kind = TypeVar("Kind")

LIMIT = 2 * 1024**3  # bytes
SCHEMA = "create table if not exists entry (key text primary key, kind text, value blob, used real)"
SEAL = 32  # bytes before each entry's own: the hash of its key and them
OTHERS = stat.S_IWGRP | stat.S_IWOTH
PRIVATE = Words(
    "สั่ง chmod 700 กับโฟลเดอร์นี้ หรือตั้ง ITA_CHECKER_CACHE ไปยังโฟลเดอร์ของท่านเอง",
    "chmod 700 it, or set ITA_CHECKER_CACHE to a folder of your own",
)


@dataclass(frozen=True, slots=True)
class Info:
    """What the cache holds: its file, entries by kind, bytes."""

    path: Path
    documents: int
    reports: int
    size: int


def folder() -> Path:
    """Return the user's cache folder for us: $ITA_CHECKER_CACHE, or where the system has them."""
    given = os.environ.get("ITA_CHECKER_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "ita-checker" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ita-checker"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ita-checker"


def key(*parts: object) -> str:
    """Return one key of many parts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


class Cache:
    """Entries by key. Whatever goes wrong with it costs time, never a result: get answers None,
    put does nothing.
    """

    def __init__(self, home: Path | None = None, limit: int = LIMIT) -> None:
        self.path, self.limit = (home or folder()) / "entries.sqlite", limit
        self._open: sqlite3.Connection | None = None
        self._added = 0

    def get(self, key: str, kind: type[Kind]) -> Kind | None:
        """Return the entry's value, or None if there is none of that type or it is damaged."""
        data = self.packed(key)
        if data is not None:
            with contextlib.suppress(ValueError):
                return unpack(data, kind)
        return None

    def packed(self, key: str) -> bytes | None:
        """Return the entry as pack() made it, or None if there is none or it was kept otherwise."""
        with contextlib.suppress(sqlite3.Error, OSError):
            row = self._base().execute("select value from entry where key = ?", (key,)).fetchone()
            if row and isinstance(row[0], bytes) and row[0][:SEAL] == _seal(key, row[0][SEAL:]):
                return row[0][SEAL:]
        return None

    def put(self, kind: str, values: Iterable[tuple[str, object]]) -> None:
        """Keep the values under their keys, all or none; the oldest go past the limit."""
        now = time.time()
        packed = [(key, pack(value)) for key, value in values]
        rows = [(key, kind, _seal(key, data) + data, now) for key, data in packed]
        with contextlib.suppress(sqlite3.Error, OSError):
            base = self._base()
            with base:
                base.executemany("insert or replace into entry values (?, ?, ?, ?)", rows)
            self._added += sum(len(row[2]) for row in rows)
            if self._added > self.limit // 10:
                self._added = 0
                self._evict(base)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget the entries of these keys."""
        with contextlib.suppress(sqlite3.Error, OSError):
            base = self._base()
            with base:
                base.executemany("delete from entry where key = ?", [(key,) for key in keys])

    def refused(self) -> UsageError | None:
        """Return why this cache is not used: it is not the user's alone. None where it is, or
        where there is none yet.
        """
        if not hasattr(os, "getuid"):
            return None
        for path in (self.path.parent, *_files(self.path)):
            with contextlib.suppress(OSError):
                state = path.stat() if path == self.path.parent else path.lstat()
                why = _open_to_others(path, state)
                if why:
                    return UsageError(why, str(path), PRIVATE)
        return None

    def info(self) -> Info:
        """Return what the cache holds."""
        kinds: dict[str, int] = {}
        with contextlib.suppress(sqlite3.Error, OSError):
            kinds = dict(
                self._base().execute("select kind, count(*) from entry group by kind").fetchall()
            )
        return Info(
            self.path,
            kinds.get("document", 0),
            kinds.get("report", 0),
            sum(file.stat().st_size for file in _files(self.path) if file.exists()),
        )

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        for file in _files(self.path):
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            with contextlib.suppress(sqlite3.Error):
                self._evict(self._open)
            self._open.close()
            self._open = None

    def _base(self) -> sqlite3.Connection:
        if self._open is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self.refused():
                raise PermissionError(str(self.path))
            try:
                self._open = self._connect()
            except sqlite3.DatabaseError:  # damaged: begin anew
                self.clear()
                self._open = self._connect()
        return self._open

    def _connect(self) -> sqlite3.Connection:
        with contextlib.suppress(FileExistsError):
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        self.path.chmod(0o600)  # older versions let everyone read it
        base = sqlite3.connect(self.path, timeout=30)
        try:
            base.execute("pragma trusted_schema = off")  # a schema may not call what it names
            base.execute("pragma journal_mode = wal")
            base.execute("pragma synchronous = normal")
            with base:
                base.execute(SCHEMA)
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _evict(self, base: sqlite3.Connection) -> None:
        """Drop the oldest entries until nine tenths of the limit are left."""
        total = base.execute("select coalesce(sum(length(value)), 0) from entry").fetchone()[0]
        if total <= self.limit:
            return
        with base:
            for key, size in base.execute(
                "select key, length(value) from entry order by used"
            ).fetchall():
                if total <= self.limit * 0.9:
                    break
                base.execute("delete from entry where key = ?", (key,))
                total -= size
        base.execute("vacuum")


def _files(path: Path) -> list[Path]:
    """Return the database and what SQLite puts beside it."""
    return [path.with_name(path.name + end) for end in ("", "-wal", "-shm")]


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + data).digest()


def _open_to_others(path: Path, state: os.stat_result) -> Words | None:
    """Return why a folder or file is not the user's alone; None if it is."""
    if stat.S_ISLNK(state.st_mode) or (path.name.startswith("entries") and state.st_nlink > 1):
        return Words("แคชเป็นลิงก์ จึงไม่ใช้", "the cache is a link and is not used")
    if state.st_uid != os.getuid():
        return Words("แคชเป็นของผู้ใช้อื่น จึงไม่ใช้", "the cache belongs to another user and is not used")
    if state.st_mode & OTHERS:
        return Words("ผู้ใช้อื่นเขียนแคชนี้ได้ จึงไม่ใช้", "others can write to the cache, so it is not used")
    return None
