"""The reports of a scan laid side by side: from what was kept of each, read back from disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_checker.model import Body, Pack, Sketch, Submission
from ita_checker.run.packing import unpack
from ita_checker.scan.reports import Spool

if TYPE_CHECKING:
    from ita_checker.across.side_by_side import Beside


def beside(
    spool: Spool,
    handed: Sequence[Submission],
    packs: Sequence[Pack],
    complete: Callable[[int], bool],
) -> Beside:
    """Return what the reports show side by side; `handed` says what each was handed in as,
    `complete` (by number) whether all of its office's files are among them.
    """
    from ita_checker.across.side_by_side import side_by_side

    sketches = [_light(spool, number, asked) for number, asked in enumerate(handed)]
    whole = {sketch.path for number, sketch in enumerate(sketches) if complete(number)}
    return side_by_side(
        sketches, lambda number: _body(spool, number), packs, lambda sketch: sketch.path in whole
    )


def _light(spool: Spool, number: int, asked: Submission) -> Sketch:
    """Return the sketch of a report without its text; a bare one of a file that was not read."""
    sketch = _kept(spool, number)
    if sketch is not None:
        return replace(sketch, body=b"", first_assessment=asked.first_assessment)
    return Sketch(
        asked.path,
        readable=False,
        scheme=asked.scheme or "",
        fiscal_year=asked.fiscal_year,
        claimed=asked.items,
        handed_in_by=asked.organisation,
        listed=bool(asked.organisation),
        first_assessment=asked.first_assessment,
    )


def _body(spool: Spool, number: int) -> Body | None:
    sketch = _kept(spool, number)
    return unpack(sketch.body, Body) if sketch and sketch.body else None


def _kept(spool: Spool, number: int) -> Sketch | None:
    data = spool.sketch(number)
    return unpack(data, Sketch) if data else None
