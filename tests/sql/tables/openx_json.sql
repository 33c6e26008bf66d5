-- OpenX JSON SerDe · Trino 411

CREATE EXTERNAL TABLE openx_types (
  id int, tiny tinyint, small smallint, big bigint, real float, dbl double, dec decimal(10, 2), flag boolean,
  txt string, var varchar(3), chr char(4), day date, at timestamp, raw binary
) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_types/';
-- put openx_types/a.json
-- {"id": 1, "tiny": 7, "small": 300, "big": 9007199254740993, "real": 1.5, "dbl": 0.1, "dec": 12.345, "flag": true, "txt": "tea", "var": "abcdef", "chr": "ab", "day": "2026-11-23", "at": "2026-11-23 22:10:11.123", "raw": "dGVh"}
-- {"id": "2", "tiny": "7", "small": "300", "big": "9", "real": "1.5", "dbl": "1e3", "dec": "12.3", "flag": "TRUE", "txt": 5, "var": 12345, "chr": 1, "day": "2026-02-30", "at": "2026-11-23T22:10:11", "raw": ""}
-- {"id": 3, "dbl": 1E2, "dec": 1e1, "flag": "yes", "txt": 1.50, "var": true, "day": 20000, "at": 1700000000}
-- {"id": 4, "txt": {"a": [1, 2.50, "x"]}, "flag": 1}
-- {"id": 5, "txt": [1, {"b": null}], "flag": null, "dbl": "NaN", "real": "Infinity"}
-- {"ID": 6, "Txt": "keys of another case"}
-- {"id": 7, "txt": null, "var": "", "chr": ""}

SELECT id, tiny, small, big FROM openx_types ORDER BY id;
-- ["id integer", "tiny tinyint", "small smallint", "big bigint"]
-- ["1", "7", "300", "9007199254740993"]
-- ["2", "7", "300", "9"]
-- ["3", null, null, null]
-- ["4", null, null, null]
-- ["5", null, null, null]
-- ["6", null, null, null]
-- ["7", null, null, null]

SELECT id, real, dbl, dec FROM openx_types ORDER BY id;
-- ["id integer", "real float", "dbl double", "dec decimal(10,2)"]
-- ["1", "1.5", "0.1", "12.35"]
-- ["2", "1.5", "1000.0", "12.30"]
-- ["3", null, "100.0", "10.00"]
-- ["4", null, null, null]
-- ["5", "Infinity", "NaN", null]
-- ["6", null, null, null]
-- ["7", null, null, null]

SELECT id, flag, txt, var FROM openx_types ORDER BY id;
-- ["id integer", "flag boolean", "txt varchar", "var varchar"]
-- ["1", "true", "tea", "abc"]
-- ["2", "true", "5", "123"]
-- ["3", "false", "1.50", "tru"]
-- ["4", "false", "{\"a\":[1,2.50,\"x\"]}", null]
-- ["5", null, "[1,{\"b\":null}]", null]
-- ["6", null, "keys of another case", null]
-- ["7", null, null, ""]

SELECT id, chr FROM openx_types ORDER BY id;
-- ["id integer", "chr char"]
-- ["1", "ab  "]
-- ["2", "1   "]
-- ["3", null]
-- ["4", null]
-- ["5", null]
-- ["6", null]
-- ["7", "    "]
-- deviates: a char has no blanks at its end

SELECT id, day FROM openx_types ORDER BY id;
-- ["id integer", "day date"]
-- ["1", "2026-11-23"]
-- ["2", "2026-03-02"]
-- ["3", "2024-10-04"]
-- ["4", null]
-- ["5", null]
-- ["6", null]
-- ["7", null]

SELECT id, at FROM openx_types ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", "2026-11-23 22:10:11.123"]
-- ["2", "2026-11-23 22:10:11.000"]
-- ["3", "2023-11-14 22:13:20.000"]
-- ["4", null]
-- ["5", null]
-- ["6", null]
-- ["7", null]

SELECT id, raw FROM openx_types ORDER BY id;
-- ["id integer", "raw varbinary"]
-- ["1", "74 65 61"]
-- ["2", ""]
-- ["3", null]
-- ["4", null]
-- ["5", null]
-- ["6", null]
-- ["7", null]

SELECT count(*) FROM openx_types;
-- ["_col0 bigint"]
-- ["7"]

SELECT count(txt) FROM openx_types WHERE id > 3;
-- ["_col0 bigint"]
-- ["3"]

