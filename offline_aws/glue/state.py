"""What of Glue outlives the process: the catalog. Crawlers, jobs and the rest of moto's Glue do not."""

from typing import Any

from moto.glue.models import FakeDatabase, FakePartition, FakeTable, glue_backends

from offline_aws.kept import State


def dump() -> dict[tuple[str, str], Any]:
    """The databases with their tables, the tables' versions and partitions, by account and region."""
    return {
        (account, region): dict(backend.databases)
        for account, backends in dict(glue_backends).items()
        for region, backend in dict(backends).items()
    }


def load(kept: dict[tuple[str, str], Any]) -> None:
    for (account, region), databases in kept.items():
        glue_backends[account][region].databases.update(databases)


GLUE = State("glue", dump, load, (FakeDatabase, FakeTable, FakePartition))
