"""HyperLogLog sketches and checksums, both made of the bytes of values.

https://trino.io/docs/current/functions/hyperloglog.html and aggregate.html#checksum
"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.analysis.kinds import type_of
from offline_aws.athena.sql.rewrite.aggregates import core, is_there, where
from offline_aws.athena.sql.rewrite.calls import call

Builder = Callable[[exp.Anonymous], exp.Expr]


def _bytes(value: exp.Expr, function: str) -> exp.Expr:
    """The bytes of a value that Trino hashes: those of a long, of a double or of a text in UTF-8."""
    match type_of(value).family:
        case "integer" | "boolean":
            return call("py_bytes_of_bigint", exp.cast(value, "bigint", dialect="duckdb"))
        case "date":
            start = exp.cast(exp.Literal.string("1970-01-01"), "date")
            return call("py_bytes_of_bigint", call("date_diff", exp.Literal.string("day"), start, value))
        case "double" if type_of(value).name == "double":
            return call("py_bytes_of_double", value)
        case "timestamp":
            return call("py_bytes_of_bigint", call("epoch_us", value))
        case "varchar" if type_of(value).name == "varchar":
            return call("encode", value)
        case "varbinary":
            return value
    raise NotEmulatedError(f"{function} of {type_of(value)}")


def _approx_set(node: exp.Anonymous) -> exp.Expr:
    if len(node.expressions) > 1:
        raise NotEmulatedError("approx_set with a maximum error")
    (value,) = node.expressions
    entries = core("array_agg", exp.Distinct(expressions=[call("py_hll_entry", _bytes(value, "approx_set"))]))
    return call("py_hll_sketch", where(entries, is_there(value)))


def _merge(node: exp.Anonymous) -> exp.Expr:
    (value,) = node.expressions
    if type_of(value).name != "hyperloglog":
        raise NotEmulatedError(f"merge of {type_of(value)}")
    return call("py_hll_merged", where(core("array_agg", value), is_there(value)))


def _checksum(node: exp.Anonymous) -> exp.Expr:
    """The sum of the hashes, in which a NULL counts as 1."""
    (value,) = node.expressions
    of_null = exp.Literal.number(0x9E3779B185EBCA87 - 2**64)
    summand = of_null if type_of(value).name == "unknown" else call("py_checksum_summand", _bytes(value, "checksum"))
    total = core("sum", call("coalesce", summand, of_null.copy()))
    return call("py_checksum_total", exp.cast(total, "varchar", dialect="duckdb"))


BUILDERS: dict[str, Builder] = {
    "approx_set": _approx_set,
    "checksum": _checksum,
    "empty_approx_set": lambda node: call("py_hll_sketch", exp.cast(exp.Array(), "bigint[]", dialect="duckdb")),
    "merge": _merge,
}
