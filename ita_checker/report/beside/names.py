"""Names of the files we write: such as every system takes, and no two alike."""

from __future__ import annotations

import hashlib
import re

from ita_checker.text.visible import visible

UNFIT = re.compile(r'[\\/:*?"<>|]+')  # in names of files, on one system or another
# Names that Windows keeps for devices, with any suffix.
DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)
MOST_BYTES = 200  # systems take 255, and drafts and numbers come on top
TAIL = 8  # letters of the hash that tells long names apart once they are cut


def plain(text: str, otherwise: str) -> str:
    """Return the text as one part of a path, without suffix; `otherwise` where nothing is left."""
    name = UNFIT.sub(" ", visible(text)).strip(" .") or otherwise
    return short(f"{name}_" if DEVICES.fullmatch(name) else name)


def short(name: str) -> str:
    """Return a name no longer than systems take, its suffix kept; cut, it ends with a hash."""
    if len(name.encode("utf-8", "replace")) <= MOST_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > TAIL:
        stem, dot, suffix = name, "", ""
    tail = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:TAIL]
    room = MOST_BYTES - len(tail) - 1 - len(dot + suffix)
    return stem.encode("utf-8", "replace")[:room].decode(errors="ignore") + f"-{tail}{dot}{suffix}"


def alone(name: str, taken: set[str]) -> str:
    """Return the name, numbered before its suffix where it is taken already; and take it."""
    stem, dot, suffix = name.rpartition(".") if "." in name[-TAIL:] else (name, "", "")
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    taken.add(free.casefold())
    return free
