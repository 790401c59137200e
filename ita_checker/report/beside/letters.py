"""Gap letters: one .docx for each organisation with findings, neutral in wording, from a template
that may be one's own.
"""

from __future__ import annotations

import copy
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ita_checker.errors import ItaError, UsageError, did_you_mean
from ita_checker.model import Batch, Certainty, Finding, Report, Words
from ita_checker.report.beside.names import alone, plain
from ita_checker.report.beside.official import addressee, in_thai_digits, sent_by
from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.offices import (
    Office,
    contradictions,
    copied,
    missing,
    offices,
)
from ita_checker.report.parts.rows import pages_of
from ita_checker.report.parts.wording import CERTAINTY, SEVERITY, page_ranges
from ita_checker.rulebook import catalogue
from ita_checker.run.drafts import draft
from ita_checker.text.visible import visible

SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")
LONGEST = 60  # letters of a name
OURS = "ita-checker gap letter"  # the identifier in a letter's properties
MOST_OF_CORE = 65536  # bytes looked at of a document's properties
OLD = Words(
    "หนังสือจากการตรวจครั้งก่อน ครั้งนี้ไม่มีข้อบกพร่องแล้ว",
    "a letter of an earlier scan; this one found no gap for it",
)
NONE = {"th": "–", "en": "–"}
UNREAD = {
    "th": " และยังมีหน้าที่อ่านไม่ได้ จึงยังไม่ได้ตรวจ ({})",
    "en": " Pages that could not be read were not checked ({}).",
}
TOGETHER = {
    "th": " เมื่อเทียบเอกสารทั้งหมดของหน่วยงาน ({} ไฟล์) พบว่า {}",
    "en": " All documents of the office side by side ({} files) show: {}.",
}
UNDECIDED = Words(
    "หนังสือมีข้อที่ยังไม่ได้พิจารณาด้วย โปรดตรวจทานก่อนส่ง",
    "the letters hold findings that nobody decided; read them before they are sent",
)
DECIDE = Words(
    "พิจารณาในรายงาน HTML หรือ Excel แล้วใช้ --decisions (หรือ --letters-only decided)",
    "decide in the HTML report or in Excel and give --decisions (or --letters-only decided)",
)
ALL = {"th": "รวมทุกหน่วยงาน สำหรับพิมพ์", "en": "all letters (for printing)"}
ITEM = {"th": "ข้อ", "en": "item"}
OWN_WORDS = ("number", "page", "message", "found", "expected", "do")  # not what a PDF says
PAGES = {"th": "{} หน้า {}", "en": "{} page {}"}


def write(
    batch: Batch,
    folder: Path,
    template: Path | None,
    lang: str = "th",
    only: str = "auto",
    sender: Mapping[str, str] | None = None,
) -> Iterator[ItaError]:
    """Write a letter for each organisation that has findings; yield what was left out. UsageError
    for a template that is none.
    """
    blank = template_bytes(template, lang)
    names: set[str] = set()
    decided = only == "decided" or (only == "auto" and _any_decided(batch))
    if not decided:
        yield UsageError(UNDECIDED, readable(folder), DECIDE)
    written: list[Any] = []
    for organisation, numbers, office in _offices(batch):
        chosen = (_told(batch.reports[number], decided) for number in numbers)
        reports = [report for report in chosen if report.findings]
        if not reports:
            continue
        known = plain((organisation or Path(reports[0].path).stem)[:LONGEST], "letter")
        name = alone(f"{known}.docx", names)
        document = _document(blank)
        _filled(document, organisation or NONE[lang], reports, lang, office, sender or {})
        _save(document, folder / name)
        written.append(document)
    if len(written) > 1:
        name = alone(f"{ALL[lang]}.docx", names)
        _save(_together_printed(blank, written), folder / name)
    for old in sorted(folder.glob("*.docx")):
        if old.name.casefold() not in names and _ours(old):
            yield UsageError(OLD, readable(old))


def _any_decided(batch: Batch) -> bool:
    return any(finding.decision for report in batch.reports for finding in report.findings)


def _told(report: Report, decided: bool) -> Report:
    """Return a report with what a letter may say of it: where `decided`, only what a person has
    confirmed or wants explained.
    """
    kept = (finding for finding in report.findings if finding.decision or not decided)
    return replace(report, findings=tuple(kept))


def _together_printed(blank: bytes, letters: Sequence[Any]) -> Any:
    """Return all letters as one document for printing, each beginning on a page of its own."""
    from docx.oxml.ns import qn

    whole = _document(blank)
    body = whole.element.body
    shared = _plain_heads(blank)
    for element in list(body):
        body.remove(element)
    for number, letter in enumerate(letters):
        *elements, section = [copy.deepcopy(element) for element in letter.element.body]
        for part in (*elements, section):
            for name in ("w:headerReference", "w:footerReference"):
                for reference in list(part.iter(qn(name))):
                    if reference.get(qn("r:id")) not in shared:
                        reference.getparent().remove(reference)
        for element in elements:
            body.append(element)
        if number == len(letters) - 1:
            body.append(section)
            continue
        paragraph = body.makeelement(qn("w:p"), {})  # a section ends in its last paragraph
        properties = paragraph.makeelement(qn("w:pPr"), {})
        properties.append(section)
        paragraph.append(properties)
        body.append(paragraph)
    return whole


