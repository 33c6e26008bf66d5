"""Types as the Glue catalog spells them (Hive's names), and what they are in Trino and DuckDB.

https://docs.aws.amazon.com/athena/latest/ug/data-types.html
"""

from sqlglot import exp
from sqlglot.errors import SqlglotError

from offline_aws.athena.errors import QueryError

_SCALARS = {
    exp.DType.BOOLEAN, exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT, exp.DType.FLOAT,
    exp.DType.DOUBLE, exp.DType.DECIMAL, exp.DType.CHAR, exp.DType.VARCHAR, exp.DType.TEXT, exp.DType.BINARY,
    exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ,
}  # fmt: skip
_NESTED = {exp.DType.ARRAY: 1, exp.DType.MAP: 2}

# DuckDB's types that have a name of their own in Hive; what stands in neither table can't be stored.
_FROM_DUCKDB = {
    exp.DType.INT: "int", exp.DType.BIGINT: "bigint", exp.DType.SMALLINT: "smallint", exp.DType.TINYINT: "tinyint",
    exp.DType.UTINYINT: "smallint", exp.DType.USMALLINT: "int", exp.DType.UINT: "bigint", exp.DType.UBIGINT: "bigint",
    exp.DType.INT128: "bigint", exp.DType.FLOAT: "float", exp.DType.DOUBLE: "double", exp.DType.BOOLEAN: "boolean",
    exp.DType.TEXT: "string", exp.DType.VARCHAR: "string", exp.DType.VARBINARY: "binary", exp.DType.DATE: "date",
    exp.DType.TIMESTAMP: "timestamp", exp.DType.TIMESTAMPNTZ: "timestamp",
}  # fmt: skip


def is_hive_type(text: str) -> bool:
    """Whether a text from the catalog is a type that Hive has."""
    try:
        return "[" not in text and _is_hive(exp.DataType.build(text, dialect="hive"))
    except (SqlglotError, ValueError):
        return False


def _is_hive(kind: exp.Expr | None) -> bool:
    if not isinstance(kind, exp.DataType):
        return False
    if kind.this == exp.DType.STRUCT:
        return all(isinstance(field, exp.ColumnDef) and _is_hive(field.args["kind"]) for field in kind.expressions)
    if kind.this in _NESTED:
        return len(kind.expressions) == _NESTED[kind.this] and all(map(_is_hive, kind.expressions))
    return kind.this in _SCALARS


def hive_type_named(text: str) -> str:
    """A type of a statement as Glue spells it."""
    return hive_type(exp.DataType.build(text, dialect="hive"))


def hive_type(kind: exp.DataType) -> str:
    """A type as Glue spells it: ``array<struct<a:int>>``."""
    match kind.this:
        case exp.DType.ARRAY | exp.DType.MAP:
            return f"{kind.this.value.lower()}<{','.join(hive_type(inner) for inner in kind.expressions)}>"
        case exp.DType.STRUCT:
            fields = (f"{field.name.lower()}:{hive_type(field.args['kind'])}" for field in kind.expressions)
            return f"struct<{','.join(fields)}>"
        case _:
            return kind.sql("hive").lower().replace(", ", ",")


def hive_type_of(duckdb_type: str) -> str:
    """The Hive type in which values of a DuckDB type are stored.

    :raises QueryError: NOT_SUPPORTED for a type that no table can have (time zones, intervals, JSON, an untyped NULL)
    """
    try:
        return _stored(exp.DataType.build(duckdb_type, dialect="duckdb"))
    except (SqlglotError, KeyError) as error:
        raise QueryError("NOT_SUPPORTED", f"Unsupported Hive type: {duckdb_type.lower()}") from error


def _stored(kind: exp.DataType) -> str:
    match kind.this:
        case exp.DType.ARRAY | exp.DType.LIST:
            return f"array<{_stored(kind.expressions[0])}>"
        case exp.DType.MAP:
            return f"map<{','.join(map(_stored, kind.expressions))}>"
        case exp.DType.STRUCT:
            fields = (f"{field.name.lower()}:{_stored(field.args['kind'])}" for field in kind.expressions)
            return f"struct<{','.join(fields)}>"
        case exp.DType.DECIMAL:
            return kind.sql("hive").lower().replace(", ", ",")
        case _:
            return _FROM_DUCKDB[kind.this]


def trino_type(hive: str) -> str:
    """A Hive type as Trino names it: ``array(row(a integer))``, ``varchar``."""
    kind = exp.DataType.build(hive, dialect="hive")
    text: str = kind.sql("trino").lower()
    return text.replace("timestamp", "timestamp(3)")
