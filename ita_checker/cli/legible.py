"""Letters a terminal cannot show: said in those it has, never the end of a command."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys

PLAINER = "ita-checker.plainer"  # how codecs know what is below
# What our own lines hold beside Thai: terminals of windows-874 and older ones lack some of it.
INSTEAD = {
    "✗": "x",
    "✓": "v",
    "·": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "…": "...",
    "→": "->",
    "←": "<-",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "•": "*",
    "\u00a0": " ",
}


def _plainer(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    plain = "".join(INSTEAD.get(letter, "?") for letter in lost)
    return plain.encode(error.encoding, "replace"), error.end


codecs.register_error(PLAINER, _plainer)


def legible() -> None:
    """Have stdout and stderr take every letter: UTF-8 where nobody watches, else a plainer letter
    for what the terminal cannot show. PYTHONIOENCODING and PYTHONUTF8 are obeyed.
    """
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is None:
            continue
        with contextlib.suppress(ValueError, OSError):
            if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
                change(errors=PLAINER)
            else:
                change(encoding="utf-8", errors="replace")
