"""The lists of the vocabulary as a person looks for one to add words to."""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Words
from ita_checker.text.flow import fold
from ita_checker.words import list_of, names

FEW = 12  # words shown of each of many lists


def listed(sought: str | None, lang: str) -> str:
    """Return the lists by name, each with its words: those of a subject or name, else those that
    hold a word; without either all lists, each with its first words.
    """
    if sought is None:
        return "".join(_line(name, FEW, lang) for name in sorted(names()))
    found = sorted(_found(sought))
    if not found:
        raise UsageError(
            Words(f"ไม่มีคำหรือชุดคำ “{sought}”", f'no list is named "{sought}" or holds such a word'),
            remedy=did_you_mean(sought, sorted(names() | {name.split(".")[0] for name in names()})),
        )
    return "".join(_line(name, None, lang) for name in found)


def _found(sought: str) -> Iterator[str]:
    named = [name for name in names() if f"{name}.".startswith(f"{sought}.")]
    word = fold(sought)
    yield from named or (
        name for name in names() if word and any(word in fold(one) for one in list_of(name))
    )


def _line(name: str, most: int | None, lang: str) -> str:
    words = list_of(name)
    left = len(words) - len(words[:most])
    more = {"th": f" (และอีก {left} คำ)", "en": f" (and {left} more)"}[lang] if left else ""
    return f"{name}: {', '.join(words[:most])}{more}\n"
