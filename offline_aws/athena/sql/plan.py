"""From a parsed SELECT to what DuckDB runs: tables found in the catalog, names resolved, conditions on partitions
set apart for pruning, everything rewritten.

Only the tables found here reach DuckDB, each as a view made for this query, so a query can read nothing else.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from sqlglot import exp
from sqlglot.errors import OptimizeError
from sqlglot.optimizer.normalize_identifiers import normalize_identifiers
from sqlglot.optimizer.qualify_columns import qualify_columns, validate_qualify_columns
from sqlglot.optimizer.qualify_tables import qualify_tables
from sqlglot.optimizer.scope import Scope, traverse_scope

from offline_aws.athena.catalog import CATALOG, Catalog, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import information_schema, partitions_table
from offline_aws.athena.sql.analysis.aggregation import check_aggregation
from offline_aws.athena.sql.analysis.columns_read import columns_read
from offline_aws.athena.sql.analysis.kinds import Type, from_sqlglot
from offline_aws.athena.sql.analysis.names import check_names, mark_written, without_joined
from offline_aws.athena.sql.analysis.relations import check_relations, note_aliases
from offline_aws.athena.sql.analysis.scopes import Outputs, infer_types
from offline_aws.athena.sql.analysis.windows import check_window_names
from offline_aws.athena.sql.bounds import Bounds, bounds_of
from offline_aws.athena.sql.classify import parse_query
from offline_aws.athena.sql.dialect import AthenaQuery, place
from offline_aws.athena.sql.identifiers import check_table
from offline_aws.athena.sql.recursion import unroll
from offline_aws.athena.sql.rewrite import rewrite
from offline_aws.athena.sql.unnamed import name_unnested
from offline_aws.athena.sql.values_lists import as_select, with_rows
from offline_aws.athena.sql.view_text import view_of

_REFUSED_NODES = {
    exp.MatchRecognize: "MATCH_RECOGNIZE",
    exp.Pivot: "PIVOT",
    exp.Command: "this statement",
    exp.Into: "SELECT INTO",
    exp.DML: "a statement that changes data inside a SELECT",
}


@dataclass
class Scan:
    """A table that the query reads as the view ``view``.

    ``pinned`` holds, for each partition column compared with literals, the values it may have, ``bounds`` the ends
    between which it lies; ``conditions`` is the part of the WHERE clause that speaks of partition columns alone, as
    DuckDB SQL, "" for none; ``columns`` are those that the query reads.
    """

    view: str
    table: Table
    pinned: dict[str, set[str]] = field(default_factory=dict)
    bounds: dict[str, Bounds] = field(default_factory=dict)
    conditions: str = ""
    columns: Set[str] = frozenset()


@dataclass(frozen=True)
class Plan:
    """A query as DuckDB runs it. ``names`` are the result's column names where the query text decides them, ``types``
    the types of its columns as far as they can be told."""

    sql: str
    scans: tuple[Scan, ...]
    names: dict[str, str]
    types: tuple[Type, ...]

    def output_name(self, index: int, name: str) -> str:
        """The result column's name: as it was written, or by its place when it has none."""
        return f"_col{index}" if re.fullmatch(r"_col\d+", name) else self.names.get(name, name)


def plan(tree: exp.Expr, database: str, catalog: Catalog) -> Plan:
    """Plan a SELECT; raises ``QueryError`` for what Athena, or this emulator, refuses."""
    tree, names = _prepared(tree)
    scans = _bind_tables(tree, database, catalog)
    tree, columns = _qualified(tree, scans)
    _set_pruning(tree, {scan.view: scan for scan in scans})
    read = columns_read(tree, {scan.view: scan.columns for scan in scans})
    for scan in scans:
        scan.columns = read[scan.view]
    types = tuple(_shown(item, kind) for item, (_, kind) in zip(tree.selects, columns, strict=True))  # type: ignore[attr-defined]
    sql = rewrite(tree).sql(dialect="duckdb", identify=True)
    return Plan(sql, tuple(scans), names, types)


def _shown(item: exp.Expr, kind: Type) -> Type:
    """The type of a column of the result: a varchar has the length that a table's column or a cast declares, none of
    what Trino finds for other expressions."""
    if kind.name == "varchar" and not isinstance(item.unalias(), exp.Column | exp.Cast):
        return Type("varchar")
    return kind


