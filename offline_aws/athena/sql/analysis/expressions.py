"""The type of each expression, written on its node, and Trino's errors about types.

https://trino.io/docs/current/language/types.html
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import cast

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis import calls, kinds
from offline_aws.athena.sql.analysis import operators as ops
from offline_aws.athena.sql.analysis.coercion import common_type, distance
from offline_aws.athena.sql.analysis.kinds import BOOLEAN, UNDECIDED, UNKNOWN, VARCHAR, Type, from_sqlglot
from offline_aws.athena.sql.analysis.modifiers import check_filter, check_listagg
from offline_aws.athena.sql.analysis.windows import check_window
from offline_aws.athena.sql.dialect import place

Lambdas = Mapping[str, Type]
Columns = Callable[[exp.Column], Type]
Queries = Callable[[exp.Expr], Type]


class Typing:
    """Types the expressions of one scope; ``columns`` and ``queries`` know the types of what they refer to."""

    def __init__(self, columns: Columns, queries: Queries) -> None:
        self._columns = columns
        self._queries = queries

    def of(self, node: exp.Expr, given: Lambdas | None = None) -> Type:
        """The type of an expression; ``given`` are the parameters of the lambdas around it."""
        given = given or {}
        if isinstance(node, exp.Query):
            kind = self._queries(node)
        elif isinstance(node, (exp.Column, exp.Identifier, exp.Dot)):
            kind = self._reference(node, given)
        elif isinstance(node, (exp.Anonymous, exp.Lambda)):
            kind = calls.call_type(self, node, given)
        else:
            kind = self._composed(node, given)
        node.meta["type"] = kind
        return kind

    def _composed(self, node: exp.Expr, given: Lambdas) -> Type:
        for child in node.iter_expressions():
            if not isinstance(child, exp.DataType):
                self.of(child, given)
        rule = _RULES.get(type(node))
        return rule(node) if rule else UNDECIDED

    def _reference(self, node: exp.Expr, given: Lambdas) -> Type:
        """A column, a parameter of a lambda, or a field of a row."""
        if isinstance(node, exp.Dot):
            return self._field(node, self.of(node.this, given))
        if not (isinstance(node, exp.Column) and node.table) and node.name.lower() in given:
            return given[node.name.lower()]
        return self._columns(node) if isinstance(node, exp.Column) else UNDECIDED

    def _field(self, node: exp.Dot, kind: Type) -> Type:
        name = node.expression.name
        if isinstance(node.expression, exp.Anonymous):
            raise calls.not_registered(node, f"{node.this.sql('trino')}.{name.lower()}")
        if not kind.name or not isinstance(node.expression, exp.Identifier):
            return UNDECIDED
        if kind.name != "row":
            raise ops.mismatch(node, f"Expression {node.this.sql('trino')} is not of type ROW")
        found = [item for field, item in kind.named if field.lower() == name.lower()]
        if not found:
            raise calls.unresolved(node.sql("trino"), node)
        return found[0]


Rule = Callable[[exp.Expr], Type]
_of = kinds.type_of


def _always(kind: Type) -> Rule:
    return lambda node: kind


def _inner(node: exp.Expr) -> Type:
    return _of(node.this)


def _literal(node: exp.Expr) -> Type:
    if node.is_string:
        return Type("varchar", (len(node.name),))
    if not node.name.isdigit():
        return kinds.DOUBLE
    if int(node.name) >= 2**63 + isinstance(node.parent, exp.Neg):
        raise QueryError.at("SYNTAX_ERROR", (1, 1), f"Invalid numeric literal: {node.name}")
    return kinds.INTEGER if int(node.name) < 2**31 else kinds.BIGINT


def _negated(node: exp.Expr) -> Type:
    """The sign belongs to the number, so the least integer is one."""
    if isinstance(node.this, exp.Literal) and node.this.name in (str(2**31), str(2**63)):
        return kinds.INTEGER if node.this.name == str(2**31) else kinds.BIGINT
    return ops.negated(node, _of(node.this))


def _comparison(node: exp.Expr) -> Type:
    if isinstance(node.expression, (exp.All, exp.Any)):
        if not isinstance(node.expression.this.unnest(), exp.Query):
            raise calls.not_registered(node.expression, node.expression.key)
        return BOOLEAN
    return ops.comparison(node, _of(node.this), _of(node.expression))


def _arithmetic(node: exp.Expr) -> Type:
    return ops.arithmetic(node, _of(node.this), _of(node.expression))


def _connector(node: exp.Expr) -> Type:
    for side in (node.this, node.expression):
        ops.require(side, _of(side), "Logical expression term must evaluate to a boolean (actual: {})")
    return BOOLEAN


def _not(node: exp.Expr) -> Type:
    ops.require(node.this, _of(node.this), "Value of logical NOT expression must evaluate to a boolean (actual: {})")
    return BOOLEAN


def _cast(node: exp.Expr) -> Type:
    kind, source = from_sqlglot(node.args["to"]), _of(node.this)
    text = node.this.name if isinstance(node.this, exp.Literal) else ""
    if node.meta.get("is_typed_literal"):
        _check_literal(node, kind, text)
        return _typed_literal(kind, text)
    if not ops.castable(source, kind):
        raise ops.mismatch(node, f"Cannot cast {source} to {kind}")
    if kind.name == kinds.MOMENT.name and source.name == kind.name:
        return kind.in_zone(source.zone)
    if kind.name != kinds.MOMENT.name:
        return kind
    is_known = source.family != "varchar" or isinstance(node.this, exp.Literal)
    return kind.in_zone((calls.zone_in(text) or "UTC") if is_known else "")


_DAY, _CLOCK = r"-?\d{4,}-\d{1,2}-\d{1,2}", r"\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?"
_LITERALS = {
    "date": _DAY,
    "timestamp": rf"{_DAY}( {_CLOCK}( ?[A-Za-z][\w/+-]*| ?[+-]\d{{1,2}}(:\d{{1,2}})?)?)?",
    "time": rf"{_CLOCK}( ?[+-]\d{{2}}:\d{{2}})?",
    "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
}


def _check_literal(node: exp.Expr, kind: Type, text: str) -> None:
    name = kind.name.split(" ")[0]
    text = text.strip()
    is_right = name not in _LITERALS or re.fullmatch(_LITERALS[name], text) is not None
    is_right = is_right and not (name == "timestamp" and calls.is_left_out(text))
    if not is_right or (name in ("date", "timestamp") and not _is_date(text.split(" ")[0])):
        raise QueryError.at("INVALID_LITERAL", place(node), f"'{text}' is not a valid {name.upper()} literal")


def _is_date(text: str) -> bool:
    try:
        dt.date(*map(int, text.split("-")))
    except ValueError:
        return len(text.split("-")[0]) != 4  # beyond what Python's dates hold
    return True


def _typed_literal(kind: Type, text: str) -> Type:
    if kind.name == "decimal":
        whole, _, fraction = text.lstrip("+-").partition(".")
        return kinds.decimal(max(len(whole.lstrip("0")) + len(fraction), 1), len(fraction))
    if kind.name == "char":
        return Type("char", (len(text),))
    if kind.name in ("timestamp", "time"):
        kind = kind.with_digits(_fraction_digits(text))
    if kind.name == kinds.MOMENT.name:
        return kind.in_zone(calls.zone_in(text) or "UTC")
    if kind.name == "timestamp" and (zone := calls.zone_in(text)):
        return kinds.MOMENT.in_zone(zone).with_digits(kind.digits)
    return kind


def _fraction_digits(text: str) -> int:
    """The digits after the seconds of a literal: a timestamp has as many."""
    found = re.search(r":\d{1,2}\.(\d+)", text)
    return len(found[1]) if found else 0


def _case(node: exp.Expr) -> Type:
    operand = node.args.get("this")
    results: dict[Type, exp.Expr] = {}
    for branch in node.args["ifs"]:
        if operand is not None:
            ops.all_alike({_of(branch.this): branch.this, _of(operand): operand}, "CASE operands")
        else:
            ops.require(branch.this, _of(branch.this), "CASE WHEN clause must evaluate to a boolean (actual: {})")
        results.setdefault(_of(branch.args["true"]), branch.args["true"])
    if default := node.args.get("default"):
        results.setdefault(_of(default), default)
    return ops.all_alike(results, "CASE results")


def _if(node: exp.Expr) -> Type:
    if isinstance(node.parent, exp.Case):
        return UNDECIDED
    ops.require(node.this, _of(node.this), "IF condition must evaluate to a boolean (actual: {})")
    yes, no = _of(node.args["true"]), _of(node.args.get("false")) if node.args.get("false") else UNKNOWN
    common = common_type(yes, no)
    if common is None:
        raise ops.mismatch(node, f"Result types for IF must be the same: {yes} vs {no}")
    return common


def _in(node: exp.Expr) -> Type:
    items = {_of(node.this): node.this}
    for item in node.expressions:
        items.setdefault(_of(item), item)
    query = node.args.get("query")
    if query is None:
        common = UNKNOWN
        for kind, item in items.items():
            if common_type(common, kind) is None:
                raise ops.mismatch(
                    item,
                    "IN value and list items must be the same type or coercible to a common type. Cannot find common "
                    f"type between {common} and {kind}, all types (without duplicates): "
                    f"[{', '.join(map(str, items))}]",
                )
            common = common_type(common, kind) or UNDECIDED
    elif common_type(_of(node.this), _of(query)) is None:
        sides = f"{_of(node.this)} vs {_of(query)}"
        raise ops.mismatch(node, f"value and result of subquery must be of the same type for IN expression: {sides}")
    return BOOLEAN


def _between(node: exp.Expr) -> Type:
    value, low, high = _of(node.this), _of(node.args["low"]), _of(node.args["high"])
    if common_type(value, low) is None or common_type(value, high) is None:
        raise ops.mismatch(node, f"Cannot check if {value} is BETWEEN {low} and {high}")
    return BOOLEAN


def _like(node: exp.Expr) -> Type:
    for side, word in ((node.this, "Left side of LIKE expression"), (node.expression, "Pattern for LIKE expression")):
        if _of(side).family not in ("varchar", "unknown", ""):
            raise ops.mismatch(node, f"{word} must evaluate to a varchar (actual: {_of(side)})")
    return BOOLEAN


def _escape(node: exp.Expr) -> Type:
    """ESCAPE names the character that quotes % and _ and itself, and nothing else."""
    pattern, mark = node.this.expression, node.expression
    if isinstance(pattern, exp.Literal) and isinstance(mark, exp.Literal):
        if len(mark.name) != 1:
            raise QueryError("INVALID_FUNCTION_ARGUMENT", "Escape string must be a single character")
        letter = re.escape(mark.name)
        if re.search(f"{letter}(?![%_{letter}])", re.sub(letter * 2, "", pattern.name)):
            message = "Escape character must be followed by '%', '_' or the escape character itself"
            raise QueryError("INVALID_FUNCTION_ARGUMENT", message)
    return BOOLEAN


def _array(node: exp.Expr) -> Type:
    items: dict[Type, exp.Expr] = {}
    for item in node.expressions:
        items.setdefault(_of(item), item)
    return kinds.array(ops.all_alike(items, "ARRAY elements"))


def _bracket(node: exp.Expr) -> Type:
    source, (place, *_) = _of(node.this), node.expressions
    index = _of(place)
    if source.name == "row":
        return _field_at(source, place) if isinstance(place, exp.Literal) else UNDECIDED
    if source.name == "map" and distance(index, source.arguments[0]) is not None:
        return kinds.element_of(source)
    if source.name == "array" and distance(index, kinds.BIGINT) is not None:
        return kinds.element_of(source)
    if not source.name:
        return UNDECIDED
    raise ops.mismatch(node, f"Cannot use {index} for subscript of {source}")


def _field_at(row: Type, index: exp.Expr) -> Type:
    """A row's field by its place, which sqlglot has made one that counts from 0."""
    if int(index.name) >= len(row.arguments):
        message = f"Subscript index out of bounds: {int(index.name) + 1}, max value is {len(row.arguments)}"
        raise QueryError.at("INVALID_FUNCTION_ARGUMENT", place(index), message)
    return row.arguments[int(index.name)]


