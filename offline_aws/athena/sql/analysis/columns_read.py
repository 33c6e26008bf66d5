"""Which columns of each table a query reads: all that it names, but for those that only a subquery's unused column
names."""

from collections.abc import Mapping, Set

from sqlglot import exp
from sqlglot.errors import OptimizeError
from sqlglot.optimizer.pushdown_projections import pushdown_projections
from sqlglot.optimizer.scope import traverse_scope


def columns_read(tree: exp.Expr, tables: Mapping[str, Set[str]]) -> dict[str, Set[str]]:
    """The names of the columns by table, of a query whose columns are qualified; ``tables`` has all columns of each.

    A star that could not be written out leaves them all.
    """
    try:
        used = pushdown_projections(tree.copy())
    except OptimizeError:
        return dict(tables)
    found: dict[str, set[str]] = {table: set() for table in tables}
    for scope in traverse_scope(used):
        for alias, source in scope.sources.items():
            if isinstance(source, exp.Table) and source.name in found:
                found[source.name] |= {column.name for column in scope.columns if column.table == alias}
    return dict(found)
