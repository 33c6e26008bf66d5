-- Analyses: what an analyst combines · Trino 435

SELECT n, sum(x) OVER (ORDER BY n RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) FROM (VALUES (1, 10), (2, 20), (2, 30), (5, 50)) AS t(n, x) ORDER BY 1, 2;
-- ["n integer", "_col1 bigint"]
-- ["1", null]
-- ["2", "10"]
-- ["2", "10"]
-- ["5", "60"]

SELECT n, count(*) OVER (ORDER BY n DESC RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 2, 5) AS t(n) ORDER BY 1;
-- ["n integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "2"]
-- ["2", "2"]
-- ["5", "1"]

SELECT n, sum(n) OVER (ORDER BY n RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, null, null) AS t(n) ORDER BY 1;
-- ["n integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "3"]
-- [null, null]
-- [null, null]

SELECT n, count(*) OVER (ORDER BY n GROUPS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) FROM (VALUES 1, 1, 2, 3, 3) AS t(n) ORDER BY 1;
-- ["n integer", "_col1 bigint"]
-- ["1", "3"]
-- ["1", "3"]
-- ["2", "2"]
-- ["3", "0"]
-- ["3", "0"]

SELECT n, first_value(n) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING), last_value(n) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 1, 4, 9) AS t(n) ORDER BY 1;
-- ["n integer", "_col1 integer", "_col2 integer"]
-- ["1", "1", "4"]
-- ["1", "1", "4"]
-- ["4", "1", "9"]
-- ["9", "4", "9"]

SELECT at, count(*) OVER (ORDER BY at RANGE BETWEEN interval '30' minute PRECEDING AND CURRENT ROW) AS n FROM (VALUES timestamp '2026-01-01 10:00:00', timestamp '2026-01-01 10:30:00', timestamp '2026-01-01 10:31:00') AS t(at) ORDER BY at;
-- ["at timestamp(3)", "n bigint"]
-- ["2026-01-01 10:00:00.000", "1"]
-- ["2026-01-01 10:30:00.000", "2"]
-- ["2026-01-01 10:31:00.000", "2"]

SELECT d, sum(x) OVER (ORDER BY d RANGE BETWEEN interval '1' month PRECEDING AND CURRENT ROW) AS s FROM (VALUES (date '2026-01-31', 1), (date '2026-02-28', 2), (date '2026-03-30', 4)) AS t(d, x) ORDER BY d;
-- ["d date", "s bigint"]
-- ["2026-01-31", "1"]
-- ["2026-02-28", "3"]
-- ["2026-03-30", "6"]

SELECT x, sum(x) OVER (ORDER BY x ROWS BETWEEN -1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2) AS t(x);
-- error INVALID_WINDOW_FRAME: Window frame offset value must not be negative or null

SELECT x, sum(x) OVER (ROWS BETWEEN x PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1) AS t(x);
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["1", "2"]

SELECT x, sum(x) OVER (ORDER BY y RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES (1, 'a')) AS t(x, y);
-- error TYPE_MISMATCH: line 1:33: Window frame of type RANGE PRECEDING or FOLLOWING requires that sort item type be numeric, datetime or interval (actual: varchar(1))

SELECT sum(x) OVER (RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1) AS t(x);
-- error MISSING_ORDER_BY: line 1:21: Window frame of type RANGE PRECEDING or FOLLOWING requires ORDER BY

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame start cannot be UNBOUNDED FOLLOWING

SELECT n, lead(x) IGNORE NULLS OVER (ORDER BY n), lead(x, 2) IGNORE NULLS OVER (ORDER BY n), lag(x, 1, -1) IGNORE NULLS OVER (ORDER BY n) FROM (VALUES (1, null), (2, 20), (3, null), (4, 40)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["1", "20", "40", "-1"]
-- ["2", "40", null, "-1"]
-- ["3", "40", null, "20"]
-- ["4", null, null, "20"]

SELECT n, nth_value(x, 2) IGNORE NULLS OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (1, null), (2, 20), (3, 30)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer"]
-- ["1", "30"]
-- ["2", "30"]
-- ["3", "30"]

SELECT n, lag(x) RESPECT NULLS OVER (ORDER BY n) FROM (VALUES (1, 10), (2, null), (3, 30)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer"]
-- ["1", null]
-- ["2", "10"]
-- ["3", null]

SELECT sum(x) IGNORE NULLS OVER () FROM (VALUES 1, null) AS t(x);
-- error NULL_TREATMENT_NOT_ALLOWED: line 1:8: Cannot specify null treatment clause for sum function

SELECT n, lag(x, 0) OVER (ORDER BY n), lag(x, n) OVER (ORDER BY n), lag(x, null) OVER (ORDER BY n) FROM (VALUES (1, 10), (2, 20), (3, 30)) AS t(n, x) ORDER BY n;
-- error INVALID_FUNCTION_ARGUMENT: Offset must not be null

SELECT nth_value(x, 0) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must be at least 1

SELECT g, x, sum(x) OVER w, sum(x) OVER (w ORDER BY x), rank() OVER v FROM (VALUES ('a', 1), ('a', 2), ('b', 5)) AS t(g, x) WINDOW w AS (PARTITION BY g), v AS (w ORDER BY x DESC) ORDER BY 1, 2;
-- ["g varchar", "x integer", "_col2 bigint", "_col3 bigint", "_col4 bigint"]
-- ["a", "1", "3", "1", "2"]
-- ["a", "2", "3", "3", "1"]
-- ["b", "5", "5", "5", "1"]

SELECT x, sum(x) OVER (w ROWS 1 PRECEDING) FROM (VALUES 1, 2, 3) AS t(x) WINDOW w AS (ORDER BY x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "3"]
-- ["3", "5"]

SELECT sum(x) OVER v FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x);
-- error INVALID_WINDOW_REFERENCE: line 1:20: Cannot resolve WINDOW name v

SELECT sum(x) OVER (w PARTITION BY x) FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x);
-- error INVALID_PARTITION_BY: line 1:36: WINDOW specification with named WINDOW reference cannot specify PARTITION BY

SELECT sum(x) OVER (w ORDER BY x) FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x);
-- error INVALID_ORDER_BY: line 1:23: Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY

SELECT sum(x) OVER w FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x), w AS ();
-- error DUPLICATE_WINDOW_NAME: line 1:72: WINDOW name 'w' specified more than once

SELECT g, count(*) FROM (VALUES 'a', 'b') AS t(g) GROUP BY g HAVING row_number() OVER () = 1;
-- error NESTED_WINDOW: line 1:69: HAVING clause cannot contain window functions or row pattern measures

SELECT count(*) FROM (VALUES 1, 2) AS t(x) GROUP BY row_number() OVER ();
-- error EXPRESSION_NOT_SCALAR: line 1:53: GROUP BY clause cannot contain aggregations, window functions or grouping operations: [row_number() OVER ()]

SELECT rank() OVER (ORDER BY rank() OVER (ORDER BY x)) FROM (VALUES 1) AS t(x);
-- error NESTED_WINDOW: line 1:30: Cannot nest window functions or row pattern measures inside window specification

SELECT x, row_number() OVER (ORDER BY x) + 1 AS n FROM (VALUES 1, 2) AS t(x) ORDER BY row_number() OVER (ORDER BY x DESC);
-- ["x integer", "n bigint"]
-- ["2", "3"]
-- ["1", "2"]

SELECT g, avg(x) OVER (PARTITION BY g), cast(avg(x) OVER (PARTITION BY g) AS decimal(5,1)) FROM (VALUES ('a', decimal '1.5'), ('a', decimal '2.0')) AS t(g, x);
-- ["g varchar", "_col1 decimal(2,1)", "_col2 decimal(5,1)"]
-- ["a", "1.8", "1.8"]
-- ["a", "1.8", "1.8"]

