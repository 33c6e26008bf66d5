-- Partitions and their projection · Trino 411

CREATE EXTERNAL TABLE parted (id int) PARTITIONED BY (menu string, day date) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/parted/';
-- put parted/menu=bella/day=2026-11-23/a.json
-- {"id": 1}
-- put parted/menu=bella/day=2026-11-24/a.json
-- {"id": 2}
-- put elsewhere/a.json
-- {"id": 3, "menu": "of the object"}
-- put parted/menu=unknown/day=2026-11-24/a.json
-- {"id": 4}

ALTER TABLE parted ADD PARTITION (menu = 'bella', day = '2026-11-23') PARTITION (menu = 'bella', day = '2026-11-24');

ALTER TABLE parted ADD PARTITION (menu = 'a b/c', day = '2026-11-25') LOCATION 's3://tables/elsewhere/';

SELECT id, menu, day FROM parted ORDER BY id;
-- ["id integer", "menu varchar", "day date"]
-- ["1", "bella", "2026-11-23"]
-- ["2", "bella", "2026-11-24"]
-- ["3", "a b/c", "2026-11-25"]

SELECT id FROM parted WHERE day > date '2026-11-23' ORDER BY id;
-- ["id integer"]
-- ["2"]
-- ["3"]

SELECT id FROM parted WHERE menu = 'a b/c';
-- ["id integer"]
-- ["3"]

SELECT DISTINCT menu FROM parted ORDER BY menu;
-- ["menu varchar"]
-- ["a b/c"]
-- ["bella"]

SELECT menu, day FROM "parted$partitions" ORDER BY day;
-- ["menu varchar", "day date"]
-- ["bella", "2026-11-23"]
-- ["bella", "2026-11-24"]
-- ["a b/c", "2026-11-25"]

CREATE EXTERNAL TABLE by_enum (id int) PARTITIONED BY (menu string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_enum/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.menu.type' = 'enum', 'projection.menu.values' = 'bella,wok,nobody');
-- put by_enum/menu=bella/a.json
-- {"id": 1}
-- put by_enum/menu=wok/a.json
-- {"id": 2}
-- put by_enum/menu=other/a.json
-- {"id": 3}

SELECT id, menu FROM by_enum ORDER BY id;
-- ["id integer", "menu varchar"]
-- ["1", "bella"]
-- ["2", "wok"]

SELECT id FROM by_enum WHERE menu = 'other';
-- ["id integer"]

SELECT id FROM by_enum WHERE menu IN ('wok', 'other');
-- ["id integer"]
-- ["2"]

CREATE EXTERNAL TABLE by_number (id int) PARTITIONED BY (bucket int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_number/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.bucket.type' = 'integer', 'projection.bucket.range' = '0,20', 'projection.bucket.interval' = '5',
  'projection.bucket.digits' = '3', 'storage.location.template' = 's3://tables/by_number/b${bucket}/');
-- put by_number/b000/a.json
-- {"id": 0}
-- put by_number/b005/a.json
-- {"id": 5}
-- put by_number/b006/a.json
-- {"id": 6}
-- put by_number/b020/a.json
-- {"id": 20}

SELECT id, bucket FROM by_number ORDER BY id;
-- ["id integer", "bucket integer"]
-- ["0", "0"]
-- ["5", "5"]
-- ["20", "20"]

SELECT id FROM by_number WHERE bucket BETWEEN 5 AND 19;
-- ["id integer"]
-- ["5"]

SELECT id FROM by_number WHERE bucket = 6;
-- ["id integer"]

CREATE EXTERNAL TABLE by_day (id int) PARTITIONED BY (day string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_day/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.format' = 'yyyy-MM-dd', 'projection.day.range' = '2026-11-01,2026-11-30',
  'projection.day.interval' = '2', 'projection.day.interval.unit' = 'DAYS');
-- put by_day/day=2026-11-01/a.json
-- {"id": 1}
-- put by_day/day=2026-11-02/a.json
-- {"id": 2}
-- put by_day/day=2026-11-03/a.json
-- {"id": 3}
-- put by_day/day=2026-12-01/a.json
-- {"id": 12}

SELECT id, day FROM by_day ORDER BY id;
-- ["id integer", "day varchar"]
-- ["1", "2026-11-01"]
-- ["3", "2026-11-03"]

SELECT id FROM by_day WHERE day > '2026-11-01';
-- ["id integer"]
-- ["3"]

SELECT count(*) FROM by_day WHERE day = '2026-11-02';
-- ["_col0 bigint"]
-- ["0"]

CREATE EXTERNAL TABLE by_real_date (id int) PARTITIONED BY (day date) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_day/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.format' = 'yyyy-MM-dd', 'projection.day.range' = '2026-11-01,2026-12-31',
  'storage.location.template' = 's3://tables/by_day/day=${day}/');

