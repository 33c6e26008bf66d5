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
CREATE MACRO athena_time_unit(unit) AS athena_unit(unit, ['millisecond', 'second', 'minute', 'hour'], 'TIME');
CREATE MACRO trino_date_trunc__time(unit, x) AS
    CAST(date_trunc(athena_time_unit(unit), DATE '1970-01-01' + x) AS TIME);
CREATE MACRO trino_date_diff__time(unit, a, b) AS date_sub(athena_time_unit(unit), a, b);
CREATE MACRO trino_date_diff(unit, a, b) AS
    date_sub(athena_unit(unit, ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
                         'TIMESTAMP'), a, b);
CREATE MACRO trino_date_diff__date(unit, a, b) AS date_sub(athena_date_unit(unit), a, b);
CREATE MACRO athena_interval(unit, n) AS
    CASE lower(unit)
        WHEN 'millisecond' THEN to_milliseconds(n) WHEN 'second' THEN to_seconds(n) WHEN 'minute' THEN to_minutes(n)
        WHEN 'hour' THEN to_hours(n) WHEN 'day' THEN to_days(CAST(n AS INTEGER)) WHEN 'week' THEN to_weeks(CAST(n AS INTEGER))
        WHEN 'month' THEN to_months(CAST(n AS INTEGER)) WHEN 'quarter' THEN to_months(CAST(3 * n AS INTEGER))
        WHEN 'year' THEN to_years(CAST(n AS INTEGER))
        ELSE to_days(athena_fail(concat('INVALID_FUNCTION_ARGUMENT: ''', unit, ''' is not a valid TIMESTAMP field'))) END;
CREATE MACRO trino_date_add(unit, n, x) AS x + athena_interval(unit, n);
CREATE MACRO trino_date_add__date(unit, n, x) AS CAST(x + athena_interval(athena_date_unit(unit), n) AS DATE);
CREATE MACRO trino_date_add__time(unit, n, x) AS CAST(x + athena_interval(athena_time_unit(unit), n) AS TIME);
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
CREATE MACRO athena_iso(s, pattern) AS CASE WHEN regexp_full_match(s, pattern) THEN s END;
-- Not coalesce: in TRY it may have no part that fails (rewrite/tries.py).
CREATE MACRO athena_unless_null(x, y) AS CASE WHEN x IS NOT NULL THEN x ELSE y END;
CREATE MACRO trino_from_iso8601_timestamp(s) AS athena_unless_null(TRY_CAST(athena_iso(s,
    '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?') AS TIMESTAMPTZ),
    CAST(athena_text_of_moment(py_iso_moment(s)) AS TIMESTAMPTZ));
CREATE MACRO trino_from_iso8601_date(s) AS
    athena_unless_null(TRY_CAST(athena_iso(s, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AS DATE), CAST(py_iso_date(s) AS DATE));
CREATE MACRO athena_century(x) AS year(x) // 100;
CREATE MACRO athena_hour_from_noon(x) AS hour(x) % 12;
CREATE MACRO athena_clock_hour(x) AS (hour(x) + 23) % 24 + 1;
-- The zone of an ISO 8601 text: +02:00 of +02, +0200 and +02:00, UTC of Z and none.
CREATE MACRO athena_colon(o) AS CASE WHEN o = '' THEN 'UTC' WHEN length(o) = 3 THEN concat(o, ':00')
                                     WHEN length(o) = 5 THEN concat(o[:3], ':', o[4:]) ELSE o END;
CREATE MACRO athena_iso_zone(s) AS
    CASE WHEN ends_with(s, 'Z') THEN 'UTC' ELSE athena_colon(regexp_extract(s, 'T.*([+-][0-9:]+)$', 1)) END;
-- The zone at the end of a timestamp's text.
CREATE MACRO athena_text_zone(s) AS
    CASE regexp_extract(s, '[0-9] ?([A-Za-z][\w/+-]*|[+-][0-9:]+)\s*$', 1) WHEN '' THEN 'UTC' WHEN 'Z' THEN 'UTC'
         ELSE regexp_extract(s, ':[0-9.]+ ?([A-Za-z][\w/+-]*|[+-][0-9:]+)\s*$', 1) END;
-- A moment with the zone of its row. It stands here once: what stands twice DuckDB computes once, outside of TRY.
CREATE MACRO athena_zoned(moment, zone) AS
    list_filter([struct_pack(m := moment, z := zone)], lambda s: s.m IS NOT NULL AND s.z IS NOT NULL)[1];
CREATE MACRO athena_offset_text(hours, minutes) AS
    CASE WHEN hours = 0 AND minutes = 0 THEN 'UTC'
         ELSE printf('%s%02d:%02d', CASE WHEN hours < 0 OR minutes < 0 THEN '-' ELSE '+' END, abs(hours), abs(minutes)) END;
-- The interval of an offset like -05:30.
CREATE MACRO athena_offset_interval(z) AS
    to_minutes(CAST(concat(z[1], 1) AS INTEGER) * (CAST(z[2:3] AS INTEGER) * 60 + coalesce(TRY_CAST(z[5:6] AS INTEGER), 0)));
CREATE MACRO athena_clock(z, x) AS
    CASE WHEN z = 'UTC' THEN timezone('UTC', x) WHEN z[1] IN ('+', '-') THEN timezone('UTC', x) + athena_offset_interval(z)
         ELSE timezone(z, x) END;
-- Of the two moments at which a clock that is put back shows a time, the first one; DuckDB's is the second.
CREATE MACRO athena_first_of(z, x, clock) AS
    CASE WHEN timezone(z, x - INTERVAL 1 HOUR) = clock THEN x - INTERVAL 1 HOUR
         WHEN timezone(z, x - INTERVAL 30 MINUTE) = clock THEN x - INTERVAL 30 MINUTE ELSE x END;
CREATE MACRO athena_moment_in(z, clock) AS athena_first_of(z, timezone(z, clock), clock);
CREATE MACRO athena_moment(z, clock) AS
    CASE WHEN z = 'UTC' THEN timezone('UTC', clock)
         WHEN z[1] IN ('+', '-') THEN timezone('UTC', clock - athena_offset_interval(z)) ELSE athena_moment_in(z, clock) END;
-- The minutes between the clock of a zone and UTC's.
CREATE MACRO athena_offset_minutes(clock, x) AS CAST((epoch(clock) - epoch(x)) / 60 AS BIGINT);
CREATE MACRO athena_offset(clock, x) AS
    printf('%s%02d:%02d', CASE WHEN athena_offset_minutes(clock, x) < 0 THEN '-' ELSE '+' END,
           abs(athena_offset_minutes(clock, x)) // 60, abs(athena_offset_minutes(clock, x)) % 60);
CREATE MACRO athena_timezone_hour(clock, x) AS athena_offset_minutes(clock, x) // 60;
CREATE MACRO athena_timezone_minute(clock, x) AS athena_offset_minutes(clock, x) % 60;
CREATE MACRO trino_timezone_hour(x) AS CAST(0 AS BIGINT);
CREATE MACRO trino_timezone_minute(x) AS CAST(0 AS BIGINT);
CREATE MACRO trino_from_unixtime_nanos(x) AS to_timestamp(CAST(x AS HUGEINT) / 1000000000);
CREATE MACRO athena_interval_part(i, unit, most) AS
    CASE WHEN most = 0 THEN CAST(trunc(epoch_ms(i) / unit) AS BIGINT)
         ELSE CAST(trunc(epoch_ms(i) / unit) AS BIGINT) % most END;
CREATE MACRO athena_interval_sum(total) AS to_milliseconds(CAST(round(total) AS BIGINT));
-- A time as Java writes it: no seconds if there are none, and their fraction by three digits.
CREATE MACRO athena_java_time(x, ending) AS
    concat(strftime(x, '%Y-%m-%dT%H:%M'),
           CASE WHEN microsecond(x) = 0 THEN '' WHEN microsecond(x) % 1000000 = 0 THEN strftime(x, ':%S')
                WHEN microsecond(x) % 1000 = 0 THEN strftime(x, ':%S.%g') ELSE strftime(x, ':%S.%f') END, ending);
