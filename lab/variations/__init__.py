"""Changes that leave what is right about a report as it was: whatever was said before is to be said
after, and nothing else.

Each module has `VARIATIONS`: by name what takes a sheet and returns it changed, with the look it is
set in, or None where the text gives no room for the change.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable, Mapping
from functools import cache

from lab.papers import Look
from lab.sheets import Sheet

Varied = tuple[Sheet, Look]
Vary = Callable[[Sheet, random.Random], Varied | None]


@cache
def variations() -> Mapping[str, Vary]:
    """Return every variation by name."""
    found: dict[str, Vary] = {}
    for part in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{part.name}")
        found.update(getattr(module, "VARIATIONS", {}))
    return dict(sorted(found.items()))


def vary(name: str, sheet: Sheet, seed: int = 0) -> Varied | None:
    """Return the sheet changed; None where there is no room for the change."""
    return variations()[name](sheet, random.Random(f"{seed}/{sheet.author}/{sheet.name}/{name}"))
