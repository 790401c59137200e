"""Lines made bold by drawing are bold, whatever their font is called; outlines and hairlines are
none.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read

BLACK, RED = "0 0 0 RG 0 0 0 rg", "1 0 0 RG 0 0 0 rg"


def _bold(folder: Path, drawing: str, text: str = "สรุปผล ๒๕๖๗") -> list[tuple[str, bool]]:
    """Return the lines of a page, of which one is drawn in some way, and which are bold."""
    paper = Paper().write("ผลการดำเนินการ", 50, 100)
    paper.content.append(f"q {drawing}")
    paper.write(text, 50, 130)
    paper.content.append("Q")
    path = folder / "paper.pdf"
    path.write_bytes(paper.bytes())
    return [(line.text, line.bold) for line in read(path, Options(ocr="never")).pages[0].lines]


@pytest.mark.parametrize("width", [0.3, 0.46, 0.64, 1.0])
def test_a_line_filled_and_stroked_in_one_colour_is_bold(width: float, tmp_path: Path) -> None:
    assert _bold(tmp_path, f"{BLACK} 2 Tr {width} w") == [
        ("ผลการดำเนินการ", False),
        ("สรุปผล ๒๕๖๗", True),
    ]


@pytest.mark.parametrize(
    "drawing",
    [
        f"{BLACK} 0 Tr 0.46 w",
        f"{BLACK} 1 Tr 0.46 w",
        f"{BLACK} 2 Tr 0 w",
        f"{BLACK} 2 Tr 0.1 w",
        f"{BLACK} 2 Tr 2 w",
        f"{RED} 2 Tr 0.46 w",
    ],
    ids=["filled", "outlined", "hairline", "thin", "ornament", "two colours"],
)
def test_letters_filled_outlined_or_edged_are_not_bold(drawing: str, tmp_path: Path) -> None:
    assert not any(bold for _, bold in _bold(tmp_path, drawing))


def test_a_line_of_which_one_word_is_stroked_is_not_bold(tmp_path: Path) -> None:
    paper = Paper().write("ผลการ", 50, 100)
    paper.content.append(f"q {BLACK} 2 Tr 0.46 w")
    paper.write("ดำเนินการ", 90, 100)
    paper.content.append("Q")
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper.bytes())
    (line,) = read(path, Options(ocr="never")).pages[0].lines
    assert not line.bold
