"""Help in one language at a time: options and commands that hold their words in both."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., object])
LANGUAGE = "ita_checker.language"  # where a context notes the language asked for
ENGLISH, THAI = "en", "th"
HEADINGS = {
    "Usage:": "วิธีใช้:",
    "Options:": "ตัวเลือก:",
    "Commands:": "คำสั่ง:",
    "[default: ": "[ปกติ: ",
    "Show this message and exit.": "แสดงวิธีใช้นี้",
    "Show the version and exit.": "แสดงรุ่นของโปรแกรม",
    "[OPTIONS]": "[ตัวเลือก]",
    "COMMAND [ARGS]...": "คำสั่ง ...",
    "; required]": "; ต้องระบุ]",
    "[required]": "[ต้องระบุ]",
}  # what click itself writes into its help
# How click writes what a number may be, and how people do.
RANGES = (
    (re.compile(r"\[(\d+)<=x<=(\d+)"), r"[\1–\2"),
    (re.compile(r"\bx>=(\d+)"), r"≥ \1"),
    (re.compile(r"\b(INTEGER|FLOAT)( RANGE)?"), "N"),
)


def asked_for(words: Sequence[str]) -> str | None:
    """Return the language that the words of a command line name, None where they name none."""
    for number, word in enumerate(words):
        if word == "--lang" and number + 1 < len(words):
            return words[number + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def language(ctx: click.Context | None) -> str:
    """Return "th" or "en": as the command line says, else the environment, else a settings file."""
    told = ctx.find_root().meta.get(LANGUAGE) if ctx else None
    return ENGLISH if (told or os.environ.get("ITA_CHECKER_LANG")) == ENGLISH else THAI


class Option(click.Option):
    """An option whose help is Thai, with `english` beside it."""

    def __init__(self, *names: Any, english: str = "", **more: Any) -> None:
        super().__init__(*names, **more)
        self.english = english

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        thai = self.help
        if language(ctx) == ENGLISH and self.english:
            self.help = self.english
        try:
            record = super().get_help_record(ctx)
        finally:
            self.help = thai
        return record and _legible(*record, language(ctx))


def _legible(names: str, told: str, lang: str) -> tuple[str, str]:
    """Return an option's lines with click's own words as people write them; before they are laid
    out, so that columns stay straight.
    """
    for written, better in RANGES:
        names, told = written.sub(better, names), written.sub(better, told)
    return names, told if lang == ENGLISH else _in_thai(told)


def _in_thai(text: str) -> str:
    for english, thai in HEADINGS.items():
        text = text.replace(english, thai)
    return text


class _Speaking(click.Command):
    """What commands and groups share: the language is known before anything is shown."""

    english = ""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        told = asked_for(args)
        if told:
            ctx.find_root().meta[LANGUAGE] = told
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        text = super().get_help(ctx)
        return text if language(ctx) == ENGLISH else _in_thai(text)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        thai = self.help
        self.help = self.english if language(ctx) == ENGLISH and self.english else thai
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = thai

    def get_short_help_str(self, limit: int = 45) -> str:
        ctx = click.get_current_context(silent=True)
        told = self.english if language(ctx) == ENGLISH and self.english else self.help or ""
        return told.strip().partition("\n")[0]


class Command(_Speaking):
    """A command with help in both languages."""


class Family(_Speaking, click.Group):
    """A group of commands with help in both languages; the language may be named before the
    command too.
    """

    command_class = Command

    def __init__(self, *names: Any, **more: Any) -> None:
        super().__init__(*names, **more)
        if not any("--lang" in param.opts for param in self.params):
            self.params.append(
                Option(
                    ["--lang"],
                    type=click.Choice([THAI, ENGLISH]),
                    expose_value=False,
                    help="ภาษาของวิธีใช้และข้อความ",
                    english="Language of help and messages.",
                )
            )


def command(thai: str, english: str, **more: Any) -> Callable[[Callable[..., object]], Command]:
    """Return what makes a command of a function."""

    def made(function: Callable[..., object]) -> Command:
        new: Command = click.command(cls=Command, help=thai, **more)(function)
        new.english = english
        return new

    return made


def option(*names: str, thai: str, english: str, **more: Any) -> Callable[[Function], Function]:
    """Return what gives a command an option."""
    return click.option(*names, cls=Option, help=thai, english=english, **more)


LANG = option(
    "--lang",
    type=click.Choice([THAI, ENGLISH]),
    default=THAI,
    show_default=True,
    envvar="ITA_CHECKER_LANG",
    thai="ภาษาของข้อความ (For English: --lang en --help)",
    english="Language of messages.",
)
