"""https://docs.aws.amazon.com/athena/latest/ug/regex-serde.html"""

from typing import Any

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.java_pattern import compiled
from offline_aws.athena.sql.regex_serde import RegexRows
from offline_aws.athena.sql.storage import REGEX

# The expression that AWS documents for CloudFront's logs, shortened to the first fields.
LOG = r"^(?!#)([^ ]+)\s+([^ ]+)\s+(\d+)(?:\s+(\w+))?$"
COLUMNS = [("day", "date"), ("path", "string"), ("bytes", "int"), ("os", "string")]


def rows(regex: str = LOG, columns: list[tuple[str, str]] = COLUMNS, **more: str) -> RegexRows:
    return RegexRows({"input.regex": regex} | {name.replace("_", "."): value for name, value in more.items()}, columns)


def test_the_groups_are_the_columns() -> None:
    assert rows().row("2014-07-05  /a/b 4260 Linux") == {
        "day": "2014-07-05", "path": "/a/b", "bytes": 4260, "os": "Linux",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["#Version: 1.0", "", "2014-07-05 /a/b 4260 Linux and more"])
def test_a_line_that_does_not_match_as_a_whole_is_a_row_of_nulls(line: str) -> None:
    assert rows().row(line) == {"day": None, "path": None, "bytes": None, "os": None}


def test_a_group_that_took_no_part_is_null() -> None:
    assert rows().row("2014-07-05 /a 1")["os"] is None


VALUES = [
    ("tinyint", "-128", -128),
    ("int", "2147483648", None),
    ("int", "1.5", None),
    ("bigint", "+7", 7),
    ("double", "1e3", 1000.0),
    ("double", "-", None),
    ("boolean", "TRUE", True),
    ("boolean", "yes", False),
    ("decimal(4,1)", "12.25", "12.3"),
    ("decimal(4,1)", "1000", None),
    ("decimal", "99.5", "100"),
    ("date", "2014-2-30", "2014-03-02"),
    ("date", "05/Jul/2014", None),
    ("timestamp", "2014-07-05 10:00:00.5", "2014-07-05 10:00:00.500000"),
    ("timestamp", "2014-07-05 10:00", None),
    ("varchar(2)", "abc", "ab"),
]


@pytest.mark.parametrize(("kind", "text", "value"), VALUES)
def test_a_group_is_its_value_or_null(kind: str, text: str, value: Any) -> None:
    assert rows("(.*)", [("a", kind)]).row(text) == {"a": value}


def test_case_counts_unless_the_table_says_otherwise() -> None:
    assert rows("(get) .*", [("a", "string")]).row("GET /") == {"a": None}
    assert rows("(get) .*", [("a", "string")], input_regex_case_insensitive="true").row("GET /") == {"a": "GET"}


@pytest.mark.parametrize(("regex", "columns"), [("(a)(b)", 1), ("(a)", 2)])
def test_as_many_groups_as_columns_are_needed(regex: str, columns: int) -> None:
    with pytest.raises(QueryError) as failure:
        rows(regex, [(f"c{number}", "string") for number in range(columns)]).row("no match")
    assert str(failure.value) == "HIVE_CURSOR_ERROR: Number of matching groups doesn't match the number of columns"


@pytest.mark.parametrize(
    ("parameters", "kind", "reason"),
    [
        ({}, "string", 'This table does not have serde property "input.regex"!'),
        ({"input.regex": "(a"}, "string", "missing ) at position 2 in (a"),
        ({"input.regex": "(a{b)"}, "string", "Illegal repetition in (a{b)"),
        ({"input.regex": "(a)"}, "array<int>", f"{REGEX} doesn't allow column [0] named a with type array<int>"),
    ],
)
def test_a_table_that_can_not_be_read_fails_the_query(parameters: dict[str, str], kind: str, reason: str) -> None:
    with pytest.raises(QueryError) as failure:
        RegexRows(parameters, [("a", kind)])
    assert str(failure.value) == f"GENERIC_INTERNAL_ERROR: error initializing deserializer: {REGEX}: {reason}"


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"\w+", "é", False),
        (r"\h", "\u2003", True),
        (r"[\w-]+", "a-b", True),
        (r"[^\h]", " ", False),
        (r"\p{Alpha}", "é", False),
        (r"[\P{Digit}]", "1", False),
        (r"\p{L}", "é", True),
        ("[a-c&&[^b]]", "b", False),
        ("[||]", "|", True),
        ("[[:x:]]", ":", True),
        (r"\Qa.b\E", "axb", False),
        (r"\x{41}\u0042", "AB", True),
        ("a++b", "aab", True),
        ("(?<name>a)", "a", True),
        (".", "\r", True),
    ],
)
def test_a_pattern_means_what_java_means(pattern: str, text: str, matches: bool) -> None:
    assert (compiled(pattern, ignores_case=False).fullmatch(text) is not None) == matches
