import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.unit.quicksight.samples import Json
from tests.wire.quicksight.requests import (
    ACCOUNT,
    athena,
    set_request,
)


@pytest.fixture(scope="module")
def quicksight(client: Callable[[str], Any]) -> Any:
    return client("quicksight")


@pytest.fixture(scope="module")
def user(quicksight: Any) -> Iterator[str]:
    """The ARN of a registered user."""
    answer = quicksight.register_user(
        AwsAccountId=ACCOUNT,
        Namespace="default",
        IdentityType="QUICKSIGHT",
        UserName="wire",
        Email="wire@example.com",
        UserRole="READER",
    )
    yield answer["User"]["Arn"]
    quicksight.delete_user(AwsAccountId=ACCOUNT, Namespace="default", UserName="wire")


@pytest.fixture(scope="module")
def source(quicksight: Any) -> Iterator[str]:
    """The ARN of an Athena data source."""
    answer = quicksight.create_data_source(
        AwsAccountId=ACCOUNT, DataSourceId="wire", Name="wire", Type="ATHENA", DataSourceParameters=athena()
    )
    yield answer["Arn"]
    quicksight.delete_data_source(AwsAccountId=ACCOUNT, DataSourceId="wire")


@pytest.fixture(scope="module")
def data_set(quicksight: Any, source: str) -> Iterator[str]:
    """The ARN of a data set over three rows."""
    answer = quicksight.create_data_set(**set_request(source))
    yield answer["Arn"]
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId="wire")


@pytest.fixture
def place() -> Json:
    """Account and id of a dashboard that is not there yet."""
    return {"AwsAccountId": ACCOUNT, "DashboardId": str(uuid.uuid4())}
