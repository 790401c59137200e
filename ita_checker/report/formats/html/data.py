"""What the HTML report holds of a batch: rows as short as can be, in JSON that no HTML parser
takes for anything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ita_checker.model import (
    ALWAYS_TOLD,
    Batch,
    Certainty,
    Decision,
    Finding,
    Report,
    Severity,
    Verdict,
    Words,
)
from ita_checker.model.contract import decision_data
from ita_checker.model.deciding import HEADINGS, KEY, SAID
from ita_checker.report.formats.html.words import words
from ita_checker.report.formats.json import folder_of
from ita_checker.report.parts.days import MONTHS, spoken
from ita_checker.report.parts.rows import address, pages_of
from ita_checker.rulebook import catalogue
from ita_checker.text.visible import HIDDEN, visible

UNSAFE = re.compile(f"[<>&\u2028\u2029]|{HIDDEN.pattern}")
Torn = Mapping[tuple[str, ...], Sequence[Decision]]
QUOTES = 3  # of one finding's places, so many different quotes are shown
PLAIN = range(ord(" "), ord("~") + 1)  # what ASCII prints


def embedded(data: object) -> str:
    """Return JSON for a script element: <, >, & and hidden characters are written as \\uXXXX."""
    return UNSAFE.sub(_escaped, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _escaped(hit: re.Match[str]) -> str:
    plain = ord(hit[0]) in PLAIN  # json.dumps leaves those as they are
    return f"\\u{ord(hit[0]):04x}" if plain else json.dumps(hit[0])[1:-1]


def head_data(batch: Batch, lang: str) -> Mapping[str, Any]:
    """Return what the page needs once: words, codes, packs, decisions that no longer hold."""
    said = words(lang)
    return {
        "lang": lang,
        "words": said,
        "months": MONTHS[lang],
        "version": batch.version,
        "never": ALWAYS_TOLD,
        "sheet": {
            "key": KEY,
            "headings": {name: [said.th, said.en] for name, said in HEADINGS.items()},
            "said": SAID,
        },
        "title": visible(batch.title),
        "date": spoken(batch.date, lang),
        "folder": visible(folder_of(batch) or ""),
        "remarks": [visible(_in(remark, lang)) for remark in batch.remarks],
        "codes": {
            code.code: [_in(code.title, lang), _in(code.why, lang), _in(code.do, lang)]
            for code in catalogue().values()
        },
        "packs": [[pack.name, pack.sha256, len(pack.rules)] for pack in batch.packs],
        "changes": [
            [pack.name, change.rule, change.to, change.reason]
            for pack in batch.packs
            for change in pack.changes
        ],
        "stale": [
            {
                **decision_data(one.decision),
                "about": visible(one.decision.about),
                "why": spoken(_in(one.why, lang), lang),
                "torn": one.torn,
            }
            for one in batch.stale
        ],
    }


def torn_rows(batch: Batch) -> Torn:
    """Return the decisions on which people disagree by what they are about."""
    rows: dict[tuple[str, ...], list[Decision]] = {}
    for one in batch.stale:
        if one.torn:
            made = one.decision
            key = (made.sha256, made.rule, made.code, made.subject)
            rows.setdefault(key, []).append(made)
    return rows


def report_data(batch: Batch, report: Report, lang: str, torn: Torn) -> Mapping[str, Any]:
    """Return one report: p path, l link, h sha256, s status, o organisation, a place, d district,
    v province, i items, y year, n pages, u unread, q undecided.
    """
    sha256 = report.sha256 or ""
    return {
        "p": visible(report.path),
        "l": address(batch, report.path),
        "h": report.sha256 or "",
        "s": report.status.value,
        "o": visible(report.organisation or ""),
        "a": visible(" ".join(part for part in (report.district, report.province) if part)),
        "d": visible(report.district or ""),
        "v": visible(report.province or ""),
        "i": report.items,
        "y": report.fiscal_year,
        "n": report.pages,
        "u": report.pages_unread,
        "q": [
            [result.rule, _in(result.note, lang)]
            for result in report.results
            if result.verdict is Verdict.UNKNOWN
        ],
        "f": [
            _finding(finding, lang, torn.get((sha256, finding.rule, finding.code, finding.subject)))
            for finding in (*report.findings, *report.dismissed)
        ],
    }


def _finding(
    finding: Finding, lang: str, torn: Sequence[Decision] | None = None
) -> Mapping[str, Any]:
    """Return one finding: c code, r rule, z 1 for zero, m message, s subject as it is, q quotes, k
    places, g pages, then what there is of e expected, f found, d doubt, l 1 for likely, a what
    people decided.
    """
    made = torn or ([finding.decision] if finding.decision else [])
    rest = {
        "e": visible(spoken(finding.expected or "", lang)),
        "f": visible(spoken(finding.found or "", lang)),
        "d": _in(finding.doubt, lang),
        "l": int(finding.certainty is Certainty.LIKELY),
        "a": [_decision(decision) for decision in made],
    }
    return {
        "c": finding.code,
        "r": finding.rule,
        "z": int(finding.severity is Severity.ZERO),
        "m": visible(_in(finding.message, lang)),
        "s": finding.subject,
        "q": _quotes(finding),
        "k": len(finding.spans),
        "g": pages_of(finding),
        **{key: value for key, value in rest.items() if value},
    }


def _quotes(finding: Finding) -> list[str]:
    unlike = list(dict.fromkeys(visible(span.quote) for span in finding.spans))
    return unlike[:QUOTES]


def _decision(made: Decision) -> Mapping[str, Any]:
    """Return a decision as the page has it: what it is about stands beside it."""
    rest = {"expires": made.expires, "by": made.by, "settles": made.settles}
    known = {"decision": made.kind, "reason": made.reason, "date": made.date}
    return {**known, **{name: value for name, value in rest.items() if value}}


def _in(said: Words | None, lang: str) -> str:
    return "" if said is None else said.en if lang == "en" else said.th
