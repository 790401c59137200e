"""What a letter says: a row for each finding, and everything that is said once."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ita_checker.model import Certainty, Finding, Report
from ita_checker.report.beside.official import addressee, in_thai_digits, sent_by
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.offices import Office, contradictions, copied, missing
from ita_checker.report.parts.rows import pages_of
from ita_checker.report.parts.wording import CERTAINTY, SEVERITY, page_ranges
from ita_checker.rulebook import catalogue
from ita_checker.text.visible import visible

SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
NONE = {"th": "–", "en": "–"}
UNREAD = {
    "th": " และยังมีหน้าที่อ่านไม่ได้ จึงยังไม่ได้ตรวจ ({})",
    "en": " Pages that could not be read were not checked ({}).",
}
TOGETHER = {
    "th": " เมื่อเทียบเอกสารทั้งหมดของหน่วยงาน ({} ไฟล์) พบว่า {}",
    "en": " All documents of the office side by side ({} files) show: {}.",
}
ITEM = {"th": "ข้อ", "en": "item"}
OWN_WORDS = ("number", "page", "message", "found", "expected", "do")  # not what a PDF says
MOST_QUOTED = 200  # letters of a quote in a letter's table
MISSING = "SET001"
BESIDE = (MISSING, "SET002", "SET003", "SET004", "DOC008")  # what shows only beside other files
PAGES = {"th": "{} หน้า {}", "en": "{} page {}"}


def filled(
    document: Any,
    organisation: str,
    reports: Sequence[Report],
    lang: str,
    office: Office | None,
    sender: Mapping[str, str],
    decided: bool = False,
) -> None:
    """Fill the document: a row for each finding, then everything that is said once; `decided`: of
    what shows only beside other files, too, no more than was decided.
    """
    lines = [
        _line(number, report, finding, lang)
        for number, (report, finding) in enumerate(_findings(reports), 1)
    ]
    for table in document.tables:
        for row in [row for row in table.rows if repeated(row)]:
            for values in lines:
                row._tr.addprevious(twin := copy.deepcopy(row._tr))
                _replace(_row_paragraphs(twin, table), values)
            table._tbl.remove(row._tr)
    codes = {finding.code for _, finding in _findings(reports)} if decided else set(BESIDE)
    together = _together(office, lang, codes)
    told = {**_once(organisation, reports, len(lines), lang), "together": together}
    once = {**told, **sent_by(sender, lang)}
    digits = in_thai_digits if lang == "th" else str
    _replace(paragraphs(document), {name: digits(text) for name, text in once.items()})


def _findings(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding]]:
    return ((report, finding) for report in reports for finding in report.findings)


def _once(organisation: str, reports: Sequence[Report], count: int, lang: str) -> Mapping[str, str]:
    unread = [
        PAGES[lang].format(Path(report.path).name, page_ranges(report.pages_unread))
        for report in reports
        if report.pages_unread
    ]
    values = {
        "organisation": organisation,
        "addressee": addressee(organisation),
        "fiscal_year": ", ".join(
            sorted({str(report.fiscal_year) for report in reports if report.fiscal_year})
        )
        or NONE[lang],
        "items": ", ".join(dict.fromkeys(item for report in reports for item in report.items))
        or NONE[lang],
        "files": ", ".join(report.path for report in reports),
        "count": str(count),
        "unread": UNREAD[lang].format("; ".join(unread)) if unread else "",
    }
    return {
        name: " " * text.startswith(" ") + visible(text).lstrip() for name, text in values.items()
    }


def _together(office: Office | None, lang: str, codes: Collection[str]) -> str:
    """Return what shows of an office only where all its files lie side by side, of these codes."""
    if office is None:
        return ""
    of_code = Office(office.family, tuple(pair for pair in office.pairs if pair.code in codes))
    texts = [
        *(missing(office.family, lang) if MISSING in codes else ()),
        *contradictions(of_code, lang),
        *copied(of_code, lang),
    ]
    said = TOGETHER[lang].format(len(office.family.paths), "; ".join(texts)) if texts else ""
    return " " * said.startswith(" ") + visible(said).lstrip()


def _line(number: int, report: Report, finding: Finding, lang: str) -> Mapping[str, str]:
    code = catalogue()[finding.code]
    doubt = getattr(finding.doubt, lang) if finding.doubt else ""
    likely = finding.certainty is Certainty.LIKELY
    again = CERTAINTY[lang][Certainty.LIKELY]
    values = {
        "number": str(number),
        "file": report.path,
        "item": " ".join(report.items),
        "page": page_ranges(pages_of(finding)) or NONE[lang],
        "code": finding.code,
        "severity": SEVERITY[lang][finding.severity] if finding.severity else "",
        "message": getattr(finding.message, lang) if finding.message else getattr(code.title, lang),
        "quote": _short(finding.spans[0].quote) if finding.spans else NONE[lang],
        "found": spoken(finding.found or "", lang),
        "expected": spoken(finding.expected or "", lang),
        "do": getattr(code.do, lang),
        "doubt": doubt,
        "document": _document_named(report, lang),
        "check": f" ({again}{': ' if doubt else ''}{doubt})" if doubt or likely else "",
    }
    ours = (*OWN_WORDS, "check") if lang == "th" else ()
    return {
        name: " " * (name == "check" and bool(text))
        + visible(in_thai_digits(text) if name in ours else text).lstrip()
        for name, text in values.items()
    }


def _short(quote: str) -> str:
    """Return a quote as a cell of a letter has room for it: of a whole page's its beginning."""
    said = " ".join(quote.split())
    if len(said) <= MOST_QUOTED:
        return said
    return said[:MOST_QUOTED].rsplit(" ", 1)[0] + " …"


def _document_named(report: Report, lang: str) -> str:
    """Return what an office knows its document by: its items and the file's own name."""
    items = " ".join(report.items)
    name = Path(report.path).name
    return f"{ITEM[lang]} {items} ({name})" if items else name


def repeated(row: Any) -> bool:
    """Tell whether a row is the pattern of one for each finding."""
    from ita_checker.report.beside.letter_template import ROW

    return any(name in ROW for cell in row.cells for name in SLOT.findall(cell.text))


def _row_paragraphs(row: Any, table: Any) -> Iterator[Any]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return (Paragraph(element, table) for element in row.iter(qn("w:p")))


def paragraphs(document: Any) -> Iterator[Any]:
    """Yield every paragraph: body, tables, headers and footers."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    parts = [
        document.element.body,
        *(
            part._element
            for section in document.sections
            for part in (section.header, section.footer)
        ),
    ]
    return (Paragraph(element, document) for part in parts for element in part.iter(qn("w:p")))


def _replace(paragraphs: Iterator[Any], values: Mapping[str, str]) -> None:
    """Fill slots; a slot that Word has split over runs is joined in the first of them. What is
    filled in is not looked at again.
    """
    for paragraph in paragraphs:
        if not any(name in values for name in SLOT.findall(paragraph.text)):
            continue
        runs = [run for run in paragraph.runs if run.text]
        whole = [run for run in runs if SLOT.search(run.text)]
        if len(SLOT.findall("".join(run.text for run in runs))) > sum(
            len(SLOT.findall(run.text)) for run in whole
        ):
            runs[0].text, whole = "".join(run.text for run in runs), runs[:1]
            for run in runs[1:]:
                run.text = ""
        for run in whole:
            run.text = SLOT.sub(lambda hit: values.get(hit[1], hit[0]), run.text)
