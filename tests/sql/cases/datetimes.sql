-- Dates, times, intervals and zones · Trino 435

SELECT date '2026-11-23', timestamp '2026-11-23 22:05:09', timestamp '2026-11-23 22:05:09.123';
-- ["_col0 date", "_col1 timestamp(3)", "_col2 timestamp(3)"]
-- ["2026-11-23", "2026-11-23 22:05:09.000", "2026-11-23 22:05:09.123"]

SELECT timestamp '2026-11-23 22:05:09 UTC';
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 UTC"]

SELECT timestamp '2026-11-23 22:05:09 Europe/Berlin';
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 Europe/Berlin"]

SELECT time '22:05:09';
-- ["_col0 time(3)"]
-- ["22:05:09.000"]

SELECT date '2026-11-23' + interval '1' day, date '2026-11-23' - interval '1' day;
-- ["_col0 date", "_col1 date"]
-- ["2026-11-24", "2026-11-22"]

SELECT date '2026-01-31' + interval '1' month, date '2024-02-29' + interval '1' year;
-- ["_col0 date", "_col1 date"]
-- ["2026-02-28", "2025-02-28"]

SELECT date '2026-11-23' + interval '1' hour;
-- error INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date

SELECT timestamp '2026-01-31 23:00:00' + interval '2' hour, timestamp '2026-01-31 23:00:00' - interval '30' minute;
-- ["_col0 timestamp(3)", "_col1 timestamp(3)"]
-- ["2026-02-01 01:00:00.000", "2026-01-31 22:30:00.000"]

SELECT timestamp '2026-01-31 23:00:00' + interval '1' month;
-- ["_col0 timestamp(3)"]
-- ["2026-02-28 23:00:00.000"]

SELECT interval '1' day;
-- ["_col0 interval day to second"]
-- ["1 00:00:00.000"]

SELECT interval '90' minute;
-- ["_col0 interval day to second"]
-- ["0 01:30:00.000"]

SELECT interval '1' month;
-- ["_col0 interval year to month"]
-- ["0-1"]

SELECT interval '1' day + interval '3' hour;
-- ["_col0 interval day to second"]
-- ["1 03:00:00.000"]

SELECT interval '2' day * 3;
-- ["_col0 interval day to second"]
-- ["6 00:00:00.000"]

SELECT timestamp '2026-11-23 22:00:00' - timestamp '2026-11-22 21:00:00';
-- ["_col0 interval day to second"]
-- ["1 01:00:00.000"]

SELECT date '2026-11-23' - date '2026-11-20';
-- ["_col0 interval day to second"]
-- ["3 00:00:00.000"]

SELECT date '2026-11-23' + 1;
-- error TYPE_MISMATCH: line 1:26: Cannot apply operator: date + integer

SELECT date_diff('day', date '2026-11-20', date '2026-11-23');
-- ["_col0 bigint"]
-- ["3"]

SELECT date_diff('day', timestamp '2026-01-01 12:00:00', timestamp '2026-01-03 11:00:00');
-- ["_col0 bigint"]
-- ["1"]

SELECT date_diff('hour', timestamp '2026-01-01 12:59:00', timestamp '2026-01-01 13:01:00');
-- ["_col0 bigint"]
-- ["0"]

SELECT date_diff('minute', timestamp '2026-01-01 12:00:00', timestamp '2026-01-01 11:30:30');
-- ["_col0 bigint"]
-- ["-29"]

SELECT date_diff('second', timestamp '2026-01-01 12:00:00.900', timestamp '2026-01-01 12:00:02.100');
-- ["_col0 bigint"]
-- ["1"]

SELECT date_diff('millisecond', timestamp '2026-01-01 12:00:00.900', timestamp '2026-01-01 12:00:02.100');
-- ["_col0 bigint"]
-- ["1200"]

SELECT date_diff('week', date '2026-01-01', date '2026-01-14');
-- ["_col0 bigint"]
-- ["1"]

SELECT date_diff('month', date '2026-01-31', date '2026-02-28');
-- ["_col0 bigint"]
-- ["1"]

SELECT date_diff('month', date '2026-01-31', date '2026-03-01');
-- ["_col0 bigint"]
-- ["1"]

SELECT date_diff('quarter', date '2026-01-01', date '2026-12-31'), date_diff('year', date '2024-02-29', date '2025-02-28');
-- ["_col0 bigint", "_col1 bigint"]
-- ["3", "1"]

SELECT date_diff('month', date '2026-03-31', date '2026-01-01');
-- ["_col0 bigint"]
-- ["-2"]

SELECT date_diff('fortnight', date '2026-01-01', date '2026-01-14');
-- error INVALID_FUNCTION_ARGUMENT: 'fortnight' is not a valid DATE field

SELECT date_diff('hour', from_iso8601_timestamp('2026-11-23T22:00:00Z'), from_iso8601_timestamp('2026-11-24T00:30:00Z'));
-- ["_col0 bigint"]
-- ["2"]

SELECT date_add('day', 3, date '2026-11-23'), date_add('month', 1, date '2026-01-31');
-- ["_col0 date", "_col1 date"]
-- ["2026-11-26", "2026-02-28"]

SELECT date_add('hour', -2, timestamp '2026-11-23 01:00:00');
-- ["_col0 timestamp(3)"]
-- ["2026-11-22 23:00:00.000"]

SELECT date_add('millisecond', 250, timestamp '2026-11-23 01:00:00.000');
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 01:00:00.250"]

SELECT date_add('quarter', 1, date '2026-11-30'), date_add('week', 2, date '2026-11-23'), date_add('year', -1, date '2024-02-29');
-- ["_col0 date", "_col1 date", "_col2 date"]
-- ["2027-02-28", "2026-12-07", "2023-02-28"]

SELECT date_add('hour', 1, date '2026-11-23');
-- error INVALID_FUNCTION_ARGUMENT: 'hour' is not a valid DATE field

SELECT date_trunc('month', date '2026-05-03'), date_trunc('week', date '2026-11-25'), date_trunc('quarter', date '2026-11-25'), date_trunc('year', date '2026-11-25');
-- ["_col0 date", "_col1 date", "_col2 date", "_col3 date"]
-- ["2026-05-01", "2026-11-23", "2026-10-01", "2026-01-01"]

SELECT date_trunc('hour', timestamp '2026-05-03 10:20:30'), date_trunc('day', timestamp '2026-05-03 10:20:30');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)"]
-- ["2026-05-03 10:00:00.000", "2026-05-03 00:00:00.000"]

SELECT date_trunc('minute', timestamp '2026-05-03 10:20:30.555'), date_trunc('second', timestamp '2026-05-03 10:20:30.555');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)"]
-- ["2026-05-03 10:20:00.000", "2026-05-03 10:20:30.000"]

SELECT date_trunc('hour', from_iso8601_timestamp('2026-11-23T22:45:00Z'));
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 UTC"]

SELECT date_trunc('hour', date '2026-05-03');
-- error INVALID_FUNCTION_ARGUMENT: 'hour' is not a valid DATE field

SELECT date_trunc('decade', date '2026-05-03');
-- error INVALID_FUNCTION_ARGUMENT: 'decade' is not a valid DATE field

SELECT year(date '2026-11-23'), month(date '2026-11-23'), day(date '2026-11-23'), quarter(date '2026-11-23'), week(date '2026-11-23');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint"]
-- ["2026", "11", "23", "4", "48"]

SELECT day_of_week(date '2026-11-22'), dow(date '2026-11-23'), day_of_year(date '2026-11-23'), doy(date '2026-01-01'), day_of_month(date '2026-11-23');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint"]
-- ["7", "1", "327", "1", "23"]

SELECT year_of_week(date '2027-01-01'), yow(date '2027-01-01'), week_of_year(date '2027-01-01');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2026", "2026", "53"]

SELECT hour(timestamp '2026-11-23 22:05:09.123'), minute(timestamp '2026-11-23 22:05:09.123'), second(timestamp '2026-11-23 22:05:09.123'), millisecond(timestamp '2026-11-23 22:05:09.123');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["22", "5", "9", "123"]

SELECT extract(year FROM date '2026-11-23'), extract(hour FROM timestamp '2026-11-23 22:00:00'), extract(dow FROM date '2026-11-22');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2026", "22", "7"]

SELECT hour(date '2026-11-23');
-- ["_col0 bigint"]
-- ["0"]

