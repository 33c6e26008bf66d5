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
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.inference import family
from offline_aws.athena.sql.rewrite import datetime_formats as formats


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MACROS = Path(__file__).parent.parent.joinpath("macros.sql").read_text()
ALL_MACROS = frozenset(re.findall(r"^CREATE MACRO (\w+)", MACROS, re.MULTILINE))
MACRO_NAMES = frozenset(
    name.removeprefix("trino_") for name in ALL_MACROS if name.startswith("trino_") and "__" not in name
)

SAME = _words(
    """
    abs acos any_value array_agg asin atan atan2 avg bool_and bool_or cbrt chr coalesce corr cos count
    count_if covar_pop covar_samp cume_dist degrees dense_rank exp first_value grouping kurtosis lag last_value lead
    length ln log10 log2 lower lpad ltrim max min nth_value ntile nullif percent_rank pi radians random rank
    regr_intercept regr_slope replace reverse round row row_number rpad rtrim sin skewness sqrt starts_with
    stddev stddev_pop stddev_samp sum tan tanh translate trim upper uuid var_pop var_samp variance
    """
)

RENAMED = {
    "approx_distinct": "approx_count_distinct",
    "arbitrary": "any_value",
    "array_distinct": "list_distinct",
    "bitwise_and_agg": "bit_and",
    "bitwise_or_agg": "bit_or",
    "every": "bool_and",
    "filter": "list_filter",
    "max_by": "arg_max_null",
    "min_by": "arg_min_null",
    "rand": "random",
    "transform": "list_transform",
}

NOT_EMULATED = _words(
    """
    all_match any_match approx_most_frequent approx_set array_except array_intersect array_union bing_tile
    checksum combinations format geometric_mean human_readable_seconds index is_json_scalar
    json_array_contains json_array_get json_exists json_query json_value listagg map_concat map_filter
    map_union map_zip_with merge multimap_agg ngrams none_match normalize numeric_histogram parse_duration
    parse_presto_data_size qdigest_agg reduce reduce_agg shuffle soundex split_to_map split_to_multimap
    st_point tdigest_agg transform_keys transform_values url_extract_parameter zip zip_with
    """
)

Builder = Callable[[exp.Anonymous], exp.Expr]


def call(name: str, *args: exp.Expr) -> exp.Anonymous:
    """A DuckDB call by name."""
    return exp.Anonymous(this=name, expressions=list(args))


def variant(macro: str, deciding: Sequence[exp.Expr]) -> str:
    """The form of a macro for arguments that are all of one family of types; the general one when there is none."""
    families = {family(argument) for argument in deciding}
    special = f"{macro}__{families.pop()}" if len(families) == 1 else macro
    return special if special in ALL_MACROS else macro


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
    if len(node.expressions) != 2:
        raise NotEmulatedError("approx_percentile with weights")
    value, share = node.expressions
    kind = "FLOAT[]" if isinstance(share, exp.Array) else "FLOAT"
    return call("approx_quantile", value, exp.cast(share, kind, dialect="duckdb"))


def _map_agg(node: exp.Anonymous) -> exp.Expr:
    """map_agg keeps pairs whose key is not NULL, one for each key."""
    key, value = node.expressions
    entries = exp.Filter(
        this=call("array_agg", exp.Distinct(expressions=[call("row", key, value)])),
        expression=exp.Where(this=exp.Not(this=exp.Is(this=key.copy(), expression=exp.null()))),
    )
    return call("map_from_entries", entries)


def _histogram(node: exp.Anonymous) -> exp.Expr:
    return call("histogram", *node.expressions)


def _typeof(node: exp.Anonymous) -> exp.Expr:
    raise NotEmulatedError("function 'typeof'")


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
    "approx_percentile": _approx_percentile,
    "concat": _concat,
    "date_format": _formatted("strftime", formats.from_mysql),
    "date_parse": _formatted("strptime", formats.from_mysql),
    "format_datetime": _formatted("strftime", formats.from_joda),
    "greatest": _null_if_any_null("greatest"),
    "histogram": _histogram,
    "least": _null_if_any_null("least"),
    "map_agg": _map_agg,
    "mod": _mod,
    "parse_datetime": _parse_datetime,
    "try": _try,
    "typeof": _typeof,
}
