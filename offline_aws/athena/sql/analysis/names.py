"""Names of columns that no source, or more than one, has. https://trino.io/docs/current/sql/select.html"""

from collections.abc import Collection, Iterator, Mapping

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.calls import unresolved
from offline_aws.athena.sql.dialect import HIDDEN_COLUMNS, place

Tables = Mapping[str, Collection[str]]


def mark_written(tree: exp.Expr) -> None:
    """Keep on each column its name as the query has it."""
    for column in tree.find_all(exp.Column):
        if not isinstance(column.this, exp.Star):
            column.meta["written"] = ".".join(part.name for part in column.parts)


def check_names(tree: exp.Expr, tables: Tables) -> None:
    """Fail for the first column that can't be resolved or is ambiguous; ``tables`` has the columns of each view."""
    for scope in traverse_scope(tree):
        _check_using(scope, tables)
        for column in scope.columns:
            if column.table:
                _check_qualified(column, scope, tables)
            elif not isinstance(column.this, exp.Star):
                _check_bare(column, scope, tables)
        for item in scope.expression.expressions if isinstance(scope.expression, exp.Select) else ():
            _check_star(item, scope)
    for query in tree.find_all(exp.Select, exp.SetOperation):
        _check_positions(query)
        _check_order_names(query)


def _check_using(scope: Scope, tables: Tables) -> None:
    """What joins are USING is on both sides, and named once."""
    left: list[list[str] | None] = [_columns_of(scope, name, tables) for name in _first(scope)]
    for join in scope.expression.args.get("joins") or ():
        right = _columns_of(scope, join.alias_or_name, tables)
        for index, item in enumerate(using := join.args.get("using") or ()):
            if item.name in [other.name for other in using[:index]]:
                message = f"Column '{item.name}' appears multiple times in USING clause"
                raise QueryError.at("DUPLICATE_COLUMN_NAME", place(item), message)
            for side, known in (("left", left), ("right", [right])):
                if all(columns is not None and item.name not in columns for columns in known):
                    message = f"Column '{item.name}' is missing from {side} side of join"
                    raise QueryError.at("COLUMN_NOT_FOUND", place(item), message)
        left.append(right)


def _first(scope: Scope) -> list[str]:
    source = scope.expression.args.get("from_")
    return [source.this.alias_or_name] if source else []


def _columns_of(scope: Scope, name: str, tables: Tables) -> list[str] | None:
    return _columns(scope.sources[name], tables) if name in scope.sources else None


def _check_star(item: exp.Expr, scope: Scope) -> None:
    """What is before .* is a relation, not a row; a row that no name has alone is not looked into."""
    if isinstance(item, exp.Column) and isinstance(item.this, exp.Star) and item.table not in scope.sources:
        raise QueryError.at("TABLE_NOT_FOUND", place(item), f"Unable to resolve reference {item.table}")
    item = item.this if isinstance(item, exp.Aliases) else item
    if isinstance(item, exp.Dot) and isinstance(item.expression, exp.Star):
        row = item.this.unnest()
        if isinstance(row, exp.Column) and not row.table:
            raise QueryError.at("TABLE_NOT_FOUND", place(row), f"Unable to resolve reference {row.name}")
        raise NotEmulatedError("a row's .*")


def _check_qualified(column: exp.Column, scope: Scope, tables: Tables) -> None:
    within: Scope | None = scope
    while within is not None:
        if column.table in within.sources:
            known = _columns(within.sources[column.table], tables)
            is_missing = known is not None and column.name not in known and not _is_column(column.table, scope, tables)
            if is_missing or column.name in _joined(within):
                raise unresolved(str(column.meta.get("written", column.name)), column)
            return
        within = within.parent
    if not column.db and not any(_is_column(column.table, part, tables) for part in _outwards(scope)):
        raise unresolved(str(column.meta.get("written", column.name)), column)


def _joined(scope: Scope) -> list[str]:
    """The columns that joins are USING, which are no side's."""
    return [item.name for join in scope.expression.args.get("joins") or () for item in join.args.get("using") or ()]