CREATE EXTERNAL TABLE openx_nested (
  id int, tags array<string>, numbers array<int>, prices map<string, double>, item struct<name: string, seconds: int, at: struct<hour: int>>
) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_nested/';
-- put openx_nested/a.json
-- {"id": 1, "tags": ["a", null, 3], "numbers": [1, "2", 3.9], "prices": {"tea": 2.5, "Pie": null}, "item": {"name": "tea", "seconds": 5, "at": {"hour": 9}}}
-- {"id": 2, "tags": [], "numbers": [], "prices": {}, "item": {}}
-- {"id": 3, "tags": null, "numbers": null, "prices": null, "item": null}
-- {"id": 4, "tags": "one", "numbers": 7, "item": {"NAME": "pie", "extra": 1, "at": {"HOUR": "23"}}}
-- {"id": 5, "tags": "", "prices": "", "item": ""}
-- {"id": 6, "item": ["by place", 8, {"hour": 1}]}

SELECT id, tags, numbers FROM openx_nested ORDER BY id;
-- ["id integer", "tags array", "numbers array"]
-- ["1", "[a, null, 3]", "[1, 2, 3]"]
-- ["2", "[]", "[]"]
-- ["3", null, null]
-- ["4", "[one]", "[7]"]
-- ["5", null, null]
-- ["6", null, null]

SELECT id, prices FROM openx_nested ORDER BY id;
-- ["id integer", "prices map"]
-- ["1", "{tea=2.5, Pie=null}"]
-- ["2", "{}"]
-- ["3", null]
-- ["4", null]
-- ["5", null]
-- ["6", null]

SELECT id, item FROM openx_nested ORDER BY id;
-- ["id integer", "item row"]
-- ["1", "{name=tea, seconds=5, at={hour=9}}"]
-- ["2", "{name=null, seconds=null, at=null}"]
-- ["3", null]
-- ["4", "{name=pie, seconds=null, at={hour=23}}"]
-- ["5", "{name=null, seconds=null, at=null}"]
-- ["6", "{name=by place, seconds=8, at={hour=1}}"]

SELECT id, item.name, item.at.hour, cardinality(tags), element_at(prices, 'tea') FROM openx_nested ORDER BY id;
-- ["id integer", "name varchar", "hour integer", "_col3 bigint", "_col4 double"]
-- ["1", "tea", "9", "3", "2.5"]
-- ["2", null, null, "0", null]
-- ["3", null, null, null, null]
-- ["4", "pie", "23", "1", null]
-- ["5", null, null, null, null]
-- ["6", "by place", "1", null, null]

SELECT id, tag FROM openx_nested CROSS JOIN UNNEST(tags) AS t(tag) ORDER BY id, tag;
-- ["id integer", "tag varchar"]
-- ["1", "3"]
-- ["1", "a"]
-- ["1", null]
-- ["4", "one"]

