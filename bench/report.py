"""Figures for a person, as a table, and for a program, as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table

from bench.figures import Figure

_MET = {None: "", True: "yes", False: "no"}


def table(subject: str, figures: Iterable[Figure]) -> Table:
    """A subject's figures, a line each."""
    result = Table(box=box.ASCII)
    result.add_column(subject, overflow="fold")
    for heading in ("value", "against", "ratio", "goal", "met"):
        result.add_column(heading, justify="right" if heading in ("value", "ratio") else "left")
    for figure in figures:
        result.add_row(*_cells(figure))
    return result


def _cells(figure: Figure) -> Sequence[str]:
    ratio = "" if figure.ratio is None else f"{_number(figure.ratio)} x"
    value = f"{_number(figure.value)} {figure.unit}"
    return (figure.name, value, figure.against, ratio, str(figure.goal or ""), _MET[figure.met])


def _number(value: float) -> str:
    """Three digits that count: 0.0123, 1.23, 12.3, and whole from 100 on."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def as_json(results: Mapping[str, Sequence[Figure]]) -> str:
    """All figures by subject, and what they were measured on."""
    return json.dumps(
        {
            "machine": _machine(),
            "subjects": {name: [figure.as_json() for figure in figures] for name, figures in results.items()},
        },
        indent=2,
    )


def _machine() -> dict[str, Any]:
    return {"cores": os.cpu_count(), "architecture": platform.machine(), "python": platform.python_version()}
