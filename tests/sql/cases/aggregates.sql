-- Aggregates, GROUPING SETS, ROLLUP and CUBE · Trino 435

SELECT count(*), count(x), count(distinct x), sum(x), avg(x), min(x), max(x) FROM (VALUES 1, 2, 2, null) AS t(x);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 double", "_col5 integer", "_col6 integer"]
-- ["4", "3", "2", "5", "1.6666666666666667", "1", "2"]

SELECT count(*), sum(x), avg(x), min(x), max(x) FROM (SELECT 1 AS x WHERE false);
-- ["_col0 bigint", "_col1 bigint", "_col2 double", "_col3 integer", "_col4 integer"]
-- ["0", null, null, null, null]

SELECT sum(x) FROM (VALUES 9223372036854775807, 1) AS t(x);
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: 9223372036854775807 + 1
-- words: bigint addition overflow: 9223372036854775808

SELECT sum(x) FROM (VALUES 2147483647, 1) AS t(x);
-- ["_col0 bigint"]
-- ["2147483648"]

SELECT sum(x), avg(x) FROM (VALUES 1.5, 2.5) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["4.0", "2.0"]

SELECT sum(cast(x as real)) FROM (VALUES 1.5, 2.5) AS t(x);
-- ["_col0 real"]
-- ["4.0"]

SELECT sum('a');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(1)) for function sum. Expected: sum(bigint), sum(decimal(p,s)), sum(double), sum(interval day to second), sum(interval year to month), sum(real)

SELECT avg(date '2026-11-23');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (date) for function avg. Expected: avg(bigint), avg(decimal(p,s)), avg(double), avg(interval day to second), avg(interval year to month), avg(real)

SELECT count_if(x > 1), bool_and(x > 0), bool_or(x > 2), every(x > 1) FROM (VALUES 1, 2) AS t(x);
-- ["_col0 bigint", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["1", "true", "false", "false"]

SELECT arbitrary(x), any_value(x) FROM (VALUES 7, 7) AS t(x);
-- ["_col0 integer", "_col1 integer"]
-- ["7", "7"]

SELECT array_agg(x) FROM (VALUES 7) AS t(x);
-- ["_col0 array(integer)"]
-- ["[7]"]

SELECT array_agg(x ORDER BY x) FILTER (WHERE x > 1) FROM (VALUES 3, 1, 2) AS t(x);
-- ["_col0 array(integer)"]
-- ["[2, 3]"]

SELECT array_agg(distinct x ORDER BY x) FROM (VALUES 2, 1, 2) AS t(x);
-- ["_col0 array(integer)"]
-- ["[1, 2]"]

SELECT array_agg(x) FROM (SELECT 1 AS x WHERE false);
-- ["_col0 array(integer)"]
-- [null]

SELECT array_agg(x ORDER BY x) FROM (VALUES 2, null, 1) AS t(x);
-- ["_col0 array(integer)"]
-- ["[1, 2, null]"]

SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 'b', 'a') AS t(x);
-- ["_col0 varchar"]
-- ["a,b"]

SELECT g, listagg(x, ', ') WITHIN GROUP (ORDER BY x DESC) FROM (VALUES (1, 'b'), (1, 'a'), (2, 'c')) AS t(g, x) GROUP BY g ORDER BY g;
-- ["g integer", "_col1 varchar"]
-- ["1", "b, a"]
-- ["2", "c"]

SELECT min_by(g, x), max_by(g, x) FROM (VALUES ('a', 3), ('b', 1), ('c', 2)) AS t(g, x);
-- ["_col0 varchar", "_col1 varchar"]
-- ["b", "a"]

SELECT max_by(g, x, 2), min_by(g, x, 2) FROM (VALUES ('a', 3), ('b', 1), ('c', 2)) AS t(g, x);
-- ["_col0 array(varchar)", "_col1 array(varchar)"]
-- ["[a, c]", "[b, c]"]

SELECT max_by(g, x) FROM (VALUES (null, 3), ('b', 1)) AS t(g, x);
-- ["_col0 varchar"]
-- [null]

SELECT max(x, 2), min(x, 2) FROM (VALUES 3, 1, 2) AS t(x);
-- ["_col0 array(integer)", "_col1 array(integer)"]
-- ["[3, 2]", "[1, 2]"]

