"""Amazon Resource Names of what the pipeline deploys; they can be written down before the resource exists.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from functools import cache

import boto3

from pipeline.settings import Settings


@cache
def account() -> str:
    """The account that the credentials belong to; STS says the same in every region."""
    return boto3.client("sts", region_name="us-east-1").get_caller_identity()["Account"]


def role(name: str) -> str:
    return f"arn:aws:iam::{account()}:role/{name}"


def policy(name: str) -> str:
    return f"arn:aws:iam::{account()}:policy/{name}"


def function(settings: Settings) -> str:
    """The function's unpublished version: the one that a deploy changes."""
    return f"arn:aws:lambda:{settings.region}:{account()}:function:{settings.function_name}:$LATEST"


def stream(settings: Settings) -> str:
    return f"arn:aws:firehose:{settings.region}:{account()}:deliverystream/{settings.stream_name}"


def log_group(settings: Settings, name: str) -> str:
    return f"arn:aws:logs:{settings.region}:{account()}:log-group:{name}"


def bucket(name: str) -> str:
    return f"arn:aws:s3:::{name}"
