"""Functions of texts that are also those of bytes, and of texts with blanks at their end.

https://trino.io/docs/current/functions/string.html and binary.html
"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import type_of
from offline_aws.athena.sql.rewrite.calls import MACRO_NAMES, call, variant

Builder = Callable[[exp.Anonymous], exp.Expr]


def _of_bytes(name: str) -> Builder:
    """By the form of the macro for bytes, or Python's function, where the first argument is no text."""

    def build(node: exp.Anonymous) -> exp.Expr:
        if type_of(node.expressions[0]).name == "varbinary":
            return call(f"athena_{name}__varbinary", *node.expressions)
        macro = variant(f"trino_{name}", node.expressions[:1])
        return call(macro if name in MACRO_NAMES else name, *node.expressions)

    return build


def _trimmed(name: str) -> Builder:
    """The blanks that fill a char are none of its own."""

    def build(node: exp.Anonymous) -> exp.Expr:
        text, *rest = node.expressions
        if type_of(text).name == "char":
            text = call("rtrim", text, exp.Literal.string(" "))
        return call(name, text, *rest)

    return build


def _decoded(name: str) -> Builder:
    """Digits of a text, or of the bytes of one."""

    def build(node: exp.Anonymous) -> exp.Expr:
        (digits,) = node.expressions
        text = call("decode", digits) if type_of(digits).name == "varbinary" else digits
        return call(f"trino_{name}" if name in MACRO_NAMES else f"py_{name}", text)

    return build


def _chr(node: exp.Anonymous) -> exp.Expr:
    return call("chr", exp.cast(node.expressions[0], "integer", dialect="duckdb"))


def _from_utf8(node: exp.Anonymous) -> exp.Expr:
    """With what stands for bytes that are no UTF-8, if not by U+FFFD."""
    data, *instead = node.expressions
    return call("py_from_utf8", data, *(instead or [exp.Literal.string("\ufffd")]))


BUILDERS: dict[str, Builder] = {
    **{name: _of_bytes(name) for name in ("length", "lpad", "reverse", "rpad", "substr")},
    **{name: _trimmed(name) for name in ("ltrim", "rtrim", "trim")},
    **{name: _decoded(name) for name in ("from_base32", "from_base64", "from_base64url", "from_hex")},
    "chr": _chr,
    "from_utf8": _from_utf8,
}
