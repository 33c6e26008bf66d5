"""``format('%05d', x)``: Java's format letters. https://trino.io/docs/current/functions/conversion.html#format"""

import re
from collections.abc import Iterator, Sequence

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import MOMENT, family, type_of
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.rewrite.calls import call

_PART = re.compile(
    r"%(?:(?P<place>\d+)\$|(?P<again><))?(?P<flags>[-0,+ (#]*)(?P<width>\d*)(?P<digits>\.\d+)?"
    r"(?P<letter>t?[a-zA-Z%])|[^%]+|%"
)
# Letter → the families of values that it writes here.
_WRITES = {
    "s": ("integer", "varchar", "boolean", "decimal", "date", "timestamp", "moment", "double", "json", "unknown"),
    "b": ("boolean",),
    "d": ("integer",),
    "x": ("integer",),
    "X": ("integer",),
    "o": ("integer",),
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
# The letter behind t → strftime's.
_TIMES = {
    "Y": "%Y", "y": "%y", "m": "%m", "d": "%d", "e": "%-d", "j": "%j", "B": "%B", "b": "%b", "h": "%b", "A": "%A",
    "a": "%a", "H": "%H", "k": "%-H", "I": "%I", "l": "%-I", "M": "%M", "S": "%S", "L": "%g", "N": "%f000",
    "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "D": "%m/%d/%y", "r": "%I:%M:%S %p",
}  # fmt: skip


def build_format(node: exp.Anonymous) -> exp.Expr:
    """Each piece of the literal format by itself, put together with ||; a NULL is written as null."""
    pattern, *values = node.expressions
    if not (isinstance(pattern, exp.Literal) and pattern.is_string):
        raise NotEmulatedError("format with a format that is not a literal")
    pieces = list(_pieces(pattern.name, values))
    whole = pieces[0] if pieces else exp.Literal.string("")
    for piece in pieces[1:]:
        whole = exp.DPipe(this=whole, expression=piece, safe=True)
    return exp.paren(whole)


def _pieces(pattern: str, values: Sequence[exp.Expr]) -> Iterator[exp.Expr]:
    """``%2$s`` takes the second value, ``%<s`` the one before, any other the next."""
    following, last = 0, -1
    for match in _PART.finditer(pattern):
        letter = match["letter"]
        if letter in (None, "%"):
            yield exp.Literal.string("%" if letter else match[0])
            continue
        if match["place"]:
            last = int(match["place"]) - 1
        elif not match["again"]:
            last, following = following, following + 1
        if not 0 <= last < len(values):
            raise _invalid(pattern, f"MissingFormatArgument: Format specifier '{match[0]}'")
        yield _written(match, values[last].copy())


def _invalid(pattern: str, reason: str) -> QueryError:
    return QueryError("INVALID_FUNCTION_ARGUMENT", f"Invalid format string: {pattern} ({reason})")


def _written(match: re.Match[str], value: exp.Expr) -> exp.Expr:
    letter, kind = match["letter"], family(value)
    if kind in ("array", "map", "row"):
        raise QueryError.at("NOT_SUPPORTED", place(value), f"Type not supported for formatting: {type_of(value)}")
    if letter.lower() not in ("s", "b") and kind in _JAVA and not _takes(letter, kind):
        raise _invalid(match[0], f"IllegalFormatConversion: {letter[-1]} != {_JAVA[kind]}")
    if not _takes(letter, kind) or set(match["flags"]) & set("(#"):
        raise NotEmulatedError(f"format of {kind or 'a value of a type that is not known'} with {match[0]}")
    if letter[0] in "sSbt":
        text = _text(letter, value)
        if match["digits"]:
            text = call("left", text, exp.Literal.number(match["digits"][1:]))
        return _filled(match, text)
    if letter == "f":  # Java rounds the decimal digits half up, C the binary value
        digits = exp.Literal.number((match["digits"] or ".6")[1:])
        value = call("round", exp.cast(value, "DECIMAL(38, 15)", dialect="duckdb"), digits)
    number = f"%{match['flags']}{match['width']}{match['digits'] or ''}{letter}"
    return call("coalesce", call("printf", exp.Literal.string(number), value), _filled(match, exp.null()))


def _takes(letter: str, kind: str) -> bool:
    if letter[0] == "t":
        return kind in ("date", "timestamp") and letter[1:] in _TIMES
    return kind in _WRITES.get("s" if letter == "S" else letter, ())


def _filled(match: re.Match[str], text: exp.Expr) -> exp.Expr:
    width = f"%{'-' if '-' in match['flags'] else ''}{match['width']}s"
    return call("printf", exp.Literal.string(width), call("coalesce", text, exp.Literal.string("null")))


def _text(letter: str, value: exp.Expr) -> exp.Expr:
    """The text that Java makes of a value."""
    kind = type_of(value)
    if letter[0] == "t":
        return call("strftime", value, exp.Literal.string(_TIMES[letter[1:]]))
    if kind.family == "double":
        text: exp.Expr = call("py_java_double", exp.cast(value, "double", dialect="duckdb"))
    elif kind.name == "timestamp" or kind == MOMENT.with_digits(kind.digits):
        text = call("athena_java_time", value, exp.Literal.string("Z[UTC]" if kind.name == MOMENT.name else ""))
    elif kind.name == MOMENT.name:
        raise NotEmulatedError("format of a timestamp in another time zone than UTC")
    elif kind.name == "json":
        text = call("trino_json_format", value)
    else:
        text = exp.cast(value, "varchar", dialect="duckdb")
    return call("upper", text) if letter == "S" else text
