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

WITH c(u, ts) AS (VALUES ('a', timestamp '2026-01-01 10:00:00'), ('a', timestamp '2026-01-01 10:10:00'), ('a', timestamp '2026-01-01 11:00:00'), ('b', timestamp '2026-01-01 10:00:00')), g AS (SELECT u, ts, CASE WHEN date_diff('minute', lag(ts) OVER (PARTITION BY u ORDER BY ts), ts) <= 30 THEN 0 ELSE 1 END AS is_new FROM c) SELECT u, sum(is_new) AS sessions FROM g GROUP BY u ORDER BY u;
-- ["u varchar", "sessions bigint"]
-- ["a", "2"]
-- ["b", "1"]

WITH c(u, ts) AS (VALUES ('a', timestamp '2026-01-01 10:00:00'), ('a', timestamp '2026-01-01 10:10:00'), ('a', timestamp '2026-01-01 11:00:00')), g AS (SELECT u, ts, sum(CASE WHEN ts - lag(ts) OVER (PARTITION BY u ORDER BY ts) < interval '30' minute THEN 0 ELSE 1 END) OVER (PARTITION BY u ORDER BY ts) AS s FROM (SELECT u, ts FROM c)) SELECT u, s, min(ts), max(ts), count(*) FROM g GROUP BY u, s ORDER BY s;
-- error NESTED_WINDOW: line 1:186: Cannot nest window functions or row pattern measures inside window function arguments

WITH c(u, ts, gap) AS (SELECT u, ts, ts - lag(ts) OVER (PARTITION BY u ORDER BY ts) FROM (VALUES ('a', timestamp '2026-01-01 10:00:00'), ('a', timestamp '2026-01-01 10:45:30')) AS t(u, ts)) SELECT u, gap, gap > interval '30' minute, extract(minute FROM gap) FROM c ORDER BY ts;
-- ["u varchar", "gap interval day to second", "_col2 boolean", "_col3 bigint"]
-- ["a", null, null, null]
-- ["a", "0 00:45:30.000", "true", "45"]

WITH v(u, d) AS (VALUES ('a', date '2026-01-01'), ('a', date '2026-01-08'), ('b', date '2026-01-02'), ('c', date '2026-01-09')), f AS (SELECT u, date_trunc('week', min(d)) AS cohort FROM v GROUP BY u) SELECT cohort, date_diff('week', cohort, date_trunc('week', d)) AS week, count(DISTINCT v.u) AS users FROM v JOIN f ON v.u = f.u GROUP BY 1, 2 ORDER BY 1, 2;
-- ["cohort date", "week bigint", "users bigint"]
-- ["2025-12-29", "0", "2"]
-- ["2025-12-29", "1", "1"]
-- ["2026-01-05", "0", "1"]

WITH e(u, p, ts) AS (VALUES ('a', 'menu', 1), ('a', 'cart', 2), ('a', 'pay', 3), ('b', 'menu', 1), ('b', 'cart', 5), ('c', 'cart', 1)), m AS (SELECT u, min(CASE WHEN p = 'menu' THEN ts END) AS menu, min(CASE WHEN p = 'cart' THEN ts END) AS cart, min(CASE WHEN p = 'pay' THEN ts END) AS pay FROM e GROUP BY u) SELECT count(menu), count_if(cart > menu), count_if(pay > cart AND cart > menu) FROM m;
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2", "2", "1"]

SELECT url_extract_host(u), url_extract_parameter(u, 'utm_source'), count(*) FROM (VALUES 'https://x.de/a?utm_source=mail&b=1', 'https://x.de/?utm_source=ad', 'https://y.de') AS t(u) GROUP BY 1, 2 ORDER BY 1, 2;
-- ["_col0 varchar", "_col1 varchar", "_col2 bigint"]
-- ["x.de", "ad", "1"]
-- ["x.de", "mail", "1"]
-- ["y.de", null, "1"]

SELECT date_trunc('hour', from_iso8601_timestamp(t)) AS h, count(*) FROM (VALUES '2026-01-01T10:05:00Z', '2026-01-01T10:59:59Z', '2026-01-01T11:00:00Z') AS c(t) GROUP BY 1 ORDER BY 1;
-- ["h timestamp(3) with time zone", "_col1 bigint"]
-- ["2026-01-01 10:00:00.000 UTC", "2"]
-- ["2026-01-01 11:00:00.000 UTC", "1"]

