"""A real browser for tests: headless Chromium, its downloads in a folder of the test's."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
DRIVER = shutil.which("chromedriver")
needs_chromium = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs chromium and chromium-driver (apt-get install them)"
)


@contextmanager
def browser(downloads: Path, offline: bool = True) -> Iterator[Any]:
    """Yield a driver; no network is reachable from it, unless it is to see a page served here."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for word in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1400,1000",
    ):
        options.add_argument(word)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        driver.set_network_conditions(offline=offline, latency=0, throughput=0)
        yield driver
    finally:
        driver.quit()


def exported(downloads: Path) -> Any:
    """Return the decisions file the browser wrote; it may take a moment."""
    for _ in range(100):
        for path in downloads.glob("ita-decisions-*.json"):
            return json.loads(path.read_text(encoding="utf-8"))
        time.sleep(0.1)
    raise AssertionError("nothing was downloaded")
