"""What the labels on the left of cards in tables mean, where no list knows their words: the same
label card after card stands over values that say what it labels.
"""

from __future__ import annotations

from collections.abc import Mapping

from ita_checker.facts.measures.cards.labels_meant import meant
from ita_checker.facts.tables import Stretch, grids, row_field, said
from ita_checker.model import Facts

COLUMNS = (2, 3)  # of a card
FEWEST = 2  # rows that the same label begins
LONGEST = 40  # letters of a label
NO_ROUNDS = ""  # no label stands for all rounds here


def card_labels(facts: Facts) -> Mapping[str, str]:
    """Return the field that each label of an office's own words means, if it means one."""
    return facts.once(_card_labels)


def _card_labels(facts: Facts) -> Mapping[str, str]:
    values = dict[str, list[list[Stretch]]]()
    for grid in grids(facts):
        if any(grid.columns) or len(grid.columns) not in COLUMNS:
            continue
        for row in grid.rows:
            label = said(facts, row.slots[0].parts)
            beside = [part for slot in row.slots[1:] for part in slot.parts]
            if 0 < len(label) <= LONGEST and beside:
                values.setdefault(label, []).append(beside)
    again = {label: own for label, own in values.items() if len(own) >= FEWEST}
    found = meant(facts, again, NO_ROUNDS)
    return {label: held for label, held in found.items() if held and not row_field(label)}
