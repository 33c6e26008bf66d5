-- Arrays, maps, rows, lambdas and UNNEST · Trino 435

SELECT ARRAY[1, 2, 3], ARRAY['a', null], ARRAY[1.5, 2], ARRAY[];
-- ["_col0 array(integer)", "_col1 array(varchar)", "_col2 array(double)", "_col3 array(unknown)"]
-- ["[1, 2, 3]", "[a, null]", "[1.5, 2.0]", "[]"]

SELECT ARRAY[1, 'a'];
-- error TYPE_MISMATCH: line 1:17: All ARRAY elements must be the same type or coercible to a common type. Cannot find common type between integer and varchar(1), all types (without duplicates): [integer, varchar(1)]

SELECT ARRAY[ARRAY[1], ARRAY[2, 3]];
-- ["_col0 array(array(integer))"]
-- ["[[1], [2, 3]]"]

SELECT ARRAY['a', 'b'][2];
-- ["_col0 varchar"]
-- ["b"]

SELECT ARRAY[1, 2][9];
-- error INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or equal to array length: 9 > 2

SELECT ARRAY[1, 2][0];
-- error INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1

SELECT ARRAY[1, 2][-1];
-- error INVALID_FUNCTION_ARGUMENT: Array subscript is negative: -1

SELECT element_at(ARRAY[1, 2], 5), element_at(ARRAY[1, 2], -1), element_at(ARRAY[1, 2], 1);
-- ["_col0 integer", "_col1 integer", "_col2 integer"]
-- [null, "2", "1"]

SELECT element_at(ARRAY[1, 2], 0);
-- error INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1

SELECT cardinality(ARRAY[1, 2]), cardinality(ARRAY[]), cardinality(MAP(ARRAY['a'], ARRAY[1]));
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2", "0", "1"]

SELECT contains(ARRAY[1, 2], 2), contains(ARRAY[1, 2], 3), contains(ARRAY[1, null], 3);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", null]

SELECT ARRAY[1] || ARRAY[2], ARRAY[1] || 2, 0 || ARRAY[1];
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)"]
-- ["[1, 2]", "[1, 2]", "[0, 1]"]

SELECT concat(ARRAY[1], ARRAY[2, 3]);
-- ["_col0 array(integer)"]
-- ["[1, 2, 3]"]

SELECT array_distinct(ARRAY[1, 2, 1, null, null]);
-- ["_col0 array(integer)"]
-- ["[1, 2, null]"]

SELECT array_sort(ARRAY[3, 1, null, 2]);
-- ["_col0 array(integer)"]
-- ["[1, 2, 3, null]"]

SELECT array_sort(ARRAY[3, 1, 2], (a, b) -> if(a < b, 1, if(a = b, 0, -1)));
-- ["_col0 array(integer)"]
-- ["[3, 2, 1]"]

SELECT array_max(ARRAY[1, 3]), array_min(ARRAY[1, 3]), array_max(ARRAY[1, null]);
-- ["_col0 integer", "_col1 integer", "_col2 integer"]
-- ["3", "1", null]

SELECT array_join(ARRAY[1, null, 3], ','), array_join(ARRAY['a', null], '-', '?');
-- ["_col0 varchar", "_col1 varchar"]
-- ["1,3", "a-?"]

SELECT array_join(ARRAY[1.5, 2.0], ',');
-- ["_col0 varchar"]
-- ["1.5E0,2.0E0"]

SELECT array_position(ARRAY['a', 'b'], 'b'), array_position(ARRAY[1], 5);
-- ["_col0 bigint", "_col1 bigint"]
-- ["2", "0"]

SELECT array_remove(ARRAY[1, 2, 1], 1), array_remove(ARRAY[1, null], 1);
-- ["_col0 array(integer)", "_col1 array(integer)"]
-- ["[2]", "[null]"]

SELECT array_union(ARRAY[1, 2], ARRAY[2, 3]);
-- ["_col0 array(integer)"]
-- ["[1, 2, 3]"]

SELECT array_intersect(ARRAY[1, 2, 2], ARRAY[2, 3]);
-- ["_col0 array(integer)"]
-- ["[2]"]

SELECT array_except(ARRAY[1, 2, 2], ARRAY[2, 3]);
-- ["_col0 array(integer)"]
-- ["[1]"]

SELECT arrays_overlap(ARRAY[1, 2], ARRAY[2, 3]), arrays_overlap(ARRAY[1], ARRAY[2]), arrays_overlap(ARRAY[1, null], ARRAY[2]);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", null]

SELECT slice(ARRAY[1, 2, 3, 4], 2, 2), slice(ARRAY[1, 2, 3, 4], -2, 2);
-- ["_col0 array(integer)", "_col1 array(integer)"]
-- ["[2, 3]", "[3, 4]"]

SELECT flatten(ARRAY[ARRAY[1], ARRAY[2, 3]]), reverse(ARRAY[1, 2]), repeat('a', 3);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(varchar)"]
-- ["[1, 2, 3]", "[2, 1]", "[a, a, a]"]

