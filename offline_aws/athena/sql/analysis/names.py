"""Names of columns that no source, or more than one, has. https://trino.io/docs/current/sql/select.html"""

from collections.abc import Collection, Iterator, Mapping

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.calls import unresolved
from offline_aws.athena.sql.dialect import place

Tables = Mapping[str, Collection[str]]


def mark_written(tree: exp.Expr) -> None:
    """Keep on each column its name as the query has it."""
    for column in tree.find_all(exp.Column):
        if not isinstance(column.this, exp.Star):
            column.meta["written"] = ".".join(part.name for part in column.parts)


def check_names(tree: exp.Expr, tables: Tables) -> None:
    """Fail for the first column that can't be resolved or is ambiguous; ``tables`` has the columns of each view."""
    for scope in traverse_scope(tree):
        for column in scope.columns:
            if column.table:
                _check_qualified(column, scope, tables)
            elif not isinstance(column.this, exp.Star):
                _check_bare(column, scope, tables)
    for select in tree.find_all(exp.Select):
        _check_positions(select)


def _check_qualified(column: exp.Column, scope: Scope, tables: Tables) -> None:
    within: Scope | None = scope
    while within is not None:
        if column.table in within.sources:
            known = _columns(within.sources[column.table], tables)
            if known is not None and column.name not in known and not _is_column(column.table, scope, tables):
                raise unresolved(str(column.meta.get("written", column.name)), column)
            return
        within = within.parent
    if not column.db and not any(_is_column(column.table, part, tables) for part in _outwards(scope)):
        raise unresolved(str(column.meta.get("written", column.name)), column)


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
    if any(column.name in _using(join) for join in scope.expression.args.get("joins") or ()):
        return
    if sum(known.count(column.name) for known in _known(scope, tables) if known is not None) > 1:
        raise QueryError.at("AMBIGUOUS_NAME", place(column), f"Column '{column.name}' is ambiguous")


def _using(join: exp.Join) -> list[str]:
    return [item.name for item in join.args.get("using") or ()]


def _columns(source: exp.Expr | Scope, tables: Tables) -> list[str] | None:
    """The columns of a source, None if they are not known yet."""
    if not isinstance(source, Scope):
        return [*source.alias_column_names] or list(tables.get(source.name, ())) or None
    node = source.expression
    if isinstance(node, exp.UDTF):
        offset = node.args.get("offset")
        ordinality = [offset.name] if isinstance(offset, exp.Identifier) else []
        return [*node.alias_column_names, *ordinality] or None
    if not isinstance(node, exp.Query) or any(item.is_star for item in node.selects):
        return None
    outer = source.outer_columns
    return list(outer) if outer else [item.alias_or_name for item in node.selects]


def _check_positions(select: exp.Select) -> None:
    """GROUP BY 2 and ORDER BY 2 need a second column."""
    for key, word in (("group", "GROUP BY"), ("order", "ORDER BY")):
        clause = select.args.get(key)
        for item in clause.expressions if clause else ():
            node = item.this if isinstance(item, exp.Ordered) else item
            stars = any(column.is_star for column in select.expressions)
            if node.is_int and not stars and not 1 <= int(node.name) <= len(select.expressions):
                message = f"{word} position {node.name} is not in select list"
                raise QueryError.at("INVALID_COLUMN_REFERENCE", place(node), message)
