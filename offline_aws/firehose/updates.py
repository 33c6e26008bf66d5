"""What ``UpdateDestination`` makes of a stream's configuration.

A destination of the same type is merged with what it was; one of another type takes its place and has to be complete.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_UpdateDestination.html
"""

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import configuration, http_configuration
from offline_aws.firehose.models import Configuration

_AS_CREATED = {"S3Update": "S3Configuration", "S3BackupUpdate": "S3BackupConfiguration"}
_REQUIRED_OF_HTTP = ("EndpointConfiguration", "S3Configuration")
_REQUIRED_OF_S3 = ("RoleARN", "BucketARN")


def updated(description: Configuration, given: Configuration, to_http: bool) -> Configuration:
    """The configuration after an update to an HTTP endpoint or to S3. Raises InvalidArgumentException."""
    if to_http == http_configuration.is_http(description):
        return (http_configuration.update if to_http else configuration.update)(description, given)
    complete = {_AS_CREATED.get(name, name): value for name, value in given.items()}
    _require(complete, _REQUIRED_OF_HTTP if to_http else _REQUIRED_OF_S3)
    if to_http:
        _require(complete["S3Configuration"], _REQUIRED_OF_S3)
    changed = (http_configuration.create if to_http else configuration.create_extended)(complete)
    if _backs_up(description) and not _backs_up(changed):
        raise InvalidArgumentException("The backup of all data can't be disabled")
    if configuration.is_partitioned(description) != configuration.is_partitioned(changed):
        raise InvalidArgumentException("Dynamic Partitioning can be enabled only when a Firehose is created")
    return changed


def _require(given: Configuration, names: tuple[str, ...]) -> None:
    if missing := [name for name in names if name not in given]:
        raise InvalidArgumentException(f"{', '.join(missing)}: required when the type of the destination changes")


def _backs_up(description: Configuration) -> bool:
    return description["S3BackupMode"] in ("Enabled", "AllData")
