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

SELECT * FROM (VALUES 1, 2) AS t(x) MATCH_RECOGNIZE (ORDER BY x MEASURES A.x AS y PATTERN (A) DEFINE A AS true);
-- ["y integer"]
-- ["1"]
-- ["2"]
-- refused: MATCH_RECOGNIZE

SELECT x FROM (VALUES 1, 2) AS t(x) ORDER BY 2;
-- error INVALID_COLUMN_REFERENCE: line 1:46: ORDER BY position 2 is not in select list

SELECT DISTINCT x FROM (VALUES (1, 2)) AS t(x, y) ORDER BY y;
-- error EXPRESSION_NOT_IN_DISTINCT: line 1:1: For SELECT DISTINCT, ORDER BY expressions must appear in select list

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

SELECT x FROM (VALUES 1) AS t(x) WHERE x = 1 -- a comment
ORDER BY x;
-- ["x integer"]
-- ["1"]

SELECT "$path" FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:8: Column '$path' cannot be resolved or requester is not authorized to access requested resources

SELECT x, y FROM (VALUES (1, 'a'), (2, null), (null, 'c')) AS t(x, y) WHERE x NOT IN (1, 3);
-- ["x integer", "y varchar"]
-- ["2", null]

SELECT x FROM (VALUES 1, 2, null) AS t(x) WHERE x NOT IN (SELECT y FROM (VALUES 1, null) AS u(y));
-- ["x integer"]

SELECT x FROM (VALUES 1, 2, null) AS t(x) WHERE x IN (SELECT y FROM (VALUES 1, null) AS u(y));
-- ["x integer"]
-- ["1"]

SELECT x IS DISTINCT FROM 1, x IS NOT DISTINCT FROM null FROM (VALUES 1, 2, null) AS t(x) ORDER BY 1, 2;
-- ["_col0 boolean", "_col1 boolean"]
-- ["false", "false"]
-- ["true", "false"]
-- ["true", "true"]

SELECT x FROM (VALUES 1, 2, 3) AS t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 2, 3) AS u(y) WHERE u.y = t.x) ORDER BY x;
-- ["x integer"]
-- ["2"]
-- ["3"]

SELECT x, (SELECT count(*) FROM (VALUES 1, 1, 2) AS u(y) WHERE u.y = t.x) AS n FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "n bigint"]
-- ["1", "2"]
-- ["2", "1"]
-- ["3", "0"]

SELECT x FROM (VALUES 1, 5, 9) AS t(x) WHERE x > ALL (SELECT y FROM (VALUES 1, 4) AS u(y)) ORDER BY x;
-- ["x integer"]
-- ["5"]
-- ["9"]

SELECT x FROM (VALUES 1, 5, 9) AS t(x) WHERE x >= ANY (SELECT y FROM (VALUES 5, 10) AS u(y)) ORDER BY x;
-- ["x integer"]
-- ["5"]
-- ["9"]

SELECT x FROM (VALUES 1, 5, 9) AS t(x) WHERE x = SOME (SELECT y FROM (VALUES 5, 10) AS u(y));
-- ["x integer"]
-- ["5"]

SELECT (SELECT max(x) FROM (VALUES 1, 2) AS t(x)) + 1;
-- ["_col0 integer"]
-- ["3"]

SELECT (SELECT x FROM (VALUES 1) AS t(x) WHERE x > 5);
-- ["_col0 integer"]
-- [null]

SELECT a.x, b.x FROM (VALUES 1, 2) AS a(x) FULL OUTER JOIN (VALUES 2, 3) AS b(x) ON a.x = b.x ORDER BY 1, 2;
-- ["x integer", "x integer"]
-- ["1", null]
-- ["2", "2"]
-- [null, "3"]

SELECT x, y, z FROM (VALUES (1, 2), (2, 3)) AS a(x, y) JOIN (VALUES (1, 'p'), (2, 'q')) AS b(x, z) USING (x) ORDER BY x;
-- ["x integer", "y integer", "z varchar"]
-- ["1", "2", "p"]
-- ["2", "3", "q"]

SELECT a.*, b.z FROM (VALUES (1, 2)) AS a(x, y) CROSS JOIN (VALUES (3)) AS b(z);
-- ["x integer", "y integer", "z integer"]
-- ["1", "2", "3"]

SELECT x, count(*) FROM (VALUES 1, 1, 2) AS t(x) GROUP BY x HAVING count(*) > 1;
-- ["x integer", "_col1 bigint"]
-- ["1", "2"]

