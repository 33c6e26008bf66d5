"""How what functions log goes to CloudWatch Logs."""

from types import SimpleNamespace
from typing import Any

import pytest
from localstack.services.lambda_.invocation.logs import LogHandler, LogItem

from offline_aws.lambda_runtime import reports


class Logs:
    """CloudWatch Logs, as far as it is asked here: a group and its stream are made together."""

    exceptions = SimpleNamespace(ResourceNotFoundException=LookupError, ResourceAlreadyExistsException=FileExistsError)

    def __init__(self) -> None:
        self.streams: dict[tuple[str, str], list[list[str]]] = {}

    def create_log_group(self, logGroupName: str) -> None:  # noqa: N803
        raise FileExistsError

    def create_log_stream(self, logGroupName: str, logStreamName: str) -> None:  # noqa: N803
        self.streams[logGroupName, logStreamName] = []

    def put_log_events(self, logGroupName: str, logStreamName: str, logEvents: list[Any]) -> None:  # noqa: N803
        if (logGroupName, logStreamName) not in self.streams:
            raise LookupError
        self.streams[logGroupName, logStreamName].append([event["message"] for event in logEvents])


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch) -> Logs:
    """What stands for CloudWatch Logs where a handler asks for it."""
    found = Logs()
    connect_to = SimpleNamespace(with_assumed_role=lambda **_: SimpleNamespace(logs=found))
    monkeypatch.setattr(reports, "connect_to", connect_to)
    return found


def written(handler: LogHandler, *items: LogItem) -> None:
    """Have the items come in, and the handler stopped, before it looks."""
    for item in items:
        reports.add_logs(handler, item)
    handler.stop()
    handler.log_queue.put(reports.QUEUE_SHUTDOWN)
    reports.run_log_loop(handler)


def test_what_came_in_meanwhile_is_written_together(logs: Logs) -> None:
    items = [LogItem("menus", "a", "1\n2\n"), LogItem("menus", "b", "3"), LogItem("menus", "a", "\n4\n")]
    written(LogHandler("arn:aws:iam::000000000000:role/menus", "us-east-1"), *items)
    assert logs.streams == {("menus", "a"): [["1\n", "2\n", "4\n"]], ("menus", "b"): [["3\n"]]}


def test_more_than_a_batch_are_several(logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "LARGEST_BATCH", 2)
    written(LogHandler("arn:aws:iam::000000000000:role/menus", "us-east-1"), LogItem("menus", "a", "1\n2\n3"))
    assert logs.streams["menus", "a"] == [["1\n", "2\n"], ["3\n"]]
