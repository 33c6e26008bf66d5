"""Athena's SELECT as sqlglot reads it: Trino's grammar, in which every function call keeps its own name.

sqlglot would map calls to its own canonical functions and translate those; which names it knows is not which names
Athena knows, and some translations differ in meaning. So nothing is mapped here: a call stays ``exp.Anonymous`` and
``rewrite/functions.py`` decides, by one table, what it becomes in DuckDB or that it does not exist.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from sqlglot import exp
from sqlglot.dialects.trino import Trino
from sqlglot.parsers.trino import TrinoParser
from sqlglot.tokenizer_core import Token

HIDDEN_COLUMNS = ("$path", "$file_size", "$file_modified_time")

# Calls with a grammar of their own, like CAST(x AS type).
_SPECIAL_FORMS = ("CAST", "TRY_CAST", "EXTRACT", "POSITION", "SUBSTRING", "TRIM", "LISTAGG")


class AthenaQueryParser(TrinoParser):
    FUNCTIONS: ClassVar[dict[str, Callable[..., Any]]] = {}
    FUNCTION_PARSERS: ClassVar[dict[str, Callable[..., Any]]] = {
        name: parse for name, parse in TrinoParser.FUNCTION_PARSERS.items() if name in _SPECIAL_FORMS
    }

    def _parse_primary(self) -> exp.Expr | None:
        token = self._curr
        return _placed(super()._parse_primary(), token)

    def _parse_function_call(self, *args: Any, **options: Any) -> exp.Expr | None:
        token = self._curr
        return _placed(super()._parse_function_call(*args, **options), token)


def _placed(node: exp.Expr | None, token: Token | None) -> exp.Expr | None:
    """The node with the place of its first token, which sqlglot keeps for names and numbers alone."""
    if node is not None and token is not None and "start" not in node.meta:
        node.update_positions(token)
    return node


class AthenaQuery(Trino):
    Parser = AthenaQueryParser
    # sqlglot leaves these out of SELECT *, as Athena does.
    PSEUDOCOLUMNS: set[str] = {name.upper() for name in HIDDEN_COLUMNS}  # noqa: RUF012


def place(node: exp.Expr) -> tuple[int, int] | None:
    """(line, column), both from 1, where the node begins in the query text; None when it is not known."""
    if "place" in node.meta:
        return node.meta["place"]
    nodes = (node,) if "line" in node.meta else node.find_all(exp.Identifier)
    metas = [item.meta for item in nodes if "line" in item.meta]
    return min(((m["line"], m["col"] - (m["end"] - m["start"])) for m in metas), default=None)
