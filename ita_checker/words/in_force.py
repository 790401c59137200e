"""Whose words are in force: those of the files alone, or with what the pack adds whose rules are
put to a document. What is made of words is made once for each vocabulary and never mixed: not
between the packs of one process, nor between its threads.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, cast
from weakref import WeakSet

Made = TypeVar("Made")
Asked = ParamSpec("Asked")
Added = tuple[tuple[str, tuple[str, ...]], ...]  # names of lists, and what is added to each
VOCABULARIES = 16  # of packs of one's own, kept ready at a time


class Vocabulary:
    """The words that a pack adds, by list, and all that was made of words while it was in force."""

    def __init__(self, added: Added) -> None:
        self.added = dict(added)
        self._made: dict[Hashable, Any] = {}

    def made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` returns under this vocabulary, asked once."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made


# What is to be done before any pack's words are in force, and whether they have been.
_WAITING: list[Callable[[], None]] = []
_ADDED: list[bool] = []
_UNMADE: WeakSet[OfWords[Any]] = WeakSet()
IN_FORCE: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def in_force() -> Mapping[str, tuple[str, ...]]:
    """Return what is added to the files' words at present, by the lists' names."""
    vocabulary = IN_FORCE.get()
    return vocabulary.added if vocabulary else {}


@contextmanager
def speaking(added: Mapping[str, tuple[str, ...]]) -> Iterator[None]:
    """Let words be added to lists, by the lists' names, until the block ends; nothing added: the
    files' own words alone.
    """
    vocabulary = _vocabulary(tuple(sorted(added.items()))) if added else None
    before = IN_FORCE.set(vocabulary)
    try:
        yield
    finally:
        IN_FORCE.reset(before)


def before_any(call: Callable[[], None]) -> None:
    """Call once before the first words of a pack are in force in this process, now if they have
    been: until then nobody needs to ask whose words are.
    """
    _WAITING.append(call)
    if _ADDED:
        call()


@lru_cache(maxsize=VOCABULARIES)
def _vocabulary(added: Added) -> Vocabulary:
    _ADDED.append(True)
    while _WAITING:
        _WAITING.pop()()
    return Vocabulary(added)


class OfWords(Generic[Made]):
    """What is made of words, for each vocabulary once, when it is first asked for: a command that
    judges nothing makes nothing, what every worker needs is made before they are (`make_all`).
    """

    __slots__ = ("__weakref__", "_make", "_usual")
    _usual: Made

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        _UNMADE.add(self)

    @property
    def usual(self) -> Made:
        """Return what the files' own words make of it."""
        if self in _UNMADE:
            with speaking({}):
                self._usual = self._make()
            _UNMADE.discard(self)
            self.ready()
        return self._usual

    def ready(self) -> None:
        """Do what is to be done once the usual is made."""

    def __call__(self) -> Made:
        """Return what the vocabulary in force makes of it."""
        vocabulary = IN_FORCE.get()
        if vocabulary is not None:
            return vocabulary.made(self, self._make)
        try:
            return self._usual
        except AttributeError:
            return self.usual


def make_all() -> None:
    """Make of the files' own words whatever modules imported by now will ask for."""
    for one in list(_UNMADE):
        _ = one.usual


def of_words(make: Callable[[], Made]) -> OfWords[Made]:
    """Return what is made of words, to be called for what the vocabulary in force makes of it."""
    return OfWords(make)


class Kept(Generic[Asked, Made]):
    """The latest answers of a function that reads words, of each vocabulary apart. As long as no
    pack of this process has added a word, what keeps those of the files' own is called itself.
    """

    __slots__ = ("__call__", "__dict__")
    __call__: Callable[Asked, Made]

    def __init__(self, function: Callable[Asked, Made], maxsize: int | None) -> None:
        def keep() -> Callable[Asked, Made]:
            return cast("Callable[Asked, Made]", lru_cache(maxsize=maxsize)(function))

        usual = keep()

        def ask(*args: Asked.args, **named: Asked.kwargs) -> Made:
            vocabulary = IN_FORCE.get()
            return (vocabulary.made(self, keep) if vocabulary else usual)(*args, **named)

        update_wrapper(self, function)
        self.__call__ = usual
        before_any(lambda: setattr(self, "__call__", ask))


def kept(maxsize: int | None) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keep the latest answers of a function that reads words, of each vocabulary apart."""
    return lambda function: Kept(function, maxsize)
