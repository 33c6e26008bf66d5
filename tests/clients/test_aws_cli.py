"""A query by the AWS CLI."""

from tests.clients.conftest import Aws
from tests.waiting import eventually

BUCKET = "data-of-cli"


def test_a_query_is_started_and_its_results_are_read(aws: Aws) -> None:
    aws("s3api", "create-bucket", "--bucket", BUCKET)
    started = aws(
        "athena", "start-query-execution", "--query-string", "SELECT 'x' AS a",
        "--result-configuration", f"OutputLocation=s3://{BUCKET}/",
    )  # fmt: skip
    query = ("--query-execution-id", started["QueryExecutionId"])
    eventually(
        lambda: aws("athena", "get-query-execution", *query)["QueryExecution"]["Status"]["State"],
        lambda state: state == "SUCCEEDED",
    )
    rows = aws("athena", "get-query-results", *query)["ResultSet"]["Rows"]
    assert rows == [{"Data": [{"VarCharValue": "a"}]}, {"Data": [{"VarCharValue": "x"}]}]
