"""Rule packs without their parameters, known again by the content of their files: a scan with
nothing new parses no YAML.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ita_checker.model import Pack
from ita_checker.run import sources
from ita_checker.run.cache import Cache, key
from ita_checker.run.sources import HOME


def heads(dirs: Sequence[Path], cache: Cache | None) -> tuple[Pack, ...]:
    """Return the packs of the built-in rule files and those of `dirs`, their rules without params;
    RuleError for the first mistake.
    """
    name = (
        key("packs", sources.of_all(), [str(path.resolve()) for path in dirs], _content(dirs))
        if cache
        else ""
    )
    kept = cache.get(name, tuple[Pack, ...]) if cache else None
    if kept is None:
        kept = tuple(_head(pack) for pack in whole(dirs))
        if cache:
            cache.put("packs", [(name, kept)])
    return kept


def whole(dirs: Sequence[Path]) -> tuple[Pack, ...]:
    """Return the packs with all that judging needs; parsed anew only where their files changed."""
    return _parsed(tuple(dirs), _content(dirs))


@lru_cache(maxsize=2)
def _parsed(dirs: tuple[Path, ...], content: str) -> tuple[Pack, ...]:
    from ita_checker.rulebook import load

    return load(dirs)


def home() -> Path:
    """Return the folder of the built-in packs; the rulebook's home(), without the rulebook."""
    installed = HOME / "_rules"
    return installed if installed.is_dir() else HOME.parent / "rules"


def _head(pack: Pack) -> Pack:
    return replace(
        pack,
        rules=tuple(
            replace(rule, params=None, severity=dict(rule.severity)) for rule in pack.rules
        ),
    )


def _content(dirs: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for place in (home(), *dirs):
        for path in _files(place):
            digest.update(f"{path}\0".encode(errors="surrogateescape"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        digest.update(b"\0\0")
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    yield from sorted(path for path in place.rglob("*.y*ml") if path.is_file())