SELECT x + 1 AS y, count(*) FROM (VALUES 1, 1, 2) AS t(x) GROUP BY x + 1 ORDER BY y;
-- ["y integer", "_col1 bigint"]
-- ["2", "2"]
-- ["3", "1"]

SELECT x + 1 AS y, count(*) FROM (VALUES 1, 1, 2) AS t(x) GROUP BY y;
-- error COLUMN_NOT_FOUND: line 1:68: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT x AS y, count(*) FROM (VALUES 1, 1, 2) AS t(x) GROUP BY 1 ORDER BY 2 DESC, 1;
-- ["y integer", "_col1 bigint"]
-- ["1", "2"]
-- ["2", "1"]

SELECT count(*) FROM (VALUES 1, 2) AS t(x) HAVING count(*) > 5;
-- ["_col0 bigint"]

SELECT sum(x) FROM (VALUES 1, 2) AS t(x) WHERE x > 5;
-- ["_col0 bigint"]
-- [null]

SELECT count(*), sum(x), avg(x), max(x), array_agg(x) FROM (VALUES 1) AS t(x) WHERE false;
-- ["_col0 bigint", "_col1 bigint", "_col2 double", "_col3 integer", "_col4 array(integer)"]
-- ["0", null, null, null, null]

SELECT x FROM (VALUES 3, 1, 2) AS t(x) ORDER BY x OFFSET 1 ROW FETCH FIRST 1 ROW ONLY;
-- ["x integer"]
-- ["2"]

SELECT x FROM (VALUES 1, 1, 2) AS t(x) ORDER BY x FETCH FIRST 1 ROW WITH TIES;
-- ["x integer"]
-- ["1"]
-- ["1"]

SELECT x FROM (VALUES 3, null, 1) AS t(x) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["3"]
-- [null]

SELECT x FROM (VALUES 3, null, 1) AS t(x) ORDER BY x DESC;
-- ["x integer"]
-- ["3"]
-- ["1"]
-- [null]

SELECT x FROM (VALUES 3, null, 1) AS t(x) ORDER BY x NULLS FIRST;
-- ["x integer"]
-- [null]
-- ["1"]
-- ["3"]

SELECT x FROM (VALUES 3, null, 1) AS t(x) ORDER BY x DESC NULLS LAST;
-- ["x integer"]
-- ["3"]
-- ["1"]
-- [null]

SELECT x AS y FROM (VALUES 3, 1) AS t(x) ORDER BY y;
-- ["y integer"]
-- ["1"]
-- ["3"]

SELECT x AS y FROM (VALUES 3, 1) AS t(x) ORDER BY -x;
-- ["y integer"]
-- ["3"]
-- ["1"]

SELECT -x AS x FROM (VALUES 3, 1) AS t(x) ORDER BY x;
-- ["x integer"]
-- ["-3"]
-- ["-1"]

SELECT 1 AS a UNION SELECT 2 UNION ALL SELECT 2 ORDER BY a;
-- ["a integer"]
-- ["1"]
-- ["2"]
-- ["2"]

SELECT x FROM (VALUES 1, 1, 2) AS t(x) EXCEPT ALL SELECT 1;
-- ["x integer"]
-- ["2"]
-- ["1"]

SELECT x FROM (VALUES 1, 1, 2) AS t(x) INTERSECT ALL SELECT y FROM (VALUES 1, 1) AS u(y);
-- ["x integer"]
-- ["1"]
-- ["1"]

SELECT x FROM (VALUES 1, 1, 2) AS t(x) INTERSECT SELECT 1;
-- ["x integer"]
-- ["1"]

(SELECT 1 AS x) UNION ALL (SELECT 2) ORDER BY x DESC LIMIT 1;
-- ["x integer"]
-- ["2"]

SELECT 1 AS x, 'a' AS y UNION ALL SELECT 2.5, null ORDER BY x;
-- ["x double", "y varchar"]
-- ["1.0", "a"]
-- ["2.5", null]

SELECT cast(null as varchar) UNION SELECT 'a' ORDER BY 1;
-- ["_col0 varchar"]
-- ["a"]
-- [null]

WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b;
-- ["x integer", "y integer"]
-- ["1", "2"]

