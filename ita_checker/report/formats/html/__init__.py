"""The report people work in: one HTML file that needs no network, opens from a memory stick and
can run nothing of a PDF.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from ita_checker.model import Batch
from ita_checker.report.formats.html.crops import drawn, shared
from ita_checker.report.formats.html.data import embedded, head_data, report_data
from ita_checker.report.formats.html.offices import offices_data
from ita_checker.report.formats.html.words import words

HOME = files("ita_checker.report.formats.html").joinpath("assets")
SCRIPTS = (
    "data.js",
    "decisions.js",
    "filters.js",
    "parts.js",
    "overview.js",
    "list.js",
    "detail.js",
    "tables.js",
    "offices.js",
    "start.js",
)
# Thai is embedded, so that marks stand right on every machine: Sarabun, Open Font License
# (assets/OFL.txt).
FONTS = (("Sarabun-Regular.woff2", 400), ("Sarabun-Bold.woff2", 700))


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    """Yield the page: its frame, a script element of data for each report, one for its pictures,
    and the one script that may run.
    """
    script = "(()=>{'use strict';\n" + "".join(_asset(name) for name in SCRIPTS) + "})();"
    style = _faces() + _asset("page.css") + _asset("offices.css")
    said = words(lang)
    page = re.sub(r"\{\{(\w+)\}\}", lambda hit: escape(said[hit[1]]), _asset("page.html"))
    page = (
        page.replace("[[lang]]", lang)
        .replace("[[policy]]", _policy(script, style))
        .replace("[[style]]", style)
    )
    before, after = page.split("[[data]]")
    yield before
    yield _block("side-by-side", offices_data(batch, lang))
    shares, wanted = shared(batch)
    yield _block("head", {**head_data(batch, lang), "crops": [sum(shares), wanted]})
    for number, report in enumerate(batch.reports):
        yield _block(f"report-{number}", report_data(batch, report, lang))
    for number, pictures in enumerate(drawn(batch, shares)):
        yield _block(f"crops-{number}", pictures) if pictures else ""
    yield after.replace("[[script]]", script)


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
        f"@font-face{{font-family:'Sarabun';font-weight:{weight};src:url(data:font/woff2;base64,{face}) format('woff2')}}\n"
        for face, weight in faces
    )


def _policy(script: str, style: str) -> str:
    """Return the policy that forbids all network and every script and style but ours."""
    ours, looks = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (script, style)
    )
    return (
        f"default-src 'none'; script-src 'sha256-{ours}'; style-src 'sha256-{looks}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