SELECT last_day_of_month(date '2026-02-03'), last_day_of_month(timestamp '2024-02-03 10:00:00');
-- ["_col0 date", "_col1 date"]
-- ["2026-02-28", "2024-02-29"]

SELECT from_unixtime(0), from_unixtime(1795471200), from_unixtime(1.5);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["1970-01-01 00:00:00.000 UTC", "2026-11-23 22:00:00.000 UTC", "1970-01-01 00:00:01.500 UTC"]

SELECT from_unixtime(0, 'America/New_York');
-- ["_col0 timestamp(3) with time zone"]
-- ["1969-12-31 19:00:00.000 America/New_York"]

SELECT from_unixtime_nanos(1500000000);
-- ["_col0 timestamp(3) with time zone"]
-- ["1970-01-01 00:00:01.500 UTC"]

SELECT to_unixtime(from_unixtime(1795471200)), to_unixtime(timestamp '1970-01-02 00:00:00');
-- ["_col0 double", "_col1 double"]
-- ["1.7954712E9", "86400.0"]

SELECT from_iso8601_timestamp('2026-11-23T22:00:00Z'), from_iso8601_timestamp('2026-11-23T22:00:00.123Z');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 UTC", "2026-11-23 22:00:00.123 UTC"]

SELECT from_iso8601_timestamp('2026-11-23T22:00:00');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 UTC"]

SELECT from_iso8601_timestamp('2026-11-23');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 00:00:00.000 UTC"]

SELECT from_iso8601_timestamp('2026-11-23T22:00:00+01:00');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 +01:00"]

SELECT from_iso8601_timestamp('2026-11-23 22:00:00');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23 22:00:00" is malformed at " 22:00:00"

SELECT from_iso8601_timestamp('yesterday');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "yesterday"

SELECT from_iso8601_date('2026-11-23');
-- ["_col0 date"]
-- ["2026-11-23"]

SELECT from_iso8601_date('2026-W48-1');
-- ["_col0 date"]
-- ["2026-11-23"]

SELECT from_iso8601_date('23.11.2026');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "23.11.2026" is malformed at ".11.2026"

SELECT to_iso8601(date '2026-11-23'), to_iso8601(timestamp '2026-11-23 22:05:09.123'), to_iso8601(from_unixtime(0));
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["2026-11-23", "2026-11-23T22:05:09.123", "1970-01-01T00:00:00.000Z"]

SELECT date('2026-11-23'), date(timestamp '2026-11-23 22:00:00');
-- ["_col0 date", "_col1 date"]
-- ["2026-11-23", "2026-11-23"]

SELECT date_parse('2026/11/23/22', '%Y/%m/%d/%H');
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 22:00:00.000"]

SELECT date_parse('2026-11-23 22:05:09', '%Y-%m-%d %H:%i:%s');
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 22:05:09.000"]

SELECT date_parse('23 Nov 2026 10:05 PM', '%d %b %Y %h:%i %p');
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 22:05:00.000"]

SELECT date_parse('2026-11-23', '%Y/%m/%d');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23" is malformed at "-11-23"

SELECT date_parse('2026-11-23 22', '%Y-%m-%d');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23 22" is malformed at " 22"

SELECT date_format(timestamp '2026-11-23 22:05:09', '%Y-%m-%d %H:%i:%s');
-- ["_col0 varchar"]
-- ["2026-11-23 22:05:09"]

SELECT date_format(timestamp '2026-11-23 22:05:09', '%W, %M %e, %Y %l:%i %p');
-- ["_col0 varchar"]
-- ["Monday, November 23, 2026 10:05 PM"]

SELECT date_format(timestamp '2026-11-03 02:05:09.123', '%a %b %c %d %f %h %I %j %k %r %S %T %v %x %y %%');
-- ["_col0 varchar"]
-- ["Tue Nov 11 03 123000 02 02 307 2 02:05:09 AM 09 02:05:09 45 2026 26 %"]

SELECT date_format(date '2026-11-23', '%Y/%m');
-- ["_col0 varchar"]
-- ["2026/11"]

SELECT date_format(timestamp '2026-11-23 22:05:09', '%D');
-- error INVALID_FUNCTION_ARGUMENT: %D not supported in date format string

SELECT date_format(timestamp '2026-11-23 22:05:09', '%U');
-- error INVALID_FUNCTION_ARGUMENT: %U not supported in date format string

SELECT format_datetime(timestamp '2026-11-23 22:05:09', 'yyyy/MM/dd/HH');
-- ["_col0 varchar"]
-- ["2026/11/23/22"]

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123', 'yyyy-MM-dd''T''HH:mm:ss.SSS');
-- ["_col0 varchar"]
-- ["2026-11-23T22:05:09.123"]

SELECT format_datetime(timestamp '2026-11-03 02:05:09', 'EEEE, d MMMM yyyy h:m:s a');
-- ["_col0 varchar"]
-- ["Tuesday, 3 November 2026 2:5:9 AM"]

SELECT format_datetime(timestamp '2026-11-03 02:05:09', 'E EEE MMM yy D DDD e ww xxxx');
-- ["_col0 varchar"]
-- ["Tue Tue Nov 26 307 307 2 45 2026"]

SELECT format_datetime(from_unixtime(0), 'yyyy-MM-dd HH:mm:ss Z');
-- ["_col0 varchar"]
-- ["1970-01-01 00:00:00 +0000"]

SELECT format_datetime(date '2026-11-23', 'yyyy-MM');
-- ["_col0 varchar"]
-- ["2026-11"]

SELECT parse_datetime('2026-11-23', 'yyyy-MM-dd');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 00:00:00.000 UTC"]

SELECT parse_datetime('2026-11-23 22:05:09', 'yyyy-MM-dd HH:mm:ss');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 UTC"]

SELECT parse_datetime('2026-11-23T22:05:09+0100', 'yyyy-MM-dd''T''HH:mm:ssZ');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 +01:00"]

SELECT parse_datetime('x', 'yyyy-MM-dd');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "x"

SELECT at_timezone(from_unixtime(0), 'America/New_York');
-- ["_col0 timestamp(3) with time zone"]
-- ["1969-12-31 19:00:00.000 America/New_York"]

SELECT from_unixtime(0) AT TIME ZONE 'Europe/Berlin';
-- ["_col0 timestamp(3) with time zone"]
-- ["1970-01-01 01:00:00.000 Europe/Berlin"]

SELECT hour(at_timezone(from_unixtime(0), 'America/New_York'));
-- ["_col0 bigint"]
-- ["19"]

SELECT hour(from_unixtime(0) AT TIME ZONE 'Asia/Kolkata'), minute(from_unixtime(0) AT TIME ZONE 'Asia/Kolkata');
-- ["_col0 bigint", "_col1 bigint"]
-- ["5", "30"]

SELECT format_datetime(from_unixtime(0) AT TIME ZONE 'Europe/Berlin', 'yyyy-MM-dd HH:mm');
-- ["_col0 varchar"]
-- ["1970-01-01 01:00"]

SELECT date(from_unixtime(0) AT TIME ZONE 'America/New_York');
-- ["_col0 date"]
-- ["1969-12-31"]

SELECT cast(from_unixtime(0) AT TIME ZONE 'America/New_York' as timestamp);
-- ["_col0 timestamp(3)"]
-- ["1969-12-31 19:00:00.000"]

SELECT cast(date_trunc('day', from_unixtime(0) AT TIME ZONE 'America/New_York') as date);
-- ["_col0 date"]
-- ["1969-12-31"]

SELECT date_trunc('day', from_unixtime(0) AT TIME ZONE 'America/New_York');
-- ["_col0 timestamp(3) with time zone"]
-- ["1969-12-31 00:00:00.000 America/New_York"]

SELECT to_unixtime(from_unixtime(0) AT TIME ZONE 'America/New_York');
-- ["_col0 double"]
-- ["0.0"]

SELECT (from_unixtime(0) AT TIME ZONE 'America/New_York') = from_unixtime(0);
-- ["_col0 boolean"]
-- ["true"]

SELECT cast(from_unixtime(0) AT TIME ZONE 'America/New_York' as varchar);
-- ["_col0 varchar"]
-- ["1969-12-31 19:00:00.000 America/New_York"]

SELECT with_timezone(timestamp '2026-11-23 22:00:00', 'UTC');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 UTC"]

