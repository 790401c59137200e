"""What every page of ours is made of: a frame with its words, one style, one script that may run,
and a policy that forbids the rest.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files

from ita_checker.report.formats.html.data import embedded

HOME = files("ita_checker.report.formats.html").joinpath("assets")
# Thai is embedded, so that marks stand right on every machine: Sarabun, Open Font License
# (assets/OFL.txt).
FONTS = (("Sarabun-Regular.woff2", 400), ("Sarabun-Bold.woff2", 700))
NOWHERE = "'none'"


def asset(name: str) -> str:
    """Return a file of assets/."""
    return HOME.joinpath(name).read_text(encoding="utf-8")


def script(texts: Iterable[str]) -> str:
    """Return the one script of a page, its parts in their order."""
    return "(()=>{'use strict';\n" + "".join(texts) + "})();"


def style(names: Iterable[str]) -> str:
    """Return the one style of a page, the fonts as data before it."""
    return _faces() + "".join(asset(name) for name in names)


def block(name: str, data: object) -> str:
    """Return a script element of data: nothing in it runs."""
    return f'<script type="application/json" id="{name}">{embedded(data)}</script>\n'


def frame(
    name: str, said: Mapping[str, str], lang: str, runs: str, looks: str, connect: str = NOWHERE
) -> tuple[str, str]:
    """Return a page before and after its data: the words, style and script filled in. `connect`:
    where the script may connect to, as a policy has it.
    """
    page = re.sub(r"\{\{(\w+)\}\}", lambda hit: escape(said[hit[1]]), asset(name))
    page = (
        page.replace("[[lang]]", lang)
        .replace("[[policy]]", _policy(runs, looks, connect))
        .replace("[[style]]", looks)
    )
    before, after = page.split("[[data]]")
    return before, after.replace("[[script]]", runs)


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


def _policy(runs: str, looks: str, connect: str) -> str:
    """Return the policy that forbids all network and every script and style but ours."""
    ours, styled = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (runs, looks)
    )
    return (
        f"default-src 'none'; script-src 'sha256-{ours}'; style-src 'sha256-{styled}'; "
        f"img-src data:; font-src data:; connect-src {connect}; base-uri 'none'; "
        "form-action 'none'"
    )
