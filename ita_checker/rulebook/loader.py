"""Rule files become packs: every rule stands for one question to one item, or to every report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ita_checker.errors import RuleError
from ita_checker.model import SEPTEMBER, Change, Item, Pack, Rule, Severity, Words
from ita_checker.rulebook import kinds, shelf
from ita_checker.rulebook.bench import Bench
from ita_checker.rulebook.levels import told
from ita_checker.rulebook.proof import proof
from ita_checker.rulebook.sheets import (
    EVERY_OFFICE,
    EVERY_REPORT,
    ItemSheet,
    RuleSheet,
)
from ita_checker.rulebook.shelf import Draft

GENERAL = "general"
RANGE = re.compile(r"(?P<letters>[A-Z]+)(?P<first>\d+)[-–](?P=letters)(?P<last>\d+)")


@dataclass(frozen=True)
class Book:
    """Every pack with all that its files say: what the tools for rule files work on."""

    drafts: Mapping[str, Draft]
    packs: Mapping[str, Pack]
    bench: Bench = field(repr=False)

    def sheet(self, pack: str, rule: str) -> RuleSheet:
        """Return a rule of a pack as its file says it."""
        return self.bench.rule(self.drafts[pack].said["rules"][rule])[0]


def look(dirs: Sequence[Path] = ()) -> tuple[Book, tuple[RuleError, ...]]:
    """Return every pack that can be made of the built-in rule files and those in `dirs`, and all
    mistakes by place. What no file in `dirs` can change is looked through once.
    """
    return _looked(dirs, _built_in()) if dirs else _built_in()


@cache
def _built_in() -> tuple[Book, tuple[RuleError, ...]]:
    return _looked((), (Book({}, {}, Bench()), ()))


def forget() -> None:
    """Read and look through the built-in rule files anew from now on."""
    shelf.forget()
    _built_in.cache_clear()


def _looked(
    dirs: Sequence[Path], before: tuple[Book, tuple[RuleError, ...]]
) -> tuple[Book, tuple[RuleError, ...]]:
    """Return what `look` does; packs and mistakes `before` are those of drafts already known."""
    laid, wrong = shelf.drafts(dirs)
    known, own = before[0], before[0].bench.copy()
    wrong += before[1]
    found: dict[str, Draft] = {}
    packs: dict[str, Pack] = {}
    for draft in laid:
        found[draft.name] = draft
        if known.drafts.get(draft.name) is draft:
            packs |= {draft.name: known.packs[draft.name]} if not wrong else {}
            continue
        wrong += proof(draft, own.seen)
        if wrong:
            continue
        try:
            packs[draft.name] = _pack(draft, own)
        except RuleError as error:
            wrong.append(error)
    unique = {(error.where, error.text("en")): error for error in wrong}
    return Book(found, packs, own), tuple(sorted(unique.values(), key=_by_place))


def _by_place(error: RuleError) -> tuple[str, int]:
    name, _, line = error.where.rpartition(":")
    return (name, int(line)) if line.isdecimal() else (error.where, 0)


@cache
def book(dirs: tuple[Path, ...] = ()) -> Book:
    """Return every pack; the first mistake is raised as RuleError, with how many more there are."""
    made, wrong = look(dirs)
    if wrong:
        more = len(wrong) - 1
        if not more:
            raise wrong[0]
        remedy = wrong[0].remedy or Words("", "")
        raise RuleError(
            wrong[0].what,
            wrong[0].where,
            Words(
                f"{remedy.th} (และอีก {more} แห่ง: ita-checker rules check)",
                f"{remedy.en} (and {more} more: ita-checker rules check)",
            ),
        )
    return made


def load(dirs: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """Return the packs of the built-in rule files, then those of `dirs`; RuleError for the first
    mistake, by file:line.
    """
    return tuple(book(tuple(dirs)).packs.values())


def choose(packs: Sequence[Pack], scheme: str, fiscal_year: int) -> Pack | None:
    """Return the pack for a scheme and fiscal year; a pack of one's own before a built-in one."""
    return next(
        (
            pack
            for pack in reversed(packs)
            if (pack.scheme, pack.fiscal_year) == (scheme, fiscal_year)
        ),
        None,
    )


def general(packs: Sequence[Pack]) -> Pack:
    """Return the rules for every report, used alone where no pack fits."""
    return next(pack for pack in packs if pack.name == GENERAL)


