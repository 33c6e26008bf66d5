"""DESCRIBE prints what Hive prints. https://docs.aws.amazon.com/athena/latest/ug/describe-table.html"""

import re
from collections.abc import Iterator

import pytest

from tests.athena import DATA, Athena

BLANK = "\t \t "


def line(*fields: str) -> str:
    return "\t".join(f"{field:<20}" for field in fields)


@pytest.fixture(scope="module")
def visits(athena: Athena) -> Iterator[str]:
    athena.rows(
        "CREATE EXTERNAL TABLE visits (n int COMMENT 'how many', who struct<name:string,tags:map<string,array<int>>>) "
        "PARTITIONED BY (day string, hour int) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' "
        f"LOCATION 's3://{DATA}/visits/' TBLPROPERTIES ('skip.header.line.count'='1')"
    )
    athena.rows("ALTER TABLE visits ADD PARTITION (day='mon', hour=1)")
    yield "visits"
    athena.rows("DROP TABLE visits")


def described(athena: Athena, statement: str) -> list[str]:
    """What a statement prints, times left out."""
    lines = [str(text) for (text,) in athena.rows(statement)]
    return [re.sub(r"(CreateTime: +\t).*", r"\1", text) for text in lines]


KEYS = [line("day", "string", ""), line("hour", "int", "")]
PARTITION_COLUMNS = [
    BLANK,
    f"# Partition Information{BLANK}",
    line("# col_name", "data_type", "comment"),
    BLANK,
    *KEYS,
]
COLUMNS = [
    line("n", "int", "how many"),
    line("who", "struct<name:string,tags:map<string,array<int>>>", ""),
]
STORAGE = [
    BLANK,
    f"# Storage Information{BLANK}",
    "SerDe Library:      \torg.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\t ",
    "InputFormat:        \torg.apache.hadoop.mapred.TextInputFormat\t ",
    "OutputFormat:       \torg.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat\t ",
    "Compressed:         \tNo                  \t ",
    "Num Buckets:        \t-1                  \t ",
    "Bucket Columns:     \t[]                  \t ",
    "Sort Columns:       \t[]                  \t ",
    f"Storage Desc Params:{BLANK}",
    "\tfield.delim         \t,                   ",
    "\tserialization.format\t,                   ",
]


def test_partition_columns_are_listed_again(athena: Athena, visits: str) -> None:
    assert described(athena, "DESCRIBE visits") == [*COLUMNS, *KEYS, *PARTITION_COLUMNS]


def test_formatted_shows_all_that_the_catalog_knows(athena: Athena, visits: str) -> None:
    shown = [text for text in described(athena, "DESC FORMATTED visits") if "transient_lastDdlTime" not in text]
    assert shown == [
        line("# col_name", "data_type", "comment"),
        BLANK,
        *COLUMNS,
        *PARTITION_COLUMNS,
        BLANK,
        f"# Detailed Table Information{BLANK}",
        "Database:           \tdefault             \t ",
        "Owner:              \thadoop              \t ",
        "CreateTime:         \t",
        "LastAccessTime:     \tUNKNOWN             \t ",
        "Protect Mode:       \tNone                \t ",
        "Retention:          \t0                   \t ",
        f"Location:           \ts3://{DATA}/visits\t ",
        "Table Type:         \tEXTERNAL_TABLE      \t ",
        f"Table Parameters:{BLANK}",
        "\tEXTERNAL            \tTRUE                ",
        "\tskip.header.line.count\t1                   ",
        *STORAGE,
    ]


def test_a_partition_has_its_own_values_and_place(athena: Athena, visits: str) -> None:
    shown = described(athena, "DESCRIBE FORMATTED visits PARTITION (day = 'mon', hour = 1)")
    assert shown[shown.index(f"# Detailed Partition Information{BLANK}") :][1:8] == [
        "Partition Value:    \t[mon, 1]            \t ",
        "Database:           \tdefault             \t ",
        "Table:              \tvisits              \t ",
        "CreateTime:         \t",
        "LastAccessTime:     \tUNKNOWN             \t ",
        "Protect Mode:       \tNone                \t ",
        f"Location:           \ts3://{DATA}/visits/day=mon/hour=1/\t ",
    ]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("n", [line("n", "int", "how many")]),
        ("day", [line("day", "string", "")]),
        (
            "who",
            [
                line("name", "string", "from deserializer"),
                line("tags", "map<string,array<int>>", "from deserializer"),
            ],
        ),
        ("who.tags.'$value$'.'$elem$'", [line("$elem$", "int", "from deserializer")]),
    ],
)
def test_a_path_leads_into_a_column(athena: Athena, visits: str, path: str, fields: list[str]) -> None:
    assert described(athena, f"DESCRIBE visits {path}") == fields


REFUSED = [
    ("DESCRIBE visits nope", "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Error in getting fields from serde.Invalid Field nope"),
    ("DESCRIBE TABLE visits", "FAILED: SemanticException [Error 10001]: Table not found default.table"),
    ("DESCRIBE visits PARTITION (day='tue', hour=1)", "FAILED: SemanticException [Error 10006]: Partition not found {day=tue, hour=1}"),
    ("DESCRIBE EXTENDED visits", "NOT_SUPPORTED: DESCRIBE EXTENDED is not emulated"),
    ("DESCRIBE FORMATTED visits n", "NOT_SUPPORTED: DESCRIBE FORMATTED of a column is not emulated"),
    ("SHOW PARTITIONS visits PARTITION (day='mon')", "NOT_SUPPORTED: this form of SHOW PARTITIONS is not emulated"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "reason"), REFUSED)
def test_what_can_not_be_described_says_why(athena: Athena, visits: str, statement: str, reason: str) -> None:
    assert athena.run(statement)["Status"]["StateChangeReason"] == reason
