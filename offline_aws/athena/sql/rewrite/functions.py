"""Function calls: one table decides what each of Athena's functions becomes in DuckDB.

A call is looked up in this order:

1. ``BUILDERS``: calls whose translation depends on their arguments.
2. ``macros.sql``: ``trino_<name>``, or its form for the type of the last argument.
3. ``RENAMED``: the same function by another name in DuckDB; aggregates and window functions, which macros can't be.
4. ``SAME``: DuckDB's function of that name is Trino's.
5. ``NOT_EMULATED``: exists on Athena, refused here.

Anything else is what Athena says of a name it does not know: FUNCTION_NOT_FOUND.
https://trino.io/docs/current/functions/list.html
"""

import re
from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import element_of, family, type_of
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.rewrite import datetime_formats as formats
from offline_aws.athena.sql.rewrite import lambdas
from offline_aws.athena.sql.rewrite.calls import MACRO_NAMES, call, variant
from offline_aws.athena.sql.rewrite.dates import in_zone
from offline_aws.athena.sql.rewrite.format import build_format


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAME = _words(
    """
    abs acos any_value array_agg asin atan atan2 avg bool_and bool_or chr coalesce corr cos count
    count_if covar_pop covar_samp cume_dist degrees dense_rank exp first_value kurtosis lag last_value lead
    length ln log10 log2 lower lpad ltrim max min nth_value ntile nullif percent_rank pi radians random rank
    regr_intercept regr_slope round row row_number rpad rtrim sin sqrt starts_with
    stddev stddev_pop stddev_samp sum tan tanh translate trim upper map_concat uuid var_pop var_samp variance
    """
)

RENAMED = {
    "arbitrary": "any_value",
    "every": "bool_and",
    "filter": "list_filter",
    "rand": "random",
    "transform": "list_transform",
}

NOT_EMULATED = _words(
    """
    approx_most_frequent approx_set array_histogram bar beta_cdf bing_tile bit_count bitwise_left_shift
    bitwise_right_shift bitwise_right_shift_arithmetic checksum color combinations contains_sequence cosine_similarity
    crc32 current_groups current_timezone empty_approx_set format_number from_base from_base32 from_base64url
    from_big_endian_32 from_big_endian_64 from_ieee754_32 from_ieee754_64 from_iso8601_timestamp_nanos
    from_unixtime_nanos geometric_mean hash_counts hmac_md5 hmac_sha1 hmac_sha256 hmac_sha512 human_readable_seconds
    index intersection_cardinality inverse_beta_cdf inverse_normal_cdf is_json_scalar jaccard_index json_array
    json_array_contains json_array_get json_exists json_object json_query json_value listagg luhn_check make_set_digest
    map_union map_zip_with merge merge_set_digest multimap_agg multimap_from_entries murmur3 ngrams normal_cdf
    normalize numeric_histogram parse_data_size parse_duration parse_presto_data_size qdigest_agg quantile_at_value
    reduce_agg regexp_position render rgb sha512 shuffle skewness soundex split_to_multimap spooky_hash_v2_32
    spooky_hash_v2_64 st_point tdigest_agg timezone_hour timezone_minute to_base to_base32 to_base64url
    to_big_endian_32 to_big_endian_64 to_ieee754_32 to_ieee754_64 typeof value_at_quantile values_at_quantiles
    wilson_interval_lower wilson_interval_upper word_stem xxhash64
    """
)

Builder = Callable[[exp.Anonymous], exp.Expr]


def resolve_function(node: exp.Expr) -> exp.Expr:
    """Rule: a call of Athena's becomes the DuckDB call of the same meaning, or the query fails with the reason."""
    if not isinstance(node, exp.Anonymous):
        return node
    name = node.name.lower()
    if builder := BUILDERS.get(name):
        return builder(node)
    if name in MACRO_NAMES:
        return call(variant(f"trino_{name}", node.expressions[-1:]), *node.expressions)
    if name in RENAMED:
        return call(RENAMED[name], *node.expressions)
    if name in SAME:
        return call(name, *node.expressions)
    if name in NOT_EMULATED:
        raise NotEmulatedError(f"function '{name}'")
    raise QueryError.at("FUNCTION_NOT_FOUND", place(node), f"Function '{name}' not registered")


def _concat(node: exp.Anonymous) -> exp.Expr:
    """concat is NULL when any argument is; DuckDB's skips NULLs, its || does not."""
    first, *rest = node.expressions
    for item in rest:
        first = exp.DPipe(this=first, expression=item, safe=True)
    return exp.paren(first, copy=False)


def _null_if_any_null(duckdb_name: str) -> Builder:
    """greatest and least are NULL when any argument is; DuckDB's skip NULLs."""

    def build(node: exp.Anonymous) -> exp.Expr:
        nulls = exp.or_(*(exp.Is(this=arg.copy(), expression=exp.null()) for arg in node.expressions))
        return exp.Case().when(nulls, exp.null()).else_(call(duckdb_name, *node.expressions))

    return build


