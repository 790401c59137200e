"""The template that letters are made of: ours, or a .docx of one's own that is proved first."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Words
from ita_checker.report.beside.letter_filling import SLOT, paragraphs, repeated


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
        template = document(data)
    except (OSError, KeyError, ValueError, _bad()) as error:
        raise UsageError(
            Words("เปิดแม่แบบหนังสือ (.docx) ไม่ได้", "the letter's template cannot be opened as .docx"),
            str(path),
        ) from error
    named = [name for paragraph in paragraphs(template) for name in SLOT.findall(paragraph.text)]
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
    if not any(repeated(row) for table in template.tables for row in table.rows):
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


def document(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))