def _interval(node: exp.Expr) -> Type:
    unit = str(node.args.get("unit") or "").upper()
    if not unit:
        raise QueryError.at("TYPE_NOT_FOUND", place(node), "Unknown resolvedType: interval")
    return kinds.YEAR_TO_MONTH if "MONTH" in unit or "YEAR" in unit else kinds.DAY_TO_SECOND


def _concatenation(node: exp.Expr) -> Type:
    if {_of(node.this).name, _of(node.expression).name} == {"array", "unknown"}:
        raise ops.ambiguous(place(node))
    return calls.resolved(node, "concat", [node.this, node.expression])


_FIELDS = re.compile(
    "year|quarter|month|week|day|day_of_month|day_of_week|dow|day_of_year|doy|year_of_week|yow|hour|minute|second"
    "|timezone_minute|timezone_hour"
)


def _as_call(name: str, *parts: str) -> Rule:
    """Syntax that is a call of a function in other words."""
    return lambda node: calls.resolved(node, name, [node.args[part] for part in parts if node.args.get(part)])


def _extract(node: exp.Expr) -> Type:
    if not _FIELDS.fullmatch(node.name.lower()):
        raise QueryError.at("SYNTAX_ERROR", place(node), f"Invalid EXTRACT field: {node.name.lower()}")
    return calls.resolved(node, node.name.lower(), [node.expression])


