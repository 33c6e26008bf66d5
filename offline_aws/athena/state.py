"""What of Athena outlives the process: all of its store."""

from typing import Any

from offline_aws import kept
from offline_aws.athena import models
from offline_aws.athena.models import FAILED, FINAL, QueryExecution, athena_stores

STOPPED = "The sandbox was stopped while the query ran"
_STORES = kept.stores_state("athena", athena_stores, models)


def load(state: dict[tuple[str, str], Any]) -> None:
    _STORES.load(state)
    for values in state.values():
        for execution in values["executions"].values():
            end(execution)


def end(execution: QueryExecution) -> None:
    """A query that was under way when its process ended has failed."""
    if execution.state not in FINAL:
        execution.state, execution.reason = FAILED, STOPPED
        execution.completed = execution.started or execution.submitted


ATHENA = kept.State(_STORES.service, _STORES.dump, load, _STORES.classes)
