"""Prepared statements and named queries."""

import pytest
from botocore.exceptions import ClientError

from tests.athena import Athena


def test_a_prepared_statement_runs_with_its_values(athena: Athena) -> None:
    athena.rows("PREPARE greet FROM SELECT ? AS word, ? + 1 AS n")
    assert athena.rows("EXECUTE greet USING 'it''s', 2") == [["word", "n"], ["it's", "3"]]
    assert athena.rows("EXECUTE greet", ExecutionParameters=["'x'", "-1"]) == [["word", "n"], ["x", "0"]]
    shown = athena.client.get_prepared_statement(StatementName="greet", WorkGroup="primary")["PreparedStatement"]
    assert (shown["QueryStatement"], shown["WorkGroupName"]) == ("SELECT ? AS word, ? + 1 AS n", "primary")
    athena.rows("DEALLOCATE PREPARE greet")
    with pytest.raises(ClientError, match="PreparedStatement greet was not found"):
        athena.start("EXECUTE greet USING 1, 2")


def test_the_values_of_an_execute_are_expressions_without_columns(athena: Athena) -> None:
    athena.rows("PREPARE doubled FROM SELECT 2 * ? AS n")
    assert athena.rows("EXECUTE doubled USING 1 + length('ab')") == [["n"], ["6"]]
    for value in ("x", "(SELECT 1)"):
        assert athena.refusal(QueryString=f"EXECUTE doubled USING {value}")[1] == "MALFORMED_QUERY"
    athena.rows("DEALLOCATE PREPARE doubled")


def test_what_is_no_statement_is_not_prepared(athena: Athena) -> None:
    assert athena.refusal(QueryString="PREPARE broken FROM SELECT * FROM")[1] == "MALFORMED_QUERY"


def test_prepared_statements_are_kept_by_the_api_too(athena: Athena) -> None:
    kept = {"StatementName": "one", "WorkGroup": "primary"}
    athena.client.create_prepared_statement(**kept, QueryStatement="SELECT 1 AS a", Description="first")
    athena.client.update_prepared_statement(**kept, QueryStatement="SELECT 2 AS a")
    shown = athena.client.get_prepared_statement(**kept)["PreparedStatement"]
    assert (shown["QueryStatement"], shown["Description"]) == ("SELECT 2 AS a", "first")
    assert athena.rows("EXECUTE one") == [["a"], ["2"]]
    listed = athena.client.list_prepared_statements(WorkGroup="primary")["PreparedStatements"]
    assert [item["StatementName"] for item in listed] == ["one"]
    athena.client.delete_prepared_statement(**kept)
    with pytest.raises(athena.client.exceptions.ResourceNotFoundException):
        athena.client.get_prepared_statement(**kept)


def test_what_can_not_run_can_not_be_prepared(athena: Athena) -> None:
    with pytest.raises(ClientError, match="mismatched input 'SELEC'"):
        athena.client.create_prepared_statement(StatementName="bad", WorkGroup="primary", QueryStatement="SELEC 1")


def test_a_named_query_is_kept_once_a_token(athena: Athena) -> None:
    given = {"Name": "mine", "Database": "default", "QueryString": "SELECT 1", "ClientRequestToken": "t" * 32}
    query_id = athena.client.create_named_query(**given)["NamedQueryId"]
    assert athena.client.create_named_query(**given)["NamedQueryId"] == query_id
    with pytest.raises(ClientError, match="Idempotent parameters do not match"):
        athena.client.create_named_query(**given | {"Name": "other"})
    athena.client.update_named_query(NamedQueryId=query_id, Name="yours", QueryString="SELECT 2")
    assert athena.client.get_named_query(NamedQueryId=query_id)["NamedQuery"] == {
        "NamedQueryId": query_id,
        "Name": "yours",
        "Description": "",
        "Database": "default",
        "QueryString": "SELECT 2",
        "WorkGroup": "primary",
    }
    assert athena.client.list_named_queries()["NamedQueryIds"] == [query_id]
    athena.client.delete_named_query(NamedQueryId=query_id)
    batch = athena.client.batch_get_named_query(NamedQueryIds=[query_id])
    assert [item["NamedQueryId"] for item in batch["UnprocessedNamedQueryIds"]] == [query_id]
