"""A view as the Glue catalog keeps it: a table of type VIRTUAL_VIEW whose original text is Presto's encoding, JSON in
base64 in a comment. https://docs.aws.amazon.com/athena/latest/ug/views.html
"""

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from offline_aws.athena.catalog import CATALOG, Table
from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.hive_types import trino_type

_ENCODED = re.compile(r"/\* Presto View: ([A-Za-z0-9+/=\s]*) \*/")


@dataclass(frozen=True)
class View:
    """The query of a view, the database that its names belong to, and the names of its columns."""

    query: str
    database: str
    columns: tuple[str, ...]


def table_input(name: str, database: str, query: str, columns: Sequence[tuple[str, str]], now: datetime) -> Any:
    """Glue's TableInput of a view; columns are (name, Hive type)."""
    view = {
        "originalSql": query,
        "catalog": CATALOG,
        "schema": database,
        "columns": [{"name": column, "type": trino_type(kind)} for column, kind in columns],
    }
    text = base64.b64encode(json.dumps(view).encode()).decode()
    return {
        "Name": name,
        "TableType": "VIRTUAL_VIEW",
        "Owner": "hadoop",
        "Parameters": {
            "presto_view": "true",
            "comment": "Presto View",
            "transient_lastDdlTime": str(int(now.timestamp())),
        },
        "PartitionKeys": [],
        "ViewOriginalText": f"/* Presto View: {text} */",
        "ViewExpandedText": "/* Presto View */",
        "StorageDescriptor": {
            "Columns": [{"Name": column, "Type": kind} for column, kind in columns],
            "Location": "",
            "SerdeInfo": {},
        },
    }


def view_of(table: Table) -> View:
    """What a view of the catalog says; only Presto's encoding is read."""
    match = _ENCODED.fullmatch(table.view_text.strip())
    try:
        view = json.loads(base64.b64decode(match[1])) if match else {}
    except (binascii.Error, ValueError):
        view = {}
    if not isinstance(view.get("originalSql"), str):
        raise NotEmulatedError(f"the view {table.database}.{table.name}, which is not encoded as Presto's are,")
    columns = tuple(column["name"].lower() for column in view.get("columns") or ())
    return View(view["originalSql"], (view.get("schema") or table.database).lower(), columns)
