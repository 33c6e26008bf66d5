-- Casts that DuckDB forgives and Trino refuses. https://trino.io/docs/current/functions/conversion.html
-- What is no such text is a message instead, which no cast reads either: CAST fails with it, and TRY_CAST is NULL.
CREATE MACRO athena_readable(x, is_right, message) AS
    CASE WHEN x IS NULL OR is_right THEN x ELSE concat('<<INVALID_CAST_ARGUMENT: ', message, '>>') END;
CREATE MACRO athena_text_of_integers(x, type) AS
    athena_readable(x, regexp_full_match(x, '[+-]?[0-9]+'), concat('Cannot cast ''', x, ''' to ', type));
CREATE MACRO athena_is_floating(x) AS
    regexp_full_match(x, '\s*[+-]?(NaN|Infinity|([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?[fFdD]?)\s*');
CREATE MACRO athena_without_letter(x) AS regexp_replace(x, '([0-9.])[fFdD]\s*$', '\1');
CREATE MACRO athena_text_of_double(x) AS
    athena_without_letter(athena_readable(x, athena_is_floating(x), concat('Cannot cast ''', x, ''' to DOUBLE')));
CREATE MACRO athena_text_of_real(x) AS
    athena_without_letter(athena_readable(x, athena_is_floating(x), concat('Cannot cast ''', x, ''' to REAL')));
CREATE MACRO athena_text_of_boolean(x) AS
    CASE WHEN lower(x) IN ('t', 'true', '1') THEN 'true' WHEN lower(x) IN ('f', 'false', '0') THEN 'false'
         ELSE athena_readable(x, false, concat('Cannot cast ''', x, ''' to BOOLEAN')) END;
CREATE MACRO athena_text_of_date(x) AS
    athena_readable(x, regexp_full_match(trim(x), '[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}'),
                    concat('Value cannot be cast to date: ', x));
-- The zone is left out: the clock stays what it shows.
CREATE MACRO athena_text_of_timestamp(x) AS
    regexp_replace(athena_readable(x, regexp_full_match(trim(x),
        '[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}( [0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\.[0-9]+)?)?( ?[A-Za-z][\w/+-]*| ?[+-][0-9:]+)?)?'),
        concat('Value cannot be cast to timestamp: ', x)), '^([^<]*:[0-9.]+) ?[A-Za-z+-].*', '\1');
-- DuckDB wants an offset right behind the time.
CREATE MACRO athena_text_of_moment(x) AS regexp_replace(x, ' ([+-][0-9])', '\1');

CREATE MACRO athena_double_to_integer(x, half, source, target) AS
    CASE WHEN isnan(x) THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ', source, ' NaN to ', target))
         WHEN round(x) < -half OR round(x) >= half
         THEN athena_fail(concat('NUMERIC_VALUE_OUT_OF_RANGE: Out of range for ', target, ': ', py_java_double(x)))
         ELSE round(x) END;
CREATE MACRO athena_double_to_bigint(x, half, source, target) AS
    CASE WHEN isnan(x) THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ', source, ' NaN to ', target))
         WHEN round(x) < -half OR round(x) >= half
         THEN athena_fail(concat('INVALID_CAST_ARGUMENT: Unable to cast ', py_java_double(x), ' to ', target))
         ELSE round(x) END;
CREATE MACRO athena_double_to_real(x) AS
    CASE WHEN abs(x) >= 3.4028235677973366e38 THEN CAST(sign(x) * CAST('Infinity' AS DOUBLE) AS FLOAT)
         ELSE CAST(x AS FLOAT) END;
CREATE MACRO athena_double_text(x) AS CAST(x AS VARCHAR);
CREATE MACRO athena_rounded_time(x, unit) AS make_timestamp((epoch_us(x) + unit // 2) // unit * unit);
CREATE MACRO athena_only(a) AS a[1];
CREATE MACRO athena_map_of_entries(e) AS
    CASE WHEN len(list_distinct(list_transform(e, lambda x: x[1]))) < len(e)
         THEN map_from_entries(e[athena_fail('INVALID_CAST_ARGUMENT: duplicate keys'):]) ELSE map_from_entries(e) END;

-- A double as text is one digit, a point, the rest, and the exponent: 1.5E0. DuckDB writes 0.0015, 1.5 or 1.5e+20.
CREATE MACRO athena_digits(t) AS trim(replace(regexp_replace(t, 'e.*', ''), '.', ''), '0');
CREATE MACRO athena_exponent(t) AS
    CASE WHEN contains(t, 'e') THEN CAST(split_part(t, 'e', 2) AS INTEGER)
         WHEN starts_with(t, '0.') THEN length(ltrim(substr(t, 3), '0')) - length(t) + 1
         ELSE strpos(t, '.') - 2 END;
CREATE MACRO athena_scientific(sign, t) AS
    concat(sign, athena_digits(t)[1], '.', CASE WHEN length(athena_digits(t)) = 1 THEN '0'
                                                ELSE substr(athena_digits(t), 2) END, 'E', athena_exponent(t));
-- DuckDB leaves out the 0 of a decimal whose digits are all behind the point.
CREATE MACRO athena_to_varchar__decimal(x) AS regexp_replace(CAST(x AS VARCHAR), '^(-?)\.', '\10.');
CREATE MACRO athena_to_varchar__double(x) AS
    CASE WHEN isnan(x) THEN 'NaN' WHEN isinf(x) THEN CASE WHEN x > 0 THEN 'Infinity' ELSE '-Infinity' END
         WHEN x = 0 THEN '0E0'
         ELSE athena_scientific(CASE WHEN x < 0 THEN '-' ELSE '' END, CAST(abs(x) AS VARCHAR)) END;
CREATE MACRO athena_to_varchar__json(x) AS
    CASE WHEN json_type(x) IN ('OBJECT', 'ARRAY')
         THEN CAST(athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ', x, ' to varchar')) AS VARCHAR)
         WHEN json_type(x) = 'DOUBLE' THEN athena_to_varchar__double(CAST(x AS DOUBLE))
         ELSE json_extract_string(x, '$') END;
CREATE MACRO athena_fitting(t, n) AS
    CASE WHEN length(t) <= n THEN t WHEN t IS NOT NULL
         THEN CAST(athena_fail(concat('INVALID_CAST_ARGUMENT: Value ', t, ' cannot be represented as varchar(', n, ')'))
                   AS VARCHAR) END;
CREATE MACRO athena_on_a_day(x) AS DATE '1970-01-01' + x;
CREATE MACRO athena_sign(x) AS CASE WHEN x < 0 THEN '-' ELSE '' END;
CREATE MACRO athena_millis_text(sign, ms) AS
    printf('%s%d %02d:%02d:%02d.%03d', sign, ms // 86400000, ms // 3600000 % 24, ms // 60000 % 60, ms // 1000 % 60, ms % 1000);
CREATE MACRO athena_to_varchar__days(i) AS athena_millis_text(athena_sign(epoch_ms(i)), abs(epoch_ms(i)));
CREATE MACRO athena_months_text(sign, months) AS printf('%s%d-%d', sign, months // 12, months % 12);
CREATE MACRO athena_months(i) AS date_part('year', i) * 12 + date_part('month', i);
CREATE MACRO athena_to_varchar__months(i) AS athena_months_text(athena_sign(athena_months(i)), abs(athena_months(i)));
-- A number in JSON is written as Java writes it; what is no number is a text.
CREATE MACRO athena_json__double(x) AS
    CASE WHEN isnan(x) OR isinf(x) THEN to_json(py_java_double(x))
         WHEN abs(x) >= 1e-3 AND abs(x) < 1e7 THEN to_json(x) ELSE CAST(py_java_double(x) AS JSON) END;
CREATE MACRO athena_json__decimal(x) AS CAST(athena_to_varchar__decimal(x) AS JSON);
-- DuckDB writes the numbers inside arrays and objects anew.
CREATE MACRO athena_json_numbers(j) AS
    CASE WHEN regexp_matches(j, '[0-9]{8}\.|[0-9]e|0\.000') THEN CAST(py_json_plain(CAST(j AS VARCHAR)) AS JSON) ELSE j END;
CREATE MACRO athena_in_order(e) AS map_from_entries(list_sort(e));
-- The text of a double in JSON is that of cast(double as varchar), 1.5E0, where a varchar is wanted.
CREATE MACRO athena_json_texts(j, shape) AS
    CASE WHEN regexp_matches(j, '[0-9][.eE]') THEN CAST(py_json_texts(CAST(j AS VARCHAR), shape) AS JSON) ELSE j END;
