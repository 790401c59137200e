"""Deciding on the page, in a real browser: by keyboard, never lost, undone, many at once, by
several people.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from report.batches import BATCH, PACK, finding, report
from report.browser import needs_chromium
from report.pages import (
    SIX,
    choose,
    chosen,
    deciding,
    decisions,
    find,
    keys,
    opened,
    settled,
    severe,
    texts,
    view,
)

from ita_checker.model import Batch, Severity

pytestmark = needs_chromium


def test_six_findings_are_decided_by_keys_alone_and_each_press_goes_on_to_the_next(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    keys(driver, "1")
    assert chosen(driver) == "ORG001"
    keys(driver, "2")  # to dismiss takes a reason: the field has the keys now
    assert driver.switch_to.active_element.get_attribute("name") == "reason"
    keys(driver, "สะกดเดิม\n")
    assert chosen(driver) == "TXT001"
    keys(driver, "3")
    assert chosen(driver) == "MEA002"
    keys(driver, "jk")
    assert chosen(driver) == "MEA002"
    keys(driver, "kkk")
    assert chosen(driver) == "YEA005"
    keys(driver, "n")
    assert chosen(driver) == "MEA002"
    keys(driver, "j1")
    assert decisions(driver) == [
        "ยืนยัน",
        "ไม่ใช่ข้อบกพร่อง",
        "ให้หน่วยงานชี้แจง",
        "",
        "ยืนยัน",
        "",
    ]
    keys(driver, "1")
    assert chosen(driver) == "MEA002"  # none is left below: the first from the top
    keys(driver, "1")
    assert "พิจารณาครบทุกข้อ" in find(driver, "#said").text
    assert find(driver, "#shown").text == "6 ข้อ · ยังไม่พิจารณา 0"
    assert severe(driver) == []


def test_keys_work_while_the_keyboard_is_set_to_thai(driver: Any, tmp_path: Path) -> None:
    deciding(driver, tmp_path)
    for key, code in (("่", "KeyJ"), ("ๅ", "Digit1"), ("/", "Digit2")):
        driver.execute_script(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
            "{key: arguments[0], code: arguments[1], bubbles: true, cancelable: true}))", key, code,
        )  # fmt: skip
    assert decisions(driver)[1] == "ยืนยัน"
    assert find(driver, "#detail .problem").text.startswith("โปรดใส่เหตุผล")


def test_the_other_keys_search_show_help_and_leave_a_field(driver: Any, tmp_path: Path) -> None:
    deciding(driver, tmp_path)
    keys(driver, "/")
    assert driver.switch_to.active_element.get_attribute("name") == "words"
    keys(driver, "ye")  # in a field keys are letters
    assert decisions(driver)[0] == ""
    keys(driver, "\ue00c")
    settled(driver)  # the field is emptied, the list drawn anew
    assert driver.switch_to.active_element.tag_name in ("button", "body")
    keys(driver, "?")
    assert find(driver, "#help").is_displayed()
    assert len(texts(driver, "#help-keys dd")) == 14
    keys(driver, "?")
    assert not find(driver, "#help").is_displayed()
    keys(driver, "r")
    assert driver.switch_to.active_element.get_attribute("name") == "reason"


def test_undo_takes_back_step_by_step_and_redo_does_again(driver: Any, tmp_path: Path) -> None:
    deciding(driver, tmp_path)
    keys(driver, "13")
    assert decisions(driver)[:3] == ["ยืนยัน", "ให้หน่วยงานชี้แจง", ""]
    keys(driver, "u")
    assert (decisions(driver)[:2], chosen(driver)) == (["ยืนยัน", ""], "ORG001")
    keys(driver, "u")
    assert (decisions(driver)[:2], chosen(driver)) == (["", ""], "YEA005")
    keys(driver, "u")
    assert find(driver, "#said").text == "ไม่มีสิ่งที่จะเลิกทำ"
    keys(driver, "UU")
    assert decisions(driver)[:2] == ["ยืนยัน", "ให้หน่วยงานชี้แจง"]
    driver.refresh()
    view(driver, "findings")
    assert decisions(driver)[:2] == ["ยืนยัน", "ให้หน่วยงานชี้แจง"]


def test_a_reason_is_kept_as_it_is_typed_whatever_is_done_next(driver: Any, tmp_path: Path) -> None:
    deciding(driver, tmp_path)
    keys(driver, "r")
    keys(driver, "พิมพ์ค้างไว้")
    driver.find_elements("css selector", ".entry")[1].click()
    driver.find_elements("css selector", ".entry")[0].click()
    assert find(driver, "#detail [name=reason]").get_attribute("value") == "พิมพ์ค้างไว้"
    find(driver, "#detail [data-kind=confirmed]").click()
    keys(driver, "kr")
    keys(driver, " ต่อท้าย")
    driver.refresh()
    view(driver, "findings")
    assert find(driver, "#detail [name=reason]").get_attribute("value") == "พิมพ์ค้างไว้ ต่อท้าย"
    assert driver.switch_to.active_element.tag_name != "textarea"


def test_decisions_stay_with_their_findings_when_files_are_added_and_pages_share_them(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    keys(driver, "1")
    more = Batch((report("2564/aa/O42.pdf", finding("TXT002", "ดุลยพินิจ"), sha256="dd" * 32),
    *SIX.reports),
                 (PACK,), "1.2.3")  # fmt: skip
    (tmp_path / "more").mkdir()
    opened(driver, tmp_path / "more", more)
    view(driver, "findings")
    assert decisions(driver) == ["", "ยืนยัน", "", "", "", "", ""]
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    deciding(driver, tmp_path)  # the first page again, in a window of its own
    driver.find_elements("css selector", ".entry")[1].click()
    keys(driver, "3")
    driver.close()
    driver.switch_to.window(first)
    settled(driver)
    assert decisions(driver)[:3] == ["", "ยืนยัน", "ให้หน่วยงานชี้แจง"]


def test_all_that_the_filter_shows_is_decided_at_once_and_undone_at_once(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    keys(driver, "1")
    choose(driver, "family", "MEA")
    find(driver, "#bulk").click()
    assert "MEA มาตรการ" in find(driver, "#bulk-asked").text
    find(driver, "#bulk-form [value=dismissed]").click()
    assert not find(driver, "#bulk-do").is_enabled()
    find(driver, "#bulk-form [name=reason]").send_keys("แบบใหม่")
    assert find(driver, "#bulk-count").text == "จะใช้กับ 2 ข้อ จาก 2 ข้อ ใน 1 ไฟล์"
    find(driver, "#bulk-do").click()
    assert decisions(driver) == ["ไม่ใช่ข้อบกพร่อง"] * 2
    find(driver, "#said .undo").click()
    assert decisions(driver) == ["", ""]
    choose(driver, "family", "")
    assert decisions(driver)[0] == "ยืนยัน"


def test_what_cannot_be_dismissed_is_left_out_of_a_dismissal_of_many(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path, BATCH)
    find(driver, "#bulk").click()
    find(driver, "#bulk-form [value=dismissed]").click()
    find(driver, "#bulk-form [name=reason]").send_keys("ก")
    assert find(driver, "#bulk-count").text == "จะใช้กับ 2 ข้อ จาก 3 ข้อ ใน 1 ไฟล์"


def test_a_page_that_may_keep_nothing_says_so(driver: Any, tmp_path: Path) -> None:
    script = "Storage.prototype.setItem = () => { throw new Error('full') }"
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    try:
        deciding(driver, tmp_path)
        keys(driver, "1")
        settled(driver)
        view(driver, "decisions")
        assert find(driver, "#kept").text.startswith("เบราว์เซอร์นี้ไม่ให้เก็บข้อมูล")
        assert find(driver, "#progress").text.startswith("ท่านพิจารณาแล้ว 1 จาก 6")
        driver.execute_script("onbeforeunload = null")
    finally:
        identifier = {"identifier": added["identifier"]}
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", identifier)
        driver.get("about:blank")
        for _ in range(2):
            try:
                driver.switch_to.alert.accept()
            except Exception:  # no question was asked
                break


def test_advice_and_graver_findings_are_sorted_and_grouped_as_asked(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path, BATCH)
    choose(driver, "order", "code")
    assert [text.split("\n")[0] for text in texts(driver, ".entry b")] == [
        "DOC003",
        "ORG001",
        "YEA005",
    ]
    assert texts(driver, "#list .group b") == ["DOC003", "ORG001", "YEA005"]
    assert BATCH.reports[0].findings[1].severity is Severity.ADVICE


def test_what_was_decided_before_a_reload_can_still_be_undone_and_done_again(
    driver: Any, tmp_path: Path
) -> None:
    deciding(driver, tmp_path)
    keys(driver, "13")
    driver.refresh()
    settled(driver)
    assert decisions(driver)[:2] == ["ยืนยัน", "ให้หน่วยงานชี้แจง"]
    keys(driver, "uu")
    assert decisions(driver) == [""] * 6
    driver.refresh()
    settled(driver)
    keys(driver, "UU")
    assert decisions(driver)[:2] == ["ยืนยัน", "ให้หน่วยงานชี้แจง"]
    assert severe(driver) == []
