"""Reports on their way to the cache, and those it has already."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from ita_checker.model import Report
from ita_checker.run.cache import Cache
from ita_checker.run.packing import unpack

# Reports, seconds between two writes to the cache: what a kill can cost.
KEEP_EVERY, KEEP_SECONDS = 20, 1.0


@dataclass
class Keeping:
    """Reports are kept some at a time.

    A limit, a crash or a fault of the program may not come again, so such a report is kept only
    until the scan has ended: for the scan that goes on where this one was killed, not for the
    next.
    """

    cache: Cache | None
    waiting: list[tuple[str, Report, bytes]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    written: float = field(default_factory=time.monotonic)

    def get(self, name: str, path: str) -> tuple[Report, bytes, bytes] | None:
        """Return the report of that key on that path, also as packed, and its sketch; it may be
        that it was lost before this scan was killed.
        """
        for known in (name, _lost(name)) if self.cache else ():
            data = self.cache.packed(known) if self.cache else None
            report = _report(data) if data else None
            sketch = self.cache.get(_sketch(known), bytes) if self.cache else None
            if data and report and report.path == path and sketch is not None:
                self.lost += [known] if known != name else []
                return report, data, sketch
        return None

    def add(self, name: str, report: Report, sketch: bytes, final: bool) -> None:
        """Keep a report under its key, none where that is empty; `final`: for later scans too."""
        if name and report.sha256:
            self.waiting.append((name if final else _lost(name), report, sketch))
            self.lost += [] if final else [_lost(name)]
        if len(self.waiting) >= KEEP_EVERY or time.monotonic() > self.written + KEEP_SECONDS:
            self.write()

    def write(self) -> None:
        """Put away what waits."""
        if self.cache and self.waiting:
            self.cache.put("sketch", [(_sketch(name), sketch) for name, _, sketch in self.waiting])
            self.cache.put("report", [(name, report) for name, report, _ in self.waiting])
        self.waiting.clear()
        self.written = time.monotonic()

    def ended(self) -> None:
        """Put away what waits and forget what was only for a scan that goes on."""
        self.write()
        if self.cache and self.lost:
            self.cache.drop([*self.lost, *map(_sketch, self.lost)])


def _report(data: bytes) -> Report | None:
    try:
        return unpack(data, Report)
    except ValueError:
        return None


def _lost(name: str) -> str:
    return f"lost {name}"


def _sketch(name: str) -> str:
    return f"sketch {name}"
