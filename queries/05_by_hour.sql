-- At which hours (UTC) do guests look at the menu, and at what?
SELECT
  date_trunc('hour', clicked_at) AS hour,
  count(*) AS looks,
  count(DISTINCT source_menu) AS restaurants,
  count_if(element_clicked LIKE 'drink%') AS drinks,
  count_if(element_clicked LIKE 'entree%') AS entrees,
  round(avg(time_spent), 1) AS average_seconds
FROM (
  -- A created_at that is missing or unreadable has no hour: those clicks are counted in a row of their own.
  SELECT *, try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')) AS clicked_at
  FROM my_ingested_data
)
GROUP BY 1
ORDER BY hour DESC NULLS LAST
LIMIT 48;
