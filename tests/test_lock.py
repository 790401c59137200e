"""The lock file names what the program needs, each with its hashes, no older than the floors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

HOME = Path(__file__).parent.parent


def test_every_library_is_locked_with_hashes_at_or_above_its_floor() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dask"], *extras["remote"]]
    text = (HOME / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^([A-Za-z0-9._-]+)==(\S+) \\\n((?:    --hash=sha256:\S+.*\n?)+)", text, re.M
    )
    locked = {_named(name): version for name, version, _ in blocks}
    assert len(blocks) == len(re.findall(r"^[A-Za-z]", text, re.M))  # none without hashes
    for line in wanted:
        hit = re.fullmatch(r"([A-Za-z0-9._-]+)>=([\d.]+)", line)
        assert hit, f"{line}: no floor"
        name = _named(hit[1])
        assert name in locked, f"{name} is not locked: make lock"
        assert _numbers(locked[name]) >= _numbers(hit[2]), name


def _named(name: str) -> str:
    return re.sub("[._-]+", "-", name).lower()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