SELECT histogram(x) FROM (VALUES 'a', 'b', 'a', null) AS t(x);
-- ["_col0 map(varchar, bigint)"]
-- ["{a=2, b=1}"]

SELECT map_agg(k, v) FROM (VALUES ('a', 1), ('b', 2)) AS t(k, v);
-- ["_col0 map(varchar, integer)"]
-- ["{a=1, b=2}"]

SELECT map_agg(k, v) FROM (VALUES ('a', 1), (null, 2)) AS t(k, v);
-- ["_col0 map(varchar, integer)"]
-- ["{a=1}"]

SELECT map_agg(k, v) FROM (SELECT 'a' AS k, 1 AS v WHERE false);
-- ["_col0 map(varchar, integer)"]
-- [null]

SELECT cardinality(map_agg(k, v)) FROM (VALUES ('a', 1), ('a', 2), ('b', 3)) AS t(k, v);
-- ["_col0 bigint"]
-- ["2"]

SELECT g, map_agg(k, v) FROM (VALUES (1, 'a', 1), (2, 'b', 2)) AS t(g, k, v) GROUP BY g ORDER BY g;
-- ["g integer", "_col1 map(varchar, integer)"]
-- ["1", "{a=1}"]
-- ["2", "{b=2}"]

SELECT multimap_agg(k, v) FROM (VALUES ('a', 1)) AS t(k, v);
-- ["_col0 map(varchar, array(integer))"]
-- ["{a=[1]}"]

SELECT map_union(m) FROM (VALUES MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['b'], ARRAY[2])) AS t(m);
-- ["_col0 map(varchar, integer)"]
-- ["{a=1, b=2}"]

SELECT stddev(x), stddev_samp(x), stddev_pop(x), variance(x), var_samp(x), var_pop(x) FROM (VALUES 1, 3) AS t(x);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double"]
-- ["1.4142135623730951", "1.4142135623730951", "1.0", "2.0", "2.0", "1.0"]

SELECT stddev(x) FROM (VALUES 1) AS t(x);
-- ["_col0 double"]
-- [null]

SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1, 2), (3, 6)) AS t(x, y);
-- ["_col0 real", "_col1 real", "_col2 real", "_col3 real", "_col4 real"]
-- ["1.0", "2.0", "4.0", "0.5", "0.0"]

SELECT skewness(x), kurtosis(x) FROM (VALUES 1.0, 2.0, 4.0, 9.0) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["0.7684172579878226", "1.5"]

SELECT geometric_mean(x) FROM (VALUES 1.0, 4.0) AS t(x);
-- ["_col0 double"]
-- ["2.0"]

SELECT approx_distinct(x) FROM (VALUES 'a', 'b', 'a', null) AS t(x);
-- ["_col0 bigint"]
-- ["2"]

SELECT approx_distinct(x, 0.01) FROM (VALUES 'a', 'b', 'a') AS t(x);
-- ["_col0 bigint"]
-- ["2"]

SELECT approx_percentile(x, 0.5), approx_percentile(x, 0.9) FROM (VALUES 1, 2, 3, 4, 5) AS t(x);
-- ["_col0 bigint", "_col1 bigint"]
-- ["3", "5"]

SELECT approx_percentile(x, 0.5) FROM (VALUES 1.0, 2.0, 3.0, 4.0) AS t(x);
-- ["_col0 double"]
-- ["3.0"]

SELECT approx_percentile(x, ARRAY[0.25, 0.5, 0.75]) FROM (VALUES 1, 2, 3, 4, 5) AS t(x);
-- ["_col0 array(bigint)"]
-- ["[2, 3, 4]"]

SELECT approx_percentile(x, 2, 0.5) FROM (VALUES 1, 2, 3) AS t(x);
-- ["_col0 bigint"]
-- ["2"]
-- refused: approx_percentile with weights or accuracy

SELECT approx_percentile(x, 1.5) FROM (VALUES 1, 2, 3) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Percentile must be between 0 and 1

SELECT approx_most_frequent(2, x, 10) FROM (VALUES 'a', 'b', 'a') AS t(x);
-- ["_col0 map(varchar, bigint)"]
-- ["{a=2, b=1}"]

SELECT numeric_histogram(2, x) FROM (VALUES 1.0, 2.0) AS t(x);
-- ["_col0 map(double, double)"]
-- ["{1.0=1.0, 2.0=1.0}"]

