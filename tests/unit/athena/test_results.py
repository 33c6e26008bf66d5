"""https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html"""

import io

from offline_aws.athena.results import csv_rows, metadata, result_rows, write_csv
from offline_aws.athena.sql.types import Column

A, B = Column("a", "varchar", 2147483647), Column("b", "integer", 10)


def test_every_value_is_quoted_and_null_is_empty() -> None:
    out = io.BytesIO()
    write_csv(out, [A, B], [['x"y\nz', "1"], [None, "2"], ["", None]])
    assert out.getvalue() == b'"a","b"\n"x""y\nz","1"\n,"2"\n"",\n'


def test_a_file_is_read_back_as_it_was_written() -> None:
    out = io.BytesIO()
    rows = [['x"y\r\nz'], [None], [""], ["–"]]
    write_csv(out, [A], rows)
    lines = io.StringIO(out.getvalue().decode(), newline="\n")
    assert list(csv_rows(lines, 1)) == [["a"], *rows]


def test_null_omits_the_key() -> None:
    assert list(result_rows([["x", None, ""]])) == [{"Data": [{"VarCharValue": "x"}, {}, {"VarCharValue": ""}]}]


def test_the_metadata_file_is_the_one_that_athena_writes() -> None:
    # Recorded on AWS: a query with one array column called ary.
    recorded = bytes.fromhex(
        "0a1b32303139303432335f3132353132385f30303030315f6568747572"
        "22190a0468697665220361727 92a03617279320561727261794803".replace(" ", "")
    )
    assert metadata("20190423_125128_00001_ehtur", [Column("ary", "array", 0)]) == recorded
