"""Which files a scan is about."""

from __future__ import annotations

import os
from pathlib import Path

from ita_checker.scan.files import find


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.4")
    return path


def test_a_folders_files_are_shown_relative_to_it_and_sorted(tmp_path: Path) -> None:
    put(tmp_path / "2565/b.PDF"), put(tmp_path / "2564/a.pdf"), put(tmp_path / "x.txt")
    found = find([tmp_path])
    assert found.files == (
        ("2564/a.pdf", str(tmp_path / "2564/a.pdf")),
        ("2565/b.PDF", str(tmp_path / "2565/b.PDF")),
    )


def test_two_folders_with_the_same_names_lose_no_file(tmp_path: Path) -> None:
    one, two = put(tmp_path / "one/O43.pdf"), put(tmp_path / "two/O43.pdf")
    assert [path for _, path in find([one.parent, two.parent]).files] == [str(one), str(two)]


def test_a_file_given_twice_is_checked_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.pdf")
    assert len(find([tmp_path, path, path]).files) == 1


def test_a_missing_path_and_a_folder_without_pdfs_are_said_and_the_rest_is_found(
    tmp_path: Path,
) -> None:
    good, empty = put(tmp_path / "good/a.pdf"), tmp_path / "empty"
    empty.mkdir()
    found = find([tmp_path / "missing.pdf", empty, good])
    assert [shown for shown, _ in found.files] == [good.as_posix()]
    assert [(error.where, error.what.en) for error in found.wrong] == [
        (str(tmp_path / "missing.pdf"), "no such file or folder"),
        (str(empty), "no PDF in this folder"),
    ]


def test_links_that_lead_out_and_special_files_are_skipped_and_said(tmp_path: Path) -> None:
    outside, root = put(tmp_path / "outside/secret.pdf"), tmp_path / "root"
    inside = put(root / "a.pdf")
    (root / "out.pdf").symlink_to(outside)
    (root / "folder").symlink_to(outside.parent)
    (root / "in.pdf").symlink_to(inside)
    os.mkfifo(root / "pipe.pdf")
    found = find([root])
    assert [shown for shown, _ in found.files] == ["a.pdf"]
    assert {Path(error.where).name for error in found.skipped} == {"out.pdf", "folder", "pipe.pdf"}
