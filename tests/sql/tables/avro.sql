-- AvroSerDe, over objects that are written here · Trino 411

CREATE TABLE avro_all WITH (format = 'AVRO', external_location = 's3://tables/avro_all/') AS
SELECT * FROM (VALUES
  (1, bigint '9007199254740993', real '1.5', 0.1e0, decimal '12.34', true, 'tea', date '2026-11-23', timestamp '2026-11-23 22:10:11.123', from_base64('dGVh')),
  (2, null, null, null, null, false, '', null, null, null)
) AS t(id, big, r, d, dec, flag, txt, day, at, raw);

SELECT * FROM avro_all ORDER BY id;
-- ["id integer", "big bigint", "r float", "d double", "dec decimal(4,2)", "flag boolean", "txt varchar", "day date", "at timestamp", "raw varbinary"]
-- ["1", "9007199254740993", "1.5", "0.1", "12.34", "true", "tea", "2026-11-23", "2026-11-23 22:10:11.123", "74 65 61"]
-- ["2", null, null, null, null, "false", "", null, null, null]

SELECT count(*), sum(big) FROM avro_all;
-- ["_col0 bigint", "_col1 bigint"]
-- ["2", "9007199254740993"]

CREATE TABLE avro_nested WITH (format = 'AVRO', external_location = 's3://tables/avro_nested/', write_compression = 'SNAPPY') AS
SELECT 1 AS id, ARRAY['a', null] AS tags, MAP(ARRAY['x', 'Y'], ARRAY[1, null]) AS counts, CAST(ROW('tea', 5) AS row(name varchar, seconds integer)) AS item, ARRAY[ARRAY[1], ARRAY[]] AS deep
UNION ALL SELECT 2, null, null, null, null;

SELECT * FROM avro_nested ORDER BY id;
-- ["id integer", "tags array", "counts map", "item row", "deep array"]
-- ["1", "[a, null]", "{x=1, Y=null}", "{name=tea, seconds=5}", "[[1], []]"]
-- ["2", null, null, null, null]

SELECT id, item.seconds, counts['x'] FROM avro_nested WHERE id = 1;
-- ["id integer", "seconds integer", "_col2 integer"]
-- ["1", "5", "1"]

CREATE EXTERNAL TABLE avro_other (txt string, missing int, id bigint) STORED AS AVRO LOCATION 's3://tables/avro_all/';

SELECT * FROM avro_other ORDER BY id;
-- ["txt varchar", "missing integer", "id bigint"]
-- ["tea", null, "1"]
-- ["", null, "2"]

CREATE EXTERNAL TABLE avro_literal (name string, id bigint, added int) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.avro.AvroSerDe'
WITH SERDEPROPERTIES ('avro.schema.literal' = '{"type": "record", "name": "tea", "fields": [
  {"name": "name", "type": ["null", "string"], "aliases": ["txt"], "default": null},
  {"name": "id", "type": ["null", "long"], "default": null},
  {"name": "added", "type": "int", "default": 7}]}') STORED AS AVRO LOCATION 's3://tables/avro_all/';

SELECT * FROM avro_literal ORDER BY id;
-- ["name varchar", "id bigint", "added integer"]
-- [null, "1", "7"]
-- [null, "2", "7"]

CREATE EXTERNAL TABLE avro_wrong (txt int, id string) STORED AS AVRO LOCATION 's3://tables/avro_all/';

SELECT id FROM avro_wrong;
-- error HIVE_CURSOR_ERROR: Found int, expecting union
-- words: s3://tables/avro_all/<object>: the records are not of the table's schema
