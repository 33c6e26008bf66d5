"""``python -m bench``: measure subjects, print a table of each, and write all as JSON if asked to.

A goal that is not reached is shown and does not fail the run: how fast a machine is today is no test.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from rich.console import Console

from bench import report
from bench.figures import Figure
from bench.run import Run, progress_on

SUBJECTS = (
    "s3",
    "api",
    "firehose",
    "athena",
    "dashboard",
)
"""Modules of this package, each with ``figures(run)``, in the order in which they run."""


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    result.add_argument("subjects", nargs="*", metavar="subject", help=f"{', '.join(SUBJECTS)}; all when left out")
    result.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    result.add_argument("--quick", action="store_true", help="fewer repetitions: whether it runs, not how fast")
    return result


def measure(subject: str, quick: bool) -> list[Figure]:
    """The figures of one subject, with progress on standard error while they are measured."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, progress_on(Console(stderr=True)) as progress:
        return list(import_module(f"bench.{subject}").figures(Run(Path(folder), progress, quick)))


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    if unknown := sorted(set(options.subjects) - set(SUBJECTS)):
        parser().error(f"no such subject: {', '.join(unknown)}")
    results: dict[str, list[Figure]] = {}
    for subject in options.subjects or SUBJECTS:
        results[subject] = measure(subject, options.quick)
        Console().print(report.table(subject, results[subject]))
    if options.json:
        options.json.write_text(report.as_json(results) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
