"""One scan from settings to batch: what the command line, the served page and Python callers come
in by.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_checker.errors import UsageError
from ita_checker.model import Batch, Document, Pack, ReadOptions, Report
from ita_checker.run.cache import Cache
from ita_checker.run.dask import Engine, engine
from ita_checker.run.outcomes import Limits
from ita_checker.run.workers import run
from ita_checker.scan.archives import Archives
from ita_checker.scan.choosing import sayable
from ita_checker.scan.files import Choice, Found, find
from ita_checker.scan.handing import Handing
from ita_checker.scan.kinds import has_office
from ita_checker.scan.one import lost
from ita_checker.scan.packs import heads, whole
from ita_checker.scan.reading import read_alone
from ita_checker.scan.register import read_register
from ita_checker.scan.scanned import Scanned, asking, day_of, side_by_side
from ita_checker.scan.settings import Settings
from ita_checker.scan.tasks import Entry, Means, Progress, scan

if TYPE_CHECKING:
    from ita_checker.scan.decisions import Decisions

Stop = Callable[[], bool]


def check_paths(
    paths: Sequence[Path | str], settings: Settings, progress: Progress | None = None
) -> tuple[Batch, tuple[UsageError, ...]]:
    """Return the batch of every PDF below the paths (or URLs), and which paths were wrong.

    What lies below the paths and is not opened (links that lead out, closed folders) is a report
    of the batch too. RuleError and UsageError come before any PDF is opened.
    """
    decisions = decided(settings)
    done, wrong = scanned(paths, settings, progress, decisions)
    return done.batch(decisions), wrong


def scanned(
    paths: Sequence[Path | str],
    settings: Settings,
    progress: Progress | None = None,
    decisions: Decisions | None = None,
    stop: Stop | None = None,
) -> tuple[Scanned, tuple[UsageError, ...]]:
    """Return the scan, from which batches are made, and which paths were wrong. `stop` is asked
    now and then: told yes, files not yet looked at say so in their reports.
    """
    day_of(settings.date)
    cache = _cache(settings)
    packs = heads(settings.rules, cache)
    listed = Handing.of(settings, paths)
    listed.known(packs)
    found = find(paths, _choice(settings))
    listed = listed.matched(found)
    found = listed.joined(found)
    files = _entries(found)
    can_say = sayable(packs, listed.any_complete) if settings.select else lambda _: ()
    asked = asking(settings, listed, files, can_say)
    means = _means(settings, packs, cache, stop)
    reports = scan(
        files, listed.handed, means, _shown(progress, replace(asked, decisions=decisions).told)
    )
    beside = side_by_side(reports, files, listed, packs)
    kept = cache.path.parent if cache else None
    done = Scanned(settings, tuple(paths), files, found, packs, reports, asked, *beside, kept)
    return done, found.wrong


def decided(settings: Settings) -> Decisions | None:
    """Return the decisions that are to hold; UsageError says what is wrong in which file."""
    if not settings.decisions:
        return None
    from ita_checker.scan.decisions import load

    return load(*settings.decisions)


def _shown(progress: Progress | None, told: Callable[[Report], Report]) -> Progress | None:
    """Return progress that is told each report as it will be shown."""
    if progress is None:
        return None
    return lambda done, total, report: progress(done, total, told(report))


def _means(
    settings: Settings, packs: tuple[Pack, ...], cache: Cache | None, stop: Stop | None
) -> Means:
    here: Engine = partial(run, stop=stop) if stop else run
    return Means(
        packs,
        _reading(settings.reading),
        settings.limits,
        settings.jobs,
        cache,
        engine(settings.scheduler) if settings.scheduler else here,
        whole=lambda: whole(settings.rules),
        register=read_register(settings.register),
    )


def _entries(found: Found) -> tuple[Entry, ...]:
    """Return all that was found, to be looked at or not, by its path as shown."""
    skipped = (Entry(one.path, one.path, one.why, one.remedy) for one in found.skipped)
    files = (Entry(shown, path) for shown, path in found.files)
    return tuple(sorted([*files, *skipped], key=lambda file: file.shown))


def _choice(settings: Settings) -> Choice:
    """Return what is taken of what lies below the paths. What was given as a list, a register or
    decisions was not handed in, nor was what this scan writes.
    """
    kept = Cache().path.parent
    given = (*settings.ours, settings.manifest, settings.register, *settings.decisions, kept)
    return Choice(
        settings.exclude,
        tuple(os.path.realpath(place) for place in given if place),
        office=has_office(),
        # Workers on other machines do not see what is taken out here.
        unpack=None if settings.scheduler else Archives().opened,
    )


def refused_cache(settings: Settings) -> UsageError | None:
    """Return why the cache is not used though it was asked for; None where it is used."""
    return Cache().refused() if settings.cache else None


def _cache(settings: Settings) -> Cache | None:
    """Return the cache; None where nothing may be kept in it: that costs time and no result."""
    cache = Cache() if settings.cache else None
    return None if cache is None or cache.refused() else cache


def read_file(path: Path, options: ReadOptions, limits: Limits) -> Document:
    """Return the document as read by a worker that can be killed; ReadError if it cannot be,
    UsageError where the reader of scans asked for is not installed.
    """
    return read_alone(path, _reading(options), limits, lost)


def _reading(options: ReadOptions) -> ReadOptions:
    """Return how files are read, with the version of a reader of scans that is not ours;
    UsageError where it is not installed.
    """
    if options.ocr_engine == "own":
        return options
    from ita_checker.read.ocr import tesseract

    return replace(options, ocr_version=tesseract.version())
