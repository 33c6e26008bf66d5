{{ config(materialized='incremental', incremental_strategy='append') }}
select dish, price from {{ ref('prices') }}
{% if is_incremental() %} where dish = 'tea' {% endif %}
