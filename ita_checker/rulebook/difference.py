"""What changes from one pack to another, as an auditor says it: items that moved, years that
shifted, rules that came, went or changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ita_checker.model import Item, Pack, Words
from ita_checker.rulebook.levels import told
from ita_checker.rulebook.loader import Book
from ita_checker.rulebook.sheets import KINDS
from ita_checker.text.compare import score

# titles of one item differ by a word from year to year; see test_difference.py for both neighbours
SAME_ITEM = 85.0
SINGLE = frozenset(
    {"measures", "results"}
)  # a pack has one item of such a kind: it is the same whatever it is called
PARTS = {
    "code": Words("เลขข้อ", "number"),
    "title": Words("ชื่อข้อ", "title"),
    "kind": Words("ชนิดของข้อ", "kind"),
    "years": Words("ปีที่ต้องรายงาน", "year to report on"),
    "analyses": Words("ผล ITA ที่ต้องวิเคราะห์", "ITA to analyse"),
    "must": Words("ทุกหน่วยงานต้องส่ง", "every office submits it"),
    "titles": Words("ชื่อเรื่องที่ใช้ได้", "other titles"),
    "requires": Words("สิ่งที่ผู้ตรวจประเมินดู", "what the assessor looks for"),
}
KEYS = {
    "for": Words("ใช้กับ", "for"),
    "check": Words("ชนิดของการตรวจ", "check"),
    "with": Words("เงื่อนไข", "with"),
    "title": Words("ชื่อกฎ", "title"),
    "message": Words("ข้อความ", "message"),
    "severity": Words("ระดับ", "severity"),
    "verified": Words("ยืนยันแล้ว", "verified"),
    "source": Words("ที่มา", "source"),
    "off": Words("ปิดเพราะ", "off"),
    "reason": Words("เหตุผล", "reason"),
    "examples": Words("ตัวอย่าง", "examples"),
}
VALUES = {
    True: Words("ใช่", "yes"),
    False: Words("ไม่", "no"),
    None: Words("ไม่มี", "none"),
    "zero": Words("อาจได้ 0 คะแนน", "zero"),
    "advice": Words("ข้อสังเกต", "advice"),
}
NEW, GONE, CHANGED = Words("ข้อใหม่", "new"), Words("เลิกใช้", "gone"), Words("เปลี่ยน", "changed")
RULE = Words("กฎ", "rule")
VOCABULARY = Words("คำศัพท์", "vocabulary")
WAS = Words("เดิม", "was")
SAME = Words("ไม่มีสิ่งที่ต่างกัน", "no difference")


def difference(book: Book, old: str, new: str, lang: str = "th") -> str:
    """Return the differences between two packs, item by item and rule by rule, in a language."""
    before, after = book.packs[old], book.packs[new]
    lines = [
        *_items(before, after, lang),
        *_vocabulary(before, after, lang),
        *_rules(book, old, new, lang),
    ]
    return "\n".join([f"{old} → {new}", *(lines or [_in(SAME, lang)]), ""])


def _in(words: Words, lang: str) -> str:
    said: str = getattr(words, lang)
    return said


def _items(before: Pack, after: Pack, lang: str) -> Iterator[str]:
    left = list(before.items)
    for item in after.items:
        same = _same(item, left)
        if same is None:
            yield f"+ {item.code} {item.title} ({_in(NEW, lang)}; {_years(after, item, lang)})"
            continue
        left.remove(same)
        changed = [*_moved(before, same, after, item, lang)]
        if changed:
            moved = f" ({_in(WAS, lang)} {same.code})" if same.code != item.code else ""
            yield f"~ {item.code} {item.title}{moved}"
            yield from (f"    {line}" for line in changed)
    yield from (f"- {item.code} {item.title} ({_in(GONE, lang)})" for item in left)


def _same(item: Item, others: list[Item]) -> Item | None:
    """Return the other pack's item that this one is: the one of its kind, of its title, or of
    nearly its title.
    """
    if item.kind in SINGLE:
        return next((other for other in others if other.kind == item.kind), None)
    ranked = [
        (score(item.title, other.title), other.code == item.code, other.code, other)
        for other in others
    ]
    ranked.sort(key=lambda one: one[:3])
    return ranked[-1][3] if ranked and ranked[-1][0] >= SAME_ITEM else None


def _moved(before: Pack, old: Item, after: Pack, new: Item, lang: str) -> Iterator[str]:
    for name, words in PARTS.items():
        one, other = getattr(old, name), getattr(new, name)
        if one == other:
            continue
        if name == "years":
            one, other = _years(before, old, lang), _years(after, new, lang)
        elif name == "kind":
            one, other = _in(KINDS[one], lang), _in(KINDS[other], lang)
        elif name == "analyses":
            one, other = _offset(one), _offset(other)
        if isinstance(one, tuple):
            yield from _parted(words, one, other, lang)
        else:
            yield f"{_in(words, lang)}: {_said(one, lang)} → {_said(other, lang)}"


def _vocabulary(before: Pack, after: Pack, lang: str) -> Iterator[str]:
    """Yield what the one adds to a list of the vocabulary and the other does not."""
    for name in sorted({*before.vocabulary, *after.vocabulary}):
        said = Words(f"{VOCABULARY.th} {name}", f"{VOCABULARY.en} {name}")
        old, new = before.vocabulary.get(name, ()), after.vocabulary.get(name, ())
        yield from _parted(said, old, new, lang)


def _parted(words: Words, old: tuple[str, ...], new: tuple[str, ...], lang: str) -> Iterator[str]:
    yield from (f"{_in(words, lang)}: - {part}" for part in old if part not in new)
    yield from (f"{_in(words, lang)}: + {part}" for part in new if part not in old)


def _years(pack: Pack, item: Item, lang: str) -> str:
    """Return the years an item may cover, as offsets and for the pack's own year."""
    joint = " หรือ " if lang == "th" else " or "
    return joint.join(f"{_offset(offset)} ({pack.fiscal_year + offset})" for offset in item.years)


def _offset(offset: int | None) -> str | None:
    return None if offset is None else "N" if not offset else f"N{offset}"


def _said(value: object, lang: str) -> str:
    if isinstance(value, (bool, str)) or value is None:
        return _in(VALUES[value], lang) if value in VALUES else str(value)
    return str(value)


def _rules(book: Book, old: str, new: str, lang: str) -> Iterator[str]:
    before, after = (book.drafts[name].said.get("rules") or {} for name in (old, new))
    for name, rule in after.items():
        if name not in before:
            yield f"+ {_in(RULE, lang)} {name}: {rule['title'][lang]} ({_in(NEW, lang)})"
        elif rule is not before[name] and rule != before[name]:
            yield f"~ {_in(RULE, lang)} {name}: {rule['title'][lang]}"
            yield from (f"    {line}" for line in _changed(before[name], rule, lang))
    yield from (
        f"- {_in(RULE, lang)} {name} ({_in(GONE, lang)})" for name in before if name not in after
    )


def _changed(old: Mapping[str, Any], new: Mapping[str, Any], lang: str) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) == new.get(key):
            continue
        name = _in(KEYS[key], lang)
        if key in ("examples", "message", "title"):
            yield f"{name} {_in(CHANGED, lang)}"
        else:
            yield f"{name}: {_plain(old.get(key), lang)} → {_plain(new.get(key), lang)}"


def _plain(value: Any, lang: str) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_plain(one, lang)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_plain(one, lang) for one in value) + "]"
    return told(_said(value, lang), lang)
