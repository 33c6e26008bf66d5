-- LazySimpleSerDe and OpenCSVSerde · Trino 411

CREATE EXTERNAL TABLE lazy_types (
  id int, tiny tinyint, big bigint, dbl double, dec decimal(6, 2), flag boolean, txt string, var varchar(3), day date, at timestamp
) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/lazy_types/';
-- put lazy_types/a.csv
-- 1,7,9,1.5,12.345,true,tea,abcdef,2026-11-23,2026-11-23 22:10:11.123
-- 2,300,x,1e3,,FALSE,,,2026-02-30,2026-11-23 22:10
-- 3,1.5, 4,NaN,1e2,t,"quoted",ab ,2026-11-23 10:00:00,2026-11-23
-- 4,\N,\N,\N,\N,\N,\N,\N,\N,\N
-- 5,+7,-9,Infinity,99999,1,é日,é日本語,1-2-3,2026-11-23T22:10:11
-- 6
-- 7,1,2,3,4,true,txt,var,2026-11-23,2026-11-23 22:10:11,one,too,many

SELECT id, tiny, big, dbl, dec, flag FROM lazy_types ORDER BY id;
-- ["id integer", "tiny tinyint", "big bigint", "dbl double", "dec decimal(6,2)", "flag boolean"]
-- ["1", "7", "9", "1.5", "12.35", "true"]
-- ["2", null, null, "1000.0", null, "false"]
-- ["3", "1", null, "NaN", "100.00", null]
-- ["4", null, null, null, null, null]
-- ["5", "7", "-9", "Infinity", null, null]
-- ["6", null, null, null, null, null]
-- ["7", "1", "2", "3.0", "4.00", "true"]

SELECT id, txt, var FROM lazy_types ORDER BY id;
-- ["id integer", "txt varchar", "var varchar"]
-- ["1", "tea", "abc"]
-- ["2", "", ""]
-- ["3", "\"quoted\"", "ab "]
-- ["4", null, null]
-- ["5", "é日", "é日本"]
-- ["6", null, null]
-- ["7", "txt", "var"]

SELECT id, day FROM lazy_types ORDER BY id;
-- ["id integer", "day date"]
-- ["1", "2026-11-23"]
-- ["2", "2026-03-02"]
-- ["3", "2026-11-23"]
-- ["4", null]
-- ["5", "0001-02-03"]
-- ["6", null]
-- ["7", "2026-11-23"]

SELECT id, at FROM lazy_types ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", "2026-11-23 22:10:11.123"]
-- ["2", null]
-- ["3", null]
-- ["4", null]
-- ["5", "2026-11-23 22:10:11.000"]
-- ["6", null]
-- ["7", "2026-11-23 22:10:11.000"]

CREATE EXTERNAL TABLE lazy_numbers (txt string, num int, dbl double, at timestamp) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/lazy_numbers/';
-- put lazy_numbers/a.csv
-- a,.5,.5,2026-11-23 22:10:11
-- b,5.,5.,2026-1-2 3:4:5
-- c,1.x,1e,2026-11-23 22:10:11.123456789
-- d,-0,-0,2026-11-23T22:10:11Z
-- e,0x1F,0x1F,2026-02-30 00:00:00
-- f,2147483648,1e999,2026-11-23 25:00:00
-- g,1e2,1d,1700000000
-- h,٣,+1,

SELECT txt, num, dbl FROM lazy_numbers ORDER BY txt;
-- ["txt varchar", "num integer", "dbl double"]
-- ["a", "0", "0.5"]
-- ["b", "5", "5.0"]
-- ["c", null, null]
-- ["d", "0", "-0.0"]
-- ["e", null, null]
-- ["f", null, "Infinity"]
-- ["g", null, "1.0"]
-- ["h", null, "1.0"]

SELECT txt, at FROM lazy_numbers ORDER BY txt;
-- ["txt varchar", "at timestamp"]
-- ["a", "2026-11-23 22:10:11.000"]
-- ["b", "2026-01-02 03:04:05.000"]
-- ["c", "2026-11-23 22:10:11.123"]
-- ["d", null]
-- ["e", "2026-03-02 00:00:00.000"]
-- ["f", "2026-11-24 01:00:00.000"]
-- ["g", null]
-- ["h", null]

CREATE EXTERNAL TABLE lazy_nested (id int, tags array<string>, counts map<string, int>, item struct<name: string, seconds: int>)
ROW FORMAT DELIMITED FIELDS TERMINATED BY '|' COLLECTION ITEMS TERMINATED BY ',' MAP KEYS TERMINATED BY ':' LOCATION 's3://tables/lazy_nested/';
-- put lazy_nested/a.txt
-- 1|a,b|x:1,y:2|tea,5
-- 2||x:,y|pie
-- 3|\N|\N|\N
-- 4|a,\N,c|x:1,x:2|tea,soon,more

