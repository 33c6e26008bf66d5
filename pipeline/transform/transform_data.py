"""The function that Firehose calls before it delivers: one click in, one line of JSON out.

A line that the table's SerDe can't read fails every query over the table, not only its own row. So a record
that would be such a line is marked `ProcessingFailed`, and Firehose keeps its original bytes under the error
prefix. A good record's text is delivered as it came, ended by a newline.

https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html
"""

import base64
import json
import re
from typing import Any

_WHOLE_NUMBER = re.compile(r"[+-]?\d{1,10}", re.ASCII)
_INT = range(-(2**31), 2**31)


def lambda_handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer Firehose's `{"records": [{"recordId", "data"}]}` with a result for each record, in order."""
    return {"records": [_transform(record) for record in event["records"]]}


def _transform(record: dict[str, Any]) -> dict[str, str]:
    record_id, data = record["recordId"], record["data"]
    try:
        line = line_of(base64.b64decode(data))
    except (ValueError, RecursionError) as error:
        print(f"{record_id}: {error}")
        return {"recordId": record_id, "result": "ProcessingFailed", "data": data}
    return {"recordId": record_id, "result": "Ok", "data": base64.b64encode(line).decode("ascii")}


def line_of(data: bytes) -> bytes:
    """The click's text as one line, otherwise unchanged.

    Raises ValueError when the table could not read it, RecursionError when it is nested beyond reason.
    """
    text = data.decode("utf-8").strip(" \t\r\n")
    click = json.loads(text, object_pairs_hook=_distinct, parse_constant=_refuse_constant)
    if not isinstance(click, dict):
        raise ValueError("not a JSON object")
    _check_time_spent(click.get("time_spent"))
    # JSON allows a line break only between tokens, where a space means the same.
    return text.replace("\r", " ").replace("\n", " ").encode() + b"\n"


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object with its keys in lower case, as the SerDe reads them; it refuses a key that comes twice."""
    members = {key.lower(): value for key, value in pairs}
    if len(members) < len(pairs):
        raise ValueError("a key comes twice, letter case aside")
    return members


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _check_time_spent(value: Any) -> None:
    """The column is an INT: a whole number of 32 bits, as a number or as text, or nothing."""
    if value is None:
        return
    is_whole = type(value) is int or (isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value))
    if not is_whole or int(value) not in _INT:
        raise ValueError("time_spent is not a 32-bit whole number")