def _try(node: exp.Anonymous) -> exp.Expr:
    return exp.Try(this=node.expressions[0])


def _mod(node: exp.Anonymous) -> exp.Expr:
    return call("athena_modulo", *node.expressions)


def _approx_percentile(node: exp.Anonymous) -> exp.Expr:
    """Exact, which is within any error: the value at the place floor(share * n), counted from 0 as Trino does.

    DuckDB's place is ceil(share * n) - 1; from the other end, with 1 - share, that is the same.
    """
    if len(node.expressions) != 2:
        raise NotEmulatedError("approx_percentile with weights or accuracy")
    value, share = node.expressions
    shares = share.expressions if isinstance(share, exp.Array) else [share]
    if not all(isinstance(item, exp.Literal) and not item.is_string for item in shares):
        raise NotEmulatedError("approx_percentile with a percentile that is not a literal")
    if not all(0 <= float(item.name) <= 1 for item in shares):
        raise QueryError("INVALID_FUNCTION_ARGUMENT", "Percentile must be between 0 and 1")
    rest = [exp.Literal.number(f"{1 - float(item.name):.12g}e0") for item in shares]
    return call(
        "quantile_disc",
        _as_bigint(value),
        exp.Order(
            this=exp.Array(expressions=rest) if isinstance(share, exp.Array) else rest[0],
            expressions=[exp.Ordered(this=_as_bigint(value), desc=True)],
        ),
    )


def _as_bigint(value: exp.Expr) -> exp.Expr:
    """Trino's aggregates of integers work on bigint."""
    return exp.cast(value.copy(), "bigint") if family(value) == "integer" else value.copy()


def _of_bigint(duckdb_name: str) -> Builder:
    return lambda node: call(duckdb_name, *map(_as_bigint, node.expressions))


def _extreme_by(duckdb_name: str) -> Builder:
    """``max_by(x, y)`` may be NULL, ``max_by(x, y, n)`` is an array."""

    def build(node: exp.Anonymous) -> exp.Expr:
        return call(duckdb_name if len(node.expressions) == 3 else f"{duckdb_name}_null", *node.expressions)

    return build


def _avg(node: exp.Anonymous) -> exp.Expr:
    kind = family(node.expressions[0])
    if kind == "decimal":
        raise NotEmulatedError("avg of decimals")
    if kind in ("date", "timestamp", "moment", "varchar", "boolean"):
        raise QueryError("FUNCTION_NOT_FOUND", f"Unexpected parameters ({kind}) for function avg")
    return call("avg", *node.expressions)


def _neighbour(node: exp.Anonymous) -> exp.Expr:
    if any(isinstance(item, exp.Neg) for item in node.expressions[1:2]):
        raise QueryError("INVALID_FUNCTION_ARGUMENT", "Offset must be at least 0")
    return call(node.name.lower(), *node.expressions)


def _map(node: exp.Anonymous) -> exp.Expr:
    if not node.expressions:
        raise NotEmulatedError("MAP() without arguments")
    return call("trino_map", *node.expressions)


def _width_bucket(node: exp.Anonymous) -> exp.Expr:
    if len(node.expressions) == 2:
        raise NotEmulatedError("width_bucket with an array")
    return call("trino_width_bucket", *node.expressions)


def _contains(node: exp.Anonymous) -> exp.Expr:
    if family(node.expressions[0]) == "varchar":
        raise QueryError("FUNCTION_NOT_FOUND", "Unexpected parameters for function contains. Expected: array(T), T")
    return call("trino_contains", *node.expressions)


def _approx_distinct(node: exp.Anonymous) -> exp.Expr:
    """The error that is allowed, an argument of its own, can only be larger than DuckDB's."""
    if len(node.expressions) > 1:
        raise NotEmulatedError("approx_distinct with an error")
    return call("approx_count_distinct", *node.expressions)


def _element_at(node: exp.Anonymous) -> exp.Expr:
    source, key = node.expressions
    return call("athena_element__array" if family(source) == "array" else "trino_element_at", source, key)


def _sequence(node: exp.Anonymous) -> exp.Expr:
    kind = family(node.expressions[0])
    if kind not in ("date", "timestamp", "moment"):
        return call("trino_sequence", *node.expressions)
    if len(node.expressions) == 2:
        raise NotEmulatedError("sequence of dates without a step")
    return call(f"athena_sequence__{kind}", *node.expressions)


def _array_sort(node: exp.Anonymous) -> exp.Expr:
    if len(node.expressions) > 1:
        raise NotEmulatedError("array_sort with a comparison")
    return call("trino_array_sort", *node.expressions)


def _array_join(node: exp.Anonymous) -> exp.Expr:
    if element_of(type_of(node.expressions[0])).family == "double":
        raise NotEmulatedError("array_join of doubles")
    return call("trino_array_join", *node.expressions)