WITH a(p, q) AS (VALUES (1, 'x'), (2, 'y')) SELECT q FROM a WHERE p = 2;
-- ["q varchar"]
-- ["y"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r ORDER BY n;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

SELECT "X" FROM (VALUES 1) AS t(x);
-- ["X integer"]
-- ["1"]

SELECT "a b" FROM (VALUES 1) AS t("a b");
-- ["a b integer"]
-- ["1"]

SELECT T.X FROM (VALUES 1) AS t(x);
-- ["X integer"]
-- ["1"]

SELECT 1 AS "Mixed Case", 2 AS lower;
-- ["Mixed Case integer", "lower integer"]
-- ["1", "2"]

SELECT DISTINCT x, y FROM (VALUES (1, 2), (1, 2), (2, 1)) AS t(x, y) ORDER BY y, x;
-- ["x integer", "y integer"]
-- ["2", "1"]
-- ["1", "2"]

SELECT count(DISTINCT x), count(DISTINCT y), count(*) FROM (VALUES (1, 2), (1, 3), (2, null)) AS t(x, y);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2", "2", "3"]

SELECT count(DISTINCT (x, y)) FROM (VALUES (1, 2), (1, 3), (1, 2)) AS t(x, y);
-- ["_col0 bigint"]
-- ["2"]

SELECT x, y FROM (VALUES (1, ARRAY[10, 20]), (2, ARRAY[])) AS t(x, a) CROSS JOIN UNNEST(a) AS u(y) ORDER BY 1, 2;
-- ["x integer", "y integer"]
-- ["1", "10"]
-- ["1", "20"]

SELECT x, y FROM (VALUES (1, ARRAY[10, 20]), (2, ARRAY[])) AS t(x, a) LEFT JOIN UNNEST(a) AS u(y) ON true ORDER BY 1, 2;
-- ["x integer", "y integer"]
-- ["1", "10"]
-- ["1", "20"]
-- ["2", null]

SELECT k, v FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, 2])) AS t(k, v) ORDER BY k;
-- ["k varchar", "v integer"]
-- ["a", "1"]
-- ["b", "2"]

SELECT a, b FROM UNNEST(ARRAY[1, 2], ARRAY['x']) AS t(a, b) ORDER BY a;
-- ["a integer", "b varchar"]
-- ["1", "x"]
-- ["2", null]

SELECT a, n FROM UNNEST(ARRAY['x', 'y']) WITH ORDINALITY AS t(a, n) ORDER BY n;
-- ["a varchar", "n bigint"]
-- ["x", "1"]
-- ["y", "2"]

SELECT id, name FROM UNNEST(ARRAY[row(1, 'a'), row(2, 'b')]) AS t(id, name) ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "a"]
-- ["2", "b"]

SELECT t.x, u.y, u.n FROM (VALUES 'a,b', 'c') AS t(x) CROSS JOIN UNNEST(split(t.x, ',')) WITH ORDINALITY AS u(y, n) ORDER BY 1, 3;
-- ["x varchar", "y varchar", "n bigint"]
-- ["a,b", "a", "1"]
-- ["a,b", "b", "2"]
-- ["c", "c", "1"]

SELECT x FROM (VALUES 1, 2, 3) AS t(x) CROSS JOIN LATERAL (SELECT t.x * 2 AS y) AS l WHERE y > 2 ORDER BY x;
-- ["x integer"]
-- ["2"]
-- ["3"]

SELECT * FROM (SELECT 1 AS a, 2 AS b) AS t(c, d);
-- ["c integer", "d integer"]
-- ["1", "2"]

SELECT t.* FROM (VALUES (1, 'a')) AS t(id, name);
-- ["id integer", "name varchar"]
-- ["1", "a"]

VALUES (1, 'a'), (2, 'b');
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "a"]
-- ["2", "b"]

SELECT * FROM (VALUES row(1, 'a'), row(2, 'b')) AS t(x, y) ORDER BY x;
-- ["x integer", "y varchar"]
-- ["1", "a"]
-- ["2", "b"]

SELECT CASE x WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["_col0 varchar"]
-- ["one"]
-- ["two"]
-- ["many"]

SELECT CASE WHEN x IS NULL THEN 'none' WHEN x > 1 THEN 'big' END FROM (VALUES 1, 2, null) AS t(x) ORDER BY x;
-- ["_col0 varchar"]
-- [null]
-- ["big"]
-- ["none"]

SELECT nullif(1, 1), nullif(1, 2), coalesce(null, 2, 1/0);
-- ["_col0 integer", "_col1 integer", "_col2 integer"]
-- [null, "1", "2"]

