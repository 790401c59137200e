"""Reports as declared: what they are, what is right about them, and their pieces one after another.

A text is a YAML file, `texts/AUTHOR/NAME.yaml`:

    style: form                       # how its author lays it out, in a word
    submitted_for: {fiscal_year: 2565, scheme: nacc, item: O43}
    organisation: องค์การบริหารส่วนตำบล…
    district: …
    province: …
    expected: [{code: RND003, quote: รอบ 12 เดือน, also: []}]
    fair: [{code: TXT003}]
    forbidden: [{code: ORG002}]
    why: …
    pieces:
      - cover: [line, line]           # a page of its own
      - title: centred and large      # a line break inside a text is one on the page
      - heading: at the margin, bold
      - text: a paragraph
      - centre: …                     # also: right
      - points: [one, two]
      - table:
          role: plan                  # or results, or scores; may be left out
          columns: [number, measure, steps, responsible, monitoring]
          heads: 1                    # rows of headings
          rows: [[…, …], [<, ^]]      # `<` is one with its left neighbour, `^` with the one above
      - signature: [line, line]
      - page: next
      - part: analysis                # not printed: what follows, up to the next part, is that part
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from lab.truth import Mark, Mistake, Truth, from_json, to_json

LEFT_OF, ABOVE = "<", "^"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, for hundreds of files


class Kind(StrEnum):
    """What a piece of text is on the page."""

    COVER = "cover"
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    CENTRE = "centre"
    RIGHT = "right"
    POINTS = "points"
    SIGNATURE = "signature"
    PAGE = "page"
    PART = "part"  # nothing on the page: what follows is the part of that name


MANY = (Kind.COVER, Kind.POINTS, Kind.SIGNATURE)  # those of several lines


@dataclass(frozen=True, slots=True)
class Text:
    """A piece that is no table: its lines (one, save for covers, points, signatures)."""

    kind: Kind
    lines: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return its lines as one."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of cells; `heads` of its rows are headings. `role` and `columns` say what
    it holds, where that is declared.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: int = 1
    role: str = ""
    columns: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows below the headings."""
        return self.rows[self.heads :]

    def column(self, *names: str) -> int | None:
        """Return the first column that holds one of these, None where none is declared."""
        return next((at for at, name in enumerate(self.columns) if name in names), None)

    def put(self, row: int, column: int, text: str) -> Table:
        """Return the table with one cell of its body changed."""
        rows = [list(cells) for cells in self.rows]
        rows[self.heads + row][column] = text
        return replace(self, rows=tuple(map(tuple, rows)))

    def without(self, row: int) -> Table:
        """Return the table without one row of its body."""
        at = self.heads + row
        return replace(self, rows=(*self.rows[:at], *self.rows[at + 1 :]))


Piece = Text | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report as declared."""

    author: str
    name: str
    style: str
    truth: Truth
    pieces: tuple[Piece, ...]
    producer: str = "chromium"
    page: Path | None = None  # where the text was written as HTML: that page

    @property
    def text(self) -> str:
        """Return all its text, cells included."""
        return "\n".join(texts(self.pieces))

    def mapped(self, change: Callable[[str], str]) -> Sheet:
        """Return the report with every text (quotes of its truth and its facts too) changed."""
        return replace(
            self,
            truth=_truth(self.truth, change),
            pieces=tuple(_mapped(piece, change) for piece in self.pieces),
        )

    def put(self, at: int, *pieces: Piece) -> Sheet:
        """Return the report with one piece given up for others."""
        return replace(self, pieces=(*self.pieces[:at], *pieces, *self.pieces[at + 1 :]))

    def planted(self, *mistakes: Mistake, fair: tuple[Mark, ...] = ()) -> Sheet:
        """Return the report with its truth knowing of further mistakes."""
        return replace(self, truth=self.truth.with_mistakes(*mistakes, fair=fair))

    def tables(self, role: str = "") -> Iterator[tuple[int, Table]]:
        """Yield the tables (of a role), each with its place among the pieces."""
        for at, piece in enumerate(self.pieces):
            if isinstance(piece, Table) and role in ("", piece.role):
                yield at, piece


def part(sheet: Sheet, name: str) -> range | None:
    """Return where a declared part stands among the pieces (its mark and what belongs to it)."""
    marks = [
        at
        for at, piece in enumerate(sheet.pieces)
        if isinstance(piece, Text) and piece.kind is Kind.PART
    ]
    ends = [*marks[1:], len(sheet.pieces)]
    for at, after in zip(marks, ends, strict=False):
        if sheet.pieces[at] == Text(Kind.PART, (name,)):
            return range(at, after)
    return None


def texts(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield every text of the pieces in order; joined cells once."""
    for piece in pieces:
        if isinstance(piece, Text):
            yield from piece.lines if piece.kind is not Kind.PART else ()
        else:
            yield from (cell for row in piece.rows for cell in row if cell not in (LEFT_OF, ABOVE))


def _mapped(piece: Piece, change: Callable[[str], str]) -> Piece:
    if isinstance(piece, Text):
        marks = piece.kind is Kind.PART
        return piece if marks else replace(piece, lines=tuple(map(change, piece.lines)))
    rows = tuple(
        tuple(cell if cell in (LEFT_OF, ABOVE) else change(cell) for cell in row)
        for row in piece.rows
    )
    return replace(piece, rows=rows)


def _truth(truth: Truth, change: Callable[[str], str]) -> Truth:
    return replace(
        truth,
        organisation=change(truth.organisation),
        district=change(truth.district),
        province=change(truth.province),
        expected=tuple(replace(one, quote=change(one.quote)) for one in truth.expected),
        fair=tuple(replace(one, quote=change(one.quote)) for one in truth.fair),
        forbidden=tuple(replace(one, quote=change(one.quote)) for one in truth.forbidden),
    )


def load(path: Path) -> Sheet:
    """Return the report a YAML file declares; ValueError names the file and what is wrong."""
    data = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    try:
        return Sheet(
            path.parent.name,
            path.stem,
            data.get("style") or "",
            from_json(data),
            tuple(_piece(one) for one in data["pieces"]),
            data.get("producer") or "chromium",
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{path}: {error!r}") from error


def _piece(data: Mapping[str, Any]) -> Piece:
    ((key, value),) = data.items()
    if key != "table":
        many = value if isinstance(value, list) else [value]
        return Text(Kind(key), () if key == Kind.PAGE else tuple(map(str, many)))
    rows = tuple(tuple(str("" if cell is None else cell) for cell in row) for row in value["rows"])
    if len({len(row) for row in rows}) > 1:
        raise ValueError(f"rows of unlike length below {rows[0]}")
    columns = tuple(value.get("columns") or ())
    if columns and len(columns) != len(rows[0]):
        raise ValueError(f"{len(columns)} columns are declared for {rows[0]}")
    return Table(rows, value.get("heads", 1), value.get("role") or "", columns)


def dump(sheet: Sheet, path: Path) -> None:
    """Write a report's YAML file."""
    data = {
        "style": sheet.style,
        "producer": sheet.producer,
        **to_json(sheet.truth),
        "pieces": [_written(piece) for piece in sheet.pieces],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=98)
    path.write_text(text, encoding="utf-8")


def _written(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, Text):
        if piece.kind is Kind.PAGE:
            return {"page": "next"}
        return {piece.kind.value: list(piece.lines) if piece.kind in MANY else piece.text}
    table: dict[str, Any] = {}
    if piece.role:
        table["role"] = piece.role
    if piece.columns:
        table["columns"] = list(piece.columns)
    return {"table": {**table, "heads": piece.heads, "rows": [list(row) for row in piece.rows]}}
