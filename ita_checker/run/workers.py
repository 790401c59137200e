"""Worker processes that can be killed: a task that hangs, bursts or crashes loses itself and no
other.

In-process timeouts do not stop C code, so the parent watches the clock and kills. The system
enforces the memory limit (RLIMIT_AS, where there is one). Outcomes come as they are done; the
caller puts them in order. A worker that read a hostile file is no longer trusted: what it sends is
data of the type asked for (packing), never pickle.
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
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any

from ita_checker.run import temporary
from ita_checker.run.outcomes import (
    Done,
    LimitPassed,
    Limits,
    Lost,
    Message,
    Outcome,
    Resumable,
)
from ita_checker.run.packing import MOST, unpack
from ita_checker.run.working import GRACE, work

MOST_DEATHS = 8  # workers that one task may cost
TIMES_OVER = 4  # a task that is tried again may take its time so often, or all it may ask for
TICK = 0.5  # seconds between two looks at the clock
# seconds a new process may take until it is at work: importing is no fault of the file it is given
START = 120.0
HEARD = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@dataclass
class _Worker:
    """One process, the pipe to it, and the task it works on."""

    process: Any
    pipe: Connection
    limits: Limits
    folder: str
    ready: bool = False
    index: int | None = None
    part: int = 0
    granted: float = 0.0
    deadline: float = 0.0
    done: int = 0

    def give(self, index: int, task: Any) -> None:
        self.index, self.part = index, 0
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
        return Lost(limit, detail, trace, self.part, self.done == 0)

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


def _sockets() -> None:
    """Have processes meet where a socket can have a name: TMPDIR may be too long for one."""
    home = str(temporary.for_sockets())
    multiprocessing.current_process()._config.setdefault("tempdir", home)  # type: ignore[attr-defined]


def prepare(modules: Iterable[str]) -> None:
    """Have the modules imported once, before any worker is made from them (where processes fork);
    it begins at once, beside the caller.
    """
    if sys.platform != "win32":
        _sockets()
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
        with _deaf():
            importlib.import_module("multiprocessing.forkserver").ensure_running()


@dataclass
class _Queue:
    """Tasks that wait, by number: those that are tried again before new ones. `tasks` holds what
    each that is at work is tried as.
    """

    new: Iterator[tuple[int, Any]]
    limits: Limits
    again: deque[int] = field(default_factory=deque)
    tasks: dict[int, Any] = field(default_factory=dict)
    begun: dict[int, float] = field(default_factory=dict)
    deaths: Counter[int] = field(default_factory=Counter)

    def next(self) -> int | None:
        """Return the number of the next task; None where none waits."""
        if self.again:
            return self.again.popleft()
        index, task = next(self.new, (None, None))
        if index is not None:
            self.tasks[index] = task
        return index

    def ended(self, index: int, outcome: Outcome) -> Outcome | None:
        """Return how a task ended; None where it is tried again, otherwise."""
        if isinstance(outcome, Lost) and self._resumed(index, outcome):
            self.deaths[index] += 1
            self.again.append(index)
            return None
        del self.tasks[index], self.begun[index]
        deaths = self.deaths.pop(index, 0)
        return replace(outcome, lost=deaths) if isinstance(outcome, Done) and deaths else outcome

    def _resumed(self, index: int, lost: Lost) -> bool:
        task, spent = self.tasks[index], time.monotonic() - self.begun[index]
        if not isinstance(task, Resumable) or self.deaths[index] >= MOST_DEATHS:
            return False
        if spent > max(self.limits.most, TIMES_OVER * self.limits.seconds):
            return False
        self.tasks[index] = task.after(lost)
        return self.tasks[index] is not None


def run(
    call: Callable[[Any], Any],
    tasks: Iterable[Any],
    jobs: int,
    limits: Limits,
    answer: Any,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[int, Outcome]]:
    """Yield (number of the task, outcome) as tasks are done; at most `jobs` at once, no task taken
    before a worker is free. `answer` is the type of what the call returns. A task that is
    Resumable is tried again where it was lost, some times at most. Where `stop` tells so, it ends
    as by Ctrl-C (KeyboardInterrupt): a thread hears no signal.
    """
    crew, queue = _Crew(call, limits, answer), _Queue(enumerate(tasks), limits)
    try:
        while _hand_out(crew, queue, jobs) or any(
            worker.index is not None for worker in crew.workers
        ):
            if stop():
                raise KeyboardInterrupt
            for index, outcome in _collect(crew):
                ended = queue.ended(index, outcome)
                if ended is not None:
                    yield index, ended
    finally:
        for worker in list(crew.workers):
            crew.dismiss(worker)


def _hand_out(crew: _Crew, queue: _Queue, jobs: int) -> bool:
    """Give each free worker a task; tell whether there may be more tasks."""
    while True:
        free = next((worker for worker in crew.workers if worker.index is None), None)
        if free is None and len(crew.workers) >= jobs:
            return True
        index = queue.next()
        if index is None:
            return False
        queue.begun.setdefault(index, time.monotonic())
        worker = free or crew.hire()
        try:
            worker.give(index, queue.tasks[index])
        except OSError:  # it died while idle: another takes its task
            crew.dismiss(worker)
            crew.hire().give(index, queue.tasks[index])


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
            yield index, worker.lost("time", f"{worker.granted:g} s")


def _receive(worker: _Worker, answer: Any) -> Outcome | None:
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
            worker.part = message.part
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