SELECT x, percent_rank() OVER (PARTITION BY x), cume_dist() OVER (ORDER BY x DESC) FROM (VALUES 1, 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 double", "_col2 double"]
-- ["1", "0.0", "1.0"]
-- ["1", "0.0", "1.0"]
-- ["2", "0.0", "0.3333333333333333"]

SELECT x, listagg(x, ',') WITHIN GROUP (ORDER BY x) OVER () FROM (VALUES 'a') AS t(x);
-- error SYNTAX_ERROR: line 1:58: mismatched input '('. Expecting: ',', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT x, array_agg(x ORDER BY x) OVER () FROM (VALUES 1) AS t(x);
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT x, ntile(5) OVER (ORDER BY x), ntile(null) OVER (ORDER BY x) FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint", "_col2 bigint"]
-- ["1", "1", null]
-- ["2", "2", null]

SELECT a, b, c FROM UNNEST(ARRAY[row(1, 'x'), row(2, 'y')], ARRAY[true]) AS t(a, b, c) ORDER BY a;
-- ["a integer", "b varchar", "c boolean"]
-- ["1", "x", "true"]
-- ["2", "y", null]

SELECT a, b, n FROM UNNEST(ARRAY[row(1, 'x'), row(2, null)]) WITH ORDINALITY AS t(a, b, n) ORDER BY n;
-- ["a integer", "b varchar", "n bigint"]
-- ["1", "x", "1"]
-- ["2", null, "2"]

SELECT t.r.id FROM (SELECT cast(row(1, 'x') AS row(id integer, name varchar)) AS r) AS t;
-- ["id integer"]
-- ["1"]

SELECT e.id, e.page FROM (VALUES ARRAY[cast(row(1, 'menu') AS row(id integer, page varchar))]) AS t(events) CROSS JOIN UNNEST(events) AS e(id, page);
-- ["id integer", "page varchar"]
-- ["1", "menu"]

SELECT k, v, n FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, 2])) WITH ORDINALITY AS t(k, v, n) ORDER BY n;
-- ["k varchar", "v integer", "n bigint"]
-- ["a", "1", "1"]
-- ["b", "2", "2"]

SELECT a, b FROM UNNEST(ARRAY[1, 2, 3], ARRAY['x']) WITH ORDINALITY AS t(a, b, n) WHERE n > 1 ORDER BY n;
-- ["a integer", "b varchar"]
-- ["2", null]
-- ["3", null]

SELECT x FROM UNNEST(ARRAY[ARRAY[1, 2], ARRAY[3]]) AS t(y) CROSS JOIN UNNEST(y) AS u(x) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]
-- ["3"]

SELECT x FROM UNNEST(cast(null AS array(integer))) AS t(x);
-- ["x integer"]

SELECT n, x FROM (VALUES (1, ARRAY[5]), (2, null)) AS t(n, a) LEFT JOIN UNNEST(a) WITH ORDINALITY AS u(x, o) ON true ORDER BY n;
-- ["n integer", "x integer"]
-- ["1", "5"]
-- ["2", null]

SELECT x FROM UNNEST(5) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Cannot unnest type: integer

SELECT x, y FROM UNNEST(ARRAY[1]) AS t(x, y);
-- error MISMATCHED_COLUMN_ALIASES: line 1:18: Column alias list has 2 entries but 't' has 1 columns available

SELECT * FROM UNNEST(ARRAY[1, 2]) WITH ORDINALITY AS t;
-- ["_col0 integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "2"]

SELECT * FROM UNNEST(ARRAY[row(1, 'a')]);
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "a"]
-- refused: UNNEST without a name for each of its columns

SELECT count(*) FROM UNNEST(sequence(1, 10)) AS t(x) WHERE x % 3 = 0;
-- ["_col0 bigint"]
-- ["3"]

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) LEFT JOIN UNNEST(a) AS u(x) ON x > 5;
-- error NOT_SUPPORTED: line 1:85: LEFT JOIN involving UNNEST is only supported with condition ON TRUE

SELECT t.x, s.n FROM (VALUES 1, 2) AS t(x) LEFT JOIN LATERAL (SELECT count(*) AS n FROM (VALUES 1, 1) AS u(y) WHERE u.y = t.x) AS s ON true ORDER BY 1;
-- ["x integer", "n bigint"]
-- ["1", "2"]
-- ["2", "0"]

SELECT t.x, s.y FROM (VALUES 1, 2) AS t(x) CROSS JOIN LATERAL (VALUES t.x * 10, t.x * 20) AS s(y) ORDER BY 1, 2;
-- error NOT_SUPPORTED: line 1:64: Given correlated subquery is not supported
-- deviates: the correlated subquery is answered

SELECT t.x, s.y FROM (VALUES 1, 2) AS t(x) CROSS JOIN LATERAL (SELECT y FROM (VALUES 1, 2, 3) AS u(y) WHERE y >= t.x ORDER BY y DESC LIMIT 1) AS s ORDER BY 1;
-- error NOT_SUPPORTED: line 1:64: Given correlated subquery is not supported
-- deviates: the correlated subquery is answered

SELECT a, b, grouping(a), grouping(b), grouping(b, a), count(*) FROM (VALUES ('p', 'q'), ('p', 'r')) AS t(a, b) GROUP BY GROUPING SETS ((a, b), (a), (b), ()) ORDER BY 3, 4, 1, 2;
-- ["a varchar", "b varchar", "_col2 integer", "_col3 integer", "_col4 integer", "_col5 bigint"]
-- ["p", "q", "0", "0", "0", "1"]
-- ["p", "r", "0", "0", "0", "1"]
-- ["p", null, "0", "1", "2", "2"]
-- [null, "q", "1", "0", "1", "1"]
-- [null, "r", "1", "0", "1", "1"]
-- [null, null, "1", "1", "3", "2"]

SELECT coalesce(a, 'all'), sum(x) FROM (VALUES ('p', 1), ('q', 2)) AS t(a, x) GROUP BY ROLLUP (a) HAVING sum(x) > 1 ORDER BY 1;
-- ["_col0 varchar", "_col1 bigint"]
-- ["all", "3"]
-- ["q", "2"]

SELECT CASE WHEN grouping(a) = 1 THEN 'total' ELSE a END AS label, count(*) AS n FROM (VALUES 'p', 'q', null) AS t(a) GROUP BY ROLLUP (a) ORDER BY n, label;
-- ["label varchar", "n bigint"]
-- ["p", "1"]
-- ["q", "1"]
-- [null, "1"]
-- ["total", "3"]

SELECT grouping(x) FROM (VALUES 1) AS t(x);
-- error MISSING_GROUP_BY: line 1:1: A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause
-- deviates: the code is TYPE_MISMATCH

SELECT grouping(y) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY x;
-- error INVALID_ARGUMENTS: line 1:8: The arguments to GROUPING() must be expressions referenced by the GROUP BY at the associated query level. Mismatch due to y.
-- deviates: the code is TYPE_MISMATCH

SELECT a, b, count(*) FROM (VALUES ('p', 'q')) AS t(a, b) GROUP BY ROLLUP (a), CUBE (b) ORDER BY 1, 2;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["p", "q", "1"]
-- ["p", null, "1"]
-- [null, "q", "1"]
-- [null, null, "1"]

SELECT a, count(*) FROM (VALUES 'p') AS t(a) GROUP BY GROUPING SETS ((a), (a), ());
-- ["a varchar", "_col1 bigint"]
-- [null, "1"]
-- ["p", "1"]
-- ["p", "1"]

SELECT a, count(*) FROM (VALUES 'p') AS t(a) GROUP BY DISTINCT GROUPING SETS ((a), (a), ()) ORDER BY 1;
-- ["a varchar", "_col1 bigint"]
-- ["p", "1"]
-- [null, "1"]
-- deviates: it fails with GENERIC_INTERNAL_ERROR

SELECT count(*) FILTER (WHERE x), sum(y) FILTER (WHERE NOT x), array_agg(y ORDER BY y DESC) FILTER (WHERE y > 1) FROM (VALUES (true, 1), (false, 2), (null, 3)) AS t(x, y);
-- ["_col0 bigint", "_col1 bigint", "_col2 array(integer)"]
-- ["1", "2", "[3, 2]"]

SELECT count(*) FILTER (WHERE 1) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:31: Filter expression must evaluate to a boolean (actual: integer)

SELECT count(*) FILTER (WHERE count(*) > 1) FROM (VALUES 1) AS t(x);
-- error GENERIC_INTERNAL_ERROR: java.lang.RuntimeException: java.lang.IllegalArgumentException: ():bigint is not a scalar function
-- deviates: the code is NESTED_AGGREGATION

SELECT max(g) FILTER (WHERE x > 5), approx_distinct(g) FILTER (WHERE x < 5), max_by(g, x) FILTER (WHERE x < 3) FROM (VALUES ('a', 1), ('b', 2), ('c', 4)) AS t(g, x);
-- ["_col0 varchar", "_col1 bigint", "_col2 varchar"]
-- [null, "3", "b"]

SELECT lower('A') FILTER (WHERE true);
-- error FUNCTION_NOT_AGGREGATE: line 1:8: Filter is only valid for aggregation functions

