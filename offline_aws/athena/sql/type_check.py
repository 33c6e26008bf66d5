"""Comparisons and arithmetic that Trino refuses because of their types, where DuckDB would convert one side.

https://trino.io/docs/current/functions/conversion.html: "Trino will not convert between character and numeric types".
"""

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
        if isinstance(node, exp.Sub) and family(node.this) == family(node.expression) == "date":
            raise NotEmulatedError("date - date (date_diff is)")
        if operator := _OPERATORS.get(type(node)):
            _check(operator, node.this, node.expression)
        elif isinstance(node, exp.Interval):
            _check_interval(node)
        elif isinstance(node, exp.DPipe):
            _check_concatenation(node)
        elif isinstance(node, exp.In):
            for item in node.expressions:
                _check("=", node.this, item)
        elif isinstance(node, exp.Between):
            _check("<=", node.args["low"], node.this)
            _check("<=", node.this, node.args["high"])


def _check(operator: str, left: exp.Expr, right: exp.Expr) -> None:
    groups = {_GROUPS.get(family(left)), _GROUPS.get(family(right))}
    if None not in groups and len(groups) == 2:
        raise QueryError("TYPE_MISMATCH", f"Cannot apply operator: {_name(left)} {operator} {_name(right)}")


def _check_interval(node: exp.Interval) -> None:
    """DuckDB counts a month as 30 days once an interval is a value of its own."""
    unit = str(node.args.get("unit") or "").upper()
    if ("MONTH" in unit or "YEAR" in unit) and not isinstance(node.parent, (exp.Add, exp.Sub)):
        raise NotEmulatedError("an interval of months or years as a value")


def _check_concatenation(node: exp.DPipe) -> None:
    sides = (node.this, node.expression)
    if any(family(side) in ("integer", "double", "decimal", "boolean", "date", "timestamp") for side in sides):
        names = ", ".join(map(_name, sides))
        raise QueryError("TYPE_MISMATCH", f"Unexpected parameters ({names}) for function concat")


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
