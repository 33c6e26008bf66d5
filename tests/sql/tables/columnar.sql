-- Parquet and ORC, as they are written here · Trino 411

CREATE TABLE parquet_all WITH (format = 'PARQUET', external_location = 's3://tables/parquet_all/') AS
SELECT * FROM (VALUES
  (1, tinyint '7', smallint '300', bigint '9007199254740993', real '1.5', 0.1e0, decimal '12.34', true, 'tea', date '2026-11-23', timestamp '2026-11-23 22:10:11.123', from_base64('dGVh')),
  (2, null, null, null, null, nan(), null, false, '', null, null, null)
) AS t(id, tiny, small, big, r, d, dec, flag, txt, day, at, raw);

SELECT * FROM parquet_all ORDER BY id;
-- ["id integer", "tiny tinyint", "small smallint", "big bigint", "r float", "d double", "dec decimal(4,2)", "flag boolean", "txt varchar", "day date", "at timestamp", "raw varbinary"]
-- ["1", "7", "300", "9007199254740993", "1.5", "0.1", "12.34", "true", "tea", "2026-11-23", "2026-11-23 22:10:11.123", "74 65 61"]
-- ["2", null, null, null, null, "NaN", null, "false", "", null, null, null]

SELECT count(*), sum(big), max(day), min(at) FROM parquet_all;
-- ["_col0 bigint", "_col1 bigint", "_col2 date", "_col3 timestamp"]
-- ["2", "9007199254740993", "2026-11-23", "2026-11-23 22:10:11.123"]

SELECT id FROM parquet_all WHERE day = date '2026-11-23' AND dec > decimal '12.00';
-- ["id integer"]
-- ["1"]

CREATE TABLE parquet_nested WITH (format = 'PARQUET', external_location = 's3://tables/parquet_nested/') AS
SELECT 1 AS id, ARRAY['a', null] AS tags, MAP(ARRAY['x', 'y'], ARRAY[1, null]) AS counts, CAST(ROW('tea', 5) AS row(name varchar, seconds integer)) AS item, ARRAY[ARRAY[1], ARRAY[]] AS deep
UNION ALL SELECT 2, null, null, null, null;

SELECT * FROM parquet_nested ORDER BY id;
-- ["id integer", "tags array", "counts map", "item row", "deep array"]
-- ["1", "[a, null]", "{x=1, y=null}", "{name=tea, seconds=5}", "[[1], []]"]
-- ["2", null, null, null, null]

SELECT id, item.seconds, tags[1] FROM parquet_nested ORDER BY id;
-- ["id integer", "seconds integer", "_col2 varchar"]
-- ["1", "5", "a"]
-- ["2", null, null]

CREATE EXTERNAL TABLE parquet_other (txt string, missing int, ID bigint) STORED AS PARQUET LOCATION 's3://tables/parquet_all/';

SELECT * FROM parquet_other ORDER BY id;
-- ["txt varchar", "missing integer", "id bigint"]
-- ["tea", null, "1"]
-- ["", null, "2"]

CREATE TABLE orc_all WITH (format = 'ORC', external_location = 's3://tables/orc_all/') AS SELECT * FROM parquet_all;

SELECT * FROM orc_all ORDER BY id;
-- ["id integer", "tiny tinyint", "small smallint", "big bigint", "r float", "d double", "dec decimal(4,2)", "flag boolean", "txt varchar", "day date", "at timestamp", "raw varbinary"]
-- ["1", "7", "300", "9007199254740993", "1.5", "0.1", "12.34", "true", "tea", "2026-11-23", "2026-11-23 22:10:11.123", "74 65 61"]
-- ["2", null, null, null, null, "NaN", null, "false", "", null, null, null]

CREATE TABLE parquet_parts WITH (format = 'PARQUET', external_location = 's3://tables/parquet_parts/', partitioned_by = ARRAY['menu']) AS
SELECT * FROM (VALUES (1, 'bella'), (2, 'wok'), (3, null)) AS t(id, menu);

INSERT INTO parquet_parts SELECT 4, 'new place';

SELECT id, menu FROM parquet_parts ORDER BY id;
-- ["id integer", "menu varchar"]
-- ["1", "bella"]
-- ["2", "wok"]
-- ["3", null]
-- ["4", "new place"]

SELECT id FROM parquet_parts WHERE menu IS NULL;
-- ["id integer"]
-- ["3"]

SELECT menu FROM "parquet_parts$partitions" ORDER BY 1;
-- ["menu varchar"]
-- ["bella"]
-- ["new place"]
-- ["wok"]
-- [null]

CREATE TABLE json_made WITH (format = 'JSON', external_location = 's3://tables/json_made/') AS SELECT id, flag, txt, day, at, dec FROM parquet_all;

SELECT * FROM json_made ORDER BY id;
-- ["id integer", "flag boolean", "txt varchar", "day date", "at timestamp", "dec decimal(4,2)"]
-- ["1", "true", "tea", "2026-11-23", "2026-11-23 22:10:11.123", "12.34"]
-- ["2", "false", "", null, null, null]

CREATE TABLE text_made WITH (format = 'TEXTFILE', field_delimiter = ',', external_location = 's3://tables/text_made/') AS SELECT id, flag, txt, day, at, dec FROM parquet_all;

SELECT * FROM text_made ORDER BY id;
-- ["id integer", "flag boolean", "txt varchar", "day date", "at timestamp", "dec decimal(4,2)"]
-- ["1", "true", "tea", "2026-11-23", "2026-11-23 22:10:11.123", "12.34"]
-- ["2", "false", "", null, null, null]
