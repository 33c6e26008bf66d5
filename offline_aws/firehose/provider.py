"""Amazon Data Firehose's API: direct put into S3 or to an HTTP endpoint, with processors.

What Firehose does with a record after the put is in ``pipeline.py``; what it refuses is in ``configuration.py``
(parameters, and for HTTP endpoints ``http_configuration.py``) and ``constraints.py`` (values).

https://docs.aws.amazon.com/firehose/latest/APIReference/Welcome.html
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from threading import RLock
from typing import Any

from localstack.aws.api import RequestContext, handler
from localstack.aws.api.firehose import (
    ConcurrentModificationException,
    InvalidArgumentException,
    InvalidSourceException,
    LimitExceededException,
    ResourceInUseException,
    ResourceNotFoundException,
    ServiceUnavailableException,
)
from localstack.http import Request as HttpRequest
from localstack.http import Response
from localstack.services.edge import ROUTER
from localstack.services.plugins import ServiceLifecycleHook
from localstack.state import StateVisitor
from localstack.utils.aws.arns import firehose_stream_arn
from localstack.utils.aws.client_types import ServicePrincipal

from offline_aws import kept
from offline_aws.constraints import check_request
from offline_aws.firehose import configuration, encryption, http_configuration
from offline_aws.firehose.description import DESTINATION_ID, completed, describe
from offline_aws.firehose.destination import decompresses
from offline_aws.firehose.kinesis_source import Source
from offline_aws.firehose.models import Configuration, DeliveryStream, FirehoseStore, Record, firehose_stores
from offline_aws.firehose.pipelines import Pipelines
from offline_aws.firehose.record_ids import next_id
from offline_aws.firehose.stage import StageClosedError
from offline_aws.firehose.updates import updated

Request = dict[str, Any]

LARGEST_BATCH_BYTES = 4 * 1024 * 1024
STATUS_PATH = "/_offline_aws/firehose"
TAG_LIMIT = 50
_HTTP_DESTINATION = "HttpEndpointDestinationConfiguration"
_DESTINATIONS = ("S3DestinationConfiguration", "ExtendedS3DestinationConfiguration", _HTTP_DESTINATION)
_ENCRYPTION = "DeliveryStreamEncryptionConfigurationInput"
_KINESIS_SOURCE = "KinesisStreamSourceConfiguration"
_DIRECT_PUT = "DirectPutSourceConfiguration"
_SOURCES = (_KINESIS_SOURCE, _DIRECT_PUT)
_CREATE_MEMBERS = {"DeliveryStreamName", "DeliveryStreamType", "Tags", _ENCRYPTION, *_SOURCES, *_DESTINATIONS}
_HTTP_UPDATE = "HttpEndpointDestinationUpdate"
_UPDATES = ("S3DestinationUpdate", "ExtendedS3DestinationUpdate", _HTTP_UPDATE)
_UPDATE_MEMBERS = {"DeliveryStreamName", "CurrentDeliveryStreamVersionId", "DestinationId", *_UPDATES}


class FirehoseProvider(ServiceLifecycleHook):
    """The handlers of Firehose's operations, in the order create, describe, update, delete, tags, put."""

    service = "firehose"

    def __init__(self) -> None:
        self._pipelines = Pipelines()
        self._changing = RLock()

    def accept_state_visitor(self, visitor: StateVisitor) -> None:
        visitor.visit(firehose_stores)

    def on_before_start(self) -> None:
        """Show the status, and go on with the streams that an earlier process has kept."""
        ROUTER.add(STATUS_PATH, self._status)
        for _, _, store in firehose_stores.iter_stores():
            for stream in store.streams.values():
                self._pipelines.of(stream)

    def on_before_stop(self) -> None:
        self.flush()

    def flush(self) -> None:
        """Close every stream and deliver what it holds."""
        self._pipelines.flush()

    def _status(self, request: HttpRequest) -> Response:
        return Response.for_json(self._pipelines.counts())

    @handler("CreateDeliveryStream", expand=False)
    def create_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, http_configuration.as_checked(request))
        _refuse(request, _CREATE_MEMBERS)
        name = request["DeliveryStreamName"]
        source = _source(request)
        kind, given = _only_destination(request, _DESTINATIONS)
        create = http_configuration.create if kind == _HTTP_DESTINATION else configuration.create_extended
        destination = create(given)
        with self._changing:
            streams = _store(context).streams
            if name in streams:
                raise ResourceInUseException(f"Firehose {name} under accountId {context.account_id} already exists")
            streams[name] = stream = DeliveryStream(
                name=name,
                arn=firehose_stream_arn(name, context.account_id, context.region),
                region=context.region,
                created=datetime.now(UTC),
                configuration=destination,
                source=source,
                throughput_hint=request.get(_DIRECT_PUT),
                tags=_tags(request.get("Tags", [])),
                encryption=_encryption(context, request) if _ENCRYPTION in request else encryption.DISABLED,
            )
            self._pipelines.of(stream)  # which delivers what an earlier process left under this name
            return {"DeliveryStreamARN": stream.arn}

    @handler("DescribeDeliveryStream", expand=False)
    def describe_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        started = time.monotonic()
        check_request(context.operation.input_shape, request)
        stream = _stream(context, request)
        description = describe(stream, request.get("ExclusiveStartDestinationId", ""))
        self._pipelines.called(stream, "DescribeDeliveryStream", time.monotonic() - started)
        return {"DeliveryStreamDescription": description}

    @handler("ListDeliveryStreams", expand=False)
    def list_delivery_streams(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        after = request.get("ExclusiveStartDeliveryStreamName", "")
        kind = request.get("DeliveryStreamType")
        streams = list(_store(context).streams.values())
        names = sorted(each.name for each in streams if each.name > after and kind in (None, each.kind))
        limit = request.get("Limit", 10)
        return {"DeliveryStreamNames": names[:limit], "HasMoreDeliveryStreams": len(names) > limit}

    @handler("UpdateDestination", expand=False)
    def update_destination(self, context: RequestContext, request: Request) -> Request:
        started = time.monotonic()
        check_request(context.operation.input_shape, http_configuration.as_checked(request))
        _refuse(request, _UPDATE_MEMBERS)
        with self._changing:
            stream = _stream(context, request)
            _check_version(stream, request["CurrentDeliveryStreamVersionId"])
            if request["DestinationId"] != DESTINATION_ID:
                raise InvalidArgumentException(f"Destination Id {request['DestinationId']} not found")
            kind, given = _only_destination(request, _UPDATES)
            changed = updated(stream.configuration, given, to_http=kind == _HTTP_UPDATE)
            if completed(changed) != completed(stream.configuration):
                stream.configuration = changed
                stream.version += 1
                stream.updated = datetime.now(UTC)
                self._pipelines.configure(stream)
        self._pipelines.called(stream, "UpdateDeliveryStream", time.monotonic() - started)
        return {}

    @handler("DeleteDeliveryStream", expand=False)
    def delete_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        with self._changing:
            stream = _stream(context, request)
            if stream.status == "DELETING":
                raise ResourceInUseException(f"Firehose {stream.name} is being deleted")
            stream.status = "DELETING"
        self._pipelines.delete(stream)
        with self._changing:
            del _store(context).streams[stream.name]
        kept.write_all()
        return {}

    @handler("TagDeliveryStream", expand=False)
    def tag_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream = _stream(context, request)
        tags = stream.tags | _tags(request["Tags"])
        if len(tags) > TAG_LIMIT:
            raise LimitExceededException(f"A Firehose has at most {TAG_LIMIT} tags")
        stream.tags = tags
        return {}

    @handler("UntagDeliveryStream", expand=False)
    def untag_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream = _stream(context, request)
        stream.tags = {key: value for key, value in stream.tags.items() if key not in request["TagKeys"]}
        return {}

    @handler("ListTagsForDeliveryStream", expand=False)
    def list_tags_for_delivery_stream(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        tags = _stream(context, request).tags
        keys = sorted(key for key in tags if key > request.get("ExclusiveStartTagKey", ""))
        limit = request.get("Limit", TAG_LIMIT)
        page = [{"Key": key, "Value": tags[key]} for key in keys[:limit]]
        return {"Tags": page, "HasMoreTags": len(keys) > limit}

    @handler("StartDeliveryStreamEncryption", expand=False)
    def start_delivery_stream_encryption(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        _direct_put(context, request).encryption = _encryption(context, request)
        return {}

    @handler("StopDeliveryStreamEncryption", expand=False)
    def stop_delivery_stream_encryption(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        _direct_put(context, request).encryption = encryption.DISABLED
        return {}

    @handler("PutRecord", expand=False)
    def put_record(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream = _putting(context, request)
        (record_id,) = self._accept("PutRecord", stream, [request["Record"]["Data"]])
        return {"Encrypted": stream.encrypted, "RecordId": record_id}

    @handler("PutRecordBatch", expand=False)
    def put_record_batch(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream = _putting(context, request)
        data = [record["Data"] for record in request["Records"]]
        if sum(map(len, data)) > LARGEST_BATCH_BYTES:
            raise InvalidArgumentException("Records size exceeds 4 MB limit")
        ids = self._accept("PutRecordBatch", stream, data)
        responses = [{"RecordId": record_id} for record_id in ids]
        return {"FailedPutCount": 0, "Encrypted": stream.encrypted, "RequestResponses": responses}

    def _accept(self, operation: str, stream: DeliveryStream, data: Sequence[bytes]) -> list[str]:
        """Put records into the stream's first buffer and return their ids: after this they are Firehose's."""
        arrived = time.time()
        records = [Record(next_id(), int(arrived * 1000), item) for item in data]
        try:
            pipeline = self._pipelines.of(stream)
            pipeline.accept(records)
        except StageClosedError as error:
            raise _unavailable("The Firehose is being closed. Slow down.") from error
        except OSError as error:
            raise _unavailable(f"The records could not be kept: {error}") from error
        pipeline.metrics.put(operation, data, time.time() - arrived)
        return [record.id for record in records]


def _unavailable(message: str) -> ServiceUnavailableException:
    """With status 500, by which clients repeat the request; LocalStack would answer 400.

    https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html#API_PutRecord_Errors
    """
    error = ServiceUnavailableException(message)
    error.status_code = 500
    return error


def _store(context: RequestContext) -> FirehoseStore:
    return firehose_stores[context.account_id][context.region]


def _stream(context: RequestContext, request: Request) -> DeliveryStream:
    name = request["DeliveryStreamName"]
    try:
        return _store(context).streams[name]
    except KeyError:
        raise _not_found(context, name) from None


def _direct_put(context: RequestContext, request: Request) -> DeliveryStream:
    """The stream, which takes records by puts and has its own encryption: not one that reads a source."""
    stream = _stream(context, request)
    if stream.status != "ACTIVE":
        raise _not_found(context, stream.name)
    if stream.source:
        raise InvalidArgumentException(f"This operation is not permitted on {stream.kind} delivery stream type.")
    return stream


def _putting(context: RequestContext, request: Request) -> DeliveryStream:
    """The stream that takes the caller's records: one with Decompression takes those of CloudWatch Logs only."""
    stream = _direct_put(context, request)
    if decompresses(stream.configuration):
        sender = context.internal_request_params or {}
        if sender.get("service_principal") != ServicePrincipal.logs:
            raise InvalidSourceException(
                "Only requests from CloudWatch Logs are supported when CloudWatch Logs decompression is enabled."
            )
    return stream


def _not_found(context: RequestContext, name: str) -> ResourceNotFoundException:
    return ResourceNotFoundException(f"Firehose {name} under account {context.account_id} not found.")


def _check_version(stream: DeliveryStream, given: str) -> None:
    if str(stream.version) != given:
        raise ConcurrentModificationException(
            f"Cannot update firehose: {stream.name} since the current version id: {stream.version} "
            f"and specified version id: {given} do not match"
        )


def _refuse(request: Request, emulated: set[str]) -> None:
    if unknown := sorted(request.keys() - emulated):
        raise InvalidArgumentException(f"{', '.join(unknown)}: not emulated")


def _source(request: Request) -> Configuration | None:
    """The stream's source, which must be there, and given if its type says so and only then."""
    kind = request.get("DeliveryStreamType", "DirectPut")
    if kind not in ("DirectPut", "KinesisStreamAsSource"):
        raise InvalidArgumentException(f"DeliveryStreamType {kind} is not emulated")
    source: Configuration | None = request.get(_KINESIS_SOURCE)
    if source is None and kind == "KinesisStreamAsSource":
        raise InvalidArgumentException("KinesisSourceStreamConfig is mandatory for KinesisStreamAsSource stream type.")
    if source and kind == "DirectPut":
        raise InvalidArgumentException(f"{_KINESIS_SOURCE} goes with DeliveryStreamType KinesisStreamAsSource")
    if source and _DIRECT_PUT in request:
        raise InvalidArgumentException(f"{_DIRECT_PUT} goes with DeliveryStreamType DirectPut")
    if source and _ENCRYPTION in request:
        raise InvalidArgumentException(
            "Server side encryption from firehose is only allowed for direct put delivery streams "
            "and database as a source delivery streams"
        )
    if source:
        Source(source, datetime.now(UTC)).check()
    return source


def _encryption(context: RequestContext, request: Request) -> Configuration:
    return encryption.enabled(request.get(_ENCRYPTION), context.region)


def _only_destination(request: Request, names: Sequence[str]) -> tuple[str, Configuration]:
    given = [(name, request[name]) for name in names if name in request]
    if len(given) != 1:
        raise InvalidArgumentException("Exactly one destination configuration is supported for a Firehose")
    return given[0]


def _tags(given: list[dict[str, str]]) -> dict[str, str]:
    return {tag["Key"]: tag.get("Value", "") for tag in given}
