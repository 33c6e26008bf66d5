-- Integers, decimals and doubles · Trino 435

SELECT 7 / 2;
-- ["_col0 integer"]
-- ["3"]

SELECT -7 / 2;
-- ["_col0 integer"]
-- ["-3"]

SELECT 7 / -2;
-- ["_col0 integer"]
-- ["-3"]

SELECT 7 % 3;
-- ["_col0 integer"]
-- ["1"]

SELECT -7 % 3;
-- ["_col0 integer"]
-- ["-1"]

SELECT 7 / 2e0;
-- ["_col0 double"]
-- ["3.5"]

SELECT 7 / 2.0;
-- ["_col0 double"]
-- ["3.5"]

SELECT 1 / 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT 1 % 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT mod(7, 0);
-- error GENERIC_INTERNAL_ERROR: / by zero

SELECT 1e0 / 0;
-- ["_col0 double"]
-- ["Infinity"]

SELECT -1e0 / 0;
-- ["_col0 double"]
-- ["-Infinity"]

SELECT 0e0 / 0;
-- ["_col0 double"]
-- ["NaN"]

SELECT 5.5 % 2;
-- ["_col0 double"]
-- ["1.5"]

SELECT 1.5;
-- ["_col0 double"]
-- ["1.5"]

SELECT 1e10;
-- ["_col0 double"]
-- ["1.0E10"]

SELECT 0.0001;
-- ["_col0 double"]
-- ["1.0E-4"]

SELECT 12345678.9;
-- ["_col0 double"]
-- ["1.23456789E7"]

SELECT 100000000000;
-- ["_col0 bigint"]
-- ["100000000000"]

SELECT 2147483647 + 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer addition overflow: 2147483647 + 1

SELECT 9223372036854775807 + 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: 9223372036854775807 + 1

SELECT 2147483647 * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer multiplication overflow: 2147483647 * 2

SELECT cast(2147483647 as bigint) + 1;
-- ["_col0 bigint"]
-- ["2147483648"]

SELECT decimal '1.20';
-- ["_col0 decimal(3,2)"]
-- ["1.20"]

SELECT decimal '1.20' + decimal '2.345';
-- ["_col0 decimal(5,3)"]
-- ["3.545"]

SELECT decimal '1.20' * decimal '2.345';
-- ["_col0 decimal(7,5)"]
-- ["2.81400"]

SELECT decimal '10.00' / decimal '3.0';
-- ["_col0 decimal(5,2)"]
-- ["3.33"]

SELECT decimal '7' / 2;
-- ["_col0 decimal(1,0)"]
-- ["4"]

SELECT decimal '1.0' / 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT decimal '1.20' - 1;
-- ["_col0 decimal(13,2)"]
-- ["0.20"]

SELECT decimal '1.5' + 1.5;
-- ["_col0 double"]
-- ["3.0"]

SELECT cast(10 as decimal(10,2));
-- ["_col0 decimal(10,2)"]
-- ["10.00"]

SELECT cast(2.345 as decimal(10,2));
-- ["_col0 decimal(10,2)"]
-- ["2.35"]

SELECT cast(decimal '2.5' as integer);
-- ["_col0 integer"]
-- ["3"]

