import dataclasses
import pickle
import shutil
import sqlite3
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from offline_aws import kept, pickles
from offline_aws.athena.models import athena_stores
from offline_aws.athena.state import ATHENA, STOPPED
from offline_aws.data_folder import DataFolderError
from offline_aws.kept import Keeper, State
from offline_aws.quicksight import models


@dataclass
class Thing:
    name: str
    made: datetime


def state(held: dict[str, Any], **options: Any) -> State:
    return State("things", lambda: held, held.update, (Thing,), depth=1, **options)


def read_back(folder: Path) -> dict[str, Any]:
    later: dict[str, Any] = {}
    Keeper(folder, state(later))
    return later


def test_what_a_request_changed_is_there_for_the_next_process(tmp_path: Path) -> None:
    held: dict[str, Any] = {}
    table = Keeper(tmp_path, state(held)).keep(
        {"PutThing": lambda context, request: held.update(request)}, reads=("Get",)
    )
    table["PutThing"](None, {"a": Thing("a", datetime(2026, 1, 1, tzinfo=UTC)), "b": OrderedDict(c=1)})
    assert read_back(tmp_path) == held


def test_a_read_is_not_kept(tmp_path: Path) -> None:
    table = Keeper(tmp_path, state({"a": 1})).keep({"GetThing": lambda context, request: None}, reads=("Get",))
    table["GetThing"](None, {})
    assert list(tmp_path.iterdir()) == []


def test_entries_that_changed_stay_in_their_order_and_those_that_are_gone_go(tmp_path: Path) -> None:
    held: dict[str, Any] = {"a": 1, "b": 2, "c": 3}
    keeper = Keeper(tmp_path, state(held))
    keeper.write()
    held["a"] = "changed"
    del held["b"]
    keeper.write()
    assert list(read_back(tmp_path).items()) == [("a", "changed"), ("c", 3)]


def test_an_entry_that_has_settled_is_not_looked_at_again(tmp_path: Path) -> None:
    held: dict[str, Any] = {"a": ["settled"], "b": ["open"]}
    keeper = Keeper(tmp_path, state(held, settled=lambda keys, entry: entry == ["settled"]))
    keeper.write()
    held["a"].append("more")
    held["b"].append("more")
    keeper.write()
    assert read_back(tmp_path) == {"a": ["settled"], "b": ["open", "more"]}


def test_a_settled_entry_that_is_replaced_by_another_of_its_name_is_kept_anew(tmp_path: Path) -> None:
    held: dict[str, Any] = {"a": 1}
    keeper = Keeper(tmp_path, state(held, settled=lambda keys, entry: True))
    keeper.write()
    del held["a"]
    keeper.write()
    held["a"] = 2
    keeper.write()
    assert read_back(tmp_path) == {"a": 2}


def test_dictionaries_are_taken_apart_and_put_together_again() -> None:
    dictionaries = {("account", "region"): {"streams": {"a": {"version": 1}, "b": {}}, "empty": {}}}
    entries = dict(kept.flattened(dictionaries, depth=3))
    assert entries == {
        (("account", "region"), "streams", "a"): {"version": 1},
        (("account", "region"), "streams", "b"): {},
    }
    assert kept.nested(entries) == {("account", "region"): {"streams": {"a": {"version": 1}, "b": {}}}}


def test_code_in_a_state_of_someone_else_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "things.pickle").write_bytes(pickle.dumps({"format": 1, "state": Path.unlink}))
    with pytest.raises(DataFolderError, match=r"is not part of it\): remove it"):
        Keeper(tmp_path, state({}))


def test_the_state_of_another_release_is_refused(tmp_path: Path) -> None:
    (tmp_path / "things.pickle").write_bytes(pickle.dumps({"format": 99, "state": {}}))
    with pytest.raises(DataFolderError, match="written by another release"):
        Keeper(tmp_path, state({}))


def test_what_would_not_be_read_is_not_written(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, state({"a": Path("b")}))
    with pytest.raises(pickle.PicklingError, match="Path is not part of the state"):
        keeper.write()
    assert list(tmp_path.iterdir()) == []


def test_whole_states_pass_a_look_through_that_knows_no_class(tmp_path: Path) -> None:
    put_format(2, tmp_path)
    Keeper(tmp_path, state({"a": Thing("a", datetime(2026, 1, 1, tzinfo=UTC)), "b": OrderedDict(c=1)})).write()
    kept.check(tmp_path)


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        ("UPDATE entries SET data = substr(data, 1, 20)", "things.sqlite3"),
        ("PRAGMA user_version = 99", "things.sqlite3 has format 99"),
        ("not SQL", "things.sqlite3"),
        ("pickle", "athena.pickle"),
    ],
)
def test_a_damaged_state_is_named_before_the_service_is_asked(damage: str, name: str, tmp_path: Path) -> None:
    Keeper(tmp_path, state({"a": Thing("a", datetime(2026, 1, 1, tzinfo=UTC))})).write()
    match damage:
        case "not SQL":
            (tmp_path / "things.sqlite3").write_bytes(b"torn" * 1024)
            (tmp_path / "things.sqlite3-wal").unlink(missing_ok=True)
        case "pickle":
            put_format(2, tmp_path)
            (tmp_path / "athena.pickle").write_bytes((tmp_path / "athena.pickle").read_bytes()[:-20])
        case statement:
            with sqlite3.connect(tmp_path / "things.sqlite3") as database:
                database.execute(statement)
    with pytest.raises(DataFolderError, match=name):
        kept.check(tmp_path)


def test_a_field_that_a_class_has_gained_since_has_its_default() -> None:
    source = models.DataSource("a", "arn", "A", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
    fields = {field.name: getattr(source, field.name) for field in dataclasses.fields(source)}
    del fields["permissions"], fields["work_group"]
    assert pickles.rebuilt(models.DataSource, fields) == source


def put_format(number: int, folder: Path) -> None:
    """Put what a release with that format has kept of Athena: two pickles came before rows."""
    formats = Path(__file__).parent / "formats"
    if number <= max(kept.PICKLE_FORMATS):
        shutil.copy(formats / f"athena-{number}.pickle", folder / "athena.pickle")
        return
    with sqlite3.connect(folder / "athena.sqlite3") as database:
        database.executescript((formats / f"athena-{number}.sql").read_text())


def states_of_queries(folder: Path) -> dict[str, tuple[str, str, str | None]]:
    athena_stores.reset()
    Keeper(folder, ATHENA)
    executions = athena_stores["000000000000"]["us-east-1"].executions
    states = {id_: (each.query, each.state, each.reason) for id_, each in executions.items()}
    athena_stores.reset()
    return states


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_state_of_each_format_is_read(number: int, tmp_path: Path) -> None:
    put_format(number, tmp_path)
    assert states_of_queries(tmp_path) == {"q1": ("SELECT 1", "SUCCEEDED", None), "q2": ("SELECT 1", "FAILED", STOPPED)}


def test_a_pickle_of_all_is_made_rows_and_goes(tmp_path: Path) -> None:
    put_format(2, tmp_path)
    first = states_of_queries(tmp_path)
    assert ((tmp_path / "athena.pickle").exists(), states_of_queries(tmp_path)) == (False, first)
