{{ config(table_type='iceberg', tags=['refused']) }}
select dish from {{ ref('prices') }}
