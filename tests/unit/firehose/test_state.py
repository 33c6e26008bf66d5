from datetime import UTC, datetime
from pathlib import Path

from offline_aws.firehose.models import DeliveryStream, firehose_stores
from offline_aws.firehose.state import FIREHOSE
from offline_aws.kept import Keeper

ACCOUNT, REGION = "111111111111", "eu-west-1"


def test_a_stream_comes_back_as_it_was_and_knows_that_it_did(tmp_path: Path) -> None:
    streams = firehose_stores[ACCOUNT][REGION].streams
    stream = DeliveryStream("s", f"arn:{REGION}:s", REGION, datetime(2026, 1, 1, tzinfo=UTC), {"Prefix": "a/"})
    stream.version, stream.tags, stream.encryption = 3, {"a": "b"}, {"Status": "ENABLED"}
    streams["s"] = stream
    Keeper(tmp_path, FIREHOSE).write()
    streams.clear()
    Keeper(tmp_path, FIREHOSE)
    stream.restored = True
    assert streams == {"s": stream}
