"""What a request needs: the actions, each with the resources that a policy has to allow it on.

Most operations are an action of their own name. Where the two differ, and where the resource lies in the request, is
written down here for the services of a pipeline.
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from botocore.exceptions import ClientError
from localstack.aws.connect import connect_to

Input = Mapping[str, Any]


class Permission(NamedTuple):
    """:param resource: an ARN, or ``*``
    :param alias: another ARN by which policies may name the resource
    """

    action: str
    resource: str
    alias: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.resource,) if self.alias is None else (self.resource, self.alias)


class Place(NamedTuple):
    partition: str
    region: str
    account: str

    def arn(self, service: str, resource: str) -> str:
        return f"arn:{self.partition}:{service}:{self.region}:{self.account}:{resource}"


def needed(service: str, operation: str, request: Input, place: Place) -> Iterator[Permission]:
    """All of them are needed. ``*`` stands for a resource that the action does not have, or that is not known here:
    then only a policy for ``*`` allows it."""
    find = _SERVICES.get(service)
    return find(operation, request, place) if find else _of_named_resource(service, operation, request)


# --- S3 -----------------------------------------------------------------------------------------------------------

_ON_OBJECTS = {
    "HeadObject": "GetObject",
    "GetObjectAttributes": "GetObject",
    "SelectObjectContent": "GetObject",
    "CreateMultipartUpload": "PutObject",
    "UploadPart": "PutObject",
    "CompleteMultipartUpload": "PutObject",
    "PostObject": "PutObject",
    "ListParts": "ListMultipartUploadParts",
}
# Actions that have a twin on versions.
_OF_VERSIONS = ("GetObject", "DeleteObject")
_ON_BUCKETS = {
    "HeadBucket": "ListBucket",
    "ListObjects": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListObjectVersions": "ListBucketVersions",
    "ListMultipartUploads": "ListBucketMultipartUploads",
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "DeleteBucketEncryption": "PutEncryptionConfiguration",
    "GetBucketLifecycle": "GetLifecycleConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "PutBucketLifecycle": "PutLifecycleConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "DeleteBucketLifecycle": "PutLifecycleConfiguration",
    "GetBucketReplication": "GetReplicationConfiguration",
    "PutBucketReplication": "PutReplicationConfiguration",
    "DeleteBucketReplication": "PutReplicationConfiguration",
    "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
    "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
    "GetBucketNotificationConfiguration": "GetBucketNotification",
    "PutBucketNotificationConfiguration": "PutBucketNotification",
    "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
    "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "DeleteBucketCors": "PutBucketCORS",
    "DeleteBucketTagging": "PutBucketTagging",
    "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
}


def _s3(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    if operation == "ListBuckets":
        yield Permission("s3:ListAllMyBuckets", "*")
        return
    bucket = f"arn:{place.partition}:s3:::{request['Bucket']}"
    if operation == "DeleteObjects":
        for item in request["Delete"]["Objects"]:
            yield Permission(
                "s3:DeleteObjectVersion" if item.get("VersionId") else "s3:DeleteObject", f"{bucket}/{item['Key']}"
            )
    elif operation in ("CopyObject", "UploadPartCopy"):
        source = str(request["CopySource"]).lstrip("/").partition("?")[0]
        yield Permission("s3:GetObject", f"arn:{place.partition}:s3:::{source}")
        yield Permission("s3:PutObject", f"{bucket}/{request['Key']}")
    elif "Key" in request:
        action = _ON_OBJECTS.get(operation, operation)
        versioned = "Version" if request.get("VersionId") and action in _OF_VERSIONS else ""
        yield Permission(f"s3:{action}{versioned}", f"{bucket}/{request['Key']}")
    else:
        yield Permission(f"s3:{_ON_BUCKETS.get(operation, operation)}", bucket)


# --- services whose requests name one resource ----------------------------------------------------------------------


def _firehose(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    name = request.get("DeliveryStreamName")
    if operation == "ListDeliveryStreams" or name is None:
        yield Permission(f"firehose:{operation}", "*")
    else:
        yield Permission(f"firehose:{operation}", place.arn("firehose", f"deliverystream/{name}"))


def _kinesis(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    arn = request.get("StreamARN") or request.get("ConsumerARN") or request.get("ResourceARN")
    if arn is None and (name := request.get("StreamName")):
        arn = place.arn("kinesis", f"stream/{name}")
    yield Permission(f"kinesis:{operation}", arn or "*")


def _lambda(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    action = "InvokeFunction" if operation in ("Invoke", "InvokeAsync", "InvokeWithResponseStream") else operation
    name = str(request.get("FunctionName") or "")
    if not name:
        yield Permission(f"lambda:{action}", "*")
        return
    # A name, an ARN, or an account and a name between: each perhaps with a qualifier.
    *_, name = name.split("function:")
    name, _, qualifier = name.partition(":")
    qualifier = request.get("Qualifier") or qualifier
    resource = f"function:{name}:{qualifier}" if qualifier else f"function:{name}"
    yield Permission(f"lambda:{action}", place.arn("lambda", resource))


def _logs(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    """A log group is named with and without ``:*`` at its end, and a stream that is created counts as one of it."""
    group, stream = request.get("logGroupName"), request.get("logStreamName")
    if group is None:
        yield Permission(f"logs:{operation}", "*")
        return
    arn = place.arn("logs", f"log-group:{group}")
    alias = arn if stream is None or operation == "CreateLogStream" else None
    yield Permission(f"logs:{operation}", f"{arn}:log-stream:{stream or ''}", alias)


def _athena(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    group = request.get("WorkGroup")
    if "WorkGroup" in operation:
        group = group or request.get("Name")
    elif operation == "StartQueryExecution":
        group = group or "primary"
    elif query := request.get("QueryExecutionId"):
        group = _workgroup_of(query, place)
    yield Permission(f"athena:{operation}", place.arn("athena", f"workgroup/{group}") if group else "*")


def _workgroup_of(query: str, place: Place) -> str | None:
    """The workgroup of a query, None when there is no such query; LocalStack itself asks."""
    athena = connect_to(region_name=place.region, aws_access_key_id=place.account).athena
    try:
        execution: dict[str, Any] = athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]
    except ClientError:
        return None
    return str(execution["WorkGroup"])


def _glue(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    """The resource and all above it."""
    database = request.get("DatabaseName") or (request.get("Name") if "Database" in operation else None)
    table = request.get("TableName") or (request.get("Name") if "Table" in operation else None)
    table = table or (request.get("TableInput") or {}).get("Name")
    database = database or (request.get("DatabaseInput") or {}).get("Name")
    yield Permission(f"glue:{operation}", place.arn("glue", "catalog"))
    if database:
        yield Permission(f"glue:{operation}", place.arn("glue", f"database/{database}"))
        if table:
            yield Permission(f"glue:{operation}", place.arn("glue", f"table/{database}/{table}"))


def _sts(operation: str, request: Input, place: Place) -> Iterator[Permission]:
    # Whoever holds credentials may ask whose they are, whatever policies say.
    if operation != "GetCallerIdentity":
        yield Permission(f"sts:{operation}", request.get("RoleArn") or "*")


def _of_named_resource(service: str, operation: str, request: Input) -> Iterator[Permission]:
    arns = [value for value in request.values() if isinstance(value, str) and value.startswith("arn:")]
    yield Permission(f"{service}:{operation}", arns[0] if len(arns) == 1 else "*")


_SERVICES: dict[str, Callable[[str, Input, Place], Iterator[Permission]]] = {
    "s3": _s3,
    "firehose": _firehose,
    "kinesis": _kinesis,
    "lambda": _lambda,
    "logs": _logs,
    "athena": _athena,
    "glue": _glue,
    "sts": _sts,
}
