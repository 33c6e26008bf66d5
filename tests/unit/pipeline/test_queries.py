from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from pipeline import demo
from pipeline.settings import Settings
from pipeline.statement import parse

_FILES = sorted((Path(__file__).parents[3] / "queries").glob("*.sql"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_a_file_holds_a_question_and_one_statement_over_the_table(file: Path) -> None:
    question, sql = parse(file.read_text(encoding="utf-8"))
    (statement,) = sqlglot.parse(sql, dialect="athena")
    tables = {table.name for table in statement.find_all(exp.Table)} - {
        cte.alias for cte in statement.find_all(exp.CTE)
    }
    assert (bool(question), tables) == (True, {"my_ingested_data"})


def test_the_files_are_numbered_without_a_gap() -> None:
    assert [int(file.stem.split("_")[0]) for file in _FILES] == list(range(1, len(_FILES) + 1))


def test_the_demos_statement_is_athena_sql_over_the_settings_table() -> None:
    (statement,) = sqlglot.parse(demo.rows_sql(Settings(table='odd"name')), dialect="athena")
    assert [table.name for table in statement.find_all(exp.Table)] == ['odd"name']
