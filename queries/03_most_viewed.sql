-- Which items are looked at most, and what share of all looks do they draw?
SELECT
  element_clicked,
  count(*) AS looks,
  round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM my_ingested_data
GROUP BY element_clicked
ORDER BY looks DESC, element_clicked
LIMIT 10;
