"""Which columns of each table a query reads: all that it names, but for those that only a subquery's unused column
names."""

from sqlglot import exp
from sqlglot.optimizer.pushdown_projections import pushdown_projections
from sqlglot.optimizer.scope import traverse_scope


def columns_read(tree: exp.Expr) -> dict[str, frozenset[str]]:
    """The names of the columns by table, of a query whose columns are qualified and whose stars are written out."""
    found: dict[str, set[str]] = {}
    for scope in traverse_scope(pushdown_projections(tree.copy())):
        for alias, source in scope.sources.items():
            if isinstance(source, exp.Table):
                names = {column.name for column in scope.columns if column.table == alias}
                found.setdefault(source.name, set()).update(names)
    return {table: frozenset(names) for table, names in found.items()}
