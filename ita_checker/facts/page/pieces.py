"""What a report is made of: its pieces, each of a kind and in a zone of its page."""

from __future__ import annotations

from ita_checker.model.records import record

HEADING, PARAGRAPH, CELL, CONTENTS = "heading", "paragraph", "cell", "contents"
RUNNING = "running"  # heads and feet that pages repeat, page numbers
COVER, TITLE, BODY, SIGNATURE = "cover", "title", "body", "signature"
SHORT_HEADING = 110  # letters without white space
LARGE = 1.15  # a line this much higher than usual is a heading


@record(frozen=True, slots=True)
class Block:
    """A piece of the report: flow indexes [start, end), what it is, the zone it stands in.

    `size` is its letters' height against the usual (1.0); `cell` is (table of the page, row,
    column).
    """

    start: int
    end: int
    page: int
    kind: str
    zone: str
    size: float = 1.0
    centred: bool = False
    cell: tuple[int, int, int] | None = None
    indented: bool = False

    def seen_as(self, kind: str, zone: str) -> Block:
        """Return the same piece as one of another kind, or in another zone."""
        place, cell = (self.start, self.end, self.page), self.cell
        return Block(*place, kind, zone, self.size, self.centred, cell, self.indented)