SELECT sequence(1, 3), sequence(3, 1), sequence(1, 10, 4), sequence(3, 1, -1);
-- ["_col0 array(bigint)", "_col1 array(bigint)", "_col2 array(bigint)", "_col3 array(bigint)"]
-- ["[1, 2, 3]", "[3, 2, 1]", "[1, 5, 9]", "[3, 2, 1]"]

SELECT sequence(1, 3, 0);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT shuffle(ARRAY[1]);
-- ["_col0 array(integer)"]
-- ["[1]"]

SELECT trim_array(ARRAY[1, 2, 3], 1);
-- ["_col0 array(integer)"]
-- ["[1, 2]"]

SELECT combinations(ARRAY[1, 2, 3], 2);
-- ["_col0 array(array(integer))"]
-- ["[[1, 2], [1, 3], [2, 3]]"]

SELECT ngrams(ARRAY['a', 'b', 'c'], 2);
-- ["_col0 array(array(varchar))"]
-- ["[[a, b], [b, c]]"]

SELECT zip(ARRAY[1, 2], ARRAY['a', 'b']);
-- ["_col0 array(row(integer, varchar))"]
-- ["[{field0=1, field1=a}, {field0=2, field1=b}]"]

SELECT zip(ARRAY[1, 2], ARRAY['a']);
-- ["_col0 array(row(integer, varchar))"]
-- ["[{field0=1, field1=a}, {field0=2, field1=null}]"]

SELECT zip_with(ARRAY[1, 2], ARRAY[3, 4], (a, b) -> a + b);
-- ["_col0 array(integer)"]
-- ["[4, 6]"]

SELECT transform(ARRAY[1, 2], x -> x + 1), transform(ARRAY['a'], x -> upper(x)), filter(ARRAY[1, 2, 3], x -> x > 1);
-- ["_col0 array(integer)", "_col1 array(varchar)", "_col2 array(integer)"]
-- ["[2, 3]", "[A]", "[2, 3]"]

SELECT transform(ARRAY[1, 2], x -> x / 2);
-- ["_col0 array(integer)"]
-- ["[0, 1]"]

SELECT transform(ARRAY[7, 8], x -> row(x, 'a'));
-- ["_col0 array(row(integer, varchar))"]
-- ["[{field0=7, field1=a}, {field0=8, field1=a}]"]

SELECT reduce(ARRAY[1, 2, 3], 0, (s, x) -> s + x, s -> s);
-- ["_col0 integer"]
-- ["6"]

SELECT reduce(ARRAY[1, 2, 3], 0, (s, x) -> s + x, s -> s * 10);
-- ["_col0 integer"]
-- ["60"]

SELECT reduce(ARRAY['a', 'b'], '', (s, x) -> s || x, s -> s);
-- ["_col0 varchar"]
-- ["ab"]

SELECT any_match(ARRAY[1, 2], x -> x > 1), all_match(ARRAY[1, 2], x -> x > 1), none_match(ARRAY[1, 2], x -> x > 5);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", "true"]

SELECT array_first(ARRAY[1]);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'array_first' not registered

SELECT ARRAY[1, 2] = ARRAY[1, 2], ARRAY[1] < ARRAY[2];
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "true"]

SELECT array_agg(x ORDER BY x DESC) FROM (VALUES 1, 3, 2) AS t(x);
-- ["_col0 array(integer)"]
-- ["[3, 2, 1]"]

SELECT MAP(ARRAY['a', 'b'], ARRAY[1, 2]), MAP();
-- ["_col0 map(varchar, integer)", "_col1 map(unknown, unknown)"]
-- ["{a=1, b=2}", "{}"]

SELECT MAP(ARRAY['a', 'a'], ARRAY[1, 2]);
-- error INVALID_FUNCTION_ARGUMENT: Duplicate map keys (a) are not allowed
-- words: Map keys must be unique.

SELECT MAP(ARRAY['a'], ARRAY[1, 2]);
-- error INVALID_FUNCTION_ARGUMENT: Key and value arrays must be the same length
-- words: The map key list does not align with the map value list.

SELECT MAP(ARRAY['a', 'b'], ARRAY[1, 2])['b'];
-- ["_col0 integer"]
-- ["2"]

SELECT MAP(ARRAY['a'], ARRAY[1])['z'];
-- error INVALID_FUNCTION_ARGUMENT: Key not present in map: z

SELECT MAP(ARRAY[1], ARRAY[null])[1];
-- ["_col0 unknown"]
-- [null]

SELECT element_at(MAP(ARRAY['a'], ARRAY[1]), 'a'), element_at(MAP(ARRAY['a'], ARRAY[1]), 'z');
-- ["_col0 integer", "_col1 integer"]
-- ["1", null]

SELECT map_keys(MAP(ARRAY['a', 'b'], ARRAY[1, 2])), map_values(MAP(ARRAY['a', 'b'], ARRAY[1, 2]));
-- ["_col0 array(varchar)", "_col1 array(integer)"]
-- ["[a, b]", "[1, 2]"]

SELECT map_entries(MAP(ARRAY['a'], ARRAY[1])), map_from_entries(ARRAY[row('a', 1)]);
-- ["_col0 array(row(varchar, integer))", "_col1 map(varchar, integer)"]
-- ["[{field0=a, field1=1}]", "{a=1}"]