CREATE EXTERNAL TABLE openx_loose (id int, name string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
LOCATION 's3://tables/openx_loose/';
-- put openx_loose/a.json "{\"id\": 1, \"name\": \"tea\"}\n\n   \n{'id': 2, 'name': 'pie'}\n{id: 3, name: cake}\n{\"id\"=4; \"name\"=>\"ice\"}\n[5, \"by place\"]\nno json\n  {\"id\": 6, \"name\": \"blanks\"}  \n{\"id\": 7, \"name\": \"a\"} {\"id\": 8}\n{\"id\": 9, \"name\": \"first\", \"name\": \"last\"}\n{\"id\": 10, \"name\": \"\\u00fc\\u65e5\\ud83c\\udf75\\t|\"}\r\n{\"id\": 11, \"name\": \"no line end\"}"

SELECT id, name FROM openx_loose ORDER BY id NULLS LAST, name;
-- ["id integer", "name varchar"]
-- ["1", "tea"]
-- ["2", "pie"]
-- ["3", "cake"]
-- ["4", "ice"]
-- ["5", "by place"]
-- ["6", "blanks"]
-- ["7", "a"]
-- ["9", "last"]
-- ["10", "ü日🍵\t|"]
-- ["11", "no line end"]
-- [null, null]
-- [null, null]
-- [null, null]

SELECT count(*), count(id) FROM openx_loose;
-- ["_col0 bigint", "_col1 bigint"]
-- ["13", "10"]

CREATE EXTERNAL TABLE openx_ends (id int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_ends/';
-- put openx_ends/a.json "\ufeff{\"id\": 1}\r\n{\"id\": 2}\r{\"id\": 3}\n\r{\"id\": 4}"

SELECT id FROM openx_ends ORDER BY id;
-- ["id integer"]
-- ["1"]
-- ["2"]
-- ["3"]
-- ["4"]
-- [null]

CREATE EXTERNAL TABLE openx_malformed (id int, name string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
LOCATION 's3://tables/openx_malformed/';
-- put openx_malformed/a.json
-- {"id": 1, "name": "tea"}
-- {"id": 2, "name": "open

SELECT * FROM openx_malformed;
-- error HIVE_CURSOR_ERROR: Failed to read file at s3://tables/openx_malformed/a.json
-- words: Row is not a valid JSON Object - JSONException: Unterminated string at 19 [character 20 line 1]

SELECT count(*) FROM openx_malformed;
-- ["_col0 bigint"]
-- ["2"]
-- deviates: malformed JSON fails each query, as AWS documents it

CREATE EXTERNAL TABLE openx_ignored (id int, name string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('ignore.malformed.json' = 'true') LOCATION 's3://tables/openx_malformed/';

SELECT * FROM openx_ignored ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "tea"]
-- [null, null]

CREATE EXTERNAL TABLE openx_wrong (id int, seconds int, flag boolean, name string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
LOCATION 's3://tables/openx_wrong/';
-- put openx_wrong/a.json
-- {"id": 1, "seconds": 5, "name": "tea"}
-- {"id": 2, "seconds": "soon", "name": "pie"}

SELECT id, seconds FROM openx_wrong ORDER BY id;
-- ["id integer", "seconds integer"]
-- ["1", "5"]
-- ["2", null]
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT id, name FROM openx_wrong ORDER BY id;
-- ["id integer", "name varchar"]
-- ["1", "tea"]
-- ["2", "pie"]

SELECT count(*) FROM openx_wrong;
-- ["_col0 bigint"]
-- ["2"]

SELECT seconds FROM openx_wrong WHERE id = 1;
-- ["seconds integer"]
-- ["5"]
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE openx_range (id int, tiny tinyint, num int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
LOCATION 's3://tables/openx_range/';
-- put openx_range/a.json
-- {"id": 1, "tiny": 128, "num": 1}
-- {"id": 2, "tiny": 1, "num": 2147483648}

SELECT tiny FROM openx_range WHERE id = 1;
-- ["tiny tinyint"]
-- [null]
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT num FROM openx_range WHERE id = 2;
-- ["num integer"]
-- [null]
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE openx_keys (ts string, `user_name` string, path string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('mapping.ts' = 'timestamp', 'dots.in.keys' = 'true', 'mapping.path' = 'Path') LOCATION 's3://tables/openx_keys/';
-- put openx_keys/a.json
-- {"timestamp": "t1", "user.name": "ann", "Path": "/a"}
-- {"ts": "t2", "user_name": "bob", "path": "/b"}

SELECT * FROM openx_keys ORDER BY path;
-- ["ts varchar", "user_name varchar", "path varchar"]
-- ["t1", "ann", "/a"]
-- [null, "bob", "/b"]

CREATE EXTERNAL TABLE openx_case (id int, Name string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('case.insensitive' = 'false', 'mapping.name' = 'Name') LOCATION 's3://tables/openx_case/';
-- put openx_case/a.json
-- {"id": 1, "Name": "upper"}
-- {"id": 2, "name": "lower"}
-- {"ID": 3, "NAME": "all"}

SELECT id, name FROM openx_case ORDER BY id NULLS LAST, name;
-- ["id integer", "name varchar"]
-- ["1", "upper"]
-- ["2", null]
-- [null, null]

CREATE EXTERNAL TABLE openx_zipped (id int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_zipped/';
-- put openx_zipped/a.json.gz
-- {"id": 1}
-- put openx_zipped/b.json.bz2
-- {"id": 2}
-- put openx_zipped/_hidden.json
-- {"id": 3}
-- put openx_zipped/.hidden.json
-- {"id": 4}
-- put openx_zipped/deeper/c.json
-- {"id": 5}
-- put openx_zipped/empty.json ""

SELECT id, regexp_extract("$path", '[^/]*$') FROM openx_zipped ORDER BY id;
-- ["id integer", "_col1 varchar"]
-- ["1", "a.json.gz"]
-- ["2", "b.json.bz2"]
-- ["5", "c.json"]

CREATE EXTERNAL TABLE openx_dates (id int, day date) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_dates/';
-- put openx_dates/a.json
-- {"id": 1, "day": "2026-11-23"}
-- {"id": 2, "day": "2026-1-2"}
-- {"id": 3, "day": "2026-11-23 10:00:00"}
-- {"id": 4, "day": "0"}

SELECT id, day FROM openx_dates ORDER BY id;
-- ["id integer", "day date"]
-- ["1", "2026-11-23"]
-- ["2", "2026-01-02"]
-- ["3", "2026-11-23"]
-- ["4", "1970-01-01"]

CREATE EXTERNAL TABLE openx_no_dates (id int, day date) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_no_dates/';
-- put openx_no_dates/a.json
-- {"id": 1, "day": "23.11.2026"}

SELECT id, day FROM openx_no_dates;
-- ["id integer", "day date"]
-- ["1", null]
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT id FROM openx_no_dates;
-- ["id integer"]
-- ["1"]

CREATE EXTERNAL TABLE openx_times (id int, at timestamp) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_times/';
-- put openx_times/a.json
-- {"id": 1, "at": "2026-11-23 22:10:11"}
-- {"id": 2, "at": "2026-11-23 22:10:11.123456"}
-- {"id": 3, "at": "2026-11-23T22:10:11Z"}
-- {"id": 4, "at": "2026-11-23T22:10:11.5+02:00"}
-- {"id": 5, "at": 1700000000}
-- {"id": 6, "at": 1700000000.5}
-- {"id": 7, "at": 1700000000123}
-- {"id": 8, "at": "1700000000"}
-- {"id": 9, "at": null}
-- {"id": 11, "at": "2026-1-2 3:4:5"}

SELECT id, at FROM openx_times ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", "2026-11-23 22:10:11.000"]
-- ["2", "2026-11-23 22:10:11.123"]
-- ["3", "2026-11-23 22:10:11.000"]
-- ["4", "2026-11-23 20:10:11.500"]
-- ["5", "2023-11-14 22:13:20.000"]
-- ["6", "2023-11-14 22:13:20.500"]
-- ["7", "2023-11-14 22:13:20.123"]
-- ["8", "2023-11-14 22:13:20.000"]
-- ["9", null]
-- ["11", "2026-01-02 03:04:05.000"]

CREATE EXTERNAL TABLE openx_no_times (id int, at timestamp) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/openx_no_times/';
-- put openx_no_times/a.json
-- {"id": 1, "at": "2026-11-23 22:10"}
-- {"id": 2, "at": "2026-11-23"}

SELECT id, at FROM openx_no_times ORDER BY id;
-- ["id integer", "at timestamp"]
-- ["1", null]
-- ["2", null]
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE openx_clicks (element_clicked string, time_spent int, source_menu string, created_at string)
PARTITIONED BY (datehour string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('paths' = 'element_clicked, time_spent, source_menu, created_at') LOCATION 's3://tables/openx_clicks/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.datehour.type' = 'date', 'projection.datehour.format' = 'yyyy/MM/dd/HH',
  'projection.datehour.range' = '2026/11/23/00,2026/11/24/23', 'projection.datehour.interval' = '1', 'projection.datehour.interval.unit' = 'HOURS',
  'storage.location.template' = 's3://tables/openx_clicks/${datehour}/');
-- put openx_clicks/2026/11/23/22/a
-- {"element_clicked": "entree_1", "time_spent": 67, "source_menu": "restaurant_name", "created_at": "2022u201309u201311 23:00:00"}
-- {"element_clicked": "entree_4", "time_spent": 32, "source_menu": "restaurant_name", "createdAt": "2022u201309u201311 23:00:00"}
-- put openx_clicks/2026/11/23/23/b
-- {"element_clicked": "drink_1", "time_spent": 15, "source_menu": "restaurant_name", "created_at": "2022u201309u201311 23:00:00"}
-- put openx_clicks/2026/11/25/00/outside
-- {"element_clicked": "outside the range", "time_spent": 1}

SELECT * FROM openx_clicks ORDER BY element_clicked;
-- ["element_clicked varchar", "time_spent integer", "source_menu varchar", "created_at varchar", "datehour varchar"]
-- ["drink_1", "15", "restaurant_name", "2022u201309u201311 23:00:00", "2026/11/23/23"]
-- ["entree_1", "67", "restaurant_name", "2022u201309u201311 23:00:00", "2026/11/23/22"]
-- ["entree_4", "32", "restaurant_name", null, "2026/11/23/22"]

SELECT datehour, count(*), sum(time_spent) FROM openx_clicks GROUP BY datehour ORDER BY datehour;
-- ["datehour varchar", "_col1 bigint", "_col2 bigint"]
-- ["2026/11/23/22", "2", "99"]
-- ["2026/11/23/23", "1", "15"]

SELECT element_clicked FROM openx_clicks WHERE datehour = '2026/11/23/23';
-- ["element_clicked varchar"]
-- ["drink_1"]

SELECT element_clicked FROM openx_clicks WHERE datehour >= '2026/11/24/00';
-- ["element_clicked varchar"]

SELECT element_clicked FROM openx_clicks WHERE datehour LIKE '2026/11/23/%' AND time_spent > 20 ORDER BY 1;
-- ["element_clicked varchar"]
-- ["entree_1"]
-- ["entree_4"]

SELECT count(*) FROM openx_clicks WHERE datehour = '2026/11/25/00';
-- ["_col0 bigint"]
-- ["0"]
