"""JSON Lines for streams: one report a line, as in the JSON contract."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ita_checker.model import Batch
from ita_checker.report.json import dump, report_data


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield a line for each report."""
    for report in batch.reports:
        yield json.dumps(json.loads(dump(report_data(report, lang)))) + "\n"
