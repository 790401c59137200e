"""The page of scans side by side: new, gone, unchanged and why; and how many scans go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ita_checker.report.compared.difference import Difference, Line
from ita_checker.report.compared.runs import ZERO, Run
from ita_checker.report.compared.trend import Trend
from ita_checker.report.formats.html.frame import asset, block, frame, script, style
from ita_checker.report.formats.html.words import words
from ita_checker.report.formats.html.words_compared import compared_words
from ita_checker.report.parts.days import MONTHS, spoken
from ita_checker.rulebook import catalogue
from ita_checker.text.visible import visible

SCRIPTS = ("build.js", "table.js", "address.js", "compared.js", "compared-tables.js")
STYLES = ("page.css", "forms.css", "table.css", "overview.css", "compared.css", "paper.css")


def render(told: Trend, lang: str = "th") -> Iterator[str]:
    """Yield the page, a script element of data for each step from one scan to the next."""
    said = {**words(lang), **compared_words(lang)}
    runs = script(map(asset, SCRIPTS))
    before, after = frame("compared.html", said, lang, runs, style(STYLES))
    yield before
    yield block("head", _head(told, said, lang))
    for number, step in enumerate(told.steps):
        yield block(f"step-{number}", _step(step, lang))
    yield after


def _head(told: Trend, said: Mapping[str, str], lang: str) -> Mapping[str, Any]:
    """Return what the page needs once: words, codes, r scans, o offices and their counts."""
    return {
        "lang": lang,
        "words": said,
        "months": MONTHS[lang],
        "codes": {code.code: [getattr(code.title, lang)] for code in catalogue().values()},
        "r": [
            {
                "n": visible(called(run, lang)),
                "f": visible(run.name),
                "v": visible(run.version),
                "reports": point.reports,
                "zero": point.zero,
                "advice": point.advice,
                "pages": point.pages_unread,
                "closed": dict(point.statuses).get("unreadable", 0),
                "new": point.new,
                "gone": point.gone,
            }
            for run, point in zip(told.runs, told.points, strict=True)
        ],
        "o": [
            [
                visible(course.office),
                visible(_place(course.district, course.province)),
                course.counts,
            ]
            for course in told.courses
        ],
    }


def called(run: Run, lang: str) -> str:
    """Return what a scan is called: its title and date where it has them, else its file."""
    named = [run.title, spoken(run.date, lang) if run.date else ""]
    return " · ".join(part for part in named if part) or run.name.removesuffix(".json")


def _step(step: Difference, lang: str) -> Mapping[str, Any]:
    return {
        "new": [_line(line, lang) for line in step.new],
        "gone": [_line(line, lang) for line in step.gone],
        "unchanged": [_line(line, lang) for line in step.unchanged],
        "files_new": [visible(path) for path in step.files_new],
        "files_gone": [visible(path) for path in step.files_gone],
        "files_moved": [[visible(old), visible(new)] for old, new in step.files_moved],
        "other_rules": step.other_rules,
    }


def _place(district: str, province: str) -> str:
    return " ".join(part for part in (district, province) if part)


def _line(line: Line, lang: str) -> list[Any]:
    """Return a row: organisation, place, path, code, message, pages, 1 for zero, why, old path."""
    message = line.message_en if lang == "en" else line.message
    return [
        visible(line.organisation),
        visible(_place(line.district, line.province)),
        visible(line.path),
        visible(line.code),
        visible(message),
        list(line.pages),
        int(line.severity == ZERO),
        line.why.value,
        visible(line.was),
    ]
