-- How do the restaurants compare: looks, share of all looks, seconds a look, and the item looked at most?
WITH items AS (
  SELECT source_menu, element_clicked, count(*) AS looks, sum(time_spent) AS seconds
  FROM my_ingested_data
  GROUP BY source_menu, element_clicked
)
SELECT
  source_menu,
  sum(looks) AS looks,
  round(100.0 * sum(looks) / sum(sum(looks)) OVER (), 1) AS percent,
  round(CAST(sum(seconds) AS double) / sum(looks), 1) AS seconds_a_look,
  max_by(element_clicked, looks) AS favourite
FROM items
GROUP BY source_menu
ORDER BY looks DESC, source_menu;
