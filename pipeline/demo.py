"""The tutorial's run: its five clicks, and the SQL that shows their rows."""

from collections.abc import Iterator
from importlib.resources import files

from pipeline.clicks.click import bodies_of
from pipeline.settings import Settings

TITLE = "The rows of the tutorial's clicks, the latest hour first"


def bodies() -> Iterator[bytes]:
    """The tutorial's five requests, byte for byte: its en dashes and its one `createdAt` too."""
    with files("pipeline.clicks").joinpath("tutorial.jsonl").open("rb") as lines:
        yield from bodies_of(lines, _refuse)


def rows_sql(settings: Settings) -> str:
    """The rows of this run and of the runs before it: four runs' at most, every run sends the same clicks."""
    table = settings.table.replace('"', '""')
    return f"""\
SELECT element_clicked, time_spent, source_menu, created_at, datehour
FROM "{table}"
WHERE source_menu = 'restaurant_name'
ORDER BY datehour DESC, element_clicked, time_spent DESC
LIMIT 20"""  # noqa: S608 - an identifier from the settings, quoted


def _refuse(number: int, reason: str) -> None:
    raise AssertionError(f"line {number} of the tutorial's clicks: {reason}")
