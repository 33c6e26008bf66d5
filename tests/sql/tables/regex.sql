-- RegexSerDe, formats of timestamps, compressions, empty objects · Trino 411

CREATE EXTERNAL TABLE regex_log (host string, status string, rest string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe'
WITH SERDEPROPERTIES ('input.regex' = '(\\S+) (\\d+)(?: (.*))?') LOCATION 's3://tables/regex_log/';
-- put regex_log/a.log "a 200 tea time\nb 404\nno match\nc 500 \n\nD 1 é\n"
-- put regex_log/b.log.gz
-- z 301 zipped

SELECT * FROM regex_log ORDER BY host;
-- ["host varchar", "status varchar", "rest varchar"]
-- ["D", "1", "é"]
-- ["a", "200", "tea time"]
-- ["b", "404", null]
-- ["c", "500", ""]
-- ["z", "301", "zipped"]
-- [null, null, null]
-- [null, null, null]

CREATE EXTERNAL TABLE regex_case (word string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe'
WITH SERDEPROPERTIES ('input.regex' = 'x(tea|pie)', 'input.regex.case.insensitive' = 'true') LOCATION 's3://tables/regex_case/';
-- put regex_case/a.log
-- xtea
-- XPIE
-- xtea and more

SELECT word FROM regex_case ORDER BY word;
-- ["word varchar"]
-- ["PIE"]
-- ["tea"]
-- [null]

CREATE EXTERNAL TABLE regex_types (n int, d double, flag boolean, at timestamp, day date) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe'
WITH SERDEPROPERTIES ('input.regex' = '([^,]*),([^,]*),([^,]*),([^,]*),([^,]*)') LOCATION 's3://tables/regex_types/';
-- put regex_types/a.log
-- 1,1.5,true,2026-11-23 22:10:11,2026-11-23
-- -2,1e3,FALSE,2026-11-23 22:10:11.5,2026-1-2

SELECT n, d, flag, at, day FROM regex_types ORDER BY n;
-- ["n integer", "d double", "flag boolean", "at timestamp", "day date"]
-- ["-2", "1000.0", "false", "2026-11-23 22:10:11.500", "2026-01-02"]
-- ["1", "1.5", "true", "2026-11-23 22:10:11.000", "2026-11-23"]

CREATE EXTERNAL TABLE openx_formats (id int, at timestamp) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('timestamp.formats' = 'yyyy/MM/dd HH:mm,dd.MM.yyyy') LOCATION 's3://tables/openx_formats/';
-- put openx_formats/a.json
-- {"id": 1, "at": "2026/11/23 22:10"}
-- {"id": 2, "at": "23.11.2026"}
-- {"id": 3, "at": "2026-11-23 22:10:11"}

SELECT id, at FROM openx_formats ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", "2026-11-23 22:10:00.000"]
-- ["2", null]
-- ["3", "2026-11-23 22:10:11.000"]
-- deviates: a format of a date alone is its midnight

CREATE EXTERNAL TABLE openx_lenient (id int, n int, day date, at timestamp, tags array<int>, item struct<n: int>) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('use.null.for.invalid.data' = 'true', 'ignore.malformed.json' = 'true') LOCATION 's3://tables/openx_lenient/';
-- put openx_lenient/a.json
-- {"id": 1, "n": "soon", "day": "never", "at": "later", "tags": ["x", 1], "item": {"n": "y"}}
-- {"id": 2, "n": 3000000000, "tags": {"a": 1}, "item": [1]}
-- {"id": 3, "n": }
-- {"id": 4, "n": {"a": 1}, "item": 5}

SELECT id, n, day, at FROM openx_lenient ORDER BY id;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/openx_lenient/a.json
-- deviates: NULL, and rows of NULLs, as AWS documents both properties

SELECT id, tags FROM openx_lenient ORDER BY id;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/openx_lenient/a.json
-- deviates: NULL, and rows of NULLs, as AWS documents both properties

SELECT id, item FROM openx_lenient ORDER BY id;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/openx_lenient/a.json
-- deviates: NULL, and rows of NULLs, as AWS documents both properties

CREATE EXTERNAL TABLE lazy_formats (id int, at timestamp) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
WITH SERDEPROPERTIES ('field.delim' = ',', 'timestamp.formats' = "yyyy-MM-dd'T'HH:mm:ss.SSSZ,millis") LOCATION 's3://tables/lazy_formats/';
-- put lazy_formats/a.csv
-- 1,2026-11-23T22:10:11.123+0000
-- 2,1795471811123
-- 3,2026-11-23 22:10:11
-- 4,2026-11-23T22:10:11.123+0200

SELECT id, at FROM lazy_formats ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", "2026-11-23 22:10:11.123"]
-- ["2", "2026-11-23 22:10:11.123"]
-- ["3", "2026-11-23 22:10:11.000"]
-- ["4", "2026-11-23 20:10:11.123"]

CREATE EXTERNAL TABLE lazy_packed (id int, name string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/lazy_packed/';
-- put lazy_packed/a.csv.zst
-- 1,tea
-- put lazy_packed/b.csv.snappy
-- 2,pie
-- put lazy_packed/c.csv.lz4
-- 3,cake
-- put lazy_packed/d.csv.bz2
-- 4,ice
-- put lazy_packed/e.GZ
-- 5,plain
-- put lazy_packed/empty.csv ""

SELECT id, name FROM lazy_packed ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "tea"]
-- ["2", "pie"]
-- ["3", "cake"]
-- ["4", "ice"]
-- ["5", "plain"]

CREATE EXTERNAL TABLE parquet_empty (id int) STORED AS PARQUET LOCATION 's3://tables/parquet_empty/';
-- put parquet_empty/a ""

SELECT * FROM parquet_empty;
-- ["id integer"]

CREATE EXTERNAL TABLE orc_empty (id int) STORED AS ORC LOCATION 's3://tables/orc_empty/';
-- put orc_empty/a ""

SELECT * FROM orc_empty;
-- ["id integer"]

CREATE EXTERNAL TABLE avro_empty (id int) STORED AS AVRO LOCATION 's3://tables/avro_empty/';
-- put avro_empty/a ""

SELECT * FROM avro_empty;
-- ["id integer"]

CREATE EXTERNAL TABLE nothing (id int) STORED AS PARQUET LOCATION 's3://tables/nothing/';

SELECT count(*) FROM nothing;
-- ["_col0 bigint"]
-- ["0"]
