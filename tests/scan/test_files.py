"""Which files a scan is about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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


def test_what_is_passed_over_is_said_with_its_reason(tmp_path: Path) -> None:
    outside, root = put(tmp_path / "outside/secret.pdf"), tmp_path / "root"
    put(root / "a.pdf")
    (root / "out.pdf").symlink_to(outside)
    (root / "folder").symlink_to(outside.parent)
    (root / "circle.pdf").symlink_to(root / "circle.pdf")
    (root / "gone.pdf").symlink_to(root / "nothing.pdf")
    os.mkfifo(root / "pipe.pdf")
    found = find([root])
    assert [shown for shown, _ in found.files] == ["a.pdf"]
    assert {skipped.path: skipped.why.en for skipped in found.skipped} == {
        "out.pdf": "a link that leads out of the folder",
        "folder": "a link to another folder",
        "circle.pdf": "a link that leads to no file",
        "gone.pdf": "a link that leads to no file",
        "pipe.pdf": "a special file",
    }


def test_a_second_name_of_a_file_is_a_file_of_its_own(tmp_path: Path) -> None:
    put(tmp_path / "2564/O43.pdf")
    (tmp_path / "2566").mkdir()
    (tmp_path / "2566/O43.pdf").symlink_to("../2564/O43.pdf")
    os.link(tmp_path / "2564/O43.pdf", tmp_path / "2564/O42.pdf")
    assert [shown for shown, _ in find([tmp_path]).files] == [
        "2564/O42.pdf",
        "2564/O43.pdf",
        "2566/O43.pdf",
    ]


def test_a_file_or_pipe_named_itself_is_told_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "circle.pdf").symlink_to(tmp_path / "circle.pdf")
    found = find([tmp_path / "pipe.pdf", tmp_path / "circle.pdf"])
    assert [skipped.why.en for skipped in found.skipped] == [
        "a special file",
        "a link that leads to no file",
    ]
    assert found.wrong == ()


def test_a_name_that_is_no_utf8_is_shown_as_valid_text_and_found_again(tmp_path: Path) -> None:
    thai, noise = os.fsencode(tmp_path) + b"/\xa1\xd2\xc3.pdf", os.fsencode(tmp_path) + b"/\xfc.pdf"
    for name in (thai, noise):
        Path(os.fsdecode(name)).write_bytes(b"%PDF-1.4")
    put(tmp_path / "การ.pdf")
    found = find([tmp_path])
    assert [shown for shown, _ in found.files] == ["\\xfc.pdf", "การ (2).pdf", "การ.pdf"]
    assert {os.fsencode(path) for _, path in found.files} == {
        thai,
        noise,
        os.fsencode(tmp_path / "การ.pdf"),
    }


def test_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "open/a.pdf"), put(tmp_path / "closed/b.pdf")
    scandir = os.scandir

    def refuse(path: str) -> object:  # the superuser, who may run this, is refused nothing
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find([tmp_path])
    assert [(skipped.path, skipped.why.en) for skipped in found.skipped] == [
        ("closed", "the folder cannot be opened")
    ]
