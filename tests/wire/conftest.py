from collections.abc import Callable
from typing import Any

import pytest

from tests.athena import DATA, OUTPUT, Athena


@pytest.fixture(scope="session")
def athena(client: Callable[[str], Any]) -> Athena:
    s3 = client("s3")
    for bucket in (OUTPUT, DATA):
        s3.create_bucket(Bucket=bucket)
    return Athena(client("athena"), s3)


@pytest.fixture(scope="session")
def glue(client: Callable[[str], Any]) -> Any:
    return client("glue")