SELECT id, day FROM by_real_date ORDER BY id;
-- ["id integer", "day date"]
-- ["1", "2026-11-01"]
-- ["2", "2026-11-02"]
-- ["3", "2026-11-03"]
-- ["12", "2026-12-01"]

SELECT id FROM by_real_date WHERE day = date '2026-12-01';
-- ["id integer"]
-- ["12"]

CREATE EXTERNAL TABLE by_month (id int) PARTITIONED BY (month string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_month/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.month.type' = 'date', 'projection.month.format' = 'yyyy/MM', 'projection.month.range' = '2026/01,2026/12',
  'projection.month.interval' = '1', 'projection.month.interval.unit' = 'MONTHS', 'storage.location.template' = 's3://tables/by_month/${month}');
-- put by_month/2026/01/a.json
-- {"id": 1}
-- put by_month/2026/12/a.json
-- {"id": 12}

SELECT id, month FROM by_month ORDER BY id;
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'month' failed. Property: 'partition_projection_interval_unit' value 'Months' is invalid. Available options: [Days, Hours, Minutes, Seconds]
-- deviates: Athena projects months, too

CREATE EXTERNAL TABLE by_injected (id int) PARTITIONED BY (device string, menu string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_injected/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.device.type' = 'injected', 'projection.menu.type' = 'enum', 'projection.menu.values' = 'bella,wok',
  'storage.location.template' = 's3://tables/by_injected/${device}/${menu}/');
-- put by_injected/d-1/bella/a.json
-- {"id": 1}
-- put by_injected/d-2/wok/a.json
-- {"id": 2}

SELECT id, device, menu FROM by_injected WHERE device = 'd-1';
-- ["id integer", "device varchar", "menu varchar"]
-- ["1", "d-1", "bella"]

SELECT id, device, menu FROM by_injected WHERE device IN ('d-1', 'd-2') ORDER BY id;
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'device' failed. Injected projection requires single predicate for it's column in where clause. Currently provided can't be converted to single partition.
-- deviates: Athena takes several values of an injected column

SELECT id FROM by_injected;
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'device' failed. Injected projection requires single predicate for it's column in where clause
-- deviates: CONSTRAINT_VIOLATION, as Athena says it

SELECT id FROM by_injected WHERE device > 'd';
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'device' failed. Injected projection requires single predicate for it's column in where clause. Currently provided can't be converted to single partition.
-- deviates: CONSTRAINT_VIOLATION, as Athena says it

