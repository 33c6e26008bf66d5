"""WITH RECURSIVE, whose steps Trino writes out one after the other, and as many as it allows.

``WITH RECURSIVE r (n) AS (base UNION ALL step)`` becomes ``"r 0" AS (base)``, ``"r 1" AS (step over "r 0")`` and so on;
``r`` is the union of them. When the step after the last still has rows, the query fails: so none runs for ever.

https://trino.io/docs/current/sql/select.html#with-recursive-clause
"""

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.relations import is_recursive, references
from offline_aws.athena.sql.dialect import place

DEPTH = 10
"""The steps that Athena takes: ``max_recursion_depth``, which nobody can set there."""
BEYOND = "is_beyond_recursion"
"""The mark of the part of a union that fails for its first row (``rewrite/selects.py``)."""
STEP = "place_of_step"
"""The mark, with the step's place, of the union that joins the base and the first step (``analysis/scopes.py``)."""


def unroll(tree: exp.Expr) -> None:
    """Write out the steps of each recursive query."""
    for clause in tree.find_all(exp.With):
        if clause.args.get("recursive"):
            queries = [part for query in clause.expressions for part in _unrolled(query)]
            clause.set("expressions", queries)
            clause.set("recursive", False)


def _unrolled(query: exp.CTE) -> list[exp.CTE]:
    if not is_recursive(query):
        return [query]
    union, name = query.this, query.alias
    _check_references(union, name)
    parts = [_part(query, 0, union.this)]
    for depth in range(1, DEPTH + 2):
        step = union.expression.copy()
        for table in references(step, name):
            _read(table, _name(name, depth - 1))
        parts.append(_part(query, depth, step))
    query.set("this", _union(union, name))
    return [*parts, query]


def _check_references(union: exp.SetOperation, name: str) -> None:
    """The base does not read the query, the step once."""
    step = union.expression
    if found := references(union.this, name):
        message = "WITH table name is referenced in the base relation of recursion"
        raise QueryError.at("INVALID_RECURSIVE_REFERENCE", place(found[0]), message)
    if len(found := references(step, name)) > 1:
        message = "multiple recursive references in the step relation of recursion"
        raise QueryError.at("INVALID_RECURSIVE_REFERENCE", place(found[1]), message)
    if order := union.args.get("order"):
        raise QueryError.at("NOT_SUPPORTED", place(order), "immediate ORDER BY clause in recursive query")


def _read(table: exp.Table, name: str) -> None:
    """Have a reference read what the step before has made, by the name that it has in the text."""
    alias = table.args.get("alias") or exp.TableAlias(this=table.this.copy())
    table.set("alias", alias)
    table.set("this", exp.to_identifier(name, quoted=True))


def _name(query: str, depth: int) -> str:
    return f"{query.lower()} {depth}"


def _part(query: exp.CTE, depth: int, body: exp.Expr) -> exp.CTE:
    alias = query.args["alias"].copy()
    alias.set("this", exp.to_identifier(_name(query.alias, depth), quoted=True))
    return exp.CTE(this=body, alias=alias)


def _union(union: exp.SetOperation, name: str) -> exp.Expr:
    """All parts, and the one that must have no rows."""
    found: exp.Query = _all_of(_name(name, 0))
    for depth in range(1, DEPTH + 2):
        found = exp.Union(this=found, expression=_all_of(_name(name, depth)), distinct=union.args.get("distinct"))
        if depth == 1:
            found.meta[STEP] = place(union.expression)
    found.expression.meta[BEYOND] = True
    return found


def _all_of(name: str) -> exp.Select:
    return exp.select("*").from_(exp.Table(this=exp.to_identifier(name, quoted=True)))