SELECT map_concat(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a', 'b'], ARRAY[2, 3]));
-- ["_col0 map(varchar, integer)"]
-- ["{a=2, b=3}"]

SELECT map_filter(MAP(ARRAY['a', 'b'], ARRAY[1, 2]), (k, v) -> v > 1);
-- ["_col0 map(varchar, integer)"]
-- ["{b=2}"]

SELECT transform_values(MAP(ARRAY['a'], ARRAY[1]), (k, v) -> v + 1);
-- ["_col0 map(varchar, integer)"]
-- ["{a=2}"]

SELECT transform_keys(MAP(ARRAY['a'], ARRAY[1]), (k, v) -> upper(k));
-- ["_col0 map(varchar, integer)"]
-- ["{A=1}"]

SELECT map_zip_with(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a'], ARRAY[2]), (k, v1, v2) -> v1 + v2);
-- ["_col0 map(varchar, integer)"]
-- ["{a=3}"]

SELECT multimap_from_entries(ARRAY[row('a', 1), row('a', 2)]);
-- ["_col0 map(varchar, array(integer))"]
-- ["{a=[1, 2]}"]

SELECT row(1, 'x'), row(1, null);
-- ["_col0 row(integer, varchar)", "_col1 row(integer, unknown)"]
-- ["{field0=1, field1=x}", "{field0=1, field1=null}"]

SELECT cast(row(1, 'x') as row(id integer, name varchar)).name;
-- ["_col0 varchar"]
-- ["x"]

SELECT r.id FROM (SELECT cast(row(7) as row(id integer)) AS r);
-- ["id integer"]
-- ["7"]

SELECT row(1, 2) = row(1, 2), row(1, 2) < row(1, 3), (1, 2) IN (VALUES (1, 2));
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "true", "true"]

SELECT x FROM UNNEST(ARRAY[1, 2]) AS t(x);
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT x, n FROM UNNEST(ARRAY['a', 'b']) WITH ORDINALITY AS t(x, n);
-- ["x varchar", "n bigint"]
-- ["a", "1"]
-- ["b", "2"]

SELECT k, v FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, 2])) AS t(k, v);
-- ["k varchar", "v integer"]
-- ["a", "1"]
-- ["b", "2"]

SELECT a, b FROM UNNEST(ARRAY[1, 2], ARRAY['x']) AS t(a, b);
-- ["a integer", "b varchar"]
-- ["1", "x"]
-- ["2", null]

SELECT id, tag FROM (VALUES (1, ARRAY['a', 'b']), (2, ARRAY[])) AS t(id, tags) CROSS JOIN UNNEST(tags) AS u(tag);
-- ["id integer", "tag varchar"]
-- ["1", "a"]
-- ["1", "b"]

SELECT id, tag FROM (VALUES (1, ARRAY['a', 'b']), (2, ARRAY[])) AS t(id, tags) LEFT JOIN UNNEST(tags) AS u(tag) ON true;
-- ["id integer", "tag varchar"]
-- ["1", "a"]
-- ["1", "b"]
-- ["2", null]

SELECT id, tag, n FROM (VALUES (1, ARRAY['a', 'b'])) AS t(id, tags) CROSS JOIN UNNEST(tags) WITH ORDINALITY AS u(tag, n) WHERE n = 2;
-- ["id integer", "tag varchar", "n bigint"]
-- ["1", "b", "2"]

SELECT id, k, v FROM (VALUES (1, MAP(ARRAY['a'], ARRAY[5]))) AS t(id, m) CROSS JOIN UNNEST(m) AS u(k, v);
-- ["id integer", "k varchar", "v integer"]
-- ["1", "a", "5"]

SELECT a, b FROM UNNEST(ARRAY[row(1, 'x'), row(2, 'y')]) AS t(a, b);
-- ["a integer", "b varchar"]
-- ["1", "x"]
-- ["2", "y"]

SELECT count(*) FROM UNNEST(sequence(1, 100)) AS t(x);
-- ["_col0 bigint"]
-- ["100"]

SELECT max(x) FROM UNNEST(split('b,a', ',')) AS t(x);
-- ["_col0 varchar"]
-- ["b"]

SELECT filter(map_entries(MAP(ARRAY['a', 'b'], ARRAY[1, 2])), e -> e[2] > 1);
-- ["_col0 array(row(varchar, integer))"]
-- ["[{field0=b, field1=2}]"]

SELECT cardinality(null);
-- ["_col0 bigint"]
-- [null]

SELECT transform(ARRAY[1, 2], (x, y) -> x);
-- error INVALID_PARAMETER_USAGE: line 1:31: Expected a lambda that takes 1 argument(s) but got 2
-- words: line 1:32: Expected a lambda that takes 1 argument(s) but got 2

SELECT ARRAY[1, 2, 3][1], ARRAY['a', 'b'][2], element_at(ARRAY[1, 2], 5), element_at(ARRAY[1, 2], -1), element_at(MAP(ARRAY['a'], ARRAY[1]), 'b');
-- ["_col0 integer", "_col1 varchar", "_col2 integer", "_col3 integer", "_col4 integer"]
-- ["1", "b", null, "2", null]

