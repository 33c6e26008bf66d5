"""Where aggregates and window functions may stand, and what may stand beside them.

Trino's AggregationAnalyzer and ExpressionAnalyzer. https://trino.io/docs/current/sql/select.html#group-by-clause
"""

from collections.abc import Iterator, Sequence

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.formatter import written
from offline_aws.athena.sql.analysis.modifiers import check_call, order_of
from offline_aws.athena.sql.analysis.signatures import signatures
from offline_aws.athena.sql.dialect import place


def check_aggregation(tree: exp.Expr) -> None:
    """Check every SELECT of a query whose columns are qualified."""
    for select in tree.find_all(exp.Select):
        _check_clauses(select)
        _check_having(select)
        _check_modifiers(select)
        _check_nesting(select)
        if select.args.get("group") or any(map(is_aggregate, _own(_outputs(select)))):
            _check_grouping(select)
        if select.args.get("distinct"):
            _check_distinct_order(select)


def kind_of(node: exp.Expr) -> str:
    """aggregate, window or scalar, for a call."""
    if isinstance(node, exp.GroupConcat):
        return "aggregate"
    forms = signatures().get(node.name.lower(), ()) if isinstance(node, exp.Anonymous) else ()
    return forms[0].kind if forms else "scalar"


def is_aggregate(node: exp.Expr) -> bool:
    """Whether a call aggregates rows, and does so for a group, not for a window; one with an ORDER BY has no window."""
    if kind_of(node) != "aggregate":
        return False
    return not _has_window(node) or (isinstance(node, exp.Anonymous) and order_of(node) is not None)


def _has_window(node: exp.Expr) -> bool:
    while isinstance(node.parent, (exp.Filter, exp.IgnoreNulls, exp.RespectNulls)):
        node = node.parent
    return isinstance(node.parent, exp.Window) and node.parent.this is node


def _own(nodes: Sequence[exp.Expr]) -> Iterator[exp.Expr]:
    """The expressions and all under them, but those of queries inside them."""
    for top in nodes:
        yield from top.walk(prune=lambda item: isinstance(item, exp.Query))


def _outputs(select: exp.Select) -> list[exp.Expr]:
    """What is computed for a group: SELECT, HAVING and ORDER BY."""
    found = list(select.expressions)
    if having := select.args.get("having"):
        found.append(having.this)
    if order := select.args.get("order"):
        found += order.expressions
    return found


def _check_clauses(select: exp.Select) -> None:
    clauses: list[tuple[str, exp.Expr | None]] = [
        ("WHERE", select.args.get("where")),
        ("GROUP BY", select.args.get("group")),
    ]
    clauses += [("JOIN", join.args.get("on")) for join in select.args.get("joins") or ()]
    for word, clause in clauses:
        found = [node for node in _own([clause] if clause is not None else []) if _is_for_rows(node)]
        if found:
            shown = ", ".join(map(written, found))
            raise QueryError.at(
                "EXPRESSION_NOT_SCALAR",
                place(clause.this if isinstance(clause, exp.Where) else found[0]),
                f"{word} clause cannot contain aggregations, window functions or grouping operations: [{shown}]",
            )


def _check_having(select: exp.Select) -> None:
    having = select.args.get("having")
    for node in _own([having.this]) if having else ():
        if isinstance(node, exp.Window):
            message = "HAVING clause cannot contain window functions or row pattern measures"
            raise QueryError.at("NESTED_WINDOW", place(node), message)


def _is_for_rows(node: exp.Expr) -> bool:
    return isinstance(node, exp.Window) or (is_aggregate(node) and not _has_window(node))


def _check_modifiers(select: exp.Select) -> None:
    for node in _own(list(select.iter_expressions())):
        if isinstance(node, exp.Anonymous) and kind_of(node) != "window":
            check_call(node, is_aggregate=kind_of(node) == "aggregate")


def _check_nesting(select: exp.Select) -> None:
    for node in _own(_outputs(select)):
        if isinstance(node, exp.Window):
            _check_window(node, select)
        elif kind_of(node) == "window" and not _has_window(node):
            message = f"Window function {node.name.lower()} requires an OVER clause"
            raise QueryError.at("MISSING_OVER", place(node), message)
        elif is_aggregate(node):
            _check_inside(node)


