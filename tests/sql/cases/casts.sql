-- Casts and type names · Trino 435

SELECT cast('7' as integer), cast('7' as bigint), cast('-7' as smallint);
-- ["_col0 integer", "_col1 bigint", "_col2 smallint"]
-- ["7", "7", "-7"]

SELECT cast('1.5' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '1.5' to INT

SELECT cast('x' as bigint);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'x' to BIGINT

SELECT cast(' 7' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast ' 7' to INT

SELECT cast('' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '' to INT

SELECT cast('1.5' as double), cast('1e3' as double), cast('NaN' as double);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["1.5", "1000.0", "NaN"]

SELECT cast('x' as double);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'x' to DOUBLE

SELECT cast('1.25' as decimal(10,2)), cast('1.255' as decimal(10,2));
-- ["_col0 decimal(10,2)", "_col1 decimal(10,2)"]
-- ["1.25", "1.26"]

SELECT cast('x' as decimal(10,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast VARCHAR 'x' to DECIMAL(10, 2). Value is not a number.
-- words: Cannot cast 'x' to DECIMAL(10,2)

SELECT cast(2.5 as integer), cast(-2.5 as integer), cast(3.5 as bigint);
-- ["_col0 integer", "_col1 integer", "_col2 bigint"]
-- ["3", "-3", "4"]

SELECT cast(1e20 as bigint);
-- error INVALID_CAST_ARGUMENT: Unable to cast 1.0E20 to bigint

SELECT cast(3000000000 as integer);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for integer: 3000000000

SELECT cast(300 as tinyint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for tinyint: 300

SELECT cast(nan() as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast double NaN to integer

SELECT cast(true as varchar), cast(1 as varchar), cast(1.5 as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["true", "1", "1.5E0"]

SELECT cast(decimal '1.50' as varchar);
-- ["_col0 varchar"]
-- ["1.50"]

SELECT cast(1e10 as varchar), cast(0.0001 as varchar), cast(100.0 as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["1.0E10", "1.0E-4", "1.0E2"]

SELECT cast(true as integer), cast(0 as boolean), cast(5 as boolean);
-- ["_col0 integer", "_col1 boolean", "_col2 boolean"]
-- ["1", "false", "true"]

SELECT cast('true' as boolean), cast('f' as boolean), cast('1' as boolean), cast('0' as boolean);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "false", "true", "false"]

SELECT cast('yes' as boolean);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'yes' to BOOLEAN

SELECT cast('2026-11-23' as date);
-- ["_col0 date"]
-- ["2026-11-23"]

SELECT cast('2026-13-01' as date);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to date: 2026-13-01

SELECT cast('2026/11/23' as date);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to date: 2026/11/23

SELECT cast('2026-11-23 22:05:09' as timestamp), cast('2026-11-23' as timestamp);
-- ["_col0 timestamp(3)", "_col1 timestamp(3)"]
-- ["2026-11-23 22:05:09.000", "2026-11-23 00:00:00.000"]

SELECT cast('2026-11-23T22:05:09' as timestamp);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-11-23T22:05:09

SELECT cast('2026-11-23T22:05:09Z' as timestamp);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-11-23T22:05:09Z

SELECT cast('2026-11-23 22:05' as timestamp);
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 22:05:00.000"]

SELECT cast(timestamp '2026-11-23 22:05:09' as date);
-- ["_col0 date"]
-- ["2026-11-23"]

SELECT cast(date '2026-11-23' as timestamp);
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 00:00:00.000"]

SELECT cast(date '2026-11-23' as varchar);
-- ["_col0 varchar"]
-- ["2026-11-23"]

SELECT cast(timestamp '2026-11-23 22:05:09.123' as varchar);
-- ["_col0 varchar"]
-- ["2026-11-23 22:05:09.123"]

SELECT cast(timestamp '2026-11-23 22:05:09 UTC' as timestamp);
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 22:05:09.000"]

SELECT cast(timestamp '2026-11-23 22:05:09' as time);
-- ["_col0 time(3)"]
-- ["22:05:09.000"]

SELECT cast(1 as date);
-- error TYPE_MISMATCH: line 1:8: Cannot cast integer to date

SELECT cast(1 as timestamp);
-- error TYPE_MISMATCH: line 1:8: Cannot cast integer to timestamp(3)

SELECT cast('abcdef' as varchar(3));
-- ["_col0 varchar"]
-- ["abc"]

SELECT try_cast('x' as integer), try_cast('7' as integer);
-- ["_col0 integer", "_col1 integer"]
-- [null, "7"]

SELECT try_cast('1.5' as integer);
-- ["_col0 integer"]
-- [null]

SELECT try_cast('2026/11/23' as date);
-- ["_col0 date"]
-- [null]

SELECT try_cast('abc' as double), try_cast('abc' as boolean);
-- ["_col0 double", "_col1 boolean"]
-- [null, null]

SELECT try_cast(3000000000 as integer);
-- ["_col0 integer"]
-- [null]

SELECT typeof(1), typeof(1.5), typeof('a'), typeof(ARRAY[1]);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["integer", "double", "varchar(1)", "array(integer)"]

SELECT typeof(cast(null as varchar)), typeof(true), typeof(date '2026-11-23');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["varchar", "boolean", "date"]

SELECT cast(ARRAY['1', '2'] as array(integer));
-- ["_col0 array(integer)"]
-- ["[1, 2]"]

SELECT cast(ARRAY[1, 2] as array(varchar));
-- ["_col0 array(varchar)"]
-- ["[1, 2]"]

SELECT cast(row(1, 'x') as row(id integer, name varchar));
-- ["_col0 row(id integer, name varchar)"]
-- ["{id=1, name=x}"]

SELECT cast(MAP(ARRAY['a'], ARRAY[1]) as map(varchar, bigint));
-- ["_col0 map(varchar, bigint)"]
-- ["{a=1}"]

SELECT cast(null as integer);
-- ["_col0 integer"]
-- [null]

SELECT coalesce(null, 1), coalesce(null, null, 'x');
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "x"]

SELECT coalesce(1, 2.5);
-- ["_col0 double"]
-- ["1.0"]

SELECT coalesce(1, 'x');
-- error TYPE_MISMATCH: line 1:20: All COALESCE operands must be the same type or coercible to a common type. Cannot find common type between integer and varchar(1), all types (without duplicates): [integer, varchar(1)]

SELECT nullif(1, 1), nullif('a', 'b');
-- ["_col0 integer", "_col1 varchar"]
-- [null, "a"]

SELECT if(1 > 2, 'a', 'b'), if(1 > 2, 'a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["b", null]

SELECT CASE WHEN 1 = 1 THEN 'yes' ELSE 'no' END;
-- ["_col0 varchar"]
-- ["yes"]

SELECT CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' END;
-- ["_col0 varchar"]
-- ["two"]

SELECT CASE WHEN true THEN 1 ELSE 2.5 END;
-- ["_col0 double"]
-- ["1.0"]

SELECT CASE WHEN true THEN 1 ELSE 'x' END;
-- error TYPE_MISMATCH: line 1:35: All CASE results must be the same type or coercible to a common type. Cannot find common type between integer and varchar(1), all types (without duplicates): [integer, varchar(1)]

SELECT 1 IN (1, 2, null), 3 IN (1, 2, null), 3 NOT IN (1, 2);
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", null, "true"]

SELECT 'a' IN (1, 2);
-- error TYPE_MISMATCH: line 1:16: IN value and list items must be the same type or coercible to a common type. Cannot find common type between varchar(1) and integer, all types (without duplicates): [varchar(1), integer]

SELECT 1 IS DISTINCT FROM null, null IS NOT DISTINCT FROM null;
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "true"]

SELECT current_date > '2026-01-01';
-- error TYPE_MISMATCH: line 1:21: Cannot apply operator: date < varchar(10)

SELECT date '2026-11-23' > timestamp '2026-11-22 00:00:00';
-- ["_col0 boolean"]
-- ["true"]

SELECT 1 || 'a';
-- error FUNCTION_NOT_FOUND: line 1:10: Unexpected parameters (integer, varchar(1)) for function concat. Expected: concat(E, array(E)) E, concat(array(E)) E, concat(array(E), E) E, concat(char(x), char(y)), concat(varbinary), concat(varchar)

SELECT 'a' || 'b' || null;
-- error AMBIGUOUS_FUNCTION_CALL: line 1:19: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT x'6162';
-- ["_col0 varbinary"]
-- ["61 62"]

SELECT cast('abc' as varbinary);
-- ["_col0 varbinary"]
-- ["61 62 63"]

SELECT try(cast('x' as integer)), try(1 / 0), coalesce(try(1 / 0), 5);
-- ["_col0 integer", "_col1 integer", "_col2 integer"]
-- [null, null, "5"]

SELECT try(cast(x as integer)) FROM (VALUES '1', 'x') AS t(x) ORDER BY x;
-- ["_col0 integer"]
-- ["1"]
-- [null]

SELECT cast(row(1, 2) as row(a bigint, b double)).b;
-- ["_col0 double"]
-- ["2.0"]

SELECT format('%s', cast(1 as varchar));
-- ["_col0 varchar"]
-- ["1"]

SELECT 'it''s';
-- ["_col0 varchar"]
-- ["it's"]

SELECT typeof(timestamp '2026-01-01 10:00:00'), typeof(timestamp '2026-01-01 10:00:00' + interval '1' hour), typeof(timestamp '2026-01-01 10:00:00' + interval '1' month), typeof(date_trunc('day', timestamp '2026-01-01 10:00:00')), typeof(date_add('day', 1, timestamp '2026-01-01 10:00:00')), typeof(cast('2026-01-01' as timestamp)), typeof(cast('2026-01-01' as timestamp(6))), typeof(date_parse('2026', '%Y')), typeof(from_unixtime(1)), typeof(now()), typeof(localtimestamp), typeof(cast(date '2026-01-01' as timestamp)), typeof(timestamp '2026-01-01 10:00:00.123456 UTC'), typeof(at_timezone(timestamp '2026-01-01 10:00:00 UTC', 'Asia/Tokyo')), typeof(timestamp '2026-01-01 10:00:00.1' AT TIME ZONE 'Asia/Tokyo');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar", "_col9 varchar", "_col10 varchar", "_col11 varchar", "_col12 varchar", "_col13 varchar", "_col14 varchar"]
-- ["timestamp(0)", "timestamp(3)", "timestamp(0)", "timestamp(0)", "timestamp(0)", "timestamp(3)", "timestamp(6)", "timestamp(3)", "timestamp(3) with time zone", "timestamp(3) with time zone", "timestamp(3)", "timestamp(3)", "timestamp(6) with time zone", "timestamp(0) with time zone", "timestamp(1) with time zone"]

SELECT cast(date_parse('2026-01-01', '%Y-%m-%d') as varchar), cast(from_unixtime(0) as varchar), cast(cast('2026-01-01 10:00:00.5' as timestamp) as varchar), cast(date_trunc('hour', from_unixtime(3601)) as varchar), cast(cast(date '2026-01-01' as timestamp) as varchar), cast(from_iso8601_timestamp('2026-01-01T10:00:00Z') as varchar), cast(cast(from_iso8601_timestamp('2026-01-01T10:00:00Z') as timestamp) as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["2026-01-01 00:00:00.000", "1970-01-01 00:00:00.000 UTC", "2026-01-01 10:00:00.500", "1970-01-01 01:00:00.000 UTC", "2026-01-01 00:00:00.000", "2026-01-01 10:00:00.000 UTC", "2026-01-01 10:00:00.000"]

SELECT cast(timestamp '2026-01-01 10:00:00' + interval '1' hour as varchar), cast(at_timezone(from_unixtime(0), 'America/New_York') as varchar), 'at ' || cast(date_parse('2026-01-01 10', '%Y-%m-%d %H') as varchar), cast(greatest(timestamp '2026-01-01 10:00:00', date_parse('2026', '%Y')) as varchar), cast(coalesce(timestamp '2026-01-01 10:00:00', date_parse('2026', '%Y')) as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["2026-01-01 11:00:00.000", "1969-12-31 19:00:00.000 America/New_York", "at 2026-01-01 10:00:00.000", "2026-01-01 10:00:00.000", "2026-01-01 10:00:00.000"]

SELECT cast(x as varchar), typeof(x) FROM (VALUES timestamp '2026-01-01 10:00:00', timestamp '2026-01-01 10:00:00.123') AS t(x);
-- ["_col0 varchar", "_col1 varchar"]
-- ["2026-01-01 10:00:00.000", "timestamp(3)"]
-- ["2026-01-01 10:00:00.123", "timestamp(3)"]

SELECT cast(max(x) as varchar), cast(date(x) as varchar) FROM (VALUES from_unixtime(0), from_unixtime(1.5)) AS t(x) GROUP BY 2;
-- ["_col0 varchar", "_col1 varchar"]
-- ["1970-01-01 00:00:01.500 UTC", "1970-01-01"]

SELECT cast(time '10:00:00.5' as varchar), cast(localtime = localtime as varchar), cast(cast(timestamp '2026-01-01 10:00:00.123456' as time) as varchar), cast(cast(timestamp '2026-01-01 10:00:00.123456' as timestamp(3)) as varchar), cast(cast(timestamp '2026-01-01 10:00:00.999999' as timestamp(0)) as varchar), cast(interval '1' day + interval '2' second as varchar), cast(interval '-1' day as varchar), cast(interval '-14' month as varchar), cast(uuid '12151fd2-7586-11e9-8f9e-2a86e4085a59' as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar"]
-- ["10:00:00.5", "true", "10:00:00.123", "2026-01-01 10:00:00.123", "2026-01-01 10:00:01", "1 00:00:02.000", "-1 00:00:00.000", "-1-2", "12151fd2-7586-11e9-8f9e-2a86e4085a59"]

SELECT array_join(ARRAY[from_unixtime(0)], ','), array_join(ARRAY[date_parse('2026', '%Y')], ','), array_join(ARRAY[interval '1' day], ',');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["1970-01-01 00:00:00.000 UTC", "2026-01-01 00:00:00.000", "1 00:00:00.000"]

SELECT cast(cast('12' as char(5)) as integer), cast(cast('1.5' as char(5)) as double), cast(cast('2026-01-01' as char(12)) as date);
-- error TYPE_MISMATCH: line 1:8: Cannot cast char(5) to integer

SELECT cast(12345 as varchar(3));
-- error INVALID_CAST_ARGUMENT: Value 12345 cannot be represented as varchar(3)

SELECT cast(1.5 as varchar(2)), 1;
-- error INVALID_CAST_ARGUMENT: Value 1.5 (1.5E0) cannot be represented as varchar(2)
-- words: Value 1.5E0 cannot be represented as varchar(2)

SELECT cast('2026-01-01 25:00:00' as timestamp);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-01-01 25:00:00

SELECT cast('2026-01-01T10:00:00' as timestamp);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-01-01T10:00:00

SELECT try_cast('2026-01-01T10:00:00Z' as timestamp), try_cast(' 2026-01-01 ' as date), try_cast('2026-1-1' as date), try_cast('2026-01-01 10:00' as timestamp), try_cast('2026-01-01 10:00:00.123456789' as timestamp), try_cast('2026-01-01 10:00:00 UTC' as timestamp), try_cast('2026-01-01 10:00:00 America/New_York' as timestamp with time zone), try_cast('2026-01-01' as timestamp with time zone), try_cast('10:00' as time), try_cast('25:00' as time);
-- ["_col0 timestamp(3)", "_col1 date", "_col2 date", "_col3 timestamp(3)", "_col4 timestamp(3)", "_col5 timestamp(3)", "_col6 timestamp(3) with time zone", "_col7 timestamp(3) with time zone", "_col8 time(3)", "_col9 time(3)"]
-- [null, "2026-01-01", "2026-01-01", "2026-01-01 10:00:00.000", "2026-01-01 10:00:00.123", "2026-01-01 10:00:00.000", "2026-01-01 10:00:00.000 America/New_York", "2026-01-01 00:00:00.000 UTC", "10:00:00.000", null]

SELECT cast(x as timestamp) FROM (VALUES '2026-01-01 10:00:00 UTC') AS t(x);
-- ["_col0 timestamp(3)"]
-- ["2026-01-01 10:00:00.000"]

SELECT cast(x as timestamp with time zone) FROM (VALUES '2026-01-01 10:00:00 UTC', '2026-01-01 10:00:00') AS t(x);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-01-01 10:00:00.000 UTC"]
-- ["2026-01-01 10:00:00.000 UTC"]

SELECT cast(x as timestamp with time zone) FROM (VALUES '2026-01-01 10:00:00 +05:00', '2026-01-01 10:00:00 Asia/Tokyo') AS t(x);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-01-01 10:00:00.000 +05:00"]
-- ["2026-01-01 10:00:00.000 Asia/Tokyo"]

SELECT cast(JSON '{"a":[1,2]}' as map(varchar, array(integer))), cast(JSON '[1,"2",3.7]' as array(integer)), cast(JSON '"12"' as integer), cast(JSON '1.6' as integer), cast(JSON 'true' as integer), cast(JSON 'null' as integer), try_cast(JSON '"x"' as integer), cast(JSON '1' as boolean), cast(JSON '1' as varchar), cast(JSON '1.50' as varchar), cast(JSON '1e3' as double);
-- ["_col0 map(varchar, array(integer))", "_col1 array(integer)", "_col2 integer", "_col3 integer", "_col4 integer", "_col5 integer", "_col6 integer", "_col7 boolean", "_col8 varchar", "_col9 varchar", "_col10 double"]
-- ["{a=[1, 2]}", "[1, 2, 4]", "12", "2", "1", null, null, "true", "1", "1.5E0", "1000.0"]

SELECT try_cast(JSON '[1, "x"]' as array(integer)), try_cast(JSON '{"a": "x"}' as map(varchar, integer)), try_cast(JSON '[1, 2]' as map(varchar, integer)), try_cast(JSON '{"a": 1}' as row(a integer, b varchar)), try_cast(JSON '{"a": [1]}' as row(a integer));
-- ["_col0 array(integer)", "_col1 map(varchar, integer)", "_col2 map(varchar, integer)", "_col3 row(a integer, b varchar)", "_col4 row(a integer)"]
-- [null, null, null, "{a=1, b=null}", null]

SELECT cast(JSON '[1, "x"]' as array(integer));
-- error INVALID_CAST_ARGUMENT: Cannot cast to array(integer). Cannot cast 'x' to INT
-- words: Cannot cast the value of JSON

SELECT cast(JSON '{"a": 1.5, "b": null}' as map(varchar, varchar)), cast(JSON '[true, 1, "a", null]' as array(varchar)), cast(JSON '[{"a":1}]' as array(json)), cast(JSON '{"a":{"b":1}}' as map(varchar, json)), cast(JSON '[1.5]' as array(decimal(4,2)));
-- ["_col0 map(varchar, varchar)", "_col1 array(varchar)", "_col2 array(json)", "_col3 map(varchar, json)", "_col4 array(decimal(4,2))"]
-- ["{a=1.5E0, b=null}", "[true, 1, a, null]", "[{\"a\":1}]", "{a={\"b\":1}}", "[1.50]"]

SELECT cast(ARRAY[1, null] as json), cast(MAP(ARRAY['a'], ARRAY[1.5]) as json), cast(ROW(1, 'a') as json), cast(cast(ROW(1, 'a') as row(x integer, y varchar)) as json), cast(1.5 as json), cast('a' as json), cast(true as json), cast(date '2026-01-01' as json), cast(timestamp '2026-01-01 10:00:00' as json), cast(DECIMAL '1.50' as json), cast(null as json), cast(1e10 as json), cast(REAL '1.5' as json);
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 json", "_col4 json", "_col5 json", "_col6 json", "_col7 json", "_col8 json", "_col9 json", "_col10 json", "_col11 json", "_col12 json"]
-- ["[1,null]", "{\"a\":1.5}", "{\"\":1,\"\":\"a\"}", "{\"x\":1,\"y\":\"a\"}", "1.5", "\"a\"", "true", "\"2026-01-01\"", "\"2026-01-01 10:00:00\"", "1.50", null, "1.0E10", "1.5"]

SELECT json_format(cast(ARRAY[1.0, 2.5e10, nan()] as json));
-- ["_col0 varchar"]
-- ["[1.0,2.5E10,\"NaN\"]"]

SELECT cast(MAP(ARRAY[1, 2], ARRAY['b', 'a']) as json), cast(MAP(ARRAY['z', 'a'], ARRAY[1, 2]) as json), cast(ARRAY[ROW(1, 'x')] as json), cast(MAP(ARRAY['a'], ARRAY[cast(ROW(1) as row(q integer))]) as json);
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 json"]
-- ["{\"1\":\"b\",\"2\":\"a\"}", "{\"a\":2,\"z\":1}", "[{\"\":1,\"\":\"x\"}]", "{\"a\":{\"q\":1}}"]

SELECT 1 + 99999999999999999999;
-- error SYNTAX_ERROR: line 1:1: Invalid numeric literal: 99999999999999999999

SELECT x FROM (VALUES 99999999999999999999) AS t(x);
-- error SYNTAX_ERROR: line 1:1: Invalid numeric literal: 99999999999999999999

SELECT -9223372036854775808;
-- ["_col0 bigint"]
-- ["-9223372036854775808"]

SELECT null + null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT -null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null * 2.5;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null / 2;
-- ["_col0 integer"]
-- [null]

SELECT 2 % null;
-- ["_col0 integer"]
-- [null]

SELECT null - DECIMAL '1.5';
-- ["_col0 decimal(3,1)"]
-- [null]

SELECT date '2026-01-01' + null;
-- ["_col0 date"]
-- [null]

SELECT null - null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null * null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null || 'a';
-- ["_col0 array(varchar)"]
-- [null]

SELECT null || null;
-- error AMBIGUOUS_FUNCTION_CALL: line 1:13: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT timestamp '2026-01-01' - null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT reverse(null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT upper(null), length(null);
-- ["_col0 varchar", "_col1 bigint"]
-- [null, null]

SELECT substr(null, 1);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT trim(null);
-- ["_col0 varchar"]
-- [null]

SELECT split(null, ','), replace(null, 'a'), strpos(null, 'a');
-- ["_col0 array(varchar)", "_col1 varchar", "_col2 bigint"]
-- [null, null, null]

SELECT contains(null, 1);
-- ["_col0 boolean"]
-- [null]

SELECT element_at(null, 1);
-- ["_col0 unknown"]
-- [null]

SELECT array_join(null, ',');
-- ["_col0 varchar"]
-- [null]

SELECT json_extract(null, '$.a');
-- ["_col0 json"]
-- [null]

SELECT json_extract_scalar(null, '$.a');
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT regexp_like(null, 'a'), regexp_extract(null, 'a');
-- ["_col0 boolean", "_col1 varchar"]
-- [null, null]

SELECT date_trunc('day', null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT date_add('day', 1, null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT date_diff('day', null, current_date);
-- ["_col0 bigint"]
-- [null]

SELECT max(null), count(null), array_agg(null), min(null);
-- ["_col0 unknown", "_col1 bigint", "_col2 array(unknown)", "_col3 unknown"]
-- [null, "0", "[null]", null]

SELECT concat(null, 'a');
-- ["_col0 array(varchar)"]
-- [null]

SELECT concat(null, null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT is_nan(null), is_finite(null), bitwise_and(null, 1), width_bucket(null, 1, 2, 3), format_datetime(null, 'yyyy');
-- ["_col0 boolean", "_col1 boolean", "_col2 bigint", "_col3 bigint", "_col4 varchar"]
-- [null, null, null, null, null]

SELECT date_format(null, '%Y');
-- ["_col0 varchar"]
-- [null]

SELECT to_iso8601(null);
-- ["_col0 varchar"]
-- [null]

SELECT md5(null), sha256(null), to_hex(null), from_utf8(null), to_utf8(null), url_decode(null), url_extract_host(null);
-- ["_col0 varbinary", "_col1 varbinary", "_col2 varchar", "_col3 varchar", "_col4 varbinary", "_col5 varchar", "_col6 varchar"]
-- [null, null, null, null, null, null, null]

SELECT json_parse(null), json_format(null), json_size(null, '$'), json_array_length(null);
-- ["_col0 json", "_col1 varchar", "_col2 bigint", "_col3 bigint"]
-- [null, null, null, null]

SELECT array_sort(null);
-- ["_col0 array(unknown)"]
-- [null]

SELECT array_distinct(null), array_max(null), map_keys(null), flatten(null), slice(null, 1, 2), sequence(null, 3);
-- ["_col0 array(unknown)", "_col1 unknown", "_col2 array(unknown)", "_col3 array(unknown)", "_col4 array(unknown)", "_col5 array(bigint)"]
-- [null, null, null, null, null, null]

SELECT array_union(null, null);
-- ["_col0 array(unknown)"]
-- [null]

SELECT approx_distinct(null);
-- ["_col0 bigint"]
-- ["0"]

SELECT approx_percentile(null, 0.5);
-- ["_col0 bigint"]
-- [null]

SELECT stddev(null);
-- ["_col0 double"]
-- [null]

SELECT max_by(null, 1), min_by(1, null), map_agg(null, 1), histogram(null), count_if(null), bool_and(null);
-- ["_col0 unknown", "_col1 integer", "_col2 map(unknown, integer)", "_col3 map(unknown, bigint)", "_col4 bigint", "_col5 boolean"]
-- [null, null, null, null, "0", null]

SELECT avg(null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT checksum(null);
-- ["_col0 varbinary"]
-- ["87 ca eb 85 b1 79 37 9e"]

SELECT cast(null as integer) + null, 1 + null, 1.5 + null, bigint '1' + null;
-- ["_col0 integer", "_col1 integer", "_col2 double", "_col3 bigint"]
-- [null, null, null, null]

SELECT try_cast(ARRAY['1', 'x'] AS array(integer)), try_cast(MAP(ARRAY['a'], ARRAY['x']) AS map(varchar, integer)), try_cast(ROW('1', 'x') AS row(a integer, b integer)), try_cast(ARRAY[ARRAY['1'], ARRAY['x']] AS array(array(integer)));
-- ["_col0 array(integer)", "_col1 map(varchar, integer)", "_col2 row(a integer, b integer)", "_col3 array(array(integer))"]
-- [null, null, null, null]

SELECT cast(ARRAY['1', '2.5'] AS array(integer));
-- error INVALID_CAST_ARGUMENT: Cannot cast '2.5' to INT

SELECT cast(ARRAY[2.5, 3.5, null] AS array(integer)), cast(ARRAY[1.5] AS array(varchar)), cast(MAP(ARRAY[1.5], ARRAY[2.5]) AS map(varchar, integer)), cast(ROW(1.5, 'a') AS row(x varchar, y varchar));
-- ["_col0 array(integer)", "_col1 array(varchar)", "_col2 map(varchar, integer)", "_col3 row(x varchar, y varchar)"]
-- ["[3, 4, null]", "[1.5E0]", "{1.5E0=3}", "{x=1.5E0, y=a}"]

SELECT cast(ROW(1, 'a') AS row(x bigint, y varchar)).x, cast(cast(null as row(a double)) as row(a varchar)), cast(cast(null as array(double)) as array(varchar));
-- ["_col0 bigint", "_col1 row(a varchar)", "_col2 array(varchar)"]
-- ["1", null, null]

SELECT cast(ARRAY[true, null] AS array(varchar)), cast(ARRAY[DECIMAL '0.5'] AS array(varchar)), cast(ARRAY[DATE '2026-01-01'] AS array(varchar)), cast(ARRAY[TIMESTAMP '2026-01-01 10:00:00'] AS array(varchar)), cast(ARRAY['2026-01-01'] AS array(date));
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)", "_col3 array(varchar)", "_col4 array(date)"]
-- ["[true, null]", "[0.5]", "[2026-01-01]", "[2026-01-01 10:00:00]", "[2026-01-01]"]

SELECT cast(MAP(ARRAY[1.2, 1.3], ARRAY['a', 'b']) AS map(integer, varchar));
-- error INVALID_CAST_ARGUMENT: duplicate keys

SELECT array_join(ARRAY[true, false, null], ','), array_join(ARRAY[1.5, 2.0], ','), array_join(ARRAY[DECIMAL '0.5'], ','), array_join(ARRAY[DATE '2026-01-01'], ','), array_join(ARRAY[TIMESTAMP '2026-01-01 10:00:00'], ',', 'x'), array_join(ARRAY[REAL '1.5'], ',');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["true,false", "1.5E0,2.0E0", "0.5", "2026-01-01", "2026-01-01 10:00:00", "1.5E0"]

SELECT cast(timestamp '2026-01-01 10:00:00' as varchar), cast(timestamp '2026-01-01 10:00:00.123456' as varchar), cast(timestamp '2026-01-01 10:00:00 UTC' as varchar), cast(date '2026-01-01' as varchar), cast(time '10:00:00' as varchar), cast(1.5 as varchar), cast(REAL '1.5' as varchar), cast(true as varchar), cast(DECIMAL '0.50' as varchar), cast(interval '1' day as varchar), cast(interval '14' month as varchar), cast(JSON '"a"' as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar", "_col9 varchar", "_col10 varchar", "_col11 varchar"]
-- ["2026-01-01 10:00:00", "2026-01-01 10:00:00.123456", "2026-01-01 10:00:00 UTC", "2026-01-01", "10:00:00", "1.5E0", "1.5E0", "true", "0.50", "1 00:00:00.000", "1-2", "a"]

SELECT cast('ab' as char(4)) || 'x', cast('ab' as char(4)) || cast('c' as char(3)), 'x' || cast('ab' as char(4)), length(cast('ab' as char(4)) || 'x'), concat(cast('ab' as char(4)), 'x');
-- ["_col0 char(5)", "_col1 char(7)", "_col2 char(5)", "_col3 bigint", "_col4 char(5)"]
-- ["ab  x", "ab  c  ", "xab  ", "5", "ab  x"]

SELECT cast('ab' as char(4)), upper(cast('ab' as char(4))), length(cast('ab' as char(4))), substr(cast('ab' as char(4)), 2), cast(cast('ab' as char(4)) as varchar), reverse(cast(cast('ab' as char(4)) as varchar)), cast(cast('ab' as char(4)) as varchar(3)), cast(cast('ab' as char(4)) as char(6));
-- ["_col0 char(4)", "_col1 char(4)", "_col2 bigint", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 char(6)"]
-- ["ab  ", "AB  ", "4", "b  ", "ab  ", "  ba", "ab ", "ab    "]

SELECT cast('ab' as char(4)) = 'ab', cast('ab' as char(4)) = 'ab  ', cast('ab' as char(4)) = 'ab x', cast('ab' as char(4)) < 'ac', cast('ab' as char(4)) LIKE 'ab', cast('ab' as char(4)) LIKE 'ab  ', cast('ab' as char(4)) IN ('ab', 'x');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean", "_col6 boolean"]
-- ["true", "true", "false", "true", "false", "true", "true"]

SELECT x, count(*) FROM (VALUES cast('a' as char(3)), cast('a ' as char(3)), cast('b' as char(3))) AS t(x) GROUP BY x ORDER BY x;
-- ["x char(3)", "_col1 bigint"]
-- ["a  ", "2"]
-- ["b  ", "1"]

SELECT coalesce(cast('a' as char(3)), 'xyzw'), typeof(coalesce(cast('a' as char(3)), 'xyzw')), array_join(ARRAY[cast('a' as char(3))], ','), json_format(cast(cast('a' as char(3)) as json)), cast(cast('12' as char(5)) as integer);
-- error TYPE_MISMATCH: line 1:154: Cannot cast char(3) to json

SELECT CASE WHEN true THEN cast('a' as char(3)) ELSE 'b' END, trim(cast(' a' as char(5))), rtrim(cast('a' as char(5))), ltrim(cast(' a' as char(5))), lower(cast('A' as char(5))), strpos(cast('ab' as char(5)), 'b'), replace(cast('ab' as char(5)), 'b', 'c'), split(cast('a,b' as char(5)), ',');
-- error FUNCTION_NOT_FOUND: line 1:180: Unexpected parameters (char(5), varchar(1)) for function strpos. Expected: strpos(varchar(x), varchar(y)), strpos(varchar(x), varchar(y), bigint)

SELECT typeof(cast('ab' as char(4)) || 'x'), typeof('a' || cast('b' as char(2))), typeof(cast('a' as char(1)) || cast('b' as char(2))), typeof(upper(cast('ab' as char(4)))), typeof(substr(cast('ab' as char(4)), 1, 1)), typeof(CHAR 'ab');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["char(5)", "char(3)", "char(3)", "char(4)", "varchar(4)", "char(2)"]

SELECT CHAR 'ab ', length(CHAR 'ab '), max(x), min(x) FROM (VALUES cast('a' as char(3)), cast('c' as char(3))) AS t(x);
-- ["_col0 char(3)", "_col1 bigint", "_col2 char(3)", "_col3 char(3)"]
-- ["ab ", "3", "c  ", "a  "]
