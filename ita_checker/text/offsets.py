"""A long text written otherwise, letter for letter, without some of its letters, and where each of
it stood: asked of all letters at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

CODES = "utf-32-le"  # each letter in four bytes
LETTERS = np.dtype("<u4")
Table = npt.NDArray[np.uint32]  # what is written for each letter, by its code
Kinds = npt.NDArray[np.uint8]


def table(each: Mapping[int, str | None]) -> Table:
    """Return how letters are written otherwise: 0 for those that are dropped, which that letter
    must be one of; those beyond the table stay.
    """
    made = np.arange(max(each) + 1, dtype=LETTERS)
    made[0] = 0
    for letter, written in each.items():
        made[letter] = ord(written) if written else 0
    return made


def laid(text: str, by: Table) -> tuple[str, array[int], array[int], list[int]]:
    """Return the letters left, where each began and ended, and those before which some were
    dropped.
    """
    codes = _written(text, by)
    at = np.flatnonzero(codes)
    parted = np.flatnonzero(at[1:] - at[:-1] > 1) + 1
    return _text(codes[at]), _array(at), _array(at + 1), parted.tolist()


def written(text: str, by: Table) -> str:
    """Return the letters left."""
    codes = _written(text, by)
    return _text(codes[codes != 0])


def indexes(starts: array[int], offsets: Sequence[int]) -> list[int]:
    """Return the index of the first letter at or after each of some offsets of the text."""
    known = np.frombuffer(starts, dtype=f"u{starts.itemsize}")
    found: list[int] = np.searchsorted(known, np.array(offsets, dtype=known.dtype)).tolist()
    return found


def left(text: str, by: Table, dropped: Iterable[int]) -> tuple[str, array[int]]:
    """Return the letters left, those at some more places dropped too, and before which of them
    each was.
    """
    codes = _written(text, by)
    codes[[*dropped]] = 0
    gone = np.flatnonzero(codes == 0)
    return _text(codes[codes != 0]), _array(gone - np.arange(len(gone)))


def kinds(*sets: Iterable[str]) -> Kinds:
    """Return of which of some sets letters are, by their codes: a bit for each."""
    made = np.zeros(max(max(map(ord, letters)) for letters in sets) + 2, dtype=np.uint8)
    for place, letters in enumerate(sets):
        made[[*map(ord, letters)]] |= 1 << place
    return made


def beside(text: str, of: Kinds) -> bool:
    """Tell whether a letter of the first set stands twice, or one of the second before one of the
    third.
    """
    codes = _codes(text)
    sort = of.take(codes, mode="clip")
    before, after = sort[:-1], sort[1:]
    twice = (codes[:-1] == codes[1:]) & (after & 1)
    return bool(np.any(twice | (before >> 1 & after >> 2 & 1)))


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode(CODES, "surrogatepass"), dtype=LETTERS)


def _written(text: str, by: Table) -> npt.NDArray[np.uint32]:
    codes = _codes(text)
    return np.where(codes < len(by), by.take(codes, mode="clip"), codes)


def _text(codes: npt.NDArray[np.uint32]) -> str:
    return codes.tobytes().decode(CODES, "surrogatepass")


def _array(numbers: npt.NDArray[np.intp]) -> array[int]:
    made = array("L")
    made.frombytes(numbers.astype(f"i{made.itemsize}", copy=False).view(np.uint8).data)
    return made
