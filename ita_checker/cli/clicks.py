"""What click says of a wrong command line, in Thai: its own messages are English."""

from __future__ import annotations

import re

import click

from ita_checker.errors import did_you_mean
from ita_checker.model import Words

VALUE = r"(?P<value>'.*?'|[^ ]+)"
COMMAND = r"No such command '(.*?)'.*"
TEMPLATES = (
    (rf"{VALUE} is not one of (?P<choices>.*)\.", "{value} ไม่ใช่ตัวเลือกที่มี: {choices}"),
    (
        rf"{VALUE} is not in the range (?P<low>\d+)<=x<=(?P<high>\d+)\.",
        "{value} อยู่นอกช่วง {low}–{high}",
    ),
    (rf"{VALUE} is not in the range x>=(?P<low>\d+)\.", "{value} ต้องไม่น้อยกว่า {low}"),
    (rf"{VALUE} is not in the range (?P<range>.*)\.", "{value} อยู่นอกช่วงที่ใช้ได้ {range}"),
    (rf"{VALUE} is not a valid (?:integer|float)(?: range)?\.", "{value} ไม่ใช่ตัวเลข"),
    (rf"{VALUE} is not a valid boolean.*", "{value} ต้องเป็น true หรือ false"),
    (r"Got unexpected extra arguments? \((?P<value>.*)\)", "มีคำเกินมา: {value}"),
    (r"Option '(?P<value>.*)' requires (?:an|\d+) arguments?\.", "ตัวเลือก {value} ต้องมีค่าตามหลัง"),
    (r"Option '(?P<value>.*)' does not take a value\.", "ตัวเลือก {value} ไม่รับค่า"),
    (r"Missing command\.", "ยังไม่ได้ระบุคำสั่ง"),
)


def said(error: click.ClickException) -> Words:
    """Return what a mistake on the command line is, in both languages."""
    english = error.format_message().strip()
    if isinstance(error, click.NoSuchOption):
        hint = did_you_mean(error.option_name, error.possibilities or ())
        near = bool(error.possibilities)
        return Words(
            f"ไม่มีตัวเลือก {error.option_name}" + (f" {hint.th}" if near else ""),
            f"No such option {error.option_name}." + (f" {upper(hint.en)}" if near else ""),
        )
    unknown = re.fullmatch(COMMAND, english, re.DOTALL)
    if unknown and isinstance(error, click.UsageError) and error.ctx:
        return _no_command(unknown[1], error.ctx)
    if isinstance(error, click.MissingParameter):
        return Words(f"ยังไม่ได้ระบุ {_name(error)}", english)
    if isinstance(error, click.BadParameter):
        return Words(f"{_name(error)}: {_thai(error.message)}", english)
    return Words(_thai(english), english)


def _no_command(name: str, ctx: click.Context) -> Words:
    """Return that there is no such command, with the one that was meant or all there are."""
    group = ctx.command
    there = group.list_commands(ctx) if isinstance(group, click.Group) else []
    hint = did_you_mean(name, there)
    return Words(f"ไม่มีคำสั่ง {name} {hint.th}", f"No such command {name}. {upper(hint.en)}")


def upper(text: str) -> str:
    """Return a text as a sentence begins."""
    return text[:1].upper() + text[1:]


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    names = error.param.opts if isinstance(error.param, click.Option) else ()
    return max(names, key=len, default=error.param.human_readable_name.rstrip("."))


def _thai(english: str) -> str:
    """Return click's message in Thai; as it is where it has one that we do not know."""
    for template, thai in TEMPLATES:
        hit = re.fullmatch(template, english, re.DOTALL)
        if hit:
            return thai.format(**hit.groupdict())
    return english
