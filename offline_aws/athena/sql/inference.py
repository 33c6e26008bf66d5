"""Types of expressions, as far as they can be told before the query runs.

DuckDB picks operators by its own rules, some of which are not Trino's (``/``, date + interval, casts); the rules in
``rewrite`` therefore ask the type that is written here on each node (``node.type``). Columns have theirs from the
catalog, functions from ``RETURNS``, the rest from sqlglot.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types

from offline_aws.athena.sql.dialect import AthenaQuery

_FAMILIES = {
    "integer": {exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT},
    "double": {exp.DType.FLOAT, exp.DType.DOUBLE},
    "decimal": {exp.DType.DECIMAL},
    "varchar": {exp.DType.TEXT, exp.DType.VARCHAR, exp.DType.CHAR},
    "boolean": {exp.DType.BOOLEAN},
    "date": {exp.DType.DATE},
    "timestamp": {exp.DType.TIMESTAMP, exp.DType.DATETIME, exp.DType.TIMESTAMPNTZ},
    "moment": {exp.DType.TIMESTAMPTZ},
    "array": {exp.DType.ARRAY, exp.DType.LIST},
    "map": {exp.DType.MAP},
    "json": {exp.DType.JSON},
}
_FAMILY_OF = {dtype: family for family, dtypes in _FAMILIES.items() for dtype in dtypes}


def family(node: exp.Expr | None) -> str:
    """The kind of a node's type: integer, double, varchar, date, moment (timestamp with time zone) …; "" if unknown."""
    kind = getattr(node, "type", None)
    return _FAMILY_OF.get(kind.this, "") if kind else ""


_FIXED = {
    exp.DType.BIGINT: """
        count count_if approx_distinct row_number rank dense_rank ntile length strpos codepoint date_diff
        year quarter month week week_of_year year_of_week yow day day_of_month day_of_week dow
        day_of_year doy hour minute second millisecond cardinality levenshtein_distance hamming_distance
        bitwise_and bitwise_or bitwise_xor bitwise_not to_milliseconds
        json_array_length json_size array_position regexp_count width_bucket url_extract_port
    """,
    exp.DType.DOUBLE: """
        avg stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp sqrt exp ln
        log log2 log10 power pow sin cos tan asin acos atan atan2 tanh to_unixtime random rand pi e
        percent_rank cume_dist cbrt degrees radians nan infinity skewness kurtosis regr_slope
        regr_intercept
    """,
    exp.DType.VARCHAR: """
        lower upper trim ltrim rtrim substr substring replace split_part regexp_extract
        regexp_replace date_format format_datetime json_extract_scalar json_format lpad rpad to_iso8601
        array_join chr translate url_extract_host url_extract_path url_extract_protocol url_extract_query
        url_extract_fragment url_extract_parameter url_encode url_decode concat_ws format to_hex to_base64
        from_utf8
    """,
    exp.DType.BOOLEAN: """
        regexp_like contains starts_with bool_and bool_or every is_nan is_finite is_infinite
        arrays_overlap any_match all_match none_match
    """,
    exp.DType.DATE: """
        date from_iso8601_date last_day_of_month
    """,
    exp.DType.TIMESTAMP: """
        date_parse at_timezone
    """,
    exp.DType.TIMESTAMPTZ: """
        now from_unixtime from_iso8601_timestamp parse_datetime with_timezone
    """,
    exp.DType.JSON: """
        json_parse json_extract
    """,
}
# The argument whose type the result has.
_AS_ARGUMENT = {
    0: """
        max min any_value arbitrary lag lead first_value last_value nth_value abs round floor ceil
        ceiling truncate sign coalesce greatest least nullif try max_by min_by mod array_sort
        array_distinct array_remove slice filter array_union array_intersect array_except trim_array reverse
        map_concat map_filter
    """,
    1: """
        date_trunc
    """,
    2: """
        date_add
    """,
}

Returns = Callable[[list[exp.Expr]], exp.DataType | exp.DType]


def _always(kind: exp.DType) -> Returns:
    return lambda _: kind


def _same_as(index: int) -> Returns:
    return lambda arguments: (arguments[index].type if index < len(arguments) else None) or exp.DType.UNKNOWN


