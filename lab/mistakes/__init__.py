"""Mistakes to plant in clean texts, so that exactly that finding is due.

Each module has `MISTAKES`: by name (the code, and a word where a code has several) what takes a
sheet and returns it with the mistake in it and in its truth, or None where the text gives no room
for it.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable, Mapping
from functools import cache

from lab.sheets import Sheet

Plant = Callable[[Sheet, random.Random], Sheet | None]


@cache
def mistakes() -> Mapping[str, Plant]:
    """Return every mistake that can be planted, by name."""
    found: dict[str, Plant] = {}
    for part in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{part.name}")
        found.update(getattr(module, "MISTAKES", {}))
    return dict(sorted(found.items()))


def plant(name: str, sheet: Sheet, seed: int = 0) -> Sheet | None:
    """Return the sheet with a mistake planted; None where there is no room for it."""
    return mistakes()[name](sheet, random.Random(f"{seed}/{sheet.author}/{sheet.name}/{name}"))
