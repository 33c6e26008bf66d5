"""Calculated fields that are aggregated already: as a value of a visual they are taken as they are.

Such a field stands in a definition as a measure without an ``AggregationFunction``, like one that is summed.
https://docs.aws.amazon.com/quicksight/latest/user/calculated-field-aggregations.html
"""

from typing import Any

from offline_aws.quicksight.expressions.aggregates import AGGREGATES
from offline_aws.quicksight.expressions.parser import ExpressionSyntaxError, parse
from offline_aws.quicksight.expressions.syntax import Call, Expression, Field, FieldList
from offline_aws.quicksight.expressions.windows import WINDOWS
from offline_aws.quicksight.fields import CUSTOM
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parsing import parse_visual
from offline_aws.quicksight.visual import Visual

_MEASURES = ("NumericalMeasureField", "CategoricalMeasureField", "DateMeasureField")


def visual_of(union: Json, definition: Json) -> Visual:
    """The visual, in which such fields are told apart. Raises VisualError."""
    return parse_visual(_marked(union, aggregated_fields(definition)))


def aggregated_fields(definition: Json) -> set[tuple[str, str]]:
    """Those fields, by their data set's identifier and their name, judged by the functions that they call."""
    trees = {}
    for each in definition.get("CalculatedFields") or []:
        try:
            trees[each["DataSetIdentifier"], each["Name"]] = parse(each["Expression"])
        except ExpressionSyntaxError:
            continue
    found: set[tuple[str, str]] = set()
    while more := {key for key, tree in trees.items() if key not in found and _aggregates(tree, key[0], found)}:
        found |= more
    return found


def _aggregates(tree: Expression, identifier: str, known: set[tuple[str, str]]) -> bool:
    match tree:
        case Call(name, arguments):
            if name.lower() in AGGREGATES or name.lower() in WINDOWS:
                return True
            return any(_aggregates(each, identifier, known) for each in arguments)
        case FieldList(items):
            return any(_aggregates(each.field, identifier, known) for each in items)
        case Field(name):
            return (identifier, name) in known
    return False


def _marked(node: Any, fields: set[tuple[str, str]]) -> Any:
    if isinstance(node, list):
        return [_marked(each, fields) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: each | {"AggregationFunction": CUSTOM}
        if name in _MEASURES and _is_one(each, fields)
        else _marked(each, fields)
        for name, each in node.items()
    }


def _is_one(measure: Json, fields: set[tuple[str, str]]) -> bool:
    column = measure["Column"]
    return not measure.get("AggregationFunction") and (column["DataSetIdentifier"], column["ColumnName"]) in fields
