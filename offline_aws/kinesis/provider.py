"""Amazon Kinesis Data Streams: moto's back end, with the reading and writing of records as AWS does it.

LocalStack's own provider runs a server that it downloads when it is first used.
https://docs.aws.amazon.com/kinesis/latest/APIReference/Welcome.html
"""

import base64
import json
import time
from datetime import UTC, datetime
from typing import Any

from localstack.aws.api import RequestContext, handler
from localstack.aws.api.kinesis import (
    ExpiredIteratorException,
    InvalidArgumentException,
    ResourceNotFoundException,
)
from localstack.aws.skeleton import DispatchTable, create_dispatch_table
from localstack.aws.spec import load_service
from localstack.services.kinesis.provider import KinesisProvider as StockProvider
from localstack.services.moto import call_moto
from moto.kinesis.models import kinesis_backends

from offline_aws.constraints import check_request, validation_error
from offline_aws.kinesis import streams
from offline_aws.kinesis.streams import Put, Shard, Stream

Request = dict[str, Any]

LARGEST_RECORD_BYTES = 1024 * 1024
LARGEST_PUT_BYTES = 5 * 1024 * 1024
ITERATOR_SECONDS = 300
STREAMS_PAGE = 100


class KinesisProvider:
    """Moto answers what has no handler here."""

    service = "kinesis"

    def dispatch_table(self) -> DispatchTable:
        streams.use()
        by_moto = dict.fromkeys(load_service(self.service).operation_names, self.handle)
        # An event stream is what moto has not, and needs no server of LocalStack's.
        subscription = create_dispatch_table(StockProvider())["SubscribeToShard"]
        return {**by_moto, "SubscribeToShard": subscription, **create_dispatch_table(self)}

    def handle(self, context: RequestContext, request: Request) -> Any:
        check_request(context.operation.input_shape, request)
        return call_moto(context)

    @handler("PutRecord", expand=False)
    def put_record(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        _check_size([request], "data")
        stream = _stream(context, request)
        with stream.metrics.call("PutRecord"):
            (answer,) = _put(stream, [request])
        stream.metrics.put_record(request["Data"])
        return answer

    @handler("PutRecords", expand=False)
    def put_records(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream, records = _stream(context, request), request["Records"]
        _check_size(records, "records.{}.member.data")
        with stream.metrics.call("PutRecords"):
            if sum(len(record["Data"]) + len(record["PartitionKey"]) for record in records) > LARGEST_PUT_BYTES:
                raise InvalidArgumentException("Records size exceeds 5 MB limit")
            answers = _put(stream, records)
        stream.metrics.put_records([record["Data"] for record in records])
        return {"FailedRecordCount": 0, "Records": answers}

    @handler("ListStreams", expand=False)
    def list_streams(self, context: RequestContext, request: Request) -> Request:
        """A page of names, with a summary of each."""
        check_request(context.operation.input_shape, request)
        after = request.get("NextToken") or request.get("ExclusiveStartStreamName", "")
        streams = dict(kinesis_backends[context.account_id][context.region].streams)
        names = sorted(name for name in streams if name > after)
        page = names[: request.get("Limit", STREAMS_PAGE)]
        summaries = [_summary(streams[name]) for name in page]
        answer = {"StreamNames": page, "StreamSummaries": summaries, "HasMoreStreams": len(names) > len(page)}
        return answer | ({"NextToken": page[-1]} if len(names) > len(page) else {})

    @handler("TagResource", expand=False)
    def tag_resource(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        _tagged(context, request).tags.update(request["Tags"])
        return {}

    @handler("UntagResource", expand=False)
    def untag_resource(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        tags = _tagged(context, request).tags
        for key in request["TagKeys"]:
            tags.pop(key, None)
        return {}

    @handler("ListTagsForResource", expand=False)
    def list_tags_for_resource(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        tags = _tagged(context, request).tags
        return {"Tags": [{"Key": key, "Value": tags[key]} for key in sorted(tags)]}

    @handler("DeleteStream", expand=False)
    def delete_stream(self, context: RequestContext, request: Request) -> Any:
        check_request(context.operation.input_shape, request)
        stream = _stream(context, request)
        answer = call_moto(context)
        stream.journal.remove()
        stream.metrics.publish()
        return answer

    @handler("GetShardIterator", expand=False)
    def get_shard_iterator(self, context: RequestContext, request: Request) -> Request:
        check_request(context.operation.input_shape, request)
        stream = _stream(context, request)
        shard = _shard(stream, request["ShardId"])
        return {"ShardIterator": _iterator(stream, shard, _place(shard, request))}

    @handler("GetRecords", expand=False)
    def get_records(self, context: RequestContext, request: Request) -> Request:
        """A page of records; without a next iterator, but with the child shards, at the end of a closed shard."""
        check_request(context.operation.input_shape, request)
        place = _parsed_iterator(request["ShardIterator"])
        stream = _stream(context, {"StreamName": place["stream"]})
        with stream.metrics.call("GetRecords"):
            shard = _shard(stream, place["shard"])
            found, last, behind = shard.get_records(place["after"], request.get("Limit"))
        records = [_shown(record) for record in found]
        stream.metrics.got_records([record["Data"] for record in records], behind)
        answer: Request = {"Records": records, "MillisBehindLatest": behind}
        if shard.is_read(last):
            return answer | {"ChildShards": stream.children(shard)}
        return answer | {"NextShardIterator": _iterator(stream, shard, last)}


def _stream(context: RequestContext, request: Request) -> Stream:
    """The stream that a request names or gives the ARN of. Raises ResourceNotFoundException."""
    arn = request.get("StreamARN", "")
    if not arn and not request.get("StreamName"):
        raise InvalidArgumentException("Either StreamName or StreamARN should be provided.")
    account, region = (arn.split(":")[4], arn.split(":")[3]) if arn else (context.account_id, context.region)
    name = request.get("StreamName") or arn.rpartition("/")[2]
    try:
        found: Stream = kinesis_backends[account][region].streams[name]
    except KeyError:
        raise ResourceNotFoundException(f"Stream {name} under account {account} not found.") from None
    return found


def _tagged(context: RequestContext, request: Request) -> Stream:
    """The stream of a ResourceARN; the tags of consumers are not emulated."""
    arn = request["ResourceARN"]
    if "/consumer/" in arn:
        raise InvalidArgumentException(f"{arn}: tags of consumers are not emulated")
    return _stream(context, {"StreamARN": arn})


def _summary(stream: Stream) -> Request:
    members = ("StreamName", "StreamARN", "StreamStatus", "StreamModeDetails")
    shown = stream.to_json_summary()["StreamDescriptionSummary"]
    created = {"StreamCreationTimestamp": datetime.fromisoformat(stream.creation_datetime)}
    return {name: shown[name] for name in members} | created


def _shard(stream: Stream, shard_id: str) -> Shard:
    if shard_id not in stream.shards:
        raise ResourceNotFoundException(
            f"Shard {shard_id} in stream {stream.stream_name} under account {stream.account_id} does not exist"
        )
    found: Shard = stream.shards[shard_id]
    return found


def _check_size(records: list[Request], path: str) -> None:
    for number, record in enumerate(records, 1):
        if len(record["Data"]) > LARGEST_RECORD_BYTES:
            constraint = f"Member must have length less than or equal to {LARGEST_RECORD_BYTES}"
            raise validation_error([f"Value at '{path.format(number)}' failed to satisfy constraint: {constraint}"])


def _put(stream: Stream, records: list[Request]) -> list[Request]:
    puts = [Put(record["PartitionKey"], record["Data"], record.get("ExplicitHashKey")) for record in records]
    return [{"ShardId": origin.shard_id, "SequenceNumber": origin.sequence_number} for origin in stream.put(puts)]


def _place(shard: Shard, request: Request) -> int:
    """The sequence number after which an iterator of the given type begins."""
    kind, number = request["ShardIteratorType"], request.get("StartingSequenceNumber")
    match kind:
        case "TRIM_HORIZON":
            return shard.first_number
        case "LATEST":
            return shard.get_max_sequence_number()
        case "AT_TIMESTAMP" if "Timestamp" in request:
            return shard.get_sequence_number_at(request["Timestamp"].timestamp())
        case "AT_SEQUENCE_NUMBER" if number:
            return int(number) - 1
        case "AFTER_SEQUENCE_NUMBER" if number:
            return int(number)
    missing = "Timestamp" if kind == "AT_TIMESTAMP" else "StartingSequenceNumber"
    raise InvalidArgumentException(f"Must specify {missing} for ShardIteratorType {kind}.")


def _iterator(stream: Stream, shard: Shard, after: int) -> str:
    place = {"stream": stream.stream_name, "shard": shard.shard_id, "after": str(after), "made": time.time()}
    return base64.b64encode(json.dumps(place).encode()).decode()


def _parsed_iterator(iterator: str) -> Request:
    try:
        place: Request = json.loads(base64.b64decode(iterator, validate=True))
        age = time.time() - place["made"]
    except (ValueError, KeyError, TypeError):
        raise InvalidArgumentException("Invalid ShardIterator.") from None
    if age > ITERATOR_SECONDS:
        raise ExpiredIteratorException(
            f"Iterator expired. The iterator was created {age:.0f} seconds ago, more than {ITERATOR_SECONDS}."
        )
    return place


def _shown(record: Any) -> Request:
    return {
        "SequenceNumber": str(record.sequence_number),
        "ApproximateArrivalTimestamp": datetime.fromtimestamp(record.created_at, UTC),
        "Data": base64.b64decode(record.data),
        "PartitionKey": record.partition_key,
    }
