"""The same killable workers under an existing Dask cluster: one file a task, idempotent, retried
once.
"""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.run import workers
from ita_checker.run.workers import Limits, Lost, Outcome

WAIT = 5  # seconds for the scheduler to answer
# tasks handed to the cluster for each of its threads: enough to keep it busy, few enough to stay
# small
AHEAD = 3


def engine(
    scheduler: str,
) -> Callable[[Callable[[Any], Any], Iterable[Any], int, Limits], Iterator[tuple[int, Outcome]]]:
    """Return what runs tasks as workers.run does, on the cluster at `scheduler` (tcp://host:8786)."""

    def run(
        call: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, limits: Limits
    ) -> Iterator[tuple[int, Outcome]]:
        with _client(scheduler) as client:
            room = max(1, AHEAD * sum(client.nthreads().values()))
            try:
                yield from _run(client, call, enumerate(tasks), room, limits)
            except ConnectionError as error:
                raise _gone(scheduler, error) from error

    return run


def _client(scheduler: str) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        remedy = Words(
            "ติดตั้งด้วย pip install 'ita-checker[dask]'",
            "install it with: pip install 'ita-checker[dask]'",
        )
        raise UsageError(
            Words("ไม่มี Dask ในเครื่องนี้", "Dask is not installed"), "--engine dask", remedy
        ) from error
    try:
        return distributed.Client(scheduler, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        remedy = Words("ตรวจที่อยู่ของ --scheduler", "check the address given as --scheduler")
        raise UsageError(
            Words("ติดต่อ Dask ไม่ได้", "cannot reach the Dask scheduler"), scheduler, remedy
        ) from error


def _gone(scheduler: str, error: Exception) -> UsageError:
    remedy = Words(
        "เปิด scheduler แล้วสั่งสแกนอีกครั้ง ผลที่ได้แล้วเก็บไว้ในแคช",
        "start the scheduler and scan again: what is done is kept in the cache",
    )
    return UsageError(
        Words(f"Dask scheduler หายไป ({error})", f"the Dask scheduler is gone ({error})"),
        scheduler,
        remedy,
    )


def _run(
    client: Any,
    call: Callable[[Any], Any],
    tasks: Iterator[tuple[int, Any]],
    room: int,
    limits: Limits,
) -> Iterator[tuple[int, Outcome]]:
    """Yield outcomes as they are done, `room` tasks on their way at most."""
    distributed = importlib.import_module("distributed")
    coming = distributed.as_completed(loop=client.loop)
    numbers: dict[Any, int] = {}

    def send() -> None:
        index, task = next(tasks, (None, None))
        if index is not None:
            future = client.submit(one, call, task, limits, pure=False, retries=1)
            numbers[future] = index
            coming.add(future)

    for _ in range(room):
        send()
    for future in coming:
        if future.cancelled():  # by the client, when it cannot reach its scheduler any more
            raise ConnectionError("connection lost")
        yield numbers.pop(future), _outcome(future)
        future.release()
        send()


def _outcome(future: Any) -> Outcome:
    error = future.exception()
    if error is not None:
        return Lost("crash", type(error).__name__)
    outcome: Outcome = future.result()
    return outcome


def one(call: Callable[[Any], Any], task: Any, limits: Limits) -> Outcome:
    """Return the outcome of one task, done by a worker of its own that can be killed."""
    # Dask's workers are daemons, which Python bars from having children; ours end with their task
    # at the latest.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    _, outcome = next(workers.run(call, [task], 1, limits))
    return outcome
