"""How tests use the page: open it, look, press, type."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from report.batches import PACK, finding, report

from ita_checker.model import Batch
from ita_checker.report.formats import html


def opened(driver: Any, home: Path, batch: Batch, lang: str = "th") -> Any:
    page = home / "report.html"
    page.write_text("".join(html.render(batch, lang)), encoding="utf-8")
    driver.get(page.as_uri())
    return driver


def find(driver: Any, selector: str) -> Any:
    return driver.find_element("css selector", selector)


def texts(driver: Any, selector: str) -> list[str]:
    return [one.text for one in driver.find_elements("css selector", selector)]


def view(driver: Any, name: str) -> None:
    find(driver, f"nav [data-view={name}]").click()
    for _ in range(100):
        if find(driver, "body").get_attribute("data-view") == name:
            return
        time.sleep(0.05)


def search(driver: Any, words: str) -> None:
    field = find(driver, "#filters [name=words]")
    field.clear()
    field.send_keys(words)
    settled(driver)


def choose(driver: Any, name: str, value: str) -> None:
    driver.execute_script(
        "const f=document.querySelector(`#filters [name=${arguments[0]}]`); f.value=arguments[1];"
        "f.dispatchEvent(new Event('input',{bubbles:true}))", name, value,
    )  # fmt: skip
    settled(driver)


def settled(driver: Any, wait: int = 250) -> None:
    """Return once the page has done what it does a moment later: its own timers run before ours."""
    driver.execute_async_script("setTimeout(arguments[1], arguments[0])", wait)


def until(driver: Any, selector: str, words: str) -> str:
    """Return the text of an element as soon as it has these words."""
    for _ in range(100):
        if words in (text := str(find(driver, selector).text)):
            return text
        settled(driver, 50)
    raise AssertionError(f"{selector} never said {words}, but {find(driver, selector).text}")


def at(driver: Any, address: str) -> None:
    """Go to an address within the page."""
    driver.execute_script("location.hash = arguments[0]", address)
    settled(driver)


def keys(driver: Any, pressed: str) -> None:
    """Press keys one by one, wherever the focus is."""
    for key in pressed:
        driver.switch_to.active_element.send_keys(key)
    settled(driver, 20)


def chosen(driver: Any) -> str:
    """Return the code of the finding that is shown."""
    return str(find(driver, "#detail .code").text)


def decisions(driver: Any) -> list[str]:
    """Return what the list shows to be decided, entry by entry, empty where nothing is."""
    script = """return [...document.querySelectorAll('.entry')].map((entry) =>
        [...entry.querySelectorAll('.decision:not(.doubt)')].map((mark) => mark.textContent).join(' '))"""
    return list(driver.execute_script(script))


def severe(driver: Any) -> list[str]:
    """Return the errors that the page made."""
    return [log["message"] for log in driver.get_log("browser") if log["level"] == "SEVERE"]


CODES = ("YEA005", "ORG001", "TXT001", "MEA002", "MEA004", "RND003")
SIX = Batch(
    (
        report(
            "2564/dong/O43.pdf",
            *(finding(code, f"เรื่องที่ {place}") for place, code in enumerate(CODES)),
            sha256="aa" * 32,
        ),
    ),
    (PACK,),
    "1.2.3",
)


def deciding(driver: Any, home: Path, batch: Batch = SIX, lang: str = "th") -> Any:
    """Open the page's findings, the first of them chosen."""
    opened(driver, home, batch, lang)
    view(driver, "findings")
    find(driver, ".entry[aria-current]").click()
    return driver
