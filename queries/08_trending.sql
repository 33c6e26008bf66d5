-- What is trending: looks within the last hour, against the hour before it?
WITH recent AS (
  SELECT
    element_clicked,
    date_diff('minute', try(date_parse(created_at, '%Y-%m-%d %H:%i:%s')), localtimestamp) AS minutes_ago
  FROM my_ingested_data
  -- A click made within two hours came in within two hours: older partitions need not be read.
  WHERE datehour >= date_format(localtimestamp - INTERVAL '2' HOUR, '%Y/%m/%d/%H')
),
counted AS (
  SELECT
    element_clicked,
    count_if(minutes_ago < 60) AS last_hour,
    count_if(minutes_ago >= 60) AS hour_before
  FROM recent
  WHERE minutes_ago BETWEEN 0 AND 119
  GROUP BY element_clicked
)
SELECT
  element_clicked,
  last_hour,
  hour_before,
  last_hour - hour_before AS change,
  round(100.0 * (last_hour - hour_before) / nullif(hour_before, 0)) AS percent
FROM counted
ORDER BY change DESC, last_hour DESC, element_clicked
LIMIT 10;
