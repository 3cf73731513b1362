"""A real browser for tests of pages: Debian's Chromium, driven by its own driver; and axe-core, told of by AXE_CORE."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webdriver import WebDriver

BROWSERS, DRIVERS = ("chromium", "chromium-browser", "google-chrome"), ("chromedriver",)
AXE = "AXE_CORE"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--disable-dev-shm-usage", "--lang=en",
)  # fmt: skip


def missing(what: str) -> None:
    """Skip for want of something, which CI has to have."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}: CI has to have it")
    pytest.skip(what)


def program(names: Sequence[str]) -> str:
    """Where the first of these programs is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing(f"there is no {names[0]}: apt-get install chromium chromium-driver")
    return found or ""


@contextmanager
def browser(folder: Path) -> Iterator[WebDriver]:
    """A browser with a fresh profile in `folder`, which tells all that its console is told."""
    options = Options()
    options.binary_location, driver = program(BROWSERS), program(DRIVERS)
    for flag in (*FLAGS, f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield found
    finally:
        found.quit()


class Window:
    """A browser's window, of any size, light or dark, on screen or on paper."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, page: Path, width: int = 1280, scheme: str = "light", media: str = "screen") -> None:
        """Open a file afresh; nothing that the console was told before counts."""
        self.look(width, scheme, media)
        self.driver.get("about:blank")
        self.complaints()
        self.driver.get(page.as_uri())

    def look(self, width: int = 1280, scheme: str = "light", media: str = "screen") -> None:
        """Change the width, the colours that the reader prefers, and the medium."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.cdp("Emulation.setEmulatedMedia", media=media, features=features)

    def scripts(self, *, allowed: bool) -> None:
        """Whether pages may run scripts of their own, from the next one on."""
        self.cdp("Emulation.setScriptExecutionDisabled", value=not allowed)

    def cdp(self, command: str, **arguments: Any) -> Any:
        """Ask of the browser what only its own protocol can."""
        return self.driver.execute_cdp_cmd(command, arguments)  # type: ignore[attr-defined]

    def complaints(self) -> list[str]:
        """What the console was told since it was last asked."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]  # type: ignore[attr-defined]

    def js(self, script: str, *arguments: Any) -> Any:
        """What a function's body returns, with the policy of the page left out of it."""
        return self.driver.execute_script(script, *arguments)


def axe() -> str:
    """The source of axe-core."""
    path = os.environ.get(AXE)
    if not path or not Path(path).is_file():
        missing(f"{AXE} names no file: npm install axe-core, and give the path of its axe.min.js")
    return Path(path or "").read_text(encoding="utf-8")