SELECT if(true, 1/1, 1/0), try(1/0), coalesce(try(1/0), 7);
-- ["_col0 integer", "_col1 integer", "_col2 integer"]
-- ["1", null, "7"]

SELECT x FROM (VALUES 1, 2) AS t(x) WHERE x = 1 OR null;
-- ["x integer"]
-- ["1"]

SELECT true AND null, false AND null, true OR null, NOT cast(null as boolean);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- [null, "false", "true", null]

SELECT 1 WHERE null;
-- ["_col0 integer"]

SELECT x, sum(y) FROM (VALUES (1, 2), (1, 3), (2, 4)) AS t(x, y) GROUP BY ROLLUP (x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "5"]
-- ["2", "4"]
-- [null, "9"]

SELECT x, y, count(*), grouping(x, y) FROM (VALUES (1, 2), (1, 3)) AS t(x, y) GROUP BY CUBE (x, y) ORDER BY 4, 1, 2;
-- ["x integer", "y integer", "_col2 bigint", "_col3 integer"]
-- ["1", "2", "1", "0"]
-- ["1", "3", "1", "0"]
-- ["1", null, "2", "1"]
-- [null, "2", "1", "2"]
-- [null, "3", "1", "2"]
-- [null, null, "2", "3"]

SELECT x, y, count(*) FROM (VALUES (1, 2), (1, 3)) AS t(x, y) GROUP BY GROUPING SETS ((x), (y), ()) ORDER BY 1, 2;
-- ["x integer", "y integer", "_col2 bigint"]
-- ["1", null, "2"]
-- [null, "2", "1"]
-- [null, "3", "1"]
-- [null, null, "2"]

SELECT x, count(*) FROM (VALUES 1, 2) AS t(x) GROUP BY x, x ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "1"]

SELECT max(x) - min(x) AS spread FROM (VALUES date '2026-01-01', date '2026-02-01') AS t(x);
-- ["spread interval day to second"]
-- ["31 00:00:00.000"]

SELECT * FROM (VALUES 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) AS t(x) TABLESAMPLE BERNOULLI (100) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]
-- ["3"]
-- ["4"]
-- ["5"]
-- ["6"]
-- ["7"]
-- ["8"]
-- ["9"]
-- ["10"]

SELECT x FROM (VALUES (1, 2)) AS t(x, x);
-- error AMBIGUOUS_NAME: line 1:8: Column 'x' is ambiguous

SELECT y FROM (SELECT x AS y, x AS y FROM (VALUES 1) AS t(x));
-- error AMBIGUOUS_NAME: line 1:8: Column 'y' is ambiguous

SELECT sum(x) OVER () FROM (VALUES 1) AS t(x) GROUP BY x;
-- ["_col0 bigint"]
-- ["1"]

SELECT x FROM (VALUES 1) AS t(x) LIMIT 0;
-- ["x integer"]

SELECT x FROM (VALUES 1, 2) AS t(x) LIMIT ALL;
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT * FROM (VALUES 1) AS t(x) WHERE x BETWEEN 0 AND 2 AND x BETWEEN 2 AND 0;
-- ["x integer"]

SELECT x FROM (VALUES 'apple', 'a%b', 'a_b') AS t(x) WHERE x LIKE 'a\%b' ESCAPE '\';
-- ["x varchar"]
-- ["a%b"]

SELECT x FROM (VALUES 'apple', 'Apple', 'pear') AS t(x) WHERE x LIKE 'a%' OR x NOT LIKE '%e%' ORDER BY x;
-- ["x varchar"]
-- ["apple"]

SELECT 'a' LIKE 'A', 'abc' LIKE '_b_', '' LIKE '%', null LIKE 'a', 'a' LIKE null;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- ["false", "true", "true", null, null]

SELECT 'a\b' LIKE 'a\b', 'a%' LIKE 'a#%' ESCAPE '#';
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "true"]

SELECT 'a' LIKE 'a#' ESCAPE '#';
-- error INVALID_FUNCTION_ARGUMENT: Escape character must be followed by '%', '_' or the escape character itself

SELECT x FROM (VALUES 1, 2, 3) AS t(x) WHERE (x, x + 1) IN ((1, 2), (3, 5));
-- ["x integer"]
-- ["1"]

SELECT (1, 2) = (1, 2), (1, null) = (1, 2), row(1, 2) < row(1, 3);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", null, "true"]