SELECT with_timezone(timestamp '2026-11-23 22:00:00', 'Europe/Berlin');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 Europe/Berlin"]

SELECT at_timezone(with_timezone(timestamp '2026-07-01 12:00:00', 'Europe/Berlin'), 'UTC');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-07-01 10:00:00.000 UTC"]

SELECT timestamp '2026-11-23 22:00:00' AT TIME ZONE 'UTC';
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:00:00.000 UTC"]

SELECT from_unixtime(0) AT TIME ZONE 'Mars/Olympus';
-- error INVALID_FUNCTION_ARGUMENT: 'Mars/Olympus' is not a valid time zone

SELECT timezone_hour(from_unixtime(0)), timezone_minute(from_unixtime(0));
-- ["_col0 bigint", "_col1 bigint"]
-- ["0", "0"]

SELECT timestamp '2026-11-23 22:00:00' < from_iso8601_timestamp('2026-11-23T23:00:00Z');
-- ["_col0 boolean"]
-- ["true"]

SELECT now() > timestamp '2020-01-01 00:00:00', current_date > date '2020-01-01', current_timestamp > timestamp '2020-01-01 00:00:00', localtimestamp > timestamp '2020-01-01 00:00:00';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "true", "true"]

SELECT date_diff('day', current_date, current_date + interval '7' day);
-- ["_col0 bigint"]
-- ["7"]

SELECT max(x), min(x) FROM (VALUES date '2026-11-23', date '2026-01-01') AS t(x);
-- ["_col0 date", "_col1 date"]
-- ["2026-11-23", "2026-01-01"]

SELECT x FROM (VALUES timestamp '2026-11-23 22:00:00', timestamp '2026-11-23 21:00:00') AS t(x) ORDER BY x;
-- ["x timestamp(3)"]
-- ["2026-11-23 21:00:00.000"]
-- ["2026-11-23 22:00:00.000"]

SELECT timestamp '2026-11-23 22:00:00' BETWEEN timestamp '2026-11-23 00:00:00' AND timestamp '2026-11-24 00:00:00';
-- ["_col0 boolean"]
-- ["true"]

SELECT human_readable_seconds(3661);
-- ["_col0 varchar"]
-- ["1 hour, 1 minute, 1 second"]

SELECT to_milliseconds(interval '1' day);
-- ["_col0 bigint"]
-- ["86400000"]

SELECT parse_duration('5m');
-- ["_col0 interval day to second"]
-- ["0 00:05:00.000"]

SELECT date '2026-02-30';
-- error INVALID_LITERAL: line 1:8: '2026-02-30' is not a valid DATE literal

SELECT sequence(date '2026-11-01', date '2026-11-03', interval '1' day);
-- ["_col0 array(date)"]
-- ["[2026-11-01, 2026-11-02, 2026-11-03]"]

SELECT sequence(date '2026-01-01', date '2026-03-01', interval '1' month);
-- ["_col0 array(date)"]
-- ["[2026-01-01, 2026-02-01, 2026-03-01]"]

SELECT sequence(timestamp '2026-11-01 00:00:00', timestamp '2026-11-01 02:00:00', interval '1' hour);
-- ["_col0 array(timestamp(3))"]
-- ["[2026-11-01 00:00:00.000, 2026-11-01 01:00:00.000, 2026-11-01 02:00:00.000]"]

SELECT date '2026-02-28' + interval '1' day, date '2026-01-31' + interval '1' month, date '2024-02-29' + interval '1' year, date '2026-03-01' - interval '1' day;
-- ["_col0 date", "_col1 date", "_col2 date", "_col3 date"]
-- ["2026-03-01", "2026-02-28", "2025-02-28", "2026-02-28"]

SELECT timestamp '2026-01-01 10:00:00' + interval '90' minute, timestamp '2026-01-01 10:00:00' - interval '1' day, timestamp '2026-01-31 10:00:00' + interval '1' month;
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)"]
-- ["2026-01-01 11:30:00.000", "2025-12-31 10:00:00.000", "2026-02-28 10:00:00.000"]

SELECT date '2026-01-01' + interval '1' hour;
-- error INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date

SELECT date_diff('day', date '2026-01-01', date '2026-03-01'), date_diff('month', date '2026-01-31', date '2026-02-28'), date_diff('year', date '2024-02-29', date '2025-02-28'), date_diff('week', date '2026-01-01', date '2026-01-14');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["59", "1", "1", "1"]

SELECT date_diff('hour', timestamp '2026-01-01 10:30:00', timestamp '2026-01-01 12:00:00'), date_diff('minute', timestamp '2026-01-01 10:00:59', timestamp '2026-01-01 10:01:00'), date_diff('second', timestamp '2026-01-01 00:00:00', timestamp '2025-12-31 23:59:58.5');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["1", "0", "-1"]

SELECT date_diff('day', timestamp '2026-01-01 23:00:00', timestamp '2026-01-02 01:00:00'), date_diff('millisecond', timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 00:00:00.123'), date_diff('quarter', date '2026-01-01', date '2026-12-31');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["0", "123", "3"]

SELECT date_add('hour', 1, date '2026-01-01');
-- error INVALID_FUNCTION_ARGUMENT: 'hour' is not a valid DATE field

SELECT date_trunc('week', date '2026-01-01'), date_trunc('month', date '2026-05-17'), date_trunc('quarter', date '2026-05-17'), date_trunc('year', date '2026-05-17'), date_trunc('hour', timestamp '2026-01-01 10:59:59.999'), date_trunc('day', timestamp '2026-01-01 10:59:59');
-- ["_col0 date", "_col1 date", "_col2 date", "_col3 date", "_col4 timestamp(3)", "_col5 timestamp(3)"]
-- ["2025-12-29", "2026-05-01", "2026-04-01", "2026-01-01", "2026-01-01 10:00:00.000", "2026-01-01 00:00:00.000"]

SELECT date_trunc('hour', date '2026-01-01');
-- error INVALID_FUNCTION_ARGUMENT: 'hour' is not a valid DATE field

SELECT date_trunc('century', timestamp '2026-01-01 00:00:00');
-- error INVALID_FUNCTION_ARGUMENT: 'century' is not a valid TIMESTAMP field

SELECT year(d), quarter(d), month(d), week(d), day(d), day_of_week(d), day_of_year(d), year_of_week(d), last_day_of_month(d) FROM (VALUES date '2027-01-01', date '2024-02-29', date '2026-12-31') AS t(d) ORDER BY d;
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 bigint", "_col6 bigint", "_col7 bigint", "_col8 date"]
-- ["2024", "1", "2", "9", "29", "4", "60", "2024", "2024-02-29"]
-- ["2026", "4", "12", "53", "31", "4", "365", "2026", "2026-12-31"]
-- ["2027", "1", "1", "53", "1", "5", "1", "2026", "2027-01-31"]

SELECT hour(t), minute(t), second(t), millisecond(t), extract(year FROM t), extract(dow FROM t), extract(doy FROM t), extract(week FROM t) FROM (VALUES timestamp '2026-11-23 22:05:09.123') AS x(t);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 bigint", "_col6 bigint", "_col7 bigint"]
-- ["22", "5", "9", "123", "2026", "1", "327", "48"]

SELECT extract(epoch FROM timestamp '2026-01-01 00:00:00');
-- error SYNTAX_ERROR: line 1:8: Invalid EXTRACT field: epoch

SELECT date_format(timestamp '2026-01-05 03:04:05.678', '%Y-%m-%d %H:%i:%s.%f'), date_format(timestamp '2026-01-05 15:04:05', '%a %b %e %c %y %j %k %l %p %r %T %W %M'), date_format(date '2026-01-05', '%Y/%m/%d');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["2026-01-05 03:04:05.678000", "Mon Jan 5 1 26 005 15 3 PM 03:04:05 PM 15:04:05 Monday January", "2026/01/05"]

SELECT date_format(timestamp '2026-01-05 03:04:05', '%v %x %%'), date_format(timestamp '2026-01-05 03:04:05', '%h %I %q');
-- ["_col0 varchar", "_col1 varchar"]
-- ["02 2026 %", "03 03 q"]

SELECT date_parse('2026-01-05 13:14:15', '%Y-%m-%d %H:%i:%s'), date_parse('05/01/26', '%d/%m/%y'), date_parse('Jan 5 2026', '%b %e %Y'), date_parse('2026-01-05 01:02:03 PM', '%Y-%m-%d %h:%i:%s %p');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)", "_col3 timestamp(3)"]
-- ["2026-01-05 13:14:15.000", "2026-01-05 00:00:00.000", "2026-01-05 00:00:00.000", "2026-01-05 13:02:03.000"]

