import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from pyarrow import orc, parquet

from offline_aws.firehose.conversion import EMPTY, PRIMITIVE, Conversion, Output, Table, conversion_error_line, convert
from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Problem

TABLE = Table("arn:role", "default", "clicks", "LATEST").seen_from(
    "arn:aws:firehose:us-east-1:000000000000:deliverystream/s"
)
COLUMNS = [("item", "string"), ("seconds", "int")]


def record(data: bytes) -> Record:
    return Record("7", 1000, data)


def rows(data: bytes, columns: Any = COLUMNS, **options: Any) -> list[dict[str, Any]]:
    body = convert(Conversion(TABLE, Output("PARQUET"), **options), columns, [record(data)]).body
    assert body is not None
    return parquet.read_table(io.BytesIO(body)).to_pylist()  # type: ignore[no-any-return]


def test_columns_are_found_whatever_their_case_and_other_keys_are_left_out() -> None:
    assert rows(b'{"Item": "soup", "other": 1}') == [{"item": "soup", "seconds": None}]


def test_case_matters_when_asked_for() -> None:
    assert rows(b'{"Item": "soup"}', case_insensitive=False) == [{"item": None, "seconds": None}]


def test_dots_become_underscores_when_asked_for() -> None:
    assert rows(b'{"a.b": 1}', [("a_b", "int")], dots_to_underscores=True) == [{"a_b": 1}]


def test_a_column_may_have_another_key() -> None:
    assert rows(b'{"timestamp": 1}', [("ts", "bigint")], key_mappings={"ts": "timestamp"}) == [{"ts": 1}]


def test_each_document_of_a_record_is_a_row() -> None:
    assert rows(b'{"seconds": 1}{"seconds": 2}\n{"seconds": 3}\n', [("seconds", "int")]) == [
        {"seconds": 1},
        {"seconds": 2},
        {"seconds": 3},
    ]


def test_a_document_that_fails_takes_its_record_with_it() -> None:
    bad = record(b'{"seconds": 1}{"seconds": "oops"}')
    converted = convert(Conversion(TABLE, Output("PARQUET")), COLUMNS, [bad])
    assert (converted.body, [failed.record for failed in converted.failed]) == (None, [bad])


def test_hives_own_serde_takes_no_column_with_a_period() -> None:
    with pytest.raises(ValueError, match="period"):
        convert(Conversion(TABLE, Output("PARQUET"), openx=False), [("a.b", "int")], [record(b"{}")])


def test_parquet_is_compressed_with_snappy_inside() -> None:
    body = convert(Conversion(TABLE, Output("PARQUET")), COLUMNS, [record(b"{}")]).body
    assert body is not None
    assert parquet.ParquetFile(io.BytesIO(body)).metadata.row_group(0).column(0).compression == "SNAPPY"


@pytest.mark.parametrize(("given", "written"), [("SNAPPY", "SNAPPY"), ("NONE", "UNCOMPRESSED"), ("ZLIB", "ZLIB")])
def test_orc_is_written_with_its_compression(given: str, written: str) -> None:
    body = convert(Conversion(TABLE, Output("ORC", given)), COLUMNS, [record(b'{"item": "soup"}')]).body
    assert body is not None
    file = orc.ORCFile(io.BytesIO(body))
    assert (file.compression, file.read().to_pylist()) == (written, [{"item": "soup", "seconds": None}])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b" \n", EMPTY),
        (b'"text"', PRIMITIVE),
        (
            b'{"seconds": "oops"}',
            Problem(
                "DataFormatConversion.MalformedData",
                'Data does not match the schema. For input string: "oops"',
                "format-conversion-failed",
            ),
        ),
    ],
)
def test_a_record_that_fails_does_not_keep_others_back(data: bytes, problem: Problem) -> None:
    good, bad = record(b'{"item": "soup"}'), record(data)
    converted = convert(Conversion(TABLE, Output("PARQUET")), COLUMNS, [bad, good])
    assert (converted.body is not None, converted.failed) == (True, [Failed(bad, problem)])


@pytest.mark.parametrize("data", [b"click", b"{}{", b"\xff"])
def test_what_is_no_json_document_is_a_parse_error_and_no_file(data: bytes) -> None:
    converted = convert(Conversion(TABLE, Output("PARQUET")), COLUMNS, [record(data)])
    codes = [failed.problem.code for failed in converted.failed]
    assert (converted.body, codes) == (None, ["DataFormatConversion.ParseError"])


def test_an_error_line_names_the_table() -> None:
    assert json.loads(conversion_error_line(Failed(record(b" "), EMPTY), 5000, TABLE)) == {
        "attemptsMade": 1,
        "arrivalTimestamp": 1000,
        "lastErrorCode": EMPTY.code,
        "lastErrorMessage": EMPTY.message,
        "attemptEndingTimestamp": 5000,
        "rawData": "IA==",
        "sequenceNumber": "7",
        "subSequenceNumber": 0,
        "dataCatalogTable": {
            "catalogId": "000000000000",
            "databaseName": "default",
            "tableName": "clicks",
            "region": "us-east-1",
            "versionId": "LATEST",
            "catalogArn": "arn:aws:glue:us-east-1:000000000000:catalog",
        },
    }


def test_timestamps_are_read_by_the_formats_in_turn() -> None:
    columns, formats = [("at", "timestamp")], ("yyyy-MM-dd'T'HH:mm:ss", "millis")
    moment = datetime(2026, 7, 3, 4, 5, 6)
    millis = int(moment.replace(tzinfo=UTC).timestamp() * 1000)
    assert [
        rows(json.dumps({"at": given}).encode(), columns, timestamp_formats=formats)
        for given in ("2026-07-03T04:05:06", millis, str(millis))
    ] == [[{"at": moment}]] * 3


def test_a_timestamp_of_none_of_the_formats_fails() -> None:
    conversion = Conversion(TABLE, Output("PARQUET"), timestamp_formats=["yyyy"])
    (failed,) = convert(conversion, [("at", "timestamp")], [record(b'{"at": "July"}')]).failed
    assert failed.problem.message == 'Data does not match the schema. Invalid format: "July"'
