"""Finds a part by its file name: a kind of check, a reader, an output format. Adding a part is
adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """Return the names of the parts in a package of ours ("checks"), sorted; a leading underscore
    hides a file.
    """
    home = importlib.import_module(f"ita_checker.{package}")
    return tuple(
        sorted(
            info.name
            for info in pkgutil.iter_modules(home.__path__)
            if not info.name.startswith("_")
        )
    )


def load(package: str, name: str) -> ModuleType:
    """Return the part; KeyError with the names there are if there is none of that name."""
    if name not in names(package):
        raise KeyError(f"{name!r} is none of {', '.join(names(package))}")
    whole = f"ita_checker.{package}.{name}"
    return sys.modules.get(whole) or importlib.import_module(whole)  # each rule of each report asks
