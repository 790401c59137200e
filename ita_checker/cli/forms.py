"""The formats that results are written in, each a file in report/formats: found by its name, and by
the suffixes it names.
"""

from __future__ import annotations

from functools import cache

from ita_checker import parts

FORMATS = "report.formats"
USUAL = "text"


def names() -> tuple[str, ...]:
    """Return the formats, what the screen shows first."""
    return (USUAL, *(name for name in parts.names(FORMATS) if name != USUAL))


@cache
def of_suffix(suffix: str) -> str | None:
    """Return the format whose files end so; None where there is none. The one of that name is
    looked at first: most formats are not loaded for nothing.
    """
    likely = sorted(names(), key=lambda name: (name != suffix.removeprefix("."), name))
    return next((name for name in likely if suffix in parts.load(FORMATS, name).SUFFIXES), None)


def suffixes() -> tuple[str, ...]:
    """Return every suffix that a format is written with."""
    return tuple(one for name in names() for one in parts.load(FORMATS, name).SUFFIXES)
