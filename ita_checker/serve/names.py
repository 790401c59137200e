"""Names of uploaded files, made such that none can lead anywhere or trouble a file system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
# What Windows keeps for devices, with whatever suffix.
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
LONGEST_PART = 180  # bytes of a name: file systems take 255, of which a number may need some
DEEPEST = 12  # folders within each other
LONGEST_SUFFIX = 8  # letters: .xlsx; what is longer belongs to the name


def safe(name: str) -> str | None:
    """Return a relative path in one form, its parts parted by /; None for one that leads upwards,
    starts at a root or is nested too deep.
    """
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return None
    made = [part for part in map(_part, parts) if part]
    return "/".join(made) if 0 < len(made) <= DEEPEST else None


def _part(part: str) -> str:
    plain = FORBIDDEN.sub("_", unicodedata.normalize("NFC", part)).strip().rstrip(". ")
    plain = plain.encode(errors="replace").decode()
    if DEVICES.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > LONGEST_SUFFIX:
        stem, suffix = plain, ""
    return _short(stem) + (f".{suffix}" if suffix else "")


def _short(text: str) -> str:
    while len(text.encode()) > LONGEST_PART:
        text = text[:-1]
    return text.rstrip(". ") if text else text


def numbered(path: str) -> Iterator[str]:
    """Yield the path, then with a number before its suffix, for where it is taken."""
    yield path
    stem, dot, suffix = path.rpartition(".")
    if not dot or "/" in suffix:
        stem, suffix = path, ""
    number = 2
    while True:
        yield f"{stem} ({number}){dot and '.'}{suffix}" if suffix else f"{path} ({number})"
        number += 1
