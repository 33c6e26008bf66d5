"""From the text of a calculated field to its tree.

Exponents bind first, then multiplication, addition, comparison, NOT, AND, OR; what binds alike goes from left to right.

https://docs.aws.amazon.com/quicksight/latest/user/arithmetic-and-comparison-operators.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offline_aws.quicksight.expressions.syntax import Call, Expression, Field, FieldList, Item, Literal, Parameter

_TOKEN = re.compile(
    r"""
    (?P<blank>     \s+ | /\*.*?\*/ )
  | (?P<number>    (?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)? )
  | (?P<string>    '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
  | (?P<parameter> \$\{[^{}]*\} )
  | (?P<field>     \{[^{}]*\} )
  | (?P<name>      [^\W\d]\w* )
  | (?P<sign>      <> | != | <= | >= | [-+*/%^=<>(),\[\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_BINDING = {
    "or": 1, "and": 2,
    "=": 4, "<>": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "^": 8,
}  # fmt: skip
_NOT_BINDING = 3
_MINUS_BINDING = 7
_CONSTANTS = {"null": None, "true": True, "false": False}
_DEEPEST = 100
"""How deeply an expression may be nested; beyond, Python's own stack would end."""


class ExpressionSyntaxError(ValueError):
    """The text is no expression; the message says where."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    at: int


def parse(text: str) -> Expression:
    """Raises ExpressionSyntaxError."""
    return _Parser([*_tokens(text), _Token("end", "", len(text))]).whole()


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise ExpressionSyntaxError(f"the character {text[at]!r} at position {at + 1} is not expected")
        if found.lastgroup != "blank":
            yield _Token(found.lastgroup, found.group(), at)
        at = found.end()


class _Parser:
    """Precedence climbing over the tokens."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def whole(self) -> Expression:
        tree = self._expression(0)
        if self._next.kind != "end":
            raise self._unexpected()
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._position]

    def _take(self) -> _Token:
        token = self._next
        self._position += 1
        return token

    def _took(self, *signs: str) -> str | None:
        """The next token's text in lower case, when it is one of those; it is taken then."""
        word = self._next.text.lower()
        if self._next.kind in ("sign", "name") and word in signs:
            self._position += 1
            return word
        return None

    def _expect(self, sign: str) -> None:
        if not self._took(sign):
            raise self._unexpected(sign)

    def _unexpected(self, expected: str = "") -> ExpressionSyntaxError:
        found = "the expression ends" if self._next.kind == "end" else f"{self._next.text!r} stands"
        wanted = f", where {expected!r} is expected" if expected else " unexpectedly"
        return ExpressionSyntaxError(f"{found} at position {self._next.at + 1}{wanted}")

    def _expression(self, least: int) -> Expression:
        """An expression of operators that bind at least so strongly."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ExpressionSyntaxError(f"the expression is nested deeper than {_DEEPEST} levels")
        left = self._operand()
        while (binding := self._binding()) and binding >= least:
            sign = self._take().text.lower()
            left = Call("<>" if sign == "!=" else sign, (left, self._expression(binding + 1)))
        self._depth -= 1
        return left

    def _binding(self) -> int:
        return _BINDING.get(self._next.text.lower(), 0) if self._next.kind in ("sign", "name") else 0

    def _operand(self) -> Expression:
        if self._took("not"):
            return Call("not", (self._expression(_NOT_BINDING),))
        if self._took("-"):
            return _negative(self._expression(_MINUS_BINDING))
        if self._took("("):
            inner = self._expression(0)
            self._expect(")")
            return inner
        if self._took("["):
            return self._list()
        return self._atom()

    def _atom(self) -> Expression:
        token = self._take()
        match token.kind:
            case "number":
                return Literal(int(token.text) if token.text.isdigit() else float(token.text))
            case "string":
                return Literal(re.sub(r"\\(.)", r"\1", token.text[1:-1], flags=re.DOTALL))
            case "parameter":
                return Parameter(token.text[2:-1].strip())
            case "field":
                return Field(token.text[1:-1].strip())
            case "name":
                return self._named(token.text)
        self._position -= 1
        raise self._unexpected()

    def _named(self, name: str) -> Expression:
        if self._took("("):
            return Call(name, self._arguments())
        if name.lower() in _CONSTANTS:
            return Literal(_CONSTANTS[name.lower()])
        return Field(name)

    def _arguments(self) -> tuple[Expression, ...]:
        if self._took(")"):
            return ()
        arguments = [self._expression(0)]
        while self._took(","):
            arguments.append(self._expression(0))
        self._expect(")")
        return tuple(arguments)

    def _list(self) -> FieldList:
        if self._took("]"):
            return FieldList(())
        items = [self._item()]
        while self._took(","):
            items.append(self._item())
        self._expect("]")
        return FieldList(tuple(items))

    def _item(self) -> Item:
        field = self._expression(0)
        direction = self._took("asc", "desc")
        return Item(field, None if direction is None else direction == "desc")


def _negative(operand: Expression) -> Expression:
    if isinstance(operand, Literal) and isinstance(operand.value, int | float) and not isinstance(operand.value, bool):
        return Literal(-operand.value)
    return Call("negative", (operand,))
