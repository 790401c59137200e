"""Pictures that were drawn once come out of the cache: the page has the same bytes, no worker
draws.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from ita_checker import check_folder
from ita_checker.model import Batch
from ita_checker.report.formats import html
from ita_checker.report.formats.html import crops

SAMPLES = Path(__file__).parents[2] / "samples/2564"


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """Return what workers are given to draw."""
    given: list[object] = []
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(tmp_path / "cache"))

    def noted(call: Any, tasks: Any, *more: Any) -> Any:
        def each() -> Any:
            for task in tasks:
                given.append(task)
                yield task

        return kept(call, each(), *more)

    kept = crops.run
    monkeypatch.setattr(crops, "run", noted)
    return given


def page(batch: Batch) -> str:
    return "".join(html.render(batch))


def test_pictures_are_drawn_once_and_anew_only_for_what_changed(
    tmp_path: Path, drawings: list[object]
) -> None:
    folder = tmp_path / "2564"
    for office in ("huai-nam-rae", "nong-khrang-nuea"):
        (folder / office).mkdir(parents=True)
        shutil.copy(SAMPLES / office / "O43.pdf", folder / office)
    first = page(check_folder(folder))
    assert len(drawings) == 2
    assert page(check_folder(folder)) == first
    assert len(drawings) == 2
    with (folder / "huai-nam-rae/O43.pdf").open("ab") as file:
        file.write(b"%")
    page(check_folder(folder))
    assert len(drawings) == 3


def test_without_the_cache_nothing_is_kept_and_the_page_is_the_same(
    tmp_path: Path, drawings: list[object]
) -> None:
    folder = SAMPLES / "huai-nam-rae"
    without = page(check_folder(folder, cache=False))
    assert page(check_folder(folder, cache=False)) == without
    assert len(drawings) == 2
    assert not (tmp_path / "cache").exists()
    assert page(check_folder(folder)) == without