SELECT ARRAY[1, 2][3];
-- error INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or equal to array length: 3 > 2

SELECT MAP(ARRAY['a'], ARRAY[1])['b'];
-- error INVALID_FUNCTION_ARGUMENT: Key not present in map: b

SELECT cardinality(ARRAY[1, null]), cardinality(ARRAY[]), cardinality(MAP(ARRAY['a'], ARRAY[1])), cardinality(cast(null as array(integer)));
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["2", "0", "1", null]

SELECT contains(ARRAY[1, 2], 2), contains(ARRAY[1, null], 2), contains(ARRAY[1, null], 1), contains(ARRAY[], 1), array_position(ARRAY['a', 'b'], 'b'), array_position(ARRAY[1], 5);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 bigint", "_col5 bigint"]
-- ["true", null, "true", "false", "2", "0"]

SELECT array_distinct(ARRAY[2, 1, 2, null, null]), array_sort(ARRAY[3, 1, null, 2]), array_max(ARRAY[1, 3]), array_min(ARRAY[1, null]), array_remove(ARRAY[1, 2, 1], 1), reverse(ARRAY[1, 2, 3]);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 integer", "_col3 integer", "_col4 array(integer)", "_col5 array(integer)"]
-- ["[2, 1, null]", "[1, 2, 3, null]", "3", null, "[2]", "[3, 2, 1]"]

SELECT array_union(ARRAY[1, 2], ARRAY[2, 3]), array_intersect(ARRAY[1, 2, 2], ARRAY[2, 3]), array_except(ARRAY[1, 2, 3], ARRAY[2]), arrays_overlap(ARRAY[1, 2], ARRAY[2, 3]), arrays_overlap(ARRAY[1, null], ARRAY[2]);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)", "_col3 boolean", "_col4 boolean"]
-- ["[1, 2, 3]", "[2]", "[1, 3]", "true", null]

SELECT slice(ARRAY[1, 2, 3, 4], 2, 2), slice(ARRAY[1, 2, 3, 4], -2, 2), slice(ARRAY[1, 2], 5, 1), trim_array(ARRAY[1, 2, 3], 1), flatten(ARRAY[ARRAY[1, 2], ARRAY[3], null]), repeat('a', 3), sequence(1, 5), sequence(5, 1), sequence(1, 10, 3), sequence(0, -4, -2);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)", "_col3 array(integer)", "_col4 array(integer)", "_col5 array(varchar)", "_col6 array(bigint)", "_col7 array(bigint)", "_col8 array(bigint)", "_col9 array(bigint)"]
-- ["[2, 3]", "[3, 4]", "[]", "[1, 2]", "[1, 2, 3]", "[a, a, a]", "[1, 2, 3, 4, 5]", "[5, 4, 3, 2, 1]", "[1, 4, 7, 10]", "[0, -2, -4]"]

SELECT slice(ARRAY[1], 0, 1);
-- error INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1

SELECT transform(ARRAY[1, 2], x -> x * 2), filter(ARRAY[1, 2, 3], x -> x % 2 = 1), reduce(ARRAY[1, 2, 3], 0, (s, x) -> s + x, s -> s * 10), any_match(ARRAY[1, 2], x -> x > 1), all_match(ARRAY[1, 2], x -> x > 1), none_match(ARRAY[1, 2], x -> x > 5);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 integer", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- ["[2, 4]", "[1, 3]", "60", "true", "false", "true"]

SELECT zip(ARRAY[1, 2], ARRAY['a', 'b']), zip(ARRAY[1], ARRAY['a', 'b']), zip_with(ARRAY[1, 2], ARRAY[3, 4], (x, y) -> x + y), zip_with(ARRAY[1], ARRAY[3, 4], (x, y) -> coalesce(x, 0) + y);
-- ["_col0 array(row(integer, varchar))", "_col1 array(row(integer, varchar))", "_col2 array(integer)", "_col3 array(integer)"]
-- ["[{field0=1, field1=a}, {field0=2, field1=b}]", "[{field0=1, field1=a}, {field0=null, field1=b}]", "[4, 6]", "[4, 4]"]

SELECT ARRAY[1] || ARRAY[2], ARRAY[1] || 2, 0 || ARRAY[1], ARRAY[1, 2] || null, ARRAY['a'] || 'b';
-- error AMBIGUOUS_FUNCTION_CALL: line 1:72: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT array_sort(ARRAY['bb', 'a', 'ccc'], (x, y) -> if(length(x) < length(y), 1, if(length(x) = length(y), 0, -1))), array_join(transform(ARRAY[1, 2], x -> cast(x as varchar)), '-');
-- ["_col0 array(varchar)", "_col1 varchar"]
-- ["[ccc, bb, a]", "1-2"]

