"""YAML as plain data that still knows its lines, so that every mistake can say where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from ita_checker.errors import RuleError
from ita_checker.model import Words

NUMBER = re.compile(r"-?(?:0|[1-9]\d*)")  # 043 stays text: it is how people type O43
LONGEST_NUMBER = 18  # digits; what is longer is no number of ours
# Of one file, with what its aliases repeat: nine lines can stand for a thousand million values.
MOST_VALUES, DEEPEST = 200_000, 40


class Map(dict[str, Any]):
    """A mapping that knows where it and each of its keys stand ("rules/nacc/2564.yaml:12")."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where
        self.lines: dict[str, str] = {}

    def put(self, key: str, value: Any, where: str) -> None:
        """Set a key and where it stands."""
        self[key] = value
        self.lines[key] = where


class Row(list[Any]):
    """A list that knows where it and each of its entries stand."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where
        self.lines: list[str] = []


def read(path: Path, name: str) -> Map:
    """Return what a rule file says; `name` is how mistakes name the file. RuleError if it is no
    YAML or not a mapping.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(
            Words(f"อ่านไฟล์กฎไม่ได้ ({error})", f"cannot read the rule file ({error})"),
            f"{name}:1",
            Words("บันทึกเป็นข้อความ UTF-8", "save it as UTF-8 text"),
        ) from error
    return parse(text, name)


def parse(text: str, name: str) -> Map:
    """Return what a rule file's text says; RuleError if it is no YAML or not a mapping."""
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _broken(error, name) from error
    except RecursionError as error:
        raise _broken(yaml.YAMLError("too deep"), name) from error
    finally:
        loader.dispose()
    made = _value(node, name, set(), count()) if node else None
    if not isinstance(made, Map):
        raise RuleError(
            Words("ไฟล์กฎต้องเป็นรายการ “คีย์: ค่า”", "a rule file is a list of “key: value”;"),
            f"{name}:1",
            Words("ขึ้นต้นด้วย pack: ชื่อชุดกฎ", "begin with pack: and its name"),
        )
    return made


def _broken(error: yaml.YAMLError, name: str) -> RuleError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "cannot be read"
    return RuleError(
        Words(f"YAML ไม่ถูกรูปแบบ ({problem})", f"not YAML: {problem};"),
        f"{name}:{mark.line + 1 if mark else 1}",
        Words(
            "ตรวจการย่อหน้า (ใช้วรรค ไม่ใช้แท็บ) และใส่ “…” ครอบข้อความที่มี : หรือ #",
            'check the indentation (spaces, no tabs) and put quotes "…" around text with : or #',
        ),
    )


def _value(node: yaml.Node, name: str, above: set[int], counted: Iterator[int]) -> Any:
    where = f"{name}:{node.start_mark.line + 1}"
    if next(counted) > MOST_VALUES or len(above) > DEEPEST:
        raise RuleError(
            Words("ไฟล์กฎใหญ่หรือซ้อนลึกเกินไป", "a rule file that is too large or too deep"),
            where,
            Words("ตรวจ * ที่อ้างซ้อนกัน", "look for * that stand in each other"),
        )
    if id(node) in above:
        raise RuleError(
            Words("อ้างถึงตัวเอง", "an alias that holds itself"),
            where,
            Words("ลบ * ที่อ้างวนออก", "take the * out"),
        )
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _map(node, name, where, above, counted)
    if isinstance(node, yaml.SequenceNode):
        row = Row(where)
        for entry in node.value:
            row.append(_value(entry, name, above, counted))
            row.lines.append(f"{name}:{entry.start_mark.line + 1}")
        return row
    return _plain(node) if isinstance(node, yaml.ScalarNode) else None


def _map(
    node: yaml.MappingNode, name: str, where: str, above: set[int], counted: Iterator[int]
) -> Map:
    made = Map(where)
    for key, value in node.value:
        line = f"{name}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            raise RuleError(
                Words("คีย์ต้องเป็นคำ", "a key has to be a word"),
                line,
                Words("เขียน คีย์: ค่า", "write key: value"),
            )
        if key.value in made:
            raise RuleError(
                Words(f"คีย์ “{key.value}” ซ้ำ", f'the key "{key.value}" stands twice;'),
                line,
                Words(
                    f"มีแล้วที่ {made.lines[key.value]} ให้เหลือเพียงแห่งเดียว",
                    f"it is at {made.lines[key.value]} too; keep one",
                ),
            )
        made.put(key.value, _value(value, name, above, counted), line)
    return made


def _plain(node: yaml.ScalarNode) -> Any:
    """Return a scalar: text, whole number, true, false or nothing. Yes, no, on, off and dates stay
    text.
    """
    if node.style:
        return node.value
    if node.value in ("true", "false"):
        return node.value == "true"
    if node.value in ("", "~", "null"):
        return None
    number = len(node.value) <= LONGEST_NUMBER and NUMBER.fullmatch(node.value)
    return int(node.value) if number else node.value


def place(data: Any, path: Sequence[str | int]) -> str:
    """Return where the thing at a path stands, or the last thing on the way that is there."""
    where: str = data.where
    for step in path:
        try:
            where, data = data.lines[step], data[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return where


def over(base: Map, own: Map) -> Map:
    """Return the base with what the own one says laid over it: mappings key by key, all else
    replaced, null takes a key away.
    """
    made = Map(own.where)
    for key, value in _both(base, own):
        if value is None:
            continue
        side = own if key in own else base
        made.put(key, value, side.lines[key])
    return made


def _both(base: Map, own: Map) -> Iterator[tuple[str, Any]]:
    for key in [*base, *(key for key in own if key not in base)]:
        mine, theirs = own.get(key), base.get(key)
        if key not in own:
            yield key, theirs
        elif isinstance(mine, Map) and isinstance(theirs, Map):
            yield key, over(theirs, mine)
        else:
            yield key, mine
