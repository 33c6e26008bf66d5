import dataclasses
import pickle
import shutil
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from offline_aws import kept
from offline_aws.athena.models import athena_stores
from offline_aws.athena.state import ATHENA, STOPPED
from offline_aws.data_folder import DataFolderError
from offline_aws.kept import Keeper, State
from offline_aws.quicksight import models


@dataclass
class Thing:
    name: str
    made: datetime


def state(held: dict[str, Any]) -> State:
    return State("things", lambda: held, held.update, (Thing,))


def test_what_a_request_changed_is_there_for_the_next_process(tmp_path: Path) -> None:
    held: dict[str, Any] = {}
    table = Keeper(tmp_path, state(held)).keep(
        {"PutThing": lambda context, request: held.update(request)}, reads=("Get",)
    )
    table["PutThing"](None, {"a": Thing("a", datetime(2026, 1, 1, tzinfo=UTC)), "b": OrderedDict(c=1)})
    later: dict[str, Any] = {}
    Keeper(tmp_path, state(later))
    assert later == held


def test_a_read_is_not_kept(tmp_path: Path) -> None:
    table = Keeper(tmp_path, state({"a": 1})).keep({"GetThing": lambda context, request: None}, reads=("Get",))
    table["GetThing"](None, {})
    assert list(tmp_path.iterdir()) == []


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


def test_a_field_that_a_class_has_gained_since_has_its_default() -> None:
    source = models.DataSource("a", "arn", "A", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
    fields = {field.name: getattr(source, field.name) for field in dataclasses.fields(source)}
    del fields["permissions"], fields["work_group"]
    assert kept.rebuilt(models.DataSource, fields) == source


def test_the_state_of_the_first_format_is_read(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent / "formats" / "athena-1.pickle", tmp_path / "athena.pickle")
    athena_stores.reset()
    Keeper(tmp_path, ATHENA)
    executions = athena_stores["000000000000"]["us-east-1"].executions
    states = {id_: (each.query, each.state, each.reason) for id_, each in executions.items()}
    athena_stores.reset()
    assert states == {"q1": ("SELECT 1", "SUCCEEDED", None), "q2": ("SELECT 1", "FAILED", STOPPED)}
