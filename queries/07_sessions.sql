-- How do sessions go: how many, how many looks and items in each, and how long?
WITH clicks AS (
  SELECT
    source_menu,
    element_clicked,
    time_spent,
    try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')) AS clicked_at -- when the look ended
  FROM my_ingested_data
),
-- The table names no guest: a session is a restaurant's run of looks, ended by a minute in which nobody looks.
paused AS (
  SELECT
    *,
    date_diff('second', lag(clicked_at) OVER (PARTITION BY source_menu ORDER BY clicked_at), clicked_at)
      - time_spent AS pause
  FROM clicks
  WHERE clicked_at IS NOT NULL
),
numbered AS (
  SELECT
    *,
    count_if(pause IS NULL OR pause > 60) OVER (PARTITION BY source_menu ORDER BY clicked_at) AS session_number
  FROM paused
),
sessions AS (
  SELECT
    source_menu,
    session_number,
    count(*) AS looks,
    count(DISTINCT element_clicked) AS items,
    sum(time_spent) AS seconds
  FROM numbered
  GROUP BY source_menu, session_number
)
SELECT
  source_menu,
  count(*) AS sessions,
  round(avg(looks), 1) AS average_looks,
  max(looks) AS most_looks,
  round(avg(items), 1) AS average_items,
  round(avg(seconds) / 60, 1) AS average_minutes
FROM sessions
GROUP BY source_menu
ORDER BY sessions DESC, source_menu;
