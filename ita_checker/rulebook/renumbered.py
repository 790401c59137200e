"""Lays what a pack takes over under the new numbers of its items (`was: O25`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_checker.errors import did_you_mean
from ita_checker.rulebook.marked import Map, Row
from ita_checker.rulebook.mistakes import mistake


def renumbered(inherited: Map, own: Map) -> Map:
    """Return what is taken over with the items under their new numbers (`was: O25`); RuleError for
    a number that was none.
    """
    items, renewed = inherited.get("items"), own.get("items")
    if not isinstance(renewed, Map):
        return inherited
    old = items if isinstance(items, Map) else Map(own.where)
    moved = {
        code: said["was"]
        for code, said in renewed.items()
        if isinstance(said, Map) and "was" in said
    }
    for code, was in moved.items():
        if was not in old:
            where = renewed[code].lines["was"]
            raise mistake(
                where,
                f"ชุดที่รับต่อไม่มีข้อ {was}",
                f"the pack that is extended has no item {was}",
                did_you_mean(was, old),
            )
    made = _moved(old, moved)
    numbers = {was: code for code, was in moved.items()}
    laid = Map(inherited.where)
    for key, value in inherited.items():
        if key == "items":
            value = made
        elif moved and key == "rules" and isinstance(value, Map):
            value = _each_renumbered(value, ("for",), numbers)
        elif moved and key == "examples" and isinstance(value, Row):
            row = Row(value.where)
            row.extend(_one_renumbered(one, ("holds", "item"), numbers) for one in value)
            row.lines.extend(value.lines)
            value = row
        laid.put(key, value, inherited.lines[key])
    return laid


def _moved(old: Map, moved: Mapping[str, str]) -> Map:
    """Return the items, those that got another number last, in the order of the new ones."""
    made = Map(old.where)
    for code, said in old.items():
        if code not in moved.values() and code not in moved:
            made.put(code, said, old.lines[code])
    for code, was in moved.items():
        made.put(code, old[was], old.lines[was])
    return made


def _each_renumbered(said: Map, keys: tuple[str, ...], numbers: Mapping[str, str]) -> Map:
    made = Map(said.where)
    for name, one in said.items():
        made.put(name, _one_renumbered(one, keys, numbers), said.lines[name])
    return made


def _one_renumbered(said: Any, keys: tuple[str, ...], numbers: Mapping[str, str]) -> Any:
    """Return a rule or a whole report with the new numbers of the items it names; itself where it
    names none of them.
    """
    if not isinstance(said, Map):
        return said
    changed: dict[str, Any] = {}
    for key in keys:
        value = said.get(key)
        if isinstance(value, str) and value in numbers:
            changed[key] = numbers[value]
        elif isinstance(value, Row) and any(str(code) in numbers for code in value):
            row = Row(value.where)
            row.extend(numbers.get(str(code), code) for code in value)
            row.lines.extend(value.lines)
            changed[key] = row
    if not changed:
        return said
    made = Map(said.where)
    for key, value in said.items():
        made.put(key, changed.get(key, value), said.lines[key])
    return made
