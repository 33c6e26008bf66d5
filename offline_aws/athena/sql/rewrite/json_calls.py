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


BUILDERS: dict[str, Builder] = {
    "json_array_contains": _array_contains,
    "json_extract": _with_path("trino_json_extract"),
    "json_extract_scalar": _with_path("trino_json_extract_scalar"),
    "json_size": _with_path("trino_json_size"),
}
