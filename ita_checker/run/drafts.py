"""A file is written beside its place and put there when it is whole. The draft of a process that
was killed is swept by the next that writes into that folder.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

END = ".ita-checker.part"


@contextlib.contextmanager
def draft(target: Path) -> Iterator[Path]:
    """Give the place of a draft, which becomes the target when it was written to the end. What is
    raised meanwhile leaves the target as it was, and no draft.
    """
    _sweep(target.parent)
    place = target.with_name(f".{secrets.token_hex(8)}{END}")
    lock = _held(place)
    try:
        yield place
        if place.exists():
            place.replace(target)
    finally:
        os.close(lock)
        with contextlib.suppress(OSError):  # else it would hide why the place cannot be written
            place.unlink(missing_ok=True)


def _held(place: Path) -> int:
    """Make the draft and hold its lock; again where a sweep came between the two."""
    fcntl = _fcntl()
    while True:
        lock = os.open(place, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o666)
        if fcntl is None:
            return lock
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_nlink:
            return lock
        os.close(lock)


def _sweep(folder: Path) -> None:
    """Remove the drafts that nobody holds."""
    fcntl = _fcntl()
    for old in folder.glob(f".*{END}") if fcntl else ():
        with contextlib.suppress(OSError), old.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # OSError: somebody is at work
            old.unlink()


def _fcntl() -> Any:
    try:
        return importlib.import_module("fcntl")
    except ImportError:  # no POSIX: there nothing is swept
        return None
