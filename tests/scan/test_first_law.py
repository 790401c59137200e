"""The first law, closed: no option, decision, limit or entry of the cache turns "not looked at"
into "clean", and the cache never answers for another question.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ita_checker.errors import UsageError
from ita_checker.model import Report, Status, Verdict
from ita_checker.scan.api import check_paths
from ita_checker.scan.settings import Keywords, settings

SAMPLES = Path(__file__).parents[2] / "samples"
SCANNED = SAMPLES / "2565/nong-lat-kwian/O43.pdf"  # pages of pictures, not read below
CLEAN = SAMPLES / "2565/pa-kluai-hom/O42.pdf"
GAPS = SAMPLES / "2564/huai-nam-rae/O43.pdf"
FAMILIES = ("DOC", "ORG", "YEA", "RND", "MEA", "SEC", "TXT", "SET")


@pytest.fixture(autouse=True, scope="module")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the answers to all that is asked here: none may be given to another question."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_CHECKER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def checked(path: Path, **asked: Any) -> Report:
    keywords: Keywords = {"ocr": "never", **asked}  # type: ignore[typeddict-item]
    return check_paths([path], settings(keywords))[0].reports[0]


def dismissing_all(path: Path, folder: Path) -> Path:
    """Return a decisions file that dismisses whatever is found in a file."""
    report = checked(path)
    rows = [
        {"sha256": report.sha256, "rule": one.rule, "code": one.code, "subject": one.subject}
        | {"decision": "dismissed", "reason": "x"}
        for one in report.findings
    ]
    made = folder / "decisions.json"
    made.write_text(json.dumps({"kind": "ita-checker decisions", "decisions": rows}))
    return made


@pytest.mark.parametrize(
    "asked",
    [
        *({"select": (family,)} for family in FAMILIES),
        *({"ignore": (family,)} for family in FAMILIES),
        {"ignore": FAMILIES},
        {"select": ("DOC007",), "ignore": ("DOC003",)},
        {"max_pages": 1},
        {"items": ("O42",)},
        {"year": 2564},
        {"year": 2599},
        {"scheme": "moph"},
        {"timeout": 0.001},
    ],
    ids=str,
)
def test_what_was_not_read_is_not_clean_whatever_is_asked(asked: dict[str, Any]) -> None:
    assert checked(SCANNED, **asked).status in (Status.UNKNOWN, Status.UNREADABLE)


def test_what_was_not_read_is_not_clean_though_all_of_it_is_dismissed(tmp_path: Path) -> None:
    report = checked(SCANNED, decisions=(dismissing_all(SCANNED, tmp_path),))
    assert report.status in (Status.UNKNOWN, Status.UNREADABLE)
    assert "DOC003" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("select", ["SET001"])  # only where all that was submitted is here
def test_what_nothing_checks_is_not_checked_and_never_clean(select: str) -> None:
    report = checked(CLEAN, select=(select,))
    assert (report.status, report.results[-1].rule) == (Status.UNKNOWN, "select")
    assert report.results[-1].verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("select", ["ORG", "YEA005", "DOC", "DOC008", "SET", "SET004"])
def test_what_is_checked_and_not_found_is_clean(select: str) -> None:
    assert checked(CLEAN, select=(select,)).status is Status.CLEAN


def test_an_item_that_no_pack_has_is_a_slip_and_is_told(tmp_path: Path) -> None:
    for asked in ({"items": ("O99",)}, {"items": ("O40",), "year": 2570}, {"scheme": "nobody"}):
        with pytest.raises(UsageError):
            checked(CLEAN, **asked)
    listing = tmp_path / "list.csv"
    for item in ("O99", "ZZZ"):
        listing.write_text(f"path,item\n{CLEAN},{item}\n")
        with pytest.raises(UsageError):
            checked(CLEAN, manifest=listing)


def _rules(folder: Path) -> dict[str, Any]:
    (folder / "own").mkdir()
    (folder / "own/own.yaml").write_text(
        "pack: own\ntitle: {th: ก, en: a}\nsource: x\nextends: nacc-2564\n",
        encoding="utf-8",
    )
    return {"rules": (folder / "own",)}


def _register(folder: Path) -> dict[str, Any]:
    (folder / "register.txt").write_text("เทศบาลตำบลบ้านอื่น\n", encoding="utf-8")
    return {"register": folder / "register.txt"}


@pytest.mark.parametrize(
    "other",
    [
        lambda folder: {"year": 2565},
        lambda folder: {"items": ("O42",)},
        lambda folder: {"scheme": "obec"},
        lambda folder: {"max_pages": 1},
        lambda folder: {"ocr": "auto", "timeout": 60.0},
        lambda folder: {"select": ("ORG",)},
        _register,
        _rules,
    ],
    ids=["year", "item", "scheme", "pages", "ocr", "select", "register", "rules"],
)
def test_what_is_kept_answers_only_the_question_it_was_kept_for(
    tmp_path: Path, other: Callable[[Path], dict[str, Any]]
) -> None:
    asked = other(tmp_path)
    checked(GAPS)  # its answer is kept now
    assert checked(GAPS, **asked) == checked(GAPS, **asked, cache=False)
    assert checked(GAPS) == _anew()


@cache
def _anew() -> Report:
    return checked(GAPS, cache=False)
