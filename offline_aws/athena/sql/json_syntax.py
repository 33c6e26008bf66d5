"""The grammar of SQL/JSON's functions, which have words between their arguments. Each is parsed as a call of the values
and of the words, those that are not written by their defaults.

https://trino.io/docs/current/functions/json.html#json-exists
"""

from collections.abc import Callable
from typing import Any

from sqlglot import exp
from sqlglot.parsers.trino import TrinoParser
from sqlglot.tokenizer_core import TokenType

_Options = Callable[[TrinoParser, exp.Anonymous], exp.Expr]


def _json_call(name: str, options: _Options) -> Callable[[TrinoParser], exp.Expr]:
    """JSON_VALUE(x, 'path' RETURNING type DEFAULT y ON EMPTY …) as a call of the value, the path and what ``options``
    makes of the words after them."""

    def parse(parser: TrinoParser) -> exp.Expr:
        value = parser._parse_bitwise()
        parser._match_text_seq("FORMAT", "JSON")
        if not parser._match(TokenType.COMMA):
            parser.raise_error("Expecting ,")
        path = parser._parse_primary()
        node = exp.Anonymous(this=name, expressions=[value, path, _passed(parser)])
        return options(parser, node)

    return parse


def _exists(parser: TrinoParser, node: exp.Anonymous) -> exp.Expr:
    """What json_exists answers to an error: false unless it says so."""
    node.append("expressions", exp.Literal.string(_outcome(parser, "ERROR") or "FALSE"))
    return node


def _query(parser: TrinoParser, node: exp.Anonymous) -> exp.Expr:
    wrapper = "WITHOUT"
    if parser._match_text_seq("RETURNING"):
        parser._parse_types()
    if parser._match_text_seq("WITH"):
        wrapper = "CONDITIONAL" if parser._match_text_seq("CONDITIONAL") else "WITH"
        parser._match_text_seq("UNCONDITIONAL")
        parser._match_text_seq("ARRAY")
        parser._match_text_seq("WRAPPER")
    elif parser._match_text_seq("WITHOUT"):
        parser._match_text_seq("ARRAY")
        parser._match_text_seq("WRAPPER")
    if parser._match_text_seq("OMIT", "QUOTES"):
        wrapper = "OMIT"
    else:
        parser._match_text_seq("KEEP", "QUOTES")
    node.append("expressions", exp.Literal.string(wrapper))
    for event in ("EMPTY", "ERROR"):
        node.append("expressions", exp.Literal.string(_outcome(parser, event) or "NULL"))
    return node


def _value(parser: TrinoParser, node: exp.Anonymous) -> exp.Expr:
    kind = parser._parse_types() if parser._match_text_seq("RETURNING") else None
    for event in ("EMPTY", "ERROR"):
        default = _default(parser, event)
        outcome = "DEFAULT" if default is not None else _outcome(parser, event) or "NULL"
        node.append("expressions", exp.Literal.string(outcome))
        node.append("expressions", default or exp.null())
    return exp.Cast(this=node, to=kind) if kind is not None else node


def _default(parser: TrinoParser, event: str) -> exp.Expr | None:
    """The value of DEFAULT … ON EMPTY or ON ERROR."""
    index = parser._index
    if parser._match_text_seq("DEFAULT"):
        found = parser._parse_bitwise()
        if parser._match_text_seq("ON", event):
            return found
    parser._retreat(index)
    return None


def _outcome(parser: TrinoParser, event: str) -> str:
    """The word before ON EMPTY or ON ERROR; one for the other event is left to it."""
    for words in (("NULL",), ("ERROR",), ("EMPTY", "ARRAY"), ("EMPTY", "OBJECT"), ("TRUE",), ("FALSE",), ("UNKNOWN",)):
        index = parser._index
        if parser._match_text_seq(*words) and parser._match_text_seq("ON", event):
            return " ".join(words)
        parser._retreat(index)
    return ""


def _passed(parser: TrinoParser) -> exp.Expr:
    """PASSING 1 AS "x", …: the variables of a path, as the object of them."""
    parts: list[exp.Expr] = []
    while parser._match_text_seq("PASSING") or (parts and parser._match(TokenType.COMMA)):
        value = _formatted(parser)
        parser._match(TokenType.ALIAS)
        name = parser._parse_id_var()
        parts += [exp.Literal.string(name.name if name else ""), value]
    return exp.Anonymous(this="json_object", expressions=[_word("NULL"), _word("WITHOUT"), *parts])


def _word(text: str) -> exp.Expr:
    return exp.Literal.string(text)


def _formatted(parser: TrinoParser) -> exp.Expr:
    """A value, or with FORMAT JSON one that is JSON already."""
    value: Any = parser._parse_disjunction()
    if value is None:
        parser.raise_error("Expecting a value")
    return exp.Anonymous(this="json_input", expressions=[value]) if parser._match_text_seq("FORMAT", "JSON") else value


def _object(parser: TrinoParser) -> exp.Expr:
    """JSON_OBJECT(KEY 'a' VALUE 1, 'b': 2 NULL ON NULL WITH UNIQUE KEYS RETURNING varchar)."""
    parts: list[exp.Expr] = []
    while parser._curr is not None and parser._curr.token_type != TokenType.R_PAREN:
        if parts and not parser._match(TokenType.COMMA):
            break
        if not parts and _follows(parser, "NULL", "ABSENT"):
            break
        parser._match_text_seq("KEY")
        key: Any = parser._parse_bitwise()
        if key is None or not (parser._match_text_seq("VALUE") or parser._match(TokenType.COLON)):
            parser.raise_error("Expecting a key and its value")
        parts += [key, _formatted(parser)]
    on_null = _on_null(parser) or "NULL"
    unique = "WITH" if parser._match_text_seq("WITH", "UNIQUE") else "WITHOUT"
    parser._match_text_seq("WITHOUT", "UNIQUE")
    parser._match_text_seq("KEYS")
    node = exp.Anonymous(this="json_object", expressions=[_word(on_null), _word(unique), *parts])
    return _returning(parser, node)


def _array(parser: TrinoParser) -> exp.Expr:
    """JSON_ARRAY(1, 'a' ABSENT ON NULL RETURNING varchar)."""
    parts: list[exp.Expr] = []
    while parser._curr is not None and parser._curr.token_type != TokenType.R_PAREN:
        if parts and not parser._match(TokenType.COMMA):
            break
        parts.append(_formatted(parser))
    on_null = _on_null(parser) or "ABSENT"
    return _returning(parser, exp.Anonymous(this="json_array", expressions=[_word(on_null), *parts]))


def _follows(parser: TrinoParser, *words: str) -> bool:
    following = parser._next
    return parser._curr.text.upper() in words and following is not None and following.text.upper() == "ON"


def _on_null(parser: TrinoParser) -> str:
    for word in ("NULL", "ABSENT"):
        if parser._match_text_seq(word, "ON", "NULL"):
            return word
    return ""


def _returning(parser: TrinoParser, node: exp.Anonymous) -> exp.Expr:
    if not parser._match_text_seq("RETURNING"):
        return node
    kind = parser._parse_types()
    parser._match_text_seq("FORMAT", "JSON")
    return exp.Cast(this=node, to=kind)


PARSERS: dict[str, Callable[[TrinoParser], exp.Expr]] = {
    "JSON_ARRAY": _array,
    "JSON_EXISTS": _json_call("json_exists", _exists),
    "JSON_OBJECT": _object,
    "JSON_QUERY": _json_call("json_query", _query),
    "JSON_VALUE": _json_call("json_value", _value),
}
