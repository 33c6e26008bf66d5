"""What of a stream is counted."""

import pytest

from offline_aws.firehose.metrics import DATA, HTTP_ENDPOINT, Metrics
from offline_aws.firehose.models import Record

CLICK = Record("1", 0, b"click")


def taken(metrics: Metrics) -> dict[str, tuple[float, ...]]:
    """Count, sum, least and greatest of each metric."""
    return {datum["MetricName"]: tuple(datum["StatisticValues"].values()) for datum in metrics.take()}


@pytest.fixture
def metrics() -> Metrics:
    return Metrics("arn:aws:firehose:us-east-1:000000000000:deliverystream/clicks")


def test_puts_are_added_up(metrics: Metrics) -> None:
    metrics.put("PutRecord", [b"a"], 0.5)
    metrics.put("PutRecordBatch", [b"aa", b"bbb"], 0.25)
    assert taken(metrics) == {
        "IncomingPutRequests": (2, 2, 1, 1),
        "IncomingRecords": (2, 3, 1, 2),
        "IncomingBytes": (2, 6, 1, 5),
        "PutRecord.Requests": (1, 1, 1, 1),
        "PutRecord.Bytes": (1, 1, 1, 1),
        "PutRecord.Latency": (1, 500, 500, 500),
        "PutRecordBatch.Requests": (1, 1, 1, 1),
        "PutRecordBatch.Bytes": (1, 5, 5, 5),
        "PutRecordBatch.Latency": (1, 250, 250, 250),
        "PutRecordBatch.Records": (1, 2, 2, 2),
    }


def test_what_is_read_from_a_source_is_counted(metrics: Metrics) -> None:
    metrics.read([CLICK], 7)
    assert taken(metrics) == {
        "DataReadFromKinesisStream.Records": (1, 1, 1, 1),
        "DataReadFromKinesisStream.Bytes": (1, 5, 5, 5),
        "KinesisMillisBehindLatest": (1, 7, 7, 7),
    }


def test_attempts_count_as_success_or_failure(metrics: Metrics) -> None:
    with metrics.invocation():
        pass
    with pytest.raises(RuntimeError), metrics.invocation():
        raise RuntimeError("the function failed")
    assert taken(metrics)["ExecuteProcessing.Success"] == (2, 1, 0, 1)


def test_a_delivery_that_fails_delivers_no_records_and_they_grow_old(metrics: Metrics) -> None:
    with pytest.raises(OSError), metrics.delivery(DATA, [CLICK]):
        raise OSError("the bucket is away")
    figures = taken(metrics)
    assert (figures.keys(), figures["DeliveryToS3.Success"], metrics.totals()["delivered"]) == (
        {"DeliveryToS3.Success", "DeliveryToS3.DataFreshness"},
        (1, 0, 0, 0),
        0,
    )


def test_what_an_endpoint_is_sent_again_is_processed_again(metrics: Metrics) -> None:
    with pytest.raises(OSError), metrics.delivery(HTTP_ENDPOINT, [CLICK]):
        raise OSError("the endpoint is away")
    with metrics.delivery(HTTP_ENDPOINT, [CLICK]):
        pass
    figures = taken(metrics)
    assert [figures[f"DeliveryToHttpEndpoint.{name}"][1] for name in ("ProcessedBytes", "Bytes")] == [10, 5]


def test_operations_about_the_stream_are_counted(metrics: Metrics) -> None:
    metrics.called("DescribeDeliveryStream", 0.5)
    assert taken(metrics) == {
        "DescribeDeliveryStream.Requests": (1, 1, 1, 1),
        "DescribeDeliveryStream.Latency": (1, 500, 500, 500),
    }


def test_totals_stay_when_the_metrics_are_taken(metrics: Metrics) -> None:
    metrics.failed(2)
    metrics.take()
    assert metrics.totals() == {"delivered": 0, "failed": 2}


def test_the_dimension_is_the_streams_name(metrics: Metrics) -> None:
    metrics.transformed([CLICK])
    assert metrics.take()[0]["Dimensions"] == [{"Name": "DeliveryStreamName", "Value": "clicks"}]


def test_conversions_and_partitions_are_counted(metrics: Metrics) -> None:
    metrics.converted([CLICK, CLICK], [CLICK])
    metrics.partitioned(0.5, partitions=3, exceeded=True)
    assert taken(metrics) == {
        "SucceedConversion.Records": (1, 2, 2, 2),
        "SucceedConversion.Bytes": (1, 10, 10, 10),
        "FailedConversion.Records": (1, 1, 1, 1),
        "FailedConversion.Bytes": (1, 5, 5, 5),
        "JQProcessing.Duration": (1, 500, 500, 500),
        "PartitionCount": (1, 3, 3, 3),
        "PartitionCountExceeded": (1, 1, 1, 1),
    }
