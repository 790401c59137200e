"""The template of the gap letter, in the form of a Thai official letter. Write it out to change it:

python -m ita_checker.report.beside.letter_template letter.docx
"""

from __future__ import annotations

import sys
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

# Regulations of the Office of the Prime Minister on Correspondence, B.E. 2526: Sarabun, 16 points.
FONT, SIZE = "TH Sarabun New", Pt(16)
# What a letter may name, and what a row of its table may. A row that names any of the second is
# repeated for each finding.
LETTER = (
    "organisation",
    "fiscal_year",
    "items",
    "files",
    "count",
    "unread",
    "together",
    "addressee",
    "letter_number",
    "sender",
    "address",
    "day",
    "reference",
    "deadline",
    "signer",
    "position",
    "section",
    "phone",
    "email",
)
ROW = (
    "number",
    "file",
    "item",
    "page",
    "code",
    "severity",
    "message",
    "quote",
    "found",
    "expected",
    "do",
    "doubt",
    "document",
    "check",
)
SAID = {
    "th": {
        "emblem": "(ตราครุฑ)", "number": "ที่ {{letter_number}}", "sender": "{{sender}}\n{{address}}",
        "date": "{{day}}",
        "subject": ("เรื่อง",
        "ขอให้ตรวจสอบรายงานเพื่อการประเมินคุณธรรมและความโปร่งใส (ITA) "
        "ประจำปีงบประมาณ พ.ศ. {{fiscal_year}}"),
        "to": ("เรียน", "{{addressee}}"),
        "reference": ("อ้างถึง", "{{reference}}"),
        "with": ("สิ่งที่ส่งมาด้วย", "ตารางประเด็นที่ขอให้ตรวจสอบ ({{count}} รายการ) จำนวน ๑ ชุด"),
        "body": (
            "ตามที่หน่วยงานของท่านได้เผยแพร่รายงานเพื่อการประเมินคุณธรรมและความโปร่งใส"
            "ในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
            "ประจำปีงบประมาณ พ.ศ. {{fiscal_year}} ข้อ {{items}} นั้น",
            "จากการตรวจรายงานดังกล่าว พบประเด็นที่ขอให้ตรวจสอบ จำนวน {{count}} รายการ "
            "ตามสิ่งที่ส่งมาด้วย ทั้งนี้ ประเด็นดังกล่าวเป็นข้อสังเกต"
            "จากเอกสารที่เผยแพร่เท่านั้น{{together}}{{unread}}",
            "จึงเรียนมาเพื่อโปรดพิจารณาตรวจสอบ และแจ้งผลหรือชี้แจงเป็นรายประเด็นภายในวันที่ {{deadline}}",
        ),
        "close": "ขอแสดงความนับถือ", "signer": "({{signer}})\n{{position}}",
        "office": "{{section}}\nโทร. {{phone}}\n{{email}}",
        "table": "สิ่งที่ส่งมาด้วย: ประเด็นที่ขอให้ตรวจสอบ",
        "under": "{{organisation}} ปีงบประมาณ พ.ศ. {{fiscal_year}}",
        "heads": ("ลำดับ", "เอกสาร / หน้า", "ประเด็น", "ข้อความในเอกสาร", "สิ่งที่ขอให้ดำเนินการ"),
        "place": "{{document}}\nหน้า {{page}}",
    },
    "en": {
        "emblem": "(emblem)", "number": "Ref. {{letter_number}}",
        "sender": "{{sender}}\n{{address}}", "date": "{{day}}",
        "subject": ("Subject",
        "Request to check the ITA reports of fiscal year B.E. {{fiscal_year}}"),
        "to": ("To", "the head of {{organisation}}"),
        "reference": ("Reference", "{{reference}}"),
        "with": ("Enclosure", "Table of points to check: {{count}}"),
        "body": (
            "We refer to the reports your office published for the Integrity and Transparency "
            "Assessment (ITA) "
            "of fiscal year B.E. {{fiscal_year}}, item {{items}}.",
            "Reading these reports, we noted {{count}} points that we ask you to check; "
            "they are enclosed. "
            "They are observations on the published documents only.{{together}}{{unread}}",
            "Please check them and reply on each point by {{deadline}}.",
        ),
        "close": "Yours faithfully", "signer": "({{signer}})\n{{position}}",
        "office": "{{section}}\nTel. {{phone}}\n{{email}}",
        "table": "Enclosure: points to check",
        "under": "{{organisation}}, fiscal year B.E. {{fiscal_year}}",
        "heads": ("No.", "Document / page", "Point", "In the document", "What we ask for"),
        "place": "{{document}}\npage {{page}}",
    },
}  # fmt: skip
WIDTHS = (1.7, 5.1, 8.0, 5.2, 5.2)  # centimetres of a page that lies on its side
TABLE_SIZE = Pt(14)


