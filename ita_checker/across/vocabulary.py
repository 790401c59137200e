"""In whose words reports are laid side by side: in those of their pack, where they have it in
common, else in the files' own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ita_checker.model import Pack, Sketch


def vocabulary_of(
    sketches: Iterable[Sketch], packs: Mapping[str, Pack]
) -> Mapping[str, tuple[str, ...]]:
    """Return the words that the packs of some reports add, where all add the same."""
    added = [
        pack.vocabulary if (pack := packs.get(sketch.pack or "")) else {} for sketch in sketches
    ]
    return added[0] if added and all(one == added[0] for one in added) else {}
