{{ config(materialized='incremental', incremental_strategy='insert_overwrite', partitioned_by=['day']) }}
select dish, price, day from {{ ref('prices') }}
{% if is_incremental() %} where day = '2026-11-24' {% endif %}
