"""How many queries are kept."""

from datetime import UTC, datetime

from offline_aws.athena import start
from offline_aws.athena.models import RUNNING, SUCCEEDED, AthenaStore, QueryExecution


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
