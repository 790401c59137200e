"""The lock file names what the program needs, each with its hashes, no older than the floors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).parent.parent


def test_every_library_is_locked_with_hashes_at_or_above_its_floor() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dask"], *extras["remote"]]
    text = (HOME / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^([A-Za-z0-9._-]+)==(\S+)(?: ; .+)? \\\n((?:    --hash=sha256:\S+.*\n?)+)", text, re.M
    )
    locked = {canonicalize_name(name): version for name, version, _ in blocks}
    assert len(blocks) == len(re.findall(r"^[A-Za-z]", text, re.M))  # none without hashes
    for need in map(Requirement, wanted):
        assert any(each.operator == ">=" for each in need.specifier), f"{need}: no floor"
        if need.marker and not need.marker.evaluate():
            continue
        name = canonicalize_name(need.name)
        assert name in locked, f"{name} is not locked: make lock"
        assert need.specifier.contains(locked[name]), name
