"""The commands for rule files: list, show, check, test, new, diff, schema, kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_checker.errors import ExitCode, RuleError, UsageError, did_you_mean
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.model import Item, Pack
    from ita_checker.rulebook.loader import Book

LANG = click.option(
    "--lang",
    type=click.Choice(["th", "en"]),
    default="th",
    show_default=True,
    help="ภาษา. Language.",
)
RULES = click.option(
    "--rules",
    "dirs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้). Further rule folder.",
)
DIRS = click.argument("dirs", nargs=-1, type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def rules() -> None:
    """ชุดกฎ: ดู ตรวจ ทดลอง และเริ่มชุดกฎของปีถัดไป

    Rule files: see, check and try them, and begin next year's. How to write one: rules/README.md.
    """


@rules.command("list")
@click.argument("pack", required=False)
@RULES
@LANG
def list_(pack: str | None, dirs: tuple[Path, ...], lang: str) -> None:
    """รายชื่อชุดกฎ ข้อ และจำนวนกฎ (ระบุ PACK = ทุกกฎของชุดนั้น)

    Lists packs, their items and how many rules are verified; with PACK every rule of it.
    """
    from ita_checker.rulebook import checklist

    book = _book(dirs)
    if pack is not None:
        _known(book, pack)
    click.echo(checklist.listed(book, lang, pack))


@rules.command()
@click.argument("item", required=False)
@click.option(
    "--year",
    type=click.IntRange(2550, 2599),
    required=True,
    help="ปีงบประมาณ พ.ศ. Fiscal year (B.E.).",
)
@click.option(
    "--scheme", default="nacc", show_default=True, help="เกณฑ์: nacc, obec, ovec, moph. Scheme."
)
@RULES
@LANG
def show(item: str | None, year: int, scheme: str, dirs: tuple[Path, ...], lang: str) -> None:
    """รายการตรวจของข้อหนึ่ง เช่น rules show O43 --year 2564 (ไม่ระบุข้อ = รายการข้อทั้งหมดของปี)

    The checklist of one item, as a person reads it; without ITEM the whole list of the year.
    """
    from ita_checker.rulebook import checklist

    book = _book(dirs)
    pack = _of_year(book, scheme, year)
    if item is None:
        click.echo(checklist.whole_list(book, pack, lang), nl=False)
    else:
        click.echo(checklist.shown(book, pack, _item(pack, item), lang))


@rules.command()
@DIRS
@click.option(
    "--watch",
    is_flag=True,
    help="ตรวจอีกทุกครั้งที่บันทึกไฟล์ (หยุดด้วย Ctrl-C). Check again at each save.",
)
@click.pass_context
def check(ctx: click.Context, dirs: tuple[Path, ...], watch: bool) -> None:
    """หาข้อผิดพลาดในไฟล์กฎ บอกไฟล์:บรรทัดและวิธีแก้ (ไม่ระบุ DIR = ชุดกฎที่มากับโปรแกรม)

    Finds every mistake in rule files, each with file:line and a remedy. Exit code 2 if there are
    any.
    """
    from ita_checker.rulebook.shelf import forget, home
    from ita_checker.rulebook.watching import saved

    wrong = 0
    try:
        for _ in saved(dirs or (home(),)) if watch else (None,):
            forget()
            wrong = _checked(dirs)
    except KeyboardInterrupt:
        pass
    ctx.exit(ExitCode.MISUSE if wrong else ExitCode.CLEAN)


def _checked(dirs: tuple[Path, ...]) -> int:
    """Print every mistake in the rule files; return how many there are."""
    from ita_checker.rulebook.loader import look

    book, mistakes = look(dirs)
    for mistake in mistakes:
        click.echo(f"{mistake.text('th')}\n    {mistake.text('en')}")
    if mistakes:
        click.echo(f"\nพบข้อผิดพลาด {len(mistakes)} แห่ง / {len(mistakes)} mistakes", err=True)
    else:
        packs = len(book.packs)
        click.echo(f"ไม่พบข้อผิดพลาดใน {packs} ชุดกฎ / no mistakes in {packs} packs")
    return len(mistakes)


@rules.command()
@DIRS
@click.option(
    "--pack", "names", multiple=True, help="เฉพาะชุดกฎนี้ (ใส่ซ้ำได้). Only this pack; may be repeated."
)
@click.option(
    "--rule",
    "only",
    multiple=True,
    help="เฉพาะกฎนี้ เช่น six-months หรือ nacc-2564.O11.six-months. Only this rule.",
)
@click.pass_context
def test(
    ctx: click.Context, dirs: tuple[Path, ...], names: tuple[str, ...], only: tuple[str, ...]
) -> None:
    """ทดลองตัวอย่างของชุดกฎใน DIR (ไม่ระบุ DIR = ชุดกฎที่มากับโปรแกรม)

    Runs the examples of the packs in DIR; without DIR those of the built-in packs. What another
    pack has shown already is not tried again. Exit code 1 if one does not say what its rule file
    promises.
    """
    from ita_checker.facts.items import held
    from ita_checker.facts.page import logical
    from ita_checker.judge.judge import judge
    from ita_checker.rulebook.trying import attempt, every_trial, trials

    book = _book(dirs)
    chosen = [_known(book, name).name for name in names] or _own(book, dirs)
    taken_over = [name for pack in chosen for name in book.drafts[pack].chain if name not in chosen]
    wanted = list(trials(book, chosen, taken_over))
    whole = sum(1 for name in chosen for _ in every_trial(book, name))
    if only:
        _rules_known(book, chosen, only)
        every = (trial for name in chosen for trial in every_trial(book, name))
        wanted = [one for one in every if one.rule and _is_named(one.rule.id, only)]
        whole = len(wanted)
    outcomes = [attempt(book, trial, judge, held, logical) for trial in wanted]
    for outcome in outcomes:
        if not outcome.kept:
            trial = outcome.trial
            click.echo(
                f"{trial.where}: {trial.id}\n    ควรได้ / promised: {trial.promise}\n    ได้ / said: {outcome.said}"
            )
    broken, more = sum(not outcome.kept for outcome in outcomes), whole - len(wanted)
    th, en = (
        (f" (อีก {more} เหมือนที่ทดลองแล้ว)", f" ({more} more the same as others)") if more else ("", "")
    )
    click.echo(
        f"{', '.join(chosen)}: {len(outcomes)} ตัวอย่าง ไม่ตรง {broken}{th} / {len(outcomes)} examples, {broken} not as promised{en}"
    )
    ctx.exit(ExitCode.GAPS if broken else ExitCode.CLEAN)


def _is_named(rule: str, only: Sequence[str]) -> bool:
    return any(rule == name or rule.rpartition(".")[2] == name for name in only)


def _rules_known(book: Book, packs: Sequence[str], only: Sequence[str]) -> None:
    """Raise UsageError for a rule that none of the packs has."""
    known = [rule.id for name in packs for rule in book.packs[name].rules]
    for name in only:
        if not any(_is_named(rule, (name,)) for rule in known):
            raise UsageError(
                Words("ไม่มีกฎนี้", "no such rule"),
                name,
                did_you_mean(name, dict.fromkeys(rule.rpartition(".")[2] for rule in known)),
            )


@rules.command()
@click.option(
    "--from", "name", required=True, help="ชุดกฎที่เริ่มจาก เช่น nacc-2566. Pack to begin from."
)
@click.option(
    "--year",
    type=click.IntRange(2550, 2599),
    required=True,
    help="ปีงบประมาณใหม่ พ.ศ. The new fiscal year (B.E.).",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="เขียนลงไฟล์ (ไม่ทับไฟล์เดิม). File to write; never over another.",
)
@RULES
def new(name: str, year: int, output: Path | None, dirs: tuple[Path, ...]) -> None:
    """เริ่มชุดกฎของปีใหม่จากชุดกฎเดิม เช่น rules new --from nacc-2569 --year 2570 -o กฎของเรา/2570.yaml

    Begins another year's pack as a difference from an existing one.
    """
    from ita_checker.rulebook.renewal import renewed

    book = _book(dirs)
    text = renewed(book, _known(book, name).name, year)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        what = Words(f"เขียนไฟล์ไม่ได้ ({error.strerror})", f"cannot write the file ({error.strerror})")
        raise UsageError(
            what, str(output), Words("เลือกชื่อไฟล์อื่น", "choose another file name")
        ) from error
    click.echo(str(output))


@rules.command()
@click.argument("old")
@click.argument("new")
@RULES
@LANG
def diff(old: str, new: str, dirs: tuple[Path, ...], lang: str) -> None:
    """สิ่งที่ต่างกันระหว่างสองชุดกฎ เช่น rules diff nacc-2566 nacc-2567

    What changes from one pack to another.
    """
    from ita_checker.rulebook.difference import difference

    book = _book(dirs)
    names = _known(book, old).name, _known(book, new).name
    click.echo(difference(book, *names, lang), nl=False)


@rules.command()
def schema() -> None:
    """JSON Schema ของไฟล์กฎ สำหรับโปรแกรมแก้ไขข้อความ

    The JSON Schema of rule files, for editors that complete and check as one types.
    """
    import json

    from ita_checker.rulebook import schema as made

    click.echo(json.dumps(made.schema(), ensure_ascii=False, indent=1))


@rules.command()
@LANG
def kinds(lang: str) -> None:
    """ชนิดของการตรวจ รหัสที่ออก และสิ่งที่เขียนใต้ with:

    The kinds of check: what each asks, its codes, and the keys under `with:`.
    """
    from ita_checker.rulebook import checklist

    click.echo(checklist.kinds_listed(lang), nl=False)


def _book(dirs: Sequence[Path]) -> Book:
    from ita_checker.rulebook.loader import book

    return book(tuple(dirs))


def _own(book: Book, dirs: Sequence[Path]) -> list[str]:
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


def _known(book: Book, name: str) -> Pack:

    if name not in book.packs:
        raise UsageError(Words("ไม่มีชุดกฎนี้", "no such pack"), name, did_you_mean(name, book.packs))
    return book.packs[name]


def _of_year(book: Book, scheme: str, year: int) -> Pack:
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


def _item(pack: Pack, code: str) -> Item:

    item = pack.item(code.upper())
    if item is None:
        codes = [item.code for item in pack.items]
        raise RuleError(
            Words(f"{pack.name} ไม่มีข้อนี้", f"{pack.name} has no such item"),
            code,
            did_you_mean(code.upper(), codes),
        )
    return item
