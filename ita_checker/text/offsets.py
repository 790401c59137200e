"""What is left of a long text without some of its letters, and where each of it stood: asked of all
letters at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

CODES = "utf-32-le"  # each letter in four bytes


def without(text: str, dropped: frozenset[str]) -> tuple[str, array[int], array[int], array[int]]:
    """Return the letters left, where each began and ended, and those before which some were
    dropped.
    """
    kept = _kept(dropped)
    codes = np.frombuffer(text.encode(CODES, "surrogatepass"), dtype="<u4")
    at = np.flatnonzero(kept[np.minimum(codes, len(kept) - 1)])
    left = codes[at].tobytes().decode(CODES, "surrogatepass")
    return left, _array(at), _array(at + 1), _array(np.flatnonzero(np.diff(at) > 1) + 1)


def indexes(starts: array[int], offsets: Sequence[int]) -> list[int]:
    """Return the index of the first letter at or after each of some offsets of the text."""
    known = np.frombuffer(starts, dtype=f"u{starts.itemsize}")
    found: list[int] = np.searchsorted(known, np.array(offsets, dtype=known.dtype)).tolist()
    return found


@cache
def _kept(dropped: frozenset[str]) -> npt.NDArray[np.bool_]:
    """Return which letters are left, by their codes; the last stands for all beyond."""
    kept = np.ones(max(map(ord, dropped)) + 2, dtype=np.bool_)
    kept[[ord(letter) for letter in dropped]] = False
    return kept


def _array(numbers: npt.NDArray[np.intp]) -> array[int]:
    made = array("L")
    made.frombytes(numbers.astype(f"u{made.itemsize}").tobytes())
    return made
