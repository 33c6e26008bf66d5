import io
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import commands
from pipeline.athena import QueryFailedError
from pipeline.cli import main
from pipeline.resources import api as rest_api
from pipeline.settings import Settings

from .server import Api, running_api


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    """The API that clicks are sent to; its id need not be asked of AWS."""
    with running_api() as running:
        monkeypatch.setattr(rest_api, "find_id", lambda settings: "api1")
        monkeypatch.setenv("CLICKSTREAM_INVOKE_URL", running.url.removesuffix("/poc"))
        yield running


@pytest.fixture
def no_aws(monkeypatch: pytest.MonkeyPatch, free_port: int) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")


def test_clicks_are_sent_and_counted(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["send-clicks", "--number", "30", "--rate", "1000", "--seed", "7"])
    assert (status, len(api.received), capsys.readouterr().out.splitlines()[:4]) == (
        0,
        30,
        ["seed      7", "sent      30", "accepted  30", "failed    0"],
    )


def test_a_seed_sends_the_same_guests_again(api: Api) -> None:
    for _ in range(2):
        main(["send-clicks", "--number", "20", "--rate", "1000", "--seed", "7"])
    clicks = sorted(json.loads(body)["element_clicked"] for _, _, body in api.received)
    assert clicks[::2] == clicks[1::2]


def test_a_refused_click_gives_status_1(api: Api, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "clicks.jsonl"
    file.write_text('{"status": 500, "answer": "oops"}\n{}\n')
    status = main(["send-clicks", "--file", str(file), "--rate", "1000"])
    assert (status, capsys.readouterr().out.splitlines()[1:4]) == (
        1,
        ["accepted  1", "failed    1", "          1 × HTTP 500: oops"],
    )


def test_a_malformed_line_is_told_and_gives_status_1(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '{"a": "2022–09–11"}\noops\n{"b": 2}\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    status = main(["send-clicks", "--file", "-", "--rate", "1000"])
    error = capsys.readouterr().err
    assert (status, error[:16], sorted(body for _, _, body in api.received)) == (
        1,
        "line 2: not sent",
        ['{"a": "2022–09–11"}'.encode(), b'{"b": 2}'],
    )


def test_an_interrupt_prints_what_was_sent_and_gives_status_130(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> Iterator[bytes]:
        yield from itertools.repeat(b"{}\n", 3)
        raise KeyboardInterrupt

    stdin = io.StringIO()
    stdin.buffer = _Lines(interrupted())  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stdin", stdin)
    status = main(["send-clicks", "--file", "-", "--rate", "1000"])
    assert (status, capsys.readouterr().out.splitlines()[:2]) == (130, ["sent      3", "accepted  3"])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["send-clicks", "--number", "0"],
        ["send-clicks", "--number", "5", "--file", "-"],
        ["send-clicks", "--rate", "0"],
        ["send-clicks", "--rate", "inf"],
        ["query", "--format", "xml"],
        ["query", "--sql", "SELECT 1", "--file", "x.sql"],
    ],
)
def test_a_command_that_makes_no_sense_gives_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_a_setting_that_makes_no_sense_gives_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLICKSTREAM_BUFFER_MIB", "much")
    assert (main(["urls"]), capsys.readouterr().err) == (
        2,
        "error: CLICKSTREAM_BUFFER_MIB='much' is not a whole number\n",
    )


@pytest.mark.parametrize("command", ["urls", "status", "destroy", "deploy", "demo", "query", "send-clicks"])
def test_an_endpoint_that_does_not_answer_is_told_in_one_line(
    command: str, no_aws: None, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([command])
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error: ")]
    assert (status, "start the sandbox with `make up`, or check AWS_ENDPOINT_URL" in line) == (1, True)


@pytest.mark.parametrize(
    "error",
    [
        commands.NotDeployedError("there is no REST API clickstream-ingest-poc"),
        QueryFailedError("No output location provided."),
    ],
)
def test_what_is_not_deployed_is_told_with_how_to_deploy_it(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(settings: Settings) -> int:
        raise error

    monkeypatch.setattr(commands, "urls", fail)
    status = main(["urls"])
    told = f"error: {error} (deploy it with `make up`, or `clickstream deploy`)\n"
    assert (status, capsys.readouterr().err) == (1, told)


def test_a_file_that_is_not_there_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["query", "--file", "nothing.sql"])
    assert (status, capsys.readouterr().err) == (1, "error: nothing.sql: No such file or directory\n")


@pytest.mark.parametrize("sql", [";", "-- a comment alone"])
def test_a_statement_that_is_empty_is_told(sql: str, no_aws: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["query", "--sql", sql]), capsys.readouterr().err) == (1, "error: the statement is empty\n")


@pytest.mark.parametrize(
    ("option", "value", "error"),
    [
        ("--number", "many", "argument --number: 'many' is not a whole number from 1 on"),
        ("--number", "-1", "argument --number: '-1' is not a whole number from 1 on"),
        ("--rate", "fast", "argument --rate: 'fast' is not a positive number"),
    ],
)
def test_a_number_that_makes_no_sense_is_told_with_its_option(
    option: str, value: str, error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["send-clicks", option, value])
    assert capsys.readouterr().err.splitlines()[-1] == f"clickstream send-clicks: error: {error}"


class _Lines:
    """Standard input's bytes, line by line, as a context manager."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    def __enter__(self) -> Iterator[bytes]:
        return self._lines

    def __exit__(self, *error: object) -> None:
        pass
