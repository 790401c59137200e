"""How tests start the program in processes of its own."""

from __future__ import annotations

import os
from pathlib import Path

HOME = Path(__file__).parent.parent


def environment(*folders: Path, **more: str) -> dict[str, str]:
    """Return the environment in which Python finds these folders and the program under test."""
    paths = [*map(str, folders), str(HOME), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))} | more