def _prepared(tree: exp.Expr) -> tuple[exp.Expr, dict[str, str]]:
    """A copy of the tree in which every column has a name and names are folded, and the names as they were written."""
    tree = as_select(with_rows(tree.copy()))
    for node in tree.find_all(*_REFUSED_NODES):
        raise NotEmulatedError(next(text for kind, text in _REFUSED_NODES.items() if isinstance(node, kind)))
    _quote_forms(tree)
    mark_written(tree)
    check_relations(tree)
    unroll(tree)
    name_unnested(tree)
    check_window_names(tree)
    names = _name_outputs(tree)
    return normalize_identifiers(tree, dialect=AthenaQuery()), names


def _quote_forms(tree: exp.Expr) -> None:
    """The form in ``normalize(x, NFD)`` is a word, not a column."""
    for node in tree.find_all(exp.Anonymous):
        if node.name.lower() == "normalize" and isinstance(node.expressions[-1], exp.Column):
            node.expressions[-1].replace(exp.Literal.string(node.expressions[-1].name.upper()))


def _name_outputs(tree: exp.Expr) -> dict[str, str]:
    """Name columns without a name ``_col0``, ``_col1``, … as Trino does; returns lower-case name → name as written."""
    for select in tree.find_all(exp.Select):
        for index, item in enumerate(select.expressions):
            unnamed = not isinstance(item, (exp.Alias, exp.Column, exp.Star)) and not _is_field(item)
            if unnamed:
                item.replace(exp.alias_(item.copy(), f"_col{index}", quoted=True))
    top = tree
    while isinstance(top, (exp.SetOperation, exp.Subquery)):
        top = top.this
    return {name.lower(): name for name in top.named_selects} if isinstance(top, exp.Query) else {}


def _is_field(item: exp.Expr) -> bool:
    """Whether the item is a field of a column, whose name it has."""
    return isinstance(item, exp.Dot) and isinstance(item.parts[0], exp.Column | exp.Identifier)


def _bind_tables(tree: exp.Expr, database: str, catalog: Catalog) -> list[Scan]:
    """Replace each table of the query by the view that will hold it, each view of the catalog by its query."""
    scans: dict[tuple[str, str], Scan] = {}
    _bind_into(scans, tree, database, catalog, ())
    for column in tree.find_all(exp.Column):
        if (
            (column.db, column.table) in scans or column.db == information_schema.NAME
        ):  # else what looks like a database is a row, and the table its field
            column.set("db", None)
            column.set("catalog", None)
    return list(scans.values())


def _bind_into(
    scans: dict[tuple[str, str], Scan],
    tree: exp.Expr,
    database: str,
    catalog: Catalog,
    within: tuple[tuple[str, str], ...],
) -> None:
    """Bind the tables of a query that stands in the views ``within``."""
    for node in list(_table_nodes(tree)):
        if not isinstance(node.this, exp.Identifier):
            raise QueryError.at("FUNCTION_NOT_FOUND", place(node), f"Table function {_name(node)} not registered")
        if node.db == information_schema.NAME and (query := information_schema.query_of(node.name, catalog)):
            node.replace(exp.Subquery(this=_prepared(query)[0], alias=_alias_of(node)))
            continue
        if of_partitions := _partitioned(node, database, catalog):
            query = partitions_table.query_of(of_partitions, catalog)
            node.replace(exp.Subquery(this=_prepared(query)[0], alias=_alias_of(node)))
            continue
        key = (node.db or database, node.name)
        table = scans[key].table if key in scans else _table(node, *key, catalog)
        alias = _alias_of(node)
        if table.is_view:
            try:
                query = _view_query(table, within)
                _bind_into(scans, query, view_of(table).database, catalog, (*within, key))
            except QueryError as error:
                raise _invalid_view(node, table, error) from error
            node.replace(exp.Subquery(this=query, alias=alias))
            continue
        scan = scans.setdefault(key, Scan(f"scan_{len(scans)}", table, columns=frozenset(dict(table.all_columns))))
        node.set("alias", alias)
        node.set("this", exp.to_identifier(scan.view))
        node.set("db", None)
        node.set("catalog", None)


