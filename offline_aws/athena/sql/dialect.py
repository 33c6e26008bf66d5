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
from sqlglot.tokenizer_core import Token, TokenType

from offline_aws.athena.sql import json_syntax

HIDDEN_COLUMNS = ("$path", "$file_size", "$file_modified_time")

# Calls with a grammar of their own, like CAST(x AS type).
_SPECIAL_FORMS = ("CAST", "TRY_CAST", "EXTRACT", "POSITION", "SUBSTRING", "TRIM")


def _listagg(parser: "AthenaQueryParser") -> exp.Expr:
    """LISTAGG, whose texts follow each other without a separator if none is given; DuckDB would take a comma."""
    node = TrinoParser.FUNCTION_PARSERS["LISTAGG"](parser)
    if node.args.get("separator") is None:
        node.set("separator", exp.Literal.string(""))
    return node


class AthenaQueryParser(TrinoParser):
    FUNCTIONS: ClassVar[dict[str, Callable[..., Any]]] = {}
    FUNCTION_PARSERS: ClassVar[dict[str, Callable[..., Any]]] = {
        name: parse for name, parse in TrinoParser.FUNCTION_PARSERS.items() if name in _SPECIAL_FORMS
    } | {
        **json_syntax.PARSERS,
        "LISTAGG": _listagg,
    }

    def _parse_atom(self) -> exp.Expr | None:
        token = self._curr
        return _placed(super()._parse_atom(), token)

    def _parse_primary(self) -> exp.Expr | None:
        token = self._curr
        return _placed(super()._parse_primary(), token)

    def _parse_id_var(self, any_token: bool = True, tokens: Any = None) -> exp.Expr | None:
        """GROUPS at the start of a window begins its frame, unless it names a window."""
        if tokens is self.WINDOW_ALIAS_TOKENS and self._curr.text.upper() == "GROUPS":
            names_one = self._next.text.upper() in (")", "PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS")
            return super()._parse_id_var(any_token, tokens) if names_one else None
        return super()._parse_id_var(any_token, tokens)

    def _parse_table_sample(self, as_modifier: bool = False) -> exp.TableSample | None:
        """TABLESAMPLE BERNOULLI (expression)."""
        if not self._match(TokenType.TABLE_SAMPLE):
            return None
        method = self._parse_var(upper=True)
        return self.expression(exp.TableSample(method=method, percent=self._parse_wrapped(self._parse_expression)))

    def _parse_star(self) -> exp.Expr | None:
        token = self._curr
        return _placed(super()._parse_star(), token)

    def _parse_group(self, skip_group_by_token: bool = False) -> exp.Group | None:
        """``GROUP BY ALL`` is by a column of that name; ALL before an expression says nothing."""
        token = self._tokens[self._index + 1] if self._index + 1 < len(self._tokens) else None
        group = super()._parse_group(skip_group_by_token)
        if group is not None and group.args.get("all"):
            group.set("all", None)
            if token is not None and len(list(group.iter_expressions())) == 0:
                group.append("expressions", _placed(exp.column("all"), token))
        return group

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
