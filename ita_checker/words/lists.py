"""The lists of words by name, as the files of this folder and the vocabulary in force have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.words.in_force import in_force, kept, of_words


class Lists(Mapping[str, tuple[str, ...]]):
    """The lists of words below a name, by their keys: read each time they are asked for, so that
    they may be held for good whatever vocabulary is in force later.
    """

    __slots__ = ("_read", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._read = of_words(lambda: _below(name))

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _below(name: str) -> dict[str, tuple[str, ...]]:
    found = _found(name)
    if not isinstance(found, dict):
        raise _unknown(name)
    return {
        str(key): (words,) if isinstance(words, str) else tuple(words)
        for key, words in found.items()
    }


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a meaning, in their order; UsageError where the vocabulary has none."""
    found = entry(name)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise _unknown(name)
    return tuple(found)


def word_of(name: str) -> str:
    """Return the one word of a meaning: what we call a thing, or what is put before a name. No pack
    can add to it.
    """
    found = entry(name)
    if not isinstance(found, str):
        raise _unknown(name)
    return found


def words_below(name: str) -> tuple[str, ...]:
    """Return the words of all lists below a name."""
    return tuple(word for words in entry(name).values() for word in words)


def names_of(name: str) -> dict[str, str]:
    """Return what we call each of the things below a name. No pack can add to them."""
    return {key: word_of(f"{name}.{key}") for key in entry(name)}


def lists_of(name: str) -> Lists:
    """Return the lists of words below a name, by their keys, in their order."""
    return Lists(name)


def entry(name: str) -> Any:
    """Return whatever stands under a dotted name: a list, or keys with lists below them."""
    return _found(name)


def _found(name: str) -> Any:
    subject, *keys = name.split(".")
    found: Any = _subject(subject)
    for key in keys:
        if not isinstance(found, dict) or key not in found:
            raise _unknown(name)
        found = found[key]
    return found


def names() -> Set[str]:
    """Return the names of all lists of words: what a pack may add to."""
    return _all_lists().keys()


def list_of(name: str) -> tuple[str, ...]:
    """Return the words of a list by one of the `names`, as the files have them."""
    return _all_lists()[name]


@cache
def _all_lists() -> dict[str, tuple[str, ...]]:
    subjects = sorted(
        path.name.removesuffix(".yaml")
        for path in files(__package__).iterdir()
        if path.name.endswith(".yaml")
    )
    return {
        name: words for subject in subjects for name, words in _lists(_as_written(subject), subject)
    }


@kept(maxsize=None)
def _subject(subject: str) -> Any:
    """Return all that stands in a file, with what the vocabulary in force adds to its lists."""
    added = {
        name: words
        for name, words in in_force().items()
        if name.split(".")[0] == subject and name in names()
    }
    written = _as_written(subject)
    return _more(written, subject, added) if added else written


@cache
def _as_written(subject: str) -> Any:
    path = files(__package__).joinpath(f"{subject}.yaml")
    if not path.is_file():
        raise _unknown(subject)
    return _keyed(yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER))


def _keyed(found: Any) -> Any:
    """Return a part of a file with text for every key: months are listed by number."""
    if isinstance(found, dict):
        return {str(key): _keyed(inner) for key, inner in found.items()}
    return [_keyed(inner) for inner in found] if isinstance(found, list) else found


def _lists(found: Any, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the lists of words in a part of a file with their names. A list of records has each
    under the record's own name: offices.kinds.โรงเรียน.short.
    """
    if isinstance(found, dict):
        for key, inner in found.items():
            yield from _lists(inner, f"{name}.{key}")
    elif _of_records(found):
        for record in found:
            yield from _lists(record, f"{name}.{record['name']}")
    elif isinstance(found, list):
        yield name, tuple(found)


def _more(found: Any, name: str, added: Mapping[str, tuple[str, ...]]) -> Any:
    """Return a part of a file with the words added that are not in its lists yet, after them."""
    if isinstance(found, dict):
        return {key: _more(inner, f"{name}.{key}", added) for key, inner in found.items()}
    if _of_records(found):
        return [_more(record, f"{name}.{record['name']}", added) for record in found]
    if isinstance(found, list):
        return list(dict.fromkeys((*found, *added.get(name, ()))))
    return found


def _of_records(found: Any) -> bool:
    return isinstance(found, list) and any(isinstance(one, dict) for one in found)


def _unknown(name: str) -> UsageError:
    return UsageError(Words(f"ไม่มีคำศัพท์ชุด {name}", f"the vocabulary has no {name}"))


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