def _partitioned(node: exp.Table, database: str, catalog: Catalog) -> Table | None:
    """The table whose partitions a reference to ``"<table>$partitions"`` lists."""
    if not node.name.endswith(partitions_table.SUFFIX):
        return None
    table = catalog.table(node.db or database, node.name.removesuffix(partitions_table.SUFFIX))
    return table if table and table.partition_keys else None


def _alias_of(node: exp.Table) -> exp.Expr:
    """The name by which the query knows a table."""
    return node.args.get("alias") or exp.TableAlias(this=exp.to_identifier(node.name, quoted=True))


def _view_query(table: Table, within: tuple[tuple[str, str], ...]) -> exp.Select:
    """The query of a view, with the columns that it had when it was made."""
    if (table.database, table.name) in within:
        raise QueryError("INVALID_VIEW", "View is recursive")
    view = view_of(table)
    query, _ = _prepared(parse_query(view.query))
    names: list[exp.Expr] = [exp.column(exp.to_identifier(name, quoted=True)) for name in view.columns]
    inner = exp.alias_(exp.Subquery(this=query), table.name, table=True, quoted=True)
    return exp.select(*(names or [exp.Star()])).from_(inner, copy=False)


def _invalid_view(node: exp.Table, table: Table, error: QueryError) -> QueryError:
    if isinstance(error, NotEmulatedError):
        return error
    reason = str(error).removeprefix(f"{error.code}: ")
    name = f"{CATALOG}.{table.database}.{table.name}"
    return QueryError.at("INVALID_VIEW", place(node), f"Failed analyzing stored view '{name}': {reason}")


def _table_nodes(tree: exp.Expr) -> Iterator[exp.Table]:
    """The references to tables of the catalog: not those to WITH queries."""
    seen = set()
    for scope in traverse_scope(tree):
        for source in scope.sources.values():
            if isinstance(source, exp.Table) and id(source) not in seen:
                seen.add(id(source))
                yield source


def _name(node: exp.Table) -> str:
    return str(getattr(node.this, "name", "") or node.this.key)


def _table(node: exp.Table, database: str, name: str, catalog: Catalog) -> Table:
    if node.catalog and node.catalog != CATALOG:
        raise QueryError.at("CATALOG_NOT_FOUND", place(node), f"Catalog '{node.catalog}' not found")
    table = catalog.table(database, name)
    if table is None and catalog.database(database) is None:
        raise QueryError.at("SCHEMA_NOT_FOUND", place(node), f"Schema '{database}' does not exist")
    if table is None:
        raise QueryError.at("TABLE_NOT_FOUND", place(node), f"Table '{CATALOG}.{database}.{name}' does not exist")
    if not table.is_view:
        check_table(table)
    return table


def _qualified(tree: exp.Expr, scans: list[Scan]) -> tuple[exp.Expr, Outputs]:
    """Every column with its table, every * written out, everything typed, and the columns of the result; unknown
    columns fail as Athena says it."""
    schema = {scan.view: dict(scan.table.all_columns) for scan in scans}
    types = {
        view: {name: exp.DataType.build(kind, dialect="hive") for name, kind in columns.items()}
        for view, columns in schema.items()
    }
    try:
        tree = qualify_tables(tree, dialect=AthenaQuery())
        note_aliases(tree)
        check_names(tree, schema)
        without_joined(tree)
        grouped = _having_as_where(tree)
        tree = qualify_columns(tree, types, expand_alias_refs=False, dialect=AthenaQuery())  # type: ignore[arg-type]
        validate_qualify_columns(tree)
        _where_as_having(grouped)
    except OptimizeError as error:
        raise _unresolved(str(error)) from error
    columns = infer_types(
        tree,
        {view: {name: from_sqlglot(kind) for name, kind in columns.items()} for view, columns in types.items()},
    )
    check_aggregation(tree)
    return tree, columns


def _having_as_where(tree: exp.Expr) -> list[exp.Select]:
    """Put each HAVING behind its WHERE, where sqlglot resolves columns by the tables alone, as Trino does in both."""
    grouped = [select for select in tree.find_all(exp.Select) if select.args.get("having")]
    for select in grouped:
        where, having = select.args.get("where"), select.args["having"]
        both = exp.And(this=where.this if where else exp.true(), expression=having.this)
        select.set("where", exp.Where(this=both))
        select.set("having", None)
    return grouped


