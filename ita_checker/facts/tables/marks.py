"""Marks that stand for measures: one table names them beside its marks ("M1 มาตรการใช้รถส่วนกลาง"),
another tells of them by the mark alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ita_checker.facts.tables.contents import BARE
from ita_checker.facts.tables.fields import NAME, NUMBER, PROJECT, SCORE
from ita_checker.facts.tables.grid import Grid
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.words import words_of

MARK = re.compile(r"\(?(?:[a-z\u0e01-\u0e2e]{1,3}[.-]?)?\d{1,2}[.)]?")
LETTER = re.compile(r"[a-z\u0e01-\u0e2e]")
WORDED = re.compile("[ก-ฮ]{3}")
COUNTED = pattern_of(
    lambda: rf"{spelled(words_of('measures.only_number'))}(?:{MARK.pattern}|[a-z\u0e01-\u0e2e])"
)

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
    for text in texts:
        if text.strip(BARE):
            if not is_mark(text) or not LETTER.search(text):
                return frozenset()
            own.append(text.strip())
    return frozenset(own) if len(own) == len(set(own)) else frozenset()


def numbered(columns: Sequence[str], texts: Texts) -> tuple[str, ...]:
    """Return the fields of a table that names measures with its columns of marks as numbers:
    "มาตรการที่" beside "ชื่อมาตรการ", a code beside a name; of one that names none, with a first column
    that counts its rows, whatever stands over it.
    """
    if not {NAME, NUMBER} & set(columns) and columns[0] != SCORE and _counts(texts[0]):
        return (NUMBER, *columns[1:])
    named = [column for column, held in enumerate(columns) if held == NAME]
    marks = {column for column in named if _of_marks(texts[column])}
    if not set(named) - marks:
        return tuple(columns)
    marks |= {column for column, own in enumerate(texts) if codes(own)}
    return tuple(NUMBER if column in marks else held for column, held in enumerate(columns))


def named_beside(columns: Sequence[str], texts: Texts) -> tuple[str, ...]:
    """Return the fields of a table whose column of names only counts the measures ("มาตรการ A",
    "มาตรการ B"), with the one column of projects or names beside it as that of their names.
    """
    counted = [at for at, held in enumerate(columns) if held == NAME]
    named = [
        at
        for at, held in enumerate(columns)
        if held == PROJECT and any(map(WORDED.search, texts[at]))
    ]
    if len(counted) != 1 or len(named) != 1 or not _all_counted(counted, texts):
        return tuple(columns)
    given = {counted[0]: NUMBER, named[0]: NAME}
    return tuple(given.get(at, held) for at, held in enumerate(columns))


def _all_counted(columns: Sequence[int], texts: Texts) -> bool:
    """Tell whether every cell of some columns is a number or a code, the word for a measure before
    it or not.
    """
    own = [text.strip(BARE) for at in columns for text in texts[at] if text.strip(BARE)]
    return len(own) >= FEWEST and all(map(COUNTED.fullmatch, own))


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
