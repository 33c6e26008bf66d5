-- Clickstream analyses · Trino 435

WITH clicks(guest, page, at) AS (VALUES ('a', 'menu', timestamp '2026-11-23 10:00:00'), ('a', 'cart', timestamp '2026-11-23 10:05:00'), ('b', 'menu', timestamp '2026-11-23 11:00:00')) SELECT page, count(*) AS clicks, count(DISTINCT guest) AS guests FROM clicks GROUP BY page ORDER BY clicks DESC, page;
-- ["page varchar", "clicks bigint", "guests bigint"]
-- ["menu", "2", "2"]
-- ["cart", "1", "1"]

WITH clicks(guest, at) AS (VALUES ('a', timestamp '2026-11-23 10:00:00'), ('a', timestamp '2026-11-23 10:45:00'), ('b', timestamp '2026-11-23 11:10:00')) SELECT date_trunc('hour', at) AS hour, count(*) AS clicks FROM clicks GROUP BY 1 ORDER BY 1;
-- ["hour timestamp(3)", "clicks bigint"]
-- ["2026-11-23 10:00:00.000", "2"]
-- ["2026-11-23 11:00:00.000", "1"]

WITH clicks(guest, at) AS (VALUES ('a', timestamp '2026-11-23 10:00:00'), ('a', timestamp '2026-11-23 10:05:00'), ('a', timestamp '2026-11-23 12:00:00')), gaps AS (SELECT guest, at, CASE WHEN date_diff('minute', lag(at) OVER (PARTITION BY guest ORDER BY at), at) < 30 THEN 0 ELSE 1 END AS starts FROM clicks) SELECT guest, at, sum(starts) OVER (PARTITION BY guest ORDER BY at) AS session FROM gaps ORDER BY at;
-- ["guest varchar", "at timestamp(3)", "session bigint"]
-- ["a", "2026-11-23 10:00:00.000", "1"]
-- ["a", "2026-11-23 10:05:00.000", "1"]
-- ["a", "2026-11-23 12:00:00.000", "2"]

WITH clicks(guest, at) AS (VALUES ('a', timestamp '2026-11-23 10:00:00'), ('a', timestamp '2026-11-23 10:05:30'), ('b', timestamp '2026-11-23 12:00:00')) SELECT guest, max(at) - min(at) AS stay, date_diff('second', min(at), max(at)) AS seconds FROM clicks GROUP BY guest ORDER BY guest;
-- ["guest varchar", "stay interval day to second", "seconds bigint"]
-- ["a", "0 00:05:30.000", "330"]
-- ["b", "0 00:00:00.000", "0"]

WITH clicks(guest, page) AS (VALUES ('a', 'menu'), ('a', 'cart'), ('b', 'menu'), ('c', 'menu')) SELECT count(DISTINCT guest) FILTER (WHERE page = 'menu') AS saw, count(DISTINCT guest) FILTER (WHERE page = 'cart') AS added, 100.0 * count(DISTINCT guest) FILTER (WHERE page = 'cart') / count(DISTINCT guest) FILTER (WHERE page = 'menu') AS percent FROM clicks;
-- ["saw bigint", "added bigint", "percent double"]
-- ["3", "1", "33.333333333333336"]

WITH clicks(guest, page, n) AS (VALUES ('a', 'menu', 1), ('a', 'dish', 2), ('a', 'cart', 3), ('b', 'menu', 1)) SELECT guest, array_join(array_agg(page ORDER BY n), ' > ') AS path FROM clicks GROUP BY guest ORDER BY guest;
-- ["guest varchar", "path varchar"]
-- ["a", "menu > dish > cart"]
-- ["b", "menu"]