def _plain_heads(blank: bytes) -> set[str]:
    """Return the relations of the template's headers and footers that all letters can share: those
    that are the same in each.
    """
    document = _document(blank)
    parts = {
        name: relation.target_part.blob.decode("utf-8", "replace")
        for name, relation in document.part.rels.items()
        if relation.reltype.rsplit("/", 1)[-1] in ("header", "footer")
    }
    return set() if any("{{" in text for text in parts.values()) else set(parts)


def _save(document: Any, target: Path) -> None:
    """Write a letter, whole or not at all."""
    document.core_properties.identifier = OURS
    with draft(target) as place, place.open("wb") as file:
        document.save(file)


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


def _offices(batch: Batch) -> Iterator[tuple[str, list[int], Office | None]]:
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


def template_bytes(path: Path | None, lang: str) -> bytes:
    """Return the template's bytes; UsageError if it is no .docx, names what we do not know, or has
    no row for a finding.
    """
    from ita_checker.report.beside.letter_template import LETTER, ROW, build

    if path is None:
        out = io.BytesIO()
        build(lang).save(out)
        return out.getvalue()
    try:
        data = path.read_bytes()
        document = _document(data)
    except (OSError, KeyError, ValueError, _bad()) as error:
        raise UsageError(
            Words("เปิดแม่แบบหนังสือ (.docx) ไม่ได้", "the letter's template cannot be opened as .docx"),
            str(path),
        ) from error
    named = [name for paragraph in _paragraphs(document) for name in SLOT.findall(paragraph.text)]
    for name in named:
        if name not in (*LETTER, *ROW):
            raise UsageError(
                Words(
                    f"ไม่รู้จัก {{{{{name}}}}} ในแม่แบบ",
                    f"the template names {{{{{name}}}}}, which is nothing of ours",
                ),
                str(path),
                did_you_mean(name, (*LETTER, *ROW)),
            )
    if not any(_repeated(row) for table in document.tables for row in table.rows):
        what = Words(
            "แม่แบบไม่มีแถวตารางสำหรับรายการที่พบ", "the template has no table row for a finding"
        )
        raise UsageError(
            what,
            str(path),
            Words("ใส่ {{message}} ในแถวหนึ่งของตาราง", "put {{message}} into a row of a table"),
        )
    return data


def _bad() -> type[Exception]:
    from zipfile import BadZipFile

    return BadZipFile


def _document(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))


def _filled(
    document: Any,
    organisation: str,
    reports: Sequence[Report],
    lang: str,
    office: Office | None,
    sender: Mapping[str, str],
) -> None:
    """Fill the document: a row for each finding, then everything that is said once."""
    lines = [
        _line(number, report, finding, lang)
        for number, (report, finding) in enumerate(_findings(reports), 1)
    ]
    for table in document.tables:
        for row in [row for row in table.rows if _repeated(row)]:
            for values in lines:
                row._tr.addprevious(twin := copy.deepcopy(row._tr))
                _replace(_row_paragraphs(twin, table), values)
            table._tbl.remove(row._tr)
    once = {**_once(organisation, reports, len(lines), lang, office), **sent_by(sender, lang)}
    digits = in_thai_digits if lang == "th" else str
    _replace(_paragraphs(document), {name: digits(text) for name, text in once.items()})


def _findings(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding]]:
    return ((report, finding) for report in reports for finding in report.findings)


def _once(
    organisation: str, reports: Sequence[Report], count: int, lang: str, office: Office | None
) -> Mapping[str, str]:
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
        "together": _together(office, lang),
    }
    return {
        name: " " * text.startswith(" ") + visible(text).lstrip() for name, text in values.items()
    }


def _together(office: Office | None, lang: str) -> str:
    """Return what shows of an office only where all its files lie side by side."""
    if office is None:
        return ""
    lacking = missing(office.family, lang)
    texts = [*lacking, *contradictions(office, lang), *copied(office, lang)]
    return TOGETHER[lang].format(len(office.family.paths), "; ".join(texts)) if texts else ""


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
        "quote": finding.spans[0].quote if finding.spans else NONE[lang],
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


def _document_named(report: Report, lang: str) -> str:
    """Return what an office knows its document by: its items and the file's own name."""
    items = " ".join(report.items)
    name = Path(report.path).name
    return f"{ITEM[lang]} {items} ({name})" if items else name


def _repeated(row: Any) -> bool:
    """Tell whether a row is the pattern of one for each finding."""
    from ita_checker.report.beside.letter_template import ROW

    return any(name in ROW for cell in row.cells for name in SLOT.findall(cell.text))


def _row_paragraphs(row: Any, table: Any) -> Iterator[Any]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return (Paragraph(element, table) for element in row.iter(qn("w:p")))


def _paragraphs(document: Any) -> Iterator[Any]:
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
