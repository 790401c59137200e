"""The catalogue of findings, and what the packs rest on, as pages for people: written from
codes.yaml and the rule files, so that they cannot differ from them.

`python -m ita_checker.rulebook.handbook docs` writes both pages into a folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ita_checker.model import Severity, Words
from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import Code, catalogue
from ita_checker.rulebook.levels import LEVELS, told
from ita_checker.rulebook.loader import Book, book
from ita_checker.rulebook.wording import dates

GROUPS = {
    "DOC": Words("ตัวไฟล์", "the file itself"),
    "ORG": Words("หน่วยงานที่รายงาน", "who reports"),
    "YEA": Words("ปีและวันที่", "years and dates"),
    "RND": Words("รอบการรายงาน", "monitoring rounds"),
    "MEA": Words("มาตรการ", "measures"),
    "SEC": Words("ส่วนที่ต้องมี", "contents"),
    "TXT": Words("ข้อความ", "text"),
    "SET": Words("หลายรายงานด้วยกัน", "several reports together"),
}
LEVEL = {Severity.ZERO: "อาจได้ 0 คะแนน / zero", Severity.ADVICE: "ข้อสังเกต / advice"}
HEAD = "<!-- เขียนโดยโปรแกรม อย่าแก้ที่นี่: python -m ita_checker.rulebook.handbook docs -->"


def findings() -> str:
    """Return the page of every code: what it means, why it matters, what to do."""
    checks = {code: name for name in kinds.names() for code in kinds.codes_of(name)}
    lines = [HEAD, "", "# สิ่งที่โปรแกรมบอก / The findings", ""]
    lines += [
        "รหัสไม่เปลี่ยนความหมาย และไม่นำกลับมาใช้ใหม่ ระดับเป็นค่าเริ่มต้น ชุดกฎเปลี่ยนได้",
        "A code never changes its meaning. The level is the default; a rule file may change it.",
    ]
    for letters, words in GROUPS.items():
        lines += ["", f"## {letters}: {words.th} / {words.en}"]
        for code in catalogue().values():
            if code.code.startswith(letters):
                lines += ["", *_code(code, checks.get(code.code))]
    return "\n".join(lines) + "\n"


def _code(code: Code, check: str | None) -> Iterator[str]:
    by = (
        f"`checks/{check}.py`"
        if check
        else "ขณะอ่าน ตรวจ หรือเทียบรายงาน / reading, judging, comparing"
    )
    yield f"### {code.code} {code.title.th} / {code.title.en}"
    yield ""
    yield f"- ระดับ / level: {LEVEL[code.severity]}"
    yield f"- บอกโดย / said by: {by}"
    yield f"- ทำไม / why: {code.why.th} / {code.why.en}"
    yield f"- ทำอย่างไร / what to do: {code.do.th} / {code.do.en}"


def sources(made: Book) -> str:
    """Return the page of what each pack, its list of items and its rules rest on."""
    lines = [HEAD, "", "# ชุดกฎอ้างอิงอะไร / What the packs rest on", ""]
    lines += [f"- {words.th} / {words.en}" for words in LEVELS.values()]
    lines += ["", "สิ่งที่ยังไม่ได้ยืนยันเป็นเพียงคำแนะนำ / What is not verified is advice."]
    for name, pack in made.packs.items():
        if not pack.fiscal_year:
            continue
        said = made.drafts[name].said
        closes = dates(pack.closes, "th") if pack.closes else "ไม่ทราบ / not known"
        lines += ["", f"## {name}: {said['title']['th']}", "", f"- {told(said['source'])}"]
        lines += [f"- ปิดรับ / closes: {closes}"]
        lines += [f"- {', '.join(codes)}: {source}" for source, codes in _by_source(said).items()]
        unproved = sorted({rule.id.rpartition(".")[2] for rule in pack.rules if not rule.verified})
        if unproved:
            lines += [f"- กฎที่เป็นเพียงคำแนะนำ / advice only: {', '.join(unproved)}"]
    return "\n".join(lines) + "\n"


def _by_source(said: dict[str, object]) -> dict[str, list[str]]:
    """Return the codes of the items by what they rest on."""
    items = said.get("items")
    found: dict[str, list[str]] = {}
    for code, item in items.items() if isinstance(items, dict) else ():
        doubt = "" if item["verified"] else " (เป็นเพียงคำแนะนำ / advice)"
        found.setdefault(told(item["source"]) + doubt, []).append(code)
    return found


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    (folder / "findings.md").write_text(findings(), encoding="utf-8")
    (folder / "sources.md").write_text(sources(book()), encoding="utf-8")
