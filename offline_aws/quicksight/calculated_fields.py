"""The calculated fields of a definition, as columns of the data sets that they are over.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CalculatedField.html
"""

from collections.abc import Iterator
from dataclasses import replace

from offline_aws.quicksight.expressions.compiler import Scope, compile_text
from offline_aws.quicksight.expressions.values import ExpressionError, Value
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import Parameters, in_expressions
from offline_aws.quicksight.rows import Rows, calculated, scope_of

Problems = Iterator[tuple[str, str, str]]


class _Fields:
    """The fields over one data set, each compiled when it is asked for, since one may use another."""

    def __init__(self, rows: Rows, fields: dict[str, str], parameters: Parameters) -> None:
        self._columns = scope_of(rows)
        self._fields = fields
        self._scope = Scope(self.value, in_expressions(parameters))
        self._found: dict[str, Value] = {}
        self._under_way: list[str] = []

    def value(self, name: str) -> Value:
        """Raises ExpressionError."""
        if name in self._found:
            return self._found[name]
        if name not in self._fields:
            return self._columns.column(name)
        if name in self._under_way:
            raise ExpressionError(f"calculated field {name} is in itself")
        self._under_way.append(name)
        try:
            self._found[name] = compile_text(self._fields[name], self._scope)
        finally:
            self._under_way.pop()
        return self._found[name]


def with_calculated_fields(rows: Rows, identifier: str, definition: Json, parameters: Parameters) -> Rows:
    """The rows with the fields that make sense; what does not is a problem of the definition's, not of its visuals."""
    texts = {
        each["Name"]: each["Expression"]
        for each in definition.get("CalculatedFields") or []
        if each["DataSetIdentifier"] == identifier and each["Name"] not in rows.columns
    }
    fields, columns = _Fields(rows, texts, parameters), dict(rows.columns)
    for name in texts:
        try:
            columns[name] = calculated(name, fields.value(name))
        except ExpressionError:
            continue
    return replace(rows, columns=columns)


def field_problems(rows_by_identifier: dict[str, Rows], definition: Json, parameters: Parameters) -> Problems:
    """Path, reason and kind of each field that makes no sense."""
    declared = definition.get("CalculatedFields") or []
    for number, each in enumerate(declared):
        path, name, identifier = f"CalculatedFields[{number}]", each["Name"], each["DataSetIdentifier"]
        rows = rows_by_identifier.get(identifier)
        if rows is None:
            continue
        if name in rows.columns:
            yield path, f"{path}: data set {identifier} has a column {name} already", "PARAMETER_VALUE_INCOMPATIBLE"
            continue
        texts = {other["Name"]: other["Expression"] for other in declared if other["DataSetIdentifier"] == identifier}
        try:
            _Fields(rows, texts, parameters).value(name)
        except ExpressionError as error:
            yield path, f"{path} {name}: {error}", error.kind
