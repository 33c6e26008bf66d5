"""What each command of the command line does; each prints what it has to say and returns the exit status."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline import athena, demo, render
from pipeline.athena import Column, Result
from pipeline.clicks import arrival, sender
from pipeline.clicks.click import bodies_of
from pipeline.clicks.pacer import Pacer
from pipeline.clicks.report import Report
from pipeline.clicks.sessions import clicks_until
from pipeline.resources import Resource, api, stack
from pipeline.resources import dashboard as dashboard_resource
from pipeline.settings import Settings
from pipeline.statement import parse

OK, FAILED = 0, 1
DEFAULT_QUERY = Path(__file__).parent.parent / "queries" / "02_latest_clicks.sql"
_DEMO_RATE = 20.0


class NotDeployedError(Exception):
    """What the command needs is not there."""


def deploy(settings: Settings) -> int:
    for resource in stack.create(settings):
        _print_resource(resource)
    return OK


def destroy(settings: Settings) -> int:
    count = 0
    for resource in stack.destroy(settings):
        _print_resource(resource)
        count += 1
    print(f"{count} resources deleted")
    return OK


def status(settings: Settings) -> int:
    columns = tuple(Column(name, "varchar") for name in ("resource", "name", "detail"))
    found = tuple((each.kind, each.name, each.detail) for each in stack.describe(settings))
    render.as_table(Result(columns, found), sys.stdout)
    return OK


def urls(settings: Settings) -> int:
    print(f"clicks     POST {_ingest_url(settings)}")
    print(f"dashboard  {_dashboard_url(settings)}")
    return OK


def dashboard(settings: Settings) -> int:
    """Print where the dashboard is drawn."""
    print(_dashboard_url(settings))
    return OK


def send_generated(settings: Settings, number: int, seed: int, rate: float, wait: bool) -> int:
    """Send clicks of simulated guests, the last of which clicks now."""
    print(f"seed      {seed}", flush=True)
    bodies = (click.body() for click in clicks_until(datetime.now(UTC), number, seed))
    return _send(bodies, settings, Report(), rate, wait, number)


def send_file(settings: Settings, file: str, rate: float, wait: bool) -> int:
    """Send the lines of a JSON Lines file, `-` for standard input, as they come."""
    report = Report()

    def on_malformed(number: int, reason: str) -> None:
        report.malformed += 1
        print(f"line {number}: not sent: {reason}", file=sys.stderr)

    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as lines:
        return _send(bodies_of(lines, on_malformed), settings, report, rate, wait)


def query(settings: Settings, text: str, format_: str) -> int:
    """Run one statement; the comment that opens it is the table's title."""
    _print_result(athena.run(text, settings), parse(text).question, format_)
    return OK


def run_demo(settings: Settings) -> int:
    """The tutorial's five clicks in, their rows out."""
    status = _send(demo.bodies(), settings, Report(), _DEMO_RATE, wait=True, total=5)
    print()
    _print_result(athena.run(demo.rows_sql(settings), settings), demo.TITLE, "table")
    print()
    urls(settings)
    return status


def _send(
    bodies: Iterable[bytes], settings: Settings, report: Report, rate: float, wait: bool, total: int | None = None
) -> int:
    """Send the bodies and print the summary, of what was sent until then when it is interrupted."""
    post, began = sender.client(_ingest_url(settings)), datetime.now(UTC)
    before = arrival.rows_since(began, settings) if wait else 0
    try:
        with _progress(total) as advance:
            sender.send(bodies, post, Pacer(rate), report, advance)
    finally:
        print("\n".join(report.lines()), flush=True)
    if wait:
        _await_rows(before + report.accepted, began, settings)
    return OK if report.complete else FAILED


def _await_rows(expected: int, began: datetime, settings: Settings) -> None:
    sent = time.monotonic()
    interval = arrival.buffering_interval(settings)
    arrival.await_rows(lambda: arrival.rows_since(began, settings), expected, interval)
    print(f"queryable {time.monotonic() - sent:.1f} s after the last answer")


@contextmanager
def _progress(total: int | None) -> Iterator[Callable[[], None]]:
    """A bar on standard error while that is a terminal; gives the function that moves it on by one."""
    columns = (TextColumn("sending"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("sending", total=total)
        yield lambda: progress.advance(task)


def _ingest_url(settings: Settings) -> str:
    api_id = api.find_id(settings)
    if api_id is None:
        raise NotDeployedError(f"there is no REST API {settings.api_name}")
    return settings.api_url(api_id)


def _dashboard_url(settings: Settings) -> str:
    url = dashboard_resource.url(settings)
    if url is None:
        raise NotDeployedError(f"there is no dashboard {settings.dashboard}")
    return url


def _print_resource(resource: Resource) -> None:
    print(f"{resource.kind}: {resource.name}" + (f" ({resource.detail})" if resource.detail else ""), flush=True)


def _print_result(result: Result, title: str, format_: str) -> None:
    if format_ == "table" and title:
        print(title)
    render.FORMATS[format_](result, sys.stdout)
    if format_ == "table":
        print(f"{len(result.rows)} {'row' if len(result.rows) == 1 else 'rows'}" if result.columns else "done")
