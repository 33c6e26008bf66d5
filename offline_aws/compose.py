"""Start, await and stop the sandbox in Docker, by the Compose file of the current folder.

The sandbox is the file's service ``localstack``, and only when it carries the label ``offline-aws.sandbox``: another
project's Compose file is left alone. Its ``GATEWAY_LISTEN`` holds the port, the same inside and out. What was edited in
the init folder's scripts is applied from here, as it is natively: no image is built for that.
"""

import contextlib
import functools
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

from offline_aws import docker_data, init_scripts
from offline_aws.native import check_port_free
from offline_aws.sandbox import Sandbox, SandboxError

SERVICE = "localstack"
VOLUME = "data"
LABEL = "offline-aws.sandbox"
# An engine that is there answers at once; one that hangs is taken for none.
ANSWER_SECONDS = 10.0
# From PATH; when it is not there, running it is an OSError.
DOCKER = shutil.which("docker") or "docker"


# --- Docker -----------------------------------------------------------------------------------------------------


@functools.cache
def available() -> bool:
    """Whether a Docker engine answers, and Compose finds a sandbox in the file of the current folder."""
    try:
        _run("info", timeout=ANSWER_SECONDS)
        services = json.loads(_run("compose", "config", "--format", "json", timeout=ANSWER_SECONDS).stdout)["services"]
    except (OSError, subprocess.SubprocessError):
        return False
    return LABEL in services.get(SERVICE, {}).get("labels", {})


def docker(*arguments: str) -> str:
    """What a Docker command prints to standard output.

    :raises SandboxError: it failed; the message is the last line that it printed
    """
    try:
        return _run(*arguments).stdout
    except subprocess.CalledProcessError as error:
        reason = init_scripts.last_line(error.stderr)
        raise SandboxError(f"docker {' '.join(arguments[:2])} failed: {reason}") from error


def _run(*arguments: str, timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([DOCKER, *arguments], capture_output=True, text=True, check=True, timeout=timeout)


def container() -> dict[str, Any] | None:
    """The sandbox's container as ``docker inspect`` shows it, running or not; None when there is none."""
    if not available():
        return None
    identifier = docker("compose", "ps", "--all", "--quiet", SERVICE).strip()
    return json.loads(docker("inspect", identifier))[0] if identifier else None


def running() -> dict[str, Any] | None:
    """The sandbox's container while it runs."""
    found = container()
    return found if found and found["State"]["Running"] else None


def port(sandbox: Sandbox) -> int | None:
    """The port on which the sandbox runs, or None."""
    found = running()
    if found is None:
        return None
    (listen,) = (value for value in found["Config"]["Env"] if value.startswith("GATEWAY_LISTEN="))
    return int(listen.rpartition(":")[2])


# --- start and stop ---------------------------------------------------------------------------------------------


def start(sandbox: Sandbox, report: Callable[[str], None] = lambda line: None) -> None:
    """Build and start the container and return once every init script has succeeded.

    On a sandbox that already runs, the ``ready`` scripts are run again. When the start fails or is interrupted, no
    container is left.

    :param report: receives a line for each step that a person may wait for
    :raises SandboxError: no engine, port in use, build failed, a script failed, not ready in time
    """
    if not available():
        raise SandboxError("no Docker engine with Compose v2 answers: start one, or make up ENGINE=native")
    if running_port := port(sandbox):
        if running_port != sandbox.port:
            raise SandboxError(f"the sandbox already runs on port {running_port}: stop it first (make down)")
        init_scripts.again(sandbox, ComposeStart(), report)
        return
    check_port_free(sandbox.port)
    build(report)
    report(f"starting LocalStack in Docker on {sandbox.url} (log: docker compose logs)")
    with removed_on_failure():
        if not sandbox.ephemeral:
            bring_data(sandbox)
        docker("compose", "up", "--detach")
        init_scripts.await_ready(sandbox.port, ComposeStart(), report)


def bring_data(sandbox: Sandbox) -> None:
    """See that the volume holds what the sandbox keeps: one that is whole is newer than the folder.

    :raises SandboxError: it could not be copied
    """
    if not docker_data.is_filled(DOCKER, created()) and sandbox.data.exists():
        # What an interrupted filling has left must not be mixed in.
        docker("compose", "down", "--volumes")
        docker_data.fill(DOCKER, created(), sandbox)
    sandbox.folder.mkdir(parents=True, exist_ok=True)
    sandbox.in_docker.touch()


def created() -> str:
    """The id of the sandbox's container, which is made, with its volume, when there is none."""
    docker("compose", "create", "--no-build", "--no-recreate", SERVICE)
    return docker("compose", "ps", "--all", "--quiet", SERVICE).strip()


def build(report: Callable[[str], None]) -> None:
    """Build the image, which takes seconds when little has changed. Without network, one that is there will do.

    :raises SandboxError: it could not be built, and there is none
    """
    report("building the image")
    if subprocess.run([DOCKER, "compose", "build"], check=False).returncode == 0:
        return
    image = docker("compose", "config", "--images", SERVICE).strip()
    if not docker("images", "--quiet", image):
        raise SandboxError("the image could not be built, see above; without Docker: make up ENGINE=native")
    report(f"warning: the image could not be built; starting the {image} that is there, which may be older")


def stop(sandbox: Sandbox) -> bool:
    """Stop the container as an orderly shutdown, bring its data into the sandbox's folder, and remove it, its network
    and its volume; False when there is none.

    :raises SandboxError: the engine refused, or the data could not be copied; then the volume stays
    """
    if not available():
        return False
    found = container()
    # Containers of a profile count too, though it is not active; so does what a failed start has left.
    docker("compose", "--profile", "*", "stop")
    if found or volume_exists():
        identifier = found["Id"] if found else created()
        if docker_data.is_filled(DOCKER, identifier):
            docker_data.fetch(DOCKER, identifier, sandbox)
    docker("compose", "--profile", "*", "down", "--volumes", "--remove-orphans")
    sandbox.in_docker.unlink(missing_ok=True)
    return found is not None


def volume_exists() -> bool:
    """Whether there is the volume that the Compose file names for the sandbox's data."""
    name = json.loads(docker("compose", "config", "--format", "json"))["volumes"][VOLUME]["name"]
    return bool(docker("volume", "ls", "--quiet", "--filter", f"name=^{name}$"))


@contextlib.contextmanager
def removed_on_failure() -> Iterator[None]:
    """Remove the container when the block raises. Its data stays: a start that fails is no reason to forget."""
    try:
        yield
    except BaseException:
        docker("compose", "down")
        raise


class ComposeStart:
    """What the init scripts' waiting asks of a container that is starting."""

    log_hint = "more by: docker compose up"

    def alive(self) -> bool:
        return running() is not None

    def log(self) -> str:
        found = container()
        done = _run("logs", found["Id"]) if found else None
        return done.stdout + done.stderr if done else ""


# --- for a person -----------------------------------------------------------------------------------------------


def describe(sandbox: Sandbox) -> str:
    """The container, its health and its memory.

    :raises SandboxError: it does not run
    """
    found = running()
    if found is None:
        raise SandboxError("the sandbox is not running: make up")
    memory = docker("stats", "--no-stream", "--format", "{{.MemUsage}}", found["Id"]).split(" / ")[0]
    return f"container {found['Name'].lstrip('/')}, {found['State']['Health']['Status']}, {memory.strip()}"


def print_log(sandbox: Sandbox, follow: bool) -> None:
    found = container()
    if found is None:
        raise SandboxError("there is no log yet: make up")
    subprocess.run([DOCKER, "logs", *(["--follow"] if follow else []), found["Id"]], check=False)
