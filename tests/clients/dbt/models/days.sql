{{ config(format='parquet', partitioned_by=['day']) }}
select count(*) as dishes, sum(price) as total, day from {{ ref('prices') }} group by day
