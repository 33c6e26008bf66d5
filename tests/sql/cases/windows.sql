-- Window functions · Trino 435

SELECT x, row_number() OVER (ORDER BY x), rank() OVER (ORDER BY x), dense_rank() OVER (ORDER BY x) FROM (VALUES 1, 1, 2) AS t(x) ORDER BY 1, 2;
-- ["x integer", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["1", "1", "1", "1"]
-- ["1", "2", "1", "1"]
-- ["2", "3", "3", "2"]

SELECT x, percent_rank() OVER (ORDER BY x), cume_dist() OVER (ORDER BY x), ntile(2) OVER (ORDER BY x) FROM (VALUES 1, 2, 3, 4) AS t(x) ORDER BY 1;
-- ["x integer", "_col1 double", "_col2 double", "_col3 bigint"]
-- ["1", "0.0", "0.25", "1"]
-- ["2", "0.3333333333333333", "0.5", "1"]
-- ["3", "0.6666666666666666", "0.75", "2"]
-- ["4", "1.0", "1.0", "2"]

SELECT x, lag(x) OVER (ORDER BY x), lead(x) OVER (ORDER BY x), lag(x, 2, 0) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY 1;
-- ["x integer", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["1", null, "2", "0"]
-- ["2", "1", "3", "0"]
-- ["3", "2", null, "1"]

SELECT x, first_value(x) OVER (ORDER BY x), last_value(x) OVER (ORDER BY x), nth_value(x, 2) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY 1;
-- ["x integer", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["1", "1", "1", null]
-- ["2", "1", "2", "2"]
-- ["3", "1", "3", "2"]

SELECT x, last_value(x) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY 1;
-- ["x integer", "_col1 integer"]
-- ["1", "3"]
-- ["2", "3"]
-- ["3", "3"]

SELECT x, sum(x) OVER (ORDER BY x), sum(x) OVER (), avg(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY 1;
-- ["x integer", "_col1 bigint", "_col2 bigint", "_col3 double"]
-- ["1", "1", "6", "1.0"]
-- ["2", "3", "6", "1.5"]
-- ["3", "6", "6", "2.5"]

SELECT g, x, sum(x) OVER (PARTITION BY g ORDER BY x) FROM (VALUES ('a', 1), ('a', 2), ('b', 3)) AS t(g, x) ORDER BY 1, 2;
-- ["g varchar", "x integer", "_col2 bigint"]
-- ["a", "1", "1"]
-- ["a", "2", "3"]
-- ["b", "3", "3"]

SELECT g, x, count(*) OVER (PARTITION BY g), max(x) OVER (PARTITION BY g) FROM (VALUES ('a', 1), ('a', 2), ('b', 3)) AS t(g, x) ORDER BY 1, 2;
-- ["g varchar", "x integer", "_col2 bigint", "_col3 integer"]
-- ["a", "1", "2", "2"]
-- ["a", "2", "2", "2"]
-- ["b", "3", "1", "3"]

SELECT x, lag(x) IGNORE NULLS OVER (ORDER BY n) FROM (VALUES (1, 7), (2, null), (3, 9)) AS t(n, x) ORDER BY n;
-- ["x integer", "_col1 integer"]
-- ["7", null]
-- [null, "7"]
-- ["9", "7"]

SELECT n, last_value(x) IGNORE NULLS OVER (ORDER BY n) FROM (VALUES (1, 7), (2, null), (3, 9)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer"]
-- ["1", "7"]
-- ["2", "7"]
-- ["3", "9"]

SELECT x, sum(x) OVER w, count(*) OVER w FROM (VALUES 1, 2, 3) AS t(x) WINDOW w AS (ORDER BY x) ORDER BY x;
-- ["x integer", "_col1 bigint", "_col2 bigint"]
-- ["1", "1", "1"]
-- ["2", "3", "2"]
-- ["3", "6", "3"]

SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, 4) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "3"]
-- ["4", "4"]

SELECT x, sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1, 2, 4) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "2"]
-- ["1", "2"]
-- ["2", "4"]
-- ["4", "6"]

SELECT d, sum(x) OVER (ORDER BY d RANGE BETWEEN interval '1' day PRECEDING AND CURRENT ROW) FROM (VALUES (date '2026-11-21', 1), (date '2026-11-22', 2), (date '2026-11-24', 4)) AS t(d, x) ORDER BY d;
-- ["d date", "_col1 bigint"]
-- ["2026-11-21", "1"]
-- ["2026-11-22", "3"]
-- ["2026-11-24", "4"]

SELECT x, rank() OVER (ORDER BY x DESC NULLS LAST), rank() OVER (ORDER BY x) FROM (VALUES 1, null, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint", "_col2 bigint"]
-- ["1", "2", "1"]
-- ["3", "1", "2"]
-- [null, "3", "3"]

SELECT g, sum(x) AS s, rank() OVER (ORDER BY sum(x) DESC) FROM (VALUES ('a', 1), ('b', 5), ('a', 2)) AS t(g, x) GROUP BY g ORDER BY 3;
-- ["g varchar", "s bigint", "_col2 bigint"]
-- ["b", "5", "1"]
-- ["a", "3", "2"]

SELECT g, sum(x) * 1e0 / sum(sum(x)) OVER () FROM (VALUES ('a', 1), ('b', 3)) AS t(g, x) GROUP BY g ORDER BY g;
-- ["g varchar", "_col1 double"]
-- ["a", "0.25"]
-- ["b", "0.75"]

SELECT * FROM (SELECT g, x, row_number() OVER (PARTITION BY g ORDER BY x DESC) AS n FROM (VALUES ('a', 1), ('a', 2), ('b', 3)) AS t(g, x)) WHERE n = 1 ORDER BY g;
-- ["g varchar", "x integer", "n bigint"]
-- ["a", "2", "1"]
-- ["b", "3", "1"]

SELECT x, array_agg(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 array(integer)"]
-- ["1", "[1]"]
-- ["2", "[1, 2]"]
-- ["3", "[2, 3]"]

SELECT x, count(*) FILTER (WHERE x > 1) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- error NOT_SUPPORTED: line 1:1: FILTER is not yet supported for window functions

SELECT row_number() OVER () FROM (VALUES 7) AS t(x);
-- ["_col0 bigint"]
-- ["1"]

SELECT rank() OVER (PARTITION BY 1);
-- ["_col0 bigint"]
-- ["1"]

SELECT lag(x, -1) OVER (ORDER BY x) FROM (VALUES 1, 2) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must be at least 0

SELECT ntile(0) OVER (ORDER BY x) FROM (VALUES 1, 2) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Buckets must be greater than 0
-- words: Argument for ntile must be greater than zero

SELECT x FROM (VALUES 1, 2) AS t(x) WHERE row_number() OVER (ORDER BY x) = 1;
-- error EXPRESSION_NOT_SCALAR: line 1:74: WHERE clause cannot contain aggregations, window functions or grouping operations: [row_number() OVER (ORDER BY x ASC)]

SELECT sum(row_number() OVER ()) FROM (VALUES 1, 2) AS t(x);
-- error NESTED_WINDOW: line 1:8: Cannot nest window functions or row pattern measures inside aggregation 'sum': [row_number() OVER ()]

SELECT count(distinct x) OVER () FROM (VALUES 1, 2) AS t(x);
-- error NOT_SUPPORTED: line 1:1: DISTINCT in window function parameters not yet supported: count(DISTINCT x) OVER ()

SELECT approx_distinct(x) OVER () FROM (VALUES 1, 1) AS t(x);
-- ["_col0 bigint"]
-- ["1"]
-- ["1"]

SELECT max_by(g, x) OVER (ORDER BY x) FROM (VALUES ('a', 1), ('b', 2)) AS t(g, x) ORDER BY 1;
-- ["_col0 varchar"]
-- ["a"]
-- ["b"]

SELECT x, x - lag(x, 1, x) OVER (ORDER BY x) FROM (VALUES 1, 4, 9) AS t(x) ORDER BY x;
-- ["x integer", "_col1 integer"]
-- ["1", "0"]
-- ["4", "3"]
-- ["9", "5"]

SELECT x, sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, 3, 4) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "6"]
-- ["3", "9"]
-- ["4", "7"]

SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 2, 5) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "5"]
-- ["2", "5"]
-- ["5", "5"]

