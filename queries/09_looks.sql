-- When was each look, by the guest's clock? Those whose created_at is missing or unreadable are left out.
SELECT
  element_clicked,
  source_menu,
  time_spent,
  clicked_at,
  hour(clicked_at) AS hour_of_day
FROM (
  SELECT *, try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')) AS clicked_at
  FROM my_ingested_data
)
WHERE clicked_at IS NOT NULL
ORDER BY clicked_at DESC;
