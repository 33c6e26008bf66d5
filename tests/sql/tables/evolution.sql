-- Columns whose objects have other types, places and names · Trino 411

CREATE TABLE evolved_parquet WITH (format = 'PARQUET', external_location = 's3://tables/evolved_parquet/') AS
SELECT tinyint '7' AS tiny, smallint '300' AS small, 70000 AS num, bigint '5000000000' AS big, real '1.5' AS r, 2.5e0 AS d, decimal '12.34' AS dec,
  true AS flag, '42' AS txt, date '2026-11-23' AS day, timestamp '2026-11-23 22:10:11.123' AS at,
  CAST(ROW(1, 'tea') AS row(id integer, name varchar)) AS item, ARRAY[CAST(ROW(1, 'tea') AS row(id integer, name varchar))] AS items, MAP(ARRAY['a'], ARRAY[1]) AS counts;

CREATE TABLE evolved_orc WITH (format = 'ORC', external_location = 's3://tables/evolved_orc/') AS SELECT * FROM evolved_parquet;

CREATE EXTERNAL TABLE parquet_wider (tiny int, small bigint, num bigint, r double, dec decimal(10, 4), txt varchar(1), day timestamp) STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT tiny, small, num FROM parquet_wider;
-- ["tiny integer", "small bigint", "num bigint"]
-- ["7", "300", "70000"]

SELECT r FROM parquet_wider;
-- ["r double"]
-- ["1.5"]

SELECT dec FROM parquet_wider;
-- ["dec decimal(10,4)"]
-- ["12.3400"]

SELECT txt FROM parquet_wider;
-- ["txt varchar"]
-- ["4"]

SELECT day FROM parquet_wider;
-- error NOT_SUPPORTED: Reading Trino column (timestamp(3)) from Parquet column ([day] optional int32 day (DATE)) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE parquet_narrower (small tinyint, num smallint, big int, d float, dec decimal(4, 1), at date) STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT small FROM parquet_narrower;
-- error HIVE_CURSOR_ERROR: Failed to read Parquet file: s3://tables/evolved_parquet/<object>

SELECT num FROM parquet_narrower;
-- error HIVE_CURSOR_ERROR: Failed to read Parquet file: s3://tables/evolved_parquet/<object>

SELECT big FROM parquet_narrower;
-- error HIVE_CURSOR_ERROR: Failed to read Parquet file: s3://tables/evolved_parquet/<object>

SELECT d FROM parquet_narrower;
-- error NOT_SUPPORTED: Reading Trino column (real) from Parquet column ([d] optional double d) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT dec FROM parquet_narrower;
-- ["dec decimal(4,1)"]
-- ["12.3"]

SELECT at FROM parquet_narrower;
-- error NOT_SUPPORTED: Reading Trino column (date) from Parquet column ([at] optional int96 at) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE parquet_texts (tiny string, num string, d string, dec string, flag string, day string, at string) STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT num FROM parquet_texts;
-- error NOT_SUPPORTED: Reading Trino column (varchar) from Parquet column ([num] optional int32 num) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT d FROM parquet_texts;
-- error NOT_SUPPORTED: Reading Trino column (varchar) from Parquet column ([d] optional double d) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT dec FROM parquet_texts;
-- ["dec varchar"]
-- ["\u0004�"]
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT flag FROM parquet_texts;
-- error NOT_SUPPORTED: Reading Trino column (varchar) from Parquet column ([flag] optional boolean flag) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT day FROM parquet_texts;
-- error NOT_SUPPORTED: Reading Trino column (varchar) from Parquet column ([day] optional int32 day (DATE)) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT at FROM parquet_texts;
-- error NOT_SUPPORTED: Reading Trino column (varchar) from Parquet column ([at] optional int96 at) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE parquet_numbers (txt int, num double, big decimal(20, 2), flag int, tiny boolean) STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT txt FROM parquet_numbers;
-- error NOT_SUPPORTED: Unsupported Trino column type (integer) for Parquet column ([txt] optional binary txt (STRING))
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT num FROM parquet_numbers;
-- error NOT_SUPPORTED: Reading Trino column (double) from Parquet column ([num] optional int32 num) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT big FROM parquet_numbers;
-- error NOT_SUPPORTED: Unsupported Trino column type (decimal(20,2)) for Parquet column ([big] optional int64 big)
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT flag FROM parquet_numbers;
-- error NOT_SUPPORTED: Reading Trino column (integer) from Parquet column ([flag] optional boolean flag) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

