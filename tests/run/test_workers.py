"""Workers that can be killed: each fault loses its own task and no other."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ita_checker.run import working
from ita_checker.run.outcomes import Done, Limits, Lost, Outcome
from ita_checker.run.workers import run
from ita_checker.run.working import more_time, working_at

LIMITS = Limits(seconds=3.0, memory=1024**3, tasks=3)


def behave(task: str) -> str:
    if task == "hang":
        time.sleep(60)
    if task == "hang in C":
        ctypes.CDLL(None).pause()
    if task == "burst":
        return str(len(bytearray(3 * 1024**3)))
    if task == "segfault":
        ctypes.string_at(0)
    if task == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "recurse":
        return behave_for_ever()
    if task == "quit":
        os._exit(7)
    if task == "slow but said so":
        more_time(20)
        time.sleep(4)
    if task == "breaks":
        raise KeyError("no such word")
    if task == "lies":
        return Path  # type: ignore[return-value]
    if task == "another type":
        return 7  # type: ignore[return-value]
    if task == "pickles":
        _raw(pickle.dumps(Evil()))
    if task == "noise":
        _raw(b"\x80\x05\x95" * 40)
    if task == "talks":
        print("\x1b[31mnoise", flush=True)
    return task.upper()


class Evil:
    """What runs code where it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit(9)",)


def _raw(data: bytes) -> None:
    """Send what a worker that is no longer ours might send."""
    assert working._parent is not None
    working._parent.send_bytes(data)
    time.sleep(60)


def behave_for_ever() -> str:
    return behave_for_ever() + ""


def outcomes(tasks: list[str], jobs: int = 2) -> dict[str, Outcome]:
    return {tasks[index]: outcome for index, outcome in run(behave, tasks, jobs, LIMITS, str)}


@pytest.mark.parametrize(
    ("fault", "lost"),
    [
        ("hang", Lost("time", "3 s")),
        ("hang in C", Lost("time", "3 s")),
        ("burst", Lost("memory", "MemoryError")),
        ("segfault", Lost("crash", "SIGSEGV")),
        ("killed", Lost("crash", "SIGKILL")),
        ("recurse", Lost("crash", "RecursionError")),
        ("quit", Lost("crash", "exit code 7")),
    ],
)
def test_a_task_that_breaks_its_worker_is_lost_alone_and_said_why(fault: str, lost: Lost) -> None:
    assert outcomes(["a", fault, "b", "c"]) == {
        "a": Done("A"),
        fault: lost,
        "b": Done("B"),
        "c": Done("C"),
    }


@pytest.mark.parametrize("fault", ["lies", "another type", "pickles", "noise"])
def test_what_a_worker_sends_is_data_of_the_type_asked_for_or_no_answer(fault: str) -> None:
    ends = outcomes(["a", fault, "b"])
    assert (ends["a"], ends["b"]) == (Done("A"), Done("B"))
    end = ends[fault]
    assert isinstance(end, Lost)
    assert end.limit == "crash"


def test_a_task_that_breaks_says_what_and_where_and_its_worker_goes_on() -> None:
    end = outcomes(["breaks", "a"], jobs=1)["breaks"]
    assert isinstance(end, Lost)
    assert (end.limit, end.detail) == ("crash", "KeyError: 'no such word'")
    assert "in behave" in end.trace


def test_a_task_that_asked_for_more_time_is_given_it() -> None:
    assert outcomes(["slow but said so"]) == {"slow but said so": Done("SLOW BUT SAID SO")}


def test_a_task_is_not_given_more_time_than_any_may_take() -> None:
    limits = Limits(seconds=1.0, memory=1024**3, tasks=3, most=2.0)
    _, end = next(run(behave, ["slow but said so"], 1, limits, str))
    assert end == Lost("time", "2 s")


def test_a_worker_is_replaced_after_its_share_of_tasks() -> None:
    pids = {
        outcome.value
        for _, outcome in run(pid, list("abcdefg"), 1, LIMITS, int)
        if isinstance(outcome, Done)
    }
    assert len(pids) == 3


@dataclass(frozen=True)
class Parts:
    """A task of parts, some of which are left out; `deadly` kills."""

    deadly: int
    left_out: tuple[int, ...] = ()

    def after(self, lost: Lost) -> Parts | None:
        """Leave out where it died; nothing helps where it died at none."""
        return replace(self, left_out=(*self.left_out, lost.at)) if lost.at else None


def in_parts(task: Parts) -> str:
    for part in range(1, 6):
        if part not in task.left_out:
            working_at("part", part)
            if part == task.deadly:
                os.kill(os.getpid(), signal.SIGABRT)
    working_at("whole")
    if task.deadly == 9:
        os.kill(os.getpid(), signal.SIGABRT)
    return f"without {task.left_out}"


def test_a_task_is_tried_again_without_the_part_that_killed_its_worker() -> None:
    tasks = [Parts(0), Parts(3), Parts(9), Parts(1), Parts(0)]
    ends = dict(run(in_parts, tasks, 2, LIMITS, str))
    assert ends == {
        0: Done("without ()"),
        1: Done("without (3,)", lost=1),
        2: Lost("crash", "SIGABRT"),
        3: Done("without (1,)", lost=1),
        4: Done("without ()"),
    }


@dataclass(frozen=True)
class Stubborn:
    """A task that wants to be tried again for ever."""

    def after(self, lost: Lost) -> Stubborn:
        """Ask for another try."""
        return self


def dies(_: Stubborn) -> str:
    os.kill(os.getpid(), signal.SIGABRT)
    return ""


def test_no_task_costs_more_than_some_workers() -> None:
    _, end = next(run(dies, [Stubborn()], 1, LIMITS, str))
    assert end == Lost("crash", "SIGABRT")


def pid(_: str) -> int:
    return os.getpid()


def test_a_worker_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    outcomes(["talks"])
    assert capfd.readouterr() == ("", "")


def test_a_run_is_stopped_from_another_thread_at_once_and_leaves_no_worker() -> None:
    began = time.monotonic()
    stop = lambda: time.monotonic() > began + 1  # noqa: E731
    with pytest.raises(KeyboardInterrupt):
        list(run(behave, ["hang", "hang"], 2, replace(LIMITS, seconds=60), str, stop))
    assert time.monotonic() < began + 30
    assert multiprocessing.active_children() == []


def test_no_worker_outlives_a_run_that_was_broken_off() -> None:
    running = run(pid, ["a", "b", "c"], 1, LIMITS, int)
    _, first = next(running)
    running.close()
    assert isinstance(first, Done)
    with pytest.raises(ProcessLookupError):
        os.kill(first.value, 0)


def test_the_last_guard_of_a_worker_waits_for_all_the_time_it_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_to: list[float] = []
    monkeypatch.setattr(
        working.faulthandler,
        "dump_traceback_later",
        lambda seconds, exit: set_to.append(round(seconds)),
    )
    working._ends[0] = time.monotonic()
    working._watchdog(120)
    working._watchdog(20)
    assert set_to == [120 + working.GRACE, 140 + working.GRACE]
