"""Calls of DuckDB's functions and of the macros in ``macros.sql``."""

import re
from collections.abc import Sequence
from pathlib import Path

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import family

MACROS = Path(__file__).parent.parent.joinpath("macros.sql").read_text()
ALL_MACROS = frozenset(re.findall(r"^CREATE MACRO (\w+)", MACROS, re.MULTILINE))
MACRO_NAMES = frozenset(
    name.removeprefix("trino_") for name in ALL_MACROS if name.startswith("trino_") and "__" not in name
)


def call(name: str, *args: exp.Expr) -> exp.Anonymous:
    """A DuckDB call by name."""
    return exp.Anonymous(this=name, expressions=list(args))


def variant(macro: str, deciding: Sequence[exp.Expr]) -> str:
    """The form of a macro for arguments that are all of one family of types; the general one when there is none."""
    families = {family(argument) for argument in deciding}
    special = f"{macro}__{families.pop()}" if len(families) == 1 else macro
    return special if special in ALL_MACROS else macro
