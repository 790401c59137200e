"""JSON Lines for streams: one report a line, as in the JSON contract."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ita_checker.model import Batch
from ita_checker.model.contract import report_data
from ita_checker.report.formats.json import line, pack_used


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield a line for each report, the pack it was held against beside it."""
    packs = {pack.name: pack_used(pack) for pack in batch.packs}
    for report in batch.reports:
        data = {**report_data(report, lang), "pack": packs.get(report.pack or "")}
        yield json.dumps(json.loads(line(data))) + "\n"
