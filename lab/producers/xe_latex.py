"""Set by XeLaTeX, as universities' reports are: justified lines that break where ICU parts Thai
words, with white space stretched between them.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lab.producers import Job
from lab.producers.office import BOLD, CENTRED, spans
from lab.sheets import Kind, Piece, Sheet, Table
from lab.to_html import FONTS

PRODUCERS = ("xelatex",)
TIMEOUT_S = 120
SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "[": "{[}",  # an optional argument at the start of a row
    "]": "{]}",
}
HEAD = r"""\documentclass{article}
\usepackage[a4paper,margin=2.2cm]{geometry}
\usepackage{array,fontspec,longtable}
\setmainfont[Script=Thai]{%s}
\XeTeXlinebreaklocale "th"
\XeTeXlinebreakskip = 0pt plus 2pt
\setlength{\parindent}{0pt}\setlength{\tabcolsep}{4pt}
\sloppy
\begin{document}\fontsize{14}{21}\selectfont"""


def missing() -> str | None:
    """Return what is not installed, if anything."""
    if not shutil.which("xelatex") or not shutil.which("kpsewhich"):
        return "install texlive-xetex"
    command = ["kpsewhich", "fontspec.sty"]
    found = subprocess.run(command, check=False, capture_output=True).returncode == 0
    return None if found else "install texlive-latex-recommended"


def produce(jobs: Sequence[Job]) -> None:
    """Set each sheet."""
    with tempfile.TemporaryDirectory() as temporary:
        for number, job in enumerate(jobs):
            assert job.sheet is not None
            source = Path(temporary, f"{number}.tex")
            font = random.Random(job.seed).choice(FONTS)
            source.write_text("\n\n".join(_pages(job.sheet, font)), encoding="utf-8")
            command = ["xelatex", "-interaction=batchmode", "-no-shell-escape", source.name]
            for _ in range(2):  # the second run knows the widths of tables that go on overleaf
                subprocess.run(
                    command, cwd=temporary, check=False, capture_output=True, timeout=TIMEOUT_S
                )
            shutil.move(source.with_suffix(".pdf"), job.pdf)


def _pages(sheet: Sheet, font: str) -> Iterator[str]:
    yield HEAD % font
    for piece in sheet.pieces:
        yield from _piece(piece)
    yield r"\end{document}"


def _quoted(text: str, line_end: str = r"\\") -> str:
    """Return a text whose signs are no commands and whose line breaks are shown."""
    return "".join(SPECIAL.get(sign, sign) for sign in text).replace("\n", line_end)


def _piece(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Table):
        yield _table(piece)
        return
    if piece.kind is Kind.PAGE:
        yield r"\clearpage"
    if piece.kind in (Kind.PAGE, Kind.PART):
        return
    for line in piece.lines:
        said = _quoted(f"- {line}" if piece.kind is Kind.POINTS else line)
        said = rf"{{\bfseries {said}}}" if piece.kind in BOLD else said
        if piece.kind in CENTRED:
            yield rf"\begin{{center}}{said}\end{{center}}"
        elif piece.kind is Kind.RIGHT:
            yield rf"\begin{{flushright}}{said}\end{{flushright}}"
        elif piece.kind is Kind.SIGNATURE:
            yield rf"\hspace*{{8cm}}\begin{{minipage}}{{7cm}}\centering {said}\end{{minipage}}"
        else:
            yield rf"\hspace*{{2.5em}}{said}" if piece.kind is Kind.TEXT else said
    if piece.kind is Kind.COVER:
        yield r"\clearpage"


def _table(table: Table) -> str:
    """Return a ruled table; a cell of several rows has its text in the first of them and no line
    below it, as LaTeX's own tables have.
    """
    many = len(table.rows[0])
    width = rf"\dimexpr\linewidth/{many}-2\tabcolsep-\arrayrulewidth\relax"
    cells = {
        (row, column): (across, down, text) for row, column, across, down, text in spans(table)
    }
    lines = [
        rf"{{\fontsize{{12}}{{17}}\selectfont\begin{{longtable}}{{|*{{{many}}}{{p{{{width}}}|}}}}\hline"
    ]
    below = [0] * many  # rows that the cell above still takes
    for row in range(len(table.rows)):
        shown, column = [], 0
        while column < many:
            across, down, text = cells.get((row, column), (1, 1, ""))
            if (row, column) in cells:
                below[column : column + across] = [down] * across
            said = rf"\raggedright {_quoted(text, chr(92) + 'newline ')}\arraybackslash"
            if across > 1:
                wide = rf"\dimexpr\linewidth*{across}/{many}-2\tabcolsep-\arrayrulewidth\relax"
                edge = "|" if column == 0 else ""
                said = rf"\multicolumn{{{across}}}{{{edge}p{{{wide}}}|}}{{{said}}}"
            shown.append(said)
            column += across
        below = [max(0, left - 1) for left in below]
        ruled = "".join(
            rf"\cline{{{at + 1}-{at + 1}}}" for at, left in enumerate(below) if not left
        )
        lines.append(" & ".join(shown) + r" \\ " + ruled)
    return "\n".join([*lines, r"\end{longtable}}"])