SELECT date_parse('2026-01-05', '%Y-%m-%d'), date_parse('2026/11/23/22', '%Y/%m/%d/%H'), date_parse('20260105', '%Y%m%d'), date_parse('2026-01-05 10:11:12.123', '%Y-%m-%d %H:%i:%s.%f');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)", "_col3 timestamp(3)"]
-- ["2026-01-05 00:00:00.000", "2026-11-23 22:00:00.000", "2026-01-05 00:00:00.000", "2026-01-05 10:11:12.123"]

SELECT date_parse('x', '%Y-%m-%d');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "x"

SELECT date_parse('2026-02-30', '%Y-%m-%d');
-- error INVALID_FUNCTION_ARGUMENT: Invalid date 'FEBRUARY 30'
-- words: Cannot parse "2026-02-30": Value 30 for dayOfMonth must be in the range [1,28]

SELECT format_datetime(timestamp '2026-01-05 15:04:05.678', 'yyyy-MM-dd''T''HH:mm:ss.SSS'), format_datetime(timestamp '2026-01-05 15:04:05', 'EEE, d MMM yyyy h:mm a'), format_datetime(timestamp '2026-01-05 15:04:05', 'yyyy/DDD/e/ww/xxxx'), format_datetime(timestamp '2026-01-05 15:04:05 UTC', 'ZZ Z ZZZ');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["2026-01-05T15:04:05.678", "Mon, 5 Jan 2026 3:04 PM", "2026/005/1/02/2026", "+00:00 +0000 UTC"]

SELECT parse_datetime('2026-01-05 15:04', 'yyyy-MM-dd HH:mm'), parse_datetime('05.01.2026', 'dd.MM.yyyy'), parse_datetime('2026/11/23/22', 'yyyy/MM/dd/HH');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-01-05 15:04:00.000 UTC", "2026-01-05 00:00:00.000 UTC", "2026-11-23 22:00:00.000 UTC"]

SELECT from_unixtime(0), from_unixtime(1767225600.5), from_unixtime(-1), to_unixtime(timestamp '1970-01-01 00:00:01.5'), to_unixtime(timestamp '2026-01-01 00:00:00 UTC');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 double", "_col4 double"]
-- ["1970-01-01 00:00:00.000 UTC", "2026-01-01 00:00:00.500 UTC", "1969-12-31 23:59:59.000 UTC", "1.5", "1.7672256E9"]

SELECT from_unixtime(1767225600, 'Europe/Berlin'), from_unixtime(1767225600) AT TIME ZONE 'America/Los_Angeles', from_unixtime_nanos(1767225600123456789);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-01-01 01:00:00.000 Europe/Berlin", "2025-12-31 16:00:00.000 America/Los_Angeles", "2026-01-01 00:00:00.123 UTC"]

SELECT from_iso8601_timestamp('2026-01-05T15:04:05Z'), from_iso8601_timestamp('2026-01-05T15:04:05.123Z'), from_iso8601_timestamp('2026-01-05'), from_iso8601_date('2026-01-05'), from_iso8601_timestamp('2026-01-05T15:04:05+02:00');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 date", "_col4 timestamp(3) with time zone"]
-- ["2026-01-05 15:04:05.000 UTC", "2026-01-05 15:04:05.123 UTC", "2026-01-05 00:00:00.000 UTC", "2026-01-05", "2026-01-05 15:04:05.000 +02:00"]

SELECT from_iso8601_timestamp('nope');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "nope"

SELECT timestamp '2026-03-29 01:30:00 Europe/Berlin' + interval '1' hour, timestamp '2026-03-28 12:00:00 Europe/Berlin' + interval '24' hour, timestamp '2026-03-28 12:00:00 Europe/Berlin' + interval '1' day;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-03-29 03:30:00.000 Europe/Berlin", "2026-03-29 13:00:00.000 Europe/Berlin", "2026-03-29 13:00:00.000 Europe/Berlin"]

SELECT at_timezone(timestamp '2026-07-01 12:00:00 UTC', 'America/New_York'), with_timezone(timestamp '2026-07-01 12:00:00', 'America/New_York'), timestamp '2026-07-01 12:00:00 UTC' AT TIME ZONE '+05:30';
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-07-01 08:00:00.000 America/New_York", "2026-07-01 12:00:00.000 America/New_York", "2026-07-01 17:30:00.000 +05:30"]

SELECT hour(timestamp '2026-07-01 12:00:00 UTC' AT TIME ZONE 'Asia/Tokyo'), date(timestamp '2026-07-01 23:00:00 UTC' AT TIME ZONE 'Asia/Tokyo'), cast(timestamp '2026-07-01 23:00:00 UTC' AT TIME ZONE 'Asia/Tokyo' AS timestamp), day_of_week(timestamp '2026-07-01 23:00:00 UTC' AT TIME ZONE 'Asia/Tokyo');
-- ["_col0 bigint", "_col1 date", "_col2 timestamp(3)", "_col3 bigint"]
-- ["21", "2026-07-02", "2026-07-02 08:00:00.000", "4"]

SELECT date_trunc('day', timestamp '2026-07-01 23:00:00 UTC' AT TIME ZONE 'Asia/Tokyo'), date_diff('day', timestamp '2026-07-01 20:00:00 UTC', timestamp '2026-07-02 10:00:00 UTC'), timezone_hour(timestamp '2026-07-01 12:00:00 America/New_York'), timezone_minute(timestamp '2026-07-01 12:00:00 +05:30');
-- ["_col0 timestamp(3) with time zone", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["2026-07-02 00:00:00.000 Asia/Tokyo", "0", "-4", "30"]

SELECT timestamp '2026-01-01 00:00:00 UTC' = timestamp '2026-01-01 01:00:00 Europe/Berlin', timestamp '2026-01-01 00:00:00' = date '2026-01-01', date '2026-01-01' < timestamp '2026-01-01 00:00:01', timestamp '2026-01-01 00:00:00 UTC' > timestamp '2025-12-31 23:00:00';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "true", "true"]

SELECT cast('2026-01-05' as date), cast('2026-01-05 10:11:12' as timestamp), cast(timestamp '2026-01-05 10:11:12' as date), cast(date '2026-01-05' as timestamp), cast('2026-1-5' as date), cast(' 2026-01-05 ' as date), cast('2026-01-05' as timestamp);
-- ["_col0 date", "_col1 timestamp(3)", "_col2 date", "_col3 timestamp(3)", "_col4 date", "_col5 date", "_col6 timestamp(3)"]
-- ["2026-01-05", "2026-01-05 10:11:12.000", "2026-01-05", "2026-01-05 00:00:00.000", "2026-01-05", "2026-01-05", "2026-01-05 00:00:00.000"]

SELECT cast('10:11:12' as time), time '10:11:12.5', cast(timestamp '2026-01-05 10:11:12' as time), time '10:00:00' + interval '1' hour, time '23:00:00' + interval '2' hour;
-- ["_col0 time(3)", "_col1 time(3)", "_col2 time(3)", "_col3 time(3)", "_col4 time(3)"]
-- ["10:11:12.000", "10:11:12.500", "10:11:12.000", "11:00:00.000", "01:00:00.000"]

SELECT cast('2026-01-05T10:11:12' as timestamp);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-01-05T10:11:12

SELECT cast('not a date' as date);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to date: not a date

SELECT cast('2026-02-30' as date);
-- error INVALID_CAST_ARGUMENT: Value cannot be cast to date: 2026-02-30

SELECT interval '1' year, interval '14' month, interval '1-2' year to month, interval '-3' month;
-- ["_col0 interval year to month", "_col1 interval year to month", "_col2 interval year to month", "_col3 interval year to month"]
-- ["1-0", "1-2", "1-2", "-0-3"]

SELECT interval '1' day + interval '1' hour, interval '2' day * 3, interval '1' day / 2, interval '1' day > interval '23' hour, interval '1' month + interval '1' year;
-- ["_col0 interval day to second", "_col1 interval day to second", "_col2 interval day to second", "_col3 boolean", "_col4 interval year to month"]
-- ["1 01:00:00.000", "6 00:00:00.000", "0 12:00:00.000", "true", "1-1"]

