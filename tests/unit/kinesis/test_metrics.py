"""What of a Kinesis stream is counted."""

import pytest

from offline_aws.kinesis.metrics import Metrics


@pytest.fixture
def metrics() -> Metrics:
    return Metrics("arn:aws:kinesis:us-east-1:000000000000:stream/clicks")


def totals(metrics: Metrics) -> dict[str, float]:
    """The sum of each metric, without latencies."""
    sums = {datum["MetricName"]: datum["StatisticValues"]["Sum"] for datum in metrics.take()}
    return {name: total for name, total in sums.items() if not name.endswith("Latency")}


def test_a_put_of_several_counts_its_records_and_their_bytes(metrics: Metrics) -> None:
    with metrics.call("PutRecords"):
        metrics.incoming([b"a", b"bb"])
    metrics.put_records([b"a", b"bb"])
    assert totals(metrics) == {
        "IncomingRecords": 2,
        "IncomingBytes": 3,
        "WriteProvisionedThroughputExceeded": 0,
        "PutRecords.Success": 1,
        "PutRecords.Bytes": 3,
        "PutRecords.TotalRecords": 2,
        "PutRecords.SuccessfulRecords": 2,
        "PutRecords.FailedRecords": 0,
        "PutRecords.ThrottledRecords": 0,
    }


def test_a_page_counts_how_old_it_is(metrics: Metrics) -> None:
    metrics.got_records([b"a"], behind_ms=7)
    assert totals(metrics) == {
        "GetRecords.Records": 1,
        "GetRecords.Bytes": 1,
        "GetRecords.IteratorAgeMilliseconds": 7,
        "ReadProvisionedThroughputExceeded": 0,
    }


def test_a_call_that_fails_is_no_success(metrics: Metrics) -> None:
    with pytest.raises(OSError), metrics.call("PutRecord"):
        raise OSError("the disk is full")
    assert totals(metrics) == {"PutRecord.Success": 0}