WITH clicks(guest, page, n) AS (VALUES ('a', 'menu', 1), ('a', 'dish', 2), ('a', 'cart', 3), ('b', 'menu', 1), ('b', 'dish', 2)) SELECT page, lead(page) OVER (PARTITION BY guest ORDER BY n) AS next, guest FROM clicks ORDER BY guest, n;
-- ["page varchar", "next varchar", "guest varchar"]
-- ["menu", "dish", "a"]
-- ["dish", "cart", "a"]
-- ["cart", null, "a"]
-- ["menu", "dish", "b"]
-- ["dish", null, "b"]

WITH clicks(guest, page, n) AS (VALUES ('a', 'menu', 1), ('a', 'dish', 2), ('b', 'menu', 1), ('b', 'dish', 2)), steps AS (SELECT page, lead(page) OVER (PARTITION BY guest ORDER BY n) AS next FROM clicks) SELECT page, next, count(*) AS times FROM steps WHERE next IS NOT NULL GROUP BY page, next;
-- ["page varchar", "next varchar", "times bigint"]
-- ["menu", "dish", "2"]

WITH clicks(element, seconds) AS (VALUES ('a', 5), ('b', 20), ('a', 15)) SELECT element, avg(seconds) AS mean, sum(seconds) / count(*) AS whole, approx_percentile(seconds, 0.5) AS median FROM clicks GROUP BY element ORDER BY element;
-- ["element varchar", "mean double", "whole bigint", "median bigint"]
-- ["a", "10.0", "10", "15"]
-- ["b", "20.0", "20", "20"]

WITH clicks(item, seconds) AS (VALUES ('x', 5), ('y', 20), ('x', 15)) SELECT item, sum(seconds) AS total, rank() OVER (ORDER BY sum(seconds) DESC, item) AS place FROM clicks GROUP BY item ORDER BY place;
-- ["item varchar", "total bigint", "place bigint"]
-- ["x", "20", "1"]
-- ["y", "20", "2"]

WITH clicks(ts) AS (VALUES 1795471200, 1795474800) SELECT from_unixtime(ts) AS at, format_datetime(from_unixtime(ts), 'yyyy-MM-dd HH') AS hour FROM clicks ORDER BY ts;
-- ["at timestamp(3) with time zone", "hour varchar"]
-- ["2026-11-23 22:00:00.000 UTC", "2026-11-23 22"]
-- ["2026-11-23 23:00:00.000 UTC", "2026-11-23 23"]

WITH clicks(ts) AS (VALUES '2026-11-23T22:00:00Z', '2026-11-23T23:30:00Z') SELECT from_iso8601_timestamp(ts) AS at, day_of_week(from_iso8601_timestamp(ts)) AS dow, hour(from_iso8601_timestamp(ts)) AS hour FROM clicks ORDER BY ts;
-- ["at timestamp(3) with time zone", "dow bigint", "hour bigint"]
-- ["2026-11-23 22:00:00.000 UTC", "1", "22"]
-- ["2026-11-23 23:30:00.000 UTC", "1", "23"]

WITH clicks(year, month, day, hour) AS (VALUES ('2026', '11', '23', '22')) SELECT date_parse(year || '/' || month || '/' || day || '/' || hour, '%Y/%m/%d/%H') AS at FROM clicks;
-- ["at timestamp(3)"]
-- ["2026-11-23 22:00:00.000"]

WITH clicks(datehour) AS (VALUES '2026/11/23/22', '2026/11/23/23') SELECT datehour FROM clicks WHERE datehour >= date_format(timestamp '2026-11-23 23:30:00' - interval '1' hour, '%Y/%m/%d/%H') ORDER BY datehour;
-- ["datehour varchar"]
-- ["2026/11/23/22"]
-- ["2026/11/23/23"]

WITH clicks(datehour) AS (VALUES '2026/11/23/22', '2026/11/23/23') SELECT count(*) FROM clicks WHERE date_parse(datehour, '%Y/%m/%d/%H') BETWEEN timestamp '2026-11-23 22:00:00' AND timestamp '2026-11-23 22:59:59';
-- ["_col0 bigint"]
-- ["1"]