SELECT bitwise_and_agg(x), bitwise_or_agg(x) FROM (VALUES 12, 10) AS t(x);
-- ["_col0 bigint", "_col1 bigint"]
-- ["8", "14"]

SELECT checksum(x) FROM (VALUES 1) AS t(x);
-- ["_col0 varbinary"]
-- ["93 8f c3 0a b5 2d e5 d4"]

SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 1, 2) AS t(x);
-- ["_col0 integer"]
-- ["3"]

SELECT sum(x) FILTER (WHERE x > 1), count(*) FILTER (WHERE x > 5) FROM (VALUES 1, 2, 3) AS t(x);
-- ["_col0 bigint", "_col1 bigint"]
-- ["5", "0"]

SELECT count(distinct x) FILTER (WHERE x > 1) FROM (VALUES 1, 2, 2, 3) AS t(x);
-- ["_col0 bigint"]
-- ["2"]

SELECT count(distinct (x, y)) FROM (VALUES (1, 2), (1, 2), (1, 3)) AS t(x, y);
-- ["_col0 bigint"]
-- ["2"]

SELECT sum(distinct x), avg(distinct x) FROM (VALUES 1, 1, 2) AS t(x);
-- ["_col0 bigint", "_col1 double"]
-- ["3", "1.5"]

SELECT x, count(*) FROM (VALUES 'a', 'b', 'a') AS t(x) GROUP BY x ORDER BY x;
-- ["x varchar", "_col1 bigint"]
-- ["a", "2"]
-- ["b", "1"]

SELECT x, count(*) AS n FROM (VALUES 'a', 'b', 'a') AS t(x) GROUP BY 1 HAVING count(*) > 1 ORDER BY n;
-- ["x varchar", "n bigint"]
-- ["a", "2"]

SELECT x, count(*) AS n FROM (VALUES 'a', 'b', 'a') AS t(x) GROUP BY 1 HAVING n > 1;
-- error COLUMN_NOT_FOUND: line 1:79: Column 'n' cannot be resolved or requester is not authorized to access requested resources

SELECT x FROM (VALUES ('a', 1), ('b', 3), ('a', 1)) AS t(x, y) WHERE y > 0 GROUP BY x HAVING sum(y) > 2;
-- ["x varchar"]
-- ["b"]

SELECT x, y FROM (VALUES (1, 2)) AS t(x, y) GROUP BY x;
-- error EXPRESSION_NOT_AGGREGATE: line 1:11: 'y' must be an aggregate expression or appear in GROUP BY clause

SELECT count(*) FROM (VALUES 1) AS t(x) WHERE count(*) > 0;
-- error EXPRESSION_NOT_SCALAR: line 1:56: WHERE clause cannot contain aggregations, window functions or grouping operations: [count(*)]

SELECT x AS k, count(*) FROM (VALUES 1) AS t(x) GROUP BY k;
-- error COLUMN_NOT_FOUND: line 1:58: Column 'k' cannot be resolved or requester is not authorized to access requested resources

SELECT upper(x), count(*) FROM (VALUES 'a', 'A') AS t(x) GROUP BY upper(x);
-- ["_col0 varchar", "_col1 bigint"]
-- ["A", "2"]

SELECT a, b, sum(x) FROM (VALUES ('p', 'q', 1), ('p', 'r', 2)) AS t(a, b, x) GROUP BY GROUPING SETS ((a), (a, b), ()) ORDER BY 1, 2, 3;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["p", "q", "1"]
-- ["p", "r", "2"]
-- ["p", null, "3"]
-- [null, null, "3"]

SELECT a, b, sum(x) FROM (VALUES ('p', 'q', 1), ('p', 'r', 2)) AS t(a, b, x) GROUP BY ROLLUP (a, b) ORDER BY 1, 2;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["p", "q", "1"]
-- ["p", "r", "2"]
-- ["p", null, "3"]
-- [null, null, "3"]

SELECT a, b, sum(x) FROM (VALUES ('p', 'q', 1), ('p', 'r', 2)) AS t(a, b, x) GROUP BY CUBE (a, b) ORDER BY 1, 2;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["p", "q", "1"]
-- ["p", "r", "2"]
-- ["p", null, "3"]
-- [null, "q", "1"]
-- [null, "r", "2"]
-- [null, null, "3"]

