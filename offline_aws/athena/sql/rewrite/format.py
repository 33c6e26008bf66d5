"""``format('%05d', x)``: Java's format letters. https://trino.io/docs/current/functions/conversion.html#format"""

import re
from collections.abc import Iterator

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import family
from offline_aws.athena.sql.rewrite.calls import call

_PART = re.compile(r"%(?P<flags>[-0,+ ]*)(?P<width>\d*)(?P<digits>\.\d+)?(?P<letter>[a-zA-Z%])|[^%]+|%")
# Letter → the families of values that it writes here.
_WRITES = {
    "s": ("integer", "varchar", "boolean", "decimal", "date", "double", "unknown"),
    "d": ("integer",),
    "x": ("integer",),
    "f": ("double", "decimal"),
    "e": ("double",),
}
_JAVA = {
    "varchar": "java.lang.String",
    "boolean": "java.lang.Boolean",
    "date": "java.time.LocalDate",
    "double": "java.lang.Double",
    "integer": "java.lang.Long",
}


def build_format(node: exp.Anonymous) -> exp.Expr:
    """Each piece of the literal format by itself, put together with ||; a NULL is written as null."""
    pattern, *values = node.expressions
    if not (isinstance(pattern, exp.Literal) and pattern.is_string):
        raise NotEmulatedError("format with a format that is not a literal")
    if re.search(r"%\d+\$|%<", pattern.name):
        raise NotEmulatedError("format with places of arguments")
    pieces = list(_pieces(pattern.name, iter(values)))
    whole = pieces[0] if pieces else exp.Literal.string("")
    for piece in pieces[1:]:
        whole = exp.DPipe(this=whole, expression=piece, safe=True)
    return exp.paren(whole)


def _pieces(pattern: str, values: Iterator[exp.Expr]) -> Iterator[exp.Expr]:
    for match in _PART.finditer(pattern):
        letter = match["letter"]
        if letter in (None, "%"):
            yield exp.Literal.string("%" if letter else match[0])
            continue
        value = next(values, None)
        if value is None:
            raise QueryError(
                "INVALID_FUNCTION_ARGUMENT",
                f"Invalid format string: {pattern} (MissingFormatArgument: Format specifier '{match[0]}')",
            )
        yield _written(match, value)


def _written(match: re.Match[str], value: exp.Expr) -> exp.Expr:
    letter, kind = match["letter"], family(value)
    if letter in "dxfe" and kind in _JAVA and kind not in _WRITES[letter]:
        raise QueryError(
            "INVALID_FUNCTION_ARGUMENT",
            f"Invalid format string: {match[0]} (IllegalFormatConversion: {letter} != {_JAVA[kind]})",
        )
    if kind not in _WRITES.get(letter, ()) or (letter == "s" and match["digits"]):
        raise NotEmulatedError(f"format of {kind or 'a value of a type that is not known'} with {match[0]}")
    if letter == "f":  # Java rounds the decimal digits half up, C the binary value
        digits = exp.Literal.number((match["digits"] or ".6")[1:])
        value = call("round", exp.cast(value, "DECIMAL(38, 15)", dialect="duckdb"), digits)
    if letter == "s" and kind == "double":
        value = call("py_java_double", exp.cast(value, "double", dialect="duckdb"))
    elif letter == "s":
        value = exp.cast(value, "varchar", dialect="duckdb")
    width = f"%{'-' if '-' in match['flags'] else ''}{match['width']}s"
    null = call("printf", exp.Literal.string(width), exp.Literal.string("null"))
    return call("coalesce", call("printf", exp.Literal.string(match[0]), value), null)