WITH clicks(url) AS (VALUES 'https://shop.example/menu?utm_source=mail&x=1', 'https://shop.example/menu?utm_source=ad', 'https://shop.example/') SELECT url_extract_parameter(url, 'utm_source') AS source, url_extract_path(url) AS path, count(*) AS n FROM clicks GROUP BY 1, 2 ORDER BY 1, 2;
-- ["source varchar", "path varchar", "n bigint"]
-- ["ad", "/menu", "1"]
-- ["mail", "/menu", "1"]
-- [null, "/", "1"]

WITH clicks(body) AS (VALUES '{"element": "menu", "time": 5}', '{"element": "cart", "time": 7}') SELECT json_extract_scalar(body, '$.element') AS element, cast(json_extract_scalar(body, '$.time') as integer) AS seconds FROM clicks ORDER BY 1;
-- ["element varchar", "seconds integer"]
-- ["cart", "7"]
-- ["menu", "5"]

WITH clicks(body) AS (VALUES '{"items": [{"id": 1, "n": 2}, {"id": 2, "n": 1}]}') SELECT i.id, i.n FROM clicks CROSS JOIN UNNEST(cast(json_extract(body, '$.items') as array(row(id integer, n integer)))) AS i(id, n) ORDER BY 1;
-- ["id integer", "n integer"]
-- ["1", "2"]
-- ["2", "1"]

WITH clicks(guest, tags) AS (VALUES ('a', ARRAY['hot', 'new']), ('b', ARRAY['new'])) SELECT tag, count(*) FROM clicks CROSS JOIN UNNEST(tags) AS t(tag) GROUP BY tag ORDER BY tag;
-- ["tag varchar", "_col1 bigint"]
-- ["hot", "1"]
-- ["new", "2"]

WITH clicks(day, guest) AS (VALUES (date '2026-11-21', 'a'), (date '2026-11-22', 'a'), (date '2026-11-22', 'b')), days AS (SELECT d FROM UNNEST(sequence(date '2026-11-20', date '2026-11-22', interval '1' day)) AS t(d)) SELECT d, count(guest) AS guests FROM days LEFT JOIN clicks ON day = d GROUP BY d ORDER BY d;
-- ["d date", "guests bigint"]
-- ["2026-11-20", "0"]
-- ["2026-11-21", "1"]
-- ["2026-11-22", "2"]

WITH clicks(day, guest) AS (VALUES (date '2026-11-21', 'a'), (date '2026-11-22', 'a'), (date '2026-11-22', 'b')), firsts AS (SELECT guest, min(day) AS first FROM clicks GROUP BY guest) SELECT first, date_diff('day', first, day) AS later, count(DISTINCT c.guest) AS guests FROM clicks c JOIN firsts f ON c.guest = f.guest GROUP BY 1, 2 ORDER BY 1, 2;
-- ["first date", "later bigint", "guests bigint"]
-- ["2026-11-21", "0", "1"]
-- ["2026-11-21", "1", "1"]
-- ["2026-11-22", "0", "1"]

WITH clicks(device, page) AS (VALUES ('phone', 'menu'), ('phone', 'cart'), ('desk', 'menu')) SELECT device, page, count(*) AS n FROM clicks GROUP BY ROLLUP (device, page) ORDER BY 1, 2;
-- ["device varchar", "page varchar", "n bigint"]
-- ["desk", "menu", "1"]
-- ["desk", null, "1"]
-- ["phone", "cart", "1"]
-- ["phone", "menu", "1"]
-- ["phone", null, "2"]
-- [null, null, "3"]

WITH clicks(device) AS (VALUES 'phone', 'phone', 'desk') SELECT device, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent FROM clicks GROUP BY device ORDER BY n DESC;
-- ["device varchar", "n bigint", "percent double"]
-- ["phone", "2", "66.7"]
-- ["desk", "1", "33.3"]

