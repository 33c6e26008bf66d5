"""The patterns of IAM's policies: ``*``, ``?`` and policy variables.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

import re
from collections.abc import Mapping
from functools import lru_cache

Context = Mapping[str, tuple[str, ...]]
"""Condition keys in lower case, each with its values; a key that the request lacks is not there."""

_PARTS = re.compile(r"(\$\{[^}]*\}|[*?])")
_VARIABLE = re.compile(r"\$\{\s*([^,}]+?)\s*(?:,\s*'([^']*)'\s*)?\}")
_LITERALS = {"${*}": "*", "${?}": "?", "${$}": "$"}


class UnknownVariableError(Exception):
    """A policy variable has no single value in this request: what holds it can't match."""


def matches(pattern: str, text: str, context: Context, ignore_case: bool = False) -> bool:
    """Whether the text is what the pattern describes. A variable's value stands for itself, wildcards in it too."""
    try:
        parts = tuple(_resolved(part, context) for part in _PARTS.split(pattern))
    except UnknownVariableError:
        return False
    return bool(_compiled(parts, ignore_case).fullmatch(text))


def substituted(text: str, context: Context) -> str:
    """The text with its variables replaced. Raises UnknownVariableError."""
    return "".join(_resolved(part, context)[0] for part in _PARTS.split(text))


def _resolved(part: str, context: Context) -> tuple[str, bool]:
    """The text of a part, and whether it is a wildcard."""
    if part in ("*", "?"):
        return part, True
    if part in _LITERALS:
        return _LITERALS[part], False
    if variable := _VARIABLE.fullmatch(part):
        name, default = variable.groups()
        values = context.get(name.lower(), ())
        if len(values) == 1:
            return values[0], False
        if default is None:
            raise UnknownVariableError(name)
        return default, False
    return part, False


@lru_cache(maxsize=4096)
def _compiled(parts: tuple[tuple[str, bool], ...], ignore_case: bool) -> re.Pattern[str]:
    wildcards = {"*": ".*", "?": "."}
    expression = "".join(wildcards[text] if wild else re.escape(text) for text, wild in parts)
    return re.compile(expression, re.DOTALL | (re.IGNORECASE if ignore_case else 0))
