"""How the tests share the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from pathlib import Path

import pytest

# Thousands of tests are made and stay: nobody needs to look again and again whether they are waste.
gc.set_threshold(100_000, 20, 20)
# Hypothesis asks other libraries whether they know of random numbers, and so imports trio.
os.environ.setdefault("HYPOTHESIS_NO_PLUGINS", "1")

# Hundreds of processes are begun: modules are compiled once for all of them, whatever the
# surroundings say (PYTHONDONTWRITEBYTECODE costs each command half a second or more).
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


# Folders of many small files, none of which takes long: they come last and fill what is left.
SHORT = {"checks", "facts", "judge", "read", "rulebook", "text"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.path.parent.name in SHORT)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cache of those tests that ask what is made of a report and not how it is read: a
    sample is read once for all of them, whichever worker they run in.
    """
    own = tmp_path_factory.getbasetemp()
    home = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "kept"
    home.mkdir(mode=0o700, exist_ok=True)
    return home


def pytest_collection_finish() -> None:
    """Keep what was collected out of the collector's way; have whatever test first makes a worker
    make all as a scan does: else each worker of each later scan would import for itself.
    """
    from ita_checker.scan.tasks import PRELOADED

    gc.collect()
    gc.freeze()
    if hasattr(os, "fork"):
        multiprocessing.set_forkserver_preload([*PRELOADED])


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: tests of commands, servers and browsers wait
    half of their time.
    """
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else 2