SELECT timestamp '2026-01-02 00:00:00' - timestamp '2026-01-01 12:30:00', date '2026-03-01' - date '2026-02-01', sum(x), avg(x), max(x) FROM (VALUES interval '1' hour, interval '3' hour) AS t(x);
-- ["_col0 interval day to second", "_col1 interval day to second", "_col2 interval day to second", "_col3 interval day to second", "_col4 interval day to second"]
-- ["0 11:30:00.000", "28 00:00:00.000", "0 04:00:00.000", "0 02:00:00.000", "0 03:00:00.000"]

SELECT extract(day FROM interval '36' hour), extract(hour FROM interval '36' hour), hour(interval '90' minute), to_milliseconds(interval '1' minute), day(interval '2' day);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint"]
-- ["1", "12", "1", "60000", "2"]

SELECT sequence(date '2026-01-01', date '2026-01-03'), sequence(date '2026-01-01', date '2026-03-01', interval '1' month), sequence(timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 02:00:00', interval '1' hour);
-- ["_col0 array(date)", "_col1 array(date)", "_col2 array(timestamp(3))"]
-- ["[2026-01-01, 2026-01-02, 2026-01-03]", "[2026-01-01, 2026-02-01, 2026-03-01]", "[2026-01-01 00:00:00.000, 2026-01-01 01:00:00.000, 2026-01-01 02:00:00.000]"]

SELECT date '2026-01-01' BETWEEN date '2025-12-31' AND date '2026-01-02', date '2026-01-01' IN (date '2026-01-01'), max(d), min(d) FROM (VALUES date '2026-01-01', date '2025-01-01') AS t(d) GROUP BY 1, 2;
-- ["_col0 boolean", "_col1 boolean", "_col2 date", "_col3 date"]
-- ["true", "true", "2026-01-01", "2025-01-01"]

SELECT date '2026-01-01' = '2026-01-01';
-- error TYPE_MISMATCH: line 1:26: Cannot apply operator: date = varchar(10)

SELECT timestamp '2026-01-01 00:00:00' > 5;
-- error TYPE_MISMATCH: line 1:40: Cannot apply operator: timestamp(0) < integer

SELECT current_date - interval '1' day < current_date, now() > timestamp '2020-01-01 00:00:00 UTC', localtimestamp > timestamp '2020-01-01 00:00:00', date(now()) = current_date;
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "true", "true"]

SELECT typeof(now()), typeof(current_date), typeof(from_unixtime(0)), typeof(date_parse('2026', '%Y')), typeof(date_trunc('day', now())), typeof(interval '1' day), typeof(date '2026-01-01' - date '2026-01-01');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["timestamp(3) with time zone", "date", "timestamp(3) with time zone", "timestamp(3)", "timestamp(3) with time zone", "interval day to second", "interval day to second"]

SELECT human_readable_seconds(to_unixtime(timestamp '1970-01-01 01:01:01')), parse_duration('1.5h'), date_diff('day', date '2026-01-01', timestamp '2026-01-03 12:00:00');
-- ["_col0 varchar", "_col1 interval day to second", "_col2 bigint"]
-- ["1 hour, 1 minute, 1 second", "0 01:30:00.000", "2"]

SELECT date('2026-01-05'), date(timestamp '2026-01-05 23:59:59'), date('2026-01-05') = current_date;
-- ["_col0 date", "_col1 date", "_col2 boolean"]
-- ["2026-01-05", "2026-01-05", "false"]

SELECT timestamp '2026-01-01 00:00', timestamp '2026-01-01', timestamp '2026-01-01 00:00:00.123456';
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)"]
-- ["2026-01-01 00:00:00.000", "2026-01-01 00:00:00.000", "2026-01-01 00:00:00.123"]

SELECT date '0001-01-01', date '9999-12-31', timestamp '1969-12-31 23:59:59.999', year(date '1582-10-10');
-- ["_col0 date", "_col1 date", "_col2 timestamp(3)", "_col3 bigint"]
-- ["0001-01-01", "9999-12-31", "1969-12-31 23:59:59.999", "1582"]

SELECT date_format(d, '%Y-%m'), count(*) FROM (VALUES date '2026-01-05', date '2026-01-09', date '2026-02-01') AS t(d) GROUP BY date_format(d, '%Y-%m') ORDER BY 1;
-- ["_col0 varchar", "_col1 bigint"]
-- ["2026-01", "2"]
-- ["2026-02", "1"]

SELECT timestamp '2026-11-01 00:30:00 America/New_York' + interval '1' hour, timestamp '2026-11-01 00:30:00 America/New_York' + interval '2' hour, timestamp '2026-11-01 00:30:00 America/New_York' + interval '3' hour;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-11-01 01:30:00.000 America/New_York", "2026-11-01 01:30:00.000 America/New_York", "2026-11-01 02:30:00.000 America/New_York"]

SELECT timestamp '2026-03-08 01:30:00 America/New_York' + interval '1' hour, timestamp '2026-03-08 01:30:00 America/New_York' + interval '1' day, timestamp '2026-03-07 02:30:00 America/New_York' + interval '1' day, timestamp '2026-03-07 02:30:00 America/New_York' + interval '24' hour;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone"]
-- ["2026-03-08 03:30:00.000 America/New_York", "2026-03-09 02:30:00.000 America/New_York", "2026-03-08 03:30:00.000 America/New_York", "2026-03-08 03:30:00.000 America/New_York"]

SELECT timestamp '2026-02-08 02:30:00 America/New_York' + interval '1' month, timestamp '2026-10-01 01:30:00 America/New_York' + interval '1' month, timestamp '2026-01-31 10:00:00 America/New_York' + interval '1' month;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-03-08 03:30:00.000 America/New_York", "2026-11-01 01:30:00.000 America/New_York", "2026-02-28 10:00:00.000 America/New_York"]

SELECT date_add('hour', 1, timestamp '2026-11-01 01:30:00 America/New_York'), date_add('day', 1, timestamp '2026-11-01 00:30:00 America/New_York'), date_add('day', 1, timestamp '2026-03-07 02:30:00 America/New_York'), date_add('month', 1, timestamp '2026-02-08 02:30:00 America/New_York'), date_add('week', 1, timestamp '2026-10-25 01:30:00 America/New_York');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone", "_col4 timestamp(3) with time zone"]
-- ["2026-11-01 01:30:00.000 America/New_York", "2026-11-02 00:30:00.000 America/New_York", "2026-03-08 03:30:00.000 America/New_York", "2026-03-08 03:30:00.000 America/New_York", "2026-11-01 01:30:00.000 America/New_York"]

SELECT timestamp '2026-11-01 01:30:00 America/New_York', timestamp '2026-11-01 01:30:00 -05:00' AT TIME ZONE 'America/New_York', to_unixtime(timestamp '2026-11-01 01:30:00 America/New_York');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 double"]
-- ["2026-11-01 01:30:00.000 America/New_York", "2026-11-01 01:30:00.000 America/New_York", "1.793511E9"]

SELECT cast('2026-03-08 02:30:00 America/New_York' as timestamp with time zone);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-03-08 03:30:00.000 America/New_York"]

SELECT try_cast('2026-03-08 02:30:00 America/New_York' as timestamp with time zone);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-03-08 03:30:00.000 America/New_York"]

SELECT with_timezone(timestamp '2026-11-01 01:30:00', 'America/New_York'), with_timezone(timestamp '2026-07-01 01:30:00', 'Asia/Tokyo');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone"]
-- ["2026-11-01 01:30:00.000 America/New_York", "2026-07-01 01:30:00.000 Asia/Tokyo"]

SELECT date_trunc('hour', timestamp '2026-11-01 01:30:00 America/New_York' + interval '1' hour), date_trunc('day', timestamp '2026-11-01 12:30:00 America/New_York'), date_trunc('month', timestamp '2026-11-15 12:30:00 America/New_York');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["2026-11-01 01:00:00.000 America/New_York", "2026-11-01 00:00:00.000 America/New_York", "2026-11-01 00:00:00.000 America/New_York"]

SELECT date_diff('hour', timestamp '2026-11-01 00:00:00 America/New_York', timestamp '2026-11-02 00:00:00 America/New_York'), date_diff('day', timestamp '2026-11-01 00:00:00 America/New_York', timestamp '2026-11-02 00:00:00 America/New_York'), date_diff('day', timestamp '2026-03-08 00:00:00 America/New_York', timestamp '2026-03-09 00:00:00 America/New_York');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["25", "1", "1"]

