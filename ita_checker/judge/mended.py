"""What was read from pictures, read again by what is known, and the way back: findings are quoted
as the pages were read.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from ita_checker.model import Document, Line, Page, Source, Span
from ita_checker.text.mending import mended


@dataclass(frozen=True, slots=True)
class Reading:
    """A document to be judged, `likeliest`, and as it was read; `origins` of each letter of the
    one: its offset in the other.
    """

    likeliest: Document
    read: Document
    origins: array[int]

    def as_read(self, span: Span) -> Span:
        """Return the piece of the document as read that a piece of the likeliest one stands for."""
        if not self.origins:
            return span
        if span.start >= span.end:
            at = self.origins[span.start]
            return self.read.span(at, at)
        return self.read.span(self.origins[span.start], self.origins[span.end - 1] + 1)


def reading(document: Document) -> Reading:
    """Return the document with the pages that were read from pictures mended; any other as
    it is.
    """
    if not document.scanned:
        return Reading(document, document, array("L"))
    origins, offset, pages = array("L"), 0, list[Page]()
    for page in document.pages:
        lines = list[Line]()
        for line in page.lines:
            own, letters = (
                _mended(line) if page.source is Source.OCR else (line, range(len(line.text)))
            )
            lines.append(own)
            origins.extend(offset + index for index in letters)
            origins.extend(
                range(offset + len(line.text), offset + len(line.text) + len(line.after))
            )
            offset += len(line.text) + len(line.after)
        origins.append(offset)
        offset += 1
        pages.append(replace(page, lines=tuple(lines)))
    return Reading(replace(document, pages=tuple(pages)), document, origins)


def _mended(line: Line) -> tuple[Line, tuple[int, ...]]:
    """Return the line mended, and the index as read of each of its letters."""
    found = mended(line.text, line.doubtful)
    if found.text == line.text:
        return line, found.origins
    edges = array(
        "f", [edge for index in found.origins for edge in line.edges[2 * index : 2 * index + 2]]
    )
    unsure = {one.index: one for one in line.doubtful}
    doubtful = tuple(
        replace(unsure[index], index=at)
        for at, index in enumerate(found.origins)
        if index in unsure
    )
    return replace(line, text=found.text, edges=edges, doubtful=doubtful), found.origins
