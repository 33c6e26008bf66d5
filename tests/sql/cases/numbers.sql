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
-- deviates: the code is that of the operator %

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
-- words: Overflow in addition of INT32 (2147483647 + 1)!

SELECT 9223372036854775807 + 1;
-- error NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: 9223372036854775807 + 1
-- words: Overflow in addition of INT64 (9223372036854775807 + 1)!

SELECT 2147483647 * 2;
-- error NUMERIC_VALUE_OUT_OF_RANGE: integer multiplication overflow: 2147483647 * 2
-- words: Overflow in multiplication of INT32 (2147483647 * 2)!

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
-- words: Cannot cast '1234.500000' to DECIMAL(4,2)

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
-- deviates: NaN equals itself

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
-- words: Overflow in addition of INT8 (127 + 1)!

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
