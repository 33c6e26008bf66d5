"""The types of a whole query: scope by scope, those inside before those around them."""

from collections.abc import Iterator

from sqlglot import exp
from sqlglot.optimizer.scope import Scope, traverse_scope

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis import operators as ops
from offline_aws.athena.sql.analysis.coercion import common_of, common_type
from offline_aws.athena.sql.analysis.expressions import Typing
from offline_aws.athena.sql.analysis.formatter import written
from offline_aws.athena.sql.analysis.kinds import BIGINT, UNDECIDED, Type, element_of, row, type_of
from offline_aws.athena.sql.analysis.relations import check_aliases
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.recursion import STEP
from offline_aws.athena.sql.unnamed import UNNAMED

Schema = dict[str, dict[str, Type]]
Outputs = list[tuple[str, Type]]


def infer_types(tree: exp.Expr, schema: Schema) -> Outputs:
    """Write each node's type on it (``kinds.type_of`` reads it); returns the columns of the query.

    :param tree: a query whose columns are qualified
    :param schema: view → column → type
    :raises QueryError: for what Trino's analyzer refuses
    """
    analysis = _Analysis(schema)
    for scope in traverse_scope(tree):
        analysis.add(scope)
    return analysis.outputs_of(tree)


class _Analysis:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._outputs: dict[int, Outputs] = {}

    def outputs_of(self, query: exp.Expr) -> Outputs:
        """The columns of a query that was added; of a recursive one that is being added those of its first part."""
        query = query.unnest() if isinstance(query, exp.Subquery) else query
        while isinstance(query, exp.SetOperation) and id(query) not in self._outputs:
            query = query.this.unnest()
        return self._outputs.get(id(query), [])

    def add(self, scope: Scope) -> None:
        typing = Typing(lambda column: self._column(column, scope), self._scalar)
        node = scope.expression
        for source in (*scope.ctes, *scope.derived_tables):
            check_aliases(source, len(self.outputs_of(source.this)))
        if isinstance(node, exp.SetOperation):
            self._outputs[id(node)] = self._set_operation(node)
        elif isinstance(node, exp.Values):
            self._outputs[id(node)] = self._values(node, typing)
        elif isinstance(node, exp.Unnest):
            self._outputs[id(node)] = self._unnest(node, typing)
        elif isinstance(node, exp.Lateral):
            self._outputs[id(node)] = self.outputs_of(node.this)
        elif isinstance(node, exp.Select):
            self._outputs[id(node)] = self._select(node, typing)

    def _scalar(self, query: exp.Expr) -> Type:
        outputs = self.outputs_of(query)
        if len(outputs) == 1:
            return outputs[0][1]
        return row(*(kind for _, kind in outputs)) if outputs else UNDECIDED

    def _column(self, column: exp.Column, scope: Scope) -> Type:
        if not column.table:
            return self._alias(column, scope)
        within: Scope | None = scope
        while within is not None:
            if source := within.sources.get(column.table):
                return self._source(source).get(column.name, UNDECIDED)
            within = within.parent
        return UNDECIDED

    def _alias(self, column: exp.Column, scope: Scope) -> Type:
        """ORDER BY may name what SELECT names."""
        selects = scope.expression.selects if isinstance(scope.expression, exp.Select) else ()
        return next((type_of(item) for item in selects if item.alias_or_name == column.name), UNDECIDED)

    def _source(self, source: exp.Expr | Scope) -> dict[str, Type]:
        if isinstance(source, Scope):
            return dict(self.outputs_of(source.expression))
        columns = self._schema.get(source.name, {})
        aliases = source.alias_column_names
        return dict(zip(aliases, columns.values(), strict=False)) if aliases else columns

    def _select(self, node: exp.Select, typing: Typing) -> Outputs:
        for clause in _clauses(node):
            for item in clause:
                typing.of(item)
        for key, word in (("where", "WHERE"), ("having", "HAVING")):
            if condition := node.args.get(key):
                _require_condition(condition.this, word)
        for join in node.args.get("joins") or ():
            if on := join.args.get("on"):
                ops.require(on, type_of(on), "JOIN ON clause must evaluate to a boolean: actual type {}")
        _require_order(node)
        return [(item.alias_or_name, type_of(item)) for item in node.selects]

    def _set_operation(self, node: exp.SetOperation) -> Outputs:
        left, right = self.outputs_of(node.this), self.outputs_of(node.expression)
        word = type(node).__name__.upper()
        if len(left) != len(right):
            message = f"{word} query has different number of fields: {len(left)}, {len(right)}"
            raise QueryError.at("TYPE_MISMATCH", place(node), message)
        found: Outputs = []
        for index, ((name, first), (_, second)) in enumerate(zip(left, right, strict=True), 1):
            common = common_type(first, second)
            _require_step(node, index, first, second, common)
            if common is None:
                message = f"column {index} in {word} query has incompatible types: {first}, {second}"
                raise QueryError.at("TYPE_MISMATCH", place(node), message)
            found.append((name, common))
        return found

    def _values(self, node: exp.Values, typing: Typing) -> Outputs:
        rows = [[typing.of(item) for item in _parts(line)] for line in node.expressions]
        columns = []
        for line in rows[1:]:
            mixed = len(line) != len(rows[0]) or any(
                common_type(a, b) is None for a, b in zip(rows[0], line, strict=True)
            )
            if mixed:
                message = f"Values rows have mismatched types: {row(*rows[0])} vs {row(*line)}"
                raise QueryError.at("TYPE_MISMATCH", place(node), message)
        for kinds in zip(*rows, strict=True):
            columns.append(common_of(kinds) or UNDECIDED)
        check_aliases(node, len(columns))
        return list(zip(node.alias_column_names, columns, strict=False))

    def _unnest(self, node: exp.Unnest, typing: Typing) -> Outputs:
        columns = [kind for source in node.expressions for kind in _unnested(source, typing.of(source))]
        names = list(node.alias_column_names)
        if node.args.get("offset"):
            columns.append(BIGINT)
        if node.meta.get(UNNAMED) and len(columns) > len(node.meta["names"]):
            raise NotEmulatedError("UNNEST without a name for each of its columns")
        check_aliases(node, len(columns))
        if node.args.get("offset"):
            offset = node.args["offset"]
            if isinstance(offset, exp.Identifier) and len(names) < len(columns):
                names.append(offset.name)
        return list(zip(names, columns, strict=False))