SELECT id, tags FROM lazy_nested ORDER BY id;
-- ["id integer", "tags array"]
-- ["1", "[a, b]"]
-- ["2", "[]"]
-- ["3", null]
-- ["4", "[a, null, c]"]

SELECT id, counts FROM lazy_nested ORDER BY id;
-- ["id integer", "counts map"]
-- ["1", "{x=1, y=2}"]
-- ["2", "{x=null, y=null}"]
-- ["3", null]
-- ["4", "{x=1}"]

SELECT id, item FROM lazy_nested ORDER BY id;
-- ["id integer", "item row"]
-- ["1", "{name=tea, seconds=5}"]
-- ["2", "{name=pie, seconds=null}"]
-- ["3", null]
-- ["4", "{name=tea, seconds=null}"]

CREATE EXTERNAL TABLE lazy_default (id int, name string, tags array<string>) LOCATION 's3://tables/lazy_default/';
-- put lazy_default/a.txt "1\u0001tea\u0001a\u0002b\n2\u0001pie\n"

SELECT * FROM lazy_default ORDER BY id;
-- ["id integer", "name varchar", "tags array"]
-- ["1", "tea", "[a, b]"]
-- ["2", "pie", null]

CREATE EXTERNAL TABLE lazy_escaped (id int, name string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\' NULL DEFINED AS 'none'
LOCATION 's3://tables/lazy_escaped/';
-- put lazy_escaped/a.txt
-- 1,a\,b
-- 2,a\\b
-- 3,none
-- 4,\N
-- 5,a\nb

SELECT id, name FROM lazy_escaped ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "a,b"]
-- ["2", "ab"]
-- ["3", null]
-- ["4", "N"]
-- ["5", "anb"]
-- deviates: an escaped escape character stays, as in Hive

CREATE EXTERNAL TABLE lazy_header (id int, name string) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LOCATION 's3://tables/lazy_header/'
TBLPROPERTIES ('skip.header.line.count' = '1');
-- put lazy_header/a.tsv "id\tname\n1\ttea\n"
-- put lazy_header/b.tsv "id\tname\n2\tpie\n"
-- put lazy_header/c.tsv.gz "id\tname\n3\tcake\n"

SELECT id, name FROM lazy_header ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "tea"]
-- ["2", "pie"]
-- ["3", "cake"]

SELECT count(*) FROM lazy_header;
-- ["_col0 bigint"]
-- ["3"]

