"""Texts in the form that blind authors deliver: FOLDER/cases/NAME/doc.html beside truth.json."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from lab.truth import Truth, from_json, load

TAG = re.compile(r"<(style|title|script)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """One text written as HTML: its author (the set's name), its own name, what should make the
    PDF of it, and its truth.
    """

    author: str
    name: str
    page: Path
    producer: str
    truth: Truth


def cases(folder: Path, author: str = "") -> tuple[Case, ...]:
    """Return the cases of a folder (or of its `cases`), by name; ValueError names a broken one."""
    inner = folder / "cases" if (folder / "cases").is_dir() else folder
    found = []
    for path in sorted(inner.glob("*/truth.json")):
        try:
            data = load(path)
            truth, producer = from_json(data), data.get("path") or "chromium"
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path}: {error!r}") from error
        page = path.with_name("doc.html")
        if not page.is_file():
            raise ValueError(f"{page} is missing")
        found.append(Case(author or folder.resolve().name, path.parent.name, page, producer, truth))
    return tuple(found)


def words(page: Path) -> str:
    """Return the text of an HTML page without tags."""
    return unescape(TAG.sub(" ", page.read_text(encoding="utf-8")))


def faults(case: Case) -> Iterator[str]:
    """Yield what is wrong with a case's truth: a quote that its text does not hold."""
    text = re.sub(r"\s", "", words(case.page))
    for mistake in case.truth.expected:
        if re.sub(r"\s", "", mistake.quote) not in text:
            yield f"{case.name}: {mistake.code} quotes what is not there: {mistake.quote}"
