"""Trino's grammar, as data, and what asks it whether a text is a statement.

``trino.ebnf`` is read by ``notation.py``, ``tokens.py`` splits a text, ``recognizer.py`` goes along the tokens. sqlglot
makes the tree; it takes the SQL of twenty dialects, much of which is none of Athena's, so nothing gets to it that Trino
would not have parsed.
"""
