"""Python's search for cycles among objects: seldom in a command, never while one file is read or
judged.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

SELDOM = 50_000, 20, 20  # new objects, and looks at the young ones, before it looks again


def seldom() -> None:
    """Have Python look for cycles seldom: a command begins with tens of thousands of objects (of
    modules, rules and words) that all stay, and each look at them is for nothing.
    """
    gc.set_threshold(*SELDOM)


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: a page makes thousands of small tuples and none, and
    each look costs a tenth of its time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
