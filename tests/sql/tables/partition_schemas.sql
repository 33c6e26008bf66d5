-- Partitions with columns of their own · Trino 411

CREATE EXTERNAL TABLE grown_text (a int) PARTITIONED BY (p string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/grown_text/';
-- put grown_text/p=old/a.csv
-- 1,x,1.5
-- put grown_text/p=new/a.csv
-- 2,y,2.5

ALTER TABLE grown_text ADD PARTITION (p = 'old');

ALTER TABLE grown_text ADD COLUMNS (b string, c double);

ALTER TABLE grown_text ADD PARTITION (p = 'new');

SELECT * FROM grown_text ORDER BY a;
-- ["a integer", "b varchar", "c double", "p varchar"]
-- ["1", "x", "1.5", "old"]
-- ["2", "y", "2.5", "new"]

SELECT count(*) FROM grown_text WHERE b IS NULL;
-- ["_col0 bigint"]
-- ["0"]

CREATE EXTERNAL TABLE grown_json (a int) PARTITIONED BY (p string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/grown_json/';
-- put grown_json/p=old/a.json
-- {"a": 1, "b": "x"}
-- put grown_json/p=new/a.json
-- {"a": 2, "b": "y"}

ALTER TABLE grown_json ADD PARTITION (p = 'old');

ALTER TABLE grown_json ADD COLUMNS (b string);

ALTER TABLE grown_json ADD PARTITION (p = 'new');

SELECT * FROM grown_json ORDER BY a;
-- ["a integer", "b varchar", "p varchar"]
-- ["1", "x", "old"]
-- ["2", "y", "new"]

ALTER TABLE grown_json PARTITION (p = 'new') ADD COLUMNS (c int);

SELECT a, b, p FROM grown_json ORDER BY a;
-- ["a integer", "b varchar", "p varchar"]
-- ["1", "x", "old"]
-- ["2", "y", "new"]

CREATE EXTERNAL TABLE changed_text (a int, b int, c float) PARTITIONED BY (p string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/changed_text/';
-- put changed_text/p=old/a.csv
-- 1,2,1.5
-- put changed_text/p=new/a.csv
-- 5000000000,tea,2.5

ALTER TABLE changed_text ADD PARTITION (p = 'old');

ALTER TABLE changed_text CHANGE COLUMN a renamed bigint;

ALTER TABLE changed_text CHANGE COLUMN b b string;

ALTER TABLE changed_text CHANGE COLUMN c c double;

ALTER TABLE changed_text ADD PARTITION (p = 'new');

SELECT renamed, b, c FROM changed_text ORDER BY renamed;
-- ["renamed bigint", "b varchar", "c double"]
-- ["1", "2", "1.5"]
-- ["5000000000", "tea", "2.5"]

CREATE EXTERNAL TABLE mismatched (a string) PARTITIONED BY (p string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/mismatched/';
-- put mismatched/p=old/a.json
-- {"a": "1"}
-- put mismatched/p=new/a.json
-- {"a": true}

ALTER TABLE mismatched ADD PARTITION (p = 'old');

ALTER TABLE mismatched CHANGE COLUMN a a boolean;

ALTER TABLE mismatched ADD PARTITION (p = 'new');

SELECT a FROM mismatched;
-- error HIVE_PARTITION_SCHEMA_MISMATCH: There is a mismatch between the table and partition schemas. The types are incompatible and cannot be coerced. The column 'a' in table 'tables.mismatched' is declared as type 'boolean', but partition 'p=old' declared column 'a' as type 'string'.

SELECT a FROM mismatched WHERE p = 'new';
-- ["a boolean"]
-- ["true"]

CREATE EXTERNAL TABLE to_number (a string, b string) PARTITIONED BY (p string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://tables/to_number/';
-- put to_number/p=old/a.csv
-- 1,2.5
-- x,300

ALTER TABLE to_number ADD PARTITION (p = 'old');

ALTER TABLE to_number CHANGE COLUMN a a int;

ALTER TABLE to_number CHANGE COLUMN b b tinyint;

SELECT a, b FROM to_number ORDER BY a;
-- ["a integer", "b tinyint"]
-- ["1", null]
-- [null, null]
-- deviates: a text that the partition has is read as the number that it begins with

CREATE TABLE grown_parquet WITH (format = 'PARQUET', partitioned_by = ARRAY['p'], external_location = 's3://tables/grown_parquet/') AS
SELECT 1 AS a, 'x' AS b, 'old' AS p;

ALTER TABLE grown_parquet REPLACE COLUMNS (b string, a bigint, c int);

INSERT INTO grown_parquet SELECT 'y', bigint '2', 3, 'new';

SELECT * FROM grown_parquet ORDER BY a;
-- ["b varchar", "a bigint", "c integer", "p varchar"]
-- ["x", "1", null, "old"]
-- ["y", "2", "3", "new"]