def _sum(arguments: list[exp.Expr]) -> exp.DataType | exp.DType:
    return exp.DType.BIGINT if family(arguments[0]) == "integer" else arguments[0].type or exp.DType.UNKNOWN


def _percentile(arguments: list[exp.Expr]) -> exp.DataType | exp.DType:
    value = arguments[0].type or exp.DataType.build("unknown")
    return _nested("array", value) if family(arguments[-1]) == "array" else value


def _nested(kind: str, *inner: exp.DataType | None) -> exp.DataType:
    unknown = exp.DataType.build("unknown")
    dtype = exp.DType.ARRAY if kind == "array" else exp.DType.MAP
    return exp.DataType(this=dtype, expressions=[(item or unknown).copy() for item in inner], nested=True)


def _element(arguments: list[exp.Expr]) -> exp.DataType | exp.DType:
    return _element_type(arguments[0]) or exp.DType.UNKNOWN


def _element_type(node: exp.Expr) -> exp.DataType | None:
    """The type of an array's elements or a map's values."""
    return node.type.expressions[-1] if node.type and node.type.expressions else None


def _map_types(node: exp.Expr) -> tuple[exp.DataType | None, exp.DataType | None]:
    key, value = node.type.expressions if node.type and node.type.expressions else (None, None)
    return key, value


def _row(arguments: list[exp.Expr]) -> exp.DataType:
    unknown = exp.DataType.build("unknown")
    return exp.DataType(
        this=exp.DType.STRUCT, expressions=[(item.type or unknown).copy() for item in arguments], nested=True
    )


def _sequence(arguments: list[exp.Expr]) -> exp.DataType:
    return _nested("array", exp.DataType.build("bigint") if family(arguments[0]) == "integer" else arguments[0].type)


RETURNS: Mapping[str, Returns] = {
    **{name: _always(kind) for kind, names in _FIXED.items() for name in names.split()},
    **{name: _same_as(index) for index, names in _AS_ARGUMENT.items() for name in names.split()},
    "approx_percentile": _percentile,
    "array_agg": lambda arguments: _nested("array", arguments[0].type),
    "array_max": _element,
    "array_min": _element,
    "concat": _same_as(0),
    "element_at": _element,
    "histogram": lambda arguments: _nested("map", arguments[0].type, exp.DataType.build("bigint")),
    "map": lambda arguments: _nested("map", _element_type(arguments[0]), _element_type(arguments[1])),
    "map_agg": lambda arguments: _nested("map", arguments[0].type, arguments[1].type),
    "map_keys": lambda arguments: _nested("array", _map_types(arguments[0])[0]),
    "map_values": lambda arguments: _nested("array", _map_types(arguments[0])[1]),
    "row": _row,
    "sequence": _sequence,
    "split": lambda _: _nested("array", exp.DataType.build("varchar")),
    "sum": _sum,
}


def _annotate_call(annotator: Any, node: exp.Anonymous) -> None:
    returns = RETURNS.get(node.name.lower())
    arguments = [item.this if isinstance(item, (exp.Order, exp.Distinct)) else item for item in node.expressions]
    try:
        kind = returns(arguments) if returns else exp.DType.UNKNOWN
    except (IndexError, AttributeError):
        kind = exp.DType.UNKNOWN
    annotator._set_type(node, kind)


def _annotate_moment(annotator: Any, node: exp.Expr) -> None:
    annotator._set_type(node, exp.DType.TIMESTAMPTZ)


def _annotate_local(annotator: Any, node: exp.Expr) -> None:
    annotator._set_type(node, exp.DType.TIMESTAMP)


_METADATA = {
    **AthenaQuery.EXPRESSION_METADATA,
    exp.Anonymous: {"annotator": _annotate_call},
    exp.CurrentTimestamp: {"annotator": _annotate_moment},
    exp.Localtimestamp: {"annotator": _annotate_local},
    exp.AtTimeZone: {"annotator": _annotate_local},
}


def infer_types(tree: exp.Expr, schema: dict[str, dict[str, exp.DataType]]) -> exp.Expr:
    """The tree with a type on each node; the tree's columns must be qualified."""
    return annotate_types(tree, schema=schema, expression_metadata=_METADATA, dialect=AthenaQuery())  # type: ignore[arg-type]
