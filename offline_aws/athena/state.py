"""What of Athena outlives the process: workgroups, the history of queries, the tokens that clients start them by."""

from typing import Any

from offline_aws.athena.models import FAILED, FINAL, AthenaStore, QueryExecution, WorkGroup, athena_stores
from offline_aws.athena.sql.types import Column
from offline_aws.kept import State

STOPPED = "The sandbox was stopped while the query ran"
NAMES = tuple(AthenaStore.__annotations__)


def dump() -> dict[tuple[str, str], Any]:
    """The dictionaries of each account's store in each region."""
    return {
        (account, region): {name: dict(getattr(store, name)) for name in NAMES}
        for account, regions in dict(athena_stores).items()
        for region, store in dict(regions).items()
    }


def load(kept: dict[tuple[str, str], Any]) -> None:
    for (account, region), values in kept.items():
        for name, value in values.items():
            getattr(athena_stores[account][region], name).update(value)
        for execution in values["executions"].values():
            end(execution)


def end(execution: QueryExecution) -> None:
    """A query that was under way when its process ended has failed."""
    if execution.state not in FINAL:
        execution.state, execution.reason = FAILED, STOPPED
        execution.completed = execution.started or execution.submitted


ATHENA = State("athena", dump, load, (QueryExecution, WorkGroup, Column))
