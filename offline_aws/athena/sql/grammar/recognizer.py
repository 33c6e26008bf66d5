"""Whether a text is a statement of Trino's, and what was expected where it stops being one.

All ways through the grammar are gone along at once: a part, begun at a token, gives every token before which it may
end. The message names what could have stood at the furthest token reached, as Trino's ErrorHandler does.
"""

from collections.abc import Sequence, Set
from functools import cache

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.grammar.forms import check_forms
from offline_aws.athena.sql.grammar.notation import Part, rules
from offline_aws.athena.sql.grammar.tokens import Token, place_of, tokens_of

_NOWHERE = -1


def check_syntax(sql: str, rule: str = "statement") -> list[Token]:
    """The tokens of a text, which fails, with Trino's message, if it is not what the rule says."""
    tokens = tokens_of(sql)
    whole = Part("sequence", parts=[Part("rule", rule), Part("terminal", "<EOF>")])
    run = _Run(tokens)
    try:
        is_whole = bool(run.ends(whole, 0))
    except RecursionError as error:
        raise QuerySyntaxError.at((1, 1), "statement is too large (stack overflow while parsing)") from error
    if not is_whole:
        found = tokens[run.furthest]
        expected = ", ".join(sorted(_expected(tokens, run.furthest, whole)))
        raise QuerySyntaxError.at(place_of(found, sql), f"mismatched input '{found.text}'. Expecting: {expected}")
    check_forms(tokens, sql)
    return tokens


def _expected(tokens: list[Token], at: int, whole: Part) -> set[str]:
    """What the grammar would have taken at a token."""
    run = _Run(tokens, watched=at)
    run.ends(whole, 0)
    return run.expected


class _Run:
    """One text against the grammar.

    ``furthest`` is the last token at which something was expected; ``expected`` what that was at the token ``watched``.
    """

    def __init__(self, tokens: list[Token], watched: int = _NOWHERE) -> None:
        self.furthest = 0
        self.expected: set[str] = set()
        self._symbols = [token.symbols for token in tokens]
        self._watched = watched
        self._known: dict[tuple[str, int, bool], Set[int]] = {}

    def ends(self, part: Part, at: int, named: int = _NOWHERE) -> Set[int]:
        """The tokens before which the part may end that begins at a token.

        :param named: the token at which a label already says what is expected
        """
        match part.kind:
            case "terminal":
                return self._terminal(part.name, at, named)
            case "rule":
                return self._rule(part.name, at, named)
            case "sequence":
                return self._sequence(part.parts, at, named)
            case "choice":
                return frozenset().union(*(self.ends(item, at, named) for item in self._open(part, at)))
            case "optional":
                return self._repeated(part, at, named, times=1)
            case "unsaid":
                return self.ends(part.parts[0], at, at)
            case _:
                return self._repeated(part, at, named)

    def _open(self, part: Part, at: int) -> Sequence[Part]:
        """The parts inside one that may begin with a token; where they are told, all."""
        return part.parts if at == self._watched else _beginning(part, self._symbols[at])

    def _terminal(self, name: str, at: int, named: int) -> Set[int]:
        if name in self._symbols[at]:
            self.furthest = max(self.furthest, at + 1)
            return {at + 1}
        if at == self._watched and at != named:
            self.expected.add(name if _is_class(name) else f"'{name}'")
        return frozenset()

    def _rule(self, name: str, at: int, named: int) -> Set[int]:
        key = (name, at, named == at)
        if key not in self._known:
            rule = rules()[name]
            if rule.label and at != named:
                self.expected |= {rule.label} if at == self._watched else set()
                named = at
            self._known[key] = self.ends(rule.part, at, named)
        return self._known[key]

    def _sequence(self, parts: list[Part], at: int, named: int) -> Set[int]:
        reached: Set[int] = {at}
        for part in parts:
            if not reached:
                break
            reached = frozenset().union(*(self.ends(part, each, named) for each in reached))
        return reached

    def _repeated(self, part: Part, at: int, named: int, times: int = -1) -> Set[int]:
        reached, latest = {at}, {at}
        while latest and times:
            latest = {
                end for each in latest for item in self._open(part, each) for end in self.ends(item, each, named)
            } - reached
            reached |= latest
            times -= 1
        return reached


def _is_class(name: str) -> bool:
    return len(name) > 2 and name[0] == "<" and name[-1] == ">"


@cache
def _beginning(part: Part, symbols: Set[str]) -> Sequence[Part]:
    return [item for item in part.parts if "" in (first := _first(item)) or not first.isdisjoint(symbols)]


@cache
def _first(part: Part) -> frozenset[str]:
    """The terminals with which a part may begin, "" among them if it may be empty."""
    match part.kind:
        case "terminal":
            return frozenset({part.name})
        case "rule":
            return _first(rules()[part.name].part)
        case "sequence":
            found: frozenset[str] = frozenset({""})
            for item in part.parts:
                found = found - {""} | _first(item) if "" in found else found
            return found
        case "choice":
            return frozenset().union(*map(_first, part.parts))
        case "unsaid":
            return _first(part.parts[0])
        case _:
            return _first(part.parts[0]) | {""}
