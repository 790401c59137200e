"""JSON Lines as reports come: a line for each, and once more where the reports beside it change
it.
"""

from __future__ import annotations

import hashlib

import click

from ita_checker.model import Batch, Report


class Stream:
    """Lines on stdout. A report is written as soon as it is judged; what only all reports together
    tell (twins, decisions, codes chosen) comes in a later line of the same path, which replaces
    the first. The last line holds the scan.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.written: dict[str, bytes] = {}

    def put(self, report: Report) -> None:
        """Write a report as its worker judged it."""
        from ita_checker.report.formats.jsonl import line

        self._write(
            report.path, line(report, None, self.lang, final=False), line(report, None, self.lang)
        )

    def close(self, batch: Batch) -> None:
        """Write every report that is not as it was written, and the scan itself."""
        from ita_checker.report.formats.jsonl import line, scan_line

        for report in batch.reports:
            text = line(report, None, self.lang)
            if self.written.get(report.path) != _mark(text):
                self._write(report.path, line(report, batch, self.lang), text)
        click.echo(scan_line(batch, self.lang), nl=False)

    def _write(self, path: str, text: str, known_by: str) -> None:
        self.written[path] = _mark(known_by)
        click.echo(text, nl=False)


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
