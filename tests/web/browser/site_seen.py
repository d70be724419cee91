"""The page as somebody in front of it sees it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from served import Page

_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1400,1000",
)
_LONG = 30
"""Seconds that anything may take on a busy machine; nothing waits for longer than it takes."""


@contextmanager
def driver(program: str, chromedriver: str, folder: Path) -> Iterator[webdriver.Chrome]:
    """A browser with a profile of its own, that tells which addresses it asks for."""
    os.environ["SE_OFFLINE"] = "true"
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for one in (*_OPTIONS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(one)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    try:
        found.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)}
        )
        yield found
    finally:
        found.quit()


class Site:
    """What can be done on the page, in the words of a test."""

    def __init__(self, browser: webdriver.Chrome, page: Page, folder: Path) -> None:
        self.browser, self.page, self.folder = browser, page, folder

    def visit(self, path: str = "/") -> None:
        """The page as it is at first."""
        self.browser.get(self.page.origin + path)
        self.until(lambda: self.one("#unit-kind option"))

    def until(self, found: Any) -> Any:
        """Wait until a function gives something."""
        return WebDriverWait(self.browser, _LONG, 0.05).until(lambda _: found())

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement | None:
        return next(iter(self.all(selector)), None)

    def the(self, selector: str) -> WebElement:
        """An element that is there, or will be."""
        found: WebElement = self.until(lambda: self.one(selector))
        return found

    def click(self, selector: str) -> None:
        """Click what is there, or will be, wherever it has to be scrolled to."""
        element = self.the(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        self.until(element.is_displayed)
        element.click()

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def open(self, name: str, content: str | bytes) -> None:
        """Open a file on the page, and wait for what comes of it."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.the("#file").send_keys(str(path))
        self.until(lambda: Path(name).stem in self.the("#name").text and self.idle)

    @property
    def idle(self) -> bool:
        """Whether all is checked that is there."""
        return bool(self.run("return document.body.dataset.settled === 'yes'"))

    @property
    def text(self) -> str:
        """The text in the editor, without what is said between its lines."""
        lines: list[str] = self.run(
            "return [...document.querySelectorAll('.cm-line')].map((line) => line.textContent)"
        )
        return "\n".join(lines)

    def type(self, text: str) -> None:
        """Type at the end of the text."""
        area = self.the(".cm-content")
        area.click()
        area.send_keys(Keys.CONTROL, Keys.END)
        area.send_keys(text)

    @property
    def messages(self) -> list[str]:
        """What the list of findings says."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll('#findings .message')].map((m) => m.textContent)"
        )
        return found

    def file(self, name: str) -> bytes:
        """A file that was downloaded."""
        path = self.folder / name
        self.until(lambda: path.exists() and path.stat().st_size)
        data = path.read_bytes()
        path.unlink()
        return data

    def asked(self) -> list[str]:
        """The addresses that were asked for since this was last looked at."""
        logged: list[dict[str, str]] = self.browser.get_log("performance")  # type: ignore[no-untyped-call]
        events = (json.loads(one["message"])["message"] for one in logged)
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """What the browser itself has to say, as of a policy that is broken."""
        logged: list[dict[str, str]] = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [one["message"] for one in logged if "/api/" not in one["message"]]

    @contextmanager
    def narrow(self, width: int) -> Iterator[None]:
        """A window as narrow as that of a telephone."""
        size = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        try:
            yield
        finally:
            self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
