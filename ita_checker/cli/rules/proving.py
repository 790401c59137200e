"""The commands that prove rule files: mistakes in them, and whether their examples hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_checker.cli.language import ENGLISH, LANG, command, option
from ita_checker.cli.rules.books import DIRS, is_named, named, opened, own, rules_known
from ita_checker.errors import ExitCode
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.rulebook.loader import Book
    from ita_checker.rulebook.trying import Outcome, Trial


def _both(words: Words, lang: str) -> str:
    """Return a line in the language asked for; in Thai with the English below."""
    return words.en if lang == ENGLISH else f"{words.th}\n{words.en}"


@command(
    "หาข้อผิดพลาดในไฟล์กฎ บอกไฟล์:บรรทัดและวิธีแก้ (ไม่ระบุ DIR = ชุดกฎที่มากับโปรแกรม)",
    "Finds every mistake in rule files, each with file:line and a remedy. Exit code 2 if there are "
    "any.",
)
@DIRS
@option(
    "--watch",
    is_flag=True,
    thai="ตรวจอีกทุกครั้งที่บันทึกไฟล์ (หยุดด้วย Ctrl-C)",
    english="Check again at each save.",
)
@LANG
@click.pass_context
def check(ctx: click.Context, /, dirs: tuple[Path, ...], watch: bool, lang: str) -> None:
    """Print every mistake."""
    from ita_checker.rulebook.loader import forget
    from ita_checker.rulebook.shelf import home
    from ita_checker.rulebook.watching import saved

    wrong = 0
    try:
        for _ in saved(dirs or (home(),)) if watch else (None,):
            forget()
            wrong = _checked(dirs, lang)
    except KeyboardInterrupt:
        pass
    ctx.exit(ExitCode.MISUSE if wrong else ExitCode.CLEAN)


def _checked(dirs: tuple[Path, ...], lang: str) -> int:
    """Print every mistake in the rule files; return how many there are."""
    from ita_checker.rulebook.loader import look

    book, mistakes = look(dirs)
    for mistake in mistakes:
        told = (
            mistake.text("en")
            if lang == ENGLISH
            else f"{mistake.text('th')}\n    {mistake.text('en')}"
        )
        click.echo(told)
    count, packs = len(mistakes), len(book.packs)
    if mistakes:
        mistake_s = "mistake" if count == 1 else "mistakes"
        found = Words(f"พบข้อผิดพลาด {count} แห่ง", f"{count} {mistake_s}")
        click.echo(f"\n{_both(found, lang)}", err=True)
    else:
        none = Words(f"ไม่พบข้อผิดพลาดใน {packs} ชุดกฎ", f"no mistakes in {packs} packs")
        click.echo(_both(none, lang))
    return count


@command(
    "ทดลองตัวอย่างของชุดกฎใน DIR (ไม่ระบุ DIR = ชุดกฎที่มากับโปรแกรม) จบด้วยรหัส 1 หากได้ไม่ตรงกับที่ไฟล์กฎเขียนไว้",
    "Runs the examples of the packs in DIR; without DIR those of the built-in packs. What another "
    "pack has shown already is not tried again. Exit code 1 if one does not say what its rule file "
    "promises.",
)
@DIRS
@option(
    "--pack",
    "names",
    multiple=True,
    thai="เฉพาะชุดกฎนี้ (ใส่ซ้ำได้)",
    english="Only this pack; may be repeated.",
)
@option(
    "--rule",
    "only",
    multiple=True,
    thai="เฉพาะกฎนี้ เช่น six-months หรือ nacc-2564.O11.six-months",
    english="Only this rule, such as six-months or nacc-2564.O11.six-months.",
)
@LANG
@click.pass_context
def test(
    ctx: click.Context,
    /,
    dirs: tuple[Path, ...],
    names: tuple[str, ...],
    only: tuple[str, ...],
    lang: str,
) -> None:
    """Print what does not hold, and how many were tried."""
    from ita_checker.facts.items import held
    from ita_checker.facts.page import logical
    from ita_checker.judge.judge import judge
    from ita_checker.rulebook.trying import attempt

    book = opened(dirs)
    chosen = [named(book, name).name for name in names] or own(book, dirs)
    wanted, more = _wanted(book, chosen, only)
    outcomes = [attempt(book, trial, judge, held, logical) for trial in wanted]
    broken = [outcome for outcome in outcomes if not outcome.kept]
    for outcome in broken:
        click.echo(_told(outcome, lang))
    click.echo(_counted(", ".join(chosen), len(outcomes), len(broken), more, lang))
    ctx.exit(ExitCode.GAPS if broken else ExitCode.CLEAN)


def _wanted(book: Book, chosen: Sequence[str], only: Sequence[str]) -> tuple[list[Trial], int]:
    """Return what is to be tried, and how many more are the same as others."""
    from ita_checker.rulebook.trying import every_trial, trials

    every = [trial for name in chosen for trial in every_trial(book, name)]
    if only:
        rules_known(book, chosen, only)
        return [trial for trial in every if trial.rule and is_named(trial.rule.id, only)], 0
    taken_over = [name for pack in chosen for name in book.drafts[pack].chain if name not in chosen]
    wanted = list(trials(book, chosen, taken_over))
    return wanted, len(every) - len(wanted)


def _told(outcome: Outcome, lang: str) -> str:
    promised, got = ("promised", "said") if lang == ENGLISH else ("ควรได้", "ได้")
    trial = outcome.trial
    return f"{trial.where}: {trial.id}\n    {promised}: {trial.promise}\n    {got}: {outcome.said}"


def _counted(packs: str, tried: int, broken: int, more: int, lang: str) -> str:
    same = Words(
        f" (อีก {more} เหมือนที่ทดลองแล้ว)" if more else "",
        f" ({more} more the same as others)" if more else "",
    )
    return f"{packs}: " + _both(
        Words(
            f"{tried} ตัวอย่าง ไม่ตรง {broken}{same.th}",
            f"{tried} examples, {broken} not as promised{same.en}",
        ),
        lang,
    )