SELECT cast(1234.5 as decimal(4,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DOUBLE '1234.5' to DECIMAL(4, 2)
-- words: Cannot cast '1234.5' to DECIMAL(4,2)

SELECT avg(x) FROM (VALUES decimal '1.20', decimal '2.30') AS t(x);
-- ["_col0 decimal(3,2)"]
-- ["1.75"]

SELECT sum(x) FROM (VALUES decimal '1.20', decimal '2.30') AS t(x);
-- ["_col0 decimal(38,2)"]
-- ["3.50"]

SELECT abs(-5), abs(-5.5), abs(decimal '-1.5');
-- ["_col0 integer", "_col1 double", "_col2 decimal(2,1)"]
-- ["5", "5.5", "1.5"]

SELECT round(2.5), round(-2.5), round(3.14159, 2);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["3.0", "-3.0", "3.14"]

SELECT round(5), round(1234, -2);
-- ["_col0 integer", "_col1 integer"]
-- ["5", "1200"]

SELECT round(decimal '2.55', 1);
-- ["_col0 decimal(4,2)"]
-- ["2.60"]

SELECT floor(2.7), ceil(2.2), ceiling(-2.7), floor(-2.2);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double"]
-- ["2.0", "3.0", "-2.0", "-3.0"]

SELECT floor(7), ceil(7);
-- ["_col0 integer", "_col1 integer"]
-- ["7", "7"]

SELECT floor(decimal '2.7'), ceil(decimal '2.2');
-- ["_col0 decimal(2,0)", "_col1 decimal(2,0)"]
-- ["2", "3"]

SELECT truncate(2.7), truncate(-2.7);
-- ["_col0 double", "_col1 double"]
-- ["2.0", "-2.0"]

SELECT truncate(2.789, 2);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (double, integer) for function truncate. Expected: truncate(decimal(p,s)), truncate(decimal(p,s), integer), truncate(double), truncate(real)

SELECT sign(-5), sign(2.5), sign(0);
-- ["_col0 integer", "_col1 double", "_col2 integer"]
-- ["-1", "1.0", "0"]

SELECT power(2, 10), pow(2, 0.5), sqrt(16), cbrt(27);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double"]
-- ["1024.0", "1.4142135623730951", "4.0", "3.0"]

SELECT ln(1), log10(1000), log2(8), log(2, 8), exp(0);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double"]
-- ["0.0", "3.0", "3.0", "3.0", "1.0"]

SELECT pi(), e();
-- ["_col0 double", "_col1 double"]
-- ["3.141592653589793", "2.718281828459045"]

SELECT sin(0), cos(0), tan(0), asin(0), acos(1), atan(0), atan2(0, 1);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double", "_col6 double"]
-- ["0.0", "1.0", "0.0", "0.0", "0.0", "0.0", "0.0"]

SELECT sinh(0), cosh(0), tanh(0);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["0.0", "1.0", "0.0"]

SELECT degrees(pi()), radians(180);
-- ["_col0 double", "_col1 double"]
-- ["180.0", "3.141592653589793"]

SELECT mod(-7, 3), mod(7.5, 2);
-- ["_col0 integer", "_col1 double"]
-- ["-1", "1.5"]

SELECT greatest(1, 2, 3), least(1, 2, 3);
-- ["_col0 integer", "_col1 integer"]
-- ["3", "1"]

SELECT greatest(1, null), least(1.5, 2);
-- ["_col0 integer", "_col1 double"]
-- [null, "1.5"]

SELECT width_bucket(5.3, 0, 10, 5), width_bucket(-1, 0, 10, 5), width_bucket(10, 0, 10, 5);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["3", "0", "6"]

SELECT width_bucket(5, ARRAY[0, 3, 6, 9]);
-- ["_col0 bigint"]
-- ["2"]

SELECT bitwise_and(12, 10), bitwise_or(12, 10), bitwise_xor(12, 10), bitwise_not(12);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["8", "14", "6", "-13"]

SELECT bitwise_left_shift(1, 4), bitwise_right_shift(16, 2);
-- ["_col0 integer", "_col1 integer"]
-- ["16", "4"]

SELECT bit_count(7, 64);
-- ["_col0 bigint"]
-- ["3"]

SELECT from_base('ff', 16), to_base(255, 16);
-- ["_col0 bigint", "_col1 varchar"]
-- ["255", "ff"]

SELECT is_nan(nan()), is_finite(1.0), is_infinite(infinity());
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "true", "true"]

SELECT nan() = nan(), infinity();
-- ["_col0 boolean", "_col1 double"]
-- ["false", "Infinity"]

SELECT cast(1 as real) / 3;
-- ["_col0 real"]
-- ["0.33333334"]

SELECT real '1.5' + 1;
-- ["_col0 real"]
-- ["2.5"]

SELECT cast(1 as tinyint) + cast(1 as smallint);
-- ["_col0 smallint"]
-- ["2"]

SELECT tinyint '127' + tinyint '1';
-- error NUMERIC_VALUE_OUT_OF_RANGE: tinyint addition overflow: 127 + 1

SELECT -(-5);
-- ["_col0 integer"]
-- ["5"]

SELECT 5 BETWEEN 1 AND 10, 5 NOT BETWEEN 1 AND 10;
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "false"]

SELECT 1 = 1.0, 1 < 1.5, decimal '1.0' = 1;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "true", "true"]

SELECT null + 1;
-- ["_col0 integer"]
-- [null]

SELECT null;
-- ["_col0 unknown"]
-- [null]

SELECT 10 / 4 * 4;
-- ["_col0 integer"]
-- ["8"]

SELECT 3 * (5 / 2) + 1e0;
-- ["_col0 double"]
-- ["7.0"]

SELECT cast(5 as bigint) / 2;
-- ["_col0 bigint"]
-- ["2"]

SELECT 1 + 1.5 * 2;
-- ["_col0 double"]
-- ["4.0"]

SELECT sum(x) / count(*) FROM (VALUES 7, 8) AS t(x);
-- ["_col0 bigint"]
-- ["7"]

SELECT 100.0 * count_if(x > 7) / count(*) FROM (VALUES 7, 8, 9) AS t(x);
-- ["_col0 double"]
-- ["66.66666666666667"]

SELECT x / y FROM (VALUES (7, 2), (9, 0)) AS t(x, y);
-- error DIVISION_BY_ZERO: Division by zero

SELECT try(x / y) FROM (VALUES (7, 2), (9, 0)) AS t(x, y) ORDER BY x;
-- ["_col0 integer"]
-- ["3"]
-- [null]

SELECT '1' = 1;
-- error TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) = integer

SELECT 'a' + 1;
-- error TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) + integer

SELECT true + 1;
-- error TYPE_MISMATCH: line 1:13: Cannot apply operator: boolean + integer

SELECT 1 AND true;
-- error TYPE_MISMATCH: line 1:8: Logical expression term must evaluate to a boolean (actual: integer)

SELECT factorial(5);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'factorial' not registered

SELECT 7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3, 7.0 / 2, 7 / 2.0, mod(-7, 3);
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 integer", "_col4 integer", "_col5 double", "_col6 double", "_col7 integer"]
-- ["3", "-3", "1", "-1", "1", "3.5", "3.5", "-1"]

SELECT 1.0 / 0, -1.0 / 0, 0.0 / 0, 1 / 0e0;
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double"]
-- ["Infinity", "-Infinity", "NaN", "Infinity"]

SELECT 5 % 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT decimal '1' / 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT decimal '5' % 0;
-- error DIVISION_BY_ZERO: Division by zero

