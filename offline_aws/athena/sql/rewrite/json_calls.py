"""JSON. https://trino.io/docs/current/functions/json.html"""

import re
from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import type_of
from offline_aws.athena.sql.rewrite.calls import call

Builder = Callable[[exp.Anonymous], exp.Expr]

_PATH = re.compile(r"""\$(\.[A-Za-z_]\w*|\[\d+\]|\["[^"]*"\])*""")


def _with_path(duckdb_name: str) -> Builder:
    """JSON functions with a path, which Trino takes in fewer forms than DuckDB."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, path = node.expressions
        if isinstance(path, exp.Literal) and not _PATH.fullmatch(path.name):
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"Invalid JSON path: '{path.name}'")
        if not isinstance(path, exp.Literal):
            raise NotEmulatedError(f"{node.name.lower()} with a path that is not a literal")
        return call(duckdb_name, value, exp.Literal.string(re.sub(r'\["([^"]*)"\]', r'."\1"', path.name)))

    return build


def _array_contains(node: exp.Anonymous) -> exp.Expr:
    text, wanted = node.expressions
    kind = {"integer": "bigint", "decimal": "double"}.get(type_of(wanted).family, type_of(wanted).family)
    value = exp.cast(wanted, "varchar", dialect="duckdb")
    return call("py_json_array_contains", exp.cast(text, "varchar", dialect="duckdb"), value, exp.Literal.string(kind))


def _text(node: exp.Expr) -> exp.Expr:
    return exp.cast(node, "varchar", dialect="duckdb")


def _query(node: exp.Anonymous) -> exp.Expr:
    text, path, wrapper, on_empty, on_error = node.expressions
    outcomes = exp.Literal.string(f"{on_empty.name},{on_error.name}")
    return call("py_json_query", _text(text), path, wrapper, outcomes)


def _value(node: exp.Anonymous) -> exp.Expr:
    text, path, on_empty, empty, on_error, error = node.expressions
    outcomes = exp.Literal.string(f"{on_empty.name},{on_error.name}")
    found = call("py_json_value", _text(text), path, outcomes)
    chosen = exp.Case(this=found, ifs=[], default=found.copy())
    for outcome, event, default in ((on_empty, "EMPTY", empty), (on_error, "ERROR", error)):
        if outcome.name == "DEFAULT":
            chosen = chosen.when(exp.Literal.string(f"\ue000{event}"), _text(default))
    return chosen if chosen.args["ifs"] else found


BUILDERS: dict[str, Builder] = {
    "json_array_contains": _array_contains,
    "json_exists": lambda node: call("py_json_exists", _text(node.expressions[0]), *node.expressions[1:]),
    "json_query": _query,
    "json_value": _value,
    "json_extract": _with_path("trino_json_extract"),
    "json_extract_scalar": _with_path("trino_json_extract_scalar"),
    "json_size": _with_path("trino_json_size"),
}
