"""What is mended before scans are judged leaves alone what was read right: of the lines of the
texts as their authors wrote them, hardly any is changed.
"""

from __future__ import annotations

from ita_checker.text.mending import mended
from lab.papers import paper
from lab.texts import texts

EVERY, FEW = 32, 0.001  # one text in so many; share of lines


def test_lines_that_were_read_right_are_not_mended() -> None:
    lines = {
        line.text
        for sheet in list(texts())[::EVERY]
        for page in paper(sheet).pages
        for line in page.lines
    }
    changed = {line: mended(line, ()).text for line in lines}
    assert len(lines) > 2000
    assert sum(new != line for line, new in changed.items()) < FEW * len(lines)