CREATE EXTERNAL TABLE csv_texts (a string, b string, c string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://tables/csv_texts/';
-- put csv_texts/a.csv
-- 1,tea,green
-- "2","with, comma","a ""quote"""
-- 3,  blanks  ,"  quoted blanks  "
-- 4,,""
-- 5,back\slash,"back\"quote"
-- 6,two
-- 7,one,too,many
-- 8,in"side,"

SELECT a, b, c FROM csv_texts WHERE a <> '8' ORDER BY a;
-- ["a varchar", "b varchar", "c varchar"]
-- ["1", "tea", "green"]
-- ["2", "with, comma", "a \"quote\""]
-- ["3", "  blanks  ", "  quoted blanks  "]
-- ["4", "", ""]
-- ["5", "backslash", "back\"quote"]
-- ["6", "two", null]
-- ["7", "one", "too"]

SELECT a, length(b), length(c) FROM csv_texts WHERE a IN ('3', '4') ORDER BY a;
-- ["a varchar", "_col1 bigint", "_col2 bigint"]
-- ["3", "10", "17"]
-- ["4", "0", "0"]

CREATE EXTERNAL TABLE csv_ends (a string, b string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://tables/csv_ends/';
-- put csv_ends/a.csv "\ufeff1,byte order mark\r\n2,of Windows\r3,of old\r\n4,\"quoted\"\n5,no end"

SELECT a, b, length(a) FROM csv_ends ORDER BY a;
-- ["a varchar", "b varchar", "_col2 bigint"]
-- ["1", "byte order mark", "1"]
-- ["2", "of Windows", "1"]
-- ["3", "of old", "1"]
-- ["4", "quoted", "1"]
-- ["5", "no end", "1"]

CREATE EXTERNAL TABLE lazy_ends (a int, b string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/csv_ends/';

SELECT a, b FROM lazy_ends ORDER BY a;
-- ["a integer", "b varchar"]
-- ["1", "byte order mark"]
-- ["2", "of Windows"]
-- ["3", "of old"]
-- ["4", "\"quoted\""]
-- ["5", "no end"]

CREATE EXTERNAL TABLE lazy_footer (a int, b string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/csv_ends/'
TBLPROPERTIES ('skip.footer.line.count' = '1');

SELECT a, b FROM lazy_footer ORDER BY a;
-- ["a integer", "b varchar"]
-- ["1", "byte order mark"]
-- ["2", "of Windows"]
-- ["3", "of old"]
-- ["4", "\"quoted\""]

CREATE EXTERNAL TABLE csv_own (a string, b string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
WITH SERDEPROPERTIES ('separatorChar' = ';', "quoteChar" = "'", 'escapeChar' = '\\') LOCATION 's3://tables/csv_own/';
-- put csv_own/a.csv
-- 1;'a;b'
-- 2;"no quote"
-- 3;'it\'s'

SELECT a, b FROM csv_own ORDER BY a;
-- ["a varchar", "b varchar"]
-- ["1", "a;b"]
-- ["2", "\"no quote\""]
-- ["3", "it's"]

CREATE EXTERNAL TABLE csv_header (a string, b string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://tables/csv_header/'
TBLPROPERTIES ('skip.header.line.count' = '2');
-- put csv_header/a.csv
-- a,b
-- more,header
-- 1,tea

SELECT * FROM csv_header;
-- ["a varchar", "b varchar"]
-- ["1", "tea"]

CREATE EXTERNAL TABLE hive_json (id int, name string, seconds double, tags array<string>, item struct<name: string>, day date, at timestamp, counts map<string, int>)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json/';
-- put hive_json/a.json
-- {"id": 1, "name": "tea", "seconds": 1.5, "tags": ["a", null], "item": {"name": "x", "more": 1}, "day": "2026-11-23", "at": "2026-11-23 22:10:11.5", "counts": {"a": 1}}
-- {"ID": 2, "Name": "pie", "extra": {"deep": [1]}}
-- {"id": 3, "name": null, "tags": null, "item": null}
-- {"id": 4, "name": 5, "seconds": 2}
-- {}

SELECT * FROM hive_json ORDER BY id;
-- ["id integer", "name varchar", "seconds double", "tags array", "item row", "day date", "at timestamp", "counts map"]
-- ["1", "tea", "1.5", "[a, null]", "{name=x}", "2026-11-23", "2026-11-23 22:10:11.500", "{a=1}"]
-- ["2", "pie", null, null, null, null, null, null]
-- ["3", null, null, null, null, null, null, null]
-- ["4", "5", "2.0", null, null, null, null, null]
-- [null, null, null, null, null, null, null, null]

CREATE EXTERNAL TABLE hive_json_bad (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_bad/';
-- put hive_json_bad/a.json
-- no json

SELECT * FROM hive_json_bad;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/hive_json_bad/a.json
-- words: Row is not a valid JSON Object - Expecting value: line 1 column 1 (char 0)

CREATE EXTERNAL TABLE hive_json_wrong (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_wrong/';
-- put hive_json_wrong/a.json
-- {"id": "soon", "name": "tea"}

SELECT * FROM hive_json_wrong;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/hive_json_wrong/a.json
-- words: Row is not a valid JSON Object - no int: "soon"

CREATE EXTERNAL TABLE hive_json_quoted (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_quoted/';
-- put hive_json_quoted/a.json
-- {"id": "5", "name": "tea"}

SELECT * FROM hive_json_quoted;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/hive_json_quoted/a.json
-- words: Row is not a valid JSON Object - no int: "5"

CREATE EXTERNAL TABLE hive_json_other (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_other/';
-- put hive_json_other/a.json
-- {"id": "soon", "name": "tea"}

SELECT name FROM hive_json_other;
-- ["name varchar"]
-- ["tea"]

CREATE EXTERNAL TABLE hive_json_fraction (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_fraction/';
-- put hive_json_fraction/a.json
-- {"id": 1.5, "name": "tea"}

SELECT * FROM hive_json_fraction;
-- ["id integer", "name varchar"]
-- ["1", "tea"]

CREATE EXTERNAL TABLE hive_json_flag (id boolean, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_flag/';
-- put hive_json_flag/a.json
-- {"id": "true", "name": true}

SELECT * FROM hive_json_flag;
-- ["id boolean", "name varchar"]
-- ["true", "true"]

CREATE EXTERNAL TABLE hive_json_object (id int, name string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://tables/hive_json_object/';
-- put hive_json_object/a.json
-- {"id": 1, "name": {"a": 1}}

SELECT * FROM hive_json_object;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/hive_json_object/a.json
-- words: Row is not a valid JSON Object - no string: {"a":1}
