"""The commands that show rules as a person reads them."""

from __future__ import annotations

from pathlib import Path

import click

from ita_checker.cli.language import LANG, command, option
from ita_checker.cli.rules.books import RULES, YEAR, item_of, named, of_year, opened


@command(
    "รายชื่อชุดกฎ ข้อ และจำนวนกฎ (ระบุ PACK = ทุกกฎของชุดนั้น)",
    "Lists packs, their items and how many rules are verified; with PACK every rule of it.",
    name="list",
)
@click.argument("pack", required=False)
@RULES
@LANG
def list_(pack: str | None, dirs: tuple[Path, ...], lang: str) -> None:
    """Print the packs, or every rule of one."""
    from ita_checker.rulebook import checklist

    book = opened(dirs)
    if pack is not None:
        named(book, pack)
    click.echo(checklist.listed(book, lang, pack))


@command(
    "รายการตรวจของข้อหนึ่ง เช่น rules show O43 --year 2564 (ไม่ระบุข้อ = รายการข้อทั้งหมดของปี)",
    "The checklist of one item, as a person reads it; without ITEM the whole list of the year.",
)
@click.argument("item", required=False)
@option("--year", type=YEAR, required=True, thai="ปีงบประมาณ พ.ศ.", english="Fiscal year (B.E.).")
@option(
    "--scheme",
    default="nacc",
    show_default=True,
    thai="เกณฑ์: nacc, obec, ovec, moph",
    english="Scheme: nacc, obec, ovec, moph.",
)
@RULES
@LANG
def show(item: str | None, year: int, scheme: str, dirs: tuple[Path, ...], lang: str) -> None:
    """Print the checklist of an item, or the list of a year."""
    from ita_checker.rulebook import checklist

    book = opened(dirs)
    pack = of_year(book, scheme, year)
    if item is None:
        click.echo(checklist.whole_list(book, pack, lang), nl=False)
    else:
        click.echo(checklist.shown(book, pack, item_of(pack, item), lang))


@command(
    "สิ่งที่ต่างกันระหว่างสองชุดกฎ เช่น rules diff nacc-2566 nacc-2567",
    "What changes from one pack to another.",
)
@click.argument("old")
@click.argument("new")
@RULES
@LANG
def diff(old: str, new: str, dirs: tuple[Path, ...], lang: str) -> None:
    """Print how two packs differ."""
    from ita_checker.rulebook.difference import difference

    book = opened(dirs)
    names = named(book, old).name, named(book, new).name
    click.echo(difference(book, *names, lang), nl=False)


@command(
    "JSON Schema ของไฟล์กฎ สำหรับโปรแกรมแก้ไขข้อความ",
    "The JSON Schema of rule files, for editors that complete and check as one types.",
)
@LANG
def schema(lang: str) -> None:
    """Print the schema; it has no words of a language."""
    import json

    from ita_checker.rulebook import schema as made

    click.echo(json.dumps(made.schema(), ensure_ascii=False, indent=1))


@command(
    "ชุดคำที่ชุดกฎเพิ่มคำได้ (ระบุชื่อชุดหรือคำ = เฉพาะชุดนั้น หรือชุดที่มีคำนั้น)",
    "The lists of words that packs add to (`vocabulary:`); with SOUGHT those of that name, or that "
    "hold that word.",
)
@click.argument("sought", required=False)
@LANG
def words(sought: str | None, lang: str) -> None:
    """Print lists of the vocabulary."""
    from ita_checker.rulebook.vocabulary import listed

    click.echo(listed(sought, lang), nl=False)


@command(
    "ชนิดของการตรวจ รหัสที่ออก และสิ่งที่เขียนใต้ with:",
    "The kinds of check: what each asks, its codes, and the keys under `with:`.",
)
@LANG
def kinds(lang: str) -> None:
    """Print the kinds of check."""
    from ita_checker.rulebook import checklist

    click.echo(checklist.kinds_listed(lang), nl=False)