SELECT listagg(DISTINCT x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 'b', 'a', 'b') AS t(x);
-- ["_col0 varchar"]
-- ["a,b"]

SELECT listagg(x) WITHIN GROUP (ORDER BY x), listagg(x, '; ' ON OVERFLOW ERROR) WITHIN GROUP (ORDER BY x) FROM (VALUES 'b', 'a') AS t(x);
-- ["_col0 varchar", "_col1 varchar"]
-- ["ab", "a; b"]

SELECT listagg(x, ',' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY x) FROM (VALUES 'b', 'a') AS t(x);
-- ["_col0 varchar"]
-- ["a,b"]

SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x) FILTER (WHERE x > 'a') FROM (VALUES 'b', 'a', null) AS t(x);
-- ["_col0 varchar"]
-- ["b"]

SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:8: Expected expression of varchar, but 'x' has integer type

SELECT length(listagg(x, ',' ON OVERFLOW TRUNCATE '...' WITHOUT COUNT) WITHIN GROUP (ORDER BY x)) FROM (SELECT rpad('a', 1048000, 'a') AS x FROM UNNEST(sequence(1, 2)));
-- ["_col0 bigint"]
-- ["1048004"]
-- deviates: a text over 1 MiB is not truncated

SELECT array_agg(x ORDER BY x DESC NULLS FIRST), array_agg(y ORDER BY x, y DESC) FROM (VALUES (1, 'a'), (1, 'b'), (null, 'c')) AS t(x, y);
-- ["_col0 array(integer)", "_col1 array(varchar)"]
-- ["[null, 1, 1]", "[b, a, c]"]

SELECT array_agg(DISTINCT x ORDER BY y) FROM (VALUES (1, 2)) AS t(x, y);
-- error EXPRESSION_NOT_IN_DISTINCT: line 1:38: For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments

SELECT g, array_agg(row(x, y) ORDER BY x)[1] FROM (VALUES ('a', 2, 'q'), ('a', 1, 'p')) AS t(g, x, y) GROUP BY g;
-- ["g varchar", "_col1 row(integer, varchar)"]
-- ["a", "{field0=1, field1=p}"]

SELECT try(cast('x' AS integer)) + 1, coalesce(try_cast('7' AS integer), 0), coalesce(try_cast('' AS double), -1), try_cast(null AS date);
-- ["_col0 integer", "_col1 integer", "_col2 double", "_col3 date"]
-- [null, "7", "-1.0", null]

SELECT try(date_parse(x, '%Y-%m-%d')) FROM (VALUES '2026-01-05', 'no', null) AS t(x) ORDER BY 1;
-- ["_col0 timestamp(3)"]
-- ["2026-01-05 00:00:00.000"]
-- [null]
-- [null]

SELECT try(ARRAY[1, 2][5]), try(element_at(ARRAY[1], 0)), try(2147483647 + 1), try(cast(1000 AS tinyint));
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 tinyint"]
-- [null, null, null, null]

SELECT try(json_parse('{')), try(from_base('z', 10)), try(decimal '1' / 0), try(regexp_extract('a', '(a)', 1));
-- ["_col0 json", "_col1 bigint", "_col2 decimal(1,0)", "_col3 varchar"]
-- [null, null, null, "a"]

SELECT try((SELECT x FROM (VALUES 1, 2) AS t(x)));
-- error SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows
-- deviates: the code is TYPE_MISMATCH

SELECT sum(try_cast(x AS integer)), count(try_cast(x AS integer)), count_if(try_cast(x AS integer) IS NULL) FROM (VALUES '1', 'x', '3') AS t(x);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["4", "2", "1"]

SELECT try_cast('2026-01-05T10:00:00' AS timestamp), try_cast('2026-1-5' AS date), try_cast('10' AS boolean), try_cast('1e400' AS double);
-- ["_col0 timestamp(3)", "_col1 date", "_col2 boolean", "_col3 double"]
-- [null, "2026-01-05", null, "Infinity"]

SELECT try_cast(ARRAY['1', 'x'] AS array(integer)), try_cast('1.239' AS decimal(3,2)), try_cast('12.3' AS decimal(2,1));
-- ["_col0 array(integer)", "_col1 decimal(3,2)", "_col2 decimal(2,1)"]
-- [null, "1.24", null]

SELECT try_cast(1 AS date);
-- error TYPE_MISMATCH: line 1:8: Cannot cast integer to date

SELECT timestamp '2026-11-01 01:30:00 America/New_York' + interval '1' hour, timestamp '2026-11-01 00:30:00 America/New_York' + interval '1' day;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone"]
-- ["2026-11-01 01:30:00.000 America/New_York", "2026-11-01 23:30:00.000 America/New_York"]

SELECT timestamp '2026-03-08 02:30:00 America/New_York';
-- error INVALID_LITERAL: line 1:8: '2026-03-08 02:30:00 America/New_York' is not a valid TIMESTAMP literal

SELECT with_timezone(timestamp '2026-03-08 02:30:00', 'America/New_York');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-03-08 03:30:00.000 America/New_York"]

SELECT date_trunc('day', at), date_trunc('hour', at), date_add('day', 1, at), date_add('hour', 24, at) FROM (VALUES timestamp '2026-03-08 12:15:00 America/New_York') AS t(at);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone"]
-- ["2026-03-08 00:00:00.000 America/New_York", "2026-03-08 12:00:00.000 America/New_York", "2026-03-09 12:15:00.000 America/New_York", "2026-03-09 12:15:00.000 America/New_York"]

SELECT date_diff('hour', timestamp '2026-03-08 00:00:00 America/New_York', timestamp '2026-03-09 00:00:00 America/New_York'), date_diff('day', timestamp '2026-03-08 00:00:00 America/New_York', timestamp '2026-03-09 00:00:00 America/New_York');
-- ["_col0 bigint", "_col1 bigint"]
-- ["23", "1"]

SELECT timestamp '2026-01-01 12:00:00 +05:30' AT TIME ZONE 'America/Los_Angeles', timestamp '2026-01-01 12:00:00 -03:00', timestamp '2026-01-01 12:00:00 +05:30' = timestamp '2026-01-01 06:30:00 UTC';
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 boolean"]
-- ["2025-12-31 22:30:00.000 America/Los_Angeles", "2026-01-01 12:00:00.000 -03:00", "true"]

SELECT timezone_hour(at), timezone_minute(at), extract(timezone_hour FROM at) FROM (VALUES timestamp '2026-07-01 12:00:00 +05:30') AS t(at);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["5", "30", "5"]

SELECT min(at), max(at) FROM (VALUES timestamp '2026-01-01 12:00:00 America/New_York', timestamp '2026-01-01 12:00:00 Europe/Berlin') AS t(at);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone"]
-- ["2026-01-01 12:00:00.000 Europe/Berlin", "2026-01-01 12:00:00.000 America/New_York"]

SELECT at, count(*) FROM (VALUES timestamp '2026-01-01 12:00:00 UTC', timestamp '2026-01-01 13:00:00 +01:00') AS t(at) GROUP BY at;
-- ["at timestamp(3) with time zone", "_col1 bigint"]
-- ["2026-01-01 12:00:00.000 UTC", "2"]

SELECT timestamp '2026-01-01 12:00:00' = timestamp '2026-01-01 12:00:00 UTC', date '2026-01-01' < timestamp '2026-01-01 00:00:01 UTC', cast(timestamp '2026-01-01 12:00:00' AS timestamp with time zone);
-- ["_col0 boolean", "_col1 boolean", "_col2 timestamp(3) with time zone"]
-- ["true", "true", "2026-01-01 12:00:00.000 UTC"]

SELECT cast('2026-01-01 12:00:00 America/New_York' AS timestamp with time zone), cast('2026-01-01 12:00:00' AS timestamp with time zone), cast('2026-01-01 12:00:00+02:00' AS timestamp with time zone);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-01-01 12:00:00.000 America/New_York", "2026-01-01 12:00:00.000 UTC", "2026-01-01 12:00:00.000 +02:00"]

SELECT date_diff('millisecond', a, b), date_diff('second', a, b), date_diff('minute', a, b), date_diff('hour', a, b), date_diff('day', a, b), date_diff('week', a, b), date_diff('month', a, b), date_diff('quarter', a, b), date_diff('year', a, b) FROM (VALUES (timestamp '2024-02-29 13:00:00.500', timestamp '2026-02-28 12:00:00')) AS t(a, b);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 bigint", "_col6 bigint", "_col7 bigint", "_col8 bigint"]
-- ["63068399500", "63068399", "1051139", "17518", "729", "104", "23", "7", "1"]

