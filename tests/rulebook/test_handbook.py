"""The pages about findings and sources are those that the catalogue and the packs give."""

from __future__ import annotations

from pathlib import Path

from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.handbook import findings, sources
from ita_checker.rulebook.loader import book

DOCS = Path(__file__).parents[2] / "docs"
AGAIN = "python -m ita_checker.rulebook.handbook docs"


def test_the_page_of_findings_is_the_catalogue() -> None:
    assert (DOCS / "findings.md").read_text(encoding="utf-8") == findings(), AGAIN


def test_the_page_of_sources_is_what_the_packs_say() -> None:
    assert (DOCS / "sources.md").read_text(encoding="utf-8") == sources(book()), AGAIN


def test_every_code_and_every_pack_of_a_year_has_its_place() -> None:
    told, rests = findings(), sources(book())
    assert [code for code in catalogue() if f"### {code} " not in told] == []
    years = [name for name, pack in book().packs.items() if pack.fiscal_year]
    assert [name for name in years if f"## {name}: " not in rests] == []
    assert "[V]" not in rests
