"""Draw a page into a PNG file, without a screen: ``picture.py URL FILE``. Takes the Chromium that is installed."""

import shutil
import sys

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
READY = ".live"
"""The page says that it is live once its rows are drawn."""


def installed_chromium() -> str:
    """Where it is. Raises FileNotFoundError when there is none."""
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        raise FileNotFoundError(f"this needs a Chromium, and none of {', '.join(NAMES)} is installed")
    return chromium


def draw(url: str, file: str) -> None:
    """Raises playwright's Error when the page is not ready within half a minute."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 800}, reduced_motion="reduce")
        page.goto(url)
        page.wait_for_selector(READY)
        page.screenshot(path=file, full_page=True)
        browser.close()


if __name__ == "__main__":
    try:
        draw(*sys.argv[1:])
    except (Error, OSError) as error:
        sys.exit(f"error: {str(error).splitlines()[0]}")
