"""The report people work in: one HTML file that needs no network, opens from a memory stick and
can run nothing of a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.model import Batch
from ita_checker.report.formats.html.crops import drawn, shared
from ita_checker.report.formats.html.data import head_data, report_data, torn_rows
from ita_checker.report.formats.html.frame import HOME, NOWHERE, asset, block, frame, script, style
from ita_checker.report.formats.html.offices import offices_data
from ita_checker.report.formats.html.words import words
from ita_checker.text.visible import visible

SUFFIXES = (".html", ".htm")
# What keeps decisions stands between the two; a served page puts its own keeper there (see
# assets/store.js).
BEFORE = ("build.js", "data.js")
KEEPER = HOME.joinpath("keep-local.js")
SCRIPTS = (
    "steps.js",
    "store.js",
    "table.js",
    "parts.js",
    "sheets.js",
    "files.js",
    "address.js",
    "filters.js",
    "list.js",
    "detail.js",
    "decide.js",
    "bulk.js",
    "keys.js",
    "people.js",
    "counts.js",
    "heat.js",
    "overview.js",
    "tables.js",
    "offices.js",
    "office.js",
    "handover.js",
    "paper.js",
    "start.js",
)
STYLES = (
    "page.css",
    "forms.css",
    "table.css",
    "overview.css",
    "evidence.css",
    "deciding.css",
    "findings.css",
    "paper.css",
)


def render(
    batch: Batch,
    lang: str = "th",
    keeper: str | None = None,
    connect: str = NOWHERE,
    handed: str = "",
) -> Iterator[str]:
    """Yield the page: its frame, a script element of data for each report, one for its pictures,
    and the one script that may run. `keeper`: the script that keeps decisions instead of this
    browser's storage, and `connect` where it may connect to, as a policy has it. `handed`: the
    office that the page is for, which reads it and decides nothing.
    """
    kept = KEEPER.read_text(encoding="utf-8") if keeper is None else keeper
    runs = script((*map(asset, BEFORE), kept, *map(asset, SCRIPTS)))
    before, after = frame("page.html", words(lang), lang, runs, style(STYLES), connect)
    yield before
    yield block("side-by-side", offices_data(batch, lang))
    shares, wanted = shared(batch)
    own = {"crops": [sum(shares), wanted], "handed": visible(handed)}
    yield block("head", {**head_data(batch, lang), **own})
    torn = torn_rows(batch)
    for number, report in enumerate(batch.reports):
        yield block(f"report-{number}", report_data(batch, report, lang, torn))
    for number, pictures in enumerate(drawn(batch, shares)):
        yield block(f"crops-{number}", pictures) if pictures else ""
    yield after
