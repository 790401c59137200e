"""Packs and their rules as people read them: the list of packs, and the checklist of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.model import Item, Pack, Rule, Severity, Words
from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.levels import told
from ita_checker.rulebook.loader import Book
from ita_checker.rulebook.sheets import KINDS
from ita_checker.rulebook.wording import dates

LEVELS = {
    Severity.ZERO: Words("อาจได้ 0 คะแนน", "scores 0"),
    Severity.ADVICE: Words("ข้อสังเกต", "advice"),
}
NOT_VERIFIED = Words("ยังไม่ได้ยืนยัน", "not verified")
UNKNOWN = Words("ไม่ทราบ", "not known")
PAGE = Words("หน้าเว็บ ไม่ใช่ไฟล์รายงาน", "a web page, no report")
UNREAD = Words("ยังไม่มีเกณฑ์ในชุดกฎ", "no criteria in the rule file yet")
MUST = Words("ทุกหน่วยงานต้องส่ง", "every office submits it")
TIMELESS = frozenset({"strategy", "guide"})  # kinds whose year is not checked
NUMBER = re.compile(r"\d+")


def listed(book: Book, lang: str = "th", name: str | None = None) -> str:
    """Return the packs with their items and how many rules each has; of one pack, every
    rule too.
    """
    packs = [
        pack
        for pack in book.packs.values()
        if pack.name == name or (name is None and pack.fiscal_year)
    ]
    return "\n".join(
        line for pack in packs for line in _pack(book, pack, lang, rules=name is not None)
    )


def _pack(book: Book, pack: Pack, lang: str, rules: bool) -> Iterator[str]:
    draft = book.drafts[pack.name]
    chain = " ← ".join((pack.name, *draft.chain))
    yield f"{chain}  {draft.said['title'][lang]}"
    yield f"  sha256 {pack.sha256[:12]}  {_counted(pack.rules, lang)}"
    for change in pack.changes:
        yield f"  ! {change.rule}: {change.to} ({change.reason})"
    for item in pack.items:
        own = [rule for rule in pack.rules if rule.item == item.code]
        doubt = _doubt(book, pack, item, lang)
        yield (
            f"  {item.code:7} {item.title} [{getattr(KINDS[item.kind], lang)}; {_years(item)}]"
            f" {_counted(own, lang)}{doubt}"
        )
        yield from (
            f"      {_mark(rule)} {rule.id}: {_title(book, pack, rule, lang)}"
            for rule in own
            if rules
        )
    yield from (
        f"    {_mark(rule)} {rule.id}: {_title(book, pack, rule, lang)}"
        for rule in pack.rules
        if rules and rule.item is None
    )
    yield ""


def _doubt(book: Book, pack: Pack, item: Item, lang: str) -> str:
    said = book.drafts[pack.name].said["items"][item.code]
    return "" if said["verified"] else f" ({getattr(NOT_VERIFIED, lang)})"


def _counted(rules: Sequence[Rule], lang: str) -> str:
    known = sum(rule.verified for rule in rules)
    return (
        f"{len(rules)} กฎ ยืนยันแล้ว {known}"
        if lang == "th"
        else f"{len(rules)} rules, {known} verified"
    )


def _years(item: Item) -> str:
    covers = "/".join("N" if not offset else f"N{offset}" for offset in item.years)
    return covers if item.analyses is None else f"{covers}, ITA N{item.analyses}"


def _mark(rule: Rule) -> str:
    return "✓" if rule.verified else "?"


def _title(book: Book, pack: Pack, rule: Rule, lang: str) -> str:
    said: str = getattr(book.sheet(pack.name, rule.id.rpartition(".")[2]).title, lang)
    return said


def shown(book: Book, pack: Pack, item: Item, lang: str = "th") -> str:
    """Return the checklist of one item as a person reads it: years, what the assessor looks for,
    every rule with its source.
    """
    draft, th = book.drafts[pack.name], lang == "th"
    lines = [f"{item.code} {item.title}", f"{draft.said['title'][lang]} ({pack.name})", ""]
    years = (" หรือ " if th else " or ").join(_window(pack, at, lang) for at in item.years)
    lines.append(f"{'ปีที่ต้องรายงาน' if th else 'Year to report on'}: {years}")
    if item.analyses is not None:
        analysed = pack.fiscal_year + item.analyses
        lines.append(
            f"วิเคราะห์ผลการประเมิน ITA ของปี: {analysed}" if th else f"ITA to analyse: {analysed}"
        )
    lines.append(_closing(pack, lang))
    source = told(draft.said["items"][item.code]["source"], lang)
    lines.append(f"{'ที่มา' if th else 'Source'}: {source}{_doubt(book, pack, item, lang)}")
    if item.requires:
        lines += [
            "",
            "สิ่งที่ผู้ตรวจประเมินดู" if th else "What the assessor looks for",
            *(f"  - {one}" for one in item.requires),
        ]
    lines += ["", "กฎของข้อนี้" if th else "Rules of this item"]
    lines += [
        line
        for rule in pack.rules
        if rule.item == item.code
        for line in _rule(book, pack, rule, lang)
    ]
    lines += ["", "กฎสำหรับรายงานทุกฉบับ" if th else "Rules for every report"]
    lines += [
        line for rule in pack.rules if rule.item is None for line in _rule(book, pack, rule, lang)
    ]
    off = [f"  [-] {change.rule}: {change.to} ({change.reason})" for change in pack.changes]
    if off:
        lines += ["", "ที่ชุดกฎนี้เปลี่ยน" if th else "Changed by this pack", *off]
    return "\n".join([*lines, ""])


def _window(pack: Pack, offset: int, lang: str) -> str:
    year = pack.fiscal_year + offset
    return f"{year} ({dates(f'{year - 1}-10-01/{year}-09-30', lang)})"


def _closing(pack: Pack, lang: str) -> str:
    closes = dates(pack.closes, lang) if pack.closes else getattr(UNKNOWN, lang)
    return f"{'ปิดรับ' if lang == 'th' else 'Submission closes'}: {closes}"


def whole_list(book: Book, pack: Pack, lang: str = "th") -> str:
    """Return every item of a year and scheme in the order of its number: reports with their kind
    and year, items answered by a web page, items that nobody read of yet.
    """
    draft = book.drafts[pack.name]
    lines = {item.code: _in_list(book, pack, item, lang) for item in pack.items}
    lines |= {code: f"{title} [{getattr(PAGE, lang)}]" for code, title in pack.pages.items()}
    lines |= {code: f"{title} [{getattr(UNREAD, lang)}]" for code, title in pack.unread.items()}
    counted = f"{len(lines)} ข้อ" if lang == "th" else f"{len(lines)} items"
    head = [f"{draft.said['title'][lang]} ({pack.name}; {counted})", _closing(pack, lang)]
    source = told(draft.said["source"], lang)
    head += [f"{'ที่มา' if lang == 'th' else 'Source'}: {source}", ""]
    ordered = sorted(
        lines, key=lambda code: (code.rstrip("0123456789"), int(NUMBER.findall(code)[0]))
    )
    return "\n".join([*head, *(f"{code:7} {lines[code]}" for code in ordered), ""])


def _in_list(book: Book, pack: Pack, item: Item, lang: str) -> str:
    joint = " หรือ " if lang == "th" else " or "
    years = joint.join(str(pack.fiscal_year + offset) for offset in item.years)
    own = [rule for rule in pack.rules if rule.item == item.code]
    doubt = _doubt(book, pack, item, lang)
    must = f"; {getattr(MUST, lang)}" if item.must else ""
    kind = getattr(KINDS[item.kind], lang)
    year = f"{'ปี' if lang == 'th' else 'year'} {years}; " if item.kind not in TIMELESS else ""
    return f"{item.title} [{kind}; {year}{_counted(own, lang)}{must}]{doubt}"


def _rule(book: Book, pack: Pack, rule: Rule, lang: str) -> Iterator[str]:
    yield f"  [ ] {_title(book, pack, rule, lang)}"
    levels = {
        code: rule.severity.get(code, catalogue()[code].severity)
        for code in kinds.codes_of(rule.check)
    }
    by_level = [
        (level, [code for code, own in levels.items() if own is level]) for level in Severity
    ]
    told = "; ".join(
        f"{getattr(LEVELS[level], lang)}: {', '.join(codes)}" for level, codes in by_level if codes
    )
    doubt = "" if rule.verified else f" [{getattr(NOT_VERIFIED, lang)}]"
    yield f"      {told}{doubt}"
    yield f"      {'ที่มา' if lang == 'th' else 'source'}: {rule.source}"


def kinds_listed(lang: str = "th") -> str:
    """Return the kinds of check: what each asks, its codes, and the keys under `with:`."""
    lines: list[str] = []
    for name in kinds.names():
        one = kinds.kind(name)
        lines.append(f"{name}: {one.question(lang)}")
        lines += [f"    {code} {getattr(catalogue()[code].title, lang)}" for code in one.codes]
        for key, (_, needed) in one.keys.items():
            must = " *" if needed else ""
            lines.append(f"    with {key}{must}: {one.meaning(key, lang)}")
    footnote = "* ต้องบอกเสมอ" if lang == "th" else "* has to be given"
    return "\n".join([*lines, footnote]) + "\n"
