"""Finds the rule files and lays each pack over the one it extends."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook import marked
from ita_checker.rulebook.marked import Map
from ita_checker.rulebook.mistakes import mistake

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


def _read(path: Path, name: str) -> tuple[Map, str]:
    said = marked.read(path, name)
    return said, hashlib.sha256(path.read_bytes()).hexdigest()


def drafts(dirs: Sequence[Path]) -> tuple[list[Draft], list[RuleError]]:
    """Return every pack, built-in ones first, and the mistakes that keep others from being one."""
    wrong: list[RuleError] = []
    known: dict[str, Found] = {}
    for found in _files(dirs, wrong):
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
            wrong.append(_twice(said, known[name].said))
        else:
            known[name] = found
    made: dict[str, Draft] = {}
    for name in known:
        try:
            _laid(name, known, made, ())
        except RuleError as error:
            wrong.append(error)
    return [made[name] for name in known if name in made], wrong


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
            wrong.append(_no_rules(folder))
            continue
        for path in paths:
            inner = path.resolve()
            if inner.is_relative_to(own) and inner.relative_to(own).parts[0] != EXAMPLES:
                continue  # a built-in pack, read already
            try:
                yield Found(*_read(path, str(path)), False, path)
            except RuleError as error:
                wrong.append(error)


def _no_rules(folder: Path) -> RuleError:
    what = (
        Words("ไม่พบไฟล์กฎ (.yaml)", "no rule file (.yaml) here")
        if folder.exists()
        else Words("ไม่มีโฟลเดอร์นี้", "no such folder")
    )
    return RuleError(what, str(folder), Words("ตรวจค่าของ --rules", "check what --rules names"))


def _twice(said: Map, other: Map) -> RuleError:
    name = said["pack"]
    return mistake(
        said.lines["pack"],
        f"ชื่อชุดกฎ “{name}” ซ้ำ",
        f'there are two packs named "{name}"',
        Words(
            f"มีแล้วที่ {other.where} ใช้ชื่ออื่น และ extends: {name}",
            f"the other is at {other.where}; take another name and extends: {name}",
        ),
    )


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
    where = own.lines["extends"]
    if not isinstance(parent, str) or parent not in known:
        raise mistake(
            where,
            f"ไม่มีชุดกฎ “{parent}”",
            f'there is no pack "{parent}"',
            did_you_mean(parent, known),
        )
    if parent in (*above, name):
        loop = " → ".join((*above, name, parent))
        raise mistake(
            where,
            f"extends วนกลับมาที่เดิม ({loop})",
            f"extends goes round in a circle ({loop})",
            Words("ตัดวงจรออก", "break it"),
        )
    base = _laid(parent, known, made, (*above, name))
    inherited = _renumbered(_inherited(base, own), own)
    said = marked.over(inherited, own)
    digest = hashlib.sha256(f"{base.sha256} {digest}".encode()).hexdigest()
    made[name] = Draft(
        name, said, own, inherited, found.built_in, digest, found.path, (parent, *base.chain)
    )
    return made[name]


def _inherited(base: Draft, own: Map) -> Map:
    """Return what a pack takes over: all but the base's own examples, key and title, which speak
    of the base's year.
    """
    made = Map(own.where)
    yearly = {"closes", "verified"} if "fiscal_year" in own else set()
    for key, value in base.said.items():
        if key not in {"examples", "title", "pack", "extends", "source"} | yearly:
            made.put(key, value, base.said.lines[key])
    return made


def _renumbered(inherited: Map, own: Map) -> Map:
    """Return what is taken over with the items under their new numbers (`was: O25`); RuleError for
    a number that was none.
    """
    items, renewed = inherited.get("items"), own.get("items")
    if not isinstance(renewed, Map):
        return inherited
    old = items if isinstance(items, Map) else Map(own.where)
    moved = {
        code: said["was"]
        for code, said in renewed.items()
        if isinstance(said, Map) and "was" in said
    }
    for code, was in moved.items():
        if was not in old:
            where = renewed[code].lines["was"]
            raise mistake(
                where,
                f"ชุดที่รับต่อไม่มีข้อ {was}",
                f"the pack that is extended has no item {was}",
                did_you_mean(was, old),
            )
    made = Map(old.where)
    for code, said in old.items():
        if code not in moved.values() and code not in moved:
            made.put(code, said, old.lines[code])
    for code, was in moved.items():
        made.put(code, old[was], old.lines[was])
    laid = Map(inherited.where)
    for key, value in inherited.items():
        laid.put(key, made if key == "items" else value, inherited.lines[key])
    return laid
