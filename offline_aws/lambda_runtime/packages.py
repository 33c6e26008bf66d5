"""The Python packages that a managed runtime offers to functions, taken from this installation.

AWS's Python runtimes carry boto3 and awslambdaric with what those need. Here they lie in one ``site-packages`` folder
with LocalStack and all else, so each environment gets a folder of links to those packages alone.
https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html#python-sdk-included
"""

import functools
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

INCLUDED = ("awslambdaric", "boto3")


def requirement_closure(names: tuple[str, ...]) -> set[str]:
    """`names` and the distributions they require, directly or not, without extras."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        requirements = map(Requirement, distribution(name).requires or [])
        waiting += [r.name for r in requirements if r.marker is None or r.marker.evaluate({"extra": ""})]
    return found


@functools.cache
def runtime_paths() -> frozenset[Path]:
    """The top-level files and folders of every included distribution."""
    paths = set()
    for name in requirement_closure(INCLUDED):
        found = distribution(name)
        tops = {file.parts[0] for file in found.files or []} - {"..", "__pycache__"}
        paths |= {Path(str(found.locate_file(top))) for top in tops}
    return frozenset(paths)


def link_runtime(directory: Path) -> None:
    """Fill a new `directory` with links to the runtime's packages."""
    directory.mkdir()
    for path in runtime_paths():
        (directory / path.name).symlink_to(path)
