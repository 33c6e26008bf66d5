"""Every setting of the pipeline, as one table; nothing else in `pipeline/` reads the environment.

Endpoint, credentials and profile are not here: boto3 takes them from `AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID`,
`AWS_PROFILE`, ... by itself.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple, Self, cast

_PREFIX = "CLICKSTREAM_"


class SettingError(ValueError):
    """An environment variable holds a value that its setting can't take."""


class Row(NamedTuple):
    """One row of the table of settings, as the documentation prints it."""

    name: str
    variable: str
    default: str | int
    help: str


def _setting(default: Any, help: str) -> Any:
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Names and sizes of what is deployed; each field is set by `CLICKSTREAM_<FIELD>`."""

    region: str = _setting("us-east-1", "AWS region of every resource")
    api_name: str = _setting("clickstream-ingest-poc", "REST API that takes the clicks")
    stage: str = _setting("poc", "stage of the REST API")
    resource_path: str = _setting("poc", "path below the stage that takes a POST, without its slash")
    function_name: str = _setting("transform-data", "Lambda function that checks and delimits the clicks")
    function_timeout: int = _setting(10, "seconds after which the function is stopped")
    function_memory: int = _setting(128, "memory of the function, MB")
    stream_name: str = _setting("clickstream", "Firehose stream")
    buffer_seconds: int = _setting(5, "Firehose writes an object after this many seconds (0-900) ...")
    buffer_mib: int = _setting(5, "... or after this many MiB (1-128), whichever comes first")
    bucket: str = _setting("clickstream-data", "S3 bucket that the clicks are delivered to")
    results_bucket: str = _setting("clickstream-athena-results", "S3 bucket of Athena's query results")
    api_role: str = _setting("APIGateway-Firehose", "IAM role by which the API puts records")
    api_policy: str = _setting("API-Firehose", "IAM policy of the API's role")
    firehose_role: str = _setting("Firehose-S3", "IAM role by which Firehose transforms and delivers")
    function_role: str = _setting("Transform-Data-Lambda", "IAM role of the Lambda function")
    database: str = _setting("default", "Glue database of the table")
    table: str = _setting("my_ingested_data", "Athena table over the delivered clicks")
    workgroup: str = _setting("primary", "Athena workgroup of every query")
    dashboard: str = _setting("clickstream", "QuickSight dashboard, and the data source and data sets that it reads")
    dashboard_user: str = _setting("clickstream-owner", "QuickSight user who owns the dashboard, made when missing")
    dashboard_email: str = _setting("owner@example.com", "e-mail address of that user")
    invoke_url: str = _setting(
        "https://{api_id}.execute-api.{region}.amazonaws.com/{stage}",
        "where a stage answers; {api_id}, {region} and {stage} are filled in",
    )

    @classmethod
    def load(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """The defaults, overridden by what the environment sets; an empty variable counts as unset.

        Raises SettingError for a value that is no whole number where one is due, and for a template that
        can't be filled in.
        """
        values: dict[str, Any] = {
            row.name: _value_of(row, environ[row.variable]) for row in cls.rows() if environ.get(row.variable)
        }
        settings = cls(**values)
        settings.api_url("id")  # a template that can't be filled in is told now, not after a deploy
        return settings

    @classmethod
    def rows(cls) -> Iterator[Row]:
        """The table of settings, in the order in which they are declared."""
        for each in fields(cls):
            default = cast(str | int, each.default)  # each field has one
            yield Row(each.name, _PREFIX + each.name.upper(), default, each.metadata["help"])

    def api_url(self, api_id: str) -> str:
        """The URL that takes clicks by POST."""
        try:
            stage_url = self.invoke_url.format(api_id=api_id, region=self.region, stage=self.stage)
        except (KeyError, IndexError, ValueError) as error:
            raise SettingError(
                f"{_PREFIX}INVOKE_URL={self.invoke_url!r} takes {{api_id}}, {{region}} and {{stage}} only"
            ) from error
        return f"{stage_url}/{self.resource_path}"


def _value_of(row: Row, text: str) -> str | int:
    if isinstance(row.default, str):
        return text
    try:
        return int(text)
    except ValueError:
        raise SettingError(f"{row.variable}={text!r} is not a whole number") from None
