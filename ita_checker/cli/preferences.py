"""Settings that need not be typed again: ita-checker.toml, found from here upwards.

The keys are the options' long names (year, item, output …). What a table of a command's name holds
goes to that command only; paths are taken from where the file lies. The command line and the
environment (ITA_CHECKER_SCAN_YEAR …) come before it. [letters] holds the sender's data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from ita_checker.cli.language import LANGUAGE, option
from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Words

NAME = "ita-checker.toml"
NONE = "-"  # what is given instead of a file to use none
FOUND = "ita_checker.settings"  # where a context notes the file used
SENDER = "letters"  # the table that is no command's


def found(start: Path) -> Path | None:
    """Return the nearest settings file of a folder and those above it."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def _loaded(ctx: click.Context, _: click.Parameter, given: Path | None) -> None:
    """Have each command begin with what the settings file says."""
    root = ctx.find_root()
    told = {"lang": root.meta[LANGUAGE]} if LANGUAGE in root.meta else {}
    path = (given if str(given) != NONE else None) if given else found(Path.cwd())
    root.default_map = _defaults(root, _read(path), path.parent, told) if path else {}
    if path is None and told:
        root.default_map = {name: dict(told) for name, _ in _commands(root)}
        root.default_map |= _families(root, told)
    if path:
        root.meta[FOUND] = path
        root.meta.setdefault(LANGUAGE, root.default_map.get("scan", {}).get("lang"))


SETTINGS = option(
    "--settings",
    type=click.Path(path_type=Path),
    metavar="FILE",
    expose_value=False,
    is_eager=True,
    callback=_loaded,
    thai=f"ไฟล์ค่าที่ใช้ประจำ (ปกติ: {NAME} ในโฟลเดอร์นี้หรือที่อยู่เหนือขึ้นไป; - = ไม่ใช้)",
    english=f"Settings file (default: {NAME} here or in a folder above; - for none).",
)


def sender(ctx: click.Context) -> Mapping[str, str]:
    """Return the sender's data of the settings file, for letters."""
    path: Path | None = ctx.find_root().meta.get(FOUND)
    table = _read(path).get(SENDER, {}) if path else {}
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise UsageError(
            Words(f"[{SENDER}] ต้องเป็นข้อความ", f"[{SENDER}] must hold texts"), str(path or "")
        )
    return table


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            Words(f"อ่านไฟล์ค่าที่ใช้ประจำไม่ได้ ({error})", f"cannot read the settings ({error})"),
            str(path),
        ) from error


def _group(ctx: click.Context) -> click.Group:
    assert isinstance(ctx.command, click.Group)
    return ctx.command


def _defaults(
    root: click.Context, table: Mapping[str, Any], home: Path, told: Mapping[str, str]
) -> dict[str, Any]:
    """Return the table as click wants it: values by command and parameter. UsageError for a key
    that no command has.
    """
    defaults: dict[str, Any] = {}
    names: set[str] = set()
    for name, command in _commands(root):
        params = dict(_options(command))
        own = table.get(name, {})
        unknown = [key for key in own if key not in params] if isinstance(own, dict) else []
        if unknown:
            raise _unknown(unknown[0], params)
        names |= set(params)
        general = {key: value for key, value in table.items() if not isinstance(value, dict)}
        defaults[name] = {
            params[key].name: _placed(params[key], value, home)
            for key, value in {**general, **own, **told}.items()
            if key in params
        }
    commands = {name for name, _ in _commands(root)}
    for key, value in table.items():
        if key not in (commands | {SENDER} if isinstance(value, dict) else names):
            raise _unknown(key, [*names, *commands, SENDER])
    lang = {"lang": defaults["scan"]["lang"]} if "lang" in defaults["scan"] else {}
    return {**defaults, **_families(root, lang)}


def _families(root: click.Context, values: Mapping[str, str]) -> dict[str, Any]:
    """Return the same values for every command of the commands that hold others."""
    group = _group(root)
    found = {name: group.get_command(root, name) for name in group.list_commands(root)}
    return {
        name: {inner: dict(values) for inner in family.list_commands(root)}
        for name, family in found.items()
        if isinstance(family, click.Group)
    }


def _commands(root: click.Context) -> Iterator[tuple[str, click.Command]]:
    group = _group(root)
    for name in group.list_commands(root):
        command = group.get_command(root, name)
        if command is not None and not isinstance(command, click.Group):
            yield name, command


def _options(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    """Yield the options of a command by their long names."""
    for param in command.params:
        if isinstance(param, click.Option) and param.expose_value:
            for name in (*param.opts, *param.secondary_opts):
                if name.startswith("--"):
                    yield name.removeprefix("--"), param


def _placed(param: click.Parameter, value: Any, home: Path) -> Any:
    """Return a value with its paths taken from where the settings lie; a list where the option may
    be repeated.
    """
    values = value if isinstance(value, list) else [value]
    if param.type.name == "path":
        values = [
            one if "://" in str(one) or str(one) == NONE else str(home / str(one)) for one in values
        ]
    return values if param.multiple else values[0] if isinstance(value, str) else value


def _unknown(key: str, known: Any) -> UsageError:
    return UsageError(
        Words(f"ไม่รู้จัก {key!r}", f"unknown key {key!r}"), NAME, did_you_mean(key, sorted(known))
    )
