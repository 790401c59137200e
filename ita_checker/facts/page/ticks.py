"""Boxes to tick, as fonts draw them, and what stands behind one that was not chosen."""

from __future__ import annotations

import re

# Wingdings and Wingdings 2 keep their boxes in the private use area: F0FE F0FD F0FC and F052 F053
# F054 F050 are ticked.
TICKED = "☑☒✓✔■●◉🗹√⊠▣⬛◼✅\uf0fe\uf0fd\uf0fc\uf052\uf053\uf054\uf050"
EMPTY = "☐□▢◻⬜❑❒\uf0a8\uf06f\uf0a3\uf071\uf072"
BOX = re.compile(f"[{TICKED}{EMPTY}]")


def not_chosen(before: str, after: str) -> bool:
    """Tell whether the last box before a place is empty and another one near it is ticked: what
    stands behind ("☑ อนุมัติ ☐ ไม่อนุมัติ เพราะ ……") was not chosen, and is not to be filled in.
    """
    boxes = BOX.findall(before)
    chosen = any(one in TICKED for one in boxes + BOX.findall(after))
    return bool(boxes) and boxes[-1] in EMPTY and chosen
