"""Tables over CSV and Parquet, from objects to rows."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from offline_aws.athena.sql.storage import LAZY, OPEN_CSV, PARQUET, REGEX

from .conftest import Athena


def stored_by(athena: Athena, serde: str, table: str = "t") -> None:
    athena.catalog.found[table] = replace(athena.catalog.found[table], serde=serde)


def parquet(folder: Path, query: str) -> bytes:
    path = folder / "written.parquet"
    duckdb.connect().execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


@pytest.mark.parametrize("serde", [LAZY, OPEN_CSV])
def test_header_lines_are_no_rows(athena: Athena, serde: str) -> None:
    athena.table("t", "a string; n int", parameters={"skip.header.line.count": "1"}, serde={"field.delim": ","})
    stored_by(athena, serde)
    athena.objects.put("s3://data/t/1", "a,n\r\nx,1\r\ny,2\r\n")
    athena.objects.put("s3://data/t/2", "a,n\n")
    assert athena.rows("SELECT a, n FROM t ORDER BY n") == [["x", "1"], ["y", "2"]]


@pytest.mark.parametrize(
    ("encoding", "body"), [("windows-1252", b"caf\xe9,1\n"), ("UTF-16", "café,1\n".encode("utf-16"))]
)
def test_text_is_read_in_the_encoding_of_the_table(athena: Athena, encoding: str, body: bytes) -> None:
    athena.table("t", "a string; n int", serde={"field.delim": ",", "serialization.encoding": encoding})
    stored_by(athena, LAZY)
    athena.objects.put("s3://data/t/1", body)
    assert athena.row("SELECT a, n FROM t") == ["café", "1"]


def test_an_encoding_that_is_none_fails_the_query(athena: Athena) -> None:
    athena.table("t", "a string", parameters={"serialization.encoding": "tea"})
    athena.objects.put("s3://data/t/1", "{}")
    assert athena.failure("SELECT a FROM t") == "HIVE_INVALID_METADATA: Unsupported charset: tea"


def test_nested_text_arrives_as_it_was_declared(athena: Athena) -> None:
    athena.table("t", "l array<int>; m map<string,double>; s struct<x:date>", serde={"field.delim": ","})
    stored_by(athena, LAZY)
    athena.objects.put("s3://data/t/1", "1\x022,k\x031.5,2026-11-23")
    assert athena.row("SELECT l, m, s.x FROM t") == ["[1, 2]", "{k=1.5}", "2026-11-23"]


def test_parquet_columns_are_found_by_name(athena: Athena, tmp_path: Path) -> None:
    athena.table("t", "b bigint; a string; missing int; l array<int>; s struct<x:int>; at timestamp; d decimal(6,2)")
    stored_by(athena, PARQUET)
    body = parquet(
        tmp_path,
        "SELECT 'x' AS A, 2::INTEGER AS b, [1] AS l, {'x': 3} AS s, timestamp '2026-11-23 10:00:00' AS at, "
        "1.5::DECIMAL(6,2) AS d, 9 AS not_in_the_table",
    )
    athena.objects.put("s3://data/t/1.parquet", body)
    assert athena.row("SELECT a, b, missing, l, s, at, d FROM t") == [
        "x", "2", None, "[1]", "{x=3}", "2026-11-23 10:00:00.000", "1.50",
    ]  # fmt: skip


BAD = [
    ("SELECT 'x' AS a", "HIVE_BAD_DATA: Field a's type BINARY in parquet file s3://data/t/1 is incompatible with type int defined in table schema"),
    ("SELECT 1.5::DOUBLE AS a", "HIVE_BAD_DATA: Field a's type DOUBLE in parquet file s3://data/t/1 is incompatible with type int defined in table schema"),
    ("SELECT 3000000000 AS a", "HIVE_CURSOR_ERROR: Failed to read Parquet file: s3://data/t/1"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "reason"), BAD)
def test_a_parquet_column_of_another_type_fails_the_query(
    athena: Athena, tmp_path: Path, query: str, reason: str
) -> None:
    athena.table("t", "a int")
    stored_by(athena, PARQUET)
    athena.objects.put("s3://data/t/1", parquet(tmp_path, query))
    assert athena.failure("SELECT a FROM t") == reason


def test_a_column_that_fits_no_more_fails_its_own_queries_alone(athena: Athena, tmp_path: Path) -> None:
    athena.table("t", "a int; b varchar(2)")
    stored_by(athena, PARQUET)
    athena.objects.put("s3://data/t/1", parquet(tmp_path, "SELECT 3000000000 AS a, 'tea' AS b"))
    assert athena.row("SELECT b FROM t") == ["te"]
    assert athena.failure("SELECT a FROM t").startswith("HIVE_CURSOR_ERROR: ")


def test_what_is_no_parquet_fails_the_query(athena: Athena) -> None:
    athena.table("t", "a int")
    stored_by(athena, PARQUET)
    athena.objects.put("s3://data/t/1", "not parquet, but longer than its mark")
    assert athena.failure("SELECT a FROM t") == "HIVE_BAD_DATA: Not valid Parquet file: s3://data/t/1"


def test_lines_become_the_groups_of_a_regular_expression(athena: Athena) -> None:
    athena.table("t", "day date; path string; n decimal(5,1)", serde={"input.regex": r"(\S+) (\S+) (\S+)"})
    stored_by(athena, REGEX)
    athena.objects.put("s3://data/t/1", "2026-11-23 /a 1.25\r\n# comment\r\n")
    assert athena.rows("SELECT * FROM t ORDER BY n") == [["2026-11-23", "/a", "1.3"], [None, None, None]]


@pytest.mark.parametrize(
    ("serde", "reason"),
    [
        ("com.amazonaws.glue.serde.GrokSerDe", "NOT_SUPPORTED: the SerDe {} is not emulated"),
        ("com.amazon.emr.hive.serde.CloudTrailSerde", "NOT_SUPPORTED: the SerDe {} is not emulated"),
        ("com.amazon.ionhiveserde.IonHiveSerDe", "NOT_SUPPORTED: the SerDe {} is not emulated"),
        ("com.example.MySerDe", "HIVE_SERDE_NOT_FOUND: deserializer does not exist: {}"),
    ],
)
def test_another_serde_is_refused_by_name(athena: Athena, serde: str, reason: str) -> None:
    athena.table("t", "a int")
    stored_by(athena, serde)
    assert athena.failure("SELECT * FROM t") == reason.format(serde)


def test_a_table_of_icebergs_is_refused_by_name(athena: Athena) -> None:
    athena.table("t", "a int", parameters={"table_type": "ICEBERG"})
    assert athena.failure("SELECT * FROM t") == "NOT_SUPPORTED: an Iceberg table is not emulated"


def test_the_copy_that_duckdb_reads_is_gone_afterwards(athena: Athena, tmp_path: Path) -> None:
    athena.table("t", "a int")
    stored_by(athena, PARQUET)
    athena.objects.put("s3://data/t/1", parquet(tmp_path, "SELECT 1 AS a"))
    assert athena.rows("SELECT a FROM t") == [["1"]]
    assert list((tmp_path / "scratch").iterdir()) == []
