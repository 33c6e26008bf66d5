"""What a condition says of the ends between which a partition column's text lies, and what all such texts begin with.

All texts between two others, in the order of their characters, begin with what these two begin with in common.
"""

from dataclasses import dataclass
from os.path import commonprefix

from sqlglot import exp


@dataclass(frozen=True)
class Bounds:
    """The ends of a range of texts, both inclusive, None where it is open."""

    low: str | None = None
    high: str | None = None

    def __and__(self, other: "Bounds") -> "Bounds":
        lows = [text for text in (self.low, other.low) if text is not None]
        highs = [text for text in (self.high, other.high) if text is not None]
        return Bounds(max(lows, default=None), min(highs, default=None))

    @property
    def start(self) -> str:
        """What every text within begins with."""
        if self.low is None or self.high is None:
            return ""
        return commonprefix([self.low, self.high])  # noqa: RUF071 - of characters, not of folders


def bounds_of(condition: exp.Expr) -> tuple[str, Bounds] | None:
    """(column, bounds) of ``col >= 'x'``, ``'x' < col``, ``col BETWEEN 'x' AND 'y'``; None for any other condition."""
    if isinstance(condition, exp.Between):
        column, low, high = condition.this, condition.args["low"], condition.args["high"]
        return (column.name, Bounds(low.name, high.name)) if _is_pair(column, low) and _is_text(high) else None
    if not isinstance(condition, (exp.GT, exp.GTE, exp.LT, exp.LTE)):
        return None
    left, right = condition.this, condition.expression
    lower = isinstance(condition, (exp.GT, exp.GTE))
    if _is_pair(left, right):
        return left.name, Bounds(low=right.name) if lower else Bounds(high=right.name)
    if _is_pair(right, left):
        return right.name, Bounds(high=left.name) if lower else Bounds(low=left.name)
    return None


def _is_pair(column: exp.Expr, text: exp.Expr) -> bool:
    return isinstance(column, exp.Column) and _is_text(text)


def _is_text(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_string
