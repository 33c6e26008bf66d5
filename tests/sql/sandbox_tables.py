"""The tables of ``tables/`` in a running sandbox, and what its Athena answers about them."""

import json
import re
from typing import Any

from tests.athena import OUTPUT, Athena

from .case_file import families
from .table_file import BUCKET, DATABASE, FOLDER, is_query, objects_of

_HERE = {"QueryExecutionContext": {"Database": DATABASE}}


def make_tables(athena: Athena) -> None:
    """Put the objects and run the statements that make the tables."""
    for bucket in (BUCKET, OUTPUT):
        athena.s3.create_bucket(Bucket=bucket)
    athena.rows(f"CREATE DATABASE {DATABASE}")
    for family in families(FOLDER):
        for case in family.cases:
            if not is_query(case):
                for key, data in objects_of(case):
                    athena.s3.put_object(Bucket=BUCKET, Key=key, Body=data)
                athena.rows(case.sql, **_HERE)


def without_names(line: str) -> str:
    """An error without the names of objects that are made anew each time."""
    return re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<object>", line)


def answer(athena: Athena, sql: str) -> list[str]:
    """The lines of a case."""
    execution = athena.run(sql, **_HERE)
    if execution["Status"]["State"] != "SUCCEEDED":
        return [without_names(f"error {execution['Status']['StateChangeReason']}")]
    pages = [
        page["ResultSet"]
        for page in athena.client.get_paginator("get_query_results").paginate(
            QueryExecutionId=execution["QueryExecutionId"]
        )
    ]
    header = [f"{column['Name']} {_type(column)}" for column in pages[0]["ResultSetMetadata"]["ColumnInfo"]]
    _, *rows = [[item.get("VarCharValue") for item in row["Data"]] for page in pages for row in page["Rows"]]
    return [json.dumps(line, ensure_ascii=False) for line in [header, *rows]]


def _type(column: dict[str, Any]) -> str:
    """As the API says it: what is in an array, a map or a row it does not say."""
    name = str(column["Type"])
    return f"decimal({column['Precision']},{column['Scale']})" if name == "decimal" else name