def _where_as_having(grouped: list[exp.Select]) -> None:
    for select in grouped:
        both = select.args["where"].this
        select.set("having", exp.Having(this=both.expression))
        select.set("where", None if both.this == exp.true() else exp.Where(this=both.this))


_UNRESOLVED = r"Column '(.*?)' could not be resolved(?: for table: '(.*?)')?.*?Line: (\d+), Col: (\d+)"


def _unresolved(text: str) -> QueryError:
    if match := re.match(r"Unknown column: (.*)", text):
        return _not_found(match[1], None)
    if re.match(r"Unknown output column", text):
        return QueryError("INVALID_COLUMN_REFERENCE", "ORDER BY position is not in select list")
    match = re.match(_UNRESOLVED, text)
    if not match:
        return QueryError("SYNTAX_ERROR", text)
    name = f"{match[2]}.{match[1]}" if match[2] else match[1]
    return _not_found(name, (int(match[3]), int(match[4]) - len(match[1]) + 1))


def _not_found(name: str, where: tuple[int, int] | None) -> QueryError:
    return QueryError.at(
        "COLUMN_NOT_FOUND",
        where,
        f"Column '{name}' cannot be resolved or requester is not authorized to access requested resources",
    )


def _set_pruning(tree: exp.Expr, scans: dict[str, Scan]) -> None:
    """Give each scan what the WHERE clause says of its partitions; a table read twice is not pruned."""
    aliases = [
        (scope, alias, source)
        for scope in traverse_scope(tree)
        for alias, source in scope.sources.items()
        if isinstance(source, exp.Table)
    ]
    views = [source.name for _, _, source in aliases]
    for scope, alias, source in aliases:
        if views.count(source.name) == 1 and _keeps_unmatched_rows_out(scope, alias):
            _prune(scans[source.name], alias, scope.expression)


def _keeps_unmatched_rows_out(scope: Scope, alias: str) -> bool:
    """Whether rows of this table that fail WHERE may be left out: not when they are an outer join's far side."""
    for join in scope.expression.args.get("joins") or ():
        if join.side in ("RIGHT", "FULL") or (join.side == "LEFT" and join.alias_or_name == alias):
            return False
    return True


def _prune(scan: Scan, alias: str, select: exp.Expr) -> None:
    keys = {name for name, _ in scan.table.partition_keys}
    where = select.args.get("where")
    conditions = [
        condition.copy()
        for condition in (where.this.unnest().flatten() if where and isinstance(where.this, exp.And) else
                          [where.this] if where else [])
        if _speaks_only_of(condition, alias, keys)
    ]  # fmt: skip
    for condition in conditions:
        for column in condition.find_all(exp.Column):
            column.set("table", None)
        if pin := _pin(condition.unnest()):
            name, values = pin
            scan.pinned[name] = scan.pinned[name] & values if name in scan.pinned else values
        elif bound := bounds_of(condition.unnest()):
            scan.bounds[bound[0]] = scan.bounds.get(bound[0], Bounds()) & bound[1]
    if conditions:
        scan.conditions = rewrite(exp.and_(*conditions, copy=False)).sql(dialect="duckdb", identify=True)


def _speaks_only_of(condition: exp.Expr, alias: str, keys: set[str]) -> bool:
    columns = list(condition.find_all(exp.Column))
    return (
        bool(columns)
        and not condition.find(exp.Query, exp.Pseudocolumn)
        and all(column.table == alias and column.name in keys for column in columns)
    )


def _pin(condition: exp.Expr) -> tuple[str, set[str]] | None:
    """(column, values) of ``col = 'x'`` or ``col IN ('x', 'y')``."""
    if isinstance(condition, exp.EQ):
        sides = (condition.this, condition.expression)
        column, values = sides if isinstance(sides[0], exp.Column) else sides[::-1]
        literals = [values]
    elif isinstance(condition, exp.In) and condition.expressions:
        column, literals = condition.this, condition.expressions
    else:
        return None
    if isinstance(column, exp.Column) and all(isinstance(item, exp.Literal) for item in literals):
        return column.name, {item.name for item in literals}
    return None
