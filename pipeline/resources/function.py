"""Lambda: the function that transforms clicks between Firehose and S3.

https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
"""

import base64
import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import boto3

from pipeline.resources import Resource, arns, waiting
from pipeline.settings import Settings

SOURCE = Path(__file__).parent.parent / "transform"
HANDLER = "transform_data.lambda_handler"
RUNTIME = "python3.13"
# The same source gives the same archive, and so the same CodeSha256.
_ARCHIVE_TIME = (2000, 1, 1, 0, 0, 0)
# A function is ready within seconds: five looks a second (the stubs know whole ones), for at most two minutes.
_OFTEN: Any = {"Delay": 0.2, "MaxAttempts": 600}


def create(settings: Settings) -> None:
    """Make the function, or bring its code and its configuration up to date."""
    client = boto3.client("lambda", region_name=settings.region)
    archive = package(SOURCE)
    current = _configuration(client, settings.function_name)
    if current is None:
        waiting.once_role_is_usable(
            lambda: client.create_function(
                FunctionName=settings.function_name, Code={"ZipFile": archive}, **_wanted(settings)
            )
        )
        client.get_waiter("function_active_v2").wait(FunctionName=settings.function_name, WaiterConfig=_OFTEN)
        return
    if current["CodeSha256"] != base64.b64encode(hashlib.sha256(archive).digest()).decode():
        client.update_function_code(FunctionName=settings.function_name, ZipFile=archive)
        _await_update(client, settings)
    wanted = _wanted(settings)
    if {name: current.get(name) for name in wanted} != wanted:
        client.update_function_configuration(FunctionName=settings.function_name, **wanted)
        _await_update(client, settings)


def describe(settings: Settings) -> list[Resource]:
    client = boto3.client("lambda", region_name=settings.region)
    current = _configuration(client, settings.function_name)
    if current is None:
        return []
    return [
        Resource(
            "Lambda function",
            settings.function_name,
            f"{current['Runtime']}, {current['MemorySize']} MB, {current['Timeout']} s",
        )
    ]


def delete(settings: Settings) -> list[Resource]:
    """Delete the function and the log group that Lambda made for it."""
    found = describe(settings)
    if found:
        boto3.client("lambda", region_name=settings.region).delete_function(FunctionName=settings.function_name)
    logs = boto3.client("logs", region_name=settings.region)
    group = f"/aws/lambda/{settings.function_name}"
    try:
        logs.delete_log_group(logGroupName=group)
    except logs.exceptions.ResourceNotFoundException:
        return found
    return [*found, Resource("CloudWatch log group", group)]


def package(source: Path) -> bytes:
    """The deployment archive: every Python file of the folder ``source``, at its root."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(source.rglob("*.py")):
            entry = zipfile.ZipInfo(str(path.relative_to(source)), _ARCHIVE_TIME)
            # Lambda runs as another user than the one that packed.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _wanted(settings: Settings) -> dict[str, Any]:
    return {
        "Role": arns.role(settings.function_role),
        "Runtime": RUNTIME,
        "Handler": HANDLER,
        "Timeout": settings.function_timeout,
        "MemorySize": settings.function_memory,
    }


def _configuration(client: Any, name: str) -> dict[str, Any] | None:
    try:
        configuration: dict[str, Any] = client.get_function_configuration(FunctionName=name)
    except client.exceptions.ResourceNotFoundException:
        return None
    return configuration


def _await_update(client: Any, settings: Settings) -> None:
    client.get_waiter("function_updated_v2").wait(FunctionName=settings.function_name, WaiterConfig=_OFTEN)
