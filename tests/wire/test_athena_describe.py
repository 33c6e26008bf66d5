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
        ("n", [line("n", "int", "from deserializer")]),
        ("day", [line("day", "string", "from deserializer")]),
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


def test_extended_shows_the_table_as_thrift_prints_it(athena: Athena, visits: str) -> None:
    *columns, blank, detailed = described(athena, "DESCRIBE EXTENDED visits")
    assert (columns, blank) == ([*COLUMNS, *KEYS, *PARTITION_COLUMNS], BLANK)
    assert re.sub(r"(?<=[Tt]ime[:=])\d{2,}", "0", detailed) == (
        "Detailed Table Information\tTable(tableName:visits, dbName:default, owner:hadoop, createTime:0, "
        "lastAccessTime:0, retention:0, sd:StorageDescriptor(cols:[FieldSchema(name:n, type:int, comment:how many), "
        "FieldSchema(name:who, type:struct<name:string,tags:map<string,array<int>>>, comment:null), "
        "FieldSchema(name:day, type:string, comment:null), FieldSchema(name:hour, type:int, comment:null)], "
        f"location:s3://{DATA}/visits, inputFormat:org.apache.hadoop.mapred.TextInputFormat, "
        "outputFormat:org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat, compressed:false, numBuckets:-1, "
        "serdeInfo:SerDeInfo(name:null, serializationLib:org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe, "
        "parameters:{serialization.format=,, field.delim=,}), bucketCols:[], sortCols:[], parameters:{}, "
        "skewedInfo:SkewedInfo(skewedColNames:[], skewedColValues:[], skewedColValueLocationMaps:{}), "
        "storedAsSubDirectories:false), partitionKeys:[FieldSchema(name:day, type:string, comment:null), "
        "FieldSchema(name:hour, type:int, comment:null)], parameters:{EXTERNAL=TRUE, transient_lastDdlTime=0, "
        "skip.header.line.count=1}, viewOriginalText:null, viewExpandedText:null, tableType:EXTERNAL_TABLE)\t"
    )


def test_extended_shows_a_partition(athena: Athena, visits: str) -> None:
    last = described(athena, "DESCRIBE EXTENDED visits PARTITION (day = 'mon', hour = 1)")[-1]
    assert last.startswith(
        "Detailed Partition Information\tPartition(values:[mon, 1], dbName:default, tableName:visits"
    )


def test_formatted_shows_a_column_with_room_for_statistics(athena: Athena, visits: str) -> None:
    names = ("data_type", "min", "max", "num_nulls", "distinct_count", "avg_col_len", "max_col_len", "num_trues",
             "num_falses", "comment")  # fmt: skip
    assert described(athena, "DESCRIBE FORMATTED visits n") == [
        f"# {line('col_name', *names)}",
        "\t" + "\t".join(" " * 10),
        line("n", "int", *[""] * 8, "from deserializer"),
    ]


REFUSED = [
    ("DESCRIBE visits nope", "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. cannot find field nope from [0:n, 1:who]"),
    ("DESCRIBE visits who.nope", "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Error in getting fields from serde.Invalid Field nope"),
    ("DESCRIBE TABLE visits", "FAILED: SemanticException [Error 10001]: Table not found table"),
    ("DESCRIBE visits PARTITION (day='tue', hour=1)", "FAILED: SemanticException [Error 10006]: Partition not found {day=tue, hour=1}"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "reason"), REFUSED)
def test_what_can_not_be_described_says_why(athena: Athena, visits: str, statement: str, reason: str) -> None:
    assert athena.run(statement)["Status"]["StateChangeReason"] == reason
