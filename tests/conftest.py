"""How the tests share the machine."""

from __future__ import annotations

import os


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: tests of commands, servers and browsers wait
    half of their time.
    """
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else 2