WITH clicks(page) AS (VALUES 'menu', 'cart', 'menu') SELECT histogram(page)['menu'] AS menus, approx_distinct(page) AS kinds FROM clicks;
-- ["menus bigint", "kinds bigint"]
-- ["2", "2"]

WITH clicks(guest, page, at) AS (VALUES ('a', 'menu', 1), ('a', 'cart', 2), ('b', 'menu', 1)) SELECT guest, max_by(page, at) AS last, min_by(page, at) AS first FROM clicks GROUP BY guest ORDER BY guest;
-- ["guest varchar", "last varchar", "first varchar"]
-- ["a", "cart", "menu"]
-- ["b", "menu", "menu"]

WITH clicks(guest, page, at) AS (VALUES ('a', 'menu', 1), ('a', 'cart', 3), ('b', 'menu', 1)), saw AS (SELECT guest, min(at) AS at FROM clicks WHERE page = 'menu' GROUP BY guest), bought AS (SELECT guest, min(at) AS at FROM clicks WHERE page = 'cart' GROUP BY guest) SELECT count(saw.guest) AS saw, count(bought.guest) AS bought FROM saw LEFT JOIN bought ON saw.guest = bought.guest AND bought.at > saw.at;
-- ["saw bigint", "bought bigint"]
-- ["2", "1"]

WITH clicks(seconds) AS (VALUES 1, 7, 12, 31) SELECT width_bucket(seconds, 0, 30, 3) AS bucket, count(*) AS n FROM clicks GROUP BY 1 ORDER BY 1;
-- ["bucket bigint", "n bigint"]
-- ["1", "2"]
-- ["2", "1"]
-- ["4", "1"]

WITH clicks(seconds) AS (VALUES 1, 7, 12, 31) SELECT CASE WHEN seconds < 10 THEN 'short' WHEN seconds < 30 THEN 'medium' ELSE 'long' END AS kind, count(*) AS n FROM clicks GROUP BY 1 ORDER BY 2 DESC, 1;
-- ["kind varchar", "n bigint"]
-- ["short", "2"]
-- ["long", "1"]
-- ["medium", "1"]

WITH clicks(day, n) AS (VALUES (date '2026-11-21', 4), (date '2026-11-22', 8), (date '2026-11-23', 6)) SELECT day, avg(n) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week, n - lag(n) OVER (ORDER BY day) AS change, 100.0 * n / lag(n) OVER (ORDER BY day) - 100 AS percent FROM clicks ORDER BY day;
-- ["day date", "week double", "change integer", "percent double"]
-- ["2026-11-21", "4.0", null, null]
-- ["2026-11-22", "6.0", "4", "100.0"]
-- ["2026-11-23", "6.0", "-2", "-25.0"]

WITH clicks(agent) AS (VALUES 'Mozilla/5.0 (iPhone; CPU)', 'Mozilla/5.0 (Windows NT 10.0)', null) SELECT regexp_extract(agent, '\(([^;)]+)', 1) AS device, count(*) FROM clicks GROUP BY 1 ORDER BY 1;
-- ["device varchar", "_col1 bigint"]
-- ["Windows NT 10.0", "1"]
-- ["iPhone", "1"]
-- [null, "1"]

WITH clicks(at) AS (VALUES timestamp '2026-11-23 22:00:00', timestamp '2026-11-22 09:00:00') SELECT date_format(at, '%W') AS weekday, hour(at) AS hour, count(*) AS n FROM clicks GROUP BY 1, 2 ORDER BY 3, 2;
-- ["weekday varchar", "hour bigint", "n bigint"]
-- ["Sunday", "9", "1"]
-- ["Monday", "22", "1"]

WITH clicks(at) AS (VALUES timestamp '2026-11-23 22:00:00', timestamp '2026-11-24 04:30:00') SELECT date(at AT TIME ZONE 'America/New_York') AS day, count(*) AS n FROM clicks GROUP BY 1 ORDER BY 1;
-- ["day date", "n bigint"]
-- ["2026-11-23", "2"]
