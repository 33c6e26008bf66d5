-- How long do guests look at each item, in seconds: on average, at the median, and in the longest tenth?
SELECT
  element_clicked,
  count(*) AS looks,
  round(avg(time_spent), 1) AS average,
  approx_percentile(time_spent, 0.5) AS median,
  approx_percentile(time_spent, 0.9) AS longest_tenth
FROM my_ingested_data
GROUP BY element_clicked
ORDER BY average DESC, element_clicked;