SELECT x, sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 2, 5) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "5"]
-- ["2", "5"]
-- ["5", "9"]

SELECT x, count(*) OVER (ORDER BY x RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "2"]
-- ["2", "2"]

SELECT d, count(*) OVER (ORDER BY d RANGE BETWEEN interval '1' day PRECEDING AND CURRENT ROW) FROM (VALUES date '2026-01-01', date '2026-01-02', date '2026-01-05') AS t(d) ORDER BY d;
-- ["d date", "_col1 bigint"]
-- ["2026-01-01", "1"]
-- ["2026-01-02", "2"]
-- ["2026-01-05", "1"]

SELECT x, first_value(x) OVER w, last_value(x) OVER w, nth_value(x, 2) OVER w FROM (VALUES 1, 2, 3) AS t(x) WINDOW w AS (ORDER BY x) ORDER BY x;
-- ["x integer", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["1", "1", "1", null]
-- ["2", "1", "2", "2"]
-- ["3", "1", "3", "2"]

SELECT x, last_value(x) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 integer"]
-- ["1", "3"]
-- ["2", "3"]
-- ["3", "3"]

SELECT x, lag(x) OVER (ORDER BY x), lag(x, 2) OVER (ORDER BY x), lag(x, 1, 0) OVER (ORDER BY x), lead(x, 1, -1) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 integer", "_col2 integer", "_col3 integer", "_col4 integer"]
-- ["1", null, null, "0", "2"]
-- ["2", "1", null, "1", "3"]
-- ["3", "2", "1", "2", "-1"]

SELECT n, lag(x) IGNORE NULLS OVER (ORDER BY n) FROM (VALUES (1, 10), (2, null), (3, null), (4, 40)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer"]
-- ["1", null]
-- ["2", "10"]
-- ["3", "10"]
-- ["4", "10"]

SELECT n, first_value(x) IGNORE NULLS OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES (1, null), (2, 20), (3, null)) AS t(n, x) ORDER BY n;
-- ["n integer", "_col1 integer"]
-- ["1", "20"]
-- ["2", "20"]
-- ["3", null]

SELECT x, rank() OVER (ORDER BY x), dense_rank() OVER (ORDER BY x), row_number() OVER (ORDER BY x), percent_rank() OVER (ORDER BY x), cume_dist() OVER (ORDER BY x) FROM (VALUES 1, 1, 2, 3) AS t(x) ORDER BY 4;
-- ["x integer", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 double", "_col5 double"]
-- ["1", "1", "1", "1", "0.0", "0.5"]
-- ["1", "1", "1", "2", "0.0", "0.5"]
-- ["2", "3", "2", "3", "0.6666666666666666", "0.75"]
-- ["3", "4", "3", "4", "1.0", "1.0"]

SELECT x, ntile(3) OVER (ORDER BY x) FROM (VALUES 1, 2, 3, 4, 5, 6, 7) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "1"]
-- ["3", "1"]
-- ["4", "2"]
-- ["5", "2"]
-- ["6", "3"]
-- ["7", "3"]

SELECT k, x, avg(x) OVER (PARTITION BY k), max(x) OVER (PARTITION BY k ORDER BY x) FROM (VALUES ('a', 1), ('a', 2), ('b', 5)) AS t(k, x) ORDER BY k, x;
-- ["k varchar", "x integer", "_col2 double", "_col3 integer"]
-- ["a", "1", "1.5", "1"]
-- ["a", "2", "1.5", "2"]
-- ["b", "5", "5.0", "5"]

SELECT k, sum(count(*)) OVER (ORDER BY k) FROM (VALUES 'a', 'a', 'b') AS t(k) GROUP BY k ORDER BY k;
-- ["k varchar", "_col1 bigint"]
-- ["a", "2"]
-- ["b", "3"]

SELECT k, count(*) * 100.0 / sum(count(*)) OVER () FROM (VALUES 'a', 'a', 'b', 'c') AS t(k) GROUP BY k ORDER BY k;
-- ["k varchar", "_col1 double"]
-- ["a", "50.0"]
-- ["b", "25.0"]
-- ["c", "25.0"]

SELECT x, array_agg(x) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 array(integer)"]
-- ["1", "[1]"]
-- ["2", "[1, 2]"]
-- ["3", "[1, 2, 3]"]

SELECT x, count(*) OVER (PARTITION BY x % 2 ORDER BY x DESC) FROM (VALUES 1, 2, 3, 4) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "2"]
-- ["2", "2"]
-- ["3", "1"]
-- ["4", "1"]

