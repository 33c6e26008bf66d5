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

WITH clicks(guest, at, page) AS (VALUES ('g1', timestamp '2026-07-01 10:00:00', 'home'), ('g1', timestamp '2026-07-01 10:05:00', 'menu'), ('g1', timestamp '2026-07-01 11:00:00', 'home'), ('g2', timestamp '2026-07-01 10:02:00', 'menu')), marked AS (SELECT *, CASE WHEN date_diff('minute', lag(at) OVER (PARTITION BY guest ORDER BY at), at) <= 30 THEN 0 ELSE 1 END AS is_new FROM clicks), sessions AS (SELECT *, sum(is_new) OVER (PARTITION BY guest ORDER BY at ROWS UNBOUNDED PRECEDING) AS session FROM marked) SELECT guest, session, min(at), max(at), count(*), array_join(array_agg(page ORDER BY at), '>'), date_diff('second', min(at), max(at)) FROM sessions GROUP BY guest, session ORDER BY 1, 2;
-- ["guest varchar", "session bigint", "_col2 timestamp(3)", "_col3 timestamp(3)", "_col4 bigint", "_col5 varchar", "_col6 bigint"]
-- ["g1", "1", "2026-07-01 10:00:00.000", "2026-07-01 10:05:00.000", "2", "home>menu", "300"]
-- ["g1", "2", "2026-07-01 11:00:00.000", "2026-07-01 11:00:00.000", "1", "home", "0"]
-- ["g2", "1", "2026-07-01 10:02:00.000", "2026-07-01 10:02:00.000", "1", "menu", "0"]

WITH e(guest, step, at) AS (VALUES ('a', 'view', 1), ('a', 'cart', 2), ('a', 'pay', 3), ('b', 'view', 1), ('b', 'cart', 2), ('c', 'view', 5)), f AS (SELECT guest, min(at) FILTER (WHERE step = 'view') AS v, min(at) FILTER (WHERE step = 'cart') AS c, min(at) FILTER (WHERE step = 'pay') AS p FROM e GROUP BY guest) SELECT count(v), count_if(c > v), count_if(p > c AND c > v), round(100.0 * count_if(c > v) / count(v), 1), cast(count_if(p > c) AS double) / nullif(count(c), 0) FROM f;
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 double", "_col4 double"]
-- ["3", "2", "1", "66.7", "0.5"]

WITH v(guest, day) AS (VALUES ('a', date '2026-07-01'), ('a', date '2026-07-02'), ('b', date '2026-07-01'), ('b', date '2026-07-08'), ('c', date '2026-07-02')), first AS (SELECT guest, min(day) AS cohort FROM v GROUP BY guest) SELECT cohort, date_diff('day', cohort, day) AS n, count(DISTINCT v.guest) FROM v JOIN first ON v.guest = first.guest GROUP BY 1, 2 ORDER BY 1, 2;
-- ["cohort date", "n bigint", "_col2 bigint"]
-- ["2026-07-01", "0", "2"]
-- ["2026-07-01", "1", "1"]
-- ["2026-07-01", "7", "1"]
-- ["2026-07-02", "0", "1"]

SELECT page, n FROM (SELECT page, n, row_number() OVER (PARTITION BY d ORDER BY n DESC, page) AS r FROM (VALUES (1, 'a', 5), (1, 'b', 7), (1, 'c', 7), (2, 'a', 1)) AS t(d, page, n)) WHERE r <= 2 ORDER BY n DESC, page;
-- ["page varchar", "n integer"]
-- ["b", "7"]
-- ["c", "7"]
-- ["a", "1"]

WITH ab(variant, visits, buys) AS (VALUES ('A', 1000, 110), ('B', 1000, 150)), r AS (SELECT max(buys * 1.0 / visits) FILTER (WHERE variant = 'A') AS pa, max(buys * 1.0 / visits) FILTER (WHERE variant = 'B') AS pb, max(visits) FILTER (WHERE variant = 'A') AS na, max(visits) FILTER (WHERE variant = 'B') AS nb, sum(buys) * 1.0 / sum(visits) AS p FROM ab) SELECT round((pb - pa) / sqrt(p * (1 - p) * (1.0 / na + 1.0 / nb)), 6), round(normal_cdf(0, 1, (pb - pa) / sqrt(p * (1 - p) * (1.0 / na + 1.0 / nb))), 6), round(wilson_interval_lower(110, 1000, 1.96), 6) FROM r;
-- ["_col0 double", "_col1 double", "_col2 double"]
-- ["2.659584", "0.996088", "0.092079"]