SELECT decimal '10.00' / 3, decimal '1' / 3, 1 / decimal '3.0', decimal '1.23' * decimal '4.56', decimal '1.5' + 2, 3 - decimal '0.25';
-- ["_col0 decimal(4,2)", "_col1 decimal(1,0)", "_col2 decimal(12,1)", "_col3 decimal(6,4)", "_col4 decimal(12,1)", "_col5 decimal(13,2)"]
-- ["3.33", "0", "0.3", "5.6088", "3.5", "2.75"]

SELECT decimal '123456789012345678.90' * decimal '12.3', decimal '99999999999999999999999999999999999999' + 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow

SELECT cast(1.005 as decimal(10,2)), cast(decimal '1.005' as decimal(10,2)), cast('1.005' as decimal(3,2)), cast(-1.5 as decimal(5,0)), cast(2.5 as integer), cast(-2.5 as integer), cast(decimal '2.5' as integer);
-- ["_col0 decimal(10,2)", "_col1 decimal(10,2)", "_col2 decimal(3,2)", "_col3 decimal(5,0)", "_col4 integer", "_col5 integer", "_col6 integer"]
-- ["1.01", "1.01", "1.01", "-2", "3", "-3", "3"]

SELECT cast(123.456 as decimal(4,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DOUBLE '123.456' to DECIMAL(4, 2)
-- words: Cannot cast '123.456' to DECIMAL(4,2)

SELECT cast(decimal '123.45' as decimal(3,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DECIMAL(5, 2) '123.45' to DECIMAL(3, 2)
-- words: Cannot cast DECIMAL '123.45' to DECIMAL(3, 2)

SELECT round(2.5), round(-2.5), round(2.345, 2), round(1234, -2), round(decimal '2.345', 2), round(1e20), round(2.5e0, 0);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 integer", "_col4 decimal(5,3)", "_col5 double", "_col6 double"]
-- ["3.0", "-3.0", "2.35", "1200", "2.350", "1.0E20", "3.0"]

SELECT floor(-1.5), ceil(-1.5), ceiling(1.2), truncate(-1.9), truncate(decimal '1.99', 1), floor(decimal '-1.5'), sign(-2.5), sign(decimal '-3');
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 decimal(3,2)", "_col5 decimal(2,0)", "_col6 double", "_col7 decimal(1,0)"]
-- ["-2.0", "-1.0", "2.0", "-1.0", "1.90", "-2", "-1.0", "-1"]

SELECT abs(-5), abs(-5.5), abs(decimal '-1.20'), abs(-2147483647), power(2, 10), pow(2, 0.5), sqrt(2), cbrt(27), exp(1), ln(10), log2(8), log10(1000), log(2, 8);
-- ["_col0 integer", "_col1 double", "_col2 decimal(3,2)", "_col3 integer", "_col4 double", "_col5 double", "_col6 double", "_col7 double", "_col8 double", "_col9 double", "_col10 double", "_col11 double", "_col12 double"]
-- ["5", "5.5", "1.20", "2147483647", "1024.0", "1.4142135623730951", "1.4142135623730951", "3.0", "2.718281828459045", "2.302585092994046", "3.0", "3.0", "3.0"]

SELECT cast(2147483647 as integer) * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer multiplication overflow: 2147483647 * 2

SELECT 9223372036854775807 * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint multiplication overflow: 9223372036854775807 * 2

SELECT cast(127 as tinyint) + cast(1 as tinyint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: tinyint addition overflow: 127 + 1

SELECT smallint '32767' + smallint '1';
-- error NUMERIC_VALUE_OUT_OF_RANGE: smallint addition overflow: 32767 + 1

SELECT bigint '9223372036854775807' - bigint '-1';
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint subtraction overflow: 9223372036854775807 - -1

SELECT abs(cast(-128 as tinyint));
-- error NUMERIC_VALUE_OUT_OF_RANGE: Value -128 is out of range for abs(tinyint)
-- words: Overflow on abs(-128)

SELECT -(-9223372036854775807 - 1);
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint negation overflow: -9223372036854775808
-- words: bigint negation overflow

SELECT typeof(1 + 1), typeof(1 + bigint '1'), typeof(1 + 1.0), typeof(real '1' + 1), typeof(real '1' * 1e0), typeof(tinyint '1' + smallint '1'), typeof(1 / decimal '1.0'), typeof(sum(1)), typeof(avg(1)), typeof(count(*));
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar", "_col9 varchar"]
-- ["integer", "bigint", "double", "real", "double", "smallint", "decimal(12,1)", "bigint", "double", "bigint"]

SELECT real '1.1' + real '2.2', cast(1.1 as real), cast(real '1.1' as double), real '3.4E38' * 10;
-- ["_col0 real", "_col1 real", "_col2 double", "_col3 real"]
-- ["3.3000002", "1.1", "1.100000023841858", "Infinity"]

SELECT 0.1 + 0.2, 1e308 * 10, 1.0E7, 1.0E-4, 123456789.0, 0.001, 1e21, 100.0, 1.0E10, -0.0;
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double", "_col6 double", "_col7 double", "_col8 double", "_col9 double"]
-- ["0.30000000000000004", "Infinity", "1.0E7", "1.0E-4", "1.23456789E8", "0.001", "1.0E21", "100.0", "1.0E10", "-0.0"]

SELECT 0.1 + 0.2 = 0.3, 1 = 1.0, nan() = nan(), nan() <> nan(), nan() > 1, infinity() > 1e308, is_nan(nan()), nan() IS DISTINCT FROM nan();
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean", "_col6 boolean", "_col7 boolean"]
-- ["false", "true", "false", "true", "false", "true", "true", "false"]

SELECT x FROM (VALUES nan(), 1.0, infinity(), -1.0, null) AS t(x) ORDER BY x;
-- ["x double"]
-- ["-1.0"]
-- ["1.0"]
-- ["Infinity"]
-- ["NaN"]
-- [null]

SELECT greatest(1, 2, 3), least(1.5, 2), greatest('a', 'b'), greatest(1, null), greatest(date '2026-01-01', date '2026-02-01');
-- ["_col0 integer", "_col1 double", "_col2 varchar", "_col3 integer", "_col4 date"]
-- ["3", "1.5", "b", null, "2026-02-01"]

SELECT greatest(1, 'a');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer, varchar(1)) for function greatest. Expected: greatest(E) E:orderable

SELECT width_bucket(5, 0, 10, 5), width_bucket(-1, 0, 10, 5), width_bucket(10, 0, 10, 5), width_bucket(5, ARRAY[0, 2, 4, 6]);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["3", "0", "6", "3"]

SELECT bitwise_and(12, 10), bitwise_or(12, 10), bitwise_xor(12, 10), bitwise_not(5), bitwise_left_shift(1, 3), bitwise_right_shift(-8, 1), bitwise_right_shift_arithmetic(-8, 1), bit_count(255, 64);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 integer", "_col5 integer", "_col6 integer", "_col7 bigint"]
-- ["8", "14", "6", "-6", "8", "2147483644", "-4", "8"]

SELECT degrees(pi()), radians(180), sin(0), cos(0), tan(0), asin(1), acos(1), atan(1), atan2(1, 1), e(), pi();
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double", "_col6 double", "_col7 double", "_col8 double", "_col9 double", "_col10 double"]
-- ["180.0", "3.141592653589793", "0.0", "1.0", "0.0", "1.5707963267948966", "0.0", "0.7853981633974483", "0.7853981633974483", "2.718281828459045", "3.141592653589793"]

SELECT sqrt(-1), ln(0), ln(-1), log10(0), acos(2), exp(1000);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double", "_col5 double"]
-- ["NaN", "-Infinity", "NaN", "-Infinity", "NaN", "Infinity"]

SELECT cast('1e3' as double), cast(' 1 ' as integer), cast('+5' as bigint), cast('-0' as integer), cast('1.' as double), cast('.5' as double), cast('Infinity' as double), cast('NaN' as double);
-- error INVALID_CAST_ARGUMENT: Cannot cast ' 1 ' to INT

SELECT cast('1.0' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '1.0' to INT

SELECT cast('' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '' to INT

SELECT cast('abc' as double);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'abc' to DOUBLE

SELECT cast('99999999999' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '99999999999' to INT

SELECT cast(128 as tinyint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for tinyint: 128

SELECT cast(40000 as smallint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for smallint: 40000

SELECT cast(true as integer), cast(0 as boolean), cast(2 as boolean), cast('true' as boolean), cast('F' as boolean), cast(1.5 as boolean);
-- ["_col0 integer", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- ["1", "false", "true", "true", "false", "true"]

SELECT cast('yes' as boolean);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'yes' to BOOLEAN

SELECT try_cast('x' as integer), try_cast('1' as integer), try_cast('2026-13-01' as date), try_cast(300 as tinyint), try_cast('x' as decimal(3,1)), try_cast('x' as boolean), try_cast('x' as double), try_cast('x' as timestamp);
-- ["_col0 integer", "_col1 integer", "_col2 date", "_col3 tinyint", "_col4 decimal(3,1)", "_col5 boolean", "_col6 double", "_col7 timestamp(3)"]
-- [null, "1", null, null, null, null, null, null]

SELECT rand() < 1, random(10) < 10, random(5, 6);
-- ["_col0 boolean", "_col1 boolean", "_col2 integer"]
-- ["true", "true", "5"]

SELECT 10 / 4 * 4, 10 * 4 / 4, 2 + 3 * 4, (2 + 3) * 4, -2 * -3, 7 - -3;
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 integer", "_col4 integer", "_col5 integer"]
-- ["8", "10", "14", "20", "6", "10"]

SELECT sum(x), avg(x), count(x) FROM (VALUES decimal '1.1', decimal '2.2', null) AS t(x);
-- ["_col0 decimal(38,1)", "_col1 decimal(2,1)", "_col2 bigint"]
-- ["3.3", "1.7", "2"]

SELECT sum(x), avg(x) FROM (VALUES real '1.5', real '2.5') AS t(x);
-- ["_col0 real", "_col1 real"]
-- ["4.0", "2.0"]

SELECT avg(x), sum(x) FROM (VALUES 1, 2) AS t(x);
-- ["_col0 double", "_col1 bigint"]
-- ["1.5", "3"]

SELECT avg(x), stddev(x), variance(x), stddev_pop(x), var_pop(x) FROM (VALUES 1, 2, 3, 4) AS t(x);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double"]
-- ["2.5", "1.2909944487358056", "1.6666666666666667", "1.118033988749895", "1.25"]

SELECT stddev(x), variance(x) FROM (VALUES 1) AS t(x);
-- ["_col0 double", "_col1 double"]
-- [null, null]

SELECT approx_percentile(x, 0.5), approx_percentile(x, 0.9), approx_percentile(x, ARRAY[0.1, 0.5]) FROM (VALUES 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) AS t(x);
-- ["_col0 bigint", "_col1 bigint", "_col2 array(bigint)"]
-- ["6", "10", "[2, 6]"]

SELECT normal_cdf(0, 1, 1.96), inverse_normal_cdf(0, 1, 0.5), wilson_interval_lower(1250, 1310, 1.96e0);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["0.9750021048517796", "0.0", "0.9414883725395894"]

SELECT cast(decimal '12.50' as double), cast(12.5 as decimal(5,1)), cast(decimal '12.5' as bigint), decimal '1.0' = 1, decimal '1.10' = 1.1;
-- ["_col0 double", "_col1 decimal(5,1)", "_col2 bigint", "_col3 boolean", "_col4 boolean"]
-- ["12.5", "12.5", "13", "true", "true"]

SELECT count(null), count(1), max(cast(null as integer));
-- ["_col0 bigint", "_col1 bigint", "_col2 integer"]
-- ["0", "1", null]

SELECT decimal '0.00', decimal '-1.50', decimal '+2.5', decimal '.5', decimal '1234567890123456789012345678901234567.8';
-- ["_col0 decimal(2,2)", "_col1 decimal(3,2)", "_col2 decimal(2,1)", "_col3 decimal(1,1)", "_col4 decimal(38,1)"]
-- ["0.00", "-1.50", "2.5", "0.5", "1234567890123456789012345678901234567.8"]

SELECT cast(0.1 as decimal(38,20)), decimal '1' / decimal '3.000000';
-- ["_col0 decimal(38,20)", "_col1 decimal(13,6)"]
-- ["0.10000000000000000000", "0.333333"]

SELECT round(x, 1), round(x) FROM (VALUES 2.25, 2.35, 0.05, -0.05) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["2.3", "2.0"]
-- ["2.4", "2.0"]
-- ["0.1", "0.0"]
-- ["-0.1", "-0.0"]

SELECT format('%.1f', 0.25), format('%.0f', 2.5), format('%.2f', decimal '1.005');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["0.3", "3", "1.01"]

SELECT max(x, 2), min(x, 2), max_by(x, x, 2) FROM (VALUES 1, 5, 3) AS t(x);
-- ["_col0 array(integer)", "_col1 array(integer)", "_col2 array(integer)"]
-- ["[5, 3]", "[1, 3]", "[5, 3]"]

SELECT count_if(x > 1), bool_and(x > 0), bool_or(x > 2), every(x > 1), any_value(1) FROM (VALUES 1, 2) AS t(x);
-- ["_col0 bigint", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 integer"]
-- ["1", "true", "false", "false", "1"]

SELECT bitwise_and_agg(x), bitwise_or_agg(x) FROM (VALUES 6, 3) AS t(x);
-- ["_col0 bigint", "_col1 bigint"]
-- ["2", "7"]

SELECT -2147483648 - 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer subtraction overflow: -2147483648 - 1

SELECT max(x), min(x), sum(x) FROM (VALUES nan(), 1.0) AS t(x);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["1.0", "1.0", "NaN"]

SELECT cast(1e10 as integer);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for integer: 1.0E10

SELECT corr(x, y), covar_pop(x, y), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1.0, 2.0), (2.0, 4.0), (3.0, 7.0)) AS t(x, y);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double"]
-- ["0.9933992677987828", "1.6666666666666667", "2.5", "-0.666666666666667"]

SELECT geometric_mean(x), skewness(x), kurtosis(x) FROM (VALUES 1.0, 2.0, 3.0, 7.0) AS t(x);
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["2.54572989502183", "0.8331504071506617", "2.23486717956162"]

SELECT 1 + null, null * 2, abs(null), cast(null as integer) + 1;
-- ["_col0 integer", "_col1 integer", "_col2 tinyint", "_col3 integer"]
-- [null, null, null, null]

SELECT sum(null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT mod(7.0, 0);
-- ["_col0 double"]
-- ["NaN"]

SELECT mod(DECIMAL '7.1', DECIMAL '0');
-- error DIVISION_BY_ZERO: Division by zero

SELECT mod(bigint '7', 0), 1;
-- error GENERIC_INTERNAL_ERROR: / by zero

SELECT mod(7, x) FROM (VALUES 0) AS t(x);
-- error GENERIC_INTERNAL_ERROR: / by zero

SELECT DECIMAL '7.1' % DECIMAL '0';
-- error DIVISION_BY_ZERO: Division by zero

SELECT mod(-7, 3), mod(7, -3), mod(-7.5, 2), mod(DECIMAL '-7.5', 2), mod(null, 3);
-- ["_col0 integer", "_col1 integer", "_col2 double", "_col3 decimal(2,1)", "_col4 integer"]
-- ["-1", "1", "-1.5", "-1.5", null]

SELECT cast(infinity() as bigint);
-- error INVALID_CAST_ARGUMENT: Unable to cast Infinity to bigint

SELECT cast(-infinity() as bigint);
-- error INVALID_CAST_ARGUMENT: Unable to cast -Infinity to bigint

SELECT cast(1e30 as bigint);
-- error INVALID_CAST_ARGUMENT: Unable to cast 1.0E30 to bigint

SELECT cast(40000e0 as smallint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for smallint: 40000.0

SELECT cast(300e0 as tinyint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for tinyint: 300.0

SELECT cast(70000 as smallint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for smallint: 70000

SELECT cast(5000000000 as integer);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for integer: 5000000000

SELECT cast(REAL '1e10' as integer);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for integer: 1.0E10

SELECT cast(REAL 'NaN' as bigint);
-- error INVALID_CAST_ARGUMENT: Cannot cast real NaN to bigint

SELECT cast(REAL '300' as tinyint);
-- error NUMERIC_VALUE_OUT_OF_RANGE: Out of range for tinyint: 300.0

SELECT cast(DECIMAL '5000000000' as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '5000000000' to INTEGER

SELECT cast(DECIMAL '300.5' as tinyint);
-- error INVALID_CAST_ARGUMENT: Cannot cast '301' to TINYINT

SELECT cast(DECIMAL '99999999999999999999' as bigint);
-- error INVALID_CAST_ARGUMENT: Cannot cast '99999999999999999999' to BIGINT

SELECT cast(2.5 as tinyint), cast(-2.5 as smallint), cast(2.5 as integer), cast(REAL '2.5' as tinyint), cast(DECIMAL '2.5' as tinyint), cast(DECIMAL '-2.5' as integer);
-- ["_col0 tinyint", "_col1 smallint", "_col2 integer", "_col3 tinyint", "_col4 tinyint", "_col5 integer"]
-- ["3", "-3", "3", "3", "3", "-3"]

SELECT cast(1e39 as real), cast(1e300 as real), cast('1e39' as real);
-- ["_col0 real", "_col1 real", "_col2 real"]
-- ["Infinity", "Infinity", "Infinity"]

SELECT cast(1e10 as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DOUBLE '1.0E10' to DECIMAL(5, 2)
-- words: Cannot cast '10000000000.0' to DECIMAL(5,2)

SELECT cast(123456 as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast INTEGER '123456' to DECIMAL(5, 2)
-- words: Cannot cast '123456' to DECIMAL(5,2)

SELECT cast(bigint '123456' as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast BIGINT '123456' to DECIMAL(5, 2)
-- words: Cannot cast '123456' to DECIMAL(5,2)

SELECT cast(DECIMAL '123456.78' as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DECIMAL(8, 2) '123456.78' to DECIMAL(5, 2)
-- words: Cannot cast DECIMAL '123456.78' to DECIMAL(5, 2)

SELECT cast('123456.78' as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast VARCHAR '123456.78' to DECIMAL(5, 2). Value too large.
-- words: Cannot cast '123456.78' to DECIMAL(5,2)

SELECT cast('abc' as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast VARCHAR 'abc' to DECIMAL(5, 2). Value is not a number.
-- words: Cannot cast 'abc' to DECIMAL(5,2)

SELECT cast(nan() as decimal(5,2));
-- error INVALID_CAST_ARGUMENT: Cannot cast DOUBLE 'NaN' to DECIMAL(5, 2)
-- words: Cannot cast 'nan' to DECIMAL(5,2)

SELECT cast('' as double);
-- error INVALID_CAST_ARGUMENT: Cannot cast '' to DOUBLE

SELECT cast('abc' as real);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'abc' to REAL

SELECT cast('abc' as tinyint);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'abc' to TINYINT

SELECT cast('abc' as smallint);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'abc' to SMALLINT

SELECT cast('300' as tinyint);
-- error INVALID_CAST_ARGUMENT: Cannot cast '300' to TINYINT
-- words: Cannot cast '300' to INT8

SELECT cast('99999999999999999999999' as bigint);
-- error INVALID_CAST_ARGUMENT: Cannot cast '99999999999999999999999' to BIGINT
-- words: Cannot cast '99999999999999999999999' to INT64

SELECT cast(' 12 ' as integer), cast(' 12 ' as bigint);
-- error INVALID_CAST_ARGUMENT: Cannot cast ' 12 ' to INT

SELECT cast(' 1.5 ' as double), cast('1.5e3' as double), cast('NaN' as double), cast('Infinity' as double), cast('-Infinity' as double);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double", "_col4 double"]
-- ["1.5", "1500.0", "NaN", "Infinity", "-Infinity"]

SELECT try_cast(' 12 ' as integer), try_cast('+12' as integer), try_cast('-' as integer), try_cast('1e3' as integer), try_cast('' as bigint), try_cast('yes' as boolean), try_cast('1' as boolean), try_cast('TRUE' as boolean), try_cast(' true ' as boolean);
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 integer", "_col4 bigint", "_col5 boolean", "_col6 boolean", "_col7 boolean", "_col8 boolean"]
-- [null, "12", null, null, null, null, "true", "true", null]

SELECT cast('99999999999999999999999999999999999999' AS decimal(38,0)) + 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow

SELECT cast('99999999999999999999' AS decimal(38,0)) * cast('99999999999999999999' AS decimal(38,0));
-- error NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow

SELECT cast('-99999999999999999999999999999999999999' AS decimal(38,0)) - 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow

SELECT cast('12345678901234567890.12' AS decimal(38,2)) * cast('3.123456' AS decimal(20,6));
-- ["_col0 decimal(38,8)"]
-- ["38561184838134518483.80265472"]

SELECT sum(x), avg(x) FROM (VALUES cast('99999999999999999999999999999999999999' AS decimal(38,0)), cast('-1' AS decimal(38,0))) AS t(x);
-- ["_col0 decimal(38,0)", "_col1 decimal(38,0)"]
-- ["99999999999999999999999999999999999998", "49999999999999999999999999999999999999"]

SELECT sum(x) OVER (ORDER BY x) FROM (VALUES DECIMAL '1.5', DECIMAL '2.5') AS t(x);
-- ["_col0 decimal(38,1)"]
-- ["1.5"]
-- ["4.0"]

SELECT max(x), min(x), sum(x), avg(x) FROM (VALUES nan(), 1.0) AS t(x);
-- ["_col0 double", "_col1 double", "_col2 double", "_col3 double"]
-- ["1.0", "1.0", "NaN", "NaN"]

SELECT max(x), min(x) FROM (VALUES 1.0, nan(), 2.0) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["2.0", "1.0"]

SELECT max(x), min(x) FROM (VALUES nan(), nan()) AS t(x);
-- ["_col0 double", "_col1 double"]
-- ["NaN", "NaN"]

SELECT max(x, 2), min(x, 2) FROM (VALUES nan(), 1.0, 2.0) AS t(x);
-- ["_col0 array(double)", "_col1 array(double)"]
-- ["[2.0, 1.0]", "[1.0, 2.0]"]

SELECT max_by(y, x), min_by(y, x) FROM (VALUES (nan(), 'n'), (1.0, 'a'), (2.0, 'b')) AS t(x, y);
-- ["_col0 varchar", "_col1 varchar"]
-- ["b", "a"]

SELECT x, max(x) OVER (ORDER BY y), min(x) OVER (ORDER BY y) FROM (VALUES (nan(), 1), (1.0, 2), (2.0, 3)) AS t(x, y);
-- ["x double", "_col1 double", "_col2 double"]
-- ["NaN", "NaN", "NaN"]
-- ["1.0", "1.0", "1.0"]
-- ["2.0", "2.0", "1.0"]

SELECT greatest(1.0, nan()), least(nan(), 1.0), greatest(REAL 'NaN', 1), array_max(ARRAY[1.0, nan()]), array_min(ARRAY[1.0, nan()]), array_max(ARRAY[nan()]), array_sort(ARRAY[nan(), 1.0, infinity(), -1.0]);
-- ["_col0 double", "_col1 double", "_col2 real", "_col3 double", "_col4 double", "_col5 double", "_col6 array(double)"]
-- ["1.0", "1.0", "1.0", "1.0", "1.0", "NaN", "[-1.0, 1.0, Infinity, NaN]"]

SELECT x FROM (VALUES nan(), 1.0, infinity(), null) AS t(x) ORDER BY x;
-- ["x double"]
-- ["1.0"]
-- ["Infinity"]
-- ["NaN"]
-- [null]

SELECT x FROM (VALUES nan(), 1.0, infinity(), null) AS t(x) ORDER BY x DESC;
-- ["x double"]
-- ["NaN"]
-- ["Infinity"]
-- ["1.0"]
-- [null]

SELECT count(DISTINCT x) FROM (VALUES nan(), nan(), 1.0) AS t(x);
-- ["_col0 bigint"]
-- ["2"]

SELECT x, count(*) FROM (VALUES nan(), nan(), 1.0) AS t(x) GROUP BY x ORDER BY 2;
-- ["x double", "_col1 bigint"]
-- ["1.0", "1"]
-- ["NaN", "2"]

SELECT abs(null);
-- ["_col0 tinyint"]
-- [null]

SELECT abs(null), round(null), ceil(null), floor(null), sqrt(null), sign(null), truncate(null), negate(null);
-- error FUNCTION_NOT_FOUND: line 1:97: Function 'negate' not registered

SELECT round(null), round(null, 2), ceil(null), floor(null), sqrt(null), sign(null), truncate(null), ln(null), power(null, 2), mod(null, null);
-- ["_col0 tinyint", "_col1 tinyint", "_col2 tinyint", "_col3 tinyint", "_col4 double", "_col5 tinyint", "_col6 decimal(1,0)", "_col7 double", "_col8 double", "_col9 tinyint"]
-- [null, null, null, null, null, null, null, null, null, null]

SELECT upper(null), length(null), reverse(null), concat(null, 'a'), substr(null, 1), trim(null), split(null, ','), replace(null, 'a'), strpos(null, 'a');
-- error AMBIGUOUS_FUNCTION_CALL: line 1:35: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT date_trunc('day', null), date_add('day', 1, null), date_diff('day', null, current_date), year(null), hour(null), from_unixtime(null), to_unixtime(null), date(null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:8: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT date(null), year(null), hour(null), from_unixtime(null), to_unixtime(null);
-- ["_col0 date", "_col1 bigint", "_col2 bigint", "_col3 timestamp(3) with time zone", "_col4 double"]
-- [null, null, null, null, null]

SELECT coalesce(null, null), nullif(null, 1), greatest(null, null), if(true, null), case when true then null end;
-- ["_col0 unknown", "_col1 unknown", "_col2 unknown", "_col3 unknown", "_col4 unknown"]
-- [null, null, null, null, null]

SELECT cardinality(null), contains(null, 1), element_at(null, 1), array_join(null, ','), json_extract(null, '$.a'), json_extract_scalar(null, '$.a'), regexp_like(null, 'a'), regexp_extract(null, 'a');
-- error AMBIGUOUS_FUNCTION_CALL: line 1:117: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT max(null), min(null), count(null), array_agg(null), arbitrary(null);
-- ["_col0 unknown", "_col1 unknown", "_col2 bigint", "_col3 array(unknown)", "_col4 unknown"]
-- [null, null, "0", "[null]", null]

SELECT null + null, null || 'a', null || null, -null, null = null, null and true, null like 'a';
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null * 2.5, null / 2, 2 % null, null - DECIMAL '1.5', date '2026-01-01' + null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT ARRAY[null], ARRAY[null, 1], MAP(ARRAY['a'], ARRAY[null]), row(null), typeof(null), typeof(ARRAY[]), typeof(ARRAY[null]);
-- ["_col0 array(unknown)", "_col1 array(integer)", "_col2 map(varchar, unknown)", "_col3 row(unknown)", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["[null]", "[null, 1]", "{a=null}", "{field0=null}", "unknown", "array(unknown)", "array(unknown)"]

SELECT 'a' || null;
-- ["_col0 array(varchar)"]
-- [null]

SELECT ARRAY[1] || null, null || ARRAY[1], ARRAY['a'] || null;
-- error AMBIGUOUS_FUNCTION_CALL: line 1:17: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT concat('a', null), concat(null, null);
-- error AMBIGUOUS_FUNCTION_CALL: line 1:27: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT x || null FROM (VALUES 'a') AS t(x);
-- ["_col0 array(varchar)"]
-- [null]

SELECT typeof('a' || null);
-- ["_col0 varchar"]
-- ["array(varchar(1))"]

SELECT approx_most_frequent(1, y, 10) FROM (VALUES 'a', 'a', 'b') AS t(y);
-- error INVALID_FUNCTION_ARGUMENT: approx_most_frequent bucket count must be greater than one

SELECT approx_most_frequent(0, y, 10) FROM (VALUES 'a') AS t(y);
-- error INVALID_FUNCTION_ARGUMENT: approx_most_frequent bucket count must be greater than one

SELECT numeric_histogram(1, x) FROM (VALUES 1e0, 2e0) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: numeric_histogram bucket count must be greater than one

SELECT numeric_histogram(3, x) FROM (VALUES 1e0, 2e0, 3e0, 10e0, 11e0) AS t(x);
-- ["_col0 map(double, double)"]
-- ["{1.5=2.0, 3.0=1.0, 10.5=2.0}"]

SELECT bit_count(7, 1);
-- error INVALID_FUNCTION_ARGUMENT: Bits specified in bit_count must be between 2 and 64, got 1

SELECT null / null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null % null;
-- ["_col0 tinyint"]
-- [null]

SELECT null / 2.5;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT 2.5 * null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT 2.5 / null;
-- ["_col0 double"]
-- [null]

SELECT bigint '2' * null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT timestamp '2026-01-01' + null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT null + date '2026-01-01';
-- ["_col0 date"]
-- [null]

SELECT date '2026-01-01' - null;
-- ["_col0 date"]
-- [null]

SELECT null - date '2026-01-01';
-- ["_col0 interval day to second"]
-- [null]

SELECT time '10:00' + null;
-- ["_col0 time(3)"]
-- [null]

SELECT interval '1' day + null;
-- error AMBIGUOUS_FUNCTION_CALL: Could not choose a best candidate operator. Explicit type casts must be added.

SELECT interval '1' day * null;
-- ["_col0 interval day to second"]
-- [null]

SELECT null * interval '1' day;
-- ["_col0 interval day to second"]
-- [null]

SELECT interval '1' day / null;
-- ["_col0 interval day to second"]
-- [null]

SELECT 2.5 + null, REAL '2.5' - null, null % 2.5, null + DECIMAL '1.5', null * DECIMAL '1.5';
-- ["_col0 double", "_col1 real", "_col2 double", "_col3 decimal(3,1)", "_col4 decimal(3,1)"]
-- [null, null, null, null, null]

SELECT null > null, null BETWEEN 1 AND 2, null IN (1, 2), 1 IN (null), NOT null, null OR true;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean", "_col5 boolean"]
-- [null, null, null, null, null, "true"]

SELECT typeof(null + 1), typeof(null * 2), typeof(2 / null), typeof(null + DECIMAL '1.5'), typeof(null - smallint '1'), typeof(date '2026-01-01' + null), typeof(null * DECIMAL '1.5');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["integer", "integer", "integer", "decimal(3,1)", "smallint", "date", "decimal(3,1)"]

SELECT x, y FROM (VALUES (1, null), (2, null)) AS t(x, y);
-- ["x integer", "y unknown"]
-- ["1", null]
-- ["2", null]

SELECT sum(y), count(y), max(y) FROM (VALUES (1, null), (2, 5)) AS t(x, y);
-- ["_col0 bigint", "_col1 bigint", "_col2 integer"]
-- ["5", "1", "5"]

SELECT coalesce(y, 'none') FROM (VALUES (1, null), (2, null)) AS t(x, y);
-- ["_col0 varchar"]
-- ["none"]
-- ["none"]

SELECT upper(y) FROM (VALUES (1, null), (2, null)) AS t(x, y);
-- ["_col0 varchar"]
-- [null]
-- [null]

SELECT year(y), date_trunc('day', cast(y as timestamp)) FROM (VALUES (1, null), (2, null)) AS t(x, y);
-- ["_col0 bigint", "_col1 timestamp(3)"]
-- [null, null]
-- [null, null]
