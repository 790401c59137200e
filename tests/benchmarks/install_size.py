"""How large an installation is, by system: the wheels of every dependency, unpacked, and the
project's own files; also says where a dependency has no wheel, so that it would have to be built.

python tests/benchmarks/install_size.py [--python 3.12] (asks the package index; byte code that
pip writes comes on top, some 40 MB)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
OURS = ("ita_checker", "rules")
LIMIT_MB = 300
# The newest first, as pip prefers them on such a system.
SYSTEMS = {
    "Windows": ["win_amd64"],
    "Windows on ARM": ["win_arm64"],
    "macOS": [f"macosx_{release}_0_arm64" for release in (15, 14, 13, 12, 11)],
    "macOS on Intel": [
        *(f"macosx_{release}_0_x86_64" for release in (15, 14, 13, 12, 11)),
        *(f"macosx_10_{release}_x86_64" for release in (15, 13, 12, 9)),
    ],
    **{
        system: [
            *(f"manylinux_2_{glibc}_{chip}" for glibc in (34, 28, 27)),
            f"manylinux2014_{chip}",
        ]
        for system, chip in (("Linux", "x86_64"), ("Linux on ARM", "aarch64"))
    },
}


def required(python: str) -> list[str]:
    """Return the dependencies of pyproject.toml that hold for this Python, without markers (pip
    would judge them by the Python it runs on).
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    here = {"python_version": python}
    return [
        f"{each.name}{each.specifier}"
        for each in wanted
        if each.marker is None or each.marker.evaluate(here)
    ]


def unpacked(python: str, platforms: list[str]) -> list[tuple[str, int]]:
    """Return each wheel's name and bytes; OSError with what pip says where one is missing."""
    with tempfile.TemporaryDirectory() as folder:
        told = [option for platform in platforms for option in ("--platform", platform)]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:"]
        command += ["--python-version", python, "--dest", folder, *told, *required(python)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise OSError(done.stderr.strip().splitlines()[-1])
        wheels = sorted(Path(folder).glob("*.whl"))
        return [
            (wheel.name.split("-")[0], sum(file.file_size for file in ZipFile(wheel).infolist()))
            for wheel in wheels
        ]


def main() -> None:
    """Print a line for each system; exit 1 if one is over the limit."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--python", default="3.12")
    python = parser.parse_args().python
    files = [file for folder in OURS for file in (ROOT / folder).rglob("*") if file.is_file()]
    ours = sum(file.stat().st_size for file in files if file.suffix != ".pyc")
    over = False
    for system, platforms in SYSTEMS.items():
        try:
            wheels = sorted(unpacked(python, platforms), key=lambda wheel: -wheel[1])
        except OSError as error:
            print(f"{system:16} {error}")
            continue
        megabytes = (ours + sum(size for _, size in wheels)) / 1e6
        over = over or megabytes > LIMIT_MB
        largest = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in wheels[:4])
        print(f"{system:16} {megabytes:4.0f} MB in {len(wheels)} wheels ({largest})")
    sys.exit(over)


if __name__ == "__main__":
    main()
