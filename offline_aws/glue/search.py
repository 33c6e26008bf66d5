"""SearchTables, which moto lacks. https://docs.aws.amazon.com/glue/latest/webapi/API_SearchTables.html"""

from collections.abc import Iterable, Mapping
from typing import Any

from localstack.aws.api import CommonServiceException

Table = Mapping[str, Any]

_HONOURED = {"CatalogId", "Filters", "SearchText", "MaxResults", "NextToken"}
# Keys of filters that are members of a table; any other key is one of its parameters.
_MEMBERS = {"name": "Name", "databasename": "DatabaseName", "description": "Description", "owner": "Owner",
            "tabletype": "TableType"}  # fmt: skip


def search(tables: Iterable[Table], request: Mapping[str, Any]) -> dict[str, Any]:
    """The page of tables that match the text and every filter.

    :raises CommonServiceException: for a member, or a comparison, that is not honoured
    """
    if refused := sorted(name for name, value in request.items() if value and name not in _HONOURED):
        raise _invalid(f"{refused[0]} is not emulated")
    filters = request.get("Filters") or []
    if any((each.get("Comparator") or "EQUALS") != "EQUALS" for each in filters):
        raise _invalid("A comparison by anything but EQUALS is not emulated")
    text = request.get("SearchText") or ""
    found = [table for table in tables if _has(table, text) and all(_passes(table, each) for each in filters)]
    start, size = int(request.get("NextToken") or 0), request.get("MaxResults") or 100
    rest = {"NextToken": str(start + size)} if start + size < len(found) else {}
    return {"TableList": found[start : start + size]} | rest


def _has(table: Table, text: str) -> bool:
    """Whether a text stands in what a table says of itself; one in quotes is the whole of a value."""
    columns = (table.get("StorageDescriptor") or {}).get("Columns") or []
    said = [table.get(name) or "" for name in _MEMBERS.values()]
    said += [value for column in columns for value in (column["Name"], column.get("Comment") or "")]
    said += (table.get("Parameters") or {}).values()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1] in said
    return any(text.lower() in value.lower() for value in said)


def _passes(table: Table, given: Mapping[str, str]) -> bool:
    key = given.get("Key", "")
    member = _MEMBERS.get(key.lower())
    value = table.get(member) if member else (table.get("Parameters") or {}).get(key)
    return value == given.get("Value")


def _invalid(message: str) -> CommonServiceException:
    return CommonServiceException("InvalidInputException", message, sender_fault=True)
