{{ config(materialized='view') }}
select dish, cast(price as double) as price, cast(day as varchar) as day from {{ ref('menu') }}
