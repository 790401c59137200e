"""Are there blank pages inside the report?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.model import Answer, Case, Finding, Verdict

CODES = ("DOC007",)


@dataclass(frozen=True, slots=True)
class Params:
    """last: whether a blank page at the very end counts too (the back of a cover, as a rule, does
    not).
    """

    last: bool = False


def check(case: Case, params: Params) -> Answer:
    """Answer partial with one DOC007 that names every blank page, else met."""
    pages = case.document.pages
    written = [page.number for page in pages if not page.blank]
    if not written:
        return Answer(Verdict.MET)
    blank = [
        page.number for page in pages if page.blank and (params.last or page.number < written[-1])
    ]
    if not blank:
        return Answer(Verdict.MET)
    return Answer(Verdict.PARTIAL, (Finding("DOC007", subject=", ".join(map(str, blank))),))
