"""Hive's own JSON SerDes (``org.apache.hive.hcatalog.data.JsonSerDe``): stricter than OpenX.

A line that is no JSON object fails every query of the table, text for a number or an object for a text those that read
the column.
https://docs.aws.amazon.com/athena/latest/ug/hive-json-serde.html
"""

from collections.abc import Mapping, Sequence
from typing import Any

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.openx_json import STRICT, Word
from offline_aws.athena.sql.serde import JsonRows, json_text

_NUMBERS = ("tinyint", "smallint", "int", "bigint", "float", "double", "decimal")
_TEXTS = ("string", "varchar", "char")


class HiveJsonRows(JsonRows):
    """Reads lines into dictionaries of the table's columns."""

    def __init__(self, parameters: Mapping[str, str], columns: Sequence[tuple[str, str]]) -> None:
        super().__init__(parameters, columns)
        self._kinds = dict(columns)

    def row(self, line: str) -> dict[str, Any]:
        """The row that a line is.

        :raises QueryError: HIVE_CURSOR_ERROR
        """
        try:
            value = STRICT.decode(line)
        except (ValueError, RecursionError) as error:
            raise _not_read(str(error)) from error
        if not isinstance(value, dict):
            raise _not_read("not an object")
        row = self._decode(value)
        for key, item in value.items():
            if _is_wrong(kind := self._kinds.get(key.lower(), ""), item):
                row[key.lower()] = _not_read(f"no {kind}: {json_text(item)}")
        return row


def _is_wrong(kind: str, value: Any) -> bool:
    is_text = isinstance(value, str) and not isinstance(value, Word)
    return (kind.startswith(_NUMBERS) and is_text) or (kind.startswith(_TEXTS) and isinstance(value, (dict, list)))


def _not_read(why: str) -> QueryError:
    return QueryError("HIVE_CURSOR_ERROR", f"Row is not a valid JSON Object - {why}")