SELECT approx_percentile(ms, 0.5), approx_percentile(ms, 0.95), approx_percentile(ms, ARRAY[0.5, 0.9, 0.99]), avg(ms), max(ms), min_by(page, ms) FROM (VALUES ('a', 12), ('b', 33), ('c', 7), ('d', 120), ('e', 45), ('f', 46), ('g', 3), ('h', 8), ('i', 99), ('j', 51)) AS t(page, ms);
-- ["_col0 bigint", "_col1 bigint", "_col2 array(bigint)", "_col3 double", "_col4 integer", "_col5 varchar"]
-- ["45", "120", "[45, 120, 120]", "42.4", "120", "g"]

SELECT url_extract_host(u), url_extract_path(u), url_extract_parameter(u, 'utm_source'), url_extract_query(u), url_extract_fragment(u), url_extract_port(u), url_decode(url_extract_parameter(u, 'q')), regexp_extract(u, 'utm_medium=([^&#]+)', 1), split_part(url_extract_path(u), '/', 2) FROM (VALUES 'https://shop.example.com:8443/menu/tea?utm_source=mail&utm_medium=crm&q=iced%20tea#top') AS t(u);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 bigint", "_col6 varchar", "_col7 varchar", "_col8 varchar"]
-- ["shop.example.com", "/menu/tea", "mail", "utm_source=mail&utm_medium=crm&q=iced tea", "top", "8443", "iced tea", "crm", "menu"]

SELECT split_to_map(url_extract_query(u), '&', '='), map_keys(split_to_map(url_extract_query(u), '&', '=')), element_at(split_to_map(url_extract_query(u), '&', '='), 'b') FROM (VALUES 'http://x.y/?a=1&b=2') AS t(u);
-- ["_col0 map(varchar, varchar)", "_col1 array(varchar)", "_col2 varchar"]
-- ["{a=1, b=2}", "[a, b]", "2"]

SELECT CASE WHEN regexp_like(ua, '(?i)ipad|tablet') THEN 'tablet' WHEN regexp_like(ua, '(?i)mobi|iphone|android') THEN 'mobile' ELSE 'desktop' END, regexp_extract(ua, '(Chrome|Firefox|Safari)/(\d+)', 1), cast(regexp_extract(ua, '(Chrome|Firefox|Version)/(\d+)', 2) AS integer), regexp_replace(ua, '\(.*?\)', '') FROM (VALUES 'Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Version/17.0 Mobile Safari/604.1', 'Mozilla/5.0 (iPad) Version/16.5 Safari/604.1') AS t(ua);
-- ["_col0 varchar", "_col1 varchar", "_col2 integer", "_col3 varchar"]
-- ["desktop", "Chrome", "120", "Mozilla/5.0  Chrome/120.0 Safari/537.36"]
-- ["mobile", "Safari", "17", "Mozilla/5.0  Version/17.0 Mobile Safari/604.1"]
-- ["tablet", "Safari", "16", "Mozilla/5.0  Version/16.5 Safari/604.1"]

SELECT restaurant, hour(at_timezone(at, tz)), format_datetime(at_timezone(at, tz), 'EEE HH:mm'), date(at_timezone(at, tz)), date_trunc('day', at_timezone(at, tz)), cast(at_timezone(at, tz) AS timestamp) FROM (VALUES ('r1', timestamp '2026-07-01 23:30:00 UTC', 'Europe/Berlin'), ('r2', timestamp '2026-07-01 23:30:00 UTC', 'America/Chicago')) AS t(restaurant, at, tz) ORDER BY 1;
-- ["restaurant varchar", "_col1 bigint", "_col2 varchar", "_col3 date", "_col4 timestamp(3) with time zone", "_col5 timestamp(3)"]
-- ["r1", "1", "Thu 01:30", "2026-07-02", "2026-07-02 00:00:00.000 Europe/Berlin", "2026-07-02 01:30:00.000"]
-- ["r2", "18", "Wed 18:30", "2026-07-01", "2026-07-01 00:00:00.000 America/Chicago", "2026-07-01 18:30:00.000"]