def _require_step(node: exp.SetOperation, index: int, base: Type, step: Type, common: Type | None) -> None:
    """A recursion has the types of its base."""
    if STEP in node.meta and common != base:
        message = (
            f"recursion step relation output type ({step}) is not coercible to recursion base relation output type "
            f"({base}) at column {index}"
        )
        raise QueryError.at("TYPE_MISMATCH", node.meta[STEP], message)


def _clauses(node: exp.Select) -> Iterator[list[exp.Expr]]:
    """The expressions of a SELECT in the order in which Trino analyzes them; those of ORDER BY may name the columns."""
    yield [join.args["on"] for join in node.args.get("joins") or () if join.args.get("on")]
    for key in ("where", "group", "having"):
        if clause := node.args.get(key):
            yield [item for item in clause.iter_expressions() if not isinstance(item, (exp.Tuple, exp.Paren))]
            yield [item for item in clause.find_all(exp.Column) if isinstance(clause, exp.Group)]
    yield [item for window in node.args.get("windows") or () for item in window.iter_expressions()]
    yield node.selects
    if order := node.args.get("order"):
        yield order.expressions


def _require_condition(condition: exp.Expr, word: str) -> None:
    ops.require(condition, type_of(condition), word + " clause must evaluate to a boolean: actual type {}")


def _require_order(node: exp.Select) -> None:
    order = node.args.get("order")
    for item in order.expressions if order else ():
        if not ops.is_orderable(kind := type_of(item)):
            text = f"Type {kind} is not orderable, and therefore cannot be used in ORDER BY: {written(item.this)}"
            raise ops.mismatch(node, text)


def _parts(line: exp.Expr) -> list[exp.Expr]:
    return line.expressions if isinstance(line, exp.Tuple) else [line]


def _unnested(source: exp.Expr, kind: Type) -> Iterator[Type]:
    """The columns that UNNEST makes of a value."""
    if kind.name == "map":
        yield from kind.arguments
    elif kind.name == "array" and element_of(kind).name == "row":
        yield from element_of(kind).arguments
    elif kind.name in ("array", ""):
        yield element_of(kind)
    else:
        raise QueryError("INVALID_FUNCTION_ARGUMENT", f"Cannot unnest type: {kind}")