SELECT date_format(from_unixtime(ts), '%Y-%m-%d %H:00') AS h, approx_percentile(ms, 0.5), approx_percentile(ms, ARRAY[0.25, 0.75]) FROM (VALUES (1767261600, 10), (1767261601, 20), (1767261602, 30)) AS t(ts, ms) GROUP BY 1;
-- ["h varchar", "_col1 bigint", "_col2 array(bigint)"]
-- ["2026-01-01 10:00", "20", "[10, 30]"]

SELECT element, sum(seconds) AS total, rank() OVER (ORDER BY sum(seconds) DESC) AS place FROM (VALUES ('menu', 5), ('cart', 9), ('menu', 7)) AS t(element, seconds) GROUP BY element ORDER BY place;
-- ["element varchar", "total bigint", "place bigint"]
-- ["menu", "12", "1"]
-- ["cart", "9", "2"]

SELECT histogram(p), map_agg(p, n), max_by(p, n), min_by(p, n) FROM (VALUES ('menu', 3), ('cart', 1)) AS t(p, n);
-- ["_col0 map(varchar, bigint)", "_col1 map(varchar, integer)", "_col2 varchar", "_col3 varchar"]
-- ["{menu=1, cart=1}", "{menu=3, cart=1}", "menu", "cart"]

SELECT json_extract_scalar(e, '$.user.id') AS id, cast(json_extract(e, '$.tags') AS array(varchar)) AS tags, cast(json_extract_scalar(e, '$.n') AS integer) AS n FROM (VALUES '{"user": {"id": "u1"}, "tags": ["a", "b"], "n": 3}') AS t(e);
-- ["id varchar", "tags array(varchar)", "n integer"]
-- ["u1", "[a, b]", "3"]

SELECT u, array_join(array_agg(p ORDER BY ts), ' > ') AS path FROM (VALUES ('a', 'menu', 1), ('a', 'cart', 2), ('b', 'menu', 1)) AS t(u, p, ts) GROUP BY u ORDER BY u;
-- ["u varchar", "path varchar"]
-- ["a", "menu > cart"]
-- ["b", "menu"]

SELECT path, count(*) FROM (SELECT u, array_agg(p ORDER BY ts) AS path FROM (VALUES ('a', 'menu', 1), ('a', 'cart', 2), ('b', 'menu', 1), ('b', 'cart', 2)) AS t(u, p, ts) GROUP BY u) GROUP BY path;
-- ["path array(varchar)", "_col1 bigint"]
-- ["[menu, cart]", "2"]

SELECT p, next, count(*) FROM (SELECT p, lead(p) OVER (PARTITION BY u ORDER BY ts) AS next FROM (VALUES ('a', 'menu', 1), ('a', 'cart', 2), ('b', 'menu', 1)) AS t(u, p, ts)) GROUP BY p, next ORDER BY p, next;
-- ["p varchar", "next varchar", "_col2 bigint"]
-- ["cart", null, "1"]
-- ["menu", "cart", "1"]
-- ["menu", null, "1"]

SELECT d, n, avg(n) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS moving, n - lag(n) OVER (ORDER BY d) AS change FROM (VALUES (date '2026-01-01', 10), (date '2026-01-02', 20), (date '2026-01-03', 60)) AS t(d, n) ORDER BY d;
-- ["d date", "n integer", "moving double", "change integer"]
-- ["2026-01-01", "10", "10.0", null]
-- ["2026-01-02", "20", "15.0", "10"]
-- ["2026-01-03", "60", "30.0", "40"]

SELECT s.d, coalesce(n, 0) FROM UNNEST(sequence(date '2026-01-01', date '2026-01-03', interval '1' day)) AS s(d) LEFT JOIN (VALUES (date '2026-01-02', 5)) AS t(d, n) ON s.d = t.d ORDER BY 1;
-- ["d date", "_col1 integer"]
-- ["2026-01-01", "0"]
-- ["2026-01-02", "5"]
-- ["2026-01-03", "0"]

SELECT u, count(*) FILTER (WHERE p = 'menu') AS menus, round(100.0 * count_if(p = 'cart') / count(*), 1) AS share FROM (VALUES ('a', 'menu'), ('a', 'cart'), ('a', 'menu'), ('b', 'cart')) AS t(u, p) GROUP BY u ORDER BY u;
-- ["u varchar", "menus bigint", "share double"]
-- ["a", "2", "33.3"]
-- ["b", "0", "100.0"]