WITH d(day) AS (VALUES date '2026-07-01', date '2026-07-02', date '2026-07-03', date '2026-07-06', date '2026-07-07'), g AS (SELECT day, date_add('day', -row_number() OVER (ORDER BY day), day) AS island FROM d) SELECT min(day), max(day), count(*) FROM g GROUP BY island ORDER BY 1;
-- ["_col0 date", "_col1 date", "_col2 bigint"]
-- ["2026-07-01", "2026-07-03", "3"]
-- ["2026-07-06", "2026-07-07", "2"]

SELECT day, coalesce(n, 0) FROM UNNEST(sequence(date '2026-07-01', date '2026-07-04', interval '1' day)) AS s(day) LEFT JOIN (VALUES (date '2026-07-02', 5)) AS t(d, n) ON day = d ORDER BY day;
-- ["day date", "_col1 integer"]
-- ["2026-07-01", "0"]
-- ["2026-07-02", "5"]
-- ["2026-07-03", "0"]
-- ["2026-07-04", "0"]

SELECT at, date_diff('hour', at, lead(at) OVER (ORDER BY at)) FROM UNNEST(sequence(timestamp '2026-07-01 00:00:00', timestamp '2026-07-01 06:00:00', interval '2' hour)) AS s(at) ORDER BY at;
-- ["at timestamp(3)", "_col1 bigint"]
-- ["2026-07-01 00:00:00.000", "2"]
-- ["2026-07-01 02:00:00.000", "2"]
-- ["2026-07-01 04:00:00.000", "2"]
-- ["2026-07-01 06:00:00.000", null]

