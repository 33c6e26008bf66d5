"""What of Glue outlives the process: the catalog. Crawlers, jobs and the rest of moto's Glue do not.

Databases, tables and partitions are entries of their own, so that a partition costs the write of a row whatever else
there is. Moto replaces a partition that is updated, and changes none: it is written once.
"""

import copy
from collections import OrderedDict
from typing import Any

from moto.glue.models import FakeDatabase, FakePartition, FakeTable, glue_backends

from offline_aws.kept import Keys, State

# The key of a database among its tables, and of a table among its partitions.
_ITSELF = ""


def dump() -> dict[tuple[str, str], Any]:
    """The catalog, by account and region, database, table and partition."""
    return {
        (account, region): {name: _parts(database) for name, database in dict(backend.databases).items()}
        for account, backends in dict(glue_backends).items()
        for region, backend in dict(backends).items()
    }


def _parts(database: FakeDatabase) -> dict[str, dict[str, Any]]:
    alone = copy.copy(database)
    alone.tables = OrderedDict()
    tables = {name: _parts_of_table(table) for name, table in dict(database.tables).items()}
    return {_ITSELF: {_ITSELF: alone}, **tables}


def _parts_of_table(table: FakeTable) -> dict[str, Any]:
    alone = copy.copy(table)
    alone.partitions = OrderedDict()
    return {_ITSELF: alone, **table.partitions}


def load(kept: dict[tuple[str, str], Any]) -> None:
    for (account, region), databases in kept.items():
        found = glue_backends[account][region].databases
        found.update({name: _database(parts) for name, parts in databases.items()})


def _database(parts: Any) -> FakeDatabase:
    """A database put together again; earlier releases have kept it as one entry."""
    if isinstance(parts, FakeDatabase):
        return parts
    database: FakeDatabase = parts.pop(_ITSELF)[_ITSELF]
    for name, partitions in parts.items():
        table = database.tables[name] = partitions.pop(_ITSELF)
        table.partitions.update(partitions)
    return database


def settled(keys: Keys, entry: Any) -> bool:
    return isinstance(entry, FakePartition)


GLUE = State("glue", dump, load, (FakeDatabase, FakeTable, FakePartition), depth=4, settled=settled)
