"""A real Chromium, one that is installed already: the tests are skipped, and say so, where there is none."""

import os
import shutil
import uuid
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from offline_aws.native import Sandbox
from pipeline.resources import dashboard, table
from pipeline.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

# The first page of a sandbox waits for the charting library to be put together.
expect.set_options(timeout=20_000)

Land = Callable[[str], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        warnings.warn("the page is NOT tested: there is no Chromium on the PATH", stacklevel=1)
        pytest.skip("there is no Chromium on the PATH: install it (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(20_000)
    yield page
    page.close()


@pytest.fixture
def settings(sandbox: Sandbox) -> Settings:
    """The pipeline's settings with a bucket, a table and a dashboard of the test's own."""
    name = f"browser-{uuid.uuid4()}"
    own = {"BUCKET": name, "TABLE": name.replace("-", "_"), "DASHBOARD": name}
    return Settings.load(os.environ | {f"CLICKSTREAM_{key}": value for key, value in own.items()})


@pytest.fixture
def land(settings: Settings, client: Callable[[str], Any]) -> Land:
    """Puts lines of JSON where Firehose puts them."""
    s3 = client("s3")
    s3.create_bucket(Bucket=settings.bucket)
    table.create(settings)

    def put(lines: str) -> None:
        now = datetime.now(UTC)
        s3.put_object(Bucket=settings.bucket, Key=f"{now:%Y/%m/%d/%H}/{now:%M%S.%f}", Body=lines.encode())

    return put


@pytest.fixture
def url(settings: Settings, land: Land) -> str:
    """Where the test's dashboard is drawn: the pipeline's own definition over the test's table."""
    dashboard.create(settings)
    url = dashboard.url(settings)
    assert url is not None
    return url
