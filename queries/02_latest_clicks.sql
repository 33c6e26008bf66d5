-- What came in last?
SELECT element_clicked, time_spent, source_menu, created_at, datehour
FROM my_ingested_data
ORDER BY datehour DESC, created_at DESC
LIMIT 20;
