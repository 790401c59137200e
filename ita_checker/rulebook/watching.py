"""Rule files looked at again each time one is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

EVERY = 0.5  # seconds between two looks


def saved(folders: Sequence[Path], wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield once, and again after each change of a rule file below the folders, for ever."""
    seen: object = None
    while True:
        now = _state(folders)
        if now != seen:
            seen = now
            yield
        wait(EVERY)


def _state(folders: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """Return what tells a saved file from the one before: path, time and size."""
    found = []
    for folder in folders:
        paths = folder.rglob("*.y*ml") if folder.is_dir() else [folder]
        for path in sorted(paths):
            try:
                stat = path.stat()
            except OSError:  # being replaced just now, or gone
                continue
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
