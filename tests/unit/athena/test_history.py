"""How many queries are kept, and how many may be under way."""

from datetime import UTC, datetime

import pytest

from offline_aws.athena import start
from offline_aws.athena.api import TooManyRequestsException
from offline_aws.athena.models import RUNNING, SUCCEEDED, AthenaStore, QueryExecution
from offline_aws.athena.sql.classify import classify


def execution(number: int, state: str) -> QueryExecution:
    return QueryExecution(
        str(number), "SELECT 1", "DML", "SELECT", "default", "c", "primary", "s3://b/", datetime.now(UTC), state=state
    )


def test_the_oldest_that_have_ended_make_room_with_their_tokens() -> None:
    store = AthenaStore()
    start.remember(store, {}, execution(0, RUNNING))
    for number in range(1, start.HISTORY + 3):
        start.remember(store, {"ClientRequestToken": f"token-{number}"}, execution(number, SUCCEEDED))
    kept = [0, *range(4, start.HISTORY + 3)]
    assert [*store.executions] == [str(number) for number in kept]
    assert [*store.tokens] == [f"token-{number}" for number in kept[1:]]


def test_queries_beyond_the_quota_are_refused_and_statements_have_a_quota_of_their_own() -> None:
    store = AthenaStore()
    store.executions = {str(number): execution(number, RUNNING) for number in range(start.ACTIVE_DML)}
    with pytest.raises(TooManyRequestsException, match="You have exceeded the limit for the number of queries") as too:
        start.check_quota(store, classify("CREATE TABLE t AS SELECT 1 AS a"))
    assert too.value.Reason == "CONCURRENT_QUERY_LIMIT_EXCEEDED"
    start.check_quota(store, classify("SHOW TABLES"))
    store.executions["0"].state = SUCCEEDED
    start.check_quota(store, classify("SELECT 1"))