def _concat_ws(node: exp.Anonymous) -> exp.Expr:
    separator, *rest = node.expressions
    if len(rest) == 1 and family(rest[0]) == "array":
        return call("array_to_string", call("athena_without_nulls", rest[0]), separator)
    return call("concat_ws", *node.expressions)


def _regexp_replace(node: exp.Anonymous) -> exp.Expr:
    new = node.expressions[2] if len(node.expressions) == 3 else None
    if isinstance(new, exp.Lambda):
        raise NotEmulatedError("regexp_replace with a lambda")
    if isinstance(new, exp.Literal) and "${" in new.name:
        raise NotEmulatedError("regexp_replace with names of groups")
    return call("trino_regexp_replace", *node.expressions)


def _from_unixtime(node: exp.Anonymous) -> exp.Expr:
    if len(node.expressions) > 1:
        raise NotEmulatedError("from_unixtime with a time zone")
    return call("trino_from_unixtime", *node.expressions)


def _json_path(duckdb_name: str) -> Builder:
    """JSON functions with a path, which Trino takes in fewer forms than DuckDB."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, path = node.expressions
        if isinstance(path, exp.Literal) and not _JSON_PATH.fullmatch(path.name):
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"Invalid JSON path: '{path.name}'")
        if not isinstance(path, exp.Literal):
            raise NotEmulatedError(f"{node.name.lower()} with a path that is not a literal")
        return call(duckdb_name, value, exp.Literal.string(re.sub(r'\["([^"]*)"\]', r'."\1"', path.name)))

    return build


_JSON_PATH = re.compile(r"""\$(\.[A-Za-z_]\w*|\[\d+\]|\["[^"]*"\])*""")


def _map_agg(node: exp.Anonymous) -> exp.Expr:
    """map_agg keeps pairs whose key is not NULL, one for each key."""
    key, value = node.expressions
    entries = exp.Filter(
        this=call("array_agg", exp.Distinct(expressions=[call("row", key, value)])),
        expression=exp.Where(this=exp.Not(this=exp.Is(this=key.copy(), expression=exp.null()))),
    )
    return call("map_from_entries", call("athena_first_entries", entries))


def _histogram(node: exp.Anonymous) -> exp.Expr:
    return call("histogram", *node.expressions)


def _formatted(duckdb_name: str, translate: Callable[[str], str]) -> Builder:
    """Date functions whose second argument is a format in MySQL's or Joda's letters; it must be a literal."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, pattern = node.expressions
        if not (isinstance(pattern, exp.Literal) and pattern.is_string):
            raise NotEmulatedError(f"{node.name.lower()} with a format that is not a literal")
        return call(duckdb_name, value, exp.Literal.string(translate(pattern.name)))

    return build


def _parse_datetime(node: exp.Anonymous) -> exp.Expr:
    """parse_datetime gives a timestamp with time zone, date_parse one without."""
    return exp.cast(_formatted("strptime", formats.from_joda)(node), "timestamptz", dialect="duckdb")


BUILDERS: dict[str, Builder] = {
    "all_match": lambdas.all_match,
    "any_match": lambdas.any_match,
    "approx_distinct": _approx_distinct,
    "approx_percentile": _approx_percentile,
    "array_join": _array_join,
    "at_timezone": lambda node: in_zone(*node.expressions),
    "array_sort": _array_sort,
    "avg": _avg,
    "bitwise_and_agg": _of_bigint("bit_and"),
    "bitwise_or_agg": _of_bigint("bit_or"),
    "concat": _concat,
    "concat_ws": _concat_ws,
    "contains": _contains,
    "date_format": _formatted("strftime", formats.from_mysql),
    "date_parse": _formatted("strptime", formats.from_mysql),
    "element_at": _element_at,
    "format": build_format,
    "format_datetime": _formatted("strftime", formats.from_joda),
    "from_unixtime": _from_unixtime,
    "grouping": lambda node: exp.cast(call("grouping", *node.expressions), "int"),
    "greatest": _null_if_any_null("greatest"),
    "histogram": _histogram,
    "json_extract": _json_path("trino_json_extract"),
    "json_extract_scalar": _json_path("trino_json_extract_scalar"),
    "json_size": _json_path("trino_json_size"),
    "lag": _neighbour,
    "lead": _neighbour,
    "least": _null_if_any_null("least"),
    "map": _map,
    "map_agg": _map_agg,
    "map_filter": lambdas.map_filter,
    "max_by": _extreme_by("arg_max"),
    "min_by": _extreme_by("arg_min"),
    "mod": _mod,
    "none_match": lambdas.none_match,
    "parse_datetime": _parse_datetime,
    "reduce": lambdas.reduce,
    "regexp_replace": _regexp_replace,
    "sequence": _sequence,
    "transform_keys": lambdas.transform_keys,
    "transform_values": lambdas.transform_values,
    "try": _try,
    "width_bucket": _width_bucket,
    "zip": lambda node: call("list_zip", *node.expressions),
    "zip_with": lambdas.zip_with,
}
