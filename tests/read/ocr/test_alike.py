"""Rings and strokes are spelt in the script of the digits they stand among; codes and words keep
theirs.
"""

from __future__ import annotations

import pytest

from ita_checker.read.ocr.letters.alike import told_apart
from ita_checker.read.ocr.letters.letter import Letter


def spelt(text: str) -> str:
    return "".join(
        letter.letter for letter in told_apart([Letter(each, 0, 1, 0.9, "") for each in text])
    )


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("๒๕๖0", "๒๕๖๐"), ("๒๕oO", "๒๕๐๐"), ("256๐", "2560"), ("2O64", "2064"), ("0๕", "๐๕"), ("๐5",
        "05"), ("2l", "21"),
        ("1,00O", "1,000"), ("๐-34", "0-34"), ("๑.0", "๑.๐"), ("ข้อ-o", "ข้อ-o"),
        ("O42", "O42"), ("ผอ0", "ผอ0"), ("No 0", "No 0"), ("IT", "IT"), ("๒๕๖๔I", "๒๕๖๔I"), ("l1",
        "l1"), ("0", "0"),
        ("O8-1234-5678", "08-1234-5678"), ("O35-555-123", "035-555-123"), ("O42-2568", "O42-2568"),
    ],
)  # fmt: skip
def test_a_ring_or_stroke_among_digits_is_a_digit_of_their_script(read: str, meant: str) -> None:
    assert spelt(read) == meant


def test_the_letter_that_was_read_is_named_beside() -> None:
    assert told_apart([Letter("๖", 0, 1, 0.9, ""), Letter("0", 1, 2, 0.8, "๐o")])[1] == Letter(
        "๐", 1, 2, 0.8, "o0"
    )
