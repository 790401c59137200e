"""Packs, items and rules by the names people type, and the options that name where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_checker.cli.language import option
from ita_checker.errors import RuleError, UsageError, did_you_mean
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.model import Item, Pack
    from ita_checker.rulebook.loader import Book

FIRST_YEAR, LAST_YEAR = 2550, 2599
YEAR = click.IntRange(FIRST_YEAR, LAST_YEAR)
RULES = option(
    "--rules",
    "dirs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    thai="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้)",
    english="Further rule folder; may be repeated.",
)
DIRS = click.argument("dirs", nargs=-1, metavar="[DIR]...", type=click.Path(path_type=Path))


def opened(dirs: Sequence[Path]) -> Book:
    """Return the built-in packs and those of the folders; RuleError for the first mistake."""
    from ita_checker.rulebook.loader import book

    return book(tuple(dirs))


def own(book: Book, dirs: Sequence[Path]) -> list[str]:
    """Return the names of the packs to try: those in the folders named, else the built-in ones."""
    folders = [folder.resolve() for folder in dirs]
    yearly = [(name, book.drafts[name]) for name, pack in book.packs.items() if pack.fiscal_year]
    if not folders:
        return [name for name, draft in yearly if draft.built_in]
    return [
        name
        for name, draft in yearly
        if any(draft.path.resolve().is_relative_to(folder) for folder in folders)
    ]


def named(book: Book, name: str) -> Pack:
    """Return the pack of a name; UsageError with the one that was meant."""
    if name not in book.packs:
        raise UsageError(Words("ไม่มีชุดกฎนี้", "no such pack"), name, did_you_mean(name, book.packs))
    return book.packs[name]


def of_year(book: Book, scheme: str, year: int) -> Pack:
    """Return the pack of a scheme and year; UsageError with those there are."""
    from ita_checker.rulebook.loader import choose

    pack = choose(tuple(book.packs.values()), scheme, year)
    if pack is None:
        known = ", ".join(pack.name for pack in book.packs.values() if pack.fiscal_year)
        raise UsageError(
            Words("ไม่มีชุดกฎของปีนี้", "no pack for that year"),
            f"{scheme} {year}",
            Words(f"มี: {known}", f"there is: {known}"),
        )
    return pack


def item_of(pack: Pack, code: str) -> Item:
    """Return the item of a code; RuleError with the one that was meant."""
    item = pack.item(code.upper())
    if item is None:
        codes = [item.code for item in pack.items]
        raise RuleError(
            Words(f"{pack.name} ไม่มีข้อนี้", f"{pack.name} has no such item"),
            code,
            did_you_mean(code.upper(), codes),
        )
    return item


def is_named(rule: str, only: Sequence[str]) -> bool:
    """Tell whether a rule is one of those named, by its whole name or its last part."""
    return any(rule == name or rule.rpartition(".")[2] == name for name in only)


def rules_known(book: Book, packs: Sequence[str], only: Sequence[str]) -> None:
    """Raise UsageError for a rule that none of the packs has."""
    known = [rule.id for name in packs for rule in book.packs[name].rules]
    for name in only:
        if not any(is_named(rule, (name,)) for rule in known):
            raise UsageError(
                Words("ไม่มีกฎนี้", "no such rule"),
                name,
                did_you_mean(name, dict.fromkeys(rule.rpartition(".")[2] for rule in known)),
            )
