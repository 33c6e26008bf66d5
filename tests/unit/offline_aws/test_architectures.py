"""What is locked for the image installs on amd64 and arm64 alike, without a compiler."""

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

ARCHITECTURES = ("x86_64", "aarch64")
OURS = {"offline-aws", "clickstream"}

Package = dict[str, Any]


@pytest.fixture(scope="module")
def in_the_image(repository: Path) -> dict[str, Package]:
    """By name, every package that the two of ours draw in on Linux."""
    lock = tomllib.loads((repository / "uv.lock").read_text())
    packages = {package["name"]: package for package in lock["package"]}
    found = dict.fromkeys(reachable(packages, {(name, ()) for name in OURS}))
    return {name: packages[name] for name, _ in found if name not in OURS}


def reachable(
    packages: dict[str, Package], start: set[tuple[str, tuple[str, ...]]]
) -> set[tuple[str, tuple[str, ...]]]:
    """Names with the extras that are asked of them."""
    found, new = set(start), start
    while new:
        new = {each for name, extras in new for each in required(packages[name], extras)} - found
        found |= new
    return found


def required(package: Package, extras: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    optional = package.get("optional-dependencies", {})
    for dependency in package.get("dependencies", []) + [each for extra in extras for each in optional.get(extra, [])]:
        if Marker(dependency.get("marker", "python_version > '3'")).evaluate():
            yield dependency["name"], tuple(dependency.get("extra", ()))


def architectures(package: Package) -> set[str]:
    """Those on which one of the package's wheels installs in the image's Python and C library."""
    tags = {
        tag for wheel in package.get("wheels", []) for tag in parse_wheel_filename(wheel["url"].rpartition("/")[2])[3]
    }
    return {name for name in ARCHITECTURES if any(fits(tag, name) for tag in tags)}


def fits(tag: Tag, architecture: str) -> bool:
    python = tag.interpreter in ("py3", "cp313") or (tag.abi == "abi3" and tag.interpreter[:3] == "cp3")
    return python and (
        tag.platform == "any" or (tag.platform.startswith("manylinux") and tag.platform.endswith(architecture))
    )


def test_every_package_has_a_wheel_for_both_or_is_python_alone(in_the_image: dict[str, Package]) -> None:
    without = [name for name, package in in_the_image.items() if architectures(package) != set(ARCHITECTURES)]
    compiled = [name for name in without if any(file.suffix == ".so" for file in metadata.files(name) or [])]
    assert (len(in_the_image) > 100, compiled) == (True, [])
