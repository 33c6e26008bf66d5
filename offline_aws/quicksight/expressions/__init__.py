"""QuickSight's language of calculated fields: read into a tree, typed, and compiled to Athena's SQL as a syntax tree.

::

    text ── parser ──> syntax ── compiler ──> Value (sqlglot tree, type, row by row or aggregated)
                                    │
                  functions, aggregates, windows: one table each

https://docs.aws.amazon.com/quicksight/latest/user/calculated-field-reference.html
"""