def _pack(draft: Draft, bench: Bench) -> Pack:
    said = draft.said
    titles = {kind: tuple(known) for kind, known in (said.get("titles") or {}).items()}
    items = tuple(
        _item(code, bench.item(item), titles)
        for code, item in (said.get("items") or {}).items()
        if item is not None
    )
    rules = said.get("rules") or {}
    named, read = said.get("offices", ()), said.get("verified", True)
    offices = (named,) if isinstance(named, str) else tuple(named)
    proved = {
        code
        for code, item in (said.get("items") or {}).items()
        if item and item["verified"] and read
    }
    made = tuple(
        rule
        for name, own in rules.items()
        for rule in _rules(draft.name, name, *bench.rule(own), items, proved)
    )
    return Pack(
        name=draft.name,
        scheme=said.get("scheme") or "",
        fiscal_year=said.get("fiscal_year") or 0,
        items=items,
        rules=made,
        sha256=draft.sha256,
        closes=said.get("closes"),
        changes=tuple(_changes(draft, rules, bench)),
        titles=titles,
        offices=tuple(office for office in offices if office != EVERY_OFFICE),
        others=EVERY_OFFICE in offices,
        pages=_each(said.get("pages") or {}),
        unread=_each(said.get("unread") or {}),
        school_years=bool(said.get("school_years")),
        year_ends=said.get("year_ends", SEPTEMBER),
        vocabulary={name: tuple(words) for name, words in (said.get("vocabulary") or {}).items()},
    )


def _each(said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said of each code, ranges (EB2-EB24) written out."""
    made: dict[str, str] = {}
    for code, words in said.items():
        span = RANGE.fullmatch(code)
        numbers = range(int(span["first"]), int(span["last"]) + 1) if span else ()
        made |= (
            {f"{span['letters']}{number}": words for number in numbers} if span else {code: words}
        )
    return made


def _item(code: str, sheet: ItemSheet, titles: Mapping[str, tuple[str, ...]]) -> Item:
    """Return the item, with what reports of its kind are called too."""
    covers = sheet.covers if isinstance(sheet.covers, tuple) else (sheet.covers,)
    return Item(
        code=code,
        title=sheet.title,
        kind=sheet.kind,
        titles=tuple(dict.fromkeys((*sheet.titles, *titles.get(sheet.kind, ())))),
        covers=covers[0],
        also=covers[1:],
        analyses=sheet.analyses,
        must=sheet.must,
        not_first=sheet.not_first,
        requires=sheet.requires,
    )


def _rules(
    pack: str, name: str, sheet: RuleSheet, params: Any, items: Sequence[Item], proved: Set[str]
) -> Iterator[Rule]:
    """Yield the rule once for every report, or once for each item it is for; nothing if it is
    switched off.

    `proved`: the items that someone read of in the year's manual; until then no rule of an item is
    verified.
    """
    if sheet.off:
        return
    wanted = (sheet.applies,) if isinstance(sheet.applies, str) else sheet.applies
    about: list[str | None] = (
        [None]
        if EVERY_REPORT in wanted
        else [item.code for item in items if {item.code, item.kind} & set(wanted)]
    )
    for code in about:
        rule = f"{pack}.{code}.{name}" if code else f"{pack}.{name}"
        verified = sheet.verified and (code is None or code in proved)
        yield Rule(
            rule,
            sheet.check,
            params,
            code,
            dict(_severity(sheet, verified)),
            told(sheet.source),
            verified,
            sheet.message,
        )


def _severity(sheet: RuleSheet, verified: bool) -> Iterator[tuple[str, Severity]]:
    """Yield the level of every code the rule changes; what is not verified is advice."""
    for code in kinds.codes_of(sheet.check):
        if not verified:
            yield code, Severity.ADVICE
        elif isinstance(sheet.severity, Severity):
            yield code, sheet.severity
        elif sheet.severity and code in sheet.severity:
            yield code, sheet.severity[code]


def _changes(draft: Draft, rules: Mapping[str, Any], bench: Bench) -> Iterator[Change]:
    """Yield what a pack of one's own changes in rules that it inherits, and why: nothing of that
    is silent.
    """
    inherited = draft.inherited.get("rules") or {}
    for name in rules if not draft.built_in else ():
        sheet = bench.rule(rules[name])[0]
        if name not in inherited or rules[name] is inherited[name]:
            continue
        before = bench.rule(inherited[name])[0]
        if sheet.off and not before.off:
            yield Change(name, "off", sheet.off)
        elif sheet.severity != before.severity:
            levels = (
                sheet.severity.values() if isinstance(sheet.severity, Mapping) else [sheet.severity]
            )
            yield Change(
                name,
                " ".join(dict.fromkeys(level.value for level in levels if level)),
                sheet.reason or "",
            )
        elif before.verified and not sheet.verified:
            yield Change(name, "advice", sheet.reason or "")
        elif (sheet.applies, sheet.check, sheet.params) != (
            before.applies,
            before.check,
            before.params,
        ):
            yield Change(name, "changed", sheet.reason or "")
