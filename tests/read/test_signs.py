"""Ticks, boxes and bullets of fonts that hold nothing but signs are read as these signs."""

from __future__ import annotations

import pytest

from ita_checker.read.layer.letters import Letter, Sheet
from ita_checker.read.layer.marks.codes import mended


def _read(font: str, said: str) -> str:
    letters = [Letter(one, 10 * at, 10 * at + 8, 100, 14, 0) for at, one in enumerate(said)]
    return "".join(mended(Sheet(1, 595, 842, letters, (), (font,))).texts)


@pytest.mark.parametrize(
    ("font", "said", "signs"),
    [
        ("ABCDEE+Wingdings-Regular", "\uf0fe\uf0a8\uf0fc\uf0d8\uf08c", "☑☐✓➢❶"),
        ("Wingdings", "þ¨üo", "☑☐✓☐"),
        ("ABCDEE+Wingdings 2", "\uf052\uf0a3\uf050\uf099", "☑☐✓○"),
        ("BCDHEE+Wingdings2", "R£", "☑☐"),
        ("ABCDEE+Webdings", "\uf061\uf063", "✓☐"),
        ("SymbolMT", "\uf0b7\uf0a8\uf035", "•♦5"),
        ("ABCDEE+ZapfDingbats", "4n", "✔■"),
    ],
)
def test_codes_of_fonts_of_signs_are_their_signs(font: str, said: str, signs: str) -> None:
    assert _read(font, said) == signs


@pytest.mark.parametrize("font", ["SymbolMT", "ABCDEE+THSarabunPSK", "SymbolNeu", "Wingdings3"])
def test_letters_of_other_fonts_stay_as_they_are(font: str) -> None:
    assert _read(font, "R4o") == "R4o"
