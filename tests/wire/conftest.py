from collections.abc import Callable, Iterator
from typing import Any

import pytest

from offline_aws import native
from tests.athena import DATA, OUTPUT, Athena
from tests.restartable import Restartable


@pytest.fixture(scope="session")
def restartable(tmp_path_factory: pytest.TempPathFactory, new_port: Callable[[], int]) -> Iterator[Restartable]:
    """A sandbox with nothing deployed, for the tests that kill one."""
    folder = tmp_path_factory.mktemp("restartable")
    (folder / "init").mkdir()
    sandbox = native.Sandbox(folder / "sandbox", folder / "init", new_port())
    yield Restartable(sandbox)
    native.stop(sandbox)


@pytest.fixture(scope="session")
def athena(client: Callable[[str], Any]) -> Athena:
    s3 = client("s3")
    for bucket in (OUTPUT, DATA):
        s3.create_bucket(Bucket=bucket)
    return Athena(client("athena"), s3)


@pytest.fixture(scope="session")
def glue(client: Callable[[str], Any]) -> Any:
    return client("glue")