SELECT date_diff('millisecond', a, b), date_diff('second', a, b), date_diff('minute', a, b), date_diff('hour', a, b), date_diff('day', a, b), date_diff('week', a, b), date_diff('month', a, b), date_diff('quarter', a, b), date_diff('year', a, b) FROM (VALUES (timestamp '2026-02-28 12:00:00', timestamp '2024-02-29 13:00:00.500')) AS t(a, b);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 bigint", "_col6 bigint", "_col7 bigint", "_col8 bigint"]
-- ["-63068399500", "-63068399", "-1051139", "-17518", "-729", "-104", "-23", "-7", "-1"]

SELECT date_diff('Day', date '2026-01-01', date '2026-01-05'), date_diff('hour', date '2026-01-01', timestamp '2026-01-01 05:00:00');
-- ["_col0 bigint", "_col1 bigint"]
-- ["4", "5"]

SELECT date_diff('hour', date '2026-01-01', date '2026-01-02');
-- error INVALID_FUNCTION_ARGUMENT: 'hour' is not a valid DATE field

SELECT date_diff('day', '2026-01-01', '2026-01-02');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(3), varchar(10), varchar(10)) for function date_diff. Expected: date_diff(varchar(x), date, date), date_diff(varchar(x), time(p) with time zone, time(p) with time zone), date_diff(varchar(x), time(p), time(p)), date_diff(varchar(x), timestamp(p) with time zone, timestamp(p) with time zone), date_diff(varchar(x), timestamp(p), timestamp(p))

SELECT date_diff('days', date '2026-01-01', date '2026-01-05');
-- error INVALID_FUNCTION_ARGUMENT: 'days' is not a valid DATE field

SELECT date_diff(x, date '2026-01-01', date '2026-03-05') FROM (VALUES 'day', 'month') AS t(x) ORDER BY 1;
-- ["_col0 bigint"]
-- ["2"]
-- ["63"]

SELECT format_datetime(timestamp '2026-01-05 15:04:05.678', 'G C yyyy YYYY w dd HH kk KK hh mm ss SSS SS S');
-- ["_col0 varchar"]
-- ["AD 20 2026 2026 2 05 15 15 03 03 04 05 678 67 6"]

SELECT format_datetime(timestamp '2026-01-05 15:04:05 America/New_York', 'z'), format_datetime(timestamp '2026-01-05 15:04:05 America/New_York', 'ZZ'), format_datetime(timestamp '2026-01-05 15:04:05 America/New_York', 'ZZZ');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["EST", "-05:00", "America/New_York"]

SELECT format_datetime(timestamp '2026-01-05 15:04:05', 'QQQ');
-- error INVALID_FUNCTION_ARGUMENT: Illegal pattern component: QQQ

