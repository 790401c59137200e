"""The same killable workers under an existing Dask cluster: one file a task, idempotent, retried
once. Results come back as data of the type asked for; Dask's own messages are pickle, so the
cluster itself has to be one that may run code here.
"""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.run import crew, workers
from ita_checker.run.outcomes import Done, LimitPassed, Limits, Lost, Outcome
from ita_checker.run.packing import pack, unpack

WAIT = 5  # seconds for the scheduler to answer
STARTING = 60  # seconds for its first worker to come
# tasks handed to the cluster for each of its threads: enough to keep it busy, few enough to stay
# small
AHEAD = 3


Engine = Callable[
    [Callable[[Any], Any], Iterable[Any], int, Limits, Any], Iterator[tuple[int, Outcome]]
]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a task on the cluster ended: done with a packed value, or lost in one of these ways."""

    kind: Literal["done"] | LimitPassed
    detail: str = ""
    trace: str = ""
    value: bytes = b""
    lost: int = 0


def engine(scheduler: str) -> Engine:
    """Return what runs tasks as workers.run does, on the cluster at `scheduler` (tcp://host:8786)."""

    def run(
        call: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, limits: Limits, answer: Any
    ) -> Iterator[tuple[int, Outcome]]:
        with _client(scheduler) as client:
            _staffed(client, scheduler)
            room = max(1, AHEAD * sum(client.nthreads().values()))
            try:
                for index, data in _run(client, call, enumerate(tasks), room, limits, answer):
                    yield index, _outcome(data, answer)
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


def _staffed(client: Any, scheduler: str) -> None:
    """Wait for a worker; UsageError where none comes."""
    distributed = importlib.import_module("distributed")
    try:
        client.wait_for_workers(1, timeout=STARTING)
    except (TimeoutError, distributed.TimeoutError) as error:
        raise UsageError(
            Words(
                f"Dask ไม่มี worker ใน {STARTING} วินาที",
                f"no Dask worker has come within {STARTING} s",
            ),
            scheduler,
            Words("เปิด dask worker แล้วสแกนอีกครั้ง", "start a dask worker and scan again"),
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
    answer: Any,
) -> Iterator[tuple[int, bytes]]:
    """Yield packed ends as they come, `room` tasks on their way at most."""
    distributed = importlib.import_module("distributed")
    coming = distributed.as_completed(loop=client.loop)
    numbers: dict[Any, int] = {}

    def send() -> None:
        index, task = next(tasks, (None, None))
        if index is not None:
            asked = call, task, limits, answer, tuple(crew.PREPARED)
            future = client.submit(one, *asked, pure=False, retries=1)
            numbers[future] = index
            coming.add(future)

    for _ in range(room):
        send()
    for future in coming:
        if future.cancelled():  # by the client, when it cannot reach its scheduler any more
            raise ConnectionError("connection lost")
        yield numbers.pop(future), _result(future)
        future.release()
        send()


def _result(future: Any) -> bytes:
    error = future.exception()
    if error is not None:
        return pack(Ended("crash", type(error).__name__))
    data = future.result()
    return data if isinstance(data, bytes) else b""


def _outcome(data: bytes, answer: Any) -> Outcome:
    try:
        ended = unpack(data, Ended)
        if ended.kind == "done":
            return Done(unpack(ended.value, answer), ended.lost)
    except ValueError as error:
        return Lost("crash", f"no answer: {error}")
    return Lost(ended.kind, ended.detail, ended.trace)


def one(
    call: Callable[[Any], Any],
    task: Any,
    limits: Limits,
    answer: Any,
    prepared: tuple[str, ...] = (),
) -> bytes:
    """Return how one task ended, packed, done by a worker of its own that can be killed; all of a
    Dask worker's are made from one process that has imported what is `prepared`.
    """
    # Dask's workers are daemons, which Python bars from having children; ours end with their task
    # at the latest.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    if prepared:
        crew.prepare(prepared)
    _, outcome = next(workers.run(call, [task], 1, limits, answer))
    if isinstance(outcome, Done):
        return pack(Ended("done", value=pack(outcome.value), lost=outcome.lost))
    return pack(Ended(outcome.limit, outcome.detail, outcome.trace))
