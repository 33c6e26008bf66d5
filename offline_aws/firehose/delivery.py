"""The calls that a stream makes to other services, under its roles: Lambda, S3 and CloudWatch Logs."""

import json
import logging
import time
from functools import lru_cache
from typing import Any

import urllib3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from localstack.aws.connect import connect_to
from localstack.utils.aws.client_types import ServicePrincipal

from offline_aws.firehose import failures
from offline_aws.firehose.conversion import Columns, Table
from offline_aws.firehose.destination import CloudWatchLog, Function, S3Destination
from offline_aws.firehose.formats import CONTENT_ENCODINGS, compress
from offline_aws.firehose.outcome import Problem
from offline_aws.firehose.transform import FUNCTION_ERROR, LARGEST_PAYLOAD

LOG = logging.getLogger(__name__)

_THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]", "host.docker.internal")

# A function runs for five minutes at most; repeated attempts are counted by the stream, not by the client.
_CONFIG = Config(read_timeout=310, retries={"total_max_attempts": 1})


class InvocationError(Exception):
    """The function gave no answer; ``problem`` is Firehose's code and text for it."""

    def __init__(self, problem: Problem, cause: str) -> None:
        super().__init__(f"{problem.code}: {cause}")
        self.problem = problem


def invoke(function: Function, payload: bytes) -> bytes:
    """Call the function synchronously and return its answer. Raises InvocationError."""
    region = function.arn.split(":")[3]
    try:
        response = clients(function.role_arn, region).lambda_.invoke(FunctionName=function.arn, Payload=payload)
        answer: bytes = response["Payload"].read()
    except (ClientError, BotoCoreError) as error:
        raise InvocationError(failures.of_invocation(error), str(error)) from error
    if "FunctionError" in response:
        raise InvocationError(FUNCTION_ERROR, answer.decode(errors="replace"))
    if len(answer) > LARGEST_PAYLOAD:
        raise InvocationError(FUNCTION_ERROR, f"The answer has {len(answer)} bytes")
    return answer


def find(function: Function) -> None:
    """Raise botocore's ClientError when the function does not exist; any other trouble is for its call to meet."""
    region = function.arn.split(":")[3]
    try:
        clients(function.role_arn, region).lambda_.get_function_configuration(FunctionName=function.arn)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            raise


def put_object(destination: S3Destination, region: str, key: str, body: bytes, compression: str) -> None:
    """Write one object. Raises botocore's errors."""
    headers: dict[str, Any] = {"ContentType": "application/octet-stream"}
    if compression in CONTENT_ENCODINGS:
        headers["ContentEncoding"] = CONTENT_ENCODINGS[compression]
    if destination.kms_key_arn:
        headers |= {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": destination.kms_key_arn}
    clients(destination.role_arn, region).s3.put_object(
        Bucket=destination.bucket, Key=key, Body=compress(body, compression, key), **headers
    )


def post(url: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
    """Post to an HTTP endpoint, without following redirects; status, content type and body of its answer.

    Raises urllib3's HTTPError when there is none within Firehose's three minutes.
    """
    host = urllib3.util.parse_url(url).host
    answer = _connections(host in _THIS_MACHINE).request(
        "POST", url, body=body, headers=headers, timeout=180, retries=False, redirect=False
    )
    return answer.status, answer.headers.get("Content-Type", ""), answer.data


def secret(arn: str, role_arn: str) -> str:
    """The text of a secret, as it is now. Raises botocore's errors."""
    manager = clients(role_arn, arn.split(":")[3]).secretsmanager
    text: str = manager.get_secret_value(SecretId=arn).get("SecretString", "")
    return text


@lru_cache(maxsize=2)
def _connections(to_this_machine: bool) -> urllib3.PoolManager:
    """Certificates are verified, but those of this machine's own names, which nobody signs."""
    return urllib3.PoolManager(cert_reqs="CERT_NONE" if to_this_machine else "CERT_REQUIRED")


def columns(table: Table) -> Columns:
    """The columns of the Glue table, without those of its partitions. Raises botocore's errors."""
    glue = clients(table.role_arn, table.region).glue
    where = {"CatalogId": table.catalog, "DatabaseName": table.database}
    if table.version == "LATEST":
        found = glue.get_table(**where, Name=table.name)["Table"]
    else:
        version = glue.get_table_version(**where, TableName=table.name, VersionId=table.version)
        found = version["TableVersion"]["Table"]
    return [(column["Name"], column["Type"]) for column in found["StorageDescriptor"]["Columns"]]


def log_error(log: CloudWatchLog, role_arn: str, region: str, entry: dict[str, Any]) -> None:
    """Write one entry to the stream's log, as far as the log exists: a failing log never holds a delivery up.

    https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
    """
    event = {"timestamp": int(time.time() * 1000), "message": json.dumps(entry)}
    try:
        clients(role_arn, region).logs.put_log_events(
            logGroupName=log.group, logStreamName=log.stream, logEvents=[event]
        )
    except (ClientError, BotoCoreError) as error:
        LOG.warning("The delivery error %s could not be logged to %s: %s", entry, log.group, error)


@lru_cache(maxsize=256)
def clients(role_arn: str, region: str) -> Any:
    """Clients of all services in a region, under a role."""
    return connect_to.with_assumed_role(
        role_arn=role_arn,
        region_name=region,
        service_principal=ServicePrincipal.firehose,
        session_name="firehose",
        config=_CONFIG,
    )
