"""Packs and their rules as people read them: the list of packs, and the checklist of one item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.model import Item, Pack, Rule, Severity, Words
from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.loader import Book
from ita_checker.rulebook.sheets import KINDS
from ita_checker.rulebook.wording import dates

LEVELS = {
    Severity.ZERO: Words("เสี่ยง 0 คะแนน", "scores 0"),
    Severity.ADVICE: Words("คำแนะนำ", "advice"),
}
NOT_VERIFIED = Words("ยังไม่ได้ยืนยัน", "not verified")


def listed(book: Book, lang: str = "th", name: str | None = None) -> str:
    """Return the packs with their items and how many rules each has; of one pack, every rule too."""
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
        yield f"  {item.code:7} {item.title} [{getattr(KINDS[item.kind], lang)}; {_years(item)}] {_counted(own, lang)}{doubt}"
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
    covers = "N" if not item.covers else f"N{item.covers}"
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
    year = pack.fiscal_year + item.covers
    lines = [f"{item.code} {item.title}", f"{draft.said['title'][lang]} ({pack.name})", ""]
    window = dates(f"{year - 1}-10-01/{year}-09-30", lang)
    lines.append(
        f"ปีที่ต้องรายงาน: {year} ({window})" if th else f"Year to report on: {year} ({window})"
    )
    if item.analyses is not None:
        analysed = pack.fiscal_year + item.analyses
        lines.append(
            f"วิเคราะห์ผลการประเมิน ITA ของปี: {analysed}" if th else f"ITA to analyse: {analysed}"
        )
    if pack.closes:
        lines.append(f"{'ปิดรับ' if th else 'Submission closes'}: {dates(pack.closes, lang)}")
    said = draft.said["items"][item.code]
    lines.append(f"{'ที่มา' if th else 'Source'}: {said['source']}{_doubt(book, pack, item, lang)}")
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
    return "\n".join(
        [*lines, *(["", "ที่ชุดกฎนี้เปลี่ยน" if th else "Changed by this pack", *off] if off else []), ""]
    )


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
        lines.append(f"{name}: {one.asks}")
        lines += [f"    {code} {getattr(catalogue()[code].title, lang)}" for code in one.codes]
        for key, (_, needed) in one.keys.items():
            must = " *" if needed else ""
            lines.append(f"    with {key}{must}: {one.told.get(key, '')}")
    return "\n".join(lines) + "\n"
