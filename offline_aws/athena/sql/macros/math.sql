-- https://trino.io/docs/current/functions/math.html
-- // divides integers to an integer and doubles to a double, / always to a double; only / knows infinity.
CREATE MACRO athena_integers(a, b) AS
    typeof(a) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT')
    AND typeof(b) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT');
CREATE MACRO athena_divide__integer(a, b) AS
    CASE WHEN b = 0 THEN athena_fail('DIVISION_BY_ZERO: Division by zero') ELSE a // b END;
CREATE MACRO athena_divide__double(a, b) AS a / b;
CREATE MACRO athena_divide(a, b) AS
    CASE WHEN b = 0 AND athena_integers(a, b) THEN athena_fail('DIVISION_BY_ZERO: Division by zero')
         WHEN b = 0 THEN athena_fail('NOT_SUPPORTED: division by a zero whose type is not known is not emulated')
         ELSE a // b END;
CREATE MACRO athena_modulo(a, b) AS
    CASE WHEN b = 0 AND athena_integers(a, b) THEN athena_fail('DIVISION_BY_ZERO: Division by zero') ELSE a % b END;
CREATE MACRO trino_sign(x) AS CAST(sign(x) AS DOUBLE);
CREATE MACRO trino_sign__integer(x) AS CASE WHEN x = 0 THEN x ELSE x // abs(x) END;
CREATE MACRO trino_floor(x) AS floor(x);
CREATE MACRO trino_floor__integer(x) AS x;
CREATE MACRO trino_ceil(x) AS ceil(x);
CREATE MACRO trino_ceil__integer(x) AS x;
CREATE MACRO trino_ceiling(x) AS ceil(x);
CREATE MACRO trino_ceiling__integer(x) AS x;
CREATE MACRO trino_truncate
    (x) AS trunc(x),
    (x, n) AS trunc(x * CAST(pow(10, n) AS INTEGER)) / CAST(pow(10, n) AS INTEGER);
CREATE MACRO trino_cbrt(x) AS CASE WHEN pow(round(cbrt(x)), 3) = x THEN round(cbrt(x)) ELSE cbrt(x) END;
CREATE MACRO trino_sinh(x) AS sinh(CAST(x AS DOUBLE));
CREATE MACRO trino_cosh(x) AS cosh(CAST(x AS DOUBLE));
CREATE MACRO trino_bitwise_and(a, b) AS CAST(a AS BIGINT) & b;
CREATE MACRO trino_bitwise_or(a, b) AS CAST(a AS BIGINT) | b;
CREATE MACRO trino_bitwise_xor(a, b) AS xor(CAST(a AS BIGINT), b);
CREATE MACRO trino_bitwise_not(a) AS ~CAST(a AS BIGINT);
CREATE MACRO trino_log(b, x) AS ln(x) / ln(b);
CREATE MACRO trino_power(x, p) AS pow(CAST(x AS DOUBLE), p);
CREATE MACRO trino_pow(x, p) AS pow(CAST(x AS DOUBLE), p);
CREATE MACRO trino_e() AS exp(1e0);
CREATE MACRO trino_nan() AS CAST('NaN' AS DOUBLE);
CREATE MACRO trino_infinity() AS CAST('Infinity' AS DOUBLE);
CREATE MACRO trino_is_nan(x) AS isnan(x);
CREATE MACRO trino_is_finite(x) AS isfinite(x);
CREATE MACRO trino_is_infinite(x) AS isinf(x);
CREATE MACRO trino_width_bucket
    (x, low, high, n) AS
        CASE WHEN n <= 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: bucketCount must be greater than 0')
             WHEN low = high THEN athena_fail('INVALID_FUNCTION_ARGUMENT: bounds cannot equal each other')
             WHEN low < high THEN CASE WHEN x < low THEN 0 WHEN x >= high THEN n + 1
                  ELSE CAST(floor((x - low) * n / CAST(high - low AS DOUBLE)) AS BIGINT) + 1 END
             ELSE CASE WHEN x > low THEN 0 WHEN x <= high THEN n + 1
                  ELSE CAST(floor((low - x) * n / CAST(low - high AS DOUBLE)) AS BIGINT) + 1 END END,
    (x, bins) AS len(list_filter(bins, lambda b: b <= x));