SELECT timestamp '2026-11-02 00:00:00 America/New_York' - timestamp '2026-11-01 00:00:00 America/New_York', timestamp '2026-11-01 12:00:00 America/New_York' - interval '12' hour, timestamp '2026-11-02 00:30:00 America/New_York' - interval '1' day;
-- ["_col0 interval day to second", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone"]
-- ["1 01:00:00.000", "2026-11-01 01:00:00.000 America/New_York", "2026-11-01 01:30:00.000 America/New_York"]

SELECT sequence(timestamp '2026-11-01 00:00:00 America/New_York', timestamp '2026-11-01 04:00:00 America/New_York', interval '1' hour);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (timestamp(0) with time zone, timestamp(0) with time zone, interval day to second) for function sequence. Expected: sequence(bigint, bigint), sequence(bigint, bigint, bigint), sequence(date, date), sequence(date, date, interval day to second), sequence(date, date, interval year to month), sequence(timestamp(p), timestamp(p), interval day to second), sequence(timestamp(p), timestamp(p), interval year to month)

SELECT hour(x), cast(x as varchar), cast(x as timestamp), cast(x as date), format_datetime(x, 'HH:mm Z'), to_iso8601(x), timezone_hour(x) FROM (VALUES timestamp '2026-11-01 01:30:00 America/New_York' + interval '1' hour) AS t(x);
-- ["_col0 bigint", "_col1 varchar", "_col2 timestamp(3)", "_col3 date", "_col4 varchar", "_col5 varchar", "_col6 bigint"]
-- ["1", "2026-11-01 01:30:00.000 America/New_York", "2026-11-01 01:30:00.000", "2026-11-01", "01:30 -0500", "2026-11-01T01:30:00.000-05:00", "-5"]

SELECT date_trunc('week', x), date_trunc('quarter', x), date_trunc('year', x), date_format(x, '%Y-%m-%d %H:%i'), day_of_week(x), week(x), day_of_year(x) FROM (VALUES timestamp '2026-03-08 03:30:00 America/New_York') AS t(x);
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 varchar", "_col4 bigint", "_col5 bigint", "_col6 bigint"]
-- ["2026-03-02 00:00:00.000 America/New_York", "2026-01-01 00:00:00.000 America/New_York", "2026-01-01 00:00:00.000 America/New_York", "2026-03-08 03:30", "7", "10", "67"]

SELECT timestamp '2026-01-31 10:00:00' + interval '1' month, date '2024-02-29' + interval '1' year, timestamp '2026-03-31 10:00:00' - interval '1' month, date_add('month', 1, date '2026-01-31'), date_add('quarter', 1, timestamp '2026-11-30 00:00:00'), date_diff('month', date '2026-01-31', date '2026-02-28'), date_diff('month', timestamp '2026-01-31 10:00:00', timestamp '2026-02-28 12:00:00'), date_diff('year', date '2024-02-29', date '2025-02-28');
-- ["_col0 timestamp(3)", "_col1 date", "_col2 timestamp(3)", "_col3 date", "_col4 timestamp(3)", "_col5 bigint", "_col6 bigint", "_col7 bigint"]
-- ["2026-02-28 10:00:00.000", "2025-02-28", "2026-02-28 10:00:00.000", "2026-02-28", "2027-02-28 00:00:00.000", "1", "1", "1"]

SELECT from_iso8601_date('2026-W48'), from_iso8601_date('2026-329'), from_iso8601_date('2026-11'), from_iso8601_date('2026');
-- ["_col0 date", "_col1 date", "_col2 date", "_col3 date"]
-- ["2026-11-23", "2026-11-25", "2026-11-01", "2026-01-01"]

SELECT from_iso8601_date('2026-W53-7'), from_iso8601_date('2026-366');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-366": Value 366 for dayOfYear must be in the range [1,365]

SELECT from_iso8601_date('2026-13-01');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-13-01": Value 13 for monthOfYear must be in the range [1,12]

SELECT from_iso8601_date('2026-11-23T10:00:00');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23T10:00:00" is malformed at "T10:00:00"

SELECT from_iso8601_date('abc');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "abc"

SELECT from_iso8601_timestamp('2026-11-23 10:00:00');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23 10:00:00" is malformed at " 10:00:00"

SELECT from_iso8601_timestamp('2026-11-23T10:00:00+0200'), from_iso8601_timestamp('2026-11-23T10:00:00+02'), from_iso8601_timestamp('2026-11-23T10:00:00.5-05:30'), from_iso8601_timestamp('T10:00:00Z');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone"]
-- ["2026-11-23 10:00:00.000 +02:00", "2026-11-23 10:00:00.000 +02:00", "2026-11-23 10:00:00.500 -05:30", "1970-01-01 10:00:00.000 UTC"]

SELECT from_iso8601_timestamp('2026-11-23T10:61:00Z');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-11-23T10:61:00Z": Value 61 for minuteOfHour must be in the range [0,59]

SELECT from_iso8601_timestamp(x) FROM (VALUES '2026-11-23T10:00:00+02:00', '2026-11-23T10:00:00Z') AS t(x);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 10:00:00.000 +02:00"]
-- ["2026-11-23 10:00:00.000 UTC"]

SELECT from_iso8601_timestamp_nanos('2026-11-23T10:00:00.123456789Z');
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 10:00:00.123 UTC"]

WITH l AS (SELECT at_timezone(x, z) AS t FROM (VALUES (timestamp '2026-07-01 12:30:00 UTC', 'America/New_York'), (timestamp '2026-07-01 23:30:00 UTC', 'Asia/Tokyo')) AS v(x, z)) SELECT min(t), max(t), count(DISTINCT t), array_agg(t ORDER BY t), max_by(t, t), count_if(t > timestamp '2026-07-01 12:30:00 UTC'), count_if(t IS NULL) FROM l;
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 bigint", "_col3 array(timestamp(3) with time zone)", "_col4 timestamp(3) with time zone", "_col5 bigint", "_col6 bigint"]
-- ["2026-07-01 08:30:00.000 America/New_York", "2026-07-02 08:30:00.000 Asia/Tokyo", "2", "[2026-07-01 08:30:00.000 America/New_York, 2026-07-02 08:30:00.000 Asia/Tokyo]", "2026-07-02 08:30:00.000 Asia/Tokyo", "1", "0"]

SELECT date_diff('hour', x, y), date_diff('day', x, y), x - y, x < y, x = y, x BETWEEN y AND y, x IN (y), coalesce(x, y), greatest(x, y), CASE WHEN true THEN x ELSE y END, CASE WHEN false THEN x ELSE timestamp '2026-01-01 00:00:00 UTC' END, nullif(x, y), if(true, x) FROM (SELECT from_iso8601_timestamp(a) AS x, from_iso8601_timestamp(b) AS y FROM (VALUES ('2026-07-01T10:00:00+02:00', '2026-07-01T10:00:00Z')) AS t(a, b));
-- ["_col0 bigint", "_col1 bigint", "_col2 interval day to second", "_col3 boolean", "_col4 boolean", "_col5 boolean", "_col6 boolean", "_col7 timestamp(3) with time zone", "_col8 timestamp(3) with time zone", "_col9 timestamp(3) with time zone", "_col10 timestamp(3) with time zone", "_col11 timestamp(3) with time zone", "_col12 timestamp(3) with time zone"]
-- ["2", "0", "-0 02:00:00.000", "true", "false", "false", "false", "2026-07-01 10:00:00.000 +02:00", "2026-07-01 10:00:00.000 UTC", "2026-07-01 10:00:00.000 +02:00", "2026-01-01 00:00:00.000 UTC", "2026-07-01 10:00:00.000 +02:00", "2026-07-01 10:00:00.000 +02:00"]

SELECT date_trunc('hour', from_iso8601_timestamp(a)), count(*) FROM (VALUES '2026-07-01T10:10:00Z', '2026-07-01T10:20:00Z', '2026-07-01T10:20:00+02:00') AS t(a) GROUP BY 1 ORDER BY 1;
-- ["_col0 timestamp(3) with time zone", "_col1 bigint"]
-- ["2026-07-01 10:00:00.000 +02:00", "1"]
-- ["2026-07-01 10:00:00.000 UTC", "2"]

SELECT hour(from_iso8601_timestamp(a) AT TIME ZONE 'America/New_York'), cast(from_iso8601_timestamp(a) as date), cast(from_iso8601_timestamp(a) as timestamp), date(from_iso8601_timestamp(a)) FROM (VALUES '2026-07-01T00:10:00Z', '2026-07-01T00:20:00+02:00') AS t(a);
-- ["_col0 bigint", "_col1 date", "_col2 timestamp(3)", "_col3 date"]
-- ["20", "2026-07-01", "2026-07-01 00:10:00.000", "2026-07-01"]
-- ["18", "2026-07-01", "2026-07-01 00:20:00.000", "2026-07-01"]

SELECT with_timezone(x, z), date_add('day', 1, with_timezone(x, z)), from_unixtime(0, z), from_unixtime(1.5e0, 2, 30), x AT TIME ZONE z FROM (VALUES (timestamp '2026-11-01 01:30:00', 'America/New_York')) AS t(x, z);
-- error SYNTAX_ERROR: line 1:135: mismatched input 'z'. Expecting: 'INTERVAL', <string>

SELECT lag(t) OVER (ORDER BY t), t, date_diff('minute', lag(t) OVER (ORDER BY t), t) FROM (SELECT from_iso8601_timestamp(a) AS t FROM (VALUES '2026-07-01T00:10:00Z', '2026-07-01T00:20:00+02:00') AS v(a)) ORDER BY t;
-- ["_col0 timestamp(3) with time zone", "t timestamp(3) with time zone", "_col2 bigint"]
-- [null, "2026-07-01 00:20:00.000 +02:00", null]
-- ["2026-07-01 00:20:00.000 +02:00", "2026-07-01 00:10:00.000 UTC", "110"]

SELECT t FROM (VALUES timestamp '2026-01-01 00:00:00 UTC', timestamp '2026-01-01 00:00:00 Asia/Tokyo') AS v(t) ORDER BY t;
-- ["t timestamp(3) with time zone"]
-- ["2026-01-01 00:00:00.000 Asia/Tokyo"]
-- ["2026-01-01 00:00:00.000 UTC"]

SELECT timestamp '2026-01-01 00:00:00 UTC' AS t UNION ALL SELECT timestamp '2026-01-01 00:00:00 Asia/Tokyo';
-- ["t timestamp(3) with time zone"]
-- ["2026-01-01 00:00:00.000 Asia/Tokyo"]
-- ["2026-01-01 00:00:00.000 UTC"]

SELECT typeof(at_timezone(timestamp '2026-01-01 00:00:00 UTC', z)), ARRAY[at_timezone(timestamp '2026-01-01 00:00:00 UTC', z)], array_join(ARRAY[at_timezone(timestamp '2026-01-01 00:00:00 UTC', z)], ','), cast(at_timezone(timestamp '2026-01-01 00:00:00 UTC', z) as json), cast(row(at_timezone(timestamp '2026-01-01 00:00:00 UTC', z)) as json) FROM (VALUES 'Asia/Tokyo') AS t(z);
-- error TYPE_MISMATCH: line 1:206: Cannot cast timestamp(0) with time zone to json

SELECT from_iso8601_timestamp('2026-W48-1T10:00:00Z'), from_iso8601_timestamp('2026-329T10:00'), from_iso8601_timestamp('2026-11-23T10'), from_iso8601_timestamp('2026-11-23'), from_iso8601_timestamp('2026-11'), from_iso8601_timestamp('2026-11-23T10:00:00,5+02:00'), from_iso8601_timestamp('2026-11-23T10:00:00.123456Z'), from_iso8601_timestamp('2026-11-23T10.5Z');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone", "_col4 timestamp(3) with time zone", "_col5 timestamp(3) with time zone", "_col6 timestamp(3) with time zone", "_col7 timestamp(3) with time zone"]
-- ["2026-11-23 10:00:00.000 UTC", "2026-11-25 10:00:00.000 UTC", "2026-11-23 10:00:00.000 UTC", "2026-11-23 00:00:00.000 UTC", "2026-11-01 00:00:00.000 UTC", "2026-11-23 10:00:00.500 +02:00", "2026-11-23 10:00:00.123 UTC", "2026-11-23 10:30:00.000 UTC"]

SELECT from_iso8601_date('2026-W53-7');
-- ["_col0 date"]
-- ["2027-01-03"]

SELECT from_iso8601_date('2025-W53-7');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2025-W53-7": Value 53 for weekOfWeekyear must be in the range [1,52]

SELECT from_iso8601_date('2026-02-30');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-02-30": Value 30 for dayOfMonth must be in the range [1,28]

SELECT from_iso8601_date('2026-1-1');
-- ["_col0 date"]
-- ["2026-01-01"]

SELECT from_iso8601_timestamp('abc');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "abc"

SELECT from_iso8601_timestamp('2026-02-30T10:00:00Z');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-02-30T10:00:00Z": Value 30 for dayOfMonth must be in the range [1,28]

SELECT from_iso8601_timestamp('2026-11-23T10:00:00ZZ');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23T10:00:00ZZ" is malformed at "Z"

SELECT from_iso8601_timestamp('2026-11-23T10:00:00 UTC');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23T10:00:00 UTC" is malformed at " UTC"

SELECT from_iso8601_timestamp('2026-11-23T10:00:00.Z');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23T10:00:00.Z" is malformed at ".Z"

SELECT to_iso8601(timestamp '2026-01-01 10:00:00'), to_iso8601(timestamp '2026-01-01 10:00:00.5'), to_iso8601(timestamp '2026-01-01 10:00:00 UTC'), to_iso8601(from_unixtime(0)), to_iso8601(date '2026-01-01'), to_iso8601(date_parse('2026', '%Y')), to_iso8601(timestamp '2026-01-01 10:00:00.123456');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["2026-01-01T10:00:00", "2026-01-01T10:00:00.5", "2026-01-01T10:00:00Z", "1970-01-01T00:00:00.000Z", "2026-01-01", "2026-01-01T00:00:00.000", "2026-01-01T10:00:00.123456"]

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123', 'G C yyyy yy y YYYY x xxxx w ww e E EEE EEEE D DDD M MM MMM MMMM d dd a K KK h hh H HH k kk m mm s ss S SS SSS SSSS SSSSSS'), format_datetime(timestamp '2026-11-23 00:05:09', 'K KK h hh H HH k kk a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["AD 20 2026 26 2026 2026 2026 2026 48 48 1 Mon Mon Monday 327 327 11 11 Nov November 23 23 PM 10 10 10 10 22 22 22 22 5 05 9 09 1 12 123 1230 123000", "0 00 12 12 0 00 24 24 AM"]

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123 UTC', 'z Z ZZ ZZZ zzzz'), format_datetime(timestamp '2026-11-23 22:05:09.123 America/New_York', 'z Z ZZ ZZZ zzzz'), format_datetime(timestamp '2026-07-23 22:05:09.123 Europe/Berlin', 'z zzz zzzz Z'), format_datetime(timestamp '2026-07-23 22:05:09.123 +05:30', 'z Z ZZ ZZZ');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["UTC +0000 +00:00 UTC Coordinated Universal Time", "EST -0500 -05:00 America/New_York Eastern Standard Time", "CEST CEST Central European Summer Time +0200", "+05:30 +0530 +05:30 +05:30"]
-- refused: the date format letter 'zzzz'

SELECT format_datetime(timestamp '2026-07-23 22:05:09.123 Asia/Tokyo', 'z zzzz'), format_datetime(timestamp '2026-07-23 22:05:09.123 Asia/Kolkata', 'z zzzz'), format_datetime(timestamp '2026-07-23 22:05:09.123 Europe/London', 'z zzzz'), format_datetime(timestamp '2026-01-23 22:05:09.123 Australia/Sydney', 'z zzzz'), format_datetime(timestamp '2026-01-23 22:05:09.123 America/Los_Angeles', 'z zzzz'), format_datetime(timestamp '2026-01-23 22:05:09.123 America/Sao_Paulo', 'z zzzz');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["JST Japan Standard Time", "IST India Standard Time", "BST British Summer Time", "AEDT Australian Eastern Daylight Time", "PST Pacific Standard Time", "BRT Brasilia Standard Time"]
-- refused: the date format letter 'zzzz'

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123', 'QQQ');
-- error INVALID_FUNCTION_ARGUMENT: Illegal pattern component: QQQ

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123', 'b');
-- error INVALID_FUNCTION_ARGUMENT: Illegal pattern component: b

SELECT format_datetime(timestamp '2026-11-23 22:05:09.123', 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), format_datetime(timestamp '2026-11-23 22:05:09.123', '''o''''clock'' h a'), format_datetime(timestamp '2026-11-23 22:05:09.123', 'yyyyMMdd_HHmmss'), format_datetime(timestamp '2026-11-03 02:05:09.123', 'd/M/yy h:m'), format_datetime(date '2026-11-23', 'yyyy-MM-dd HH:mm');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["2026-11-23T22:05:09.123Z", "o'clock 10 PM", "20261123_220509", "3/11/26 2:5", "2026-11-23 00:00"]

SELECT parse_datetime('2026-11-23 22:05:09', 'yyyy-MM-dd HH:mm:ss'), parse_datetime('2026-11-23T22:05:09.123+02:00', 'yyyy-MM-dd''T''HH:mm:ss.SSSZ'), parse_datetime('2026-11-23 22:05 +0200', 'yyyy-MM-dd HH:mm Z'), parse_datetime('23/Nov/2026:22:05:09 +0000', 'dd/MMM/yyyy:HH:mm:ss Z'), parse_datetime('2026-11-23 America/New_York', 'yyyy-MM-dd ZZZ');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone", "_col4 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 UTC", "2026-11-23 22:05:09.123 +02:00", "2026-11-23 22:05:00.000 +02:00", "2026-11-23 22:05:09.000 UTC", "2026-11-23 00:00:00.000 America/New_York"]

SELECT parse_datetime('2026', 'yyyy'), parse_datetime('10:30', 'HH:mm'), parse_datetime('10:30 PM', 'hh:mm a'), parse_datetime('5', 'd'), parse_datetime('Nov 2026', 'MMM yyyy'), parse_datetime('Monday 23 November 2026', 'EEEE d MMMM yyyy'), parse_datetime('2026-329', 'yyyy-DDD'), parse_datetime('2026-48-1', 'xxxx-ww-e');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone", "_col4 timestamp(3) with time zone", "_col5 timestamp(3) with time zone", "_col6 timestamp(3) with time zone", "_col7 timestamp(3) with time zone"]
-- ["2026-01-01 00:00:00.000 UTC", "1970-01-01 10:30:00.000 UTC", "1970-01-01 22:30:00.000 UTC", "2000-01-05 00:00:00.000 UTC", "2026-11-01 00:00:00.000 UTC", "2026-11-23 00:00:00.000 UTC", "2026-11-25 00:00:00.000 UTC", "2026-11-23 00:00:00.000 UTC"]

SELECT parse_datetime('2026-11-23', 'yyyy/MM/dd');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "2026-11-23" is malformed at "-11-23"

SELECT parse_datetime('2026-13-23', 'yyyy-MM-dd');
-- error INVALID_FUNCTION_ARGUMENT: Cannot parse "2026-13-23": Value 13 for monthOfYear must be in the range [1,12]

SELECT parse_datetime('26-11-23', 'yy-MM-dd'), parse_datetime('76-11-23', 'yy-MM-dd'), parse_datetime('7-1-2', 'y-M-d'), parse_datetime('2026-11-23 5', 'yyyy-MM-dd H');
-- ["_col0 timestamp(3) with time zone", "_col1 timestamp(3) with time zone", "_col2 timestamp(3) with time zone", "_col3 timestamp(3) with time zone"]
-- ["2026-11-23 00:00:00.000 UTC", "1976-11-23 00:00:00.000 UTC", "0007-01-02 00:00:00.000 UTC", "2026-11-23 05:00:00.000 UTC"]

SELECT parse_datetime(x, 'yyyy-MM-dd HH:mm:ssZ') FROM (VALUES '2026-11-23 22:05:09+02:00', '2026-11-23 22:05:09Z', '2026-11-23 22:05:09-0530') AS t(x);
-- ["_col0 timestamp(3) with time zone"]
-- ["2026-11-23 22:05:09.000 +02:00"]
-- ["2026-11-23 22:05:09.000 UTC"]
-- ["2026-11-23 22:05:09.000 -05:30"]

SELECT date_format(timestamp '2026-11-03 02:05:09.123456', '%a %b %c %d %e %f %H %h %I %i %j %k %l %M %m %p %r %S %s %T %v %W %x %Y %y %%');
-- ["_col0 varchar"]
-- ["Tue Nov 11 03 3 123000 02 02 02 05 307 2 2 November 11 AM 02:05:09 AM 09 09 02:05:09 45 Tuesday 2026 2026 26 %"]

SELECT date_format(timestamp '2026-11-03 14:05:09.123456', '%H:%i:%s.%f %l%p %D');
-- error INVALID_FUNCTION_ARGUMENT: %D not supported in date format string

SELECT date_format(timestamp '2026-11-03 14:05:09', '%Y-%q'), date_format(timestamp '2026-11-03 14:05:09', 'week %v of %x'), date_format(date '2026-01-01', '%x-%v'), date_format(timestamp '2026-11-03 00:05:09', '%h %I %l %k %r');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["2026-q", "week 45 of 2026", "2026-01", "12 12 12 0 12:05:09 AM"]

SELECT date_parse('2026-11-23 22:05:09', '%Y-%m-%d %H:%i:%s'), date_parse('2026-11-23', '%Y-%m-%d'), date_parse('10:30 PM', '%h:%i %p'), date_parse('23 Nov 2026', '%d %b %Y'), date_parse('2026-11-23 22:05:09.123', '%Y-%m-%d %H:%i:%s.%f'), date_parse('20261123', '%Y%m%d'), date_parse('5', '%d'), date_parse('26', '%y'), date_parse('70', '%y'), date_parse('2026 329', '%Y %j');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)", "_col3 timestamp(3)", "_col4 timestamp(3)", "_col5 timestamp(3)", "_col6 timestamp(3)", "_col7 timestamp(3)", "_col8 timestamp(3)", "_col9 timestamp(3)"]
-- ["2026-11-23 22:05:09.000", "2026-11-23 00:00:00.000", "1970-01-01 22:30:00.000", "2026-11-23 00:00:00.000", "2026-11-23 22:05:09.123", "2026-11-23 00:00:00.000", "2000-01-05 00:00:00.000", "2026-01-01 00:00:00.000", "1970-01-01 00:00:00.000", "2026-11-25 00:00:00.000"]

