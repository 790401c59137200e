"""Finds every mistake of form in a rule file: unknown and missing keys, wrong kinds of value; each
with its line and a remedy.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping
from enum import EnumType
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook.marked import Map, Row

CALLED = {
    str: Words("ข้อความ", "text"),
    int: Words("จำนวนเต็ม", "a whole number"),
    float: Words("จำนวน", "a number"),
    bool: Words("true หรือ false", "true or false"),
    Map: Words("รายการ “คีย์: ค่า”", "a list of “key: value”"),
    Row: Words("รายการ [ก, ข]", "a list [a, b]"),
    type(None): Words("ค่าว่าง", "nothing"),
}


def mistake(where: str, th: str, en: str, remedy: Words | None = None) -> RuleError:
    """Return a mistake in a rule file; `where` is file:line."""
    joint = "" if remedy is None else "," if remedy.en.startswith("did you mean") else ";"
    return RuleError(Words(th, en + joint), where, remedy)


def mistakes(value: Any, kind: Any, where: str) -> Iterator[RuleError]:
    """Yield every mistake of form in a value that should be of a kind (a type)."""
    if issubclass_of(kind, msgspec.Struct) and _fits(value, kind):
        return
    if _is_record(kind):
        yield from _record(value, kind, where)
        return
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        yield from _either(value, kind, where)
    elif origin is tuple:
        if not isinstance(value, Row):
            yield _wrong(value, Row, where)
            return
        for entry, line in zip(value, value.lines, strict=True):
            yield from mistakes(entry, get_args(kind)[0], line)
    elif origin is not None and issubclass_of(origin, Mapping):
        if not isinstance(value, Map):
            yield _wrong(value, Map, where)
            return
        for key, entry in value.items():
            yield from mistakes(entry, get_args(kind)[1], value.lines[key])
    else:
        yield from _leaf(value, kind, where)


def _fits(value: Any, kind: Any) -> bool:
    """Tell, quickly, whether a value has no mistake of form: our sheets refuse unknown keys."""
    try:
        msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def issubclass_of(origin: Any, parent: type) -> bool:
    """Tell whether a type is a subclass; False for what is no class."""
    return isinstance(origin, type) and issubclass(origin, parent)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and (
        issubclass(kind, msgspec.Struct) or dataclasses.is_dataclass(kind)
    )


@cache
def keys(kind: Any) -> Mapping[str, tuple[Any, bool]]:
    """Return the keys of a record as written in YAML: what each is, and whether it must be
    there.
    """
    hints = get_type_hints(kind)
    if issubclass(kind, msgspec.Struct):
        return {
            one.encode_name: (hints[one.name], one.required) for one in msgspec.structs.fields(kind)
        }
    none = dataclasses.MISSING
    return {
        one.name: (hints[one.name], one.default is none and one.default_factory is none)
        for one in dataclasses.fields(kind)
    }


@cache
def choices_of(kind: Any) -> Mapping[str, tuple[Any, ...]]:
    """Return the keys of a record that take only certain words (as keys of a list “key: value”, or
    as entries of a list), and these words: metadata={"known": …} of a field.
    """
    if not dataclasses.is_dataclass(kind):
        return {}
    fields = dataclasses.fields(kind)
    return {one.name: tuple(one.metadata["known"]) for one in fields if "known" in one.metadata}


def _record(value: Any, kind: Any, where: str) -> Iterator[RuleError]:
    if not isinstance(value, Map):
        yield _wrong(value, Map, where)
        return
    known = keys(kind)
    for key, entry in value.items():
        if key not in known:
            yield mistake(
                value.lines[key],
                f"ไม่รู้จักคีย์ “{key}”",
                f'unknown key "{key}"',
                did_you_mean(key, known),
            )
        else:
            wrong = list(mistakes(entry, known[key][0], value.lines[key]))
            yield from wrong or _strange(entry, choices_of(kind).get(key))
    for key, (_, required) in known.items():
        if required and key not in value:
            yield mistake(
                where,
                f"ขาดคีย์ “{key}”",
                f'the key "{key}" is missing',
                Words(f"เพิ่ม {key}: …", f"add {key}: …"),
            )


def _strange(value: Any, known: tuple[Any, ...] | None) -> Iterator[RuleError]:
    """Yield a mistake for each word that nothing would ever be looked up by."""
    if known is None or not isinstance(value, (Map, Row)):
        return
    lines = value.lines.values() if isinstance(value, Map) else value.lines
    for word, line in zip(value, lines, strict=True):
        if word not in known:
            yield mistake(
                line, f"ไม่รู้จัก “{word}”", f'there is no "{word}"', did_you_mean(word, known)
            )


def _either(value: Any, kind: Any, where: str) -> Iterator[RuleError]:
    """Yield the mistakes by the arm of the union that the value's form points to."""
    arms = [arm for arm in get_args(kind) if arm is not type(None)]
    if value is None and len(arms) < len(get_args(kind)):
        return
    fits = [arm for arm in arms if _looks(value, arm)]
    if fits:
        yield from mistakes(value, fits[0], where)
    elif len(arms) == 1:
        yield from mistakes(value, arms[0], where)
    else:
        yield _wrong(value, kind, where)


def _looks(value: Any, arm: Any) -> bool:
    origin = get_origin(arm)
    if isinstance(value, Map):
        return _is_record(arm) or issubclass_of(origin, Mapping)
    if isinstance(value, Row):
        return origin is tuple
    return origin in (None, Literal) and not _is_record(arm)


def _leaf(value: Any, kind: Any, where: str) -> Iterator[RuleError]:
    choices = [str(one) for one in get_args(kind)] if get_origin(kind) is Literal else None
    if isinstance(kind, EnumType):
        choices = [str(one.value) for one in kind]  # type: ignore[var-annotated]
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        if choices is None:
            yield _wrong(value, kind, where)
            return
        shown = value if isinstance(value, (str, int)) else CALLED[type(value)].en
        yield mistake(
            where,
            f"ไม่มีค่า “{shown}” ให้เลือก",
            f'"{shown}" is none of the values',
            did_you_mean(shown, choices),
        )


def _wrong(value: Any, kind: Any, where: str) -> RuleError:
    got = CALLED.get(type(value), Words(str(value), str(value)))
    want = _called(kind)
    return mistake(
        where,
        f"ต้องเป็น{want.th} แต่พบ{got.th}",
        f"this should be {want.en}, not {got.en}",
        Words(f"แก้ให้เป็น{want.th}", f"write {want.en}"),
    )


def _called(kind: Any) -> Words:
    if kind in CALLED:
        return CALLED[kind]
    if get_origin(kind) in (Union, types.UnionType):
        arms = [_called(arm) for arm in get_args(kind) if arm is not type(None)]
        return Words(" หรือ".join(arm.th for arm in arms), " or ".join(arm.en for arm in arms))
    if get_origin(kind) is tuple:
        return CALLED[Row]
    return CALLED[Map] if _is_record(kind) or get_origin(kind) else Words(str(kind), str(kind))
