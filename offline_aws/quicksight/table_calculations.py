"""Table calculations in the query of a visual.

A window over groups may read only what they are grouped by. A field that a calculation sorts or partitions by stands
for the visual's dimension of that field, whatever its granularity is there.
"""

from collections.abc import Sequence

from sqlglot import exp

from offline_aws.quicksight.expressions.values import DIMENSION, grouped
from offline_aws.quicksight.fields import QueryError


def over_groups(value: exp.Expr, groups: Sequence[exp.Expr]) -> exp.Expr:
    """The calculation with the visual's own expressions in the place of its fields. Raises QueryError.

    :param groups: what the visual's rows are grouped by
    """
    return value.transform(lambda node: _dimension(node, groups) if node.meta.get(DIMENSION) else node)


def _dimension(field: exp.Expr, groups: Sequence[exp.Expr]) -> exp.Expr:
    bare = field.unnest()
    for group in groups:
        if group == bare or (isinstance(group, exp.Anonymous) and bare in group.expressions):
            return grouped(group.copy())
    raise QueryError(f"a table calculation is over {bare.sql()}, by which the visual does not group")
