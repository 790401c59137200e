"""Next year's pack, begun from this year's: it extends it, says what to look up, and carries the
year's examples on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.errors import RuleError
from ita_checker.model import Item, Pack, Words
from ita_checker.rulebook.examples import THAI
from ita_checker.rulebook.loader import Book
from ita_checker.rulebook.marked import Row
from ita_checker.rulebook.shelf import of_every_year

YEARS = re.compile(r"(?<![0-9๐-๙])(25[0-9]{2}|๒๕[๐-๙]{2})(?![0-9๐-๙])")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NEAR = range(-3, 4)  # years around the pack's own move on with it; a law's year stays


def renewed(book: Book, name: str, year: int) -> str:
    """Return the text of the pack for another year; RuleError where there is one already, or
    nothing to begin from.
    """
    pack, said = book.packs[name], book.drafts[name].said["title"]
    new = _new_name(book, name, year)
    shift = year - pack.fiscal_year
    lines = [
        f"pack: {new}",
        "title:",
        f"  th: {shifted(said['th'], pack.fiscal_year, shift)}",
        f"  en: {_quoted(shifted(said['en'], pack.fiscal_year, shift))}",
        f"extends: {name}",
        f"fiscal_year: {year}",
        (
            f"verified: false  # เปลี่ยนเป็น true เมื่ออ่านคู่มือปี {year} ครบแล้ว"
            " ระหว่างนี้กฎของแต่ละข้อเป็นเพียงคำแนะนำ"
        ),
        f"source: เริ่มจาก {name} ยังไม่ได้เทียบคู่มือปี {year}",
        f"# closes: {year}-04-30  # วันสุดท้ายที่ส่งได้ ใส่เมื่อรู้แน่เท่านั้น",
        (f"# list: {{source: คู่มือ OIT ปี {year} หน้า …, verified: true}}  # ที่มาของข้อทุกข้อที่ไม่บอกที่มาเอง"),
        "",
        *_items(pack),
        "",
        *_reports(book, name, shift),
    ]
    return "\n".join(lines) + "\n"


def _new_name(book: Book, name: str, year: int) -> str:
    """Return what the pack of the other year is called; RuleError where there can be none."""
    pack = book.packs[name]
    new = re.sub(r"\d{4}", str(year), name) if re.search(r"\d{4}", name) else f"{name}-{year}"
    if not pack.fiscal_year:
        what = Words(f"{name} ไม่ใช่ชุดกฎของปีใด", f"{name} is no year's pack")
        raise RuleError(
            what,
            name,
            Words(
                "ใช้ --from กับชุดกฎที่มีปี เช่น nacc-2566",
                "begin --from a pack with a year, such as nacc-2566",
            ),
        )
    if new in book.packs:
        what = Words(f"มีชุดกฎ {new} แล้ว", f"there is a pack {new} already")
        raise RuleError(
            what,
            str(book.drafts[new].path),
            Words("แก้ไฟล์นั้น หรือเลือกปีอื่น", "change that file, or choose another year"),
        )
    return new


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[:#]", text) else text


def _items(pack: Pack) -> Iterator[str]:
    yield f"# ข้อที่รับต่อจาก {pack.name} แก้เฉพาะที่เปลี่ยน: ลบ # หน้าบรรทัดที่ต้องการ แล้วแก้"
    yield (
        "# (ข้อที่เลิกใช้เขียน O42: null ข้อที่เปลี่ยนเลขจาก O42 เป็น O44 เขียน O44: {was: O42}"
        " กฎและตัวอย่างตามไปเอง)"
    )
    yield "# items:"
    for item in pack.items:
        yield f"#   {item.code}:"
        yield f"#     title: {item.title}"
        yield f"#     kind: {item.kind}"
        yield f"#     covers: {_covers(item)}"
        if item.analyses is not None:
            yield f"#     analyses: {item.analyses}"


def _covers(item: Item) -> str:
    if item.also:
        return f"[{', '.join(map(str, item.years))}]  # ปีใดปีหนึ่ง"
    return f"{item.covers}  # {'ปีที่รับการประเมิน (N)' if not item.covers else 'ปีก่อนหน้า (N-1)'}"


def _reports(book: Book, name: str, shift: int) -> Iterator[str]:
    """Yield the whole reports that write the year in figures as their file has them, their years
    moved on; those that write {N} are taken over as they are.
    """
    draft = book.drafts[name]
    row = draft.own.get("examples")
    if not isinstance(row, Row) or all(map(of_every_year, row)):
        return
    year = book.packs[name].fiscal_year
    text = draft.path.read_text(encoding="utf-8-sig").split("\n")
    after = [_line(line) for key, line in draft.own.lines.items() if key != "examples"]
    first = _line(draft.own.lines["examples"])
    end = min((line for line in after if line > first), default=len(text))
    starts = [*map(_line, row.lines), end]
    yield "# ตัวอย่างของปีก่อนที่เลื่อนปีแล้ว: อ่านทุกตัวอย่างว่ายังจริงสำหรับปีนี้"
    yield "examples:"
    for example, start, stop in zip(row, starts, starts[1:], strict=False):
        if not of_every_year(example):
            lines = "\n".join(text[start:stop]).rstrip("\n").split("\n")
            yield from (shifted(line, year, shift) for line in lines)


def _line(where: str) -> int:
    """Return the line of a place, from 0."""
    return int(where.rpartition(":")[2]) - 1


def shifted(text: str, year: int, shift: int) -> str:
    """Return a text with the years around `year` moved on, in the digits they are written in."""

    def moved(match: re.Match[str]) -> str:
        value = int(match[1].translate(ARABIC))
        if value - year not in NEAR:
            return match[0]
        return str(value + shift).translate(THAI) if match[1][0] == "๒" else str(value + shift)

    return YEARS.sub(moved, text)
