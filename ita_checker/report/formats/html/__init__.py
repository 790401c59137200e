"""The report people work in: one HTML file that needs no network, opens from a memory stick and
can run nothing of a PDF.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files

from ita_checker.model import Batch
from ita_checker.report.formats.html.crops import drawn, shared
from ita_checker.report.formats.html.data import embedded, head_data, report_data, torn_rows
from ita_checker.report.formats.html.offices import offices_data
from ita_checker.report.formats.html.words import words

HOME = files("ita_checker.report.formats.html").joinpath("assets")
# What keeps decisions comes second; a served page puts its own keeper there (see store.js).
KEEPER = HOME.joinpath("keep-local.js")
SCRIPTS = (
    "store.js",
    "parts.js",
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
STYLES = ("page.css", "overview.css", "findings.css", "paper.css")
# Thai is embedded, so that marks stand right on every machine: Sarabun, Open Font License
# (assets/OFL.txt).
FONTS = (("Sarabun-Regular.woff2", 400), ("Sarabun-Bold.woff2", 700))


def render(
    batch: Batch, lang: str = "th", keeper: str | None = None, connect: str = "'none'"
) -> Iterator[str]:
    """Yield the page: its frame, a script element of data for each report, one for its pictures,
    and the one script that may run. `keeper`: the script that keeps decisions instead of this
    browser's storage, and `connect` where it may connect to, as a policy has it.
    """
    kept = KEEPER.read_text(encoding="utf-8") if keeper is None else keeper
    script = _script(kept)
    style = _faces() + "".join(_asset(name) for name in STYLES)
    before, after = frame("page.html", words(lang), lang, script, style, connect)
    yield before
    yield _block("side-by-side", offices_data(batch, lang))
    shares, wanted = shared(batch)
    yield _block("head", {**head_data(batch, lang), "crops": [sum(shares), wanted]})
    torn = torn_rows(batch)
    for number, report in enumerate(batch.reports):
        yield _block(f"report-{number}", report_data(batch, report, lang, torn))
    for number, pictures in enumerate(drawn(batch, shares)):
        yield _block(f"crops-{number}", pictures) if pictures else ""
    yield after.replace("[[script]]", script)


def frame(
    name: str, said: Mapping[str, str], lang: str, script: str, style: str, connect: str = "'none'"
) -> tuple[str, str]:
    """Return a page's frame before and after its data, its words and style filled in."""
    page = re.sub(r"\{\{(\w+)\}\}", lambda hit: escape(said[hit[1]]), _asset(name))
    page = (
        page.replace("[[lang]]", lang)
        .replace("[[policy]]", _policy(script, style, connect))
        .replace("[[style]]", style)
    )
    before, after = page.split("[[data]]")
    return before, after


def _script(keeper: str) -> str:
    rest = "".join(_asset(name) for name in SCRIPTS)
    return "(()=>{'use strict';\n" + _asset("data.js") + keeper + rest + "})();"


def _asset(name: str) -> str:
    return HOME.joinpath(name).read_text(encoding="utf-8")


def _block(name: str, data: object) -> str:
    return f'<script type="application/json" id="{name}">{embedded(data)}</script>\n'


def _faces() -> str:
    """Return the fonts as data."""
    faces = (
        (base64.b64encode(HOME.joinpath(name).read_bytes()).decode(), weight)
        for name, weight in FONTS
    )
    return "".join(
        f"@font-face{{font-family:'Sarabun';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{face}) format('woff2')}}\n"
        for face, weight in faces
    )


def _policy(script: str, style: str, connect: str) -> str:
    """Return the policy that forbids all network and every script and style but ours."""
    ours, looks = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (script, style)
    )
    return (
        f"default-src 'none'; script-src 'sha256-{ours}'; style-src 'sha256-{looks}'; "
        f"img-src data:; font-src data:; connect-src {connect}; base-uri 'none'; "
        "form-action 'none'"
    )