SELECT map_keys(m), map_values(m), map_entries(m), map_filter(m, (k, v) -> v > 1), transform_values(m, (k, v) -> v * 10), transform_keys(m, (k, v) -> k || '!') FROM (SELECT MAP(ARRAY['a', 'b'], ARRAY[1, 2]) AS m);
-- ["_col0 array(varchar)", "_col1 array(integer)", "_col2 array(row(varchar, integer))", "_col3 map(varchar, integer)", "_col4 map(varchar, integer)", "_col5 map(varchar, integer)"]
-- ["[a, b]", "[1, 2]", "[{field0=a, field1=1}, {field0=b, field1=2}]", "{b=2}", "{a=10, b=20}", "{a!=1, b!=2}"]

SELECT map_concat(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a', 'b'], ARRAY[5, 6])), map_from_entries(ARRAY[('a', 1), ('b', 2)]), map_zip_with(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['b'], ARRAY[2]), (k, x, y) -> coalesce(x, y)), multimap_from_entries(ARRAY[('a', 1), ('a', 2)]);
-- ["_col0 map(varchar, integer)", "_col1 map(varchar, integer)", "_col2 map(varchar, integer)", "_col3 map(varchar, array(integer))"]
-- ["{a=5, b=6}", "{a=1, b=2}", "{a=1, b=2}", "{a=[1, 2]}"]

SELECT map_from_entries(ARRAY[('a', 1), ('a', 2)]);
-- error INVALID_FUNCTION_ARGUMENT: Duplicate map keys (a) are not allowed
-- words: Map keys must be unique.

SELECT MAP(ARRAY[1, 1], ARRAY['a', 'b']);
-- error INVALID_FUNCTION_ARGUMENT: Duplicate map keys (1) are not allowed
-- words: Map keys must be unique.

SELECT MAP(ARRAY['a', null], ARRAY[1, 2]);
-- error INVALID_FUNCTION_ARGUMENT: map key cannot be null
-- words: Map keys can not be NULL.

SELECT map_agg(k, v), multimap_agg(k, v), histogram(k), map_union(MAP(ARRAY[k], ARRAY[v])) FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) AS t(k, v);
-- ["_col0 map(varchar, integer)", "_col1 map(varchar, array(integer))", "_col2 map(varchar, bigint)", "_col3 map(varchar, integer)"]
-- ["{a=1, b=2}", "{a=[1, 3], b=[2]}", "{a=2, b=1}", "{a=1, b=2}"]

SELECT array_agg(x), array_agg(x) FILTER (WHERE x IS NOT NULL), cardinality(array_agg(x)) FROM (VALUES 1, null, 2) AS t(x);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 bigint"]
-- ["[1, null, 2]", "[1, 2]", "3"]

SELECT row(1, 'a'), cast(row(1, 'a') as row(x integer, y varchar)), cast(row(1, 'a') as row(x integer, y varchar)).y, row(1, row(2, 3)), row(1, 'a')[2];
-- ["_col0 row(integer, varchar)", "_col1 row(x integer, y varchar)", "_col2 varchar", "_col3 row(integer, row(integer, integer))", "_col4 varchar"]
-- ["{field0=1, field1=a}", "{x=1, y=a}", "a", "{field0=1, field1={field0=2, field1=3}}", "a"]

SELECT r.x, r.y.z FROM (SELECT cast(row(1, row(2)) as row(x integer, y row(z integer))) AS r);
-- ["x integer", "z integer"]
-- ["1", "2"]

SELECT ARRAY[ARRAY[1], ARRAY[2, 3]][2][1], MAP(ARRAY[1], ARRAY[MAP(ARRAY['k'], ARRAY['v'])])[1]['k'], ARRAY[row(1, 'x')][1];
-- ["_col0 integer", "_col1 varchar", "_col2 row(integer, varchar)"]
-- ["2", "v", "{field0=1, field1=x}"]

SELECT ARRAY[1, 2] = ARRAY[1, 2], ARRAY[1] <> ARRAY[2], ARRAY[1, 2] < ARRAY[2], MAP(ARRAY['a'], ARRAY[1]) = MAP(ARRAY['a'], ARRAY[1]), row(1, 2) = row(1, 2);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- ["true", "true", "true", "true", "true"]

SELECT cast(ARRAY[1, 2] as array(varchar)), cast(ARRAY['1', '2'] as array(integer)), cast(MAP(ARRAY['1'], ARRAY[2]) as map(integer, double)), cast(ARRAY[1.5] as array(decimal(3,1)));
-- ["_col0 array(varchar)", "_col1 array(integer)", "_col2 map(integer, double)", "_col3 array(decimal(3,1))"]
-- ["[1, 2]", "[1, 2]", "{1=2.0}", "[1.5]"]

SELECT ARRAY[null, 1], ARRAY[null], ARRAY[true, false], ARRAY[date '2026-01-01'], ARRAY[1.5, 2], ARRAY[decimal '1.50'], ARRAY[timestamp '2026-01-01 00:00:00'], ARRAY[ARRAY[]], MAP(ARRAY[1.5], ARRAY[null]);
-- ["_col0 array(integer)", "_col1 array(unknown)", "_col2 array(boolean)", "_col3 array(date)", "_col4 array(double)", "_col5 array(decimal(3,2))", "_col6 array(timestamp(3))", "_col7 array(array(unknown))", "_col8 map(double, unknown)"]
-- ["[null, 1]", "[null]", "[true, false]", "[2026-01-01]", "[1.5, 2.0]", "[1.50]", "[2026-01-01 00:00:00.000]", "[[]]", "{1.5=null}"]