SELECT x, sum(x) OVER (ORDER BY x DESC ROWS 1 PRECEDING) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "3"]
-- ["2", "5"]
-- ["3", "3"]

SELECT x, min(x) OVER (ORDER BY x ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING) FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 integer"]
-- ["1", "3"]
-- ["2", null]
-- ["3", null]

SELECT lag(x, -1) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must be at least 0

SELECT x, sum(x) OVER (ORDER BY x ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:35: Window frame starting from CURRENT ROW cannot end with PRECEDING

SELECT rank() OVER () FROM (VALUES 1) AS t(x);
-- ["_col0 bigint"]
-- ["1"]

SELECT row_number() FROM (VALUES 1) AS t(x);
-- error MISSING_OVER: line 1:8: Window function system.builtin.row_number requires an OVER clause
-- words: line 1:8: Window function row_number requires an OVER clause

SELECT lower('a') OVER () FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_WINDOW: line 1:1: Not a window function: lower

SELECT x, bool_or(x > 2) OVER (ORDER BY x), every(x > 0) OVER () FROM (VALUES 1, 2, 3) AS t(x) ORDER BY x;
-- ["x integer", "_col1 boolean", "_col2 boolean"]
-- ["1", "false", "true"]
-- ["2", "false", "true"]
-- ["3", "true", "true"]

SELECT x, max_by(x, y) OVER (ORDER BY x) FROM (VALUES (1, 9), (2, 3)) AS t(x, y) ORDER BY x;
-- ["x integer", "_col1 integer"]
-- ["1", "1"]
-- ["2", "1"]

SELECT x, approx_distinct(x) OVER (ORDER BY x) FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "2"]

