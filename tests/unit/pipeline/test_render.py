import io

import pytest

from pipeline.athena import Column, Result
from pipeline.render import FORMATS, NotRenderableError, as_json

_COLUMNS = (Column("item", "varchar"), Column("looks", "bigint"))
_RESULT = Result(_COLUMNS, (("entree_1", "12"), ("[bold]café – 4", None)))


def _render(format_: str, result: Result) -> str:
    out = io.StringIO()
    FORMATS[format_](result, out)
    return out.getvalue()


def test_a_table_has_numbers_to_the_right_and_null_by_name() -> None:
    assert _render("table", _RESULT) == (
        "+------------------------+\n"
        "| item           | looks |\n"
        "|----------------+-------|\n"
        "| entree_1       |    12 |\n"
        "| [bold]café – 4 |  NULL |\n"
        "+------------------------+\n"
    )


def test_a_table_in_a_file_cuts_no_value_short() -> None:
    long = "x" * 5000
    assert long in _render("table", Result(_COLUMNS, ((long, "1"),)))


def test_a_table_shows_what_would_steer_a_terminal_as_escapes() -> None:
    assert r"| a\x1b[31m\nb |" in _render("table", Result((Column("x", "varchar"),), (("a\x1b[31m\nb",),)))


def test_csv_has_a_header_and_leaves_null_empty() -> None:
    result = Result(_COLUMNS, (("a,b", "1"), ('say "hi"', None)))
    assert _render("csv", result) == 'item,looks\n"a,b",1\n"say ""hi""",\n'


def test_json_has_values_of_the_columns_types() -> None:
    types = ("varchar", "integer", "bigint", "double", "double", "boolean", "decimal", "timestamp", "varchar")
    values = ("–", "7", "-9007199254740993", "1.5", "NaN", "true", "1.10", "2026-01-01 00:00:00.000", None)
    columns = tuple(Column(f"c{number}", type_) for number, type_ in enumerate(types))
    assert _render("json", Result(columns, (values,))) == (
        '[{"c0": "–", "c1": 7, "c2": -9007199254740993, "c3": 1.5, "c4": "NaN", "c5": true, "c6": "1.10", '
        '"c7": "2026-01-01 00:00:00.000", "c8": null}]\n'
    )


def test_json_of_two_columns_with_one_name_is_refused() -> None:
    with pytest.raises(NotRenderableError):
        as_json(Result((_COLUMNS[0], _COLUMNS[0]), ()), io.StringIO())


@pytest.mark.parametrize(("format_", "text"), [("table", ""), ("csv", ""), ("json", "[]\n")])
def test_a_statement_without_a_result_prints_nothing(format_: str, text: str) -> None:
    assert _render(format_, Result((), ())) == text