CREATE EXTERNAL TABLE not_projected (id int) PARTITIONED BY (menu string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_enum/'
TBLPROPERTIES ('projection.enabled' = 'true');

SELECT id FROM not_projected;
-- error INVALID_COLUMN_PROPERTY: Partition projection definition for column: 'menu' missing
-- deviates: HIVE_METASTORE_ERROR, as Athena says it

CREATE EXTERNAL TABLE bad_range (id int) PARTITIONED BY (bucket int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_number/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.bucket.type' = 'integer', 'projection.bucket.range' = 'a,b');

SELECT id FROM bad_range;
-- error GENERIC_INTERNAL_ERROR: com.google.common.util.concurrent.UncheckedExecutionException: java.lang.NumberFormatException: For input string: "a"
-- deviates: HIVE_METASTORE_ERROR, as Athena says it

CREATE EXTERNAL TABLE bad_type (id int) PARTITIONED BY (bucket double) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_number/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.bucket.type' = 'integer', 'projection.bucket.range' = '1,2');

SELECT id FROM bad_type;
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'bucket' failed. Unsupported column type: double
-- deviates: HIVE_METASTORE_ERROR, as Athena says it

CREATE EXTERNAL TABLE typed_keys (id int) PARTITIONED BY (n int, big bigint, flag boolean) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/typed_keys/';
-- put typed_keys/n=-1/big=5000000000/flag=true/a.json
-- {"id": 1}
-- put typed_keys/n=07/big=-2/flag=false/a.json
-- {"id": 2}

MSCK REPAIR TABLE typed_keys;

SELECT id, n, big, flag FROM typed_keys ORDER BY id;
-- ["id integer", "n integer", "big bigint", "flag boolean"]
-- ["1", "-1", "5000000000", "true"]
-- ["2", "7", "-2", "false"]

SELECT id FROM typed_keys WHERE n < 0;
-- ["id integer"]
-- ["1"]

SELECT id FROM typed_keys WHERE n = 7 AND NOT flag;
-- ["id integer"]
-- ["2"]

CREATE EXTERNAL TABLE moment_keys (id int) PARTITIONED BY (day date, price decimal(5, 2)) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/moment_keys/';
-- put moment_keys/day=2026-11-23/price=1.50/a.json
-- {"id": 1}
-- put moment_keys/day=2026-11-24/price=-2/a.json
-- {"id": 2}

MSCK REPAIR TABLE moment_keys;

SELECT id, day, price FROM moment_keys ORDER BY id;
-- ["id integer", "day date", "price decimal(5,2)"]
-- ["1", "2026-11-23", "1.50"]
-- ["2", "2026-11-24", "-2.00"]

SELECT id FROM moment_keys WHERE price < decimal '0.00' AND day > date '2026-11-23';
-- ["id integer"]
-- ["2"]

CREATE EXTERNAL TABLE wrong_key (id int) PARTITIONED BY (n int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/wrong_key/';
-- put wrong_key/n=x/a.json
-- {"id": 1}

MSCK REPAIR TABLE wrong_key;

SELECT id, n FROM wrong_key;
-- error HIVE_INVALID_PARTITION_VALUE: Invalid partition value 'x' for INTEGER partition key: n=x

CREATE EXTERNAL TABLE until_now (id int) PARTITIONED BY (day string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/until_now/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.format' = 'yyyy-MM-dd', 'projection.day.range' = '2026-01-01,NOW-1DAYS');
-- put until_now/day=2025-12-31/a.json
-- {"id": 1}
-- put until_now/day=2026-01-01/a.json
-- {"id": 2}
-- put until_now/day=2999-01-01/a.json
-- {"id": 3}

SELECT id, day FROM until_now ORDER BY id;
-- ["id integer", "day varchar"]
-- ["2", "2026-01-01"]

CREATE EXTERNAL TABLE from_now (id int) PARTITIONED BY (day string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/until_now/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.format' = 'yyyy-MM-dd', 'projection.day.range' = 'NOW-2000YEARS,NOW+3MONTHS',
  'storage.location.template' = 's3://tables/until_now/day=${day}/');

SELECT id FROM from_now WHERE day = '2025-12-31';
-- error INVALID_COLUMN_PROPERTY: Column projection for column 'day' failed. Property: 'partition_projection_range' needs to be a list of 2 valid dates formatted as 'yyyy-MM-dd' or '^\s*NOW\s*(([+-])\s*([0-9]+)\s*(DAY|HOUR|MINUTE|SECOND)S?\s*)?$' that are sequential. Unparseable date: "NOW-2000YEARS"
-- deviates: AWS documents years, too

CREATE EXTERNAL TABLE by_negative (id int) PARTITIONED BY (n int) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_negative/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.n.type' = 'integer', 'projection.n.range' = '-2,2');
-- put by_negative/n=-2/a.json
-- {"id": 1}
-- put by_negative/n=0/a.json
-- {"id": 2}
-- put by_negative/n=3/a.json
-- {"id": 3}

SELECT id, n FROM by_negative ORDER BY id;
-- ["id integer", "n integer"]
-- ["1", "-2"]
-- ["2", "0"]

CREATE EXTERNAL TABLE by_hour (id int) PARTITIONED BY (hour string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://tables/by_hour/'
TBLPROPERTIES ('projection.enabled' = 'true', 'projection.hour.type' = 'date', 'projection.hour.format' = 'yyyy/MM/dd/HH', 'projection.hour.range' = '2026/11/23/00,2026/11/23/12',
  'projection.hour.interval' = '6', 'projection.hour.interval.unit' = 'HOURS', 'storage.location.template' = 's3://tables/by_hour/${hour}/');
-- put by_hour/2026/11/23/06/a.json
-- {"id": 1}
-- put by_hour/2026/11/23/07/a.json
-- {"id": 2}
-- put by_hour/2026/11/23/12/a.json
-- {"id": 3}

SELECT id, hour FROM by_hour ORDER BY id;
-- ["id integer", "hour varchar"]
-- ["1", "2026/11/23/06"]
-- ["3", "2026/11/23/12"]

SELECT id FROM by_hour WHERE hour >= '2026/11/23/07';
-- ["id integer"]
-- ["3"]
