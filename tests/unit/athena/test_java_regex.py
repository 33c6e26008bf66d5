"""Which patterns DuckDB may run, and what the others mean in Python."""

import pytest

from offline_aws.athena.sql.python_functions.java_regex import compiled, has_certain_groups, is_plain
from offline_aws.athena.sql.python_functions.regexps import extract, position, replace, split


@pytest.mark.parametrize("pattern", ["abc", r"\d+", "[a-z]+", "(a|b)c", "(?:x)y?z", "(?i)abc", r"/menu/(\d+)", "^a"])
def test_duckdb_runs_what_it_reads_alike(pattern: str) -> None:
    assert is_plain(pattern)


@pytest.mark.parametrize(
    "pattern", ["a(?=b)", "(?<!a)b", r"(a)\1", "a++", "a$", r"\bx", r"\p{Alpha}", "[a-z&&[^b]]", "a*", "(?<n>a)"]
)
def test_python_runs_the_others(pattern: str) -> None:
    assert not is_plain(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        (r"\w", "é", False),
        (r"\bé\b", "é", True),
        (r"\p{Alpha}", "é", True),
        ("a$", "a\n", True),
        (r"a\z", "a\n", False),
        ("[a-c&&[^b]]", "b", False),
        (r"\h", "f", True),
        (r"\Qa.b\E", "axb", False),
    ],
)
def test_a_pattern_means_what_joni_means(pattern: str, text: str, is_found: bool) -> None:
    assert (compiled(pattern).search(text) is not None) == is_found


def test_groups_take_part_in_every_match_without_choices_around_them() -> None:
    assert has_certain_groups(r"(a)(b)\|")
    assert not has_certain_groups("(a)?b")
    assert not has_certain_groups("(a)|b")


def test_a_group_that_took_no_part_is_null() -> None:
    assert extract("b", "(a)?b", 1) is None


def test_a_pattern_that_is_none_fails_in_jonis_words() -> None:
    with pytest.raises(ValueError, match="INVALID_FUNCTION_ARGUMENT: premature end of char-class"):
        compiled("[")


def test_a_replacement_names_groups_by_number_and_by_name() -> None:
    assert replace("2026-11", r"(?<y>\d+)-(\d+)", "$2/${y}") == "11/2026"
    assert replace("a", "(a)", "$10") == "a0"
    assert replace("a", "a", r"\$1") == "$1"


def test_pieces_end_where_the_text_ends() -> None:
    assert split("a1b2", r"\d") == ["a", "b", ""]


def test_places_count_from_one() -> None:
    assert position("23 and 45", r"\d+", 3, 1) == 8
    assert position("abc", r"\d", 1, 1) == -1