def _outwards(scope: Scope | None) -> Iterator[Scope]:
    while scope is not None:
        yield scope
        scope = scope.parent


def _is_column(name: str, scope: Scope, tables: Tables) -> bool:
    """Whether the name may be a column's, so that what follows it is a field."""
    return any(known is None or name in known for known in _known(scope, tables))


def _known(scope: Scope, tables: Tables) -> list[list[str] | None]:
    names = [name for name, _ in scope.references] if scope.expression.args.get("from_") else list(scope.sources)
    return [_columns(scope.sources[name], tables) for name in names if name in scope.sources]


def _check_bare(column: exp.Column, scope: Scope, tables: Tables) -> None:
    if column.name in _joined(scope):
        return
    if sum(known.count(column.name) for known in _known(scope, tables) if known is not None) > 1:
        raise QueryError.at("AMBIGUOUS_NAME", place(column), f"Column '{column.name}' is ambiguous")
    is_own = column.find_ancestor(exp.Query, exp.UDTF) is scope.expression and isinstance(scope.expression, exp.Select)
    if is_own and not any(_is_column(column.name, part, tables) for part in _outwards(scope)):
        raise unresolved(str(column.meta.get("written", column.name)), column)


def without_joined(tree: exp.Expr) -> None:
    """``t.*`` leaves out what the joins are USING."""
    for select in tree.find_all(exp.Select):
        joined = [item for join in select.args.get("joins") or () for item in join.args.get("using") or ()]
        for item in select.expressions if joined else ():
            if isinstance(item, exp.Column) and isinstance(item.this, exp.Star):
                item.this.set("except_", [name.copy() for name in joined])


def _columns(source: exp.Expr | Scope, tables: Tables) -> list[str] | None:
    """The columns of a source, None if they are not known yet."""
    if not isinstance(source, Scope):
        names = [*source.alias_column_names] or list(tables.get(source.name, ()))
        return [*names, *HIDDEN_COLUMNS] if names else None
    node = source.expression
    if isinstance(node, exp.UDTF):
        offset = node.args.get("offset")
        ordinality = [offset.name] if isinstance(offset, exp.Identifier) else []
        return [*node.alias_column_names, *ordinality] or None
    if not isinstance(node, exp.Query) or any(item.is_star for item in node.selects):
        return None
    outer = source.outer_columns
    return list(outer) if outer else [item.alias_or_name for item in node.selects]


def _check_order_names(query: exp.Expr) -> None:
    """ORDER BY may name what SELECT names, if one thing is named so; that of a UNION what its first query names."""
    order, selects = query.args.get("order"), _selects(query)
    outputs = [] if any(item.is_star for item in selects) else [item.alias_or_name for item in selects]
    for column in order.find_all(exp.Column) if order and outputs else ():
        if column.table or column.find_ancestor(exp.Select, exp.SetOperation) is not query:
            continue
        if outputs.count(column.name) > 1:
            raise QueryError.at("AMBIGUOUS_NAME", place(column), f"Column '{column.name}' is ambiguous")
        if isinstance(query, exp.SetOperation) and column.name not in outputs:
            raise unresolved(str(column.meta.get("written", column.name)), column)


def _selects(query: exp.Expr) -> list[exp.Expr]:
    """What a query selects, or the first of those that are joined by UNION."""
    while isinstance(query, (exp.SetOperation, exp.Subquery)):
        query = query.this
    return query.selects if isinstance(query, exp.Query) else []


def _check_positions(query: exp.Expr) -> None:
    """GROUP BY 2 and ORDER BY 2 need a second column."""
    for key, word in (("group", "GROUP BY"), ("order", "ORDER BY")):
        clause = query.args.get(key)
        for item in clause.expressions if clause else ():
            node = item.this if isinstance(item, exp.Ordered) else item
            selects = _selects(query)
            stars = any(column.is_star for column in selects)
            if node.is_int and not stars and not 1 <= int(node.to_py()) <= len(selects):
                message = f"{word} position {node.to_py()} is not in select list"
                raise QueryError.at("INVALID_COLUMN_REFERENCE", place(node), message)
