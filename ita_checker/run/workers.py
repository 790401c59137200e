"""Worker processes that can be killed: a task that hangs, bursts or crashes loses itself and no
other.

In-process timeouts do not stop C code, so the parent watches the clock and kills. The system
enforces the memory limit (RLIMIT_AS, where there is one). Outcomes come as they are done; the
caller puts them in order. A worker that read a hostile file is no longer trusted: what it sends is
data of the type asked for (packing), never pickle.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ita_checker.run.crew import Crew, collect
from ita_checker.run.outcomes import (
    Done,
    Limits,
    Lost,
    Outcome,
    Resumable,
)

MOST_DEATHS = 8  # workers that one task may cost
TIMES_OVER = 4  # a task that is tried again may take its time so often, or all it may ask for


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
    crew, queue = Crew(call, limits, answer), _Queue(enumerate(tasks), limits)
    try:
        while _hand_out(crew, queue, jobs) or any(
            worker.index is not None for worker in crew.workers
        ):
            if stop():
                raise KeyboardInterrupt
            for index, outcome in collect(crew):
                ended = queue.ended(index, outcome)
                if ended is not None:
                    yield index, ended
    finally:
        for worker in list(crew.workers):
            crew.dismiss(worker)


def _hand_out(crew: Crew, queue: _Queue, jobs: int) -> bool:
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
