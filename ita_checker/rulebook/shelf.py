"""Finds the rule files and lays each pack over the one it extends."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook import marked
from ita_checker.rulebook.marked import Map, Row
from ita_checker.rulebook.mistakes import mistake
from ita_checker.rulebook.renumbered import renumbered
from ita_checker.rulebook.unshelved import no_rules, twice

EXAMPLES = "examples"  # packs shown to people, not used unless asked for


@dataclass(frozen=True)
class Draft:
    """A pack as its file and those it extends say it. `chain`: the names it extends, the nearest
    first.
    """

    name: str
    said: Map
    own: Map
    inherited: Map
    built_in: bool
    sha256: str
    path: Path
    chain: tuple[str, ...] = ()

    def said_of_items(self) -> Map:
        """Return what the pack says of its list of items alone."""
        made = Map(self.said.where)
        for key in ("items", "pages", "unread"):
            if key in self.said:
                made.put(key, self.said[key], self.said.lines[key])
        return made


@dataclass(frozen=True)
class Found:
    """A rule file as read."""

    said: Map
    sha256: str
    built_in: bool
    path: Path


def home() -> Path:
    """Return the folder of the packs that come with the tool, installed or in the source tree."""
    package = Path(__file__).parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


@cache
def _built_in() -> tuple[tuple[Path, Map, str], ...]:
    found: list[tuple[Path, Map, str]] = []
    for path in sorted(home().rglob("*.yaml")):
        inner = path.relative_to(home())
        if inner.parts[0] != EXAMPLES:
            found.append((path, *_read(path, f"rules/{inner.as_posix()}")))
    return tuple(found)


def forget() -> None:
    """Read the built-in rule files anew from now on."""
    _built_in.cache_clear()
    _laid_built_in.cache_clear()


@cache
def _laid_built_in() -> Mapping[str, Draft]:
    """Return the built-in packs: no file of one's own changes one of them. None where one of them
    is wrong.
    """
    made: dict[str, Draft] = {}
    with suppress(RuleError):
        known = _named(_files((), []), [])
        return {name: _laid(name, known, made, ()) for name in known}
    return {}


def _read(path: Path, name: str) -> tuple[Map, str]:
    said = marked.read(path, name)
    return said, hashlib.sha256(path.read_bytes()).hexdigest()


def drafts(dirs: Sequence[Path]) -> tuple[list[Draft], list[RuleError]]:
    """Return every pack, built-in ones first, and the mistakes that keep others from being one."""
    wrong: list[RuleError] = []
    known = _named(_files(dirs, wrong), wrong)
    made = dict(_laid_built_in())
    for name in known:
        try:
            _laid(name, known, made, ())
        except RuleError as error:
            wrong.append(error)
    return [made[name] for name in known if name in made], wrong


def _named(files: Iterable[Found], wrong: list[RuleError]) -> dict[str, Found]:
    """Return the files by the name of their pack, the first of a name."""
    known: dict[str, Found] = {}
    for found in files:
        said = found.said
        name = said.get("pack")
        if not isinstance(name, str) or not name:
            wrong.append(
                mistake(
                    said.where,
                    "ขาดชื่อชุดกฎ",
                    "the pack has no name",
                    Words("เพิ่ม pack: ชื่อ", "add pack: name"),
                )
            )
        elif name in known:
            wrong.append(twice(said, known[name].said))
        else:
            known[name] = found
    return known


def _files(dirs: Sequence[Path], wrong: list[RuleError]) -> Iterator[Found]:
    for path, said, digest in _built_in():
        yield Found(said, digest, True, path)
    own = home().resolve()
    for folder in dirs:
        paths = (
            sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")])
            if folder.is_dir()
            else [folder]
        )
        if not folder.exists() or not paths:
            wrong.append(no_rules(folder))
            continue
        for path in paths:
            inner = path.resolve()
            if inner.is_relative_to(own) and inner.relative_to(own).parts[0] != EXAMPLES:
                continue  # a built-in pack, read already
            try:
                yield Found(*_read(path, str(path)), False, path)
            except RuleError as error:
                wrong.append(error)


def _laid(
    name: str, known: Mapping[str, Found], made: dict[str, Draft], above: tuple[str, ...]
) -> Draft:
    """Return a pack laid over those it extends."""
    if name in made:
        return made[name]
    found = known[name]
    own, digest = found.said, found.sha256
    parent = own.get("extends")
    if parent is None:
        made[name] = Draft(name, own, own, Map(own.where), found.built_in, digest, found.path)
        return made[name]
    _extendable(own, known, (*above, name))
    base = _laid(parent, known, made, (*above, name))
    taken = _inherited(base, own)
    other = _listed_by(own, known, made, (*above, name))
    if other:
        taken = marked.over(taken, other.said_of_items())
    inherited = renumbered(taken, own)
    said = marked.over(inherited, own)
    _add_examples(said, inherited, own)
    _add_vocabulary(said, inherited, own)
    _source_items(said, own)
    behind = f"{base.sha256} {digest}{f' {other.sha256}' if other else ''}"
    digest = hashlib.sha256(behind.encode()).hexdigest()
    made[name] = Draft(
        name, said, own, inherited, found.built_in, digest, found.path, (parent, *base.chain)
    )
    return made[name]


def _extendable(own: Map, known: Mapping[str, Found], above: tuple[str, ...]) -> None:
    """Raise a RuleError where what a pack extends is none, or stands above itself."""
    parent, where = own["extends"], own.lines["extends"]
    if not isinstance(parent, str) or parent not in known:
        raise mistake(
            where,
            f"ไม่มีชุดกฎ “{parent}”",
            f'there is no pack "{parent}"',
            did_you_mean(parent, known),
        )
    if parent in above:
        loop = " → ".join((*above, parent))
        raise mistake(
            where,
            f"extends วนกลับมาที่เดิม ({loop})",
            f"extends goes round in a circle ({loop})",
            Words("ตัดวงจรออก", "break it"),
        )


def _inherited(base: Draft, own: Map) -> Map:
    """Return what a pack takes over: all but the base's key and title, and the examples that speak
    of the base's year.
    """
    made = Map(own.where)
    yearly = {"closes", "verified"} if "fiscal_year" in own else set()
    for key, value in base.said.items():
        if key == "examples":
            made.put(key, _of_every_year(value), base.said.lines[key])
        elif (
            key not in {"title", "pack", "extends", "source", "list", "items_of", "filed"} | yearly
        ):
            made.put(key, value, base.said.lines[key])
    return made


def of_every_year(example: object) -> bool:
    """Tell whether a whole report writes its years as {N}, so that packs of other years take it
    over.
    """
    text = example.get("report") if isinstance(example, Map) else None
    return isinstance(text, str) and "{" in text


def _of_every_year(examples: object) -> Row:
    made = Row(examples.where if isinstance(examples, Row) else "")
    if isinstance(examples, Row):
        for example, line in zip(examples, examples.lines, strict=True):
            if of_every_year(example):
                made.append(example)
                made.lines.append(line)
    return made


def _add_examples(said: Map, inherited: Map, own: Map) -> None:
    """Let a pack's own whole reports stand after those it takes over."""
    before, after = inherited.get("examples"), own.get("examples")
    if not isinstance(before, Row) or not isinstance(after, Row):
        return
    both = Row(after.where)
    both.extend([*before, *after])
    both.lines.extend([*before.lines, *after.lines])
    said.put("examples", both, own.lines["examples"])


