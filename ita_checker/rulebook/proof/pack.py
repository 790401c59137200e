"""Finds the mistakes of meaning in what a pack says of itself: key, items, words, whole reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.examples import placeholders
from ita_checker.rulebook.marked import Map, place
from ita_checker.rulebook.mistakes import mistake
from ita_checker.rulebook.proof.said import add, empty, out, proved, words
from ita_checker.rulebook.sheets import Kind
from ita_checker.rulebook.shelf import Draft

CODE = re.compile(r"[A-Z]{1,6}[1-9]\d*")
YEARS = range(2555, 2600)


def key_of(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in scheme, fiscal year and last day."""
    said = draft.said
    scheme, year = said.get("scheme"), said.get("fiscal_year")
    if scheme is None and year is not None:
        yield mistake(
            said.lines["fiscal_year"],
            "มี fiscal_year แต่ไม่มี scheme",
            "a fiscal_year without a scheme",
            add("scheme: nacc"),
        )
    if year is not None and year not in YEARS:
        near = f"{year + 543}" if year + 543 in YEARS else "2564"
        yield mistake(
            said.lines["fiscal_year"],
            f"{year} ไม่ใช่ปีงบประมาณ พ.ศ.",
            f"{year} is no Buddhist-era fiscal year",
            Words(f"ใช้ปี พ.ศ. เช่น {near}", f"write it in the Buddhist era, such as {near}"),
        )
    closes = said.get("closes")
    if closes is not None and not _day(closes):
        yield mistake(
            said.lines["closes"],
            f"“{closes}” ไม่ใช่วันที่",
            f'"{closes}" is no date',
            Words("เขียน ปีพ.ศ.-เดือน-วัน เช่น 2564-04-30", "write year-month-day, such as 2564-04-30"),
        )


def _day(text: str) -> bool:
    match = re.fullmatch(r"(2[45]\d\d)-(\d\d)-(\d\d)", text)
    return bool(match) and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31  # type: ignore[index]


def item(draft: Draft, code: str, item: Any) -> Iterator[RuleError]:
    where = draft.said["items"].lines[code]
    if not CODE.fullmatch(code):
        like = f"O{int(code)}" if code.isdecimal() else code.upper().replace(" ", "")
        yield mistake(
            where,
            f"“{code}” ไม่ใช่รหัสข้อ",
            f'"{code}" is no item code',
            Words(
                f"เขียนตัวอักษรตามด้วยเลข เช่น {like if CODE.fullmatch(like) else 'O43'}",
                f"write letters and a number, such as {like}",
            ),
        )
    yield from empty(item, ("title", "source"))
    yield from proved(item)
    titles = {
        other: said.get("title")
        for other, said in draft.said["items"].items()
        if isinstance(said, Map) and other != code
    }
    others = [other for other, title in titles.items() if title == item["title"]]
    if others:
        yield mistake(
            item.lines["title"],
            f"ชื่อข้อซ้ำกับ {others[0]}",
            f"{others[0]} has the same title",
            Words("ใส่ชื่อทางการของข้อนี้", "give this item's own official title"),
        )


def words_of_examples(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in the words of a pack's examples: names of nothing, and words that hold
    themselves.
    """
    own = draft.said.get("words") or Map(draft.said.where)
    for name, text in own.items():
        yield from words(draft, text, own.lines[name])
        inside, seen = [text], set[str]()
        while inside:
            new = {word for word in placeholders(inside.pop()) if word in own} - seen
            seen |= new
            inside += [own[word] for word in new]
        if name in seen:
            yield mistake(
                own.lines[name],
                f"คำ {{{name}}} อ้างถึงตัวเอง",
                f"the word {{{name}}} holds itself",
                out(f"{{{name}}}"),
            )


def reports(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in the whole reports of a pack; those it takes over were proved where they
    stand.
    """
    items = [code for code, said in (draft.said.get("items") or {}).items() if said is not None]
    known = [*items, *get_args(Kind)]
    for key in ("pages", "unread"):
        listed = draft.own.get(key) or Map(draft.said.where)
        for code in listed:
            if code in items:
                yield mistake(
                    listed.lines[code],
                    f"ข้อ {code} อยู่ใน items: แล้ว",
                    f"{code} stands in items: already",
                    out(code),
                )
    filed = draft.own.get("filed") or Map(draft.said.where)
    for code in filed:
        if code not in items:
            yield mistake(
                filed.lines[code],
                f"ชุดกฎนี้ไม่มีข้อ {code}",
                f"this pack has no item {code}",
                did_you_mean(code, items),
            )
    yield from _examples(draft, known)


def _examples(draft: Draft, known: Sequence[str]) -> Iterator[RuleError]:
    """Yield mistakes in the whole reports: what they hold and what is found in them."""
    for at, report in enumerate(draft.own.get("examples") or ()):
        row = draft.own["examples"]
        yield from words(draft, report["report"], place(row, (at, "report")))
        for index, code in enumerate(report.get("holds", ())):
            if code not in known:
                yield mistake(
                    place(row, (at, "holds", index)),
                    f"ชุดกฎนี้ไม่มีข้อ {code}",
                    f"this pack has no item {code}",
                    did_you_mean(code, known),
                )
        for index, code in enumerate(report.get("finds", ())):
            if code not in catalogue():
                yield mistake(
                    place(row, (at, "finds", index)),
                    f"ไม่มีรหัส {code}",
                    f"there is no code {code}",
                    did_you_mean(code, catalogue()),
                )
