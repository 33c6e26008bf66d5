-- Trino functions that DuckDB lacks or defines otherwise. trino_<name> is Trino's <name>; rewrite/functions.py finds
-- them here by that prefix. trino_<name>__<family> is the form for a last argument of that family of types
-- (analysis/kinds.py). DuckDB's own overloading by type is not used: it guesses when an argument holds an aggregate.

-- A failing expression that carries Athena's message. error() is volatile, which TRY refuses.
CREATE MACRO athena_fail(message) AS CAST(concat('<<', message, '>>') AS INTEGER);

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
CREATE MACRO trino_truncate(x) AS trunc(x);
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
CREATE MACRO trino_width_bucket(x, low, high, n) AS
    CASE WHEN x < low THEN 0 WHEN x >= high THEN n + 1
         ELSE CAST(floor((x - low) * n / CAST(high - low AS DOUBLE)) AS BIGINT) + 1 END;

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
CREATE MACRO athena_to_varchar__double(x) AS
    CASE WHEN isnan(x) THEN 'NaN' WHEN isinf(x) THEN CASE WHEN x > 0 THEN 'Infinity' ELSE '-Infinity' END
         WHEN x = 0 THEN '0E0'
         ELSE athena_scientific(CASE WHEN x < 0 THEN '-' ELSE '' END, CAST(abs(x) AS VARCHAR)) END;
CREATE MACRO athena_to_varchar__json(x) AS
    CASE WHEN json_type(x) IN ('OBJECT', 'ARRAY')
         THEN CAST(athena_fail(concat('INVALID_CAST_ARGUMENT: Cannot cast ', x, ' to varchar')) AS VARCHAR)
         ELSE json_extract_string(x, '$') END;

-- https://trino.io/docs/current/functions/string.html
CREATE MACRO trino_split_part(s, d, n) AS
    CASE WHEN n < 1 THEN CAST(athena_fail('INVALID_FUNCTION_ARGUMENT: Index must be greater than zero') AS VARCHAR)
         WHEN n <= len(string_split(s, d)) THEN split_part(s, d, n) END;
CREATE MACRO trino_split
    (s, d) AS string_split(s, d),
    (s, d, n) AS CASE WHEN len(string_split(s, d)) <= n THEN string_split(s, d)
                      ELSE list_append(string_split(s, d)[:n - 1], array_to_string(string_split(s, d)[n:], d)) END;
CREATE MACRO trino_split_to_map(s, entry, pair) AS
    map(list_transform(string_split(s, entry), lambda e: split_part(e, pair, 1)),
        list_transform(string_split(s, entry), lambda e: split_part(e, pair, 2)));
CREATE MACRO trino_replace
    (s, part) AS replace(s, part, ''),
    (s, part, new) AS replace(s, part, new);
CREATE MACRO trino_reverse(s) AS reverse(s);
CREATE MACRO trino_reverse__array(a) AS list_reverse(a);
CREATE MACRO trino_substr
    (s, start) AS CASE WHEN start = 0 OR abs(start) > length(s) THEN '' ELSE substr(s, start) END,
    (s, start, n) AS CASE WHEN start = 0 OR n <= 0 OR abs(start) > length(s) THEN '' ELSE substr(s, start, n) END;
CREATE MACRO trino_substring
    (s, start) AS trino_substr(s, start),
    (s, start, n) AS trino_substr(s, start, n);
CREATE MACRO trino_strpos
    (s, part) AS strpos(s, part),
    (s, part, n) AS CASE WHEN len(string_split(s, part)) > n
                         THEN length(array_to_string(string_split(s, part)[:n], part)) + 1 ELSE 0 END;
CREATE MACRO trino_levenshtein_distance(a, b) AS levenshtein(a, b);
CREATE MACRO trino_hamming_distance(a, b) AS hamming(a, b);
CREATE MACRO trino_codepoint(s) AS CAST(unicode(s) AS INTEGER);
CREATE MACRO trino_to_utf8(s) AS encode(s);
CREATE MACRO trino_from_utf8(b) AS decode(b);
CREATE MACRO trino_to_hex(b) AS hex(b);
CREATE MACRO trino_from_hex(s) AS unhex(s);
CREATE MACRO trino_to_base64(b) AS to_base64(b);
CREATE MACRO trino_from_base64(s) AS from_base64(s);
CREATE MACRO trino_md5(b) AS unhex(md5(b));
CREATE MACRO trino_sha1(b) AS unhex(sha1(b));
CREATE MACRO trino_sha256(b) AS unhex(sha256(b));

