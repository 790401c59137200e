"""The kinds of check as rule files see them: their names, what each asks, what it needs to know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from ita_checker import parts
from ita_checker.rulebook.mistakes import keys


@dataclass(frozen=True, slots=True)
class Nothing:
    """The parameters of a kind of check that has none."""


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of check: its question, its codes, and the keys that stand under `with:` in
    a rule.
    """

    name: str
    asks: str
    codes: tuple[str, ...]
    params: Any
    told: Mapping[str, str]

    def question(self, lang: str) -> str:
        """Return what it asks, in a language; English where nobody put it into Thai yet."""
        said: str = _thai().get(self.name, {}).get("asks", self.asks) if lang == "th" else self.asks
        return said

    def meaning(self, key: str, lang: str) -> str:
        """Return what a key under `with:` stands for."""
        keys = _thai().get(self.name, {}).get("with", {}) if lang == "th" else {}
        said: str = keys.get(key, self.told.get(key, ""))
        return said

    @property
    def keys(self) -> Mapping[str, tuple[Any, bool]]:
        """Return the keys under `with:`: what each is, and whether it must be there."""
        return keys(self.params)


@cache
def _thai() -> Mapping[str, Any]:
    """Return the kinds of check in Thai: what each asks, and its keys."""
    text = files("ita_checker.rulebook").joinpath("kinds.yaml").read_text(encoding="utf-8")
    said: Mapping[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return said


def names() -> tuple[str, ...]:
    """Return the names of the kinds of check, sorted."""
    return parts.names("checks")


@cache
def kind(name: str) -> Check:
    """Return a kind of check; KeyError if there is none of that name."""
    module = parts.load("checks", name)
    asks = " ".join((module.__doc__ or name).strip().split("\n\n")[0].split())
    params = getattr(module, "Params", Nothing)
    return Check(name, asks, getattr(module, "CODES", ()), params, _told(params))


def codes_of(name: str) -> tuple[str, ...]:
    """Return the codes that a kind of check can say; none if there is no such kind."""
    return kind(name).codes if name in names() else ()


def build(name: str, given: Mapping[str, Any]) -> Any:
    """Return the Params of a kind of check; what is given has been looked through for mistakes
    before.
    """
    return msgspec.convert(dict(given), kind(name).params)


def _told(params: Any) -> Mapping[str, str]:
    """Return what a Params docstring says of each of its keys ("months: the rounds …", also
    "`months` …").
    """
    text = " ".join((params.__doc__ or "").split())
    known = list(keys(params))
    if not known:
        return {}
    heads = list(re.finditer(rf"(?:^|(?<=[;.] )|`)({'|'.join(known)})`?:\s*", text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {
        head[1]: text[head.end() : end].strip(" ;,.") for head, end in zip(heads, ends, strict=True)
    }