SELECT ARRAY[1, 2] = ARRAY[1, 2], ARRAY[1, null] = ARRAY[1, 2], ARRAY[1, 2] < ARRAY[1, 3], MAP(ARRAY[1], ARRAY[2]) = MAP(ARRAY[1], ARRAY[2]);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", null, "true", "true"]

SELECT min(a), max(a) FROM (VALUES ARRAY[1, 2], ARRAY[1, 3]) AS t(a);
-- ["_col0 array(integer)", "_col1 array(integer)"]
-- ["[1, 2]", "[1, 3]"]

SELECT r.id, r.name FROM (SELECT cast(row(1, 'a') AS row(id integer, name varchar)) AS r);
-- ["id integer", "name varchar"]
-- ["1", "a"]

SELECT cast(row(1, 'a') AS row(id bigint, name varchar)), cast(row(1, 'a') AS row(id bigint, name varchar)).name;
-- ["_col0 row(id bigint, name varchar)", "_col1 varchar"]
-- ["{id=1, name=a}", "a"]

SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x DESC) FROM (VALUES 'a', 'c', 'b') AS t(x);
-- ["_col0 varchar"]
-- ["c,b,a"]

SELECT k, listagg(x, '-') WITHIN GROUP (ORDER BY x) FROM (VALUES (1, 'b'), (1, 'a'), (2, null)) AS t(k, x) GROUP BY k ORDER BY k;
-- ["k integer", "_col1 varchar"]
-- ["1", "a-b"]
-- ["2", null]

SELECT array_agg(x ORDER BY y DESC) FROM (VALUES (1, 2), (3, 4)) AS t(x, y);
-- ["_col0 array(integer)"]
-- ["[3, 1]"]

SELECT array_agg(DISTINCT x ORDER BY x) FROM (VALUES 2, 1, 2) AS t(x);
-- ["_col0 array(integer)"]
-- ["[1, 2]"]

SELECT x, y FROM (VALUES (1, 2)) AS t(x, y) ORDER BY x + y, 1;
-- ["x integer", "y integer"]
-- ["1", "2"]

SELECT current_date = date(now()), current_timestamp > timestamp '2020-01-01 00:00:00';
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "true"]

SELECT 1 + 2 * 3 - 4 / 2 % 3, -(-1), - - 1, (1 + 2) * 3;
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["5", "1", "1", "9"]

SELECT 1 = 1 AND 2 > 1, NOT 1 = 2, 1 <> 2, 1 != 2;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "true", "true"]

SELECT 'it''s', U&'\0041', 'a
b';
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["it's", "A", "a\nb"]

SELECT * FROM (SELECT x, row_number() OVER (ORDER BY x) AS n FROM (VALUES 5, 6, 7) AS t(x)) WHERE n = 2;
-- ["x integer", "n bigint"]
-- ["6", "2"]

SELECT count(*) FROM (SELECT DISTINCT x FROM (VALUES 1, 1, null, null) AS t(x));
-- ["_col0 bigint"]
-- ["2"]

SELECT x, count(*) FROM (VALUES 1, null, null) AS t(x) GROUP BY x ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- [null, "2"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 10) SELECT count(*) FROM r;
-- ["_col0 bigint"]
-- ["10"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 11) SELECT count(*) FROM r;
-- ["_col0 bigint"]
-- ["11"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 12) SELECT count(*) FROM r;
-- error NOT_SUPPORTED: Recursion depth limit exceeded (10). Use 'max_recursion_depth' session property to modify the limit.

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r;
-- error NOT_SUPPORTED: Recursion depth limit exceeded (10). Use 'max_recursion_depth' session property to modify the limit.

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r LIMIT 3;
-- error NOT_SUPPORTED: Recursion depth limit exceeded (10). Use 'max_recursion_depth' session property to modify the limit.

WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
-- ["n integer"]
-- ["3"]
-- ["1"]
-- ["2"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT r.n + 1 FROM r WHERE r.n < 3) SELECT n FROM r;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT s.n + 1 FROM r AS s WHERE s.n < 3) SELECT n FROM r;
-- ["n integer"]
-- ["2"]
-- ["3"]
-- ["1"]