-- https://trino.io/docs/current/functions/regexp.html
CREATE MACRO trino_regexp_like(s, p) AS regexp_matches(s, p);
CREATE MACRO trino_regexp_extract
    (s, p) AS CASE WHEN regexp_matches(s, p) THEN regexp_extract(s, p) END,
    (s, p, g) AS CASE WHEN regexp_matches(s, p) THEN regexp_extract(s, p, g) END;
CREATE MACRO trino_regexp_extract_all
    (s, p) AS regexp_extract_all(s, p),
    (s, p, g) AS regexp_extract_all(s, p, g);
CREATE MACRO trino_regexp_count(s, p) AS len(regexp_extract_all(s, p));
CREATE MACRO trino_regexp_split(s, p) AS regexp_split_to_array(s, p);
CREATE MACRO trino_regexp_replace
    (s, p) AS regexp_replace(s, p, '', 'g'),
    (s, p, r) AS regexp_replace(s, p, regexp_replace(r, '\$([0-9])', '\\\1', 'g'), 'g');

-- https://trino.io/docs/current/functions/url.html
-- What is no URI has no parts; a part that is missing is empty.
CREATE MACRO athena_uri(u) AS CASE WHEN regexp_full_match(u, '([^\s<>"{}|\\^`%]|%[0-9a-fA-F]{2})*') THEN u END;
CREATE MACRO trino_url_extract_protocol(u) AS regexp_extract(athena_uri(u), '^([a-zA-Z][a-zA-Z0-9+.-]*):', 1);
CREATE MACRO trino_url_extract_host(u) AS
    regexp_extract(athena_uri(u), '^[^:/?#]+://(?:[^/?#@]*@)?([^/?#:]*)', 1);
CREATE MACRO trino_url_extract_port(u) AS
    TRY_CAST(regexp_extract(u, '^[^:/?#]+://(?:[^/?#@]*@)?[^/?#:]*:([0-9]+)', 1) AS BIGINT);
CREATE MACRO trino_url_extract_path(u) AS
    regexp_extract(athena_uri(u), '^(?:[^:/?#]+:)?(?://[^/?#]*)?([^?#]*)', 1);
CREATE MACRO trino_url_extract_query(u) AS regexp_extract(athena_uri(u), '^[^?#]*\?([^#]*)', 1);
CREATE MACRO trino_url_extract_fragment(u) AS regexp_extract(athena_uri(u), '#(.*)$', 1);
CREATE MACRO trino_url_extract_parameter(u, name) AS
    list_transform(list_filter(string_split(trino_url_extract_query(u), '&'),
                               lambda p: p <> '' AND url_decode(split_part(p, '=', 1)) = name),
                   lambda p: url_decode(replace(substr(p, length(split_part(p, '=', 1)) + 2), '+', ' ')))[1];
CREATE MACRO trino_url_decode(u) AS url_decode(replace(u, '+', ' '));
CREATE MACRO trino_url_encode(u) AS replace(url_encode(u), '%20', '+');

-- https://trino.io/docs/current/functions/datetime.html
CREATE MACRO athena_whole_days(x) AS
    CASE WHEN x = CAST(x AS DATE) THEN CAST(x AS DATE)
         ELSE CAST('<<INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date>>' AS DATE) END;