SELECT a, b, grouping(a, b), sum(x) FROM (VALUES ('p', 'q', 1)) AS t(a, b, x) GROUP BY CUBE (a, b) ORDER BY 3;
-- ["a varchar", "b varchar", "_col2 integer", "_col3 bigint"]
-- ["p", "q", "0", "1"]
-- ["p", null, "1", "1"]
-- [null, "q", "2", "1"]
-- [null, null, "3", "1"]

SELECT a, grouping(a) FROM (VALUES 'p', 'q') AS t(a) GROUP BY ROLLUP (a) ORDER BY 1;
-- ["a varchar", "_col1 integer"]
-- ["p", "0"]
-- ["q", "0"]
-- [null, "1"]

SELECT a, b, count(*) FROM (VALUES ('p', 'q')) AS t(a, b) GROUP BY a, ROLLUP (b) ORDER BY 1, 2;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["p", "q", "1"]
-- ["p", null, "1"]

SELECT a, count(*) FROM (VALUES 'p', null) AS t(a) GROUP BY a ORDER BY a;
-- ["a varchar", "_col1 bigint"]
-- ["p", "1"]
-- [null, "1"]

SELECT DISTINCT x FROM (VALUES 1, 1, 2) AS t(x) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT max(ARRAY[1, 2]), min(row(1, 'a'));
-- ["_col0 array(integer)", "_col1 row(integer, varchar)"]
-- ["[1, 2]", "{field0=1, field1=a}"]

SELECT max(x), min(x) FROM (VALUES 'b', 'a') AS t(x);
-- ["_col0 varchar", "_col1 varchar"]
-- ["b", "a"]

SELECT max(x) FROM (VALUES true, false) AS t(x);
-- ["_col0 boolean"]
-- ["true"]

SELECT entropy(x) FROM (VALUES 1, 1) AS t(x);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'entropy' not registered

SELECT count(x, y) FROM (VALUES (1, 2)) AS t(x, y);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer, integer) for function count. Expected: count(), count(t) T

SELECT sum(count(*)) FROM (VALUES 1) AS t(x);
-- error NESTED_AGGREGATION: line 1:8: Cannot nest aggregations inside aggregation 'sum': [count(*)]

SELECT ARRAY[1] || cast(null as integer), cast(null as integer) || ARRAY[1], ARRAY[1] || cast(null as array(integer)), concat(ARRAY[1], cast(null as array(integer)), ARRAY[2]);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)", "_col3 array(integer)"]
-- [null, null, null, null]

SELECT x || 3, concat(x, ARRAY[4]) FROM (VALUES ARRAY[1], null) AS t(x);
-- ["_col0 array(integer)", "_col1 array(integer)"]
-- ["[1, 3]", "[1, 4]"]
-- [null, null]

SELECT array_union(x, ARRAY[1]), array_intersect(x, ARRAY[1]), array_except(x, ARRAY[1]), array_except(ARRAY[1], x), arrays_overlap(x, ARRAY[1]), array_distinct(x), array_sort(x), array_max(x), cardinality(x), contains(x, 1), array_join(x, ','), slice(x, 1, 1), flatten(ARRAY[x]), reverse(x), array_position(x, 1), array_remove(x, 1), filter(x, e -> e > 0), transform(x, e -> e + 1), reduce(x, 0, (s, e) -> s + e, s -> s), any_match(x, e -> e > 0), all_match(x, e -> e > 0), none_match(x, e -> e > 0), zip(x, ARRAY[1]), zip_with(x, ARRAY[1], (a, b) -> a + b), ngrams(x, 2), combinations(x, 1), shuffle(x), trim_array(x, 0), element_at(x, 1), array_histogram(x) FROM (VALUES cast(null as array(integer))) AS t(x);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)", "_col3 array(integer)", "_col4 boolean", "_col5 array(integer)", "_col6 array(integer)", "_col7 integer", "_col8 bigint", "_col9 boolean", "_col10 varchar", "_col11 array(integer)", "_col12 array(integer)", "_col13 array(integer)", "_col14 bigint", "_col15 array(integer)", "_col16 array(integer)", "_col17 array(integer)", "_col18 integer", "_col19 boolean", "_col20 boolean", "_col21 boolean", "_col22 array(row(integer, integer))", "_col23 array(integer)", "_col24 array(array(integer))", "_col25 array(array(integer))", "_col26 array(integer)", "_col27 array(integer)", "_col28 integer", "_col29 map(integer, bigint)"]
-- [null, null, null, null, null, null, null, null, null, null, null, null, "[]", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]

