"""A page's pieces: the flow of its text, lines, headings, blanks to fill in, official papers."""

from __future__ import annotations

from ita_checker.facts.page.blanks import DATE, ORGANISATION, OTHER, Blank, blanks
from ita_checker.facts.page.blocks import block_at, blocks, cover, headings, pieces_at
from ita_checker.facts.page.edges import Row, Rows, rows
from ita_checker.facts.page.filled import in_a_form
from ita_checker.facts.page.flow import (
    Spans,
    each,
    find,
    flow,
    quote,
    scanned,
    span,
    stands,
    unsure,
    within,
)
from ita_checker.facts.page.folios import folios
from ita_checker.facts.page.lines import Placed, lines
from ita_checker.facts.page.logical import logical
from ita_checker.facts.page.notes import Note, note_at, notes
from ita_checker.facts.page.official import MEMO, Part, parts
from ita_checker.facts.page.opening import opens
from ita_checker.facts.page.pieces import (
    BODY,
    CELL,
    CONTENTS,
    COVER,
    HEADING,
    PARAGRAPH,
    RUNNING,
    SIGNATURE,
    TITLE,
    Block,
)
from ita_checker.facts.page.starts import begins_anew, opens_piece
from ita_checker.facts.page.ticks import EMPTY, TICKED
from ita_checker.facts.page.zones import PERSON

__all__ = [
    "BODY",
    "CELL",
    "CONTENTS",
    "COVER",
    "DATE",
    "EMPTY",
    "HEADING",
    "MEMO",
    "ORGANISATION",
    "OTHER",
    "PARAGRAPH",
    "PERSON",
    "RUNNING",
    "SIGNATURE",
    "TICKED",
    "TITLE",
    "Blank",
    "Block",
    "Note",
    "Part",
    "Placed",
    "Row",
    "Rows",
    "Spans",
    "begins_anew",
    "blanks",
    "block_at",
    "blocks",
    "cover",
    "each",
    "find",
    "flow",
    "folios",
    "headings",
    "in_a_form",
    "lines",
    "logical",
    "note_at",
    "notes",
    "opens",
    "opens_piece",
    "parts",
    "pieces_at",
    "quote",
    "rows",
    "scanned",
    "span",
    "stands",
    "unsure",
    "within",
]
