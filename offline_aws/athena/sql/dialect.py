"""Athena's SELECT as sqlglot reads it: Trino's grammar, in which every function call keeps the name it was written with.

sqlglot would map calls to its own canonical functions and translate those; which names it knows is not which names
Athena knows, and some translations differ in meaning. So nothing is mapped here: a call stays ``exp.Anonymous`` and
``rewrite/functions.py`` decides, by one table, what it becomes in DuckDB or that it does not exist.
"""

from sqlglot import exp
from sqlglot.dialects.trino import Trino
from sqlglot.parsers.trino import TrinoParser

HIDDEN_COLUMNS = ("$path", "$file_size", "$file_modified_time")

# Calls with a grammar of their own, like CAST(x AS type).
_SPECIAL_FORMS = ("CAST", "TRY_CAST", "EXTRACT", "POSITION", "SUBSTRING", "TRIM", "LISTAGG")


class AthenaQueryParser(TrinoParser):
    FUNCTIONS: dict[str, object] = {}  # noqa: RUF012
    FUNCTION_PARSERS = {  # noqa: RUF012
        name: parse for name, parse in TrinoParser.FUNCTION_PARSERS.items() if name in _SPECIAL_FORMS
    }


class AthenaQuery(Trino):
    Parser = AthenaQueryParser
    # sqlglot leaves these out of SELECT *, as Athena does.
    PSEUDOCOLUMNS = {name.upper() for name in HIDDEN_COLUMNS}  # noqa: RUF012


def place(node: exp.Expression) -> tuple[int, int] | None:
    """(line, column), both from 1, where the node begins in the query text; None when it is not known."""
    for candidate in (node, *node.find_all(exp.Identifier)):
        meta = candidate.meta
        if "line" in meta and "start" in meta:
            return meta["line"], meta["col"] - (meta["end"] - meta["start"])
    return None