SELECT combinations(ARRAY['a', 'b', 'c'], 2), ngrams(ARRAY['a', 'b', 'c'], 2), shuffle(ARRAY[7]), array_histogram(ARRAY['a', 'b', 'a']), contains_sequence(ARRAY[1, 2, 3], ARRAY[2, 3]);
-- ["_col0 array(array(varchar))", "_col1 array(array(varchar))", "_col2 array(integer)", "_col3 map(varchar, bigint)", "_col4 boolean"]
-- ["[[a, b], [a, c], [b, c]]", "[[a, b], [b, c]]", "[7]", "{a=2, b=1}", "true"]

SELECT transform(ARRAY[ARRAY[1, 2], ARRAY[3]], a -> transform(a, x -> x + 1)), transform(ARRAY[1, 2], x -> (x, x * 2)), filter(ARRAY['a', null], x -> x IS NOT NULL), transform(ARRAY[1, 2], x -> x + y) FROM (VALUES 10) AS t(y);
-- ["_col0 array(array(integer))", "_col1 array(row(integer, integer))", "_col2 array(varchar)", "_col3 array(integer)"]
-- ["[[2, 3], [4]]", "[{field0=1, field1=2}, {field0=2, field1=4}]", "[a]", "[11, 12]"]

SELECT reduce(ARRAY[1, null, 3], 0, (s, x) -> s + coalesce(x, 0), s -> s), reduce(ARRAY[5, 20, 50], cast(row(0.0, 0) as row(sum double, count integer)), (s, x) -> cast(row(x + s.sum, s.count + 1) as row(sum double, count integer)), s -> if(s.count = 0, null, s.sum / s.count));
-- ["_col0 integer", "_col1 double"]
-- ["4", "25.0"]

SELECT array_max(ARRAY['a', 'c']), array_min(ARRAY[1.5, 0.5]), array_max(ARRAY[]), array_sort(ARRAY['b', 'a']), array_sort(ARRAY[ARRAY[2], ARRAY[1]]);
-- ["_col0 varchar", "_col1 double", "_col2 unknown", "_col3 array(varchar)", "_col4 array(array(integer))"]
-- ["c", "0.5", null, "[a, b]", "[[1], [2]]"]

SELECT x, cardinality(a) FROM (VALUES (1, ARRAY['x']), (2, null)) AS t(x, a) ORDER BY x;
-- ["x integer", "_col1 bigint"]
-- ["1", "1"]
-- ["2", null]

SELECT u.k, sum(u.v) FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, 2]), MAP(ARRAY['a'], ARRAY[5])) AS t(m) CROSS JOIN UNNEST(m) AS u(k, v) GROUP BY u.k ORDER BY 1;
-- ["k varchar", "_col1 bigint"]
-- ["a", "6"]
-- ["b", "2"]

SELECT cosine_similarity(MAP(ARRAY['a', 'b'], ARRAY[1.0, 2.0]), MAP(ARRAY['a', 'b'], ARRAY[1.0, 2.0]));
-- ["_col0 double"]
-- ["0.9999999999999998"]

SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b), array_agg(x ORDER BY x DESC), listagg(cast(x as varchar), '/') WITHIN GROUP (ORDER BY x) FROM (VALUES 1, 2, 3) AS t(x);
-- ["_col0 integer", "_col1 array(integer)", "_col2 varchar"]
-- ["6", "[3, 2, 1]", "1/2/3"]

SELECT transform(1, x -> x);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer, <function>) for function transform. Expected: transform(array(T), function(T,U)) T, U

SELECT contains(ARRAY[1], 'a');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (array(integer), varchar(1)) for function contains. Expected: contains(array(t), t) T:comparable, contains(varchar, ipaddress)

SELECT cardinality(1);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function cardinality. Expected: cardinality(array(e)) E, cardinality(hyperloglog), cardinality(map(k,v)) K, V, cardinality(setdigest)

SELECT ARRAY[1]['a'];
-- error TYPE_MISMATCH: line 1:8: Cannot use varchar(1) for subscript of array(integer)

SELECT numeric_histogram(2, x), approx_most_frequent(1, y, 10) FROM (VALUES (1e0, 'a'), (2e0, 'a'), (10e0, 'b')) AS t(x, y);
-- error INVALID_FUNCTION_ARGUMENT: approx_most_frequent bucket count must be greater than one

SELECT filter(ARRAY[1], x -> x);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (array(integer), <function>) for function filter. Expected: filter(array(t), function(t,boolean)) T
-- deviates: the code is TYPE_MISMATCH

SELECT * FROM UNNEST(ARRAY[1, 2]), (VALUES 1) AS t(x);
-- ["_col0 integer", "x integer"]
-- ["1", "1"]
-- ["2", "1"]

SELECT * FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a), UNNEST(a);
-- ["x integer", "a array(integer)", "_col2 integer"]
-- ["1", "[5, 6]", "5"]
-- ["1", "[5, 6]", "6"]

