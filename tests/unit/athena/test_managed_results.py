"""Results that Athena keeps itself are there for a day. https://docs.aws.amazon.com/athena/latest/ug/managed-results.html"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from offline_aws.athena.api import InvalidRequestException
from offline_aws.athena.managed_results import KEPT_FOR
from offline_aws.athena.models import SUCCEEDED, QueryExecution
from offline_aws.athena.query_results import check_finished

DONE = datetime(2026, 11, 23, 12, tzinfo=UTC)
MANAGED = QueryExecution(
    "1", "SELECT 1", "DML", "SELECT", "default", "c", "wg", "s3://b/", DONE, [], SUCCEEDED, completed=DONE, managed=True
)


def test_they_are_there_for_a_day() -> None:
    check_finished(MANAGED, DONE + KEPT_FOR)
    with pytest.raises(InvalidRequestException, match="Could not find results"):
        check_finished(MANAGED, DONE + KEPT_FOR + timedelta(seconds=1))


def test_results_in_a_bucket_are_there_for_good() -> None:
    check_finished(replace(MANAGED, managed=False), DONE + timedelta(days=44))
