"""What Trino's analyzer knows of a query before it runs: the type of every expression, and the errors that follow."""
