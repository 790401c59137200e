"""What an auditor asks the page, in a real browser: who is worst, what is most frequent, where,
whose; and that what was asked stands in the address.
"""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from typing import Any

from report.batches import PACK
from report.browser import needs_chromium
from report.folders import FIVE, LOEI, of
from report.pages import (
    at,
    choose,
    chosen,
    find,
    keys,
    opened,
    search,
    settled,
    severe,
    texts,
    view,
)

from ita_checker.model import Batch

pytestmark = needs_chromium


def table(driver: Any, name: str) -> list[list[str]]:
    script = """return [...document.querySelectorAll(`${arguments[0]} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent))"""
    return list(driver.execute_script(script, name))


def test_the_worst_office_and_the_most_frequent_finding_stand_first(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    at(driver, "#/overview")
    assert texts(driver, ".worst b")[:2] == ["เทศบาลตำบลข", "เทศบาลตำบลก"]
    assert [text.split("\n")[0][:6] for text in texts(driver, ".frequent")] == [
        "TXT003",
        "YEA005",
        "ORG002",
    ]
    assert "2 หน่วยงาน" in texts(driver, ".frequent")[0]
    assert [row[:1] + row[2:3] for row in table(driver, "#unread")] == [["เทศบาลตำบลค", "ทั้งไฟล์"]]


def test_counts_go_by_province_district_year_and_item_and_sort_by_any_column(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    at(driver, "#/overview")
    find(driver, "[data-count=province]").click()
    assert [row[:6] for row in table(driver, "#counts")] == [
        ["ตราด", "3", "3", "3", "", "3"],
        ["เลย", "2", "3", "1", "4", "5"],
    ]
    for head in driver.find_elements("css selector", "#counts th button"):
        if head.text.startswith("รวม"):
            head.click()
            break
    assert [row[0] for row in table(driver, "#counts")] == ["เลย", "ตราด"]
    assert find(driver, "#counts th[aria-sort]").get_attribute("aria-sort") == "descending"
    driver.refresh()
    settled(driver)
    assert [row[0] for row in table(driver, "#counts")] == ["เลย", "ตราด"]
    find(driver, "[data-count=district]").click()
    assert [row[0] for row in table(driver, "#counts")] == ["คลองใหญ่ ตราด", "วังสะพุง เลย"]
    find(driver, "[data-count=year]").click()
    assert [row[0] for row in table(driver, "#counts")] == ["2564", "2565"]
    find(driver, "#counts tbody tr:nth-child(2) button").click()
    settled(driver)
    assert len(texts(driver, ".entry")) == 1


def test_offices_of_one_name_in_two_places_are_two_offices(driver: Any, tmp_path: Path) -> None:
    opened(driver, tmp_path, FIVE)
    at(driver, "#/overview")
    names = [row[0] for row in table(driver, "#counts")]
    assert {"อบต.หนองบัว (วังสะพุง เลย)", "อบต.หนองบัว (คลองใหญ่ ตราด)"} < set(names)
    view(driver, "findings")
    find(driver, "#filters [name=organisation]").send_keys("หนองบัว (คลองใหญ่")
    settled(driver)
    assert texts(driver, ".entry") == []
    find(driver, "#clear").click()
    find(driver, "#filters [name=organisation]").send_keys("หนองบัว")
    settled(driver)
    assert len(texts(driver, ".entry")) == 1


def test_what_is_asked_for_stands_in_the_address_and_comes_back_with_it(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    view(driver, "findings")
    search(driver, "yea005")
    choose(driver, "province", "ตราด")
    choose(driver, "order", "severity")
    assert len(texts(driver, ".entry")) == 2
    find(driver, ".entry").click()
    keys(driver, "j")
    address, code = driver.current_url, chosen(driver)
    assert "province=" in address and "order=severity" in address
    driver.refresh()
    settled(driver)
    assert (driver.current_url, chosen(driver), len(texts(driver, ".entry"))) == (address, code, 2)
    assert find(driver, "#filters [name=province]").get_attribute("value") == "ตราด"
    view(driver, "reports")
    driver.back()
    settled(driver)
    assert len(texts(driver, ".entry")) == 2
    find(driver, "#chips button").click()
    assert len(texts(driver, ".entry")) == 3


def test_each_finding_has_a_link_that_leads_to_it_whatever_is_filtered_or_decided(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    view(driver, "findings")
    driver.find_elements("css selector", ".entry")[2].click()
    link = find(driver, "#detail .link").get_attribute("href")
    subject = find(driver, "#detail .said-of").text
    keys(driver, "2")
    keys(driver, "ก\n")
    driver.get("about:blank")
    driver.get(link)
    settled(driver)
    assert find(driver, "#detail .said-of").text == subject
    assert find(driver, ".entry[aria-current]").text


def test_the_tables_of_offices_and_reports_sort_search_and_keep_it(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    at(driver, "#/offices?sort=advice&down=1")
    assert [row[0] for row in table(driver, "#office-table")][:1] == ["เทศบาลตำบลก"]
    at(driver, "#/reports?sort=year&down=1")
    assert table(driver, "#report-table")[0][4] == "2565/a.pdf"
    find(driver, "#report-table th:nth-child(3) button").click()
    assert [row[2] for row in table(driver, "#report-table")][-1] == "2565"
    at(driver, "#/reports?status=unreadable")
    assert [row[0] for row in table(driver, "#report-table")] == ["เทศบาลตำบลค"]


def test_the_heat_map_goes_by_quantiles_of_findings_per_report(driver: Any, tmp_path: Path) -> None:
    many = tuple(
        of(f"เทศบาลตำบลที่ {n}", LOEI, f"{n}.pdf", *(["YEA005"] * n)) for n in (1, 2, 4, 9, 30)
    )
    opened(driver, tmp_path, Batch(many, (PACK,), "1"))
    at(driver, "#/overview")
    script = (
        "return [...document.querySelectorAll('#heat td[class^=z]')].map((c) => [c.textContent,"
        " c.className])"
    )
    assert driver.execute_script(script) == [
        ["30", "z5"], ["9", "z4"], ["4", "z3"], ["2", "z2"], ["1", "z1"],
    ]  # fmt: skip
    assert texts(driver, "#heat-key .swatch") == ["≤ 1", "≤ 2", "≤ 4", "≤ 9", "≤ 30"]
    find(driver, "[data-columns=item]").click()
    find(driver, "[data-rows=province]").click()
    assert driver.execute_script(script) == [["46", "z1"]]
    assert "columns=item" in driver.current_url


def downloaded(home: Path, suffix: str) -> Path:
    for _ in range(100):
        for path in home.glob(f"*.{suffix}"):
            if path.name != "report.html":
                return path
        time.sleep(0.1)
    raise AssertionError("nothing was downloaded")


def test_one_office_is_handed_over_as_its_own_page_and_sheet_without_the_others(
    driver: Any, tmp_path: Path
) -> None:
    opened(driver, tmp_path, FIVE)
    view(driver, "findings")
    find(driver, ".entry").click()
    keys(driver, "1")  # the first of the first office is confirmed,
    keys(driver, "2")
    keys(driver, "ลับภายใน\n")  # the second dismissed, the others left open
    at(driver, "#/offices?office=1")
    find(driver, "#hand-over-sheet").click()
    rows = list(
        csv.reader(io.StringIO(downloaded(tmp_path, "csv").read_text(encoding="utf-8-sig")))
    )
    assert [(row[3], row[5]) for row in rows[1:]] == [("2564/a.pdf", "YEA005")]
    find(driver, ".hand-over [name=open]").click()
    find(driver, "#hand-over-page").click()
    page = downloaded(tmp_path, "html")
    text = page.read_text(encoding="utf-8")
    assert "ลับภายใน" not in text and "เทศบาลตำบลข" not in text and "หนองบัว" not in text
    driver.get(page.as_uri())
    view(driver, "findings")
    assert [entry.split()[0] for entry in texts(driver, ".entry .line")] == [
        "YEA005",
        "TXT003",
        "TXT003",
    ]
    assert find(driver, "h1").text == "ประเด็นที่ขอให้ตรวจสอบ: เทศบาลตำบลก"
    assert not find(driver, "#decide").is_displayed()
    assert severe(driver) == []
