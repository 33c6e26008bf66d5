"""Athena SQL to DuckDB SQL: rules, each a pure function of a node, which it returns unchanged unless it applies."""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import type_of
from offline_aws.athena.sql.rewrite.aggregates import to_the_core
from offline_aws.athena.sql.rewrite.casts import checked_cast
from offline_aws.athena.sql.rewrite.dates import (
    difference,
    extract,
    interval_arithmetic,
    interval_literal,
    interval_part,
)
from offline_aws.athena.sql.rewrite.functions import resolve_function
from offline_aws.athena.sql.rewrite.selects import recursion_limit, sample, with_ties
from offline_aws.athena.sql.rewrite.tries import coalesce_in_try
from offline_aws.athena.sql.rewrite.unnest import unnest
from offline_aws.athena.sql.rewrite.values import (
    char_comparison,
    comparison,
    concatenation,
    decimal_type,
    division,
    double_literal,
    least_integer,
    modulo,
    subscript,
    timestamp_precision,
    typed_null,
)
from offline_aws.athena.sql.rewrite.windows import frame_offsets, ignore_nulls
from offline_aws.athena.sql.rewrite.zones import clocks

Rule = Callable[[exp.Expr], exp.Expr]

# The order matters where noted.
RULES = (
    typed_null,  # before all that look at the types of arguments
    extract,  # before interval_part, clocks and resolve_function: it becomes a function of Athena's
    interval_part,
    clocks,  # before resolve_function: it needs the function's own name
    ignore_nulls,  # before resolve_function: it needs the function's own name
    resolve_function,  # before all that make DuckDB calls, which are not Athena's to look up
    to_the_core,  # after resolve_function, which makes one call an expression of several
    unnest,
    with_ties,
    sample,
    recursion_limit,
    frame_offsets,
    char_comparison,
    comparison,
    concatenation,
    checked_cast,
    division,
    modulo,
    interval_literal,
    difference,
    interval_arithmetic,
    subscript,
    decimal_type,
    double_literal,
    least_integer,
    timestamp_precision,
    coalesce_in_try,  # after all that make calls of coalesce
)


def rewrite(tree: exp.Expr) -> exp.Expr:
    """The tree in DuckDB's terms. Every rule sees the whole tree, innermost nodes first, before the next begins."""
    for rule in RULES:
        tree = _apply(rule, tree)
    return tree


def _apply(rule: Rule, tree: exp.Expr) -> exp.Expr:
    for node in reversed(list(tree.walk(bfs=False))):
        replacement = rule(node)
        if replacement is node:
            continue
        replacement.meta.setdefault("type", type_of(node))  # the rules around it still ask
        if node is tree:
            tree = replacement
        else:
            node.replace(replacement)
    return tree