SELECT map_keys(m), map_values(m), map_entries(m), map_concat(m, MAP(ARRAY['a'], ARRAY[1])), element_at(m, 'a'), cardinality(m), map_filter(m, (k, v) -> true), transform_keys(m, (k, v) -> k), transform_values(m, (k, v) -> v), map_zip_with(m, m, (k, a, b) -> a), m['a'] FROM (VALUES cast(null as map(varchar, integer))) AS t(m);
-- ["_col0 array(varchar)", "_col1 array(integer)", "_col2 array(row(varchar, integer))", "_col3 map(varchar, integer)", "_col4 integer", "_col5 bigint", "_col6 map(varchar, integer)", "_col7 map(varchar, integer)", "_col8 map(varchar, integer)", "_col9 map(varchar, integer)", "_col10 integer"]
-- [null, null, null, null, null, null, null, null, null, null, null]

SELECT count_if(x), bool_and(x), every(x), bool_or(x) FROM (VALUES cast(null as boolean)) AS t(x);
-- ["_col0 bigint", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["0", null, null, null]

SELECT count_if(x), sum(y), max(y), array_agg(y), map_agg(y, y), histogram(y), approx_distinct(y), count(y), avg(y), stddev(y), listagg(cast(y as varchar), ',') WITHIN GROUP (ORDER BY y), max_by(y, y), min(y, 2), approx_percentile(y, 0.5), geometric_mean(y), checksum(y), bitwise_and_agg(y), entropy(y), multimap_agg(y, y), reduce_agg(y, 0, (a, b) -> a + b, (a, b) -> a + b), numeric_histogram(2, y), arbitrary(y), any_value(y), corr(y, y), regr_slope(y, y), covar_pop(y, y), kurtosis(y), skewness(y), set_agg(y) FROM (VALUES (cast(null as boolean), cast(null as integer))) AS t(x, y) WHERE false;
-- error FUNCTION_NOT_FOUND: line 1:295: Function 'entropy' not registered
-- words: line 1:293: Function 'entropy' not registered

SELECT count_if(x), sum(y), max(y), array_agg(y), map_agg(y, y), histogram(y), approx_distinct(y), count(y), avg(y), stddev(y), max_by(y, y), min(y, 2), approx_percentile(y, 0.5), geometric_mean(y), bitwise_and_agg(y), multimap_agg(y, y), reduce_agg(y, 0, (a, b) -> a + b, (a, b) -> a + b), numeric_histogram(2, y), arbitrary(y), any_value(y), corr(y, y), regr_slope(y, y), covar_pop(y, y), kurtosis(y), skewness(y) FROM (VALUES (cast(null as boolean), cast(null as integer))) AS t(x, y) WHERE false;
-- ["_col0 bigint", "_col1 bigint", "_col2 integer", "_col3 array(integer)", "_col4 map(integer, integer)", "_col5 map(integer, bigint)", "_col6 bigint", "_col7 bigint", "_col8 double", "_col9 double", "_col10 integer", "_col11 array(integer)", "_col12 bigint", "_col13 double", "_col14 bigint", "_col15 map(integer, array(integer))", "_col16 integer", "_col17 map(real, real)", "_col18 integer", "_col19 integer", "_col20 real", "_col21 real", "_col22 real", "_col23 double", "_col24 double"]
-- ["0", null, null, null, null, null, "0", "0", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]

SELECT count_if(x), sum(y), max(y), array_agg(y), map_agg(y, y), histogram(y), approx_distinct(y), count(y), avg(y), stddev(y), max_by(y, y), min(y, 2), approx_percentile(y, 0.5), geometric_mean(y), bitwise_and_agg(y), multimap_agg(y, y), reduce_agg(y, 0, (a, b) -> a + b, (a, b) -> a + b), numeric_histogram(2, y), arbitrary(y), any_value(y), corr(y, y), regr_slope(y, y), covar_pop(y, y), kurtosis(y), skewness(y) FROM (VALUES (cast(null as boolean), cast(null as integer))) AS t(x, y);
-- ["_col0 bigint", "_col1 bigint", "_col2 integer", "_col3 array(integer)", "_col4 map(integer, integer)", "_col5 map(integer, bigint)", "_col6 bigint", "_col7 bigint", "_col8 double", "_col9 double", "_col10 integer", "_col11 array(integer)", "_col12 bigint", "_col13 double", "_col14 bigint", "_col15 map(integer, array(integer))", "_col16 integer", "_col17 map(real, real)", "_col18 integer", "_col19 integer", "_col20 real", "_col21 real", "_col22 real", "_col23 double", "_col24 double"]
-- ["0", null, null, "[null]", null, null, "0", "0", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]

SELECT entropy(x) FROM (VALUES 1, 2, 3) AS t(x);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'entropy' not registered

SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1.0, 2.0)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double"]
-- [null, "0.0", null, null, null]

