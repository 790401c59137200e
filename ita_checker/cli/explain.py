"""The command that explains a code."""

from __future__ import annotations

import click

from ita_checker.cli.language import LANG, command
from ita_checker.cli.options import unknown_code
from ita_checker.model import Certainty

LABELS = {
    "th": ("ความสำคัญของประเด็นนี้", "สิ่งที่ควรดำเนินการ"),
    "en": ("Why it matters", "What to do"),
}


@command(
    "อธิบายรหัส เช่น ORG002: หมายถึงอะไร สำคัญอย่างไร ควรดำเนินการอย่างไร (ไม่ระบุรหัส = ทุกรหัส)",
    "Says what a code means, why it matters and what to do; without CODE lists them all.",
)
@click.argument("code", required=False)
@LANG
def explain(code: str | None, lang: str) -> None:
    """Print one code, or the list of all."""
    from ita_checker.report.parts.wording import CERTAINTY, SEVERITY
    from ita_checker.rulebook import catalogue

    codes = catalogue()
    if code is None:
        for entry in codes.values():
            title = getattr(entry.title, lang)
            click.echo(f"{entry.code}  {SEVERITY[lang][entry.severity]}  {title}")
        return
    if code.upper() not in codes:
        raise unknown_code(code)
    entry = codes[code.upper()]
    why, todo = LABELS[lang]
    click.echo(f"{entry.code} ({SEVERITY[lang][entry.severity]}) {getattr(entry.title, lang)}")
    click.echo(f"  {why}: {getattr(entry.why, lang)}")
    click.echo(f"  {todo}: {getattr(entry.do, lang)}")
    likely = CERTAINTY[lang][Certainty.LIKELY]
    note = {
        "th": f"หากกำกับว่า “{likely}” แปลว่ามีสิ่งบ่งชี้เพียงอย่างเดียว โปรดเปิดดูเอกสารก่อนใช้",
        "en": f"Where marked “{likely}” only one sign speaks for it; look at the document first.",
    }
    click.echo(f"  {note[lang]}")
