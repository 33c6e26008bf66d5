"""The tree that a calculated field's text is read into."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Literal:
    """A string, an integer, a decimal, a truth value, or NULL."""

    value: str | int | float | bool | None


@dataclass(frozen=True)
class Field:
    """``{Column Name}``, or a bare name."""

    name: str


@dataclass(frozen=True)
class Parameter:
    """``${name}``."""

    name: str


@dataclass(frozen=True)
class Call:
    """A function with its arguments; an operator is one whose name is its sign."""

    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True)
class Item:
    """A field of a list; ``descending`` is None where no direction stands."""

    field: "Expression"
    descending: bool | None = None


@dataclass(frozen=True)
class FieldList:
    """``[{a}, {b} DESC]``: what a table calculation partitions or sorts by."""

    items: tuple[Item, ...]


Expression = Literal | Field | Parameter | Call | FieldList
