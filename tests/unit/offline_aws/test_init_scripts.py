import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from offline_aws import init_scripts
from offline_aws.init_scripts import InitScript, InitState

LOG = """\
2026-11-23T10:00:00.000 ERROR --- [ady_monitor)] localstack.runtime.init    : Error while running script \
Script(path='/sandbox/init/ready.d/20_bucket.py', stage=READY, state=ERROR): no such bucket: x
2026-11-23T10:00:00.001  INFO --- [et.reactor-0] localstack.request.http    : GET /_localstack/init => 200
"""


def scripts(*states: str) -> tuple[InitScript, ...]:
    return tuple(InitScript("READY", f"{number}.py", state) for number, state in enumerate(states))


def test_a_running_script_has_not_failed() -> None:
    assert InitState(False, scripts("SUCCESSFUL", "RUNNING", "UNKNOWN")).failed() is None


def test_a_script_that_raised_has_failed() -> None:
    state = InitState(False, scripts("SUCCESSFUL", "ERROR", "RUNNING"))
    assert state.failed() == state.scripts[1]


def test_a_script_that_left_by_sys_exit_has_failed_although_the_stage_is_completed() -> None:
    state = InitState(True, scripts("SUCCESSFUL", "RUNNING", "UNKNOWN"))
    assert state.failed() == state.scripts[1]


def test_shutdown_scripts_are_not_waited_for() -> None:
    assert InitState(True, (InitScript("SHUTDOWN", "bye.py", "UNKNOWN"),)).failed() is None


def test_the_error_of_a_script_is_what_localstack_logged() -> None:
    failed = InitScript("READY", "20_bucket.py", "ERROR")
    assert init_scripts.logged_error(failed, LOG) == "no such bucket: x"


def test_a_script_without_a_logged_error_ended_the_interpreter() -> None:
    failed = InitScript("READY", "30_function.py", "RUNNING")
    assert "sys.exit" in init_scripts.logged_error(failed, LOG)


def test_nothing_is_known_while_nothing_answers(free_port: int) -> None:
    assert init_scripts.fetch(free_port) is None


def test_the_state_is_read_from_localstacks_endpoint() -> None:
    class Localstack(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = {
                "completed": {"BOOT": True, "START": True, "READY": False, "SHUTDOWN": False},
                "scripts": [{"stage": "READY", "name": "10_roles.py", "state": "RUNNING"}],
            }
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, format: str, *args: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Localstack)
    Thread(target=server.handle_request).start()
    state = init_scripts.fetch(server.server_port)
    server.server_close()
    assert state == InitState(False, (InitScript("READY", "10_roles.py", "RUNNING"),))