SELECT x, row_number() OVER (PARTITION BY y) FROM (VALUES (1, 2), (2, 3)) AS t(x, y) ORDER BY 1;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", "1"]

SELECT x, stddev(x) OVER (ORDER BY x ROWS 2 PRECEDING) FROM (VALUES 1, 2, 4) AS t(x) ORDER BY x;
-- ["x integer", "_col1 double"]
-- ["1", null]
-- ["2", "0.7071067811865476"]
-- ["4", "1.5275252316519465"]

SELECT x FROM (VALUES 1, 2, 3) AS t(x) ORDER BY row_number() OVER (ORDER BY x DESC);
-- ["x integer"]
-- ["3"]
-- ["2"]
-- ["1"]

SELECT x, sum(sum(x)) OVER (PARTITION BY y) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY x, y;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]

SELECT sum(x) OVER v FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_REFERENCE: line 1:20: Cannot resolve WINDOW name v

SELECT sum(x) OVER (v) FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x);
-- error INVALID_WINDOW_REFERENCE: line 1:21: Cannot resolve WINDOW name v

SELECT sum(x) OVER (v ORDER BY x) FROM (VALUES 1) AS t(x) WINDOW w AS (PARTITION BY x);
-- error INVALID_WINDOW_REFERENCE: line 1:21: Cannot resolve WINDOW name v

SELECT sum(x) OVER w FROM (VALUES 1) AS t(x) WINDOW w AS (v), v AS (ORDER BY x);
-- error INVALID_WINDOW_REFERENCE: line 1:59: Cannot resolve WINDOW name v

SELECT sum(x) OVER w, sum(x) OVER (v ROWS 1 PRECEDING) FROM (VALUES 1, 2) AS t(x) WINDOW v AS (ORDER BY x), w AS (v);
-- ["_col0 bigint", "_col1 bigint"]
-- ["1", "1"]
-- ["3", "3"]

SELECT sum(x) OVER (w ROWS UNBOUNDED PRECEDING) FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x ROWS 1 PRECEDING);
-- error INVALID_WINDOW_REFERENCE: line 1:21: Cannot reference named WINDOW containing frame specification

