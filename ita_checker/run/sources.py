"""What a result rests on besides its input: our own sources and the libraries they call.

Both go into the keys of the cache, so that a change of code, of word lists, of the model that
reads pictures or of a library is a change of key, and nothing that was kept before answers for it.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent.parent
PACKAGE = HOME.name
KINDS = (".py", ".yaml", ".onnx", ".json")
IMPORT = re.compile(
    rf"^[ \t]*(?:from[ \t]+({PACKAGE}[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)"
    rf"|import[ \t]+({PACKAGE}[\w.]*))",
    re.MULTILINE,
)
NAME = re.compile(r"\w+")
# What decides what is read and said: PDF engines, pictures, the network that reads them, words and
# places.
LIBRARIES = (
    "geothai",
    "numpy",
    "onnxruntime",
    "pdfminer.six",
    "pdfplumber",
    "pikepdf",
    "pillow",
    "pypdfium2",
    "pythainlp",
    "pyyaml",
    "rapidfuzz",
)


@cache
def of_reading() -> str:
    """Return the hash of all that decides how a file is read: the reading room, every module of
    ours that it uses, the files beside them, and the libraries.
    """
    files = [*_tree(HOME / "read"), *_used(_tree(HOME / "read")), HOME / "scan" / "reading.py"]
    return _hash(files)


@cache
def of_all() -> str:
    """Return the hash of all that decides what is said of a file, whatever its rules."""
    return _hash(_tree(HOME))


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\0".encode())
    for path in sorted(set(files)):
        digest.update(f"{path.relative_to(HOME)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _tree(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in KINDS]


def _used(files: Iterable[Path]) -> set[Path]:
    """Return every file of ours that these use, over however many steps: modules, and the data
    that lies in their folders.
    """
    used: set[Path] = set()
    waiting = [path for path in files if path.suffix == ".py"]
    while waiting:
        fresh = set(_imported(waiting.pop())) - used
        used |= fresh
        waiting += fresh
    beside = {path for folder in {path.parent for path in used} for path in folder.iterdir()}
    return used | {path for path in beside if path.suffix in KINDS[1:]}


def _imported(module: Path) -> Iterator[Path]:
    """Yield the files of the modules of ours that a module names."""
    for hit in IMPORT.finditer(module.read_text(encoding="utf-8")):
        start = hit[1] or hit[3]
        yield from _module(start)
        for name in NAME.findall(hit[2] or ""):
            yield from _module(f"{start}.{name}")


def _module(name: str) -> Iterator[Path]:
    place = HOME.joinpath(*name.split(".")[1:])
    front = place / "__init__.py"
    if front.is_file() and place != HOME:  # no folder that another version left with its cache
        yield front
    elif place.with_suffix(".py").is_file():
        yield place.with_suffix(".py")
