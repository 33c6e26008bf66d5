"""The catalog in its file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.glue.models import FakeDatabase, FakePartition, FakeTable, glue_backends

from offline_aws.glue.state import GLUE
from offline_aws.kept import Keeper, State

WHERE = ("111122223333", "eu-west-1")
INPUT: dict[str, Any] = {"Name": "t", "StorageDescriptor": {"Columns": []}, "PartitionKeys": [{"Name": "p"}]}


@pytest.fixture
def databases() -> Iterator[dict[str, FakeDatabase]]:
    """The databases of an account that has none before and none afterwards."""
    found = glue_backends[WHERE[0]][WHERE[1]].databases
    found.clear()
    yield found
    found.clear()


def shown(databases: dict[str, FakeDatabase]) -> Any:
    return [
        (database.as_dict(), [(table.as_dict(), table.versions, [each.as_dict() for each in table.partitions.values()])
                              for table in database.tables.values()])
        for database in databases.values()
    ]  # fmt: skip


def made(databases: dict[str, FakeDatabase]) -> FakeTable:
    """A table of two versions with two partitions, in a database beside an empty one."""
    databases["d"] = FakeDatabase("d", {"Name": "d"}, WHERE[0])
    databases["empty"] = FakeDatabase("empty", {"Name": "empty"}, WHERE[0])
    table = databases["d"].tables["t"] = FakeTable("d", "t", INPUT, WHERE[0])
    table.update(INPUT | {"Description": "changed"})
    for value in "xy":
        table.create_partition({"Values": [value]})
    return table


def test_the_catalog_is_read_back_as_it_was(databases: dict[str, FakeDatabase], tmp_path: Path) -> None:
    made(databases)
    Keeper(tmp_path, GLUE).write()
    before = shown(databases)
    databases.clear()
    Keeper(tmp_path, GLUE)
    assert shown(databases) == before


def test_a_partition_costs_a_row(databases: dict[str, FakeDatabase], tmp_path: Path) -> None:
    table, keeper = made(databases), Keeper(tmp_path, GLUE)
    keeper.write()
    before = rows(tmp_path)
    table.create_partition({"Values": ["z"]})
    table.update_partition(["x"], {"Values": ["x"], "Parameters": {"a": "b"}})
    keeper.write()
    changed = {name for name, _ in rows(tmp_path) - before}
    assert changed == {repr((WHERE, "d", "t", f"['{value}']")) for value in "xz"}


def rows(folder: Path) -> set[tuple[str, bytes]]:
    return set(sqlite3.connect(folder / "glue.sqlite3").execute("SELECT name, data FROM entries"))


def test_what_a_release_before_has_kept_is_read(databases: dict[str, FakeDatabase], tmp_path: Path) -> None:
    made(databases)
    whole = State("glue", lambda: {WHERE: dict(databases)}, lambda kept: None, (FakeDatabase, FakeTable, FakePartition))
    Keeper(tmp_path, whole).write()
    before = shown(databases)
    databases.clear()
    Keeper(tmp_path, GLUE).write()
    assert shown(databases) == before
    assert repr((WHERE, "d")) not in {name for name, _ in rows(tmp_path)}
