-- Queries: joins, subqueries, set operations, order and names · Trino 435

SELECT 1 AS a, 2 AS "B c", 3;
-- ["a integer", "B c integer", "_col2 integer"]
-- ["1", "2", "3"]

SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(x, y) ORDER BY x;
-- ["x integer", "y varchar"]
-- ["1", "a"]
-- ["2", "b"]

SELECT *, x + 1 FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 integer"]
-- ["1", "2"]
-- ["2", "3"]

VALUES 1, 2;
-- ["_col0 integer"]
-- ["1"]
-- ["2"]

VALUES (1, 'a'), (2, null);
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "a"]
-- ["2", null]

SELECT x FROM (VALUES 3, 1, 2) AS t(x) ORDER BY x DESC LIMIT 2;
-- ["x integer"]
-- ["3"]
-- ["2"]

SELECT x FROM (VALUES 3, 1, 2) AS t(x) ORDER BY x OFFSET 1 LIMIT 1;
-- ["x integer"]
-- ["2"]

SELECT x FROM (VALUES 3, 1, 2) AS t(x) ORDER BY x FETCH FIRST 1 ROW ONLY;
-- ["x integer"]
-- ["1"]

SELECT x FROM (VALUES 1, null, 2) AS t(x) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]
-- [null]

SELECT x FROM (VALUES 1, null, 2) AS t(x) ORDER BY x DESC;
-- ["x integer"]
-- ["2"]
-- ["1"]
-- [null]

SELECT x FROM (VALUES 1, null, 2) AS t(x) ORDER BY x NULLS FIRST;
-- ["x integer"]
-- [null]
-- ["1"]
-- ["2"]

SELECT x, -x AS x2 FROM (VALUES 1, 2) AS t(x) ORDER BY x2;
-- ["x integer", "x2 integer"]
-- ["2", "-2"]
-- ["1", "-1"]

SELECT a.x, b.y FROM (VALUES 1, 2) AS a(x) JOIN (VALUES (2, 'b')) AS b(x, y) ON a.x = b.x;
-- ["x integer", "y varchar"]
-- ["2", "b"]

SELECT a.x, b.y FROM (VALUES 1, 2) AS a(x) LEFT JOIN (VALUES (2, 'b')) AS b(x, y) ON a.x = b.x ORDER BY 1;
-- ["x integer", "y varchar"]
-- ["1", null]
-- ["2", "b"]

SELECT a.x, b.x FROM (VALUES 1, 2) AS a(x) FULL JOIN (VALUES 2, 3) AS b(x) ON a.x = b.x ORDER BY 1, 2;
-- ["x integer", "x integer"]
-- ["1", null]
-- ["2", "2"]
-- [null, "3"]

SELECT x, y, z FROM (VALUES (1, 2)) AS a(x, y) JOIN (VALUES (1, 3)) AS b(x, z) USING (x);
-- ["x integer", "y integer", "z integer"]
-- ["1", "2", "3"]

SELECT * FROM (VALUES (1, 2)) AS a(x, y) JOIN (VALUES (1, 3)) AS b(x, z) USING (x);
-- ["x integer", "y integer", "z integer"]
-- ["1", "2", "3"]

SELECT a.x, b.y FROM (VALUES 1, 2) AS a(x) CROSS JOIN (VALUES 'p', 'q') AS b(y) ORDER BY 1, 2;
-- ["x integer", "y varchar"]
-- ["1", "p"]
-- ["1", "q"]
-- ["2", "p"]
-- ["2", "q"]

SELECT x FROM (VALUES 1, 2) AS a(x) WHERE x IN (SELECT y FROM (VALUES 2) AS b(y));
-- ["x integer"]
-- ["2"]

SELECT x FROM (VALUES 1, 2) AS a(x) WHERE NOT EXISTS (SELECT 1 FROM (VALUES 2) AS b(y) WHERE y = x);
-- ["x integer"]
-- ["1"]

SELECT x, (SELECT max(y) FROM (VALUES 5, 6) AS b(y)) FROM (VALUES 1) AS a(x);
-- ["x integer", "_col1 integer"]
-- ["1", "6"]

SELECT x FROM (VALUES 1, 2, 3) AS a(x) WHERE x > ALL (SELECT y FROM (VALUES 1, 2) AS b(y));
-- ["x integer"]
-- ["3"]

SELECT x FROM (VALUES 1, 2, 3) AS a(x) WHERE x = ANY (SELECT y FROM (VALUES 1, 2) AS b(y));
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT (SELECT x FROM (VALUES 1, 2) AS a(x));
-- error SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows

WITH a AS (SELECT 1 AS x), b(y) AS (SELECT x + 1 FROM a) SELECT x, y FROM a, b;
-- ["x integer", "y integer"]
-- ["1", "2"]

