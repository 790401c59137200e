"""Marks that stand for measures: one table names them beside its marks ("M1 มาตรการใช้รถส่วนกลาง"),
another tells of them by the mark alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ita_checker.facts.tables.contents import BARE
from ita_checker.facts.tables.fields import NAME, NUMBER
from ita_checker.facts.tables.grid import Grid

MARK = re.compile(r"\(?(?:[a-z\u0e01-\u0e2e]{1,3}[.-]?)?\d{1,2}[.)]?")
LETTER = re.compile(r"[a-z\u0e01-\u0e2e]")

FEWEST = 2  # rows that are counted
Texts = Sequence[Sequence[str]]  # what the cells of each column say


def is_mark(text: str) -> bool:
    """Tell whether a text (folded) is a number or a code and no more."""
    return MARK.fullmatch(text.strip()) is not None


def codes(texts: Iterable[str]) -> frozenset[str]:
    """Return the codes with a letter in them that stand in a column of nothing else, each once;
    none where other things stand there or one comes again.
    """
    own = list[str]()
    for text in (text for text in texts if text.strip(BARE)):
        if not (is_mark(text) and LETTER.search(text)):
            return frozenset()
        own.append(text.strip())
    return frozenset(own) if len(own) == len(set(own)) else frozenset()


def numbered(columns: Sequence[str], texts: Texts) -> tuple[str, ...]:
    """Return the fields of a table that names measures with its columns of marks as numbers:
    "มาตรการที่" beside "ชื่อมาตรการ", a code beside a name; of one that names none, with a first column
    that counts its rows, whatever stands over it.
    """
    if not {NAME, NUMBER} & set(columns) and columns[0] == "" and _counts(texts[0]):
        return (NUMBER, *columns[1:])
    named = [column for column, held in enumerate(columns) if held == NAME]
    marks = {column for column in named if _of_marks(texts[column])}
    if not set(named) - marks:
        return tuple(columns)
    marks |= {column for column, own in enumerate(texts) if codes(own)}
    return tuple(NUMBER if column in marks else held for column, held in enumerate(columns))


def marking(grid: Grid, texts: Texts, known: frozenset[str]) -> int | None:
    """Return the column whose cells are codes that another table gives to measures, None where
    there is none.
    """
    own = ((column, codes(cells)) for column, cells in enumerate(texts))
    return next((column for column, found in own if found and found <= known), None)


def _counts(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a column count from one on."""
    own = [text.strip(BARE + "()") for text in texts]
    return len(own) >= FEWEST and own == [str(at) for at in range(1, len(own) + 1)]


def _of_marks(texts: Iterable[str]) -> bool:
    own = [text for text in texts if text.strip(BARE)]
    return bool(own) and all(map(is_mark, own))
