"""The worker processes of one run: begun deaf to signals and without the caller's script, killed
when over their time. What they send is data of the type asked for.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any

from ita_checker.run import temporary
from ita_checker.run.outcomes import Done, LimitPassed, Limits, Lost, Message, Outcome, Stage
from ita_checker.run.packing import MOST, unpack
from ita_checker.run.working import GRACE, work

PREPARED: list[str] = []  # the modules that workers are made with, here and on a cluster
TICK = 0.5  # seconds between two looks at the clock
# seconds a new process may take until it is at work: importing is no fault of the file it is given
START = 120.0
HEARD = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@dataclass
class Worker:
    """One process, the pipe to it, and the task it works on."""

    process: Any
    pipe: Connection
    limits: Limits
    folder: str
    ready: bool = False
    index: int | None = None
    part: int = 0
    stage: Stage = "before"
    granted: float = 0.0
    deadline: float = 0.0
    done: int = 0

    def give(self, index: int, task: Any) -> None:
        self.index, self.part, self.stage = index, 0, "before"
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

    def lost(self, limit: LimitPassed, detail: str, trace: str = "") -> Lost:
        """Return how the task at hand was lost."""
        return Lost(limit, detail, trace, self.part, self.stage, self.done == 0)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass
class Crew:
    """The workers of one run."""

    call: Callable[[Any], Any]
    limits: Limits
    answer: Any
    workers: list[Worker] = field(default_factory=list)

    def hire(self) -> Worker:
        context: Any = multiprocessing.get_context(
            "spawn" if sys.platform == "win32" else "forkserver"
        )
        if sys.platform != "win32":
            _sockets()
        ours, theirs = context.Pipe()
        folder = tempfile.mkdtemp(dir=temporary.folder())
        process = context.Process(
            target=work, args=(theirs, self.call, self.limits, folder), daemon=True
        )
        with _deaf(), _nameless():
            process.start()
        theirs.close()
        worker = Worker(process, ours, self.limits, folder)
        self.workers.append(worker)
        return worker

    def dismiss(self, worker: Worker) -> None:
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


def _sockets() -> None:
    """Have processes meet where a socket can have a name: TMPDIR may be too long for one."""
    home = str(temporary.for_sockets())
    multiprocessing.current_process()._config.setdefault("tempdir", home)  # type: ignore[attr-defined]


def prepare(modules: Iterable[str]) -> None:
    """Have the modules imported once, before any worker is made from them (where processes fork);
    it begins at once, beside the caller.
    """
    PREPARED[:] = modules
    if sys.platform != "win32":
        _sockets()
        multiprocessing.get_context("forkserver").set_forkserver_preload(PREPARED)
        with _deaf():
            importlib.import_module("multiprocessing.forkserver").ensure_running()


def collect(crew: Crew) -> Iterator[tuple[int, Outcome]]:
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
            yield index, worker.lost("time", f"{worker.granted:g} s")


def _receive(worker: Worker, answer: Any) -> Outcome | None:
    """Return the outcome the worker sent, or that it died; None if it only said that it is ready,
    where it is, or asked for more time.
    """
    try:
        message = unpack(worker.pipe.recv_bytes(MOST), Message)
        if message.kind == "ready":
            worker.ready = True
            worker.grant(worker.limits.seconds)
            return None
        if message.kind == "at":
            worker.part, worker.stage = message.part, message.stage
            return None
        if message.kind == "more":
            worker.more(message.seconds)
            return None
        if message.kind == "done":
            outcome: Outcome = Done(unpack(message.value, answer))
        else:
            trace = message.value.decode(errors="replace")
            outcome = worker.lost(message.kind, message.detail, trace)
        worker.index, worker.done = None, worker.done + 1
        return outcome
    except (EOFError, OSError):
        worker.process.join(GRACE)
        return worker.lost("crash", _death(worker.process.exitcode))
    except ValueError as error:  # what a broken worker sent is no answer
        return worker.lost("crash", f"no answer: {error}")


def _death(code: int | None) -> str:
    """Return how a process ended, by the signal's name where one ended it."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