def build(lang: str = "th") -> Any:
    """Return the template as a document."""
    said: dict[str, Any] = SAID[lang]
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Cm(3),
        Cm(2),
        Cm(1.5),
        Cm(2),
    )
    _fonts(document.styles["Normal"])
    _line(document, said["emblem"], ALIGN.CENTER)
    head = document.add_table(1, 2)
    for cell, name in zip(head.rows[0].cells, ("number", "sender"), strict=True):
        cell.paragraphs[0].add_run(said[name])
    _line(document, said["date"], ALIGN.CENTER, before=6)
    for name in ("subject", "to", "reference", "with"):
        label, text = said[name]
        _line(document, f"{label}  {text}", before=6)
    for text in said["body"]:
        paragraph = _line(document, text, ALIGN.THAI_JUSTIFY, before=6).paragraph_format
        paragraph.first_line_indent = Cm(2.5)
        paragraph.keep_with_next = text == said["body"][-1]  # no signature alone on a page
    for name, before in (("close", 10), ("signer", 30)):
        ending = _line(document, said[name], ALIGN.CENTER, before=before).paragraph_format
        ending.left_indent, ending.keep_with_next = Cm(6), True
    _line(document, said["office"], before=14)
    side = document.add_section(WD_SECTION.NEW_PAGE)
    side.orientation, side.page_width, side.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    side.left_margin = side.right_margin = Cm(2.2)
    _line(document, said["table"], ALIGN.CENTER, bold=True)
    _line(document, said["under"], ALIGN.CENTER)
    _table(
        document,
        said["heads"],
        ("{{number}}", said["place"], "{{message}}{{check}}", "{{quote}}", "{{do}}"),
    )
    return document


def _fonts(style: Any) -> None:
    """Set letter and size for Latin and for Thai (complex script) alike."""
    style.font.name, style.font.size = FONT, SIZE
    style.paragraph_format.space_after = Pt(0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    size = properties.makeelement(qn("w:szCs"), {qn("w:val"): str(int(SIZE.pt * 2))})
    properties.append(size)


def _line(document: Any, text: str, align: Any = None, before: int = 0, bold: bool = False) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment, paragraph.paragraph_format.space_before = align, Pt(before)
    run = paragraph.add_run(text)
    run.bold = bold
    if bold:
        _thai_bold(run)
    return paragraph


def _thai_bold(run: Any) -> None:
    """Make Thai letters bold: they are complex script, which has a mark of its own."""
    properties = run._r.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:bCs"), {}))


def _fill(cell: Any, text: str, bold: bool = False) -> None:
    """Put text into a cell, a little smaller than a letter's."""
    run = cell.paragraphs[0].add_run(text)
    run.bold, run.font.size = bold, TABLE_SIZE
    if bold:
        _thai_bold(run)
    properties = run._r.get_or_add_rPr()
    properties.append(
        properties.makeelement(qn("w:szCs"), {qn("w:val"): str(int(TABLE_SIZE.pt * 2))})
    )


def _table(document: Any, heads: tuple[str, ...], cells: tuple[str, ...]) -> None:
    table = document.add_table(2, len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    for row, texts, bold in zip(table.rows, (heads, cells), (True, False), strict=True):
        for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
            cell.width = Cm(width)
            _fill(cell, text, bold)
        properties = row._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:cantSplit"), {}))
        if bold:
            properties.append(
                properties.makeelement(qn("w:tblHeader"), {})
            )  # the heading again on every page


if __name__ == "__main__":
    build(*sys.argv[2:3]).save(sys.argv[1])
