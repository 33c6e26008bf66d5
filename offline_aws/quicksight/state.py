"""What of QuickSight outlives the process: all of its store, and the users and groups that moto keeps."""

from typing import Any

from moto.quicksight.data_models import QuicksightGroup, QuicksightMembership, QuicksightUser
from moto.quicksight.models import quicksight_backends

from offline_aws import kept
from offline_aws.quicksight import models
from offline_aws.quicksight.models import quicksight_stores

_STORES = kept.stores_state("quicksight", quicksight_stores, models)


def dump() -> dict[str, Any]:
    return {"assets": _STORES.dump(), "people": people()}


def people() -> dict[tuple[str, str], Any]:
    """Users and groups with their members, by account and region."""
    return {
        (account, region): {"users": dict(backend.users), "groups": dict(backend.groups)}
        for account, backends in dict(quicksight_backends).items()
        for region, backend in dict(backends).items()
    }


def load(state: dict[str, Any]) -> None:
    _STORES.load(state.get("assets", {}))
    _end_interrupted()
    for (account, region), held in state.get("people", {}).items():
        backend = quicksight_backends[account][region]
        backend.users.update(held.get("users", {}))
        backend.groups.update(held.get("groups", {}))


def _end_interrupted() -> None:
    """What was being read into SPICE when the process ended is not read any more."""
    for _, _, store in quicksight_stores.iter_stores():
        for ingestion in (each for data_set in store.data_sets.values() for each in data_set.ingestions.values()):
            if not ingestion.ended:
                ingestion.status = "FAILED"
                ingestion.error = {"Type": "INTERNAL_SERVICE_ERROR", "Message": "The sandbox was stopped meanwhile"}


QUICKSIGHT = kept.State(
    "quicksight", dump, load, (*_STORES.classes, QuicksightGroup, QuicksightMembership, QuicksightUser), depth=4
)
