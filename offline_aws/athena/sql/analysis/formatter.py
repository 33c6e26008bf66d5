"""Expressions as Trino's messages write them: ``(x > 1)``, ``concat(lower(x), 'a')``, ``row_number() OVER ()``."""

from collections.abc import Iterable

from sqlglot import exp

_SIGNS: dict[type[exp.Expr], str] = {
    exp.EQ: "=", exp.NEQ: "<>", exp.GT: ">", exp.GTE: ">=", exp.LT: "<", exp.LTE: "<=", exp.Add: "+", exp.Sub: "-",
    exp.Mul: "*", exp.Div: "/", exp.Mod: "%", exp.And: "AND", exp.Or: "OR", exp.Like: "LIKE",
}  # fmt: skip
_UPPER = ("coalesce", "nullif", "try", "row")


def written(node: exp.Expr) -> str:
    """The text of an expression."""
    node = node.unnest()
    match node:
        case exp.Alias():
            return written(node.this)
        case exp.Column():
            return str(node.meta.get("written") or node.sql("trino"))
        case exp.Literal() if node.is_string:
            return "'" + node.name.replace("'", "''") + "'"
        case exp.Literal() if "." in node.name:
            return f"{float(node.name):E}" if "e" in node.name.lower() else f"DECIMAL '{node.name}'"
        case exp.DPipe():
            return f"concat({written(node.this)}, {written(node.expression)})"
        case exp.Cast():
            return f"CAST({written(node.this)} AS {node.to.sql('trino').lower()})"
        case exp.Is():
            return f"({written(node.this)} IS {written(node.expression)})"
        case exp.Not() if isinstance(node.this, exp.Is):
            return f"({written(node.this.this)} IS NOT {written(node.this.expression)})"
        case exp.Not():
            return f"(NOT {written(node.this)})"
        case exp.Neg():
            return f"-({written(node.this)})"
        case exp.Bracket():
            (place,) = node.expressions
            index = str(int(place.name) + 1) if isinstance(place, exp.Literal) and place.is_int else written(place)
            return f"{written(node.this)}[{index}]"
        case exp.Case():
            return _case(node)
        case exp.Window():
            return f"{written(node.this)} OVER ({_window(node)})"
        case exp.Filter():
            return f"{written(node.this)} FILTER (WHERE {written(node.expression.this)})"
        case exp.Distinct():
            return f"DISTINCT {_listed(node.expressions)}"
        case exp.Order() if node.this:
            return f"{written(node.this)} ORDER BY {_listed(node.expressions)}"
        case exp.Ordered():
            return f"{written(node.this)} {'DESC' if node.args.get('desc') else 'ASC'}"
        case exp.Anonymous():
            name = node.name.upper() if node.name.lower() in _UPPER else node.name
            return f"{name}({_listed(node.expressions)})"
        case _ if type(node) in _SIGNS:
            return f"({written(node.this)} {_SIGNS[type(node)]} {written(node.expression)})"
        case _:
            return node.sql("trino")


def _listed(nodes: Iterable[exp.Expr]) -> str:
    return ", ".join(map(written, nodes))


def _case(node: exp.Case) -> str:
    operand = f" {written(node.this)}" if node.this else ""
    branches = "".join(f" WHEN {written(item.this)} THEN {written(item.args['true'])}" for item in node.args["ifs"])
    default = f" ELSE {written(node.args['default'])}" if node.args.get("default") else ""
    return f"(CASE{operand}{branches}{default} END)"


def _window(node: exp.Window) -> str:
    parts = []
    if keys := node.args.get("partition_by"):
        parts.append(f"PARTITION BY {_listed(keys)}")
    if order := node.args.get("order"):
        parts.append(f"ORDER BY {_listed(order.expressions)}")
    return " ".join(parts)
