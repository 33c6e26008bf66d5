"""https://docs.aws.amazon.com/athena/latest/ug/avro-serde.html"""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import fastavro
import pytest

from offline_aws.athena.sql import avro_container
from offline_aws.athena.sql.storage import AVRO

from .conftest import Athena
from .test_formats import stored_by


def record(**fields: Any) -> dict[str, Any]:
    return {"type": "record", "name": "click", "fields": [{"name": n, "type": kind} for n, kind in fields.items()]}


def avro(schema: Mapping[str, Any], *records: Mapping[str, Any], codec: str = "null") -> bytes:
    """A file as another writer makes it."""
    file = io.BytesIO()
    fastavro.writer(file, dict(schema), records, codec=codec)
    return file.getvalue()


def table(athena: Athena, columns: str, schema: Mapping[str, Any] | None = None) -> None:
    athena.table("t", columns, serde={"avro.schema.literal": json.dumps(schema)} if schema else {})
    stored_by(athena, AVRO)


def test_columns_are_the_fields_of_their_names(athena: Athena) -> None:
    table(athena, "b bigint; a string; missing int; n float; ok boolean")
    schema = record(a="string", b="int", n="float", ok=["null", "boolean"], other="int")
    athena.objects.put("s3://data/t/1.avro", avro(schema, {"a": "x", "b": 1, "n": 1.5, "ok": None, "other": 2}))
    assert athena.row("SELECT * FROM t") == ["1", "x", None, "1.5", None]


def test_nested_and_logical_types_are_read(athena: Athena) -> None:
    table(athena, "l array<int>; m map<string,double>; s struct<x:int>; d date; at timestamp; n decimal(5,2); r binary")
    schema = record(
        l={"type": "array", "items": ["null", "int"]},
        m={"type": "map", "values": "double"},
        s=record(x="int") | {"name": "inner"},
        d={"type": "int", "logicalType": "date"},
        at={"type": "long", "logicalType": "timestamp-millis"},
        n={"type": "bytes", "logicalType": "decimal", "precision": 5, "scale": 2},
        r="bytes",
    )
    at = datetime(2026, 11, 23, 13, 30, 11, 123_000, UTC)
    values = {
        "l": [1, None],
        "m": {"Tea": 1.5},
        "s": {"x": 1},
        "d": at.date(),
        "at": at,
        "n": Decimal("12.34"),
        "r": b"tea",
    }
    athena.objects.put("s3://data/t/1", avro(schema, values))
    assert athena.row("SELECT * FROM t") == [
        "[1, null]", "{Tea=1.5}", "{x=1}", "2026-11-23", "2026-11-23 13:30:11.123", "12.34", "74 65 61",
    ]  # fmt: skip


LITERAL = record(id="int", name="string")
LITERAL["fields"][1] |= {"aliases": ["other"], "default": "?"}
LITERAL["fields"].append({"name": "added", "type": ["null", "int"], "default": None})


def test_objects_of_an_earlier_schema_are_read_by_the_tables(athena: Athena) -> None:
    table(athena, "id int; name string; added int", LITERAL)
    athena.objects.put("s3://data/t/1", avro(record(id="int", name="string"), {"id": 1, "name": "tea"}))
    athena.objects.put("s3://data/t/2", avro(record(id="int", other="string"), {"id": 2, "other": "no"}))
    athena.objects.put("s3://data/t/3", avro(LITERAL, {"id": 3, "name": "pie", "added": 4}))
    assert athena.rows("SELECT * FROM t ORDER BY id") == [["1", "tea", None], ["2", "?", None], ["3", "pie", "4"]]


@pytest.mark.parametrize("codec", ["null", "deflate", "bzip2", "snappy", "zstandard"])
def test_every_codec_is_written_and_read(codec: str) -> None:
    schema, file = record(id="string"), io.BytesIO()
    records = [{"id": str(number) * 500} for number in range(100)]
    avro_container.write(file, schema, records, codec, 3)
    file.seek(0)
    blocks = list(avro_container.read_blocks(file, schema))
    assert (len(blocks) > 1, [row for block in blocks for row in block]) == (True, records)


@pytest.mark.parametrize("codec", ["null", "deflate", "bzip2"])
def test_others_read_what_is_written(codec: str) -> None:
    file = io.BytesIO()
    avro_container.write(file, record(id="int"), [{"id": 1}], codec, 3)
    file.seek(0)
    assert list(fastavro.reader(file)) == [{"id": 1}]


FAILURES: Sequence[tuple[bytes, str]] = [
    (b"no avro", "HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://data/t/1: Not a data file."),
    (avro(record(a="int"), {"a": 1})[:-1], "HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://data/t/1: Invalid sync!"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "reason"), FAILURES)
def test_what_is_no_avro_fails_the_query(athena: Athena, body: bytes, reason: str) -> None:
    table(athena, "a int")
    athena.objects.put("s3://data/t/1", body)
    assert athena.failure("SELECT a FROM t") == reason


def test_a_field_of_another_type_fails_the_query(athena: Athena) -> None:
    table(athena, "a int", record(a="string"))
    athena.objects.put("s3://data/t/1", avro(record(a="string"), {"a": "x"}))
    assert athena.failure("SELECT a FROM t").startswith("HIVE_BAD_DATA: s3://data/t/1: ")


@pytest.mark.parametrize("literal", ["{", '"int"', '{"type": "record", "name": "x", "fields": [{"name": "a"}]}'])
def test_a_schema_that_is_none_fails_the_query(athena: Athena, literal: str) -> None:
    athena.table("t", "a int", serde={"avro.schema.literal": literal})
    stored_by(athena, AVRO)
    athena.objects.put("s3://data/t/1", avro(record(a="int"), {"a": 1}))
    assert athena.failure("SELECT a FROM t").startswith("HIVE_INVALID_METADATA: ")