WITH RECURSIVE t(n) AS (VALUES 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t ORDER BY n;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

SELECT 1 UNION SELECT 1;
-- ["_col0 integer"]
-- ["1"]

SELECT 1 UNION ALL SELECT 1;
-- ["_col0 integer"]
-- ["1"]
-- ["1"]

SELECT x FROM (VALUES 1, 2) AS a(x) INTERSECT SELECT 2;
-- ["x integer"]
-- ["2"]

SELECT x FROM (VALUES 1, 2) AS a(x) EXCEPT SELECT 2;
-- ["x integer"]
-- ["1"]

SELECT 1 AS x UNION ALL SELECT 2.5;
-- ["x double"]
-- ["1.0"]
-- ["2.5"]

SELECT 1 UNION ALL SELECT 'a';
-- error TYPE_MISMATCH: line 1:10: column 1 in UNION query has incompatible types: integer, varchar(1)

SELECT 1, 2 UNION ALL SELECT 1;
-- error TYPE_MISMATCH: line 1:13: UNION query has different number of fields: 2, 1

SELECT a.* FROM (VALUES (1, 2)) AS a(x, y);
-- ["x integer", "y integer"]
-- ["1", "2"]

SELECT t.* FROM (VALUES (1, 2)) AS t(x, y), (VALUES 3) AS u(z);
-- ["x integer", "y integer"]
-- ["1", "2"]

SELECT nothing;
-- error COLUMN_NOT_FOUND: line 1:8: Column 'nothing' cannot be resolved or requester is not authorized to access requested resources

SELECT t.nothing FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:8: Column 't.nothing' cannot be resolved or requester is not authorized to access requested resources

SELECT x FROM (VALUES 1) AS a(x), (VALUES 2) AS b(x);
-- error AMBIGUOUS_NAME: line 1:8: Column 'x' is ambiguous

SELECT * FROM nowhere;
-- error MISSING_SCHEMA_NAME: line 1:15: Schema must be specified when session schema is not set
-- deviates: a query always has a database on Athena

SELECT 1 AS a, a + 1;
-- error COLUMN_NOT_FOUND: line 1:16: Column 'a' cannot be resolved or requester is not authorized to access requested resources

SELECT FROM;
-- error SYNTAX_ERROR: line 1:8: mismatched input 'FROM'. Expecting: '*', 'ALL', 'DISTINCT', <expression>
-- words: line 1:11: mismatched input 'FROM'

SELECT 1 FROM (VALUES 1) AS t(x) WHERE x;
-- error TYPE_MISMATCH: line 1:40: WHERE clause must evaluate to a boolean: actual type integer

SELECT 1 WHERE 'a';
-- error TYPE_MISMATCH: line 1:16: WHERE clause must evaluate to a boolean: actual type varchar(1)

SELECT X, "X" FROM (VALUES 1) AS t(x);
-- ["X integer", "X integer"]
-- ["1", "1"]

SELECT x AS "select" FROM (VALUES 1) AS t(x);
-- ["select integer"]
-- ["1"]

SELECT count(*) FROM (VALUES 1, 2) AS a(x), LATERAL (SELECT x * 2 AS y) AS b WHERE y > 2;
-- ["_col0 bigint"]
-- ["1"]

SELECT x FROM (VALUES 1, 2) AS t(x) TABLESAMPLE BERNOULLI (100);
-- ["x integer"]
-- ["1"]
-- ["2"]
-- refused: TABLESAMPLE

SELECT * FROM (VALUES 1, 2) AS t(x) MATCH_RECOGNIZE (ORDER BY x MEASURES A.x AS y PATTERN (A) DEFINE A AS true);
-- ["y integer"]
-- ["1"]
-- ["2"]
-- refused: MATCH_RECOGNIZE

SELECT x FROM (VALUES 1, 2) AS t(x) ORDER BY 2;
-- error INVALID_COLUMN_REFERENCE: line 1:46: ORDER BY position 2 is not in select list

SELECT DISTINCT x FROM (VALUES (1, 2)) AS t(x, y) ORDER BY y;
-- error EXPRESSION_NOT_IN_DISTINCT: line 1:1: For SELECT DISTINCT, ORDER BY expressions must appear in select list
-- deviates: it is accepted

SELECT true AND null, true OR null, NOT null, null = null;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- [null, "true", null, null]

SELECT x LIKE 'a%' FROM (VALUES 'ab', null) AS t(x);
-- ["_col0 boolean"]
-- ["true"]
-- [null]

SELECT * FROM UNNEST(ARRAY[1, 2]);
-- ["_col0 integer"]
-- ["1"]
-- ["2"]
-- deviates: the column is named unnest

SELECT x FROM (VALUES 1) AS t(x) WHERE x = 1 -- a comment
ORDER BY x;
-- ["x integer"]
-- ["1"]

SELECT "$path" FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:8: Column '$path' cannot be resolved or requester is not authorized to access requested resources
-- deviates: the code is TYPE_MISMATCH