SELECT sum(x) OVER (w) FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x ROWS 1 PRECEDING);
-- error INVALID_WINDOW_REFERENCE: line 1:21: Cannot reference named WINDOW containing frame specification

SELECT sum(x) OVER w FROM (VALUES 1) AS t(x) WINDOW w AS (ORDER BY x ROWS 1 PRECEDING);
-- ["_col0 bigint"]
-- ["1"]

SELECT sum(x) OVER W FROM (VALUES 1, 2) AS t(x) WINDOW w AS (ORDER BY x);
-- ["_col0 bigint"]
-- ["1"]
-- ["3"]

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND UNBOUNDED PRECEDING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame end cannot be UNBOUNDED PRECEDING

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND 1 PRECEDING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame starting from FOLLOWING cannot end with PRECEDING

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND CURRENT ROW) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame starting from FOLLOWING cannot end with CURRENT ROW

SELECT sum(x) OVER (ORDER BY x ROWS UNBOUNDED FOLLOWING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame start cannot be UNBOUNDED FOLLOWING

SELECT sum(x) OVER (ORDER BY x ROWS 1 FOLLOWING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: line 1:32: Window frame starting from FOLLOWING cannot end with CURRENT ROW

SELECT sum(x) OVER (ORDER BY x ROWS 'a' PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:37: Window frame ROWS start value type must be exact numeric type with scale 0 (actual varchar(1))

SELECT sum(x) OVER (ORDER BY x ROWS 1.5 PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:37: Window frame ROWS start value type must be exact numeric type with scale 0 (actual double)

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN CURRENT ROW AND 1e0 FOLLOWING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:61: Window frame ROWS end value type must be exact numeric type with scale 0 (actual double)

SELECT sum(x) OVER (ORDER BY x GROUPS 'a' PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:39: Window frame GROUPS start value type must be exact numeric type with scale 0 (actual varchar(1))

SELECT sum(x) OVER (GROUPS 1 PRECEDING) FROM (VALUES 1) AS t(x);
-- error MISSING_ORDER_BY: line 1:21: Window frame of type GROUPS PRECEDING or FOLLOWING requires ORDER BY

SELECT sum(x) OVER (GROUPS CURRENT ROW) FROM (VALUES 1) AS t(x);
-- ["_col0 bigint"]
-- ["1"]

SELECT sum(x) OVER (RANGE CURRENT ROW) FROM (VALUES 1, 2) AS t(x) ORDER BY 1;
-- ["_col0 bigint"]
-- ["3"]
-- ["3"]

SELECT sum(x) OVER (ORDER BY x, y RANGE 1 PRECEDING) FROM (VALUES (1, 1)) AS t(x, y);
-- error INVALID_ORDER_BY: line 1:21: Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY (actual: 2)

SELECT sum(x) OVER (ORDER BY x RANGE 'a' PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:38: Window frame RANGE value type (varchar(1)) not compatible with sort item type (integer)

SELECT count(*) OVER (ORDER BY d RANGE 1 PRECEDING) FROM (VALUES date '2026-01-01') AS t(d);
-- error TYPE_MISMATCH: line 1:40: Window frame RANGE value type (integer) not compatible with sort item type (date)

SELECT count(*) OVER (ORDER BY d RANGE interval '1' day PRECEDING) FROM (VALUES date '2026-01-01') AS t(d);
-- ["_col0 bigint"]
-- ["1"]

SELECT sum(x) OVER (ORDER BY x RANGE -1 PRECEDING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: Window frame offset value must not be negative or null

SELECT sum(x) OVER (ORDER BY x RANGE null PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:38: Window frame RANGE value type (unknown) not compatible with sort item type (integer)

SELECT sum(x) OVER (ORDER BY x ROWS null PRECEDING) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:37: Window frame ROWS start value type must be exact numeric type with scale 0 (actual unknown)

SELECT sum(x) OVER (ORDER BY x ROWS cast(null AS integer) PRECEDING) FROM (VALUES 1) AS t(x);
-- error INVALID_WINDOW_FRAME: Window frame offset value must not be negative or null

SELECT sum(x) OVER (ORDER BY x ROWS x PRECEDING) FROM (VALUES 1, 2, 3) AS t(x);
-- ["_col0 bigint"]
-- ["1"]
-- ["3"]
-- ["6"]

SELECT sum(x) OVER (ORDER BY x GROUPS x - 3 PRECEDING) FROM (VALUES 1, 2, 3) AS t(x);
-- error INVALID_WINDOW_FRAME: Window frame offset value must not be negative or null

SELECT array_agg(x ORDER BY x) OVER () FROM (VALUES 1) AS t(x);
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'array_agg(x ORDER BY x ASC) OVER ()' must be an aggregate expression or appear in GROUP BY clause

SELECT sum(x) OVER (PARTITION BY MAP(ARRAY[1], ARRAY[x])) FROM (VALUES 1) AS t(x);
-- ["_col0 bigint"]
-- ["1"]

SELECT sum(x) OVER (ORDER BY MAP(ARRAY[1], ARRAY[x])) FROM (VALUES 1) AS t(x);
-- error TYPE_MISMATCH: line 1:30: map(integer, integer) is not orderable, and therefore cannot be used in window function ORDER BY

SELECT x FROM (VALUES 1) AS t(x) ORDER BY MAP(ARRAY[1], ARRAY[x]);
-- error TYPE_MISMATCH: line 1:1: Type map(integer, integer) is not orderable, and therefore cannot be used in ORDER BY: MAP(ARRAY[1], ARRAY[x])

SELECT lag(x, x - 2) OVER (ORDER BY x) FROM (VALUES 1, 2) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must be at least 0

SELECT nth_value(x, null) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- ["_col0 integer"]
-- [null]

SELECT nth_value(x, x - 1) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must be at least 1

SELECT ntile(null) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- ["_col0 bigint"]
-- [null]

SELECT lead(x, null) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Offset must not be null

SELECT lag(x) FROM (VALUES 1) AS t(x);
-- error MISSING_OVER: line 1:8: Window function system.builtin.lag requires an OVER clause
-- words: line 1:8: Window function lag requires an OVER clause

SELECT lag(x) FILTER (WHERE true) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error NOT_SUPPORTED: line 1:1: FILTER is not yet supported for window functions

SELECT lower(x) OVER () FROM (VALUES 'a') AS t(x);
-- error FUNCTION_NOT_WINDOW: line 1:1: Not a window function: lower

SELECT sum(x) IGNORE NULLS OVER () FROM (VALUES 1) AS t(x);
-- error NULL_TREATMENT_NOT_ALLOWED: line 1:8: Cannot specify null treatment clause for sum function

SELECT rank(DISTINCT x) OVER (ORDER BY x) FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function rank. Expected: rank()

SELECT rank() OVER (ROWS 1 PRECEDING) FROM (VALUES 1) AS t(x);
-- ["_col0 bigint"]
-- ["1"]

SELECT row_number() OVER (ORDER BY row_number() OVER ()) FROM (VALUES 1) AS t(x);
-- error NESTED_WINDOW: line 1:36: Cannot nest window functions or row pattern measures inside window specification

SELECT sum(sum(x) OVER ()) OVER () FROM (VALUES 1) AS t(x);
-- error NESTED_WINDOW: line 1:12: Cannot nest window functions or row pattern measures inside window function arguments

SELECT x FROM (VALUES 1) AS t(x) GROUP BY x HAVING rank() OVER (ORDER BY x) = 1;
-- error NESTED_WINDOW: line 1:52: HAVING clause cannot contain window functions or row pattern measures

SELECT sum(x) FROM (VALUES 1) AS t(x) HAVING sum(x) OVER () > 1;
-- error NESTED_WINDOW: line 1:46: HAVING clause cannot contain window functions or row pattern measures

SELECT lower(DISTINCT 'A');
-- error FUNCTION_NOT_AGGREGATE: line 1:8: DISTINCT is not supported for non-aggregation functions

SELECT abs(x ORDER BY x) FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_AGGREGATE: line 1:8: ORDER BY is only valid for aggregation functions

SELECT abs(x) FILTER (WHERE x > 0) FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_AGGREGATE: line 1:8: Filter is only valid for aggregation functions

SELECT lower('a') IGNORE NULLS OVER ();
-- error NULL_TREATMENT_NOT_ALLOWED: line 1:8: Cannot specify null treatment clause for lower function
