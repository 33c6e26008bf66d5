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
