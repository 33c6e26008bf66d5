"""What fits into Firehose's API and what does not, with AWS's words."""

from typing import Any

import pytest

from tests.firehose import DESTINATION_ID, Bucket, put, refusal

INVALID, LIMIT = "InvalidArgumentException", "LimitExceededException"


def violation(path: str, constraint: str, value: str | None = None) -> tuple[str, str]:
    shown = "Value" if value is None else f"Value '{value}'"
    return (
        "ValidationException",
        f"1 validation error detected: {shown} at '{path}' failed to satisfy constraint: {constraint}",
    )


def at_most(most: int) -> str:
    return f"Member must have length less than or equal to {most}"


@pytest.fixture(scope="module")
def stream(firehose: Any, client: Any) -> Any:
    """A stream that delivers nothing while the module runs."""
    name = "limits"
    client("s3").create_bucket(Bucket=name)
    destination = Bucket(client("s3"), name).destination(BufferingHints={"SizeInMBs": 128, "IntervalInSeconds": 900})
    firehose.create_delivery_stream(DeliveryStreamName=name, ExtendedS3DestinationConfiguration=destination)
    yield name
    firehose.delete_delivery_stream(DeliveryStreamName=name)


@pytest.mark.parametrize(
    "sizes", [[0], [1_024_000], [1] * 500, [1_024_000] * 4 + [98_304]], ids=["empty", "record", "records", "batch"]
)
def test_the_largest_and_the_smallest_are_taken(firehose: Any, stream: str, sizes: list[int]) -> None:
    assert len(put(firehose, stream, *(b"x" * size for size in sizes))) == len(sizes)


@pytest.mark.parametrize(
    ("records", "refused"),
    [
        ([1_024_001], violation("records.1.member.data", at_most(1_024_000))),
        ([1] * 501, violation("records", at_most(500))),
        ([1_024_000] * 4 + [98_305], (INVALID, "Records size exceeds 4 MB limit")),
    ],
    ids=["record", "records", "batch"],
)
def test_a_batch_is_refused_as_a_whole(
    firehose: Any, stream: str, records: list[int], refused: tuple[str, str]
) -> None:
    given = [{"Data": b"x" * size} for size in records]
    assert refusal(firehose.put_record_batch, DeliveryStreamName=stream, Records=given) == refused


def test_a_record_over_1024000_bytes_is_refused(firehose: Any, stream: str) -> None:
    assert refusal(firehose.put_record, DeliveryStreamName=stream, Record={"Data": b"x" * 1_024_001}) == violation(
        "record.data", at_most(1_024_000)
    )


def test_a_name_has_64_letters_digits_and_marks(firehose: Any, bucket: Bucket) -> None:
    refused = [
        refusal(
            firehose.create_delivery_stream,
            DeliveryStreamName=name,
            ExtendedS3DestinationConfiguration=bucket.destination(),
        )
        for name in ("a b", "a" * 65)
    ]
    assert refused == [
        violation("deliveryStreamName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+", "a b"),
        violation("deliveryStreamName", at_most(64), "a" * 65),
    ]


def test_a_stream_has_50_tags(firehose: Any, stream: str) -> None:
    tags = [{"Key": f"key{number:02}"} for number in range(50)]
    firehose.tag_delivery_stream(DeliveryStreamName=stream, Tags=tags)
    code, _ = refusal(firehose.tag_delivery_stream, DeliveryStreamName=stream, Tags=[{"Key": "more"}])
    page = firehose.list_tags_for_delivery_stream(DeliveryStreamName=stream, ExclusiveStartTagKey="key47", Limit=1)
    assert (code, page["Tags"], page["HasMoreTags"]) == (LIMIT, [{"Key": "key48", "Value": ""}], True)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (
            {"DestinationId": "destinationId-000000000002"},
            (INVALID, "Destination Id destinationId-000000000002 not found"),
        ),
        ({}, (INVALID, "Exactly one destination configuration is supported for a Firehose")),
        (
            {"ExtendedS3DestinationUpdate": {}, "S3DestinationUpdate": {}},
            (INVALID, "Exactly one destination configuration is supported for a Firehose"),
        ),
        ({"SnowflakeDestinationUpdate": {}}, (INVALID, "SnowflakeDestinationUpdate: not emulated")),
        (
            {"CurrentDeliveryStreamVersionId": "one"},
            violation(
                "currentDeliveryStreamVersionId", "Member must satisfy regular expression pattern: [0-9]+", "one"
            ),
        ),
    ],
    ids=["destination", "none", "two", "type", "version"],
)
def test_an_update_names_the_destination_and_one_change(
    firehose: Any, stream: str, change: dict[str, Any], refused: tuple[str, str]
) -> None:
    update = {"DeliveryStreamName": stream, "CurrentDeliveryStreamVersionId": "1", "DestinationId": DESTINATION_ID}
    assert refusal(firehose.update_destination, **(update | change)) == refused


def test_sources_that_are_not_emulated_are_refused_by_name(firehose: Any, bucket: Bucket) -> None:
    cluster = {"MSKClusterARN": "arn:aws:kafka:us-east-1:000000000000:cluster/c/1-2", "TopicName": "t"}
    access = {"RoleARN": bucket.destination()["RoleARN"], "Connectivity": "PUBLIC"}
    assert refusal(
        firehose.create_delivery_stream,
        DeliveryStreamName="refused",
        DeliveryStreamType="MSKAsSource",
        MSKSourceConfiguration={**cluster, "AuthenticationConfiguration": access},
        ExtendedS3DestinationConfiguration=bucket.destination(),
    ) == (INVALID, "MSKSourceConfiguration: not emulated")