SELECT corr(x, y), regr_slope(y, x), regr_intercept(y, x), stddev(x), variance(x), kurtosis(x), skewness(x) FROM (VALUES (1.0, 2.0), (1.0, 3.0), (1.0, 3.5), (1.0, 3.5)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double", "_col6 double"]
-- [null, null, null, "0.0", "0.0", "NaN", "NaN"]

SELECT regr_avgx(y, x), regr_avgy(y, x), regr_count(y, x), regr_r2(y, x), regr_sxx(y, x), regr_sxy(y, x), regr_syy(y, x) FROM (VALUES (1.0, 2.0), (2.0, 3.0)) AS t(x, y);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'regr_avgx' not registered

SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(y, x), regr_intercept(y, x), stddev(x), stddev_pop(x), variance(x), var_pop(x), kurtosis(x), skewness(x), geometric_mean(x), avg(x), sum(x) FROM (VALUES (1.1, 2.3), (2.7, 4.1), (3.3, 7.9), (8.4, 3.3), (0.7, 5.2)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double", "_col6 double", "_col7 double", "_col8 double", "_col9 double", "_col10 double", "_col11 double", "_col12 double", "_col13 double"]
-- ["-0.10733708084194686", "-0.5684000000000002", "-0.7105000000000002", "-0.0748840640809444", "4.80262436762226", "3.080259729308553", "2.75506805723561", "9.488", "7.5904", "2.7140791048033677", "1.062003403120872", "2.2497255626903843", "3.2399999999999998", "16.2"]

SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(y, x), regr_intercept(y, x), stddev(x), stddev_pop(x), variance(x), var_pop(x), kurtosis(x), skewness(x), geometric_mean(x), avg(x) FROM (VALUES (1, 2), (2, 4), (3, 7), (8, 3), (11, 5)) AS t(x, y);
-- ["_col0 real", "_col1 real", "_col2 real", "_col3 real", "_col4 real", "_col5 double", "_col6 double", "_col7 double", "_col8 double", "_col9 double", "_col10 double", "_col11 double", "_col12 double"]
-- ["0.15108567", "1.0", "1.25", "0.067567565", "3.862162", "4.301162633521313", "3.847076812334269", "18.5", "14.8", "-1.6815193571950324", "0.5058245626151705", "3.5036989621017653", "5.0"]

SELECT avg(x), sum(x) FROM (VALUES 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["0.39999999999999997", "2.8"]

SELECT ROUND(avg(x), 2), sum(x), avg(x) FROM (VALUES REAL '0.1', REAL '0.2', REAL '0.3') AS t(x);
-- ["_col0 real", "_col1 real", "_col2 real"]
-- ["0.2", "0.6", "0.2"]

SELECT corr(x, y), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1, 2.1), (2, 4.2)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["1.0", "2.0999999999999996", "8.881784197001252E-16"]

SELECT corr(x, y), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1, 2.1), (2, 4.2), (3, 7.3), (8, 3.4), (11, 5.5), (2.3, 0.1), (7.7, null), (null, 2.0)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["0.3455321866560661", "0.21854511395566656", "2.772286398168384"]

SELECT g, corr(x, y) FILTER (WHERE x > 1), regr_slope(y, x) FROM (VALUES ('a', 1.5, 2.1), ('a', 2.5, 4.2), ('b', 3, 7.3), ('a', 8, 3.4), ('b', 11, 5.5)) AS t(g, x, y) GROUP BY g ORDER BY g;
-- ["g varchar", "_col1 double", "_col2 double"]
-- ["a", "0.2763131144209284", "0.08367346938775506"]
-- ["b", "-0.9999999999999997", "-0.2250000000000001"]

SELECT checksum(x) FROM (VALUES 1, 2, null) AS t(x);
-- ["_col0 varbinary"]
-- ["ea 51 bc 7b 38 d9 08 d5"]

SELECT checksum(x), checksum(y), checksum(z), checksum(d) FROM (VALUES ('a', true, 1.5, date '2026-01-01'), ('bc', false, 2.5, date '2026-01-02')) AS t(x, y, z, d);
-- ["_col0 varbinary", "_col1 varbinary", "_col2 varbinary", "_col3 varbinary"]
-- ["2c 7a 5b 2e 00 0f d1 14", "30 bd d9 83 21 7e 76 bf", "3f 0c 70 18 8f d0 ef 9a", "25 e6 01 cd c4 e4 aa 7c"]

SELECT checksum(x) FROM (VALUES timestamp '2026-01-01 10:00:00') AS t(x);
-- ["_col0 varbinary"]
-- ["c0 6a 0b 03 48 28 47 37"]

SELECT checksum(x) FROM (VALUES 1) AS t(x) WHERE false;
-- ["_col0 varbinary"]
-- [null]

SELECT cardinality(approx_set(x)), cardinality(approx_set(y)), cardinality(approx_set(z)) FROM (VALUES (1, 'a', 1.5), (2, 'a', 2.5), (2, 'b', 1.5)) AS t(x, y, z);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2", "2", "2"]

SELECT cardinality(merge(h)) FROM (SELECT d, approx_set(u) AS h FROM (VALUES (1, 'a'), (1, 'b'), (2, 'b'), (2, 'c')) AS t(d, u) GROUP BY d) AS s;
-- ["_col0 bigint"]
-- ["3"]

SELECT cardinality(empty_approx_set()), cardinality(merge(h)) FROM (VALUES empty_approx_set()) AS t(h);
-- ["_col0 bigint", "_col1 bigint"]
-- ["0", "0"]

SELECT cast(approx_set(x) AS varbinary) FROM (VALUES 'guest-1', 'guest-2', 'guest-3') AS t(x);
-- ["_col0 varbinary"]
-- ["02 0c 03 00 40 46 0e 73 42 71 42 96 81 4b 3c de"]

SELECT cardinality(merge(cast(b AS HyperLogLog))) FROM (SELECT cast(approx_set(u) AS varbinary) AS b FROM (VALUES (1, 'a'), (1, 'b'), (2, 'b'), (2, 'c')) AS t(d, u) GROUP BY d) AS s;
-- ["_col0 bigint"]
-- ["3"]

SELECT cardinality(approx_set(x)) FROM UNNEST(sequence(1, 400)) AS t(x);
-- ["_col0 bigint"]
-- ["400"]

SELECT d, cardinality(merge(h) OVER (ORDER BY d)) FROM (SELECT d, approx_set(u) AS h FROM (VALUES (1, 'a'), (1, 'b'), (2, 'b'), (2, 'c')) AS t(d, u) GROUP BY d) AS s ORDER BY d;
-- ["d integer", "_col1 bigint"]
-- ["1", "2"]
-- ["2", "3"]

SELECT approx_set(x) IS NULL, cardinality(approx_set(x)) FROM (VALUES cast(null AS varchar)) AS t(x);
-- ["_col0 boolean", "_col1 bigint"]
-- ["true", null]

SELECT length(X'616263'), reverse(X'616263'), lpad(X'61', 3, X'62'), rpad(X'61', 3, X'62'), substr(X'616263', 2), substr(X'616263', 2, 1), substr(X'616263', -2), length(X''), X'61' || X'62', concat(X'61', X'62');
-- ["_col0 bigint", "_col1 varbinary", "_col2 varbinary", "_col3 varbinary", "_col4 varbinary", "_col5 varbinary", "_col6 varbinary", "_col7 bigint", "_col8 varbinary", "_col9 varbinary"]
-- ["3", "63 62 61", "62 62 61", "61 62 62", "62 63", "62", "62 63", "0", "61 62", "61 62"]

SELECT from_base64('abc'), from_base64(to_utf8('YWJj')), from_base64url('YWI'), from_utf8(X'616263'), from_utf8(X'61FF62'), from_utf8(X'61FF62', '?'), from_utf8(X'61FF62', ''), from_hex(to_utf8('6162'));
-- ["_col0 varbinary", "_col1 varbinary", "_col2 varbinary", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varbinary"]
-- ["69 b7", "61 62 63", "61 62", "abc", "a�b", "a?b", "ab", "61 62"]

SELECT chr(bigint '65'), chr(233), chr(128512), trim(cast('abc' AS char(5)), 'a'), ltrim(cast(' abc' AS char(5))), rtrim(cast('abc' AS char(5))), human_readable_seconds(2.5), human_readable_seconds(96), human_readable_seconds(3762), human_readable_seconds(56363463);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar", "_col9 varchar"]
-- ["A", "é", "😀", "bc", "abc", "abc", "3 seconds", "1 minute, 36 seconds", "1 hour, 2 minutes, 42 seconds", "93 weeks, 1 day, 8 hours, 31 minutes, 3 seconds"]

SELECT sum(x), avg(x) FROM (VALUES interval '2' month, interval '5' month) AS t(x);
-- ["_col0 interval year to month", "_col1 interval year to month"]
-- ["0-7", "0-4"]

SELECT date_diff('abc', timestamp '2026-01-01', timestamp '2026-01-02');
-- error INVALID_FUNCTION_ARGUMENT: 'abc' is not a valid TIMESTAMP field

SELECT date_trunc('minute', time '10:20:30'), date_add('minute', 5, time '10:20:30'), date_diff('minute', time '10:20:30', time '11:25:30'), date_add('hour', 20, time '10:20:30');
-- ["_col0 time(3)", "_col1 time(3)", "_col2 bigint", "_col3 time(3)"]
-- ["10:20:00.000", "10:25:30.000", "65", "06:20:30.000"]

SELECT format('%1$s %1$s %2$d', 'a', 5), format('%2$s-%1$s', 'x', 'y'), format('%c', 'a'), format('%s', ARRAY[1, 2]), format('%s', timestamp '2026-01-01 10:00:00'), format('%S', 'abc'), format('%b', true), format('%,d', 1234567), format('%08.2f', 3.14159), format('%x', 255), format('%X', 255), format('%o', 8), format('%e', 12345.678), format('%g', 12345.678), format('%%'), format('%n');
-- error SYNTAX_ERROR: line 1:369: The 'format' function must have at least two arguments
-- words: line 1:363: The 'format' function must have at least two arguments

SELECT format('%tY-%<tm-%<td', date '2026-11-23'), format('%1$tH:%1$tM', timestamp '2026-11-23 22:05:09'), format('%tF %<tT', timestamp '2026-11-23 22:05:09'), format('%tA %<tB %<te', date '2026-11-23');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["2026-11-23", "22:05", "2026-11-23 22:05:09", "Monday November 23"]

SELECT format('%s %s %s', 1.5, DECIMAL '2.50', null), format('%s', json '{"a":1}'), format('%s', MAP(ARRAY['a'], ARRAY[1])), format('%s', ROW(1, 'a')), format('%5s|%-5s|', 'ab', 'cd'), format('%.3s', 'abcdef'), format('%+d', 5), format('%(d', -5), format('%s', real '1.5');
-- error NOT_SUPPORTED: line 1:100: Type not supported for formatting: map(varchar(1), integer)
-- refused: format of integer with %(d

SELECT regexp_split('abc', ''), regexp_split('', ','), regexp_split('', ''), regexp_split('ab', 'x*'), regexp_split('a1b22c', '\d*');
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)", "_col3 array(varchar)", "_col4 array(varchar)"]
-- ["[, a, b, c, ]", "[]", "[, ]", "[, a, b, ]", "[, a, , b, , c, ]"]

SELECT greatest('a', 'b'), least(date '2026-01-01', date '2025-01-01'), greatest(ARRAY[1], ARRAY[2]), greatest(1, 2.5), least(null, 1);
-- ["_col0 varchar", "_col1 date", "_col2 array(integer)", "_col3 double", "_col4 integer"]
-- ["b", "2025-01-01", "[2]", "2.5", null]

SELECT sequence(date '2026-01-01', date '2026-01-02', interval '2' hour);
-- error INVALID_FUNCTION_ARGUMENT: sequence step must be a day interval if start and end values are dates

SELECT trim_array(ARRAY[1], 3);
-- error INVALID_FUNCTION_ARGUMENT: size must not exceed array cardinality 1: 3

SELECT random(3, 3);
-- error INVALID_FUNCTION_ARGUMENT: start value must be less than stop value