SELECT width_bucket(seconds, 0, 60, 3) AS bucket, count(*), min(seconds), max(seconds) FROM (VALUES 5, 15, 25, 45, 75) AS t(seconds) GROUP BY 1 ORDER BY 1;
-- ["bucket bigint", "_col1 bigint", "_col2 integer", "_col3 integer"]
-- ["1", "2", "5", "15"]
-- ["2", "1", "25", "25"]
-- ["3", "1", "45", "45"]
-- ["4", "1", "75", "75"]

SELECT day_of_week(ts), hour(ts), count(*) FROM (VALUES timestamp '2026-01-05 10:00:00', timestamp '2026-01-05 10:30:00', timestamp '2026-01-11 23:00:00') AS t(ts) GROUP BY 1, 2 ORDER BY 1, 2;
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["1", "10", "2"]
-- ["7", "23", "1"]

SELECT regexp_extract(ua, '(Firefox|Chrome)/(\d+)', 1) AS browser, regexp_extract(ua, '(Firefox|Chrome)/(\d+)', 2) AS version FROM (VALUES 'Mozilla Firefox/120.0', 'Chrome/119.1', 'curl') AS t(ua) ORDER BY 1;
-- ["browser varchar", "version varchar"]
-- ["Chrome", "119"]
-- ["Firefox", "120"]
-- [null, null]

SELECT u, sum(amount) AS total, ntile(2) OVER (ORDER BY sum(amount) DESC) AS half FROM (VALUES ('a', decimal '10.50'), ('a', decimal '1.25'), ('b', decimal '3.00')) AS t(u, amount) GROUP BY u ORDER BY u;
-- ["u varchar", "total decimal(38,2)", "half bigint"]
-- ["a", "11.75", "1"]
-- ["b", "3.00", "2"]

SELECT cast(avg(amount) AS decimal(10,2)), sum(amount) / count(*), max(amount) * 2 FROM (VALUES decimal '10.50', decimal '1.25') AS t(amount);
-- ["_col0 decimal(10,2)", "_col1 decimal(38,2)", "_col2 decimal(14,2)"]
-- ["5.88", "5.88", "21.00"]

SELECT a.u, count(b.u) FROM (VALUES 'a', 'b') AS a(u) LEFT JOIN (VALUES ('a', 1), ('a', 2)) AS b(u, n) ON a.u = b.u AND b.n > 1 GROUP BY a.u ORDER BY 1;
-- ["u varchar", "_col1 bigint"]
-- ["a", "1"]
-- ["b", "0"]

SELECT u, approx_distinct(p), count(DISTINCT p), cardinality(array_distinct(array_agg(p))) FROM (VALUES ('a', 'x'), ('a', 'y'), ('a', 'x')) AS t(u, p) GROUP BY u;
-- ["u varchar", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["a", "2", "2", "2"]

SELECT u, reduce(array_agg(n ORDER BY n), 0, (s, x) -> s + x, s -> s) AS total, filter(array_agg(n), x -> x > 1) FROM (VALUES ('a', 1), ('a', 2)) AS t(u, n) GROUP BY u;
-- ["u varchar", "total integer", "_col2 array(integer)"]
-- ["a", "3", "[2]"]

SELECT to_unixtime(max(ts)) - to_unixtime(min(ts)), date_diff('second', min(ts), max(ts)), max(ts) - min(ts) FROM (VALUES timestamp '2026-01-01 10:00:00.250', timestamp '2026-01-01 10:00:10') AS t(ts);
-- ["_col0 double", "_col1 bigint", "_col2 interval day to second"]
-- ["9.75", "9", "0 00:00:09.750"]

SELECT date_trunc('day', ts AT TIME ZONE 'America/New_York') AS d, count(*) FROM (VALUES timestamp '2026-01-01 02:00:00 UTC', timestamp '2026-01-01 12:00:00 UTC') AS t(ts) GROUP BY 1 ORDER BY 1;
-- ["d timestamp(3) with time zone", "_col1 bigint"]
-- ["2025-12-31 00:00:00.000 America/New_York", "1"]
-- ["2026-01-01 00:00:00.000 America/New_York", "1"]

SELECT u, min(ts) AS first, max(ts) AS last, arbitrary(p) IS NOT NULL FROM (VALUES ('a', timestamp '2026-01-01 10:00:00', 'x'), ('a', timestamp '2026-01-02 10:00:00', 'y')) AS t(u, ts, p) GROUP BY u;
-- ["u varchar", "first timestamp(3)", "last timestamp(3)", "_col3 boolean"]
-- ["a", "2026-01-01 10:00:00.000", "2026-01-02 10:00:00.000", "true"]
