"""Comparisons and arithmetic that Trino refuses because of their types, where DuckDB would convert one side.

https://trino.io/docs/current/functions/conversion.html: "Trino will not convert between character and numeric types".
"""

from collections.abc import Iterator, Sequence

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.inference import family

_OPERATORS: dict[type[exp.Expr], str] = {
    exp.EQ: "=", exp.NEQ: "<>", exp.GT: ">", exp.GTE: ">=", exp.LT: "<", exp.LTE: "<=",
    exp.Add: "+", exp.Sub: "-", exp.Mul: "*", exp.Div: "/", exp.Mod: "%",
}  # fmt: skip
# Families that convert into one another.
_GROUPS = {
    "integer": "number",
    "double": "number",
    "decimal": "number",
    "varchar": "text",
    "boolean": "boolean",
    "date": "time",
    "timestamp": "time",
    "moment": "time",
    "array": "array",
    "map": "map",
}


def check_types(tree: exp.Expr) -> None:
    """Raise TYPE_MISMATCH for the first operator whose sides have types of different groups."""
    for node in tree.walk(bfs=False):
        for siblings in _alike(node):
            _check_alike(siblings)
        for condition in _conditions(node):
            if family(condition) not in ("boolean", ""):
                raise QueryError("TYPE_MISMATCH", f"a condition must be a boolean: actual type {_name(condition)}")
        if isinstance(node, exp.Sub) and family(node.this) == family(node.expression) == "date":
            raise NotEmulatedError("date - date (date_diff is)")
        if operator := _OPERATORS.get(type(node)):
            _check(operator, node.this, node.expression)
        elif isinstance(node, exp.Interval):
            _check_interval(node)
        elif isinstance(node, exp.DPipe):
            _check_concatenation([node.this, node.expression])
        elif isinstance(node, exp.Anonymous) and node.name.lower() == "concat":
            _check_concatenation(node.expressions)
        elif isinstance(node, exp.Cast):
            _check_cast(node)
        elif isinstance(node, exp.Window):
            _check_window(node)
        elif isinstance(node, exp.In):
            for item in node.expressions:
                _check("=", node.this, item)
        elif isinstance(node, exp.Between):
            _check("<=", node.args["low"], node.this)
            _check("<=", node.this, node.args["high"])


def _check(operator: str, left: exp.Expr, right: exp.Expr) -> None:
    if isinstance(right, (exp.All, exp.Any)):  # typed as a boolean, it stands for rows
        return
    groups = {_GROUPS.get(family(left)), _GROUPS.get(family(right))}
    if None not in groups and len(groups) == 2:
        raise QueryError("TYPE_MISMATCH", f"Cannot apply operator: {_name(left)} {operator} {_name(right)}")


def _check_interval(node: exp.Interval) -> None:
    """DuckDB counts a month as 30 days once an interval is a value of its own."""
    unit = str(node.args.get("unit") or "").upper()
    if ("MONTH" in unit or "YEAR" in unit) and not _is_step(node):
        raise NotEmulatedError("an interval of months or years as a value")


def _is_step(node: exp.Interval) -> bool:
    """Whether the interval is added at once, by an operator or from one date of a sequence to the next."""
    parent = node.parent
    return isinstance(parent, (exp.Add, exp.Sub)) or (
        isinstance(parent, exp.Anonymous) and parent.name.lower() == "sequence"
    )


def _check_concatenation(sides: Sequence[exp.Expr]) -> None:
    kinds = {family(side) for side in sides}
    if "array" not in kinds and kinds & {"integer", "double", "decimal", "boolean", "date", "timestamp", "moment"}:
        names = ", ".join(map(_name, sides))
        raise QueryError("FUNCTION_NOT_FOUND", f"Unexpected parameters ({names}) for function concat")


def _check_cast(node: exp.Cast) -> None:
    moments = (exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ)
    if node.to.this in moments and family(node.this) in ("integer", "double", "decimal", "boolean"):
        raise QueryError("TYPE_MISMATCH", f"Cannot cast {_name(node.this)} to {node.to.sql('trino').lower()}")


def _check_window(node: exp.Window) -> None:
    function = node.this
    if isinstance(function, exp.Filter):
        raise QueryError("NOT_SUPPORTED", "FILTER is not yet supported for window functions")
    if isinstance(function, exp.Anonymous) and any(isinstance(item, exp.Distinct) for item in function.expressions):
        raise QueryError("NOT_SUPPORTED", "DISTINCT in window function parameters not yet supported")


def _alike(node: exp.Expr) -> Iterator[list[exp.Expr]]:
    """The lists of expressions under a node that need one type."""
    if isinstance(node, exp.Case):
        yield [*(branch.args["true"] for branch in node.args["ifs"]), *filter(None, [node.args.get("default")])]
    elif isinstance(node, exp.If) and not isinstance(node.parent, exp.Case):
        yield [item for item in (node.args.get("true"), node.args.get("false")) if item]
    elif isinstance(node, exp.Array) or (isinstance(node, exp.Anonymous) and node.name.lower() == "coalesce"):
        yield node.expressions
    elif isinstance(node, exp.SetOperation) and all(isinstance(side, exp.Select) for side in (node.left, node.right)):
        yield from map(list, zip(node.left.expressions, node.right.expressions, strict=False))


def _check_alike(siblings: list[exp.Expr]) -> None:
    groups = {group: item for item in siblings if (group := _GROUPS.get(family(item.unalias())))}
    if len(groups) > 1:
        names = ", ".join(_name(item.unalias()) for item in groups.values())
        raise QueryError("TYPE_MISMATCH", f"All operands must be the same type: {names}")


def _conditions(node: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(node, exp.Connector):
        yield from (node.this, node.expression)
    elif isinstance(node, (exp.Where, exp.Having, exp.Not)):
        yield node.this


def _name(node: exp.Expr) -> str:
    """The type as Trino shows it; a text literal has its length."""
    node = node.unnest()
    if isinstance(node, exp.Literal) and node.is_string:
        return f"varchar({len(node.name)})"
    kind = node.type or exp.DataType.build("unknown")
    return {
        "TEXT": "varchar",
        "INT": "integer",
        "TIMESTAMP": "timestamp(3)",
        "TIMESTAMPTZ": "timestamp(3) with time zone",
    }.get(kind.this.value, kind.sql("trino").lower())
