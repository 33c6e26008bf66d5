"""JSON. https://trino.io/docs/current/functions/json.html"""

import re
from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import VARCHAR, type_of
from offline_aws.athena.sql.python_functions.json_path_language import PathSyntaxError, compiled
from offline_aws.athena.sql.rewrite.calls import call
from offline_aws.athena.sql.rewrite.json_casts import to_json
from offline_aws.athena.sql.rewrite.texts import as_text

Builder = Callable[[exp.Anonymous], exp.Expr]

_PATH = re.compile(r"""\$(\.[A-Za-z_]\w*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])*""")


def _with_path(duckdb_name: str) -> Builder:
    """JSON functions with a path, which Trino takes in fewer forms than DuckDB."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, path = node.expressions
        if isinstance(path, exp.Literal) and not _PATH.fullmatch(path.name):
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"Invalid JSON path: '{path.name}'")
        if not isinstance(path, exp.Literal) or "\\" in path.name:
            return _by_python(node)
        return call(duckdb_name, value, exp.Literal.string(re.sub(r'\["([^"]*)"\]', r'."\1"', path.name)))

    return build


def _by_python(node: exp.Anonymous) -> exp.Expr:
    """A path that is known when the query runs, or that DuckDB does not read."""
    value, path = node.expressions
    name = node.name.lower()
    if name == "json_size":
        raise NotEmulatedError("json_size with a path that is not a literal")
    found = call(f"py_{name}", _text(value), path)
    if name == "json_extract_scalar":
        return found
    as_json = exp.Cast(this=found, to=exp.DataType.build("json", dialect="duckdb"))
    as_json.meta["is_duckdb"] = True
    return as_json


def _array_contains(node: exp.Anonymous) -> exp.Expr:
    text, wanted = node.expressions
    kind = {"integer": "bigint", "decimal": "double"}.get(type_of(wanted).family, type_of(wanted).family)
    value = exp.cast(wanted, "varchar", dialect="duckdb")
    return call("py_json_array_contains", exp.cast(text, "varchar", dialect="duckdb"), value, exp.Literal.string(kind))


def _text(node: exp.Expr) -> exp.Expr:
    return exp.cast(node, "varchar", dialect="duckdb")


def _path(path: exp.Expr) -> exp.Expr:
    """A path of SQL/JSON; what is none fails the query."""
    try:
        compiled(path.name)
    except PathSyntaxError as error:
        raise QueryError("SYNTAX_ERROR", str(error)) from error
    except NotImplementedError as error:
        raise QueryError("NOT_SUPPORTED", str(error)) from error
    return path


def _exists(node: exp.Anonymous) -> exp.Expr:
    text, path, variables, on_error = node.expressions
    return call("py_json_exists", _text(text), _path(path), variables, on_error)


def _query(node: exp.Anonymous) -> exp.Expr:
    text, path, variables, wrapper, on_empty, on_error = node.expressions
    outcomes = exp.Literal.string(f"{on_empty.name},{on_error.name}")
    return call("py_json_query", _text(text), _path(path), variables, wrapper, outcomes)


def _value(node: exp.Anonymous) -> exp.Expr:
    text, path, variables, on_empty, empty, on_error, error = node.expressions
    outcomes = exp.Literal.string(f"{on_empty.name},{on_error.name}")
    found = call("py_json_value", _text(text), _path(path), variables, outcomes)
    chosen = exp.Case(this=found, ifs=[], default=found.copy())
    for outcome, event, default in ((on_empty, "EMPTY", empty), (on_error, "ERROR", error)):
        if outcome.name == "DEFAULT":
            chosen = chosen.when(exp.Literal.string(f"\ue000{event}"), _text(default))
    return chosen if chosen.args["ifs"] else found


_FORMATTED = re.compile("(py_)?json_(array|input|object|query)")


def _json(value: exp.Expr) -> exp.Expr:
    """The JSON of a value; what SQL/JSON's functions give is JSON already."""
    inner = value.unnest()
    if isinstance(inner, exp.Anonymous) and _FORMATTED.fullmatch(inner.name):
        return value
    kind = type_of(value)
    if kind.name in ("json", "char"):
        return _text(to_json(as_text(value, kind), VARCHAR))
    return _text(to_json(value, kind))


def _list(items: list[exp.Expr]) -> exp.Expr:
    return exp.cast(exp.Array(expressions=items), "varchar[]", dialect="duckdb")


def _object(node: exp.Anonymous) -> exp.Expr:
    on_null, unique, *parts = node.expressions
    return call("py_json_object", _list(parts[::2]), _list(list(map(_json, parts[1::2]))), on_null, unique)


def _array(node: exp.Anonymous) -> exp.Expr:
    on_null, *values = node.expressions
    return call("py_json_array", _list(list(map(_json, values))), on_null)


BUILDERS: dict[str, Builder] = {
    "json_array_contains": _array_contains,
    "json_array": _array,
    "json_exists": _exists,
    "json_input": lambda node: call("py_json_input", *node.expressions),
    "json_object": _object,
    "json_query": _query,
    "json_value": _value,
    "json_extract": _with_path("trino_json_extract"),
    "json_extract_scalar": _with_path("trino_json_extract_scalar"),
    "json_size": _with_path("trino_json_size"),
}
