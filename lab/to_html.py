"""A sheet as an HTML page, in one of the looks that offices give their papers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Sheet, Table, Text

FONTS = ("Laksaman", "Garuda", "Norasi", "Kinnari", "Loma", "Umpush", "Waree", "Sawasdee")
WIDE = 6  # a table of so many columns may lie on its side
TAGS = {
    Kind.TITLE: "h1",
    Kind.HEADING: "h3",
    Kind.TEXT: "p",
    Kind.CENTRE: "p class=c",
    Kind.RIGHT: "p class=r",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Font and its size (points), margins and indent (millimetres), whether lines are justified,
    rows may be cut by a page's end, the paper lies on its side.
    """

    font: str = "Laksaman"
    size: float = 15
    margin: int = 22
    indent: int = 25
    justified: bool = False
    cut_rows: bool = True
    landscape: bool = False


def look(chance: random.Random) -> Look:
    """Return a look by chance."""
    return Look(
        chance.choice(FONTS),
        chance.choice((13.5, 14.5, 15, 16)),
        chance.choice((18, 20, 25, 28)),
        chance.choice((10, 15, 20, 25)),
        chance.random() < 0.5,
        chance.random() < 0.6,
        chance.random() < 0.15,
    )


def page(sheet: Sheet, look: Look) -> str:
    """Return the page."""
    side = " landscape" if look.landscape else ""
    align = "justify" if look.justified else "left"
    cut = "auto" if look.cut_rows else "avoid"
    css = f"""@page{{size:A4{side};margin:{look.margin}mm}}
body{{font:{look.size}pt/1.45 {look.font};margin:0}}
h1{{font-size:{look.size + 2}pt;text-align:center;margin:8px 0;font-weight:bold}}
h3{{font-size:{look.size}pt;margin:10px 0 4px;font-weight:bold}}
p{{text-indent:{look.indent}mm;margin:4px 0;text-align:{align}}}
.c{{text-align:center;text-indent:0}} .r{{text-align:right;text-indent:0}}
.cover{{text-align:center;padding-top:40mm;font-size:{look.size + 5}pt;font-weight:bold;
  break-after:page}}
.cover p{{text-indent:0;text-align:center;margin:14px 0}}
.sign{{margin:24px 0 0 50%;text-align:center;break-inside:avoid}}
.next{{break-before:page}} ul{{margin:4px 0;list-style:none;padding-left:12mm}}
table{{border-collapse:collapse;width:100%;font-size:{look.size - 2}pt;line-height:1.3;
  margin:8px 0}}
th,td{{border:1px solid #000;padding:3px 5px;vertical-align:top}} tr{{break-inside:{cut}}}"""
    body = "\n".join(line for piece in sheet.pieces for line in _piece(piece))
    return (
        '<!doctype html><html lang="th"><meta'
        f' charset="utf-8"><style>{css}</style><body>{body}</body></html>'
    )


def _piece(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Table):
        yield from _table(piece)
    elif piece.kind is Kind.PART:
        return
    elif piece.kind is Kind.PAGE:
        yield "<div class=next></div>"
    elif piece.kind is Kind.COVER:
        yield f"<div class=cover>{''.join(f'<p>{_text(line)}</p>' for line in piece.lines)}</div>"
    elif piece.kind is Kind.SIGNATURE:
        yield f"<div class=sign>{'<br>'.join(map(_text, piece.lines))}</div>"
    elif piece.kind is Kind.POINTS:
        yield f"<ul>{''.join(f'<li>- {_text(line)}</li>' for line in piece.lines)}</ul>"
    else:
        yield _block(piece)


def _block(piece: Text) -> str:
    tag = TAGS[piece.kind]
    return f"<{tag}>{_text(piece.text)}</{tag.split()[0]}>"


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _table(table: Table) -> Iterator[str]:
    yield "<table><thead>" if table.heads else "<table><tbody>"
    for number in range(len(table.rows)):
        if number == table.heads and number:
            yield "</thead><tbody>"
        tag = "th" if number < table.heads else "td"
        yield "<tr>" + "".join(_cells(table, number, tag)) + "</tr>"
    yield "</tbody></table>"


def _cells(table: Table, number: int, tag: str) -> Iterator[str]:
    row = table.rows[number]
    for column, text in enumerate(row):
        if text in (LEFT_OF, ABOVE):
            continue
        across, down = 1, 1
        while column + across < len(row) and row[column + across] == LEFT_OF:
            across += 1
        while number + down < len(table.rows) and table.rows[number + down][column] == ABOVE:
            down += 1
        spans = (f" colspan={across}" if across > 1 else "") + (
            f" rowspan={down}" if down > 1 else ""
        )
        yield f"<{tag}{spans}>{_text(text)}</{tag}>"
