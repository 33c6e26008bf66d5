from typing import Any

import pytest

from offline_aws.iam.permissions import Place, needed

PLACE = Place("aws", "us-east-1", "000000000000")
HERE = "us-east-1:000000000000"


@pytest.mark.parametrize(
    ("service", "operation", "request_", "expected"),
    [
        ("s3", "PutObject", {"Bucket": "b", "Key": "k"}, [("s3:PutObject", "arn:aws:s3:::b/k")]),
        ("s3", "HeadObject", {"Bucket": "b", "Key": "k"}, [("s3:GetObject", "arn:aws:s3:::b/k")]),
        (
            "s3",
            "GetObject",
            {"Bucket": "b", "Key": "k", "VersionId": "1"},
            [("s3:GetObjectVersion", "arn:aws:s3:::b/k")],
        ),
        ("s3", "ListObjectsV2", {"Bucket": "b"}, [("s3:ListBucket", "arn:aws:s3:::b")]),
        ("s3", "ListBuckets", {}, [("s3:ListAllMyBuckets", "*")]),
        ("s3", "GetBucketLocation", {"Bucket": "b"}, [("s3:GetBucketLocation", "arn:aws:s3:::b")]),
        (
            "s3",
            "CopyObject",
            {"Bucket": "b", "Key": "k", "CopySource": "/a/j?versionId=1"},
            [("s3:GetObject", "arn:aws:s3:::a/j"), ("s3:PutObject", "arn:aws:s3:::b/k")],
        ),
        (
            "s3",
            "DeleteObjects",
            {"Bucket": "b", "Delete": {"Objects": [{"Key": "k"}, {"Key": "l", "VersionId": "1"}]}},
            [("s3:DeleteObject", "arn:aws:s3:::b/k"), ("s3:DeleteObjectVersion", "arn:aws:s3:::b/l")],
        ),
        (
            "firehose",
            "PutRecord",
            {"DeliveryStreamName": "s"},
            [("firehose:PutRecord", f"arn:aws:firehose:{HERE}:deliverystream/s")],
        ),
        ("firehose", "ListDeliveryStreams", {}, [("firehose:ListDeliveryStreams", "*")]),
        (
            "lambda",
            "Invoke",
            {"FunctionName": f"arn:aws:lambda:{HERE}:function:f:live"},
            [("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:f:live")],
        ),
        (
            "lambda",
            "Invoke",
            {"FunctionName": "f"},
            [("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:f")],
        ),
        (
            "kinesis",
            "PutRecord",
            {"StreamName": "s"},
            [("kinesis:PutRecord", f"arn:aws:kinesis:{HERE}:stream/s")],
        ),
        (
            "glue",
            "GetTable",
            {"DatabaseName": "d", "Name": "t"},
            [
                ("glue:GetTable", f"arn:aws:glue:{HERE}:catalog"),
                ("glue:GetTable", f"arn:aws:glue:{HERE}:database/d"),
                ("glue:GetTable", f"arn:aws:glue:{HERE}:table/d/t"),
            ],
        ),
        (
            "athena",
            "StartQueryExecution",
            {"QueryString": "SELECT 1"},
            [("athena:StartQueryExecution", f"arn:aws:athena:{HERE}:workgroup/primary")],
        ),
        ("sts", "GetCallerIdentity", {}, []),
        (
            "sns",
            "Publish",
            {"TopicArn": "arn:aws:sns:us-east-1:000000000000:t", "Message": "m"},
            [("sns:Publish", "arn:aws:sns:us-east-1:000000000000:t")],
        ),
        ("sqs", "SendMessage", {"QueueUrl": "http://localhost/q"}, [("sqs:SendMessage", "*")]),
    ],
)
def test_a_request_needs_these_actions_on_these_resources(
    service: str, operation: str, request_: Any, expected: list[tuple[str, str]]
) -> None:
    found = [(each.action, each.resource) for each in needed(service, operation, request_, PLACE)]
    assert found == expected


@pytest.mark.parametrize(
    ("operation", "request_", "expected"),
    [
        ("PutLogEvents", {"logGroupName": "g", "logStreamName": "s"}, ("g:log-stream:s",)),
        ("CreateLogStream", {"logGroupName": "g", "logStreamName": "s"}, ("g:log-stream:s", "g")),
        ("CreateLogGroup", {"logGroupName": "g"}, ("g:log-stream:", "g")),
    ],
)
def test_a_log_group_has_two_names(operation: str, request_: Any, expected: tuple[str, ...]) -> None:
    (permission,) = needed("logs", operation, request_, PLACE)
    assert permission.names == tuple(f"arn:aws:logs:{HERE}:log-group:{name}" for name in expected)
