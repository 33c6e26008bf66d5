import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from localstack.aws.api import CommonServiceException
from localstack.aws.api.firehose import ResourceNotFoundException
from localstack.aws.spec import load_service

from offline_aws.firehose.models import DeliveryStream, firehose_stores
from offline_aws.firehose.provider import FirehoseProvider

ACCOUNT, REGION = "222222222222", "eu-west-1"


def context(operation: str) -> Any:
    model = load_service("firehose").operation_model(operation)
    return SimpleNamespace(account_id=ACCOUNT, region=REGION, operation=model)


def test_a_stream_that_is_being_deleted_takes_no_records() -> None:
    stream = DeliveryStream("s", "arn:s", REGION, datetime.now(UTC), {}, status="DELETING")
    firehose_stores[ACCOUNT][REGION].streams["s"] = stream
    message = re.escape(f"Firehose s under account {ACCOUNT} not found.")
    with pytest.raises(ResourceNotFoundException, match=message):
        FirehoseProvider().put_record(context("PutRecord"), {"DeliveryStreamName": "s", "Record": {"Data": b""}})


def test_a_batch_of_nothing_is_refused() -> None:
    with pytest.raises(CommonServiceException, match=r"'records' failed to satisfy constraint: .* equal to 1"):
        FirehoseProvider().put_record_batch(context("PutRecordBatch"), {"DeliveryStreamName": "s", "Records": []})
