"""Worker processes that can be killed: a task that hangs, bursts or crashes loses itself and no
other.

In-process timeouts do not stop C code, so the parent watches the clock and kills. The system
enforces the memory limit (RLIMIT_AS, where there is one). Outcomes come as they are done; the
caller puts them in order. A worker that read a hostile file is no longer trusted: what it sends is
data of the type asked for (packing), never pickle.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import importlib
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any, Literal

from ita_checker.run import temporary
from ita_checker.run.packing import MOST, pack, unpack

GRACE = 5.0  # seconds after which a worker whose parent is gone ends itself, past its own limit
SECONDS, MEMORY = 120.0, 2 * 1024**3
MOST_SECONDS = 3600.0  # a page of OCR may ask for time, two thousand of them not for half a day
TICK = 0.5  # seconds between two looks at the clock
SET_PDEATHSIG = 1  # of Linux's prctl
LONGEST_DETAIL = 500  # letters told of an error
TRACED = 12  # innermost calls kept of where it was
# seconds a new process may take until it is at work: importing is no fault of the file it is given
START = 120.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds on the clock, with those it asks for `most` in all, bytes of
    memory; a worker is replaced after so many tasks.
    """

    seconds: float = SECONDS
    memory: int = MEMORY
    tasks: int = 200
    most: float = MOST_SECONDS


@dataclass(frozen=True, slots=True)
class Done:
    """What the task returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a task gave nothing: it ran out of time or memory, or its worker died; `detail` says
    how, `trace` where in the code, as far as the worker could still tell.
    """

    limit: Literal["time", "memory", "crash"]
    detail: str
    trace: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class _Message:
    """What a worker sends: that it is at work, wants more time, or has ended its task and how."""

    kind: Literal["ready", "more", "done", "memory", "crash"]
    detail: str = ""
    seconds: float = 0.0
    value: bytes = b""


Outcome = Done | Lost
HEARD = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
LONGEST_SOCKET = 90  # letters of a folder in which a socket of POSIX can have a name
_parent: Connection | None = None
_ends = [0.0]  # when the task at hand is out of time, on this process's clock


def more_time(seconds: float) -> None:
    """Ask the parent for more seconds for the task at hand; nothing outside a worker."""
    if _parent is not None:
        _parent.send_bytes(pack(_Message("more", seconds=seconds)))
        _watchdog(seconds)


