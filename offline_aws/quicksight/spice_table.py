"""The table in which SPICE keeps a data set's rows: its name, its columns, the statement that makes it."""

import re
import time

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.models import DataSet, Json
from offline_aws.quicksight.rows import Column, DataSetError, Rows, identifier, plain_column

DATABASE = "quicksight_spice"


def new_name(data_set: DataSet) -> str:
    """One that no earlier ingestion had."""
    return f"{_plain(data_set.id)}_{time.time_ns()}"


def columns_of(rows: Rows) -> dict[str, Json]:
    """For each column its type, and its name in the table: Hive wants small letters and nothing strange."""
    taken: set[str] = set()
    columns: dict[str, Json] = {}
    for column in rows.columns.values():
        name = _plain(column.name)
        while name in taken:
            name += "_"
        taken.add(name)
        columns[column.name] = {"column": name, "type": column.type}
    return columns


def create_sql(table: str, rows: Rows, columns: dict[str, Json]) -> str:
    values = [
        exp.alias_(column.value.copy(), columns[column.name]["column"], quoted=True) for column in rows.columns.values()
    ]
    query = exp.Select(expressions=values).from_(rows.source.copy())
    return f"CREATE TABLE {DATABASE}.{table} WITH (format = 'PARQUET') AS {query.sql(dialect=AthenaQuery)}"


def count_sql(table: str) -> str:
    return f"SELECT count(*) FROM {DATABASE}.{table}"  # noqa: S608  (names of our own making)


def spice_rows(data_set: DataSet, rows: Rows) -> Rows:
    """The rows of the newest ingestion; the columns that there will be while there was none.

    :param rows: those that an ingestion would read now
    """
    held = data_set.spice_columns or columns_of(rows)
    columns = {name: Column(name, each["type"], plain_column(each["column"])) for name, each in held.items()}
    table = exp.Table(this=identifier(data_set.spice_table or _plain(data_set.id)), db=identifier(DATABASE))
    return Rows(table, columns, rows.data_source_arn)


def check_ingested(data_set: DataSet) -> None:
    """Raises DataSetError for a data set without rows in SPICE, with what became of its newest ingestion."""
    if data_set.import_mode == "SPICE" and data_set.spice_table is None:
        newest = next(reversed(data_set.ingestions.values()), None)
        state = f"its ingestion is {newest.status}" if newest else "it was never ingested"
        reason = f": {newest.error['Message']}" if newest and newest.error else ""
        raise DataSetError(f"data set {data_set.name} has no rows in SPICE, {state}{reason}")


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9_]", "_", text.lower())
