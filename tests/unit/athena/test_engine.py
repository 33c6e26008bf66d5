"""The bounds of the engine: what a query may have of memory, and where the rest goes."""

from pathlib import Path

import duckdb
import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.engine import Engine, athena_error


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return Engine(tmp_path, memory="32MB")


def test_what_exceeds_the_memory_spills_into_the_folder(engine: Engine, tmp_path: Path) -> None:
    connection = engine.connect()
    connection.execute("CREATE TEMP TABLE sorted AS SELECT a, hash(a) AS b FROM range(2500000) AS t(a) ORDER BY b")
    assert any((tmp_path / "spill").iterdir())
    assert connection.execute("SELECT count(*) FROM sorted").fetchone() == (2_500_000,)


def test_what_can_not_spill_fails_the_query_alone(engine: Engine) -> None:
    with pytest.raises(duckdb.Error) as failure:
        engine.connect().execute("SELECT list(hash(a)) FROM range(20000000) AS t(a)").fetchone()
    error: QueryError = athena_error(failure.value)
    assert str(error) == "EXCEEDED_MEMORY_LIMIT: Query exhausted resources at this scale factor"
    assert error.athena_error["Retryable"]
    assert engine.connect().execute("SELECT 1").fetchone() == (1,)