def _check_inside(node: exp.Expr) -> None:
    inside = list(_own(list(node.iter_expressions())))
    name = node.name.lower()
    if nested := [item for item in inside if is_aggregate(item)]:
        shown = ", ".join(map(written, nested))
        message = f"Cannot nest aggregations inside aggregation '{name}': [{shown}]"
        raise QueryError.at("NESTED_AGGREGATION", place(node), message)
    if windows := [item for item in inside if isinstance(item, exp.Window)]:
        shown = ", ".join(map(written, windows))
        message = f"Cannot nest window functions or row pattern measures inside aggregation '{name}': [{shown}]"
        raise QueryError.at("NESTED_WINDOW", place(node), message)


def _check_window(node: exp.Window, select: exp.Select) -> None:
    function = node.this
    if isinstance(function, exp.Filter):
        raise QueryError.at("NOT_SUPPORTED", place(select), "FILTER is not yet supported for window functions")
    if any(isinstance(item, exp.Distinct) for item in function.args.get("expressions") or ()):
        message = f"DISTINCT in window function parameters not yet supported: {written(node)}"
        raise QueryError.at("NOT_SUPPORTED", place(select), message)
    if kind_of(function) == "scalar" and isinstance(function, exp.Anonymous):
        raise QueryError.at("FUNCTION_NOT_WINDOW", place(select), f"Not a window function: {function.name.lower()}")
    for item in _own(list(node.iter_expressions())):
        if isinstance(item, exp.Window) and item is not node:
            part = "function arguments" if any(parent is function for parent in _parents(item)) else "specification"
            message = f"Cannot nest window functions or row pattern measures inside window {part}"
            raise QueryError.at("NESTED_WINDOW", place(item), message)


def _parents(node: exp.Expr) -> Iterator[exp.Expr]:
    while node.parent is not None:
        node = node.parent
        yield node


def _check_grouping(select: exp.Select) -> None:
    group = select.args.get("group")
    keys = {item.unnest().sql(identify=True) for item in _grouped(group)} if group else set()
    for item in select.expressions:
        _check_grouped(item.unalias(), keys)
    if having := select.args.get("having"):
        _check_grouped(having.this, keys)
    names = {item.alias_or_name for item in select.expressions}
    for item in select.args["order"].expressions if select.args.get("order") else ():
        if not (isinstance(item.this, exp.Column) and not item.this.table and item.this.name in names):
            _check_grouped(item.this, keys)


def _grouped(group: exp.Expr) -> Iterator[exp.Expr]:
    """The expressions of GROUP BY, in GROUPING SETS, ROLLUP and CUBE too."""
    for node in group.iter_expressions():
        if isinstance(node, (exp.Tuple, exp.GroupingSets, exp.Rollup, exp.Cube, exp.Paren)):
            yield from _grouped(node)
        else:
            yield node


def _check_grouped(whole: exp.Expr, keys: set[str]) -> None:
    """Every column under the expression must be inside a key or an aggregate."""
    offending = _ungrouped(whole, keys)
    if offending is None:
        return
    top = whole.unnest()
    column = offending if isinstance(top, (exp.Window, exp.Subquery)) else top
    if isinstance(column, exp.Column) and "written" not in column.meta:
        message = f"Column '{column.sql('trino')}' not in GROUP BY clause"
        raise QueryError.at("EXPRESSION_NOT_AGGREGATE", None, message)
    message = f"'{written(column)}' must be an aggregate expression or appear in GROUP BY clause"
    raise QueryError.at("EXPRESSION_NOT_AGGREGATE", place(column), message)


def _ungrouped(node: exp.Expr, keys: set[str]) -> exp.Expr | None:
    """The first column that is neither in a key nor in an aggregate."""
    if node.unnest().sql(identify=True) in keys or is_aggregate(node) or isinstance(node, exp.Query):
        return None
    if isinstance(node, exp.Window) and is_aggregate(node.this):
        return node
    if isinstance(node, exp.Column):
        return node if node.table else None
    if isinstance(node, exp.Anonymous) and node.name.lower() == "grouping":
        return None
    if isinstance(node, exp.Filter) and is_aggregate(node.this):
        return None
    return next((found for child in node.iter_expressions() if (found := _ungrouped(child, keys)) is not None), None)


def _check_distinct_order(select: exp.Select) -> None:
    order = select.args.get("order")
    known = {item.unalias().sql(identify=True) for item in select.expressions} | {
        item.alias_or_name for item in select.expressions
    }
    for item in order.expressions if order else ():
        key = item.this
        if key.sql(identify=True) not in known and key.name not in known and not key.is_int:
            message = "For SELECT DISTINCT, ORDER BY expressions must appear in select list"
            raise QueryError.at("EXPRESSION_NOT_IN_DISTINCT", place(select), message)
