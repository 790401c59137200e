"""What a file was handed in as."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_checker.errors import UsageError
from ita_checker.scan.submission import (
    Options,
    item_codes,
    items_named,
    read_manifest,
    submission,
    year_of,
)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("O43", ("O43",)),
        ("o43-รายงาน", ("O43",)),
        ("043", ("O43",)),
        ("๐๔๓", ("O43",)),
        ("OIT 43", ("O43",)),
        ("OIT43_O42", ("O43", "O42")),
        ("MOIT 12", ("MOIT12",)),
        ("รายงาน 1430", ()),
        ("01_cover", ()),
        ("PO43x", ()),
        ("CO2", ()),
    ],
)
def test_an_item_code_is_read_in_every_way_people_type_it(
    name: str, codes: tuple[str, ...]
) -> None:
    assert item_codes(name) == codes


@pytest.mark.parametrize(
    ("path", "year"),
    [
        ("/a/2564/dong/O43.pdf", 2564),
        ("/a/๒๕๖๔/O43.pdf", 2564),
        ("/a/2567/O35-2566.pdf", 2567),
        ("/a/ita-2565/O43.pdf", 2565),
        ("/a/b/แผน 2561-2564.pdf", None),
        ("/a/b/sar2555.pdf", None),
        ("/a/b/12564.pdf", None),
    ],
)
def test_the_year_is_a_whole_folder_first_and_a_lone_year_in_a_name_after(
    path: str, year: int | None
) -> None:
    assert year_of(Path(path)) == year


def test_the_items_are_those_of_the_name_before_those_of_a_folder() -> None:
    assert items_named(Path("/2564/O42/O43.pdf"))[0] == ("O43",)
    assert items_named(Path("/2564/O42/report.pdf"))[0] == ("O42",)


def test_options_come_before_the_list_and_the_list_before_the_path() -> None:
    row = {
        "path": "x",
        "organisation": "เทศบาลตำบลก",
        "fiscal_year": "๒๕๖๕",
        "scheme": "obec",
        "item": "O42",
    }
    listed = submission(Path("/a/2564/O43.pdf"), "O43.pdf", Options(), row)
    assert (listed.fiscal_year, listed.scheme, listed.items, listed.organisation) == (
        2565,
        "obec",
        ("O42",),
        "เทศบาลตำบลก",
    )
    asked = submission(Path("/a/2564/O43.pdf"), "O43.pdf", Options(2566, "nacc", ("O41",)), row)
    assert (asked.fiscal_year, asked.scheme, asked.items) == (2566, "nacc", ("O41",))


def test_a_manifest_with_a_wrong_column_says_which_and_what_was_meant(tmp_path: Path) -> None:
    listing = tmp_path / "list.csv"
    listing.write_text("path,fiscal_yaer\na.pdf,2564\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_manifest(listing)
    assert (
        error.value.text("en")
        == f"{listing}:1: unknown column 'fiscal_yaer' did you mean \"fiscal_year\"?"
    )


def test_a_manifest_in_excel_utf8_with_quoted_line_breaks_is_read(tmp_path: Path) -> None:
    listing = tmp_path / "list.csv"
    listing.write_text('\ufeffpath,organisation\r\na.pdf,"อบต.\nก"\r\n', encoding="utf-8")
    rows, remarks = read_manifest(listing)
    assert rows["a.pdf"]["organisation"] == "อบต.\nก"
    assert (list(rows), remarks) == (["a.pdf"], ())
