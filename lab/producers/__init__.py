"""What makes PDFs: one producer, one file.

A producer has `PRODUCERS` (the names it answers to), `missing()` (what it lacks on this machine,
or None) and `produce(jobs)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from lab.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF to make: by which producer, of which source, and a seed for what is left to
    chance.
    """

    producer: str
    page: Path  # HTML
    pdf: Path
    seed: int = 0
    sheet: Sheet | None = None  # the same text as pieces, for producers that open no HTML


@cache
def producers() -> dict[str, ModuleType]:
    """Return the module of each producer's name."""
    found = {}
    for part in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{part.name}")
        found.update(dict.fromkeys(getattr(module, "PRODUCERS", ()), module))
    return found


def lacking(names: Iterable[str]) -> dict[str, str]:
    """Return, of the producers named, those that cannot work here, and what they lack."""
    known = producers()
    why = {
        name: (
            known[name].missing()
            if name in known
            else f"no such producer; there is: {', '.join(sorted(known))}"
        )
        for name in names
    }
    return {name: reason for name, reason in why.items() if reason}


def produce(jobs: Sequence[Job]) -> dict[Path, str]:
    """Make the PDFs; return those that could not be made, and why."""
    failed: dict[Path, str] = {}
    absent = lacking({job.producer for job in jobs})
    by_module: dict[ModuleType, list[Job]] = {}
    for job in jobs:
        if job.producer in absent:
            failed[job.pdf] = f"{job.producer}: {absent[job.producer]}"
        else:
            job.pdf.parent.mkdir(parents=True, exist_ok=True)
            by_module.setdefault(producers()[job.producer], []).append(job)
    for module, own in by_module.items():
        module.produce(own)
        failed |= {job.pdf: f"{job.producer} made nothing" for job in own if not job.pdf.is_file()}
    return failed
