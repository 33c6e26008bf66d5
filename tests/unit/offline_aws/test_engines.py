import pytest

from offline_aws.__main__ import engine_to_start, parse
from offline_aws.init_scripts import InitScript, InitState
from offline_aws.sandbox import SandboxError


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_is_a_number_that_tcp_has(port: str) -> None:
    with pytest.raises(SystemExit):
        parse(["start", "--port", port])


def test_the_engine_asked_for_is_taken_when_none_runs() -> None:
    assert engine_to_start("native", None) == "native"


def test_without_a_wish_the_engine_that_runs_goes_on() -> None:
    assert engine_to_start(None, "docker") == "docker"


def test_a_second_engine_beside_the_one_that_runs_is_refused() -> None:
    with pytest.raises(SandboxError, match=r"^the sandbox already runs by ENGINE=docker: stop it first \(make down\)$"):
        engine_to_start("native", "docker")


@pytest.mark.parametrize(
    ("completed", "state", "reason"),
    [
        (True, "SUCCESSFUL", ""),
        (False, "RUNNING", "init scripts are still running"),
        (False, "ERROR", "init script 10_first.py failed"),
        (True, "RUNNING", "init script 10_first.py failed"),
    ],
)
def test_a_container_is_healthy_only_after_all_init_scripts(completed: bool, state: str, reason: str) -> None:
    assert InitState(completed, (InitScript("READY", "10_first.py", state),)).unready() == reason