CREATE MACRO trino_bit_count(x, bits) AS
    CASE WHEN bits < 2 OR bits > 64 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Bits specified in bit_count must be '
                                                     'between 2 and 64, got ' || bits)
         WHEN bits = 64 THEN bit_count(CAST(x AS BIGINT))
         WHEN x < -pow(2, bits - 1) OR x >= pow(2, bits - 1)
         THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Number must be representable with the bits specified. ' || x
                          || ' cannot be represented with ' || bits || ' bits')
         ELSE bit_count(CAST(x AS BIGINT) & (CAST(pow(2, bits) AS BIGINT) - 1)) END;
-- https://trino.io/docs/current/functions/aggregate.html
CREATE MACRO athena_sum(total) AS
    CASE WHEN total BETWEEN -9223372036854775808 AND 9223372036854775807 THEN CAST(total AS BIGINT)
         WHEN total IS NOT NULL
         THEN athena_fail('NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow: ' || total) END;
-- DuckDB adds up more than 38 digits; limit is below the least number that has as many.
CREATE MACRO athena_sum__decimal(total, most) AS
    CASE WHEN abs(CAST(total AS DOUBLE)) < most THEN total
         WHEN length(replace(CAST(abs(total) AS VARCHAR), '.', '')) > 38
         THEN [total][athena_fail('GENERIC_INTERNAL_ERROR: Decimal overflow')] ELSE total END;
CREATE MACRO athena_nan_first(x) AS CASE WHEN isnan(x) THEN CAST('-Infinity' AS DOUBLE) ELSE x END;
CREATE MACRO athena_finite(x) AS CASE WHEN isfinite(x) THEN x END;
CREATE MACRO athena_wilson(successes, trials, z, sign) AS
    (successes / CAST(trials AS DOUBLE) + z * z / (2 * trials)
     + sign * z * sqrt((successes / CAST(trials AS DOUBLE)) * (1 - successes / CAST(trials AS DOUBLE)) / trials
                       + z * z / (4e0 * trials * trials))) / (1 + z * z / trials);
CREATE MACRO trino_wilson_interval_lower(successes, trials, z) AS athena_wilson(successes, trials, z, -1);
CREATE MACRO trino_wilson_interval_upper(successes, trials, z) AS athena_wilson(successes, trials, z, 1);
CREATE MACRO athena_mod__integer(a, b) AS
    CASE WHEN b = 0 THEN athena_fail('GENERIC_INTERNAL_ERROR: / by zero') ELSE a % b END;
CREATE MACRO athena_modulo__decimal(a, b) AS
    CASE WHEN b = 0 THEN athena_fail('DIVISION_BY_ZERO: Division by zero') ELSE a % b END;
-- DuckDB refuses what has no real result; Trino's is NaN, as Java's.
CREATE MACRO trino_sqrt(x) AS CASE WHEN x < 0 THEN trino_nan() ELSE sqrt(x) END;
CREATE MACRO trino_ln(x) AS CASE WHEN x < 0 THEN trino_nan() WHEN x = 0 THEN -trino_infinity() ELSE ln(x) END;
CREATE MACRO trino_log10(x) AS CASE WHEN x < 0 THEN trino_nan() WHEN x = 0 THEN -trino_infinity() ELSE log10(x) END;
CREATE MACRO trino_log2(x) AS CASE WHEN x < 0 THEN trino_nan() WHEN x = 0 THEN -trino_infinity() ELSE log2(x) END;
CREATE MACRO trino_acos(x) AS CASE WHEN abs(x) > 1 THEN trino_nan() ELSE acos(x) END;
CREATE MACRO trino_asin(x) AS CASE WHEN abs(x) > 1 THEN trino_nan() ELSE asin(x) END;
CREATE MACRO athena_random(low, high, refusal) AS
    CASE WHEN high <= low THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: ', refusal))
    ELSE CAST(floor(random() * (high - low)) AS BIGINT) + low END;
