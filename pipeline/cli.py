"""The command line `clickstream`: parse, call one function, map errors to exit statuses.

0: done. 1: something failed or was lost. 2: the command or a setting makes no sense. 130: interrupted.
"""

import argparse
import math
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from botocore import exceptions

from pipeline import commands, render
from pipeline.athena import QueryFailedError
from pipeline.clicks.arrival import NotQueryableError
from pipeline.settings import SettingError, Settings

_USAGE, _INTERRUPTED = 2, 130
_DEPLOY = "deploy it with `make up`, or `clickstream deploy`"
_EXPECTED = (
    exceptions.BotoCoreError,
    exceptions.ClientError,
    QueryFailedError,
    NotQueryableError,
    commands.NotDeployedError,
    render.NotRenderableError,
    OSError,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        status = _run(options, Settings.load())
        sys.stdout.flush()
        return status
    except SettingError as error:
        return _fail(str(error), _USAGE)
    except BrokenPipeError:
        # Who reads the output, `head` say, has seen enough; Python would complain once more when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.FAILED
    except _EXPECTED as error:
        return _fail(_explain(error), commands.FAILED)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(options: argparse.Namespace, settings: Settings) -> int:
    match options.command:
        case "send-clicks" if options.file is not None:
            return commands.send_file(settings, options.file, options.rate, options.wait)
        case "send-clicks":
            seed = secrets.randbelow(10**6) if options.seed is None else options.seed
            return commands.send_generated(settings, options.number, seed, options.rate, options.wait)
        case "query":
            text = options.file.read_text(encoding="utf-8") if options.sql is None else options.sql
            return commands.query(settings, text, options.format)
        case _:
            return int(options.function(settings))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clickstream", description="A serverless clickstream pipeline.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, function, help_ in (
        ("deploy", commands.deploy, "make or update every resource"),
        ("destroy", commands.destroy, "delete every resource and count them"),
        ("status", commands.status, "show what is deployed"),
        ("urls", commands.urls, "print where clicks are sent and where the dashboard is"),
        ("dashboard", commands.dashboard, "print where the dashboard is"),
        ("demo", commands.run_demo, "send the tutorial's five clicks and query their rows"),
    ):
        subparsers.add_parser(name, help=help_, description=help_).set_defaults(function=function)
    _add_send_clicks(subparsers.add_parser("send-clicks", help="send clicks through the API"))
    _add_query(subparsers.add_parser("query", help="run one statement of Athena SQL"))
    return parser


def _add_send_clicks(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--number", type=_positive_int, default=100, help="simulated clicks to send (100)")
    source.add_argument("--file", help="send the lines of this JSON Lines file, - for standard input")
    parser.add_argument("--seed", type=int, help="the same seed simulates the same guests (random)")
    parser.add_argument("--rate", type=_positive_float, default=20.0, help="clicks a second (20)")
    parser.add_argument("--wait", action="store_true", help="return when the clicks are rows of the table")


def _add_query(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--file", type=Path, default=commands.DEFAULT_QUERY, help="run the statement in this file")
    source.add_argument("--sql", help="run this statement")
    parser.add_argument("--format", choices=render.FORMATS, default="table", help="how to print the rows (table)")


def _positive_int(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def _positive_float(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number")
    return number


def _explain(error: Exception) -> str:
    """The error in one line, with what to do next where that is known."""
    text = " ".join(str(error).split())
    match error:
        case exceptions.ConnectionError() | exceptions.HTTPClientError():
            return f"{text}: start the sandbox with `make up`, or check AWS_ENDPOINT_URL"
        case exceptions.NoCredentialsError():
            return f"{text}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
        case exceptions.NoRegionError():
            return f"{text} Set AWS_DEFAULT_REGION"
        case exceptions.ClientError() if "NotFound" in error.response["Error"]["Code"]:
            return f"{text} ({_DEPLOY})"
        case commands.NotDeployedError():
            return f"{text} ({_DEPLOY})"
        case QueryFailedError() if "output location" in text:
            return f"{text} ({_DEPLOY})"
        case OSError(filename=str(path), strerror=str(reason)):
            return f"{path}: {reason}"
        case _:
            return text


def _fail(message: str, status: int) -> int:
    print(f"error: {message}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
