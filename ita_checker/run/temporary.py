"""One folder for everything that lies on disk while this process works; it goes with the process.

A process that is killed cannot take it away. So each holds a lock in its folder, and the next one
sweeps the folders whose lock nobody holds.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Words

PREFIX, LOCK = "ita-checker-", ".alive"
LONGEST = 90  # bytes of a folder in which a socket of POSIX can have a name
SHORT = ("/tmp", "/var/tmp", "/dev/shm")  # where TMPDIR is too long for one
A_DAY = 86400.0  # seconds after which a folder without a lock is nobody's


@cache
def folder() -> Path:
    """Return the folder of this process, made at the first call."""
    return _made(Path(tempfile.gettempdir()))


@cache
def for_sockets() -> Path:
    """Return a folder of this process in which sockets can have a name: the one above, or one at a
    shorter place; UsageError where there is none.
    """
    home = folder()
    if len(os.fsencode(home)) <= LONGEST:
        return home
    for place in SHORT:
        if os.path.isdir(place) and os.access(place, os.W_OK | os.X_OK):
            return _made(Path(place))
    raise UsageError(
        Words(
            "ที่อยู่ของโฟลเดอร์ชั่วคราวยาวเกินไป และไม่มีที่สั้นกว่าให้ใช้",
            "the path of the temporary folder is too long, and there is no shorter place",
        ),
        str(home.parent),
        Words("ตั้ง TMPDIR เป็นที่ที่สั้นกว่า", "set TMPDIR to a shorter one"),
    )


def _made(place: Path) -> Path:
    sweep(place)
    home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    _hold(home)
    atexit.register(_remove, home, os.getpid())
    return home


def sweep(place: Path) -> None:
    """Remove what processes of ours that are gone have left at a place."""
    fcntl = _fcntl()
    for home in place.glob(f"{PREFIX}*") if fcntl else ():
        with contextlib.suppress(OSError):
            state = home.lstat()
            if not home.is_dir() or home.is_symlink() or state.st_uid != os.getuid():
                continue
            if not (home / LOCK).exists():
                if time.time() - state.st_mtime > A_DAY:
                    shutil.rmtree(home, ignore_errors=True)
                continue
            with (home / LOCK).open("rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # OSError: somebody is at work
                shutil.rmtree(home, ignore_errors=True)


def _hold(home: Path) -> None:
    """Take the lock under another name first: without its lock a new folder is left alone."""
    fcntl = _fcntl()
    lock = os.open(home / "lock", os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
    if fcntl:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.rename(home / "lock", home / LOCK)  # the lock stays open, and held, as long as we live


def _remove(home: Path, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(home, ignore_errors=True)


def _fcntl() -> Any:
    try:
        return importlib.import_module("fcntl")
    except ImportError:  # no POSIX: there nothing is swept
        return None