SELECT * FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a) CROSS JOIN UNNEST(a) WITH ORDINALITY;
-- ["x integer", "a array(integer)", "_col2 integer", "_col3 bigint"]
-- ["1", "[5, 6]", "5", "1"]
-- ["1", "[5, 6]", "6", "2"]

SELECT * FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a) CROSS JOIN UNNEST(a) AS u;
-- ["x integer", "a array(integer)", "_col2 integer"]
-- ["1", "[5, 6]", "5"]
-- ["1", "[5, 6]", "6"]

SELECT count(*) FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a) CROSS JOIN UNNEST(a);
-- ["_col0 bigint"]
-- ["2"]

SELECT x FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a) CROSS JOIN UNNEST(a);
-- ["x integer"]
-- ["1"]
-- ["1"]

SELECT repeat(1, 10001);
-- error INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be less than or equal to 10000

SELECT sequence(1, 10001);
-- error INVALID_FUNCTION_ARGUMENT: result of sequence function must not have more than 10000 entries

SELECT sequence(date '2026-02-01', date '2026-01-30');
-- ["_col0 array(date)"]
-- ["[2026-02-01, 2026-01-31, 2026-01-30]"]

SELECT sequence(date '2026-01-31', date '2026-05-31', interval '1' month);
-- ["_col0 array(date)"]
-- ["[2026-01-31, 2026-02-28, 2026-03-31, 2026-04-30, 2026-05-31]"]

SELECT sequence(date '2026-01-01', date '2026-02-01', interval '0' day);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT * FROM (VALUES (1, ARRAY[5, 6])) AS t(x, a) CROSS JOIN UNNEST(a) AS u WITH ORDINALITY;
-- error SYNTAX_ERROR: line 1:78: mismatched input 'WITH'. Expecting: '(', ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT * FROM UNNEST(ARRAY[1, 2]), UNNEST(ARRAY[3]);
-- ["_col0 integer", "_col1 integer"]
-- ["1", "3"]
-- ["2", "3"]

SELECT * FROM UNNEST(ARRAY[1, 2], ARRAY['a']);
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "a"]
-- ["2", null]

SELECT u.* FROM UNNEST(ARRAY[1, 2]) AS u;
-- ["_col0 integer"]
-- ["1"]
-- ["2"]

SELECT * FROM UNNEST(ARRAY[row(1, 'a')]) AS u(p, q);
-- ["p integer", "q varchar"]
-- ["1", "a"]

SELECT repeat(1, 10001);
-- error INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be less than or equal to 10000

SELECT repeat(1, -1);
-- error INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be greater than or equal to 0

SELECT repeat(null, 2), repeat('a', 0), repeat(1, cast(null as integer));
-- ["_col0 array(unknown)", "_col1 array(varchar)", "_col2 array(integer)"]
-- ["[null, null]", "[]", null]

SELECT cardinality(sequence(1, 10000)), cardinality(sequence(10000, 1));
-- ["_col0 bigint", "_col1 bigint"]
-- ["10000", "10000"]

SELECT sequence(1, 10001);
-- error INVALID_FUNCTION_ARGUMENT: result of sequence function must not have more than 10000 entries

SELECT sequence(1, 5, 0);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT sequence(1, 5, -1);
-- error INVALID_FUNCTION_ARGUMENT: sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start

SELECT sequence(5, 1, 2);
-- error INVALID_FUNCTION_ARGUMENT: sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start

SELECT sequence(1, 1, -1);
-- ["_col0 array(bigint)"]
-- ["[1]"]

SELECT sequence(bigint '-9223372036854775808', 9223372036854775807);
-- error INVALID_FUNCTION_ARGUMENT: result of sequence function must not have more than 10000 entries

SELECT sequence(date '2026-01-01', date '2026-02-01', interval '0' day);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT sequence(date '2026-01-01', date '2026-02-01', interval '-1' day);
-- error INVALID_FUNCTION_ARGUMENT: sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start

SELECT sequence(date '2026-01-01', date '2026-02-01', interval '1' hour);
-- error INVALID_FUNCTION_ARGUMENT: sequence step must be a day interval if start and end values are dates

SELECT sequence(date '2026-03-01', date '2026-01-01', interval '-1' month);
-- ["_col0 array(date)"]
-- ["[2026-03-01, 2026-02-01, 2026-01-01]"]

SELECT sequence(date '2026-01-31', date '2026-05-31', interval '1' month);
-- ["_col0 array(date)"]
-- ["[2026-01-31, 2026-02-28, 2026-03-31, 2026-04-30, 2026-05-31]"]

SELECT sequence(date '2026-01-31', date '2026-05-31', interval '0' month);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT sequence(date '2026-02-01', date '2026-01-30');
-- ["_col0 array(date)"]
-- ["[2026-02-01, 2026-01-31, 2026-01-30]"]

SELECT sequence(timestamp '2026-01-01 00:00:00', timestamp '2026-01-02 00:00:00', interval '0' second);
-- error INVALID_FUNCTION_ARGUMENT: step must not be zero

