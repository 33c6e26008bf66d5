-- Casts that DuckDB forgives and Trino refuses. https://trino.io/docs/current/functions/conversion.html
CREATE MACRO athena_to_integer__varchar(x) AS
    CASE WHEN regexp_full_match(x, '[+-]?[0-9]+') THEN CAST(x AS INTEGER)
         WHEN x IS NOT NULL THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ''', x, ''' to INT')) END;
CREATE MACRO athena_to_integer__double(x) AS CAST(round(x) AS INTEGER);
CREATE MACRO athena_to_bigint__varchar(x) AS
    CASE WHEN regexp_full_match(x, '[+-]?[0-9]+') THEN CAST(x AS BIGINT)
         WHEN x IS NOT NULL THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ''', x, ''' to BIGINT')) END;
CREATE MACRO athena_to_bigint__double(x) AS CAST(round(x) AS BIGINT);

CREATE MACRO athena_to_date__varchar(x) AS
    CAST(CASE WHEN x IS NULL OR regexp_full_match(trim(x), '[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}') THEN x
         ELSE concat('<<INVALID_CAST_ARGUMENT: Value cannot be cast to date: ', x, '>>') END AS DATE);
CREATE MACRO athena_to_timestamp__varchar(x) AS
    CAST(CASE WHEN x IS NULL OR regexp_full_match(trim(x),
                  '[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}( [0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\.[0-9]+)?)?)?') THEN x
         ELSE concat('<<INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: ', x, '>>') END AS TIMESTAMP);

CREATE MACRO athena_to_boolean__varchar(x) AS
    CASE WHEN lower(x) IN ('t', 'true', '1') THEN true WHEN lower(x) IN ('f', 'false', '0') THEN false
         WHEN x IS NOT NULL
         THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ''', x, ''' to BOOLEAN')) = 0 END;
-- A double as text is one digit, a point, the rest, and the exponent: 1.5E0. DuckDB writes 0.0015, 1.5 or 1.5e+20.
CREATE MACRO athena_digits(t) AS trim(replace(regexp_replace(t, 'e.*', ''), '.', ''), '0');
CREATE MACRO athena_exponent(t) AS
    CASE WHEN contains(t, 'e') THEN CAST(split_part(t, 'e', 2) AS INTEGER)
         WHEN starts_with(t, '0.') THEN length(ltrim(substr(t, 3), '0')) - length(t) + 1
         ELSE strpos(t, '.') - 2 END;
CREATE MACRO athena_scientific(sign, t) AS
    concat(sign, athena_digits(t)[1], '.', CASE WHEN length(athena_digits(t)) = 1 THEN '0'
                                                ELSE substr(athena_digits(t), 2) END, 'E', athena_exponent(t));
CREATE MACRO athena_to_varchar(x) AS CAST(x AS VARCHAR);
-- DuckDB leaves out the 0 of a decimal whose digits are all behind the point.
CREATE MACRO athena_to_varchar__decimal(x) AS regexp_replace(CAST(x AS VARCHAR), '^(-?)\.', '\10.');
CREATE MACRO athena_to_varchar__double(x) AS
    CASE WHEN isnan(x) THEN 'NaN' WHEN isinf(x) THEN CASE WHEN x > 0 THEN 'Infinity' ELSE '-Infinity' END
         WHEN x = 0 THEN '0E0'
         ELSE athena_scientific(CASE WHEN x < 0 THEN '-' ELSE '' END, CAST(abs(x) AS VARCHAR)) END;
CREATE MACRO athena_to_varchar__json(x) AS
    CASE WHEN json_type(x) IN ('OBJECT', 'ARRAY')
         THEN CAST(athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ', x, ' to varchar')) AS VARCHAR)
         ELSE json_extract_string(x, '$') END;
CREATE MACRO athena_fitting(t, n) AS
    CASE WHEN length(t) <= n THEN t WHEN t IS NOT NULL
         THEN CAST(athena_fail(concat('INVALID_CAST_ARGUMENT: Value ', t, ' cannot be represented as varchar(', n, ')'))
                   AS VARCHAR) END;