SELECT date_parse('2026-1-3 2:5:9', '%Y-%m-%d %H:%i:%s'), date_parse('November 23, 2026', '%M %d, %Y'), date_parse('Mon 23', '%a %d'), date_parse('2026-11-23T22:05:09', '%Y-%m-%dT%H:%i:%s'), date_parse('12:05:09 AM', '%r'), date_parse('22:05:09', '%T'), date_parse('2026-11-23 9 PM', '%Y-%m-%d %l %p');
-- ["_col0 timestamp(3)", "_col1 timestamp(3)", "_col2 timestamp(3)", "_col3 timestamp(3)", "_col4 timestamp(3)", "_col5 timestamp(3)", "_col6 timestamp(3)"]
-- ["2026-01-03 02:05:09.000", "2026-11-23 00:00:00.000", "2000-01-17 00:00:00.000", "2026-11-23 22:05:09.000", "1970-01-01 00:05:09.000", "1970-01-01 22:05:09.000", "2026-11-23 21:00:00.000"]

SELECT date_parse(x, '%Y-%m-%d') FROM (VALUES '2026-11-23', null) AS t(x);
-- ["_col0 timestamp(3)"]
-- ["2026-11-23 00:00:00.000"]
-- [null]

SELECT date_parse('abc', '%Y');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format: "abc"

SELECT date_format(x, f), format_datetime(x, g), date_parse('2026', h) FROM (VALUES (timestamp '2026-11-03 14:05:09', '%Y-%m', 'yyyy', '%Y'), (timestamp '2026-11-03 14:05:09', '%d', 'dd HH', '%Y')) AS t(x, f, g, h);
-- ["_col0 varchar", "_col1 varchar", "_col2 timestamp(3)"]
-- ["2026-11", "2026", "2026-01-01 00:00:00.000"]
-- ["03", "03 14", "2026-01-01 00:00:00.000"]
-- refused: format_datetime with a format that is not a literal
