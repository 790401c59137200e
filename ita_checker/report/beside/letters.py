"""Gap letters: one .docx for each organisation with findings, neutral in wording, from a template
that may be one's own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from ita_checker.errors import ItaError, UsageError
from ita_checker.model import Batch, Report, Words
from ita_checker.report.beside.letter_blank import document
from ita_checker.report.beside.letter_blank import template_bytes as template_bytes
from ita_checker.report.beside.letter_filling import NONE, filled
from ita_checker.report.beside.letter_printing import printed_together
from ita_checker.report.beside.names import alone, plain
from ita_checker.report.parts.offices import Office, offices
from ita_checker.run.drafts import draft
from ita_checker.text.visible import visible

Only = Literal["auto", "decided", "all"]  # which findings a letter tells
LONGEST = 60  # letters of a name
OURS = "ita-checker gap letter"  # the identifier in a letter's properties
MOST_OF_CORE = 65536  # bytes looked at of a document's properties
OLD = Words(
    "หนังสือจากการตรวจครั้งก่อน ครั้งนี้ไม่มีข้อบกพร่องแล้ว",
    "a letter of an earlier scan; this one found no gap for it",
)
UNDECIDED = Words(
    "หนังสือมีข้อที่ยังไม่ได้พิจารณาด้วย โปรดตรวจทานก่อนส่ง",
    "the letters hold findings that nobody decided; read them before they are sent",
)
DECIDE = Words(
    "พิจารณาในรายงาน HTML หรือ Excel แล้วใช้ --decisions (หรือ --letters-only decided)",
    "decide in the HTML report or in Excel and give --decisions (or --letters-only decided)",
)
ALL = {"th": "รวมทุกหน่วยงาน สำหรับพิมพ์", "en": "all letters (for printing)"}


def write(
    batch: Batch,
    folder: Path,
    template: Path | None,
    lang: str = "th",
    only: Only = "auto",
    sender: Mapping[str, str] | None = None,
) -> Iterator[ItaError]:
    """Write a letter for each organisation that has findings; yield what was left out. UsageError
    for a template that is none.
    """
    blank = template_bytes(template, lang)
    names: set[str] = set()
    decided = only_decided(batch, only)
    if not decided:
        yield UsageError(UNDECIDED, readable(folder), DECIDE)
    written: list[Any] = []
    for organisation, numbers, office in by_office(batch):
        chosen = (told(batch.reports[number], decided) for number in numbers)
        reports = [report for report in chosen if report.findings]
        if not reports:
            continue
        known = plain((organisation or Path(reports[0].path).stem)[:LONGEST], "letter")
        name = alone(f"{known}.docx", names)
        letter = document(blank)
        filled(letter, organisation or NONE[lang], reports, lang, office, sender or {}, decided)
        _save(letter, folder / name)
        written.append(letter)
    if len(written) > 1:
        name = alone(f"{ALL[lang]}.docx", names)
        _save(printed_together(blank, written), folder / name)
    for old in sorted(folder.glob("*.docx")):
        if old.name.casefold() not in names and _ours(old):
            yield UsageError(OLD, readable(old))


def only_decided(batch: Batch, only: Only) -> bool:
    """Tell whether no more is told than what was decided; on `auto` where anything was."""
    decided = any(finding.decision for report in batch.reports for finding in report.findings)
    return only == "decided" or (only == "auto" and decided)


def told(report: Report, decided: bool) -> Report:
    """Return a report with what a letter may say of it: where `decided`, only what a person has
    confirmed or wants explained.
    """
    kept = (finding for finding in report.findings if finding.decision or not decided)
    return replace(report, findings=tuple(kept))


def _save(letter: Any, target: Path) -> None:
    """Write a letter, whole or not at all."""
    letter.core_properties.identifier = OURS
    with draft(target) as place, place.open("wb") as file:
        letter.save(file)


def _ours(path: Path) -> bool:
    """Tell whether a .docx is a letter that we wrote."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as parts, parts.open("docProps/core.xml") as core:
            return OURS.encode() in core.read(MOST_OF_CORE)
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def readable(path: Path) -> str:
    """Return a path of this machine as valid text."""
    return os.fsencode(path).decode(errors="backslashreplace")


def by_office(batch: Batch) -> Iterator[tuple[str, list[int], Office | None]]:
    """Yield each office with the numbers of its reports that have findings, and all that is known
    of it; a report of nobody known stands alone.
    """
    known = list(offices(batch))
    number_of = {path: at for at, office in enumerate(known) for path in office.family.paths}
    grouped: dict[tuple[str, int], list[int]] = {}
    for number, report in enumerate(batch.reports):
        at = number_of.get(report.path, -1)
        name = (known[at].family.office if at >= 0 else "") or report.organisation or ""
        own = at if at >= 0 and name else -1 if name else len(known) + number
        if report.findings:
            grouped.setdefault((name, own), []).append(number)
    for (name, at), numbers in sorted(grouped.items()):
        yield visible(name), numbers, known[at] if 0 <= at < len(known) else None
