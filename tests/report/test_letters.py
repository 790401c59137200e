"""Gap letters: one to each organisation, from our template or the user's own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from report.batches import BATCH, HOSTILE_BATCH, finding, report

from ita_checker.errors import UsageError
from ita_checker.model import Batch, Decision
from ita_checker.report.beside import letters
from ita_checker.report.beside.letter_template import build
from ita_checker.report.beside.official import addressee, in_thai_digits


def written(
    home: Path, batch: Batch, template: Path | None = None, lang: str = "th"
) -> dict[str, Any]:
    complaints = [error.what.en for error in letters.write(batch, home, template, lang)]
    assert complaints == [
        "the letters hold findings that nobody decided; read them before they are sent"
    ]
    return {
        path.stem: docx.Document(str(path))
        for path in sorted(home.glob("*.docx"))
        if path != template and path.stem not in letters.ALL.values()
    }


def lines(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]


def test_each_organisation_with_findings_gets_one_letter_in_the_form_of_an_official_one(
    tmp_path: Path,
) -> None:
    made = written(tmp_path, BATCH)
    assert list(made) == ["scan", "องค์การบริหารส่วนตำบลดงดอย"]
    text = lines(made["องค์การบริหารส่วนตำบลดงดอย"])
    assert [line for line in text if line.startswith(("เรื่อง", "เรียน", "สิ่งที่ส่งมาด้วย", "ขอแสดง"))] == [
        "เรื่อง  ขอให้ตรวจสอบรายงานเพื่อการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
        "เรียน  นายกองค์การบริหารส่วนตำบลดงดอย",
        "สิ่งที่ส่งมาด้วย  ตารางประเด็นที่ขอให้ตรวจสอบ (๒ รายการ) จำนวน ๑ ชุด",
        "ขอแสดงความนับถือ",
        "สิ่งที่ส่งมาด้วย: ประเด็นที่ขอให้ตรวจสอบ",
    ]
    rows = [
        [cell.text for cell in row.cells] for row in made["องค์การบริหารส่วนตำบลดงดอย"].tables[-1].rows
    ]
    assert [row[:4] for row in rows] == [
        ["ลำดับ", "เอกสาร / หน้า", "ประเด็น", "ข้อความในเอกสาร"],
        [
            "๑",
            "ข้อ O43 (O43.pdf)\nหน้า ๒",
            "พบ ประกาศเจตจำนง โปรดตรวจสอบ (ควรตรวจสอบซ้ำ: อ่านจากภาพ)",
            "เดือนเมษายน ๒๕๖๓",
        ],
        ["๒", "ข้อ O43 (O43.pdf)\nหน้า ๒", "พบ ดงดอย โปรดตรวจสอบ", "เดือนเมษายน ๒๕๖๓"],
    ]


def test_pages_that_were_not_read_are_said_and_no_slot_is_left(tmp_path: Path) -> None:
    for document in written(tmp_path, BATCH).values():
        assert not any("{{" in line for line in lines(document))
    assert any(
        "ยังไม่ได้ตรวจ (scan.pdf หน้า ๓, ๔)" in line
        for line in lines(docx.Document(str(tmp_path / "scan.docx")))
    )


def test_a_template_of_ones_own_is_filled_also_where_word_split_a_slot(tmp_path: Path) -> None:
    own = docx.Document()
    paragraph = own.add_paragraph("ถึง {{organi")
    paragraph.add_run("sation}} มี ").bold = True
    paragraph.add_run("{{count}}")
    table = own.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{number}}", "{{message}}"
    own.save(str(tmp_path / "own.docx"))
    made = written(tmp_path, BATCH, tmp_path / "own.docx")["องค์การบริหารส่วนตำบลดงดอย"]
    assert lines(made) == ["ถึง องค์การบริหารส่วนตำบลดงดอย มี ๒"]
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [
        ["๑", "พบ ประกาศเจตจำนง โปรดตรวจสอบ"],
        ["๒", "พบ ดงดอย โปรดตรวจสอบ"],
    ]


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        (
            ["{{mesage}}"],
            'the template names {{mesage}}, which is nothing of ours did you mean "message"?',
        ),
        (
            ["{{organisation}}"],
            "the template has no table row for a finding put {{message}} into a row of a table",
        ),
    ],
)
def test_a_template_that_cannot_work_says_why(tmp_path: Path, slots: list[str], said: str) -> None:
    own = docx.Document()
    for slot in slots:
        own.add_table(1, 1).cell(0, 0).text = slot
    own.save(str(tmp_path / "own.docx"))
    with pytest.raises(UsageError) as error:
        list(letters.write(BATCH, tmp_path, tmp_path / "own.docx"))
    assert error.value.text("en") == f"{tmp_path / 'own.docx'}: {said}"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"%PDF-1.4"])
def test_a_file_that_is_no_docx_is_no_template(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own.docx").write_bytes(content)
    with pytest.raises(UsageError, match=r"แม่แบบหนังสือ"):
        list(letters.write(BATCH, tmp_path, tmp_path / "own.docx"))


def test_names_that_cannot_be_file_names_or_are_the_same_make_letters_of_their_own(
    tmp_path: Path,
) -> None:
    names = ["../../etc", "a/b", "A b", "อบต." + "ก" * 300, "CON:x"]
    batch = Batch(
        tuple(
            report(f"{n}.pdf", finding("TXT001", "x"), organisation=name)
            for n, name in enumerate(names)
        ),
        (),
        "1",
    )
    made = written(tmp_path, batch)
    assert len(made) == len(names)
    assert len(list(tmp_path.glob("*.docx"))) == len(names) + 1  # and all of them in one
    assert all(path.parent == tmp_path for path in tmp_path.rglob("*.docx"))


def test_the_text_of_a_pdf_is_only_text_in_a_letter(tmp_path: Path) -> None:
    for document in written(tmp_path, HOSTILE_BATCH).values():
        body = document.element.body.xml
        assert "w:fldSimple" not in body
        assert "w:instrText" not in body
        assert "\x1b" not in body
    assert len(list(tmp_path.glob("*.docx"))) == len(HOSTILE_BATCH.reports) + 1


def test_the_template_can_be_written_out_and_comes_in_english(tmp_path: Path) -> None:
    build("en").save(str(tmp_path / "own.docx"))
    made = written(tmp_path, BATCH, tmp_path / "own.docx", "en")
    assert "To  the head of องค์การบริหารส่วนตำบลดงดอย" in lines(made["องค์การบริหารส่วนตำบลดงดอย"])


@pytest.mark.parametrize(
    ("organisation", "to"),
    [
        ("องค์การบริหารส่วนตำบลดงดอย", "นายกองค์การบริหารส่วนตำบลดงดอย"),
        ("เทศบาลตำบลป่ากล้วยหอม", "นายกเทศมนตรีตำบลป่ากล้วยหอม"),
        ("เทศบาลนครขอนแก่น", "นายกเทศมนตรีนครขอนแก่น"),
        ("โรงเรียนบ้านดง", "ผู้อำนวยการโรงเรียนบ้านดง"),
        ("มหาวิทยาลัยขอนแก่น", "อธิการบดีมหาวิทยาลัยขอนแก่น"),
        ("สำนักงานสาธารณสุขจังหวัดเลย", "นายแพทย์สาธารณสุขจังหวัดเลย"),
        ("กรมที่ดิน", "อธิบดีกรมที่ดิน"),
        (
            "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 1",
            "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 1",
        ),
        ("สำนักงานเขตบางรัก", "ผู้อำนวยการเขตบางรัก"),
        ("สำนักงานปลัดกระทรวงแรงงาน", "ปลัดกระทรวงแรงงาน"),
        ("สำนักงานคณะกรรมการกฤษฎีกา", "เลขาธิการคณะกรรมการกฤษฎีกา"),
        ("การเคหะแห่งชาติ", "ผู้ว่าการการเคหะแห่งชาติ"),
        ("ตำรวจภูธรจังหวัดเลย", "ผู้บังคับการตำรวจภูธรจังหวัดเลย"),
        ("สถาบันใบตอง (องค์การมหาชน)", "ผู้อำนวยการสถาบันใบตอง (องค์การมหาชน)"),
        ("สมาคมหนึ่ง", "หัวหน้าหน่วยงาน สมาคมหนึ่ง"),
        ("", "หัวหน้าหน่วยงานเจ้าของเอกสาร"),
    ],
)
def test_a_letter_is_addressed_to_who_heads_that_kind_of_office(organisation: str, to: str) -> None:
    assert addressee(organisation) == to


def test_our_digits_are_thai_and_those_of_quotes_codes_and_files_are_theirs() -> None:
    said = "พบ 2563 ใน “ปี 2564” ข้อ O43 ไฟล์ 12.pdf หน้า 3"
    assert in_thai_digits(said) == "พบ ๒๕๖๓ ใน “ปี 2564” ข้อ O43 ไฟล์ 12.pdf หน้า ๓"
    within = in_thai_digits("หน้า 3 “มาตรการ “เว็บ 1” ปี 2564” ข้อ 5")
    assert within == "หน้า ๓ “มาตรการ “เว็บ 1” ปี 2564” ข้อ ๕"


def test_only_what_a_person_decided_is_sent_once_there_are_decisions(tmp_path: Path) -> None:
    made = Decision("aa" * 32, "r", "YEA005", "ก", "confirmed")
    batch = Batch(
        (report("a.pdf", finding("YEA005", "ก", decision=made), finding("TXT001", "ข")),), (), "1"
    )
    assert list(letters.write(batch, tmp_path, None)) == []
    (letter,) = tmp_path.glob("*.docx")
    assert len(docx.Document(str(letter)).tables[-1].rows) == 2
    list(letters.write(batch, tmp_path, None, only="all"))
    assert len(docx.Document(str(letter)).tables[-1].rows) == 3


def test_a_quote_of_a_whole_page_is_told_by_its_beginning(tmp_path: Path) -> None:
    long = "ประกาศ เจตนารมณ์ " * 60
    batch = Batch(
        (report("a.pdf", finding("SET003", "ก", long), finding("TXT001", "ข", "สั้น")),), (), "1"
    )
    list(letters.write(batch, tmp_path, None))
    (letter,) = tmp_path.glob("*.docx")
    quotes = [row.cells[3].text for row in docx.Document(str(letter)).tables[-1].rows[1:]]
    assert quotes[1] == "สั้น"
    assert quotes[0].endswith(" …") and 150 < len(quotes[0]) <= 202


def test_the_senders_data_come_from_the_settings_and_all_letters_are_one_file_too(
    tmp_path: Path,
) -> None:
    sender = {"sender": "สำนักงานท้องถิ่น", "deadline": "15 ธันวาคม 2569", "phone": "0 4351 1234"}
    list(letters.write(BATCH, tmp_path, None, "th", "auto", sender))
    text = " ".join(lines(docx.Document(str(tmp_path / "scan.docx"))))
    assert "ภายในวันที่ ๑๕ ธันวาคม ๒๕๖๙" in text and "โทร. ๐ ๔๓๕๑ ๑๒๓๔" in text
    whole = docx.Document(str(tmp_path / f"{letters.ALL['th']}.docx"))
    assert [line for line in lines(whole) if line.startswith("เรียน")] == [
        "เรียน  หัวหน้าหน่วยงานเจ้าของเอกสาร",
        "เรียน  นายกองค์การบริหารส่วนตำบลดงดอย",
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_prints_the_letters_as_one(tmp_path: Path) -> None:
    list(letters.write(BATCH, tmp_path, None))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    whole = tmp_path / f"{letters.ALL['th']}.docx"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(whole),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert len(pypdfium2.PdfDocument(whole.with_suffix(".pdf"))) >= 4
