"""How long the dashboard takes to paint a million clicks, in Chromium, from the address to the last visual.

The clicks lie in a few objects of one hour. The first visit of a sheet reads and caches them.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.figures import Figure, at_most
from bench.run import Run, seconds
from bench.sandboxes import running
from pipeline.clicks.click import Click
from pipeline.settings import Settings
from scripts.picture import FLAGS, READY, installed_chromium
from tests.aws import client_of

CLICKS, QUICK_CLICKS, OBJECTS, VISITS = 1_000_000, 10_000, 4, 5
SHEETS = ("tutorial", "owner")
PATIENCE = 120_000  # ms
_INIT = Path(__file__).parent.parent / "init"


def figures(run: Run) -> Iterator[Figure]:
    number = QUICK_CLICKS if run.quick else CLICKS
    with running(run, "dashboard", init=_INIT) as sandbox, sync_playwright() as playwright:
        settings = Settings()
        _land(run, client_of(sandbox, "s3"), settings.bucket, number)
        url = f"{sandbox.url}/_aws/quicksight/dashboards/000000000000/{settings.region}/{settings.dashboard}"
        browser = playwright.chromium.launch(executable_path=installed_chromium(), args=FLAGS)
        for sheet in SHEETS:
            with run.step(f"painting the {sheet} sheet"):
                first, *later = [_paint(browser, f"{url}#{sheet}") for _ in range(1 + VISITS)]
            yield Figure(f"{number:,} clicks, first paint of the {sheet} sheet", first, "s")
            yield Figure(f"{number:,} clicks, paint of the {sheet} sheet", median(later), "s", goal=at_most(2))
        browser.close()


def _land(run: Run, s3: Any, bucket: str, number: int) -> None:
    """Clicks of the last hours, where Firehose puts them."""
    now, chance = datetime.now(UTC), random.Random(1)  # noqa: S311  (the same clicks in every run)
    with run.step(f"writing {number:,} clicks", total=OBJECTS) as advance:
        for part in range(OBJECTS):
            lines = b"\n".join(_line(chance, now) for _ in range(number // OBJECTS))
            s3.put_object(Bucket=bucket, Key=f"{now:%Y/%m/%d/%H}/speed-{part}", Body=lines)
            advance(1)


def _line(chance: random.Random, now: datetime) -> bytes:
    at = now - timedelta(seconds=chance.randrange(6 * 3600))
    course = chance.choice(("drink", "appetizer", "entree", "dessert"))
    click = Click(f"{course}_{chance.randint(1, 6)}", chance.randint(1, 90), f"restaurant_{chance.randint(1, 6)}", at)
    return click.body()


def _paint(browser: Browser, url: str) -> float:
    """From asking for the page to its last visual."""
    page = browser.new_page(reduced_motion="reduce")

    def visit() -> None:
        page.goto(url)
        page.wait_for_selector(READY, timeout=PATIENCE)

    taken = seconds(visit)
    page.close()
    return taken