SELECT sequence(timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 00:00:03', interval '1' second);
-- ["_col0 array(timestamp(3))"]
-- ["[2026-01-01 00:00:00.000, 2026-01-01 00:00:01.000, 2026-01-01 00:00:02.000, 2026-01-01 00:00:03.000]"]

SELECT sequence(timestamp '2026-01-01 00:00:00', timestamp '2026-01-02 00:00:00', interval '1' second);
-- error INVALID_FUNCTION_ARGUMENT: result of sequence function must not have more than 10000 entries

SELECT sequence(timestamp '2026-01-31 10:00:00', timestamp '2026-05-31 09:00:00', interval '1' month);
-- ["_col0 array(timestamp(3))"]
-- ["[2026-01-31 10:00:00.000, 2026-02-28 10:00:00.000, 2026-03-31 10:00:00.000, 2026-04-30 10:00:00.000]"]

SELECT sequence(timestamp '2026-01-02 00:00:00', timestamp '2026-01-01 00:00:00', interval '-6' hour);
-- ["_col0 array(timestamp(3))"]
-- ["[2026-01-02 00:00:00.000, 2026-01-01 18:00:00.000, 2026-01-01 12:00:00.000, 2026-01-01 06:00:00.000, 2026-01-01 00:00:00.000]"]

SELECT sequence(timestamp '2026-01-02 00:00:00', timestamp '2026-01-01 00:00:00', interval '6' hour);
-- error INVALID_FUNCTION_ARGUMENT: sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start

SELECT sequence(cast(null as bigint), 5), sequence(1, null);
-- ["_col0 array(bigint)", "_col1 array(bigint)"]
-- [null, null]

SELECT sequence(1, 5, null);
-- ["_col0 array(bigint)"]
-- [null]

SELECT rpad('a', 2147483648, 'b');
-- error INVALID_FUNCTION_ARGUMENT: Target length must be in the range [0..2147483647]

SELECT length(rpad('a', 1000000, 'b'));
-- ["_col0 bigint"]
-- ["1000000"]

SELECT combinations(sequence(1, 40), 5);
-- error INVALID_FUNCTION_ARGUMENT: combinations exceed max size

SELECT cardinality(combinations(sequence(1, 25), 4)), combinations(ARRAY[1,2], 3), combinations(ARRAY[1,2], 0);
-- ["_col0 bigint", "_col1 array(array(integer))", "_col2 array(array(integer))"]
-- ["12650", "[]", "[[]]"]

SELECT cardinality(split(rpad('a', 1000000, ','), ','));
-- ["_col0 bigint"]
-- ["1000000"]

SELECT sequence(x, x + 2) FROM (VALUES 1, 5) AS t(x);
-- ["_col0 array(bigint)"]
-- ["[1, 2, 3]"]
-- ["[5, 6, 7]"]

SELECT sequence(x, y, interval '1' day) FROM (VALUES (date '2026-01-01', date '2026-01-03'), (date '2026-02-27', date '2026-03-01')) AS t(x, y);
-- ["_col0 array(date)"]
-- ["[2026-01-01, 2026-01-02, 2026-01-03]"]
-- ["[2026-02-27, 2026-02-28, 2026-03-01]"]

SELECT sequence(date_trunc('hour', x), x, interval '30' minute) FROM (VALUES timestamp '2026-01-01 10:59:00') AS t(x);
-- ["_col0 array(timestamp(3))"]
-- ["[2026-01-01 10:00:00.000, 2026-01-01 10:30:00.000]"]

SELECT d FROM UNNEST(sequence(date '2026-11-01', date '2026-11-03')) AS t(d) ORDER BY d;
-- ["d date"]
-- ["2026-11-01"]
-- ["2026-11-02"]
-- ["2026-11-03"]

SELECT sequence(timestamp '2026-03-08 00:00:00 America/New_York', timestamp '2026-03-08 04:00:00 America/New_York', interval '1' hour);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (timestamp(0) with time zone, timestamp(0) with time zone, interval day to second) for function sequence. Expected: sequence(bigint, bigint), sequence(bigint, bigint, bigint), sequence(date, date), sequence(date, date, interval day to second), sequence(date, date, interval year to month), sequence(timestamp(p), timestamp(p), interval day to second), sequence(timestamp(p), timestamp(p), interval year to month)

SELECT sequence(1, 10, 4), sequence(10, 1, -4), sequence(-3, 3, 2);
-- ["_col0 array(bigint)", "_col1 array(bigint)", "_col2 array(bigint)"]
-- ["[1, 5, 9]", "[10, 6, 2]", "[-3, -1, 1, 3]"]

SELECT sequence(date '2026-01-31', date '2025-11-30', interval '-1' month);
-- ["_col0 array(date)"]
-- ["[2026-01-31, 2025-12-31, 2025-11-30]"]

SELECT sequence(date '2026-01-31', date '2026-02-28', interval '1' month);
-- ["_col0 array(date)"]
-- ["[2026-01-31, 2026-02-28]"]

SELECT sequence(timestamp '2026-01-01 00:00:00', cast(null as timestamp), interval '1' day);
-- ["_col0 array(timestamp(3))"]
-- [null]

SELECT count(*) FROM UNNEST(sequence(0, 9999)) AS t(x), UNNEST(sequence(0, 9)) AS u(y);
-- ["_col0 bigint"]
-- ["100000"]
