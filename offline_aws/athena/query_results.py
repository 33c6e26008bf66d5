"""GetQueryResults: pages of a result file.

Results are read where Athena keeps them, so a file that was deleted has none. A page begins where the one before it
ended: the token is a place in the file, and no page costs more for those before it.
https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
"""

import io
import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from offline_aws.athena import results
from offline_aws.athena.api import InvalidRequestException, Request, Response
from offline_aws.athena.managed_results import are_gone, client_of
from offline_aws.athena.models import CANCELLED, FAILED, FINAL, QueryExecution
from offline_aws.athena.paging import place_in, token_of
from offline_aws.athena.sql.locations import split_uri
from offline_aws.athena.sql.types import Column

MOST_ROWS = 1000
_MANIFEST = [Column("location", "varchar", 2147483647)]


def check_finished(execution: QueryExecution, now: datetime) -> None:
    """Refuse to show the results of a query that has none, or no more."""
    if execution.state not in FINAL:
        raise InvalidRequestException(
            f"Query has not yet finished. Current state: {execution.state}", "QUERY_NOT_FINISHED"
        )
    if execution.state in (FAILED, CANCELLED):
        raise InvalidRequestException(
            f"Query did not finish successfully. Final query state: {execution.state}", "QUERY_NOT_SUCCEEDED"
        )
    if are_gone(execution, now):
        raise InvalidRequestException("Could not find results")


def exists(s3: Any, execution: QueryExecution) -> bool:
    """Whether the result file is there."""
    bucket, key = split_uri(execution.output)
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        return False
    return True


def page(s3: Any, execution: QueryExecution, request: Request) -> Response:
    """The answer for one page: the first page of a SELECT begins with a header row."""
    if request.get("QueryResultType") == "DATA_MANIFEST":
        uri, columns, is_csv = execution.manifest, _MANIFEST, False
        if not uri:
            raise InvalidRequestException("The query has no data manifest")
    else:
        uri = execution.output if execution.written is None else None
        columns, is_csv = execution.columns, execution.substatement == "SELECT"
    rows, token = _rows(s3, uri, len(columns), is_csv, request) if uri else ([], {})
    info = [results.column_info(column) for column in columns]
    result_set = {"Rows": list(results.result_rows(rows)), "ResultSetMetadata": {"ColumnInfo": info}}
    return {"UpdateCount": execution.written or 0, "ResultSet": result_set} | token


def _rows(s3: Any, uri: str, width: int, is_csv: bool, request: Request) -> tuple[list[results.Row], Response]:
    """The rows of a page, and the token of the next one."""
    token, scope = request.get("NextToken"), [request["QueryExecutionId"], request.get("QueryResultType")]
    start = place_in(token, scope) if token else 0
    size = request.get("MaxResults") or MOST_ROWS
    lines = _Lines(_body(s3, uri, start))
    rows = results.csv_rows(lines, width) if is_csv else results.text_rows(lines)
    found: list[results.Row] = list(itertools.islice(rows, size))
    end = start + lines.consumed
    return found, {"NextToken": token_of(scope, end)} if next(iter(lines), None) is not None else {}


class _Lines:
    """The lines of a body as text, each with its line feed; counts the bytes of those that were taken."""

    def __init__(self, body: Iterable[bytes]) -> None:
        self._lines = iter(body)
        self.consumed = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.consumed += len(line)
            yield line.decode()


def _body(s3: Any, uri: str, start: int) -> Iterable[bytes]:
    """The lines of an object from a place on."""
    bucket, key = split_uri(uri)
    given = {"Range": f"bytes={start}-"} if start else {}
    try:
        body = client_of(bucket, s3).get_object(Bucket=bucket, Key=key, **given)["Body"]
    except ClientError as error:
        if error.response["Error"]["Code"] == "InvalidRange":
            raise InvalidRequestException("NextToken is invalid") from error
        raise InvalidRequestException("Could not find results") from error
    return io.BufferedReader(body)
