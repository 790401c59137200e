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
    waiting: list[tuple[str, Report]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    written: float = field(default_factory=time.monotonic)

    def get(self, name: str, path: str) -> tuple[Report, bytes] | None:
        """Return the report of that key on that path, also as packed; it may be that it was lost
        before this scan was killed.
        """
        for known in (name, _lost(name)) if self.cache else ():
            data = self.cache.packed(known) if self.cache else None
            report = _report(data) if data else None
            if data and report and report.path == path:
                self.lost += [known] if known != name else []
                return report, data
        return None

    def add(self, name: str, report: Report, final: bool) -> None:
        """Keep a report under its key, none where that is empty; `final`: for later scans too."""
        if name and report.sha256:
            self.waiting.append((name if final else _lost(name), report))
            self.lost += [] if final else [_lost(name)]
        if len(self.waiting) >= KEEP_EVERY or time.monotonic() > self.written + KEEP_SECONDS:
            self.write()

    def write(self) -> None:
        """Put away what waits."""
        if self.cache and self.waiting:
            self.cache.put("report", self.waiting)
        self.waiting.clear()
        self.written = time.monotonic()

    def ended(self) -> None:
        """Put away what waits and forget what was only for a scan that goes on."""
        self.write()
        if self.cache and self.lost:
            self.cache.drop(self.lost)


def _report(data: bytes) -> Report | None:
    try:
        return unpack(data, Report)
    except ValueError:
        return None


def _lost(name: str) -> str:
    return f"lost {name}"
