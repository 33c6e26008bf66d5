"""The columns whose bytes a query is told to have scanned."""

import pytest

from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.plan import plan

from .conftest import Athena


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT a FROM t WHERE b > 1", {"a", "b"}),
        ("SELECT count(*) FROM t", set()),
        ("SELECT * FROM t", {"a", "b", "s"}),
        ("SELECT x.s.f FROM t AS x ORDER BY x.b", {"s", "b"}),
        ("SELECT a FROM (SELECT * FROM t)", {"a"}),
        ("WITH q AS (SELECT a, b FROM t) SELECT q.b FROM q", {"b"}),
        ("SELECT l.a FROM t AS l JOIN t AS r ON l.b = r.b", {"a", "b"}),
        ("SELECT * FROM (SELECT a FROM t) CROSS JOIN UNNEST(ARRAY[1])", {"a"}),
        ("SELECT 1 WHERE EXISTS (SELECT 1 FROM t WHERE a = 1)", {"a"}),
    ],
)
def test_a_query_reads_the_columns_that_it_names(athena: Athena, query: str, columns: set[str]) -> None:
    athena.table("t", "a int; b int; s struct<f:int>")
    (scan,) = plan(classify(query).tree, "default", athena.catalog).scans  # type: ignore[arg-type]
    assert scan.columns == columns
