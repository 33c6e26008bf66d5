"""Statements run through Athena's API, by stock boto3."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.waiting import eventually

OUTPUT = "results-of-athena"
DATA = "data-of-athena"


@dataclass
class Athena:
    """Runs statements to their end."""

    client: Any
    s3: Any

    def start(self, sql: str, **more: Any) -> str:
        given = {"ResultConfiguration": {"OutputLocation": f"s3://{OUTPUT}/"}} | more
        return str(self.client.start_query_execution(QueryString=sql, **given)["QueryExecutionId"])

    def execution(self, query_id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get_query_execution(QueryExecutionId=query_id)["QueryExecution"]
        return found

    def run(self, sql: str, **more: Any) -> dict[str, Any]:
        return self.end(self.start(sql, **more))

    def end(self, query_id: str) -> dict[str, Any]:
        """The execution once it has ended."""
        final = ("SUCCEEDED", "FAILED", "CANCELLED")
        return eventually(lambda: self.execution(query_id), lambda found: found["Status"]["State"] in final)

    def rows(self, sql: str, **more: Any) -> list[list[str | None]]:
        """The rows of a statement as GetQueryResults pages them, headers included."""
        execution = self.run(sql, **more)
        assert execution["Status"]["State"] == "SUCCEEDED", execution["Status"]
        pages = self.client.get_paginator("get_query_results").paginate(QueryExecutionId=execution["QueryExecutionId"])
        return [
            [item.get("VarCharValue") for item in row["Data"]] for page in pages for row in page["ResultSet"]["Rows"]
        ]

    def file(self, execution: dict[str, Any], suffix: str = "") -> bytes:
        key = execution["ResultConfiguration"]["OutputLocation"].removeprefix(f"s3://{OUTPUT}/")
        body: bytes = self.s3.get_object(Bucket=OUTPUT, Key=key + suffix)["Body"].read()
        return body

    def refusal(self, **request: Any) -> tuple[str, str]:
        """(message, AthenaErrorCode) of a StartQueryExecution that is refused."""
        with pytest.raises(self.client.exceptions.InvalidRequestException) as refused:
            self.client.start_query_execution(**request)
        return refused.value.response["Error"]["Message"], refused.value.response["AthenaErrorCode"]