def _at_time_zone(node: exp.Expr) -> Type:
    zone = node.args["zone"]
    if _of(node.this).family not in ("timestamp", "moment", "", "unknown"):
        raise ops.mismatch(
            node, f"Type of value must be a time or timestamp with or without time zone (actual {_of(node.this)})"
        )
    name = zone.name if isinstance(zone, exp.Literal) else ""
    return kinds.MOMENT.in_zone(name).with_digits(_of(node.this).digits)


def _filter(node: exp.Expr) -> Type:
    check_filter(cast(exp.Filter, node))
    return _of(node.this)


def _listagg(node: exp.Expr) -> Type:
    check_listagg(cast(exp.GroupConcat, node))
    return VARCHAR


def _window(node: exp.Expr) -> Type:
    check_window(cast(exp.Window, node))
    return _of(node.this)


def _tuple(node: exp.Expr) -> Type:
    return kinds.row(*map(_of, node.expressions))


_RULES: dict[type[exp.Expr], Rule] = {
    **dict.fromkeys(ops.COMPARISONS, _comparison),
    **dict.fromkeys(ops.ARITHMETIC, _arithmetic),
    **dict.fromkeys((exp.And, exp.Or), _connector),
    **dict.fromkeys((exp.Paren, exp.Alias, exp.WithinGroup, exp.IgnoreNulls, exp.RespectNulls,
                     exp.Ordered, exp.Order), _inner),
    **dict.fromkeys((exp.Is, exp.Exists, exp.Boolean), _always(BOOLEAN)),
    **dict.fromkeys((exp.Cast, exp.TryCast), _cast),
    exp.Array: _array,
    exp.AtTimeZone: _at_time_zone,
    exp.Between: _between,
    exp.Bracket: _bracket,
    exp.Case: _case,
    exp.CurrentDate: _always(kinds.DATE),
    exp.CurrentTime: _always(Type("time with time zone")),
    exp.CurrentTimestamp: _always(kinds.MOMENT),
    exp.Distinct: lambda node: _of(node.expressions[0]) if len(node.expressions) == 1 else _tuple(node),
    exp.DPipe: _concatenation,
    exp.Escape: _escape,
    exp.Extract: _extract,
    exp.GroupConcat: _listagg,
    exp.Filter: _filter,
    exp.HexString: _always(Type("varbinary")),
    exp.If: _if,
    exp.In: _in,
    exp.Interval: _interval,
    exp.Like: _like,
    exp.Literal: _literal,
    exp.Localtime: _always(kinds.TIME),
    exp.Localtimestamp: _always(kinds.TIMESTAMP),
    exp.Neg: _negated,
    exp.Not: _not,
    exp.Null: _always(UNKNOWN),
    exp.ParseJSON: _always(Type("json")),
    exp.StrPosition: _as_call("strpos", "this", "substr"),
    exp.Substring: _as_call("substring", "this", "start", "length"),
    exp.Trim: _as_call("trim", "this", "expression"),
    exp.Tuple: _tuple,
    exp.Window: _window,
}  # fmt: skip
