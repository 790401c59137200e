"""The page for everyone, in a real browser: any size, without a mouse, in English, and as axe sees
it.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report.batches import BATCH, finding, report
from report.browser import needs_chromium
from report.folders import FIVE, REPORTS
from report.pages import at, find, keys, opened, settled, view

from ita_checker.model import Batch, Words

pytestmark = needs_chromium
HOME = Path(__file__).parents[2]
AXE = [
    *([Path(os.environ["AXE_CORE"])] if "AXE_CORE" in os.environ else []),
    *sorted(HOME.glob(".venv/axe/node_modules/axe-core/axe.min.js")),
]
VIEWS = ("offices?office=1", "overview", "findings", "reports", "decisions", "rules")
SIZES = ((1280, 720), (820, 1180), (390, 844))


def sized(driver: Any, width: int, height: int) -> None:
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
    )


@pytest.fixture
def whole(driver: Any) -> Any:
    """Return the browser, its own size back after the test."""
    yield driver
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_scrolls_sideways_and_deciding_is_in_sight(
    whole: Any, tmp_path: Path, size: tuple[int, int]
) -> None:
    driver = whole
    sized(driver, *size)
    opened(driver, tmp_path, replace(FIVE, reports=(*REPORTS, *BATCH.reports)))
    for name in VIEWS:
        at(driver, f"#/{name}")
        width = driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= size[0], name
    at(driver, "#/findings")
    find(driver, ".entry").click()
    settled(driver)
    bottom = driver.execute_script(
        "return document.querySelector('#decide .choice').getBoundingClientRect().bottom"
    )
    assert 0 < bottom <= size[1]
    if size[0] < 900:  # the finding stands in the list's place; there and back
        assert not find(driver, "#list").is_displayed()
        find(driver, ".walker button:last-child").click()
        find(driver, ".to-list").click()
        assert find(driver, "#list").is_displayed()


@pytest.mark.skipif(not AXE, reason="needs axe-core (make browser installs it where npm is)")
@pytest.mark.parametrize("lang", ["th", "en"])
def test_axe_finds_nothing_in_any_view_at_any_size(whole: Any, tmp_path: Path, lang: str) -> None:
    driver, axe = whole, AXE[0].read_text(encoding="utf-8")
    opened(driver, tmp_path, replace(FIVE, reports=(*REPORTS, *BATCH.reports)), lang)
    run = """const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(
        (told) => done([told.passes.length, told.violations.map((one) => `${one.id} ${one.nodes[0].html}`)]))"""
    for size in SIZES:
        sized(driver, *size)
        for name in VIEWS:
            at(driver, f"#/{name}")
            driver.execute_script(axe)
            passes, violations = driver.execute_async_script(run)
            assert (passes > 20, violations) == (True, []), (size, name)
    sized(driver, 1280, 720)
    for opens in ("help", "bulk-dialog"):
        driver.execute_script(f"document.getElementById('{opens}').showModal()")
        passes, violations = driver.execute_async_script(run)
        assert violations == [], opens
        driver.execute_script(f"document.getElementById('{opens}').close()")


def test_what_has_the_focus_is_seen(driver: Any, tmp_path: Path) -> None:
    from selenium.webdriver import ActionChains

    opened(driver, tmp_path, FIVE)
    view(driver, "findings")
    for _ in range(25):
        ActionChains(driver).send_keys("\ue004").perform()
        outline = driver.execute_script(
            "const e = document.activeElement; const s = getComputedStyle(e);return [e.tagName,"
            " s.outlineStyle, parseFloat(s.outlineWidth), e.matches('.hidden-input')]"
        )
        assert outline[0] == "BODY" or outline[3] or (outline[1] != "none" and outline[2] >= 2), (
            outline
        )


def test_english_has_no_thai_word_of_ours(driver: Any, tmp_path: Path) -> None:
    plain = Batch(
        (
            report(
                "a.pdf",
                finding("YEA005", "x", "quote", message=Words("ก", "found x"), rule="r"),
                organisation="Office A",
            ),
        ),
        (),
        "1",
    )
    opened(driver, tmp_path, plain, "en")
    for name in VIEWS:
        at(driver, f"#/{name}")
        said = driver.execute_script("return document.body.innerText")
        assert re.findall("[\u0e00-\u0e7f]+", said) == [], name
    keys(driver, "?")
    assert re.findall("[\u0e00-\u0e7f]+", find(driver, "#help").text) == []
