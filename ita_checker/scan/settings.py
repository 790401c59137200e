"""What a scan is asked for: each setting stands in one record, and by its flat name in Keywords."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypedDict

from ita_checker.model import ReadOptions
from ita_checker.run.outcomes import Limits
from ita_checker.scan.submission import Options


class Keywords(TypedDict, total=False):
    """Settings as check_file() and check_folder() take them. `select` and `ignore` hold codes or
    prefixes; `timeout` is seconds, `memory` bytes a file; years are of the Buddhist era.
    """

    year: int | None
    scheme: str | None
    items: tuple[str, ...]
    manifest: Path | None
    register: Path | None
    rules: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    ocr: Literal["auto", "never", "always"]
    ocr_engine: Literal["own", "tesseract"]
    timeout: float
    memory: int
    max_pages: int
    jobs: int
    cache: bool
    scheduler: str | None
    decisions: tuple[Path, ...]
    exclude: tuple[str, ...]
    ours: tuple[Path, ...]
    title: str
    date: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What a scan is asked for: what files are handed in as, how they are read, what each may
    take, and where all else lies. `complete`: the folder is all that was submitted.
    """

    handed: Options = field(default_factory=Options)
    reading: ReadOptions = field(default_factory=ReadOptions)
    limits: Limits = field(default_factory=Limits)
    manifest: Path | None = None
    register: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1
    cache: bool = True
    scheduler: str | None = None
    decisions: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    ours: tuple[Path, ...] = ()
    title: str = ""
    date: str = ""
    complete: bool = False


# Where each keyword stands that is no field of Settings itself.
INNER = {
    "year": ("handed", "fiscal_year"),
    "scheme": ("handed", "scheme"),
    "items": ("handed", "items"),
    "ocr": ("reading", "ocr"),
    "ocr_engine": ("reading", "ocr_engine"),
    "max_pages": ("reading", "max_pages"),
    "timeout": ("limits", "seconds"),
    "memory": ("limits", "memory"),
}


def settings(keywords: Keywords) -> Settings:
    """Return the settings of keywords; TypeError for one that is none."""
    made = Settings()
    own: dict[str, Any] = {}
    for name, value in keywords.items():
        record, inner = INNER.get(name, ("", name))
        if record:
            own[record] = replace(own.get(record, getattr(made, record)), **{inner: value})
        else:
            own[inner] = tuple(value) if isinstance(value, list) else value
    return replace(made, **own)