def _add_vocabulary(said: Map, inherited: Map, own: Map) -> None:
    """Let the words that a pack adds to a list stand after those that it takes over."""
    before, after = inherited.get("vocabulary"), own.get("vocabulary")
    if not isinstance(before, Map) or not isinstance(after, Map):
        return
    for name, words in after.items():
        taken = before.get(name)
        if isinstance(words, Row) and isinstance(taken, Row):
            both = Row(words.where)
            both.extend([*taken, *words])
            both.lines.extend([*taken.lines, *words.lines])
            said["vocabulary"].put(name, both, after.lines[name])


def _source_items(said: Map, own: Map) -> None:
    """Let `list:` speak for every item that the file itself gives no source of its own."""
    items, listed, mine = said.get("items"), own.get("list"), own.get("items")
    if not isinstance(items, Map) or not isinstance(listed, Map):
        return
    made = Map(items.where)
    for code, item in items.items():
        said_here = mine.get(code) if isinstance(mine, Map) else None
        named = isinstance(said_here, Map) and "source" in said_here
        whole = item if named or not isinstance(item, Map) else marked.over(item, listed)
        made.put(code, whole, items.lines[code])
    said.put("items", made, said.lines["items"])


def _listed_by(
    own: Map, known: Mapping[str, Found], made: dict[str, Draft], above: tuple[str, ...]
) -> Draft | None:
    """Return the pack whose list of items this one uses (`items_of:`), None where it has
    its own.
    """
    name = own.get("items_of")
    if name is None:
        return None
    if not isinstance(name, str) or name not in known or name in above:
        raise mistake(
            own.lines["items_of"],
            f"ไม่มีชุดกฎ “{name}”",
            f'there is no pack "{name}"',
            did_you_mean(name, known),
        )
    return _laid(name, known, made, above)