SELECT d, approx_distinct(u) OVER (ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), count(*) OVER (ORDER BY d), sum(n) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW), avg(n) OVER (), ntile(2) OVER (ORDER BY d), percent_rank() OVER (ORDER BY n), cume_dist() OVER (ORDER BY n) FROM (VALUES (1, 'a', 10), (2, 'b', 20), (3, 'a', 20), (4, 'c', 40)) AS t(d, u, n) ORDER BY d;
-- ["d integer", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 double", "_col5 bigint", "_col6 double", "_col7 double"]
-- ["1", "1", "1", "10", "22.5", "1", "0.0", "0.25"]
-- ["2", "2", "2", "30", "22.5", "1", "0.3333333333333333", "0.75"]
-- ["3", "2", "3", "50", "22.5", "2", "0.3333333333333333", "0.75"]
-- ["4", "2", "4", "80", "22.5", "2", "1.0", "1.0"]

SELECT array_agg(DISTINCT page ORDER BY page), array_distinct(array_agg(page ORDER BY at)), cardinality(array_agg(page)), ngrams(array_agg(page ORDER BY at), 2), array_join(slice(array_agg(page ORDER BY at), 1, 2), ' > '), contains_sequence(array_agg(page ORDER BY at), ARRAY['menu', 'cart']) FROM (VALUES (1, 'home'), (2, 'menu'), (3, 'cart'), (4, 'menu')) AS t(at, page);
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 bigint", "_col3 array(array(varchar))", "_col4 varchar", "_col5 boolean"]
-- ["[cart, home, menu]", "[home, menu, cart]", "4", "[[home, menu], [menu, cart], [cart, menu]]", "home > menu", "true"]

SELECT date_format(from_unixtime(ts / 1000), '%Y-%m-%d %H:00'), count(*), from_unixtime(max(ts) / 1000e0), to_unixtime(from_unixtime(1751364000)), cast(from_unixtime(min(ts) / 1000) AS varchar), date(from_unixtime(max(ts) / 1000)) FROM (VALUES 1751364000123, 1751364100456, 1751367700000) AS t(ts) GROUP BY 1 ORDER BY 1;
-- ["_col0 varchar", "_col1 bigint", "_col2 timestamp(3) with time zone", "_col3 double", "_col4 varchar", "_col5 date"]
-- ["2025-07-01 10:00", "2", "2025-07-01 10:01:40.456 UTC", "1.751364E9", "2025-07-01 10:00:00.000 UTC", "2025-07-01"]
-- ["2025-07-01 11:00", "1", "2025-07-01 11:01:40.000 UTC", "1.751364E9", "2025-07-01 11:01:40.000 UTC", "2025-07-01"]

SELECT country, device, grouping(country, device), sum(n) FROM (VALUES ('DE', 'web', 1), ('DE', 'app', 2), ('US', 'web', 4)) AS t(country, device, n) GROUP BY GROUPING SETS ((country, device), (country), ()) ORDER BY 3, 1, 2;
-- ["country varchar", "device varchar", "_col2 integer", "_col3 bigint"]
-- ["DE", "app", "0", "2"]
-- ["DE", "web", "0", "1"]
-- ["US", "web", "0", "4"]
-- ["DE", null, "1", "3"]
-- ["US", null, "1", "4"]
-- [null, null, "3", "7"]

SELECT id, t.tag, n FROM (VALUES (1, ARRAY['a', 'b'], MAP(ARRAY['x'], ARRAY[5]))) AS v(id, tags, m) CROSS JOIN UNNEST(tags) WITH ORDINALITY AS t(tag, n) ORDER BY n;
-- ["id integer", "tag varchar", "n bigint"]
-- ["1", "a", "1"]
-- ["1", "b", "2"]

SELECT transform(filter(ARRAY[5, null, 7, 1], x -> x IS NOT NULL), x -> x * 2), reduce(ARRAY[1, 2, 3], 0, (s, x) -> s + x, s -> s), any_match(ARRAY['a', 'b'], x -> x = 'b'), zip_with(ARRAY[1, 2], ARRAY['a', 'b'], (a, b) -> cast(a AS varchar) || b), map_filter(MAP(ARRAY['a', 'b'], ARRAY[1, 5]), (k, v) -> v > 2), array_sort(ARRAY['b', 'a', 'c'], (x, y) -> IF(x < y, 1, IF(x = y, 0, -1)));
-- ["_col0 array(integer)", "_col1 integer", "_col2 boolean", "_col3 array(varchar)", "_col4 map(varchar, integer)", "_col5 array(varchar)"]
-- ["[10, 14, 2]", "6", "true", "[1a, 2b]", "{b=5}", "[c, b, a]"]

SELECT bar, width_bucket(ms, 0, 100, 4), width_bucket(ms, ARRAY[10, 50, 90]), round(ms / 7.0, 2), ceil(ms / 10.0), ms % 7, power(ms, 2), ln(ms), truncate(ms / 3.0) FROM (VALUES ('a', 5), ('b', 55), ('c', 95)) AS t(bar, ms) ORDER BY bar;
-- ["bar varchar", "_col1 bigint", "_col2 bigint", "_col3 double", "_col4 double", "_col5 integer", "_col6 double", "_col7 double", "_col8 double"]
-- ["a", "1", "0", "0.71", "1.0", "5", "25.0", "1.6094379124341003", "1.0"]
-- ["b", "3", "2", "7.86", "6.0", "6", "3025.0", "4.007333185232471", "18.0"]
-- ["c", "4", "3", "13.57", "10.0", "4", "9025.0", "4.553876891600541", "31.0"]

SELECT to_hex(md5(to_utf8(lower(trim(' Guest@Example.com '))))), to_hex(sha256(to_utf8('x'))), to_base64(to_utf8('guest')), from_utf8(from_base64('Z3Vlc3Q=')), xxhash64(to_utf8('x')), crc32(to_utf8('x')), cast(from_base('ff', 16) AS varchar), to_base(255, 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varbinary", "_col5 bigint", "_col6 varchar", "_col7 varchar"]
-- ["C8C0E5B0754770C5E1F7419A0698ECFF", "2D711642B726B04401627CA9FBAC32F5C8530FB1903CC4DB02258717921A4881", "Z3Vlc3Q=", "guest", "5c 80 c0 96 83 04 11 23", "2363233923", "255", "11111111"]

SELECT try(cast('x' AS integer)), try(1 / 0), coalesce(try_cast('12a' AS integer), -1), nullif('', ''), if(1 > 2, 'a'), CASE 3 WHEN 3 THEN 'three' END, typeof(coalesce(null, 5)), greatest(3, 7, 5), least('b', 'a');
-- ["_col0 integer", "_col1 integer", "_col2 integer", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 integer", "_col8 varchar"]
-- [null, null, "-1", null, null, "three", "integer", "7", "a"]

SELECT lpad(cast(7 AS varchar), 3, '0'), rpad('ab', 4, '*'), reverse('abc'), replace('a-b-c', '-'), translate('abcd', 'abc', 'xy'), upper('straße'), length('😀a'), strpos('abcabc', 'c', 2), substr('hello', -3), split('a,b,,c', ','), concat_ws('/', 'a', null, 'b'), starts_with('hello', 'he'), levenshtein_distance('kitten', 'sitting'), soundex('Robert'), position('b' IN 'abc');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 bigint", "_col7 bigint", "_col8 varchar", "_col9 array(varchar)", "_col10 varchar", "_col11 boolean", "_col12 bigint", "_col13 varchar", "_col14 bigint"]
-- ["007", "ab**", "cba", "abc", "xyd", "STRAßE", "2", "6", "llo", "[a, b, , c]", "a/b", "true", "3", "R163", "2"]

SELECT day_of_week(d), day_of_year(d), week(d), year_of_week(d), quarter(d), last_day_of_month(d), date_trunc('week', d), date_add('month', 1, d), d + interval '1' year, date_format(d, '%W %e %M %Y'), extract(doy FROM d), date_diff('week', d, date '2026-12-31') FROM (VALUES date '2026-01-31', date '2024-02-29') AS t(d);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 date", "_col6 date", "_col7 date", "_col8 date", "_col9 varchar", "_col10 bigint", "_col11 bigint"]
-- ["6", "31", "5", "2026", "1", "2026-01-31", "2026-01-26", "2026-02-28", "2027-01-31", "Saturday 31 January 2026", "31", "47"]
-- ["4", "60", "9", "2024", "1", "2024-02-29", "2024-02-26", "2024-03-29", "2025-02-28", "Thursday 29 February 2024", "60", "148"]

SELECT max_by(page, at), min_by(page, at), max_by(page, at, 2), arbitrary(guest), bool_or(page = 'pay'), every(at > 0), checksum(page), stddev(at), var_pop(at), regr_slope(at, at), bitwise_or_agg(at), listagg(page, ',') WITHIN GROUP (ORDER BY at DESC) FROM (VALUES ('g', 'home', 1), ('g', 'pay', 4), ('g', 'menu', 2)) AS t(guest, page, at);
-- ["_col0 varchar", "_col1 varchar", "_col2 array(varchar)", "_col3 varchar", "_col4 boolean", "_col5 boolean", "_col6 varbinary", "_col7 double", "_col8 double", "_col9 real", "_col10 bigint", "_col11 varchar"]
-- ["pay", "home", "[pay, menu]", "g", "true", "true", "3b 4d 11 05 d0 28 aa 54", "1.5275252316519468", "1.5555555555555556", "1.0", "7", "pay,menu,home"]

SELECT cast(ROW('tea', 2.5) AS ROW(name varchar, price double)).name, r.price * 2, ARRAY[r, r][2].name FROM (SELECT cast(ROW('tea', 2.5) AS ROW(name varchar, price double)) AS r);
-- ["_col0 varchar", "_col1 double", "_col2 varchar"]
-- ["tea", "5.0", "tea"]

SELECT uid, rank() OVER (ORDER BY n DESC), dense_rank() OVER (ORDER BY n DESC), first_value(uid) OVER (ORDER BY n DESC), last_value(uid) OVER (ORDER BY n DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), nth_value(uid, 2) OVER (ORDER BY n DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), lag(n, 1, 0) OVER (ORDER BY n DESC), lag(x) IGNORE NULLS OVER (ORDER BY n DESC) FROM (VALUES ('a', 5, 1), ('b', 9, null), ('c', 5, 3)) AS t(uid, n, x) ORDER BY 2, 1;
-- ["uid varchar", "_col1 bigint", "_col2 bigint", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 integer", "_col7 integer"]
-- ["b", "1", "1", "b", "c", "a", "0", null]
-- ["a", "2", "2", "b", "c", "a", "9", null]
-- ["c", "2", "2", "b", "c", "a", "5", "1"]

SELECT date_trunc('month', cast(d AS timestamp)), sum(sum(n)) OVER (ORDER BY date_trunc('month', cast(d AS timestamp))), sum(n) * 100.0 / sum(sum(n)) OVER () FROM (VALUES ('2026-01-05', 2), ('2026-01-09', 3), ('2026-02-01', 5)) AS t(d, n) GROUP BY 1 ORDER BY 1;
-- ["_col0 timestamp(3)", "_col1 bigint", "_col2 double"]
-- ["2026-01-01 00:00:00.000", "5", "50.0"]
-- ["2026-02-01 00:00:00.000", "10", "50.0"]
