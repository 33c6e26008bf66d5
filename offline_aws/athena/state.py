"""What of Athena outlives the process: all of its store."""

from dataclasses import replace
from typing import Any

from offline_aws import kept
from offline_aws.athena import models
from offline_aws.athena.models import FAILED, FINAL, SUCCEEDED, QueryExecution, athena_stores

STOPPED = "The sandbox was stopped while the query ran"
_STORES = kept.stores_state("athena", athena_stores, models)


def load(state: dict[tuple[str, str], Any]) -> None:
    _STORES.load(state)
    for values in state.values():
        for execution in values.get("executions", {}).values():
            end(execution)


def end(execution: QueryExecution) -> None:
    """A query that was under way when its process ended has failed."""
    if execution.state not in FINAL:
        execution.state, execution.reason = FAILED, STOPPED
        execution.completed = execution.started or execution.submitted


def settled(keys: kept.Keys, entry: Any) -> bool:
    """The history: what a query has come to is its last change, but that a cancelled one goes on for a moment."""
    _, attribute, _ = keys
    return attribute == "tokens" or (attribute == "executions" and entry.state in (SUCCEEDED, FAILED))


ATHENA = replace(_STORES, load=load, settled=settled)
