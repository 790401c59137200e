"""What a worker process does: it answers tasks until its parent is gone, within its limits.

It is silent, hears no signal, and leaves nothing outside its folder.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import importlib
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Literal

from ita_checker.run.outcomes import Limits, Message, Stage
from ita_checker.run.packing import pack

GRACE = 5.0  # seconds after which a worker whose parent is gone ends itself, past its own limit
SET_PDEATHSIG = 1  # of Linux's prctl
LONGEST_DETAIL = 500  # letters told of an error
TRACED = 12  # innermost calls kept of where it was
_parent: Connection | None = None
_ends = [0.0]  # when the task at hand is out of time, on this process's clock


def more_time(seconds: float) -> None:
    """Ask the parent for more seconds for the task at hand; nothing outside a worker."""
    if _parent is not None:
        _parent.send_bytes(pack(Message("more", seconds=seconds)))
        _watchdog(seconds)


def working_at(stage: Stage, part: int = 0) -> None:
    """Tell the parent where in the task this process is, and at which part (from 1) or after how
    many: if it dies then, that killed it. Nothing outside a worker.
    """
    if _parent is not None:
        _parent.send_bytes(pack(Message("at", stage=stage, part=part)))


def work(pipe: Connection, call: Callable[[Any], Any], limits: Limits, folder: str) -> None:
    """Answer tasks until the parent is gone. Only the parent speaks; what is put down lies in the
    worker's folder.
    """
    global _parent
    _parent = pipe
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    _die_with_the_parent()
    _bound(limits.memory)
    tempfile.tempdir = folder
    with contextlib.suppress(EOFError, OSError):
        pipe.send_bytes(pack(Message("ready")))
        while True:
            _, task = pipe.recv()
            _ends[0] = time.monotonic()
            _watchdog(limits.seconds)
            pipe.send_bytes(_answer(call, task))
            faulthandler.cancel_dump_traceback_later()


def _answer(call: Callable[[Any], Any], task: Any) -> bytes:
    try:
        return pack(Message("done", value=pack(call(task))))
    except MemoryError:
        return _broken("memory", "MemoryError")
    except RecursionError:
        return _broken("crash", "RecursionError")
    except Exception as error:
        return _broken("crash", f"{type(error).__name__}: {error}"[:LONGEST_DETAIL])


def _broken(kind: Literal["memory", "crash"], detail: str) -> bytes:
    trace = traceback.format_exc(limit=-TRACED).encode(errors="replace")
    return pack(Message(kind, detail, value=trace))


def _watchdog(more: float) -> None:
    """End this process so much later, whatever it is at: for when the parent that should kill it
    was killed itself.
    """
    _ends[0] += more
    faulthandler.dump_traceback_later(
        _ends[0] - time.monotonic() + GRACE, exit=True
    )  # to stderr, which is nowhere


def _die_with_the_parent() -> None:
    """Have Linux end this process with the one that forked it, which ends with ours: an orphan at
    once, not at its limit.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(SET_PDEATHSIG, signal.SIGKILL)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _bound(memory: int) -> None:
    """Have the system refuse memory beyond the limit, where it can (POSIX)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        resource: Any = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