WITH RECURSIVE r(n) AS (SELECT n + 1 FROM r UNION ALL SELECT 1) SELECT n FROM r;
-- error INVALID_RECURSIVE_REFERENCE: line 1:43: WITH table name is referenced in the base relation of recursion

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT a.n + b.n FROM r a, r b WHERE a.n < 3) SELECT n FROM r;
-- error INVALID_RECURSIVE_REFERENCE: line 1:71: multiple recursive references in the step relation of recursion

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT DISTINCT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT max(n) + 1 FROM r) SELECT n FROM r;
-- error NOT_SUPPORTED: Recursion depth limit exceeded (10). Use 'max_recursion_depth' session property to modify the limit.

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM r WHERE n < 3 LIMIT 1)) SELECT n FROM r;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3 ORDER BY 1) SELECT n FROM r;
-- error NOT_SUPPORTED: line 1:76: immediate ORDER BY clause in recursive query

WITH RECURSIVE r(n) AS ((SELECT 1 UNION ALL SELECT 2) UNION ALL SELECT n + 2 FROM r WHERE n < 5) SELECT n FROM r ORDER BY n;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]
-- ["4"]
-- ["5"]
-- ["6"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3 UNION ALL SELECT n + 10 FROM r WHERE n < 3) SELECT n FROM r;
-- error INVALID_RECURSIVE_REFERENCE: line 1:62: WITH table name is referenced in the base relation of recursion

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 'a' FROM r) SELECT n FROM r;
-- error TYPE_MISMATCH: line 1:44: recursion step relation output type (varchar(1)) is not coercible to recursion base relation output type (integer) at column 1

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM r WHERE n < 3) SELECT n FROM r;
-- error TYPE_MISMATCH: line 1:44: recursion step relation output type (double) is not coercible to recursion base relation output type (integer) at column 1

WITH RECURSIVE r(n, m) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
-- error MISMATCHED_COLUMN_ALIASES: line 1:18: Column alias list has 2 entries but relation has 1 columns

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE EXISTS (SELECT 1 FROM r)) SELECT n FROM r;
-- error INVALID_RECURSIVE_REFERENCE: line 1:92: multiple recursive references in the step relation of recursion

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT u.x FROM r LEFT JOIN (VALUES 2) AS u(x) ON r.n < u.x WHERE r.n < 2) SELECT n FROM r;
-- ["n integer"]
-- ["2"]
-- ["1"]

WITH RECURSIVE r(n) AS (SELECT 1), s(m) AS (SELECT n FROM r UNION ALL SELECT m + 1 FROM s WHERE m < 4) SELECT * FROM s ORDER BY 1;
-- ["m integer"]
-- ["1"]
-- ["2"]
-- ["3"]
-- ["4"]

WITH RECURSIVE r(n) AS (SELECT 1) SELECT n FROM r;
-- ["n integer"]
-- ["1"]

WITH RECURSIVE p(id, path) AS (SELECT id, cast(name AS varchar) FROM (VALUES (1, null, 'home'), (2, 1, 'shop')) AS t(id, parent, name) WHERE parent IS NULL UNION ALL SELECT t.id, p.path || '/' || t.name FROM (VALUES (1, null, 'home'), (2, 1, 'shop')) AS t(id, parent, name) JOIN p ON t.parent = p.id) SELECT * FROM p ORDER BY id;
-- ["id integer", "path varchar"]
-- ["1", "home"]
-- ["2", "home/shop"]

WITH RECURSIVE r(n, s) AS (SELECT 1, 'a' UNION ALL SELECT n + 1, s || 'b' FROM r WHERE n < 3) SELECT * FROM r ORDER BY n;
-- error TYPE_MISMATCH: line 1:52: recursion step relation output type (varchar) is not coercible to recursion base relation output type (varchar(1)) at column 2

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r), s(m) AS (SELECT 1) SELECT * FROM s;
-- ["m integer"]
-- ["1"]

VALUES 1, 2 ORDER BY 1;
-- ["_col0 integer"]
-- ["1"]
-- ["2"]

VALUES (1,'a'),(2,'b') ORDER BY 2 DESC LIMIT 1;
-- ["_col0 integer", "_col1 varchar"]
-- ["2", "b"]

VALUES 3,1,2 OFFSET 1;
-- ["_col0 integer"]
-- ["1"]
-- ["2"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT N + 1 FROM R WHERE n < 3) SELECT * FROM r ORDER BY n;
-- ["n integer"]
-- ["1"]
-- ["2"]
-- ["3"]

WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r a JOIN r b ON a.n = b.n ORDER BY 1;
-- ["n integer", "n integer"]
-- ["1", "1"]
-- ["2", "2"]
-- ["3", "3"]
