-- When was each look, by the guest's clock? Those whose created_at is missing or unreadable are left out.
SELECT
  element_clicked,
  source_menu,
  time_spent,
  try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')) AS clicked_at,
  hour(try(date_parse(created_at, '%Y-%m-%d %H:%i:%s'))) AS hour_of_day
FROM my_ingested_data
WHERE try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')) IS NOT NULL
ORDER BY clicked_at DESC;
