"""Literals, arithmetic, casts and subscripts."""

from sqlglot import exp

from offline_aws.athena.sql.rewrite.functions import call

_INTEGER_CASTS = {exp.DType.INT: "athena_to_integer", exp.DType.BIGINT: "athena_to_bigint"}
_TIMESTAMPS = (exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ, exp.DType.TIME)


def double_literal(node: exp.Expression) -> exp.Expression:
    """``1.5`` is a double on Athena, a decimal in DuckDB."""
    if isinstance(node, exp.Literal) and not node.is_string and "." in node.name and "e" not in node.name.lower():
        return exp.Literal.number(f"{node.name}e0")
    return node


def division(node: exp.Expression) -> exp.Expression:
    """``7/2`` is 3 and ``1/0`` an error for integers."""
    if isinstance(node, exp.Div):
        return call("athena_divide", node.this, node.expression)
    return node


def modulo(node: exp.Expression) -> exp.Expression:
    """``7 % 0`` is an error for integers."""
    if isinstance(node, exp.Mod):
        return call("athena_modulo", node.this, node.expression)
    return node


def timestamp_precision(node: exp.Expression) -> exp.Expression:
    """``timestamp(3)`` is a type of its own in DuckDB, with fewer functions; all are kept in microseconds."""
    if isinstance(node, exp.DataType) and node.this in _TIMESTAMPS and node.expressions:
        return exp.DataType(this=node.this)
    return node


def integer_cast(node: exp.Expression) -> exp.Expression:
    """``cast('1.5' as integer)`` fails, ``cast(2.5 as integer)`` rounds half up."""
    if type(node) is exp.Cast and (macro := _INTEGER_CASTS.get(node.to.this)):
        return call(macro, node.this)
    return node


def integer_try_cast(node: exp.Expression) -> exp.Expression:
    """``try_cast`` fails in the same cases as ``cast``, and is NULL then."""
    if isinstance(node, exp.TryCast) and (macro := _INTEGER_CASTS.get(node.to.this)):
        return exp.Try(this=call(macro, node.this))
    return node