SELECT tiny FROM parquet_numbers;
-- error NOT_SUPPORTED: Reading Trino column (boolean) from Parquet column ([tiny] optional int32 tiny (INTEGER(8,true))) is not supported by optimized parquet reader
-- deviates: HIVE_BAD_DATA, as AWS documents it

CREATE EXTERNAL TABLE parquet_fields (item struct<name: string, id: bigint, missing: int>, items array<struct<added: int, name: string>>, counts map<string, bigint>)
STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT item FROM parquet_fields;
-- ["item row"]
-- ["{name=tea, id=1, missing=null}"]

SELECT items FROM parquet_fields;
-- ["items array"]
-- ["[{added=null, name=tea}]"]

SELECT counts FROM parquet_fields;
-- ["counts map"]
-- ["{a=1}"]

CREATE EXTERNAL TABLE parquet_places (a tinyint, b smallint, c int) ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES ('parquet.column.index.access' = 'true') STORED AS PARQUET LOCATION 's3://tables/evolved_parquet/';

SELECT * FROM parquet_places;
-- ["a tinyint", "b smallint", "c integer"]
-- [null, null, null]
-- deviates: AWS documents the property

CREATE EXTERNAL TABLE orc_wider (tiny int, small bigint, num bigint, big bigint, r double, d double, dec decimal(10, 4)) STORED AS ORC LOCATION 's3://tables/evolved_orc/';

SELECT tiny, small, num FROM orc_wider;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'integer' from ORC stream '.tiny' of type BYTE with attributes {} [s3://tables/evolved_orc/<object>]

SELECT r FROM orc_wider;
-- ["r double"]
-- ["1.5"]

SELECT dec FROM orc_wider;
-- ["dec decimal(10,4)"]
-- ["12.3400"]

CREATE EXTERNAL TABLE orc_narrower (tiny tinyint, small tinyint, num smallint, big int, r float, d float) STORED AS ORC LOCATION 's3://tables/evolved_orc/';

SELECT small FROM orc_narrower;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'tinyint' from ORC stream '.small' of type SHORT with attributes {} [s3://tables/evolved_orc/<object>]

SELECT num FROM orc_narrower;
-- error HIVE_BAD_DATA: Malformed ORC file. Decoded value out of range for a 16bit number [s3://tables/evolved_orc/<object>]

SELECT big FROM orc_narrower;
-- error HIVE_BAD_DATA: Malformed ORC file. Decoded value out of range for a 32bit number [s3://tables/evolved_orc/<object>]

SELECT d FROM orc_narrower;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'real' from ORC stream '.d' of type DOUBLE with attributes {} [s3://tables/evolved_orc/<object>]

CREATE EXTERNAL TABLE orc_texts (tiny string, small string, num string, big string, r string, d string, dec string, flag string, txt varchar(1), day string, at string)
STORED AS ORC LOCATION 's3://tables/evolved_orc/';

SELECT num FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.num' of type INT with attributes {} [s3://tables/evolved_orc/<object>]

SELECT d FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.d' of type DOUBLE with attributes {} [s3://tables/evolved_orc/<object>]

SELECT dec FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.dec' of type DECIMAL with attributes {} [s3://tables/evolved_orc/<object>]

SELECT flag FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.flag' of type BOOLEAN with attributes {} [s3://tables/evolved_orc/<object>]

SELECT txt FROM orc_texts;
-- ["txt varchar"]
-- ["4"]

SELECT day FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.day' of type DATE with attributes {} [s3://tables/evolved_orc/<object>]

SELECT at FROM orc_texts;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'varchar' from ORC stream '.at' of type TIMESTAMP with attributes {} [s3://tables/evolved_orc/<object>]

CREATE EXTERNAL TABLE orc_named (num int, txt string, missing int) ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.orc.OrcSerde'
WITH SERDEPROPERTIES ('orc.column.index.access' = 'false') STORED AS ORC LOCATION 's3://tables/evolved_orc/';

SELECT num, txt, missing FROM orc_named;
-- error HIVE_BAD_DATA: Malformed ORC file. Cannot read SQL type 'integer' from ORC stream '.tiny' of type BYTE with attributes {} [s3://tables/evolved_orc/<object>]
-- deviates: AWS documents the property
