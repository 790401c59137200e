"""What was done already: documents read and reports judged, by content, in the user's cache folder.

A document is kept under the PDF's sha256, our own reading sources and what changes reading; a
report under that, all our
sources, the packs and what the file was handed in as: an entry can be missing, never stale. SQLite
makes it safe for several
scans at once and against a kill; a checksum guards each entry; only our own words are ever
unpickled.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent.parent
LIMIT = 2 * 1024**3  # bytes
SCHEMA = "create table if not exists entry (key text primary key, kind text, value blob, used real)"
# One letter of Thai costs some 10 bytes read and 1 packed; level 1 packs four times as fast as the
# default for a tenth more.
PACKING = 1
OUR_WORDS = ("ita_checker.model.document", "ita_checker.model.judgement")
PLAIN = {
    ("array", "array"),
    ("array", "_array_reconstructor"),
    ("builtins", "frozenset"),
    ("copyreg", "_reconstructor"),
}


@dataclass(frozen=True, slots=True)
class Info:
    """What the cache holds: its file, entries by kind, bytes."""

    path: Path
    documents: int
    reports: int
    size: int


def folder() -> Path:
    """Return the user's cache folder for us: $ITA_CHECKER_CACHE, or where the system keeps caches."""
    given = os.environ.get("ITA_CHECKER_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "ita-checker" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ita-checker"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ita-checker"


@cache
def fingerprint(*rooms: str) -> str:
    """Return the hash of our sources in the rooms named (all of them if none is), so that a change
    of code is a change of key.
    """
    digest = hashlib.sha256(sys.version.encode())
    starts = [HOME / room for room in rooms] or [HOME]
    for path in sorted(
        path
        for start in starts
        for path in start.rglob("*")
        if path.suffix in (".py", ".yaml", ".onnx", ".json")
    ):
        digest.update(f"{path.relative_to(HOME)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


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

    def get(self, key: str) -> Any:
        """Return the entry's value, or None if there is none or it is damaged."""
        data = self.packed(key)
        return unpack(data) if data else None

    def packed(self, key: str) -> bytes | None:
        """Return the entry as pack() made it, or None if there is none; whether it is damaged
        unpack() tells.
        """
        with contextlib.suppress(sqlite3.Error, OSError):
            row = self._base().execute("select value from entry where key = ?", (key,)).fetchone()
            if row and isinstance(row[0], bytes):
                return row[0]
        return None

    def put(self, kind: str, values: Iterable[tuple[str, Any]]) -> None:
        """Keep the values under their keys, all or none; the oldest go where the limit is passed."""
        now = time.time()
        rows = [(key, kind, pack(value), now) for key, value in values]
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

    def info(self) -> Info:
        """Return what the cache holds."""
        kinds: dict[str, int] = {}
        with contextlib.suppress(sqlite3.Error, OSError):
            kinds = dict(
                self._base().execute("select kind, count(*) from entry group by kind").fetchall()
            )
        files = [self.path.with_name(self.path.name + end) for end in ("", "-wal", "-shm")]
        return Info(
            self.path,
            kinds.get("document", 0),
            kinds.get("report", 0),
            sum(f.stat().st_size for f in files if f.exists()),
        )

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)

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
            try:
                self._open = self._connect()
            except sqlite3.DatabaseError:  # damaged: begin anew
                self.clear()
                self._open = self._connect()
        return self._open

    def _connect(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=30)
        try:
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


def pack(value: object) -> bytes:
    """Return the value packed behind its checksum."""
    plain = io.BytesIO()
    _Plainly(plain, protocol=5).dump(value)
    packed = zlib.compress(plain.getvalue(), PACKING)
    return hashlib.sha256(packed).digest() + packed


def unpack(data: bytes) -> Any:
    """Return the value, or None if the data are damaged or hold anything but our own words."""
    if hashlib.sha256(data[32:]).digest() != data[:32]:
        return None
    with contextlib.suppress(
        pickle.UnpicklingError,
        zlib.error,
        EOFError,
        AttributeError,
        ImportError,
        TypeError,
        ValueError,
    ):
        return _OurWords(io.BytesIO(zlib.decompress(data[32:]))).load()
    return None


class _Plainly(pickle.Pickler):
    """Writes a record as its class and values: Python's own way for frozen records takes ten times
    as long to read.
    """

    def reducer_override(self, value: Any) -> Any:
        names = _names(type(value))  # type: ignore[arg-type]
        return (
            (type(value), tuple(getattr(value, name) for name in names))
            if names
            else NotImplemented
        )


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields of one of our records, if its class can be called with all of them; else
    none.
    """
    if kind.__module__ not in OUR_WORDS or not is_dataclass(kind) or hasattr(kind, "__post_init__"):
        return ()
    own = fields(kind)
    return (
        tuple(one.name for one in own) if all(one.init and not one.kw_only for one in own) else ()
    )


class _OurWords(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module in OUR_WORDS or (module, name) in PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is none of our words")
