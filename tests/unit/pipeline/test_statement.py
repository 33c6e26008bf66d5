import pytest

from pipeline.statement import Statement, parse


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("SELECT 1", Statement("", "SELECT 1")),
        ("-- How many?\nSELECT 1;\n", Statement("How many?", "SELECT 1")),
        ("\n-- How\n--   many?\n\nSELECT 1 -- one\n;", Statement("How many?", "SELECT 1 -- one")),
        ("SELECT ';' /* a */;", Statement("", "SELECT ';' /* a */")),
        ("-- nothing", Statement("nothing", "")),
        ("", Statement("", "")),
    ],
)
def test_the_comment_that_opens_a_file_is_its_question(text: str, statement: Statement) -> None:
    assert parse(text) == statement
