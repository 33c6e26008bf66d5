"""A query's result as text: a table to look at, CSV, or JSON."""

import csv
import json
import math
from collections.abc import Callable
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table

from pipeline.athena import Result

_INTEGERS = frozenset({"tinyint", "smallint", "integer", "int", "bigint"})
_FLOATS = frozenset({"double", "float", "real"})
_NUMBERS = _INTEGERS | _FLOATS | {"decimal"}
_NO_EDGE = 100_000  # columns: a file or a pipe has no edge at which to fold a value


class NotRenderableError(Exception):
    """The format can't hold the result."""


def as_table(result: Result, out: TextIO) -> None:
    """Rows under their columns, numbers to the right; no value is cut short."""
    console = Console(file=out, markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = _NO_EDGE
    drawn = Table(box=box.ROUNDED if console.is_terminal else box.ASCII)
    for column in result.columns:
        drawn.add_column(column.name, justify="right" if column.type in _NUMBERS else "left", overflow="fold")
    for row in result.rows:
        drawn.add_row(*("NULL" if value is None else _visible(value) for value in row))
    if result.columns:
        console.print(drawn)


def as_csv(result: Result, out: TextIO) -> None:
    """A header and the rows; NULL is empty."""
    writer = csv.writer(out, lineterminator="\n")
    if result.columns:
        writer.writerow(column.name for column in result.columns)
    writer.writerows(result.rows)


def as_json(result: Result, out: TextIO) -> None:
    """An array of objects, one a line; whole numbers, floating-point numbers, booleans and NULL are JSON's own.

    Everything else is text as Athena sends it: a decimal keeps its digits, and NaN has no number in JSON. Raises
    NotRenderableError when two columns have one name.
    """
    names = [column.name for column in result.columns]
    if len(set(names)) < len(names):
        raise NotRenderableError("two columns have the same name: tell them apart with AS")
    rows = (
        {column.name: _json_value(value, column.type) for column, value in zip(result.columns, row, strict=True)}
        for row in result.rows
    )
    out.write("[" + ",\n ".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n")


FORMATS: dict[str, Callable[[Result, TextIO], None]] = {"table": as_table, "csv": as_csv, "json": as_json}


def _json_value(value: str | None, type_: str) -> str | int | float | bool | None:
    if value is None:
        return None
    if type_ in _INTEGERS:
        return int(value)
    if type_ in _FLOATS:
        return float(value) if math.isfinite(float(value)) else value
    return value == "true" if type_ == "boolean" else value


def _visible(value: str) -> str:
    """The value with what would steer a terminal, or break the row, written as an escape."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in value)