CREATE MACRO athena_plus__date(x, i) AS athena_whole_days(x + i);
CREATE MACRO athena_minus__date(x, i) AS athena_whole_days(x - i);
CREATE MACRO trino_date(x) AS CAST(x AS DATE);
-- unit, if it is one of those listed.
CREATE MACRO athena_unit(unit, units, kind) AS
    CASE WHEN list_contains(units, lower(unit)) THEN unit
         ELSE CAST(athena_fail(concat('INVALID_FUNCTION_ARGUMENT: ''', unit, ''' is not a valid ', kind, ' field'))
                   AS VARCHAR) END;
CREATE MACRO athena_date_unit(unit) AS athena_unit(unit, ['day', 'week', 'month', 'quarter', 'year'], 'DATE');
CREATE MACRO trino_date_trunc(unit, x) AS
    date_trunc(athena_unit(unit, ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
                           'TIMESTAMP'), x);
CREATE MACRO trino_date_trunc__date(unit, x) AS CAST(date_trunc(athena_date_unit(unit), x) AS DATE);
CREATE MACRO trino_date_diff(unit, a, b) AS date_sub(unit, a, b);
CREATE MACRO athena_interval(unit, n) AS
    CASE lower(unit)
        WHEN 'millisecond' THEN to_milliseconds(n) WHEN 'second' THEN to_seconds(n) WHEN 'minute' THEN to_minutes(n)
        WHEN 'hour' THEN to_hours(n) WHEN 'day' THEN to_days(CAST(n AS INTEGER)) WHEN 'week' THEN to_weeks(CAST(n AS INTEGER))
        WHEN 'month' THEN to_months(CAST(n AS INTEGER)) WHEN 'quarter' THEN to_months(CAST(3 * n AS INTEGER))
        WHEN 'year' THEN to_years(CAST(n AS INTEGER))
        ELSE to_days(athena_fail(concat('INVALID_FUNCTION_ARGUMENT: ''', unit, ''' is not a valid TIMESTAMP field'))) END;
CREATE MACRO trino_date_add(unit, n, x) AS x + athena_interval(unit, n);
CREATE MACRO trino_date_add__date(unit, n, x) AS CAST(x + athena_interval(athena_date_unit(unit), n) AS DATE);
CREATE MACRO trino_now() AS current_timestamp;
CREATE MACRO trino_year(x) AS year(x);
CREATE MACRO trino_quarter(x) AS quarter(x);
CREATE MACRO trino_month(x) AS month(x);
CREATE MACRO trino_week(x) AS week(x);
CREATE MACRO trino_week_of_year(x) AS week(x);
CREATE MACRO trino_year_of_week(x) AS isoyear(x);
CREATE MACRO trino_yow(x) AS isoyear(x);
CREATE MACRO trino_day(x) AS day(x);
CREATE MACRO trino_day_of_month(x) AS day(x);
CREATE MACRO trino_day_of_week(x) AS isodow(x);
CREATE MACRO trino_dow(x) AS isodow(x);
CREATE MACRO trino_day_of_year(x) AS dayofyear(x);
CREATE MACRO trino_doy(x) AS dayofyear(x);
CREATE MACRO trino_hour(x) AS hour(x);
CREATE MACRO trino_minute(x) AS minute(x);
CREATE MACRO trino_second(x) AS second(x);
CREATE MACRO trino_millisecond(x) AS millisecond(x) % 1000;
CREATE MACRO trino_last_day_of_month(x) AS last_day(x);
CREATE MACRO trino_from_unixtime(x) AS to_timestamp(x);
CREATE MACRO trino_to_unixtime(x) AS epoch(x);
CREATE MACRO trino_to_milliseconds(x) AS CAST(epoch(x) * 1000 AS BIGINT);
CREATE MACRO athena_iso(s, pattern) AS
    CASE WHEN s IS NULL OR regexp_full_match(s, pattern) THEN s
         ELSE concat('<<INVALID_FUNCTION_ARGUMENT: Invalid format: "', s, '">>') END;
CREATE MACRO trino_from_iso8601_timestamp(s) AS CAST(athena_iso(s,
    '[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?')
    AS TIMESTAMPTZ);
CREATE MACRO trino_from_iso8601_date(s) AS CAST(athena_iso(s, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AS DATE);
CREATE MACRO trino_to_iso8601(x) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%g');
CREATE MACRO trino_to_iso8601__date(x) AS strftime(x, '%Y-%m-%d');
CREATE MACRO trino_to_iso8601__moment(x) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%gZ');
CREATE MACRO trino_at_timezone(x, zone) AS timezone(zone, CAST(x AS TIMESTAMPTZ));
CREATE MACRO trino_with_timezone(x, zone) AS timezone(zone, CAST(x AS TIMESTAMP));

-- https://trino.io/docs/current/functions/json.html
CREATE MACRO athena_json(x) AS CASE WHEN json_valid(x) THEN x END;
CREATE MACRO trino_json_parse(x) AS json(x);
CREATE MACRO trino_json_format(x) AS CAST(x AS VARCHAR);
CREATE MACRO trino_json_extract(x, path) AS json_extract(athena_json(x), path);
CREATE MACRO trino_json_extract_scalar(x, path) AS
    CASE WHEN json_type(athena_json(x), path) NOT IN ('OBJECT', 'ARRAY', 'NULL')
         THEN json_extract_string(athena_json(x), path) END;
CREATE MACRO trino_json_array_length(x) AS
    CASE WHEN json_type(athena_json(x)) = 'ARRAY' THEN CAST(json_array_length(athena_json(x)) AS BIGINT) END;
CREATE MACRO trino_json_size(x, path) AS
    CAST(CASE json_type(athena_json(x), path) WHEN 'ARRAY' THEN json_array_length(athena_json(x), path)
         WHEN 'OBJECT' THEN len(json_keys(athena_json(x), path)) WHEN NULL THEN NULL
         ELSE CASE WHEN json_exists(athena_json(x), path) THEN 0 END END AS BIGINT);

-- https://trino.io/docs/current/functions/array.html and map.html
CREATE MACRO trino_cardinality(x) AS len(x);
CREATE MACRO trino_cardinality__map(x) AS len(map_keys(x));
-- Whether an array has x is not known when it has a NULL instead.
CREATE MACRO athena_without_nulls(a) AS list_filter(a, lambda x: x IS NOT NULL);
CREATE MACRO trino_contains(a, x) AS
    CASE WHEN list_contains(a, x) THEN true WHEN len(athena_without_nulls(a)) < len(a) OR x IS NULL THEN NULL
         WHEN a IS NOT NULL THEN false END;
CREATE MACRO trino_element_at(a, k) AS a[k];
CREATE MACRO athena_element__array(a, i) AS
    a[CASE WHEN i = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1') ELSE i END];
CREATE MACRO trino_array_distinct(a) AS
    list_filter(a, lambda x, i: len(list_filter(a[:i - 1], lambda y: y IS NOT DISTINCT FROM x)) = 0);
CREATE MACRO athena_has(a, x) AS len(list_filter(a, lambda y: y IS NOT DISTINCT FROM x)) > 0;
CREATE MACRO trino_array_union(a, b) AS trino_array_distinct(list_concat(a, b));
CREATE MACRO trino_array_intersect(a, b) AS list_filter(trino_array_distinct(a), lambda x: athena_has(b, x));
CREATE MACRO trino_array_except(a, b) AS list_filter(trino_array_distinct(a), lambda x: NOT athena_has(b, x));
CREATE MACRO trino_trim_array(a, n) AS a[:len(a) - n];
CREATE MACRO athena_subscript(a, k) AS a[k];
CREATE MACRO athena_subscript__array(a, i) AS
    a[CASE WHEN i > len(a) THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or '
                                                   'equal to array length: ', i, ' > ', len(a)))
           WHEN i = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1')
           WHEN i < 0 THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Array subscript is negative: ', i))
           ELSE i END];
CREATE MACRO athena_subscript__map(m, k) AS
    map_values(m)[CASE WHEN NOT list_contains(map_keys(m), k)
                       THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Key not present in map: ', k))
                       ELSE list_position(map_keys(m), k) END];
CREATE MACRO trino_array_join
    (a, d) AS array_to_string(list_filter(a, lambda x: x IS NOT NULL), d),
    (a, d, n) AS array_to_string(list_transform(a, lambda x: coalesce(CAST(x AS VARCHAR), n)), d);
CREATE MACRO trino_array_max(a) AS CASE WHEN len(a) = len(list_filter(a, lambda x: x IS NOT NULL)) THEN list_max(a) END;
CREATE MACRO trino_array_min(a) AS CASE WHEN len(a) = len(list_filter(a, lambda x: x IS NOT NULL)) THEN list_min(a) END;
CREATE MACRO trino_array_sort(a) AS list_sort(a, 'ASC', 'NULLS LAST');
CREATE MACRO trino_array_position(a, x) AS CAST(coalesce(list_position(a, x), 0) AS BIGINT);
CREATE MACRO trino_array_remove(a, x) AS list_filter(a, lambda y: y IS DISTINCT FROM x);
CREATE MACRO trino_arrays_overlap(a, b) AS
    CASE WHEN list_has_any(athena_without_nulls(a), athena_without_nulls(b)) THEN true
         WHEN len(athena_without_nulls(a)) = len(a) AND len(athena_without_nulls(b)) = len(b) THEN false END;
CREATE MACRO trino_slice(a, start, n) AS list_slice(a, start, start + n - 1);
CREATE MACRO trino_flatten(a) AS flatten(a);
CREATE MACRO trino_repeat(x, n) AS list_transform(range(n), lambda i: x);
CREATE MACRO trino_sequence
    (a, b) AS generate_series(CAST(a AS BIGINT), b, CASE WHEN a <= b THEN 1 ELSE -1 END),
    (a, b, step) AS generate_series(
        CAST(a AS BIGINT), b,
        CASE WHEN step = 0 OR (b - a) * step < 0
             THEN athena_fail('INVALID_FUNCTION_ARGUMENT: sequence step must lead from start to stop') ELSE step END);
CREATE MACRO athena_sequence__timestamp(a, b, step) AS generate_series(a, b, step);
CREATE MACRO athena_sequence__moment(a, b, step) AS generate_series(a, b, step);
CREATE MACRO athena_sequence__date(a, b, step) AS CAST(generate_series(a, b, step) AS DATE[]);
CREATE MACRO trino_map (k, v) AS map(k, v);
-- One entry for each key.
CREATE MACRO athena_first_entries(e) AS
    list_filter(list_sort(e), lambda x, i: i = 1 OR x[1] IS DISTINCT FROM list_sort(e)[i - 1][1]);
CREATE MACRO trino_map_keys(m) AS map_keys(m);
CREATE MACRO trino_map_values(m) AS map_values(m);
CREATE MACRO trino_map_entries(m) AS list_transform(map_entries(m), lambda e: row(e.key, e.value));
CREATE MACRO trino_map_from_entries(e) AS map_from_entries(e);
