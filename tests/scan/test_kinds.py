"""Files that are no PDF: read where they can be, else named with why; archives opened within
limits.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from ita_checker.errors import ReadError
from ita_checker.read import read
from ita_checker.read.made import made
from ita_checker.report.beside.pdf_notes import copy
from ita_checker.scan import archives
from ita_checker.scan.archives import Archives
from ita_checker.scan.files import Choice, find
from ita_checker.scan.kinds import Kind, has_office, is_own, kind_of

SAMPLE = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"

PLAIN = Choice()


def named(folder: Path, choice: Choice = PLAIN) -> tuple[list[str], dict[str, str]]:
    found = find([folder], choice)
    return [shown for shown, _ in found.files], {one.path: one.why.en for one in found.skipped}


def test_every_file_of_a_mixed_folder_is_read_or_named_with_why(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.JPG", "c.docx", "d.gdoc", "e.url", "f.rar", "g.xyz", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "no-suffix").write_bytes(b"%PDF-1.4 x")
    files, skipped = named(tmp_path)
    assert files == ["a.pdf", "b.JPG", "no-suffix"]
    assert skipped == {
        "c.docx": "an office document, and LibreOffice is not installed",
        "d.gdoc": "only a link to Google Drive",
        "e.url": "only a shortcut",
        "f.rar": "an archive of a kind that is not opened",
        "g.xyz": "no PDF, picture or document we can read",
    }
    assert [words.en for words in find([tmp_path]).passed] == ["1 files of the system passed over"]
    assert "c.docx" in named(tmp_path, Choice(office=True))[0]


def test_what_is_excluded_or_ours_is_passed_over_and_counted(tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    for name in ("a.pdf", "draft/b.pdf", "draft/c.docx", "out.json"):
        (tmp_path / name).write_bytes(b"x")
    copy(SAMPLE, tmp_path / "marked.pdf", [])
    assert is_own(tmp_path / "marked.pdf") and not is_own(SAMPLE)
    found = find([tmp_path], Choice(("draft",), (str(tmp_path / "out.json"),)))
    assert [shown for shown, _ in found.files] == ["a.pdf"]
    assert [words.en for words in found.passed] == [
        "2 files left out by --exclude",
        "2 files written by this program passed over",
    ]


def packed(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return path


def test_files_of_an_archive_are_shown_below_it_and_no_name_leads_out(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner", **{"O42.pdf": b"%PDF-2"}).read_bytes()
    (tmp_path / "inner").unlink()
    with zipfile.ZipFile(tmp_path / "งาน.zip", "w") as archive:
        archive.writestr("2564/O43.pdf", b"%PDF-1")
        archive.writestr("../../evil.pdf", b"%PDF-3")
        archive.writestr("deep.zip", inner)
        archive.writestr("note.txt", b"x")
        archive.writestr("__MACOSX/._a.pdf", b"x")
    found = find([tmp_path], Choice(unpack=Archives().opened))
    assert [shown for shown, _ in found.files] == [
        "งาน.zip/2564/O43.pdf",
        "งาน.zip/deep.zip/O42.pdf",
        "งาน.zip/evil.pdf",
    ]
    assert [Path(path).read_bytes() for _, path in found.files] == [b"%PDF-1", b"%PDF-2", b"%PDF-3"]
    assert [one.path for one in found.skipped] == ["งาน.zip/note.txt"]
    assert not (tmp_path.parent.parent / "evil.pdf").exists()
    assert found.named[found.files[0][1]].endswith("งาน.zip/2564/O43.pdf")


def test_an_archive_is_opened_within_limits_of_size_depth_and_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SMALL", 1000)
    packed(tmp_path / "bomb.zip", **{"zeros.pdf": b"\0" * 50_000_000})
    (tmp_path / "broken.zip").write_bytes(b"PK no archive")
    deep = b"%PDF-1"
    for number in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(f"{number}.zip" if number else "O43.pdf", deep)
        deep = buffer.getvalue()
    (tmp_path / "nested.zip").write_bytes(deep)
    skipped = named(tmp_path, Choice(unpack=Archives().opened))[1]
    assert skipped == {
        "bomb.zip/zeros.pdf": "more than is opened of ZIP archives",
        "broken.zip": "a damaged ZIP archive",
        "nested.zip/4.zip/3.zip/2.zip": "archives within archives, too deep",
    }
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    packed(tmp_path / "two.zip", **{"a.pdf": b"%PDF-", "b.pdf": b"%PDF-"})
    files, skipped = named(tmp_path / "two.zip", Choice(unpack=Archives().opened))
    assert (len(files), list(skipped.values())) == (1, ["more than is opened of ZIP archives"])


def test_a_name_of_an_old_thai_archive_is_read_as_thai() -> None:
    info = zipfile.ZipInfo("รายงาน.pdf".encode("cp874").decode("cp437"))
    assert archives.inner_name(info) == "รายงาน.pdf"


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_a_picture_becomes_pages_of_its_size_the_same_bytes_every_time(
    tmp_path: Path, suffix: str
) -> None:
    picture = Image.new("L", (1654, 2339), 255)
    more = {"save_all": True, "append_images": [picture]} if suffix == ".tif" else {}
    path = tmp_path / f"O43{suffix}"
    picture.save(path, dpi=(200, 200), **more)
    first, second = made(path, tmp_path / "1.pdf"), made(path, tmp_path / "2.pdf")
    assert first.read_bytes() == second.read_bytes()
    pages = read(first).pages
    assert len(pages) == (2 if suffix == ".tif" else 1)
    assert abs(pages[0].width - 595) <= 1 and abs(pages[0].height - 842) <= 1


def test_a_picture_that_is_none_cannot_be_opened_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    with pytest.raises(ReadError) as error:
        made(tmp_path / "a.jpg", tmp_path / "a.pdf")
    assert (error.value.code, error.value.what.en) == ("DOC001", "the picture cannot be opened")


@pytest.mark.skipif(not has_office(), reason="needs LibreOffice")
def test_a_document_is_read_by_way_of_libreoffice_and_leaves_no_process(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_paragraph("รายงานผลการดำเนินการ องค์การบริหารส่วนตำบลห้วยน้ำแร่")
    written.save(str(tmp_path / "O43.docx"))
    text = read(made(tmp_path / "O43.docx", tmp_path / "O43.pdf")).text
    assert "องค์การบริหารส่วนตำบลห้วยน้ำแร่" in text
    running = subprocess.run(["ps", "ax"], capture_output=True, text=True).stdout
    assert str(tmp_path) not in running
    assert shutil.which("soffice") is None or kind_of(tmp_path / "O43.docx") is Kind.OFFICE