SELECT format_datetime(timestamp '2026-01-05 15:04:05', '''week'' w ''of'' xxxx'), format_datetime(date '2026-12-31', 'xxxx-ww'), format_datetime(timestamp '2026-01-05 00:04:05', 'h a K k H');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["week 2 of 2026", "2026-53", "12 AM 0 24 0"]

SELECT date_format(timestamp '2026-01-05 00:04:05', '%h %I %l %k %H %p'), date_format(timestamp '2027-01-01 12:00:00', '%x-%v %Y %y'), date_format(date '2026-01-05', 'week %v of %x%%');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["12 12 12 0 00 AM", "2026-53 2027 27", "week 02 of 2026%"]

SELECT date_format(timestamp '2026-01-05 00:04:05', '%M %b %W %a %d %e %j %c %m %r %T %s %S %i %f');
-- ["_col0 varchar"]
-- ["January Jan Monday Mon 05 5 005 1 01 12:04:05 AM 00:04:05 05 05 04 000000"]

SELECT date_format(timestamp '2026-01-05 15:04:05 America/New_York', '%Y-%m-%d %H:%i');
-- ["_col0 varchar"]
-- ["2026-01-05 15:04"]

SELECT date_format('2026-01-05', '%Y');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(10), varchar(2)) for function date_format. Expected: date_format(timestamp(p) with time zone, varchar(x)), date_format(timestamp(p), varchar(x))

SELECT date_format(timestamp '2026-01-05 15:04:05', '%V');
-- error INVALID_FUNCTION_ARGUMENT: %V not supported in date format string

SELECT date_parse('5/Jan/2026:13:14:15', '%d/%b/%Y:%H:%i:%s'), date_parse('2026-01-05T13:14:15.678', '%Y-%m-%dT%H:%i:%s.%f'), date_parse('2026005', '%Y%j');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)"]
-- ["2026-01-05 13:14:15.000", "2026-01-05 13:14:15.678", "2026-01-05 00:00:00.000"]

SELECT date_parse('10/10/2000:13:55:36 -0700', '%d/%m/%Y:%H:%i:%s');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "10/10/2000:13:55:36 -0700" is malformed at " -0700"

SELECT parse_datetime('10/Oct/2000:13:55:36 -0700', 'dd/MMM/yyyy:HH:mm:ss Z'), parse_datetime('2026-01-05 15', 'yyyy-MM-dd HH');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone"]
-- ["2000-10-10 13:55:36.000 -07:00", "2026-01-05 15:00:00.000 UTC"]

SELECT regexp_extract('abc', 'b*'), regexp_extract('abc', 'x'), regexp_extract('abc', '(x)?b', 1), regexp_extract_all('a1b22', '\d+'), regexp_extract_all('a1b22', '([a-z])(\d+)', 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 array(varchar)", "_col4 array(varchar)"]
-- ["", null, null, "[1, 22]", "[1, 22]"]

SELECT regexp_extract('abc', '(b)', 2);
-- error INVALID_FUNCTION_ARGUMENT: Pattern has 1 groups. Cannot access group 2

SELECT regexp_replace('abcabc', 'b'), regexp_replace('abc', '(a)(b)', '$2$1'), regexp_replace('abc', '(?<first>a)', '${first}${first}'), regexp_replace('a.b', '\.', '\$');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["acac", "bac", "aabc", "a$b"]

SELECT regexp_replace('abc', '[a-c]', x -> upper(x[1]));
-- error INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or equal to array length: 1 > 0
-- deviates: an item that is not there is NULL

SELECT regexp_replace('new york', '(\w)(\w*)', x -> upper(x[1]) || lower(x[2])), regexp_replace('', '', 'x'), regexp_replace('abc', '', '-');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["New York", "x", "-a-b-c-"]

SELECT regexp_replace('abc', 'b', '$1');
-- error INVALID_FUNCTION_ARGUMENT: Illegal replacement sequence: unknown group 1

SELECT regexp_like('ABC', '(?i)abc'), regexp_like('a' || chr(10) || 'b', 'a.b'), regexp_like('a' || chr(10) || 'b', '(?s)a.b'), regexp_like('a' || chr(10) || 'b', '(?m)^b$'), regexp_like('äö', '^\w+$'), regexp_like('äö', '^\p{L}+$');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- ["true", "false", "true", "true", "false", "true"]

SELECT regexp_like('aa', '^(a)\1$'), regexp_like('foobar', 'foo(?=bar)'), regexp_like('foobaz', 'foo(?!bar)'), regexp_like('xbar', '(?<=x)bar'), regexp_like('aaa', 'a{2}'), regexp_like('aaa', '^a{2}$');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- ["true", "true", "true", "true", "true", "false"]

SELECT regexp_like('a', '(');
-- error INVALID_FUNCTION_ARGUMENT: end pattern with unmatched parenthesis

SELECT regexp_split('a1b22c', '\d+'), regexp_split('abc', ''), regexp_split('', ','), regexp_count('1a2b3', '\d'), regexp_position('abcabc', 'c'), regexp_position('abcabc', 'c', 4), regexp_position('abcabc', 'c', 1, 2), regexp_position('a', 'x');
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)", "_col3 bigint", "_col4 integer", "_col5 integer", "_col6 integer", "_col7 integer"]
-- ["[a, b, c]", "[, a, b, c, ]", "[]", "3", "3", "6", "6", "-1"]

SELECT typeof(decimal '1.5' + decimal '10.25'), typeof(decimal '1.5' * decimal '10.25'), typeof(decimal '1.5' / decimal '10.25'), typeof(decimal '1.5' % decimal '10.25'), typeof(decimal '1.5' + 1), typeof(decimal '1.5' + bigint '1');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["decimal(5,2)", "decimal(6,3)", "decimal(5,2)", "decimal(3,2)", "decimal(12,1)", "decimal(21,1)"]

SELECT typeof(cast(1 AS decimal(38,10)) * cast(1 AS decimal(38,10)));
-- ["_col0 varchar"]
-- ["decimal(38,20)"]

SELECT decimal '10.00' / decimal '3', decimal '-10.00' / decimal '3', decimal '1' / 7, decimal '2' / 3, decimal '-2' / 3, decimal '0.5' / decimal '0.03';
-- ["_col0 decimal(4,2)", "_col1 decimal(4,2)", "_col2 decimal(1,0)", "_col3 decimal(1,0)", "_col4 decimal(1,0)", "_col5 decimal(4,2)"]
-- ["3.33", "-3.33", "0", "1", "-1", "16.67"]

SELECT decimal '7.5' % decimal '2', decimal '-7.5' % decimal '2', decimal '7.5' % 2, mod(decimal '7.5', -2);
-- ["_col0 decimal(2,1)", "_col1 decimal(2,1)", "_col2 decimal(2,1)", "_col3 decimal(2,1)"]
-- ["1.5", "-1.5", "1.5", "1.5"]

SELECT cast(99999999999999999999999999999999999999 AS decimal(38,0)) * 10;
-- error SYNTAX_ERROR: line 1:1: Invalid numeric literal: 99999999999999999999999999999999999999

SELECT cast('99999999999999999999999999999999999999' AS decimal(38,0)) * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow

SELECT sum(x) FROM (VALUES cast('99999999999999999999999999999999999999' AS decimal(38,0)), cast('1' AS decimal(38,0))) AS t(x);
-- error GENERIC_INTERNAL_ERROR: Decimal overflow

SELECT avg(x), sum(x), typeof(avg(x)), typeof(sum(x)) FROM (VALUES decimal '1.00', decimal '2.01', decimal '2.01') AS t(x);
-- ["_col0 decimal(3,2)", "_col1 decimal(38,2)", "_col2 varchar", "_col3 varchar"]
-- ["1.67", "5.02", "decimal(3,2)", "decimal(38,2)"]

SELECT coalesce(x, 0), if(x > 1, x, 0), CASE WHEN x > 1 THEN x ELSE 0 END, typeof(coalesce(x, 0)) FROM (VALUES decimal '1.50', null) AS t(x) ORDER BY 1;
-- ["_col0 decimal(12,2)", "_col1 decimal(12,2)", "_col2 decimal(12,2)", "_col3 varchar"]
-- ["0.00", "0.00", "0.00", "decimal(12,2)"]
-- ["1.50", "1.50", "1.50", "decimal(12,2)"]

SELECT cast(decimal '1.5' AS varchar), cast(decimal '-0.50' AS varchar), cast(cast(1.5 AS decimal(5,3)) AS varchar), cast(decimal '2.5' AS bigint), cast(decimal '-2.5' AS integer), cast(decimal '3.5' AS integer);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 bigint", "_col4 integer", "_col5 integer"]
-- ["1.5", "-0.50", "1.500", "3", "-3", "4"]

SELECT cast(123456 AS decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast INTEGER '123456' to DECIMAL(5, 2)
-- words: Cannot cast '123456' to DECIMAL(5,2)

SELECT round(decimal '1.255', 2), round(decimal '-1.5'), ceil(decimal '1.01'), floor(decimal '-1.01'), truncate(decimal '-1.99'), abs(decimal '-1.50'), sign(decimal '-0.1'), typeof(round(decimal '9.99', 1)), typeof(ceil(decimal '1.01'));
-- ["_col0 decimal(5,3)", "_col1 decimal(2,0)", "_col2 decimal(2,0)", "_col3 decimal(2,0)", "_col4 decimal(1,0)", "_col5 decimal(3,2)", "_col6 decimal(1,0)", "_col7 varchar", "_col8 varchar"]
-- ["1.260", "-2", "2", "-2", "-1", "1.50", "-1", "decimal(4,2)", "decimal(2,0)"]

SELECT -2147483647 - 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer subtraction overflow: -2147483647 - 2

SELECT 65536 * 65536;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer multiplication overflow: 65536 * 65536

SELECT smallint '32767' * smallint '2';
-- error NUMERIC_VALUE_OUT_OF_RANGE: smallint multiplication overflow: 32767 * 2

SELECT cast(9223372036854775807 AS bigint) * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint multiplication overflow: 9223372036854775807 * 2

SELECT -(bigint '-9223372036854775807' - 1);
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint negation overflow: -9223372036854775808
-- words: bigint negation overflow

SELECT abs(bigint '-9223372036854775807' - 1);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Value -9223372036854775808 is out of range for abs(bigint)
-- words: Overflow on abs(-9223372036854775808)

SELECT sum(x) FROM (VALUES 9223372036854775807, 9223372036854775807) AS t(x);
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: 9223372036854775807 + 9223372036854775807
-- words: bigint addition overflow: 18446744073709551614

SELECT count(*) * 5000000000000000000 FROM (VALUES 1, 2) AS t(x);
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint multiplication overflow: 2 * 5000000000000000000

SELECT 1 AS x UNION ALL SELECT bigint '2' UNION ALL SELECT 2.5;
-- ["x double"]
-- ["1.0"]
-- ["2.0"]
-- ["2.5"]

SELECT date '2026-01-01' AS d UNION ALL SELECT timestamp '2026-01-01 10:00:00' ORDER BY 1;
-- ["d timestamp(3)"]
-- ["2026-01-01 00:00:00.000"]
-- ["2026-01-01 10:00:00.000"]

SELECT decimal '1.5' AS x UNION ALL SELECT 2 ORDER BY x;
-- ["x decimal(11,1)"]
-- ["1.5"]
-- ["2.0"]

SELECT decimal '1.5' AS x UNION SELECT decimal '1.50' UNION SELECT decimal '10.125' ORDER BY x;
-- ["x decimal(5,3)"]
-- ["1.500"]
-- ["10.125"]

SELECT null AS x UNION ALL SELECT 'a' UNION ALL SELECT 'bc' ORDER BY x;
-- ["x varchar"]
-- ["a"]
-- ["bc"]
-- [null]

SELECT ARRAY[1] AS x UNION ALL SELECT ARRAY[2.5];
-- ["x array(double)"]
-- ["[1.0]"]
-- ["[2.5]"]

SELECT ARRAY[] AS x UNION ALL SELECT ARRAY['a'];
-- ["x array(varchar)"]
-- ["[]"]
-- ["[a]"]

SELECT 1 AS x INTERSECT SELECT 1.0;
-- ["x double"]
-- ["1.0"]

SELECT date '2026-01-01' UNION ALL SELECT '2026-01-01';
-- error TYPE_MISMATCH: line 1:26: column 1 in UNION query has incompatible types: date, varchar(10)

SELECT 1 IN (1.0, 2.5), decimal '1.0' IN (1, 2), 1 BETWEEN 0.5 AND decimal '1.5', date '2026-01-01' BETWEEN timestamp '2025-12-31 12:00:00' AND timestamp '2026-01-01 00:00:00';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "true", "true"]

SELECT 'b' BETWEEN 'a' AND 'c', 2 NOT BETWEEN 3 AND 1, null BETWEEN 1 AND 2, 5 BETWEEN null AND 3, 2 BETWEEN null AND 3;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- ["true", "true", null, "false", null]

SELECT date '2026-01-01' IN ('2026-01-01');
-- error TYPE_MISMATCH: line 1:30: IN value and list items must be the same type or coercible to a common type. Cannot find common type between date and varchar(10), all types (without duplicates): [date, varchar(10)]

SELECT date '2026-01-05' BETWEEN '2026-01-01' AND '2026-02-01';
-- error TYPE_MISMATCH: line 1:26: Cannot check if date is BETWEEN varchar(10) and varchar(10)

SELECT timestamp '2026-01-05 10:00:00' >= '2026-01-01';
-- error TYPE_MISMATCH: line 1:40: Cannot apply operator: timestamp(0) <= varchar(10)

SELECT CASE WHEN true THEN 1 ELSE bigint '2' END, CASE WHEN false THEN 1 WHEN true THEN 2.5 END, if(false, date '2026-01-01', timestamp '2026-01-01 10:00:00'), nullif(1, 1.0), nullif(1, 2.5), coalesce(null, 1, 2.5);
-- ["_col0 bigint", "_col1 double", "_col2 timestamp(3)", "_col3 integer", "_col4 integer", "_col5 double"]
-- ["1", "2.5", "2026-01-01 10:00:00.000", null, "1", "1.0"]

SELECT CASE 1 WHEN 1.0 THEN 'a' ELSE 'b' END, CASE null WHEN null THEN 'a' ELSE 'b' END, CASE WHEN null THEN 1 END;
-- ["_col0 varchar", "_col1 varchar", "_col2 integer"]
-- ["a", "b", null]

SELECT CASE 'a' WHEN 1 THEN 2 END;
-- error TYPE_MISMATCH: line 1:22: CASE operand type does not match WHEN clause operand type: varchar(1) vs integer
-- words: line 1:13: All CASE operands must be the same type or coercible to a common type. Cannot find common type between integer and varchar(1), all types (without duplicates): [integer, varchar(1)]

SELECT if(1, 2, 3);
-- error TYPE_MISMATCH: line 1:11: IF condition must evaluate to a boolean (actual: integer)

SELECT coalesce();
-- error SYNTAX_ERROR: line 1:8: The 'coalesce' function must have at least two arguments

SELECT coalesce(1);
-- error SYNTAX_ERROR: line 1:8: The 'coalesce' function must have at least two arguments

SELECT typeof(coalesce(1, bigint '2')), typeof(if(true, 'a', 'bcd')), typeof(CASE WHEN true THEN null ELSE 1 END), typeof(nullif('a', 'b')), typeof(greatest(1, 2.5)), typeof(ARRAY[1, decimal '2.5']), typeof(map(ARRAY[1], ARRAY[null]));
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["bigint", "varchar(3)", "integer", "varchar(1)", "double", "array(decimal(11,1))", "map(integer, unknown)"]

SELECT row(1, 'a')[1], row(1, 'a')[2], cast(row(1, 'a') AS row(x integer, y varchar)).y;
-- ["_col0 integer", "_col1 varchar", "_col2 varchar"]
-- ["1", "a", "a"]

SELECT row(1, 'a')[3];
-- error INVALID_FUNCTION_ARGUMENT: line 1:20: Subscript index out of bounds: 3, max value is 2
-- words: Subscript index out of bounds: 3, max value is 2

SELECT r.x, r.y.z FROM (SELECT cast(row(1, row(2)) AS row(x integer, y row(z integer))) AS r);
-- ["x integer", "z integer"]
-- ["1", "2"]

SELECT r.nope FROM (SELECT cast(row(1) AS row(x integer)) AS r);
-- error COLUMN_NOT_FOUND: line 1:8: Column 'r.nope' cannot be resolved or requester is not authorized to access requested resources
-- words: line 1:8: Column '_0.r.nope' cannot be resolved or requester is not authorized to access requested resources

SELECT r.X, "R"."x" FROM (SELECT cast(row(1) AS row(x integer)) AS r);
-- ["X integer", "x integer"]
-- ["1", "1"]
-- deviates: the column is named as the row names it

SELECT row(1, 2) = row(1, 3), row(1, null) = row(1, null), row(1, null) = row(2, null), row(1, 2) IN (row(1, 2)), row(1, 'b') > row(1, 'a'), row(1, null) IS NULL;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- ["false", null, "false", "true", "true", "false"]

SELECT r FROM (VALUES row(2, 'a'), row(1, 'b')) AS t(x, y) CROSS JOIN UNNEST(ARRAY[row(x, y)]) AS u(r, s) ORDER BY r;
-- ["r integer"]
-- ["1"]
-- ["2"]

SELECT map_filter(m, (k, v) -> v > 1), transform_keys(m, (k, v) -> k || 'x'), transform_values(m, (k, v) -> v * 2), map_zip_with(m, MAP(ARRAY['a'], ARRAY[10]), (k, a, b) -> a + b) FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, 2])) AS t(m);
-- ["_col0 map(varchar, integer)", "_col1 map(varchar, integer)", "_col2 map(varchar, integer)", "_col3 map(varchar, integer)"]
-- ["{b=2}", "{bx=2, ax=1}", "{a=2, b=4}", "{a=11, b=null}"]
-- deviates: the order of a map's keys

SELECT map_concat(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a', 'b'], ARRAY[2, 3])), map_entries(MAP(ARRAY['a'], ARRAY[1])), map_from_entries(ARRAY[('x', 1), ('y', 2)]), multimap_from_entries(ARRAY[('x', 1), ('x', 2)]), map_keys(MAP()), cardinality(MAP());
-- ["_col0 map(varchar, integer)", "_col1 array(row(varchar, integer))", "_col2 map(varchar, integer)", "_col3 map(varchar, array(integer))", "_col4 array(unknown)", "_col5 bigint"]
-- ["{a=2, b=3}", "[{field0=a, field1=1}]", "{x=1, y=2}", "{x=[1, 2]}", "[]", "0"]

SELECT MAP(ARRAY[null], ARRAY[1]);
-- error INVALID_FUNCTION_ARGUMENT: map key cannot be null
-- words: Map keys can not be NULL.

SELECT map_from_entries(ARRAY[('x', 1), ('x', 2)]);
-- error INVALID_FUNCTION_ARGUMENT: Duplicate map keys (x) are not allowed
-- words: Map keys must be unique.

SELECT element_at(MAP(ARRAY['a'], ARRAY[1]), 'b'), MAP(ARRAY[1, 2], ARRAY['x', 'y'])[2], element_at(MAP(ARRAY[1.5], ARRAY['x']), 1.5), split_to_map('a=1;b=2', ';', '='), split_to_multimap('a=1;a=2', ';', '=');
-- ["_col0 integer", "_col1 varchar", "_col2 varchar", "_col3 map(varchar, varchar)", "_col4 map(varchar, array(varchar))"]
-- [null, "y", "x", "{a=1, b=2}", "{a=[1, 2]}"]

SELECT split_to_map('a=1;a=2', ';', '=');
-- error INVALID_FUNCTION_ARGUMENT: Duplicate keys (a) are not allowed

SELECT map_agg(k, v ORDER BY v) FROM (VALUES ('a', 1)) AS t(k, v);
-- ["_col0 map(varchar, integer)"]
-- ["{a=1}"]

SELECT any_match(map_values(m), v -> v > 1), all_match(map_keys(m), k -> k < 'c'), none_match(ARRAY[1, null], x -> x > 5), reduce(map_values(m), 0, (s, x) -> s + x, s -> s * 10) FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, 2])) AS t(m);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 integer"]
-- ["true", "true", null, "30"]

SELECT g, map_agg(k, n) FROM (SELECT g, k, count(*) AS n FROM (VALUES ('a', 'x'), ('a', 'x'), ('b', 'y')) AS t(g, k) GROUP BY g, k) GROUP BY g ORDER BY g;
-- ["g varchar", "_col1 map(varchar, bigint)"]
-- ["a", "{x=2}"]
-- ["b", "{y=1}"]

SELECT x, (SELECT max(y) FROM (VALUES (1, 5), (1, 7), (2, 9)) AS u(k, y) WHERE u.k = t.x) AS m FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "m integer"]
-- ["1", "7"]
-- ["2", "9"]
-- ["3", null]

SELECT x, (SELECT y FROM (VALUES (1, 5), (1, 7)) AS u(k, y) WHERE u.k = t.x) FROM (VALUES 1) AS t(x);
-- error SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows

SELECT x FROM (VALUES 1, 2, 3) AS t(x) WHERE x > (SELECT avg(y) FROM (VALUES 1, 2) AS u(y) WHERE u.y <= t.x) ORDER BY x;
-- ["x integer"]
-- ["2"]
-- ["3"]

SELECT x, EXISTS (SELECT 1 FROM (VALUES 1, 2) AS u(y) WHERE y > t.x), x IN (SELECT y FROM (VALUES 1, null) AS u(y)), x NOT IN (SELECT y FROM (VALUES 1, null) AS u(y)), x IN (SELECT y FROM (VALUES 1) AS u(y) WHERE false) FROM (VALUES 1, 2, null) AS t(x) ORDER BY x;
-- ["x integer", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- ["1", "true", "true", "false", "false"]
-- ["2", "false", null, null, "false"]
-- [null, "false", null, null, "false"]

SELECT null IN (SELECT 1 WHERE false), null NOT IN (SELECT 1 WHERE false), null IN (SELECT 1), 1 IN (SELECT null);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["false", "true", null, null]

SELECT (1, 2) IN (SELECT 1, 2), (1, 3) IN (SELECT 1, 2), (1, null) IN (SELECT 1, 2);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", "false"]
-- deviates: a row with NULL is NULL, not false

SELECT 1 IN (SELECT 1, 2);
-- error TYPE_MISMATCH: line 1:10: Value expression and result of subquery must be of the same type: row(integer) vs row(integer, integer)
-- words: line 1:10: value and result of subquery must be of the same type for IN expression: integer vs row(integer, integer)

SELECT (SELECT 1, 2);
-- ["_col0 row(integer, integer)"]
-- ["{field0=1, field1=2}"]
-- deviates: it fails with TYPE_MISMATCH

SELECT 1 = (SELECT 'a');
-- error TYPE_MISMATCH: line 1:10: Cannot apply operator: integer = varchar(1)

SELECT x FROM (VALUES 1, 2) AS t(x) WHERE (SELECT count(*) FROM (VALUES 1, 2, 2) AS u(y) WHERE y = x) > 1;
-- ["x integer"]
-- ["2"]

SELECT 5 > ALL (SELECT y FROM (VALUES 1, null) AS u(y)), 0 > ALL (SELECT y FROM (VALUES 1, null) AS u(y)), 5 > ALL (SELECT 1 WHERE false), 5 > ANY (SELECT 1 WHERE false), 5 > ANY (SELECT y FROM (VALUES 1, null) AS u(y)), 0 > SOME (SELECT y FROM (VALUES 1, null) AS u(y)), 1 <> ALL (SELECT y FROM (VALUES 2, 3) AS u(y)), 1 = ALL (SELECT y FROM (VALUES 1, 1) AS u(y)), 1 <> ANY (SELECT y FROM (VALUES 1, 2) AS u(y));
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean", "_col6 boolean", "_col7 boolean", "_col8 boolean"]
-- [null, "false", "true", "false", "true", null, "true", "true", "true"]

SELECT x, x >= ALL (SELECT y FROM (VALUES 1, 2) AS u(y) WHERE y <= x) FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 boolean"]
-- ["1", "true"]
-- ["2", "true"]

WITH RECURSIVE r(n, f) AS (SELECT 1, bigint '1' UNION ALL SELECT n + 1, f * (n + 1) FROM r WHERE n < 5) SELECT n, f FROM r ORDER BY n;
-- ["n integer", "f bigint"]
-- ["1", "1"]
-- ["2", "2"]
-- ["3", "6"]
-- ["4", "24"]
-- ["5", "120"]

WITH RECURSIVE p(id, path) AS (SELECT id, cast(name AS varchar) FROM (VALUES (1, null, 'home'), (2, 1, 'shop'), (3, 2, 'cart')) AS t(id, parent, name) WHERE parent IS NULL UNION ALL SELECT t.id, p.path || '/' || t.name FROM (VALUES (1, null, 'home'), (2, 1, 'shop'), (3, 2, 'cart')) AS t(id, parent, name) JOIN p ON t.parent = p.id) SELECT id, path FROM p ORDER BY id;
-- ["id integer", "path varchar"]
-- ["1", "home"]
-- ["2", "home/shop"]
-- ["3", "home/shop/cart"]

WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
-- error MISSING_COLUMN_ALIASES: line 1:16: missing column aliases in recursive WITH query

WITH a AS (SELECT 1 AS x), a AS (SELECT 2 AS x) SELECT x FROM a;
-- error DUPLICATE_NAMED_QUERY: line 1:28: WITH query name 'a' specified more than once

WITH a(x, y) AS (SELECT 1) SELECT x FROM a;
-- error MISMATCHED_COLUMN_ALIASES: line 1:8: Column alias list has 2 entries but relation has 1 columns

WITH a AS (SELECT 1 AS x) SELECT (SELECT x FROM a), (WITH a AS (SELECT 2 AS x) SELECT x FROM a);
-- ["_col0 integer", "_col1 integer"]
-- ["1", "2"]

WITH b AS (SELECT x FROM a), a AS (SELECT 1 AS x) SELECT x FROM b;
-- error MISSING_SCHEMA_NAME: line 1:26: Schema must be specified when session schema is not set
-- deviates: a query always has a database on Athena

SELECT x FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE SYSTEM (100) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]
-- ["3"]

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (0);
-- ["_col0 bigint"]
-- ["0"]

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (101);
-- error NUMERIC_VALUE_OUT_OF_RANGE: line 1:70: Sample percentage must be less than or equal to 100

SELECT count(*) < 4 FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (50);
-- ["_col0 boolean"]
-- ["true"]

SELECT x, y FROM (VALUES (1, 'a'), (2, 'b'), (2, 'c'), (3, 'd')) AS t(x, y) ORDER BY x DESC FETCH FIRST 2 ROWS WITH TIES;
-- ["x integer", "y varchar"]
-- ["3", "d"]
-- ["2", "b"]
-- ["2", "c"]

SELECT g, count(*) AS n FROM (VALUES 'a', 'b', 'b', 'c') AS t(g) GROUP BY g ORDER BY n DESC, g OFFSET 1 FETCH NEXT 1 ROWS WITH TIES;
-- ["g varchar", "n bigint"]
-- ["a", "1"]
-- refused: WITH TIES of anything but a SELECT with an ORDER BY alone

SELECT x FROM (VALUES 1, 2) AS t(x) FETCH FIRST 1 ROW WITH TIES;
-- error MISSING_ORDER_BY: line 1:37: FETCH FIRST WITH TIES clause requires ORDER BY

SELECT x FROM (VALUES 1, 2) AS t(x) FETCH FIRST ROW ONLY;
-- ["x integer"]
-- ["1"]

SELECT x FROM (VALUES 1, 2) AS t(x) LIMIT -1;
-- error SYNTAX_ERROR: line 1:43: mismatched input '-'. Expecting: '?', 'ALL', <integer>

SELECT x FROM (VALUES 1, 2, 3) AS t(x) LIMIT 1 OFFSET 1;
-- error SYNTAX_ERROR: line 1:48: mismatched input 'OFFSET'. Expecting: <EOF>

SELECT x FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x OFFSET 5;
-- ["x integer"]

SELECT x FROM (VALUES 1, 2) AS t(x) FETCH FIRST 0 ROWS ONLY;
-- error NUMERIC_VALUE_OUT_OF_RANGE: line 1:37: FETCH FIRST row count must be positive (actual value: 0)

SELECT x FROM (VALUES 1, 1, 2, null, null) AS t(x) INTERSECT ALL SELECT y FROM (VALUES 1, 1, 1, null) AS u(y) ORDER BY 1;
-- ["x integer"]
-- ["1"]
-- ["1"]
-- [null]

SELECT x FROM (VALUES 1, 1, 2, null, null) AS t(x) EXCEPT ALL SELECT y FROM (VALUES 1, null) AS u(y) ORDER BY 1;
-- ["x integer"]
-- ["1"]
-- ["2"]
-- [null]

SELECT 1 AS a UNION ALL SELECT 2 AS b ORDER BY b;
-- error COLUMN_NOT_FOUND: line 1:48: Column 'b' cannot be resolved or requester is not authorized to access requested resources

SELECT 1 AS a UNION ALL SELECT 1 INTERSECT SELECT 2 ORDER BY a;
-- ["a integer"]
-- ["1"]

SELECT 1 UNION DISTINCT SELECT 1 EXCEPT SELECT 2;
-- ["_col0 integer"]
-- ["1"]

(SELECT 1 AS a LIMIT 1) UNION ALL (SELECT 2 ORDER BY 1 LIMIT 1) ORDER BY a DESC;
-- ["a integer"]
-- ["2"]
-- ["1"]

SELECT x AS y FROM (VALUES 1, 2) AS t(x) WHERE y > 1;
-- error COLUMN_NOT_FOUND: line 1:48: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT x AS y, y + 1 FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:16: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT x + 1 AS x FROM (VALUES 1, 2) AS t(x) GROUP BY x ORDER BY x;
-- ["x integer"]
-- ["2"]
-- ["3"]

SELECT x AS a, sum(y) AS x FROM (VALUES (1, 5), (2, 3)) AS t(x, y) GROUP BY x ORDER BY x;
-- ["a integer", "x bigint"]
-- ["2", "3"]
-- ["1", "5"]

SELECT sum(y) AS y FROM (VALUES (1, 5), (2, 3)) AS t(x, y) HAVING sum(y) > 1 ORDER BY y;
-- ["y bigint"]
-- ["8"]

SELECT x AS a, y AS a FROM (VALUES (1, 2)) AS t(x, y) ORDER BY a;
-- error AMBIGUOUS_NAME: line 1:64: Column 'a' is ambiguous

SELECT t.x FROM (VALUES 1) AS u(x);
-- error COLUMN_NOT_FOUND: line 1:8: Column 't.x' cannot be resolved or requester is not authorized to access requested resources

SELECT u.x, t.x FROM (VALUES 1) AS t(x) JOIN (VALUES 1) AS u(x) USING (x);
-- error COLUMN_NOT_FOUND: line 1:8: Column 'u.x' cannot be resolved or requester is not authorized to access requested resources

SELECT a.x FROM (VALUES 1) AS a(x), (VALUES 2) AS a(x);
-- error AMBIGUOUS_NAME: line 1:8: Column 'a.x' is ambiguous
-- deviates: the code is SYNTAX_ERROR

SELECT a.* FROM (VALUES 1) AS b(x);
-- error TABLE_NOT_FOUND: line 1:8: Unable to resolve reference a

SELECT x, y FROM (VALUES (1, 2)) AS a(x, y) JOIN (VALUES (1, 3)) AS b(x, y) USING (x);
-- error AMBIGUOUS_NAME: line 1:11: Column 'y' is ambiguous

SELECT x FROM (VALUES 1) AS a(x) JOIN (VALUES 1) AS b(x) ON x = 1;
-- error AMBIGUOUS_NAME: line 1:61: Column 'x' is ambiguous
-- words: line 1:8: Column 'x' is ambiguous

SELECT x, y FROM (VALUES (1, 2)) AS a(x, y) NATURAL JOIN (VALUES (1, 3)) AS b(x, z);
-- error NOT_SUPPORTED: line 1:18: Natural join not supported

SELECT x FROM (VALUES 1) AS a(x) FULL JOIN (VALUES 2) AS b(x) USING (x) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT count(*) FROM (VALUES 1, null) AS a(x) JOIN (VALUES 1, null) AS b(y) ON x = y OR (x IS NULL AND y IS NULL);
-- ["_col0 bigint"]
-- ["2"]

SELECT a.x, b.y FROM (VALUES 1, 5) AS a(x) LEFT JOIN (VALUES 2, 6) AS b(y) ON y > x AND y < 3 ORDER BY 1, 2;
-- ["x integer", "y integer"]
-- ["1", "2"]
-- ["5", null]

SELECT x, count(*) FROM (VALUES 1) AS t(x) GROUP BY 3;
-- error INVALID_COLUMN_REFERENCE: line 1:53: GROUP BY position 3 is not in select list

SELECT x, count(*) FROM (VALUES 1) AS t(x) GROUP BY 0;
-- error INVALID_COLUMN_REFERENCE: line 1:53: GROUP BY position 0 is not in select list

SELECT x, count(*) FROM (VALUES 1) AS t(x) GROUP BY 2;
-- error EXPRESSION_NOT_SCALAR: line 1:11: GROUP BY clause cannot contain aggregations, window functions or grouping operations: [count(*)]

SELECT x, y, count(*) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY 1;
-- error EXPRESSION_NOT_AGGREGATE: line 1:11: 'y' must be an aggregate expression or appear in GROUP BY clause

SELECT x FROM (VALUES 1) AS t(x) GROUP BY ();
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT *, count(*) FROM (VALUES 1) AS t(x);
-- error EXPRESSION_NOT_AGGREGATE: Column 't.x' not in GROUP BY clause

SELECT x + 1 FROM (VALUES 1) AS t(x) GROUP BY x + 2;
-- error EXPRESSION_NOT_AGGREGATE: line 1:10: '(x + 1)' must be an aggregate expression or appear in GROUP BY clause

SELECT x FROM (VALUES 1, 2) AS t(x) ORDER BY sum(x);
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT x FROM (VALUES 2, 1) AS t(x) HAVING x > 1;
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause
-- deviates: the code is TYPE_MISMATCH

SELECT x % 2 AS odd, count(*) AS n FROM (VALUES 1, 2, 3) AS t(x) GROUP BY x % 2 HAVING x % 2 = 1;
-- ["odd integer", "n bigint"]
-- ["1", "2"]

SELECT count(*), x FROM (VALUES 1, 1, 2) AS t(x) GROUP BY 2 ORDER BY 1 DESC, 2;
-- ["_col0 bigint", "x integer"]
-- ["2", "1"]
-- ["1", "2"]

SELECT DISTINCT x, count(*) OVER () FROM (VALUES 1, 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "3"]

SELECT DISTINCT ON (x) x FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:17: mismatched input 'ON'. Expecting: '*', <expression>

SELECT x FROM (VALUES 1) AS t(x) QUALIFY row_number() OVER () = 1;
-- error SYNTAX_ERROR: line 1:34: mismatched input 'QUALIFY'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT x::varchar FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:9: mismatched input ':'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT x FROM (VALUES 'a') AS t(x) WHERE x ILIKE 'A';
-- error SYNTAX_ERROR: line 1:44: mismatched input 'ILIKE'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AT', 'EXCEPT', 'FETCH', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WINDOW', '[', '||', <EOF>, <predicate>

SELECT * EXCLUDE (x) FROM (VALUES (1, 2)) AS t(x, y);
-- error SYNTAX_ERROR: line 1:10: mismatched input 'EXCLUDE'. Expecting: ',', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT x, sum(y) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY ALL;
-- error COLUMN_NOT_FOUND: line 1:59: Column 'all' cannot be resolved or requester is not authorized to access requested resources

SELECT 7 // 2;
-- error SYNTAX_ERROR: line 1:11: mismatched input '/'. Expecting: <expression>

SELECT [1, 2];
-- error SYNTAX_ERROR: line 1:8: mismatched input '['. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT {'a': 1};
-- error SYNTAX_ERROR: line 1:8: mismatched input '{'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT 'a' "b", 1 c, "b" FROM (VALUES 2) AS t(b);
-- ["b varchar", "c integer", "b integer"]
-- ["a", "1", "2"]

SELECT `x` FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:8: backquoted identifiers are not supported; use double quotes to quote identifiers

SELECT x FROM (VALUES 1) AS t(x) LIMIT 1 + 1;
-- error SYNTAX_ERROR: line 1:42: mismatched input '+'. Expecting: <EOF>

SELECT 1 == 1;
-- error SYNTAX_ERROR: line 1:11: mismatched input '='. Expecting: 'ALL', 'ANY', 'SOME', <expression>

SELECT substr('hello', 0), substr('hello', -3), substr('hello', 2, 0), substr('hello', 2, -1), substr('hello', 10), substring('hello' FROM 2 FOR 3);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["", "llo", "", "", "", "ell"]

SELECT split_part('a/b/c', '/', 2), split_part('a/b/c', '/', 5), split('a,b,,', ','), split('a,b,c', ',', 2), strpos('abcabc', 'c'), strpos('abcabc', 'c', 2), position('z' IN 'abc');
-- ["_col0 varchar", "_col1 varchar", "_col2 array(varchar)", "_col3 array(varchar)", "_col4 bigint", "_col5 bigint", "_col6 bigint"]
-- ["b", null, "[a, b, , ]", "[a, b,c]", "3", "6", "0"]

SELECT approx_percentile(x, 0.0), approx_percentile(x, 1.0), approx_percentile(x, 0.25) FROM (VALUES 10, 20, 30, 40) AS t(x);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["10", "40", "20"]

SELECT min(x), max(x), max(y), min(y) FROM (VALUES (null, 'b'), (null, 'B')) AS t(x, y);
-- ["_col0 unknown", "_col1 unknown", "_col2 varchar", "_col3 varchar"]
-- [null, null, "b", "B"]

SELECT arbitrary(x), count(x), bool_and(x > 0) FROM (SELECT 1 AS x WHERE false);
-- ["_col0 integer", "_col1 bigint", "_col2 boolean"]
-- [null, "0", null]

SELECT g, max_by(x, y), min_by(x, y), max_by(row(x, y), y) FROM (VALUES ('a', 1, 5), ('a', 2, null)) AS t(g, x, y) GROUP BY g;
-- ["g varchar", "_col1 integer", "_col2 integer", "_col3 row(integer, integer)"]
-- ["a", "1", "1", "{field0=1, field1=5}"]
