#!/usr/bin/env python3
"""Makes every sample PDF from its text: `python samples/make.py` (needs `pip install fpdf2
uharfbuzz`, and ita_checker's own needs).

A text in `texts/` stands for one PDF of the same path. Its first lines say how it looks (`font:
Sarabun`), then each line is a paragraph:
`# title`, `## heading`, `= centred`, `> right`, `~ under a signature`, `- item`, `| cell | cell` a
table row, `|| …` a header row,
`|% 20 30 50` the shares of its columns, `---` a new page, an empty line a gap.
A cell `<<` is one with the cell to its left, `^^` with the one above. A text with `scan: 150 0.7`
becomes pictures of its pages, as a
scanner makes them: so many dots per inch, turned by so many degrees.
"""

from __future__ import annotations

from pathlib import Path

from paper import Look, Paper
from scanner import scanned

HERE = Path(__file__).parent
STYLES = {  # a line's mark: alignment, bold, points more than the text
    "# ": ("centre", True, 4),
    "## ": ("left", True, 0),
    "= ": ("centre", True, 0),
    "> ": ("right", False, 0),
    "~ ": ("sign", False, 0),
}


def look(lines: list[str]) -> Look:
    """The look named in a text's first lines."""
    said = dict(line.split(": ", 1) for line in lines)
    return Look(
        said.get("font", "Sarabun"),
        int(said.get("size", "14")),
        said.get("page") == "landscape",
        said.get("numbers", "thai"),
    )


def cells(line: str) -> list[str]:
    """The cells of a table row."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def table(paper: Paper, lines: list[str]) -> None:
    """Set the table that the lines write down."""
    shares = next((line for line in lines if line.startswith("|%")), "")
    head = [cells(line) for line in lines if line.startswith("||")]
    rows = [cells(line) for line in lines if not line.startswith(("||", "|%"))]
    paper.table(head, rows, [float(share) for share in shares[2:].split()] or [1.0] * len(rows[0]))


def line(paper: Paper, text: str) -> None:
    """Set one line of a text that is no table row."""
    if text == "---":
        paper.fresh()
    elif not text:
        paper.y += 4
    elif text.startswith("- "):
        paper.paragraph(text, indent=12)
    else:
        mark = next((mark for mark in STYLES if text.startswith(mark)), "")
        align, bold, more = STYLES.get(mark, ("left", False, 0))
        paper.paragraph(
            text.removeprefix(mark), align, bold, 0 if mark else 15, paper.look.size + more
        )


def make(source: Path, target: Path) -> None:
    """Write the PDF of one text."""
    first, _, rest = source.read_text(encoding="utf-8").partition("\n\n")
    paper = Paper(look(first.split("\n")), target.stem)
    rows: list[str] = []
    for text in [*rest.rstrip("\n").split("\n"), ""]:
        if text.startswith("|"):
            rows.append(text)
            continue
        if rows:
            table(paper, rows)
            rows = []
        line(paper, text)
    target.parent.mkdir(parents=True, exist_ok=True)
    told = next(
        (words.split()[1:] for words in first.split("\n") if words.startswith("scan: ")), None
    )
    content = bytes(paper.output())
    target.write_bytes(
        scanned(content, int(told[0]), float(told[1]), target.stem) if told else content
    )


def main() -> None:
    """Make every sample."""
    for source in sorted((HERE / "texts").rglob("*.txt")):
        make(source, (HERE / source.relative_to(HERE / "texts")).with_suffix(".pdf"))


if __name__ == "__main__":
    main()
