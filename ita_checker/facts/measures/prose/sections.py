"""What a section of a report tells of, by its heading: plan, results, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.measures.naming.labels import CONTENTS, section_mode, unmarked
from ita_checker.facts.measures.prose.begun import LONGEST_NAME, Told
from ita_checker.facts.measures.prose.labelled import line_text
from ita_checker.facts.measures.prose.levels import next_part
from ita_checker.facts.page import flow
from ita_checker.facts.tables import Prose
from ita_checker.model import Facts


def section(text: str) -> str | None:
    """Return the mode a section's heading turns to ('' for none of ours), None where the line is
    no such heading.
    """
    bare = unmarked(text)
    mode = section_mode(bare) if len(bare) <= LONGEST_NAME else None
    return None if mode is None or CONTENTS.search(bare) else mode


def next_mode(
    facts: Facts, lines: Sequence[Prose], index: int, found: Sequence[Told]
) -> str | None:
    """Return the mode that the paper's next part turns to, by its heading or what stands behind its
    count; None where a line opens no such part or says nothing of ours.
    """
    part = next_part(flow(facts), lines[index], lines[:index], [one.name[0] for one in found])
    said = line_text(facts, lines[index])
    return (section(said) or section(said[part:])) if part else None
