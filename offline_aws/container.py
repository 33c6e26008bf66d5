"""The sandbox inside a container: LocalStack as its one process, and the health check.

::

    python -m offline_aws.container run      # the image's command
    python -m offline_aws.container check    # exit status 0 once every init script has succeeded

``GATEWAY_LISTEN`` is the address and port in the container; LocalStack's folders are the official image's, so that
``/etc/localstack/init`` and ``/var/lib/localstack`` are what is mounted.
https://docs.localstack.cloud/aws/capabilities/config/filesystem/
"""

import os
import sys
from pathlib import Path

from offline_aws import init_scripts
from offline_aws.sandbox import engine_environment

# In the volume that the Compose file mounts.
DATA = Path("/var/lib/localstack/offline-aws")


def main() -> int:
    port = int(os.environ["GATEWAY_LISTEN"].rpartition(":")[2])
    match sys.argv[1:]:
        case ["run"]:
            return run(port)
        case ["check"]:
            return check(port)
    print(__doc__, file=sys.stderr)
    return 2


def run(port: int) -> int:
    """Become LocalStack; returns only when that fails. With ``EPHEMERAL`` it keeps nothing."""
    data = None if os.environ.get("EPHEMERAL") else DATA
    environment = {**engine_environment(os.environ, port, data), "FILESYSTEM_ROOT": "/"}
    # In place of this process: signals reach LocalStack, and its exit status is the container's.
    os.execve(sys.executable, [sys.executable, "-m", "offline_aws.engine"], environment)  # noqa: S606


def check(port: int) -> int:
    """0 when the sandbox is ready; otherwise the reason is printed, for ``docker inspect`` to show."""
    state = init_scripts.fetch(port)
    reason = "LocalStack does not answer" if state is None else state.unready()
    if reason:
        print(reason)
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
