"""What Trino's StatementAnalyzer says of the relations of a query, whatever their columns are: WITH, joins, samples,
limits. https://trino.io/docs/current/sql/select.html
"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.dialect import place

_LATERAL = (exp.Unnest, exp.Lateral)


def check_relations(tree: exp.Expr) -> None:
    """Fail for the first relation or clause that is wrong in itself."""
    for node in tree.walk(bfs=False):
        if check := _CHECKS.get(type(node)):
            check(node)


def _check_with(node: exp.Expr) -> None:
    names: set[str] = set()
    for query in node.expressions:
        name = query.args["alias"].this
        if name.name.lower() in names:
            message = f"WITH query name '{name.name.lower()}' specified more than once"
            raise QueryError.at("DUPLICATE_NAMED_QUERY", place(name), message)
        names.add(name.name.lower())
        if node.args.get("recursive") and not query.alias_column_names and is_recursive(query):
            message = "missing column aliases in recursive WITH query"
            raise QueryError.at("MISSING_COLUMN_ALIASES", place(name), message)


def is_recursive(query: exp.Expr) -> bool:
    """Whether a WITH query is a UNION that reads itself."""
    return isinstance(query.this, exp.SetOperation) and bool(references(query.this, query.alias))


def references(query: exp.Expr, name: str) -> list[exp.Table]:
    """Where a query reads the WITH query of the name."""
    return [table for table in query.find_all(exp.Table) if not table.db and table.name.lower() == name.lower()]


def _check_join(join: exp.Expr) -> None:
    left = _relation_before(join)
    if join.args.get("method") == "NATURAL":
        raise QueryError.at("NOT_SUPPORTED", relation_place(left), "Natural join not supported")
    if isinstance(join.this, _LATERAL) and join.args.get("side") in ("RIGHT", "FULL"):
        _refuse_reference(join, left)
    if isinstance(join.this, exp.Unnest):
        _check_criteria(join, left)


def _relation_before(join: exp.Expr) -> exp.Expr:
    """The first relation of those that are joined."""
    return join.parent.args["from_"].this if join.parent is not None and join.parent.args.get("from_") else join.this


def _refuse_reference(join: exp.Expr, left: exp.Expr) -> None:
    names = {left.alias_or_name.lower()}
    for column in join.this.find_all(exp.Column):
        if isinstance(join.this, exp.Unnest) or column.table.lower() in names:
            message = f"LATERAL reference not allowed in {join.args['side']} JOIN"
            raise QueryError.at("INVALID_COLUMN_REFERENCE", place(column), message)


def _check_criteria(join: exp.Expr, left: exp.Expr) -> None:
    """UNNEST is joined without a condition."""
    condition, using = join.args.get("on"), join.args.get("using")
    if (condition is None or condition == exp.true()) and not using:
        return
    kind = join.args.get("side") or "INNER"
    message = f"{kind} JOIN involving UNNEST is only supported with condition ON TRUE"
    raise QueryError.at("NOT_SUPPORTED", place(condition) if condition else relation_place(left), message)


def relation_place(node: exp.Expr) -> tuple[int, int] | None:
    """Where a relation begins; VALUES stand in brackets."""
    return node.meta.get("bracket") or place(node)


def _check_sample(node: exp.Expr) -> None:
    percentage = node.args["percent"]
    where = place(percentage)
    if column := percentage.find(exp.Column):
        message = "Sample percentage cannot contain column references"
        raise QueryError.at("EXPRESSION_NOT_CONSTANT", place(column), message)
    if isinstance(percentage, exp.Null):
        raise QueryError.at("INVALID_ARGUMENTS", where, "Sample percentage cannot be NULL")
    if isinstance(percentage, exp.Literal) and percentage.is_string:
        raise QueryError.at("TYPE_MISMATCH", where, "Sample percentage should be a numeric expression")
    if isinstance(percentage, exp.Neg):
        message = "Sample percentage must be greater than or equal to 0"
        raise QueryError.at("NUMERIC_VALUE_OUT_OF_RANGE", where, message)
    if isinstance(percentage, exp.Literal) and float(percentage.name) > 100:
        message = "Sample percentage must be less than or equal to 100"
        raise QueryError.at("NUMERIC_VALUE_OUT_OF_RANGE", where, message)


def _check_fetch(node: exp.Expr) -> None:
    count, options = node.args.get("count"), node.args.get("limit_options")
    if isinstance(count, exp.Literal) and int(count.name) == 0:
        message = "FETCH FIRST row count must be positive (actual value: 0)"
        raise QueryError.at("NUMERIC_VALUE_OUT_OF_RANGE", place(node), message)
    if options and options.args.get("with_ties") and node.parent is not None and not node.parent.args.get("order"):
        raise QueryError.at("MISSING_ORDER_BY", place(node), "FETCH FIRST WITH TIES clause requires ORDER BY")


def _check_select(select: exp.Expr) -> None:
    if select.args.get("from_") is None:
        for item in select.expressions:
            if isinstance(item, exp.Star):
                message = "SELECT * not allowed in queries without FROM clause"
                raise QueryError.at("COLUMN_NOT_FOUND", place(item), message)


_CHECKS: dict[type[exp.Expr], Callable[[exp.Expr], None]] = {
    exp.Fetch: _check_fetch,
    exp.Join: _check_join,
    exp.Select: _check_select,
    exp.TableSample: _check_sample,
    exp.With: _check_with,
}


def note_aliases(tree: exp.Expr) -> None:
    """Keep on each relation how many names its columns were given, before names are resolved."""
    for node in tree.find_all(exp.CTE, exp.Subquery, exp.Values, exp.Unnest, exp.Lateral, exp.Table):
        alias = node.args.get("alias")
        if isinstance(alias, exp.TableAlias) and alias.columns:
            offset = node.args.get("offset")
            node.meta["names"] = [*alias.columns, *([offset] if isinstance(offset, exp.Identifier) else [])]


def check_aliases(node: exp.Expr, count: int) -> None:
    """A relation has as many columns as names were given to them."""
    names = node.meta.get("names")
    if not names:
        return
    where, known = relation_place(node), f"'{node.alias}' has {count} columns available"
    if isinstance(node, exp.CTE):
        where, known = place(names[0]), f"relation has {count} columns"
    if len(names) != count:
        message = f"Column alias list has {len(names)} entries but {known}"
        raise QueryError.at("MISMATCHED_COLUMN_ALIASES", where, message)
    seen: set[str] = set()
    for name in names if isinstance(node, exp.CTE) else ():
        if name.name.lower() in seen:
            message = f"Column name '{name.name.lower()}' specified more than once"
            raise QueryError.at("DUPLICATE_COLUMN_NAME", place(name), message)
        seen.add(name.name.lower())
