"""The vocabulary by meaning: one YAML file a subject, read by people who do not program.

`words_of("joins.dangling")` returns the words listed under `dangling` in `joins.yaml`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ita_checker.errors import UsageError
from ita_checker.model import Words


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a meaning, in their order; UsageError where the vocabulary has none."""
    found = entry(name)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise _unknown(name)
    return tuple(found)


def lists_of(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of words below a name, by their keys, in their order."""
    found = entry(name)
    if not isinstance(found, dict):
        raise _unknown(name)
    return {str(key): tuple(map(str, words)) for key, words in found.items()}


def entry(name: str) -> Any:
    """Return whatever stands under a dotted name: a list, or keys with lists below them."""
    subject, *keys = name.split(".")
    found: Any = _subject(subject)
    for key in keys:
        if not isinstance(found, dict) or key not in found:
            raise _unknown(name)
        found = found[key]
    return found


@cache
def _subject(subject: str) -> Any:
    path = files(__name__).joinpath(f"{subject}.yaml")
    if not path.is_file():
        raise _unknown(subject)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


def _unknown(name: str) -> UsageError:
    return UsageError(Words(f"ไม่มีคำศัพท์ชุด {name}", f"the vocabulary has no {name}"))


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
