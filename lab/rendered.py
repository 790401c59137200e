"""Rendered reports and their truth: a folder of PDFs by fiscal year with a truth.json
beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lab.truth import Truth, from_json, to_json

NAME = "truth.json"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One rendered report: its PDF (relative to the folder), who wrote it, as which text, what made
    the PDF, and its truth.
    """

    pdf: str
    author: str
    text: str
    producer: str
    truth: Truth
    style: str = ""  # how its author lays it out, in a word


def write(folder: Path, specimens: Iterable[Specimen]) -> None:
    """Write the truth of a folder of PDFs, sorted by PDF."""
    entries = [
        {
            "pdf": one.pdf,
            "author": one.author,
            "text": one.text,
            "producer": one.producer,
            "style": one.style,
            **to_json(one.truth),
        }
        for one in sorted(specimens, key=lambda one: one.pdf)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")


def read(folder: Path) -> tuple[Specimen, ...]:
    """Return the specimens of a folder."""
    return tuple(
        Specimen(
            one["pdf"],
            one["author"],
            one["text"],
            one["producer"],
            from_json(one),
            one.get("style") or "",
        )
        for one in json.loads((folder / NAME).read_text(encoding="utf-8"))
    )
