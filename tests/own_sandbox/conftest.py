"""A sandbox to kill."""

from collections.abc import Callable, Iterator

import pytest

from offline_aws import native
from tests.restartable import Restartable


@pytest.fixture(scope="session")
def restartable(tmp_path_factory: pytest.TempPathFactory, new_port: Callable[[], int]) -> Iterator[Restartable]:
    """A sandbox with nothing deployed, for the tests that kill one."""
    folder = tmp_path_factory.mktemp("restartable")
    (folder / "init").mkdir()
    instance = Restartable(native.Sandbox(folder / "sandbox", folder / "init", new_port()))
    yield instance
    instance.close()