@dataclass
class _Worker:
    """One process, the pipe to it, and the task it works on."""

    process: Any
    pipe: Connection
    limits: Limits
    folder: str
    ready: bool = False
    index: int | None = None
    granted: float = 0.0
    deadline: float = 0.0
    done: int = 0

    def give(self, index: int, task: Any) -> None:
        self.index = index
        self.grant(self.limits.seconds if self.ready else START)
        self.pipe.send((index, task))

    def grant(self, seconds: float) -> None:
        """Let the task at hand run so long from now."""
        self.granted, self.deadline = seconds, time.monotonic() + seconds

    def more(self, seconds: float) -> None:
        """Let the task at hand run so much longer, within what is granted in all."""
        left = max(self.limits.most, self.limits.seconds) - self.granted
        more = max(0.0, min(seconds, left))
        self.granted, self.deadline = self.granted + more, self.deadline + more

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass
class _Crew:
    """The workers of one run."""

    call: Callable[[Any], Any]
    limits: Limits
    answer: Any
    workers: list[_Worker] = field(default_factory=list)

    def hire(self) -> _Worker:
        context: Any = multiprocessing.get_context(
            "spawn" if sys.platform == "win32" else "forkserver"
        )
        ours, theirs = context.Pipe()
        folder = tempfile.mkdtemp(dir=temporary.folder())
        process = context.Process(
            target=_work, args=(theirs, self.call, self.limits, folder), daemon=True
        )
        with _deaf(), _nameless():
            process.start()
        theirs.close()
        worker = _Worker(process, ours, self.limits, folder)
        self.workers.append(worker)
        return worker

    def dismiss(self, worker: _Worker) -> None:
        worker.end()
        self.workers.remove(worker)


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Have processes begun here never hear Ctrl-C or a call to end: only the parent answers it. A
    mask is inherited, whatever they import first.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _nameless() -> Iterator[None]:
    """Have processes begun here not run the caller's own script again: what they are to do lies in
    modules.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def prepare(modules: Iterable[str]) -> None:
    """Have the modules imported once, before any worker is made from them (where processes fork);
    it begins at once, beside the caller.
    """
    if sys.platform != "win32":
        home = str(temporary.folder())
        if len(home) <= LONGEST_SOCKET:  # else it makes a folder of its own for its socket
            multiprocessing.current_process()._config.setdefault("tempdir", home)  # type: ignore[attr-defined]
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
        with _deaf():
            importlib.import_module("multiprocessing.forkserver").ensure_running()


def run(
    call: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, limits: Limits, answer: Any
) -> Iterator[tuple[int, Outcome]]:
    """Yield (number of the task, outcome) as tasks are done; at most `jobs` at once, no task taken
    before a worker is free. `answer` is the type of what the call returns.
    """
    crew, waiting = _Crew(call, limits, answer), enumerate(tasks)
    try:
        more = True
        while more or any(worker.index is not None for worker in crew.workers):
            more = more and _hand_out(crew, waiting, jobs)
            yield from _collect(crew)
    finally:
        for worker in list(crew.workers):
            crew.dismiss(worker)


def _hand_out(crew: _Crew, waiting: Iterator[tuple[int, Any]], jobs: int) -> bool:
    """Give each free worker a task; tell whether there may be more tasks."""
    while True:
        free = next((worker for worker in crew.workers if worker.index is None), None)
        if free is None and len(crew.workers) >= jobs:
            return True
        try:
            index, task = next(waiting)
        except StopIteration:
            return False
        worker = free or crew.hire()
        try:
            worker.give(index, task)
        except OSError:  # it died while idle: another takes its task
            crew.dismiss(worker)
            crew.hire().give(index, task)


def _collect(crew: _Crew) -> Iterator[tuple[int, Outcome]]:
    """Yield what is done by now, waiting a moment; kill what is over its time."""
    busy = {worker.pipe: worker for worker in crew.workers if worker.index is not None}
    for pipe in wait(list(busy), TICK) if busy else ():
        worker = busy[pipe]  # type: ignore[index]
        index = worker.index
        outcome = _receive(worker, crew.answer)
        if outcome is None or index is None:
            continue
        if isinstance(outcome, Lost) or worker.done >= crew.limits.tasks:
            crew.dismiss(worker)
        yield index, outcome
    for worker in [
        worker
        for worker in crew.workers
        if worker.index is not None and time.monotonic() > worker.deadline
    ]:
        index = worker.index
        crew.dismiss(worker)
        if index is not None:
            yield index, Lost("time", f"{worker.granted:g} s")


def _receive(worker: _Worker, answer: Any) -> Outcome | None:
    """Return the outcome the worker sent, or that it died; None if it only said that it is ready,
    or asked for more time.
    """
    try:
        message = unpack(worker.pipe.recv_bytes(MOST), _Message)
        if message.kind == "ready":
            worker.ready = True
            worker.grant(worker.limits.seconds)
            return None
        if message.kind == "more":
            worker.more(message.seconds)
            return None
        worker.index, worker.done = None, worker.done + 1
        if message.kind == "done":
            return Done(unpack(message.value, answer))
        return Lost(message.kind, message.detail, message.value.decode(errors="replace"))
    except (EOFError, OSError):
        worker.process.join(GRACE)
        return Lost("crash", _death(worker.process.exitcode))
    except ValueError as error:  # what a broken worker sent is no answer
        return Lost("crash", f"no answer: {error}")


def _death(code: int | None) -> str:
    """Return how a process ended, by the signal's name where one ended it."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _work(pipe: Connection, call: Callable[[Any], Any], limits: Limits, folder: str) -> None:
    """Answer tasks until the parent is gone. The worker is silent: only the parent speaks; it
    leaves nothing outside its folder.
    """
    global _parent
    _parent = pipe
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    _die_with_the_parent()
    _bound(limits.memory)
    tempfile.tempdir = folder
    with contextlib.suppress(EOFError, OSError):
        pipe.send_bytes(pack(_Message("ready")))
        while True:
            _, task = pipe.recv()
            _ends[0] = time.monotonic()
            _watchdog(limits.seconds)
            pipe.send_bytes(_answer(call, task))
            faulthandler.cancel_dump_traceback_later()


def _answer(call: Callable[[Any], Any], task: Any) -> bytes:
    try:
        return pack(_Message("done", value=pack(call(task))))
    except MemoryError:
        return _broken("memory", "MemoryError")
    except RecursionError:
        return _broken("crash", "RecursionError")
    except Exception as error:
        return _broken("crash", f"{type(error).__name__}: {error}"[:LONGEST_DETAIL])


def _broken(kind: Literal["memory", "crash"], detail: str) -> bytes:
    trace = traceback.format_exc(limit=-TRACED).encode(errors="replace")
    return pack(_Message(kind, detail, value=trace))


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
