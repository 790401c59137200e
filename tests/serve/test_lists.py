"""The list of the files and the register are handed in beside the files, and hold for their job."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report.browser import browser, needs_chromium
from report.pages import find, texts
from serve.served import SAMPLES, Client, server

SAMPLE = SAMPLES / "huai-nam-rae/O43.pdf"
LISTED = "ไฟล์,หน่วยงาน,ปี,ข้อ\nO43.pdf,โรงเรียนบ้านในรายการ,2564,O43\n".encode("cp874")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with server(tmp_path_factory.mktemp("lists") / "work") as made:
        made.open()
        yield made


def test_a_list_tells_the_year_of_a_file_by_its_name_alone_before_its_folder_does(
    client: Client,
) -> None:
    name = client.json("POST", "/jobs")["id"]
    client.ask("PUT", f"/jobs/{name}/files?name=2561/a/O43.pdf", SAMPLE.read_bytes())
    client.ask("PUT", f"/jobs/{name}/lists/manifest?name=list.csv", LISTED)
    assert client.status == 201
    assert client.json("GET", f"/jobs/{name}")["lists"] == ["manifest"]
    client.json("POST", f"/jobs/{name}/scan", {"ocr": "never"})
    told = client.wait(name)
    assert told["state"] == "done"
    (report,) = client.json("GET", f"/jobs/{name}/download/json")["reports"]
    assert (report["fiscal_year"], report["origins"]["fiscal_year"]) == (2564, "list")


@pytest.mark.parametrize(
    ("role", "name", "status"),
    [
        ("manifest", "list.docx", 400),
        ("manifest", "../../list.exe", 400),
        ("rules", "list.csv", 404),
        ("../files", "list.csv", 400),
    ],
)
def test_what_is_no_table_and_what_is_no_list_is_refused(
    client: Client, role: str, name: str, status: int
) -> None:
    job = client.json("POST", "/jobs")["id"]
    client.ask("PUT", f"/jobs/{job}/lists/{role}?name={name}", LISTED)
    assert client.status == status
    assert client.json("GET", f"/jobs/{job}")["lists"] == []


def test_a_list_without_a_column_of_files_says_so_and_the_next_one_takes_its_place(
    client: Client,
) -> None:
    job = client.json("POST", "/jobs")["id"]
    client.ask("PUT", f"/jobs/{job}/files?name=O43.pdf", SAMPLE.read_bytes())
    client.ask("PUT", f"/jobs/{job}/lists/manifest?name=a.csv", "ปี\n2564\n".encode())
    client.json("POST", f"/jobs/{job}/scan", {})
    told = client.wait(job)
    assert (told["state"], "ไม่มีคอลัมน์ path" in told["fault"]["th"]) == ("failed", True)
    client.ask("PUT", f"/jobs/{job}/lists/manifest?name=b.txt", LISTED)
    client.json("POST", f"/jobs/{job}/scan", {})
    assert client.wait(job)["state"] == "done"


@needs_chromium
def test_a_list_chosen_among_the_options_is_used_and_the_job_says_so(
    client: Client, tmp_path: Path
) -> None:
    listed, pdf = tmp_path / "รายการ.csv", tmp_path / "O43.pdf"
    listed.write_bytes(LISTED)
    shutil.copy(SAMPLE, pdf)
    with browser(tmp_path / "taken", offline=False) as driver:
        driver.get(client.address)
        find(driver, "#options summary").click()
        find(driver, "#asked [name=manifest]").send_keys(str(listed))
        find(driver, "#some-files").send_keys(str(pdf))
        assert len(_lines(driver)) == 1
        assert "ใช้รายการไฟล์ที่แนบ" in texts(driver, ".job .hint")[0]
        severe = [line for line in driver.get_log("browser") if line["level"] == "SEVERE"]
        assert severe == []


def _lines(driver: Any) -> list[str]:
    import time

    for _ in range(300):
        if found := texts(driver, ".job:first-child .lines li"):
            return found
        time.sleep(0.1)
    raise AssertionError("no file was done")
