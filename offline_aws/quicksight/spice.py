"""SPICE: the rows of a data set as they were when they were read, kept as a table that visuals read from.

An ingestion runs the data set's query through Athena, as ``CREATE TABLE AS``, into Parquet in the place of the
workgroup's results and a table of the database ``quicksight_spice``. The table before it is dropped, with its objects.
https://docs.aws.amazon.com/quicksight/latest/user/spice.html
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from botocore.exceptions import ClientError
from localstack.aws.connect import connect_to

from offline_aws import kept
from offline_aws.quicksight import athena
from offline_aws.quicksight.data_set import compile_tables
from offline_aws.quicksight.models import DataSet, Ingestion, Json, QuickSightStore
from offline_aws.quicksight.rows import DataSetError
from offline_aws.quicksight.spice_table import DATABASE, columns_of, count_sql, create_sql, new_name

Written = Callable[[], None]
"""Called when there are new rows, so that open pages ask for them."""


class Cancelled(Exception):  # noqa: N818  (a request, not an error)
    """The ingestion was cancelled while it ran."""


class Spice:
    """Reads data sets into SPICE, those of one data set one after the other.

    :param written: called when there are new rows
    """

    def __init__(self, written: Written) -> None:
        self._written = written
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}

    def start(self, account: str, region: str, store: QuickSightStore, data_set: DataSet, ingestion: Ingestion) -> None:
        """In the background. What ends badly says so in the ingestion."""
        with self._lock:
            turn = self._turns.setdefault(data_set.arn, threading.Lock())
        clients = _Clients(account, region)
        thread = threading.Thread(target=self._ingest, args=(turn, clients, store, data_set, ingestion), daemon=True)
        thread.start()

    def _ingest(
        self, turn: threading.Lock, clients: "_Clients", store: QuickSightStore, data_set: DataSet, ingestion: Ingestion
    ) -> None:
        with turn:
            started = time.monotonic()
            try:
                _check_wanted(ingestion)
                ingestion.status = "RUNNING"
                _read(clients, store, data_set, ingestion)
                ingestion.seconds = int(time.monotonic() - started)
                ingestion.status = "COMPLETED"
                self._written()
            except Cancelled:
                ingestion.error = {"Type": "INGESTION_CANCELED", "Message": "The ingestion was cancelled"}
            except (DataSetError, athena.AthenaError, ClientError) as error:
                ingestion.status, ingestion.error = "FAILED", {"Type": _error_type(str(error)), "Message": str(error)}
        kept.write_all()


class _Clients:
    """Of the services that an ingestion needs, as the account's own."""

    def __init__(self, account: str, region: str) -> None:
        factory = connect_to(aws_access_key_id=account, region_name=region)
        self.athena, self.glue, self.s3 = factory.athena, factory.glue, factory.s3


def _check_wanted(ingestion: Ingestion) -> None:
    if ingestion.status == "CANCELLED":
        raise Cancelled


def _read(clients: _Clients, store: QuickSightStore, data_set: DataSet, ingestion: Ingestion) -> None:
    rows = compile_tables(data_set.physical, data_set.logical, store.data_set)
    work_group = next((s.work_group for s in store.data_sources.values() if s.arn == rows.data_source_arn), None)
    if work_group is None:
        raise DataSetError(f"data source {rows.data_source_arn} does not exist")
    table, columns = new_name(data_set), columns_of(rows)
    athena.run(clients.athena, f"CREATE DATABASE IF NOT EXISTS {DATABASE}", work_group)
    athena.run(clients.athena, create_sql(table, rows, columns), work_group)
    count = athena.ask(clients.athena, count_sql(table), work_group).rows[0][0]
    size = sum(each["Size"] for each in _objects(clients, table))
    if ingestion.status == "CANCELLED":
        _drop(clients, table)
        raise Cancelled
    before, data_set.spice_table = data_set.spice_table, table
    data_set.spice_columns, data_set.spice_bytes = columns, size
    ingestion.rows, ingestion.size = count, size
    if before:
        _drop(clients, before)


def drop(account: str, region: str, data_set: DataSet) -> None:
    """Take away what a deleted data set had in SPICE."""
    if data_set.spice_table:
        _drop(_Clients(account, region), data_set.spice_table)


def _drop(clients: _Clients, table: str) -> None:
    for each in _objects(clients, table):
        clients.s3.delete_object(Bucket=each["Bucket"], Key=each["Key"])
    clients.glue.delete_table(DatabaseName=DATABASE, Name=table)


def _objects(clients: _Clients, table: str) -> Iterable[Json]:
    location = clients.glue.get_table(DatabaseName=DATABASE, Name=table)["Table"]["StorageDescriptor"]["Location"]
    bucket, _, prefix = location.removeprefix("s3://").partition("/")
    pages: Any = clients.s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [each | {"Bucket": bucket} for page in pages for each in page.get("Contents", [])]


def _error_type(message: str) -> str:
    """As ``IngestionErrorType`` of the API."""
    if "TABLE_NOT_FOUND" in message:
        return "SQL_TABLE_NOT_FOUND"
    if "COLUMN_NOT_FOUND" in message:
        return "SQL_SCHEMA_MISMATCH_ERROR"
    return "DATA_SOURCE_NOT_FOUND" if "data source" in message else "SQL_EXCEPTION"
