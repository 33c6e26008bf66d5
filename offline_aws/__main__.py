"""The sandbox's command line: start it by an engine, and stop it by whichever runs.

::

    python -m offline_aws start --init init     # returns once every init script has succeeded
    python -m offline_aws status
    python -m offline_aws logs --follow
    python -m offline_aws stop

Two engines run the same LocalStack: ``native`` as a process of this machine, ``docker`` by the Compose file of the
current folder. Nothing remembers which one it was; both are asked.
"""

import argparse
import os
import signal
import sys
from pathlib import Path
from types import ModuleType

from offline_aws import compose, native, status
from offline_aws.sandbox import Sandbox, SandboxError

ENGINES: dict[str, ModuleType] = {"native": native, "docker": compose}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    options = parse(arguments)
    sandbox = Sandbox(options.folder, options.init, options.port, options.ephemeral)
    # A plain kill must clean up like Ctrl-C.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        run(options, sandbox)
    except SandboxError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: {explain(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return 0


def say(line: str) -> None:
    """A line for whoever reads it; that nobody does any more (``make up | head``) stops nothing."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        # Python would complain once more when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def explain(error: OSError) -> str:
    """What is wrong, and with what; a folder that can't be used can be left for another."""
    if error.filename is None:
        return str(error)
    return f"{error.filename}: {error.strerror} (the sandbox's folder can be chosen: make up FOLDER=/another/folder)"


def run(options: argparse.Namespace, sandbox: Sandbox) -> None:
    match options.action:
        case "start":
            name = engine_to_start(options.engine or None, running_engine(sandbox))
            ENGINES[name].start(sandbox, report=say)
        case "stop":
            stopped = [engine.stop(sandbox) for engine in ENGINES.values()]
            print("LocalStack stopped" if any(stopped) else "LocalStack was not running")
        case "status":
            print_status(sandbox)
        case "logs":
            # Of a sandbox that has ended, the native log is what is left.
            ENGINES[running_engine(sandbox) or "native"].print_log(sandbox, options.follow)


def running_engine(sandbox: Sandbox) -> str | None:
    """The engine by which the sandbox runs, if it does."""
    return next((name for name, engine in ENGINES.items() if engine.port(sandbox)), None)


def engine_to_start(asked: str | None, running: str | None) -> str:
    """The engine asked for; else the one that runs already, else Docker where an engine answers.

    :raises SandboxError: another engine than the one asked for runs the sandbox
    """
    if asked and running and asked != running:
        raise SandboxError(f"the sandbox already runs by ENGINE={running}: stop it first (make down)")
    return asked or running or ("docker" if compose.available() else "native")


def print_status(sandbox: Sandbox) -> None:
    """Engine, port, memory, and what ``status.lines`` tells.

    :raises SandboxError: it does not run
    """
    name = running_engine(sandbox)
    if name is None:
        raise SandboxError("the sandbox is not running: make up")
    port = ENGINES[name].port(sandbox)
    say(f"LocalStack   running, port {port}, {name}: {ENGINES[name].describe(sandbox)}")
    for line in status.lines(port):
        say(line)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m offline_aws", description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=["start", "stop", "status", "logs"])
    parser.add_argument("--folder", type=Path, default=Path(".offline-aws"), help="PID file, log, files (.offline-aws)")
    parser.add_argument("--init", type=Path, default=Path("init"), help="LocalStack init folder (init)")
    parser.add_argument("--port", type=tcp_port, default=4566, help="port of the AWS API on 127.0.0.1 (4566)")
    parser.add_argument(
        "--engine", choices=["", *ENGINES], default="", help="start: run by this, else by Docker if any"
    )
    parser.add_argument("--ephemeral", action="store_true", help="start natively: keep nothing on disk")
    parser.add_argument("--follow", action="store_true", help="logs: go on until interrupted")
    return parser.parse_args(arguments)


def tcp_port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, which is a whole number from 1 to 65535")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
