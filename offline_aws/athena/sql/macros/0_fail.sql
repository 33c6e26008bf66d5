-- Trino functions that DuckDB lacks or defines otherwise. trino_<name> is Trino's <name>; rewrite/functions.py finds
-- them here by that prefix. trino_<name>__<family> is the form for a last argument of that family of types
-- (analysis/kinds.py). DuckDB's own overloading by type is not used: it guesses when an argument holds an aggregate.

-- A failing expression that carries Athena's message. error() is volatile, which TRY refuses.
CREATE MACRO athena_fail(message) AS CAST(concat('<<', message, '>>') AS INTEGER);
